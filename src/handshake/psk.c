#include "handshake/psk.h"

#include "crypto/wipe.h"
#include "wire/writer.h"

uint32_t no_other_secret(uint32_t n, uint8_t *secret)
{
  /*@ loop invariant zero: 0 <= i <= n && \forall integer j; 0 <= j < i ==> secret[j] == 0;
      loop assigns i, secret[0 .. n - 1];
      loop variant n - i;
  */
  for (uint32_t i = 0; i < n; i++) secret[i] = 0;
  return n;
}

uint32_t add_psk(struct tls12_bytes key, uint8_t *premaster, uint32_t n)
{
  uint8_t other[TLS12_PUBLIC_VALUE_MAX];
  write_fixed(other, 0, (struct tls12_bytes){premaster, n});
  //@ assert saved: copy{Here,Pre}(&other[0], 0, premaster, n);
  const uint32_t at = write_vector16(premaster, 0, (struct tls12_bytes){other, n});
  //@ assert other: copy{Here,Pre}(premaster, 2, premaster, n);
  wipe(other, sizeof other);
  return write_vector16(premaster, at, key);
}
