/* Record headers, and messages that are cut, joined and cut again. */
#include "record/fragment.h"
#include "record/header.h"
#include "record/reassembly.h"
#include "tests/suite.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct tls12_fault decode(uint8_t type, uint8_t minor, uint32_t length, int protected, int agreed,
                                 struct record_header *header)
{
  const uint8_t b[5] = {type, 3, minor, (uint8_t)(length / 256), (uint8_t)(length % 256)};

  return record_header_decode(b, (struct tls12_record_context){protected, agreed}, header);
}

START_TEST(headers)
{
  struct record_header header = {0};

  ck_assert_int_eq((int)decode(TLS12_HANDSHAKE, 1, 16384, 0, 0, &header).rule, TLS12_NO_RULE);
  ck_assert_int_eq(header.type, TLS12_HANDSHAKE);
  ck_assert_int_eq(header.version, 0x0301);
  ck_assert_int_eq(header.length, 16384);
  ck_assert_int_eq((int)decode(TLS12_APPLICATION_DATA, 3, 0, 0, 1, &header).rule, TLS12_NO_RULE);
  ck_assert_int_eq((int)decode(TLS12_ALERT, 3, 18432, 1, 1, &header).rule, TLS12_NO_RULE);
  ck_assert_int_eq(header.length, 18432);
}
END_TEST

static void refused(struct tls12_fault fault, enum tls12_rule rule, enum tls12_alert alert, uint32_t offset)
{
  ck_assert_int_eq((int)fault.rule, (int)rule);
  ck_assert_int_eq((int)fault.alert, (int)alert);
  ck_assert_uint_eq(fault.offset, offset);
}

START_TEST(bad_headers)
{
  struct record_header header = {1, 2, 3};

  refused(decode(19, 3, 1, 0, 1, &header), R5246_6_02, TLS12_UNEXPECTED_MESSAGE, 0);
  refused(decode(24, 3, 1, 0, 1, &header), R5246_6_02, TLS12_UNEXPECTED_MESSAGE, 0);
  refused(decode(TLS12_HANDSHAKE, 1, 1, 0, 1, &header), R5246_6_2_1_05, TLS12_PROTOCOL_VERSION, 1);
  refused(decode(TLS12_HANDSHAKE, 3, 16385, 0, 1, &header), R5246_6_2_1_01, TLS12_RECORD_OVERFLOW, 3);
  refused(decode(TLS12_HANDSHAKE, 3, 18433, 1, 1, &header), R5246_6_2_3_01, TLS12_RECORD_OVERFLOW, 3);
  refused(decode(TLS12_HANDSHAKE, 3, 0, 0, 1, &header), R5246_6_2_1_02, TLS12_UNEXPECTED_MESSAGE, 3);
  refused(decode(TLS12_CHANGE_CIPHER_SPEC, 3, 0, 0, 1, &header), R5246_6_2_1_02, TLS12_UNEXPECTED_MESSAGE, 3);
  ck_assert(header.type == 1 && header.version == 2 && header.length == 3);
}
END_TEST

START_TEST(headers_both_ways)
{
  for (uint32_t length = 1; length <= TLS12_CIPHERTEXT_MAX; length += 97) {
    struct record_header header;
    uint8_t b[5];
    record_header_encode(TLS12_HANDSHAKE, (uint16_t)length, b);
    const struct tls12_record_context context = {.protected = 1, .agreed = 1};
    ck_assert_int_eq((int)record_header_decode(b, context, &header).rule, TLS12_NO_RULE);
    ck_assert(header.type == TLS12_HANDSHAKE && header.version == 0x0303 && header.length == length);
  }
}
END_TEST

START_TEST(decrypted_fragments)
{
  ck_assert_int_eq((int)record_fragment_check(TLS12_APPLICATION_DATA, 0).rule, TLS12_NO_RULE);
  ck_assert_int_eq((int)record_fragment_check(TLS12_HANDSHAKE, 16384).rule, TLS12_NO_RULE);
  ck_assert_int_eq((int)record_fragment_check(TLS12_HANDSHAKE, 0).rule, R5246_6_2_1_02);
  ck_assert_int_eq((int)record_fragment_check(TLS12_APPLICATION_DATA, 16385).rule, R5246_6_2_1_01);
}
END_TEST

/* Three messages, of 0, 1 and 700 bytes, cut every `_i + 1` bytes. */
START_TEST(messages_reassembled)
{
  static uint8_t stream[4 + 5 + 704], room[704];
  const uint32_t sizes[] = {4, 5, 704};
  uint32_t message = 0, start = 0;
  struct reassembly r;

  memset(stream, 0x5A, sizeof stream);
  memcpy(stream, (uint8_t[]){14, 0, 0, 0, 20, 0, 0, 1, 7, 11, 0, 2, 188}, 13);
  reassembly_start(&r, room, sizeof room);
  for (uint32_t sent = 0; sent < sizeof stream;) {
    const uint32_t cut = (uint32_t)_i + 1, rest = (uint32_t)sizeof stream - sent;
    const uint32_t fragment = cut < rest ? cut : rest;
    for (uint32_t used = 0, taken; used < fragment; used += taken) {
      ck_assert_int_eq((int)reassembly_feed(&r, stream + sent + used, fragment - used, &taken).rule, TLS12_NO_RULE);
      ck_assert_uint_gt(taken, 0);
      if (!reassembly_complete(&r)) {
        ck_assert_uint_eq(taken, fragment - used);
        continue;
      }
      ck_assert_uint_eq(r.length, sizes[message]);
      ck_assert_mem_eq(room, stream + start, r.length);
      start += sizes[message++];
      reassembly_start(&r, room, sizeof room);
    }
    sent += fragment;
  }
  ck_assert_uint_eq(message, 3);
  ck_assert_uint_eq(r.length, 0);
}
END_TEST

START_TEST(long_message_refused)
{
  const uint8_t fragment[] = {11, 0, 0, 5, 1, 2, 3, 4, 5};
  uint8_t room[8];
  uint32_t taken;
  struct reassembly r;

  reassembly_start(&r, room, sizeof room);
  ck_assert_int_eq((int)reassembly_feed(&r, fragment, 3, &taken).rule, TLS12_NO_RULE);
  const struct tls12_fault fault = reassembly_feed(&r, fragment + 3, 6, &taken);
  refused(fault, R5246_7_4_01, TLS12_DECODE_ERROR, 1);
  ck_assert_uint_eq(r.length, 4);
}
END_TEST

START_TEST(fragments)
{
  const uint32_t totals[] = {1, 4, 16383, 16384, 16385, 32768, 100000, 16777219};

  for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
    uint32_t sent = 0, count = 0;
    while (sent < totals[i]) {
      sent += fragment_next(totals[i], sent, 0);
      count++;
    }
    ck_assert_uint_eq(sent, totals[i]);
    ck_assert_uint_eq(count, fragment_count(totals[i]));
  }
}
END_TEST

int main(void)
{
  Suite *const suite = suite_create("record/framing");
  TCase *const all = tcase_create("framing");

  tcase_add_test(all, headers);
  tcase_add_test(all, bad_headers);
  tcase_add_test(all, headers_both_ways);
  tcase_add_test(all, decrypted_fragments);
  tcase_add_loop_test(all, messages_reassembled, 0, 20);
  tcase_add_test(all, long_message_refused);
  tcase_add_test(all, fragments);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
