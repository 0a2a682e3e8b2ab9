/* SHAKE256 (FIPS 202), by nettle: the hash of Ed448 (RFC 8032 section 5.2). */
#ifndef TLS12_CRYPTO_SHAKE256_H
#define TLS12_CRYPTO_SHAKE256_H

#include <stdint.h>

#include "wire/bytes.h"

/* The first `length` bytes of SHAKE256 of all parts one after the other. */
/*@ requires input: \valid_read(parts + (0 .. count - 1)) &&
      \forall integer i; 0 <= i < count ==> \valid_read(parts[i].data + (0 .. parts[i].length - 1));
    requires memory: \valid(out + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1]; */
void shake256(const struct tls12_bytes *parts, unsigned count, uint8_t *out, uint32_t length);

#endif
