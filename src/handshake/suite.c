#include "handshake/suite.h"

#include <stddef.h>

const struct tls12_suite tls12_suites[] = {
#define SUITE(...) {__VA_ARGS__},
#include "suite_table.inc"
};

const unsigned tls12_suite_count = sizeof tls12_suites / sizeof tls12_suites[0];

/*@ requires table: \valid_read(suites + (0 .. count - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures found: \result != \null ==>
      \exists integer i; 0 <= i < count && \result == suites + i && suites[i].value == value;
    ensures none: \result == \null ==> \forall integer i; 0 <= i < count ==> suites[i].value != value;
*/
static const struct tls12_suite *find(const struct tls12_suite *suites, unsigned count, uint16_t value)
{
  /*@ loop invariant range: 0 <= i <= count;
      loop invariant none: \forall integer j; 0 <= j < i ==> suites[j].value != value;
      loop assigns i;
      loop variant count - i;
  */
  for (unsigned i = 0; i < count; i++)
    if (suites[i].value == value) return &suites[i];
  return NULL;
}

const struct tls12_suite *tls12_suite_find(uint16_t value)
{
  return find(tls12_suites, tls12_suite_count, value);
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
