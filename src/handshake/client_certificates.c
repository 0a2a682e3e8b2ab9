/* The certificates of the handshake, as the client sees them: it judges the server's, RFC 5246 section 7.4.2, and what is said of
 * its status, RFC 6066 section 8, chooses its own when it is asked for one, RFC 5246 sections 7.4.4 and 7.4.6, and signs with it,
 * section 7.4.8. */
#include <string.h>

#include "handshake/callbacks.h"
#include "handshake/certificates.h"
#include "handshake/client_messages.h"
#include "handshake/exchange_dh.h"
#include "handshake/key_exchange.h"
#include "handshake/messages.h"
#include "handshake/offer.h"
#include "handshake/requested.h"
#include "handshake/scheme.h"
#include "handshake/signature.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_status.h"
#include "message/certificate_verify.h"
#include "x509/fitness.h"
#include "x509/selection.h"

void read_server_certificate(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate value;
  struct peer_chain chain;
  struct tls12_fault fault = server_certificate_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  read_chain(e, body, value.certificate_list, &chain);
  if (e->status >= TLS12_CLOSED) return;
  fault = x509_check_fitness(e->suite->key_exchange, &chain.leaf);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_certificate(e, body, &chain, 0, fault);
    return;
  }
  const char *host = e->config->server_name;
  accept_chain(e, body, &chain, TLS12_PURPOSE_SERVER_AUTH,
               (struct tls12_bytes){(const uint8_t *)host, host == NULL ? 0 : (uint32_t)strlen(host)},
               offered_pairs(e->config->policy));
  if (e->status < TLS12_CLOSED && uses_static_key(e->suite->key_exchange)) use_static_key(e, body, &chain);
}

/* ---- CertificateStatus ---- */

void read_certificate_status(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate_status value;
  const struct tls12_fault fault = certificate_status_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE)
    refuse_body(e, fault);
  else if (!engine_certificate_status(e->config, part(body, value.ocsp_response)))
    refuse(e, R6066_8_07, value.ocsp_response, TLS12_BAD_CERTIFICATE_STATUS_RESPONSE);
}

/* ---- CertificateRequest ---- */

/* The first pair that the server lists, that this side can make with such a key; 0: none. */
static uint16_t choose_own_pair(const struct tls12_engine *e, struct tls12_bytes listed, enum tls12_key_kind kind)
{
  for (uint32_t at = 0; at + 1 < listed.length; at += 2) {
    const uint32_t pair = PAIR(listed.data[at], listed.data[at + 1]);
    if (scheme_key(pair) == kind && list_holds(requested_pairs(e->config->policy, has_all_messages(e)), pair))
      return (uint16_t)pair;
  }
  return 0;
}

/* Whether the client can show the credential: then it is chosen. */
static int credential_answers(struct tls12_engine *e, const struct tls12_credential *credential,
                              const struct x509_client_demand *demand)
{
  const uint32_t type = x509_client_type(credential->chain, credential->chain_length, demand);
  if (type == 0) return 0;
  const int fixed = type != TLS12_RSA_SIGN && type != TLS12_DSS_SIGN && type != TLS12_ECDSA_SIGN;
  const uint16_t pair = fixed ? 0 : choose_own_pair(e, demand->algorithms, credential->key.kind);
  if (!fixed && pair == 0) return 0;
  e->credential = credential;
  e->signature_pair = pair;
  e->client_certificate = fixed ? ON_FIXED_CERTIFICATE : ON_SIGNING_CERTIFICATE;
  return 1;
}

static void choose_answer(struct tls12_engine *e, const uint8_t *body, const struct certificate_request *request)
{
  const enum tls12_key_exchange kx = e->suite->key_exchange;
  uint8_t parameters[DH_PARAMETERS_MAX];
  const struct x509_client_demand demand = {
      .key_exchange = kx,
      .types = part(body, request->certificate_types),
      .algorithms = part(body, request->supported_signature_algorithms),
      .authorities = part(body, request->certificate_authorities),
      .server_parameters = {parameters, uses_dh(kx) ? write_dh_parameters(e, parameters) : 0},
      .server_group = uses_ecdh(kx) ? e->ec_group : 0,
  };
  for (unsigned i = 0; i < e->config->credential_count; i++)
    if (credential_answers(e, &e->config->credentials[i], &demand)) return;
}

void read_certificate_request(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct certificate_request request;
  struct tls12_fault fault = certificate_request_decode(body, length, &request);
  if (fault.rule == TLS12_NO_RULE)
    fault = check_requested_types(e->suite->key_exchange, body, request.certificate_types);
  if (fault.rule == TLS12_NO_RULE) fault = check_requested_authorities(body, request.certificate_authorities);
  if (fault.rule == TLS12_NO_RULE)
    choose_answer(e, body, &request);
  else
    refuse_body(e, fault);
}

/* ---- CertificateVerify ---- */

uint32_t make_certificate_verify(struct tls12_engine *e)
{
  const uint16_t pair = e->signature_pair;
  uint8_t digest[TLS12_HASH_SIZE_MAX], signature[TLS12_SIGNATURE_MAX];
  const struct tls12_bytes text = signed_messages(e, pair, digest);
  const uint32_t length =
      text.length == 0 ? 0 : handshake_signature_make(e->config, &e->credential->key, pair, text, signature);
  if (length == 0) own_fault(e);
  return certificate_verify_encode(pair / 256u, pair % 256u, (struct tls12_bytes){signature, length}, OWN_BODY(e),
                                   OWN_ROOM);
}
