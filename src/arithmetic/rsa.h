/* RSA with the PKCS#1 v1.5 encodings (RFC 8017 sections 7.2 and 8.2) as TLS 1.2 uses them (RFC 5246 sections 4.7 and
 * 7.4.7.1). Numbers are unsigned, most significant byte first. A modulus is odd, has 1024 to 8192 bits and no leading zero
 * byte; its length in bytes is k. No heap; below 92 KiB of stack, secrets on it are cleared. */
#ifndef TLS12_ARITHMETIC_RSA_H
#define TLS12_ARITHMETIC_RSA_H

#include "spec/algorithms.h"
#include "spec/pkcs1.h"
#include "wire/bytes.h"
#include "wire/random.h"

#define RSA_MAX_BYTES 1024

/* A modulus of more bytes than the first has a public exponent of no more than the second. Who sends a key chooses what its use
 * costs: with 8192 bits in both, one verification takes more than 300 times as long as with the usual exponent of 17 bits, and
 * a chain holds many. Keys in use have exponents of at most 32 bits; OpenSSL sets the same bounds. */
#define RSA_FREE_EXPONENT_BYTES 384
#define RSA_EXPONENT_BYTES 8

struct rsa_public_key {
  struct tls12_bytes modulus, exponent;
};

/* RSAPrivateKey of RFC 8017 appendix A.1.2, of two primes. Without them (their lengths 0) the private exponent is used, which takes
 * four times as long. */
struct rsa_private_key {
  struct tls12_bytes modulus, public_exponent, private_exponent, prime1, prime2, exponent1, exponent2, coefficient;
};

/*@ predicate rsa_public_readable{L}(struct rsa_public_key *key) =
      \valid_read(key) && key->modulus.length <= 16777216 && key->exponent.length <= 16777216 &&
      \valid_read(key->modulus.data + (0 .. key->modulus.length - 1)) &&
      \valid_read(key->exponent.data + (0 .. key->exponent.length - 1));
    predicate rsa_private_readable{L}(struct rsa_private_key *key) =
      \valid_read(key) && key->modulus.length <= 16777216 && key->public_exponent.length <= 16777216 &&
      \valid_read(key->modulus.data + (0 .. key->modulus.length - 1)) &&
      \valid_read(key->public_exponent.data + (0 .. key->public_exponent.length - 1)) &&
      \valid_read(key->private_exponent.data + (0 .. key->private_exponent.length - 1)) &&
      \valid_read(key->prime1.data + (0 .. key->prime1.length - 1)) &&
      \valid_read(key->prime2.data + (0 .. key->prime2.length - 1)) &&
      \valid_read(key->exponent1.data + (0 .. key->exponent1.length - 1)) &&
      \valid_read(key->exponent2.data + (0 .. key->exponent2.length - 1)) &&
      \valid_read(key->coefficient.data + (0 .. key->coefficient.length - 1));

    predicate rsa_public_usable{L}(struct rsa_public_key *key) =
      rsa_key(key->modulus.data, key->modulus.length, key->exponent.data, key->exponent.length);
    predicate rsa_private_usable{L}(struct rsa_private_key *key) =
      rsa_key(key->modulus.data, key->modulus.length, key->public_exponent.data, key->public_exponent.length) &&
      1 <= key->private_exponent.length <= 1024;

    predicate rsa_private_pair{L}(struct rsa_private_key *key) =
      rsa_pair(value(key->modulus.data, key->modulus.length),
               value(key->public_exponent.data, key->public_exponent.length),
               value(key->private_exponent.data, key->private_exponent.length));

    // RSADP, section 5.1.2: c^d mod n
    logic integer rsa_decryption{L}(struct rsa_private_key *key, uint8_t *c, integer length) =
      power(value(c, length), value(key->private_exponent.data, key->private_exponent.length)) %
      value(key->modulus.data, key->modulus.length);

    //= build/requirements.md#R8017-7.2.2-01
    //= type=implication
    //# Ciphertext length other than k, or representative not below n, is a decryption error, handled as in RFC 5246
    //# 7.4.7.1.
    // RSAES-PKCS1-v1_5, section 7.2.2: the ciphertext is a premaster secret with this version, encrypted.
    predicate rsa_premaster{L}(struct rsa_private_key *key, uint8_t *c, integer length, integer version) =
      rsa_private_usable(key) && length == key->modulus.length &&
      value(c, length) < value(key->modulus.data, key->modulus.length) &&
      premaster_encoding(rsa_decryption(key, c, length), length, version); */

/* k; 0 when the key cannot be used: the modulus is not as said above, or the exponent is even, below 3, not below the
 * modulus, or longer than RSA_EXPONENT_BYTES though the modulus is longer than RSA_FREE_EXPONENT_BYTES. */
/*@ requires memory: rsa_public_readable(key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures usable: rsa_public_usable(key) ==> \result == key->modulus.length;
    ensures unusable: !rsa_public_usable(key) ==> \result == 0; */
uint32_t rsa_size(const struct rsa_public_key *key);

/* 1 when `signature`, k bytes and below the modulus, is the RSASSA-PKCS1-v1_5 signature of `digest`, else 0. The expected
 * encoding is built and compared, with NULL parameters and with none (R5246-4.7-05). The digest has the length of its hash,
 * SHA-1 to SHA-512. */
/*@ requires memory: rsa_public_readable(key) && \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid_read(signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    //= build/requirements.md#R8017-8.2.2-01
    //= type=implication
    //# The signature is exactly k bytes, otherwise invalid.
    ensures exact: \result == 1 <==>
      rsa_public_usable(key) && signature.length == key->modulus.length &&
      rsa_signature(value(signature.data, signature.length), value(key->modulus.data, key->modulus.length),
                    value(key->exponent.data, key->exponent.length), key->modulus.length, hash, digest.data, digest.length); */
int rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes signature);

/* The signature of `digest`, k bytes; 1 on success. 0 when the key, hash or digest length is unfit, the random source fails,
 * or the computed signature does not verify: a faulty one could reveal a prime and is cleared. The private operation is
 * blinded (R5246-7.4.7.1-10). */
/*@ requires memory: rsa_private_readable(key) && \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid(signature + (0 .. key->modulus.length - 1));
    requires separated: \separated(signature + (0 .. key->modulus.length - 1), key) &&
                        \separated(signature + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(signature + (0 .. key->modulus.length - 1),
                                   key->public_exponent.data + (0 .. key->public_exponent.length - 1)) &&
                        \separated(signature + (0 .. key->modulus.length - 1),
                                   key->private_exponent.data + (0 .. key->private_exponent.length - 1)) &&
                        \separated(signature + (0 .. key->modulus.length - 1), digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns signature[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures verifies: \result == 1 ==>
      rsa_private_usable(key) &&
      rsa_signature(value(signature, key->modulus.length), value(key->modulus.data, key->modulus.length),
                    value(key->public_exponent.data, key->public_exponent.length), key->modulus.length, hash, digest.data,
                    digest.length); */
int rsa_sign(const struct rsa_private_key *key, enum tls12_hash hash, struct tls12_bytes digest, tls12_random random,
             void *context, uint8_t *signature);

/* RSAES-PKCS1-v1_5 encryption of at most k - 11 bytes to `out`, k bytes; 1 on success, 0 when the key or length is unfit or
 * the random source fails. */
/*@ requires memory: rsa_public_readable(key) && \valid_read(message.data + (0 .. message.length - 1)) &&
                     \valid(out + (0 .. key->modulus.length - 1));
    requires separated: \separated(out + (0 .. key->modulus.length - 1), key) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->modulus.data + (0 .. key->modulus.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1),
                                   key->exponent.data + (0 .. key->exponent.length - 1)) &&
                        \separated(out + (0 .. key->modulus.length - 1), message.data + (0 .. message.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. key->modulus.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures encrypted: \result == 1 ==>
      rsa_public_usable(key) &&
      rsa_encryption(value(out, key->modulus.length), value(key->modulus.data, key->modulus.length),
                     value(key->exponent.data, key->exponent.length), key->modulus.length, message.data, message.length); */
int rsa_encrypt(const struct rsa_public_key *key, struct tls12_bytes message, tls12_random random, void *context,
                uint8_t *out);

/* The premaster secret, with the countermeasure of RFC 5246 section 7.4.7.1 (R5246-7.4.7.1-06): the decrypted bytes when
 * the ciphertext is k bytes long and below the modulus, its padding is good, it holds exactly 48 bytes, and these start with
 * client_version; otherwise `substitute`, random bytes which the caller drew before. One path for all of them: its time and memory
 * access depend on the key's lengths and modulus and on the ciphertext only. The private operation is blinded (R5246-7.4.7.1-10) with
 * what `random` gives. 1; or 0, whatever the ciphertext is, and the substitute, when that source fails or gives a number that cannot be
 * used (zero, or not prime to the modulus), or the key cannot be used. Nothing is said of a key whose exponents do not undo each
 * other. */
/*@ requires memory: rsa_private_readable(key) && \valid_read(ciphertext.data + (0 .. ciphertext.length - 1)) &&
                     ciphertext.length <= 16777216 && \valid_read(substitute + (0 .. 47)) && \valid(premaster + (0 .. 47));
    requires separated: \separated(premaster + (0 .. 47), substitute + (0 .. 47));
    requires version: client_version <= 65535;
    terminates \true;
    exits \false;
    assigns premaster[0 .. 47];
    ensures answer: \result == 0 || \result == 1;
    ensures failed: \result == 0 ==> \forall integer i; 0 <= i < 48 ==> premaster[i] == \old(substitute[i]);
    behavior premaster:
      assumes pair: rsa_private_pair(key);
      assumes good: rsa_premaster(key, ciphertext.data, ciphertext.length, client_version);
      //= build/requirements.md#R5246-8.1.1-01
      //= type=implication
      //# RSA key exchange yields a 48-byte premaster secret.
      ensures decrypted: \result == 1 ==> \forall integer i; 0 <= i < 48 ==> premaster[i] ==
        octet(\old(rsa_decryption(key, ciphertext.data, ciphertext.length)), ciphertext.length, ciphertext.length - 48 + i);
    behavior substitute:
      assumes pair: rsa_private_pair(key);
      assumes bad: !rsa_premaster(key, ciphertext.data, ciphertext.length, client_version);
      //= build/requirements.md#R5246-7.4.7.1-06
      //= type=implication
      //# Alternative construction: draw 48 random bytes R; use R on bad padding, wrong length or version mismatch,
      //# else M.
      //= build/requirements.md#R5246-7.4.7.1-07
      //= type=implication
      //# No alert is generated because RSA decryption failed or the version differed; the failure shows only at
      //# Finished.
      ensures random: \forall integer i; 0 <= i < 48 ==> premaster[i] == \old(substitute[i]);
    disjoint behaviors; */
int rsa_decrypt_premaster(const struct rsa_private_key *key, struct tls12_bytes ciphertext, uint32_t client_version,
                          const uint8_t substitute[48], tls12_random random, void *context, uint8_t premaster[48]);

#endif
