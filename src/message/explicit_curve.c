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

struct explicit_curve find_explicit_curve(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t order = read_three_vectors8(bytes, at, end);
  struct three_spans a_b_base = find_three_vectors8(bytes, at, end);
  struct three_spans order_cofactor_public = find_three_vectors8(bytes, order, end);
  return (struct explicit_curve){a_b_base, order_cofactor_public};
}

/* Whether these are the lengths of three vectors. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures lengths: \result != 0 <==> three_vectors8_value(x, y, z);
*/
static int are_lengths(uint32_t x, uint32_t y, uint32_t z)
{
  return 1 <= x && x <= 255 && 1 <= y && y <= 255 && 1 <= z && z <= 255;
}

int is_explicit_curve_value(struct explicit_curve_bytes curve)
{
  return are_lengths(curve.a_b_base.first.length, curve.a_b_base.second.length, curve.a_b_base.third.length) &&
         are_lengths(curve.order_cofactor_public.first.length, curve.order_cofactor_public.second.length,
                     curve.order_cofactor_public.third.length);
}

uint32_t explicit_curve_length(struct explicit_curve_bytes curve)
{
  return 6 + curve.a_b_base.first.length + curve.a_b_base.second.length + curve.a_b_base.third.length +
         curve.order_cofactor_public.first.length + curve.order_cofactor_public.second.length +
         curve.order_cofactor_public.third.length;
}

uint32_t write_explicit_curve(uint8_t *out, uint32_t at, struct explicit_curve_bytes curve)
{
  uint32_t order = write_three_vectors8(out, at, curve.a_b_base.first, curve.a_b_base.second, curve.a_b_base.third);
  //@ ghost Written: ;
  uint32_t end = write_three_vectors8(out, order, curve.order_cofactor_public.first, curve.order_cofactor_public.second,
                                      curve.order_cofactor_public.third);
  //@ assert a_stays: kept{Written,Here}(curve.a_b_base.first.data, 0, curve.a_b_base.first.length);
  //@ assert b_stays: kept{Written,Here}(curve.a_b_base.second.data, 0, curve.a_b_base.second.length);
  //@ assert base_stays: kept{Written,Here}(curve.a_b_base.third.data, 0, curve.a_b_base.third.length);
  /*@ assert a_b_base_stays: three_vectors8(out, at, order,
        curve.a_b_base.first.data, curve.a_b_base.first.length, curve.a_b_base.second.data,
        curve.a_b_base.second.length, curve.a_b_base.third.data, curve.a_b_base.third.length); */
  return end;
}
