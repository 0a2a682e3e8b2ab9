/* The Montgomery ladder of RFC 7748 section 5. Time and memory access depend on the curve only. */
#ifndef TLS12_ARITHMETIC_MONTGOMERY_H
#define TLS12_ARITHMETIC_MONTGOMERY_H

#include "arithmetic/field.h"

/* curve25519 or curve448: v^2 = u^3 + A u^2 + u. */
struct montgomery_curve {
  unsigned group;            /* NamedCurve code point */
  struct modulus field;      /* p */
  struct field_element a24;  /* (A - 2) / 4 */
  struct field_element base; /* the u-coordinate of the base point */
  unsigned bits;             /* of p */
  unsigned bytes;            /* of a scalar, and of a u-coordinate */
  unsigned cleared;          /* low bits of a scalar that are cleared: the cofactor */
};

/* The variables of the ladder: x_2 / z_2 and x_3 / z_3. */
struct ladder {
  struct field_element x_2, z_2, x_3, z_3;
};

#include "spec/montgomery.h"

/* The curve of a NamedCurve code point (RFC 8422 section 5.1.1): x25519, x448; else NULL. */
/*@ terminates \true;
    exits \false;
    assigns \result \from group;
    ensures none: \result == \null <==> x_bytes(group) == 0;
    ensures curve: \result != \null ==> \valid_read(\result) && is_montgomery(*\result) && \result->group == group; */
const struct montgomery_curve *montgomery_curve(unsigned group);

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_montgomery(*\result) && \result->group == 29; */
const struct montgomery_curve *curve25519(void);

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_montgomery(*\result) && \result->group == 30; */
const struct montgomery_curve *curve448(void);

/* decodeUCoordinate, modulo p: c->bytes bytes. */
/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires bytes: \valid_read(bytes + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures u: element(\result) == decode_u(bytes, c->group);
    ensures reduced: is_reduced(\result, c->field); */
struct field_element montgomery_decode(const struct montgomery_curve *c, const uint8_t *bytes);

/* X25519 or X448: the u-coordinate of k times a point with the u-coordinate `u`; 0 for points of small order. k has c->bytes
 * bytes. */
/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires u: is_reduced(u, c->field);
    requires scalar: \valid_read(k + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures product: element(\result) == x_function(k, element(u), c->group);
    ensures reduced: is_reduced(\result, c->field); */
struct field_element montgomery_multiply(const struct montgomery_curve *c, const uint8_t *k, struct field_element u);

#endif
