/* The server's TLS 1.2 handshake machine: the flows (flow.h), and what a server makes of a message that is no step. */
#ifndef TLS12_SPEC_SERVER_MACHINE_H
#define TLS12_SPEC_SERVER_MACHINE_H

#include "spec/flow.h"
#include "spec/handshake_types.h"
#include "spec/rules.h"

/*@ // The event that a handshake message of type t from the client is. The kind of a Certificate shows only in its
    //= build/requirements.md#R5246-7.4.1.1-01
    //= type=implication
    //# Only the server sends HelloRequest, at any time; a server that receives one treats it as unexpected.
    // content; until then it counts as an empty one.
    logic integer client_message(integer t) =
      t == TLS12_CLIENT_HELLO        ? ON_CLIENT_HELLO :
      t == TLS12_CERTIFICATE         ? ON_EMPTY_CERTIFICATE :
      t == TLS12_CLIENT_KEY_EXCHANGE ? ON_CLIENT_KEY_EXCHANGE :
      t == TLS12_CERTIFICATE_VERIFY  ? ON_CERTIFICATE_VERIFY :
      t == TLS12_FINISHED            ? ON_CLIENT_FINISHED :
                                       ON_CLIENT_OTHER;

    // Where the handshake stands after message m in state s: the next state, or minus the alert, which ends everything.
    // A server sends HelloRequest only between handshakes (RFC 5246 section 7.4.1.1).
    logic integer server_next(struct tls12_negotiation n, integer s, integer m) =
      s < 0                                               ? s :
      m == ON_HELLO_REQUEST && (s == START || s == DONE)  ? s :
      flow_next(n, s, m) != NO_STEP                       ? flow_next(n, s, m) :
      from_client(m)                                      ? -TLS12_UNEXPECTED_MESSAGE : -TLS12_INTERNAL_ERROR;

    // The rule that a refused message breaks.
    logic integer server_rule(integer s, integer m) =
      !from_client(m)                                           ? R5246_7_4_03 :
      m == ON_CLIENT_DATA                                       ? R5246_7_3_05 :
      s == START                                                ? R5246_7_4_1_2_01 :
      s == AFTER_CLIENT_KEY_SIGNING                             ? R5246_7_4_8_02 :
      m == ON_CLIENT_CCS                                        ? R5246_7_1_04 :
      m == ON_CLIENT_FINISHED                                   ? R5246_7_4_9_02 :
      s == AFTER_CLIENT_CCS || s == RESUMED_CLIENT_CCS          ? R5246_7_4_9_01 :
      s == AFTER_HELLO_DONE_ASKED                               ? R5246_7_4_6_02 :
      ON_EMPTY_CERTIFICATE <= m <= ON_FIXED_CERTIFICATE         ? R5246_7_4_6_01 :
      at_client_key(s) || s == AFTER_SIGNING_CERTIFICATE        ? R5246_7_4_7_01 :
      m == ON_CERTIFICATE_VERIFY                                ? R5246_7_4_8_01 :
                                                                  R5246_7_4_03;
*/

#endif
