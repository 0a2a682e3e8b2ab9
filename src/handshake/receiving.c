/* What comes in and has its place in the machine: a message, ChangeCipherSpec, application data. */
#include "handshake/callbacks.h"
#include "handshake/messages.h"
#include "handshake/order.h"
#include "message/empty.h"

/* Counts records in a row that bring the connection no further. */
/*@ requires engine: between_messages(e) && e->idle_records <= IDLE_RECORDS_MAX;
    terminates \true;
    exits \false;
    assigns e->idle_records;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
    ensures count: e->idle_records == (idle != 0 ? \old(e->idle_records) + 1 : 0);
*/
static void count_idle(struct tls12_engine *e, int idle)
{
  e->idle_records = idle ? e->idle_records + 1 : 0;
  //@ assert place: same_place{Pre,Here}(e);
}

/* Between handshakes a peer may ask for another one. This side begins it, or declines with a warning (RFC 5246 section 7.2.2). */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED && e->idle_records <= IDLE_RECORDS_MAX;
    requires room: e->output_end + TLS12_RECORD_HEADER + 2 + EXPANSION_MAX <= TLS12_RECORD_MAX;
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end, e->idle_records,
      e->state, e->negotiation, e->client_certificate, e->transcript, e->resumed, e->ticket_length;
    ensures engine: between_messages(e);
    ensures idle: e->idle_records <= IDLE_RECORDS_MAX + 1;
    ensures kept: \result == 0 ==> e->status < TLS12_CLOSED && e->idle_records == \old(e->idle_records);
*/
static int declined(struct tls12_engine *e, int type)
{
  const int asked = type == (e->role == TLS12_CLIENT ? TLS12_HELLO_REQUEST : TLS12_CLIENT_HELLO);
  if (e->state != DONE || !asked) return 0;
  if (may_renegotiate(e)) {
    begin_again(e);
    return 0;
  }
  count_idle(e, 1);
  write_alert(e, TLS12_NO_RENEGOTIATION);
  return 1;
}

/*@ requires engine: between_messages(e);
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns e->transcript.sha256.state, e->transcript.sha384.state;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void add_to_transcript(struct tls12_engine *e)
{
  transcript_add(&e->transcript, e->message, e->incoming.length);
  keep_message(e, e->message, e->incoming.length);
}

/* verify_data, session_hash and the signature of CertificateVerify are over the messages before theirs, so each side hashes where
 * it fits. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, peer_message(e, TLS12_FINISHED));
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), VERIFY_DATA(e), e->transcript.sha256.state, e->transcript.sha384.state;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void accept_finished(struct tls12_engine *e)
{
  receive_finished(e, e->message + HEADER, e->incoming.length - HEADER);
  add_to_transcript(e);
}

/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, ON_CERTIFICATE_VERIFY);
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), e->transcript.sha256.state, e->transcript.sha384.state;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void accept_certificate_verify(struct tls12_engine *e)
{
  receive_certificate_verify(e, e->message + HEADER, e->incoming.length - HEADER);
  add_to_transcript(e);
}

/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_CLIENT;
    requires machine: event == server_message(type) && may_happen(e, event);
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation, e->state, e->transcript.sha256.state, e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
*/
static void accept_server_message(struct tls12_engine *e, int type, int event)
{
  add_to_transcript(e);
  client_receive(e, type, e->message + HEADER, e->incoming.length - HEADER);
  go_on(e, event);
}

/* What follows a Certificate depends on what is in it, so only that tells which event it was. */
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_SERVER;
    requires machine: event == client_message(type) && may_happen(e, event);
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation, e->state, e->transcript.sha256.state, e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
*/
static void accept_client_message(struct tls12_engine *e, int type, int event)
{
  add_to_transcript(e);
  server_receive(e, type, e->message + HEADER, e->incoming.length - HEADER);
  go_on(e, type == TLS12_CERTIFICATE ? e->client_certificate : event);
}

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires machine: event == peer_message(e, type) && may_happen(e, event);
    requires suite: type == TLS12_FINISHED || type == TLS12_CERTIFICATE_VERIFY ==> e->suite != \null;
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation, e->state, VERIFY_DATA(e), e->transcript.sha256.state,
      e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
*/
static void receive_next(struct tls12_engine *e, int type, int event)
{
  if (type == TLS12_FINISHED) {
    accept_finished(e);
    go_on(e, event);
  } else if (type == TLS12_CERTIFICATE_VERIFY) {
    accept_certificate_verify(e);
    go_on(e, event);
  } else if (e->role == TLS12_CLIENT) {
    accept_server_message(e, type, event);
  } else {
    accept_client_message(e, type, event);
  }
}

/* The peer's handshake message of this type as an event of this side's machine. */
/*@ requires engine: \valid_read(e) && TLS12_CLIENT <= e->role <= TLS12_SERVER;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures event: \result == peer_message(e, type);
*/
static int event_of(const struct tls12_engine *e, int type)
{
  if (e->role == TLS12_CLIENT) return (int)client_event(type);
  return (int)server_event(type);
}

/* HelloRequest belongs to no handshake: whether it is answered or passed over, its body has to be empty. */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
    ensures kept: \result != 0 ==> e->status < TLS12_CLOSED;
*/
static int hello_request_is_well_formed(struct tls12_engine *e)
{
  const struct tls12_fault fault = hello_request_decode(e->message + HEADER, e->incoming.length - HEADER);
  if (fault.rule == TLS12_NO_RULE) return 1;
  refuse_body(e, fault);
  return 0;
}

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED && e->idle_records <= IDLE_RECORDS_MAX;
    requires room: e->output_end + TLS12_RECORD_HEADER + 2 + EXPANSION_MAX <= TLS12_RECORD_MAX;
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation, e->state, VERIFY_DATA(e), e->transcript, e->idle_records;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
*/
static void judge(struct tls12_engine *e, int type)
{
  if (e->role == TLS12_CLIENT && type == TLS12_HELLO_REQUEST && !hello_request_is_well_formed(e)) return;
  if (declined(e, type)) return;
  const int event = event_of(e, type);
  if (!may_come(e, event)) return;
  //@ assert machine: event == peer_message(e, type) && may_happen(e, event);
  if (type == TLS12_HELLO_REQUEST)
    count_idle(e, 1);
  else
    receive_next(e, type, event);
}

void use_message(struct tls12_engine *e)
{
  e->failure.message = e->message[0];
  engine_observe(e->config, e->role == TLS12_SERVER, TLS12_HANDSHAKE, e->message, e->incoming.length);
  judge(e, e->message[0]);
}

/*@ requires engine: between_messages(e) && e->suite != \null && e->status < TLS12_CLOSED;
    requires key: record_key_ready(&e->next_read_key);
    requires machine: may_happen(e, peer_ccs(e));
    terminates \true;
    exits \false;
    assigns e->read_key, e->reading_protected, e->read_limit, e->read_limit_rule, e->state, e->status, e->next_read_key, e->next_write_key,
      e->master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1], e->private_share[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures engine: between_messages(e);
*/
static void accept_change_cipher_spec(struct tls12_engine *e)
{
  protect_reading(e);
  go_on(e, e->role == TLS12_CLIENT ? ON_SERVER_CCS : ON_CLIENT_CCS);
}

void use_change_cipher_spec(struct tls12_engine *e)
{
  const uint32_t n = e->content_end - e->content_at;
  const uint8_t *content = e->input + e->content_at;
  e->content_at = e->content_end;
  engine_observe(e->config, e->role == TLS12_SERVER, TLS12_CHANGE_CIPHER_SPEC, content, n);
  const int event = e->role == TLS12_CLIENT ? ON_SERVER_CCS : ON_CLIENT_CCS;
  //@ assert event: event == peer_ccs(e);
  if (!may_come(e, event)) return;
  //@ assert machine: may_happen(e, peer_ccs(e));
  if (n != 1 || content[0] != 1)
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_1_01, 0, n, TLS12_DECODE_ERROR});
  else if (e->incoming.length != 0)
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_1_05, 0, n, TLS12_UNEXPECTED_MESSAGE});
  else
    accept_change_cipher_spec(e);
}

void use_application_data(struct tls12_engine *e)
{
  const int event = e->role == TLS12_CLIENT ? ON_SERVER_DATA : ON_CLIENT_DATA;
  const int empty = e->content_at == e->content_end;
  //@ assert event: event == peer_data(e);
  if (!may_come(e, event)) return;
  //@ assert machine: may_happen(e, peer_data(e));
  count_idle(e, empty);
}
