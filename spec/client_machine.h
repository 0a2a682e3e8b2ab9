/* The client's TLS 1.2 handshake machine: the flows (flow.h), and what a client makes of a message that is no step. */
#ifndef TLS12_SPEC_CLIENT_MACHINE_H
#define TLS12_SPEC_CLIENT_MACHINE_H

#include "spec/flow.h"
#include "spec/handshake_types.h"
#include "spec/rules.h"

/*@ // The event that a handshake message of type t from the server is.
    logic integer server_message(integer t) =
      t == TLS12_HELLO_REQUEST       ? ON_HELLO_REQUEST :
      t == TLS12_SERVER_HELLO        ? ON_SERVER_HELLO :
      t == TLS12_CERTIFICATE         ? ON_SERVER_CERTIFICATE :
      t == TLS12_CERTIFICATE_STATUS  ? ON_CERTIFICATE_STATUS :
      t == TLS12_SERVER_KEY_EXCHANGE ? ON_SERVER_KEY_EXCHANGE :
      t == TLS12_CERTIFICATE_REQUEST ? ON_CERTIFICATE_REQUEST :
      t == TLS12_SERVER_HELLO_DONE   ? ON_SERVER_HELLO_DONE :
      t == TLS12_NEW_SESSION_TICKET  ? ON_NEW_SESSION_TICKET :
      t == TLS12_FINISHED            ? ON_SERVER_FINISHED :
                                       ON_SERVER_OTHER;

    //= build/requirements.md#R5246-7.4-04
    //= type=implication
    //# HelloRequest is exempt from the ordering rule: it may arrive at any time and is ignored when a handshake is
    //# already in progress.
    // Where the handshake stands after message m in state s: the next state, or minus the alert, which ends everything.
    // A HelloRequest is dropped (RFC 5246 section 7.4.1.1); what else is out of place is the peer's fault (7.2.2), or,
    // among one's own messages, a fault of this program. An anonymous server must not ask who the client is (7.4.4).
    logic integer client_next(struct tls12_negotiation n, integer s, integer m) =
      s < 0                          ? s :
      m == ON_HELLO_REQUEST          ? s :
      flow_next(n, s, m) != NO_STEP  ? flow_next(n, s, m) :
      from_client(m)                 ? -TLS12_INTERNAL_ERROR :
      m == ON_CERTIFICATE_REQUEST && !n.certificate && at_request(n, s) ? -TLS12_HANDSHAKE_FAILURE :
                                       -TLS12_UNEXPECTED_MESSAGE;

    // The rule that a refused message breaks.
    logic integer client_rule(struct tls12_negotiation n, integer s, integer m) =
      from_client(m)                                            ? R5246_7_4_03 :
      m == ON_SERVER_DATA                                       ? R5246_7_3_05 :
      m == ON_SERVER_CCS                                        ? R5246_7_1_04 :
      m == ON_SERVER_FINISHED                                   ? R5246_7_4_9_02 :
      s == AFTER_SERVER_CCS || s == RESUMED_SERVER_CCS          ? R5246_7_4_9_01 :
      s == AFTER_CLIENT_HELLO                                   ? R5246_7_4_1_2_17 :
      m == ON_SERVER_CERTIFICATE && !n.certificate              ? R5246_7_4_2_02 :
      m == ON_SERVER_CERTIFICATE                                ? R5246_7_4_2_03 :
      m == ON_CERTIFICATE_STATUS && !n.status                   ? R6066_8_03 :
      m == ON_CERTIFICATE_STATUS                                ? R6066_8_04 :
      m == ON_NEW_SESSION_TICKET && !n.ticket                   ? R5077_3_3_02 :
      m == ON_NEW_SESSION_TICKET                                ? R5077_3_3_01 :
      m == ON_SERVER_KEY_EXCHANGE && !may_have_key(n)           ? R5246_7_4_3_03 :
      at_certificate(n, s)                                      ? R5246_7_4_2_01 :
      m == ON_SERVER_KEY_EXCHANGE                               ? R5246_7_4_3_01 :
      at_key(n, s) && must_have_key(n)                          ? R5246_7_4_3_02 :
      m == ON_CERTIFICATE_REQUEST && !n.certificate             ? R5246_7_4_4_02 :
      m == ON_CERTIFICATE_REQUEST                               ? R5246_7_4_4_01 :
                                                                  R5246_7_4_03;
*/

#endif
