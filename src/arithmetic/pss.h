/* The encoding of RSASSA-PSS: EMSA-PSS of RFC 8017 section 9.1 with MGF1, one hash for the message and the mask. em has
 * (bits + 7) / 8 bytes, at most 1024; bits is one less than the modulus has. */
#ifndef TLS12_ARITHMETIC_PSS_H
#define TLS12_ARITHMETIC_PSS_H

#include "spec/pss.h"
#include "wire/bytes.h"

/* 1 when em encodes the digest, with a salt of `salt` bytes, else 0. */
/*@ requires size: 8 < bits <= 8192;
    requires memory: \valid_read(em + (0 .. (bits + 7) / 8 - 1)) && \valid_read(digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures exact: \result == 1 <==>
      pss_encoding(value(em, (bits + 7) / 8), bits, hash, digest.data, digest.length, salt); */
int pss_verify_encoding(const uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest, uint32_t salt);

/* Writes the encoding of the digest with this salt to em; 0 when there is no room for it, or the digest has another length
 * than the hash. */
/*@ requires size: 8 < bits <= 8192;
    requires memory: \valid(em + (0 .. (bits + 7) / 8 - 1)) && \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid_read(salt.data + (0 .. salt.length - 1));
    requires separated: \separated(em + (0 .. (bits + 7) / 8 - 1), digest.data + (0 .. digest.length - 1)) &&
                        \separated(em + (0 .. (bits + 7) / 8 - 1), salt.data + (0 .. salt.length - 1));
    terminates \true;
    exits \false;
    assigns em[0 .. (bits + 7) / 8 - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures fits: \result == 1 <==> digest.length == hash_size(hash) && 0 < digest.length &&
                                    digest.length + salt.length + 2 <= (bits + 7) / 8; */
int pss_encode(uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes salt);

#endif
