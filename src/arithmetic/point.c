#include "arithmetic/point_lemmas.h"

/* 3 a */
/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(a, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures thrice: element(\result) == thrice(element(a), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element triple(struct field_element a, const struct modulus *m)
{
  return field_add(field_add(a, a, m), a, m);
}

/* a1 b2 + a2 b1 */
/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(a1, *m) && is_reduced(b1, *m) && is_reduced(a2, *m) && is_reduced(b2, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures cross: element(\result) == sum_cross(element(a1), element(b1), element(a2), element(b2), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element cross(struct field_element a1, struct field_element b1, struct field_element a2,
                                  struct field_element b2, const struct modulus *m)
{
  return field_add(field_mul(a1, b2, m), field_mul(a2, b1, m), m);
}

/* x^3 - 3x + b */
/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(x, *m) && is_reduced(b, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures right_side: element(\result) == curve_right_side(element(x), element(b), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element right_side(struct field_element x, struct field_element b, const struct modulus *m)
{
  return field_add(field_sub(field_mul(field_mul(x, x, m), x, m), triple(x, m), m), b, m);
}

int point_on_curve(const struct prime_curve *c, struct field_element x, struct field_element y)
{
  return field_equal(field_mul(y, y, &c->field), right_side(x, c->b, &c->field));
}

/* U, V and W of the addition law (spec/curve.h), and then its three coordinates. */
/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(zz, *m) && is_reduced(xz, *m) && is_reduced(b, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures u: element(\result) == sum_u(element(zz), element(xz), element(b), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_u(struct field_element zz, struct field_element xz, struct field_element b,
                                  const struct modulus *m)
{
  return triple(field_sub(xz, field_mul(b, zz, m), m), m);
}

/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(xx, *m) && is_reduced(zz, *m) && is_reduced(xz, *m) && is_reduced(b, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures v: element(\result) == sum_v(element(xx), element(zz), element(xz), element(b), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_v(struct field_element xx, struct field_element zz, struct field_element xz,
                                  struct field_element b, const struct modulus *m)
{
  return triple(field_sub(field_sub(field_mul(b, xz, m), triple(zz, m), m), xx, m), m);
}

/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(xx, *m) && is_reduced(zz, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures w: element(\result) == sum_w(element(xx), element(zz), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_w(struct field_element xx, struct field_element zz, const struct modulus *m)
{
  return field_sub(triple(xx, m), triple(zz, m), m);
}

/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(yy, *m) && is_reduced(xy, *m) && is_reduced(yz, *m) && is_reduced(u, *m) && is_reduced(v, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures x3: element(\result) == sum_x3(element(yy), element(xy), element(yz), element(u), element(v), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_x(struct field_element yy, struct field_element xy, struct field_element yz,
                                  struct field_element u, struct field_element v, const struct modulus *m)
{
  return field_sub(field_mul(xy, field_add(yy, u, m), m), field_mul(yz, v, m), m);
}

/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(yy, *m) && is_reduced(u, *m) && is_reduced(v, *m) && is_reduced(w, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures y3: element(\result) == sum_y3(element(yy), element(u), element(v), element(w), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_y(struct field_element yy, struct field_element u, struct field_element v,
                                  struct field_element w, const struct modulus *m)
{
  return field_add(field_mul(field_add(yy, u, m), field_sub(yy, u, m), m), field_mul(w, v, m), m);
}

/*@ requires modulus: \valid_read(m) && is_modulus(*m);
    requires reduced: is_reduced(yy, *m) && is_reduced(xy, *m) && is_reduced(yz, *m) && is_reduced(u, *m) && is_reduced(w, *m);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures z3: element(\result) == sum_z3(element(yy), element(xy), element(yz), element(u), element(w), element(m->value));
    ensures reduced: is_reduced(\result, *m); */
static struct field_element law_z(struct field_element yy, struct field_element xy, struct field_element yz,
                                  struct field_element u, struct field_element w, const struct modulus *m)
{
  return field_add(field_mul(field_sub(yy, u, m), yz, m), field_mul(xy, w, m), m);
}

struct curve_point point_add(const struct prime_curve *c, struct curve_point P, struct curve_point Q)
{
  const struct modulus *m = &c->field;
  const struct field_element xx = field_mul(P.x, Q.x, m), yy = field_mul(P.y, Q.y, m), zz = field_mul(P.z, Q.z, m);
  const struct field_element xy = cross(P.x, P.y, Q.x, Q.y, m), yz = cross(P.y, P.z, Q.y, Q.z, m),
                             xz = cross(P.x, P.z, Q.x, Q.z, m);
  const struct field_element u = law_u(zz, xz, c->b, m), v = law_v(xx, zz, xz, c->b, m), w = law_w(xx, zz, m);
  const struct curve_point R = {law_x(yy, xy, yz, u, v, m), law_y(yy, u, v, w, m), law_z(yy, xy, yz, u, w, m)};
  return R;
}

/* 2 R + bit P */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires points: is_point(R, c->field) && is_point(P, c->field);
    requires bit: bit == 0 || bit == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures x: element(\result.x) == next_multiple(0, bit, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y),
                                                  element(P.z), element(c->b), element(c->field.value));
    ensures y: element(\result.y) == next_multiple(1, bit, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y),
                                                  element(P.z), element(c->b), element(c->field.value));
    ensures z: element(\result.z) == next_multiple(2, bit, element(R.x), element(R.y), element(R.z), element(P.x), element(P.y),
                                                  element(P.z), element(c->b), element(c->field.value));
    ensures multiple: \forall integer k, n; 0 <= k && n == 2 * k + bit && is_multiple(R, k, P, *c) ==>
                      is_multiple(\result, n, P, *c); */
static struct curve_point point_step(const struct prime_curve *c, struct curve_point R, mp_limb_t bit,
                                     struct curve_point P)
{
  struct curve_point twice = point_add(c, R, R);
  struct curve_point more = point_add(c, twice, P);
  twice.x = field_select(bit, more.x, twice.x);
  twice.y = field_select(bit, more.y, twice.y);
  twice.z = field_select(bit, more.z, twice.z);
  //@ assert below: element(c->field.value) > 3;
  return twice;
}

/* 16 R + digit P */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires points: is_point(R, c->field) && is_point(P, c->field);
    requires digit: digit < 16;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures multiple: \forall integer k, n; 0 <= k && n == 16 * k + digit && is_multiple(R, k, P, *c) ==>
                      is_multiple(\result, n, P, *c); */
static struct curve_point point_digit(const struct prime_curve *c, struct curve_point R, mp_limb_t digit,
                                      struct curve_point P)
{
  //@ assert first: digit / 4 == 2 * (digit / 8) + digit / 4 % 2;
  //@ assert second: digit / 2 == 2 * (digit / 4) + digit / 2 % 2;
  //@ assert last: digit == 2 * (digit / 2) + digit % 2;
  R = point_step(c, R, digit / 8, P);
  //@ assert s1: \forall integer k; 0 <= k && is_multiple(\at(R,Pre), k, P, *c) ==> is_multiple(R, 2 * k + digit / 8, P, *c);
  R = point_step(c, R, digit / 4 % 2, P);
  //@ assert s2: \forall integer k; 0 <= k && is_multiple(\at(R,Pre), k, P, *c) ==> is_multiple(R, 4 * k + digit / 4, P, *c);
  R = point_step(c, R, digit / 2 % 2, P);
  //@ assert s3: \forall integer k; 0 <= k && is_multiple(\at(R,Pre), k, P, *c) ==> is_multiple(R, 8 * k + digit / 2, P, *c);
  return point_step(c, R, digit % 2, P);
}

/* 256 R + byte P */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires points: is_point(R, c->field) && is_point(P, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures multiple: \forall integer k, n; 0 <= k && n == 256 * k + byte && is_multiple(R, k, P, *c) ==>
                      is_multiple(\result, n, P, *c); */
static struct curve_point point_byte(const struct prime_curve *c, struct curve_point R, uint8_t byte,
                                     struct curve_point P)
{
  //@ assert digits: byte == 16 * (byte / 16) + byte % 16;
  R = point_digit(c, R, byte / 16u, P);
  //@ assert high: \forall integer k; 0 <= k && is_multiple(\at(R,Pre), k, P, *c) ==> is_multiple(R, 16 * k + byte / 16, P, *c);
  return point_digit(c, R, byte % 16u, P);
}

struct curve_point point_multiply(const struct prime_curve *c, const uint8_t *scalar, struct curve_point P)
{
  struct curve_point R = {{{0}}, {{1}}, {{0}}};
  //@ assert short: is_short(R.x, 1) && is_short(R.y, 1) && is_short(R.z, 1);
  //@ assert origin: element(R.x) == 0 && element(R.y) == 1 && element(R.z) == 0;
  //@ assert below: element(c->field.value) > 3;
  //@ assert start: is_point(R, c->field);
  //@ assert none: is_multiple(R, 0, P, *c);
  /*@ loop invariant range: 0 <= i <= c->bytes;
      loop invariant point: is_point(R, c->field);
      loop invariant multiple: is_multiple(R, value(scalar, i), P, *c);
      loop assigns i, R;
      loop variant c->bytes - i; */
  for (unsigned i = 0; i < c->bytes; i++) R = point_byte(c, R, scalar[i], P);
  return R;
}

struct curve_point point_from_bytes(const uint8_t *bytes, unsigned size)
{
  const struct field_element one = {{1}};
  //@ assert one: is_short(one, 1);
  const struct curve_point P = {field_from_bytes(bytes, size), field_from_bytes(bytes + size, size), one};
  return P;
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
