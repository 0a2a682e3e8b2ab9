#include "tool/chain_judge.h"

#include "x509/fitness.h"
#include "x509/fitness_lists.h"
#include "x509/fixed_parameters.h"

static const uint8_t all_types[] = {TLS12_RSA_SIGN,     TLS12_DSS_SIGN,       TLS12_ECDSA_SIGN,      TLS12_RSA_FIXED_DH,
                                    TLS12_DSS_FIXED_DH, TLS12_RSA_FIXED_ECDH, TLS12_ECDSA_FIXED_ECDH};
const struct tls12_bytes chain_all_types = {all_types, sizeof all_types};

static struct tls12_fault unfit(enum tls12_rule rule, enum tls12_alert alert, struct tls12_span where)
{
  return (struct tls12_fault){rule, where.offset, where.length, alert};
}

/* A curve and a point format that the peer has. */
static int curve_fits(const struct chain_question *q, const struct tls12_public_key *key)
{
  if (key->kind != TLS12_KEY_EC && key->kind != TLS12_KEY_ECDH) return 1;
  return fitness_check_curve(q->groups, key->group) &&
         fitness_check_point_format(q->point_formats, q->chain[0].data[key->point.offset]);
}

/* RFC 5246 section 7.4.2. */
static struct tls12_fault check_server(const struct chain_question *q, const struct tls12_x509 *leaf)
{
  const struct tls12_fault fault = x509_check_fitness(q->kx, leaf);
  if (fault.rule != TLS12_NO_RULE || curve_fits(q, &leaf->key)) return fault;
  return unfit(q->kx == TLS12_KX_ECDHE_ECDSA ? R5246_7_4_2_17 : R5246_7_4_2_16, TLS12_UNSUPPORTED_CERTIFICATE,
               leaf->key.algorithm);
}

/* A fixed key goes with the parameters of the server's: R5246-7.4.6-09, R5246-7.4.6-10. */
static enum tls12_rule check_fixed(const struct chain_question *q, uint32_t type, const struct tls12_public_key *key)
{
  const int is_dh = type == TLS12_RSA_FIXED_DH || type == TLS12_DSS_FIXED_DH;
  const int is_ecdh = type == TLS12_RSA_FIXED_ECDH || type == TLS12_ECDSA_FIXED_ECDH;
  struct tls12_x509 server;
  if ((!is_dh && !is_ecdh) || q->server.length == 0) return TLS12_NO_RULE;
  if (x509_parse(q->server.data, q->server.length, &server).rule == TLS12_NO_RULE) {
    const struct tls12_bytes ours = {q->chain[0].data + key->parameters.offset, key->parameters.length},
                             theirs = {q->server.data + server.key.parameters.offset, server.key.parameters.length};
    if (is_dh ? x509_same_group(ours, theirs) : key->group == server.key.group) return TLS12_NO_RULE;
  }
  return is_dh ? R5246_7_4_6_09 : R5246_7_4_6_10;
}

/* What keeps a leaf, whose key is of its kind, from being one of this type; fault.rule is TLS12_NO_RULE if nothing does. */
static struct tls12_fault check_type(const struct chain_question *q, uint32_t type, const struct tls12_x509 *leaf)
{
  const struct tls12_certificate_extensions *x = &leaf->extensions;
  enum tls12_rule rule = curve_fits(q, &leaf->key)
                             ? fitness_check_client(type, leaf->key.kind, x->has_key_usage != 0, x->key_usage)
                             : R5246_7_4_6_08;
  if (rule != TLS12_NO_RULE) return unfit(rule, TLS12_UNSUPPORTED_CERTIFICATE, leaf->key.algorithm);
  rule = check_fixed(q, type, &leaf->key);
  return rule == TLS12_NO_RULE ? unfit(rule, TLS12_NO_ALERT, (struct tls12_span){0, 0})
                               : unfit(rule, TLS12_ILLEGAL_PARAMETER, leaf->key.algorithm);
}

/* RFC 5246 section 7.4.6: the certificate must be one of some type that works in the key exchange. */
static struct tls12_fault check_client(const struct chain_question *q, const struct tls12_x509 *leaf)
{
  struct tls12_fault found = unfit(R5246_7_4_4_09, TLS12_UNSUPPORTED_CERTIFICATE, leaf->key.algorithm);
  for (uint32_t i = 0; i < q->types.length; i++) {
    const uint32_t type = q->types.data[i];
    if (!fitness_type_usable(q->kx, type) || fitness_check_client(type, leaf->key.kind, 0, 0) != TLS12_NO_RULE)
      continue; /* the type is for another key exchange, or for other keys */
    const struct tls12_fault fault = check_type(q, type, leaf);
    if (fault.rule == TLS12_NO_RULE) return fault;
    if (found.rule == R5246_7_4_4_09) found = fault;
  }
  return found;
}

struct tls12_chain_verdict chain_judge(const struct chain_question *q)
{
  struct tls12_chain_verdict verdict = x509_verify_chain(q->chain, q->length, &q->options);
  struct tls12_x509 leaf;
  if (verdict.fault.rule != TLS12_NO_RULE || q->kx == TLS12_KX_NULL) return verdict;
  verdict.index = 0;
  verdict.fault = x509_parse(q->chain[0].data, q->chain[0].length, &leaf);
  if (verdict.fault.rule != TLS12_NO_RULE) return verdict;
  verdict.fault = q->options.purpose == TLS12_PURPOSE_CLIENT_AUTH ? check_client(q, &leaf) : check_server(q, &leaf);
  return verdict;
}
