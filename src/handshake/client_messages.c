/* The hellos, as the client sees them: RFC 5246 section 7.4.1. */
#include "handshake/client_messages.h"

#include <string.h>

#include "handshake/encrypt_then_mac.h"
#include "handshake/host_name.h"
#include "handshake/key_exchange.h"
#include "handshake/offer.h"
#include "handshake/protocols.h"
#include "handshake/record_limits.h"
#include "handshake/renegotiation.h"
#include "handshake/resumption.h"
#include "message/alpn.h"
#include "message/alpn_answer.h"
#include "message/client_hello.h"
#include "message/extension.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/ec_point_formats.h"
#include "message/empty_extension.h"
#include "message/server_name.h"
#include "message/session_ticket.h"
#include "message/signature_algorithms.h"
#include "message/status_request.h"
#include "message/supported_groups.h"
#include "message/trusted_ca_keys.h"
#include "wire/writer.h"

/* ---- ClientHello ---- */

/* The host name that is sent, RFC 6066 section 3: without the dot that may end it. Length 0: there is none, it is an
 * address, or it is longer than a name may be (RFC 1035 section 2.3.4). */
static struct tls12_bytes sent_host_name(const struct tls12_config *config)
{
  if (config->server_name == NULL) return (struct tls12_bytes){0};
  struct tls12_bytes name = {(const uint8_t *)config->server_name, (uint32_t)strlen(config->server_name)};
  if (name.length > 0 && name.data[name.length - 1] == '.') name.length--;
  return name.length <= 255 && check_host_name(name) == TLS12_NO_RULE ? name : (struct tls12_bytes){0};
}

/* A ServerName of type host_name; answers with its length. */
static uint32_t write_host_name(uint8_t *out, struct tls12_bytes name)
{
  return write_vector16(out, write_uint8(out, 0, 0), name);
}

/* Whether a suite with elliptic curves is offered: only then are there groups and point formats (RFC 8422 section 4). */
static int offers_ecdh(const struct tls12_config *config)
{
  unsigned place = 0;
  const struct tls12_suite *suite;
  while ((suite = offered_suite(config, &place)) != NULL)
    if (uses_ecdh(suite->key_exchange)) return 1;
  return 0;
}

/* An extension whose body of n bytes is in its place already. */
static uint32_t write_head(uint8_t *list, uint32_t at, uint32_t type, uint32_t n)
{
  return write_uint16(list, write_uint16(list, at, type), n) + n;
}

/* RFC 5246 section 7.4.1.4, RFC 5746 section 3.4, RFC 7627 section 5.1, RFC 8422 section 5.1, RFC 6066 section 3, RFC 7301
 * section 3.1. Answers with the length, 0 if what the caller gave is no list of protocols or authorities, or too long. */
static uint32_t offer_extensions(const struct tls12_engine *e, uint8_t *list)
{
  const struct tls12_config *config = e->config;
  static const uint8_t uncompressed[] = {0};
  const struct tls12_bytes name = sent_host_name(config);
  uint8_t body[512], host[300], connection[2 * TLS12_VERIFY_DATA_LENGTH];
  uint32_t at = 0, n;

  if (name.length > 0) {
    n = server_name_encode((struct tls12_bytes){host, write_host_name(host, name)}, body, sizeof body);
    at = write_extension(list, at, TLS12_SERVER_NAME, (struct tls12_bytes){body, n});
  }
  n = renegotiated_connection(e, TLS12_CLIENT, connection);
  n = renegotiation_info_encode((struct tls12_bytes){connection, n}, body, sizeof body);
  at = write_extension(list, at, TLS12_RENEGOTIATION_INFO, (struct tls12_bytes){body, n});
  at = write_extension(list, at, TLS12_EXTENDED_MASTER_SECRET, (struct tls12_bytes){body, 0});
  if (offers_ecdh(config)) {
    n = supported_groups_encode(offered_groups(), body, sizeof body);
    at = write_extension(list, at, TLS12_SUPPORTED_GROUPS, (struct tls12_bytes){body, n});
    n = ec_point_formats_encode((struct tls12_bytes){uncompressed, sizeof uncompressed}, body, sizeof body);
    at = write_extension(list, at, TLS12_EC_POINT_FORMATS, (struct tls12_bytes){body, n});
  }
  n = signature_algorithms_encode(offered_pairs(config->policy), body, sizeof body);
  at = write_extension(list, at, TLS12_SIGNATURE_ALGORITHMS, (struct tls12_bytes){body, n});
  const struct tls12_bytes none = {NULL, 0};
  if (config->trusted_authorities.data != NULL) {
    n = trusted_ca_keys_encode(config->trusted_authorities, list + at + 4, 2 + TLS12_AUTHORITIES_MAX);
    if (n == 0) return 0;
    at = write_head(list, at, TLS12_TRUSTED_CA_KEYS, n);
  }
  if (config->certificate_status != NULL) {
    n = status_request_encode(none, none, body, sizeof body);
    at = write_extension(list, at, TLS12_STATUS_REQUEST, (struct tls12_bytes){body, n});
  }
  if (config->protocols.length > 0) {
    n = alpn_encode(config->protocols, body, 2 + TLS12_PROTOCOLS_MAX);
    if (n == 0) return 0;
    at = write_extension(list, at, TLS12_ALPN, (struct tls12_bytes){body, n});
  }
  at = offer_limits(e, list, at);
  if (offers_encrypt_then_mac(e)) at = write_extension(list, at, TLS12_ENCRYPT_THEN_MAC, none);
  if (!offers_ticket(e)) return at;
  return write_extension(list, at, TLS12_SESSION_TICKET, session_to_offer(e) == NULL ? none : config->ticket);
}

uint32_t make_client_hello(struct tls12_engine *e)
{
  static const uint8_t null_compression[] = {0};
  uint8_t suites[2 * 128], extensions[1536 + TLS12_AUTHORITIES_MAX + TLS12_TICKET_MAX];
  uint32_t count = 0;
  unsigned place = 0;
  const struct tls12_suite *suite;
  const struct tls12_session *session = session_to_offer(e);

  while (count < 128 && (suite = offered_suite(e->config, &place)) != NULL) {
    write_uint16(suites, 2 * count, suite->value);
    count++;
  }
  if (count == 0) {
    own_fault(e);
    return 0;
  }
  const uint32_t extensions_length = offer_extensions(e, extensions);
  if (extensions_length == 0) {
    own_fault(e);
    return 0;
  }
  if (!engine_random(e, e->client_random, TLS12_RANDOM_LENGTH)) return 0;
  e->client_version = 0x0303;
  const struct tls12_bytes id = {session == NULL ? NULL : session->id, session == NULL ? 0 : session->id_length};
  return client_hello_encode(e->client_version, e->client_random, id, (struct tls12_bytes){suites, 2 * count},
                             (struct tls12_bytes){null_compression, sizeof null_compression}, 1,
                             (struct tls12_bytes){extensions, extensions_length}, OWN_BODY(e), OWN_ROOM);
}

/* ---- ServerHello ---- */

/* The protocol that the server chose: one of those offered. */
static struct tls12_fault read_protocol(struct tls12_engine *e, struct tls12_bytes content)
{
  const struct tls12_bytes offered = e->config->protocols;
  struct alpn_answer answer;
  if (offered.length == 0) return (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
  const struct tls12_fault fault = alpn_answer_decode(content.data, content.length, &answer);
  if (fault.rule != TLS12_NO_RULE) return fault;
  const uint32_t at = find_protocol(offered, part(content.data, answer.name));
  if (at == offered.length)
    return (struct tls12_fault){R7301_3_2_01, answer.name.offset, answer.name.length, TLS12_ILLEGAL_PARAMETER};
  e->protocol = (struct tls12_bytes){offered.data + at + 1, answer.name.length};
  return fault;
}

/* Each extension must answer one of ClientHello (RFC 5246 section 7.4.1.4), and have the body that fits. */
static void use_server_extensions(struct tls12_engine *e, const uint8_t *body, struct tls12_span list)
{
  const uint32_t end = list.offset + list.length;
  for (uint32_t at = list.offset, next; at < end && e->status == TLS12_HANDSHAKING; at = next) {
    next = read_extension(body, at, end);
    const struct tls12_bytes content = {body + at + 4, next - at - 4};
    struct tls12_fault fault = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
    struct ec_point_formats formats;
    struct renegotiation_info info;

    switch (256u * body[at] + body[at + 1]) {
    case TLS12_SERVER_NAME:
      if (sent_host_name(e->config).length == 0)
        fault = (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
      else
        fault = server_name_answer_decode(content.length);
      break;
    case TLS12_RENEGOTIATION_INFO:
      fault = renegotiation_info_decode(content.data, content.length, &info);
      if (fault.rule == TLS12_NO_RULE)
        fault = judge_renegotiated_connection(e, TLS12_SERVER, part(content.data, info.renegotiated_connection));
      e->renegotiation_info = 1;
      break;
    case TLS12_EXTENDED_MASTER_SECRET:
      fault = extended_master_secret_decode(content.length);
      e->extended_master_secret = 1;
      break;
    case TLS12_ENCRYPT_THEN_MAC:
      if (!offers_encrypt_then_mac(e))
        fault = (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
      else
        fault = encrypt_then_mac_decode(content.length);
      e->encrypt_then_mac = 1;
      break;
    case TLS12_MAX_FRAGMENT_LENGTH: fault = read_max_fragment_answer(e, content); break;
    case TLS12_RECORD_SIZE_LIMIT: fault = read_record_size_limit(e, content); break;
    case TLS12_EC_POINT_FORMATS:
      if (!offers_ecdh(e->config))
        fault = (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
      else
        fault = ec_point_formats_decode(content.data, content.length, &formats);
      break;
    case TLS12_TRUSTED_CA_KEYS:
      if (e->config->trusted_authorities.data == NULL)
        fault = (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
      else
        fault = trusted_ca_keys_answer_decode(content.length);
      break;
    case TLS12_STATUS_REQUEST:
      if (e->config->certificate_status == NULL)
        fault = (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
      else
        fault = status_request_answer_decode(content.length);
      e->status_follows = 1;
      break;
    case TLS12_ALPN: fault = read_protocol(e, content); break;
    case TLS12_SESSION_TICKET:
      if (!offers_ticket(e))
        fault = (struct tls12_fault){R5077_3_2_05, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
      else
        fault = session_ticket_answer_decode(content.length);
      e->ticket_follows = 1;
      break;
    default: fault = (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION}; break;
    }
    if (fault.rule != TLS12_NO_RULE) {
      fault.offset += at + 4;
      refuse_body(e, fault);
    }
  }
}

void read_server_hello(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_hello hello;
  const struct tls12_fault fault = server_hello_decode(body, length, &hello);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  const struct tls12_span at_suite = {hello.session_id.offset + hello.session_id.length, 2};
  const struct tls12_span at_compression = {at_suite.offset + 2, 1};
  if (hello.server_version != 0x0303) {
    refuse(e, R5246_E_1_01, (struct tls12_span){0, 2}, TLS12_PROTOCOL_VERSION);
    return;
  }
  if (!offers_suite(e->config, hello.cipher_suite)) {
    refuse(e, R5246_7_4_1_3_08, at_suite, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (hello.compression_method != 0) {
    refuse(e, R5246_7_4_1_3_09, at_compression, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  memcpy(e->server_random, body + hello.random.offset, TLS12_RANDOM_LENGTH);
  e->renegotiation_info = e->extended_master_secret = e->ticket_follows = e->status_follows = 0;
  e->encrypt_then_mac = 0;
  e->max_fragment = e->record_size_limit = 0;
  e->protocol.length = 0;
  use_server_extensions(e, body, hello.extensions);
  require_renegotiation_info(e, e->renegotiation_info, 0);
  if (e->status != TLS12_HANDSHAKING) return;
  if (!e->renegotiation_info && tls12_policy_requires_renegotiation_info(e->config->policy)) {
    disagree(e, R9325_3_5_01, TLS12_HANDSHAKE_FAILURE);
    return;
  }
  e->suite = tls12_suite_find((uint16_t)hello.cipher_suite);
  settle_encrypt_then_mac(e);
  settle_limits(e);
  if (e->status != TLS12_HANDSHAKING) return;
  judge_session_id(e, part(body, hello.session_id), hello.session_id);
}
