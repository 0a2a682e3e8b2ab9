#include "message/client_key_exchange_rsa_psk.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault client_key_exchange_rsa_psk_decode(const uint8_t *body, uint32_t length,
                                                      struct client_key_exchange_rsa_psk *value)
{
  uint32_t identity = read_vector16(body, 0, length, 0, 65535);
  if (identity == 0) return decode_error(R5246_4_3_06, 0, length);
  uint32_t end = read_vector16(body, identity, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, identity, length - identity);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->psk_identity.offset = 2;
  value->psk_identity.length = identity - 2;
  value->encrypted_pre_master_secret.offset = identity + 2;
  value->encrypted_pre_master_secret.length = end - identity - 2;
  /*@ assert identity: vector16(body, 0, identity, body + value->psk_identity.offset,
                                value->psk_identity.length); */
  /*@ assert second: vector16(body, identity, length, body + value->encrypted_pre_master_secret.offset, value->encrypted_pre_master_secret.length); */
  return accepted(end);
}

uint32_t client_key_exchange_rsa_psk_encode(struct tls12_bytes psk_identity,
                                            struct tls12_bytes encrypted_pre_master_secret, uint8_t *out, uint32_t room)
{
  if (psk_identity.length > 65535 || encrypted_pre_master_secret.length > 65535) return 0;
  if ((2 + psk_identity.length) + (2 + encrypted_pre_master_secret.length) > room) return 0;
  uint32_t at = write_vector16(out, 0, psk_identity);
  at = write_vector16(out, at, encrypted_pre_master_secret);
  //@ assert identity_stays: vector16(out, 0, 2 + psk_identity.length, psk_identity.data, psk_identity.length);
  return at;
}
