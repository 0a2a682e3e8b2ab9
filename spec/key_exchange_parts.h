/* What a key exchange is made of: RFC 5246 section 7.4.2, RFC 4279 sections 2 to 4, RFC 4492 section 2, RFC 5489 section 2.
 * One of RSA, DH and ECDH agrees on a secret, or none does: PSK. */
#ifndef TLS12_SPEC_KEY_EXCHANGE_PARTS_H
#define TLS12_SPEC_KEY_EXCHANGE_PARTS_H

#include "spec/machine.h"

/*@ logic boolean kx_rsa(integer k) = k == TLS12_KX_RSA || k == TLS12_KX_RSA_PSK;
    logic boolean kx_dh(integer k) =
      k == TLS12_KX_DH_DSS || k == TLS12_KX_DH_RSA || k == TLS12_KX_DHE_DSS || k == TLS12_KX_DHE_RSA ||
      k == TLS12_KX_DH_ANON || k == TLS12_KX_DHE_PSK;
    logic boolean kx_ecdh(integer k) =
      k == TLS12_KX_ECDH_ECDSA || k == TLS12_KX_ECDH_RSA || k == TLS12_KX_ECDHE_ECDSA || k == TLS12_KX_ECDHE_RSA ||
      k == TLS12_KX_ECDH_ANON || k == TLS12_KX_ECDHE_PSK;
    logic boolean kx_psk(integer k) =
      k == TLS12_KX_PSK || k == TLS12_KX_DHE_PSK || k == TLS12_KX_ECDHE_PSK || k == TLS12_KX_RSA_PSK;
    //= build/requirements.md#R8422-2-01
    //= type=implication
    //# ECDHE_ECDSA, ECDHE_RSA and ECDH_anon all use ephemeral keys; the names differ only in how the server
    //# parameters are authenticated.
    logic boolean kx_static(integer k) =
      k == TLS12_KX_DH_DSS || k == TLS12_KX_DH_RSA || k == TLS12_KX_ECDH_ECDSA || k == TLS12_KX_ECDH_RSA;
    logic boolean kx_signed(integer k) =
      k == TLS12_KX_DHE_DSS || k == TLS12_KX_DHE_RSA || k == TLS12_KX_ECDHE_ECDSA || k == TLS12_KX_ECDHE_RSA;
*/

#endif
