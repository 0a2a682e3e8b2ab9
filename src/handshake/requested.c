#include "handshake/requested.h"

#include "wire/reader.h"
#include "x509/name.h"

struct tls12_fault check_requested_types(enum tls12_key_exchange key_exchange, const uint8_t *body,
                                         struct tls12_span types)
{
  const uint32_t end = types.offset + types.length;
  if (key_exchange == TLS12_KX_ECDH_ECDSA || key_exchange == TLS12_KX_ECDH_RSA) return accepted(end);
  /*@ loop invariant inside: types.offset <= at <= end;
      loop invariant none: no_type_prohibited(key_exchange, body, types.offset, at);
      loop assigns at;
      loop variant end - at; */
  for (uint32_t at = types.offset; at < end; at++)
    if (body[at] == TLS12_RSA_FIXED_ECDH || body[at] == TLS12_ECDSA_FIXED_ECDH)
      return (struct tls12_fault){R4492_3_01, at, 1, TLS12_ILLEGAL_PARAMETER};
  return accepted(end);
}

struct tls12_fault check_requested_authorities(const uint8_t *body, struct tls12_span authorities)
{
  const uint32_t end = authorities.offset + authorities.length;
  uint32_t at = authorities.offset;
  /*@ loop invariant inside: authorities.offset <= at <= end;
      loop invariant same_walk: authorities_stop(body, authorities.offset, end) == authorities_stop(body, at, end);
      loop assigns at;
      loop variant end - at; */
  while (at < end) {
    const uint32_t after = read_vector16(body, at, end, 1, 65535);
    if (after == 0 || x509_read_name(body, at + 2, after) != after)
      return (struct tls12_fault){R5246_7_4_4_06, at, (after == 0 ? end : after) - at, TLS12_DECODE_ERROR};
    at = after;
  }
  return accepted(end);
}
