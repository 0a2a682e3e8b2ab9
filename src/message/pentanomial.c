#include "message/pentanomial.h"

#include "wire/reader.h"

/*@ requires range: number.offset + number.length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (number.offset .. number.offset + number.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: exponent(body, \result.offset, \result.offset + \result.length) ==
      exponent(body, number.offset, number.offset + number.length);
    ensures inside: number.offset <= \result.offset && \result.offset + \result.length == number.offset + number.length;
    ensures leading: \result.length != 0 ==> body[\result.offset] != 0;
*/
static struct tls12_span without_leading_zeros(const uint8_t *body, struct tls12_span number)
{
  const uint32_t end = number.offset + number.length;
  uint32_t at = number.offset;
  /*@ loop invariant inside: number.offset <= at <= end;
      loop invariant same: exponent(body, at, end) == exponent(body, number.offset, end);
      loop assigns at;
      loop variant end - at; */
  while (at < end && body[at] == 0) at++;
  return (struct tls12_span){at, end - at};
}

/*@ requires range: a.offset + a.length <= TLS12_BODY_MAX && b.offset + b.length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (a.offset .. a.offset + a.length - 1)) &&
      \valid_read(body + (b.offset .. b.offset + b.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures less: \result != 0 <==>
      exponent(body, a.offset, a.offset + a.length) < exponent(body, b.offset, b.offset + b.length);
*/
static int is_less(const uint8_t *body, struct tls12_span a, struct tls12_span b)
{
  const struct tls12_span x = without_leading_zeros(body, a), y = without_leading_zeros(body, b);
  if (x.length != y.length) return x.length < y.length;
  /*@ loop invariant inside: 0 <= i <= x.length;
      loop invariant same: \forall integer j; 0 <= j < i ==> body[x.offset + j] == body[y.offset + j];
      loop assigns i;
      loop variant x.length - i; */
  for (uint32_t i = 0; i < x.length; i++)
    if (body[x.offset + i] != body[y.offset + i]) return body[x.offset + i] < body[y.offset + i];
  return 0;
}

struct tls12_fault check_pentanomial(const uint8_t *body, struct three_spans k)
{
  const uint32_t end = k.third.offset + k.third.length;
  if (is_less(body, k.first, k.second) && is_less(body, k.second, k.third)) return accepted(end);
  return (struct tls12_fault){R4492_5_4_05, k.first.offset, end - k.first.offset, TLS12_ILLEGAL_PARAMETER};
}
