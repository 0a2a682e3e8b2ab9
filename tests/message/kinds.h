/* Every decoder of message/ with its encoder and a message that it accepts, under one signature; and the judge of their
 * answers. Bytes come in memory of exactly their length, so that the sanitizers see a read past them. */
#ifndef TLS12_TESTS_MESSAGE_KINDS_H
#define TLS12_TESTS_MESSAGE_KINDS_H

#include <stdio.h>
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

/* One signature for all decoders, and one for all encoders: those write what was decoded from `b`. */
#define DECODER(name, member)                                                                                          \
  static struct tls12_fault decode_##name(const uint8_t *b, uint32_t length, union value *value)                       \
  {                                                                                                                    \
    return name##_decode(b, length, &value->member);                                                                   \
  }
#define ENCODER(name, member, call)                                                                                    \
  static uint32_t encode_##name(const uint8_t *b, const union value *value, uint8_t *out, uint32_t room)               \
  {                                                                                                                    \
    const struct member *v = &value->member;                                                                           \
    (void)b;                                                                                                           \
    return call;                                                                                                       \
  }
#define CODEC_AS(name, member, call) DECODER(name, member) ENCODER(name, member, call)
#define CODEC(name, ...) CODEC_AS(name, name, name##_encode(__VA_ARGS__, out, room))
#define AT(field) ((struct tls12_bytes){b + v->field.offset, v->field.length})

CODEC(alert, v->level, v->description)
CODEC_AS(server_certificate, certificate, certificate_encode(AT(certificate_list), out, room))
CODEC_AS(client_certificate, certificate, certificate_encode(AT(certificate_list), out, room))
CODEC(certificate_request, AT(certificate_types), AT(supported_signature_algorithms), AT(certificate_authorities))
CODEC(certificate_status, AT(ocsp_response))
CODEC(certificate_verify, v->hash, v->signature_algorithm, AT(signature))
CODEC(client_hello, v->client_version, b + v->random.offset, AT(session_id), AT(cipher_suites), AT(compression_methods),
      v->extensions_present, AT(extensions))
CODEC(server_hello, v->server_version, b + v->random.offset, AT(session_id), v->cipher_suite, v->compression_method,
      v->extensions_present, AT(extensions))
CODEC(client_key_exchange_rsa, AT(encrypted_pre_master_secret))
CODEC(client_key_exchange_dh, AT(dh_Yc))
CODEC(client_key_exchange_ecdh, AT(ecdh_Yc))
CODEC(client_key_exchange_psk, AT(psk_identity))
CODEC(client_key_exchange_dhe_psk, AT(psk_identity), AT(dh_Yc))
CODEC(client_key_exchange_ecdhe_psk, AT(psk_identity), AT(ecdh_Yc))
CODEC(client_key_exchange_rsa_psk, AT(psk_identity), AT(encrypted_pre_master_secret))
CODEC(server_key_exchange_dhe, AT(dh_p), AT(dh_g), AT(dh_Ys), v->hash, v->signature_algorithm, AT(signature))
CODEC(server_key_exchange_dh_anon, AT(params.dh_p), AT(params.dh_g), AT(params.dh_Ys))
CODEC(server_key_exchange_ecdhe, v->named_curve, AT(point), v->hash, v->signature_algorithm, AT(signature))
CODEC(server_key_exchange_ecdh_anon, v->params.named_curve, AT(params.point))
CODEC(server_key_exchange_psk, AT(psk_identity_hint))
CODEC(server_key_exchange_dhe_psk, AT(psk_identity_hint), AT(params.dh_p), AT(params.dh_g), AT(params.dh_Ys))
CODEC(server_key_exchange_ecdhe_psk, AT(psk_identity_hint), v->params.named_curve, AT(params.point))
CODEC(new_session_ticket, v->ticket_lifetime_hint, AT(ticket))
CODEC(finished, AT(verify_data))
CODEC(server_name, AT(list))
CODEC(max_fragment_length, v->code)
CODEC(trusted_ca_keys, AT(list))
CODEC(status_request, AT(responder_id_list), AT(request_extensions))
CODEC(supported_groups, AT(groups))
CODEC(ec_point_formats, AT(formats))
CODEC(signature_algorithms, AT(pairs))
CODEC(alpn, AT(list))
CODEC(alpn_answer, AT(name))
CODEC(padding, v->zeros)
CODEC(record_size_limit, v->limit)
CODEC(session_ticket, AT(ticket))
CODEC(renegotiation_info, AT(renegotiated_connection))

static struct tls12_fault decode_explicit_signed(const uint8_t *b, uint32_t length, union value *value)
{
  return server_key_exchange_explicit_decode(b, length, 1, &value->server_key_exchange_explicit);
}

static struct tls12_fault decode_explicit_anonymous(const uint8_t *b, uint32_t length, union value *value)
{
  return server_key_exchange_explicit_decode(b, length, 0, &value->server_key_exchange_explicit);
}

static uint32_t encode_explicit(const uint8_t *b, const union value *value, int is_signed, uint8_t *out, uint32_t room)
{
  const struct server_key_exchange_explicit *v = &value->server_key_exchange_explicit;
  const struct explicit_field_bytes field = {v->field.curve_type,
                                             v->field.m,
                                             v->field.basis,
                                             {AT(field.p_or_k.first), AT(field.p_or_k.second), AT(field.p_or_k.third)}};
  const struct explicit_curve_bytes curve = {
      {AT(curve.a_b_base.first), AT(curve.a_b_base.second), AT(curve.a_b_base.third)},
      {AT(curve.order_cofactor_public.first), AT(curve.order_cofactor_public.second),
       AT(curve.order_cofactor_public.third)}};
  return server_key_exchange_explicit_encode(field, curve, is_signed, v->hash, v->signature_algorithm, AT(signature),
                                             out, room);
}

static uint32_t encode_explicit_signed(const uint8_t *b, const union value *value, uint8_t *out, uint32_t room)
{
  return encode_explicit(b, value, 1, out, room);
}

static uint32_t encode_explicit_anonymous(const uint8_t *b, const union value *value, uint8_t *out, uint32_t room)
{
  return encode_explicit(b, value, 0, out, room);
}

/* Without fields: one encoding. */
#define EMPTY(name, ...)                                                                                               \
  static struct tls12_fault decode_##name(const uint8_t *b, uint32_t length, union value *value)                       \
  {                                                                                                                    \
    (void)b;                                                                                                           \
    (void)value;                                                                                                       \
    return name##_decode(__VA_ARGS__);                                                                                 \
  }                                                                                                                    \
  static uint32_t encode_##name(const uint8_t *b, const union value *value, uint8_t *out, uint32_t room)               \
  {                                                                                                                    \
    (void)b;                                                                                                           \
    (void)value;                                                                                                       \
    (void)out;                                                                                                         \
    (void)room;                                                                                                        \
    return 0;                                                                                                          \
  }

EMPTY(hello_request, b, length)
EMPTY(server_hello_done, b, length)
EMPTY(client_key_exchange_implicit, b, length)
EMPTY(client_key_exchange_ecdh_implicit, b, length)
EMPTY(extended_master_secret, length)
EMPTY(server_name_answer, length)
EMPTY(encrypt_then_mac, length)
EMPTY(truncated_hmac, length)
EMPTY(trusted_ca_keys_answer, length)
EMPTY(status_request_answer, length)
EMPTY(session_ticket_answer, length)

static struct tls12_fault decode_change_cipher_spec(const uint8_t *b, uint32_t length, union value *value)
{
  (void)value;
  return change_cipher_spec_decode(b, length);
}

static uint32_t encode_change_cipher_spec(const uint8_t *b, const union value *value, uint8_t *out, uint32_t room)
{
  (void)b;
  (void)value;
  return change_cipher_spec_encode(out, room);
}

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
static const char explicit_trinomial_bytes[] = "\2\0\243\1\1\7\1a\1b\4base\2oo\1c\5point";
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
  uint32_t length; /* of the sample */
  struct tls12_fault (*decode)(const uint8_t *b, uint32_t length, union value *value);
  uint32_t (*encode)(const uint8_t *b, const union value *value, uint8_t *out, uint32_t room);
} kinds[] = {
#define KIND(name, sample)                                                                                             \
  {                                                                                                                    \
#name, sample, sizeof sample - 1, decode_##name, encode_##name                                                     \
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
    KIND(explicit_anonymous, explicit_trinomial_bytes),
};
#define KINDS (int)(sizeof kinds / sizeof kinds[0])

static inline void insist(int holds, const struct kind *kind, const char *what)
{
  if (holds) return;
  fprintf(stderr, "%s: %s\n", kind->name, what);
  abort();
}

/* The value has the one encoding `b`: the encoder writes it into room for it, and nothing into less. */
static inline void judge_encoder(const struct kind *kind, const uint8_t *b, uint32_t length, const union value *value)
{
  uint8_t *out = malloc(length);
  insist(out != NULL || length == 0, kind, "no memory");
  insist(kind->encode(b, value, out, length) == length, kind, "accepted, and encoded to another length");
  insist(length == 0 || memcmp(out, b, length) == 0, kind, "accepted, and encoded to other bytes");
  insist(length == 0 || kind->encode(b, value, out, length - 1) == 0, kind, "encoded without room");
  free(out);
}

/* Whether the bytes are accepted. Then they are read to the last one and encoded again; else there are a rule, an alert
 * and a place in the bytes, and the value is as it was. Ends the program if the answer is none of these. */
static inline int judge(const struct kind *kind, const uint8_t *b, uint32_t length)
{
  union value value, before;
  memset(&value, 0xa5, sizeof value);
  memcpy(&before, &value, sizeof value);
  const struct tls12_fault fault = kind->decode(b, length, &value);
  if (fault.rule == TLS12_NO_RULE) {
    insist(fault.alert == TLS12_NO_ALERT, kind, "accepted with an alert");
    insist(fault.offset == length && fault.length == 0, kind, "accepted before its end");
    judge_encoder(kind, b, length, &value);
    return 1;
  }
  insist(fault.alert != TLS12_NO_ALERT, kind, "refused without an alert");
  insist(fault.offset <= length && fault.length <= length - fault.offset, kind, "refused outside of the bytes");
  insist(memcmp(&value, &before, sizeof value) == 0, kind, "refused, and the value touched");
  return 0;
}

#endif
