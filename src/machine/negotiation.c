#include "machine/negotiation.h"

struct tls12_negotiation negotiated(enum tls12_key_exchange key_exchange, enum tls12_presence abbreviated, int status,
                                    int ticket, int renegotiation)
{
  struct tls12_negotiation n = {
    .abbreviated = abbreviated, .server_key_exchange = REQUIRED, .certificate = 1, .fixed = 0,
    .status = status, .ticket = ticket, .renegotiation = renegotiation,
  };

  switch (key_exchange) {
  case TLS12_KX_RSA:
    n.server_key_exchange = FORBIDDEN;
    break;
  case TLS12_KX_DH_DSS:
  case TLS12_KX_DH_RSA:
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDH_RSA:
    n.server_key_exchange = FORBIDDEN;
    n.fixed = 1;
    break;
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA:
    n.fixed = 1;
    break;
  case TLS12_KX_DH_ANON:
  case TLS12_KX_ECDH_ANON:
  case TLS12_KX_DHE_PSK:
  case TLS12_KX_ECDHE_PSK:
    n.certificate = 0;
    break;
  case TLS12_KX_PSK:
    n.server_key_exchange = OPTIONAL;
    n.certificate = 0;
    break;
  case TLS12_KX_RSA_PSK:
    n.server_key_exchange = OPTIONAL;
    break;
  default:
    break;
  }
  return n;
}
