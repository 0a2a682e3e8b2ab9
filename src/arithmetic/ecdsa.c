#include "arithmetic/ecdsa.h"

#include <stddef.h>

#include "arithmetic/ecdh.h"
#include "arithmetic/nonce.h"
#include "arithmetic/scalar.h"
#include "crypto/hmac.h"
#include "crypto/wipe.h"

int ecdsa_verify(unsigned group, struct tls12_bytes public_point, struct tls12_bytes digest,
                 struct tls12_bytes signature)
{
  const struct prime_curve *c = prime_curve(group);
  uint8_t bytes[2][FIELD_BYTES], multiplier[FIELD_BYTES];
  if (c == NULL || digest.length > 64 || ecdh_check_point(group, public_point) != TLS12_NO_RULE ||
      !ecdsa_signature_read(signature, c->bytes, bytes[0], bytes[1]) || !scalar_in_range(c, bytes[0]) ||
      !scalar_in_range(c, bytes[1]))
    return 0;
  const struct modulus *n = &c->order;
  struct field_element r = field_from_bytes(bytes[0], c->bytes), s = field_from_bytes(bytes[1], c->bytes);
  struct field_element w = field_invert(s, n);
  struct curve_point Q = {field_from_bytes(public_point.data + 1, c->bytes),
                          field_from_bytes(public_point.data + 1 + c->bytes, c->bytes),
                          {{1}}};
  field_to_bytes(field_mul(scalar_from_digest(c, digest), w, n), multiplier, c->bytes);
  struct curve_point u1G = point_multiply(c, multiplier, c->base);
  field_to_bytes(field_mul(r, w, n), multiplier, c->bytes);
  struct curve_point u2Q = point_multiply(c, multiplier, Q);
  struct curve_point R = point_affine(c, point_add(c, u1G, u2Q));
  /* at infinity Z is 0, and there is no x to compare */
  const struct field_element zero = {{0}};
  return !field_equal(R.z, zero) && field_equal(field_reduce(R.x, n), r);
}

/* A candidate of c->bytes bytes becomes the leftmost c->bits bits of it (bits2int, RFC 6979 section 2.3.2). */
static void leftmost_bits(const struct prime_curve *c, uint8_t *bytes)
{
  if (c->bits % 8 != 0) /* P-521: 528 bits become 521 */
    for (unsigned i = c->bytes; i-- > 0;)
      bytes[i] = (uint8_t)(bytes[i] / 128u + (i == 0 ? 0u : bytes[i - 1] % 128u * 2u));
}

/* r and s for the nonce k; 0 when k is out of range or r or s is zero. All of it but r, s and the answer is secret. */
static int sign_with(const struct prime_curve *c, const uint8_t *k, struct field_element d, struct field_element h,
                     uint8_t *r_bytes, uint8_t *s_bytes)
{
  const struct modulus *n = &c->order;
  const struct field_element zero = {{0}};
  if (!scalar_in_range(c, k)) return 0;
  struct field_element r = field_reduce(point_affine(c, point_multiply(c, k, c->base)).x, n);
  struct field_element inverse = field_invert(field_from_bytes(k, c->bytes), n);
  struct field_element s = field_mul(inverse, field_add(h, field_mul(r, d, n), n), n);
  field_to_bytes(r, r_bytes, c->bytes);
  field_to_bytes(s, s_bytes, c->bytes);
  tls12_wipe(&inverse, sizeof inverse);
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
  struct field_element h = scalar_from_digest(c, digest), d = field_from_bytes(private_scalar, c->bytes);
  struct nonce generator;
  field_to_bytes(h, octets, c->bytes); /* bits2octets(h1) */
  const struct tls12_bytes x = {private_scalar, c->bytes}, h1 = {octets, c->bytes};
  nonce_start(&generator, hash, x, h1);
  int done = 0;
  for (int attempt = 0; attempt < 64 && !done; attempt++) {
    if (attempt > 0) nonce_retry(&generator);
    nonce_next(&generator, k, c->bytes);
    leftmost_bits(c, k);
    done = sign_with(c, k, d, h, r, s);
  }
  if (done) *length = ecdsa_signature_write(r, s, c->bytes, signature);
  tls12_wipe(&generator, sizeof generator);
  tls12_wipe(k, sizeof k);
  tls12_wipe(&d, sizeof d);
  field_clear_stack();
  return done;
}
