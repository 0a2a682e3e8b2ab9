/* Byte strings. A decoder answers with spans of the message that it was given, an encoder takes bytes from anywhere. */
#ifndef TLS12_WIRE_BYTES_H
#define TLS12_WIRE_BYTES_H

#include <stdint.h>

/* A byte string of the caller's. data may be NULL when length is 0. */
struct tls12_bytes {
  const uint8_t *data;
  uint32_t length;
};

/* A field inside a message: an offset from the start of the message body, and a length. */
struct tls12_span {
  uint32_t offset, length;
};

#endif
