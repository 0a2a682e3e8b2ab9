/* What the agreement of client and server rests on: facts about single steps of the two relations. */
#ifndef TLS12_THEOREMS_AGREEMENT_H
#define TLS12_THEOREMS_AGREEMENT_H

#include "spec/client_machine.h"
#include "spec/due_accepted.h"
#include "spec/runs.h"
#include "spec/server_machine.h"

/*@ logic integer client_after(struct tls12_negotiation n, int *run, integer k) =
      k <= 0 ? START : client_next(n, client_after(n, run, k - 1), run[k - 1]);
    logic integer server_after(struct tls12_negotiation n, int *run, integer k) =
      k <= 0 ? START : server_next(n, server_after(n, run, k - 1), run[k - 1]);

    // 10. A step of the flows ends in a state.
    lemma step_is_state: \forall struct tls12_negotiation n, integer s, m;
      START <= s ==> flow_next(n, s, m) == NO_STEP || START <= flow_next(n, s, m);

    // 11. What one side sends in its place, the other accepts, and both then stand in the same state.
    lemma peer_accepts: \forall struct tls12_negotiation n, integer s, m;
      START <= s && 0 <= (from_client(m) ? client_next(n, s, m) : server_next(n, s, m)) ==>
        client_next(n, s, m) == server_next(n, s, m);

    // 12. One speaks at a time, application data and HelloRequest aside: so the order in which messages are sent is the
    //     order in which both see them, and one list of messages describes both sides.
    lemma one_speaker: \forall struct tls12_negotiation n, integer s, a, b;
      START <= s && n.abbreviated != OPTIONAL && from_client(a) && !from_client(b) && !aside(a) && !aside(b) ==>
        client_next(n, s, a) < 0 || server_next(n, s, b) < 0;

    //= build/requirements.md#R5246-7.2.2-03
    //# A condition defined to be fatal produces its alert before the connection is closed.
    // 13. Each refusal carries its alert: handshake_failure to a server that asks for a certificate and has none itself
    //     (RFC 5246 section 7.4.4), unexpected_message to any other, internal_error for an own message out of place.
    lemma client_alert: \forall struct tls12_negotiation n, integer s, m;
      START <= s && client_next(n, s, m) < 0 ==>
        client_next(n, s, m) == (from_client(m) ? -TLS12_INTERNAL_ERROR :
                                 m == ON_CERTIFICATE_REQUEST && !n.certificate && at_request(n, s) ?
                                   -TLS12_HANDSHAKE_FAILURE : -TLS12_UNEXPECTED_MESSAGE);
    lemma server_alert: \forall struct tls12_negotiation n, integer s, m;
      START <= s && server_next(n, s, m) < 0 ==>
        server_next(n, s, m) == (from_client(m) ? -TLS12_UNEXPECTED_MESSAGE : -TLS12_INTERNAL_ERROR);

    // 15. Where nothing is due, nothing of the handshake may be sent.
    lemma client_silent: \forall struct tls12_negotiation n, integer s, answer, m;
      START <= s && client_due(s, answer) == NOTHING_DUE && answer != NOTHING_DUE && from_client(m) && !aside(m) ==>
        client_next(n, s, m) < 0;
    lemma server_silent: \forall struct tls12_negotiation n, integer s, struct tls12_server_choice c, integer m;
      START <= s && n.abbreviated != OPTIONAL && server_due(n, s, c) == NOTHING_DUE && !from_client(m) && !aside(m) ==>
        server_next(n, s, m) < 0;
*/

#endif
