#include "handshake/policy.h"

int tls12_policy_allows_suite(enum tls12_policy policy, const struct tls12_suite *suite)
{
  if (policy == TLS12_POLICY_REFERENCE) return 1;
  const enum tls12_key_exchange kx = suite->key_exchange;
  return (kx == TLS12_KX_ECDHE_ECDSA || kx == TLS12_KX_ECDHE_RSA || kx == TLS12_KX_ECDHE_PSK) &&
         suite->mac == TLS12_HASH_NONE;
}

int tls12_policy_allows_dh_bits(enum tls12_policy policy, uint32_t bits)
{
  return bits >= (policy == TLS12_POLICY_REFERENCE ? 768u : 2048u);
}

int tls12_policy_requires_renegotiation_info(enum tls12_policy policy)
{
  return policy == TLS12_POLICY_MODERN;
}

int tls12_policy_allows_legacy_session(enum tls12_policy policy)
{
  return policy == TLS12_POLICY_REFERENCE;
}
