#include "arithmetic/rsa.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa_private.h"
#include "crypto/wipe.h"
#include <stddef.h>

/*@ requires memory: \valid_read(n.data + (0 .. n.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures usable: \result == 1 <==> rsa_modulus(n.data, n.length); */
static int modulus_usable(struct tls12_bytes n)
{
  if (n.length < 128 || n.length > RSA_MAX_BYTES) return 0;
  if (n.data[0] == 0 || n.data[n.length - 1] % 2 == 0) return 0;
  return n.length > 128 || n.data[0] >= 0x80; /* not fewer than 1024 bits */
}

/*@ requires size: e.length <= 16777216 && k <= 1024;
    requires memory: \valid_read(e.data + (0 .. e.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures fits: \result == 1 <==> rsa_small_exponent(e.data, e.length, k); */
static int exponent_fits(struct tls12_bytes e, uint32_t k)
{
  const struct tls12_bytes short_e = number_trim(e);
  //@ assert above: short_e.length > 0 ==> pow256(short_e.length - 1) <= value(short_e.data, short_e.length);
  //@ assert long: short_e.length > 8 ==> pow256(8) <= pow256(short_e.length - 1);
  //@ assert below: value(short_e.data, short_e.length) < pow256(short_e.length);
  //@ assert short: short_e.length <= 8 ==> pow256(short_e.length) <= pow256(8);
  return k <= RSA_FREE_EXPONENT_BYTES || short_e.length <= RSA_EXPONENT_BYTES;
}

uint32_t rsa_size(const struct rsa_public_key *key)
{
  const uint8_t two[1] = {2};
  const struct tls12_bytes n = key->modulus, e = key->exponent;
  if (!modulus_usable(n) || e.length == 0 || e.data[e.length - 1] % 2 == 0) return 0;
  //@ assert two: value(&two[0], 1) == 2;
  if (!number_less((struct tls12_bytes){two, 1}, e) || !exponent_fits(e, n.length)) return 0;
  return number_less(e, n) ? n.length : 0;
}

/* The exponent without leading zeros: no longer than the modulus. */
/*@ requires memory: rsa_public_readable(key);
    requires usable: rsa_public_usable(key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures length: 1 <= \result.length <= 1024;
    ensures memory: \valid_read(\result.data + (0 .. \result.length - 1));
    ensures inside: \result.length <= key->exponent.length &&
                    \result.data == key->exponent.data + (key->exponent.length - \result.length);
    ensures value: value(\result.data, \result.length) == value(key->exponent.data, key->exponent.length); */
static struct tls12_bytes exponent_of(const struct rsa_public_key *key)
{
  const struct tls12_bytes e = number_trim(key->exponent);
  //@ assert positive: e.length > 0;
  //@ assert above: pow256(e.length - 1) <= value(e.data, e.length);
  //@ assert below: value(e.data, e.length) < pow256(key->modulus.length);
  //@ assert fits: e.length > key->modulus.length ==> pow256(key->modulus.length) <= pow256(e.length - 1);
  return e;
}

/* Signatures and what they should be are public: the comparison may take any time. */
/*@ requires size: 128 <= k <= 1024 && (null_parameters == 0 || null_parameters == 1);
    requires memory: \valid_read(em + (0 .. k - 1)) && \valid_read(digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures encodes: \result == 1 <==> signature_encoding(value(em, k), k, hash, 2 * null_parameters, digest.data,
                                                          digest.length); */
static int encodes(const uint8_t *em, uint32_t k, enum tls12_hash hash, struct tls12_bytes digest, int null_parameters)
{
  uint8_t expected[RSA_MAX_BYTES];
  if (!pkcs1_signature_encoding(expected, k, hash, digest, null_parameters)) return 0;
  //@ ghost pkcs1_octets(em, k);
  /*@ loop invariant range: i <= k;
      loop invariant same: \forall integer j; 0 <= j < i ==> em[j] == expected[j];
      loop assigns i;
      loop variant k - i; */
  for (uint32_t i = 0; i < k; i++)
    if (em[i] != expected[i]) return 0;
  return 1;
}

int rsa_secret_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in)
{
  const struct tls12_bytes n = key->modulus, e = exponent_of(key), base = {in, n.length}, zero = {NULL, 0};
  if (!number_less(zero, base) || !number_less(base, n)) return 0;
  number_power(out, base, e, n);
  //@ assert same_modulus: same_bytes{Pre,Here}(key->modulus.data, key->modulus.data, key->modulus.length);
  //@ assert same_exponent: same_bytes{Pre,Here}(key->exponent.data, key->exponent.data, key->exponent.length);
  //@ assert same_base: same_bytes{Pre,Here}(in, in, key->modulus.length);
  return 1;
}

int rsa_public_power(uint8_t *out, const struct rsa_public_key *key, const uint8_t *in)
{
  const struct tls12_bytes n = key->modulus, e = exponent_of(key), base = {in, n.length}, zero = {NULL, 0};
  if (!number_less(zero, base) || !number_less(base, n)) return 0;
  //@ assert odd: e.data[e.length - 1] == key->exponent.data[key->exponent.length - 1];
  number_public_power(out, base, e, n);
  //@ assert same_modulus: same_bytes{Pre,Here}(key->modulus.data, key->modulus.data, key->modulus.length);
  //@ assert same_exponent: same_bytes{Pre,Here}(key->exponent.data, key->exponent.data, key->exponent.length);
  //@ assert same_base: same_bytes{Pre,Here}(in, in, key->modulus.length);
  return 1;
}

int rsa_verify(const struct rsa_public_key *key, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes signature)
{
  uint8_t em[RSA_MAX_BYTES];
  const uint32_t k = rsa_size(key);
  if (k == 0 || signature.length != k) return 0;
  if (!rsa_public_power(em, key, signature.data)) {
    /*@ ghost pkcs1_zero(k); */
    //@ assert zero: power(0, value(key->exponent.data, key->exponent.length)) == 0;
    /*@ assert none: !signature_encoding(0, k, hash, 2, digest.data, digest.length) &&
                     !signature_encoding(0, k, hash, 0, digest.data, digest.length); */
    return 0;
  }
  return encodes(em, k, hash, digest, 1) || encodes(em, k, hash, digest, 0);
}

int rsa_encrypt(const struct rsa_public_key *key, struct tls12_bytes message, tls12_random random, void *context,
                uint8_t *out)
{
  uint8_t em[RSA_MAX_BYTES];
  const uint32_t k = rsa_size(key);
  if (k == 0) return 0;
  int encoded = pkcs1_encryption_encoding(em, k, message, random, context);
  /*@ assert same: same_bytes{Pre,Here}(key->modulus.data, key->modulus.data, k) &&
                   same_bytes{Pre,Here}(key->exponent.data, key->exponent.data, key->exponent.length); */
  /*@ ghost Encoded:; */
  if (encoded) encoded = rsa_secret_power(out, key, em);
  //@ assert em: same_bytes{Encoded,Here}(&em[0], &em[0], k);
  //@ assert kept: same_bytes{Encoded,Here}(message.data, message.data, message.length);
  //@ assert block: encoded == 1 ==> encryption_encoding(value(&em[0], k), k, message.data, message.length);
  /*@ assert encrypted: encoded == 1 ==>
        rsa_encryption(value(out, k), value(key->modulus.data, k), value(key->exponent.data, key->exponent.length), k,
                       message.data, message.length); */
  /*@ ghost Encrypted:; */
  wipe(em, k);
  //@ assert modulus: same_bytes{Encrypted,Here}(key->modulus.data, key->modulus.data, k);
  //@ assert exponent: same_bytes{Encrypted,Here}(key->exponent.data, key->exponent.data, key->exponent.length);
  //@ assert out: same_bytes{Encrypted,Here}(out, out, k);
  //@ assert message: same_bytes{Encrypted,Here}(message.data, message.data, message.length);
  return encoded;
}
