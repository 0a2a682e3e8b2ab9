/* What each state of a full handshake says about the messages before it, by their places. The
 * states are numbered in the order of the flow, so "from here on" is `STATE <= s`, "up to here" is `0 <= s < STATE`, and a
 * refused run (s < 0) says nothing. */
#ifndef TLS12_THEOREMS_FULL_RUNS_H
#define TLS12_THEOREMS_FULL_RUNS_H

#include "proofs/theorems/places.h"

/*@ predicate full_state(integer s) = s <= AFTER_SERVER_CCS || s == DONE;

    predicate full_client_hello(struct places at, integer s) = AFTER_CLIENT_HELLO <= s ==> seen(at.client_hello);
    predicate full_server_hello(struct places at, integer s) =
      AFTER_SERVER_HELLO <= s ==> ordered(at.client_hello, at.server_hello);

    predicate full_server_certificate(struct tls12_negotiation n, struct places at, integer s) =
      (AFTER_SERVER_CERTIFICATE <= s && n.certificate ==> ordered(at.server_hello, at.server_certificate)) &&
      (0 <= s && !n.certificate ==> !seen(at.server_certificate));

    predicate full_server_key(struct tls12_negotiation n, struct places at, integer s) =
      (0 <= s < AFTER_SERVER_KEY_EXCHANGE ==> !seen(at.server_key_exchange)) &&
      (s == AFTER_SERVER_KEY_EXCHANGE ==> seen(at.server_key_exchange)) &&
      (AFTER_SERVER_KEY_EXCHANGE <= s && n.server_key_exchange == REQUIRED ==> seen(at.server_key_exchange)) &&
      (0 <= s && n.server_key_exchange == FORBIDDEN ==> !seen(at.server_key_exchange));
    predicate full_key_place(struct tls12_negotiation n, struct places at, integer s) =
      0 <= s && seen(at.server_key_exchange) ==>
        ordered(n.certificate ? at.server_certificate : at.server_hello, at.server_key_exchange);

    predicate full_request(struct tls12_negotiation n, struct places at, integer s) =
      (0 <= s < AFTER_CERTIFICATE_REQUEST || s == AFTER_HELLO_DONE ==> !seen(at.certificate_request)) &&
      (s == AFTER_CERTIFICATE_REQUEST || s == AFTER_HELLO_DONE_ASKED ==> seen(at.certificate_request)) &&
      (0 <= s && !n.certificate ==> !seen(at.certificate_request));

    predicate full_hello_done(struct places at, integer s) =
      AFTER_HELLO_DONE <= s ==> ordered(at.server_hello, at.server_hello_done);
    predicate full_certificate_done(struct tls12_negotiation n, struct places at, integer s) =
      AFTER_HELLO_DONE <= s && n.certificate ==> ordered(at.server_certificate, at.server_hello_done);
    predicate full_key_done(struct places at, integer s) =
      AFTER_HELLO_DONE <= s && seen(at.server_key_exchange) ==>
        ordered(at.server_key_exchange, at.server_hello_done);

    predicate full_no_answer(struct places at, integer s) =
      0 <= s < AFTER_CLIENT_CERTIFICATE ==> !answered(at);
    predicate full_answered(struct places at, integer s) =
      AFTER_CLIENT_CERTIFICATE <= s ==> (answered(at) <==> seen(at.certificate_request));
    predicate full_fixed_certificate(struct tls12_negotiation n, struct places at, integer s) =
      0 <= s && !n.fixed ==> !seen(at.fixed_certificate);
    predicate full_signing_certificate(struct places at, integer s) =
      (s == AFTER_CLIENT_CERTIFICATE || s == AFTER_CLIENT_KEY_EXCHANGE ==> !seen(at.signing_certificate)) &&
      (s == AFTER_SIGNING_CERTIFICATE || s == AFTER_CLIENT_KEY_SIGNING ==> seen(at.signing_certificate));

    predicate full_client_key(struct places at, integer s) =
      (AFTER_CLIENT_KEY_EXCHANGE <= s ==> ordered(at.server_hello_done, at.client_key_exchange)) &&
      (AFTER_CLIENT_KEY_EXCHANGE <= s && seen(at.signing_certificate) ==>
        ordered(at.signing_certificate, at.client_key_exchange));

    predicate full_no_verify(struct places at, integer s) =
      0 <= s < AFTER_CERTIFICATE_VERIFY ==> !seen(at.certificate_verify);
    predicate full_verified(struct places at, integer s) =
      AFTER_CERTIFICATE_VERIFY <= s ==> (seen(at.signing_certificate) <==> seen(at.certificate_verify));
    predicate full_verify_place(struct places at, integer s) =
      AFTER_CERTIFICATE_VERIFY <= s && seen(at.certificate_verify) ==>
        ordered(at.client_key_exchange, at.certificate_verify);

    predicate full_client_end(struct places at, integer s) =
      (AFTER_CLIENT_CCS <= s ==> ordered(at.client_key_exchange, at.client_ccs)) &&
      (AFTER_CLIENT_CCS <= s && seen(at.certificate_verify) ==>
        ordered(at.certificate_verify, at.client_ccs)) &&
      (AFTER_CLIENT_FINISHED <= s ==> ordered(at.client_ccs, at.client_finished));

    predicate full_no_ticket(struct tls12_negotiation n, struct places at, integer s) =
      0 <= s && (!n.ticket || s < AFTER_TICKET) ==> !seen(at.new_session_ticket);
    predicate full_new_ticket(struct tls12_negotiation n, struct places at, integer s) =
      AFTER_TICKET <= s && n.ticket ==> ordered(at.client_finished, at.new_session_ticket);

    predicate full_server_end(struct tls12_negotiation n, struct places at, integer s) =
      (AFTER_SERVER_CCS <= s ==> ordered(at.client_finished, at.server_ccs)) &&
      (AFTER_SERVER_CCS <= s && n.ticket ==> ordered(at.new_session_ticket, at.server_ccs)) &&
      (DONE <= s ==> ordered(at.server_ccs, at.server_finished));

    predicate full_so_far(struct tls12_negotiation n, struct places at, integer s) =
      full_state(s) && full_client_hello(at, s) && full_server_hello(at, s) &&
      full_server_certificate(n, at, s) && full_server_key(n, at, s) && full_key_place(n, at, s) &&
      full_request(n, at, s) && full_hello_done(at, s) && full_certificate_done(n, at, s) && full_key_done(at, s) && full_no_answer(at, s) && full_answered(at, s) && full_fixed_certificate(n, at, s) &&
      full_signing_certificate(at, s) && full_client_key(at, s) && full_no_verify(at, s) && full_verified(at, s) && full_verify_place(at, s) &&
      full_client_end(at, s) && full_no_ticket(n, at, s) && full_new_ticket(n, at, s) && full_server_end(n, at, s);
*/

#endif
