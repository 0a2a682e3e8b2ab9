/* The engines. An input begins with the scene, a moment of one of the recorded handshakes at which the engine hears on, and
 * with how the rest is handed over: as bytes of the wire, in pieces; or as contents, each with a byte of type and two of
 * length, which come in good records under the peer's keys, so that it is the content that is judged. */
#include <string.h>

#include "spec/handshake_types.h"
#include "tests/fuzz/harness/conversation.h"
#include "tests/fuzz/harness/harness.h"
#include "tool/octets.h"

#define SCENES_MAX 256
#define AS_CONTENTS 1

/* One handshake, as one side heard it. */
struct recording {
  struct conversation conversation;
  struct octets wire, contents, messages; /* all that came from the peer, in three dresses */
  struct tls12_record_key peer_key;       /* the peer's, after its ChangeCipherSpec */
};

struct scene {
  struct recording *recording;
  struct tls12_engine *engine; /* as it was then */
  uint64_t random;
  size_t wire, contents, messages; /* how much it had heard */
};

struct role {
  int is_client;
  struct recording recordings[CONVERSATION_SUITES];
  struct scene scenes[SCENES_MAX];
  unsigned scene_count;
};

static struct role client_role = {.is_client = 1}, server_role;

/* What the engine in use shows to its observer. */
static struct watch {
  int is_client;
  struct octets messages; /* from the peer; HelloRequest is part of no handshake */
  struct octets content;  /* the last from the peer, */
  int content_type;       /* and its type */
  int level, alert;       /* the last that it sent, or -1 */
} watch;

static void observe(void *context, const struct tls12_observation *seen)
{
  const struct tls12_bytes content = seen->content;
  (void)context;
  if (seen->from_client == watch.is_client) {
    if (seen->content_type != TLS12_ALERT) return;
    watch.level = content.data[0];
    watch.alert = content.data[1];
    return;
  }
  if (seen->content_type == TLS12_HANDSHAKE && content.data[0] != TLS12_HELLO_REQUEST)
    octets_append(&watch.messages, content.data, content.length);
  watch.content.length = 0;
  octets_append(&watch.content, content.data, content.length);
  watch.content_type = seen->content_type;
}

static void start_watch(int is_client)
{
  watch.is_client = is_client;
  watch.messages.length = watch.content.length = 0;
  watch.content_type = watch.level = watch.alert = -1;
}

/* --- Recording --- */

static struct side *side_of(const struct role *role, struct recording *r)
{
  return role->is_client ? &r->conversation.client : &r->conversation.server;
}

struct recorder {
  struct role *role;
  struct recording *recording;
};

static void append_content(struct octets *out, int type, const uint8_t *content, size_t n)
{
  const uint8_t head[] = {(uint8_t)type, (uint8_t)(n / 256), (uint8_t)(n % 256)};
  octets_append(out, head, sizeof head);
  octets_append(out, content, n);
}

static void add_scene(void *context, int from_client, struct tls12_bytes record)
{
  const struct recorder *recorder = (const struct recorder *)context;
  struct role *role = recorder->role;
  struct recording *r = recorder->recording;
  const struct side *side = side_of(role, r);
  if (record.length > 0 && from_client == role->is_client) return;
  if (record.length > 0) {
    octets_append(&r->wire, record.data, record.length);
    append_content(&r->contents, watch.content_type, watch.content.data, watch.content.length);
    if (watch.content_type == TLS12_HANDSHAKE) octets_append(&r->messages, watch.content.data, watch.content.length);
  }
  INSIST(role->scene_count < SCENES_MAX);
  struct scene *scene = &role->scenes[role->scene_count++];
  *scene = (struct scene){
      r, malloc(sizeof *scene->engine), side->random, r->wire.length, r->contents.length, r->messages.length};
  INSIST(scene->engine != NULL);
  memcpy(scene->engine, side->engine, sizeof *scene->engine);
}

static void record_all(struct role *role)
{
  if (role->scene_count > 0) return;
  for (int i = 0; i < CONVERSATION_SUITES; i++) {
    struct recording *r = &role->recordings[i];
    struct recorder recorder = {role, r};
    conversation_prepare(&r->conversation, conversation_suites[i]);
    side_of(role, r)->config.observe = observe;
    start_watch(role->is_client);
    conversation_run(&r->conversation, add_scene, &recorder);
    r->peer_key = (role->is_client ? &r->conversation.server : &r->conversation.client)->engine->write_key;
  }
}

/* --- Running --- */

static volatile uint8_t sink;

/* Takes all that the engine has to give; whether there was anything. */
static int drain(struct tls12_engine *e)
{
  int any = 0;
  for (;;) {
    const struct tls12_bytes output = tls12_output(e), data = tls12_application(e);
    INSIST(output.length <= TLS12_OUTPUT_MAX && data.length <= 16384);
    if (output.length == 0 && data.length == 0) return any;
    for (uint32_t i = 0; i < output.length; i++) sink ^= output.data[i];
    for (uint32_t i = 0; i < data.length; i++) sink ^= data.data[i];
    if (output.length > 0)
      tls12_sent(e, output.length);
    else
      tls12_application_taken(e, data.length);
    any = 1;
  }
}

/* Both Finished were verified, so the messages are those that the peer sent when this was recorded. */
static void insist_heard(const struct scene *scene)
{
  const struct octets *expected = &scene->recording->messages;
  const size_t n = expected->length - scene->messages;
  INSIST(watch.messages.length >= n);
  INSIST(n == 0 || memcmp(watch.messages.data, expected->data + scene->messages, n) == 0);
}

static void insist_failure(const struct tls12_failure *failure)
{
  INSIST(failure->cause != TLS12_NO_FAILURE);
  if (failure->cause == TLS12_PEER_VIOLATION) INSIST(failure->fault.rule != TLS12_NO_RULE);
  if (failure->cause != TLS12_PEER_VIOLATION && failure->cause != TLS12_NO_AGREEMENT) return;
  INSIST(watch.level == TLS12_FATAL && watch.alert == (int)failure->fault.alert);
}

/* At most `piece` bytes at a time. */
static void hear(struct tls12_engine *e, const uint8_t *bytes, uint32_t n, uint32_t piece)
{
  uint8_t *copy = exact_copy(bytes, n);
  for (uint32_t at = 0; at < n && tls12_status(e) < TLS12_CLOSED;) {
    const uint32_t offered = n - at < piece ? n - at : piece;
    const uint32_t taken = tls12_receive(e, copy + at, offered);
    INSIST(taken <= offered);
    at += taken;
    const int gave = drain(e);
    INSIST(taken > 0 || gave || tls12_status(e) >= TLS12_CLOSED);
  }
  free(copy);
}

/* One content, in a record as the peer would make it. */
static void hear_content(struct tls12_engine *e, const struct scene *scene, uint8_t type, const uint8_t *content,
                         uint32_t n)
{
  static const uint8_t iv[TLS12_EXPLICIT_IV_MAX];
  uint8_t record[TLS12_RECORD_MAX];
  uint32_t length = n < 16384 ? n : 16384;
  if (e->reading_protected) {
    struct tls12_record_key key = scene->recording->peer_key;
    key.sequence = e->read_key.sequence;
    length =
        tls12_record_seal(&key, type, 0x0303, (struct tls12_bytes){content, length}, iv, record + 5, sizeof record - 5);
    INSIST(length != TLS12_SEAL_FAILED);
  } else {
    memcpy(record + 5, content, length);
  }
  const uint8_t header[] = {type, 3, 3, (uint8_t)(length / 256), (uint8_t)(length % 256)};
  memcpy(record, header, sizeof header);
  hear(e, record, 5 + length, 5 + length);
}

static void hear_contents(struct tls12_engine *e, const struct scene *scene, const uint8_t *bytes, uint32_t n)
{
  for (uint32_t at = 0; n - at >= 3;) {
    const uint32_t announced = 256u * bytes[at + 1] + bytes[at + 2], left = n - at - 3;
    const uint32_t length = announced < left ? announced : left;
    hear_content(e, scene, bytes[at], bytes + at + 3, length);
    at += 3 + length;
  }
}

static int run(struct role *role, const uint8_t *data, size_t length)
{
  record_all(role);
  if (length < 2) return 0;
  const struct scene *scene = &role->scenes[data[0] % role->scene_count];
  struct side *side = side_of(role, scene->recording);
  struct tls12_engine *e = side->engine;
  memcpy(e, scene->engine, sizeof *e);
  side->random = scene->random;
  start_watch(role->is_client);

  drain(e);
  if (data[1] & AS_CONTENTS)
    hear_contents(e, scene, data + 2, (uint32_t)length - 2);
  else
    hear(e, data + 2, (uint32_t)length - 2, 1u + 128u * (data[1] / 2u));
  if (e->state == DONE) insist_heard(scene);
  const int accepted = tls12_status(e) != TLS12_FAILED;
  if (!accepted) insist_failure(&e->failure);
  if (tls12_status(e) == TLS12_CONNECTED) INSIST(tls12_send(e, (const uint8_t *)"data", 4) == 4);
  drain(e);
  tls12_close(e);
  drain(e);
  INSIST(tls12_status(e) >= TLS12_CLOSED);
  tls12_forget(e);
  return accepted;
}

/* --- Seeds --- */

/* What may come once the handshake is complete. */
static const struct {
  uint8_t type, length, content[4];
} later[] = {
    {TLS12_APPLICATION_DATA, 4, {'d', 'a', 't', 'a'}},     {TLS12_APPLICATION_DATA, 0, {0}},
    {TLS12_ALERT, 2, {TLS12_WARNING, TLS12_CLOSE_NOTIFY}}, {TLS12_ALERT, 2, {TLS12_WARNING, TLS12_USER_CANCELED}},
    {TLS12_HANDSHAKE, 4, {TLS12_HELLO_REQUEST}},           {TLS12_CHANGE_CIPHER_SPEC, 1, {1}}};

static const uint8_t certificate_request[] = {
    TLS12_CERTIFICATE_REQUEST, 0, 0, 12, 1, 64, 0, 2, 4, 3, 0, 4, 0, 2, 48, 0};

/* The rest of the flight, on the wire and as contents; with a CertificateRequest where one may stand. */
static void seed_flight(uint8_t number, const struct scene *scene, void (*take)(const uint8_t *data, size_t length))
{
  const struct recording *r = scene->recording;
  const uint8_t wire[] = {number, 0xfe}, contents[] = {number, AS_CONTENTS};
  const uint8_t *rest = r->contents.data + scene->contents;
  const size_t n = r->contents.length - scene->contents;
  take_joined(take, wire, sizeof wire, r->wire.data + scene->wire, r->wire.length - scene->wire);
  take_joined(take, contents, sizeof contents, rest, n);
  if (rest[0] != TLS12_HANDSHAKE || rest[3] != TLS12_SERVER_HELLO_DONE) return;
  struct octets asked = {NULL, 0, 0};
  append_content(&asked, TLS12_HANDSHAKE, certificate_request, sizeof certificate_request);
  octets_append(&asked, rest, n);
  take_joined(take, contents, sizeof contents, asked.data, asked.length);
  octets_free(&asked);
}

static void seed_connected(uint8_t number, const struct scene *scene, void (*take)(const uint8_t *data, size_t length))
{
  const uint8_t contents[] = {number, AS_CONTENTS};
  for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
    struct octets content = {NULL, 0, 0};
    append_content(&content, later[i].type, later[i].content, later[i].length);
    take_joined(take, contents, sizeof contents, content.data, content.length);
    octets_free(&content);
  }
  take_joined(take, contents, sizeof contents, scene->recording->contents.data, scene->recording->contents.length);
}

static void seeds(struct role *role, void (*take)(const uint8_t *data, size_t length))
{
  record_all(role);
  for (unsigned i = 0; i < role->scene_count; i++) {
    const struct scene *scene = &role->scenes[i];
    if (scene->wire < scene->recording->wire.length)
      seed_flight((uint8_t)i, scene, take);
    else
      seed_connected((uint8_t)i, scene, take);
  }
}

static int run_client(const uint8_t *data, size_t length)
{
  return run(&client_role, data, length);
}

static int run_server(const uint8_t *data, size_t length)
{
  return run(&server_role, data, length);
}

static void client_seeds(void (*take)(const uint8_t *data, size_t length))
{
  seeds(&client_role, take);
}

static void server_seeds(void (*take)(const uint8_t *data, size_t length))
{
  seeds(&server_role, take);
}

const struct harness client_harness = {"client", run_client, client_seeds};
const struct harness server_harness = {"server", run_server, server_seeds};
