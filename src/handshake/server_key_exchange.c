/* ServerKeyExchange: what the server puts in, what the client makes of it. RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC
 * 4279 sections 2 to 4, RFC 5489 section 2. */
#include "handshake/client_messages.h"
#include "handshake/exchange_dh.h"
#include "handshake/exchange_ecdh.h"
#include "handshake/key_exchange.h"
#include "handshake/offer.h"
#include "handshake/scheme.h"
#include "handshake/server_messages.h"
#include "handshake/signature.h"
#include "message/server_key_exchange_dh_anon.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_dhe_psk.h"
#include "message/server_key_exchange_ecdh_anon.h"
#include "message/server_key_exchange_ecdhe.h"
#include "message/server_key_exchange_ecdhe_psk.h"
#include "message/server_key_exchange_psk.h"

/* ---- the client ---- */

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

/* Whether the body is well formed: if not, the connection has failed. */
static int is_accepted(struct tls12_engine *e, struct tls12_fault fault)
{
  if (fault.rule == TLS12_NO_RULE) return 1;
  refuse_body(e, fault);
  return 0;
}

/* Whether this side offered the curve, whose two bytes lie before the point and its length. */
static int curve_was_offered(struct tls12_engine *e, struct server_ecdh_params at)
{
  if (list_holds(offered_groups(), at.named_curve)) return 1;
  refuse(e, R8422_5_4_04, (struct tls12_span){at.point.offset - 3, 2}, TLS12_ILLEGAL_PARAMETER);
  return 0;
}

static void read_dhe(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_dhe value;
  if (is_accepted(e, server_key_exchange_dhe_decode(body, length, &value)) &&
      signature_holds(e, PAIR(value.hash, value.signature_algorithm), value.params.length, part(body, value.params),
                      part(body, value.signature)))
    use_dh_params(e, body, (struct server_dh_params){value.dh_p, value.dh_g, value.dh_Ys});
}

static void read_ecdhe(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_ecdhe value;
  if (!is_accepted(e, server_key_exchange_ecdhe_decode(body, length, &value))) return;
  const struct server_ecdh_params params = {value.named_curve, value.point};
  if (curve_was_offered(e, params) &&
      signature_holds(e, PAIR(value.hash, value.signature_algorithm), value.params.length, part(body, value.params),
                      part(body, value.signature)))
    use_ecdh_params(e, body, params);
}

static void read_dh_anon(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_dh_anon value;
  if (is_accepted(e, server_key_exchange_dh_anon_decode(body, length, &value))) use_dh_params(e, body, value.params);
}

static void read_ecdh_anon(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_ecdh_anon value;
  if (is_accepted(e, server_key_exchange_ecdh_anon_decode(body, length, &value)) && curve_was_offered(e, value.params))
    use_ecdh_params(e, body, value.params);
}

static void read_dhe_psk(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_dhe_psk value;
  if (is_accepted(e, server_key_exchange_dhe_psk_decode(body, length, &value))) use_dh_params(e, body, value.params);
}

static void read_ecdhe_psk(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_ecdhe_psk value;
  if (is_accepted(e, server_key_exchange_ecdhe_psk_decode(body, length, &value)) && curve_was_offered(e, value.params))
    use_ecdh_params(e, body, value.params);
}

/* A client has one key: the hint is for those that have more (R4279-5.2-02). */
void read_server_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct server_key_exchange_psk hint;
  switch (e->suite->key_exchange) {
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA: read_dhe(e, body, length); break;
  case TLS12_KX_ECDHE_ECDSA:
  case TLS12_KX_ECDHE_RSA: read_ecdhe(e, body, length); break;
  case TLS12_KX_DH_ANON: read_dh_anon(e, body, length); break;
  case TLS12_KX_ECDH_ANON: read_ecdh_anon(e, body, length); break;
  case TLS12_KX_DHE_PSK: read_dhe_psk(e, body, length); break;
  case TLS12_KX_ECDHE_PSK: read_ecdhe_psk(e, body, length); break;
  default: (void)is_accepted(e, server_key_exchange_psk_decode(body, length, &hint)); break;
  }
}

/* ---- the server ---- */

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

static uint32_t encode_dhe(struct tls12_engine *e, struct tls12_bytes ys)
{
  const struct tls12_bytes p = public_value(&e->dh_p), g = public_value(&e->dh_g);
  uint8_t params[3 * (2 + TLS12_PUBLIC_VALUE_MAX)], signature[TLS12_SIGNATURE_MAX];
  const uint32_t at = write_server_dh_params(params, 0, p, g, ys);
  const uint32_t length = sign_params(e, (struct tls12_bytes){params, at}, signature);
  if (length == 0) return 0;
  return server_key_exchange_dhe_encode(p, g, ys, e->signature_pair / 256u, e->signature_pair % 256u,
                                        (struct tls12_bytes){signature, length}, OWN_BODY(e), OWN_ROOM);
}

static uint32_t make_dh_body(struct tls12_engine *e)
{
  uint8_t share[TLS12_PUBLIC_VALUE_MAX];
  const struct tls12_bytes ys = {share, make_dh_params(e, share)};
  const struct tls12_bytes p = public_value(&e->dh_p), g = public_value(&e->dh_g);
  if (e->status >= TLS12_CLOSED) return 0;
  switch (e->suite->key_exchange) {
  case TLS12_KX_DH_ANON: return server_key_exchange_dh_anon_encode(p, g, ys, OWN_BODY(e), OWN_ROOM);
  case TLS12_KX_DHE_PSK:
    return server_key_exchange_dhe_psk_encode(e->config->psk_hint, p, g, ys, OWN_BODY(e), OWN_ROOM);
  default: return encode_dhe(e, ys);
  }
}

static uint32_t encode_ecdhe(struct tls12_engine *e, struct tls12_bytes point)
{
  uint8_t params[4 + ECDH_POINT_MAX], signature[TLS12_SIGNATURE_MAX];
  const uint32_t at = write_server_ecdh_params(params, 0, e->ec_group, point);
  const uint32_t length = sign_params(e, (struct tls12_bytes){params, at}, signature);
  if (length == 0) return 0;
  return server_key_exchange_ecdhe_encode(e->ec_group, point, e->signature_pair / 256u, e->signature_pair % 256u,
                                          (struct tls12_bytes){signature, length}, OWN_BODY(e), OWN_ROOM);
}

static uint32_t make_ecdh_body(struct tls12_engine *e)
{
  uint8_t share[ECDH_POINT_MAX];
  const struct tls12_bytes point = {share, make_ecdh_params(e, share)};
  if (e->status >= TLS12_CLOSED) return 0;
  switch (e->suite->key_exchange) {
  case TLS12_KX_ECDH_ANON: return server_key_exchange_ecdh_anon_encode(e->ec_group, point, OWN_BODY(e), OWN_ROOM);
  case TLS12_KX_ECDHE_PSK:
    return server_key_exchange_ecdhe_psk_encode(e->config->psk_hint, e->ec_group, point, OWN_BODY(e), OWN_ROOM);
  default: return encode_ecdhe(e, point);
  }
}

uint32_t make_server_key_exchange(struct tls12_engine *e)
{
  if (uses_dh(e->suite->key_exchange)) return make_dh_body(e);
  if (uses_ecdh(e->suite->key_exchange)) return make_ecdh_body(e);
  return server_key_exchange_psk_encode(e->config->psk_hint, OWN_BODY(e), OWN_ROOM);
}
