/* The client machine: which message may come next, sent or received.
 *
 * The first state is START, the handshake is complete in DONE. A renegotiation starts anew from START, with the
 * negotiation of the new handshake and its `renegotiation` set. Before the client's ServerHello was read only that
 * field counts.
 */
#ifndef TLS12_MACHINE_CLIENT_H
#define TLS12_MACHINE_CLIENT_H

#include "spec/client_machine.h"

/* Where the handshake stands after `event`, sent or received, in `state`: the next state, or minus the alert to send
 * (enum tls12_alert). Total: any two integers have an answer; after an alert it stays that alert. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures machine_is_relation: \result == client_next(n, state, event);
*/
int client_step(struct tls12_negotiation n, int state, int event);

/* The rule that `event` broke, when client_step(n, state, event) refused it. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule_of_refusal: \result == client_rule(n, state, event);
*/
enum tls12_rule client_refusal_rule(struct tls12_negotiation n, int state, int event);

/* The event that a handshake message from the server is. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures event: \result == server_message(handshake_type);
*/
enum tls12_event client_event(int handshake_type);

#endif
