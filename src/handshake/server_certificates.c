/* The certificates of the handshake, as the server sees them: it says what the status of its own is, RFC 6066 section 8, asks for
 * the client's, RFC 5246 section 7.4.4, judges it, section 7.4.6, and its signature, section 7.4.8. */
#include "handshake/certificates.h"
#include "handshake/exchange_dh.h"
#include "handshake/key_exchange.h"
#include "handshake/messages.h"
#include "handshake/offer.h"
#include "handshake/scheme.h"
#include "handshake/server_messages.h"
#include "handshake/signature.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_status.h"
#include "message/certificate_verify.h"
#include "x509/dh_key.h"
#include "x509/fitness.h"

/* ---- CertificateStatus ---- */

uint32_t make_certificate_status(struct tls12_engine *e)
{
  const uint32_t length = certificate_status_encode(e->credential->ocsp_response, OWN_BODY(e), OWN_ROOM);
  if (length == 0) own_fault(e);
  return length;
}

/* ---- CertificateRequest ---- */

/* certificate_types, most wanted first: signing ones always, fixed ones as the key exchange uses them, under `reference`. */
static struct tls12_bytes requested_types(enum tls12_policy policy, enum tls12_key_exchange kx)
{
  static const uint8_t dh[] = {TLS12_RSA_SIGN, TLS12_ECDSA_SIGN, TLS12_DSS_SIGN, TLS12_RSA_FIXED_DH,
                               TLS12_DSS_FIXED_DH};
  static const uint8_t ecdh[] = {TLS12_RSA_SIGN, TLS12_ECDSA_SIGN, TLS12_DSS_SIGN, TLS12_RSA_FIXED_ECDH,
                                 TLS12_ECDSA_FIXED_ECDH};
  if (policy == TLS12_POLICY_MODERN) return (struct tls12_bytes){dh, 2};
  if (uses_dh(kx)) return (struct tls12_bytes){dh, sizeof dh};
  return (struct tls12_bytes){ecdh, uses_ecdh(kx) && uses_static_key(kx) ? sizeof ecdh : 3};
}

/* The pairs that the client is asked for. */
static struct tls12_bytes requested(const struct tls12_engine *e)
{
  return requested_pairs(e->config->policy, e->every_pair);
}

uint32_t make_certificate_request(struct tls12_engine *e)
{
  e->every_pair = has_all_messages(e);
  const uint32_t length =
      certificate_request_encode(requested_types(e->config->policy, e->suite->key_exchange), requested(e),
                                 e->config->certificate_authorities, OWN_BODY(e), OWN_ROOM);
  if (length == 0) own_fault(e);
  return length;
}

/* ---- Certificate ---- */

/* The first of the types that were asked for as which the client can have sent its leaf; 0: none. */
static uint32_t type_of(const struct tls12_engine *e, const struct tls12_x509 *leaf)
{
  const struct tls12_bytes types = requested_types(e->config->policy, e->suite->key_exchange);
  for (uint32_t i = 0; i < types.length; i++)
    if (fitness_check_client(types.data[i], leaf->key.kind, leaf->extensions.has_key_usage != 0,
                             leaf->extensions.key_usage) == TLS12_NO_RULE)
      return types.data[i];
  return 0;
}

/* A client's fixed key has the parameters of the server's: R5246-7.4.6-09, R5246-7.4.6-10. */
static int has_own_parameters(const struct tls12_engine *e, const struct peer_chain *chain)
{
  const struct tls12_public_key *key = &chain->leaf.key;
  struct dh_key dh;
  if (key->kind != TLS12_KEY_DH) return key->group == e->ec_group;
  return x509_read_dh_key(chain->certificates[0].data, key->parameters, key->key, &dh) &&
         same_number(dh.p, public_value(&e->dh_p)) && same_number(dh.g, public_value(&e->dh_g));
}

static void use_fixed_key(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain)
{
  const struct tls12_public_key *key = &chain->leaf.key;
  const enum tls12_rule rule = key->kind == TLS12_KEY_DH ? R5246_7_4_6_09 : R5246_7_4_6_10;
  e->client_certificate = ON_FIXED_CERTIFICATE;
  if (has_own_parameters(e, chain))
    use_static_key(e, body, chain);
  else
    refuse_certificate(
        e, body, chain, 0,
        (struct tls12_fault){rule, key->algorithm.offset, key->algorithm.length, TLS12_ILLEGAL_PARAMETER});
}

static void judge_chain(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain)
{
  const uint32_t type = type_of(e, &chain->leaf);
  if (type == 0) {
    const struct tls12_span algorithm = chain->leaf.key.algorithm;
    refuse_certificate(
        e, body, chain, 0,
        (struct tls12_fault){R5246_7_4_6_05, algorithm.offset, algorithm.length, TLS12_UNSUPPORTED_CERTIFICATE});
    return;
  }
  accept_chain(e, body, chain, TLS12_PURPOSE_CLIENT_AUTH, (struct tls12_bytes){0}, requested(e));
  if (e->status >= TLS12_CLOSED) return;
  if (type == TLS12_RSA_SIGN || type == TLS12_DSS_SIGN || type == TLS12_ECDSA_SIGN)
    e->client_certificate = ON_SIGNING_CERTIFICATE;
  else
    use_fixed_key(e, body, chain);
}

void read_client_certificate(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate value;
  struct peer_chain chain;
  const struct tls12_fault fault = client_certificate_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
  } else if (value.certificate_list.length > 0) {
    read_chain(e, body, value.certificate_list, &chain);
    if (e->status < TLS12_CLOSED) judge_chain(e, body, &chain);
  } else if (e->config->client_certificate == TLS12_REQUIRED) {
    refuse(e, R5246_7_4_6_03, (struct tls12_span){0, 3}, TLS12_HANDSHAKE_FAILURE);
  }
}

/* ---- CertificateVerify ---- */

void receive_certificate_verify(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate_verify value;
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  const struct tls12_fault fault = certificate_verify_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  const uint32_t pair = PAIR(value.hash, value.signature_algorithm);
  if (!list_holds(requested(e), pair)) {
    refuse(e, R5246_7_4_8_05, (struct tls12_span){0, 2}, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (scheme_key(pair) != e->peer_key_kind) {
    refuse(e, R5246_7_4_8_06, (struct tls12_span){0, 2}, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  const struct tls12_bytes text = signed_messages(e, pair, digest);
  if (text.length == 0)
    own_fault(e);
  else if (!handshake_signature_verify(e, pair, text, part(body, value.signature)))
    refuse(e, R5246_7_4_8_04, value.signature, TLS12_DECRYPT_ERROR);
}
