#include "arithmetic/point.h"

/* a + a + a */
static struct field_element triple(struct field_element a, const struct modulus *m)
{
  return field_add(field_add(a, a, m), a, m);
}

/* a1 b2 + a2 b1 with one product: (a1 + b1)(a2 + b2) - (a1 a2 + b1 b2) */
static struct field_element cross(struct field_element a1, struct field_element b1, struct field_element a2,
                                  struct field_element b2, struct field_element aa, struct field_element bb,
                                  const struct modulus *m)
{
  return field_sub(field_mul(field_add(a1, b1, m), field_add(a2, b2, m), m), field_add(aa, bb, m), m);
}

int point_on_curve(const struct prime_curve *c, struct field_element x, struct field_element y)
{
  const struct modulus *m = &c->field;
  struct field_element xxx = field_mul(field_mul(x, x, m), x, m);
  return field_equal(field_mul(y, y, m), field_add(field_sub(xxx, triple(x, m), m), c->b, m));
}

struct curve_point point_add(const struct prime_curve *c, struct curve_point P, struct curve_point Q)
{
  const struct modulus *m = &c->field;
  struct field_element xx = field_mul(P.x, Q.x, m);
  struct field_element yy = field_mul(P.y, Q.y, m);
  struct field_element zz = field_mul(P.z, Q.z, m);
  struct field_element xy = cross(P.x, P.y, Q.x, Q.y, xx, yy, m);
  struct field_element yz = cross(P.y, P.z, Q.y, Q.z, yy, zz, m);
  struct field_element xz = cross(P.x, P.z, Q.x, Q.z, xx, zz, m);
  struct field_element zz3 = triple(zz, m);
  struct field_element u = triple(field_sub(xz, field_mul(c->b, zz, m), m), m);
  struct field_element v = triple(field_sub(field_sub(field_mul(c->b, xz, m), zz3, m), xx, m), m);
  struct field_element w = field_sub(triple(xx, m), zz3, m);
  struct field_element plus = field_add(yy, u, m), minus = field_sub(yy, u, m);
  struct curve_point R;
  R.x = field_sub(field_mul(xy, plus, m), field_mul(yz, v, m), m);
  R.y = field_add(field_mul(plus, minus, m), field_mul(w, v, m), m);
  R.z = field_add(field_mul(minus, yz, m), field_mul(xy, w, m), m);
  return R;
}

/* 2 R + bit P */
static struct curve_point point_step(const struct prime_curve *c, struct curve_point R, mp_limb_t bit,
                                     struct curve_point P)
{
  struct curve_point twice = point_add(c, R, R);
  struct curve_point more = point_add(c, twice, P);
  twice.x = field_select(bit, more.x, twice.x);
  twice.y = field_select(bit, more.y, twice.y);
  twice.z = field_select(bit, more.z, twice.z);
  return twice;
}

/* 256 R + byte P */
static struct curve_point point_byte(const struct prime_curve *c, struct curve_point R, uint8_t byte,
                                     struct curve_point P)
{
  R = point_step(c, R, byte / 128u, P);
  R = point_step(c, R, byte / 64u % 2u, P);
  R = point_step(c, R, byte / 32u % 2u, P);
  R = point_step(c, R, byte / 16u % 2u, P);
  R = point_step(c, R, byte / 8u % 2u, P);
  R = point_step(c, R, byte / 4u % 2u, P);
  R = point_step(c, R, byte / 2u % 2u, P);
  return point_step(c, R, byte % 2u, P);
}

struct curve_point point_multiply(const struct prime_curve *c, const uint8_t *scalar, struct curve_point P)
{
  struct curve_point R = {{{0}}, {{1}}, {{0}}};
  for (unsigned i = 0; i < c->bytes; i++) R = point_byte(c, R, scalar[i], P);
  return R;
}

struct curve_point point_affine(const struct prime_curve *c, struct curve_point P)
{
  const struct modulus *m = &c->field;
  struct field_element inverse = field_invert(P.z, m);
  P.x = field_mul(P.x, inverse, m);
  P.y = field_mul(P.y, inverse, m);
  P.z = field_mul(P.z, inverse, m);
  return P;
}
