#include "record/header.h"

struct tls12_fault record_header_decode(const uint8_t *b, struct tls12_record_context context,
                                        struct record_header *header)
{
  const struct tls12_fault unknown_type = {R5246_6_02, 0, 1, TLS12_UNEXPECTED_MESSAGE};
  const struct tls12_fault wrong_version = {R5246_6_2_1_05, 1, 2, TLS12_PROTOCOL_VERSION};
  const struct tls12_fault long_plaintext = {R5246_6_2_1_01, 3, 2, TLS12_RECORD_OVERFLOW};
  const struct tls12_fault long_ciphertext = {R5246_6_2_3_01, 3, 2, TLS12_RECORD_OVERFLOW};
  const struct tls12_fault empty = {R5246_6_2_1_02, 3, 2, TLS12_UNEXPECTED_MESSAGE};
  const struct tls12_fault accepted = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
  const uint32_t length = 256u * b[3] + b[4];

  if (b[0] < TLS12_CHANGE_CIPHER_SPEC || b[0] > TLS12_APPLICATION_DATA) return unknown_type;
  if (b[1] != 3 || (context.agreed && b[2] != 3)) return wrong_version;
  if (context.protected) {
    if (length > TLS12_CIPHERTEXT_MAX) return long_ciphertext;
  } else {
    if (length > TLS12_PLAINTEXT_MAX) return long_plaintext;
    if (length == 0 && b[0] != TLS12_APPLICATION_DATA) return empty;
  }
  header->type = b[0];
  header->version = (uint16_t)(256u * b[1] + b[2]);
  header->length = (uint16_t)length;
  return accepted;
}

void record_header_encode(uint8_t type, uint16_t length, uint8_t *b)
{
  b[0] = type;
  b[1] = 3;
  b[2] = 3;
  b[3] = (uint8_t)(length / 256u);
  b[4] = (uint8_t)(length % 256u);
}

struct tls12_fault record_fragment_check(uint8_t type, uint32_t length)
{
  const struct tls12_fault overflow = {R5246_6_2_1_01, 0, 0, TLS12_RECORD_OVERFLOW};
  const struct tls12_fault empty = {R5246_6_2_1_02, 0, 0, TLS12_UNEXPECTED_MESSAGE};
  const struct tls12_fault accepted = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};

  if (length > TLS12_PLAINTEXT_MAX) return overflow;
  if (length == 0 && type != TLS12_APPLICATION_DATA) return empty;
  return accepted;
}
