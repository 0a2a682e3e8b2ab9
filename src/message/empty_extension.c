#include "message/empty_extension.h"

#include "wire/reader.h"

struct tls12_fault empty_extension_decode(uint32_t length, enum tls12_rule rule)
{
  return length == 0 ? accepted(0) : decode_error(rule, 0, length);
}

struct tls12_fault extended_master_secret_decode(uint32_t length)
{
  return empty_extension_decode(length, R7627_5_1_01);
}

struct tls12_fault encrypt_then_mac_decode(uint32_t length)
{
  return empty_extension_decode(length, R7366_2_01);
}

struct tls12_fault truncated_hmac_decode(uint32_t length)
{
  return empty_extension_decode(length, R6066_7_01);
}

struct tls12_fault server_name_answer_decode(uint32_t length)
{
  return empty_extension_decode(length, R6066_3_06);
}

struct tls12_fault trusted_ca_keys_answer_decode(uint32_t length)
{
  return empty_extension_decode(length, R6066_6_02);
}

struct tls12_fault status_request_answer_decode(uint32_t length)
{
  return empty_extension_decode(length, R6066_8_02);
}

struct tls12_fault session_ticket_answer_decode(uint32_t length)
{
  return empty_extension_decode(length, R5077_3_2_04);
}
