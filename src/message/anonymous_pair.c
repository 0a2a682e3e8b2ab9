#include "message/anonymous_pair.h"

#include "wire/reader.h"

struct tls12_fault check_anonymous_pairs(const uint8_t *body, struct tls12_span pairs)
{
  const uint32_t count = pairs.length / 2;
  /*@ loop invariant range: 0 <= k <= count;
      loop invariant none: no_anonymous_pair(body, pairs.offset, k);
      loop assigns k;
      loop variant count - k; */
  for (uint32_t k = 0; k < count; k++) {
    const uint32_t at = pairs.offset + 2 * k;
    //@ assert pair: body[at + 1] == TLS12_ANONYMOUS <==> anonymous_pair(body, pairs.offset, k);
    if (body[at + 1] == TLS12_ANONYMOUS)
      return (struct tls12_fault){R5246_7_4_1_4_1_02, at, 2, TLS12_ILLEGAL_PARAMETER};
  }
  return accepted(pairs.offset + pairs.length);
}
