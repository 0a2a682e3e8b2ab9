/* ECDSA on secp256r1, secp384r1 and secp521r1 (RFC 8422 section 5.10; FIPS 186-4 section 6), deterministic nonces of
 * RFC 6979. Groups, scalars and points as in arithmetic/ecdh.h; signatures are DER ECDSA-Sig-Value as in
 * arithmetic/ecdsa_signature.h. The digest is the hash of the message: of a longer digest than the order of the group
 * the leftmost bits count (RFC 6979 section 2.3.2).
 *
 * Signing: time and memory access depend on the group, the hash and the signature, never on the key or the nonce. No heap;
 * below 12 KiB of stack. */
#ifndef TLS12_ARITHMETIC_ECDSA_H
#define TLS12_ARITHMETIC_ECDSA_H

#include <stdint.h>

#include "arithmetic/ecdsa_signature.h"
#include "arithmetic/point.h"
#include "spec/algorithms.h"
#include "spec/ecdsa.h"
#include "wire/bytes.h"

/* 1 when `signature` is a signature of `digest` (at most 64 bytes) by the key `public_point`, else 0. The DER form, the
 * ranges 0 < r, s < n and the point (ecdh_check_point) are checked first. */
/*@ requires point: \valid_read(public_point.data + (0 .. public_point.length - 1));
    requires digest: \valid_read(digest.data + (0 .. digest.length - 1));
    requires signature: \valid_read(signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures exact: \result == 1 <==>
      digest.length <= 64 && is_uncompressed(public_point.data, public_point.length, group) &&
      is_group_point(point_x(public_point.data, group), point_y(public_point.data, group), group) &&
      is_signature(signature.data, signature.length, curve_bytes(group)) &&
      ecdsa_verifies(point_x(public_point.data, group), point_y(public_point.data, group),
                     digest_number(digest.data, digest.length, group), signature_r(signature.data, signature.length),
                     signature_s(signature.data, signature.length), group); */
int ecdsa_verify(unsigned group, struct tls12_bytes public_point, struct tls12_bytes digest,
                 struct tls12_bytes signature);

/* Signs `digest`, made with `hash` (digest.length is its size), with the nonce of RFC 6979; `added` is k' of its section 3.6, random
 * bytes, or has length 0: then the signature is deterministic. `signature` has room for ECDSA_SIGNATURE_MAX bytes,
 * *length gets the bytes used. `private_scalar` has ecdh_size(group) bytes. 1; or 0, and *length is 0, when the group or
 * hash is not supported, the digest has another length, or the scalar is not in 1..n-1. */
/*@ requires scalar: \valid_read(private_scalar + (0 .. curve_bytes(group) - 1));
    requires digest: \valid_read(digest.data + (0 .. digest.length - 1));
    requires added: \valid_read(added.data + (0 .. added.length - 1));
    requires signature: \valid(signature + (0 .. ECDSA_SIGNATURE_MAX - 1)) && \valid(length);
    requires separated: \separated(signature + (0 .. ECDSA_SIGNATURE_MAX - 1), length);
    terminates \true;
    exits \false;
    assigns signature[0 .. ECDSA_SIGNATURE_MAX - 1], *length;
    ensures answer: \result == 0 || \result == 1;
    ensures length: *length <= ECDSA_SIGNATURE_MAX;
    ensures refused: \result == 0 ==> *length == 0;
    ensures form: \result == 1 ==> is_signature(signature, *length, curve_bytes(group));
    ensures signed: \result == 1 ==>
      ecdsa_signed(value{Pre}(private_scalar, curve_bytes(group)), digest_number{Pre}(digest.data, digest.length, group),
                   signature_r(signature, *length), signature_s(signature, *length), group); */
int ecdsa_sign(unsigned group, const uint8_t *private_scalar, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes added, uint8_t *signature, uint32_t *length);

#endif
