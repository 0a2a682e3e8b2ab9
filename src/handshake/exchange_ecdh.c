#include "handshake/exchange_ecdh.h"

#include "crypto/wipe.h"

void use_ecdh_params(struct tls12_engine *e, const uint8_t *body, struct server_ecdh_params at)
{
  const struct tls12_bytes point = part(body, at.point);
  const enum tls12_rule rule = key_share_check(at.named_curve, point);
  if (rule != TLS12_NO_RULE) {
    refuse(e, rule, at.point, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  e->ec_group = (uint16_t)at.named_curve;
  keep_public_value(&e->peer_share, point);
}

uint32_t make_ecdh_share(struct tls12_engine *e, uint8_t *share, uint8_t *secret, uint32_t *secret_length)
{
  uint8_t own[ECDH_SIZE_MAX];
  const struct tls12_bytes peer = public_value(&e->peer_share);
  *secret_length = key_share_size(e->ec_group);
  if (!key_share_generate(e->ec_group, e->config->random, e->config->random_context, own, share)) {
    own_fault(e);
  } else if (!key_share_agree(e->ec_group, own, peer, secret)) { /* after the check of the share: zero */
    e->failure.message = TLS12_SERVER_KEY_EXCHANGE;
    refuse(e, R8422_5_10_02, (struct tls12_span){4, peer.length}, TLS12_ILLEGAL_PARAMETER);
  }
  wipe(own, sizeof own);
  return key_share_length(e->ec_group);
}

uint32_t make_ecdh_params(struct tls12_engine *e, uint8_t *share)
{
  e->private_share_length = key_share_size(e->ec_group);
  if (!key_share_generate(e->ec_group, e->config->random, e->config->random_context, e->private_share, share))
    own_fault(e);
  return key_share_length(e->ec_group);
}

uint32_t accept_ecdh_share(struct tls12_engine *e, const uint8_t *body, struct tls12_span at, uint8_t *secret)
{
  const struct tls12_bytes yc = part(body, at);
  const enum tls12_rule rule = key_share_check(e->ec_group, yc);
  if (rule != TLS12_NO_RULE)
    refuse(e, rule, at, TLS12_ILLEGAL_PARAMETER);
  else if (!key_share_agree(e->ec_group, e->private_share, yc, secret)) /* after the check of the share: zero */
    refuse(e, R8422_5_11_02, at, TLS12_ILLEGAL_PARAMETER);
  return key_share_size(e->ec_group);
}

uint32_t agree_with_ecdh_key(struct tls12_engine *e, struct tls12_bytes scalar, uint8_t *secret)
{
  if (scalar.length != key_share_size(e->ec_group) ||
      !key_share_agree(e->ec_group, scalar.data, public_value(&e->peer_share), secret))
    own_fault(e);
  return key_share_size(e->ec_group);
}
