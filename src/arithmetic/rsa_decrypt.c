#include "arithmetic/rsa.h"

#include "arithmetic/number.h"
#include "arithmetic/pkcs1.h"
#include "arithmetic/rsa_crt.h"
#include "arithmetic/rsa_private.h"
#include "crypto/wipe.h"
#include <stddef.h>

/* The k bytes to decrypt: 1 and the ciphertext, when it has k bytes, is not zero and below the modulus (RFC 8017 section
 * 7.2.2); else 0 and the number 1. All of that is public, and the path goes on either way. */
/*@ requires size: 128 <= modulus.length <= 1024 && ciphertext.length <= 16777216;
    requires memory: \valid(input + (0 .. modulus.length - 1)) &&
                     \valid_read(ciphertext.data + (0 .. ciphertext.length - 1)) &&
                     \valid_read(modulus.data + (0 .. modulus.length - 1));
    requires separated: \separated(input + (0 .. modulus.length - 1), ciphertext.data + (0 .. ciphertext.length - 1));
    terminates \true;
    exits \false;
    assigns input[0 .. modulus.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures usable: \result == 1 <==> ciphertext.length == modulus.length &&
      0 < \old(value(ciphertext.data, ciphertext.length)) < \old(value(modulus.data, modulus.length));
    ensures input: \result == 1 ==>
      value(input, modulus.length) == \old(value(ciphertext.data, ciphertext.length));
    ensures positive: value(input, modulus.length) > 0; */
static uint32_t input_of(uint8_t *input, struct tls12_bytes ciphertext, struct tls12_bytes modulus)
{
  const struct tls12_bytes zero = {NULL, 0};
  const uint32_t k = modulus.length;
  const int usable = ciphertext.length == k && number_less(zero, ciphertext) && number_less(ciphertext, modulus);
  /*@ loop invariant range: i <= k;
      loop invariant copied: usable == 1 ==> \forall integer j; 0 <= j < i ==> input[j] == \at(ciphertext.data[j], Pre);
      loop assigns i, input[0 .. k - 1];
      loop variant k - i; */
  for (uint32_t i = 0; i < k; i++) input[i] = usable ? ciphertext.data[i] : 0;
  //@ assert copy: usable == 1 ==> same_bytes{Here,Pre}(input, ciphertext.data, k);
  if (!usable) input[k - 1] = 1;
  return usable ? 1 : 0;
}

/* em = ciphertext^d mod n, k bytes, and in *good whether that is a premaster secret; 0, and *good is 0, when it cannot be blinded. */
/*@ requires memory: rsa_private_readable(key) && \valid_read(ciphertext.data + (0 .. ciphertext.length - 1)) &&
                     ciphertext.length <= 16777216 && \valid(em + (0 .. key->modulus.length - 1)) && \valid(good);
    requires separated: \separated(good, em + (0 .. key->modulus.length - 1));
    requires usable: rsa_private_usable(key) && client_version <= 65535;
    terminates \true;
    exits \false;
    assigns em[0 .. key->modulus.length - 1], *good;
    ensures answer: (\result == 0 || \result == 1) && (*good == 0 || *good == 1);
    ensures failed: \result == 0 ==> *good == 0;
    ensures good: \old(rsa_private_pair(key)) && \result == 1 ==>
      (*good == 1 <==> \old(rsa_premaster(key, ciphertext.data, ciphertext.length, client_version)));
    ensures bytes: \old(rsa_private_pair(key)) && *good == 1 ==> \forall integer i; 0 <= i < ciphertext.length ==>
      octet(\old(rsa_decryption(key, ciphertext.data, ciphertext.length)), ciphertext.length, i) == em[i]; */
static int decrypted(uint8_t *em, uint32_t *good, const struct rsa_private_key *key, struct tls12_bytes ciphertext,
                     uint32_t client_version, tls12_random random, void *context)
{
  uint8_t input[RSA_MAX_BYTES];
  const struct tls12_bytes n = key->modulus;
  //@ ghost const struct tls12_bytes e = key->public_exponent;
  //@ ghost const struct tls12_bytes d = key->private_exponent;
  const uint32_t usable = input_of(input, ciphertext, n);
  //@ assert same_modulus: same_bytes{Pre,Here}(n.data, n.data, n.length);
  //@ assert same_public: same_bytes{Pre,Here}(e.data, e.data, e.length);
  //@ assert same_exponent: same_bytes{Pre,Here}(d.data, d.data, d.length);
  //@ assert modulus: rsa_key(n.data, n.length, e.data, e.length);
  const int done = rsa_checked_power(em, input, key, random, context);
  /*@ assert power: done == 1 && usable == 1 && rsa_private_pair{Pre}(key) ==>
        value(em, n.length) == \at(rsa_decryption(key, ciphertext.data, ciphertext.length), Pre); */
  const uint32_t premaster = pkcs1_premaster_good(em, n.length, client_version);
  //@ ghost pkcs1_octets(em, n.length);
  //@ ghost pkcs1_zero(n.length);
  //@ assert zero: power(0, value{Pre}(d.data, d.length)) == 0 || power(0, value{Pre}(d.data, d.length)) == 1;
  *good = (uint32_t)done * usable * premaster;
  return done;
}

int rsa_decrypt_premaster(const struct rsa_private_key *key, struct tls12_bytes ciphertext, uint32_t client_version,
                          const uint8_t substitute[48], tls12_random random, void *context, uint8_t premaster[48])
{
  uint8_t em[RSA_MAX_BYTES];
  uint32_t good;
  const uint32_t k = rsa_private_size(key);
  if (k == 0) {
    pkcs1_premaster_select(premaster, 0, substitute, substitute);
    return 0;
  }
  const int done = decrypted(em, &good, key, ciphertext, client_version, random, context);
  /*@ assert block: good == 1 && rsa_private_pair{Pre}(key) ==> \forall integer i; 0 <= i < 48 ==> em[k - 48 + i] ==
        octet(\at(rsa_decryption(key, ciphertext.data, ciphertext.length), Pre), k, k - 48 + i); */
  //@ assert substitute: same_bytes{Pre,Here}(substitute, substitute, 48);
  pkcs1_premaster_select(premaster, good, em + (k - 48), substitute);
  /*@ assert decrypted: good == 1 && rsa_private_pair{Pre}(key) ==> \forall integer i; 0 <= i < 48 ==> premaster[i] ==
        octet(\at(rsa_decryption(key, ciphertext.data, ciphertext.length), Pre), k, k - 48 + i); */
  wipe(em, k);
  return done;
}
