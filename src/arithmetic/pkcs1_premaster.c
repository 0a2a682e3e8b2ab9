#include "arithmetic/pkcs1.h"

/* 1 when the byte is not zero, else 0, without a branch. */
/*@ requires byte: byte <= 255;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures nonzero: \result == (byte == 0 ? 0 : 1); */
static uint32_t nonzero(uint32_t byte)
{
  return (byte + 255) / 256;
}

/*@ requires bytes: a <= 255 && b <= 255;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures differ: \result == (a == b ? 0 : 1); */
static uint32_t differ(uint32_t a, uint32_t b)
{
  return nonzero((a + 256 - b) % 256);
}

/* How many of em[2 .. end-1] are zero. */
/*@ requires memory: 2 <= end <= 1024 && \valid_read(em + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures count: \result <= end - 2;
    ensures none: \result == 0 <==> (\forall integer i; 2 <= i < end ==> em[i] != 0); */
static uint32_t zeros(const uint8_t *em, uint32_t end)
{
  uint32_t count = 0;
  /*@ loop invariant range: 2 <= i <= end;
      loop invariant count: count <= i - 2;
      loop invariant none: count == 0 <==> (\forall integer j; 2 <= j < i ==> em[j] != 0);
      loop assigns i, count;
      loop variant end - i; */
  for (uint32_t i = 2; i < end; i++) count += 1 - nonzero(em[i]);
  return count;
}

uint32_t pkcs1_premaster_good(const uint8_t *em, uint32_t k, uint32_t version)
{
  const uint32_t wrong = nonzero(em[0]) + differ(em[1], 2) + zeros(em, k - 49) + nonzero(em[k - 49]) +
                         differ(em[k - 48], version / 256) + differ(em[k - 47], version % 256);
  //@ ghost pkcs1_octets(em, k);
  return 1 - (wrong + 2047) / 2048; /* 0 <= wrong <= k < 2048 */
}

void pkcs1_premaster_select(uint8_t out[48], uint32_t good, const uint8_t *yes, const uint8_t *no)
{
  /*@ loop invariant range: i <= 48;
      loop invariant chosen: \forall integer j; 0 <= j < i ==> out[j] == (good == 1 ? yes[j] : no[j]);
      loop assigns i, out[0 .. 47];
      loop variant 48 - i; */
  for (uint32_t i = 0; i < 48; i++) out[i] = (uint8_t)(good * yes[i] + (1 - good) * no[i]);
}
