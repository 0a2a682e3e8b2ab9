#include "arithmetic/dh.h"

#include "crypto/wipe.h"

/* 1 < y < p - 1 for an odd p without leading zeros. */
/*@ requires size: 1 <= p.length <= 1024 && y.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(y.data + (0 .. y.length - 1));
    requires odd: p.data[p.length - 1] % 2 == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: \result != 0 <==> is_dh_public(p.data, p.length, y.data, y.length); */
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
  //@ assert start: same_bytes{Here,Here}(&last[0], p.data, p.length - 1);
  //@ assert less: value(&last[0], p.length) == value(p.data, p.length) - 1;
  //@ assert one: value(&one[0], 1) == 1;
  const int above = number_less((struct tls12_bytes){one, 1}, y);
  return above ? number_less(y, (struct tls12_bytes){last, p.length}) : 0;
}

enum tls12_rule dh_check_group(struct tls12_bytes p, struct tls12_bytes g)
{
  const struct tls12_bytes prime = number_trim(p);
  if (prime.length == 0) return R5246_F_1_1_3_02;
  //@ assert last: prime.data[prime.length - 1] == p.data[p.length - 1];
  //@ assert fits: prime.length <= 1024 <==> value(p.data, p.length) < pow256(1024);
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
  //@ assert last: prime.length > 0 && prime.data[prime.length - 1] == p.data[p.length - 1];
  return prime;
}

enum tls12_rule dh_check_public(struct tls12_bytes p, struct tls12_bytes y)
{
  return inside_group(modulus_of(p), y) ? TLS12_NO_RULE : R7919_3_04;
}

/* The bits of a byte without its leading zeros. */
/*@ requires some: 0 < b;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 1 <= \result <= 8;
    ensures bits: power(2, \result - 1) <= b < power(2, \result); */
static uint32_t byte_bits(uint8_t b)
{
  return 1u + (b > 1) + (b > 3) + (b > 7) + (b > 15) + (b > 31) + (b > 63) + (b > 127);
}

uint32_t dh_bits(struct tls12_bytes p)
{
  const struct tls12_bytes prime = number_trim(p);
  if (prime.length == 0) return 0;
  const uint32_t top = byte_bits(prime.data[0]);
  //@ assert low: power(2, 8 * (prime.length - 1) + (top - 1)) <= value(prime.data, prime.length);
  //@ assert high: value(prime.data, prime.length) < power(2, 8 * (prime.length - 1) + top);
  return 8 * (prime.length - 1) + top;
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
  //@ assert fits: 1 <= b.length <= prime.length;
  number_power(out, b, x, prime);
}

void dh_public(struct tls12_bytes p, struct tls12_bytes g, struct tls12_bytes x, uint8_t *y)
{
  const struct tls12_bytes prime = modulus_of(p);
  const uint32_t zeros = p.length - prime.length;
  power_of(prime, g, x, y + zeros);
  /*@ ghost Power:; */
  /*@ loop invariant range: i <= zeros;
      loop invariant zeros: zero_bytes(y, i);
      loop assigns i, y[0 .. zeros - 1];
      loop variant zeros - i; */
  for (uint32_t i = 0; i < zeros; i++) y[i] = 0;
  //@ assert kept: same_bytes{Power,Here}(y + zeros, y + zeros, prime.length);
  //@ assert padded: value(y, p.length) == value(y + zeros, prime.length);
}

/*@ requires memory: \valid(out + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
    requires separated: \separated(out + (0 .. n - 1), from + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures copy: same_bytes{Here,Pre}(out, from, n); */
static void copy(uint8_t *out, const uint8_t *from, uint32_t n)
{
  /*@ loop invariant range: i <= n;
      loop invariant copied: same_bytes{Here,Pre}(out, from, i);
      loop assigns i, out[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[i] = from[i];
}

void dh_shared(struct tls12_bytes p, struct tls12_bytes y, struct tls12_bytes x, uint8_t *z, uint32_t *length)
{
  uint8_t full[NUMBER_BYTES];
  const struct tls12_bytes prime = modulus_of(p);
  power_of(prime, y, x, full);
  const struct tls12_bytes stripped = number_trim((struct tls12_bytes){full, prime.length});
  const uint32_t n = stripped.length;
  /*@ ghost Stripped:; */
  copy(z, stripped.data, n);
  wipe(full, NUMBER_BYTES);
  *length = n;
  //@ assert copied: same_bytes{Here,Stripped}(z, stripped.data, n);
}
