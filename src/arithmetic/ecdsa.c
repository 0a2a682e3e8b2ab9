#include "arithmetic/ecdsa.h"

#include <stddef.h>

#include "arithmetic/clear.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/ecdsa_lemmas.h"
#include "arithmetic/invert.h"
#include "arithmetic/multiply.h"
#include "arithmetic/nonce.h"
#include "arithmetic/scalar.h"
#include "arithmetic/small_lemmas.h"
#include "arithmetic/value_lemmas.h"
#include "crypto/wipe.h"

/* u1 G + u2 Q, affine, for u1 = e / s and u2 = r / s. */
/*@ requires curve: \valid_read(c) && is_curve(*c) && is_group(*c, group);
    requires numbers: is_reduced(e, c->order) && is_reduced(r, c->order) && is_reduced(s, c->order);
    requires point: is_affine_point(Q, group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures reduced: is_reduced(\result.x, c->field);
    ensures x: element(\result.x) ==
      affine(signature_point(0, element(Q.x), element(Q.y), element(e), element(r), element(s), group),
             signature_point(2, element(Q.x), element(Q.y), element(e), element(r), element(s), group), curve_p(group));
    ensures z: element(\result.z) ==
      affine(signature_point(2, element(Q.x), element(Q.y), element(e), element(r), element(s), group),
             signature_point(2, element(Q.x), element(Q.y), element(e), element(r), element(s), group), curve_p(group)); */
static struct curve_point signed_point(const struct prime_curve *c, unsigned group, struct field_element e,
                                       struct field_element r, struct field_element s, struct curve_point Q)
{
  const struct field_element w = invert(s, &c->order);
  return multiply_sum(group, field_mul(e, w, &c->order), field_mul(r, w, &c->order), Q);
}

/* 1 when the numbers r and s sign e under Q, else 0. */
/*@ requires curve: \valid_read(c) && is_curve(*c) && is_group(*c, group);
    requires reduced: is_reduced(e, c->order);
    requires point: is_affine_point(Q, group);
    requires memory: \valid_read(r_bytes + (0 .. c->bytes - 1)) && \valid_read(s_bytes + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures verifies: \result == 1 <==> ecdsa_verifies(element(Q.x), element(Q.y), element(e), value(r_bytes, c->bytes),
                                                      value(s_bytes, c->bytes), group); */
static int verify_numbers(const struct prime_curve *c, unsigned group, struct field_element e, const uint8_t *r_bytes,
                          const uint8_t *s_bytes, struct curve_point Q)
{
  const struct field_element zero = {{0}};
  //@ assert short: is_short(zero, 1);
  //@ assert zero: element(zero) == 0;
  const int usable = scalar_in_range(c, r_bytes) && scalar_in_range(c, s_bytes);
  /*@ assert scalars: usable != 0 <==> is_scalar(value(r_bytes, c->bytes), group) && is_scalar(value(s_bytes, c->bytes), group); */
  if (!usable) return 0;
  const struct field_element r = field_from_bytes(r_bytes, c->bytes), s = field_from_bytes(s_bytes, c->bytes);
  const struct curve_point R = signed_point(c, group, e, r, s, Q);
  const struct field_element x = field_reduce(R.x, &c->order);
  //@ assert numbers: element(r) == value(r_bytes, c->bytes) && element(s) == value(s_bytes, c->bytes);
  //@ assert x: element(x) == modulo(element(R.x), curve_n(group));
  /* at infinity Z is 0, and there is no x to compare */
  return !field_equal(R.z, zero) && field_equal(x, r);
}

/* 1 when the bytes are a signature of e under Q, else 0. */
/*@ requires group: curve_bytes(group) > 0;
    requires reduced: 0 <= element(e) < curve_n(group);
    requires point: is_affine_point(Q, group);
    requires signature: \valid_read(signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures verifies: \result == 1 <==>
      is_signature{Pre}(signature.data, signature.length, curve_bytes(group)) &&
      ecdsa_verifies(element(Q.x), element(Q.y), element(e), signature_r{Pre}(signature.data, signature.length),
                     signature_s{Pre}(signature.data, signature.length), group); */
static int verify_signature(unsigned group, struct field_element e, struct tls12_bytes signature, struct curve_point Q)
{
  uint8_t r[FIELD_BYTES], s[FIELD_BYTES];
  if (!ecdsa_signature_read(signature, ecdh_size(group), r, s)) return 0;
  return verify_numbers(prime_curve(group), group, e, r, s, Q);
}

/* The point of 04 || x || y */
/*@ requires size: size == curve_bytes(group) && size <= 66;
    requires memory: \valid_read(bytes + (0 .. 2 * size));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures x: element(\result.x) == point_x(bytes, group);
    ensures y: element(\result.y) == point_y(bytes, group);
    ensures z: element(\result.z) == 1; */
static struct curve_point read_point(unsigned group, const uint8_t *bytes, unsigned size)
{
  (void)group;
  return point_from_bytes(bytes + 1, size);
}

int ecdsa_verify(unsigned group, struct tls12_bytes public_point, struct tls12_bytes digest,
                 struct tls12_bytes signature)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL || digest.length > 64 || ecdh_check_point(group, public_point) != TLS12_NO_RULE) return 0;
  const unsigned size = c->bytes;
  //@ assert size: size == curve_bytes(group);
  const struct curve_point Q = read_point(group, public_point.data, size);
  const struct field_element e = scalar_from_digest(c, digest);
  //@ assert e: 0 <= element(e) == digest_number(digest.data, digest.length, group) < curve_n(group);
  return verify_signature(group, e, signature, Q);
}

/* A candidate of a scalar's bytes becomes the leftmost bits of it, as many as the order has (bits2int, RFC 6979 section
 * 2.3.2). */
/*@ requires size: size <= 66;
    requires memory: \valid(bytes + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns bytes[0 .. size - 1];
    ensures bits: value(bytes, size) == (size == 66 ? \old(value(bytes, size)) / 128 : \old(value(bytes, size))); */
static void leftmost_bits(uint8_t *bytes, unsigned size)
{
  if (size != 66) return;
  /* P-521: 528 bits become 521 */
  unsigned carry = 0;
  /*@ loop invariant range: 0 <= i <= 66 && carry < 128;
      loop invariant rest: \forall integer j; i <= j < 66 ==> bytes[j] == \at(bytes[j],Pre);
      loop invariant bits: 128 * value(bytes, i) + carry == value{Pre}(bytes, i);
      loop assigns i, carry, bytes[0 .. 65];
      loop variant 66 - i; */
  for (unsigned i = 0; i < 66; i++) {
    /*@ ghost Before:; */
    const unsigned next = bytes[i] % 128u;
    bytes[i] = (uint8_t)(bytes[i] / 128u + 2 * carry);
    carry = next;
    //@ assert kept: unchanged{Before,Here}(bytes, i);
    //@ assert same: value(bytes, i) == value{Before}(bytes, i);
  }
}

/* r = x(k G) mod n */
/*@ requires curve: \valid_read(c) && is_curve(*c) && is_group(*c, group);
    requires nonce: \valid_read(k + (0 .. c->bytes - 1)) && is_scalar(value(k, c->bytes), group);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures r: element(\result) == signing_r(value(k, c->bytes), group);
    ensures reduced: is_reduced(\result, c->order); */
static struct field_element sign_r(const struct prime_curve *c, unsigned group, const uint8_t *k)
{
  return field_reduce(multiply_base(group, field_from_bytes(k, c->bytes)).x, &c->order);
}

/* s = k^-1 (e + r d) mod n */
/*@ requires modulus: \valid_read(n) && is_modulus(*n);
    requires reduced: is_reduced(k, *n) && is_reduced(d, *n) && is_reduced(e, *n) && is_reduced(r, *n);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures s: element(\result) == signing_s(element(k), element(d), element(e), element(r), element(n->value));
    ensures reduced: is_reduced(\result, *n); */
static struct field_element sign_s(struct field_element k, struct field_element d, struct field_element e,
                                   struct field_element r, const struct modulus *n)
{
  return field_mul(invert(k, n), field_add(e, field_mul(r, d, n), n), n);
}

/* Two numbers, as bytes. */
/*@ requires size: size <= FIELD_BYTES;
    requires memory: \valid(r_bytes + (0 .. size - 1)) && \valid(s_bytes + (0 .. size - 1));
    requires separated: \separated(r_bytes + (0 .. size - 1), s_bytes + (0 .. size - 1));
    requires fits: element(r) < pow256(size) && element(s) < pow256(size);
    terminates \true;
    exits \false;
    assigns r_bytes[0 .. size - 1], s_bytes[0 .. size - 1];
    ensures r: value(r_bytes, size) == element(r);
    ensures s: value(s_bytes, size) == element(s); */
static void write_numbers(struct field_element r, struct field_element s, unsigned size, uint8_t *r_bytes,
                          uint8_t *s_bytes)
{
  field_to_bytes(r, r_bytes, size);
  /*@ ghost Written:; */
  field_to_bytes(s, s_bytes, size);
  //@ assert kept: unchanged{Written,Here}(r_bytes, size);
}

/* r and s for the nonce k; 0 when k is out of range or r or s is zero. All of it but r, s and the answer is secret. */
/*@ requires group: curve_bytes(group) > 0;
    requires reduced: 0 <= element(d) < curve_n(group) && 0 <= element(e) < curve_n(group);
    requires memory: \valid_read(k + (0 .. curve_bytes(group) - 1)) && \valid(r_bytes + (0 .. curve_bytes(group) - 1)) &&
                     \valid(s_bytes + (0 .. curve_bytes(group) - 1));
    requires separated: \separated(r_bytes + (0 .. curve_bytes(group) - 1), s_bytes + (0 .. curve_bytes(group) - 1));
    terminates \true;
    exits \false;
    assigns r_bytes[0 .. curve_bytes(group) - 1], s_bytes[0 .. curve_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures signs: \result == 1 ==>
      ecdsa_signs(value{Pre}(k, curve_bytes(group)), element(d), element(e), value(r_bytes, curve_bytes(group)),
                  value(s_bytes, curve_bytes(group)), group);
    ensures reduced: \result == 1 ==> value(r_bytes, curve_bytes(group)) < curve_n(group) &&
                                      value(s_bytes, curve_bytes(group)) < curve_n(group); */
static int sign_with(unsigned group, const uint8_t *k, struct field_element d, struct field_element e, uint8_t *r_bytes,
                     uint8_t *s_bytes)
{
  const struct prime_curve *c = prime_curve(group);
  const struct field_element zero = {{0}};
  //@ assert short: is_short(zero, 1);
  //@ assert zero: element(zero) == 0;
  if (!scalar_in_range(c, k)) return 0;
  const unsigned size = c->bytes;
  //@ assert size: size == curve_bytes(group);
  //@ assert order: element(c->order.value) == curve_n(group);
  const struct field_element r = sign_r(c, group, k);
  const struct field_element s = sign_s(field_from_bytes(k, size), d, e, r, &c->order);
  //@ assert r: element(r) == signing_r(value(k, size), group) < curve_n(group);
  //@ assert s: element(s) == signing_s(value(k, size), element(d), element(e), element(r), curve_n(group)) < curve_n(group);
  write_numbers(r, s, size, r_bytes, s_bytes);
  return !field_equal(r, zero) && !field_equal(s, zero);
}

/* r and s for the first nonce that gives a signature. */
/*@ requires group: curve_bytes(group) > 0;
    requires reduced: 0 <= element(d) < curve_n(group) && 0 <= element(e) < curve_n(group);
    requires memory: \valid(generator) && nonce_ready(generator) && \valid(r + (0 .. curve_bytes(group) - 1)) &&
                     \valid(s + (0 .. curve_bytes(group) - 1));
    requires separated: \separated(r + (0 .. curve_bytes(group) - 1), s + (0 .. curve_bytes(group) - 1)) &&
                        \separated(r + (0 .. curve_bytes(group) - 1), generator) &&
                        \separated(s + (0 .. curve_bytes(group) - 1), generator);
    terminates \true;
    exits \false;
    assigns *generator, r[0 .. curve_bytes(group) - 1], s[0 .. curve_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures signed: \result == 1 ==> ecdsa_signed(element(d), element(e), value(r, curve_bytes(group)),
                                                 value(s, curve_bytes(group)), group);
    ensures reduced: \result == 1 ==> value(r, curve_bytes(group)) < curve_n(group) &&
                                      value(s, curve_bytes(group)) < curve_n(group); */
static int sign_number(unsigned group, struct field_element d, struct field_element e, struct nonce *generator,
                       uint8_t *r, uint8_t *s)
{
  uint8_t k[FIELD_BYTES];
  const unsigned size = ecdh_size(group);
  int done = 0;
  /*@ loop invariant done: done == 0 || done == 1;
      loop invariant ready: nonce_ready(generator);
      loop invariant signed: done == 1 ==> ecdsa_signed(element(d), element(e), value(r, curve_bytes(group)),
                                                       value(s, curve_bytes(group)), group);
      loop invariant reduced: done == 1 ==> value(r, curve_bytes(group)) < curve_n(group) &&
                                           value(s, curve_bytes(group)) < curve_n(group);
      loop assigns attempt, done, *generator, k[0 .. 65], r[0 .. curve_bytes(group) - 1], s[0 .. curve_bytes(group) - 1];
      loop variant 64 - attempt; */
  for (int attempt = 0; attempt < 64 && !done; attempt++) {
    if (attempt > 0) nonce_retry(generator);
    nonce_next(generator, k, size);
    leftmost_bits(k, size);
    done = sign_with(group, k, d, e, r, s);
  }
  /*@ ghost Done:; */
  wipe(k, sizeof k);
  //@ assert r: unchanged{Done,Here}(r, size);
  //@ assert s: unchanged{Done,Here}(s, size);
  return done;
}

/* Clears the generator, which is apart from r and s. */
/*@ requires memory: \valid(generator);
    requires separated: \separated(generator, r + (0 .. size - 1)) && \separated(generator, s + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns *generator;
    ensures r: value(r, size) == \old(value(r, size));
    ensures s: value(s, size) == \old(value(s, size)); */
static void clear_nonces(struct nonce *generator, const uint8_t *r, const uint8_t *s, unsigned size)
{
  (void)r, (void)s, (void)size;
  nonce_clear(generator);
  //@ assert r: unchanged{Pre,Here}(r, size);
  //@ assert s: unchanged{Pre,Here}(s, size);
}

/* The same, the nonces from the private key x, the digest e and what is added. */
/*@ requires group: curve_bytes(group) > 0 && 0 < hash_size(hash);
    requires reduced: 0 <= element(d) < curve_n(group) && 0 <= element(e) < curve_n(group);
    requires fits: element(e) < pow256(curve_bytes(group));
    requires added: \valid_read(added.data + (0 .. added.length - 1));
    requires memory: \valid_read(x.data + (0 .. x.length - 1)) && \valid(r + (0 .. curve_bytes(group) - 1)) &&
                     \valid(s + (0 .. curve_bytes(group) - 1));
    requires separated: \separated(r + (0 .. curve_bytes(group) - 1), s + (0 .. curve_bytes(group) - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. curve_bytes(group) - 1], s[0 .. curve_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures signed: \result == 1 ==> ecdsa_signed(element(d), element(e), value(r, curve_bytes(group)),
                                                 value(s, curve_bytes(group)), group);
    ensures reduced: \result == 1 ==> value(r, curve_bytes(group)) < curve_n(group) &&
                                      value(s, curve_bytes(group)) < curve_n(group); */
static int sign_seeded(unsigned group, enum tls12_hash hash, struct tls12_bytes x, struct field_element d,
                       struct field_element e, struct tls12_bytes added, uint8_t *r, uint8_t *s)
{
  uint8_t octets[FIELD_BYTES];
  struct nonce generator;
  const unsigned size = ecdh_size(group);
  const struct tls12_bytes h1 = {octets, size};
  field_to_bytes(e, octets, size); /* bits2octets(h1) */
  nonce_start(&generator, hash, x, h1, added);
  const int done = sign_number(group, d, e, &generator, r, s);
  clear_nonces(&generator, r, s, size);
  return done;
}

/* r and s for a private key that is in range. */
/*@ requires group: curve_bytes(group) > 0;
    requires scalar: \valid_read(private_scalar + (0 .. curve_bytes(group) - 1)) &&
                     is_scalar(value(private_scalar, curve_bytes(group)), group);
    requires digest: digest.length == hash_size(hash) && 0 < digest.length <= 64 &&
                     \valid_read(digest.data + (0 .. digest.length - 1)) &&
                     \valid_read(added.data + (0 .. added.length - 1));
    requires memory: \valid(r + (0 .. curve_bytes(group) - 1)) && \valid(s + (0 .. curve_bytes(group) - 1));
    requires separated: \separated(r + (0 .. curve_bytes(group) - 1), s + (0 .. curve_bytes(group) - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. curve_bytes(group) - 1], s[0 .. curve_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures signed: \result == 1 ==>
      ecdsa_signed(value{Pre}(private_scalar, curve_bytes(group)), digest_number{Pre}(digest.data, digest.length, group),
                   value(r, curve_bytes(group)), value(s, curve_bytes(group)), group);
    ensures top: \result == 1 && curve_bytes(group) == 66 ==> r[0] <= 127 && s[0] <= 127; */
static int sign_digest(unsigned group, const uint8_t *private_scalar, enum tls12_hash hash, struct tls12_bytes digest,
                       struct tls12_bytes added, uint8_t *r, uint8_t *s)
{
  const struct prime_curve *c = prime_curve(group);
  const unsigned size = c->bytes;
  //@ assert size: size == curve_bytes(group);
  const struct field_element e = scalar_from_digest(c, digest);
  struct field_element d = field_from_bytes(private_scalar, size);
  //@ assert e: 0 <= element(e) == digest_number(digest.data, digest.length, group) < curve_n(group);
  //@ assert d: 0 <= element(d) == value(private_scalar, size) < curve_n(group);
  const struct tls12_bytes x = {private_scalar, size};
  const int done = sign_seeded(group, hash, x, d, e, added, r, s);
  limbs_clear(d.limb, FIELD_LIMBS);
  return done;
}

int ecdsa_sign(unsigned group, const uint8_t *private_scalar, enum tls12_hash hash, struct tls12_bytes digest,
               struct tls12_bytes added, uint8_t *signature, uint32_t *length)
{
  *length = 0;
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL || digest.length == 0 || digest.length > 64 || tls12_hash_size(hash) != digest.length ||
      !scalar_in_range(c, private_scalar))
    return 0;
  const unsigned size = c->bytes;
  //@ assert size: size == curve_bytes(group);
  uint8_t r[FIELD_BYTES], s[FIELD_BYTES];
  const int done = sign_digest(group, private_scalar, hash, digest, added, r, s);
  field_clear_stack();
  if (done) *length = ecdsa_signature_write(r, s, size, signature);
  return done;
}
