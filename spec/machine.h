/* The words of the TLS 1.2 handshake machines: events, states, what was negotiated, places in the flow.
 *
 * Client and server share them all. A state is named after the last message of the flow, so that both sides of a
 * handshake are in the same state when they have seen the same messages. No bytes, no cryptography.
 */
#ifndef TLS12_SPEC_MACHINE_H
#define TLS12_SPEC_MACHINE_H

#include "spec/alerts.h"
#include "spec/key_exchange.h"

/* What the machines see: each message has its one possible sender, and sending is an event just as receiving is.
 * The client's Certificate comes in three kinds, because RFC 5246 section 7.4.8 asks for a CertificateVerify after one
 * of them only. */
enum tls12_event {
  ON_HELLO_REQUEST,
  ON_SERVER_HELLO,
  ON_SERVER_CERTIFICATE,
  ON_CERTIFICATE_STATUS,
  ON_SERVER_KEY_EXCHANGE,
  ON_CERTIFICATE_REQUEST,
  ON_SERVER_HELLO_DONE,
  ON_NEW_SESSION_TICKET,
  ON_SERVER_CCS, /* ChangeCipherSpec */
  ON_SERVER_FINISHED,
  ON_SERVER_DATA,  /* application data */
  ON_SERVER_OTHER, /* a handshake message that no server sends */

  ON_CLIENT_HELLO,
  ON_EMPTY_CERTIFICATE,   /* a list of no certificates */
  ON_SIGNING_CERTIFICATE, /* its key can sign */
  ON_FIXED_CERTIFICATE,   /* its key is a static (EC)DH one: RFC 5246 section 7.4.7.2, RFC 4492 section 3.2 */
  ON_CLIENT_KEY_EXCHANGE,
  ON_CERTIFICATE_VERIFY,
  ON_CLIENT_CCS,
  ON_CLIENT_FINISHED,
  ON_CLIENT_DATA,
  ON_CLIENT_OTHER /* a handshake message that no client sends */
};

/* RFC 5246 section 7.3. First the states of figure 1 in its order, then those of figure 2 in its order: "from here on"
 * is a comparison. A refused handshake is in no state: it has minus the alert in place of one. */
enum tls12_state {
  START,
  AFTER_CLIENT_HELLO,
  AFTER_SERVER_HELLO,
  AFTER_SERVER_CERTIFICATE,
  AFTER_CERTIFICATE_STATUS,
  AFTER_SERVER_KEY_EXCHANGE,
  AFTER_CERTIFICATE_REQUEST,
  AFTER_HELLO_DONE,          /* the client's turn, without a certificate */
  AFTER_HELLO_DONE_ASKED,    /* the client's turn, a certificate was asked for */
  AFTER_CLIENT_CERTIFICATE,  /* an empty or a fixed (EC)DH one: no CertificateVerify */
  AFTER_SIGNING_CERTIFICATE, /* CertificateVerify is due */
  AFTER_CLIENT_KEY_EXCHANGE,
  AFTER_CLIENT_KEY_SIGNING, /* CertificateVerify comes next */
  AFTER_CERTIFICATE_VERIFY,
  AFTER_CLIENT_CCS,
  AFTER_CLIENT_FINISHED,
  AFTER_TICKET,
  AFTER_SERVER_CCS,

  RESUMED_TICKET, /* from here on the handshake is an abbreviated one */
  RESUMED_SERVER_CCS,
  RESUMED_SERVER_FINISHED,
  RESUMED_CLIENT_CCS,

  DONE
};

enum tls12_presence { FORBIDDEN, OPTIONAL, REQUIRED };

/* What the two hellos settled. Before ServerHello only `renegotiation` counts. */
struct tls12_negotiation {
  enum tls12_presence abbreviated;         /* OPTIONAL: a client cannot tell until the next message (RFC 5077 3.4) */
  enum tls12_presence server_key_exchange; /* what the key exchange says of this message */
  int certificate;                         /* the key exchange authenticates the server with a certificate */
  int fixed;                               /* the key exchange can use a fixed (EC)DH client certificate */
  int status;                              /* status_request in both hellos, RFC 6066 section 8 */
  int ticket;                              /* session_ticket in ServerHello, RFC 5077 section 3.2 */
  int renegotiation;                       /* a handshake of this connection was completed before */
};

/*@ logic boolean from_client(integer m) = ON_CLIENT_HELLO <= m;

    logic boolean may_be_full(struct tls12_negotiation n) = n.abbreviated != REQUIRED;
    logic boolean may_be_abbreviated(struct tls12_negotiation n) = n.abbreviated != FORBIDDEN;
    logic boolean may_have_key(struct tls12_negotiation n) = n.server_key_exchange != FORBIDDEN;
    logic boolean must_have_key(struct tls12_negotiation n) = n.server_key_exchange == REQUIRED;

    // Places: the states in which a message may come, whether the optional ones before it came or not.
    logic boolean at_certificate(struct tls12_negotiation n, integer s) =
      s == AFTER_SERVER_HELLO && may_be_full(n) && n.certificate;
    //= build/requirements.md#R6066-8-05
    //= type=implication
    //# Even after answering the extension the server may omit the message; the client must cope.
    logic boolean at_key(struct tls12_negotiation n, integer s) =
      (s == AFTER_SERVER_HELLO && may_be_full(n) && !n.certificate) ||
      s == AFTER_SERVER_CERTIFICATE || s == AFTER_CERTIFICATE_STATUS;
    logic boolean at_request(struct tls12_negotiation n, integer s) =
      (at_key(n, s) && !must_have_key(n)) || s == AFTER_SERVER_KEY_EXCHANGE;
    logic boolean at_client_key(integer s) = s == AFTER_HELLO_DONE || s == AFTER_CLIENT_CERTIFICATE;
    logic boolean at_client_ccs(integer s) = s == AFTER_CLIENT_KEY_EXCHANGE || s == AFTER_CERTIFICATE_VERIFY;
    logic boolean at_server_ccs(struct tls12_negotiation n, integer s) =
      s == (n.ticket ? AFTER_TICKET : AFTER_CLIENT_FINISHED);

    // The same places in an abbreviated handshake.
    logic boolean at_resumed_ticket(struct tls12_negotiation n, integer s) =
      s == AFTER_SERVER_HELLO && may_be_abbreviated(n);
    logic boolean at_resumed_ccs(struct tls12_negotiation n, integer s) =
      n.ticket ? s == RESUMED_TICKET : at_resumed_ticket(n, s);

    //= build/requirements.md#R5246-6.2.1-06
    //= type=implication
    //# During a renegotiation the receiver must still accept and process application data records interleaved with
    //# handshake records.
    // Application data: after the handshake; in a renegotiation also while the sender's old keys are in use.
    logic boolean at_client_data(struct tls12_negotiation n, integer s) =
      s == DONE || (n.renegotiation && (START <= s < AFTER_CLIENT_CCS || RESUMED_TICKET <= s < RESUMED_CLIENT_CCS));
    logic boolean at_server_data(struct tls12_negotiation n, integer s) =
      s == DONE || (n.renegotiation && (START <= s < AFTER_SERVER_CCS || s == RESUMED_TICKET));
*/

/*@ // RFC 5246 section 7.4.2, RFC 4279 section 2, RFC 5489 section 2, RFC 8422 section 2: what a key exchange says.
    logic boolean kx_certificate(integer k) =
      k != TLS12_KX_DH_ANON && k != TLS12_KX_ECDH_ANON && k != TLS12_KX_PSK && k != TLS12_KX_DHE_PSK &&
      k != TLS12_KX_ECDHE_PSK;
    //= build/requirements.md#R5246-7.4.3-04
    //= type=implication
    //# For any other key exchange the message is sent exactly when the certificate does not carry enough to agree a
    //# premaster secret, as its specification states.
    logic integer kx_server_key_exchange(integer k) =
      k == TLS12_KX_RSA || k == TLS12_KX_DH_DSS || k == TLS12_KX_DH_RSA || k == TLS12_KX_ECDH_ECDSA ||
      k == TLS12_KX_ECDH_RSA ? FORBIDDEN :
      k == TLS12_KX_PSK || k == TLS12_KX_RSA_PSK ? OPTIONAL : REQUIRED;
    logic boolean kx_fixed(integer k) =
      k == TLS12_KX_DH_DSS || k == TLS12_KX_DH_RSA || k == TLS12_KX_DHE_DSS || k == TLS12_KX_DHE_RSA ||
      k == TLS12_KX_ECDH_ECDSA || k == TLS12_KX_ECDH_RSA;
*/

#endif
