/* The public functions. */
#include "handshake/engine.h"

#include <string.h>

#include "crypto/wipe.h"
#include "handshake/messages.h"
#include "handshake/order.h"
#include "handshake/renegotiation.h"

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

static void start(struct tls12_engine *e, const struct tls12_config *config, struct tls12_messages *messages,
                  enum tls12_role role)
{
  memset(e, 0, sizeof *e);
  e->config = config;
  e->messages = messages;
  forget_messages(e);
  e->role = role;
  e->state = START;
  e->client_certificate = ON_EMPTY_CERTIFICATE;
  e->choice.status = 1;
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
  start(engine, config, NULL, TLS12_CLIENT);
}

void tls12_server(struct tls12_engine *engine, const struct tls12_config *config)
{
  start(engine, config, NULL, TLS12_SERVER);
}

void tls12_client_keeping(struct tls12_engine *engine, const struct tls12_config *config,
                          struct tls12_messages *messages)
{
  start(engine, config, messages, TLS12_CLIENT);
}

void tls12_server_keeping(struct tls12_engine *engine, const struct tls12_config *config,
                          struct tls12_messages *messages)
{
  start(engine, config, messages, TLS12_SERVER);
}

struct tls12_bytes tls12_protocol(const struct tls12_engine *engine)
{
  return engine->protocol;
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

void tls12_application_taken(struct tls12_engine *engine, uint32_t n)
{
  if (n == 0) return; /* else what there is of the next record would be lost */
  engine->content_at += n;
  if (engine->content_at == engine->content_end) {
    engine->content_type = 0;
    engine->input_length = 0;
    advance(engine);
  }
}

int tls12_renegotiate(struct tls12_engine *engine)
{
  if (!renegotiate(engine)) return 0;
  advance(engine);
  return 1;
}

int tls12_renegotiated(const struct tls12_engine *engine)
{
  return engine->negotiation.renegotiation != 0;
}

void tls12_close(struct tls12_engine *engine)
{
  if (engine->status >= TLS12_CLOSED) return;
  write_alert(engine, TLS12_CLOSE_NOTIFY);
  if (engine->status < TLS12_CLOSED) engine->status = TLS12_CLOSED;
  forget_handshake_secrets(engine);
}

void tls12_forget(struct tls12_engine *engine)
{
  tls12_wipe(engine, sizeof *engine);
}
