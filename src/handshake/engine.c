/* The public functions, and the order of things: what is due goes out, what comes in is judged by the machine first. */
#include "handshake/engine.h"

#include <string.h>

#include "crypto/wipe.h"
#include "handshake/callbacks.h"
#include "handshake/internal.h"

/* Warnings and empty records in a row that a peer may send; a limit of this implementation. */
#define IDLE_RECORDS_MAX 32

/* ---- the machine ---- */

/* Whether the peer's event may come now. If not, the connection has failed with the machine's alert. */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures machine: \result != 0 ==> may_happen(e, event) && e->status == \old(e->status);
    ensures refused: \result == 0 ==> e->status >= TLS12_CLOSED;
*/
static int may_come(struct tls12_engine *e, int event)
{
  const int next = step(e, event);
  if (next >= 0) return 1;
  engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){broken_rule(e, event), 0, 1, (enum tls12_alert)(-next)});
  return 0;
}

/* The event has happened, unless the connection failed over it. A complete handshake needs its secrets no more. */
/*@ requires engine: between_messages(e);
    requires machine: may_happen(e, event);
    requires suite: e->status < TLS12_CLOSED && hello_read(e->role, next_of(e, event)) ==> e->suite != \null;
    terminates \true;
    exits \false;
    assigns e->state, e->status, e->next_read_key, e->next_write_key, e->master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1],
      e->private_share[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures engine: between_messages(e);
*/
static void go_on(struct tls12_engine *e, int event)
{
  if (e->status >= TLS12_CLOSED) return;
  happened(e, event);
  if (e->status == TLS12_CONNECTED) forget_handshake_secrets(e);
}

/* ---- what goes out ---- */

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED && e->output_end + TLS12_RECORD_HEADER < TLS12_OUTPUT_MAX;
    requires key: record_key_ready(&e->next_write_key);
    requires machine: is_due(e, own_ccs(e));
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, e->write_key, e->writing_protected, e->output[0 .. TLS12_OUTPUT_MAX - 1],
      e->output_end;
    ensures engine: between_messages(e);
*/
static void send_change_cipher_spec(struct tls12_engine *e)
{
  static const uint8_t body[] = {1};
  engine_observe(e->config, e->role == TLS12_CLIENT, TLS12_CHANGE_CIPHER_SPEC, body, sizeof body);
  write_record(e, TLS12_CHANGE_CIPHER_SPEC, (struct tls12_bytes){body, sizeof body});
  protect_writing(e);
}

/* Sends what is due. Answers whether something was, and there was room. */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires key: record_key_ready(&e->next_write_key);
    terminates \true;
    exits \false;
    assigns *e;
    ensures engine: between_messages(e);
*/
static int send_due(struct tls12_engine *e)
{
  const int event = due(e);
  if (event == NOTHING_DUE || !room_for_record(e, 1)) return 0;
  if (event == ON_CLIENT_CCS || event == ON_SERVER_CCS)
    send_change_cipher_spec(e);
  else if (event == ON_CLIENT_FINISHED || event == ON_SERVER_FINISHED)
    produce_finished(e);
  else if (e->role == TLS12_CLIENT)
    client_produce(e, (enum tls12_event)event);
  else
    server_produce(e, (enum tls12_event)event);
  go_on(e, event);
  return 1;
}

/* ---- what comes in ---- */

/* Between handshakes a peer may ask for another one, which this side declines with a warning (RFC 5246 section 7.2.2). */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end, e->idle_records;
    ensures engine: between_messages(e);
    ensures kept: \result == 0 ==> e->status == \old(e->status);
*/
static int declined(struct tls12_engine *e, int type)
{
  const int asked = type == (e->role == TLS12_CLIENT ? TLS12_HELLO_REQUEST : TLS12_CLIENT_HELLO);
  if (e->state != DONE || !asked) return 0;
  write_alert(e, TLS12_WARNING, TLS12_NO_RENEGOTIATION);
  e->idle_records++;
  return 1;
}

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns *e;
    ensures engine: between_messages(e);
*/
static void use_message(struct tls12_engine *e)
{
  const int type = e->message[0];
  const uint8_t *body = e->message + HEADER;
  const uint32_t length = e->incoming.length - HEADER;

  e->failure.message = type;
  engine_observe(e->config, e->role == TLS12_SERVER, TLS12_HANDSHAKE, e->message, e->incoming.length);
  if (declined(e, type)) return;
  const int event = e->role == TLS12_CLIENT ? (int)client_event(type) : (int)server_event(type);
  if (!may_come(e, event)) return;
  if (type == TLS12_HELLO_REQUEST) {
    e->idle_records++;
    return;
  }
  /* verify_data, session_hash and the signature of CertificateVerify are over the messages before theirs, so each side hashes where
   * it fits. */
  if (type == TLS12_FINISHED) receive_finished(e, body, length);
  if (type == TLS12_CERTIFICATE_VERIFY) receive_certificate_verify(e, body, length);
  transcript_add(&e->transcript, e->message, e->incoming.length);
  if (type != TLS12_FINISHED && e->role == TLS12_CLIENT)
    client_receive(e, type, body, length);
  else if (type != TLS12_FINISHED && type != TLS12_CERTIFICATE_VERIFY)
    server_receive(e, type, body, length);
  go_on(e, event == ON_EMPTY_CERTIFICATE ? e->client_certificate : event);
}

static void use_handshake(struct tls12_engine *e)
{
  uint32_t taken = 0;
  const struct tls12_fault fault =
      reassembly_feed(&e->incoming, e->input + e->content_at, e->content_end - e->content_at, &taken);
  e->content_at += taken;
  if (fault.rule != TLS12_NO_RULE) {
    e->failure.message = e->message[0];
    engine_fail(e, TLS12_PEER_VIOLATION, fault);
  } else if (reassembly_complete(&e->incoming)) {
    use_message(e);
    reassembly_start(&e->incoming, e->message, sizeof e->message);
  }
}

/*@ requires engine: between_messages(e) && input_valid(e) && e->status < TLS12_CLOSED;
    requires key: record_key_ready(&e->next_read_key);
    terminates \true;
    exits \false;
    assigns *e;
    ensures engine: between_messages(e);
*/
static void use_change_cipher_spec(struct tls12_engine *e)
{
  const int event = e->role == TLS12_CLIENT ? ON_SERVER_CCS : ON_CLIENT_CCS;
  const uint32_t n = e->content_end - e->content_at;
  engine_observe(e->config, e->role == TLS12_SERVER, TLS12_CHANGE_CIPHER_SPEC, e->input + e->content_at, n);
  if (!may_come(e, event)) return;
  if (n != 1 || e->input[e->content_at] != 1) {
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_1_01, 0, n, TLS12_DECODE_ERROR});
  } else if (e->incoming.length != 0) {
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_1_05, 0, n, TLS12_UNEXPECTED_MESSAGE});
  } else {
    protect_reading(e);
    go_on(e, event);
  }
  e->content_at = e->content_end;
}

static void use_alert(struct tls12_engine *e)
{
  const uint8_t *alert = e->input + e->content_at;
  const uint32_t n = e->content_end - e->content_at;
  engine_observe(e->config, e->role == TLS12_SERVER, TLS12_ALERT, alert, n);
  e->content_at = e->content_end;
  if (n != 2 || (alert[0] != TLS12_WARNING && alert[0] != TLS12_FATAL)) {
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_2_01, 0, n, TLS12_DECODE_ERROR});
  } else if (alert[1] == TLS12_CLOSE_NOTIFY) {
    tls12_close(e);
  } else if (alert[0] == TLS12_FATAL) {
    engine_fail(e, TLS12_PEER_ALERT, (struct tls12_fault){TLS12_NO_RULE, 0, 0, (enum tls12_alert)alert[1]});
  } else {
    e->idle_records++;
  }
}

/* Application data stays where it is until the caller has taken it. */
/*@ requires engine: between_messages(e) && input_valid(e) && e->status < TLS12_CLOSED;
    terminates \true;
    exits \false;
    assigns FAILING(e), e->idle_records;
    ensures engine: between_messages(e);
    ensures machine: e->status < TLS12_CLOSED ==> may_happen(e, peer_data(e));
*/
static void use_application_data(struct tls12_engine *e)
{
  if (!may_come(e, e->role == TLS12_CLIENT ? ON_SERVER_DATA : ON_CLIENT_DATA)) return;
  e->idle_records = e->content_at == e->content_end ? e->idle_records + 1 : 0;
}

/* Uses the content of the opened record. Answers whether there is more to do. */
static int use_content(struct tls12_engine *e)
{
  e->failure.message = -1;
  switch (e->content_type) {
  case TLS12_HANDSHAKE: use_handshake(e); break;
  case TLS12_CHANGE_CIPHER_SPEC: use_change_cipher_spec(e); break;
  case TLS12_ALERT: use_alert(e); break;
  default: use_application_data(e); break;
  }
  if (e->idle_records > IDLE_RECORDS_MAX)
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_2_2_05, 0, 0, TLS12_UNEXPECTED_MESSAGE});
  if (e->content_at < e->content_end) return e->content_type == TLS12_HANDSHAKE;
  e->content_type = 0;
  e->input_length = 0;
  return 1;
}

/* Does all that can be done without more input. */
static void advance(struct tls12_engine *e)
{
  while (e->status < TLS12_CLOSED) {
    if (e->own_length > 0 && !write_message_records(e)) return;
    if (e->own_length == 0 && due(e) != NOTHING_DUE) {
      if (!send_due(e)) return;
    } else if (e->content_type == 0 || !room_for_record(e, 2) || !use_content(e)) {
      return;
    }
  }
}

/* ---- public functions ---- */

static void start(struct tls12_engine *e, const struct tls12_config *config, enum tls12_role role)
{
  memset(e, 0, sizeof *e);
  e->config = config;
  e->role = role;
  e->state = START;
  e->client_certificate = ON_EMPTY_CERTIFICATE;
  e->choice.request = config->client_certificate != TLS12_NOT_REQUESTED;
  e->choice.key = config->psk_hint.length > 0;
  e->failure.fault.alert = TLS12_NO_ALERT;
  e->failure.message = -1;
  transcript_start(&e->transcript);
  reassembly_start(&e->incoming, e->message, sizeof e->message);
  advance(e);
}

void tls12_client(struct tls12_engine *engine, const struct tls12_config *config)
{
  start(engine, config, TLS12_CLIENT);
}

void tls12_server(struct tls12_engine *engine, const struct tls12_config *config)
{
  start(engine, config, TLS12_SERVER);
}

uint32_t tls12_receive(struct tls12_engine *engine, const uint8_t *bytes, uint32_t n)
{
  uint32_t taken = 0;
  advance(engine);
  while (taken < n && engine->status < TLS12_CLOSED && engine->content_type == 0 && engine->own_length == 0) {
    taken += take_record(engine, bytes + taken, n - taken);
    advance(engine);
  }
  return taken;
}

struct tls12_bytes tls12_output(const struct tls12_engine *engine)
{
  return (struct tls12_bytes){engine->output + engine->output_at, engine->output_end - engine->output_at};
}

void tls12_sent(struct tls12_engine *engine, uint32_t n)
{
  engine->output_at += n;
  if (engine->output_at == engine->output_end) engine->output_at = engine->output_end = 0;
  advance(engine);
}

/*@ requires engine: \valid_read(engine) && stands(engine);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures machine: \result == TLS12_CONNECTED ==> engine->state == DONE;
*/
enum tls12_status tls12_status(const struct tls12_engine *engine)
{
  return engine->status;
}

/*@ requires engine: \valid_read(engine) && stands(engine) && engine->content_at <= engine->content_end <= TLS12_RECORD_MAX;
    terminates \true;
    exits \false;
    assigns \result \from engine;
    ensures machine: 0 < \result.length ==> may_happen(engine, peer_data(engine));
*/
struct tls12_bytes tls12_application(const struct tls12_engine *engine)
{
  if (engine->content_type != TLS12_APPLICATION_DATA || engine->state != DONE || engine->status == TLS12_FAILED)
    return (struct tls12_bytes){0};
  return (struct tls12_bytes){engine->input + engine->content_at, engine->content_end - engine->content_at};
}

void tls12_application_taken(struct tls12_engine *engine, uint32_t n)
{
  engine->content_at += n;
  if (engine->content_at == engine->content_end) {
    engine->content_type = 0;
    engine->input_length = 0;
    advance(engine);
  }
}

/*@ requires engine: between_messages(engine);
    requires bytes: \valid_read(bytes + (0 .. n - 1)) && \separated(engine, bytes + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns engine->status, engine->failure.cause, WRITE_KEY(engine), engine->output[0 .. TLS12_OUTPUT_MAX - 1],
      engine->output_end;
    ensures taken: \result <= n && (0 < \result ==> engine->status == TLS12_CONNECTED);
    ensures engine: between_messages(engine);
*/
uint32_t tls12_send(struct tls12_engine *engine, const uint8_t *bytes, uint32_t n)
{
  const uint32_t length = n < TLS12_PLAINTEXT_MAX ? n : TLS12_PLAINTEXT_MAX;
  if (engine->status != TLS12_CONNECTED || n == 0 || !room_for_record(engine, length)) return 0;
  write_record(engine, TLS12_APPLICATION_DATA, (struct tls12_bytes){bytes, length});
  return engine->status == TLS12_CONNECTED ? length : 0;
}

void tls12_close(struct tls12_engine *engine)
{
  if (engine->status >= TLS12_CLOSED) return;
  write_alert(engine, TLS12_WARNING, TLS12_CLOSE_NOTIFY);
  if (engine->status < TLS12_CLOSED) engine->status = TLS12_CLOSED;
  forget_handshake_secrets(engine);
}

void tls12_forget(struct tls12_engine *engine)
{
  tls12_wipe(engine, sizeof *engine);
}
