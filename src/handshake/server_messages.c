#include "handshake/server_messages.h"

#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/ffdhe.h"
#include "arithmetic/rsa.h"
#include "crypto/wipe.h"
#include "handshake/host_name.h"
#include "handshake/key_share.h"
#include "handshake/offer.h"
#include "handshake/scheme.h"
#include "handshake/signature.h"
#include "message/anonymous_pair.h"
#include "message/certificate.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_rsa.h"
#include "message/ec_point_formats.h"
#include "message/empty_extension.h"
#include "message/extension.h"
#include "message/renegotiation_info.h"
#include "message/server_hello.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_ecdhe.h"
#include "message/server_name.h"
#include "message/signature_algorithms.h"
#include "message/supported_groups.h"
#include "wire/writer.h"
#include "x509/fitness.h"

/* ---- ClientHello ---- */

/* What the client's extensions say; lists are empty when the extension is absent. */
struct client_offer {
  struct tls12_bytes suites, groups, pairs, point_formats;
  int groups_present, pairs_present, point_formats_present;
};

static void refuse_extension(struct tls12_engine *e, struct tls12_fault fault, struct tls12_span body)
{
  fault.offset += body.offset;
  refuse_body(e, fault);
}

/* server_name: the grammar, and the characters of the host name if there is one. */
static struct tls12_fault read_server_name(struct tls12_bytes content)
{
  struct server_name name;
  const struct tls12_fault fault = server_name_decode(content.data, content.length, &name);
  if (fault.rule != TLS12_NO_RULE) return fault;
  const struct tls12_span host = server_name_host(content.data, name.list);
  if (host.length == 0) return fault;
  const enum tls12_rule rule = check_host_name(part(content.data, host));
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

    switch (256u * body[at] + body[at + 1]) {
    case TLS12_SERVER_NAME:
      fault = read_server_name(content);
      e->server_name_acknowledged = 1;
      break;
    case TLS12_RENEGOTIATION_INFO:
      fault = renegotiation_info_decode(content.data, content.length, &info);
      if (fault.rule == TLS12_NO_RULE && info.renegotiated_connection.length != 0)
        fault = (struct tls12_fault){R5746_3_6_02, 0, content.length, TLS12_HANDSHAKE_FAILURE};
      e->renegotiation_info = 1;
      break;
    case TLS12_EXTENDED_MASTER_SECRET:
      fault = extended_master_secret_decode(content.length);
      e->extended_master_secret = 1;
      break;
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
    default: break;
    }
    if (fault.rule != TLS12_NO_RULE) refuse_extension(e, fault, where);
  }
}

/* The group for an ECDHE suite: the first of ours that the client lists; without the extension the choice is free
 * (RFC 8422 section 4). 0: none. */
static uint16_t choose_curve(const struct client_offer *offer)
{
  const struct tls12_bytes ours = offered_groups();
  if (offer->point_formats_present && memchr(offer->point_formats.data, 0, offer->point_formats.length) == NULL)
    return 0;
  if (!offer->groups_present) return TLS12_SECP256R1;
  for (uint32_t at = 0; at < ours.length; at += 2) {
    const uint32_t group = 256u * ours.data[at] + ours.data[at + 1];
    if (list_holds(offer->groups, group)) return (uint16_t)group;
  }
  return 0;
}

/* The finite-field group of a DHE suite (RFC 7919 section 4). A client that lists none of the range 256..511 leaves the
 * choice to the server. 0: the client lists some, and none is ours. */
static uint16_t choose_dh_group(const struct client_offer *offer)
{
  int lists_any = 0;
  for (uint32_t at = 0; at + 1 < offer->groups.length; at += 2) lists_any |= offer->groups.data[at] == 1;
  for (uint32_t group = TLS12_FFDHE2048; group <= TLS12_FFDHE4096; group++)
    if (!lists_any || list_holds(offer->groups, group)) return (uint16_t)group;
  return 0;
}

/* A pair for ServerKeyExchange that the client accepts, this side's policy allows, and the key can make. Without the
 * extension the client stands for SHA-1 (RFC 5246 section 7.4.1.4.1). 0: none. */
static uint16_t choose_pair(const struct tls12_engine *e, const struct client_offer *offer, enum tls12_key_kind kind)
{
  const struct tls12_bytes ours = offered_pairs(e->config->policy);
  for (uint32_t at = 0; at < ours.length; at += 2) {
    const uint32_t pair = PAIR(ours.data[at], ours.data[at + 1]);
    const int accepted = offer->pairs_present ? list_holds(offer->pairs, pair) : ours.data[at] == TLS12_SHA1;
    if (scheme_key(pair) == kind && accepted) return (uint16_t)pair;
  }
  return 0;
}

/* Whether the key of this credential does what the key exchange needs (RFC 5246 section 7.4.2) and the client can use it: then it
 * is chosen, and its pair. */
static int credential_fits(struct tls12_engine *e, enum tls12_key_exchange kx, const struct client_offer *offer,
                           const struct tls12_credential *credential)
{
  const struct tls12_private_key *key = &credential->key;
  struct tls12_x509 leaf;
  if (x509_parse(credential->chain[0].data, credential->chain[0].length, &leaf).rule != TLS12_NO_RULE ||
      leaf.key.kind != key->kind || x509_check_fitness(kx, &leaf).rule != TLS12_NO_RULE)
    return 0;
  if (key->kind == TLS12_KEY_EC && offer->groups_present && !list_holds(offer->groups, key->group)) return 0;
  e->credential = credential;
  e->signature_pair = choose_pair(e, offer, key->kind);
  return kx == TLS12_KX_RSA || e->signature_pair != 0;
}

/* Whether this suite can be run with this client: then its parameters are chosen. */
static int suite_fits(struct tls12_engine *e, const struct tls12_suite *suite, const struct client_offer *offer)
{
  const enum tls12_key_exchange kx = suite->key_exchange;
  if (!list_holds(offer->suites, suite->value)) return 0;
  e->ec_group = choose_curve(offer);
  e->dh_group = choose_dh_group(offer);
  if (kx != TLS12_KX_RSA && (suite_is_dhe(suite) ? e->dh_group : e->ec_group) == 0) return 0;
  for (unsigned i = 0; i < e->config->credential_count; i++)
    if (credential_fits(e, kx, offer, &e->config->credentials[i])) return 1;
  return 0;
}

static void choose_suite(struct tls12_engine *e, const struct client_offer *offer)
{
  unsigned place = 0;
  const struct tls12_suite *suite;
  while ((suite = offered_suite(e->config, &place)) != NULL)
    if (suite_fits(e, suite, offer)) {
      e->suite = suite;
      return;
    }
  if (choose_dh_group(offer) == 0) /* RFC 7919 section 4: finite-field groups are listed, and none is ours */
    disagree(e, R7919_4_02, TLS12_INSUFFICIENT_SECURITY);
  else
    disagree(e, R5246_7_4_1_2_13, TLS12_HANDSHAKE_FAILURE);
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
  e->renegotiation_info = list_holds(offer.suites, TLS12_EMPTY_RENEGOTIATION_INFO_SCSV);
  use_client_extensions(e, body, hello.extensions, &offer);
  if (e->status != TLS12_HANDSHAKING) return;
  choose_suite(e, &offer);
  if (e->status != TLS12_HANDSHAKING) return;
  e->point_formats = offer.point_formats_present &&
                     (e->suite->key_exchange == TLS12_KX_ECDHE_RSA || e->suite->key_exchange == TLS12_KX_ECDHE_ECDSA);
}

/* ---- ServerHello, Certificate ---- */

static uint32_t answer_extensions(const struct tls12_engine *e, uint8_t *list)
{
  static const uint8_t uncompressed[] = {0};
  uint8_t body[8];
  uint32_t at = 0, n;
  if (e->server_name_acknowledged) at = write_extension(list, at, TLS12_SERVER_NAME, (struct tls12_bytes){body, 0});
  if (e->renegotiation_info) {
    n = renegotiation_info_encode((struct tls12_bytes){0}, body, sizeof body);
    at = write_extension(list, at, TLS12_RENEGOTIATION_INFO, (struct tls12_bytes){body, n});
  }
  if (e->extended_master_secret)
    at = write_extension(list, at, TLS12_EXTENDED_MASTER_SECRET, (struct tls12_bytes){body, 0});
  if (e->point_formats) {
    n = ec_point_formats_encode((struct tls12_bytes){uncompressed, sizeof uncompressed}, body, sizeof body);
    at = write_extension(list, at, TLS12_EC_POINT_FORMATS, (struct tls12_bytes){body, n});
  }
  return at;
}

uint32_t make_server_hello(struct tls12_engine *e)
{
  uint8_t extensions[64];
  if (!engine_random(e, e->server_random, TLS12_RANDOM_LENGTH)) return 0;
  const struct tls12_bytes list = {extensions, answer_extensions(e, extensions)};
  return server_hello_encode(0x0303, e->server_random, (struct tls12_bytes){0}, e->suite->value, 0, list.length > 0,
                             list, OWN_BODY(e), OWN_ROOM);
}

/* The certificates are put one after the other where certificate_encode wants its list: behind the message's header and
 * the list's own length. */
uint32_t make_server_certificate(struct tls12_engine *e)
{
  uint32_t at = 3;
  for (unsigned i = 0; i < e->credential->chain_length; i++) {
    if (e->credential->chain[i].length + 3 > OWN_ROOM - at) {
      own_fault(e);
      return 0;
    }
    at = write_vector24(OWN_BODY(e), at, e->credential->chain[i]);
  }
  write_uint24(OWN_BODY(e), 0, at - 3);
  return at;
}

/* ---- ServerKeyExchange ---- */

/* Signs the parameters that lie in the body, and answers with the signature's length. */
static uint32_t sign_params(struct tls12_engine *e, struct tls12_bytes params, uint8_t *signature)
{
  const uint16_t pair = e->signature_pair;
  uint8_t room[TLS12_SIGNED_MAX];
  const uint32_t length = handshake_signature_make(e->config, &e->credential->key, pair,
                                                   handshake_signed(e, pair, params, room), signature);
  if (length == 0) own_fault(e);
  return length;
}

static uint32_t make_dhe_params(struct tls12_engine *e)
{
  const struct tls12_bytes p = ffdhe_prime((enum tls12_group)e->dh_group), g = ffdhe_generator();
  uint8_t share[TLS12_PUBLIC_VALUE_MAX], signature[TLS12_SIGNATURE_MAX], params[3 * (2 + TLS12_PUBLIC_VALUE_MAX)];
  e->private_share_length = DH_EXPONENT_LENGTH;
  if (!engine_random(e, e->private_share, DH_EXPONENT_LENGTH)) return 0;
  dh_public(p, g, (struct tls12_bytes){e->private_share, DH_EXPONENT_LENGTH}, share);
  const struct tls12_bytes ys = {share, p.length};
  uint32_t at = write_vector16(params, 0, p);
  at = write_vector16(params, at, g);
  at = write_vector16(params, at, ys);
  const uint32_t length = sign_params(e, (struct tls12_bytes){params, at}, signature);
  if (length == 0) return 0;
  keep_public_value(&e->dh_p, p);
  return server_key_exchange_dhe_encode(p, g, ys, e->signature_pair / 256u, e->signature_pair % 256u,
                                        (struct tls12_bytes){signature, length}, OWN_BODY(e), OWN_ROOM);
}

static uint32_t make_ecdhe_params(struct tls12_engine *e)
{
  uint8_t point[ECDH_POINT_MAX], signature[TLS12_SIGNATURE_MAX], params[4 + ECDH_POINT_MAX];
  e->private_share_length = key_share_size(e->ec_group);
  if (!key_share_generate(e->ec_group, e->config->random, e->config->random_context, e->private_share, point)) {
    own_fault(e);
    return 0;
  }
  const struct tls12_bytes share = {point, key_share_length(e->ec_group)};
  uint32_t at = write_uint8(params, 0, 3); /* named_curve, RFC 8422 section 5.4 */
  at = write_uint16(params, at, e->ec_group);
  at = write_vector8(params, at, share);
  const uint32_t length = sign_params(e, (struct tls12_bytes){params, at}, signature);
  if (length == 0) return 0;
  return server_key_exchange_ecdhe_encode(e->ec_group, share, e->signature_pair / 256u, e->signature_pair % 256u,
                                          (struct tls12_bytes){signature, length}, OWN_BODY(e), OWN_ROOM);
}

uint32_t make_server_key_exchange(struct tls12_engine *e)
{
  return suite_is_dhe(e->suite) ? make_dhe_params(e) : make_ecdhe_params(e);
}

/* ---- ClientKeyExchange ---- */

static uint32_t read_rsa_premaster(struct tls12_engine *e, const uint8_t *body, uint32_t length, uint8_t *premaster)
{
  struct client_key_exchange_rsa value;
  const struct tls12_fault fault = client_key_exchange_rsa_decode(body, length, &value);
  uint8_t random[48];
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return 0;
  }
  if (!engine_random(e, random, sizeof random)) /* drawn first, whatever comes of the decryption */
    return 0;
  const struct tls12_private_key *k = &e->credential->key;
  const struct rsa_private_key key = {k->modulus, k->public_exponent, k->private_exponent, k->prime1,
                                      k->prime2,  k->exponent1,       k->exponent2,        k->coefficient};
  rsa_decrypt_premaster(&key, part(body, value.encrypted_pre_master_secret), e->client_version, random, premaster);
  wipe(random, sizeof random);
  return 48;
}

static uint32_t read_dh_share(struct tls12_engine *e, const uint8_t *body, uint32_t length, uint8_t *premaster)
{
  struct client_key_exchange_dh value;
  const struct tls12_fault fault = client_key_exchange_dh_decode(body, length, &value);
  uint32_t premaster_length = 0;
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return 0;
  }
  const struct tls12_bytes p = public_value(&e->dh_p), yc = part(body, value.dh_Yc);
  if (dh_check_public(p, yc) != TLS12_NO_RULE) {
    refuse(e, R7919_4_06, value.dh_Yc, TLS12_HANDSHAKE_FAILURE);
    return 0;
  }
  dh_shared(p, yc, (struct tls12_bytes){e->private_share, e->private_share_length}, premaster, &premaster_length);
  return premaster_length;
}

static uint32_t read_ecdh_share(struct tls12_engine *e, const uint8_t *body, uint32_t length, uint8_t *premaster)
{
  struct client_key_exchange_ecdh value;
  const struct tls12_fault fault = client_key_exchange_ecdh_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return 0;
  }
  const struct tls12_bytes yc = part(body, value.ecdh_Yc);
  const enum tls12_rule rule = key_share_check(e->ec_group, yc);
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, value.ecdh_Yc, TLS12_ILLEGAL_PARAMETER);
    return 0;
  }
  if (!key_share_agree(e->ec_group, e->private_share, yc, premaster)) { /* after the check of the share: zero */
    refuse(e, R8422_5_11_02, value.ecdh_Yc, TLS12_ILLEGAL_PARAMETER);
    return 0;
  }
  return key_share_size(e->ec_group);
}

uint32_t read_client_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length, uint8_t *premaster)
{
  if (e->suite->key_exchange == TLS12_KX_RSA) return read_rsa_premaster(e, body, length, premaster);
  if (suite_is_dhe(e->suite)) return read_dh_share(e, body, length, premaster);
  return read_ecdh_share(e, body, length, premaster);
}
