#include "message/empty.h"

#include "wire/reader.h"

struct tls12_fault hello_request_decode(const uint8_t *body, uint32_t length)
{
  (void)body;
  return length == 0 ? accepted(0) : decode_error(R5246_7_4_1_1_05, 0, length);
}

struct tls12_fault server_hello_done_decode(const uint8_t *body, uint32_t length)
{
  (void)body;
  return length == 0 ? accepted(0) : decode_error(R5246_7_4_5_01, 0, length);
}

struct tls12_fault client_key_exchange_implicit_decode(const uint8_t *body, uint32_t length)
{
  (void)body;
  return length == 0 ? accepted(0) : decode_error(R5246_7_4_7_02, 0, length);
}

struct tls12_fault client_key_exchange_ecdh_implicit_decode(const uint8_t *body, uint32_t length)
{
  (void)body;
  return length == 0 ? accepted(0) : decode_error(R4492_3_2_02, 0, length);
}
