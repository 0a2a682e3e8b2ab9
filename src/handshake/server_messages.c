/* The hellos, as the server sees them: RFC 5246 section 7.4.1. */
#include "handshake/server_messages.h"

#include <string.h>

#include "handshake/encrypt_then_mac.h"
#include "handshake/host_name.h"
#include "handshake/key_exchange.h"
#include "handshake/offer.h"
#include "handshake/protocols.h"
#include "handshake/record_limits.h"
#include "handshake/renegotiation.h"
#include "handshake/resumption.h"
#include "handshake/server_choice.h"
#include "message/alpn.h"
#include "message/alpn_answer.h"
#include "message/anonymous_pair.h"
#include "message/client_hello.h"
#include "message/ec_point_formats.h"
#include "message/empty_extension.h"
#include "message/extension.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/server_name.h"
#include "message/signature_algorithms.h"
#include "message/status_request.h"
#include "message/supported_groups.h"
#include "message/trusted_ca_keys.h"
#include "wire/writer.h"

/* ---- ClientHello ---- */

static void refuse_extension(struct tls12_engine *e, struct tls12_fault fault, struct tls12_span body)
{
  fault.offset += body.offset;
  refuse_body(e, fault);
}

/* server_name: the grammar, and the characters of the host name if there is one. */
static struct tls12_fault read_server_name(struct tls12_bytes content, struct tls12_bytes *name_out)
{
  struct server_name name;
  const struct tls12_fault fault = server_name_decode(content.data, content.length, &name);
  if (fault.rule != TLS12_NO_RULE) return fault;
  const struct tls12_span host = server_name_host(content.data, name.list);
  if (host.length == 0) return fault;
  const enum tls12_rule rule = check_host_name(part(content.data, host));
  *name_out = part(content.data, host);
  if (rule == TLS12_NO_RULE) return fault;
  return (struct tls12_fault){rule, host.offset, host.length, TLS12_ILLEGAL_PARAMETER};
}

/* Unknown extensions are passed over (RFC 5246 section 7.4.1.4); known ones must be well formed. */
static void use_client_extensions(struct tls12_engine *e, const uint8_t *body, struct tls12_span list,
                                  struct client_offer *offer)
{
  const uint32_t end = list.offset + list.length;
  for (uint32_t at = list.offset, next; at < end && e->status == TLS12_HANDSHAKING; at = next) {
    next = read_extension(body, at, end);
    const struct tls12_span where = {at + 4, next - at - 4};
    const struct tls12_bytes content = part(body, where);
    struct tls12_fault fault = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
    struct renegotiation_info info;
    struct supported_groups groups;
    struct ec_point_formats formats;
    struct signature_algorithms algorithms;
    struct alpn protocols;
    struct status_request status;
    struct trusted_ca_keys authorities;

    switch (256u * body[at] + body[at + 1]) {
    case TLS12_SERVER_NAME:
      fault = read_server_name(content, &offer->host);
      e->server_name_acknowledged = 1;
      break;
    case TLS12_RENEGOTIATION_INFO:
      fault = renegotiation_info_decode(content.data, content.length, &info);
      if (fault.rule == TLS12_NO_RULE)
        fault = judge_renegotiated_connection(e, TLS12_CLIENT, part(content.data, info.renegotiated_connection));
      e->renegotiation_info = 1;
      break;
    case TLS12_EXTENDED_MASTER_SECRET:
      fault = extended_master_secret_decode(content.length);
      e->extended_master_secret = 1;
      break;
    case TLS12_ENCRYPT_THEN_MAC:
      fault = encrypt_then_mac_decode(content.length);
      e->encrypt_then_mac = 1;
      break;
    case TLS12_MAX_FRAGMENT_LENGTH: /* judged when it counts: RFC 8449 section 5 */
      offer->max_fragment_length = where;
      offer->max_fragment_length_present = 1;
      break;
    case TLS12_RECORD_SIZE_LIMIT: fault = read_record_size_limit(e, content); break;
    case TLS12_SUPPORTED_GROUPS:
      fault = supported_groups_decode(content.data, content.length, &groups);
      if (fault.rule == TLS12_NO_RULE) offer->groups = part(content.data, groups.groups);
      offer->groups_present = 1;
      break;
    case TLS12_EC_POINT_FORMATS:
      fault = ec_point_formats_decode(content.data, content.length, &formats);
      if (fault.rule == TLS12_NO_RULE) offer->point_formats = part(content.data, formats.formats);
      offer->point_formats_present = 1;
      break;
    case TLS12_SIGNATURE_ALGORITHMS:
      fault = signature_algorithms_decode(content.data, content.length, &algorithms);
      if (fault.rule == TLS12_NO_RULE) fault = check_anonymous_pairs(content.data, algorithms.pairs);
      if (fault.rule == TLS12_NO_RULE) offer->pairs = part(content.data, algorithms.pairs);
      offer->pairs_present = 1;
      break;
    case TLS12_TRUSTED_CA_KEYS:
      fault = trusted_ca_keys_decode(content.data, content.length, &authorities);
      if (fault.rule == TLS12_NO_RULE) offer->authorities = part(content.data, authorities.list);
      break;
    case TLS12_STATUS_REQUEST:
      fault = status_request_decode(content.data, content.length, &status);
      offer->status_requested = 1;
      break;
    case TLS12_ALPN:
      fault = alpn_decode(content.data, content.length, &protocols);
      if (fault.rule == TLS12_NO_RULE) offer->protocols = part(content.data, protocols.list);
      break;
    case TLS12_SESSION_TICKET: /* any bytes: the whole body is the ticket */
      offer->ticket = content;
      offer->ticket_present = 1;
      break;
    default: break;
    }
    if (fault.rule != TLS12_NO_RULE) refuse_extension(e, fault, where);
  }
}

/* Each connection has its protocol, resumed or not (RFC 7301 section 3.1). A server without protocols ignores the extension. */
static void answer_protocols(struct tls12_engine *e, struct tls12_bytes offered)
{
  const struct tls12_bytes ours = e->config->protocols;
  e->protocol.length = 0;
  if (ours.length == 0 || offered.length == 0) return;
  const uint32_t at = choose_protocol(ours, offered);
  if (at == ours.length)
    disagree(e, R7301_3_2_02, TLS12_NO_APPLICATION_PROTOCOL);
  else
    e->protocol = (struct tls12_bytes){ours.data + at + 1, ours.data[at]};
}

/* No session is resumed: the suite is chosen, and a new session begins. */
static void begin_full_handshake(struct tls12_engine *e, const struct client_offer *offer)
{
  choose_suite(e, offer);
  if (e->status != TLS12_HANDSHAKING) return;
  e->authorities_acknowledged = offer->authorities.length > 0 && uses_certificate(e->suite->key_exchange);
  e->status_follows =
      offer->status_requested && uses_certificate(e->suite->key_exchange) && e->credential->ocsp_response.length > 0;
  e->point_formats = offer->point_formats_present && uses_ecdh(e->suite->key_exchange);
  begin_session(e, offer);
}

void read_client_hello(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct client_hello hello;
  struct client_offer offer = {0};
  const struct tls12_fault fault = client_hello_decode(body, length, &hello);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  if (hello.client_version < 0x0303) {
    refuse(e, R5246_E_1_03, (struct tls12_span){0, 2}, TLS12_PROTOCOL_VERSION);
    return;
  }
  e->client_version = (uint16_t)hello.client_version;
  memcpy(e->client_random, body + hello.random.offset, TLS12_RANDOM_LENGTH);
  offer.suites = part(body, hello.cipher_suites);
  const int signalling_suite = list_holds(offer.suites, TLS12_EMPTY_RENEGOTIATION_INFO_SCSV);
  e->renegotiation_info = e->extended_master_secret = e->server_name_acknowledged = 0;
  e->authorities_acknowledged = e->status_follows = e->encrypt_then_mac = 0;
  e->max_fragment = e->record_size_limit = 0;
  use_client_extensions(e, body, hello.extensions, &offer);
  if (offer.max_fragment_length_present && e->record_size_limit == 0)
    grant_max_fragment(e, body, offer.max_fragment_length);
  require_renegotiation_info(e, e->renegotiation_info, signalling_suite);
  e->renegotiation_info |= signalling_suite;
  if (e->status != TLS12_HANDSHAKING) return;
  answer_protocols(e, offer.protocols);
  if (e->status != TLS12_HANDSHAKING) return;
  find_session(e, &offer, part(body, hello.session_id), hello.session_id);
  if (e->status == TLS12_HANDSHAKING && e->resumed != REQUIRED) begin_full_handshake(e, &offer);
  if (e->status == TLS12_HANDSHAKING) settle_encrypt_then_mac(e);
  if (e->status == TLS12_HANDSHAKING) settle_limits(e);
}

/* ---- ServerHello ---- */

static uint32_t answer_extensions(const struct tls12_engine *e, uint8_t *list)
{
  static const uint8_t uncompressed[] = {0};
  uint8_t body[3 + 255], connection[2 * TLS12_VERIFY_DATA_LENGTH];
  uint32_t at = 0, n;
  if (e->server_name_acknowledged) at = write_extension(list, at, TLS12_SERVER_NAME, (struct tls12_bytes){body, 0});
  if (e->renegotiation_info) {
    n = renegotiated_connection(e, TLS12_SERVER, connection);
    n = renegotiation_info_encode((struct tls12_bytes){connection, n}, body, sizeof body);
    at = write_extension(list, at, TLS12_RENEGOTIATION_INFO, (struct tls12_bytes){body, n});
  }
  if (e->extended_master_secret)
    at = write_extension(list, at, TLS12_EXTENDED_MASTER_SECRET, (struct tls12_bytes){body, 0});
  if (e->point_formats) {
    n = ec_point_formats_encode((struct tls12_bytes){uncompressed, sizeof uncompressed}, body, sizeof body);
    at = write_extension(list, at, TLS12_EC_POINT_FORMATS, (struct tls12_bytes){body, n});
  }
  if (e->authorities_acknowledged) at = write_extension(list, at, TLS12_TRUSTED_CA_KEYS, (struct tls12_bytes){body, 0});
  if (e->status_follows) at = write_extension(list, at, TLS12_STATUS_REQUEST, (struct tls12_bytes){body, 0});
  if (e->protocol.length > 0) {
    n = alpn_answer_encode(e->protocol, body, sizeof body);
    at = write_extension(list, at, TLS12_ALPN, (struct tls12_bytes){body, n});
  }
  at = answer_limits(e, list, at);
  if (e->encrypt_then_mac) at = write_extension(list, at, TLS12_ENCRYPT_THEN_MAC, (struct tls12_bytes){body, 0});
  if (e->ticket_follows) at = write_extension(list, at, TLS12_SESSION_TICKET, (struct tls12_bytes){body, 0});
  return at;
}

uint32_t make_server_hello(struct tls12_engine *e)
{
  uint8_t extensions[128 + 255];
  if (!engine_random(e, e->server_random, TLS12_RANDOM_LENGTH)) return 0;
  const struct tls12_bytes list = {extensions, answer_extensions(e, extensions)};
  const struct tls12_bytes id = {e->session.id, e->session.id_length};
  return server_hello_encode(0x0303, e->server_random, id, e->suite->value, 0, list.length > 0, list, OWN_BODY(e),
                             OWN_ROOM);
}
