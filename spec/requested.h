/* What a CertificateRequest may ask for, beyond its grammar (spec/certificate_request.h).
 *
 * RFC 4492 section 3: rsa_fixed_ecdh and ecdsa_fixed_ecdh are certificate types for ECDH_ECDSA and ECDH_RSA alone.
 * RFC 5246 section 7.4.4: a DistinguishedName is the DER of an X.501 Name, which may be empty.
 */
#ifndef TLS12_SPEC_REQUESTED_H
#define TLS12_SPEC_REQUESTED_H

#include "spec/key_exchange.h"
#include "spec/presentation.h"
#include "spec/rules.h"
#include "spec/x509.h"

/* A walk over the types b[i .. e-1] stops at the first that the key exchange prohibits. */
/*@ predicate type_prohibited(integer kx, integer type) =
      (type == TLS12_RSA_FIXED_ECDH || type == TLS12_ECDSA_FIXED_ECDH) &&
      kx != TLS12_KX_ECDH_ECDSA && kx != TLS12_KX_ECDH_RSA;

    predicate no_type_prohibited{L}(integer kx, uint8_t *b, integer i, integer e) =
      \forall integer k; i <= k < e ==> !type_prohibited(kx, b[k]);
*/

/* A walk over the elements of certificate_authorities stops where one is not a Name. */
/*@ logic integer authority_end{L}(uint8_t *b, integer i, integer e) =
      \let after = vector16_end(b, i, e, 1, 65535);
      after != 0 && distinguished_name_end(b, i + 2, after) == after ? after : 0;

    logic integer authorities_stop{L}(uint8_t *b, integer i, integer e) =
      authority_end(b, i, e) == 0 ? i : authorities_stop(b, authority_end(b, i, e), e);
*/

#endif
