#include "arithmetic/limbs.h"

/*@ requires place: place <= 2048 && length <= 1024;
    requires memory: \valid_read(bytes + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result == byte_at(bytes, length, place) && \result <= 255; */
static uint64_t byte_at(const uint8_t *bytes, uint32_t length, uint32_t place)
{
  return place < length ? bytes[length - 1 - place] : 0;
}

/*@ // The limb of weight 2^(64 k).
    logic integer limb_of{L}(uint8_t *b, integer n, integer k) =
      byte_at{L}(b, n, 8 * k) + 256 * byte_at{L}(b, n, 8 * k + 1) + 65536 * byte_at{L}(b, n, 8 * k + 2) +
      16777216 * byte_at{L}(b, n, 8 * k + 3) + 4294967296 * byte_at{L}(b, n, 8 * k + 4) +
      1099511627776 * byte_at{L}(b, n, 8 * k + 5) + 281474976710656 * byte_at{L}(b, n, 8 * k + 6) +
      72057594037927936 * byte_at{L}(b, n, 8 * k + 7); */

/*@ requires place: k <= 127 && length <= 1024;
    requires memory: \valid_read(bytes + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures limb: \result == limb_of(bytes, length, k); */
static uint64_t limb_at(const uint8_t *bytes, uint32_t length, uint32_t k)
{
  const uint64_t b0 = byte_at(bytes, length, 8 * k), b1 = byte_at(bytes, length, 8 * k + 1),
                 b2 = byte_at(bytes, length, 8 * k + 2), b3 = byte_at(bytes, length, 8 * k + 3),
                 b4 = byte_at(bytes, length, 8 * k + 4), b5 = byte_at(bytes, length, 8 * k + 5),
                 b6 = byte_at(bytes, length, 8 * k + 6), b7 = byte_at(bytes, length, 8 * k + 7);
  return b0 + 256 * b1 + 65536 * b2 + 16777216 * b3 + 4294967296 * b4 + 1099511627776 * b5 + 281474976710656 * b6 +
         72057594037927936 * b7;
}

/*@ ghost
  /@ requires place: 0 <= i <= 1023 && length <= 1024;
     requires memory: \valid_read(bytes + (0 .. length - 1));
     requires natural: 1 <= pow256(i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sum: low_value(bytes, length, i + 1) == low_value(bytes, length, i) + byte_at(bytes, length, i) * pow256(i);
     ensures byte: 0 <= byte_at(bytes, length, i) <= 255;
     ensures product: 0 <= byte_at(bytes, length, i) * pow256(i) <= 255 * pow256(i);
     ensures weight: pow256(i + 1) == 256 * pow256(i); @/
  static void byte_step(const uint8_t *bytes, uint32_t length, int i)
  {
  }

  /@ requires place: 0 <= k <= 127 && length <= 1024;
     requires memory: \valid_read(bytes + (0 .. length - 1));
     requires natural: 1 <= pow64(k);
     requires weight: pow256(8 * k) == pow64(k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: low_value(bytes, length, 8 * k + 8) ==
                   low_value(bytes, length, 8 * k) + limb_of(bytes, length, k) * pow64(k);
     ensures weight: pow256(8 * k + 8) == pow64(k + 1); @/
  static void limb_step(const uint8_t *bytes, uint32_t length, int k)
  {
    byte_step(bytes, length, 8 * k);
    byte_step(bytes, length, 8 * k + 1);
    byte_step(bytes, length, 8 * k + 2);
    byte_step(bytes, length, 8 * k + 3);
    byte_step(bytes, length, 8 * k + 4);
    byte_step(bytes, length, 8 * k + 5);
    byte_step(bytes, length, 8 * k + 6);
    byte_step(bytes, length, 8 * k + 7);
    /@ assert s1: low_value(bytes, length, 8 * k + 1) == low_value(bytes, length, 8 * k) + byte_at(bytes, length, 8 * k) * pow64(k); @/
    /@ assert w1: pow256(8 * k + 1) == 256 * pow64(k); @/
    /@ assert s2: low_value(bytes, length, 8 * k + 2) == low_value(bytes, length, 8 * k + 1) + byte_at(bytes, length, 8 * k + 1) * (256 * pow64(k)); @/
    /@ assert w2: pow256(8 * k + 2) == 65536 * pow64(k); @/
    /@ assert s3: low_value(bytes, length, 8 * k + 3) == low_value(bytes, length, 8 * k + 2) + byte_at(bytes, length, 8 * k + 2) * (65536 * pow64(k)); @/
    /@ assert w3: pow256(8 * k + 3) == 16777216 * pow64(k); @/
    /@ assert s4: low_value(bytes, length, 8 * k + 4) == low_value(bytes, length, 8 * k + 3) + byte_at(bytes, length, 8 * k + 3) * (16777216 * pow64(k)); @/
    /@ assert w4: pow256(8 * k + 4) == 4294967296 * pow64(k); @/
    /@ assert s5: low_value(bytes, length, 8 * k + 5) == low_value(bytes, length, 8 * k + 4) + byte_at(bytes, length, 8 * k + 4) * (4294967296 * pow64(k)); @/
    /@ assert w5: pow256(8 * k + 5) == 1099511627776 * pow64(k); @/
    /@ assert s6: low_value(bytes, length, 8 * k + 6) == low_value(bytes, length, 8 * k + 5) + byte_at(bytes, length, 8 * k + 5) * (1099511627776 * pow64(k)); @/
    /@ assert w6: pow256(8 * k + 6) == 281474976710656 * pow64(k); @/
    /@ assert s7: low_value(bytes, length, 8 * k + 7) == low_value(bytes, length, 8 * k + 6) + byte_at(bytes, length, 8 * k + 6) * (281474976710656 * pow64(k)); @/
    /@ assert w7: pow256(8 * k + 7) == 72057594037927936 * pow64(k); @/
    /@ assert s8: low_value(bytes, length, 8 * k + 8) == low_value(bytes, length, 8 * k + 7) + byte_at(bytes, length, 8 * k + 7) * (72057594037927936 * pow64(k)); @/
  }
*/

/*@ ghost
  /@ requires size: 1 <= n <= 128 && 8 * (n - 1) < length && length <= 8 * n;
     requires memory: \valid_read(bytes + (0 .. length - 1));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures top: bytes[0] > 0 ==> limb_of(bytes, length, n - 1) > 0; @/
  static void top_limb(const uint8_t *bytes, uint32_t length, uint32_t n)
  {
    /@ assert natural: \forall integer t; 0 <= byte_at(bytes, length, t); @/
    /@ assert first: byte_at(bytes, length, length - 1) == bytes[0]; @/
    /@ assert place: length - 1 == 8 * (n - 1) || length - 1 == 8 * (n - 1) + 1 || length - 1 == 8 * (n - 1) + 2 ||
                     length - 1 == 8 * (n - 1) + 3 || length - 1 == 8 * (n - 1) + 4 || length - 1 == 8 * (n - 1) + 5 ||
                     length - 1 == 8 * (n - 1) + 6 || length - 1 == 8 * (n - 1) + 7; @/
  }
*/

void limbs_from_bytes(mp_limb_t *limbs, uint32_t n, const uint8_t *bytes, uint32_t length)
{
  /*@ loop invariant range: k <= n;
      loop invariant limbs: \forall integer i; 0 <= i < k ==> limbs[i] == limb_of(bytes, length, i);
      loop assigns k, limbs[0 .. n - 1];
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) limbs[k] = limb_at(bytes, length, k);
  /*@ ghost
    int j = 0;
    /@ loop invariant steps: 0 <= j <= n;
       loop invariant weight: pow256(8 * j) == pow64(j) && 1 <= pow64(j);
       loop invariant sum: val(limbs, j) == low_value(bytes, length, 8 * j);
       loop assigns j;
       loop variant n - j; @/
    while (j < n) {
      limb_step(bytes, length, j);
      /@ assert limb: limbs[j] == limb_of(bytes, length, j); @/
      /@ assert next: val(limbs, j + 1) == val(limbs, j) + limbs[j] * pow64(j); @/
      /@ assert bytes: low_value(bytes, length, 8 * (j + 1)) == low_value(bytes, length, 8 * j + 8); @/
      j++;
    }
    int i = 0;
    /@ loop invariant steps: 0 <= i <= length;
       loop invariant range: 0 <= low_value(bytes, length, i) < pow256(i);
       loop assigns i;
       loop variant length - i; @/
    while (i < length) {
      byte_step(bytes, length, i);
      i++;
    }
    /@ loop invariant steps: length <= i <= 8 * n;
       loop invariant weight: 1 <= pow256(i);
       loop invariant zeros: low_value(bytes, length, i) == value(bytes, length);
       loop assigns i;
       loop variant 8 * n - i; @/
    while (i < 8 * n) {
      byte_step(bytes, length, i);
      i++;
    }
    if (0 < length && 8 * n < length + 8) {
      top_limb(bytes, length, n);
      /@ assert top: limbs[n - 1] == limb_of(bytes, length, n - 1); @/
    }
    /@ assert last: 0 < length ==> byte_at(bytes, length, 0) == bytes[length - 1]; @/
  */
}

/*@ // v without its last j bytes.
    logic integer shifted(integer v, integer j) = j <= 0 ? v : shifted(v, j - 1) / 256;

    // The byte of weight 256^i of limbs, and the number in the last i bytes.
    logic integer limbs_byte{L}(uint64_t *p, integer i) = shifted(p[i / 8], i % 8) % 256;
    logic integer low_limbs{L}(uint64_t *p, integer i) =
      i <= 0 ? 0 : low_limbs{L}(p, i - 1) + limbs_byte{L}(p, i - 1) * pow256(i - 1); */

/*@ requires place: place <= 7;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result == shifted(limb, place) % 256; */
static uint8_t limb_byte(mp_limb_t limb, uint32_t place)
{
  mp_limb_t rest = limb;
  /*@ loop invariant steps: i <= place;
      loop invariant rest: rest == shifted(limb, i);
      loop assigns i, rest;
      loop variant place - i; */
  for (uint32_t i = 0; i < place; i++) rest /= 256;
  return (uint8_t)(rest % 256);
}

/*@ ghost
  /@ requires digits: v == d0 + 256 * d1 + 65536 * d2 + 16777216 * d3 + 4294967296 * d4 + 1099511627776 * d5 +
                           281474976710656 * d6 + 72057594037927936 * d7;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures product: v * pow64(k) == d0 * pow64(k) + d1 * (256 * pow64(k)) + d2 * (65536 * pow64(k)) +
                      d3 * (16777216 * pow64(k)) + d4 * (4294967296 * pow64(k)) + d5 * (1099511627776 * pow64(k)) +
                      d6 * (281474976710656 * pow64(k)) + d7 * (72057594037927936 * pow64(k)); @/
  static void digits_product(uint64_t v, uint64_t d0, uint64_t d1, uint64_t d2, uint64_t d3, uint64_t d4, uint64_t d5,
                             uint64_t d6, uint64_t d7, int k)
  {
  }

  /@ requires place: 0 <= i <= 1023;
     requires memory: \valid_read(limbs + (0 .. i / 8));
     requires natural: 1 <= pow256(i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures sum: low_limbs(limbs, i + 1) == low_limbs(limbs, i) + limbs_byte(limbs, i) * pow256(i);
     ensures byte: 0 <= limbs_byte(limbs, i) <= 255;
     ensures product: limbs_byte(limbs, i) * pow256(i) == 0 || limbs_byte(limbs, i) * pow256(i) >= pow256(i);
     ensures weight: pow256(i + 1) == 256 * pow256(i); @/
  static void limbs_byte_step(const mp_limb_t *limbs, int i)
  {
    int j = 0;
    /@ loop invariant steps: 0 <= j <= i % 8;
       loop invariant natural: 0 <= shifted(limbs[i / 8], j);
       loop assigns j;
       loop variant i % 8 - j; @/
    while (j < i % 8) j++;
  }

  /@ requires place: 0 <= i < length && length <= 1024;
     requires memory: \valid_read(limbs + (0 .. i / 8)) && \valid_read(bytes + (0 .. length - 1));
     requires byte: bytes[length - 1 - i] == limbs_byte(limbs, i);
     requires same: low_value(bytes, length, i) == low_limbs(limbs, i);
     requires natural: 0 <= low_limbs(limbs, i) && 1 <= pow256(i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: low_value(bytes, length, i + 1) == low_limbs(limbs, i + 1);
     ensures natural: 0 <= low_limbs(limbs, i + 1) && 1 <= pow256(i + 1); @/
  static void same_step(const uint8_t *bytes, uint32_t length, const mp_limb_t *limbs, int i)
  {
    limbs_byte_step(limbs, i);
    byte_step(bytes, length, i);
  }

  /@ requires place: 0 <= k <= 127;
     requires memory: \valid_read(limbs + (0 .. k));
     requires natural: 1 <= pow64(k);
     requires weight: pow256(8 * k) == pow64(k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: low_limbs(limbs, 8 * k + 8) == low_limbs(limbs, 8 * k) + limbs[k] * pow64(k);
     ensures weight: pow256(8 * k + 8) == pow64(k + 1); @/
  static void limbs_limb_step(const mp_limb_t *limbs, int k)
  {
    limbs_byte_step(limbs, 8 * k);
    limbs_byte_step(limbs, 8 * k + 1);
    limbs_byte_step(limbs, 8 * k + 2);
    limbs_byte_step(limbs, 8 * k + 3);
    limbs_byte_step(limbs, 8 * k + 4);
    limbs_byte_step(limbs, 8 * k + 5);
    limbs_byte_step(limbs, 8 * k + 6);
    limbs_byte_step(limbs, 8 * k + 7);
    uint64_t r0 = limbs[k], r1 = r0 / 256, r2 = r1 / 256, r3 = r2 / 256, r4 = r3 / 256, r5 = r4 / 256, r6 = r5 / 256;
    uint64_t r7 = r6 / 256;
    /@ assert r1: shifted(limbs[k], 1) == r1; @/
    /@ assert r2: shifted(limbs[k], 2) == r2; @/
    /@ assert r3: shifted(limbs[k], 3) == r3; @/
    /@ assert r4: shifted(limbs[k], 4) == r4; @/
    /@ assert r5: shifted(limbs[k], 5) == r5; @/
    /@ assert r6: shifted(limbs[k], 6) == r6; @/
    /@ assert r7: shifted(limbs[k], 7) == r7; @/
    /@ assert d0: limbs_byte(limbs, 8 * k + 0) == r0 % 256; @/
    /@ assert d1: limbs_byte(limbs, 8 * k + 1) == r1 % 256; @/
    /@ assert d2: limbs_byte(limbs, 8 * k + 2) == r2 % 256; @/
    /@ assert d3: limbs_byte(limbs, 8 * k + 3) == r3 % 256; @/
    /@ assert d4: limbs_byte(limbs, 8 * k + 4) == r4 % 256; @/
    /@ assert d5: limbs_byte(limbs, 8 * k + 5) == r5 % 256; @/
    /@ assert d6: limbs_byte(limbs, 8 * k + 6) == r6 % 256; @/
    /@ assert d7: limbs_byte(limbs, 8 * k + 7) == r7 % 256; @/
    digits_product(r0, r0 % 256, r1 % 256, r2 % 256, r3 % 256, r4 % 256, r5 % 256, r6 % 256, r7 % 256, k);
    /@ assert s1: low_limbs(limbs, 8 * k + 1) == low_limbs(limbs, 8 * k) + limbs_byte(limbs, 8 * k) * pow64(k); @/
    /@ assert w1: pow256(8 * k + 1) == 256 * pow64(k); @/
    /@ assert s2: low_limbs(limbs, 8 * k + 2) == low_limbs(limbs, 8 * k + 1) + limbs_byte(limbs, 8 * k + 1) * (256 * pow64(k)); @/
    /@ assert w2: pow256(8 * k + 2) == 65536 * pow64(k); @/
    /@ assert s3: low_limbs(limbs, 8 * k + 3) == low_limbs(limbs, 8 * k + 2) + limbs_byte(limbs, 8 * k + 2) * (65536 * pow64(k)); @/
    /@ assert w3: pow256(8 * k + 3) == 16777216 * pow64(k); @/
    /@ assert s4: low_limbs(limbs, 8 * k + 4) == low_limbs(limbs, 8 * k + 3) + limbs_byte(limbs, 8 * k + 3) * (16777216 * pow64(k)); @/
    /@ assert w4: pow256(8 * k + 4) == 4294967296 * pow64(k); @/
    /@ assert s5: low_limbs(limbs, 8 * k + 5) == low_limbs(limbs, 8 * k + 4) + limbs_byte(limbs, 8 * k + 4) * (4294967296 * pow64(k)); @/
    /@ assert w5: pow256(8 * k + 5) == 1099511627776 * pow64(k); @/
    /@ assert s6: low_limbs(limbs, 8 * k + 6) == low_limbs(limbs, 8 * k + 5) + limbs_byte(limbs, 8 * k + 5) * (1099511627776 * pow64(k)); @/
    /@ assert w6: pow256(8 * k + 6) == 281474976710656 * pow64(k); @/
    /@ assert s7: low_limbs(limbs, 8 * k + 7) == low_limbs(limbs, 8 * k + 6) + limbs_byte(limbs, 8 * k + 6) * (281474976710656 * pow64(k)); @/
    /@ assert w7: pow256(8 * k + 7) == 72057594037927936 * pow64(k); @/
    /@ assert s8: low_limbs(limbs, 8 * k + 8) == low_limbs(limbs, 8 * k + 7) + limbs_byte(limbs, 8 * k + 7) * (72057594037927936 * pow64(k)); @/
  }
*/

void limbs_to_bytes(uint8_t *bytes, uint32_t length, const mp_limb_t *limbs)
{
  /*@ loop invariant range: i <= length;
      loop invariant bytes: \forall integer t; 0 <= t < i ==> bytes[length - 1 - t] == limbs_byte(limbs, t);
      loop assigns i, bytes[0 .. length - 1];
      loop variant length - i; */
  for (uint32_t i = 0; i < length; i++) bytes[length - 1 - i] = limb_byte(limbs[i / 8], i % 8);
  /*@ ghost
    int n = (length + 7) / 8;
    int j = 0;
    /@ loop invariant steps: 0 <= j <= n;
       loop invariant weight: pow256(8 * j) == pow64(j) && 1 <= pow64(j);
       loop invariant sum: val(limbs, j) == low_limbs(limbs, 8 * j);
       loop assigns j;
       loop variant n - j; @/
    while (j < n) {
      limbs_limb_step(limbs, j);
      /@ assert next: val(limbs, j + 1) == val(limbs, j) + limbs[j] * pow64(j); @/
      /@ assert bytes: low_limbs(limbs, 8 * (j + 1)) == low_limbs(limbs, 8 * j + 8); @/
      j++;
    }
    int t = 0;
    /@ loop invariant steps: 0 <= t <= length;
       loop invariant natural: 0 <= low_limbs(limbs, t) && 1 <= pow256(t);
       loop invariant same: low_value(bytes, length, t) == low_limbs(limbs, t);
       loop assigns t;
       loop variant length - t; @/
    while (t < length) {
      same_step(bytes, length, limbs, t);
      t++;
    }
    /@ loop invariant steps: length <= t <= 8 * n;
       loop invariant weight: 1 <= pow256(length) <= pow256(t);
       loop invariant zeros: low_limbs(limbs, t) == low_limbs(limbs, length) ||
                             low_limbs(limbs, t) >= low_limbs(limbs, length) + pow256(length);
       loop assigns t;
       loop variant 8 * n - t; @/
    while (t < 8 * n) {
      limbs_byte_step(limbs, t);
      t++;
    }
  */
}
