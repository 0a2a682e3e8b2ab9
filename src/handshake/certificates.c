#include "handshake/certificates.h"

#include "arithmetic/rsa.h"
#include "handshake/exchange_dh.h"
#include "handshake/exchange_ecdh.h"
#include "handshake/offer.h"
#include "wire/reader.h"
#include "wire/writer.h"
#include "x509/dh_key.h"
#include "x509/dss_parameters.h"

/* The certificates are put one after the other where certificate_encode wants its list: behind the message's header and
 * the list's own length. */
uint32_t make_certificate(struct tls12_engine *e)
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

void refuse_certificate(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain, uint32_t index,
                        struct tls12_fault fault)
{
  fault.offset += (uint32_t)(chain->certificates[index].data - body);
  refuse_body(e, fault);
}

void read_chain(struct tls12_engine *e, const uint8_t *body, struct tls12_span list, struct peer_chain *chain)
{
  const uint32_t end = list.offset + list.length;
  chain->count = 0;
  for (uint32_t at = list.offset; at < end;) {
    const uint32_t size = read_uint24(body, at);
    if (chain->count == TLS12_CHAIN_MAX) {
      disagree(e, R5246_7_4_2_05, TLS12_BAD_CERTIFICATE);
      return;
    }
    chain->certificates[chain->count++] = (struct tls12_bytes){body + at + 3, size};
    at += 3 + size;
  }
  const struct tls12_fault fault = x509_parse(chain->certificates[0].data, chain->certificates[0].length, &chain->leaf);
  if (fault.rule != TLS12_NO_RULE) refuse_certificate(e, body, chain, 0, fault);
}

/* Of RSA, modulus and exponent; of DSA, the key and the parameters that go with it; of others, the key alone. */
static void keep_peer_key(struct tls12_engine *e, const uint8_t *der, const struct tls12_public_key *key,
                          struct tls12_bytes dss_parameters)
{
  struct tls12_span number = key->key;
  struct tls12_bytes other = dss_parameters;
  if (key->kind == TLS12_KEY_RSA) {
    number = key->modulus;
    other = part(der, key->exponent);
  } else if (key->kind == TLS12_KEY_EC || key->kind == TLS12_KEY_ECDH) {
    number = key->point;
  }
  const struct rsa_public_key rsa = {part(der, number), other};
  if (key->kind == TLS12_KEY_RSA && rsa_size(&rsa) == 0) {
    disagree(e, R8017_3_1_01, TLS12_BAD_CERTIFICATE);
    return;
  }
  e->peer_key_kind = key->kind;
  e->peer_key_group = key->group;
  if (!keep_public_value(&e->peer_key, part(der, number)) || !keep_public_value(&e->peer_exponent, other))
    disagree(e, R5246_7_4_2_11, TLS12_UNSUPPORTED_CERTIFICATE);
}

/* RFC 9325 section 4.5, of policy modern: an RSA key has 2048 bits or more. A modulus has no leading zero byte. */
static int key_is_long_enough(enum tls12_policy policy, const uint8_t *der, const struct tls12_public_key *key)
{
  if (policy != TLS12_POLICY_MODERN || key->kind != TLS12_KEY_RSA) return 1;
  return key->modulus.length > 256 || (key->modulus.length == 256 && der[key->modulus.offset] >= 128);
}

void accept_chain(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain,
                  enum tls12_purpose purpose, struct tls12_bytes host, struct tls12_bytes accepted)
{
  const uint8_t *der = chain->certificates[0].data;
  if (!key_is_long_enough(e->config->policy, der, &chain->leaf.key)) {
    disagree(e, R9325_4_5_03, TLS12_INSUFFICIENT_SECURITY);
    return;
  }
  const struct tls12_chain_options options = {
      e->config->anchors, e->config->anchor_count, e->config->time, purpose, host, accepted};
  if (!e->config->accept_any_chain) {
    const struct tls12_chain_verdict verdict = x509_verify_chain(chain->certificates, chain->count, &options);
    if (verdict.fault.rule != TLS12_NO_RULE) {
      refuse_certificate(e, body, chain, verdict.index, verdict.fault);
      return;
    }
  }
  keep_peer_key(e, der, &chain->leaf.key, x509_dss_parameters(chain->certificates, chain->count, 0, &options));
}

/* Where a field lies in the body. */
static struct tls12_span place(const uint8_t *body, struct tls12_bytes field)
{
  return (struct tls12_span){(uint32_t)(field.data - body), field.length};
}

void use_static_key(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain)
{
  const struct tls12_public_key *key = &chain->leaf.key;
  const uint32_t at = (uint32_t)(chain->certificates[0].data - body);
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
