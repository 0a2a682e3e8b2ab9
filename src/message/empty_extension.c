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

struct tls12_fault server_name_answer_decode(uint32_t length)
{
  return empty_extension_decode(length, R6066_3_06);
}
