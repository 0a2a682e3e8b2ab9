#include "message/client_hello.h"

#include "message/extension.h"
#include "message/hello.h"
#include "message/zero_byte.h"
#include "wire/reader.h"
#include "wire/writer.h"

/* cipher_suites and compression_methods; when accepted, the offset is that after them. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires head: suites == hello_head_end(body, length) && suites != 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == client_lists_rule(body, length);
    ensures offset: \result.offset == client_lists_offset(body, length);
    ensures length: \result.length == client_lists_extent(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
*/
static struct tls12_fault read_lists(const uint8_t *body, uint32_t suites, uint32_t length)
{
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
  return accepted(block);
}

struct tls12_fault client_hello_decode(const uint8_t *body, uint32_t length, struct client_hello *value)
{
  struct tls12_fault fault = read_hello_head(body, length, R5246_7_4_1_2_04);
  if (fault.rule != TLS12_NO_RULE)
    return fault;
  uint32_t suites = fault.offset;
  fault = read_lists(body, suites, length);
  if (fault.rule != TLS12_NO_RULE)
    return fault;
  uint32_t block = fault.offset;
  //@ assert block_at: block == compression_methods_end(body, length) && suites + 5 <= block <= length;
  fault = read_hello_extensions(body, block, length, R5246_7_4_1_2_15);
  if (fault.rule != TLS12_NO_RULE)
    return fault;

  uint32_t methods = suites + 2 + read_uint16(body, suites), list = block == length ? length : block + 2;
  //@ assert ends: client_hello_ends(body, length, suites, methods, block);
  value->client_version = read_uint16(body, 0);
  value->random = (struct tls12_span){2, 32};
  value->session_id = (struct tls12_span){35, suites - 35};
  value->cipher_suites = (struct tls12_span){suites + 2, methods - suites - 2};
  value->compression_methods = (struct tls12_span){methods + 1, block - methods - 1};
  value->extensions_present = block == length ? 0 : 1;
  value->extensions = (struct tls12_span){list, length - list};
  return fault;
}

/* cipher_suites and compression_methods at offset `at`. */
/*@ requires range: suites.length <= 65534 && methods.length <= 255 && at <= 67;
    requires readable: \valid_read(suites.data + (0 .. suites.length - 1)) &&
                       \valid_read(methods.data + (0 .. methods.length - 1));
    requires writable: \valid(out + (0 .. at + 2 + suites.length + methods.length));
    requires apart: \separated(out + (0 .. at + 2 + suites.length + methods.length),
                               suites.data + (0 .. suites.length - 1)) &&
                    \separated(out + (0 .. at + 2 + suites.length + methods.length),
                               methods.data + (0 .. methods.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 2 + suites.length + methods.length];
    ensures end: \result == at + 3 + suites.length + methods.length;
    ensures suites: vector16(out, at, at + 2 + suites.length, suites.data, suites.length);
    ensures methods: vector8(out, at + 2 + suites.length, \result, methods.data, methods.length);
    ensures methods_copied: copy{Here,Pre}(out, at + 3 + suites.length, methods.data, methods.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
static uint32_t write_lists(uint8_t *out, uint32_t at, struct tls12_bytes suites, struct tls12_bytes methods)
{
  uint32_t next = write_vector16(out, at, suites);
  //@ assert methods_stay: kept{Pre,Here}(methods.data, 0, methods.length);
  uint32_t end = write_vector8(out, next, methods);
  //@ assert suites_stay: vector16(out, at, at + 2 + suites.length, suites.data, suites.length);
  return end;
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

  uint32_t at = write_hello_head(out, version, random, session_id);
  //@ assert methods_2: kept{Pre,Here}(compression_methods.data, 0, compression_methods.length);
  //@ assert list_2: kept{Pre,Here}(list.data, 0, list.length);
  at = write_lists(out, at, cipher_suites, compression_methods);
  //@ assert head_3: hello_head(out, version, random, session_id.data, session_id.length);
  /*@ assert methods_3: copy{Here,Pre}(out, block - compression_methods.length, compression_methods.data,
                                       compression_methods.length); */
  //@ assert null_3: contains_zero(out, block - compression_methods.length, block);
  //@ assert list_3: kept{Pre,Here}(list.data, 0, list.length);
  if (extensions_present == 0)
    return at;

  at = write_vector16(out, at, list);
  //@ assert head_4: hello_head(out, version, random, session_id.data, session_id.length);
  /*@ assert suites_4: vector16(out, 35 + session_id.length, 37 + session_id.length + cipher_suites.length,
                                cipher_suites.data, cipher_suites.length); */
  /*@ assert methods_4: vector8(out, 37 + session_id.length + cipher_suites.length, block, compression_methods.data,
                                compression_methods.length); */
  /*@ assert methods_remain: copy{Here,Pre}(out, block - compression_methods.length, compression_methods.data,
                                            compression_methods.length); */
  //@ assert null_4: contains_zero(out, block - compression_methods.length, block);
  //@ assert list_4: kept{Pre,Here}(list.data, 0, list.length);
  //@ assert list_copied: copy{Here,Pre}(out, block + 2, list.data, list.length);
  //@ assert list_written: extensions(out, block + 2, at);
  return at;
}
