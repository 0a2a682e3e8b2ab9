/* The client: which message it sends when one is due, and what follows from each of the server's. */
#include "crypto/wipe.h"
#include "handshake/certificates.h"
#include "handshake/client_messages.h"
#include "handshake/resumption.h"
#include "message/certificate.h"
#include "message/empty.h"

/* ClientKeyExchange, and the keys that follow from it. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires role: e->role == TLS12_CLIENT;
    requires machine: is_due(e, ON_CLIENT_KEY_EXCHANGE) && may_happen(e, ON_CLIENT_KEY_EXCHANGE);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[..], e->own_length, e->own_sent, e->transcript.sha256.state, e->transcript.sha384.state;
    ensures engine: between_messages(e);
    ensures sent: e->status < TLS12_CLOSED ==> 0 < e->own_length <= TLS12_MESSAGE_MAX && e->own_sent == 0;
    ensures place: same_place{Pre,Post}(e);
*/
static void send_client_key_exchange(struct tls12_engine *e)
{
  uint8_t premaster[TLS12_PREMASTER_MAX];
  uint32_t premaster_length = 0;
  const uint32_t length = make_client_key_exchange(e, premaster, &premaster_length);
  //@ assert due: is_due(e, ON_CLIENT_KEY_EXCHANGE);
  //@ assert role: e->role == TLS12_CLIENT;
  //@ assert allowed: may_happen(e, ON_CLIENT_KEY_EXCHANGE);
  //@ assert own: own_message(e, TLS12_CLIENT_KEY_EXCHANGE) == ON_CLIENT_KEY_EXCHANGE;
  if (e->status < TLS12_CLOSED) {
    send_message(e, TLS12_CLIENT_KEY_EXCHANGE, length);
    //@ assert still: may_happen(e, ON_CLIENT_KEY_EXCHANGE);
    derive_master_secret(e, (struct tls12_bytes){premaster, premaster_length});
  }
  wipe(premaster, sizeof premaster);
}

/* The client's own certificates. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires role: e->role == TLS12_CLIENT;
    requires machine: is_due(e, own_message(e, TLS12_CERTIFICATE));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[..], e->own_length, e->own_sent, e->transcript.sha256.state, e->transcript.sha384.state;
    ensures engine: between_messages(e);
    ensures sent: e->status < TLS12_CLOSED ==> 0 < e->own_length <= TLS12_MESSAGE_MAX && e->own_sent == 0;
    ensures place: same_place{Pre,Post}(e);
*/
static void send_certificate(struct tls12_engine *e)
{
  const uint32_t length = make_certificate(e);
  //@ assert due: is_due(e, own_message(e, TLS12_CERTIFICATE));
  if (e->status < TLS12_CLOSED) send_message(e, TLS12_CERTIFICATE, length);
}

void client_produce(struct tls12_engine *e, enum tls12_event event)
{
  uint32_t length;
  //@ assert own_certificate: event == ON_EMPTY_CERTIFICATE || event == ON_SIGNING_CERTIFICATE || event == ON_FIXED_CERTIFICATE ==> event == e->client_certificate;
  switch (event) {
  case ON_CLIENT_HELLO:
    length = make_client_hello(e);
    //@ assert hello: is_due(e, ON_CLIENT_HELLO);
    //@ assert own_hello: own_message(e, TLS12_CLIENT_HELLO) == ON_CLIENT_HELLO;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_CLIENT_HELLO, length);
    break;
  case ON_EMPTY_CERTIFICATE:
    length = certificate_encode((struct tls12_bytes){0}, OWN_BODY(e), OWN_ROOM);
    //@ assert empty: is_due(e, own_message(e, TLS12_CERTIFICATE));
    send_message(e, TLS12_CERTIFICATE, length);
    break;
  case ON_SIGNING_CERTIFICATE:
  case ON_FIXED_CERTIFICATE: send_certificate(e); break;
  case ON_CERTIFICATE_VERIFY:
    length = make_certificate_verify(e);
    //@ assert verify: is_due(e, ON_CERTIFICATE_VERIFY);
    //@ assert own_verify: own_message(e, TLS12_CERTIFICATE_VERIFY) == ON_CERTIFICATE_VERIFY;
    if (e->status < TLS12_CLOSED) send_message(e, TLS12_CERTIFICATE_VERIFY, length);
    break;
  case ON_CLIENT_KEY_EXCHANGE: send_client_key_exchange(e); break;
  default: own_fault(e); break;
  }
}

/* ServerHello: the suite, and whether the handshake is abbreviated, or may be. */
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_CLIENT;
    requires machine: may_happen(e, ON_SERVER_HELLO);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures suite: e->status < TLS12_CLOSED ==> e->suite != \null;
    ensures machine: may_happen(e, ON_SERVER_HELLO);
*/
static void receive_server_hello(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  read_server_hello(e, body, length);
  //@ assert read: may_happen(e, ON_SERVER_HELLO);
  //@ assert role: e->role == TLS12_CLIENT;
  if (e->status >= TLS12_CLOSED) return;
  //@ assert chosen: e->suite != \null;
  settle(e);
  //@ assert settled: may_happen(e, ON_SERVER_HELLO);
  //@ assert suite: e->suite != \null;
  resume(e);
}

/* ServerHelloDone: if the client could not tell before that the handshake is a full one, now it can. */
/*@ requires engine: between_messages(e);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->resumed;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void receive_server_hello_done(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  e->resumed = FORBIDDEN;
  //@ assert place: same_place{Pre,Here}(e);
  const struct tls12_fault fault = server_hello_done_decode(body, length);
  if (fault.rule != TLS12_NO_RULE) refuse_body(e, fault);
}

void client_receive(struct tls12_engine *e, int type, const uint8_t *body, uint32_t length)
{
  /*@ assert event: server_message(type) != ON_CLIENT_HELLO && (type != TLS12_HELLO_REQUEST && type != TLS12_SERVER_HELLO ==>
        server_message(type) != ON_HELLO_REQUEST && server_message(type) != ON_SERVER_HELLO); */
  //@ assert data: server_message(type) != ON_CLIENT_DATA && server_message(type) != ON_SERVER_DATA;
  //@ assert now: 0 <= client_next(e->negotiation, e->state, server_message(type));
  //@ assert later: type != TLS12_HELLO_REQUEST && type != TLS12_SERVER_HELLO ==> hello_read(e->role, e->state);
  //@ assert known: type != TLS12_HELLO_REQUEST && type != TLS12_SERVER_HELLO ==> e->suite != \null;
  switch (type) {
  case TLS12_SERVER_HELLO:
    //@ assert hello: server_message(type) == ON_SERVER_HELLO;
    receive_server_hello(e, body, length);
    break;
  case TLS12_CERTIFICATE: read_server_certificate(e, body, length); break;
  case TLS12_CERTIFICATE_STATUS: read_certificate_status(e, body, length); break;
  case TLS12_SERVER_KEY_EXCHANGE: read_server_key_exchange(e, body, length); break;
  case TLS12_CERTIFICATE_REQUEST: read_certificate_request(e, body, length); break;
  case TLS12_NEW_SESSION_TICKET: read_new_session_ticket(e, body, length); break;
  case TLS12_SERVER_HELLO_DONE: receive_server_hello_done(e, body, length); break;
  default: own_fault(e); break;
  }
}
