#include "message/pentanomial.h"

#include "wire/reader.h"

/* The byte that is the given number of places before the end; 0 before the first. */
/*@ requires range: number.offset + number.length <= TLS12_BODY_MAX && 1 <= places <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (number.offset .. number.offset + number.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result <= 255;
    ensures digit: exponent(body, number.offset, number.offset + number.length - places + 1) ==
      256 * exponent(body, number.offset, number.offset + number.length - places) + \result;
*/
static uint32_t digit(const uint8_t *body, struct tls12_span number, uint32_t places)
{
  return places <= number.length ? body[number.offset + (number.length - places)] : 0;
}

/* Bytes are compared from the first place that either number has; what comes after a difference does not undo it. */
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
  int less = 0, greater = 0;
  /*@ loop invariant range: 0 <= places <= TLS12_BODY_MAX;
      loop invariant less: less != 0 <==> exponent(body, a.offset, a.offset + a.length - places) <
        exponent(body, b.offset, b.offset + b.length - places);
      loop invariant greater: greater != 0 <==> exponent(body, a.offset, a.offset + a.length - places) >
        exponent(body, b.offset, b.offset + b.length - places);
      loop assigns places, less, greater;
      loop variant places; */
  for (uint32_t places = a.length > b.length ? a.length : b.length; places > 0; places--) {
    const uint32_t x = digit(body, a, places), y = digit(body, b, places);
    if (x < y && !greater) less = 1;
    if (x > y && !less) greater = 1;
  }
  return less;
}

struct tls12_fault check_pentanomial(const uint8_t *body, struct three_spans k)
{
  const uint32_t end = k.third.offset + k.third.length;
  if (is_less(body, k.first, k.second) && is_less(body, k.second, k.third)) return accepted(end);
  return (struct tls12_fault){R4492_5_4_05, k.first.offset, end - k.first.offset, TLS12_ILLEGAL_PARAMETER};
}
