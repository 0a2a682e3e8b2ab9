#include "arithmetic/dh.h"

#include "arithmetic/clear.h"

/*@ ghost
  /@ requires order: a <= b && b <= 16777216;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures order: 1 <= pow256(a) <= pow256(b); @/
  static void weight_order(uint32_t a, uint32_t b)
  {
    uint32_t i = 0;
    /@ loop invariant steps: i <= a;
       loop invariant natural: 1 <= pow256(i);
       loop assigns i;
       loop variant a - i; @/
    while (i < a) i++;
    /@ loop invariant steps: a <= i <= b;
       loop invariant order: 1 <= pow256(a) <= pow256(i);
       loop assigns i;
       loop variant b - i; @/
    while (i < b) i++;
  }

  // A number below 256^room has at most `room` bytes without its leading zeros.
  /@ requires size: 0 < n <= 16777216 && room <= 16777216;
     requires memory: \valid_read(b + (0 .. n - 1));
     requires first: b[0] > 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures fits: n <= room <==> value(b, n) < pow256(room);
     ensures positive: 1 <= value(b, n) < pow256(n); @/
  static void number_fits(const uint8_t *b, uint32_t n, uint32_t room)
  {
    number_range(b, n);
    weight_order(0, n - 1);
    if (n <= room) weight_order(n, room);
    if (n > room) weight_order(room, n - 1);
  }
*/

/* 1 < y < p - 1 for an odd p without leading zeros. */
/*@ requires size: 1 <= p.length <= 1024 && y.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(y.data + (0 .. y.length - 1));
    requires odd: p.data[p.length - 1] % 2 == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: \result == (is_dh_public(p.data, p.length, y.data, y.length) ? 1 : 0); */
static int inside_group(struct tls12_bytes p, struct tls12_bytes y)
{
  const uint8_t one[1] = {1};
  uint8_t last[NUMBER_BYTES]; /* p - 1: p is odd */
  /*@ loop invariant range: i <= p.length - 1;
      loop invariant copied: \forall integer j; 0 <= j < i ==> last[j] == p.data[j];
      loop assigns i, last[0 .. 1023];
      loop variant p.length - i; */
  for (uint32_t i = 0; i < p.length - 1; i++) last[i] = p.data[i];
  last[p.length - 1] = (uint8_t)(p.data[p.length - 1] - 1);
  /*@ ghost
    uint32_t i = 1;
    /@ loop invariant steps: 1 <= i <= p.length;
       loop invariant less: low_value(&last[0], p.length, i) == low_value(p.data, p.length, i) - 1;
       loop assigns i;
       loop variant p.length - i; @/
    while (i < p.length) {
      /@ assert byte: byte_at(&last[0], p.length, i) == byte_at(p.data, p.length, i); @/
      i++;
    }
    /@ assert one: value(&one[0], 1) == 1; @/
  */
  const int above = number_less((struct tls12_bytes){one, 1}, y);
  return above ? number_less(y, (struct tls12_bytes){last, p.length}) : 0;
}

enum tls12_rule dh_check_group(struct tls12_bytes p, struct tls12_bytes g)
{
  const struct tls12_bytes prime = number_trim(p);
  if (prime.length == 0) return R5246_F_1_1_3_02;
  //@ ghost number_fits(prime.data, prime.length, 1024);
  if (prime.length > NUMBER_BYTES || prime.data[prime.length - 1] % 2 == 0) return R5246_F_1_1_3_02;
  return inside_group(prime, g) ? TLS12_NO_RULE : R5246_F_1_1_3_02;
}

/* p without leading zeros. */
/*@ requires size: p.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1));
    requires modulus: is_dh_modulus(p.data, p.length);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: 1 <= \result.length <= p.length && \result.data == p.data + (p.length - \result.length);
    ensures size: \result.length <= 1024 && \result.data[0] > 0;
    ensures odd: \result.data[\result.length - 1] % 2 == 1;
    ensures value: value(\result.data, \result.length) == value(p.data, p.length); */
static struct tls12_bytes modulus_of(struct tls12_bytes p)
{
  const struct tls12_bytes prime = number_trim(p);
  //@ assert last: prime.length > 0;
  //@ ghost number_fits(prime.data, prime.length, 1024);
  return prime;
}

enum tls12_rule dh_check_public(struct tls12_bytes p, struct tls12_bytes y)
{
  return inside_group(modulus_of(p), y) ? TLS12_NO_RULE : R7919_3_04;
}

uint32_t dh_bits(struct tls12_bytes p)
{
  const struct tls12_bytes prime = number_trim(p);
  uint32_t bits = 0;
  if (prime.length == 0) return 0;
  /*@ loop invariant bits: bits <= 8;
      loop invariant rest: (bits == 0 && first <= 255) || (bits == 1 && first <= 127) || (bits == 2 && first <= 63) ||
                           (bits == 3 && first <= 31) || (bits == 4 && first <= 15) || (bits == 5 && first <= 7) ||
                           (bits == 6 && first <= 3) || (bits == 7 && first <= 1) || (bits == 8 && first == 0);
      loop assigns first, bits;
      loop variant first; */
  for (uint32_t first = prime.data[0]; first > 0; first /= 2) bits++;
  return 8 * (prime.length - 1) + bits;
}

/* out = base^x mod prime, prime.length bytes. */
/*@ requires size: 1 <= prime.length <= 1024 && base.length <= 65535 && 1 <= x.length <= 1024;
    requires memory: \valid_read(prime.data + (0 .. prime.length - 1)) && \valid_read(x.data + (0 .. x.length - 1)) &&
                     \valid_read(base.data + (0 .. base.length - 1)) && \valid(out + (0 .. prime.length - 1));
    requires modulus: prime.data[0] > 0 && prime.data[prime.length - 1] % 2 == 1;
    requires base: 1 < value(base.data, base.length) < value(prime.data, prime.length);
    terminates \true;
    exits \false;
    assigns out[0 .. prime.length - 1];
    ensures power: value(out, prime.length) == \old(power(value(base.data, base.length), value(x.data, x.length)) %
                                                    value(prime.data, prime.length)); */
static void power_of(struct tls12_bytes prime, struct tls12_bytes base, struct tls12_bytes x, uint8_t *out)
{
  const struct tls12_bytes b = number_trim(base);
  /*@ ghost
    /@ assert positive: b.length > 0; @/
    number_fits(prime.data, prime.length, prime.length);
    number_fits(b.data, b.length, prime.length); */
  number_power(out, b, x, prime);
}

void dh_public(struct tls12_bytes p, struct tls12_bytes g, struct tls12_bytes x, uint8_t *y)
{
  const struct tls12_bytes prime = modulus_of(p);
  const uint32_t zeros = p.length - prime.length;
  power_of(prime, g, x, y + zeros);
  /*@ ghost Power:; */
  /*@ loop invariant range: i <= zeros;
      loop invariant zeros: \forall integer j; 0 <= j < i ==> y[j] == 0;
      loop assigns i, y[0 .. zeros - 1];
      loop variant zeros - i; */
  for (uint32_t i = 0; i < zeros; i++) y[i] = 0;
  /*@ ghost
    uint32_t i = 0;
    /@ loop invariant steps: i <= prime.length;
       loop invariant kept: \forall integer k; 0 <= k <= i ==>
         low_value(y + zeros, prime.length, k) == \at(low_value(y + zeros, prime.length, k), Power);
       loop assigns i;
       loop variant prime.length - i; @/
    while (i < prime.length) {
      i++;
    }
    number_padding(y, p.length, zeros);
  */
}

void dh_shared(struct tls12_bytes p, struct tls12_bytes y, struct tls12_bytes x, uint8_t *z, uint32_t *length)
{
  uint8_t full[NUMBER_BYTES];
  const struct tls12_bytes prime = modulus_of(p);
  power_of(prime, y, x, full);
  const struct tls12_bytes stripped = number_trim((struct tls12_bytes){full, prime.length});
  const uint32_t n = stripped.length;
  /*@ ghost Stripped:; */
  /*@ loop invariant range: i <= n;
      loop invariant copied: \forall integer j; 0 <= j < i ==> z[j] == \at(stripped.data[j], Stripped);
      loop assigns i, z[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) z[i] = stripped.data[i];
  bytes_clear(full, NUMBER_BYTES);
  *length = n;
  /*@ ghost
    uint32_t i = 0;
    /@ loop invariant steps: i <= n;
       loop invariant kept: \forall integer k; 0 <= k <= i ==>
         low_value(z, n, k) == \at(low_value(stripped.data, n, k), Stripped);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) i++;
  */
}
