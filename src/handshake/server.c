/* The server: which message it sends when one is due, and what follows from each of the client's. */
#include "crypto/wipe.h"
#include "handshake/certificates.h"
#include "handshake/resumption.h"
#include "handshake/server_messages.h"

/* ClientKeyExchange, and the keys that follow from it. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires role: e->role == TLS12_SERVER;
    requires machine: may_happen(e, ON_CLIENT_KEY_EXCHANGE);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void receive_client_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  uint8_t premaster[TLS12_PREMASTER_MAX];
  const uint32_t premaster_length = read_client_key_exchange(e, body, length, premaster);
  if (e->status < TLS12_CLOSED) derive_master_secret(e, (struct tls12_bytes){premaster, premaster_length});
  wipe(premaster, sizeof premaster);
}

/* ServerHello; the keys of an abbreviated handshake follow from it. */
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_SERVER;
    requires machine: is_due(e, ON_SERVER_HELLO) && may_happen(e, ON_SERVER_HELLO);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->message[..], e->own_length, e->own_sent, e->transcript.sha256.state,
      e->transcript.sha384.state;
    ensures engine: between_messages(e);
    ensures sent: e->status < TLS12_CLOSED ==> 0 < e->own_length <= TLS12_MESSAGE_MAX && e->own_sent == 0;
    ensures place: same_place{Pre,Post}(e);
*/
static void send_server_hello(struct tls12_engine *e)
{
  const uint32_t length = make_server_hello(e);
  //@ assert due: is_due(e, ON_SERVER_HELLO);
  //@ assert allowed: may_happen(e, ON_SERVER_HELLO);
  //@ assert role: e->role == TLS12_SERVER;
  //@ assert own: own_message(e, TLS12_SERVER_HELLO) == ON_SERVER_HELLO;
  if (e->status >= TLS12_CLOSED) return;
  send_message(e, TLS12_SERVER_HELLO, length);
  //@ assert still: may_happen(e, ON_SERVER_HELLO);
  resume(e);
}

void server_produce(struct tls12_engine *e, enum tls12_event event)
{
  uint32_t length;
  switch (event) {
  case ON_SERVER_HELLO: send_server_hello(e); break;
  case ON_NEW_SESSION_TICKET:
    length = make_new_session_ticket(e);
    //@ assert ticket: is_due(e, ON_NEW_SESSION_TICKET) && own_message(e, TLS12_NEW_SESSION_TICKET) == ON_NEW_SESSION_TICKET;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_NEW_SESSION_TICKET, length);
    break;
  case ON_SERVER_CERTIFICATE:
    length = make_certificate(e);
    //@ assert certificate: is_due(e, ON_SERVER_CERTIFICATE);
    //@ assert role_certificate: e->role == TLS12_SERVER;
    //@ assert own_certificate: own_message(e, TLS12_CERTIFICATE) == ON_SERVER_CERTIFICATE;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_CERTIFICATE, length);
    break;
  case ON_CERTIFICATE_STATUS:
    length = make_certificate_status(e);
    //@ assert status: is_due(e, ON_CERTIFICATE_STATUS);
    //@ assert own_status: own_message(e, TLS12_CERTIFICATE_STATUS) == ON_CERTIFICATE_STATUS;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_CERTIFICATE_STATUS, length);
    break;
  case ON_SERVER_KEY_EXCHANGE:
    length = make_server_key_exchange(e);
    //@ assert key_exchange: is_due(e, ON_SERVER_KEY_EXCHANGE);
    //@ assert own_key_exchange: own_message(e, TLS12_SERVER_KEY_EXCHANGE) == ON_SERVER_KEY_EXCHANGE;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_SERVER_KEY_EXCHANGE, length);
    break;
  case ON_CERTIFICATE_REQUEST:
    length = make_certificate_request(e);
    //@ assert certificate_request: is_due(e, ON_CERTIFICATE_REQUEST);
    //@ assert own_certificate_request: own_message(e, TLS12_CERTIFICATE_REQUEST) == ON_CERTIFICATE_REQUEST;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_CERTIFICATE_REQUEST, length);
    break;
  case ON_SERVER_HELLO_DONE: send_message(e, TLS12_SERVER_HELLO_DONE, 0); break;
  default: own_fault(e); break;
  }
}

void server_receive(struct tls12_engine *e, int type, const uint8_t *body, uint32_t length)
{
  //@ assert event: type != TLS12_CLIENT_HELLO ==> client_message(type) != ON_HELLO_REQUEST && client_message(type) != ON_CLIENT_HELLO;
  //@ assert data: client_message(type) != ON_CLIENT_DATA && client_message(type) != ON_SERVER_DATA;
  //@ assert now: 0 <= server_next(e->negotiation, e->state, client_message(type));
  //@ assert later: type != TLS12_CLIENT_HELLO ==> hello_read(e->role, e->state);
  //@ assert known: type != TLS12_CLIENT_HELLO ==> e->suite != \null;
  switch (type) {
  case TLS12_CLIENT_HELLO:
    read_client_hello(e, body, length);
    if (e->status < TLS12_CLOSED) settle(e);
    break;
  case TLS12_CERTIFICATE: read_client_certificate(e, body, length); break;
  case TLS12_CLIENT_KEY_EXCHANGE: receive_client_key_exchange(e, body, length); break;
  default: own_fault(e); break;
  }
}
