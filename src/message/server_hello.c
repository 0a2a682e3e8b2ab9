#include "message/server_hello.h"

#include "message/extension.h"
#include "message/hello.h"
#include "wire/reader.h"
#include "wire/writer.h"

/* The fields of an encoding in which cipher_suite is at offset `suite`. */
/*@ requires order: 35 <= suite && suite + 3 <= length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires ends: server_hello_ends(body, length, suite);
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: server_hello_in(body, length, value);
    ensures spans: server_hello_spans(length, value);
*/
static void set_fields(struct server_hello *value, const uint8_t *body, uint32_t length, uint32_t suite)
{
  uint32_t present = suite + 3 == length ? 0 : 1, list = suite + 3 == length ? length : suite + 5;
  value->server_version = read_uint16(body, 0);
  value->random.offset = 2;
  value->random.length = 32;
  value->session_id.offset = 35;
  value->session_id.length = suite - 35;
  value->cipher_suite = read_uint16(body, suite);
  value->compression_method = body[suite + 2];
  value->extensions_present = present;
  value->extensions.offset = list;
  value->extensions.length = length - list;
  /*@ assert encoding: server_hello(body, length, be16(body, 0), body + 2, body + 35, suite - 35, be16(body, suite),
        body[suite + 2], present, body + list, length - list); */
  /*@ assert fields: value->server_version == be16(body, 0) && value->random.offset == 2 &&
        value->session_id.offset == 35 && value->session_id.length == suite - 35 &&
        value->cipher_suite == be16(body, suite) && value->compression_method == body[suite + 2] &&
        value->extensions_present == present && value->extensions.offset == list &&
        value->extensions.length == length - list; */
}

struct tls12_fault server_hello_decode(const uint8_t *body, uint32_t length, struct server_hello *value)
{
  struct tls12_fault fault = read_hello_head(body, length, R5246_7_4_1_3_03);
  if (fault.rule != TLS12_NO_RULE) return fault;
  uint32_t suite = fault.offset;
  if (length - suite < 3) return decode_error(R5246_7_4_1_3_03, suite, length - suite);

  fault = read_hello_extensions(body, suite + 3, length, R5246_7_4_1_3_10);
  if (fault.rule != TLS12_NO_RULE) return fault;
  //@ assert ends: server_hello_ends(body, length, suite);
  set_fields(value, body, length, suite);
  return fault;
}

/* All after session_id. */
/*@ requires range: suite <= 65535 && method <= 255 && list.length <= (present == 0 ? 0 : 65535) && at <= 67;
    requires list: present == 0 || extensions(list.data, 0, list.length);
    requires readable: \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. at + 2 + hello_extensions_size(present, list.length)));
    requires apart: \separated(out + (0 .. at + 2 + hello_extensions_size(present, list.length)),
                               list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 2 + hello_extensions_size(present, list.length)];
    ensures end: \result == at + 3 + hello_extensions_size(present, list.length);
    ensures suite: be16(out, at) == suite;
    ensures method: out[at + 2] == method;
    ensures extensions: hello_extensions(out, at + 3, \result, present, list.data, list.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
static uint32_t write_after_head(uint8_t *out, uint32_t at, uint32_t suite, uint32_t method, uint32_t present,
                                 struct tls12_bytes list)
{
  uint32_t next = write_uint16(out, at, suite);
  uint32_t block = write_uint8(out, next, method);
  //@ assert suite_stays: be16(out, at) == suite;
  //@ assert list_stays: copy{Here,Pre}(list.data, 0, list.data, list.length);
  uint32_t end = write_hello_extensions(out, block, present, list);
  //@ assert suite_remains: be16(out, at) == suite;
  return end;
}

/* Whether the fields are a ServerHello for which there is room. */
/*@ requires readable: \valid_read(list.data + (0 .. list.length - 1));
    requires range: room <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result == 1 <==>
      server_hello_value(version, session_n, suite, method, present, list.data, list.length) &&
      server_hello_size(session_n, present, list.length) <= room;
*/
static int fits(uint32_t version, uint32_t session_n, uint32_t suite, uint32_t method, uint32_t present,
                struct tls12_bytes list, uint32_t room)
{
  if (version > 65535 || session_n > 32 || suite > 65535 || method > 255) return 0;
  if (list.length > (present == 0 ? 0u : 65535u) || read_extensions(list.data, 0, list.length) != list.length) return 0;
  return 38 + session_n + (present == 0 ? 0 : 2 + list.length) <= room;
}

uint32_t server_hello_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                             uint32_t cipher_suite, uint32_t compression_method, uint32_t extensions_present,
                             struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (fits(version, session_id.length, cipher_suite, compression_method, extensions_present, list, room) != 1) return 0;

  uint32_t at = write_hello_head(out, version, random, session_id);
  //@ assert head: hello_head_copied{Here,Pre}(out, version, random, session_id.data, session_id.length);
  //@ assert list_stays: copy{Here,Pre}(list.data, 0, list.data, list.length);
  uint32_t end = write_after_head(out, at, cipher_suite, compression_method, extensions_present, list);
  //@ assert random_stays: kept{Pre,Here}(random, 0, 32);
  //@ assert session_stays: kept{Pre,Here}(session_id.data, 0, session_id.length);
  //@ assert head_stays: hello_head_copied{Here,Pre}(out, version, random, session_id.data, session_id.length);
  return end;
}
