/* The server machine: which message may come next, sent or received. See client.h. */
#ifndef TLS12_MACHINE_SERVER_H
#define TLS12_MACHINE_SERVER_H

#include "spec/server_machine.h"

/* Where the handshake stands after `event`, sent or received, in `state`: the next state, or minus the alert to send
 * (enum tls12_alert). Total: any two integers have an answer; after an alert it stays that alert. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures machine_is_relation: \result == server_next(n, state, event);
*/
int server_step(struct tls12_negotiation n, int state, int event);

/* The rule that `event` broke, when server_step(n, state, event) refused it. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule_of_refusal: \result == server_rule(state, event);
*/
enum tls12_rule server_refusal_rule(int state, int event);

/* The event that a handshake message from the client is. A Certificate is ON_EMPTY_CERTIFICATE until it has been
 * decoded and its kind is known: whether it may come does not depend on that, except for a fixed (EC)DH one. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures event: \result == client_message(handshake_type);
*/
enum tls12_event server_event(int handshake_type);

#endif
