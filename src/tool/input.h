/* Input in the dress that people have it in: binary, hexadecimal digits, PEM, captures. */
#ifndef TLS12_TOOL_INPUT_H
#define TLS12_TOOL_INPUT_H

#include <stdio.h>

#include "tool/octets.h"

enum input_format { INPUT_AUTO, INPUT_HEX, INPUT_BIN, INPUT_PCAP, INPUT_PEM, INPUT_DER };

/* "auto", "hex", "bin", "pcap", "pem", "der"; -1 for another word. */
int input_format_by_name(const char *name);

/* The whole file, or standard input for "-". 0, or -1 with errno set. */
int input_read(const char *name, struct octets *out);

/* The input as a file that can be read from its start again; standard input is copied to a temporary file for that. NULL with
 * errno set. */
FILE *input_open(const char *name);

/* All that is left of the file: 0, or -1 with errno set. */
int input_rest(FILE *file, struct octets *out);

/* Whether these are the first bytes of a capture, pcap or pcapng. */
int input_is_capture(const uint8_t *bytes, size_t length);

/* What it looks like; INPUT_BIN when it looks like nothing else. pcapng is INPUT_PCAP too. */
enum input_format input_detect(const struct octets *input);

/* 0 to 15; -1 for a character that is no hexadecimal digit. */
int hex_digit(uint8_t c);

/* Hexadecimal digits, with 0x, \x, blanks, colons, commas, quotes; offsets at line starts and characters at line ends as
 * xxd, hexdump -C and Wireshark print them; # begins a comment. 0, or -1 with the offset of the first byte that does not
 * fit in *where. */
int hex_read(const struct octets *text, struct octets *out, size_t *where);

/* The next BEGIN ... END block from offset *at on: its label (at most 63 characters) and its bytes. 1, 0 when there is no
 * other, -1 when it is damaged, with its offset in *at. */
int pem_read(const struct octets *text, size_t *at, char label[64], struct octets *out);

#endif
