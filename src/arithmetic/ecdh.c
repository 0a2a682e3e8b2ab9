#include "arithmetic/ecdh.h"

#include <stddef.h>

#include "arithmetic/clear.h"
#include "arithmetic/multiply.h"
#include "arithmetic/scalar.h"
#include "arithmetic/value_lemmas.h"
#include "crypto/wipe.h"

unsigned ecdh_size(unsigned group)
{
  const struct prime_curve *c = prime_curve(group);
  return c == NULL ? 0 : c->bytes;
}

/* 1 when the affine point x || y is on the curve, else 0. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires bytes: \valid_read(bytes + (0 .. 2 * c->bytes - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures point: \result == 1 <==>
                   value(bytes, c->bytes) < element(c->field.value) && value(bytes + c->bytes, c->bytes) < element(c->field.value) &&
                   on_curve(value(bytes, c->bytes), value(bytes + c->bytes, c->bytes), element(c->b), element(c->field.value)); */
static int coordinates_on_curve(const struct prime_curve *c, const uint8_t *bytes)
{
  const struct curve_point P = point_from_bytes(bytes, c->bytes);
  return field_less(P.x, c->field.value) && field_less(P.y, c->field.value) && point_on_curve(c, P.x, P.y);
}

enum tls12_rule ecdh_check_point(unsigned group, struct tls12_bytes point)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL || point.length != 1 + 2 * c->bytes || point.data[0] != 4) return R8422_5_4_1_01;
  //@ assert size: c->bytes == curve_bytes(group);
  //@ assert numbers: element(c->field.value) == curve_p(group) && element(c->b) == curve_b(group);
  //@ assert form: is_uncompressed(point.data, point.length, group);
  //@ assert x: value(point.data + 1, c->bytes) == point_x(point.data, group);
  //@ assert y: value(point.data + 1 + c->bytes, c->bytes) == point_y(point.data, group);
  const int good = coordinates_on_curve(c, point.data + 1);
  //@ assert point: good == 1 <==> is_group_point(point_x(point.data, group), point_y(point.data, group), group);
  return good ? TLS12_NO_RULE : R8422_5_11_01;
}

/* The y coordinate of the point whose x is written. */
/*@ requires size: size <= 66;
    requires memory: \valid(point + (0 .. 2 * size));
    requires fits: element(y) < pow256(size);
    terminates \true;
    exits \false;
    assigns point[1 + size .. 2 * size];
    ensures x: value(point + 1, size) == \old(value(point + 1, size));
    ensures y: value(point + 1 + size, size) == element(y); */
static void write_y(struct field_element y, unsigned size, uint8_t *point)
{
  field_to_bytes(y, point + 1 + size, size);
  //@ assert kept: unchanged{Pre,Here}(point + 1, size);
}

/* 04 || x || y */
/*@ requires size: size <= 66;
    requires memory: \valid(point + (0 .. 2 * size));
    requires fits: element(P.x) < pow256(size) && element(P.y) < pow256(size);
    terminates \true;
    exits \false;
    assigns point[0 .. 2 * size];
    ensures form: point[0] == 4;
    ensures x: value(point + 1, size) == element(P.x);
    ensures y: value(point + 1 + size, size) == element(P.y); */
static void write_point(struct curve_point P, unsigned size, uint8_t *point)
{
  point[0] = 4;
  field_to_bytes(P.x, point + 1, size);
  write_y(P.y, size, point);
}

int ecdh_public(unsigned group, const uint8_t *scalar, uint8_t *point)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL || !scalar_in_range(c, scalar)) return 0;
  //@ assert size: c->bytes == curve_bytes(group);
  const unsigned size = c->bytes;
  //@ assert apart: \separated(scalar + (0 .. size - 1), point + (0 .. 2 * size));
  const struct curve_point P = multiply_base(group, field_from_bytes(scalar, size));
  //@ assert x: element(P.x) == affine_multiple(0, value(scalar, size), curve_x(group), curve_y(group), group);
  //@ assert y: element(P.y) == affine_multiple(1, value(scalar, size), curve_x(group), curve_y(group), group);
  write_point(P, size, point);
  //@ assert kept: unchanged{Pre,Here}(scalar, size);
  //@ assert point: is_public_point(point, \at(value(scalar, curve_bytes(group)), Pre), group);
  field_clear_stack();
  return 1;
}

int ecdh_shared(unsigned group, const uint8_t *scalar, struct tls12_bytes peer_point, uint8_t *x)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL) return 0;
  //@ assert size: c->bytes == curve_bytes(group);
  const unsigned size = c->bytes;
  const int usable = ecdh_check_point(group, peer_point) == TLS12_NO_RULE && scalar_in_range(c, scalar);
  /*@ assert usable: usable != 0 <==>
               is_uncompressed(peer_point.data, peer_point.length, group) &&
               is_group_point(point_x(peer_point.data, group), point_y(peer_point.data, group), group) &&
               is_scalar(value(scalar, curve_bytes(group)), group); */
  if (!usable) {
    wipe(x, size);
    return 0;
  }
  const struct curve_point Q = point_from_bytes(peer_point.data + 1, size);
  //@ assert peer_x: element(Q.x) == point_x(peer_point.data, group);
  //@ assert peer_y: element(Q.y) == point_y(peer_point.data, group);
  //@ assert numbers: element(c->field.value) == curve_p(group) && element(c->b) == curve_b(group);
  //@ assert point: is_affine_point(Q, group);
  struct curve_point P = multiply_point(group, field_from_bytes(scalar, size), Q);
  /*@ assert shared: element(P.x) == affine_multiple(0, value(scalar, size), point_x(peer_point.data, group),
                                                     point_y(peer_point.data, group), group); */
  field_to_bytes(P.x, x, size);
  /*@ ghost Written:; */
  limbs_clear(P.x.limb, FIELD_LIMBS);
  limbs_clear(P.y.limb, FIELD_LIMBS);
  //@ assert kept: unchanged{Written,Here}(x, size);
  field_clear_stack();
  return 1;
}

int ecdh_generate(unsigned group, tls12_random random, void *context, uint8_t *scalar, uint8_t *point)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL) return 0;
  //@ assert size: c->bytes == curve_bytes(group);
  const unsigned size = c->bytes, top = scalar_top(c);
  /*@ loop assigns attempt, scalar[0 .. curve_bytes(group) - 1], point[0 .. 2 * curve_bytes(group)];
      loop variant 64 - attempt; */
  for (int attempt = 0; attempt < 64; attempt++) {
    if (!random_draw(random, context, scalar, size)) return 0;
    scalar[0] = (uint8_t)(scalar[0] % top); /* P-521: 521 bits in 66 bytes */
    if (ecdh_public(group, scalar, point)) return 1;
  }
  return 0;
}
