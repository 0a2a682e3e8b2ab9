/* ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 section 2.2.3), in DER: one encoding for each pair. */
#ifndef TLS12_ARITHMETIC_ECDSA_SIGNATURE_H
#define TLS12_ARITHMETIC_ECDSA_SIGNATURE_H

#include <stdint.h>

#include "spec/ecdsa_signature.h"
#include "wire/bytes.h"

/* The longest signature: P-521, 30 81 88 and two INTEGERs of 68 bytes. */
#define ECDSA_SIGNATURE_MAX 139

/* Reads r and s as `size` (1..66) bytes each, big-endian, padded with zeros on the left. 1; or 0, with r and s unspecified,
 * when `signature` is not DER (minimal lengths and numbers, no bytes left over), a number is negative, or does not fit in
 * `size` bytes. Zero is read as zero: the range 1..n-1 is the caller's to check. */
/*@ requires size: 1 <= size <= 66;
    requires signature: \valid_read(signature.data + (0 .. signature.length - 1));
    requires numbers: \valid(r + (0 .. size - 1)) && \valid(s + (0 .. size - 1));
    requires separated: \separated(r + (0 .. size - 1), s + (0 .. size - 1)) &&
                        \separated(r + (0 .. size - 1), signature.data + (0 .. signature.length - 1)) &&
                        \separated(s + (0 .. size - 1), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. size - 1], s[0 .. size - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures exact: \result == 1 <==> is_signature{Pre}(signature.data, signature.length, size);
    ensures r: \result == 1 ==> value(r, size) == signature_r{Pre}(signature.data, signature.length);
    ensures s: \result == 1 ==> value(s, size) == signature_s{Pre}(signature.data, signature.length); */
int ecdsa_signature_read(struct tls12_bytes signature, unsigned size, uint8_t *r, uint8_t *s);

/* Writes the signature of r and s, `size` (1..66) bytes each with r[0] and s[0] at most 127 when size is 66. Returns its
 * length, at most ECDSA_SIGNATURE_MAX. */
/*@ requires size: 1 <= size <= 66;
    requires numbers: \valid_read(r + (0 .. size - 1)) && \valid_read(s + (0 .. size - 1));
    requires top: size == 66 ==> r[0] <= 127 && s[0] <= 127;
    requires room: \valid(out + (0 .. ECDSA_SIGNATURE_MAX - 1));
    requires separated: \separated(out + (0 .. ECDSA_SIGNATURE_MAX - 1), r + (0 .. size - 1)) &&
                        \separated(out + (0 .. ECDSA_SIGNATURE_MAX - 1), s + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. ECDSA_SIGNATURE_MAX - 1];
    ensures length: 8 <= \result <= ECDSA_SIGNATURE_MAX;
    ensures signature: is_signature(out, \result, size);
    ensures r: signature_r(out, \result) == \old(value(r, size));
    ensures s: signature_s(out, \result) == \old(value(s, size)); */
uint32_t ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out);

#endif
