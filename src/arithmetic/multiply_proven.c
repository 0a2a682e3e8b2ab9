#include "arithmetic/multiply_proven.h"

#include "arithmetic/small_lemmas.h"
#include "arithmetic/value_lemmas.h"

/* k P, not yet affine. */
/*@ requires curve: \valid_read(c) && is_curve(*c);
    requires factor: is_reduced(k, c->order);
    requires point: is_point(P, c->field);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures point: is_point(\result, c->field);
    ensures multiple: is_multiple(\result, element(k), P, *c); */
static struct curve_point multiply_number(const struct prime_curve *c, struct field_element k, struct curve_point P)
{
  uint8_t scalar[FIELD_BYTES];
  field_to_bytes(k, scalar, c->bytes);
  return point_multiply(c, scalar, P);
}

struct curve_point proven_multiply_point(unsigned group, struct field_element k, struct curve_point P)
{
  const struct prime_curve *c = prime_curve(group);
  //@ assert group: is_group(*c, group);
  return point_affine(c, multiply_number(c, k, P));
}

struct curve_point proven_multiply_base(unsigned group, struct field_element k)
{
  const struct prime_curve *c = prime_curve(group);
  //@ assert group: is_group(*c, group);
  return point_affine(c, multiply_number(c, k, c->base));
}

struct curve_point proven_multiply_sum(unsigned group, struct field_element u1, struct field_element u2,
                                       struct curve_point Q)
{
  const struct prime_curve *c = prime_curve(group);
  //@ assert group: is_group(*c, group);
  return point_affine(c, point_add(c, multiply_number(c, u1, c->base), multiply_number(c, u2, Q)));
}
