#include "handshake/suite.h"

#include <stddef.h>

const struct tls12_suite tls12_suites[] = {
#define SUITE(...) {__VA_ARGS__},
#include "suite_table.inc"
};

enum { COUNT = sizeof tls12_suites / sizeof tls12_suites[0] };

const unsigned tls12_suite_count = COUNT;

/*@ requires table: \valid_read(suites + (0 .. count - 1));
    terminates \true;
    exits \false;
    assigns \result \from suites, \indirect:suites[0 .. count - 1].value, \indirect:value;
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
  return find(tls12_suites, COUNT, value);
}

const char *tls12_key_exchange_name(enum tls12_key_exchange key_exchange)
{
  switch (key_exchange) {
  case TLS12_KX_NULL: return "NULL";
  case TLS12_KX_RSA: return "RSA";
  case TLS12_KX_DH_DSS: return "DH_DSS";
  case TLS12_KX_DH_RSA: return "DH_RSA";
  case TLS12_KX_DHE_DSS: return "DHE_DSS";
  case TLS12_KX_DHE_RSA: return "DHE_RSA";
  case TLS12_KX_DH_ANON: return "DH_anon";
  case TLS12_KX_ECDH_ECDSA: return "ECDH_ECDSA";
  case TLS12_KX_ECDH_RSA: return "ECDH_RSA";
  case TLS12_KX_ECDHE_ECDSA: return "ECDHE_ECDSA";
  case TLS12_KX_ECDHE_RSA: return "ECDHE_RSA";
  case TLS12_KX_ECDH_ANON: return "ECDH_anon";
  case TLS12_KX_PSK: return "PSK";
  case TLS12_KX_DHE_PSK: return "DHE_PSK";
  case TLS12_KX_ECDHE_PSK: return "ECDHE_PSK";
  default: return "RSA_PSK";
  }
}
