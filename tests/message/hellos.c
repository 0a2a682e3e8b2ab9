/* The hellos, their extensions, CertificateRequest, CertificateVerify and NewSessionTicket: bytes go through decoder and
 * encoder and come back, and a broken variant for each rule is refused with that rule, place and alert. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "message/anonymous_pair.h"
#include "message/certificate_request.h"
#include "message/certificate_verify.h"
#include "message/client_hello.h"
#include "message/ec_point_formats.h"
#include "message/extension.h"
#include "message/new_session_ticket.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/server_name.h"
#include "message/signature_algorithms.h"
#include "message/supported_groups.h"
#include "tests/message/expect.h"

#define RANDOM                                                                                                         \
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32

static void client_hello_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_hello, body, n, v, v.client_version, body + v.random.offset, at(body, v.session_id),
             at(body, v.cipher_suites), at(body, v.compression_methods), v.extensions_present, at(body, v.extensions));
}

START_TEST(client_hellos)
{
  struct client_hello v;
  client_hello_returns(BYTES(3, 3, RANDOM, 0, 0, 2, 0xC0, 0x2F, 1, 0));
  client_hello_returns(BYTES(3, 3, RANDOM, 0, 0, 2, 0xC0, 0x2F, 1, 0, 0, 0)); /* present, but empty */
  client_hello_returns(
      BYTES(3, 3, RANDOM, 2, 8, 9, 0, 4, 0, 0x2F, 0, 0xFF, 2, 1, 0, 0, 9, 0, 23, 0, 0, 255, 1, 0, 1, 0));

  const uint8_t body[] = {3, 3, RANDOM, 2, 8, 9, 0, 4, 0, 0x2F, 0, 0xFF, 2, 1, 0, 0, 9, 0, 23, 0, 0, 255, 1, 0, 1, 0};
  ck_assert_int_eq((int)client_hello_decode(body, sizeof body, &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.client_version, 0x0303);
  ck_assert_uint_eq(v.session_id.offset, 35);
  ck_assert_uint_eq(v.session_id.length, 2);
  ck_assert_uint_eq(v.cipher_suites.offset, 39);
  ck_assert_uint_eq(v.cipher_suites.length, 4);
  ck_assert_uint_eq(v.compression_methods.offset, 44);
  ck_assert_uint_eq(v.extensions_present, 1);
  ck_assert_uint_eq(v.extensions.offset, 48);
  ck_assert_uint_eq(v.extensions.length, 9);

  struct tls12_span info = {7, 7};
  ck_assert_int_eq(extension_body(body, v.extensions, 10, &info), 0);
  ck_assert_uint_eq(info.offset, 7);
  ck_assert_int_eq(extension_body(body, v.extensions, 0xFF01, &info), 1);
  ck_assert_uint_eq(info.offset, 56);
  ck_assert_uint_eq(info.length, 1);
}
END_TEST

START_TEST(client_hellos_refused)
{
  REFUSED(client_hello, ARGUMENTS(BYTES(3)), R5246_7_4_02, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, 1, 2)), R5246_7_4_1_2_02, 2, 2, TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM)), R5246_4_3_06, 34, 0, TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 33, RANDOM, 9, 0, 2, 0xC0, 0x2F, 1, 0)), R5246_7_4_1_2_04, 34, 34,
          TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 0, 1, 0)), R5246_7_4_1_2_05, 35, 2, TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 3, 0, 1, 2, 1, 0)), R5246_7_4_1_2_05, 35, 5,
          TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 5, 0, 1, 1, 0)), R5246_4_3_06, 35, 6, TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 0)), R5246_7_4_1_2_06, 39, 1, TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 2, 1, 64)), R5246_7_4_1_2_07, 39, 3,
          TLS12_ILLEGAL_PARAMETER);
  /* one byte after compression_methods; a block shorter and one longer than the rest */
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 1, 0, 0)), R5246_7_4_1_2_15, 41, 1,
          TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 1, 0, 0, 0, 9)), R5246_7_4_1_2_15, 41, 3,
          TLS12_DECODE_ERROR);
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 1, 0, 0, 1)), R5246_7_4_1_2_15, 41, 2,
          TLS12_DECODE_ERROR);
  /* an extension cut short, and one that comes twice */
  REFUSED(client_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 1, 0, 0, 5, 0, 23, 0, 2, 1)), R5246_4_3_06, 43, 5,
          TLS12_DECODE_ERROR);
  REFUSED(client_hello,
          ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0, 2, 0, 1, 1, 0, 0, 13, 0, 23, 0, 0, 0, 5, 0, 0, 0, 23, 0, 1, 9)),
          R5246_7_4_1_4_04, 51, 5, TLS12_DECODE_ERROR);
}
END_TEST

START_TEST(client_hello_not_encoded)
{
  static const uint8_t random[32] = {RANDOM};
  uint8_t out[200];
  const struct tls12_bytes none = {NULL, 0}, suites = {random, 2}, null = {(const uint8_t[]){0}, 1};
  const struct tls12_bytes twice = {(const uint8_t[]){0, 23, 0, 0, 0, 23, 0, 0}, 8};
  ck_assert_uint_eq(client_hello_encode(0x303, random, none, suites, null, 0, none, out, sizeof out), 41);
  ck_assert_uint_eq(client_hello_encode(0x303, random, none, suites, null, 1, none, out, sizeof out), 43);
  ck_assert_uint_eq(client_hello_encode(0x10000, random, none, suites, null, 0, none, out, sizeof out), 0);
  ck_assert_uint_eq(client_hello_encode(0x303, random, (struct tls12_bytes){out, 33}, suites, null, 0, none, out + 33,
                                        sizeof out - 33),
                    0);
  ck_assert_uint_eq(client_hello_encode(0x303, random, none, none, null, 0, none, out, sizeof out), 0);
  ck_assert_uint_eq(
      client_hello_encode(0x303, random, none, (struct tls12_bytes){random, 3}, null, 0, none, out, sizeof out), 0);
  ck_assert_uint_eq(client_hello_encode(0x303, random, none, suites, suites, 0, none, out, sizeof out), 0);
  ck_assert_uint_eq(client_hello_encode(0x303, random, none, suites, null, 1, twice, out, sizeof out), 0);
  ck_assert_uint_eq(
      client_hello_encode(0x303, random, none, suites, null, 1, (struct tls12_bytes){twice.data, 4}, out, sizeof out),
      47);
  ck_assert_uint_eq(
      client_hello_encode(0x303, random, none, suites, null, 0, (struct tls12_bytes){twice.data, 4}, out, sizeof out),
      0);
}
END_TEST

/* A hello full of extensions, all different, and then with the last like the first. */
START_TEST(many_extensions)
{
  enum { COUNT = 16383 };
  static uint8_t list[4 * COUNT];
  for (uint32_t k = 0; k < COUNT; k++) write_extension(list, 4 * k, 65535 - k, (struct tls12_bytes){NULL, 0});
  ck_assert_uint_eq(read_extensions(list, 0, sizeof list), sizeof list);
  write_extension(list, 4 * (COUNT - 1), 65535, (struct tls12_bytes){NULL, 0});
  ck_assert_uint_eq(read_extensions(list, 0, sizeof list), 4 * (COUNT - 1));
}
END_TEST

static void server_hello_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_hello, body, n, v, v.server_version, body + v.random.offset, at(body, v.session_id), v.cipher_suite,
             v.compression_method, v.extensions_present, at(body, v.extensions));
}

START_TEST(server_hellos)
{
  server_hello_returns(BYTES(3, 3, RANDOM, 0, 0xC0, 0x2F, 0));
  server_hello_returns(BYTES(3, 3, RANDOM, 0, 0xC0, 0x2F, 0, 0, 0));
  server_hello_returns(BYTES(3, 3, RANDOM, 2, 8, 9, 0xC0, 0x2F, 0, 0, 5, 255, 1, 0, 1, 0));

  REFUSED(server_hello, ARGUMENTS(BYTES(3)), R5246_7_4_02, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(server_hello, ARGUMENTS(BYTES(3, 3, 1)), R5246_7_4_1_2_02, 2, 1, TLS12_DECODE_ERROR);
  REFUSED(server_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 33, RANDOM, 9, 0xC0, 0x2F, 0)), R5246_7_4_1_3_03, 34, 34,
          TLS12_DECODE_ERROR);
  REFUSED(server_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 9, 0xC0, 0x2F, 0)), R5246_4_3_06, 34, 4, TLS12_DECODE_ERROR);
  REFUSED(server_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0xC0, 0x2F)), R5246_7_4_1_3_03, 35, 2, TLS12_DECODE_ERROR);
  REFUSED(server_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0xC0, 0x2F, 0, 0)), R5246_7_4_1_3_10, 38, 1,
          TLS12_DECODE_ERROR);
  REFUSED(server_hello, ARGUMENTS(BYTES(3, 3, RANDOM, 0, 0xC0, 0x2F, 0, 0, 8, 0, 23, 0, 0, 0, 23, 0, 0)),
          R5246_7_4_1_4_04, 44, 4, TLS12_DECODE_ERROR);
}
END_TEST

static void server_name_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_name, body, n, v, at(body, v.list));
}

START_TEST(server_names)
{
  server_name_returns(BYTES(0, 5, 0, 0, 2, 'a', 'b'));
  server_name_returns(BYTES(0, 8, 9, 0, 0, 0, 0, 2, 'a', 'b')); /* a name of another type before it */
  struct server_name v;
  const uint8_t body[] = {0, 8, 9, 0, 0, 0, 0, 2, 'a', 'b'};
  ck_assert_int_eq((int)server_name_decode(body, sizeof body, &v).rule, TLS12_NO_RULE);
  struct tls12_span host = server_name_host(body, v.list);
  ck_assert_uint_eq(host.offset, 8);
  ck_assert_uint_eq(host.length, 2);
  ck_assert_uint_eq(server_name_host(body, (struct tls12_span){2, 3}).length, 0);

  REFUSED(server_name, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(server_name, ARGUMENTS(BYTES(0, 0)), R6066_3_01, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(server_name, ARGUMENTS(BYTES(0, 3, 0, 0, 0)), R6066_3_01, 2, 3, TLS12_DECODE_ERROR);
  REFUSED(server_name, ARGUMENTS(BYTES(0, 4, 0, 0, 2, 'a', 'b')), R6066_3_01, 2, 4, TLS12_DECODE_ERROR);
  REFUSED(server_name, ARGUMENTS(BYTES(0, 8, 0, 0, 1, 'a', 0, 0, 1, 'b')), R6066_3_02, 6, 4, TLS12_ILLEGAL_PARAMETER);
  REFUSED(server_name, ARGUMENTS(BYTES(0, 4, 0, 0, 1, 'a', 0)), R5246_7_4_1_4_01, 6, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void groups_return(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(supported_groups, body, n, v, at(body, v.groups));
}

static void pairs_return(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(signature_algorithms, body, n, v, at(body, v.pairs));
}

static void formats_return(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(ec_point_formats, body, n, v, at(body, v.formats));
}

static void info_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(renegotiation_info, body, n, v, at(body, v.renegotiated_connection));
}

/* The decoder takes any pair; that none is anonymous is for a check of its own to say. */
static struct tls12_fault judge_pairs(const uint8_t *body, uint32_t n)
{
  struct signature_algorithms v;
  ck_fault(signature_algorithms_decode(body, n, &v), TLS12_NO_RULE, n, 0, TLS12_NO_ALERT);
  return check_anonymous_pairs(body, v.pairs);
}

START_TEST(anonymous_pairs)
{
  ck_fault(judge_pairs(BYTES(0, 2, 0, 1)), TLS12_NO_RULE, 4, 0, TLS12_NO_ALERT);
  ck_fault(judge_pairs(BYTES(0, 6, 0, 3, 4, 1, 10, 10)), TLS12_NO_RULE, 8, 0, TLS12_NO_ALERT);
  ck_fault(judge_pairs(BYTES(0, 2, 4, 0)), R5246_7_4_1_4_1_02, 2, 2, TLS12_ILLEGAL_PARAMETER);
  ck_fault(judge_pairs(BYTES(0, 2, 0, 0)), R5246_7_4_1_4_1_02, 2, 2, TLS12_ILLEGAL_PARAMETER);
  ck_fault(judge_pairs(BYTES(0, 6, 4, 1, 2, 0, 4, 0)), R5246_7_4_1_4_1_02, 4, 2, TLS12_ILLEGAL_PARAMETER);
  ck_fault(judge_pairs(BYTES(0, 6, 4, 1, 4, 3, 4, 0)), R5246_7_4_1_4_1_02, 6, 2, TLS12_ILLEGAL_PARAMETER);
}
END_TEST

START_TEST(extension_bodies)
{
  groups_return(BYTES(0, 4, 0, 23, 0, 24)); /* RFC 8422 section 5.1.1 */
  REFUSED(supported_groups, ARGUMENTS(BYTES(0, 0)), R8422_5_1_1_01, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(supported_groups, ARGUMENTS(BYTES(0, 3, 0, 23, 0)), R8422_5_1_1_01, 0, 5, TLS12_DECODE_ERROR);
  REFUSED(supported_groups, ARGUMENTS(BYTES(0, 4, 0, 23)), R5246_4_3_06, 0, 4, TLS12_DECODE_ERROR);
  REFUSED(supported_groups, ARGUMENTS(BYTES(0, 2, 0, 23, 0)), R5246_7_4_1_4_01, 4, 1, TLS12_DECODE_ERROR);

  pairs_return(BYTES(0, 4, 4, 3, 8, 4));
  REFUSED(signature_algorithms, ARGUMENTS(BYTES(0, 0)), R5246_7_4_1_4_1_01, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(signature_algorithms, ARGUMENTS(BYTES(0, 2, 4, 3, 4)), R5246_7_4_1_4_01, 4, 1, TLS12_DECODE_ERROR);

  formats_return(BYTES(1, 0)); /* RFC 8422 section 5.1.2 */
  formats_return(BYTES(3, 2, 1, 0));
  REFUSED(ec_point_formats, ARGUMENTS(BYTES(0)), R8422_5_1_2_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(ec_point_formats, ARGUMENTS(BYTES(2, 1, 2)), R8422_5_1_02, 0, 3, TLS12_ILLEGAL_PARAMETER);
  REFUSED(ec_point_formats, ARGUMENTS(BYTES(1, 0, 0)), R5246_7_4_1_4_01, 2, 1, TLS12_DECODE_ERROR);

  info_returns(BYTES(0)); /* RFC 5746 section 3.4 */
  info_returns(BYTES(3, 1, 2, 3));
  REFUSED(renegotiation_info, ARGUMENTS(BYTES(1)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(renegotiation_info, ARGUMENTS(BYTES(0, 0)), R5246_7_4_1_4_01, 1, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void request_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(certificate_request, body, n, v, at(body, v.certificate_types), at(body, v.supported_signature_algorithms),
             at(body, v.certificate_authorities));
}

START_TEST(certificate_requests)
{
  request_returns(BYTES(3, 1, 2, 64, 0, 2, 4, 3, 0, 0));
  request_returns(BYTES(1, 64, 0, 2, 4, 3, 0, 7, 0, 2, 48, 0, 0, 1, 5));
  REFUSED(certificate_request, ARGUMENTS(BYTES(0, 0, 2, 4, 3, 0, 0)), R5246_7_4_4_03, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(certificate_request, ARGUMENTS(BYTES(1, 64, 0, 3, 4, 3, 4, 0, 0)), R5246_7_4_4_04, 2, 5, TLS12_DECODE_ERROR);
  REFUSED(certificate_request, ARGUMENTS(BYTES(1, 64, 0, 0)), R5246_7_4_4_04, 2, 2, TLS12_DECODE_ERROR);
  REFUSED(certificate_request, ARGUMENTS(BYTES(1, 64, 0, 2, 4, 3, 0, 1)), R5246_4_3_06, 6, 2, TLS12_DECODE_ERROR);
  REFUSED(certificate_request, ARGUMENTS(BYTES(1, 64, 0, 2, 4, 3, 0, 5, 0, 1, 48, 0, 0)), R5246_7_4_4_05, 11, 2,
          TLS12_DECODE_ERROR);
  REFUSED(certificate_request, ARGUMENTS(BYTES(1, 64, 0, 2, 4, 3, 0, 0, 9)), R5246_7_4_02, 8, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void verify_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(certificate_verify, body, n, v, v.hash, v.signature_algorithm, at(body, v.signature));
}

static void ticket_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(new_session_ticket, body, n, v, v.ticket_lifetime_hint, at(body, v.ticket));
}

START_TEST(verify_and_ticket)
{
  verify_returns(BYTES(4, 1, 0, 0));
  verify_returns(BYTES(4, 3, 0, 3, 7, 8, 9));
  REFUSED(certificate_verify, ARGUMENTS(BYTES(4)), R5246_4_7_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(certificate_verify, ARGUMENTS(BYTES(4, 3, 0, 2, 7)), R5246_4_3_06, 2, 3, TLS12_DECODE_ERROR);
  REFUSED(certificate_verify, ARGUMENTS(BYTES(4, 3, 0, 1, 7, 8)), R5246_7_4_02, 5, 1, TLS12_DECODE_ERROR);

  ticket_returns(BYTES(0xFF, 0, 0, 1, 0, 0));
  ticket_returns(BYTES(0, 0, 0x1C, 0x20, 0, 3, 7, 8, 9));
  REFUSED(new_session_ticket, ARGUMENTS(BYTES(0, 0, 0)), R5077_3_3_07, 0, 3, TLS12_DECODE_ERROR);
  REFUSED(new_session_ticket, ARGUMENTS(BYTES(0, 0, 0, 1, 0, 1)), R5246_4_3_06, 4, 2, TLS12_DECODE_ERROR);
  REFUSED(new_session_ticket, ARGUMENTS(BYTES(0, 0, 0, 1, 0, 0, 9)), R5246_7_4_02, 6, 1, TLS12_DECODE_ERROR);
}
END_TEST

/* Every truncation and every flipped bit of a hello is refused with a rule and an alert, or comes back as it was. */
START_TEST(damaged_hellos)
{
  const uint8_t hello[] = {3, 3, RANDOM, 2, 8, 9, 0, 4, 0, 0x2F, 0, 0xFF, 2, 1, 0, 0, 9, 0, 23, 0, 0, 255, 1, 0, 1, 0};
  uint8_t damaged[sizeof hello];
  struct client_hello v;
  for (uint32_t n = 0; n <= sizeof hello; n++)
    for (uint32_t bit = 0; bit < 8 * sizeof hello; bit++) {
      memcpy(damaged, hello, sizeof hello);
      damaged[bit / 8] = (uint8_t)(damaged[bit / 8] ^ (1u << bit % 8));
      struct tls12_fault fault = client_hello_decode(damaged, n, &v);
      if (fault.rule == TLS12_NO_RULE) {
        client_hello_returns(damaged, n);
      } else {
        ck_assert_int_ne((int)fault.alert, TLS12_NO_ALERT);
        ck_assert_uint_le(fault.offset + fault.length, n);
      }
    }
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/hellos");
  TCase *all = tcase_create("all");
  tcase_add_test(all, client_hellos);
  tcase_add_test(all, client_hellos_refused);
  tcase_add_test(all, client_hello_not_encoded);
  tcase_add_test(all, many_extensions);
  tcase_add_test(all, server_hellos);
  tcase_add_test(all, server_names);
  tcase_add_test(all, anonymous_pairs);
  tcase_add_test(all, extension_bodies);
  tcase_add_test(all, certificate_requests);
  tcase_add_test(all, verify_and_ticket);
  tcase_add_test(all, damaged_hellos);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
