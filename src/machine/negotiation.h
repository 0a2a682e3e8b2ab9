/* What a key exchange and the hellos' extensions mean for the machines. */
#ifndef TLS12_MACHINE_NEGOTIATION_H
#define TLS12_MACHINE_NEGOTIATION_H

#include "spec/machine.h"

/* Fills in what the machines need to know. key_exchange: that of the chosen cipher suite. status, ticket: the extension
 * is in both hellos. renegotiation: a handshake of this connection was completed before. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures certificate: \result.certificate != 0 <==> kx_certificate(key_exchange);
    ensures key: \result.server_key_exchange == kx_server_key_exchange(key_exchange);
    ensures fixed: \result.fixed != 0 <==> kx_fixed(key_exchange);
    ensures given: \result.abbreviated == abbreviated && \result.status == status && \result.ticket == ticket &&
                   \result.renegotiation == renegotiation;
*/
struct tls12_negotiation negotiated(enum tls12_key_exchange key_exchange, enum tls12_presence abbreviated, int status,
                                    int ticket, int renegotiation);

#endif
