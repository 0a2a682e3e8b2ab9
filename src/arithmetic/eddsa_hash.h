/* The hash function of Ed25519 and Ed448, and numbers modulo the order L from its digests. */
#ifndef TLS12_ARITHMETIC_EDDSA_HASH_H
#define TLS12_ARITHMETIC_EDDSA_HASH_H

#include "arithmetic/edwards.h"
#include "wire/bytes.h"

#define EDDSA_DIGEST_MAX 120 /* whole limbs: Ed448 has 114 bytes */

/* SHA-512 of the parts, or the first 114 bytes of SHAKE256; then zeros up to whole limbs: 64 or 120 bytes. */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires input: \valid_read(parts + (0 .. count - 1)) &&
      \forall integer i; 0 <= i < count ==> \valid_read(parts[i].data + (0 .. parts[i].length - 1));
    requires digest: \valid(digest + (0 .. EDDSA_DIGEST_MAX - 1));
    terminates \true;
    exits \false;
    assigns digest[0 .. EDDSA_DIGEST_MAX - 1]; */
void eddsa_hash(const struct edwards_curve *c, const struct tls12_bytes *parts, unsigned count,
                uint8_t digest[EDDSA_DIGEST_MAX]);

/* dom4(0, "") of Ed448 (RFC 8032 section 2); no bytes for Ed25519. */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bytes: \result.length == (c->signature == 8 ? 10 : 0) && \valid_read(\result.data + (0 .. \result.length - 1)); */
struct tls12_bytes eddsa_domain(const struct edwards_curve *c);

/* The number of 8 n bytes, least significant first, modulo L. */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires size: c->order.limbs <= n <= 15;
    requires bytes: \valid_read(bytes + (0 .. 8 * n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures residue: element(\result) == modulo(little_endian(bytes, 0, 8 * n), element(c->order.value));
    ensures reduced: is_reduced(\result, c->order); */
struct field_element eddsa_residue(const struct edwards_curve *c, const uint8_t *bytes, uint32_t n);

#endif
