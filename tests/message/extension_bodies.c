/* The bodies of extensions that hellos.c does not test: bytes go through decoder and encoder and come back, and a broken
 * variant for each rule is refused with that rule, place and alert. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "message/alpn.h"
#include "message/alpn_answer.h"
#include "message/empty_extension.h"
#include "message/max_fragment_length.h"
#include "message/padding.h"
#include "message/record_size_limit.h"
#include "message/session_ticket.h"
#include "message/status_request.h"
#include "message/trusted_ca_keys.h"
#include "tests/message/expect.h"

#define HASH 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20

static uint8_t large[70000]; /* zeros */

static void fragment_length_returns(uint8_t code)
{
  ROUND_TRIP(max_fragment_length, &code, 1, v, v.code);
}

START_TEST(fragment_lengths)
{
  uint8_t out[1] = {0xAA};
  for (uint8_t code = 1; code <= 4; code++) fragment_length_returns(code);
  ck_assert_uint_eq(max_fragment_length_encode(0, out, 1), 0);
  ck_assert_uint_eq(max_fragment_length_encode(5, out, 1), 0);
  ck_assert_uint_eq(out[0], 0xAA);

  REFUSED(max_fragment_length, ARGUMENTS(NULL, 0), R6066_4_01, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(max_fragment_length, ARGUMENTS(BYTES(0)), R6066_4_02, 0, 1, TLS12_ILLEGAL_PARAMETER);
  REFUSED(max_fragment_length, ARGUMENTS(BYTES(5)), R6066_4_02, 0, 1, TLS12_ILLEGAL_PARAMETER);
  REFUSED(max_fragment_length, ARGUMENTS(BYTES(5, 1)), R6066_4_02, 0, 1, TLS12_ILLEGAL_PARAMETER);
  REFUSED(max_fragment_length, ARGUMENTS(BYTES(4, 1, 1)), R5246_7_4_1_4_01, 1, 2, TLS12_DECODE_ERROR);
}
END_TEST

static void limit_returns(const uint8_t *body)
{
  ROUND_TRIP(record_size_limit, body, 2, v, v.limit);
}

START_TEST(record_size_limits)
{
  uint8_t out[2];
  struct record_size_limit v;
  limit_returns((const uint8_t[]){0, 64});
  limit_returns((const uint8_t[]){0x40, 1});
  limit_returns((const uint8_t[]){0xFF, 0xFF}); /* RFC 8449 section 4: a server takes any high value */
  ck_assert_int_eq((int)record_size_limit_decode(BYTES(0x40, 1), &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.limit, 0x4001);
  ck_assert_uint_eq(record_size_limit_encode(63, out, 2), 0);
  ck_assert_uint_eq(record_size_limit_encode(65536, out, 2), 0);

  REFUSED(record_size_limit, ARGUMENTS(NULL, 0), R8449_4_01, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(record_size_limit, ARGUMENTS(BYTES(64)), R8449_4_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(record_size_limit, ARGUMENTS(BYTES(0, 63)), R8449_4_02, 0, 2, TLS12_ILLEGAL_PARAMETER);
  REFUSED(record_size_limit, ARGUMENTS(BYTES(0, 63, 0)), R8449_4_02, 0, 2, TLS12_ILLEGAL_PARAMETER);
  REFUSED(record_size_limit, ARGUMENTS(BYTES(0, 64, 0)), R5246_7_4_1_4_01, 2, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void padding_returns(uint32_t n)
{
  ROUND_TRIP(padding, large, n, v, v.zeros);
}

START_TEST(paddings)
{
  static uint8_t out[70000];
  struct padding v;
  padding_returns(1);
  padding_returns(6); /* RFC 7685 section 3 */
  padding_returns(65535);
  ck_fault(padding_decode(NULL, 0, &v), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
  ck_assert_uint_eq(v.zeros, 0);
  ck_assert_uint_eq(padding_encode(65536, out, 70000), 0);

  REFUSED(padding, ARGUMENTS(BYTES(1)), R7685_3_01, 0, 1, TLS12_ILLEGAL_PARAMETER);
  REFUSED(padding, ARGUMENTS(BYTES(0, 0, 0x80, 1)), R7685_3_01, 2, 1, TLS12_ILLEGAL_PARAMETER);
  REFUSED(padding, ARGUMENTS(large, 65537), R5246_7_4_1_4_01, 65535, 2, TLS12_DECODE_ERROR);
}
END_TEST

static void ticket_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(session_ticket, body, n, v, at(body, v.ticket));
}

START_TEST(session_tickets)
{
  static uint8_t out[70000];
  struct session_ticket v;
  ticket_returns(BYTES(7));
  ticket_returns(BYTES(0, 3, 7, 8, 9)); /* RFC 5077 appendix A: a length inside is part of the ticket */
  ticket_returns(large, 65535);
  ck_fault(session_ticket_decode(NULL, 0, &v), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
  ck_assert_uint_eq(v.ticket.length, 0);
  ck_assert_uint_eq(session_ticket_encode((struct tls12_bytes){large, 65536}, out, sizeof out), 0);

  REFUSED(session_ticket, ARGUMENTS(large, 65536), R5246_7_4_1_4_01, 65535, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void alpn_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(alpn, body, n, v, at(body, v.list));
}

START_TEST(protocols)
{
  uint8_t out[20];
  alpn_returns(BYTES(0, 2, 1, 'a'));
  alpn_returns(BYTES(0, 12, 2, 'h', '2', 8, 'h', 't', 't', 'p', '/', '1', '.', '1'));
  ck_assert_uint_eq(alpn_encode((struct tls12_bytes){NULL, 0}, out, sizeof out), 0);
  ck_assert_uint_eq(alpn_encode((struct tls12_bytes){(const uint8_t[]){1, 'a', 0}, 3}, out, sizeof out), 0);
  ck_assert_uint_eq(alpn_encode((struct tls12_bytes){(const uint8_t[]){2, 'a'}, 2}, out, sizeof out), 0);

  REFUSED(alpn, ARGUMENTS(NULL, 0), R5246_4_3_06, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 3, 1, 'a')), R5246_4_3_06, 0, 4, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 0)), R7301_3_1_01, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 1, 0)), R7301_3_1_01, 0, 3, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 2, 0, 0)), R7301_3_1_02, 2, 1, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 3, 1, 'a', 0)), R7301_3_1_02, 4, 1, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 4, 1, 'a', 2, 'b', 'c')), R5246_4_3_06, 4, 2, TLS12_DECODE_ERROR);
  REFUSED(alpn, ARGUMENTS(BYTES(0, 2, 1, 'a', 'b')), R5246_7_4_1_4_01, 4, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void selection_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(alpn_answer, body, n, v, at(body, v.name));
}

START_TEST(selected_protocol)
{
  uint8_t out[300];
  selection_returns(BYTES(0, 2, 1, 'a'));
  selection_returns(BYTES(0, 3, 2, 'h', '2'));
  ck_assert_uint_eq(alpn_answer_encode((struct tls12_bytes){NULL, 0}, out, sizeof out), 0);
  ck_assert_uint_eq(alpn_answer_encode((struct tls12_bytes){large, 255}, out, sizeof out), 258);
  ck_assert_uint_eq(alpn_answer_encode((struct tls12_bytes){large, 256}, out, sizeof out), 0);

  REFUSED(alpn_answer, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(alpn_answer, ARGUMENTS(BYTES(0, 1, 0)), R7301_3_1_01, 0, 3, TLS12_DECODE_ERROR);
  REFUSED(alpn_answer, ARGUMENTS(BYTES(0, 2, 0, 0)), R7301_3_1_02, 2, 1, TLS12_DECODE_ERROR);
  REFUSED(alpn_answer, ARGUMENTS(BYTES(0, 2, 2, 'a', 'b')), R5246_4_3_06, 2, 2, TLS12_DECODE_ERROR);
  REFUSED(alpn_answer, ARGUMENTS(BYTES(0, 6, 1, 'a', 1, 'b', 1, 'c')), R7301_3_1_03, 4, 4, TLS12_DECODE_ERROR);
  REFUSED(alpn_answer, ARGUMENTS(BYTES(0, 2, 1, 'a', 1, 'b')), R5246_7_4_1_4_01, 4, 2, TLS12_DECODE_ERROR);
}
END_TEST

static void authorities_return(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(trusted_ca_keys, body, n, v, at(body, v.list));
}

START_TEST(authorities)
{
  uint8_t out[100];
  authorities_return(BYTES(0, 0));
  authorities_return(BYTES(0, 1, 0));
  authorities_return(BYTES(0, 47, 1, HASH, 2, 0, 1, 48, 3, HASH, 0));
  ck_assert_uint_eq(trusted_ca_keys_encode((struct tls12_bytes){(const uint8_t[]){4}, 1}, out, sizeof out), 0);
  ck_assert_uint_eq(trusted_ca_keys_encode((struct tls12_bytes){(const uint8_t[]){0, 1, 7}, 3}, out, sizeof out), 0);

  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 2, 0)), R5246_4_3_06, 0, 3, TLS12_DECODE_ERROR);
  /* an unknown type, a hash cut short, a name without bytes, a name past the list */
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 3, 0, 4, 0)), R6066_6_01, 3, 1, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 3, 1, 1, 2)), R6066_6_01, 3, 2, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 1, 3)), R6066_6_01, 3, 0, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 20, 3, HASH)), R6066_6_01, 3, 19, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 4, 0, 2, 0, 0)), R6066_6_01, 4, 2, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 4, 2, 0, 2, 48, 0)), R5246_4_3_06, 3, 3, TLS12_DECODE_ERROR);
  REFUSED(trusted_ca_keys, ARGUMENTS(BYTES(0, 1, 0, 0)), R5246_7_4_1_4_01, 3, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void request_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(status_request, body, n, v, at(body, v.responder_id_list), at(body, v.request_extensions));
}

START_TEST(status_requests)
{
  uint8_t out[100];
  const struct tls12_bytes none = {NULL, 0}, empty_element = {large, 2};
  request_returns(BYTES(1, 0, 0, 0, 0));
  request_returns(BYTES(1, 0, 7, 0, 2, 'i', 'd', 0, 1, 'x', 0, 2, 48, 0));
  ck_assert_uint_eq(status_request_encode(none, none, out, sizeof out), 5);
  ck_assert_uint_eq(status_request_encode(empty_element, none, out, sizeof out), 0);
  ck_assert_uint_eq(status_request_encode(none, (struct tls12_bytes){large, 65536}, out, sizeof out), 0);

  REFUSED(status_request, ARGUMENTS(NULL, 0), R6066_8_01, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(2, 0, 0, 0, 0)), R6066_8_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0)), R5246_4_3_06, 1, 1, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0, 3, 0, 0)), R5246_4_3_06, 1, 4, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0, 2, 0, 0, 0, 0)), R6066_8_01, 3, 2, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0, 3, 0, 2, 'i', 0, 0)), R5246_4_3_06, 3, 3, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0, 0, 0, 1)), R5246_4_3_06, 3, 2, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0, 0)), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  REFUSED(status_request, ARGUMENTS(BYTES(1, 0, 0, 0, 0, 9)), R5246_7_4_1_4_01, 5, 1, TLS12_DECODE_ERROR);
}
END_TEST

START_TEST(empty_bodies)
{
  static const struct {
    struct tls12_fault (*decode)(uint32_t length);
    enum tls12_rule rule;
  } all[] = {{extended_master_secret_decode, R7627_5_1_01}, {encrypt_then_mac_decode, R7366_2_01},
             {truncated_hmac_decode, R6066_7_01},           {server_name_answer_decode, R6066_3_06},
             {trusted_ca_keys_answer_decode, R6066_6_02},   {status_request_answer_decode, R6066_8_02},
             {session_ticket_answer_decode, R5077_3_2_04}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    ck_fault(all[i].decode(0), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
    ck_fault(all[i].decode(1), all[i].rule, 0, 1, TLS12_DECODE_ERROR);
    ck_fault(all[i].decode(65535), all[i].rule, 0, 65535, TLS12_DECODE_ERROR);
  }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/extension_bodies");
  TCase *all = tcase_create("all");
  tcase_add_test(all, fragment_lengths);
  tcase_add_test(all, record_size_limits);
  tcase_add_test(all, paddings);
  tcase_add_test(all, session_tickets);
  tcase_add_test(all, protocols);
  tcase_add_test(all, selected_protocol);
  tcase_add_test(all, authorities);
  tcase_add_test(all, status_requests);
  tcase_add_test(all, empty_bodies);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
