#include "handshake/client_messages.h"

#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/rsa.h"
#include "crypto/wipe.h"
#include "handshake/host_name.h"
#include "handshake/key_share.h"
#include "handshake/offer.h"
#include "handshake/requested.h"
#include "handshake/scheme.h"
#include "handshake/signature.h"
#include "message/certificate.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_rsa.h"
#include "message/extension.h"
#include "message/certificate_request.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_ecdhe.h"
#include "message/ec_point_formats.h"
#include "message/empty_extension.h"
#include "message/server_name.h"
#include "message/signature_algorithms.h"
#include "message/supported_groups.h"
#include "wire/writer.h"
#include "x509/fitness.h"
#include "x509/verify.h"

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

/* RFC 5246 section 7.4.1.4, RFC 5746 section 3.4, RFC 7627 section 5.1, RFC 8422 section 5.1, RFC 6066 section 3. */
static uint32_t offer_extensions(const struct tls12_config *config, uint8_t *list)
{
  static const uint8_t uncompressed[] = {0};
  const struct tls12_bytes name = sent_host_name(config);
  uint8_t body[512], host[300];
  uint32_t at = 0, n;

  if (name.length > 0) {
    n = server_name_encode((struct tls12_bytes){host, write_host_name(host, name)}, body, sizeof body);
    at = write_extension(list, at, TLS12_SERVER_NAME, (struct tls12_bytes){body, n});
  }
  n = renegotiation_info_encode((struct tls12_bytes){0}, body, sizeof body);
  at = write_extension(list, at, TLS12_RENEGOTIATION_INFO, (struct tls12_bytes){body, n});
  at = write_extension(list, at, TLS12_EXTENDED_MASTER_SECRET, (struct tls12_bytes){body, 0});
  n = supported_groups_encode(offered_groups(), body, sizeof body);
  at = write_extension(list, at, TLS12_SUPPORTED_GROUPS, (struct tls12_bytes){body, n});
  n = ec_point_formats_encode((struct tls12_bytes){uncompressed, sizeof uncompressed}, body, sizeof body);
  at = write_extension(list, at, TLS12_EC_POINT_FORMATS, (struct tls12_bytes){body, n});
  n = signature_algorithms_encode(offered_pairs(config->policy), body, sizeof body);
  return write_extension(list, at, TLS12_SIGNATURE_ALGORITHMS, (struct tls12_bytes){body, n});
}

uint32_t make_client_hello(struct tls12_engine *e)
{
  static const uint8_t null_compression[] = {0};
  uint8_t suites[2 * 128], extensions[1024];
  uint32_t count = 0;
  unsigned place = 0;
  const struct tls12_suite *suite;

  while (count < 128 && (suite = offered_suite(e->config, &place)) != NULL) {
    write_uint16(suites, 2 * count, suite->value);
    count++;
  }
  if (count == 0) {
    own_fault(e);
    return 0;
  }
  if (!engine_random(e, e->client_random, TLS12_RANDOM_LENGTH)) return 0;
  e->client_version = 0x0303;
  const uint32_t extensions_length = offer_extensions(e->config, extensions);
  return client_hello_encode(e->client_version, e->client_random, (struct tls12_bytes){0},
                             (struct tls12_bytes){suites, 2 * count},
                             (struct tls12_bytes){null_compression, sizeof null_compression}, 1,
                             (struct tls12_bytes){extensions, extensions_length}, OWN_BODY(e), OWN_ROOM);
}

/* ---- ServerHello ---- */

static int offered(const struct tls12_config *config, uint32_t value)
{
  unsigned place = 0;
  const struct tls12_suite *suite;
  while ((suite = offered_suite(config, &place)) != NULL)
    if (suite->value == value) return 1;
  return 0;
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
      if (fault.rule == TLS12_NO_RULE && info.renegotiated_connection.length != 0)
        fault = (struct tls12_fault){R5746_3_4_03, 0, content.length, TLS12_HANDSHAKE_FAILURE};
      e->renegotiation_info = 1;
      break;
    case TLS12_EXTENDED_MASTER_SECRET:
      fault = extended_master_secret_decode(content.length);
      e->extended_master_secret = 1;
      break;
    case TLS12_EC_POINT_FORMATS: fault = ec_point_formats_decode(content.data, content.length, &formats); break;
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
  if (!offered(e->config, hello.cipher_suite)) {
    refuse(e, R5246_7_4_1_3_08, at_suite, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (hello.compression_method != 0) {
    refuse(e, R5246_7_4_1_3_09, at_compression, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  memcpy(e->server_random, body + hello.random.offset, TLS12_RANDOM_LENGTH);
  use_server_extensions(e, body, hello.extensions);
  if (e->status != TLS12_HANDSHAKING) return;
  if (!e->renegotiation_info && tls12_policy_requires_renegotiation_info(e->config->policy)) {
    disagree(e, R9325_3_5_01, TLS12_HANDSHAKE_FAILURE);
    return;
  }
  e->suite = tls12_suite_find((uint16_t)hello.cipher_suite);
}

/* ---- Certificate ---- */

static void keep_server_key(struct tls12_engine *e, const uint8_t *der, const struct tls12_x509 *leaf)
{
  e->peer_key_kind = leaf->key.kind;
  e->peer_key_group = leaf->key.group;
  const struct tls12_public_key *key = &leaf->key;
  struct tls12_span number = key->key, other = {0, 0};
  if (key->kind == TLS12_KEY_RSA) {
    number = key->modulus;
    other = key->exponent;
  } else if (key->kind == TLS12_KEY_EC) {
    number = key->point;
  } else if (key->kind == TLS12_KEY_DSA) {
    other = key->parameters;
  }
  if (!keep_public_value(&e->peer_key, part(der, number)) || !keep_public_value(&e->peer_exponent, part(der, other)))
    disagree(e, R5246_7_4_2_11, TLS12_UNSUPPORTED_CERTIFICATE);
}

/* RFC 9325 section 4.5, of policy modern: an RSA key has 2048 bits or more. A modulus has no leading zero byte. */
static int key_is_long_enough(enum tls12_policy policy, const uint8_t *der, const struct tls12_public_key *key)
{
  if (policy != TLS12_POLICY_MODERN || key->kind != TLS12_KEY_RSA) return 1;
  return key->modulus.length > 256 || (key->modulus.length == 256 && der[key->modulus.offset] >= 128);
}

void read_server_certificate(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate value;
  struct tls12_fault fault = server_certificate_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  struct tls12_bytes chain[TLS12_CHAIN_MAX];
  uint32_t count = 0;
  const uint32_t end = value.certificate_list.offset + value.certificate_list.length;
  for (uint32_t at = value.certificate_list.offset; at < end;) {
    const uint32_t size = 65536u * body[at] + 256u * body[at + 1] + body[at + 2];
    if (count == TLS12_CHAIN_MAX) {
      disagree(e, R5246_7_4_2_05, TLS12_BAD_CERTIFICATE);
      return;
    }
    chain[count++] = (struct tls12_bytes){body + at + 3, size};
    at += 3 + size;
  }

  struct tls12_x509 leaf;
  fault = x509_parse(chain[0].data, chain[0].length, &leaf);
  uint32_t in = 0;
  if (fault.rule == TLS12_NO_RULE) fault = x509_check_fitness(e->suite->key_exchange, &leaf);
  if (fault.rule == TLS12_NO_RULE && !key_is_long_enough(e->config->policy, chain[0].data, &leaf.key)) {
    disagree(e, R9325_4_5_03, TLS12_INSUFFICIENT_SECURITY);
    return;
  }
  if (fault.rule == TLS12_NO_RULE && !e->config->accept_any_chain) {
    const char *host = e->config->server_name;
    const struct tls12_chain_options options = {
        .anchors = e->config->anchors,
        .anchor_count = e->config->anchor_count,
        .time = e->config->time,
        .purpose = TLS12_PURPOSE_SERVER_AUTH,
        .host = {(const uint8_t *)host, host == NULL ? 0 : (uint32_t)strlen(host)},
        .accepted = offered_pairs(e->config->policy),
    };
    const struct tls12_chain_verdict verdict = x509_verify_chain(chain, count, &options);
    fault = verdict.fault;
    in = verdict.index;
  }
  if (fault.rule != TLS12_NO_RULE) {
    fault.offset += (uint32_t)(chain[in].data - body);
    refuse_body(e, fault);
    return;
  }
  keep_server_key(e, chain[0].data, &leaf);
}

/* ---- ServerKeyExchange ---- */

/* RFC 5246 section 7.4.3: the pair was offered, fits the certificate's key, and the signature is right. */
static int signature_holds(struct tls12_engine *e, uint32_t pair, uint32_t at_pair, struct tls12_bytes params,
                           struct tls12_bytes signature)
{
  if (!list_holds(offered_pairs(e->config->policy), pair)) {
    refuse(e, R5246_7_4_3_08, (struct tls12_span){at_pair, 2}, TLS12_ILLEGAL_PARAMETER);
    return 0;
  }
  if (scheme_key(pair) != e->peer_key_kind) {
    refuse(e, R5246_7_4_3_10, (struct tls12_span){at_pair, 2}, TLS12_ILLEGAL_PARAMETER);
    return 0;
  }
  uint8_t room[TLS12_SIGNED_MAX];
  if (!handshake_signature_verify(e, pair, handshake_signed(e, pair, params, room), signature)) {
    refuse(e, R5246_7_4_3_07, (struct tls12_span){at_pair + 4, signature.length}, TLS12_DECRYPT_ERROR);
    return 0;
  }
  return 1;
}

static void read_dhe_params(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_dhe value;
  const struct tls12_fault fault = server_key_exchange_dhe_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  if (!signature_holds(e, PAIR(value.hash, value.signature_algorithm), value.params.length, part(body, value.params),
                       part(body, value.signature)))
    return;
  const struct tls12_bytes p = part(body, value.dh_p), g = part(body, value.dh_g), ys = part(body, value.dh_Ys);
  enum tls12_rule rule = dh_check_group(p, g);
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, value.dh_p, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (!tls12_policy_allows_dh_bits(e->config->policy, dh_bits(p))) {
    disagree(e, e->config->policy == TLS12_POLICY_MODERN ? R9325_4_5_01 : R7919_3_1_01, TLS12_INSUFFICIENT_SECURITY);
    return;
  }
  rule = dh_check_public(p, ys);
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, value.dh_Ys, TLS12_HANDSHAKE_FAILURE);
    return;
  }
  if (!keep_public_value(&e->dh_p, p) || !keep_public_value(&e->dh_g, g) || !keep_public_value(&e->peer_share, ys))
    disagree(e, R5246_7_4_3_05, TLS12_ILLEGAL_PARAMETER);
}

static void read_ecdhe_params(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_ecdhe value;
  const struct tls12_fault fault = server_key_exchange_ecdhe_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  if (!list_holds(offered_groups(), value.named_curve)) {
    refuse(e, R8422_5_4_04, (struct tls12_span){1, 2}, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (!signature_holds(e, PAIR(value.hash, value.signature_algorithm), value.params.length, part(body, value.params),
                       part(body, value.signature)))
    return;
  const enum tls12_rule rule = key_share_check(value.named_curve, part(body, value.point));
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, value.point, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  e->ec_group = (uint16_t)value.named_curve;
  keep_public_value(&e->peer_share, part(body, value.point));
}

void read_server_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  if (suite_is_dhe(e->suite))
    read_dhe_params(e, body, length);
  else
    read_ecdhe_params(e, body, length);
}

/* ---- CertificateRequest ---- */

void read_certificate_request(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate_request request;
  struct tls12_fault fault = certificate_request_decode(body, length, &request);
  if (fault.rule == TLS12_NO_RULE)
    fault = check_requested_types(e->suite->key_exchange, body, request.certificate_types);
  if (fault.rule == TLS12_NO_RULE) fault = check_requested_authorities(body, request.certificate_authorities);
  if (fault.rule != TLS12_NO_RULE) refuse_body(e, fault);
}

/* ---- ClientKeyExchange ---- */

static uint32_t make_rsa_key_exchange(struct tls12_engine *e, uint8_t *premaster, uint32_t *premaster_length)
{
  uint8_t encrypted[TLS12_PUBLIC_VALUE_MAX];
  const struct rsa_public_key key = {public_value(&e->peer_key), public_value(&e->peer_exponent)};
  *premaster_length = 48;
  if (!engine_random(e, premaster, 48)) return 0;
  premaster[0] = (uint8_t)(e->client_version / 256u); /* RFC 5246 section 7.4.7.1: the version that was offered */
  premaster[1] = (uint8_t)(e->client_version % 256u);
  if (!rsa_encrypt(&key, (struct tls12_bytes){premaster, 48}, e->config->random, e->config->random_context,
                   encrypted)) {
    own_fault(e);
    return 0;
  }
  return client_key_exchange_rsa_encode((struct tls12_bytes){encrypted, key.modulus.length}, OWN_BODY(e), OWN_ROOM);
}

static uint32_t make_dh_key_exchange(struct tls12_engine *e, uint8_t *premaster, uint32_t *premaster_length)
{
  uint8_t exponent[DH_EXPONENT_LENGTH], share[TLS12_PUBLIC_VALUE_MAX];
  const struct tls12_bytes p = public_value(&e->dh_p), g = public_value(&e->dh_g);
  const uint32_t n = p.length < sizeof exponent ? p.length : (uint32_t)sizeof exponent;
  if (!engine_random(e, exponent, n)) return 0;
  const struct tls12_bytes x = {exponent, n};
  dh_public(p, g, x, share);
  dh_shared(p, public_value(&e->peer_share), x, premaster, premaster_length);
  wipe(exponent, sizeof exponent);
  return client_key_exchange_dh_encode((struct tls12_bytes){share, p.length}, OWN_BODY(e), OWN_ROOM);
}

static uint32_t make_ecdh_key_exchange(struct tls12_engine *e, uint8_t *premaster, uint32_t *premaster_length)
{
  uint8_t own[ECDH_SIZE_MAX], share[ECDH_POINT_MAX];
  const struct tls12_bytes peer = public_value(&e->peer_share);
  uint32_t length = 0;
  *premaster_length = key_share_size(e->ec_group);
  if (!key_share_generate(e->ec_group, e->config->random, e->config->random_context, own, share)) {
    own_fault(e);
  } else if (!key_share_agree(e->ec_group, own, peer, premaster)) { /* after the check of the share: zero */
    e->failure.message = TLS12_SERVER_KEY_EXCHANGE;
    refuse(e, R8422_5_10_02, (struct tls12_span){4, peer.length}, TLS12_ILLEGAL_PARAMETER);
  } else {
    length = client_key_exchange_ecdh_encode((struct tls12_bytes){share, key_share_length(e->ec_group)}, OWN_BODY(e),
                                             OWN_ROOM);
  }
  wipe(own, sizeof own);
  return length;
}

uint32_t make_client_key_exchange(struct tls12_engine *e, uint8_t *premaster, uint32_t *premaster_length)
{
  if (e->suite->key_exchange == TLS12_KX_RSA) return make_rsa_key_exchange(e, premaster, premaster_length);
  if (suite_is_dhe(e->suite)) return make_dh_key_exchange(e, premaster, premaster_length);
  return make_ecdh_key_exchange(e, premaster, premaster_length);
}
