/* What each state of an abbreviated handshake says about the messages before it, as full_runs.h. */
#ifndef TLS12_THEOREMS_ABBREVIATED_RUNS_H
#define TLS12_THEOREMS_ABBREVIATED_RUNS_H

#include "proofs/theorems/places.h"

/*@ predicate abbreviated_state(integer s) = s <= AFTER_SERVER_HELLO || RESUMED_TICKET <= s <= DONE;

    predicate abbreviated_client_hello(struct places at, integer s) = AFTER_CLIENT_HELLO <= s ==> seen(at.client_hello);
    predicate abbreviated_server_hello(struct places at, integer s) =
      AFTER_SERVER_HELLO <= s ==> ordered(at.client_hello, at.server_hello);

    predicate abbreviated_new_ticket(struct tls12_negotiation n, struct places at, integer s) =
      AFTER_SERVER_HELLO < s && n.ticket ==> ordered(at.server_hello, at.new_session_ticket);
    predicate abbreviated_no_ticket(struct tls12_negotiation n, struct places at, integer s) =
      0 <= s && !n.ticket ==> !seen(at.new_session_ticket);

    predicate abbreviated_server_ccs(struct tls12_negotiation n, struct places at, integer s) =
      RESUMED_TICKET < s ==>
        ordered(at.server_hello, at.server_ccs) && (n.ticket ==> ordered(at.new_session_ticket, at.server_ccs));
    predicate abbreviated_server_finished(struct places at, integer s) =
      RESUMED_SERVER_CCS < s ==> ordered(at.server_ccs, at.server_finished);
    predicate abbreviated_client_ccs(struct places at, integer s) =
      RESUMED_SERVER_FINISHED < s ==> ordered(at.server_finished, at.client_ccs);
    predicate abbreviated_client_finished(struct places at, integer s) =
      RESUMED_CLIENT_CCS < s ==> ordered(at.client_ccs, at.client_finished);

    predicate abbreviated_server_flight(struct places at, integer s) =
      0 <= s ==> !seen(at.server_certificate) && !seen(at.certificate_status) && !seen(at.server_key_exchange) &&
                 !seen(at.certificate_request) && !seen(at.server_hello_done);
    predicate abbreviated_client_flight(struct places at, integer s) =
      0 <= s ==> !answered(at) && !seen(at.client_key_exchange) && !seen(at.certificate_verify);

    predicate abbreviated_so_far(struct tls12_negotiation n, struct places at, integer s) =
      abbreviated_state(s) && abbreviated_client_hello(at, s) && abbreviated_server_hello(at, s) &&
      abbreviated_new_ticket(n, at, s) && abbreviated_no_ticket(n, at, s) && abbreviated_server_ccs(n, at, s) &&
      abbreviated_server_finished(at, s) && abbreviated_client_ccs(at, s) && abbreviated_client_finished(at, s) &&
      abbreviated_server_flight(at, s) && abbreviated_client_flight(at, s);
*/

#endif
