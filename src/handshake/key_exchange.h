/* What a key exchange is made of: RFC 5246 section 7.4.2, RFC 4279 sections 2 to 4, RFC 4492 section 2, RFC 5489 section 2. */
#ifndef TLS12_HANDSHAKE_KEY_EXCHANGE_H
#define TLS12_HANDSHAKE_KEY_EXCHANGE_H

#include "spec/key_exchange_parts.h"

/* The client encrypts a secret for the RSA key of the server's certificate. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures rsa: \result != 0 <==> kx_rsa(kx);
*/
int uses_rsa(enum tls12_key_exchange kx);

/* Both sides have a share of a finite-field group. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures dh: \result != 0 <==> kx_dh(kx);
*/
int uses_dh(enum tls12_key_exchange kx);

/* Both sides have a point on a curve. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures ecdh: \result != 0 <==> kx_ecdh(kx);
*/
int uses_ecdh(enum tls12_key_exchange kx);

/* Both sides know a key beforehand. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures psk: \result != 0 <==> kx_psk(kx);
*/
int uses_psk(enum tls12_key_exchange kx);

/* The server's share is the key of its certificate. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures static_key: \result != 0 <==> kx_static(kx);
*/
int uses_static_key(enum tls12_key_exchange kx);

/* The server signs ServerKeyExchange. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures is_signed: \result != 0 <==> kx_signed(kx);
*/
int uses_signature(enum tls12_key_exchange kx);

/* The server sends a certificate. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures certificate: \result != 0 <==> kx_certificate(kx);
*/
int uses_certificate(enum tls12_key_exchange kx);

#endif
