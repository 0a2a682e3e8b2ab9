#include "arithmetic/number.h"

/*@ ghost
  /@ requires size: zeros <= n && n <= 16777216;
     requires memory: \valid_read(b + (0 .. n - 1));
     requires zeros: \forall integer i; 0 <= i < zeros ==> b[i] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures value: value(b + zeros, n - zeros) == value(b, n); @/
  void number_padding(const uint8_t *b, uint32_t n, uint32_t zeros)
  {
    uint32_t i = 0;
    /@ loop invariant steps: i <= n - zeros;
       loop invariant same: low_value(b + zeros, n - zeros, i) == low_value(b, n, i);
       loop assigns i;
       loop variant n - i; @/
    while (i < n - zeros) {
      /@ assert byte: byte_at(b + zeros, n - zeros, i) == byte_at(b, n, i); @/
      i++;
    }
    /@ loop invariant steps: n - zeros <= i <= n;
       loop invariant same: low_value(b, n, i) == value(b + zeros, n - zeros);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) {
      /@ assert byte: byte_at(b, n, i) == 0; @/
      i++;
    }
  }

  /@ requires natural: 1 <= pow256(i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures product: 0 <= x * pow256(i) <= 255 * pow256(i) && (x > 0 ==> pow256(i) <= x * pow256(i));
     ensures lower: x < y ==> (x + 1) * pow256(i) <= y * pow256(i);
     ensures higher: x > y ==> (y + 1) * pow256(i) <= x * pow256(i); @/
  static void byte_product(uint8_t x, uint8_t y, uint32_t i)
  {
  }

  /@ requires size: 0 < n <= 16777216;
     requires memory: \valid_read(b + (0 .. n - 1));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures below: 0 <= value(b, n) < pow256(n);
     ensures above: b[0] > 0 ==> value(b, n) >= pow256(n - 1); @/
  void number_range(const uint8_t *b, uint32_t n)
  {
    uint32_t i = 0;
    /@ loop invariant steps: i <= n - 1;
       loop invariant natural: 1 <= pow256(i);
       loop invariant range: 0 <= low_value(b, n, i) < pow256(i);
       loop assigns i;
       loop variant n - i; @/
    while (i < n - 1) {
      byte_product(b[n - 1 - i], 0, i);
      /@ assert byte: low_value(b, n, i + 1) == low_value(b, n, i) + b[n - 1 - i] * pow256(i); @/
      i++;
    }
    byte_product(b[0], 0, i);
    /@ assert byte: low_value(b, n, n) == low_value(b, n, n - 1) + b[0] * pow256(n - 1); @/
  }
*/

struct tls12_bytes number_trim(struct tls12_bytes a)
{
  uint32_t zeros = 0;
  /*@ loop invariant range: zeros <= a.length;
      loop invariant zeros: \forall integer i; 0 <= i < zeros ==> a.data[i] == 0;
      loop assigns zeros;
      loop variant a.length - zeros; */
  while (zeros < a.length && a.data[zeros] == 0) zeros++;
  if (zeros == 0) return a;
  //@ ghost number_padding(a.data, a.length, zeros);
  return (struct tls12_bytes){a.data + zeros, a.length - zeros};
}

/*@ requires size: a.length <= 16777216 && place <= 16777216;
    requires memory: \valid_read(a.data + (0 .. a.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result == byte_at(a.data, a.length, place); */
static uint8_t byte_of(struct tls12_bytes a, uint32_t place)
{
  return place < a.length ? a.data[a.length - 1 - place] : 0;
}

int number_less(struct tls12_bytes a, struct tls12_bytes b)
{
  const uint32_t n = a.length < b.length ? b.length : a.length;
  uint32_t less = 0;
  /*@ loop invariant range: i <= n;
      loop invariant natural: 1 <= pow256(i);
      loop invariant first: 0 <= low_value(a.data, a.length, i) < pow256(i);
      loop invariant second: 0 <= low_value(b.data, b.length, i) < pow256(i);
      loop invariant less: less == (low_value(a.data, a.length, i) < low_value(b.data, b.length, i) ? 1 : 0);
      loop assigns i, less;
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) {
    const uint8_t x = byte_of(a, i), y = byte_of(b, i);
    /*@ ghost byte_product(x, y, i);
        ghost byte_product(y, x, i); */
    //@ assert x: low_value(a.data, a.length, i + 1) == low_value(a.data, a.length, i) + x * pow256(i);
    //@ assert y: low_value(b.data, b.length, i + 1) == low_value(b.data, b.length, i) + y * pow256(i);
    less = (256u + x - y - less) / 256 == 0; /* x - y borrows */
  }
  /*@ ghost
    uint32_t i = a.length;
    /@ loop invariant steps: a.length <= i <= n;
       loop invariant zeros: low_value(a.data, a.length, i) == value(a.data, a.length);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) i++;
    i = b.length;
    /@ loop invariant steps: b.length <= i <= n;
       loop invariant zeros: low_value(b.data, b.length, i) == value(b.data, b.length);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) i++;
  */
  return (int)less;
}
