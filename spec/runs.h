/* Runs: any list of messages whatever. The theorems of proofs/theorems/ speak of them, however long they are.
 *
 * A run is alive as long as each message was a step of the flows, or a HelloRequest. Nothing here says
 * which messages a living run holds: that follows from `flow_next`. proofs/theorems/agreement.c shows that a run that
 * the client accepts, and one that the server accepts, is a living run, so that each theorem holds of both.
 */
#ifndef TLS12_SPEC_RUNS_H
#define TLS12_SPEC_RUNS_H

#include "spec/flow.h"

/*@ // A HelloRequest may come at any time and belongs to no flow (RFC 5246 section 7.4.1.1).
    logic integer run_next(struct tls12_negotiation n, integer s, integer m) =
      s < 0 || m == ON_HELLO_REQUEST ? s : flow_next(n, s, m);

    // Where the handshake stands after the first k messages.
    logic integer after(struct tls12_negotiation n, int *run, integer k) =
      k <= 0 ? START : run_next(n, after(n, run, k - 1), run[k - 1]);

    predicate alive(struct tls12_negotiation n, int *run, integer k) = 0 <= after(n, run, k);
    predicate complete(struct tls12_negotiation n, int *run, integer k) = after(n, run, k) == DONE;

    // The k-th message is an m, and it is accepted.
    predicate accepts(struct tls12_negotiation n, int *run, integer k, integer m) =
      0 < k && run[k - 1] == m && alive(n, run, k);

    // The index of the last m among the first k messages, or -1.
    logic integer place(int *run, integer k, integer m) =
      k <= 0 ? -1 : run[k - 1] == m ? k - 1 : place(run, k - 1, m);

    predicate has(int *run, integer k, integer m) = 0 <= place(run, k, m);

    // The last of the first k messages, HelloRequest and application data aside, or -1.
    logic boolean aside(integer m) = m == ON_HELLO_REQUEST || m == ON_CLIENT_DATA || m == ON_SERVER_DATA;
    logic integer latest(int *run, integer k) =
      k <= 0 ? -1 : aside(run[k - 1]) ? latest(run, k - 1) : run[k - 1];

    // The last a is before the last b; a living run has each message of the handshake at most once.
    predicate before(int *run, integer k, integer a, integer b) = 0 <= place(run, k, a) < place(run, k, b);
    predicate between(int *run, integer k, integer a, integer m, integer b) =
      before(run, k, a, m) && place(run, k, m) < place(run, k, b);
*/

/*@ // Every mandatory message of a full handshake, in order (RFC 5246 section 7.3, figure 1).
    //= build/requirements.md#R5246-7.3-04
    //= type=implication
    //# In a full handshake the client sends ChangeCipherSpec+Finished first and the server second.
    predicate full_order(int *run, integer k) =
      before(run, k, ON_CLIENT_HELLO, ON_SERVER_HELLO) &&
      before(run, k, ON_SERVER_HELLO, ON_SERVER_HELLO_DONE) &&
      before(run, k, ON_SERVER_HELLO_DONE, ON_CLIENT_KEY_EXCHANGE) &&
      before(run, k, ON_CLIENT_KEY_EXCHANGE, ON_CLIENT_CCS) &&
      before(run, k, ON_CLIENT_CCS, ON_CLIENT_FINISHED) &&
      before(run, k, ON_CLIENT_FINISHED, ON_SERVER_CCS) &&
      before(run, k, ON_SERVER_CCS, ON_SERVER_FINISHED);

    // Certificate, ServerKeyExchange and NewSessionTicket exactly where key exchange and hellos ask for them.
    predicate full_certificate(struct tls12_negotiation n, int *run, integer k) =
      n.certificate ? between(run, k, ON_SERVER_HELLO, ON_SERVER_CERTIFICATE, ON_SERVER_HELLO_DONE)
                    : !has(run, k, ON_SERVER_CERTIFICATE);
    predicate full_key(struct tls12_negotiation n, int *run, integer k) =
      (n.server_key_exchange == REQUIRED ==> has(run, k, ON_SERVER_KEY_EXCHANGE)) &&
      (n.server_key_exchange == FORBIDDEN ==> !has(run, k, ON_SERVER_KEY_EXCHANGE)) &&
      (has(run, k, ON_SERVER_KEY_EXCHANGE) ==>
        between(run, k, n.certificate ? ON_SERVER_CERTIFICATE : ON_SERVER_HELLO, ON_SERVER_KEY_EXCHANGE,
                ON_SERVER_HELLO_DONE));
    //= build/requirements.md#R5077-3.3-04
    //= type=implication
    //# In a full handshake the client Finished is verified before the ticket is sent.
    predicate full_ticket(struct tls12_negotiation n, int *run, integer k) =
      n.ticket ? between(run, k, ON_CLIENT_FINISHED, ON_NEW_SESSION_TICKET, ON_SERVER_CCS)
               : !has(run, k, ON_NEW_SESSION_TICKET);

    // The client sends a Certificate, of whatever kind, exactly when one was asked for (section 7.4.6), and it is asked
    // only by a server that has a certificate itself (section 7.4.4).
    predicate answers_request(int *run, integer k) =
      has(run, k, ON_EMPTY_CERTIFICATE) || has(run, k, ON_SIGNING_CERTIFICATE) || has(run, k, ON_FIXED_CERTIFICATE);
    //= build/requirements.md#R5246-7.3-02
    //= type=implication
    //# If a CertificateRequest was received the client sends a Certificate message.
    predicate full_answer(struct tls12_negotiation n, int *run, integer k) =
      (answers_request(run, k) <==> has(run, k, ON_CERTIFICATE_REQUEST)) &&
      (has(run, k, ON_CERTIFICATE_REQUEST) ==> n.certificate) &&
      (has(run, k, ON_FIXED_CERTIFICATE) ==> n.fixed);

    // CertificateVerify exactly if a signing certificate was sent, after ClientKeyExchange and before the client's
    // ChangeCipherSpec (section 7.4.8).
    predicate verified(int *run, integer k) =
      (has(run, k, ON_SIGNING_CERTIFICATE) <==> has(run, k, ON_CERTIFICATE_VERIFY)) &&
      (has(run, k, ON_CERTIFICATE_VERIFY) ==>
        between(run, k, ON_SIGNING_CERTIFICATE, ON_CLIENT_KEY_EXCHANGE, ON_CERTIFICATE_VERIFY) &&
        place(run, k, ON_CERTIFICATE_VERIFY) < place(run, k, ON_CLIENT_CCS));

    //= build/requirements.md#R5246-7.3-03
    //= type=implication
    //# When a session is resumed both sides go straight from the hellos to ChangeCipherSpec and Finished, server
    //# first.
    // The messages of an abbreviated handshake, in order (figure 2), and nothing of figure 1 besides.
    predicate abbreviated_order(int *run, integer k) =
      before(run, k, ON_CLIENT_HELLO, ON_SERVER_HELLO) &&
      before(run, k, ON_SERVER_HELLO, ON_SERVER_CCS) &&
      before(run, k, ON_SERVER_CCS, ON_SERVER_FINISHED) &&
      before(run, k, ON_SERVER_FINISHED, ON_CLIENT_CCS) &&
      before(run, k, ON_CLIENT_CCS, ON_CLIENT_FINISHED) &&
      !has(run, k, ON_SERVER_CERTIFICATE) && !has(run, k, ON_CERTIFICATE_STATUS) &&
      !has(run, k, ON_SERVER_KEY_EXCHANGE) && !has(run, k, ON_CERTIFICATE_REQUEST) &&
      !has(run, k, ON_SERVER_HELLO_DONE) && !answers_request(run, k) && !has(run, k, ON_CLIENT_KEY_EXCHANGE) &&
      !has(run, k, ON_CERTIFICATE_VERIFY);
    predicate abbreviated_ticket(struct tls12_negotiation n, int *run, integer k) =
      n.ticket ? between(run, k, ON_SERVER_HELLO, ON_NEW_SESSION_TICKET, ON_SERVER_CCS)
               : !has(run, k, ON_NEW_SESSION_TICKET);
*/

#endif
