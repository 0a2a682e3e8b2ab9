#include "message/server_hello.h"

#include "message/extension.h"
#include "message/hello.h"
#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault server_hello_decode(const uint8_t *body, uint32_t length, struct server_hello *value)
{
  struct tls12_fault fault = read_hello_head(body, length, R5246_7_4_1_3_03);
  if (fault.rule != TLS12_NO_RULE)
    return fault;
  uint32_t suite = fault.offset;
  if (length - suite < 3)
    return decode_error(R5246_7_4_1_3_03, suite, length - suite);

  fault = read_hello_extensions(body, suite + 3, length, R5246_7_4_1_3_10);
  if (fault.rule != TLS12_NO_RULE)
    return fault;

  //@ assert ends: server_hello_ends(body, length, suite);
  uint32_t list = suite + 3 == length ? length : suite + 5;
  value->server_version = read_uint16(body, 0);
  value->random = (struct tls12_span){2, 32};
  value->session_id = (struct tls12_span){35, suite - 35};
  value->cipher_suite = read_uint16(body, suite);
  value->compression_method = body[suite + 2];
  value->extensions_present = suite + 3 == length ? 0 : 1;
  value->extensions = (struct tls12_span){list, length - list};
  return fault;
}

uint32_t server_hello_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                             uint32_t cipher_suite, uint32_t compression_method, uint32_t extensions_present,
                             struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (version > 65535 || session_id.length > 32 || cipher_suite > 65535 || compression_method > 255)
    return 0;
  if (list.length > (extensions_present == 0 ? 0u : 65535u) || read_extensions(list.data, 0, list.length) != list.length)
    return 0;
  uint32_t block = 38 + session_id.length;
  if (block + (extensions_present == 0 ? 0 : 2 + list.length) > room)
    return 0;

  uint32_t at = write_hello_head(out, version, random, session_id);
  at = write_uint16(out, at, cipher_suite);
  at = write_uint8(out, at, compression_method);
  //@ assert head_3: hello_head(out, version, random, session_id.data, session_id.length);
  //@ assert suite_3: be16(out, 35 + session_id.length) == cipher_suite;
  //@ assert list_3: kept{Pre,Here}(list.data, 0, list.length);
  if (extensions_present == 0)
    return at;

  at = write_vector16(out, at, list);
  //@ assert head_4: hello_head(out, version, random, session_id.data, session_id.length);
  //@ assert suite_4: be16(out, 35 + session_id.length) == cipher_suite;
  //@ assert method_4: out[37 + session_id.length] == compression_method;
  //@ assert list_4: kept{Pre,Here}(list.data, 0, list.length);
  //@ assert list_copied: copy{Here,Pre}(out, block + 2, list.data, list.length);
  //@ assert list_written: extensions(out, block + 2, at);
  return at;
}
