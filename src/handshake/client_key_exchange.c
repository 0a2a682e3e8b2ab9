/* ClientKeyExchange: what the client puts in, what the server makes of it. RFC 5246 section 7.4.7, RFC 8422 section 5.7, RFC
 * 4279 sections 2 to 4, RFC 5489 section 2. */
#include <string.h>

#include "handshake/client_messages.h"
#include "handshake/exchange_dh.h"
#include "handshake/exchange_ecdh.h"
#include "handshake/exchange_rsa.h"
#include "handshake/key_exchange.h"
#include "handshake/server_messages.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_dhe_psk.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_ecdhe_psk.h"
#include "message/client_key_exchange_psk.h"
#include "message/client_key_exchange_rsa.h"
#include "message/client_key_exchange_rsa_psk.h"

/* ---- the client ---- */

/* The share is the encrypted secret, Yc or the point; with PSK alone there is none. */
static uint32_t encode(struct tls12_engine *e, struct tls12_bytes identity, struct tls12_bytes share)
{
  uint8_t *body = OWN_BODY(e);
  switch (e->suite->key_exchange) {
  case TLS12_KX_RSA: return client_key_exchange_rsa_encode(share, body, OWN_ROOM);
  case TLS12_KX_DH_DSS:
  case TLS12_KX_DH_RSA:
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA:
  case TLS12_KX_DH_ANON: return client_key_exchange_dh_encode(share, body, OWN_ROOM);
  case TLS12_KX_PSK: return client_key_exchange_psk_encode(identity, body, OWN_ROOM);
  case TLS12_KX_DHE_PSK: return client_key_exchange_dhe_psk_encode(identity, share, body, OWN_ROOM);
  case TLS12_KX_ECDHE_PSK: return client_key_exchange_ecdhe_psk_encode(identity, share, body, OWN_ROOM);
  case TLS12_KX_RSA_PSK: return client_key_exchange_rsa_psk_encode(identity, share, body, OWN_ROOM);
  default: return client_key_exchange_ecdh_encode(share, body, OWN_ROOM);
  }
}

/* This side's share, whose length it answers with, and the secret that both agree on. */
static uint32_t make_share(struct tls12_engine *e, uint8_t *share, uint8_t *secret, uint32_t *secret_length)
{
  const enum tls12_key_exchange kx = e->suite->key_exchange;
  *secret_length = RSA_SECRET_LENGTH;
  if (uses_rsa(kx)) return make_rsa_secret(e, share, secret);
  if (uses_dh(kx)) return make_dh_share(e, share, secret, secret_length);
  if (uses_ecdh(kx)) return make_ecdh_share(e, share, secret, secret_length);
  *secret_length = no_other_secret(e->config->psks[0].key.length, secret);
  return 0;
}

/* The share is the key of the client's certificate, and the body is empty: RFC 5246 section 7.4.7.2, RFC 4492 section 3.2. */
static uint32_t agree_implicitly(struct tls12_engine *e, uint8_t *secret)
{
  const struct tls12_private_key *key = &e->credential->key;
  return uses_dh(e->suite->key_exchange) ? agree_with_dh_key(e, key->dh.key, secret)
                                         : agree_with_ecdh_key(e, key->scalar, secret);
}

uint32_t make_client_key_exchange(struct tls12_engine *e, uint8_t *premaster, uint32_t *premaster_length)
{
  uint8_t share[TLS12_PUBLIC_VALUE_MAX];
  struct tls12_bytes identity = {0};
  if (e->client_certificate == ON_FIXED_CERTIFICATE) {
    *premaster_length = agree_implicitly(e, premaster);
    return 0;
  }
  const uint32_t share_length = make_share(e, share, premaster, premaster_length);
  if (e->status >= TLS12_CLOSED) return 0;
  if (uses_psk(e->suite->key_exchange)) {
    identity = e->config->psks[0].identity;
    *premaster_length = add_psk(e->config->psks[0].key, premaster, *premaster_length);
  }
  const uint32_t length = encode(e, identity, (struct tls12_bytes){share, share_length});
  if (length == 0) own_fault(e); /* the identity is longer than a message may be */
  return length;
}

/* ---- the server ---- */

/* What came, where it lies in the body; as in encode. */
struct client_share {
  struct tls12_span identity, share;
};

static struct tls12_fault decode(enum tls12_key_exchange kx, const uint8_t *body, uint32_t length,
                                 struct client_share *got)
{
  struct client_key_exchange_rsa rsa = {{0, 0}};
  struct client_key_exchange_dh dh = {{0, 0}};
  struct client_key_exchange_ecdh ecdh = {{0, 0}};
  struct client_key_exchange_psk psk = {{0, 0}};
  struct client_key_exchange_dhe_psk dhe_psk = {{0, 0}, {0, 0}};
  struct client_key_exchange_ecdhe_psk ecdhe_psk = {{0, 0}, {0, 0}};
  struct client_key_exchange_rsa_psk rsa_psk = {{0, 0}, {0, 0}};
  struct tls12_fault fault;

  switch (kx) {
  case TLS12_KX_RSA:
    fault = client_key_exchange_rsa_decode(body, length, &rsa);
    *got = (struct client_share){{0, 0}, rsa.encrypted_pre_master_secret};
    return fault;
  case TLS12_KX_DH_DSS:
  case TLS12_KX_DH_RSA:
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA:
  case TLS12_KX_DH_ANON:
    fault = client_key_exchange_dh_decode(body, length, &dh);
    *got = (struct client_share){{0, 0}, dh.dh_Yc};
    return fault;
  case TLS12_KX_PSK:
    fault = client_key_exchange_psk_decode(body, length, &psk);
    *got = (struct client_share){psk.psk_identity, {0, 0}};
    return fault;
  case TLS12_KX_DHE_PSK:
    fault = client_key_exchange_dhe_psk_decode(body, length, &dhe_psk);
    *got = (struct client_share){dhe_psk.psk_identity, dhe_psk.dh_Yc};
    return fault;
  case TLS12_KX_ECDHE_PSK:
    fault = client_key_exchange_ecdhe_psk_decode(body, length, &ecdhe_psk);
    *got = (struct client_share){ecdhe_psk.psk_identity, ecdhe_psk.ecdh_Yc};
    return fault;
  case TLS12_KX_RSA_PSK:
    fault = client_key_exchange_rsa_psk_decode(body, length, &rsa_psk);
    *got = (struct client_share){rsa_psk.psk_identity, rsa_psk.encrypted_pre_master_secret};
    return fault;
  default:
    fault = client_key_exchange_ecdh_decode(body, length, &ecdh);
    *got = (struct client_share){{0, 0}, ecdh.ecdh_Yc};
    return fault;
  }
}

static int is_named(const struct tls12_psk *psk, struct tls12_bytes identity)
{
  return psk->identity.length == identity.length && memcmp(psk->identity.data, identity.data, identity.length) == 0;
}

/* The key that the client names, RFC 4279 section 2; NULL, and the connection has failed, if there is none. */
static const struct tls12_psk *find_psk(struct tls12_engine *e, const uint8_t *body, struct tls12_span identity)
{
  for (unsigned i = 0; i < e->config->psk_count; i++)
    if (is_named(&e->config->psks[i], part(body, identity))) return &e->config->psks[i];
  refuse(e, R4279_2_06, identity, TLS12_UNKNOWN_PSK_IDENTITY);
  return NULL;
}

/* The secret that both agree on: its length. */
static uint32_t accept_share(struct tls12_engine *e, const uint8_t *body, struct tls12_span share, uint8_t *secret)
{
  if (uses_rsa(e->suite->key_exchange)) return open_rsa_secret(e, part(body, share), secret);
  if (uses_dh(e->suite->key_exchange)) return accept_dh_share(e, body, share, secret);
  return accept_ecdh_share(e, body, share, secret);
}

/* The body is empty; the client's share is kept from its certificate. */
static uint32_t accept_implicitly(struct tls12_engine *e, uint32_t length, uint8_t *secret)
{
  const struct tls12_bytes share = public_value(&e->peer_share);
  const struct tls12_span all = {0, share.length};
  if (length > 0) {
    refuse(e, uses_dh(e->suite->key_exchange) ? R5246_7_4_7_2_02 : R4492_3_2_02, (struct tls12_span){0, length},
           TLS12_DECODE_ERROR);
    return 0;
  }
  return accept_share(e, share.data, all, secret);
}

uint32_t read_client_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length, uint8_t *premaster)
{
  const enum tls12_key_exchange kx = e->suite->key_exchange;
  struct client_share got;
  if (e->client_certificate == ON_FIXED_CERTIFICATE) return accept_implicitly(e, length, premaster);
  const struct tls12_fault fault = decode(kx, body, length, &got);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return 0;
  }
  if (!uses_psk(kx)) return accept_share(e, body, got.share, premaster);
  const struct tls12_psk *psk = find_psk(e, body, got.identity);
  if (psk == NULL) return 0;
  const uint32_t n =
      kx == TLS12_KX_PSK ? no_other_secret(psk->key.length, premaster) : accept_share(e, body, got.share, premaster);
  return e->status < TLS12_CLOSED ? add_psk(psk->key, premaster, n) : 0;
}
