/* The tables of fields against the proved decoders: of random messages that a decoder accepts, each field lies in the tree
 * where the decoder says that it is. */
#include <stddef.h>
#include <string.h>

#include "message/alpn.h"
#include "message/alpn_answer.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_status.h"
#include "message/certificate_verify.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_dhe_psk.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_ecdhe_psk.h"
#include "message/client_key_exchange_psk.h"
#include "message/client_key_exchange_rsa.h"
#include "message/client_key_exchange_rsa_psk.h"
#include "message/ec_point_formats.h"
#include "message/finished.h"
#include "message/max_fragment_length.h"
#include "message/new_session_ticket.h"
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
#include "spec/handshake_types.h"
#include "tests/suite.h"
#include "tests/tool/generator.h"
#include "tool/layout.h"

#define ROUNDS 1000

typedef struct tls12_fault decoder(const uint8_t *body, uint32_t length, void *value);

/* One signature for all decoders. */
#define DECODER(name)                                                                                                  \
  static struct tls12_fault decode_##name(const uint8_t *body, uint32_t length, void *value)                           \
  {                                                                                                                    \
    return name##_decode(body, length, value);                                                                         \
  }
DECODER(alpn)
DECODER(alpn_answer)
DECODER(client_certificate)
DECODER(certificate_request)
DECODER(certificate_status)
DECODER(certificate_verify)
DECODER(client_hello)
DECODER(client_key_exchange_dh)
DECODER(client_key_exchange_dhe_psk)
DECODER(client_key_exchange_ecdh)
DECODER(client_key_exchange_ecdhe_psk)
DECODER(client_key_exchange_psk)
DECODER(client_key_exchange_rsa)
DECODER(client_key_exchange_rsa_psk)
DECODER(ec_point_formats)
DECODER(finished)
DECODER(max_fragment_length)
DECODER(new_session_ticket)
DECODER(record_size_limit)
DECODER(renegotiation_info)
DECODER(server_hello)
DECODER(server_key_exchange_dh_anon)
DECODER(server_key_exchange_dhe)
DECODER(server_key_exchange_dhe_psk)
DECODER(server_key_exchange_ecdh_anon)
DECODER(server_key_exchange_ecdhe)
DECODER(server_key_exchange_ecdhe_psk)
DECODER(server_key_exchange_psk)
DECODER(server_name)
DECODER(session_ticket)
DECODER(signature_algorithms)
DECODER(status_request)
DECODER(supported_groups)
DECODER(trusted_ca_keys)

static struct tls12_fault decode_explicit_signed(const uint8_t *body, uint32_t length, void *value)
{
  return server_key_exchange_explicit_decode(body, length, 1, value);
}

static struct tls12_fault decode_explicit_anonymous(const uint8_t *body, uint32_t length, void *value)
{
  return server_key_exchange_explicit_decode(body, length, 0, value);
}

enum form { MESSAGE, OF_CLIENT, OF_SERVER }; /* the latter two: an extension */

/* The members of a decoder's value, and the fields that they stand for. */
static const struct subject {
  decoder *decode;
  enum form form;
  unsigned type;
  enum tls12_key_exchange kx;
  struct {
    const char *name;
    size_t offset;
    int is_number; /* not a span */
  } members[10];
} subjects[] = {
#define SPAN(type, member, name)                                                                                       \
  {                                                                                                                    \
    name, offsetof(struct type, member), 0                                                                             \
  }
#define NUMBER(type, member, name)                                                                                     \
  {                                                                                                                    \
    name, offsetof(struct type, member), 1                                                                             \
  }
    {decode_client_hello,
     MESSAGE,
     TLS12_CLIENT_HELLO,
     TLS12_KX_NULL,
     {NUMBER(client_hello, client_version, "client_version"), SPAN(client_hello, random, "random"),
      SPAN(client_hello, session_id, "session_id"), SPAN(client_hello, cipher_suites, "cipher_suites"),
      SPAN(client_hello, compression_methods, "compression_methods"), SPAN(client_hello, extensions, "extensions")}},
    {decode_server_hello,
     MESSAGE,
     TLS12_SERVER_HELLO,
     TLS12_KX_NULL,
     {NUMBER(server_hello, server_version, "server_version"), SPAN(server_hello, random, "random"),
      SPAN(server_hello, session_id, "session_id"), NUMBER(server_hello, cipher_suite, "cipher_suite"),
      NUMBER(server_hello, compression_method, "compression_method"), SPAN(server_hello, extensions, "extensions")}},
    {decode_new_session_ticket,
     MESSAGE,
     TLS12_NEW_SESSION_TICKET,
     TLS12_KX_NULL,
     {NUMBER(new_session_ticket, ticket_lifetime_hint, "ticket_lifetime_hint"),
      SPAN(new_session_ticket, ticket, "ticket")}},
    {decode_client_certificate,
     MESSAGE,
     TLS12_CERTIFICATE,
     TLS12_KX_NULL,
     {SPAN(certificate, certificate_list, "certificate_list")}},
    {decode_certificate_request,
     MESSAGE,
     TLS12_CERTIFICATE_REQUEST,
     TLS12_KX_NULL,
     {SPAN(certificate_request, certificate_types, "certificate_types"),
      SPAN(certificate_request, supported_signature_algorithms, "supported_signature_algorithms"),
      SPAN(certificate_request, certificate_authorities, "certificate_authorities")}},
    {decode_certificate_verify,
     MESSAGE,
     TLS12_CERTIFICATE_VERIFY,
     TLS12_KX_NULL,
     {NUMBER(certificate_verify, hash, "hash"), NUMBER(certificate_verify, signature_algorithm, "signature_algorithm"),
      SPAN(certificate_verify, signature, "signature")}},
    {decode_finished, MESSAGE, TLS12_FINISHED, TLS12_KX_NULL, {SPAN(finished, verify_data, "verify_data")}},
    {decode_certificate_status,
     MESSAGE,
     TLS12_CERTIFICATE_STATUS,
     TLS12_KX_NULL,
     {SPAN(certificate_status, ocsp_response, "response")}},
    {decode_server_key_exchange_dhe,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_DHE_DSS,
     {SPAN(server_key_exchange_dhe, dh_p, "dh_p"), SPAN(server_key_exchange_dhe, dh_g, "dh_g"),
      SPAN(server_key_exchange_dhe, dh_Ys, "dh_Ys"), NUMBER(server_key_exchange_dhe, hash, "hash"),
      NUMBER(server_key_exchange_dhe, signature_algorithm, "signature_algorithm"),
      SPAN(server_key_exchange_dhe, signature, "signature")}},
    {decode_server_key_exchange_dhe,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_DHE_RSA,
     {SPAN(server_key_exchange_dhe, dh_p, "dh_p"), SPAN(server_key_exchange_dhe, dh_g, "dh_g"),
      SPAN(server_key_exchange_dhe, dh_Ys, "dh_Ys"), NUMBER(server_key_exchange_dhe, hash, "hash"),
      NUMBER(server_key_exchange_dhe, signature_algorithm, "signature_algorithm"),
      SPAN(server_key_exchange_dhe, signature, "signature")}},
    {decode_server_key_exchange_dh_anon,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_DH_ANON,
     {SPAN(server_key_exchange_dh_anon, params.dh_p, "dh_p"), SPAN(server_key_exchange_dh_anon, params.dh_g, "dh_g"),
      SPAN(server_key_exchange_dh_anon, params.dh_Ys, "dh_Ys")}},
    {decode_server_key_exchange_ecdhe,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_ECDHE_ECDSA,
     {NUMBER(server_key_exchange_ecdhe, named_curve, "namedcurve"), SPAN(server_key_exchange_ecdhe, point, "public"),
      NUMBER(server_key_exchange_ecdhe, hash, "hash"),
      NUMBER(server_key_exchange_ecdhe, signature_algorithm, "signature_algorithm"),
      SPAN(server_key_exchange_ecdhe, signature, "signature")}},
    {decode_server_key_exchange_ecdhe,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_ECDHE_RSA,
     {NUMBER(server_key_exchange_ecdhe, named_curve, "namedcurve"), SPAN(server_key_exchange_ecdhe, point, "public"),
      NUMBER(server_key_exchange_ecdhe, hash, "hash"),
      NUMBER(server_key_exchange_ecdhe, signature_algorithm, "signature_algorithm"),
      SPAN(server_key_exchange_ecdhe, signature, "signature")}},
    {decode_server_key_exchange_ecdh_anon,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_ECDH_ANON,
     {NUMBER(server_key_exchange_ecdh_anon, params.named_curve, "namedcurve"),
      SPAN(server_key_exchange_ecdh_anon, params.point, "public")}},
    {decode_server_key_exchange_psk,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_PSK,
     {SPAN(server_key_exchange_psk, psk_identity_hint, "psk_identity_hint")}},
    {decode_server_key_exchange_psk,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_RSA_PSK,
     {SPAN(server_key_exchange_psk, psk_identity_hint, "psk_identity_hint")}},
    {decode_server_key_exchange_dhe_psk,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_DHE_PSK,
     {SPAN(server_key_exchange_dhe_psk, psk_identity_hint, "psk_identity_hint"),
      SPAN(server_key_exchange_dhe_psk, params.dh_p, "dh_p"), SPAN(server_key_exchange_dhe_psk, params.dh_g, "dh_g"),
      SPAN(server_key_exchange_dhe_psk, params.dh_Ys, "dh_Ys")}},
    {decode_server_key_exchange_ecdhe_psk,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_ECDHE_PSK,
     {SPAN(server_key_exchange_ecdhe_psk, psk_identity_hint, "psk_identity_hint"),
      NUMBER(server_key_exchange_ecdhe_psk, params.named_curve, "namedcurve"),
      SPAN(server_key_exchange_ecdhe_psk, params.point, "public")}},
    {decode_explicit_signed,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_ECDHE_ECDSA,
     {NUMBER(server_key_exchange_explicit, field.curve_type, "curve_type"),
      SPAN(server_key_exchange_explicit, curve.a_b_base.first, "a"),
      SPAN(server_key_exchange_explicit, curve.a_b_base.second, "b"),
      SPAN(server_key_exchange_explicit, curve.a_b_base.third, "base"),
      SPAN(server_key_exchange_explicit, curve.order_cofactor_public.first, "order"),
      SPAN(server_key_exchange_explicit, curve.order_cofactor_public.second, "cofactor"),
      SPAN(server_key_exchange_explicit, curve.order_cofactor_public.third, "public"),
      NUMBER(server_key_exchange_explicit, hash, "hash"),
      NUMBER(server_key_exchange_explicit, signature_algorithm, "signature_algorithm"),
      SPAN(server_key_exchange_explicit, signature, "signature")}},
    {decode_explicit_anonymous,
     MESSAGE,
     TLS12_SERVER_KEY_EXCHANGE,
     TLS12_KX_ECDH_ANON,
     {NUMBER(server_key_exchange_explicit, field.curve_type, "curve_type"),
      SPAN(server_key_exchange_explicit, curve.a_b_base.first, "a"),
      SPAN(server_key_exchange_explicit, curve.a_b_base.second, "b"),
      SPAN(server_key_exchange_explicit, curve.a_b_base.third, "base"),
      SPAN(server_key_exchange_explicit, curve.order_cofactor_public.first, "order"),
      SPAN(server_key_exchange_explicit, curve.order_cofactor_public.second, "cofactor"),
      SPAN(server_key_exchange_explicit, curve.order_cofactor_public.third, "public")}},
    {decode_client_key_exchange_rsa,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_RSA,
     {SPAN(client_key_exchange_rsa, encrypted_pre_master_secret, "encrypted_pre_master_secret")}},
    {decode_client_key_exchange_dh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_DH_DSS,
     {SPAN(client_key_exchange_dh, dh_Yc, "dh_Yc")}},
    {decode_client_key_exchange_dh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_DH_RSA,
     {SPAN(client_key_exchange_dh, dh_Yc, "dh_Yc")}},
    {decode_client_key_exchange_dh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_DHE_DSS,
     {SPAN(client_key_exchange_dh, dh_Yc, "dh_Yc")}},
    {decode_client_key_exchange_dh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_DHE_RSA,
     {SPAN(client_key_exchange_dh, dh_Yc, "dh_Yc")}},
    {decode_client_key_exchange_dh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_DH_ANON,
     {SPAN(client_key_exchange_dh, dh_Yc, "dh_Yc")}},
    {decode_client_key_exchange_ecdh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_ECDH_ECDSA,
     {SPAN(client_key_exchange_ecdh, ecdh_Yc, "ecdh_Yc")}},
    {decode_client_key_exchange_ecdh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_ECDH_RSA,
     {SPAN(client_key_exchange_ecdh, ecdh_Yc, "ecdh_Yc")}},
    {decode_client_key_exchange_ecdh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_ECDHE_ECDSA,
     {SPAN(client_key_exchange_ecdh, ecdh_Yc, "ecdh_Yc")}},
    {decode_client_key_exchange_ecdh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_ECDHE_RSA,
     {SPAN(client_key_exchange_ecdh, ecdh_Yc, "ecdh_Yc")}},
    {decode_client_key_exchange_ecdh,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_ECDH_ANON,
     {SPAN(client_key_exchange_ecdh, ecdh_Yc, "ecdh_Yc")}},
    {decode_client_key_exchange_psk,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_PSK,
     {SPAN(client_key_exchange_psk, psk_identity, "psk_identity")}},
    {decode_client_key_exchange_rsa_psk,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_RSA_PSK,
     {SPAN(client_key_exchange_rsa_psk, psk_identity, "psk_identity"),
      SPAN(client_key_exchange_rsa_psk, encrypted_pre_master_secret, "encrypted_pre_master_secret")}},
    {decode_client_key_exchange_dhe_psk,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_DHE_PSK,
     {SPAN(client_key_exchange_dhe_psk, psk_identity, "psk_identity"),
      SPAN(client_key_exchange_dhe_psk, dh_Yc, "dh_Yc")}},
    {decode_client_key_exchange_ecdhe_psk,
     MESSAGE,
     TLS12_CLIENT_KEY_EXCHANGE,
     TLS12_KX_ECDHE_PSK,
     {SPAN(client_key_exchange_ecdhe_psk, psk_identity, "psk_identity"),
      SPAN(client_key_exchange_ecdhe_psk, ecdh_Yc, "ecdh_Yc")}},
    {decode_server_name, OF_CLIENT, TLS12_SERVER_NAME, TLS12_KX_NULL, {SPAN(server_name, list, "server_name_list")}},
    {decode_max_fragment_length,
     OF_CLIENT,
     TLS12_MAX_FRAGMENT_LENGTH,
     TLS12_KX_NULL,
     {NUMBER(max_fragment_length, code, "max_fragment_length")}},
    {decode_trusted_ca_keys,
     OF_CLIENT,
     TLS12_TRUSTED_CA_KEYS,
     TLS12_KX_NULL,
     {SPAN(trusted_ca_keys, list, "trusted_authorities_list")}},
    {decode_status_request,
     OF_CLIENT,
     TLS12_STATUS_REQUEST,
     TLS12_KX_NULL,
     {SPAN(status_request, responder_id_list, "responder_id_list"),
      SPAN(status_request, request_extensions, "request_extensions")}},
    {decode_supported_groups,
     OF_CLIENT,
     TLS12_SUPPORTED_GROUPS,
     TLS12_KX_NULL,
     {SPAN(supported_groups, groups, "named_group_list")}},
    {decode_ec_point_formats,
     OF_CLIENT,
     TLS12_EC_POINT_FORMATS,
     TLS12_KX_NULL,
     {SPAN(ec_point_formats, formats, "ec_point_format_list")}},
    {decode_signature_algorithms,
     OF_CLIENT,
     TLS12_SIGNATURE_ALGORITHMS,
     TLS12_KX_NULL,
     {SPAN(signature_algorithms, pairs, "supported_signature_algorithms")}},
    {decode_alpn, OF_CLIENT, TLS12_ALPN, TLS12_KX_NULL, {SPAN(alpn, list, "protocol_name_list")}},
    {decode_alpn_answer,
     OF_SERVER,
     TLS12_ALPN,
     TLS12_KX_NULL,
     {SPAN(alpn_answer, name, "protocol_name_list[0].protocol_name")}},
    {decode_record_size_limit,
     OF_CLIENT,
     TLS12_RECORD_SIZE_LIMIT,
     TLS12_KX_NULL,
     {NUMBER(record_size_limit, limit, "record_size_limit")}},
    {decode_session_ticket, OF_CLIENT, TLS12_SESSION_TICKET, TLS12_KX_NULL, {SPAN(session_ticket, ticket, "data")}},
    {decode_renegotiation_info,
     OF_CLIENT,
     TLS12_RENEGOTIATION_INFO,
     TLS12_KX_NULL,
     {SPAN(renegotiation_info, renegotiated_connection, "renegotiated_connection")}}};

#define SUBJECTS (sizeof subjects / sizeof *subjects)

static const struct node *find(const struct node *node, const char *path)
{
  if (node->path != NULL && strcmp(node->path, path) == 0) return node;
  for (size_t i = 0; i < node->child_count; i++) {
    const struct node *found = find(&node->children[i], path);
    if (found != NULL) return found;
  }
  return NULL;
}

static void generate_body(struct generator *g, const struct subject *subject)
{
  const struct message_row *row = message_table;
  g->length = 0;
  g->count = 0;
  g->from_server = subject->form == OF_SERVER || (subject->form == MESSAGE && subject->type == TLS12_SERVER_HELLO);
  if (subject->form != MESSAGE) {
    generate_extension(g, subject->type);
    return;
  }
  while (row->handshake_type != subject->type || row->key_exchange != subject->kx) row++;
  generate(g, row->fields);
}

/* A span is what comes after the length of a vector, or the whole of another field. Without the field it is empty. */
static void ck_span(const struct node *node, struct tls12_span span)
{
  if (node == NULL) {
    ck_assert_uint_eq(span.length, 0);
    return;
  }
  const uint32_t before = node->child_count == 0 ? 0 : node->children[0].length;
  ck_assert_uint_eq(span.offset, node->offset + before);
  ck_assert_uint_eq(span.length, node->length - before);
}

static void ck_number(const struct node *node, uint32_t value)
{
  ck_assert(node != NULL);
  for (uint32_t i = node->length; i > 0; i--, value >>= 8) ck_assert_uint_eq(node->raw[i - 1], value & 255);
  ck_assert_uint_eq(value, 0);
}

static void ck_members(const struct subject *subject, const struct generator *g, const uint8_t *value)
{
  const struct origin origin = {g->bytes, NULL, 0};
  struct node tree;
  memset(&tree, 0, sizeof tree);
  if (subject->form == MESSAGE)
    layout_body(&tree, (int)subject->type, subject->kx, g->bytes, g->length, &origin);
  else
    layout_extension_body(&tree, (int)subject->type, g->from_server, g->bytes, g->length, &origin);
  for (size_t i = 0; i < 8 && subject->members[i].name != NULL; i++) {
    const struct node *node = find(&tree, subject->members[i].name);
    struct tls12_span span = {0, 0};
    uint32_t number;
    memcpy(&number, value + subject->members[i].offset, sizeof number);
    if (subject->members[i].is_number) {
      ck_number(node, number);
    } else {
      memcpy(&span, value + subject->members[i].offset, sizeof span);
      ck_span(node, span);
    }
  }
  tree_free(&tree);
}

START_TEST(members)
{
  const struct subject *subject = &subjects[_i];
  static struct generator g;
  unsigned accepted = 0;
  g.state = 0x9e3779b97f4a7c15u + (unsigned)_i;
  for (unsigned round = 0; round < ROUNDS; round++) {
    uint32_t value[64];
    generate_body(&g, subject);
    if (subject->decode(g.bytes, g.length, value).rule != TLS12_NO_RULE) continue;
    accepted++;
    ck_members(subject, &g, (const uint8_t *)value);
  }
  ck_assert_msg(accepted >= ROUNDS / 8, "only %u accepted", accepted);
}
END_TEST

/* How often a field was made, and how often in a body that its decoder accepts. */
struct tally {
  const char *name;
  unsigned made, accepted;
};

static struct tally *tally_of(struct tally tallies[100], const char *name)
{
  struct tally *tally = tallies;
  while (tally->name != NULL && strcmp(tally->name, name) != 0) tally++;
  ck_assert(tally < tallies + 99);
  tally->name = name;
  return tally;
}

/* No field is one that the decoders always refuse. (Those of hellos do not look into extensions.) */
START_TEST(every_field)
{
  static struct generator g;
  static struct tally tallies[100];
  g.state = 1;
  for (size_t k = 0; k < SUBJECTS; k++) {
    const int is_hello = subjects[k].type == TLS12_CLIENT_HELLO || subjects[k].type == TLS12_SERVER_HELLO;
    for (unsigned round = 0; round < ROUNDS && !(is_hello && subjects[k].form == MESSAGE); round++) {
      uint32_t value[64];
      generate_body(&g, &subjects[k]);
      const int accepted = subjects[k].decode(g.bytes, g.length, value).rule == TLS12_NO_RULE;
      for (unsigned i = 0; i < g.count; i++) {
        struct tally *tally = tally_of(tallies, g.fields[i].name);
        tally->made++;
        tally->accepted += (unsigned)accepted;
      }
    }
  }
  for (const struct tally *tally = tallies; tally->name != NULL; tally++)
    ck_assert_msg(20 * tally->accepted >= tally->made, "%s: %u of %u", tally->name, tally->accepted, tally->made);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("tool/agreement");
  TCase *tests = tcase_create("fields and decoders");
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, members, 0, (int)SUBJECTS);
  tcase_add_test(tests, every_field);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
