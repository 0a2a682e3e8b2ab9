#include "message/client_hello.h"

#include "message/extension.h"
#include "message/zero_byte.h"
#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault client_hello_decode(const uint8_t *body, uint32_t length, struct client_hello *value)
{
  if (length < 2)
    return decode_error(R5246_7_4_02, 0, length);
  if (length < 34)
    return decode_error(R5246_7_4_1_2_02, 2, length - 2);

  uint32_t suites = read_vector8(body, 34, length, 0, 32);
  if (suites == 0)
    return vector8_fault(body, 34, length, R5246_7_4_1_2_04);

  //@ assert suites_at: suites == client_session_end(body, length);
  uint32_t methods = read_pairs16(body, suites, length, 2, 65534);
  if (methods == 0)
    return vector16_fault(body, suites, length, R5246_7_4_1_2_05);

  //@ assert methods_at: methods == cipher_suites_end(body, length);
  uint32_t block = read_vector8(body, methods, length, 1, 255);
  if (block == 0)
    return vector8_fault(body, methods, length, R5246_7_4_1_2_06);
  //@ assert block_at: block == compression_methods_end(body, length);
  if (!has_zero(body, methods + 1, block))
    return (struct tls12_fault){R5246_7_4_1_2_07, methods, block - methods, TLS12_ILLEGAL_PARAMETER};

  struct tls12_fault fault = read_hello_extensions(body, block, length, R5246_7_4_1_2_15);
  if (fault.rule != TLS12_NO_RULE)
    return fault;

  //@ assert ends: client_hello_ends(body, length, suites, methods, block);
  uint32_t list = block == length ? length : block + 2;
  value->client_version = read_uint16(body, 0);
  value->random = (struct tls12_span){2, 32};
  value->session_id = (struct tls12_span){35, suites - 35};
  value->cipher_suites = (struct tls12_span){suites + 2, methods - suites - 2};
  value->compression_methods = (struct tls12_span){methods + 1, block - methods - 1};
  value->extensions_present = block == length ? 0 : 1;
  value->extensions = (struct tls12_span){list, length - list};
  return fault;
}

uint32_t client_hello_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                             struct tls12_bytes cipher_suites, struct tls12_bytes compression_methods,
                             uint32_t extensions_present, struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (version > 65535 || session_id.length > 32)
    return 0;
  if (cipher_suites.length < 2 || cipher_suites.length > 65534 || cipher_suites.length % 2 != 0)
    return 0;
  if (compression_methods.length < 1 || compression_methods.length > 255 ||
      !has_zero(compression_methods.data, 0, compression_methods.length))
    return 0;
  if (list.length > (extensions_present == 0 ? 0u : 65535u) || read_extensions(list.data, 0, list.length) != list.length)
    return 0;
  uint32_t block = 38 + session_id.length + cipher_suites.length + compression_methods.length;
  if (block + (extensions_present == 0 ? 0 : 2 + list.length) > room)
    return 0;

  uint32_t at = write_uint16(out, 0, version);
  at = write_fixed(out, at, (struct tls12_bytes){random, 32});
  //@ assert version_1: be16(out, 0) == version;
  at = write_vector8(out, at, session_id);
  //@ assert version_2: be16(out, 0) == version;
  //@ assert random_2: fixed(out, 2, 34, random, 32);
  at = write_vector16(out, at, cipher_suites);
  //@ assert version_3: be16(out, 0) == version;
  //@ assert random_3: fixed(out, 2, 34, random, 32);
  //@ assert session_3: vector8(out, 34, 35 + session_id.length, session_id.data, session_id.length);
  //@ assert methods_3: kept{Pre,Here}(compression_methods.data, 0, compression_methods.length);
  at = write_vector8(out, at, compression_methods);
  //@ assert version_4: be16(out, 0) == version;
  //@ assert random_4: fixed(out, 2, 34, random, 32);
  //@ assert session_4: vector8(out, 34, 35 + session_id.length, session_id.data, session_id.length);
  /*@ assert suites_4: vector16(out, 35 + session_id.length, 37 + session_id.length + cipher_suites.length,
                                cipher_suites.data, cipher_suites.length); */
  /*@ assert methods_copied: copy{Here,Pre}(out, block - compression_methods.length, compression_methods.data,
                                            compression_methods.length); */
  //@ assert null_4: contains_zero(out, block - compression_methods.length, block);
  if (extensions_present == 0)
    return at;

  //@ assert list_4: kept{Pre,Here}(list.data, 0, list.length);
  at = write_vector16(out, at, list);
  //@ assert version_5: be16(out, 0) == version;
  //@ assert random_5: fixed(out, 2, 34, random, 32);
  //@ assert session_5: vector8(out, 34, 35 + session_id.length, session_id.data, session_id.length);
  /*@ assert suites_5: vector16(out, 35 + session_id.length, 37 + session_id.length + cipher_suites.length,
                                cipher_suites.data, cipher_suites.length); */
  /*@ assert methods_5: vector8(out, 37 + session_id.length + cipher_suites.length, block, compression_methods.data,
                                compression_methods.length); */
  /*@ assert methods_remain: copy{Here,Pre}(out, block - compression_methods.length, compression_methods.data,
                                            compression_methods.length); */
  //@ assert null_5: contains_zero(out, block - compression_methods.length, block);
  //@ assert list_copied: copy{Here,Pre}(out, block + 2, list.data, list.length);
  //@ assert list_written: extensions(out, block + 2, at);
  return at;
}
