#include "arithmetic/scalar.h"

#include "arithmetic/clear.h"
#include "arithmetic/small_lemmas.h"

int scalar_in_range(const struct prime_curve *c, const uint8_t *scalar)
{
  const struct field_element zero = {{0}};
  //@ assert short: is_short(zero, 1);
  //@ assert zero: element(zero) == 0;
  struct field_element a = field_from_bytes(scalar, c->bytes);
  int positive = field_less(zero, a), below = field_less(a, c->order.value);
  limbs_clear(a.limb, FIELD_LIMBS);
  return positive * below;
}

unsigned scalar_top(const struct prime_curve *c)
{
  return c->bits == 521 ? 2 : 256;
}

struct field_element scalar_from_digest(const struct prime_curve *c, struct tls12_bytes digest)
{
  uint32_t length = digest.length < c->bytes ? digest.length : c->bytes;
  return field_reduce(field_from_bytes(digest.data, length), &c->order);
}
