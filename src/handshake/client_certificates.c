/* The certificates of the handshake, as the client sees them: it judges the server's, RFC 5246 section 7.4.2, and what the
 * server asks for, section 7.4.4. */
#include <string.h>

#include "handshake/client_messages.h"
#include "handshake/exchange_dh.h"
#include "handshake/exchange_ecdh.h"
#include "handshake/key_exchange.h"
#include "handshake/offer.h"
#include "handshake/requested.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "x509/dh_key.h"
#include "x509/fitness.h"
#include "x509/verify.h"

/* ---- Certificate ---- */

/* Where a field lies in the body. */
static struct tls12_span place(const uint8_t *body, struct tls12_bytes field)
{
  return (struct tls12_span){(uint32_t)(field.data - body), field.length};
}

static void keep_server_key(struct tls12_engine *e, const uint8_t *der, const struct tls12_x509 *leaf)
{
  e->peer_key_kind = leaf->key.kind;
  e->peer_key_group = leaf->key.group;
  const struct tls12_public_key *key = &leaf->key;
  struct tls12_span number = key->key, other = {0, 0};
  if (key->kind == TLS12_KEY_RSA) {
    number = key->modulus;
    other = key->exponent;
  } else if (key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ECDH) {
    number = key->point;
  } else if (key->kind == TLS12_KEY_DSA || key->kind == TLS12_KEY_DH) {
    other = key->parameters;
  }
  if (!keep_public_value(&e->peer_key, part(der, number)) || !keep_public_value(&e->peer_exponent, part(der, other)))
    disagree(e, R5246_7_4_2_11, TLS12_UNSUPPORTED_CERTIFICATE);
}

/* The key of the certificate at offset `at` is the server's share: RFC 5246 section 7.4.3, RFC 4492 section 2. */
static void use_static_key(struct tls12_engine *e, const uint8_t *body, uint32_t at, const struct tls12_public_key *key)
{
  struct dh_key dh;
  if (key->kind != TLS12_KEY_DH) {
    const struct tls12_span point = {at + key->point.offset, key->point.length};
    if (list_holds(offered_groups(), key->group))
      use_ecdh_params(e, body, (struct server_ecdh_params){key->group, point});
    else
      refuse(e, R5246_7_4_2_16, point, TLS12_UNSUPPORTED_CERTIFICATE);
  } else if (x509_read_dh_key(body + at, key->parameters, key->key, &dh)) {
    use_dh_params(e, body, (struct server_dh_params){place(body, dh.p), place(body, dh.g), place(body, dh.key)});
  } else {
    refuse(e, R3279_2_3_3_01, (struct tls12_span){at + key->parameters.offset, key->parameters.length},
           TLS12_UNSUPPORTED_CERTIFICATE);
  }
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
  if (e->status < TLS12_CLOSED && uses_static_key(e->suite->key_exchange))
    use_static_key(e, body, (uint32_t)(chain[0].data - body), &leaf.key);
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
