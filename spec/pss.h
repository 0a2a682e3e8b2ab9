/* RSASSA-PSS with MGF1 (RFC 8017 sections 8.1 and 9.1, appendix B.2.1), one hash for the message and the mask, as RFC 8446
 * section 4.2.3 has it. Octets and numbers as in pkcs1.h.
 *
 *     M' = 00 00 00 00 00 00 00 00 || mHash || salt      H = Hash(M')
 *     DB = 00 .. 00 01 || salt                           EM = (DB xor MGF1(H)) || H || BC
 *
 * EM has emBits bits, so its leftmost octet, and that of DB, is below pss_top(emBits). */
#ifndef TLS12_SPEC_PSS_H
#define TLS12_SPEC_PSS_H

#include "spec/hash.h"
#include "spec/pkcs1.h"

/* MGF1: octet i of Hash(seed || C(0)) || Hash(seed || C(1)) || ..., the counter C as four octets. */
/*@ logic text with_counter(text t, integer c) =
      longer(longer(longer(longer(t, c / 16777216 % 256), c / 65536 % 256), c / 256 % 256), c % 256);

    logic integer mask_octet(integer hash, text seed, integer i) =
      hash_byte(hash, with_counter(seed, i / hash_size(hash)), i % hash_size(hash)); */

/* What the octets of an encoded message m of k octets say. */
/*@ logic integer pss_top(integer bits) =
      bits % 8 == 0 ? 256 : bits % 8 == 1 ? 2 : bits % 8 == 2 ? 4 : bits % 8 == 3 ? 8 : bits % 8 == 4 ? 16 :
      bits % 8 == 5 ? 32 : bits % 8 == 6 ? 64 : 128;

    // t followed by n octets of m
    logic text with_octets(text t, integer m, integer k, integer first, integer n) =
      n <= 0 ? t : longer(with_octets(t, m, k, first, n - 1), octet(m, k, first + n - 1));

    // H, of h octets
    logic text pss_seed(integer m, integer k, integer h) = with_octets(empty_text, m, k, k - h - 1, h);

    // DB
    logic integer unmasked(integer octet, integer mask, integer i, integer top) =
      i == 0 ? (octet ^ mask) % top : (octet ^ mask);
    logic integer data_octet(integer hash, text seed, integer m, integer k, integer top, integer i) =
      unmasked(octet(m, k, i), mask_octet(hash, seed, i), i, top);

    // t followed by n octets of DB
    logic text with_data(text t, integer hash, text seed, integer m, integer k, integer top, integer first, integer n) =
      n <= 0 ? t : longer(with_data(t, hash, seed, m, k, top, first, n - 1),
                          data_octet(hash, seed, m, k, top, first + n - 1));

    // M' up to the salt
    logic text eight_zeros = longer(longer(longer(longer(longer(longer(longer(longer(empty_text, 0), 0), 0), 0), 0), 0), 0), 0);
    logic text pss_prefix{L}(uint8_t *digest, integer h) = with_bytes(eight_zeros, digest, h);
*/

/* EMSA-PSS-VERIFY, section 9.1.2: m encodes the digest of h bytes with a salt of s. */
/*@ predicate pss_data(integer hash, text seed, integer m, integer k, integer top, integer zeros) =
      (\forall integer i; 0 <= i < zeros ==> data_octet(hash, seed, m, k, top, i) == 0) &&
      data_octet(hash, seed, m, k, top, zeros) == 1;

    predicate pss_hash(integer hash, text message, integer m, integer k, integer h) =
      \forall integer i; 0 <= i < h ==> octet(m, k, k - h - 1 + i) == hash_byte(hash, message, i);

    predicate pss_matches{L}(integer m, integer k, integer top, integer hash, uint8_t *digest, integer h, integer s) =
      pss_data(hash, pss_seed(m, k, h), m, k, top, k - h - s - 2) &&
      pss_hash(hash, with_data(pss_prefix(digest, h), hash, pss_seed(m, k, h), m, k, top, k - h - s - 1, s), m, k, h);

    predicate pss_octets{L}(integer m, integer k, integer top, integer hash, uint8_t *digest, integer h, integer s) =
      octet(m, k, k - 1) == 0xbc && octet(m, k, 0) < top && pss_matches(m, k, top, hash, digest, h, s);

    predicate pss_encoding{L}(integer m, integer bits, integer hash, uint8_t *digest, integer h, integer s) =
      0 < h && h == hash_size(hash) && h + s + 2 <= (bits + 7) / 8 && 0 <= m < pow256((bits + 7) / 8) &&
      pss_octets(m, (bits + 7) / 8, pss_top(bits), hash, digest, h, s); */

/* RSASSA-PSS-VERIFY, section 8.1.2: s is the signature, n the modulus of k bytes, e the exponent. */
/*@ logic integer octet_bits(integer x) =
      x >= 128 ? 8 : x >= 64 ? 7 : x >= 32 ? 6 : x >= 16 ? 5 : x >= 8 ? 4 : x >= 4 ? 3 : x >= 2 ? 2 : 1;
    logic integer modulus_bits{L}(uint8_t *n, integer k) = 8 * (k - 1) + octet_bits(n[0]);

    predicate rsa_pss_signature{L}(integer s, uint8_t *n, integer k, integer e, integer hash, uint8_t *digest, integer h,
                                   integer salt) =
      0 <= s < value(n, k) &&
      pss_encoding(power(s, e) % value(n, k), modulus_bits(n, k) - 1, hash, digest, h, salt); */

#endif
