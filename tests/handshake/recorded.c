/* Every session that Go's crypto/tls and illustrated-tls12 recorded, played again. First by the library: premaster secret, master secret,
 * all protected records and both Finished, from the messages and the recorded secrets. Then by the engine, in the place of the side
 * whose secrets are known. Read from ../shared/vectors when that folder exists.
 *
 * The engine says its own hello, asks for a certificate in its own words, and signs ECDSA with its own nonce. So the recorded message takes
 * the place of each that the engine has sent: in the transcript, and with what that message settles. The peer's messages are the
 * recorded bytes. What follows has to be the same: ClientKeyExchange, the secrets, both Finished. */
#include "arithmetic/rsa.h"
#include "handshake/engine.h"
#include "handshake/key_exchange.h"
#include "handshake/key_share.h"
#include "handshake/record_keys.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_rsa.h"
#include "message/extension.h"
#include "message/server_key_exchange_ecdhe.h"
#include "recorded.h"
#include "spec/handshake_types.h"
#include "tests/suite.h"
#include "tool/connection.h"
#include "wire/writer.h"
#include "x509/private_key.h"
#include "x509/rsa_key.h"

enum { MESSAGES_MAX = 32 };

/* A handshake message with its header, ChangeCipherSpec, an alert, or data; the content of a record that stays closed is empty. */
struct message {
  int from_client, content_type;
  struct tls12_bytes bytes;
};

/* A session taken apart. */
struct course {
  const struct recorded *from;
  struct tls12_suite suite;
  int extended_master_secret;
  struct message messages[MESSAGES_MAX];
  unsigned count;
  struct tls12_transcript transcript;
  uint8_t client_random[32], server_random[32], premaster[ECDH_SIZE_MAX], master_secret[TLS12_MASTER_SECRET_LENGTH];
  uint32_t premaster_length;
  struct tls12_record_key keys[2]; /* of the server, of the client */
  int sealed[2];
  unsigned opened, finished;
};

/* ---- the session by the library ---- */

/* RC4 is in no list of ours (RFC 7465): its records stay closed, but its key schedule is that of every suite. */
static const struct tls12_suite with_rc4 = {
    0x0005, "TLS_RSA_WITH_RC4_128_SHA", TLS12_KX_RSA, TLS12_CIPHER_NULL, TLS12_SHA1, TLS12_SHA256};

static int opens(const struct course *c)
{
  return c->suite.value != with_rc4.value;
}

static struct tls12_bytes inside(struct tls12_bytes bytes, struct tls12_span span)
{
  return (struct tls12_bytes){bytes.data + span.offset, span.length};
}

static struct tls12_bytes body_of(const struct message *m)
{
  return (struct tls12_bytes){m->bytes.data + 4, m->bytes.length - 4};
}

/* The first message of this type from this side; NULL: there is none. */
static const struct message *find(const struct course *c, int from_client, int type)
{
  for (unsigned i = 0; i < c->count; i++) {
    const struct message *m = &c->messages[i];
    if (m->from_client == from_client && m->content_type == TLS12_HANDSHAKE && m->bytes.data[0] == type) return m;
  }
  return NULL;
}

static int is_client(const struct recorded *r)
{
  return strstr(r->name, "/Client-") != NULL;
}

static int is_resumed(const struct recorded *r)
{
  return strstr(r->name, "Server-TLSv12-Resume") != NULL;
}

/* The private value of one side; length 0: it was not recorded. */
static struct tls12_bytes private_value(const struct recorded *r, int of_client)
{
  const struct tls12_bytes known = hex_member(r->agreed, of_client ? "client_private" : "server_private");
  return known.length > 0 || is_client(r) != of_client ? known : hex_member(r->agreed, "go_side_private");
}

static struct tls12_bytes go_key(const char *name)
{
  return hex_member(json_object_get(go_keys, "hex_der_or_raw"), name);
}

static void rsa_secret(struct course *c)
{
  static const uint8_t substitute[48];
  const struct tls12_bytes der = go_key("testRSAPrivateKey"), body = body_of(find(c, 1, TLS12_CLIENT_KEY_EXCHANGE));
  struct client_key_exchange_rsa exchange;
  struct tls12_private_key key;
  ck_assert_int_eq(private_key_parse(der.data, der.length, &key), TLS12_PRIVATE_KEY_OK);
  ck_assert_int_eq(client_key_exchange_rsa_decode(body.data, body.length, &exchange).rule, TLS12_NO_RULE);
  const struct rsa_private_key rsa = rsa_key_of(&key);
  ck_assert_int_eq(rsa_decrypt_premaster(&rsa, inside(body, exchange.encrypted_pre_master_secret), 0x0303, substitute,
                                         system_random, NULL, c->premaster),
                   1);
  c->premaster_length = 48;
}

static void ecdhe_secret(struct course *c)
{
  const struct tls12_bytes server = body_of(find(c, 0, TLS12_SERVER_KEY_EXCHANGE));
  const struct tls12_bytes client = body_of(find(c, 1, TLS12_CLIENT_KEY_EXCHANGE));
  struct server_key_exchange_ecdhe params;
  struct client_key_exchange_ecdh exchange;
  ck_assert_int_eq(server_key_exchange_ecdhe_decode(server.data, server.length, &params).rule, TLS12_NO_RULE);
  ck_assert_int_eq(client_key_exchange_ecdh_decode(client.data, client.length, &exchange).rule, TLS12_NO_RULE);
  const struct tls12_bytes shares[] = {inside(client, exchange.ecdh_Yc), inside(server, params.point)};
  unsigned ways = 0;
  for (int of_client = 0; of_client < 2; of_client++) {
    const struct tls12_bytes own = private_value(c->from, of_client);
    uint8_t secret[ECDH_SIZE_MAX];
    if (own.length == 0) continue;
    c->premaster_length = key_share_size(params.named_curve);
    ck_assert_uint_eq(own.length, c->premaster_length);
    ck_assert_int_eq(key_share_check(params.named_curve, shares[of_client]), TLS12_NO_RULE);
    ck_assert(key_share_agree(params.named_curve, own.data, shares[of_client], secret));
    if (ways++ > 0) ck_assert_mem_eq(secret, c->premaster, c->premaster_length);
    memcpy(c->premaster, secret, c->premaster_length);
  }
  ck_assert_uint_gt(ways, 0);
}

static void make_keys(struct course *c)
{
  uint8_t block[TLS12_KEY_BLOCK_MAX];
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(c->suite.cipher);
  tls12_key_block(c->suite.prf, c->master_secret, c->client_random, c->server_random, block,
                  2 * (tls12_hash_size(c->suite.mac) + sizes.key + sizes.fixed_iv));
  for (uint32_t from_client = 0; from_client < 2; from_client++)
    ck_assert(make_record_key(&c->suite, block, 1 - from_client, TLS12_OPEN, &c->keys[from_client]));
}

static void agrees(const struct course *c, const char *name, const uint8_t *bytes, uint32_t length)
{
  const struct tls12_bytes wanted = hex_member(c->from->agreed, name);
  if (wanted.length == 0) return;
  ck_assert_msg(wanted.length == length && memcmp(wanted.data, bytes, length) == 0, "%s: another %s", c->from->name,
                name);
}

static void derive(struct course *c)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  const struct tls12_bytes hash = transcript_hash(&c->transcript, c->suite.prf, digest);
  if (uses_rsa(c->suite.key_exchange))
    rsa_secret(c);
  else
    ecdhe_secret(c);
  const struct tls12_bytes premaster = {c->premaster, c->premaster_length};
  if (c->extended_master_secret)
    tls12_extended_master_secret(c->suite.prf, premaster, hash, c->master_secret);
  else
    tls12_master_secret(c->suite.prf, premaster, c->client_random, c->server_random, c->master_secret);
  agrees(c, "premaster_secret", c->premaster, c->premaster_length);
  agrees(c, "master_secret", c->master_secret, sizeof c->master_secret);
  make_keys(c);
}

static void check_finished(struct course *c, int from_client, struct tls12_bytes message)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX], data[TLS12_VERIFY_DATA_LENGTH];
  const struct tls12_bytes hash = transcript_hash(&c->transcript, c->suite.prf, digest);
  tls12_verify_data(c->suite.prf, c->master_secret, from_client, hash, data);
  agrees(c, from_client ? "verify_data_client" : "verify_data_server", data, sizeof data);
  agrees(c, from_client ? "handshake_hash_at_client_finished" : "handshake_hash_at_server_finished", hash.data,
         hash.length);
  ck_assert_uint_eq(message.length, 4 + sizeof data);
  ck_assert_mem_eq(message.data + 4, data, sizeof data);
  c->finished++;
}

static void follow_message(struct course *c, int from_client, struct tls12_bytes message)
{
  const int type = message.data[0];
  if (type == TLS12_CLIENT_HELLO || type == TLS12_SERVER_HELLO)
    memcpy(from_client ? c->client_random : c->server_random, message.data + 6, 32);
  if (type == TLS12_FINISHED) check_finished(c, from_client, message);
  transcript_add(&c->transcript, message.data, message.length);
  if (type == TLS12_CLIENT_KEY_EXCHANGE) derive(c);
}

static void note(struct course *c, int from_client, int content_type, struct tls12_bytes bytes)
{
  ck_assert_uint_lt(c->count, MESSAGES_MAX);
  c->messages[c->count++] = (struct message){from_client, content_type, bytes};
  if (content_type == TLS12_CHANGE_CIPHER_SPEC) c->sealed[from_client] = 1;
  if (content_type == TLS12_HANDSHAKE) follow_message(c, from_client, bytes);
}

/* What protects it opens in place. */
static void follow_record(struct course *c, int from_client, uint8_t *record, uint32_t length)
{
  struct tls12_span content = {0, length - 5};
  uint8_t *fragment = record + 5;
  if (c->sealed[from_client] && !opens(c)) {
    /* the Finished that would have to be in it */
    const struct tls12_bytes data =
        hex_member(c->from->agreed, from_client ? "verify_data_client" : "verify_data_server");
    static uint8_t made[2][16] = {{TLS12_FINISHED, 0, 0, 12}, {TLS12_FINISHED, 0, 0, 12}};
    if (record[0] != TLS12_HANDSHAKE) return;
    memcpy(made[from_client] + 4, data.data, 12);
    note(c, from_client, TLS12_HANDSHAKE, (struct tls12_bytes){made[from_client], 16});
    return;
  }
  if (c->sealed[from_client]) {
    const struct tls12_fault fault =
        tls12_record_open(&c->keys[from_client], record[0], 0x0303, fragment, length - 5, &content);
    ck_assert_msg(fault.rule == TLS12_NO_RULE, "%s: a record does not open", c->from->name);
    c->opened++;
  }
  const struct tls12_bytes bytes = {fragment + content.offset, content.length};
  if (record[0] != TLS12_HANDSHAKE) {
    note(c, from_client, record[0], bytes);
    return;
  }
  for (uint32_t at = 0; at < bytes.length;) { /* messages are whole in every record of these sessions */
    const uint32_t n = 4 + (uint32_t)(bytes.data[at + 1] << 16 | bytes.data[at + 2] << 8 | bytes.data[at + 3]);
    ck_assert_uint_le(at + n, bytes.length);
    note(c, from_client, TLS12_HANDSHAKE, (struct tls12_bytes){bytes.data + at, n});
    at += n;
  }
}

static struct tls12_span client_extensions(const uint8_t *hello, uint32_t length)
{
  struct client_hello value;
  ck_assert_int_eq(client_hello_decode(hello + 4, length - 4, &value).rule, TLS12_NO_RULE);
  return (struct tls12_span){4 + value.extensions.offset, value.extensions.length};
}

/* Where a ClientHello, with its header, shows its ticket. */
static struct tls12_span shown_ticket(const uint8_t *hello, uint32_t length)
{
  const struct tls12_span list = client_extensions(hello, length);
  const uint32_t end = list.offset + list.length;
  for (uint32_t at = list.offset, next; at < end; at = next) {
    next = read_extension(hello, at, end);
    if (hello[at] == 0 && hello[at + 1] == TLS12_SESSION_TICKET) return (struct tls12_span){at + 4, next - at - 4};
  }
  return (struct tls12_span){0, 0};
}

static void follow(struct course *c, const struct recorded *r);

/* A resumed session takes the secret of the one in which its ticket was given. */
static void take_up(struct course *c)
{
  static struct course before;
  if (!is_resumed(c->from)) return;
  for (unsigned i = 0; i < recorded_count; i++)
    if (strstr(recorded[i].name, "Server-TLSv12-IssueTicket") != NULL) follow(&before, &recorded[i]);
  const struct message *ticket = find(&before, 0, TLS12_NEW_SESSION_TICKET), *hello = find(c, 1, TLS12_CLIENT_HELLO);
  ck_assert(ticket != NULL && before.finished == 2);
  const struct tls12_bytes given = {ticket->bytes.data + 10, ticket->bytes.length - 10};
  const struct tls12_span shown = shown_ticket(hello->bytes.data, hello->bytes.length);
  ck_assert_uint_eq(shown.length, given.length);
  ck_assert_mem_eq(hello->bytes.data + shown.offset, given.data, given.length);
  memcpy(c->master_secret, before.master_secret, sizeof c->master_secret);
}

static void follow_chunk(struct course *c, const struct chunk *chunk)
{
  uint8_t *bytes = keep(grow(NULL, chunk->bytes.length, 1)); /* records open in place, and are needed once more */
  memcpy(bytes, chunk->bytes.data, chunk->bytes.length);
  for (size_t at = 0; at < chunk->bytes.length;) {
    const uint32_t n = 5 + 256u * bytes[at + 3] + bytes[at + 4];
    ck_assert_uint_le(at + n, chunk->bytes.length);
    const int first_ccs = bytes[at] == TLS12_CHANGE_CIPHER_SPEC && !c->sealed[0] && !c->sealed[1];
    if (first_ccs && find(c, 1, TLS12_CLIENT_KEY_EXCHANGE) == NULL) {
      take_up(c);
      make_keys(c);
    }
    follow_record(c, chunk->from_client, bytes + at, n);
    at += n;
  }
}

static void follow(struct course *c, const struct recorded *r)
{
  const char *text = json_string_value(json_object_get(r->agreed, "cipher_suite"));
  const unsigned long value = text == NULL ? 0 : strtoul(text, NULL, 16);
  const struct tls12_suite *suite = value == with_rc4.value ? &with_rc4 : tls12_suite_find((uint16_t)value);
  *c = (struct course){.from = r,
                       .extended_master_secret = json_is_true(json_object_get(r->agreed, "extended_master_secret"))};
  if (suite != NULL) c->suite = *suite;
  transcript_start(&c->transcript);
  for (unsigned i = 0; i < r->count; i++) follow_chunk(c, &r->chunks[i]);
}

/* Why a session has no secrets; NULL: it has. */
static const char *without_secrets(const struct recorded *r)
{
  return strstr(r->name, "ALPN-NoMatch") != NULL ? "the server answers ClientHello with an alert" : NULL;
}

START_TEST(by_the_library)
{
  static struct course c;
  const struct recorded *r = &recorded[_i];
  if (without_secrets(r) != NULL) {
    printf("not played: %s: %s\n", r->name, without_secrets(r));
    return;
  }
  follow(&c, r);
  ck_assert_uint_eq(c.finished, 2);
  ck_assert(opens(&c) ? c.opened >= 3 : c.opened == 0);
  printf("library: %s: secrets, both Finished, %u records opened\n", r->name, c.opened);
}
END_TEST

/* ---- the session by the engine ---- */

static struct tls12_engine engine;
static struct {
  struct course course;
  unsigned draws32, said, same; /* messages of the engine, and those that are the recorded bytes */
  int secret, exchange;         /* the master secret was the recorded one, and so was ClientKeyExchange */
} play;

/* What the recorded side drew. Go's generator gives zeros, from which it makes padding of 0x42; what is only hidden or unused is anything. */
static int draw(void *context, uint8_t *out, size_t n)
{
  const int of_client = engine.role == TLS12_CLIENT;
  const struct tls12_bytes own = private_value(play.course.from, of_client);
  (void)context;
  if (n == 32 && play.draws32++ == 0 && engine.role == TLS12_SERVER)
    memcpy(out, play.course.server_random, 32);
  else if (n == own.length)
    memcpy(out, own.data, n);
  else if (n == 77)
    memset(out, 0x42, n);
  else if (n == 48 || n == 32 || n == 16)
    memset(out, 0, n);
  else
    memset(out, 0x5a, n);
  return 0;
}

/* The transcript becomes that of the recorded session, up to this message of it. */
static void put_in_place(const struct message *last)
{
  transcript_start(&engine.transcript);
  for (const struct message *m = play.course.messages; m <= last; m++)
    if (m->content_type == TLS12_HANDSHAKE) transcript_add(&engine.transcript, m->bytes.data, m->bytes.length);
}

/* What the recorded message settles, when the engine's own has settled something else. */
static void settle_as_recorded(int type)
{
  const struct course *c = &play.course;
  const struct tls12_bytes own = private_value(c->from, engine.role == TLS12_CLIENT);
  if (type == TLS12_CLIENT_HELLO) memcpy(engine.client_random, c->client_random, 32);
  if (type == TLS12_SERVER_HELLO) {
    memcpy(engine.server_random, c->server_random, 32);
    engine.extended_master_secret = c->extended_master_secret;
  }
  if (type == TLS12_SERVER_KEY_EXCHANGE) memcpy(engine.private_share, own.data, own.length);
}

static void observe(void *context, const struct tls12_observation *seen)
{
  const int own = seen->from_client == (engine.role == TLS12_CLIENT);
  const struct message *m = NULL;
  (void)context;
  if (!own || seen->content_type == TLS12_ALERT) return;
  if (seen->content_type == TLS12_CHANGE_CIPHER_SPEC) { /* a ticket of others may have come before it */
    const struct message *finished = find(&play.course, seen->from_client, TLS12_FINISHED);
    ck_assert_ptr_nonnull(finished);
    put_in_place(finished - 1);
    return;
  }
  m = find(&play.course, seen->from_client, seen->content.data[0]);
  ck_assert_msg(m != NULL, "%s: a message of type %d", play.course.from->name, seen->content.data[0]);
  const int same =
      m->bytes.length == seen->content.length && memcmp(m->bytes.data, seen->content.data, m->bytes.length) == 0;
  play.said++;
  play.same += (unsigned)same;
  ck_assert_msg(same || m->bytes.data[0] != TLS12_FINISHED, "%s: another Finished", play.course.from->name);
  if (m->bytes.data[0] == TLS12_CLIENT_KEY_EXCHANGE) play.exchange = same;
  settle_as_recorded(m->bytes.data[0]);
  put_in_place(m);
}

static void log_secret(void *context, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  (void)context;
  ck_assert_mem_eq(client_random, play.course.client_random, 32);
  ck_assert_mem_eq(master_secret, play.course.master_secret, 48);
  play.secret++;
}

static int find_session(void *sessions, struct tls12_bytes id, struct tls12_session *session)
{
  (void)sessions;
  *session = (struct tls12_session){.id_length = id.length,
                                    .suite = play.course.suite.value,
                                    .extended_master_secret = (uint32_t)play.course.extended_master_secret,
                                    .lifetime = 1000};
  memcpy(session->id, id.data, id.length);
  memcpy(session->master_secret, play.course.master_secret, sizeof session->master_secret);
  return 1;
}

/* The chain that a side showed. */
static unsigned shown_chain(const struct course *c, int from_client, struct tls12_bytes *chain, unsigned room)
{
  const struct message *m = find(c, from_client, TLS12_CERTIFICATE);
  unsigned count = 0;
  for (uint32_t at = 7, n; m != NULL && at + 3 <= m->bytes.length && count < room; at += 3 + n) {
    n = (uint32_t)(m->bytes.data[at] << 16 | m->bytes.data[at + 1] << 8 | m->bytes.data[at + 2]);
    chain[count++] = (struct tls12_bytes){m->bytes.data + at + 3, n};
  }
  return count;
}

static int read_key(const struct course *c, struct tls12_private_key *key)
{
  const json_t *texts = json_object_get(go_keys, "pem");
  const int ecdsa = strstr(c->from->name, "ECDSA") != NULL;
  const struct tls12_bytes der = strstr(c->from->name, "illustrated") != NULL
                                     ? pem_file(VECTORS "illustrated-tls12/server/server.key")
                                 : is_client(c->from) ? pem_member(texts, ecdsa ? "clientECDSAKeyPEM" : "clientKeyPEM")
                                                      : go_key(ecdsa ? "testECDSAPrivateKey" : "testRSAPrivateKey");
  return private_key_parse(der.data, der.length, key) == TLS12_PRIVATE_KEY_OK;
}

/* Why the engine cannot stand in a session; NULL: it can. */
static const char *out_of_reach(const struct recorded *r)
{
  if (without_secrets(r) != NULL) return without_secrets(r);
  if (strstr(r->name, "RC4") != NULL) return "the engine has no RC4 (RFC 7465)";
  if (strstr(r->name, "Client-TLSv12-ALPN") != NULL) return "the server answers ALPN, which the engine does not offer";
  if (strstr(r->name, "SCT") != NULL)
    return "the server answers signed_certificate_timestamp, which the engine never offers";
  return NULL;
}

/* Go's ticket opens nowhere else: the engine gets the hello with an empty one, and finds the session by its id. */
static struct tls12_bytes without_ticket(struct tls12_bytes record)
{
  static uint8_t out[1024];
  const struct tls12_span ticket = shown_ticket(record.data + 5, record.length - 5);
  const struct tls12_span list = client_extensions(record.data + 5, record.length - 5);
  const uint32_t at = 5 + ticket.offset, n = record.length - ticket.length;
  ck_assert_uint_le(record.length, sizeof out);
  memcpy(out, record.data, at);
  memcpy(out + at, record.data + at + ticket.length, n - at);
  write_uint16(out, at - 2, 0);
  write_uint16(out, 3 + list.offset, list.length - ticket.length);
  write_uint24(out, 6, n - 9);
  write_uint16(out, 3, n - 5);
  return (struct tls12_bytes){out, n};
}

static void give(struct tls12_bytes bytes)
{
  for (uint32_t at = 0, taken = 1; at < bytes.length && taken > 0; at += taken) {
    taken = tls12_receive(&engine, bytes.data + at, bytes.length - at);
    tls12_application_taken(&engine, tls12_application(&engine).length);
    tls12_sent(&engine, tls12_output(&engine).length);
  }
}

static void play_as(enum tls12_role role, const struct recorded *r)
{
  static struct tls12_bytes chain[4];
  static struct tls12_credential credential;
  const int of_client = role == TLS12_CLIENT;
  memset(&play, 0, sizeof play);
  follow(&play.course, r);
  credential =
      (struct tls12_credential){.chain = chain, .chain_length = shown_chain(&play.course, of_client, chain, 4)};
  if (credential.chain_length > 0) ck_assert(read_key(&play.course, &credential.key));
  const struct tls12_config config = {
      .policy = TLS12_POLICY_REFERENCE,
      .random = draw,
      .suites = &play.course.suite.value,
      .suite_count = 1,
      .accept_any_chain = 1,
      .without_encrypt_then_mac = 1, /* none of the recorded servers has it */
      .credentials = &credential,
      .credential_count = credential.chain_length > 0,
      .client_certificate = find(&play.course, 0, TLS12_CERTIFICATE_REQUEST) ? TLS12_REQUESTED : TLS12_NOT_REQUESTED,
      .find_session = find_session,
      .observe = observe,
      .key_log = log_secret,
  };
  engine.role = role;
  if (of_client)
    tls12_client(&engine, &config);
  else
    tls12_server(&engine, &config);
  tls12_sent(&engine, tls12_output(&engine).length);
  for (unsigned i = 0; i < r->count && tls12_status(&engine) != TLS12_CONNECTED; i++)
    if (r->chunks[i].from_client != of_client) {
      const struct tls12_bytes bytes = {r->chunks[i].bytes.data, (uint32_t)r->chunks[i].bytes.length};
      give(i == 0 && is_resumed(r) ? without_ticket(bytes) : bytes);
    }
  ck_assert_msg(tls12_status(&engine) == TLS12_CONNECTED, "%s as %s: cause %d, rule %d, message %d", r->name,
                of_client ? "client" : "server", engine.failure.cause, engine.failure.fault.rule,
                engine.failure.message);
  ck_assert_int_eq(play.secret, 1);
  if (of_client) ck_assert(play.exchange);
  printf("engine: %s as %s: master secret, both Finished; %u of its %u messages are the recorded bytes\n", r->name,
         of_client ? "client" : "server", play.same, play.said);
  tls12_forget(&engine);
}

START_TEST(by_the_engine)
{
  const struct recorded *r = &recorded[_i];
  if (out_of_reach(r) != NULL) {
    printf("not played by the engine: %s: %s\n", r->name, out_of_reach(r));
    return;
  }
  const int both = strstr(r->name, "illustrated") != NULL;
  if (both || is_client(r)) play_as(TLS12_CLIENT, r);
  if (both || !is_client(r)) play_as(TLS12_SERVER, r);
}
END_TEST

START_TEST(all_there)
{
  unsigned played = 0, by_engine = 0;
  if (recorded_count == 0) {
    printf("skipped: there is no " VECTORS "go-crypto-tls-flows\n");
    return;
  }
  for (unsigned i = 0; i < recorded_count; i++) {
    played += without_secrets(&recorded[i]) == NULL;
    by_engine += out_of_reach(&recorded[i]) == NULL;
  }
  printf("%u sessions, %u with secrets, %u of them by the engine too\n", recorded_count, played, by_engine);
  ck_assert_uint_eq(recorded_count, 35);
  ck_assert_uint_eq(played, 34);
  ck_assert_uint_eq(by_engine, 31);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("handshake/recorded");
  TCase *tests = tcase_create("recorded");
  const int count = read_recorded() ? (int)recorded_count : 0;
  suite_add_tcase(suite, tests);
  tcase_add_loop_test(tests, by_the_library, 0, count);
  tcase_add_loop_test(tests, by_the_engine, 0, count);
  tcase_add_test(tests, all_there);
  return run_suite(suite);
}
