#include "arithmetic/number.h"

struct tls12_bytes number_trim(struct tls12_bytes a)
{
  uint32_t zeros = 0;
  /*@ loop invariant range: zeros <= a.length;
      loop invariant zeros: zero_bytes(a.data, zeros);
      loop assigns zeros;
      loop variant a.length - zeros; */
  while (zeros < a.length && a.data[zeros] == 0) zeros++;
  return (struct tls12_bytes){a.data + zeros, a.length - zeros};
}

/*@ requires size: a.length <= 16777216 && place <= 16777216;
    requires memory: \valid_read(a.data + (0 .. a.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result == digit(a.data, a.length, place); */
static uint8_t byte_of(struct tls12_bytes a, uint32_t place)
{
  return place < a.length ? a.data[a.length - 1 - place] : 0;
}

int number_less(struct tls12_bytes a, struct tls12_bytes b)
{
  const uint32_t n = a.length < b.length ? b.length : a.length;
  int order = 0; /* the sign of the difference of the leading bytes */
  /*@ loop invariant range: i <= n;
      loop invariant equal: order == 0 ==> value(a.data, a.length - n + i) == value(b.data, b.length - n + i);
      loop invariant less: order == -1 ==> value(a.data, a.length - n + i) < value(b.data, b.length - n + i);
      loop invariant greater: order == 1 ==> value(a.data, a.length - n + i) > value(b.data, b.length - n + i);
      loop invariant sign: -1 <= order <= 1;
      loop assigns i, order;
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) {
    const uint8_t x = byte_of(a, n - 1 - i), y = byte_of(b, n - 1 - i);
    //@ assert x: value(a.data, a.length - n + i + 1) == 256 * value(a.data, a.length - n + i) + x;
    //@ assert y: value(b.data, b.length - n + i + 1) == 256 * value(b.data, b.length - n + i) + y;
    const int difference = 256 * order + x - y;
    order = (difference > 0) - (difference < 0);
  }
  return order < 0;
}
