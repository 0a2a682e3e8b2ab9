/* CertificateStatus, RFC 6066 section 8: when it is sent, what becomes of the response, and what a client refuses. */
#include <stdlib.h>

#include "tests/handshake/pair.h"

/* What the caller was handed, and what it says. */
static struct {
  uint8_t bytes[64];
  uint32_t length;
  int calls, answer;
} got;

static const uint8_t response[] = {0x30, 3, 10, 1, 0};

static int take(void *context, struct tls12_bytes ocsp_response)
{
  (void)context;
  memcpy(got.bytes, ocsp_response.data,
         ocsp_response.length < sizeof got.bytes ? ocsp_response.length : sizeof got.bytes);
  got.length = ocsp_response.length;
  got.calls++;
  return got.answer;
}

static void configure(const uint16_t *suite)
{
  pair_configure(suite);
  memset(&got, 0, sizeof got);
  client_config.certificate_status = take;
  for (int i = 0; i < TEST_CREDENTIALS; i++)
    credentials[i].ocsp_response = (struct tls12_bytes){response, sizeof response};
}

/* One suite of each key exchange; the first ten have a certificate. */
static const uint16_t one_of_each[] = {0x009C, 0x0030, 0x0031, 0x0032, 0x0033, 0xC004, 0xC00E, 0xC02B,
                                       0xC030, 0x0094, 0x0034, 0xC018, 0x008C, 0x0090, 0xC035};
enum { WITH_CERTIFICATE = 10, ALL = 15 };

//= build/requirements.md#R6066-8-03
//= type=test
//# CertificateStatus is not sent unless status_request was both received and answered.
START_TEST(every_key_exchange)
{
  const int certificate = _i < WITH_CERTIFICATE;
  configure(&one_of_each[_i]);
  ck_assert(pair_handshake());
  ck_assert_int_eq(seen.types[TLS12_CERTIFICATE_STATUS], certificate);
  ck_assert_int_eq(got.calls, certificate);
  if (certificate) ck_assert(got.length == sizeof response && memcmp(got.bytes, response, sizeof response) == 0);
  client_config.certificate_status = NULL;
  ck_assert(pair_handshake());
  ck_assert_int_eq(seen.types[TLS12_CERTIFICATE_STATUS], 0);
  for (int i = 0; i < TEST_CREDENTIALS; i++) credentials[i].ocsp_response.length = 0;
  client_config.certificate_status = take;
  ck_assert(pair_handshake());
  ck_assert_int_eq(seen.types[TLS12_CERTIFICATE_STATUS], 0);
  ck_assert(!client.status_follows && !server.status_follows);
}
END_TEST

static const uint16_t suite = 0xC02F;

//= build/requirements.md#R6066-8-05
//= type=test
//# Even after answering the extension the server may omit the message; the client must cope.
START_TEST(the_message_may_be_missing)
{
  configure(&suite);
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  server.choice.status = 0;
  pair_converse();
  ck_assert(tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED);
  ck_assert(client.status_follows && server.status_follows);
  ck_assert_int_eq(got.calls, 0);
}
END_TEST

//= build/requirements.md#R6066-8-07
//= type=test
//# The response is checked; if unsatisfactory the client aborts with bad_certificate_status_response(113).
START_TEST(the_caller_is_not_content)
{
  configure(&suite);
  got.answer = -1;
  ck_assert(!pair_handshake());
  pair_refused(&client, TLS12_PEER_VIOLATION, R6066_8_07, TLS12_BAD_CERTIFICATE_STATUS_RESPONSE);
}
END_TEST

//= build/requirements.md#R6066-1.1-01
//= type=test
//# Handshake messages introduced by these extensions (CertificateStatus) are part of the transcript hashes.
START_TEST(transcript_covers_it)
{
  static const uint8_t other[] = {0x30, 3, 10, 1, 1};
  configure(&suite);
  change.from = response;
  change.to = other;
  change.length = sizeof response;
  ck_assert(!pair_handshake());
  ck_assert_int_eq(got.calls, 1);
  ck_assert_mem_eq(got.bytes, other, sizeof other);
  /* the extended master secret is made of the transcript, so that not even the record of Finished opens */
  ck_assert(client.extended_master_secret);
  ck_assert_int_eq(server.failure.cause, TLS12_PEER_VIOLATION);
  ck_assert_int_eq(server.failure.fault.alert, TLS12_BAD_RECORD_MAC);
}
END_TEST

/* A server that resumes does not answer; the next full handshake has it again. */
//= build/requirements.md#R6066-1.1-02
//= type=test
//# When a session is resumed the server ignores these extensions and returns none of them
START_TEST(not_when_resuming)
{
  configure(&suite);
  pair_keep_sessions();
  client_config.renegotiation = server_config.renegotiation = 1;
  ck_assert(pair_handshake());
  client_config.session = &seen.session;
  ck_assert(pair_handshake());
  ck_assert(tls12_resumed(&client) && !client.status_follows && !server.status_follows);
  ck_assert_int_eq(got.calls, 1);
  ck_assert(tls12_renegotiate(&client));
  pair_converse();
  ck_assert(tls12_renegotiated(&client) && tls12_status(&client) == TLS12_CONNECTED);
  ck_assert_int_eq(got.calls, 2);
}
END_TEST

START_TEST(an_answer_that_nobody_asked_for)
{
  configure(&suite);
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
  pair_deliver(&client, &server);
  client_config.certificate_status = NULL; /* as if it had not been asked */
  pair_converse();
  pair_refused(&client, TLS12_PEER_VIOLATION, R5246_7_4_1_4_03, TLS12_UNSUPPORTED_EXTENSION);
}
END_TEST

/* The longest that the message can carry, and one byte more. */
START_TEST(long_responses)
{
  static uint8_t *bytes;
  const uint32_t longest = TLS12_MESSAGE_MAX - 8;
  bytes = calloc(1, longest + 1);
  ck_assert_ptr_nonnull(bytes);
  for (uint32_t more = 0; more < 2; more++) {
    configure(&suite);
    for (int i = 0; i < TEST_CREDENTIALS; i++)
      credentials[i].ocsp_response = (struct tls12_bytes){bytes, longest + more};
    ck_assert_int_eq(pair_handshake(), !more);
    ck_assert_uint_eq(got.length, more ? 0 : longest);
  }
  ck_assert_int_eq(server.failure.cause, TLS12_OWN_FAULT);
  free(bytes);
}
END_TEST

int main(void)
{
  pair_prepare();
  Suite *s = suite_create("handshake/certificate_status");
  TCase *tc = tcase_create("handshake/certificate_status");
  tcase_add_loop_test(tc, every_key_exchange, 0, ALL);
  tcase_add_test(tc, the_message_may_be_missing);
  tcase_add_test(tc, the_caller_is_not_content);
  tcase_add_test(tc, transcript_covers_it);
  tcase_add_test(tc, not_when_resuming);
  tcase_add_test(tc, an_answer_that_nobody_asked_for);
  tcase_add_test(tc, long_responses);
  suite_add_tcase(s, tc);
  return run_suite(s);
}
