#include "handshake/exchange_dh.h"

#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/ffdhe.h"
#include "arithmetic/number.h"
#include "crypto/wipe.h"
#include "spec/der.h"
#include "wire/writer.h"

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

/* Bytes of a private exponent: at least the 225, 275, 325, 375 and 400 bits that RFC 7919 appendix A asks for with the named groups;
 * 512 bits leave a margin for groups whose order is not known. */
/*@ requires p: \valid_read(p.data + (0 .. p.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures length: \result <= p.length && \result <= DH_EXPONENT_LENGTH && (0 < p.length ==> 0 < \result);
*/
static uint32_t exponent_length(struct tls12_bytes p)
{
  static const uint32_t lengths[] = {29, 35, 41, 47, 50};
  for (uint32_t i = 0; i < 5; i++) {
    const struct tls12_bytes named = ffdhe_prime((enum tls12_group)(TLS12_FFDHE2048 + i));
    if (p.length == named.length && memcmp(p.data, named.data, p.length) == 0) return lengths[i];
  }
  return p.length < DH_EXPONENT_LENGTH ? p.length : DH_EXPONENT_LENGTH;
}

uint32_t make_dh_share(struct tls12_engine *e, uint8_t *share, uint8_t *secret, uint32_t *secret_length)
{
  uint8_t exponent[DH_EXPONENT_LENGTH];
  const struct tls12_bytes p = public_value(&e->dh_p), g = public_value(&e->dh_g);
  const uint32_t n = exponent_length(p);
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
  e->private_share_length = exponent_length(p);
  if (!engine_random(e, e->private_share, e->private_share_length)) return 0;
  dh_public(p, g, (struct tls12_bytes){e->private_share, e->private_share_length}, share);
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

uint32_t agree_with_dh_key(struct tls12_engine *e, struct tls12_bytes x, uint8_t *secret)
{
  uint32_t length = 0;
  if (x.length == 0 || x.length > TLS12_PUBLIC_VALUE_MAX)
    own_fault(e);
  else
    dh_shared(public_value(&e->dh_p), public_value(&e->peer_share), x, secret, &length);
  return length;
}

int same_number(struct tls12_bytes a, struct tls12_bytes b)
{
  const struct tls12_bytes x = number_trim(a), y = number_trim(b);
  return x.length == y.length && memcmp(x.data, y.data, x.length) == 0;
}

/* The header of an element with n bytes of contents, in the shortest form. */
static uint32_t write_header(uint8_t *der, uint32_t at, uint8_t tag, uint32_t n)
{
  at = write_uint8(der, at, tag);
  if (n < 128) return write_uint8(der, at, n);
  if (n < 256) return write_uint8(der, write_uint8(der, at, 0x81), n);
  return write_uint16(der, write_uint8(der, at, 0x82), n);
}

/* An INTEGER, and no more zero bytes than the sign needs. */
static uint32_t write_integer(uint8_t *der, uint32_t at, struct tls12_bytes number)
{
  const struct tls12_bytes digits = number_trim(number);
  const uint32_t sign = digits.length > 0 && digits.data[0] < 128 ? 0 : 1;
  at = write_header(der, at, DER_INTEGER, sign + digits.length);
  if (sign == 1) at = write_uint8(der, at, 0);
  return write_fixed(der, at, digits);
}

uint32_t write_dh_parameters(const struct tls12_engine *e, uint8_t *der)
{
  uint8_t numbers[DH_PARAMETERS_MAX];
  const uint32_t n = write_integer(numbers, write_integer(numbers, 0, public_value(&e->dh_p)), public_value(&e->dh_g));
  return write_fixed(der, write_header(der, 0, DER_SEQUENCE, n), (struct tls12_bytes){numbers, n});
}
