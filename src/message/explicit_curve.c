#include "message/explicit_curve.h"

uint32_t read_explicit_curve(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t order = read_three_vectors8(bytes, at, end);
  if (order == 0) return 0;
  return read_three_vectors8(bytes, order, end);
}

struct tls12_fault explicit_curve_fault(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule)
{
  uint32_t order = read_three_vectors8(bytes, at, end);
  if (order == 0) return three_vectors8_fault(bytes, at, end, rule, rule);
  return three_vectors8_fault(bytes, order, end, rule, R8422_5_4_03);
}

void find_explicit_curve(const uint8_t *bytes, uint32_t at, uint32_t end, struct explicit_curve *value)
{
  uint32_t order = find_three_vectors8(bytes, at, end, &value->a_b_base);
  find_three_vectors8(bytes, order, end, &value->order_cofactor_public);
  //@ assert curve: three_vectors8_in(bytes, at, order, &value->a_b_base);
  //@ assert curve_spans: three_vectors8_spans(at, order, &value->a_b_base);
}
