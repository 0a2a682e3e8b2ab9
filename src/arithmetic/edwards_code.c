/* Points as bytes: RFC 8032 sections 5.1.2, 5.1.3, 5.2.2 and 5.2.3. */
#include "arithmetic/edwards.h"
#include "arithmetic/little_endian.h"
#include "arithmetic/small_lemmas.h"

void edwards_encode(const struct edwards_curve *c, struct edwards_point P, uint8_t *out)
{
  const struct modulus *m = &c->field;
  const uint32_t limbs = (uint32_t)m->limbs;
  const struct field_element inverse = field_invert(P.z, m);
  const struct field_element x = field_mul(P.x, inverse, m), y = field_mul(P.y, inverse, m);
  const uint8_t sign = (uint8_t)(x.limb[0] % 2 * 128);
  field_to_little_endian(y, out, limbs);
  if (c->bytes > 8 * limbs) out[c->bytes - 1] = 0;
  out[c->bytes - 1] = (uint8_t)(out[c->bytes - 1] + sign);
}

/* a to the power e, the number of n bytes, least significant first. Time depends on e. */
static struct field_element power(struct field_element a, const uint8_t *e, unsigned n, const struct modulus *m)
{
  struct field_element r = {{1}};
  for (unsigned t = 8 * n; t > 0; t--) {
    r = field_mul(r, r, m);
    if (e[(t - 1) / 8] >> ((t - 1) % 8) & 1) r = field_mul(r, a, m);
  }
  return r;
}

/* A square root of a: 1, or 0 when there is none. */
static int square_root(const struct edwards_curve *c, struct field_element a, struct field_element *root)
{
  const struct modulus *m = &c->field;
  struct field_element x = power(a, c->root_exponent, 8 * (unsigned)m->limbs, m);
  if (!field_equal(field_mul(x, x, m), a)) x = field_mul(x, c->root_of_minus_one, m);
  *root = x;
  return field_equal(field_mul(x, x, m), a);
}

int edwards_decode(const struct edwards_curve *c, const uint8_t *bytes, struct edwards_point *P)
{
  const struct modulus *m = &c->field;
  const uint32_t limbs = (uint32_t)m->limbs;
  const struct field_element one = {{1}}, zero = {{0}};
  const uint8_t last = bytes[c->bytes - 1], sign = last / 128;
  struct field_element y = field_from_little_endian(bytes, limbs), x;
  if (c->bytes == 8 * limbs)
    y.limb[limbs - 1] %= 0x8000000000000000;
  else if (last % 128 != 0)
    return 0;
  if (!field_less(y, m->value)) return 0;
  const struct field_element yy = field_mul(y, y, m), u = field_sub(yy, one, m),
                             v = field_sub(field_mul(c->d, yy, m), c->a, m);
  if (!square_root(c, field_mul(u, field_invert(v, m), m), &x)) return 0;
  if (x.limb[0] % 2 != sign) {
    if (field_equal(x, zero)) return 0;
    x = field_sub(zero, x, m);
  }
  P->x = x;
  P->y = y;
  P->z = one;
  return 1;
}
