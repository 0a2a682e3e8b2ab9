/* The public functions, and the order of things: what is due goes out, what comes in is judged by the machine first. */
#include "handshake/engine.h"

#include <string.h>

#include "crypto/wipe.h"
#include "handshake/callbacks.h"
#include "handshake/internal.h"
#include "machine/due.h"
#include "machine/negotiation.h"

/* Warnings and empty records in a row that a peer may send; a limit of this implementation. */
#define IDLE_RECORDS_MAX 32

/* ---- the machine ---- */

static int machine_step(const struct tls12_engine *e, int event)
{
  return e->role == TLS12_CLIENT ? client_step(e->negotiation, e->state, event)
                                 : server_step(e->negotiation, e->state, event);
}

/* Whether the peer's event may come now. If not, the connection has failed with the machine's alert. */
static int may_come(struct tls12_engine *e, int event)
{
  const int next = machine_step(e, event);
  if (next >= 0) return 1;
  const enum tls12_rule rule = e->role == TLS12_CLIENT ? client_refusal_rule(e->negotiation, e->state, event)
                                                       : server_refusal_rule(e->state, event);
  engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){rule, 0, 1, (enum tls12_alert)(-next)});
  return 0;
}

/* The event has happened, with all that belongs to it. */
static void happened(struct tls12_engine *e, int event)
{
  if (e->status >= TLS12_CLOSED) return;
  e->state = machine_step(e, event);
  if (e->state == DONE && e->status == TLS12_HANDSHAKING) {
    e->status = TLS12_CONNECTED;
    forget_handshake_secrets(e);
  }
}

/* ---- what goes out ---- */

static void send_change_cipher_spec(struct tls12_engine *e)
{
  static const uint8_t body[] = {1};
  engine_observe(e->config, e->role == TLS12_CLIENT, TLS12_CHANGE_CIPHER_SPEC, body, sizeof body);
  write_record(e, TLS12_CHANGE_CIPHER_SPEC, (struct tls12_bytes){body, sizeof body});
  e->write_key = e->next_write_key;
  e->writing_protected = 1;
}

static int due(const struct tls12_engine *e)
{
  const struct tls12_server_choice choice = {0};
  return e->role == TLS12_CLIENT ? client_send_next(e->state, ON_EMPTY_CERTIFICATE)
                                 : server_send_next(e->negotiation, e->state, choice);
}

/* Sends what is due. Answers whether something was, and there was room. */
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
  happened(e, event);
  return 1;
}

/* ---- what comes in ---- */

/* Between handshakes a peer may ask for another one, which this side declines with a warning (RFC 5246 section 7.2.2). */
static int declined(struct tls12_engine *e, int type)
{
  const int asked = type == (e->role == TLS12_CLIENT ? TLS12_HELLO_REQUEST : TLS12_CLIENT_HELLO);
  if (e->state != DONE || !asked) return 0;
  write_alert(e, TLS12_WARNING, TLS12_NO_RENEGOTIATION);
  e->idle_records++;
  return 1;
}

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
  /* verify_data and session_hash are over the messages before theirs, so each side hashes where it fits. */
  if (type == TLS12_FINISHED) receive_finished(e, body, length);
  transcript_add(&e->transcript, e->message, e->incoming.length);
  if (type != TLS12_FINISHED && e->role == TLS12_CLIENT)
    client_receive(e, type, body, length);
  else if (type != TLS12_FINISHED)
    server_receive(e, type, body, length);
  happened(e, event);
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
    e->read_key = e->next_read_key;
    e->reading_protected = 1;
    happened(e, event);
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

enum tls12_status tls12_status(const struct tls12_engine *engine)
{
  return engine->status;
}

struct tls12_bytes tls12_application(const struct tls12_engine *engine)
{
  if (engine->content_type != TLS12_APPLICATION_DATA || engine->status == TLS12_FAILED) return (struct tls12_bytes){0};
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
