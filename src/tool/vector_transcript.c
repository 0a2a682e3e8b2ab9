/* Vectors of complete handshakes: every value is computed again out of what was sent and the private keys, every record opened, and both
 * sides are played by the engine. */
#include "tool/vector_transcript.h"

#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/rsa.h"
#include "crypto/hash.h"
#include "handshake/key_exchange.h"
#include "handshake/key_share.h"
#include "handshake/psk.h"
#include "handshake/record_keys.h"
#include "handshake/scheme.h"
#include "spec/handshake_types.h"
#include "tool/connection.h"
#include "tool/dissect.h"
#include "tool/names.h"
#include "tool/vector_answers.h"
#include "x509/dh_key.h"
#include "x509/rsa_key.h"

static const struct tls12_bytes none = {(const uint8_t *)"", 0};

void transcript_read(struct vector_case *c, struct transcript *t)
{
  const json_t *flight = json_object_get(c->test, "flight");
  size_t i;
  json_t *item;
  *t = (struct transcript){.suite = suite_by_name(vector_text(c, c->test, "cipher_suite")),
                           .extended_master_secret = json_is_true(json_object_get(c->test, "extended_master_secret")),
                           .encrypt_then_mac = json_is_true(json_object_get(c->test, "encrypt_then_mac"))};
  json_array_foreach(flight, i, item)
  {
    const int is_sealed = json_object_get(item, "plaintext") != NULL;
    if (t->count == TRANSCRIPT_RECORDS) break;
    struct transcript_record *r = &t->records[t->count++];
    r->from_client = strcmp(vector_text(c, item, "from"), "client") == 0;
    r->record = vector_hex(c, item, "record");
    r->plaintext = is_sealed ? vector_hex(c, item, "plaintext") : none;
    if (r->record.length < 6 || (!is_sealed && r->record.data[0] == TLS12_HANDSHAKE && r->record.length < 9))
      c->damaged = 1;
  }
  if (t->suite == NULL || t->count == 0 || t->count != json_array_size(flight)) c->damaged = 1;
}

int transcript_key(struct vector_case *c, const char *side, struct tls12_private_key *key)
{
  const json_t *kind = json_object_get(json_object_get(c->test, side), "certificate_key");
  if (kind == NULL) return 0;
  const json_t *keys = json_object_get(c->group, strcmp(side, "client") == 0 ? "client_keys" : "server_keys");
  const struct tls12_bytes der = vector_hex(c, keys, json_string_value(kind));
  if (private_key_parse(der.data, der.length, key) == TLS12_PRIVATE_KEY_OK) return 1;
  c->damaged = 1;
  return 0;
}

/* The handshake on its way. */
struct course {
  struct vector_case *c;
  const struct transcript *t;
  json_t *values;
  struct tls12_transcript transcript;
  struct octets messages; /* the same in full, for a signature with another hash */
  uint8_t client_random[32], server_random[32];
  struct tls12_bytes client_leaf, server_key_exchange;
  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH];
  struct tls12_record_key keys[2]; /* of the server, of the client */
  int sealed[2], wrong;
};

/* Below this node the one of this name. */
static const struct node *find(const struct node *node, const char *name)
{
  for (size_t i = 0; i < node->child_count; i++) {
    const struct node *child = &node->children[i];
    const struct node *found = strcmp(path_end(child->path), name) == 0 ? child : find(child, name);
    if (found != NULL) return found;
  }
  return NULL;
}

/* A field of a message, or the content of a vector. */
static struct tls12_bytes field_of(const struct dissection *d, const char *name)
{
  const struct node *node = find(&d->messages, name), *data = node == NULL ? NULL : find(node, "data");
  if (node == NULL) return none;
  return data == NULL ? (struct tls12_bytes){node->raw, node->length} : (struct tls12_bytes){data->raw, data->length};
}

static struct dissection dissect_one(const struct course *course, struct tls12_bytes message, enum sender sender)
{
  struct dissection d = {.kx = course->t->suite->key_exchange, .sender = sender};
  dissect_messages(&d, message.data, message.length);
  return d;
}

/* The group of a finite-field exchange: of ServerKeyExchange, or of the server's certificate; then its private key is, too. */
static void dh_secret(struct course *course, const struct dissection *ours, const struct tls12_private_key *key,
                      struct tls12_bytes share, uint8_t *secret, uint32_t *length)
{
  const json_t *server = json_object_get(course->c->test, "server");
  const int is_static = uses_static_key(course->t->suite->key_exchange);
  const struct tls12_bytes p = is_static ? key->dh.p : field_of(ours, "dh_p");
  const struct tls12_bytes g = is_static ? key->dh.g : field_of(ours, "dh_g");
  const struct tls12_bytes x = is_static ? key->dh.key : vector_hex(course->c, server, "private");
  if (x.length == 0 || x.length > TLS12_PUBLIC_VALUE_MAX || p.length > TLS12_PUBLIC_VALUE_MAX ||
      dh_check_group(p, g) != TLS12_NO_RULE || dh_check_public(p, share) != TLS12_NO_RULE)
    course->wrong = 1;
  else
    dh_shared(p, share, x, secret, length);
}

static void ecdh_secret(struct course *course, const struct dissection *ours, const struct tls12_private_key *key,
                        struct tls12_bytes share, uint8_t *secret, uint32_t *length)
{
  const json_t *server = json_object_get(course->c->test, "server");
  const int is_static = uses_static_key(course->t->suite->key_exchange);
  const struct tls12_bytes curve = field_of(ours, "namedcurve");
  const unsigned group = is_static ? key->group : curve.length == 2 ? 256u * curve.data[0] + curve.data[1] : 0;
  const struct tls12_bytes x = is_static ? key->scalar : vector_hex(course->c, server, "private");
  *length = key_share_size(group);
  if (*length == 0 || x.length != *length || key_share_check(group, share) != TLS12_NO_RULE ||
      !key_share_agree(group, x.data, share, secret))
    course->wrong = 1;
}

/* The secret without a pre-shared key: the server's part of it. */
static uint32_t other_secret(struct course *course, struct tls12_bytes message, uint8_t *secret)
{
  const enum tls12_key_exchange kx = course->t->suite->key_exchange;
  struct dissection ours = dissect_one(course, course->server_key_exchange, FROM_SERVER);
  struct dissection theirs = dissect_one(course, message, FROM_CLIENT);
  struct tls12_private_key key;
  struct tls12_x509 leaf;
  struct dh_key certified;
  uint32_t length = 0;
  const int has_key = transcript_key(course->c, "server", &key);
  struct tls12_bytes share = field_of(&theirs, uses_dh(kx) ? "dh_Yc" : "ecdh_Yc");
  if (message.length == 4 &&
      x509_parse(course->client_leaf.data, course->client_leaf.length, &leaf).rule == TLS12_NO_RULE) {
    const uint8_t *der = course->client_leaf.data;
    share = leaf.key.kind != TLS12_KEY_DH ? (struct tls12_bytes){der + leaf.key.point.offset, leaf.key.point.length}
            : x509_read_dh_key(der, leaf.key.parameters, leaf.key.key, &certified) ? certified.key
                                                                                   : none;
  }
  if ((uses_rsa(kx) || uses_static_key(kx)) && !has_key) {
    course->wrong = 1;
  } else if (uses_rsa(kx)) {
    static const uint8_t substitute[48];
    const struct rsa_private_key rsa = rsa_key_of(&key);
    rsa_decrypt_premaster(&rsa, field_of(&theirs, "encrypted_pre_master_secret"), 0x0303, substitute, system_random,
                          NULL, secret);
    length = 48;
  } else if (uses_dh(kx)) {
    dh_secret(course, &ours, &key, share, secret, &length);
  } else if (uses_ecdh(kx)) {
    ecdh_secret(course, &ours, &key, share, secret, &length);
  }
  dissection_free(&ours);
  dissection_free(&theirs);
  return length;
}

static uint32_t premaster_of(struct course *course, struct tls12_bytes message, uint8_t *premaster)
{
  const enum tls12_key_exchange kx = course->t->suite->key_exchange;
  if (!uses_psk(kx)) return other_secret(course, message, premaster);
  const struct tls12_bytes psk = vector_hex(course->c, course->c->group, "psk");
  if (psk.length > TLS12_PSK_MAX) course->wrong = 1;
  if (course->wrong) return 0;
  const uint32_t n =
      kx == TLS12_KX_PSK ? no_other_secret(psk.length, premaster) : other_secret(course, message, premaster);
  return add_psk(psk, premaster, n);
}

static void put(struct course *course, const char *name, struct tls12_bytes bytes)
{
  vector_put_hex(course->values, name, bytes.data, bytes.length);
}

/* A part of the key block for each side. */
static uint32_t put_parts(struct course *course, const uint8_t *block, const char *const names[2], uint32_t size)
{
  for (uint32_t i = 0; size > 0 && i < 2; i++) put(course, names[i], (struct tls12_bytes){block + i * size, size});
  return 2 * size;
}

static void derive(struct course *course, struct tls12_bytes message)
{
  static const char *const macs[] = {"client_write_MAC_key", "server_write_MAC_key"};
  static const char *const ciphers[] = {"client_write_key", "server_write_key"};
  static const char *const ivs[] = {"client_write_IV", "server_write_IV"};
  const struct tls12_suite *suite = course->t->suite;
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(suite->cipher);
  const uint32_t mac = tls12_hash_size(suite->mac), n = 2 * (mac + sizes.key + sizes.fixed_iv);
  uint8_t premaster[TLS12_PREMASTER_MAX], digest[TLS12_HASH_SIZE_MAX], block[TLS12_KEY_BLOCK_MAX];
  const struct tls12_bytes secret = {premaster, premaster_of(course, message, premaster)};
  const struct tls12_bytes session_hash = transcript_hash(&course->transcript, suite->prf, digest);
  if (course->t->extended_master_secret)
    tls12_extended_master_secret(suite->prf, secret, session_hash, course->master_secret);
  else
    tls12_master_secret(suite->prf, secret, course->client_random, course->server_random, course->master_secret);
  tls12_key_block(suite->prf, course->master_secret, course->client_random, course->server_random, block, n);
  for (uint32_t from_client = 0; from_client < 2; from_client++) {
    struct tls12_record_key *key = &course->keys[from_client];
    if (!make_record_key(suite, block, 1 - from_client, TLS12_OPEN, key)) course->wrong = 1;
    use_encrypt_then_mac(key, course->t->encrypt_then_mac);
  }
  put(course, "premaster_secret", secret);
  put(course, "session_hash", session_hash);
  put(course, "master_secret", (struct tls12_bytes){course->master_secret, TLS12_MASTER_SECRET_LENGTH});
  put(course, "key_block", (struct tls12_bytes){block, n});
  uint32_t at = put_parts(course, block, macs, mac);
  at += put_parts(course, block + at, ciphers, sizes.key);
  (void)put_parts(course, block + at, ivs, sizes.fixed_iv);
}

/* The hash that is signed; Ed25519 and Ed448 have none. */
static void put_signed(struct course *course, const char *name, uint32_t pair, const struct tls12_bytes *parts,
                       uint32_t count)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX];
  const enum tls12_hash hash = scheme_hash(pair);
  if (hash == TLS12_INTRINSIC) return;
  tls12_hash_parts(hash, parts, count, digest);
  put(course, name, (struct tls12_bytes){digest, tls12_hash_size(hash)});
}

static uint32_t pair_at(const uint8_t *bytes)
{
  return 256u * bytes[0] + bytes[1];
}

static void read_parameters(struct course *course, struct tls12_bytes message)
{
  course->server_key_exchange = message;
  if (!uses_signature(course->t->suite->key_exchange)) return;
  struct dissection d = dissect_one(course, message, FROM_SERVER);
  const struct tls12_bytes pair = field_of(&d, "hash");
  if (pair.length > 0) {
    const struct tls12_bytes parts[] = {{course->client_random, 32},
                                        {course->server_random, 32},
                                        {message.data + 4, (uint32_t)(pair.data - message.data) - 4}};
    put_signed(course, "server_key_exchange_hash", pair_at(pair.data), parts, 3);
  }
  dissection_free(&d);
}

static void finished(struct course *course, int from_client, struct tls12_bytes message)
{
  uint8_t digest[TLS12_HASH_SIZE_MAX], verify_data[TLS12_VERIFY_DATA_LENGTH];
  const struct tls12_bytes hash = transcript_hash(&course->transcript, course->t->suite->prf, digest);
  tls12_verify_data(course->t->suite->prf, course->master_secret, from_client, hash, verify_data);
  put(course, from_client ? "client_finished_hash" : "server_finished_hash", hash);
  put(course, from_client ? "client_verify_data" : "server_verify_data",
      (struct tls12_bytes){verify_data, sizeof verify_data});
  if (message.length != 4 + sizeof verify_data || memcmp(message.data + 4, verify_data, sizeof verify_data) != 0)
    course->wrong = 1;
}

static void follow_message(struct course *course, int from_client, struct tls12_bytes message)
{
  const struct tls12_bytes all = {course->messages.data, (uint32_t)course->messages.length};
  switch (message.data[0]) {
  case TLS12_CLIENT_HELLO:
  case TLS12_SERVER_HELLO:
    if (message.length < 38) course->wrong = 1;
    if (!course->wrong) memcpy(from_client ? course->client_random : course->server_random, message.data + 6, 32);
    break;
  case TLS12_CERTIFICATE:
    if (from_client && message.length > 10)
      course->client_leaf =
          (struct tls12_bytes){message.data + 10, message.length - 10}; /* the chain is one certificate */
    break;
  case TLS12_SERVER_KEY_EXCHANGE: read_parameters(course, message); break;
  case TLS12_CERTIFICATE_VERIFY:
    if (message.length > 6) put_signed(course, "certificate_verify_hash", pair_at(message.data + 4), &all, 1);
    break;
  case TLS12_FINISHED: finished(course, from_client, message); break;
  default: break;
  }
  transcript_add(&course->transcript, message.data, message.length);
  octets_append(&course->messages, message.data, message.length);
  if (message.data[0] == TLS12_CLIENT_KEY_EXCHANGE) derive(course, message);
}

/* Opens a record in place. */
static void open_record(struct course *course, const struct transcript_record *r, uint8_t *fragment, uint32_t length)
{
  struct tls12_span content;
  const struct tls12_fault fault =
      tls12_record_open(&course->keys[r->from_client], r->record.data[0], 0x0303, fragment, length, &content);
  if (fault.rule != TLS12_NO_RULE || content.length != r->plaintext.length ||
      memcmp(fragment + content.offset, r->plaintext.data, content.length) != 0)
    course->wrong = 1;
}

static void follow_record(struct course *course, const struct transcript_record *r)
{
  static uint8_t room[TLS12_RECORD_MAX];
  struct tls12_bytes content = {r->record.data + 5, r->record.length - 5};
  if (course->sealed[r->from_client] != (r->plaintext.length > 0) || content.length > sizeof room) course->wrong = 1;
  if (course->wrong) return;
  if (course->sealed[r->from_client]) {
    memcpy(room, content.data, content.length);
    open_record(course, r, room, content.length);
    content = r->plaintext;
  }
  if (r->record.data[0] == TLS12_CHANGE_CIPHER_SPEC) course->sealed[r->from_client] = 1;
  if (r->record.data[0] == TLS12_HANDSHAKE) follow_message(course, r->from_client, content);
}

/* Both sides, as far as the engine makes the same choices. */
static const char *replay_both(struct vector_case *c, const struct transcript *t, json_t *kinds)
{
  const enum replay client = transcript_replay(c, t, TLS12_CLIENT), server = transcript_replay(c, t, TLS12_SERVER);
  if (client == REPLAY_DIFFERENT) return "our client goes on differently";
  if (server == REPLAY_DIFFERENT) return "our server goes on differently";
  if (client == REPLAY_SAME) json_array_append_new(kinds, json_string("our client says every byte of it"));
  if (server == REPLAY_SAME) json_array_append_new(kinds, json_string("our server says every byte of it"));
  return NULL;
}

void vector_answer_transcript(struct vector_case *c, json_t *answer)
{
  struct transcript t;
  struct course course = {.c = c, .t = &t, .values = json_object(), .client_leaf = none, .server_key_exchange = none};
  json_t *kinds = json_array();
  const char *why = NULL;
  transcript_read(c, &t);
  transcript_start(&course.transcript);
  for (unsigned i = 0; i < t.count && !c->damaged && !course.wrong; i++) follow_record(&course, &t.records[i]);
  if (!c->damaged) why = course.wrong ? "a record, a share or verify_data is wrong" : replay_both(c, &t, kinds);
  json_object_set_new(answer, "result", json_string(why == NULL ? "valid" : "invalid"));
  if (why != NULL) json_object_set_new(answer, "why", json_string(why));
  json_object_set_new(answer, "values", course.values);
  json_object_set_new(answer, "kinds", kinds);
  octets_free(&course.messages);
}
