#include "arithmetic/ecdsa.h"

#include <stddef.h>

#include "arithmetic/clear.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/nonce.h"
#include "arithmetic/scalar.h"
#include "arithmetic/small_lemmas.h"
#include "arithmetic/value_lemmas.h"
#include "crypto/wipe.h"

/* a P for a reduced number a. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires factor: is_reduced(a, c->order);
    requires point: is_point(P, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures multiple: is_multiple(\result, element(a), P, *c); */
static struct curve_point multiply_number(const struct prime_curve *c, struct field_element a, struct curve_point P)
{
  uint8_t scalar[FIELD_BYTES];
  field_to_bytes(a, scalar, c->bytes);
  return point_multiply(c, scalar, P);
}

/* u1 G + u2 Q, as an affine point. */
/*@ requires curve: \valid_read(c) && is_curve(*c) && is_group(*c, group);
    requires numbers: is_reduced(e, c->order) && is_reduced(r, c->order) && is_reduced(s, c->order);
    requires point: is_point(Q, c->field) && element(Q.z) == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures x: element(\result.x) ==
      affine(signature_point(0, element(Q.x), element(Q.y), element(e), element(r), element(s), group),
             signature_point(2, element(Q.x), element(Q.y), element(e), element(r), element(s), group), curve_p(group));
    ensures z: element(\result.z) ==
      affine(signature_point(2, element(Q.x), element(Q.y), element(e), element(r), element(s), group),
             signature_point(2, element(Q.x), element(Q.y), element(e), element(r), element(s), group), curve_p(group)); */
static struct curve_point combine(const struct prime_curve *c, unsigned group, struct field_element e,
                                  struct field_element r, struct field_element s, struct curve_point Q)
{
  (void)group;
  const struct field_element w = field_invert(s, &c->order);
  const struct curve_point u1G = multiply_number(c, field_mul(e, w, &c->order), c->base);
  const struct curve_point u2Q = multiply_number(c, field_mul(r, w, &c->order), Q);
  return point_affine(c, point_add(c, u1G, u2Q));
}

int ecdsa_verify(unsigned group, struct tls12_bytes public_point, struct tls12_bytes digest,
                 struct tls12_bytes signature)
{
  const struct prime_curve *c = prime_curve(group);
  const struct field_element zero = {{0}};
  uint8_t r_bytes[FIELD_BYTES], s_bytes[FIELD_BYTES];
  //@ assert short: is_short(zero, 1);
  //@ assert zero: element(zero) == 0;
  if (c == NULL || digest.length > 64 || ecdh_check_point(group, public_point) != TLS12_NO_RULE ||
      !ecdsa_signature_read(signature, c->bytes, r_bytes, s_bytes) || !scalar_in_range(c, r_bytes) ||
      !scalar_in_range(c, s_bytes))
    return 0;
  const struct field_element r = field_from_bytes(r_bytes, c->bytes), s = field_from_bytes(s_bytes, c->bytes);
  const struct field_element e = scalar_from_digest(c, digest);
  const struct curve_point R = combine(c, group, e, r, s, point_from_bytes(public_point.data + 1, c->bytes));
  /* at infinity Z is 0, and there is no x to compare */
  return !field_equal(R.z, zero) && field_equal(field_reduce(R.x, &c->order), r);
}

/* A candidate of c->bytes bytes becomes the leftmost c->bits bits of it (bits2int, RFC 6979 section 2.3.2). */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires memory: \valid(bytes + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns bytes[0 .. c->bytes - 1]; */
static void leftmost_bits(const struct prime_curve *c, uint8_t *bytes)
{
  if (c->bits % 8 == 0) return;
  /* P-521: 528 bits become 521 */
  unsigned carry = 0;
  /*@ loop invariant range: 0 <= i <= c->bytes && carry < 128;
      loop assigns i, carry, bytes[0 .. c->bytes - 1];
      loop variant c->bytes - i; */
  for (unsigned i = 0; i < c->bytes; i++) {
    const unsigned next = bytes[i] % 128u;
    bytes[i] = (uint8_t)(bytes[i] / 128u + 2 * carry);
    carry = next;
  }
}

/* r = x(k G) mod n */
/*@ requires curve: \valid_read(c) && is_curve(*c) && is_group(*c, group);
    requires memory: \valid_read(k + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures r: element(\result) == signing_r(value(k, c->bytes), group);
    ensures reduced: is_reduced(\result, c->order); */
static struct field_element sign_r(const struct prime_curve *c, unsigned group, const uint8_t *k)
{
  (void)group;
  return field_reduce(point_affine(c, point_multiply(c, k, c->base)).x, &c->order);
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
  return field_mul(field_invert(k, n), field_add(e, field_mul(r, d, n), n), n);
}

/* r and s for the nonce k; 0 when k is out of range or r or s is zero. All of it but r, s and the answer is secret. */
/*@ requires curve: \valid_read(c) && is_curve(*c) && is_group(*c, group);
    requires reduced: is_reduced(d, c->order) && is_reduced(e, c->order);
    requires memory: \valid_read(k + (0 .. c->bytes - 1)) && \valid(r_bytes + (0 .. c->bytes - 1)) &&
                     \valid(s_bytes + (0 .. c->bytes - 1));
    requires separated: \separated(r_bytes + (0 .. c->bytes - 1), s_bytes + (0 .. c->bytes - 1)) &&
                        \separated(r_bytes + (0 .. c->bytes - 1), c) && \separated(s_bytes + (0 .. c->bytes - 1), c);
    terminates \true;
    exits \false;
    assigns r_bytes[0 .. c->bytes - 1], s_bytes[0 .. c->bytes - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures signs: \result == 1 ==> ecdsa_signs(value{Pre}(k, c->bytes), element(d), element(e), value(r_bytes, c->bytes),
                                              value(s_bytes, c->bytes), group);
    ensures reduced: \result == 1 ==> value(r_bytes, c->bytes) < element(c->order.value) &&
                                      value(s_bytes, c->bytes) < element(c->order.value); */
static int sign_with(const struct prime_curve *c, unsigned group, const uint8_t *k, struct field_element d,
                     struct field_element e, uint8_t *r_bytes, uint8_t *s_bytes)
{
  const struct field_element zero = {{0}};
  //@ assert short: is_short(zero, 1);
  //@ assert zero: element(zero) == 0;
  if (!scalar_in_range(c, k)) return 0;
  const struct field_element r = sign_r(c, group, k);
  const struct field_element s = sign_s(field_from_bytes(k, c->bytes), d, e, r, &c->order);
  field_to_bytes(r, r_bytes, c->bytes);
  field_to_bytes(s, s_bytes, c->bytes);
  return !field_equal(r, zero) && !field_equal(s, zero);
}

int ecdsa_sign(unsigned group, const uint8_t *private_scalar, enum tls12_hash hash, struct tls12_bytes digest,
               uint8_t *signature, uint32_t *length)
{
  const struct prime_curve *c = prime_curve(group);
  *length = 0;
  if (c == NULL || digest.length == 0 || digest.length > 64 || tls12_hash_size(hash) != digest.length ||
      !scalar_in_range(c, private_scalar))
    return 0;
  uint8_t octets[FIELD_BYTES], k[FIELD_BYTES], r[FIELD_BYTES], s[FIELD_BYTES];
  const struct field_element e = scalar_from_digest(c, digest);
  struct field_element d = field_from_bytes(private_scalar, c->bytes);
  struct nonce generator;
  field_to_bytes(e, octets, c->bytes); /* bits2octets(h1) */
  const struct tls12_bytes x = {private_scalar, c->bytes}, h1 = {octets, c->bytes};
  nonce_start(&generator, hash, x, h1);
  int done = 0;
  /*@ loop invariant done: done == 0 || done == 1;
      loop invariant ready: nonce_ready(&generator);
      loop invariant signs: done == 1 ==> ecdsa_signed(value{Pre}(private_scalar, c->bytes), element(e), value(&r[0], c->bytes),
                                                       value(&s[0], c->bytes), group);
      loop assigns attempt, done, generator, k[0 .. c->bytes - 1], r[0 .. c->bytes - 1], s[0 .. c->bytes - 1];
      loop variant 64 - attempt; */
  for (int attempt = 0; attempt < 64 && !done; attempt++) {
    if (attempt > 0) nonce_retry(&generator);
    nonce_next(&generator, k, c->bytes);
    leftmost_bits(c, k);
    done = sign_with(c, group, k, d, e, r, s);
  }
  if (done) *length = ecdsa_signature_write(r, s, c->bytes, signature);
  nonce_clear(&generator);
  wipe(k, sizeof k);
  limbs_clear(d.limb, FIELD_LIMBS);
  field_clear_stack();
  return done;
}
