#include "tool/deviant_peer.h"

#include <string.h>

#include "handshake/internal.h"
#include "wire/writer.h"

#define BODY(text)                                                                                                     \
  {                                                                                                                    \
    (const uint8_t *)(text), sizeof(text) - 1                                                                          \
  }
#define RANDOM "01234567890123456789012345678901"

/* Well-formed messages with a content that means nothing, for places where no honest one can be made. */
static const struct {
  int handshake_type;
  struct tls12_bytes body;
} samples[] = {
    {TLS12_CLIENT_HELLO, BODY("\3\3" RANDOM "\0\0\2\xC0\x2F\1\0")},
    {TLS12_SERVER_HELLO, BODY("\3\3" RANDOM "\0\xC0\x2F\0")},
    {TLS12_NEW_SESSION_TICKET, BODY("\0\0\0\0\0\2tk")},
    {TLS12_CERTIFICATE, BODY("\0\0\5\0\0\2\x30\0")},
    {TLS12_SERVER_KEY_EXCHANGE, BODY("\3\0\x17\1\4\4\1\0\2ok")},
    {TLS12_CERTIFICATE_REQUEST, BODY("\2\1\x40\0\4\4\1\4\3\0\0")},
    {TLS12_CERTIFICATE_VERIFY, BODY("\4\1\0\2ok")},
    {TLS12_CLIENT_KEY_EXCHANGE, BODY("\1\4")},
    {TLS12_FINISHED, BODY("verify_data!")},
    {TLS12_CERTIFICATE_STATUS, BODY("\1\0\0\2\x30\0")},
};

static struct tls12_bytes sample_body(const struct deviant_message *message)
{
  static const struct tls12_bytes no_certificates = BODY("\0\0\0");
  if (message->certificate == ON_EMPTY_CERTIFICATE) return no_certificates;
  for (unsigned i = 0; i < sizeof samples / sizeof *samples; i++)
    if (samples[i].handshake_type == message->handshake_type) return samples[i].body;
  return (struct tls12_bytes){0}; /* HelloRequest, ServerHelloDone */
}

/* The event of a message in a record of its own type. */
static int event_of(const struct deviant_message *message)
{
  struct deviant_message own = *message;
  if (own.handshake_type >= 0) own.content_type = TLS12_HANDSHAKE;
  return deviant_event(&own);
}

/* Whether the message is the next one of the peer, and its engine can make it: of certificates that which it answers with. */
static int is_step(const struct tls12_engine *e, int event)
{
  return event != ON_HELLO_REQUEST && event != ON_CLIENT_HELLO && event != ON_SERVER_DATA && event != ON_CLIENT_DATA &&
         ((event != ON_SIGNING_CERTIFICATE && event != ON_FIXED_CERTIFICATE) || event == e->client_certificate) &&
         step(e, event) >= 0;
}

void deviant_peer_start(struct deviant_peer *peer, enum tls12_role role, const struct tls12_config *config)
{
  peer->hello_length = 0;
  peer->heard_count = peer->compared = 0;
  peer->alert = TLS12_NO_ALERT;
  if (role == TLS12_SERVER) {
    tls12_server(&peer->engine, config);
    return;
  }
  tls12_client(&peer->engine, config);
  const struct tls12_bytes output = tls12_output(&peer->engine);
  if (output.length >= TLS12_RECORD_HEADER && output.length - TLS12_RECORD_HEADER <= sizeof peer->hello) {
    peer->hello_length = output.length - TLS12_RECORD_HEADER;
    memcpy(peer->hello, output.data + TLS12_RECORD_HEADER, peer->hello_length);
  }
  tls12_sent(&peer->engine, output.length);
}

/* The message that is due now, as an honest side makes it: it lies in e->message. Answers with its length. */
static uint32_t produce(struct tls12_engine *e, int event)
{
  if (event == ON_CLIENT_FINISHED || event == ON_SERVER_FINISHED) {
    produce_finished(e);
  } else if (e->role == TLS12_CLIENT) {
    client_produce(e, (enum tls12_event)event);
  } else {
    server_produce(e, (enum tls12_event)event);
  }
  const uint32_t length = e->own_length;
  e->own_length = e->own_sent = 0;
  return length;
}

/* The next message of the handshake, and that it was sent. */
static void send_step(struct tls12_engine *e, const struct deviant_message *message, int event)
{
  static const uint8_t change[] = {1};
  if (event == ON_CLIENT_CCS || event == ON_SERVER_CCS) {
    write_record(e, (enum tls12_content_type)message->content_type, (struct tls12_bytes){change, sizeof change});
    e->write_key = e->next_write_key;
    e->writing_protected = 1;
  } else {
    const uint32_t length = produce(e, event);
    write_record(e, (enum tls12_content_type)message->content_type, (struct tls12_bytes){e->message, length});
  }
  reassembly_start(&e->incoming, e->message, sizeof e->message);
  e->state = step(e, event);
  if (event == ON_EMPTY_CERTIFICATE) e->client_certificate = event;
}

/* A message out of place. */
static void send_sample(struct deviant_peer *peer, const struct deviant_message *message, int event)
{
  static const uint8_t one[] = {1}; /* a ChangeCipherSpec, or application data */
  uint8_t sample[HEADER + 64];
  struct tls12_bytes content = {one, sizeof one};
  if (event == ON_CLIENT_HELLO && peer->hello_length > 0) {
    content = (struct tls12_bytes){peer->hello, peer->hello_length};
  } else if (message->handshake_type >= 0) {
    const struct tls12_bytes body = sample_body(message);
    write_uint8(sample, 0, (uint32_t)message->handshake_type);
    content = (struct tls12_bytes){sample, write_vector24(sample, 1, body)};
  }
  write_record(&peer->engine, (enum tls12_content_type)message->content_type, content);
}

void deviant_peer_send(struct deviant_peer *peer, const struct deviant_message *message)
{
  struct tls12_engine *e = &peer->engine;
  const int event = event_of(message);
  if (e->status >= TLS12_CLOSED) return;
  if (is_step(e, event))
    send_step(e, message, event);
  else
    send_sample(peer, message, event);
}

/* Not tls12_sent: the engine would go on by itself. */
void deviant_peer_sent(struct deviant_peer *peer)
{
  peer->engine.output_at = peer->engine.output_end = 0;
}

/* ---- what the other side sends ---- */

static int hear(struct deviant_peer *peer, struct deviant_message message)
{
  struct tls12_engine *e = &peer->engine;
  const int next = step(e, event_of(&message));
  if (peer->heard_count == PATH_MAX_MESSAGES || next < 0) return -1;
  peer->heard[peer->heard_count++] = message;
  e->state = next;
  return 0;
}

static int hear_handshake(struct deviant_peer *peer)
{
  struct tls12_engine *e = &peer->engine;
  const int type = e->message[0];
  const uint8_t *body = e->message + HEADER;
  const uint32_t length = e->incoming.length - HEADER;
  struct deviant_message message = {e->role == TLS12_SERVER, TLS12_HANDSHAKE, type, -1};

  if (type == TLS12_FINISHED) receive_finished(e, body, length);
  transcript_add(&e->transcript, e->message, e->incoming.length);
  if (type != TLS12_FINISHED && e->role == TLS12_CLIENT)
    client_receive(e, type, body, length);
  else if (type != TLS12_FINISHED && type != TLS12_CERTIFICATE_VERIFY)
    server_receive(e, type, body, length); /* who the client is does not matter */
  if (type == TLS12_CERTIFICATE && message.from_client) message.certificate = e->client_certificate;
  return e->status >= TLS12_CLOSED ? -1 : hear(peer, message);
}

static int hear_fragments(struct deviant_peer *peer)
{
  struct tls12_engine *e = &peer->engine;
  while (e->content_at < e->content_end) {
    uint32_t taken = 0;
    const struct tls12_fault fault =
        reassembly_feed(&e->incoming, e->input + e->content_at, e->content_end - e->content_at, &taken);
    e->content_at += taken;
    if (fault.rule != TLS12_NO_RULE) return -1;
    if (reassembly_complete(&e->incoming)) {
      if (hear_handshake(peer) != 0) return -1;
      reassembly_start(&e->incoming, e->message, sizeof e->message);
    }
  }
  return 0;
}

static int hear_content(struct deviant_peer *peer)
{
  struct tls12_engine *e = &peer->engine;
  const struct deviant_message change = {e->role == TLS12_SERVER, TLS12_CHANGE_CIPHER_SPEC, -1, -1};
  switch (e->content_type) {
  case TLS12_HANDSHAKE: return hear_fragments(peer);
  case TLS12_CHANGE_CIPHER_SPEC:
    e->read_key = e->next_read_key;
    e->reading_protected = 1;
    return hear(peer, change);
  case TLS12_ALERT:
    if (e->content_end - e->content_at == 2 && e->input[e->content_at] == TLS12_FATAL)
      peer->alert = e->input[e->content_at + 1];
    return 0;
  default: return 0;
  }
}

int deviant_peer_receive(struct deviant_peer *peer, struct tls12_bytes records)
{
  struct tls12_engine *e = &peer->engine;
  for (uint32_t at = 0; at < records.length;) {
    at += take_record(e, records.data + at, records.length - at);
    if (e->status >= TLS12_CLOSED) return -1;
    if (e->content_type != 0) {
      if (hear_content(peer) != 0) return -1;
      e->content_type = 0;
      e->input_length = 0;
    }
  }
  return 0;
}

/* ---- along a path ---- */

static int next_heard(struct deviant_peer *peer, struct deviant_link link, const struct deviant_message *message)
{
  while (peer->compared == peer->heard_count) {
    const int came = link.exchange(link.context, peer, 1);
    if (came <= 0 || peer->alert != TLS12_NO_ALERT) return came < 0 ? -1 : 0;
  }
  return memcmp(message, &peer->heard[peer->compared++], sizeof *message) == 0;
}

int deviant_peer_walk(struct deviant_peer *peer, struct deviant_link link, const struct deviant_path *path, int from)
{
  const int peer_is_client = peer->engine.role == TLS12_CLIENT;
  for (int i = from; i < path->length; i++) {
    const struct deviant_message *message = &path->messages[i];
    if (message->from_client != peer_is_client) {
      const int heard = next_heard(peer, link, message);
      if (heard != 1) return heard;
    } else {
      const int event = event_of(message);
      if (event != ON_CLIENT_HELLO && !is_step(&peer->engine, event)) return 0;
      deviant_peer_send(peer, message);
      if (link.exchange(link.context, peer, 0) < 0) return -1;
    }
  }
  return 1;
}
