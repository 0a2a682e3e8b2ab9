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

int input_rest(FILE *file, struct octets *out)
{
  uint8_t block[65536];
  size_t n;
  errno = 0;
  while ((n = fread(block, 1, sizeof block, file)) > 0) octets_append(out, block, n);
  return ferror(file) ? -1 : 0;
}

int input_read(const char *name, struct octets *out)
{
  FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
  if (file == NULL) return -1;
  const int result = input_rest(file, out), cause = errno;
  if (file != stdin) fclose(file);
  errno = cause;
  return result;
}

FILE *input_open(const char *name)
{
  static char room[65536]; /* captures are long */
  const int is_stdin = strcmp(name, "-") == 0;
  FILE *copy = is_stdin ? tmpfile() : fopen(name, "rb");
  if (copy != NULL) (void)setvbuf(copy, room, _IOFBF, sizeof room);
  if (!is_stdin) return copy;
  char block[65536];
  size_t n;
  while (copy != NULL && (n = fread(block, 1, sizeof block, stdin)) > 0)
    if (fwrite(block, 1, n, copy) != n) break;
  if (copy != NULL && (ferror(stdin) || ferror(copy) || fseek(copy, 0, SEEK_SET) != 0)) {
    const int cause = errno;
    fclose(copy);
    errno = cause;
    return NULL;
  }
  return copy;
}

/* libpcap's magic numbers in both byte orders, microseconds and nanoseconds; the block type of pcapng. */
int input_is_capture(const uint8_t *bytes, size_t length)
{
  static const uint8_t magic[][4] = {{0xd4, 0xc3, 0xb2, 0xa1},
                                     {0xa1, 0xb2, 0xc3, 0xd4},
                                     {0x4d, 0x3c, 0xb2, 0xa1},
                                     {0xa1, 0xb2, 0x3c, 0x4d},
                                     {0x0a, 0x0d, 0x0d, 0x0a}};
  for (unsigned i = 0; i < sizeof magic / sizeof *magic; i++)
    if (length >= 24 && memcmp(bytes, magic[i], 4) == 0) return 1;
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
  if (input_is_capture(input->data, input->length)) return INPUT_PCAP;
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
