#include "handshake/key_exchange.h"

int uses_rsa(enum tls12_key_exchange kx)
{
  return kx == TLS12_KX_RSA || kx == TLS12_KX_RSA_PSK;
}

int uses_dh(enum tls12_key_exchange kx)
{
  return (kx >= TLS12_KX_DH_DSS && kx <= TLS12_KX_DH_ANON) || kx == TLS12_KX_DHE_PSK;
}

int uses_ecdh(enum tls12_key_exchange kx)
{
  return (kx >= TLS12_KX_ECDH_ECDSA && kx <= TLS12_KX_ECDH_ANON) || kx == TLS12_KX_ECDHE_PSK;
}

int uses_psk(enum tls12_key_exchange kx)
{
  return kx >= TLS12_KX_PSK && kx <= TLS12_KX_RSA_PSK;
}

int uses_static_key(enum tls12_key_exchange kx)
{
  return kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA || kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA;
}

int uses_signature(enum tls12_key_exchange kx)
{
  return kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_ECDSA || kx == TLS12_KX_ECDHE_RSA;
}

int uses_certificate(enum tls12_key_exchange kx)
{
  return kx != TLS12_KX_DH_ANON && kx != TLS12_KX_ECDH_ANON && kx != TLS12_KX_PSK && kx != TLS12_KX_DHE_PSK &&
         kx != TLS12_KX_ECDHE_PSK;
}
