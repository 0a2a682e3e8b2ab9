#include "arithmetic/little_endian.h"

#include "arithmetic/field_lemmas.h"
#include "arithmetic/little_endian_lemmas.h"

/*@ requires size: k < 128;
    requires memory: \valid_read(bytes + (8 * k .. 8 * k + 7));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures word: \result == word_at(bytes, 8 * k); */
static uint64_t read_word(const uint8_t *bytes, uint32_t k)
{
  const uint32_t at = 8 * k;
  const uint64_t b0 = bytes[at], b1 = bytes[at + 1], b2 = bytes[at + 2], b3 = bytes[at + 3], b4 = bytes[at + 4],
                 b5 = bytes[at + 5], b6 = bytes[at + 6], b7 = bytes[at + 7];
  return b0 + 256 * b1 + 65536 * b2 + 16777216 * b3 + 4294967296 * b4 + 1099511627776 * b5 + 281474976710656 * b6 +
         72057594037927936 * b7;
}

/*@ requires size: k < 128;
    requires memory: \valid(bytes + (8 * k .. 8 * k + 7));
    terminates \true;
    exits \false;
    assigns bytes[8 * k .. 8 * k + 7];
    ensures word: word_at(bytes, 8 * k) == word; */
static void write_word(uint8_t *bytes, uint32_t k, uint64_t word)
{
  const uint32_t at = 8 * k;
  const uint64_t r1 = word / 256, r2 = r1 / 256, r3 = r2 / 256, r4 = r3 / 256, r5 = r4 / 256, r6 = r5 / 256,
                 r7 = r6 / 256;
  bytes[at] = (uint8_t)(word % 256);
  bytes[at + 1] = (uint8_t)(r1 % 256);
  bytes[at + 2] = (uint8_t)(r2 % 256);
  bytes[at + 3] = (uint8_t)(r3 % 256);
  bytes[at + 4] = (uint8_t)(r4 % 256);
  bytes[at + 5] = (uint8_t)(r5 % 256);
  bytes[at + 6] = (uint8_t)(r6 % 256);
  bytes[at + 7] = (uint8_t)r7;
}

void limbs_from_little_endian(mp_limb_t *limbs, uint32_t n, const uint8_t *bytes)
{
  /*@ loop invariant range: k <= n;
      loop invariant words: words_of(bytes, limbs, k);
      loop assigns k, limbs[0 .. n - 1];
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) limbs[k] = read_word(bytes, k);
}

void limbs_to_little_endian(uint8_t *bytes, const mp_limb_t *limbs, uint32_t n)
{
  /*@ loop invariant range: k <= n;
      loop invariant words: words_of(bytes, limbs, k);
      loop assigns k, bytes[0 .. 8 * n - 1];
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) {
    write_word(bytes, k, limbs[k]);
    //@ assert same: \forall integer i; 0 <= i < 8 * k ==> bytes[i] == \at(bytes[i],LoopCurrent);
    //@ assert kept: words_of(bytes, limbs, k);
    //@ assert more: words_of(bytes, limbs, k + 1);
  }
}

struct field_element field_from_little_endian(const uint8_t *bytes, uint32_t n)
{
  struct field_element r = {{0}};
  //@ assert zero: \forall integer i; 0 <= i < 9 ==> r.limb[i] == 0;
  limbs_from_little_endian(r.limb, n, bytes);
  //@ assert rest: \forall integer i; n <= i < 9 ==> r.limb[i] == 0;
  //@ assert short: is_short(r, n);
  return r;
}

void field_to_little_endian(struct field_element a, uint8_t *bytes, uint32_t n)
{
  //@ assert short: is_short(a, n);
  //@ assert number: val(&a.limb[0], n) == element(a);
  limbs_to_little_endian(bytes, a.limb, n);
}
