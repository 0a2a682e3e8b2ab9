/* The encodings of PKCS#1 v1.5 (RFC 8017 sections 7.2 and 9.2), bytes only. k is the length of the RSA modulus in bytes. */
#ifndef TLS12_ARITHMETIC_PKCS1_H
#define TLS12_ARITHMETIC_PKCS1_H

#include "spec/algorithms.h"
#include "spec/pkcs1.h"
#include "wire/bytes.h"
#include "wire/random.h"
#include <stdint.h>

/*@ ghost
  // The octets of the number that bytes hold are these bytes.
  /@ requires size: 0 < k <= 1024;
     requires memory: \valid_read(em + (0 .. k - 1));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures octets: \forall integer i; 0 <= i < k ==> octet(value(em, k), k, i) == em[i];
     ensures range: 0 <= value(em, k) < pow256(k); @/
  void pkcs1_octets(const uint8_t *em, uint32_t k);

  // Neither 0 nor 1 is an encoded message.
  /@ requires size: 3 <= k <= 1024;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures zero: octet(0, k, 1) == 0;
     ensures one: octet(1, k, 1) == 0; @/
  void pkcs1_zero(uint32_t k);
*/

/* EMSA-PKCS1-v1_5: em = 00 01 FF..FF 00 DigestInfo, k bytes. 1 on success; 0 when k is too small, the hash is not SHA-1 to
 * SHA-512 or the digest has another length than the hash. null_parameters 1: AlgorithmIdentifier parameters NULL; 0: absent. */
/*@ requires size: k <= 1024 && (null_parameters == 0 || null_parameters == 1);
    requires memory: \valid(em + (0 .. k - 1)) && \valid_read(digest.data + (0 .. digest.length - 1));
    requires separated: \separated(em + (0 .. k - 1), digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns em[0 .. k - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures fits: \result == 1 <==> signature_fits(k, hash, 2 * null_parameters, digest.length);
    ensures bytes: \result == 1 ==> (\forall integer i; 0 <= i < k ==>
                   em[i] == signature_octet(k, hash, 2 * null_parameters, digest.data, i)); */
int pkcs1_signature_encoding(uint8_t *em, uint32_t k, enum tls12_hash hash, struct tls12_bytes digest,
                             int null_parameters);

/* EME-PKCS1-v1_5: em = 00 02 PS 00 message, k bytes, PS random and not zero. 1 on success; 0 when the message is longer than
 * k - 11 or the random source fails. */
/*@ requires size: 128 <= k <= 1024;
    requires memory: \valid(em + (0 .. k - 1)) && \valid_read(message.data + (0 .. message.length - 1));
    requires separated: \separated(em + (0 .. k - 1), message.data + (0 .. message.length - 1));
    terminates \true;
    exits \false;
    assigns em[0 .. k - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures encoding: \result == 1 ==> encryption_encoding(value(em, k), k, message.data, message.length); */
int pkcs1_encryption_encoding(uint8_t *em, uint32_t k, struct tls12_bytes message, tls12_random random, void *context);

/* 1 when em, k bytes, is 00 02 PS 00 followed by 48 bytes that start with the version, PS without zero; else 0. Time does
 * not depend on em. */
/*@ requires size: 128 <= k <= 1024 && version <= 65535;
    requires memory: \valid_read(em + (0 .. k - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures good: \result == 1 <==> premaster_encoding(value(em, k), k, version); */
uint32_t pkcs1_premaster_good(const uint8_t *em, uint32_t k, uint32_t version);

/* out = good is 1 ? yes : no, 48 bytes, without a branch; good is 0 or 1. */
/*@ requires choice: good == 0 || good == 1;
    requires memory: \valid(out + (0 .. 47)) && \valid_read(yes + (0 .. 47)) && \valid_read(no + (0 .. 47));
    requires separated: \separated(out + (0 .. 47), yes + (0 .. 47)) && \separated(out + (0 .. 47), no + (0 .. 47));
    terminates \true;
    exits \false;
    assigns out[0 .. 47];
    ensures chosen: \forall integer i; 0 <= i < 48 ==> out[i] == (good == 1 ? yes[i] : no[i]); */
void pkcs1_premaster_select(uint8_t out[48], uint32_t good, const uint8_t *yes, const uint8_t *no);

#endif
