/* The key exchange messages without signatures, anonymous and with pre-shared keys, and CertificateStatus: bytes go through
 * decoder and encoder and come back, and a broken variant for each rule is refused with that rule, place and alert. */
#include "message/certificate_status.h"
#include "message/client_key_exchange_dhe_psk.h"
#include "message/client_key_exchange_ecdhe_psk.h"
#include "message/client_key_exchange_psk.h"
#include "message/client_key_exchange_rsa_psk.h"
#include "message/server_key_exchange_dh_anon.h"
#include "message/server_key_exchange_dhe_psk.h"
#include "message/server_key_exchange_ecdh_anon.h"
#include "message/server_key_exchange_ecdhe_psk.h"
#include "message/server_key_exchange_psk.h"
#include "tests/message/expect.h"

#define EMPTY ARGUMENTS((const uint8_t *)"", 0)

static void ck_span(struct tls12_span span, uint32_t offset, uint32_t length)
{
  ck_assert_uint_eq(span.offset, offset);
  ck_assert_uint_eq(span.length, length);
}

static void dh_anon_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_dh_anon, body, n, v, at(body, v.params.dh_p), at(body, v.params.dh_g),
             at(body, v.params.dh_Ys));
}

START_TEST(dh_anon)
{
  dh_anon_returns(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8));
  dh_anon_returns(BYTES(0, 2, 0, 23, 0, 1, 5, 0, 3, 0, 0, 8)); /* leading zeros stay */

  const uint8_t body[] = {0, 2, 1, 23, 0, 1, 5, 0, 3, 9, 9, 8};
  struct server_key_exchange_dh_anon v;
  ck_assert_int_eq((int)server_key_exchange_dh_anon_decode(body, sizeof body, &v).rule, TLS12_NO_RULE);
  ck_span(v.params.dh_p, 2, 2);
  ck_span(v.params.dh_g, 6, 1);
  ck_span(v.params.dh_Ys, 9, 3);

#define DH_ANON_REFUSED(bytes, ...) REFUSED(server_key_exchange_dh_anon, ARGUMENTS(bytes), __VA_ARGS__)
  DH_ANON_REFUSED(EMPTY, R5246_4_3_06, 0, 0, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 0, 0, 1, 5, 0, 1, 8), R5246_7_4_3_05, 0, 2, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 1, 23, 0, 0, 0, 1, 8), R5246_7_4_3_05, 3, 2, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 1, 23, 0, 1, 5, 0, 0), R5246_7_4_3_05, 6, 2, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 9, 23, 0, 1, 5, 0, 1, 8), R5246_4_3_06, 0, 9, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 1, 23, 0, 5, 5, 0, 1, 8), R5246_4_3_06, 3, 6, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 1, 23, 0, 1, 5, 0, 2, 8), R5246_4_3_06, 6, 3, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 1, 23, 0, 1, 5), R5246_4_3_06, 6, 0, TLS12_DECODE_ERROR);
  DH_ANON_REFUSED(BYTES(0, 1, 23, 0, 1, 5, 0, 1, 8, 4, 1, 0, 0), R5246_7_4_02, 9, 4, TLS12_DECODE_ERROR);
}
END_TEST

static void ecdh_anon_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_ecdh_anon, body, n, v, v.params.named_curve, at(body, v.params.point));
}

START_TEST(ecdh_anon)
{
  ecdh_anon_returns(BYTES(3, 0, 23, 1, 4));
  ecdh_anon_returns(BYTES(3, 0xAB, 0xCD, 2, 4, 5));

  struct server_key_exchange_ecdh_anon v;
  ck_assert_int_eq((int)server_key_exchange_ecdh_anon_decode(BYTES(3, 1, 29, 2, 4, 5), &v).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(v.params.named_curve, 256 + 29);
  ck_span(v.params.point, 4, 2);

#define ECDH_ANON_REFUSED(bytes, ...) REFUSED(server_key_exchange_ecdh_anon, ARGUMENTS(bytes), __VA_ARGS__)
  ECDH_ANON_REFUSED(EMPTY, R8422_5_4_03, 0, 0, TLS12_DECODE_ERROR);
  ECDH_ANON_REFUSED(BYTES(1, 0, 23, 1, 4), R8422_5_4_02, 0, 1, TLS12_HANDSHAKE_FAILURE);
  ECDH_ANON_REFUSED(BYTES(2), R8422_5_4_02, 0, 1, TLS12_HANDSHAKE_FAILURE);
  ECDH_ANON_REFUSED(BYTES(3), R8422_5_4_03, 1, 0, TLS12_DECODE_ERROR);
  ECDH_ANON_REFUSED(BYTES(3, 0), R8422_5_4_03, 1, 1, TLS12_DECODE_ERROR);
  ECDH_ANON_REFUSED(BYTES(3, 0, 23), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  ECDH_ANON_REFUSED(BYTES(3, 0, 23, 0), R8422_5_4_03, 3, 1, TLS12_DECODE_ERROR);
  ECDH_ANON_REFUSED(BYTES(3, 0, 23, 2, 4), R5246_4_3_06, 3, 2, TLS12_DECODE_ERROR);
  ECDH_ANON_REFUSED(BYTES(3, 0, 23, 1, 4, 4, 3, 0, 0), R5246_7_4_02, 5, 4, TLS12_DECODE_ERROR);
}
END_TEST

static void psk_hint_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_psk, body, n, v, at(body, v.psk_identity_hint));
}

static void dhe_psk_hint_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_dhe_psk, body, n, v, at(body, v.psk_identity_hint), at(body, v.params.dh_p),
             at(body, v.params.dh_g), at(body, v.params.dh_Ys));
}

static void ecdhe_psk_hint_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(server_key_exchange_ecdhe_psk, body, n, v, at(body, v.psk_identity_hint), v.params.named_curve,
             at(body, v.params.point));
}

START_TEST(hints)
{
  psk_hint_returns(BYTES(0, 0));
  psk_hint_returns(BYTES(0, 3, 'a', 'b', 'c'));
  REFUSED(server_key_exchange_psk, EMPTY, R5246_4_3_06, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_psk, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_psk, ARGUMENTS(BYTES(0, 3, 'a', 'b')), R5246_4_3_06, 0, 4, TLS12_DECODE_ERROR);
  REFUSED(server_key_exchange_psk, ARGUMENTS(BYTES(0, 1, 'a', 'b')), R5246_7_4_02, 3, 1, TLS12_DECODE_ERROR);

  dhe_psk_hint_returns(BYTES(0, 0, 0, 1, 23, 0, 1, 5, 0, 1, 8));
  dhe_psk_hint_returns(BYTES(0, 1, 'a', 0, 2, 1, 23, 0, 1, 5, 0, 1, 8));
  const uint8_t dhe[] = {0, 2, 'a', 'b', 0, 2, 1, 23, 0, 1, 5, 0, 3, 9, 9, 8};
  struct server_key_exchange_dhe_psk v;
  ck_assert_int_eq((int)server_key_exchange_dhe_psk_decode(dhe, sizeof dhe, &v).rule, TLS12_NO_RULE);
  ck_span(v.psk_identity_hint, 2, 2);
  ck_span(v.params.dh_p, 6, 2);
  ck_span(v.params.dh_g, 10, 1);
  ck_span(v.params.dh_Ys, 13, 3);
#define DHE_PSK_REFUSED(bytes, ...) REFUSED(server_key_exchange_dhe_psk, ARGUMENTS(bytes), __VA_ARGS__)
  DHE_PSK_REFUSED(EMPTY, R5246_4_3_06, 0, 0, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 9, 'a', 0, 1, 23), R5246_4_3_06, 0, 6, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 1, 'a'), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 1, 'a', 0, 0, 0, 1, 5, 0, 1, 8), R5246_7_4_3_05, 3, 2, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 1, 'a', 0, 1, 23, 0, 0, 0, 1, 8), R5246_7_4_3_05, 6, 2, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 1, 'a', 0, 1, 23, 0, 1, 5, 0, 0), R5246_7_4_3_05, 9, 2, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 1, 'a', 0, 1, 23, 0, 1, 5, 0, 2, 8), R5246_4_3_06, 9, 3, TLS12_DECODE_ERROR);
  DHE_PSK_REFUSED(BYTES(0, 0, 0, 1, 23, 0, 1, 5, 0, 1, 8, 4), R5246_7_4_02, 11, 1, TLS12_DECODE_ERROR);

  ecdhe_psk_hint_returns(BYTES(0, 0, 3, 0, 23, 1, 4));
  ecdhe_psk_hint_returns(BYTES(0, 2, 'a', 'b', 3, 0, 29, 2, 4, 5));
  struct server_key_exchange_ecdhe_psk w;
  ck_assert_int_eq((int)server_key_exchange_ecdhe_psk_decode(BYTES(0, 1, 'a', 3, 1, 29, 2, 4, 5), &w).rule,
                   TLS12_NO_RULE);
  ck_span(w.psk_identity_hint, 2, 1);
  ck_assert_uint_eq(w.params.named_curve, 256 + 29);
  ck_span(w.params.point, 7, 2);
#define ECDHE_PSK_REFUSED(bytes, ...) REFUSED(server_key_exchange_ecdhe_psk, ARGUMENTS(bytes), __VA_ARGS__)
  ECDHE_PSK_REFUSED(BYTES(0), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  ECDHE_PSK_REFUSED(BYTES(0, 1, 'a'), R8422_5_4_03, 3, 0, TLS12_DECODE_ERROR);
  ECDHE_PSK_REFUSED(BYTES(0, 1, 'a', 2, 0, 29, 1, 4), R8422_5_4_02, 3, 1, TLS12_HANDSHAKE_FAILURE);
  ECDHE_PSK_REFUSED(BYTES(0, 1, 'a', 3, 0), R8422_5_4_03, 4, 1, TLS12_DECODE_ERROR);
  ECDHE_PSK_REFUSED(BYTES(0, 1, 'a', 3, 0, 29, 0), R8422_5_4_03, 6, 1, TLS12_DECODE_ERROR);
  ECDHE_PSK_REFUSED(BYTES(0, 1, 'a', 3, 0, 29, 2, 4), R5246_4_3_06, 6, 2, TLS12_DECODE_ERROR);
  ECDHE_PSK_REFUSED(BYTES(0, 1, 'a', 3, 0, 29, 1, 4, 5, 6), R5246_7_4_02, 8, 2, TLS12_DECODE_ERROR);
}
END_TEST

static void psk_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_psk, body, n, v, at(body, v.psk_identity));
}

static void dhe_psk_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_dhe_psk, body, n, v, at(body, v.psk_identity), at(body, v.dh_Yc));
}

static void ecdhe_psk_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_ecdhe_psk, body, n, v, at(body, v.psk_identity), at(body, v.ecdh_Yc));
}

static void rsa_psk_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(client_key_exchange_rsa_psk, body, n, v, at(body, v.psk_identity),
             at(body, v.encrypted_pre_master_secret));
}

START_TEST(identities)
{
  psk_returns(BYTES(0, 0));
  psk_returns(BYTES(0, 2, 'a', 'b'));
  REFUSED(client_key_exchange_psk, EMPTY, R5246_4_3_06, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_psk, ARGUMENTS(BYTES(0, 3, 'a', 'b')), R5246_4_3_06, 0, 4, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_psk, ARGUMENTS(BYTES(0, 1, 'a', 'b')), R5246_7_4_02, 3, 1, TLS12_DECODE_ERROR);

  dhe_psk_returns(BYTES(0, 0, 0, 1, 8));
  dhe_psk_returns(BYTES(0, 2, 'a', 'b', 0, 3, 0, 0, 8));
  REFUSED(client_key_exchange_dhe_psk, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dhe_psk, ARGUMENTS(BYTES(0, 9, 'a', 0, 1, 8)), R5246_4_3_06, 0, 6, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dhe_psk, ARGUMENTS(BYTES(0, 1, 'a')), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dhe_psk, ARGUMENTS(BYTES(0, 1, 'a', 0, 0)), R4279_3_02, 3, 2, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dhe_psk, ARGUMENTS(BYTES(0, 1, 'a', 0, 2, 8)), R5246_4_3_06, 3, 3, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_dhe_psk, ARGUMENTS(BYTES(0, 1, 'a', 0, 1, 8, 9)), R5246_7_4_02, 6, 1, TLS12_DECODE_ERROR);

  ecdhe_psk_returns(BYTES(0, 0, 1, 4));
  ecdhe_psk_returns(BYTES(0, 2, 'a', 'b', 3, 4, 5, 6));
  REFUSED(client_key_exchange_ecdhe_psk, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_ecdhe_psk, ARGUMENTS(BYTES(0, 1, 'a')), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_ecdhe_psk, ARGUMENTS(BYTES(0, 1, 'a', 0)), R8422_5_7_01, 3, 1, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_ecdhe_psk, ARGUMENTS(BYTES(0, 1, 'a', 2, 4)), R5246_4_3_06, 3, 2, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_ecdhe_psk, ARGUMENTS(BYTES(0, 1, 'a', 1, 4, 5)), R5246_7_4_02, 5, 1, TLS12_DECODE_ERROR);

  rsa_psk_returns(BYTES(0, 0, 0, 0));
  rsa_psk_returns(BYTES(0, 2, 'a', 'b', 0, 3, 7, 8, 9));
  REFUSED(client_key_exchange_rsa_psk, ARGUMENTS(BYTES(0)), R5246_4_3_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_rsa_psk, ARGUMENTS(BYTES(0, 1, 'a')), R5246_4_3_06, 3, 0, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_rsa_psk, ARGUMENTS(BYTES(0, 1, 'a', 0, 2, 8)), R5246_4_3_06, 3, 3, TLS12_DECODE_ERROR);
  REFUSED(client_key_exchange_rsa_psk, ARGUMENTS(BYTES(0, 1, 'a', 0, 1, 8, 9)), R5246_7_4_02, 6, 1, TLS12_DECODE_ERROR);
}
END_TEST

static void status_returns(const uint8_t *body, uint32_t n)
{
  ROUND_TRIP(certificate_status, body, n, v, at(body, v.ocsp_response));
}

START_TEST(statuses)
{
  status_returns(BYTES(1, 0, 0, 1, 48));
  static uint8_t large[4 + 66000] = {1, 0x01, 0x01, 0xD0}; /* all three bytes count */
  status_returns(large, sizeof large);
  REFUSED(certificate_status, EMPTY, R6066_8_06, 0, 0, TLS12_DECODE_ERROR);
  REFUSED(certificate_status, ARGUMENTS(BYTES(2, 0, 0, 1, 48)), R6066_8_06, 0, 1, TLS12_DECODE_ERROR);
  REFUSED(certificate_status, ARGUMENTS(BYTES(1, 0, 0)), R5246_4_3_06, 1, 2, TLS12_DECODE_ERROR);
  REFUSED(certificate_status, ARGUMENTS(BYTES(1, 0, 0, 0)), R6066_8_06, 1, 3, TLS12_DECODE_ERROR);
  REFUSED(certificate_status, ARGUMENTS(BYTES(1, 0, 0, 2, 48)), R5246_4_3_06, 1, 4, TLS12_DECODE_ERROR);
  REFUSED(certificate_status, ARGUMENTS(BYTES(1, 0, 0, 1, 48, 0)), R5246_7_4_02, 5, 1, TLS12_DECODE_ERROR);
}
END_TEST

START_TEST(not_encoded)
{
  static uint8_t bytes[65536], out[200000];
  const struct tls12_bytes none = {NULL, 0}, one = {bytes, 1}, huge = {bytes, 65536}, wide = {bytes, 256};
  const uint32_t room = sizeof out;
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(one, one, one, out, room), 9);
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(none, one, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(one, none, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(one, one, none, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(huge, one, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(one, huge, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dh_anon_encode(one, one, huge, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_ecdh_anon_encode(65535, one, out, room), 5);
  ck_assert_uint_eq(server_key_exchange_ecdh_anon_encode(65536, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_ecdh_anon_encode(23, none, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_ecdh_anon_encode(23, wide, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_psk_encode(none, out, room), 2);
  ck_assert_uint_eq(server_key_exchange_psk_encode(huge, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_psk_encode(none, one, one, one, out, room), 11);
  ck_assert_uint_eq(server_key_exchange_dhe_psk_encode(huge, one, one, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_psk_encode(one, none, one, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_psk_encode(one, one, huge, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_dhe_psk_encode(one, one, one, none, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_psk_encode(none, 23, one, out, room), 7);
  ck_assert_uint_eq(server_key_exchange_ecdhe_psk_encode(huge, 23, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_psk_encode(none, 65536, one, out, room), 0);
  ck_assert_uint_eq(server_key_exchange_ecdhe_psk_encode(none, 23, wide, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_psk_encode(huge, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_dhe_psk_encode(huge, one, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_dhe_psk_encode(none, none, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_dhe_psk_encode(none, huge, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_ecdhe_psk_encode(huge, one, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_ecdhe_psk_encode(none, none, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_ecdhe_psk_encode(none, wide, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_rsa_psk_encode(huge, one, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_rsa_psk_encode(none, huge, out, room), 0);
  ck_assert_uint_eq(client_key_exchange_rsa_psk_encode(none, none, out, room), 4);
  ck_assert_uint_eq(certificate_status_encode(none, out, room), 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/unsigned_exchanges");
  TCase *all = tcase_create("all");
  tcase_add_test(all, dh_anon);
  tcase_add_test(all, ecdh_anon);
  tcase_add_test(all, hints);
  tcase_add_test(all, identities);
  tcase_add_test(all, statuses);
  tcase_add_test(all, not_encoded);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
