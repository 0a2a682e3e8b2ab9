/* What to send next: an engine that sends what is due, and nothing else of the handshake, is never out of order. */
#ifndef TLS12_MACHINE_DUE_H
#define TLS12_MACHINE_DUE_H

#include "spec/due.h"

/* The client's next message in `state`, or NOTHING_DUE while the server has to speak, after DONE, and after an alert.
 * answer: the kind of its Certificate (an event), sent only if the server asks for one. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures due: \result == client_due(state, answer);
*/
int client_send_next(int state, int answer);

/* The server's next message in `state`, or NOTHING_DUE while the client has to speak, after DONE, and after an alert.
 * Whether the handshake is abbreviated is the server's own decision: n.abbreviated is not OPTIONAL. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures due: \result == server_due(n, state, choice);
*/
int server_send_next(struct tls12_negotiation n, int state, struct tls12_server_choice choice);

#endif
