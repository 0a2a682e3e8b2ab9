/* Bytes that grow. */
#ifndef TLS12_TOOL_OCTETS_H
#define TLS12_TOOL_OCTETS_H

#include <stddef.h>
#include <stdint.h>

struct octets {
  uint8_t *data; /* owned: octets_free */
  size_t length, room;
};

/* Ends the program with a message when there is no memory, as all allocations of the tool do. */
void *grow(void *memory, size_t count, size_t size);

/* Where the next bytes go: there is room for n of them, which the caller counts into length. */
uint8_t *octets_room(struct octets *octets, size_t n);

void octets_append(struct octets *octets, const void *data, size_t length);
void octets_free(struct octets *octets);

/* Clears them first. What has grown may have left copies: make room for all of a secret before. */
void octets_forget(struct octets *octets);

#endif
