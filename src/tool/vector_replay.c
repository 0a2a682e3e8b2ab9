/* A transcript, played again by the engine. */
#include <stdlib.h>
#include <string.h>

#include "handshake/key_exchange.h"
#include "handshake/signature.h"
#include "spec/handshake_types.h"
#include "tool/vector_transcript.h"
#include "wire/reader.h"

enum { CHAIN_MAX = 4 };

/* The random bytes that the transcript shows, in the order in which the engine asks for them. What nobody sees, because it only hides
 * (blinding) or is not used (the substitute for a premaster secret), is of another length, and anything will do. The nonces of its
 * signatures are deterministic: nothing is added to them. */
struct tape {
  struct tls12_bytes draws[TRANSCRIPT_RECORDS];
  unsigned count, at;
};

static int draw(void *context, uint8_t *out, size_t n)
{
  struct tape *tape = context;
  if (tape->at < tape->count && tape->draws[tape->at].length == n) {
    memcpy(out, tape->draws[tape->at++].data, n);
    return 0;
  }
  memset(out, 0x5a, n);
  return n == TLS12_ADDED_RANDOMNESS ? 1 : 0;
}

static void record_draw(struct tape *tape, struct tls12_bytes bytes)
{
  if (bytes.length > 0 && tape->count < TRANSCRIPT_RECORDS) tape->draws[tape->count++] = bytes;
}

static void read_tape(struct vector_case *c, const struct transcript *t, enum tls12_role role, struct tape *tape)
{
  static const char *const names[] = {"random", "private", "rsa_secret", "padding", "salt"};
  const json_t *side = json_object_get(c->test, role == TLS12_CLIENT ? "client" : "server");
  const uint32_t iv = tls12_cipher_sizes(t->suite->cipher).block;
  const int certified = role == TLS12_CLIENT ? strcmp(vector_text(c, c->test, "client_certificate"), "fixed") == 0
                                             : uses_static_key(t->suite->key_exchange);
  *tape = (struct tape){.count = 0};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (json_object_get(side, names[i]) != NULL && !(certified && strcmp(names[i], "private") == 0))
      record_draw(tape, vector_hex(c, side, names[i]));
  for (unsigned i = 0; i < t->count; i++)
    if (t->records[i].from_client == (role == TLS12_CLIENT) && t->records[i].plaintext.length > 0)
      record_draw(tape, (struct tls12_bytes){t->records[i].record.data + 5, iv});
}

/* The certificates that a side sent. */
static unsigned read_sent_chain(const struct transcript *t, int from_client, struct tls12_bytes *chain)
{
  unsigned count = 0;
  for (unsigned i = 0; i < t->count; i++) {
    const struct tls12_bytes record = t->records[i].record;
    if (t->records[i].from_client != from_client || record.data[0] != TLS12_HANDSHAKE ||
        record.data[5] != TLS12_CERTIFICATE || t->records[i].plaintext.length > 0)
      continue;
    for (uint32_t at = 12; at + 3 < record.length && count < CHAIN_MAX;) {
      const uint32_t length = read_uint24(record.data, at);
      if (length > record.length - at - 3) break;
      chain[count++] = (struct tls12_bytes){record.data + at + 3, length};
      at += 3 + length;
    }
  }
  return count;
}

/* Whether the engine has this to say next; then it is said. */
static int says(struct tls12_engine *engine, struct tls12_bytes record)
{
  const struct tls12_bytes output = tls12_output(engine);
  if (output.length < record.length || memcmp(output.data, record.data, record.length) != 0) return 0;
  tls12_sent(engine, record.length);
  return 1;
}

/* What the application has to say. */
static int is_data(const struct transcript_record *r)
{
  return r->record.data[0] == TLS12_APPLICATION_DATA;
}

static int hears(struct tls12_engine *engine, const struct transcript_record *r)
{
  if (tls12_status(engine) == TLS12_CLOSED) return 1; /* after close_notify it does not listen */
  if (tls12_receive(engine, r->record.data, r->record.length) != r->record.length) return 0;
  if (!is_data(r)) return tls12_status(engine) != TLS12_FAILED;
  const struct tls12_bytes data = tls12_application(engine);
  const int same = data.length == r->plaintext.length && memcmp(data.data, r->plaintext.data, data.length) == 0;
  tls12_application_taken(engine, data.length);
  return same;
}

static void speak(struct tls12_engine *engine, const struct transcript_record *r)
{
  if (is_data(r))
    (void)tls12_send(engine, r->plaintext.data, r->plaintext.length);
  else if (r->record.data[0] == TLS12_ALERT && tls12_output(engine).length == 0)
    tls12_close(engine);
}

/* A client chooses with its hello, a server with all that it says before it knows the key exchange. */
static int is_choice(const struct transcript *t, unsigned at, enum tls12_role role)
{
  if (role == TLS12_CLIENT) return at == 0;
  for (unsigned i = 0; i < at; i++)
    if (t->records[i].record.data[5] == TLS12_SERVER_HELLO_DONE) return 0;
  return 1;
}

static enum replay play(struct tls12_engine *engine, const struct transcript *t, enum tls12_role role)
{
  for (unsigned i = 0; i < t->count; i++) {
    const struct transcript_record *r = &t->records[i];
    if (r->from_client != (role == TLS12_CLIENT)) {
      if (!hears(engine, r)) return REPLAY_DIFFERENT;
      continue;
    }
    speak(engine, r);
    if (!says(engine, r->record)) return is_choice(t, i, role) ? REPLAY_ANOTHER : REPLAY_DIFFERENT;
  }
  return tls12_status(engine) == TLS12_CLOSED && tls12_output(engine).length == 0 ? REPLAY_SAME : REPLAY_DIFFERENT;
}

enum replay transcript_replay(struct vector_case *c, const struct transcript *t, enum tls12_role role)
{
  static struct tls12_engine engine;
  const int is_client = role == TLS12_CLIENT;
  const char *asked = vector_text(c, c->test, "client_certificate");
  struct tls12_bytes chain[CHAIN_MAX];
  struct tls12_credential credential = {.chain = chain, .chain_length = read_sent_chain(t, is_client, chain)};
  const struct tls12_bytes anchor = vector_hex(c, c->group, "anchor");
  const int with_psk = json_object_get(c->group, "psk") != NULL;
  struct tls12_psk psk = {{NULL, 0}, {NULL, 0}};
  struct tape tape;
  read_tape(c, t, role, &tape);
  if (with_psk) psk = (struct tls12_psk){vector_hex(c, c->group, "psk_identity"), vector_hex(c, c->group, "psk")};
  const struct tls12_config config = {
      .policy = TLS12_POLICY_REFERENCE,
      .random = draw,
      .random_context = &tape,
      .suites = &t->suite->value,
      .suite_count = 1,
      .without_encrypt_then_mac = !t->encrypt_then_mac,
      .server_name = is_client ? vector_text(c, c->group, "server_name") : NULL,
      .anchors = &anchor,
      .anchor_count = 1,
      .time = strtoull(vector_text(c, c->group, "time"), NULL, 10),
      .credentials = &credential,
      .credential_count = transcript_key(c, is_client ? "client" : "server", &credential.key) ? 1 : 0,
      .client_certificate = strcmp(asked, "none") != 0 ? TLS12_REQUESTED : TLS12_NOT_REQUESTED,
      .psks = &psk,
      .psk_count = with_psk ? 1 : 0,
      .psk_hint = json_object_get(c->test, "psk_hint") != NULL ? vector_hex(c, c->test, "psk_hint")
                                                               : (struct tls12_bytes){NULL, 0},
  };
  if (is_client)
    tls12_client(&engine, &config);
  else
    tls12_server(&engine, &config);
  const enum replay result = play(&engine, t, role);
  tls12_forget(&engine);
  return result;
}
