/* The twisted Edwards curves of RFC 8032 in projective coordinates: (X : Y : Z) stands for (X/Z, Y/Z). Addition is complete
 * (spec/edwards.h). Time and memory access depend on the curve only, unless said otherwise. */
#ifndef TLS12_ARITHMETIC_EDWARDS_H
#define TLS12_ARITHMETIC_EDWARDS_H

#include "arithmetic/field.h"

struct edwards_point {
  struct field_element x, y, z;
};

/* edwards25519 or edwards448: a x^2 + y^2 = 1 + d x^2 y^2. */
struct edwards_curve {
  unsigned signature;   /* SignatureAlgorithm: 7 or 8 */
  unsigned bytes;       /* of an encoded point, and of a private key */
  struct modulus field; /* p */
  struct modulus order; /* L */
  struct field_element a, d;
  struct edwards_point base;
  uint8_t root_exponent[56];              /* (p + 3) / 8 or (p + 1) / 4, least significant byte first */
  struct field_element root_of_minus_one; /* for p = 1 modulo 4; else 1 */
};

#include "spec/edwards.h"

/* The curve of a SignatureAlgorithm (RFC 8422 section 5.1.3): ed25519, ed448; else NULL. */
/*@ terminates \true;
    exits \false;
    assigns \result \from signature;
    ensures none: \result == \null <==> ed_bytes(signature) == 0;
    ensures curve: \result != \null ==> \valid_read(\result) && is_edwards(*\result) && \result->signature == signature; */
const struct edwards_curve *edwards_curve(unsigned signature);

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_edwards(*\result) && \result->signature == 7; */
const struct edwards_curve *edwards25519(void);

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_edwards(*\result) && \result->signature == 8; */
const struct edwards_curve *edwards448(void);

/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires points: is_edwards_point(P, c->field) && is_edwards_point(Q, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_edwards_point(\result, c->field);
    ensures x: element(\result.x) == ed_sum(0, element(P.x), element(P.y), element(P.z), element(Q.x), element(Q.y), element(Q.z),
                                           element(c->a), element(c->d), element(c->field.value));
    ensures y: element(\result.y) == ed_sum(1, element(P.x), element(P.y), element(P.z), element(Q.x), element(Q.y), element(Q.z),
                                           element(c->a), element(c->d), element(c->field.value));
    ensures z: element(\result.z) == ed_sum(2, element(P.x), element(P.y), element(P.z), element(Q.x), element(Q.y), element(Q.z),
                                           element(c->a), element(c->d), element(c->field.value)); */
struct edwards_point edwards_add(const struct edwards_curve *c, struct edwards_point P, struct edwards_point Q);

/* k P by doubling and always adding: k has 8 bytes for each limb of p, least significant first. */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires point: is_edwards_point(P, c->field);
    requires scalar: \valid_read(k + (0 .. 8 * c->field.limbs - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_edwards_point(\result, c->field);
    ensures multiple: is_ed_multiple(\result, k, 0, P, c->signature); */
struct edwards_point edwards_multiply(const struct edwards_curve *c, const uint8_t *k, struct edwards_point P);

/* Writes the c->bytes bytes of a point. */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires point: is_edwards_point(P, c->field);
    requires out: \valid(out + (0 .. c->bytes - 1)) && \separated(c, out + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. c->bytes - 1];
    ensures encoded: is_encoded_point(out, ed_affine(element(P.x), element(P.z), element(c->field.value)),
                                      ed_affine(element(P.y), element(P.z), element(c->field.value)), c->signature); */
void edwards_encode(const struct edwards_curve *c, struct edwards_point P, uint8_t *out);

/* The point of c->bytes bytes: 1 and (x : y : 1), or 0 when they encode none (y not below p, no square root, or x zero with the bit
 * of an odd x). Time depends on the bytes: for public points. */
/*@ requires curve: \valid_read(c) && is_edwards(*c);
    requires bytes: \valid_read(bytes + (0 .. c->bytes - 1));
    requires point: \valid(P) && \separated(P, c) && \separated(P, bytes + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns *P;
    ensures answer: \result == 0 || \result == 1;
    ensures point: \result == 1 ==> is_edwards_point(*P, c->field) && element(P->z) == 1;
    ensures encoded: \result == 1 ==> is_encoded_point{Pre}(bytes, element(P->x), element(P->y), c->signature);
    ensures curve: \result == 1 ==> is_on_edwards(element(P->x), element(P->y), c->signature); */
int edwards_decode(const struct edwards_curve *c, const uint8_t *bytes, struct edwards_point *P);

#endif
