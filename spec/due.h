/* Whose turn it is, and what that side sends next.
 *
 * Where the flows leave a choice, the side that has it makes it beforehand: the client, how it answers a
 * CertificateRequest; the server, which of its optional messages it sends.
 */
#ifndef TLS12_SPEC_DUE_H
#define TLS12_SPEC_DUE_H

#include "spec/machine.h"

#define NOTHING_DUE (-1)

/* What a server would like to send, where the flow lets it. */
struct tls12_server_choice {
  int status;  /* CertificateStatus, if negotiated */
  int key;     /* ServerKeyExchange, if optional: the PSK identity hint of RFC 4279 section 2 */
  int request; /* CertificateRequest, if the server has a certificate itself */
};

/*@ // answer: the client's Certificate, if asked for one.
    //= build/requirements.md#R8422-3-02
    //# Without an appropriate certificate, or unwilling, the client sends an empty Certificate.
    logic boolean can_answer(struct tls12_negotiation n, integer answer) =
      answer == ON_EMPTY_CERTIFICATE || answer == ON_SIGNING_CERTIFICATE ||
      (answer == ON_FIXED_CERTIFICATE && n.fixed);

    logic integer client_due(integer s, integer answer) =
      s == START                                                ? ON_CLIENT_HELLO :
      s == AFTER_HELLO_DONE_ASKED                               ? answer :
      at_client_key(s) || s == AFTER_SIGNING_CERTIFICATE        ? ON_CLIENT_KEY_EXCHANGE :
      s == AFTER_CLIENT_KEY_SIGNING                             ? ON_CERTIFICATE_VERIFY :
      at_client_ccs(s) || s == RESUMED_SERVER_FINISHED          ? ON_CLIENT_CCS :
      s == AFTER_CLIENT_CCS || s == RESUMED_CLIENT_CCS          ? ON_CLIENT_FINISHED :
                                                                  NOTHING_DUE;

    logic boolean sends_key(struct tls12_negotiation n, struct tls12_server_choice c) =
      must_have_key(n) || (may_have_key(n) && c.key);

    //= build/requirements.md#R5246-7.3-01
    //= type=implication
    //# A ClientHello is answered by a ServerHello or the connection fails with a fatal alert.
    logic integer server_due(struct tls12_negotiation n, integer s, struct tls12_server_choice c) =
      s == AFTER_CLIENT_HELLO                                             ? ON_SERVER_HELLO :
      at_certificate(n, s)                                                ? ON_SERVER_CERTIFICATE :
      s == AFTER_SERVER_CERTIFICATE && n.status && c.status               ? ON_CERTIFICATE_STATUS :
      at_key(n, s) && sends_key(n, c)                                     ? ON_SERVER_KEY_EXCHANGE :
      at_request(n, s) && n.certificate && c.request                      ? ON_CERTIFICATE_REQUEST :
      at_request(n, s) || s == AFTER_CERTIFICATE_REQUEST                  ? ON_SERVER_HELLO_DONE :
      n.ticket && (s == AFTER_CLIENT_FINISHED || at_resumed_ticket(n, s)) ? ON_NEW_SESSION_TICKET :
      at_server_ccs(n, s) || at_resumed_ccs(n, s)                         ? ON_SERVER_CCS :
      s == AFTER_SERVER_CCS || s == RESUMED_SERVER_CCS                    ? ON_SERVER_FINISHED :
                                                                            NOTHING_DUE;
*/

#endif
