#include "handshake/suite.h"

#include <stddef.h>

const struct tls12_suite tls12_suites[] = {
#include "suite_table.inc"
};

const unsigned tls12_suite_count = sizeof tls12_suites / sizeof tls12_suites[0];

const struct tls12_suite *tls12_suite_find(uint16_t value)
{
  for (unsigned i = 0; i < tls12_suite_count; i++)
    if (tls12_suites[i].value == value) return &tls12_suites[i];
  return NULL;
}

int tls12_suite_implemented(const struct tls12_suite *suite)
{
  const enum tls12_key_exchange kx = suite->key_exchange;
  return (kx == TLS12_KX_RSA || kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA || kx == TLS12_KX_ECDHE_ECDSA) &&
         suite->cipher != TLS12_CIPHER_NULL && suite->cipher != TLS12_CIPHER_3DES_EDE_CBC;
}

const char *tls12_key_exchange_name(enum tls12_key_exchange key_exchange)
{
  static const char *const names[] = {"NULL",    "RSA",        "DH_DSS",    "DH_RSA",      "DHE_DSS",   "DHE_RSA",
                                      "DH_anon", "ECDH_ECDSA", "ECDH_RSA",  "ECDHE_ECDSA", "ECDHE_RSA", "ECDH_anon",
                                      "PSK",     "DHE_PSK",    "ECDHE_PSK", "RSA_PSK"};
  return names[key_exchange];
}
