#include "arithmetic/pkcs1.h"

/*@ ghost
  /@ requires size: 0 < k <= 1024;
     requires memory: \valid_read(em + (0 .. k - 1));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures octets: \forall integer i; 0 <= i < k ==> octet(value(em, k), k, i) == em[i];
     ensures range: 0 <= value(em, k) < pow256(k); @/
  void pkcs1_octets(const uint8_t *em, uint32_t k)
  {
    uint32_t n = 0;
    /@ loop invariant steps: n <= k;
       loop invariant natural: 0 <= value(em, n) < pow256(n);
       loop invariant octets: \forall integer i; 0 <= i < n ==> octet(value(em, n), n, i) == em[i];
       loop assigns n;
       loop variant k - n; @/
    while (n < k) {
      n++;
      /@ assert rest: value(em, n) / 256 == value(em, n - 1) && value(em, n) % 256 == em[n - 1]; @/
    }
  }

  /@ requires size: 3 <= k <= 1024;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures zero: octet(0, k, 1) == 0;
     ensures one: octet(1, k, 1) == 0; @/
  void pkcs1_zero(uint32_t k)
  {
    uint32_t n = 2;
    /@ loop invariant steps: 2 <= n <= k;
       loop invariant zero: octet(0, n, 1) == 0;
       loop invariant one: n > 2 ==> octet(1, n, 1) == 0;
       loop assigns n;
       loop variant k - n; @/
    while (n < k) n++;
  }
*/

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == digest_size(hash); */
static uint32_t hash_bytes(enum tls12_hash hash)
{
  switch (hash) {
  case TLS12_SHA1: return 20;
  case TLS12_SHA224: return 28;
  case TLS12_SHA256: return 32;
  case TLS12_SHA384: return 48;
  case TLS12_SHA512: return 64;
  default: return 0;
  }
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == oid_size(hash); */
static uint32_t oid_bytes(enum tls12_hash hash)
{
  return hash == TLS12_SHA1 ? 5 : 9;
}

/* The last arc of id-sha224 to id-sha512 is 4, 1, 2, 3. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures arc: hash != TLS12_SHA1 ==> \result == oid_octet(hash, 8); */
static uint8_t sha2_arc(enum tls12_hash hash)
{
  switch (hash) {
  case TLS12_SHA256: return 1;
  case TLS12_SHA384: return 2;
  case TLS12_SHA512: return 3;
  default: return 4;
  }
}

/*@ requires place: i < 5;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures octet: \result == oid_octet(TLS12_SHA1, i); */
static uint8_t sha1_byte(uint32_t i)
{
  switch (i) {
  case 0: return 0x2b;
  case 1: return 0x0e;
  case 2: return 0x03;
  case 3: return 0x02;
  default: return 0x1a;
  }
}

/*@ requires place: hash != TLS12_SHA1 && i < 9;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures octet: \result == oid_octet(hash, i); */
static uint8_t sha2_byte(enum tls12_hash hash, uint32_t i)
{
  if (i == 8) return sha2_arc(hash);
  switch (i) {
  case 0: return 0x60;
  case 1: return 0x86;
  case 2: return 0x48;
  case 3: return 0x01;
  case 4: return 0x65;
  case 5: return 0x03;
  case 6: return 0x04;
  default: return 0x02;
  }
}

/* Byte i of DigestInfo up to the digest; everything is below 128 bytes, so lengths take one byte. */
/*@ requires place: i < info_size(hash, parameters) && (parameters == 0 || parameters == 2);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures octet: \result == info_octet(hash, parameters, i); */
static uint8_t info_byte(enum tls12_hash hash, uint32_t parameters, uint32_t i)
{
  const uint32_t h = hash_bytes(hash), oid = oid_bytes(hash);
  if (i == 0 || i == 2) return 0x30; /* SEQUENCE */
  if (i == 1) return (uint8_t)(6 + oid + parameters + h);
  if (i == 3) return (uint8_t)(2 + oid + parameters);
  if (i == 4) return 0x06; /* OBJECT IDENTIFIER */
  if (i == 5) return (uint8_t)oid;
  if (i < 6 + oid) return hash == TLS12_SHA1 ? sha1_byte(i - 6) : sha2_byte(hash, i - 6);
  if (i < 6 + oid + parameters) return i == 6 + oid ? 0x05 : 0x00; /* NULL */
  return i == 6 + oid + parameters ? 0x04 : (uint8_t)h;            /* OCTET STRING */
}

/*@ requires size: k <= 1024 && (parameters == 0 || parameters == 2) && i < k;
    requires fits: signature_fits(k, hash, parameters, digest.length);
    requires memory: \valid_read(digest.data + (0 .. digest.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures octet: \result == signature_octet(k, hash, parameters, digest.data, i); */
static uint8_t signature_byte(uint32_t k, enum tls12_hash hash, uint32_t parameters, struct tls12_bytes digest,
                              uint32_t i)
{
  const uint32_t rest = k - digest.length, info = rest - 8 - oid_bytes(hash) - parameters;
  if (i == 0) return 0x00;
  if (i == 1) return 0x01;
  if (i < info - 1) return 0xff;
  if (i == info - 1) return 0x00;
  return i < rest ? info_byte(hash, parameters, i - info) : digest.data[i - rest];
}

int pkcs1_signature_encoding(uint8_t *em, uint32_t k, enum tls12_hash hash, struct tls12_bytes digest,
                             int null_parameters)
{
  const uint32_t h = hash_bytes(hash), parameters = null_parameters ? 2 : 0;
  if (h == 0 || digest.length != h || k < 11 + 8 + oid_bytes(hash) + parameters + h) return 0;
  /*@ loop invariant range: i <= k;
      loop invariant bytes: \forall integer j; 0 <= j < i ==>
        em[j] == signature_octet{Pre}(k, hash, parameters, digest.data, j);
      loop assigns i, em[0 .. k - 1];
      loop variant k - i; */
  for (uint32_t i = 0; i < k; i++) em[i] = signature_byte(k, hash, parameters, digest, i);
  return 1;
}

/* Sixteen zero bytes in a row come from a broken source, not from chance. */
/*@ requires memory: \valid(byte);
    terminates \true;
    exits \false;
    assigns *byte;
    ensures nonzero: \result == 0 || (\result == 1 && *byte != 0); */
static int nonzero_byte(uint8_t *byte, tls12_random random, void *context)
{
  /*@ loop invariant range: 0 <= tries <= 16;
      loop assigns tries, *byte;
      loop variant 16 - tries; */
  for (int tries = 0; tries < 16; tries++) {
    if (!random_draw(random, context, byte, 1)) return 0;
    if (*byte != 0) return 1;
  }
  return 0;
}

/* PS: em[2 .. end-1] random, none of them zero. */
/*@ requires memory: 2 <= end <= 1024 && \valid(em + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns em[2 .. end - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures nonzero: \result == 1 ==> \forall integer i; 2 <= i < end ==> em[i] != 0; */
static int nonzero_bytes(uint8_t *em, uint32_t end, tls12_random random, void *context)
{
  if (!random_draw(random, context, em + 2, end - 2)) return 0;
  /*@ loop invariant range: 2 <= i <= end;
      loop invariant nonzero: \forall integer j; 2 <= j < i ==> em[j] != 0;
      loop assigns i, em[2 .. end - 1];
      loop variant end - i; */
  for (uint32_t i = 2; i < end; i++)
    if (em[i] == 0 && !nonzero_byte(em + i, random, context)) return 0;
  return 1;
}

int pkcs1_encryption_encoding(uint8_t *em, uint32_t k, struct tls12_bytes message, tls12_random random, void *context)
{
  if (message.length > k - 11) return 0;
  const uint32_t end = k - message.length - 1;
  if (!nonzero_bytes(em, end, random, context)) return 0;
  em[0] = 0x00;
  em[1] = 0x02;
  em[end] = 0x00;
  /*@ loop invariant range: i <= message.length;
      loop invariant copied: \forall integer j; 0 <= j < i ==> em[end + 1 + j] == \at(message.data[j], Pre);
      loop assigns i, em[end + 1 .. k - 1];
      loop variant message.length - i; */
  for (uint32_t i = 0; i < message.length; i++) em[end + 1 + i] = message.data[i];
  //@ assert start: em[0] == 0 && em[1] == 2 && em[end] == 0;
  //@ assert ps: \forall integer i; 2 <= i < end ==> em[i] != 0;
  //@ assert message: \forall integer j; 0 <= j < message.length ==> em[k - message.length + j] == message.data[j];
  //@ ghost pkcs1_octets(em, k);
  return 1;
}
