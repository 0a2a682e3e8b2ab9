/* RSA with the encodings of PKCS #1 v1.5 (RFC 8017), as TLS 1.2 uses it (RFC 5246 sections 4.7 and 7.4.7.1).
 *
 * An encoded message EM of k bytes is the number value(EM, k), OS2IP of section 4.2; octet(m, k, i) is byte i of the k bytes
 * that hold m, I2OSP of section 4.1. So all of this speaks of numbers. Hashes are SHA-1 and SHA-224 to SHA-512. */
#ifndef TLS12_SPEC_PKCS1_H
#define TLS12_SPEC_PKCS1_H

#include "spec/algorithms.h"
#include "spec/limbs.h"

/*@ logic integer octet(integer m, integer k, integer i) = i >= k - 1 ? m % 256 : octet(m / 256, k - 1, i); */

/* DigestInfo ::= SEQUENCE { digestAlgorithm SEQUENCE { OBJECT IDENTIFIER, parameters }, digest OCTET STRING } in DER, section
 * 9.2 and appendix B.1. `parameters` is the length of the parameters: 2 for NULL, 0 for none. */
/*@ logic integer digest_size(integer hash) =
      hash == TLS12_SHA1 ? 20 : hash == TLS12_SHA224 ? 28 : hash == TLS12_SHA256 ? 32 : hash == TLS12_SHA384 ? 48 :
      hash == TLS12_SHA512 ? 64 : 0;

    // id-sha1 is 1.3.14.3.2.26; id-sha256, -sha384, -sha512, -sha224 are 2.16.840.1.101.3.4.2.1 to .4.
    logic integer oid_size(integer hash) = hash == TLS12_SHA1 ? 5 : 9;
    logic integer oid_octet(integer hash, integer i) =
      hash == TLS12_SHA1 ? (i == 0 ? 0x2b : i == 1 ? 0x0e : i == 2 ? 0x03 : i == 3 ? 0x02 : 0x1a) :
      i == 0 ? 0x60 : i == 1 ? 0x86 : i == 2 ? 0x48 : i == 3 ? 0x01 : i == 4 ? 0x65 : i == 5 ? 0x03 : i == 6 ? 0x04 :
      i == 7 ? 0x02 :
      hash == TLS12_SHA256 ? 0x01 : hash == TLS12_SHA384 ? 0x02 : hash == TLS12_SHA512 ? 0x03 : 0x04;

    // what comes before the digest
    logic integer info_size(integer hash, integer parameters) = 8 + oid_size(hash) + parameters;
    //= build/requirements.md#R5246-4.7-03
    //= type=implication
    //# RSA signatures use RSASSA-PKCS1-v1_5 over a DigestInfo that is DER encoded (not BER).
    logic integer info_octet(integer hash, integer parameters, integer i) =
      i == 0 ? 0x30 : i == 1 ? info_size(hash, parameters) - 2 + digest_size(hash) :
      i == 2 ? 0x30 : i == 3 ? 2 + oid_size(hash) + parameters :
      i == 4 ? 0x06 : i == 5 ? oid_size(hash) :
      i < 6 + oid_size(hash) ? oid_octet(hash, i - 6) :
      i < 6 + oid_size(hash) + parameters ? (i == 6 + oid_size(hash) ? 0x05 : 0x00) :
      i == 6 + oid_size(hash) + parameters ? 0x04 : digest_size(hash); */

/* EMSA-PKCS1-v1_5, section 9.2: EM = 00 01 PS 00 DigestInfo, PS at least 8 bytes FF. */
/*@ //= build/requirements.md#R8017-9.2-01
    //= type=implication
    //# EM = 00 01 FF..FF 00 T with at least 8 FF bytes; T is the DigestInfo prefix of the hash followed by the
    //# digest.
    logic integer signature_octet{L}(integer k, integer hash, integer parameters, uint8_t *digest, integer i) =
      i == 0 ? 0x00 : i == 1 ? 0x01 :
      i < k - digest_size(hash) - info_size(hash, parameters) - 1 ? 0xff :
      i == k - digest_size(hash) - info_size(hash, parameters) - 1 ? 0x00 :
      i < k - digest_size(hash) ?
        info_octet(hash, parameters, i - (k - digest_size(hash) - info_size(hash, parameters))) :
      digest[i - (k - digest_size(hash))];

    //= build/requirements.md#R8017-9.2-02
    //= type=implication
    //# A modulus shorter than tLen+11 cannot carry the signature; treat as failure.
    // a digest of h bytes that fits into k
    predicate signature_fits(integer k, integer hash, integer parameters, integer h) =
      h > 0 && h == digest_size(hash) && k >= 11 + info_size(hash, parameters) + h;

    predicate signature_encoding{L}(integer m, integer k, integer hash, integer parameters, uint8_t *digest, integer h) =
      signature_fits(k, hash, parameters, h) && 0 <= m < pow256(k) &&
      (\forall integer i; 0 <= i < k ==> octet(m, k, i) == signature_octet(k, hash, parameters, digest, i)); */

/* EME-PKCS1-v1_5, section 7.2.1: EM = 00 02 PS 00 M, PS at least 8 bytes, none of them zero. */
/*@ //= build/requirements.md#R8017-7.2.1-01
    //= type=implication
    //# EME-PKCS1-v1_5: EM = 00 02 PS 00 M with at least 8 non-zero random padding bytes; M at most k-11 bytes;
    //# ciphertext exactly k bytes.
    predicate encryption_encoding{L}(integer m, integer k, uint8_t *message, integer n) =
      0 <= n <= k - 11 && 0 <= m < pow256(k) && octet(m, k, 0) == 0 && octet(m, k, 1) == 2 &&
      (\forall integer i; 2 <= i < k - n - 1 ==> octet(m, k, i) != 0) && octet(m, k, k - n - 1) == 0 &&
      (\forall integer i; 0 <= i < n ==> octet(m, k, k - n + i) == message[i]);

    //= build/requirements.md#R5246-7.4.7.1-03
    //= type=implication
    //# For client_version 1.1 or later the server checks the version bytes.
    //= build/requirements.md#R5246-7.4.7.1-04
    //= type=implication
    //# For client_version 1.0 or earlier the server checks too, with an optional switch to turn it off; on mismatch
    //# the premaster is randomised.
    //= build/requirements.md#R8017-7.2.2-02
    //= type=implication
    //# Decoding checks 00, 02, at least 8 non-zero bytes and a zero separator; the causes of failure are
    //# indistinguishable to the peer.
    // the same with a premaster secret for M, RFC 5246 section 7.4.7.1: 48 bytes that start with the version
    predicate premaster_encoding(integer m, integer k, integer version) =
      0 <= m < pow256(k) && octet(m, k, 0) == 0 && octet(m, k, 1) == 2 &&
      (\forall integer i; 2 <= i < k - 49 ==> octet(m, k, i) != 0) && octet(m, k, k - 49) == 0 &&
      octet(m, k, k - 48) == version / 256 && octet(m, k, k - 47) == version % 256; */

/* The keys that are used here: a modulus n of k bytes, odd, of 1024 to 8192 bits, and an odd exponent of l bytes, 2 < e < n;
 * of a modulus of more than 3072 bits it has 64 at most (src/arithmetic/rsa.h says why). */
/*@ //= build/requirements.md#R5246-D.3-01
    //= type=implication
    //# Minimum and maximum key sizes are enforced.
    predicate rsa_modulus{L}(uint8_t *n, integer k) =
      128 <= k <= 1024 && n[0] > 0 && (k == 128 ==> n[0] >= 128) && n[k - 1] % 2 == 1;
    //= build/requirements.md#R8017-3.1-01
    //# A valid RSA public key has odd composite n and 3 <= e < n with e odd.
    predicate rsa_small_exponent{L}(uint8_t *e, integer l, integer k) = k > 384 ==> value(e, l) < pow256(8);
    predicate rsa_key{L}(uint8_t *n, integer k, uint8_t *e, integer l) =
      rsa_modulus(n, k) && l > 0 && e[l - 1] % 2 == 1 && 2 < value(e, l) < value(n, k) && rsa_small_exponent(e, l, k);

    // what makes d the private exponent, section 3.2: RSADP undoes RSAEP
    predicate rsa_pair(integer n, integer e, integer d) =
      \forall integer m; 0 <= m < n ==> power(power(m, e) % n, d) % n == m;

    //= build/requirements.md#R5246-4.7-05
    //= type=implication
    //# When verifying an RSA signature both a DigestInfo with NULL parameters and one with the parameters absent are
    //# accepted.
    //= build/requirements.md#R8422-5.10-06
    //= type=implication
    //# RSA signatures follow PKCS#1 signature verification (the RFC cites 7.2 of RFC 8017, which is the encryption
    //# scheme; 8.2 is meant).
    //= build/requirements.md#R8017-5.2.2-01
    //= type=implication
    //# A signature representative not below n is invalid.
    //= build/requirements.md#R8017-8.2.2-02
    //= type=implication
    //# Verification compares the complete expected encoded message EM with the recovered one (encode and compare),
    //# not a parsed prefix.
    //= build/requirements.md#R5246-D.4-01
    //= type=implication
    //# RSA verification rejects any bytes after the hash inside the padded block (PKCS#1 forgery).
    // RSASSA-PKCS1-v1_5, section 8.2.2: s is the signature of a digest of h bytes.
    predicate rsa_signature{L}(integer s, integer n, integer e, integer k, integer hash, uint8_t *digest, integer h) =
      0 <= s < n && (signature_encoding(power(s, e) % n, k, hash, 2, digest, h) ||
                     signature_encoding(power(s, e) % n, k, hash, 0, digest, h));

    // RSAES-PKCS1-v1_5, section 7.2.1: c is an encryption of a message of `length` bytes.
    predicate rsa_encryption{L}(integer c, integer n, integer e, integer k, uint8_t *message, integer length) =
      \exists integer m; encryption_encoding(m, k, message, length) && c == power(m, e) % n; */

/* What is said of the bytes of a message holds as long as they stay. */
/*@ lemma encoding_kept{K,L}: \forall integer m, k, n, uint8_t *message;
      same_bytes{K,L}(message, message, n) && encryption_encoding{K}(m, k, message, n) ==>
      encryption_encoding{L}(m, k, message, n);
    lemma encryption_kept{K,L}: \forall integer c, n, e, k, length, uint8_t *message;
      same_bytes{K,L}(message, message, length) && rsa_encryption{K}(c, n, e, k, message, length) ==>
      rsa_encryption{L}(c, n, e, k, message, length); */

#endif
