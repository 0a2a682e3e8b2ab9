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
  if (methods == 0) return vector16_fault(body, suites, length, R5246_7_4_1_2_05);
  //@ assert methods_at: methods == cipher_suites_end(body, length);
  uint32_t block = read_vector8(body, methods, length, 1, 255);
  if (block == 0) return vector8_fault(body, methods, length, R5246_7_4_1_2_06);
  //@ assert block_at: block == compression_methods_end(body, length);
  if (!has_zero(body, methods + 1, block))
    return (struct tls12_fault){R5246_7_4_1_2_07, methods, block - methods, TLS12_ILLEGAL_PARAMETER};
  return accepted(block);
}

/* The fields of an encoding: suites, methods and block are the offsets of cipher_suites, compression_methods and extensions. */
/*@ requires order: 35 <= suites && suites + 2 <= methods && methods + 1 <= block <= length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires ends: client_hello_ends(body, length, suites, methods, block);
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: client_hello_in(body, length, value);
    ensures spans: client_hello_spans(length, value);
*/
static void set_fields(struct client_hello *value, const uint8_t *body, uint32_t length, uint32_t suites,
                       uint32_t methods, uint32_t block)
{
  uint32_t version = read_uint16(body, 0), present = block == length ? 0 : 1,
           list = block == length ? length : block + 2;
  /*@ assert encoding: client_hello(body, length, version, body + 2, body + 35, suites - 35, body + (suites + 2),
        methods - suites - 2, body + (methods + 1), block - methods - 1, present, body + list, length - list); */
  *value = (struct client_hello){
      .client_version = version,
      .random = {2, 32},
      .session_id = {35, suites - 35},
      .cipher_suites = {suites + 2, methods - suites - 2},
      .compression_methods = {methods + 1, block - methods - 1},
      .extensions_present = present,
      .extensions = {list, length - list},
  };
  //@ assert spans: client_hello_spans(length, value);
  //@ assert value: client_hello_in(body, length, value);
}

struct tls12_fault client_hello_decode(const uint8_t *body, uint32_t length, struct client_hello *value)
{
  struct tls12_fault fault = read_hello_head(body, length, R5246_7_4_1_2_04);
  if (fault.rule != TLS12_NO_RULE) return fault;
  uint32_t suites = fault.offset;
  fault = read_lists(body, suites, length);
  if (fault.rule != TLS12_NO_RULE) return fault;
  uint32_t block = fault.offset;
  //@ assert block_at: block == compression_methods_end(body, length) && suites + 5 <= block <= length;
  fault = read_hello_extensions(body, block, length, R5246_7_4_1_2_15);
  if (fault.rule != TLS12_NO_RULE) return fault;

  uint32_t methods = suites + 2 + read_uint16(body, suites);
  //@ assert ends: client_hello_ends(body, length, suites, methods, block);
  set_fields(value, body, length, suites, methods, block);
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

/* All after session_id. */
/*@ logic integer after_head_end(integer at, integer suites_n, integer methods_n, integer present, integer list_n) =
      at + 3 + suites_n + methods_n + hello_extensions_size(present, list_n);
*/
/*@ requires range: suites.length <= 65534 && methods.length <= 255 && list.length <= (present == 0 ? 0 : 65535) && at <= 67;
    requires null: contains_zero(methods.data, 0, methods.length);
    requires list: present == 0 || extensions(list.data, 0, list.length);
    requires readable: \valid_read(suites.data + (0 .. suites.length - 1)) &&
                       \valid_read(methods.data + (0 .. methods.length - 1)) &&
                       \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. after_head_end(at, suites.length, methods.length, present, list.length) - 1));
    requires apart: \separated(out + (0 .. after_head_end(at, suites.length, methods.length, present, list.length) - 1),
                               suites.data + (0 .. suites.length - 1)) &&
                    \separated(out + (0 .. after_head_end(at, suites.length, methods.length, present, list.length) - 1),
                               methods.data + (0 .. methods.length - 1)) &&
                    \separated(out + (0 .. after_head_end(at, suites.length, methods.length, present, list.length) - 1),
                               list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. after_head_end(at, suites.length, methods.length, present, list.length) - 1];
    ensures end: \result == after_head_end(at, suites.length, methods.length, present, list.length);
    ensures suites: vector16(out, at, at + 2 + suites.length, suites.data, suites.length);
    ensures methods: vector8(out, at + 2 + suites.length, at + 3 + suites.length + methods.length,
                             methods.data, methods.length);
    ensures null: contains_zero(out, at + 3 + suites.length, at + 3 + suites.length + methods.length);
    ensures extensions: hello_extensions(out, at + 3 + suites.length + methods.length, \result, present, list.data, list.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
static uint32_t write_after_head(uint8_t *out, uint32_t at, struct tls12_bytes suites, struct tls12_bytes methods,
                                 uint32_t present, struct tls12_bytes list)
{
  uint32_t block = write_lists(out, at, suites, methods);
  //@ assert list_stays: copy{Here,Pre}(list.data, 0, list.data, list.length);
  uint32_t after = write_hello_extensions(out, block, present, list);
  //@ assert suites_stay: vector16(out, at, at + 2 + suites.length, suites.data, suites.length);
  //@ assert methods_stay: vector8(out, at + 2 + suites.length, block, methods.data, methods.length);
  //@ assert methods_copied: copy{Here,Pre}(out, at + 3 + suites.length, methods.data, methods.length);
  return after;
}

/* Whether the fields are a ClientHello for which there is room. */
/*@ requires readable: \valid_read(methods.data + (0 .. methods.length - 1)) && \valid_read(list.data + (0 .. list.length - 1));
    requires range: room <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result == 1 <==>
      client_hello_value(version, session_n, suites_n, methods.data, methods.length, present, list.data, list.length) &&
      client_hello_size(session_n, suites_n, methods.length, present, list.length) <= room;
*/
static int fits(uint32_t version, uint32_t session_n, uint32_t suites_n, struct tls12_bytes methods, uint32_t present,
                struct tls12_bytes list, uint32_t room)
{
  if (version > 65535 || session_n > 32) return 0;
  if (suites_n < 2 || suites_n > 65534 || suites_n % 2 != 0) return 0;
  if (methods.length < 1 || methods.length > 255 || !has_zero(methods.data, 0, methods.length)) return 0;
  if (list.length > (present == 0 ? 0u : 65535u) || read_extensions(list.data, 0, list.length) != list.length) return 0;
  return 38 + session_n + suites_n + methods.length + (present == 0 ? 0 : 2 + list.length) <= room;
}

uint32_t client_hello_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                             struct tls12_bytes cipher_suites, struct tls12_bytes compression_methods,
                             uint32_t extensions_present, struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (fits(version, session_id.length, cipher_suites.length, compression_methods, extensions_present, list, room) != 1)
    return 0;

  uint32_t at = write_hello_head(out, version, random, session_id);
  //@ assert head: hello_head_copied{Here,Pre}(out, version, random, session_id.data, session_id.length);
  //@ assert methods_stay: copy{Here,Pre}(compression_methods.data, 0, compression_methods.data, compression_methods.length);
  //@ assert list_stays: copy{Here,Pre}(list.data, 0, list.data, list.length);
  uint32_t end = write_after_head(out, at, cipher_suites, compression_methods, extensions_present, list);
  //@ assert random_stays: kept{Pre,Here}(random, 0, 32);
  //@ assert session_stays: kept{Pre,Here}(session_id.data, 0, session_id.length);
  //@ assert head_stays: hello_head_copied{Here,Pre}(out, version, random, session_id.data, session_id.length);
  return end;
}
