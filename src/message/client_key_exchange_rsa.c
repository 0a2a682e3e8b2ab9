#include "message/client_key_exchange_rsa.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault client_key_exchange_rsa_decode(const uint8_t *body, uint32_t length,
                                                  struct client_key_exchange_rsa *value)
{
  uint32_t end = read_vector16(body, 0, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, 0, length);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  value->encrypted_pre_master_secret = (struct tls12_span){2, length - 2};
  return accepted(end);
}

uint32_t client_key_exchange_rsa_encode(struct tls12_bytes encrypted_pre_master_secret, uint8_t *out, uint32_t room)
{
  if (encrypted_pre_master_secret.length > 65535 || 2 + encrypted_pre_master_secret.length > room) return 0;
  return write_vector16(out, 0, encrypted_pre_master_secret);
}
