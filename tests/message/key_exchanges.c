/* Certificate, ServerKeyExchange, ClientKeyExchange, Finished, Alert, ChangeCipherSpec, the empty messages and the header
 * of all: bytes go through decoder and encoder and come back, and a broken variant for each rule is refused with that
 * rule, place and alert. */
#include "message/alert.h"
#include "message/certificate.h"
#include "message/change_cipher_spec.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_rsa.h"
#include "message/empty.h"
#include "message/finished.h"
#include "message/handshake.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_ecdhe.h"
#include "spec/algorithms.h"
#include "spec/handshake_types.h"
#include "tests/message/expect.h"

/* ROUND_TRIP and REFUSED want one name for decoder and encoder; there are two decoders here. */
#define certificate_decode client_certificate_decode

static void certificate_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(certificate, body, n, v, at(body, v.certificate_list));
}

START_TEST(certificates)
{
  certificate_returns(BYTES(0, 0, 0));
  certificate_returns(BYTES(0, 0, 4, 0, 0, 1, 48));
  certificate_returns(BYTES(0, 0, 9, 0, 0, 1, 48, 0, 0, 2, 48, 0));

  static uint8_t large[3 + 3 + 66000] = {1, 0x01, 0xD3, 1, 0x01, 0xD0}; /* 66003 and 66000: all three bytes count */
  struct certificate value;
  static uint8_t out[sizeof large];
  ck_fault(server_certificate_decode(large, sizeof large, &value), TLS12_NO_RULE, sizeof large, 0, TLS12_NO_ALERT);
  ck_assert_uint_eq(certificate_encode(at(large, value.certificate_list), out, sizeof out), sizeof out);
  ck_assert_mem_eq(out, large, sizeof out);
}
END_TEST

START_TEST(certificates_refused)
{
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0)), R5246_4_3_06, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 5, 0, 0, 1, 48)), R5246_4_3_06, 0, 7, TLS12_DECODE_ERROR);
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 3, 0, 0, 0)), R5246_7_4_2_05, 3, 3, TLS12_DECODE_ERROR);
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 6, 0, 0, 1, 48, 0, 0)), R5246_4_3_06, 7, 2, TLS12_DECODE_ERROR);
  /* the certificate would fit in the message, but not in the list */
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 4, 0, 0, 2, 48, 0)), R5246_4_3_06, 3, 4, TLS12_DECODE_ERROR);
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 4, 0, 0, 1, 48, 0)), R5246_7_4_02, 7, 1, TLS12_DECODE_ERROR);
}
END_TEST

#undef certificate_decode
#define certificate_decode server_certificate_decode

START_TEST(server_certificates)
{
  certificate_returns(BYTES(0, 0, 4, 0, 0, 1, 48));
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 0)), R5246_7_4_2_23, 0, 3, TLS12_DECODE_ERROR);
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 0, 0)), R5246_7_4_2_23, 0, 3, TLS12_DECODE_ERROR);
  REFUSED(certificate, ARGUMENTS(BYTES(0, 0, 3, 0, 0, 0)), R5246_7_4_2_05, 3, 3, TLS12_DECODE_ERROR);

  uint8_t out[20];
  ck_assert_uint_eq(certificate_encode((struct tls12_bytes){(const uint8_t[]){0, 0, 0}, 3}, out, sizeof out), 0);
  ck_assert_uint_eq(certificate_encode((struct tls12_bytes){(const uint8_t[]){0, 0, 2, 9}, 4}, out, sizeof out), 0);
}
END_TEST

static void dhe_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_dhe, body, n, v, at(body, v.dh_p), at(body, v.dh_g), at(body, v.dh_Ys), v.hash,
             v.signature_algorithm, at(body, v.signature));
}

START_TEST(dhe_params)
{
  dhe_returns(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8, 4, 1, 0, 0));
  dhe_returns(BYTES(0, 2, 0, 23, 0, 1, 5, 0, 3, 0, 0, 8, 0, 0, 0, 1, 7)); /* leading zeros stay */

  const uint8_t body[] = {0, 2, 1, 23, 0, 1, 5, 0, 3, 9, 9, 8, 4, 1, 0, 2, 6, 7};
  struct server_key_exchange_dhe v;
  ck_assert_int_eq((int)server_key_exchange_dhe_decode(body, sizeof body, &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.dh_p.offset, 2);
  ck_assert_uint_eq(v.dh_p.length, 2);
  ck_assert_uint_eq(v.dh_g.offset, 6);
  ck_assert_uint_eq(v.dh_g.length, 1);
  ck_assert_uint_eq(v.dh_Ys.offset, 9);
  ck_assert_uint_eq(v.dh_Ys.length, 3);
  ck_assert_uint_eq(v.params.offset, 0);
  ck_assert_uint_eq(v.params.length, 12);
  ck_assert_uint_eq(v.hash, TLS12_SHA256);
  ck_assert_uint_eq(v.signature_algorithm, TLS12_RSA);
  ck_assert_uint_eq(v.signature.offset, 16);
  ck_assert_uint_eq(v.signature.length, 2);
}
END_TEST

START_TEST(dhe_params_refused)
{
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 0, 0, 1, 5, 0, 1, 8, 4, 1, 0, 0)), R5246_7_4_3_05, 0, 2,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 0, 0, 1, 8, 4, 1, 0, 0)), R5246_7_4_3_05, 3, 2,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 1, 5, 0, 0, 4, 1, 0, 0)), R5246_7_4_3_05, 6, 2,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 9, 5, 0, 1, 8)), R5246_4_3_06, 3, 6,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 1, 5, 0, 2, 8)), R5246_4_3_06, 6, 3,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8)), R5246_4_7_01, 9, 0,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8, 4)), R5246_4_7_01, 9, 1,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8, 4, 1, 0, 1)), R5246_4_3_06, 11, 2,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_dhe, ARGUMENTS(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8, 4, 1, 0, 0, 9)), R5246_7_4_02, 13, 1,
          TLS12_DECODE_ERROR);
}
END_TEST

static void ecdhe_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_ecdhe, body, n, v, v.named_curve, at(body, v.point), v.hash, v.signature_algorithm,
             at(body, v.signature));
}

START_TEST(ecdhe_params)
{
  ecdhe_returns(BYTES(3, 0, 23, 1, 4, 4, 3, 0, 0));
  ecdhe_returns(BYTES(3, 0xAB, 0xCD, 2, 4, 5, 8, 7, 0, 1, 9));

  const uint8_t body[] = {3, 1, 29, 2, 4, 5, 4, 3, 0, 1, 9};
  struct server_key_exchange_ecdhe v;
  ck_assert_int_eq((int)server_key_exchange_ecdhe_decode(body, sizeof body, &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.named_curve, 256 + 29);
  ck_assert_uint_eq(v.point.offset, 4);
  ck_assert_uint_eq(v.point.length, 2);
  ck_assert_uint_eq(v.params.offset, 0);
  ck_assert_uint_eq(v.params.length, 6);
  ck_assert_uint_eq(v.hash, TLS12_SHA256);
  ck_assert_uint_eq(v.signature_algorithm, TLS12_ECDSA);
  ck_assert_uint_eq(v.signature.offset, 10);
  ck_assert_uint_eq(v.signature.length, 1);
}
END_TEST

START_TEST(ecdhe_params_refused)
{
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS((const uint8_t *)"", 0), R8422_5_4_03, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(1, 1, 23, 1, 4, 4, 3, 0, 0)), R8422_5_4_02, 0, 1,
          TLS12_HANDSHAKE_FAILURE);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(2)), R8422_5_4_02, 0, 1, TLS12_HANDSHAKE_FAILURE);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0)), R8422_5_4_03, 1, 1, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0, 23)), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0, 23, 0, 4, 3, 0, 0)), R8422_5_4_03, 3, 1, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0, 23, 6, 4, 4, 3, 0, 0)), R5246_4_3_06, 3, 6,
          TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0, 23, 1, 4, 4)), R5246_4_7_01, 5, 1, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0, 23, 1, 4, 4, 3, 0)), R5246_4_3_06, 7, 1, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_ecdhe, ARGUMENTS(BYTES(3, 0, 23, 1, 4, 4, 3, 0, 0, 0)), R5246_7_4_02, 9, 1,
          TLS12_DECODE_ERROR);
}
END_TEST

static void rsa_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_rsa, body, n, v, at(body, v.encrypted_pre_master_secret));
}

static void dh_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_dh, body, n, v, at(body, v.dh_Yc));
}

static void ecdh_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_ecdh, body, n, v, at(body, v.ecdh_Yc));
}

START_TEST(client_key_exchanges)
{
  rsa_returns(BYTES(0, 0));
  rsa_returns(BYTES(0, 3, 1, 2, 3));
  REFUSED(client_key_exchange_rsa, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_rsa, ARGUMENTS(BYTES(0, 3, 1, 2)), R5246_4_3_06, 0, 4, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_rsa, ARGUMENTS(BYTES(0, 1, 1, 2)), R5246_7_4_02, 3, 1, TLS12_DECODE_ERROR);

  dh_returns(BYTES(0, 1, 7));
  dh_returns(BYTES(0, 2, 0, 7));
  REFUSED(client_key_exchange_dh, ARGUMENTS((const uint8_t *)"", 0), R5246_4_3_06, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dh, ARGUMENTS(BYTES(0, 0)), R5246_7_4_7_2_01, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dh, ARGUMENTS(BYTES(0, 2, 7)), R5246_4_3_06, 0, 3, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dh, ARGUMENTS(BYTES(0, 1, 7, 7)), R5246_7_4_02, 3, 1, TLS12_DECODE_ERROR);

  ecdh_returns(BYTES(1, 4));
  ecdh_returns(BYTES(3, 4, 5, 6));
  REFUSED(client_key_exchange_ecdh, ARGUMENTS(BYTES(0)), R8422_5_7_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_ecdh, ARGUMENTS(BYTES(2, 4)), R5246_4_3_06, 0, 2, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_ecdh, ARGUMENTS(BYTES(1, 4, 5)), R5246_7_4_02, 2, 1, TLS12_DECODE_ERROR);
}
END_TEST

START_TEST(not_encoded)
{
  static uint8_t bytes[65536], out[70000];
  const struct tls12_bytes none = {NULL, 0}, one = {bytes, 1}, huge = {bytes, 65536}, wide = {bytes, 256};
  ck_assert_uint_eq(client_key_exchange_rsa_encode(huge, out, sizeof out), 0);
  ck_assert_uint_eq(client_key_exchange_dh_encode(none, out, sizeof out), 0);
  ck_assert_uint_eq(client_key_exchange_dh_encode(huge, out, sizeof out), 0);
  ck_assert_uint_eq(client_key_exchange_ecdh_encode(none, out, sizeof out), 0);
  ck_assert_uint_eq(client_key_exchange_ecdh_encode(wide, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(one, one, one, 4, 1, none, out, sizeof out), 13);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(none, one, one, 4, 1, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(one, huge, one, 4, 1, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(one, one, none, 4, 1, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(one, one, one, 256, 1, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(one, one, one, 4, 256, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_encode(one, one, one, 4, 1, huge, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_encode(23, one, 4, 3, none, out, sizeof out), 9);
  ck_assert_uint_eq(server_key_exchange_ecdhe_encode(65536, one, 4, 3, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_encode(23, none, 4, 3, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_encode(23, wide, 4, 3, none, out, sizeof out), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_encode(23, one, 4, 3, huge, out, sizeof out), 0);
  ck_assert_uint_eq(finished_encode(one, out, sizeof out), 0);
  ck_assert_uint_eq(alert_encode(0, 0, out, sizeof out), 0);
  ck_assert_uint_eq(alert_encode(3, 0, out, sizeof out), 0);
  ck_assert_uint_eq(alert_encode(1, 256, out, sizeof out), 0);
  ck_assert_uint_eq(change_cipher_spec_encode(out, 0), 0);
  ck_assert_uint_eq(handshake_header_encode(256, 0, out), 0);
  ck_assert_uint_eq(handshake_header_encode(0, 0x1000000, out), 0);
}
END_TEST

static void finished_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(finished, body, n, v, at(body, v.verify_data));
}

static void alert_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(alert, body, n, v, v.level, v.description);
}

START_TEST(fixed_sizes)
{
  finished_returns(BYTES(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  REFUSED(finished, ARGUMENTS(BYTES(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), R5246_7_4_9_06, 0, 11, TLS12_DECODE_ERROR);
  REFUSED(finished, ARGUMENTS(BYTES(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)), R5246_7_4_02, 12, 1,
          TLS12_DECODE_ERROR);

  alert_returns(BYTES(1, 0));
  alert_returns(BYTES(2, 255));
  REFUSED(alert, ARGUMENTS((const uint8_t *)"", 0), R5246_7_2_01, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(alert, ARGUMENTS(BYTES(0, 40)), R5246_7_2_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(alert, ARGUMENTS(BYTES(3, 40)), R5246_7_2_01, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(alert, ARGUMENTS(BYTES(2)), R5246_7_2_01, 1, 0, TLS12_DECODE_ERROR);
  REFUSED(alert, ARGUMENTS(BYTES(2, 40, 0)), R5246_7_2_01, 2, 1, TLS12_DECODE_ERROR);

  uint8_t out[2] = {0, 9};
  ck_assert_uint_eq(change_cipher_spec_encode(out, sizeof out), 1);
  ck_assert_uint_eq(out[0], 1);
  ck_assert_uint_eq(out[1], 9);
  ck_fault(change_cipher_spec_decode(out, 1), TLS12_NO_RULE, 1, 0, TLS12_NO_ALERT);
  ck_fault(change_cipher_spec_decode(out, 0), R5246_7_1_01, 0, 0, TLS12_DECODE_ERROR);
  ck_fault(change_cipher_spec_decode(BYTES(2)), R5246_7_1_01, 0, 1, TLS12_DECODE_ERROR);
  ck_fault(change_cipher_spec_decode(out, 2), R5246_7_1_01, 1, 1, TLS12_DECODE_ERROR);
}
END_TEST

START_TEST(empty_messages)
{
  ck_fault(hello_request_decode(NULL, 0), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
  ck_fault(server_hello_done_decode(NULL, 0), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
  ck_fault(client_key_exchange_implicit_decode(NULL, 0), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
  ck_fault(hello_request_decode(BYTES(0)), R5246_7_4_1_1_05, 0, 1, TLS12_DECODE_ERROR);
  ck_fault(server_hello_done_decode(BYTES(0)), R5246_7_4_5_01, 0, 1, TLS12_DECODE_ERROR);
  ck_fault(client_key_exchange_implicit_decode(BYTES(0, 0)), R5246_7_4_7_02, 0, 2, TLS12_DECODE_ERROR);
  ck_fault(client_key_exchange_ecdh_implicit_decode(NULL, 0), TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT);
  ck_fault(client_key_exchange_ecdh_implicit_decode(BYTES(0)), R4492_3_2_02, 0, 1, TLS12_DECODE_ERROR);
}
END_TEST

START_TEST(headers)
{
  uint8_t out[5] = {9, 9, 9, 9, 9};
  ck_assert_uint_eq(handshake_header_encode(TLS12_FINISHED, 0x010203, out), 4);
  ck_assert_mem_eq(out, ((const uint8_t[]){20, 1, 2, 3, 9}), 5);
  const struct handshake_header header = handshake_header_decode(out);
  ck_assert_uint_eq(header.msg_type, TLS12_FINISHED);
  ck_assert_uint_eq(header.length, 0x010203);
  ck_assert_uint_eq(handshake_header_encode(255, 0xFFFFFF, out), 4);
  ck_assert_uint_eq(handshake_header_decode(out).length, 0xFFFFFF);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/key_exchanges");
  TCase *all = tcase_create("all");
  tcase_add_test(all, certificates);
  tcase_add_test(all, certificates_refused);
  tcase_add_test(all, server_certificates);
  tcase_add_test(all, dhe_params);
  tcase_add_test(all, dhe_params_refused);
  tcase_add_test(all, ecdhe_params);
  tcase_add_test(all, ecdhe_params_refused);
  tcase_add_test(all, client_key_exchanges);
  tcase_add_test(all, not_encoded);
  tcase_add_test(all, fixed_sizes);
  tcase_add_test(all, empty_messages);
  tcase_add_test(all, headers);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
