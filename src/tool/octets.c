#include "tool/octets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crypto/wipe.h"
#include "tool/exit_codes.h"

void *grow(void *memory, size_t count, size_t size)
{
  void *more = count <= SIZE_MAX / size ? realloc(memory, count * size) : NULL;
  if (more == NULL && count > 0) {
    fputs("tls12: out of memory\n", stderr);
    exit(EXIT_IO);
  }
  return more;
}

uint8_t *octets_room(struct octets *octets, size_t n)
{
  if (n > octets->room - octets->length) {
    octets->room = (octets->length + n) * 2;
    octets->data = grow(octets->data, octets->room, 1);
  }
  return octets->data + octets->length;
}

void octets_append(struct octets *octets, const void *data, size_t length)
{
  if (length > 0) memcpy(octets_room(octets, length), data, length);
  octets->length += length;
}

void octets_free(struct octets *octets)
{
  free(octets->data);
  *octets = (struct octets){NULL, 0, 0};
}

void octets_forget(struct octets *octets)
{
  if (octets->data != NULL) tls12_wipe(octets->data, octets->room);
  octets_free(octets);
}
