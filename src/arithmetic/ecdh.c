#include "arithmetic/ecdh.h"

#include <stddef.h>

#include "arithmetic/scalar.h"
#include "crypto/wipe.h"

unsigned ecdh_size(unsigned group)
{
  const struct prime_curve *c = prime_curve(group);
  return c == NULL ? 0 : c->bytes;
}

enum tls12_rule ecdh_check_point(unsigned group, struct tls12_bytes point)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL || point.length != 1 + 2 * c->bytes || point.data[0] != 4) return R8422_5_4_1_01;
  struct field_element x = field_from_bytes(point.data + 1, c->bytes);
  struct field_element y = field_from_bytes(point.data + 1 + c->bytes, c->bytes);
  if (!field_less(x, c->field.value) || !field_less(y, c->field.value) || !point_on_curve(c, x, y))
    return R8422_5_11_01;
  return TLS12_NO_RULE;
}

int ecdh_public(unsigned group, const uint8_t *scalar, uint8_t *point)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL || !scalar_in_range(c, scalar)) return 0;
  struct curve_point P = point_affine(c, point_multiply(c, scalar, c->base));
  point[0] = 4;
  field_to_bytes(P.x, point + 1, c->bytes);
  field_to_bytes(P.y, point + 1 + c->bytes, c->bytes);
  field_clear_stack();
  return 1;
}

int ecdh_shared(unsigned group, const uint8_t *scalar, struct tls12_bytes peer_point, uint8_t *x)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL) return 0;
  tls12_wipe(x, c->bytes);
  if (ecdh_check_point(group, peer_point) != TLS12_NO_RULE || !scalar_in_range(c, scalar)) return 0;
  struct curve_point P = {field_from_bytes(peer_point.data + 1, c->bytes),
                          field_from_bytes(peer_point.data + 1 + c->bytes, c->bytes),
                          {{1}}};
  P = point_affine(c, point_multiply(c, scalar, P));
  field_to_bytes(P.x, x, c->bytes);
  tls12_wipe(&P, sizeof P);
  field_clear_stack();
  return 1;
}

int ecdh_generate(unsigned group, tls12_random random, void *context, uint8_t *scalar, uint8_t *point)
{
  const struct prime_curve *c = prime_curve(group);
  if (c == NULL) return 0;
  for (int attempt = 0; attempt < 64; attempt++) {
    if (random(context, scalar, c->bytes) != 0) return 0;
    scalar[0] = (uint8_t)(scalar[0] % scalar_top(c)); /* P-521: 521 bits in 66 bytes */
    if (ecdh_public(group, scalar, point)) return 1;
  }
  return 0;
}
