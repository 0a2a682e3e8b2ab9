#include "handshake/exchange_dh.h"

#include "arithmetic/dh.h"
#include "arithmetic/ffdhe.h"
#include "crypto/wipe.h"

void use_dh_params(struct tls12_engine *e, const uint8_t *body, struct server_dh_params at)
{
  const struct tls12_bytes p = part(body, at.dh_p), g = part(body, at.dh_g), ys = part(body, at.dh_Ys);
  enum tls12_rule rule = dh_check_group(p, g);
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, at.dh_p, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (!tls12_policy_allows_dh_bits(e->config->policy, dh_bits(p))) {
    disagree(e, e->config->policy == TLS12_POLICY_MODERN ? R9325_4_5_01 : R7919_3_1_01, TLS12_INSUFFICIENT_SECURITY);
    return;
  }
  rule = dh_check_public(p, ys);
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, at.dh_Ys, TLS12_HANDSHAKE_FAILURE);
    return;
  }
  if (!keep_public_value(&e->dh_p, p) || !keep_public_value(&e->dh_g, g) || !keep_public_value(&e->peer_share, ys))
    disagree(e, R5246_7_4_3_05, TLS12_ILLEGAL_PARAMETER);
}

uint32_t make_dh_share(struct tls12_engine *e, uint8_t *share, uint8_t *secret, uint32_t *secret_length)
{
  uint8_t exponent[DH_EXPONENT_LENGTH];
  const struct tls12_bytes p = public_value(&e->dh_p), g = public_value(&e->dh_g);
  const uint32_t n = p.length < sizeof exponent ? p.length : (uint32_t)sizeof exponent;
  if (!engine_random(e, exponent, n)) return 0;
  const struct tls12_bytes x = {exponent, n};
  dh_public(p, g, x, share);
  dh_shared(p, public_value(&e->peer_share), x, secret, secret_length);
  wipe(exponent, sizeof exponent);
  return p.length;
}

uint32_t make_dh_params(struct tls12_engine *e, uint8_t *share)
{
  const struct tls12_bytes p = ffdhe_prime((enum tls12_group)e->dh_group), g = ffdhe_generator();
  e->private_share_length = DH_EXPONENT_LENGTH;
  if (!engine_random(e, e->private_share, DH_EXPONENT_LENGTH)) return 0;
  dh_public(p, g, (struct tls12_bytes){e->private_share, DH_EXPONENT_LENGTH}, share);
  keep_public_value(&e->dh_p, p);
  keep_public_value(&e->dh_g, g);
  return p.length;
}

uint32_t accept_dh_share(struct tls12_engine *e, const uint8_t *body, struct tls12_span at, uint8_t *secret)
{
  uint32_t length = 0;
  const struct tls12_bytes p = public_value(&e->dh_p), yc = part(body, at);
  if (dh_check_public(p, yc) != TLS12_NO_RULE)
    refuse(e, R7919_4_06, at, TLS12_HANDSHAKE_FAILURE);
  else
    dh_shared(p, yc, (struct tls12_bytes){e->private_share, e->private_share_length}, secret, &length);
  return length;
}
