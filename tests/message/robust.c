/* Every decoder of message/ on ten thousand damaged messages of its kind: cut at random, with random bits flipped. The
 * bytes lie in memory of exactly their length, so that the sanitizers see a read past them. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "message/alert.h"
#include "message/alpn.h"
#include "message/alpn_answer.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_status.h"
#include "message/certificate_verify.h"
#include "message/change_cipher_spec.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_dhe_psk.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_ecdhe_psk.h"
#include "message/client_key_exchange_psk.h"
#include "message/client_key_exchange_rsa.h"
#include "message/client_key_exchange_rsa_psk.h"
#include "message/ec_point_formats.h"
#include "message/empty.h"
#include "message/empty_extension.h"
#include "message/extension.h"
#include "message/finished.h"
#include "message/max_fragment_length.h"
#include "message/new_session_ticket.h"
#include "message/padding.h"
#include "message/record_size_limit.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/server_key_exchange_dh_anon.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_dhe_psk.h"
#include "message/server_key_exchange_ecdh_anon.h"
#include "message/server_key_exchange_ecdhe.h"
#include "message/server_key_exchange_ecdhe_psk.h"
#include "message/server_key_exchange_explicit.h"
#include "message/server_key_exchange_psk.h"
#include "message/server_name.h"
#include "message/session_ticket.h"
#include "message/signature_algorithms.h"
#include "message/status_request.h"
#include "message/supported_groups.h"
#include "message/trusted_ca_keys.h"
#include "tests/suite.h"

#define ROUNDS 10000

union value {
  struct alert alert;
  struct certificate certificate;
  struct certificate_request certificate_request;
  struct certificate_status certificate_status;
  struct certificate_verify certificate_verify;
  struct client_hello client_hello;
  struct client_key_exchange_dh client_key_exchange_dh;
  struct client_key_exchange_dhe_psk client_key_exchange_dhe_psk;
  struct client_key_exchange_ecdh client_key_exchange_ecdh;
  struct client_key_exchange_ecdhe_psk client_key_exchange_ecdhe_psk;
  struct client_key_exchange_psk client_key_exchange_psk;
  struct client_key_exchange_rsa client_key_exchange_rsa;
  struct client_key_exchange_rsa_psk client_key_exchange_rsa_psk;
  struct ec_point_formats ec_point_formats;
  struct finished finished;
  struct new_session_ticket new_session_ticket;
  struct renegotiation_info renegotiation_info;
  struct server_hello server_hello;
  struct server_key_exchange_dh_anon server_key_exchange_dh_anon;
  struct server_key_exchange_dhe server_key_exchange_dhe;
  struct server_key_exchange_dhe_psk server_key_exchange_dhe_psk;
  struct server_key_exchange_ecdh_anon server_key_exchange_ecdh_anon;
  struct server_key_exchange_ecdhe server_key_exchange_ecdhe;
  struct server_key_exchange_ecdhe_psk server_key_exchange_ecdhe_psk;
  struct server_key_exchange_explicit server_key_exchange_explicit;
  struct server_key_exchange_psk server_key_exchange_psk;
  struct server_name server_name;
  struct signature_algorithms signature_algorithms;
  struct supported_groups supported_groups;
  struct alpn alpn;
  struct alpn_answer alpn_answer;
  struct max_fragment_length max_fragment_length;
  struct padding padding;
  struct record_size_limit record_size_limit;
  struct session_ticket session_ticket;
  struct status_request status_request;
  struct trusted_ca_keys trusted_ca_keys;
};

/* One signature for all decoders. */
#define DECODER(name, member)                                                                                          \
  static struct tls12_fault name(const uint8_t *body, uint32_t length, union value *value)                             \
  {                                                                                                                    \
    return name##_decode(body, length, &value->member);                                                                \
  }
#define DECODER_OF_NOTHING(name)                                                                                       \
  static struct tls12_fault name(const uint8_t *body, uint32_t length, union value *value)                             \
  {                                                                                                                    \
    (void)value;                                                                                                       \
    return name##_decode(body, length);                                                                                \
  }
#define DECODER_OF_LENGTH(name)                                                                                        \
  static struct tls12_fault name(const uint8_t *body, uint32_t length, union value *value)                             \
  {                                                                                                                    \
    (void)body;                                                                                                        \
    (void)value;                                                                                                       \
    return name##_decode(length);                                                                                      \
  }

DECODER(alert, alert)
DECODER(server_certificate, certificate)
DECODER(client_certificate, certificate)
DECODER(certificate_request, certificate_request)
DECODER(certificate_verify, certificate_verify)
DECODER(client_hello, client_hello)
DECODER(client_key_exchange_dh, client_key_exchange_dh)
DECODER(client_key_exchange_ecdh, client_key_exchange_ecdh)
DECODER(client_key_exchange_rsa, client_key_exchange_rsa)
DECODER(ec_point_formats, ec_point_formats)
DECODER(finished, finished)
DECODER(certificate_status, certificate_status)
DECODER(client_key_exchange_dhe_psk, client_key_exchange_dhe_psk)
DECODER(client_key_exchange_ecdhe_psk, client_key_exchange_ecdhe_psk)
DECODER(client_key_exchange_psk, client_key_exchange_psk)
DECODER(client_key_exchange_rsa_psk, client_key_exchange_rsa_psk)
DECODER(server_key_exchange_dh_anon, server_key_exchange_dh_anon)
DECODER(server_key_exchange_dhe_psk, server_key_exchange_dhe_psk)
DECODER(server_key_exchange_ecdh_anon, server_key_exchange_ecdh_anon)
DECODER(server_key_exchange_ecdhe_psk, server_key_exchange_ecdhe_psk)
DECODER(server_key_exchange_psk, server_key_exchange_psk)
DECODER(new_session_ticket, new_session_ticket)
DECODER(renegotiation_info, renegotiation_info)
DECODER(server_hello, server_hello)
DECODER(server_key_exchange_dhe, server_key_exchange_dhe)
DECODER(server_key_exchange_ecdhe, server_key_exchange_ecdhe)
DECODER(server_name, server_name)
DECODER(signature_algorithms, signature_algorithms)
DECODER(supported_groups, supported_groups)
DECODER(alpn, alpn)
DECODER(alpn_answer, alpn_answer)
DECODER(max_fragment_length, max_fragment_length)
DECODER(padding, padding)
DECODER(record_size_limit, record_size_limit)
DECODER(session_ticket, session_ticket)
DECODER(status_request, status_request)
DECODER(trusted_ca_keys, trusted_ca_keys)

static struct tls12_fault explicit_signed(const uint8_t *body, uint32_t length, union value *value)
{
  return server_key_exchange_explicit_decode(body, length, 1, &value->server_key_exchange_explicit);
}

static struct tls12_fault explicit_anonymous(const uint8_t *body, uint32_t length, union value *value)
{
  return server_key_exchange_explicit_decode(body, length, 0, &value->server_key_exchange_explicit);
}

DECODER_OF_NOTHING(change_cipher_spec)
DECODER_OF_NOTHING(hello_request)
DECODER_OF_NOTHING(server_hello_done)
DECODER_OF_NOTHING(client_key_exchange_implicit)
DECODER_OF_NOTHING(client_key_exchange_ecdh_implicit)
DECODER_OF_LENGTH(extended_master_secret)
DECODER_OF_LENGTH(server_name_answer)
DECODER_OF_LENGTH(encrypt_then_mac)
DECODER_OF_LENGTH(truncated_hmac)
DECODER_OF_LENGTH(trusted_ca_keys_answer)
DECODER_OF_LENGTH(status_request_answer)
DECODER_OF_LENGTH(session_ticket_answer)

/* The samples, accepted as they are. */
#define RANDOM "0123456789abcdef0123456789abcdef"
static const char alert_bytes[] = "\2\50";
static const char certificate_bytes[] = "\0\0\20\0\0\5first\0\0\5other";
static const char certificate_request_bytes[] = "\2\1\100\0\4\4\1\4\3\0\15\0\4name\0\5other";
static const char signed_bytes[] = "\4\1\0\11signature";
static const char client_hello_bytes[] =
    "\3\3" RANDOM "\4sess\0\4\300\57\0\236\2\0\1\0\65"
    "\0\0\0\13\0\11\0\0\6server\0\12\0\6\0\4\0\35\0\27\0\13\0\2\1\0\0\15\0\4\0\2\4\1\0\27\0\0\377\1\0\1\0\22\64\0\1x";
static const char server_hello_bytes[] = "\3\3" RANDOM "\4sess\300\57\0\0\17\0\0\0\0\0\13\0\2\1\0\377\1\0\1\0";
static const char vector16_bytes[] = "\0\4wxyz";
static const char vector8_bytes[] = "\4wxyz";
static const char formats_bytes[] = "\2\1\0";
static const char finished_bytes[] = "verify_data.";
static const char ticket_bytes[] = "\0\0\34\40\0\6ticket";
static const char dhe_bytes[] = "\0\2pp\0\1g\0\2YY\4\1\0\11signature";
static const char ecdhe_bytes[] = "\3\0\35\5point\4\1\0\11signature";
static const char status_bytes[] = "\1\0\0\10response";
static const char two_vectors_bytes[] = "\0\4wxyz\0\2YY";
static const char identity_point_bytes[] = "\0\4wxyz\5point";
static const char dh_params_bytes[] = "\0\2pp\0\1g\0\2YY";
static const char hint_dh_params_bytes[] = "\0\4wxyz\0\2pp\0\1g\0\2YY";
static const char ecdh_params_bytes[] = "\3\0\35\5point";
static const char hint_ecdh_params_bytes[] = "\0\4wxyz\3\0\35\5point";
static const char explicit_prime_bytes[] = "\1\2pp\1a\1b\4base\2oo\1c\5point\4\3\0\11signature";
static const char explicit_char2_bytes[] = "\2\0\243\2\1\3\1\6\1\7\1a\1b\4base\2oo\1c\5point";
static const char server_name_bytes[] = "\0\11\0\0\6server";
static const char change_bytes[] = "\1";
static const char alpn_bytes[] = "\0\14\2h2\10http/1.1";
static const char alpn_answer_bytes[] = "\0\3\2h2";
static const char padding_bytes[] = "\0\0\0\0\0\0";
static const char record_size_bytes[] = "\100\1";
static const char status_request_bytes[] = "\1\0\4\0\2id\0\3ext";
static const char trusted_bytes[] = "\0\33\1hash of twenty bytes\2\0\2dn\0";
static const char no_bytes[] = "";

static const struct kind {
  const char *name, *sample;
  uint32_t length;
  struct tls12_fault (*decode)(const uint8_t *body, uint32_t length, union value *value);
} kinds[] = {
#define KIND(decoder, sample)                                                                                          \
  {                                                                                                                    \
#decoder, sample, sizeof sample - 1, decoder                                                                       \
  }
    KIND(alert, alert_bytes),
    KIND(server_certificate, certificate_bytes),
    KIND(client_certificate, certificate_bytes),
    KIND(certificate_request, certificate_request_bytes),
    KIND(certificate_verify, signed_bytes),
    KIND(client_hello, client_hello_bytes),
    KIND(client_key_exchange_dh, vector16_bytes),
    KIND(client_key_exchange_ecdh, vector8_bytes),
    KIND(client_key_exchange_rsa, vector16_bytes),
    KIND(ec_point_formats, formats_bytes),
    KIND(finished, finished_bytes),
    KIND(certificate_status, status_bytes),
    KIND(client_key_exchange_dhe_psk, two_vectors_bytes),
    KIND(client_key_exchange_ecdhe_psk, identity_point_bytes),
    KIND(client_key_exchange_psk, vector16_bytes),
    KIND(client_key_exchange_rsa_psk, two_vectors_bytes),
    KIND(server_key_exchange_dh_anon, dh_params_bytes),
    KIND(server_key_exchange_dhe_psk, hint_dh_params_bytes),
    KIND(server_key_exchange_ecdh_anon, ecdh_params_bytes),
    KIND(server_key_exchange_ecdhe_psk, hint_ecdh_params_bytes),
    KIND(server_key_exchange_psk, vector16_bytes),
    KIND(explicit_signed, explicit_prime_bytes),
    KIND(explicit_anonymous, explicit_char2_bytes),
    KIND(new_session_ticket, ticket_bytes),
    KIND(renegotiation_info, vector8_bytes),
    KIND(server_hello, server_hello_bytes),
    KIND(server_key_exchange_dhe, dhe_bytes),
    KIND(server_key_exchange_ecdhe, ecdhe_bytes),
    KIND(server_name, server_name_bytes),
    KIND(signature_algorithms, vector16_bytes),
    KIND(supported_groups, vector16_bytes),
    KIND(alpn, alpn_bytes),
    KIND(alpn_answer, alpn_answer_bytes),
    KIND(max_fragment_length, change_bytes),
    KIND(padding, padding_bytes),
    KIND(record_size_limit, record_size_bytes),
    KIND(session_ticket, finished_bytes),
    KIND(status_request, status_request_bytes),
    KIND(trusted_ca_keys, trusted_bytes),
    KIND(change_cipher_spec, change_bytes),
    KIND(hello_request, no_bytes),
    KIND(server_hello_done, no_bytes),
    KIND(client_key_exchange_implicit, no_bytes),
    KIND(client_key_exchange_ecdh_implicit, no_bytes),
    KIND(extended_master_secret, no_bytes),
    KIND(server_name_answer, no_bytes),
    KIND(encrypt_then_mac, no_bytes),
    KIND(truncated_hmac, no_bytes),
    KIND(trusted_ca_keys_answer, no_bytes),
    KIND(status_request_answer, no_bytes),
    KIND(session_ticket_answer, no_bytes),
};
#define KINDS (int)(sizeof kinds / sizeof kinds[0])

/* Marsaglia's xorshift with 64 bits. */
static uint64_t state;

static uint32_t below(uint32_t n)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 32) % n;
}

/* The rules of an answer: accepted to the last byte, or refused with a rule, an alert and a place in the body. */
static int judge(const struct kind *kind, const uint8_t *body, uint32_t length)
{
  union value value, before;
  memset(&value, 0xa5, sizeof value);
  memcpy(&before, &value, sizeof value);
  const struct tls12_fault fault = kind->decode(body, length, &value);
  if (fault.rule == TLS12_NO_RULE) {
    ck_assert_msg(fault.alert == TLS12_NO_ALERT, "%s", kind->name);
    ck_assert_msg(fault.offset == length && fault.length == 0, "%s", kind->name);
    return 1;
  }
  ck_assert_msg(fault.alert != TLS12_NO_ALERT, "%s", kind->name);
  ck_assert_msg(fault.offset <= length && fault.length <= length - fault.offset, "%s: %u+%u of %u", kind->name,
                fault.offset, fault.length, length);
  ck_assert_msg(memcmp(&value, &before, sizeof value) == 0, "%s: refused, and the value touched", kind->name);
  return 0;
}

START_TEST(samples)
{
  const struct kind *kind = &kinds[_i];
  ck_assert_msg(judge(kind, (const uint8_t *)kind->sample, kind->length), "%s", kind->name);
}
END_TEST

START_TEST(damaged)
{
  const struct kind *kind = &kinds[_i];
  unsigned refused = 0;
  state = 0x9e3779b97f4a7c15u + (unsigned)_i;
  for (unsigned round = 0; round < ROUNDS; round++) {
    /* up to four bytes longer, or cut anywhere */
    const uint32_t length = round % 2 == 0 ? kind->length + below(5) : below(kind->length + 1);
    const uint32_t kept = length < kind->length ? length : kind->length;
    uint8_t *body = malloc(length);
    ck_assert(body != NULL || length == 0);
    if (kept > 0) memcpy(body, kind->sample, kept);
    for (uint32_t i = kept; i < length; i++) body[i] = (uint8_t)below(256);
    if (length > 0)
      for (uint32_t flips = below(4); flips > 0; flips--) body[below(length)] ^= (uint8_t)(1u << below(8));
    if (!judge(kind, body, length)) refused++;
    free(body);
  }
  /* a ticket is any bytes */
  const unsigned least = kind->decode == session_ticket ? 0 : ROUNDS / 10;
  ck_assert_msg(refused >= least, "%s: only %u refused", kind->name, refused);
}
END_TEST

/* Every proper prefix of a sample whose end its lengths fix is refused. A hello without extensions is one too, and so is
 * any prefix of a ticket or padding. */
START_TEST(prefixes)
{
  const struct kind *kind = &kinds[_i];
  unsigned accepted_prefixes = 0;
  for (uint32_t length = 0; length < kind->length; length++) {
    uint8_t *body = malloc(length);
    ck_assert(body != NULL || length == 0);
    if (length > 0) memcpy(body, kind->sample, length);
    accepted_prefixes += (unsigned)judge(kind, body, length);
    free(body);
  }
  const int hello = kind->decode == client_hello || kind->decode == server_hello;
  const int any_length = kind->decode == session_ticket || kind->decode == padding;
  ck_assert_msg(accepted_prefixes == (any_length ? kind->length
                                      : hello    ? 1u
                                                 : 0u),
                "%s: %u", kind->name, accepted_prefixes);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/robust");
  TCase *tests = tcase_create("damaged messages");
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, samples, 0, KINDS);
  tcase_add_loop_test(tests, damaged, 0, KINDS);
  tcase_add_loop_test(tests, prefixes, 0, KINDS);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
