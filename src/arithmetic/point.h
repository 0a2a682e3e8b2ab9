/* The curves y^2 = x^3 - 3x + b over a prime field, in projective coordinates: (X : Y : Z) stands for (X/Z, Y/Z), and
 * (0 : 1 : 0) for the point at infinity.
 *
 * Addition is complete (Renes, Costello, Batina, "Complete addition formulas for prime order elliptic curves", 2016,
 * equation 2 with a = -3, the products shared as in their algorithm 4): on a curve of odd order it holds for every pair of
 * points, equal, opposite or infinite, with no case distinction. Time and memory access depend on the curve only. */
#ifndef TLS12_ARITHMETIC_POINT_H
#define TLS12_ARITHMETIC_POINT_H

#include "arithmetic/field.h"

struct curve_point {
  struct field_element x, y, z;
};

/* A curve of prime order (cofactor 1). */
struct prime_curve {
  struct modulus field; /* p */
  struct modulus order; /* n */
  struct field_element b;
  struct curve_point base;
  unsigned bytes; /* of a coordinate, and of a scalar */
  unsigned bits;  /* of p, and of n */
};

#include "spec/curve.h"

/* The curve of a NamedCurve code point (RFC 8422 section 5.1.1): secp256r1, secp384r1, secp521r1; else NULL. */
/*@ terminates \true;
    exits \false;
    assigns \result \from group;
    ensures none: \result == \null <==> curve_bytes(group) == 0;
    ensures curve: \result != \null ==> \valid_read(\result) && is_curve(*\result) && is_group(*\result, group); */
const struct prime_curve *prime_curve(unsigned group);

/* 1 when the affine (x, y), both below p, satisfies y^2 = x^3 - 3x + b, else 0. For public points. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires reduced: is_reduced(x, c->field) && is_reduced(y, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures equation: \result == 1 <==> on_curve(element(x), element(y), element(c->b), element(c->field.value)); */
int point_on_curve(const struct prime_curve *c, struct field_element x, struct field_element y);

/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires points: is_point(P, c->field) && is_point(Q, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures x: element(\result.x) == sum_x(element(P.x), element(P.y), element(P.z), element(Q.x), element(Q.y),
                                         element(Q.z), element(c->b), element(c->field.value));
    ensures y: element(\result.y) == sum_y(element(P.x), element(P.y), element(P.z), element(Q.x), element(Q.y),
                                         element(Q.z), element(c->b), element(c->field.value));
    ensures z: element(\result.z) == sum_z(element(P.x), element(P.y), element(P.z), element(Q.x), element(Q.y),
                                         element(Q.z), element(c->b), element(c->field.value)); */
struct curve_point point_add(const struct prime_curve *c, struct curve_point P, struct curve_point Q);

/* scalar * P by doubling and always adding, from the highest bit: c->bytes bytes, big-endian. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires point: is_point(P, c->field);
    requires scalar: \valid_read(scalar + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures multiple: is_multiple(\result, value(scalar, c->bytes), P, *c); */
struct curve_point point_multiply(const struct prime_curve *c, const uint8_t *scalar, struct curve_point P);

/* (x : y : 1) of x || y, `size` <= 66 bytes each. */
/*@ requires size: size <= FIELD_BYTES;
    requires bytes: \valid_read(bytes + (0 .. 2 * size - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures x: element(\result.x) == value(bytes, size);
    ensures y: element(\result.y) == value(bytes + size, size);
    ensures z: element(\result.z) == 1; */
struct curve_point point_from_bytes(const uint8_t *bytes, unsigned size);

/* x = X / Z, y = Y / Z and z = 1; all three zero for the point at infinity. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires point: is_point(P, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures x: element(\result.x) == affine(element(P.x), element(P.z), element(c->field.value));
    ensures y: element(\result.y) == affine(element(P.y), element(P.z), element(c->field.value));
    ensures z: element(\result.z) == affine(element(P.z), element(P.z), element(c->field.value)); */
struct curve_point point_affine(const struct prime_curve *c, struct curve_point P);

#endif
