/* The flows of TLS 1.2 as one table: a row for each step that RFC 5246 section 7.3 (figures 1 and 2), RFC 5077 section
 * 3.3 and RFC 6066 section 8 allow. What has no row is no step. Both machines are this table, and what each side makes
 * of a message that is no step: client_machine.h, server_machine.h.
 */
#ifndef TLS12_SPEC_FLOW_H
#define TLS12_SPEC_FLOW_H

#include "spec/machine.h"

#define NO_STEP (-1)

/*@ // Where the handshake stands after message m in state s. The first row that fits is taken.
    logic integer flow_next(struct tls12_negotiation n, integer s, integer m) =
      // from                           message                        guard               to
      s == START                     && m == ON_CLIENT_HELLO                             ? AFTER_CLIENT_HELLO :
      s == AFTER_CLIENT_HELLO        && m == ON_SERVER_HELLO                             ? AFTER_SERVER_HELLO :

      at_certificate(n, s)           && m == ON_SERVER_CERTIFICATE                       ? AFTER_SERVER_CERTIFICATE :
      s == AFTER_SERVER_CERTIFICATE  && m == ON_CERTIFICATE_STATUS  && n.status          ? AFTER_CERTIFICATE_STATUS :
      at_key(n, s)                   && m == ON_SERVER_KEY_EXCHANGE && may_have_key(n)   ? AFTER_SERVER_KEY_EXCHANGE :
      at_request(n, s)               && m == ON_CERTIFICATE_REQUEST && n.certificate     ? AFTER_CERTIFICATE_REQUEST :
      at_request(n, s)               && m == ON_SERVER_HELLO_DONE                        ? AFTER_HELLO_DONE :
      s == AFTER_CERTIFICATE_REQUEST && m == ON_SERVER_HELLO_DONE                        ? AFTER_HELLO_DONE_ASKED :

      s == AFTER_HELLO_DONE_ASKED    && m == ON_EMPTY_CERTIFICATE                        ? AFTER_CLIENT_CERTIFICATE :
      s == AFTER_HELLO_DONE_ASKED    && m == ON_FIXED_CERTIFICATE   && n.fixed           ? AFTER_CLIENT_CERTIFICATE :
      s == AFTER_HELLO_DONE_ASKED    && m == ON_SIGNING_CERTIFICATE                      ? AFTER_SIGNING_CERTIFICATE :
      at_client_key(s)               && m == ON_CLIENT_KEY_EXCHANGE                      ? AFTER_CLIENT_KEY_EXCHANGE :
      s == AFTER_SIGNING_CERTIFICATE && m == ON_CLIENT_KEY_EXCHANGE                      ? AFTER_CLIENT_KEY_SIGNING :
      s == AFTER_CLIENT_KEY_SIGNING  && m == ON_CERTIFICATE_VERIFY                       ? AFTER_CERTIFICATE_VERIFY :

      at_client_ccs(s)               && m == ON_CLIENT_CCS                               ? AFTER_CLIENT_CCS :
      s == AFTER_CLIENT_CCS          && m == ON_CLIENT_FINISHED                          ? AFTER_CLIENT_FINISHED :
      s == AFTER_CLIENT_FINISHED     && m == ON_NEW_SESSION_TICKET  && n.ticket          ? AFTER_TICKET :
      at_server_ccs(n, s)            && m == ON_SERVER_CCS                               ? AFTER_SERVER_CCS :
      s == AFTER_SERVER_CCS          && m == ON_SERVER_FINISHED                          ? DONE :

      at_resumed_ticket(n, s)        && m == ON_NEW_SESSION_TICKET  && n.ticket          ? RESUMED_TICKET :
      at_resumed_ccs(n, s)           && m == ON_SERVER_CCS                               ? RESUMED_SERVER_CCS :
      s == RESUMED_SERVER_CCS        && m == ON_SERVER_FINISHED                          ? RESUMED_SERVER_FINISHED :
      s == RESUMED_SERVER_FINISHED   && m == ON_CLIENT_CCS                               ? RESUMED_CLIENT_CCS :
      s == RESUMED_CLIENT_CCS        && m == ON_CLIENT_FINISHED                          ? DONE :

      at_client_data(n, s)           && m == ON_CLIENT_DATA                              ? s :
      at_server_data(n, s)           && m == ON_SERVER_DATA                              ? s :

      NO_STEP;
*/

#endif
