#include "tool/input.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

int input_format_by_name(const char *name)
{
  static const char *const names[] = {"auto", "hex", "bin", "pcap", "pem", "der"};
  for (int i = 0; i < 6; i++)
    if (strcmp(name, names[i]) == 0) return i;
  return -1;
}

int input_read(const char *name, struct octets *out)
{
  FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
  if (file == NULL) return -1;
  uint8_t block[65536];
  size_t n;
  errno = 0;
  while ((n = fread(block, 1, sizeof block, file)) > 0) octets_append(out, block, n);
  const int failed = ferror(file);
  const int cause = errno;
  if (file != stdin) fclose(file);
  errno = cause;
  return failed ? -1 : 0;
}

/* libpcap's magic numbers in both byte orders, microseconds and nanoseconds; the block type of pcapng. */
static int is_capture(const struct octets *input)
{
  static const uint8_t magic[][4] = {{0xd4, 0xc3, 0xb2, 0xa1},
                                     {0xa1, 0xb2, 0xc3, 0xd4},
                                     {0x4d, 0x3c, 0xb2, 0xa1},
                                     {0xa1, 0xb2, 0x3c, 0x4d},
                                     {0x0a, 0x0d, 0x0d, 0x0a}};
  for (unsigned i = 0; i < sizeof magic / sizeof *magic; i++)
    if (input->length >= 24 && memcmp(input->data, magic[i], 4) == 0) return 1;
  return 0;
}

/* A SEQUENCE in the definite long form that ends where the input ends: a certificate. */
static int is_der(const struct octets *input)
{
  const uint8_t *b = input->data;
  if (input->length < 4 || b[0] != 0x30) return 0;
  if (b[1] == 0x81) return input->length == 3u + b[2];
  return b[1] == 0x82 && input->length == 4u + 256u * b[2] + b[3];
}

enum input_format input_detect(const struct octets *input)
{
  static const char begin[] = "-----BEGIN ";
  if (is_capture(input)) return INPUT_PCAP;
  if (is_der(input)) return INPUT_DER;
  for (size_t i = 0; i + sizeof begin - 1 <= input->length; i++) {
    if ((i == 0 || input->data[i - 1] == '\n') && memcmp(input->data + i, begin, sizeof begin - 1) == 0)
      return INPUT_PEM;
  }
  if (input->length == 0) return INPUT_BIN;
  for (size_t i = 0; i < input->length; i++)
    if (!isprint(input->data[i]) && !isspace(input->data[i])) return INPUT_BIN;
  return INPUT_HEX;
}
