#include "tool/session.h"

#include <stdlib.h>
#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/ecdh.h"
#include "crypto/wipe.h"
#include "handshake/exchange_dh.h"
#include "handshake/record_keys.h"
#include "handshake/transcript.h"
#include "spec/handshake_types.h"
#include "tool/connection.h"
#include "tool/input.h"
#include "x509/certificate.h"
#include "x509/dh_key.h"
#include "x509/rsa_key.h"

static const struct node *child(const struct node *node, const char *name)
{
  for (size_t i = 0; node != NULL && i < node->child_count; i++)
    if (strcmp(node->children[i].name, name) == 0) return &node->children[i];
  return NULL;
}

/* The first message of this type, from one on; NULL if there is none. */
static const struct node *message(const struct dissection *d, size_t from, enum tls12_handshake_type type)
{
  for (size_t i = from; i < d->messages.child_count; i++)
    if (d->messages.children[i].raw[0] == type) return &d->messages.children[i];
  return NULL;
}

/* The last hello of this type, from one on, into *at: one before it was refused. 0 if there is none. */
static int last_hello(const struct dissection *d, size_t from, enum tls12_handshake_type type, size_t *at)
{
  for (size_t i = d->messages.child_count; i > from; i--)
    if (d->messages.children[i - 1].raw[0] == type) {
      *at = i - 1;
      return 1;
    }
  return 0;
}

static int has_extension(const struct node *hello, uint32_t type)
{
  const struct node *list = child(hello, "extensions");
  for (size_t i = 0; list != NULL && i < list->child_count; i++) {
    const struct node *found = child(&list->children[i], "extension_type");
    if (found != NULL && 256u * found->raw[0] + found->raw[1] == type) return 1;
  }
  return 0;
}

/* n bytes in hexadecimal; 0 when the text is something else. */
static int read_hex(const uint8_t *text, size_t n, uint8_t *out)
{
  for (size_t i = 0; i < n; i++) {
    const int high = hex_digit(text[2 * i]), low = high < 0 ? -1 : hex_digit(text[2 * i + 1]);
    if (low < 0) return 0;
    out[i] = (uint8_t)(16 * high + low);
  }
  return 1;
}

#define TAG "CLIENT_RANDOM "
#define LINE (sizeof TAG - 1 + 2 * TLS12_RANDOM_LENGTH + 1 + 2 * TLS12_MASTER_SECRET_LENGTH)

static int find_secret(const struct octets *log, const uint8_t *client_random, uint8_t *master_secret)
{
  uint8_t random[TLS12_RANDOM_LENGTH];
  for (size_t at = 0; at + LINE <= log->length; at++) {
    const uint8_t *line = log->data + at, *secret = line + (sizeof TAG - 1) + 2 * TLS12_RANDOM_LENGTH + 1;
    if ((at > 0 && line[-1] != '\n') || memcmp(line, TAG, sizeof TAG - 1) != 0 || secret[-1] != ' ') continue;
    if (read_hex(line + sizeof TAG - 1, TLS12_RANDOM_LENGTH, random) &&
        memcmp(random, client_random, TLS12_RANDOM_LENGTH) == 0)
      return read_hex(secret, TLS12_MASTER_SECRET_LENGTH, master_secret);
  }
  return 0;
}

/* One side's messages, the transcript's next one of them, and what its Finished is computed with. */
struct side {
  const struct dissection *d;
  size_t at;
  int from_client;
  struct finished_check *check;
};

static void add_one(struct tls12_transcript *transcript, struct side *side)
{
  const struct node *node = &side->d->messages.children[side->at++];
  if (node->raw[0] != TLS12_HELLO_REQUEST) transcript_add(transcript, node->raw, node->length);
}

/* Adds messages up to the next one of this type, which waits; NULL if there is none. */
static const struct node *add_until(struct tls12_transcript *transcript, struct side *side,
                                    enum tls12_handshake_type type)
{
  while (side->at < side->d->messages.child_count) {
    const struct node *next = &side->d->messages.children[side->at];
    if (next->raw[0] == type) return next;
    add_one(transcript, side);
  }
  return NULL;
}

/* Everything before the first Finished of a full handshake, up to and with ClientKeyExchange; NULL if that is missing. */
static const struct node *add_to_key_exchange(struct tls12_transcript *transcript, struct side *client,
                                              struct side *server)
{
  transcript_start(transcript);
  add_one(transcript, client);
  if (add_until(transcript, server, TLS12_SERVER_HELLO_DONE) == NULL) return NULL;
  add_one(transcript, server);
  const struct node *exchange = add_until(transcript, client, TLS12_CLIENT_KEY_EXCHANGE);
  if (exchange != NULL) add_one(transcript, client);
  return exchange;
}

/* The content of a vector of ClientKeyExchange. */
static struct tls12_bytes vector_of(const struct node *exchange, const char *name)
{
  const struct node *data = child(child(exchange, name), "data");
  return data == NULL ? (struct tls12_bytes){NULL, 0} : (struct tls12_bytes){data->raw, data->length};
}

/* RFC 5246 section 7.4.7.1. */
static uint32_t rsa_premaster(const struct tls12_private_key *key, const struct node *exchange,
                              const struct node *client_hello, uint8_t *premaster)
{
  static const uint8_t none[TLS12_MASTER_SECRET_LENGTH];
  const struct tls12_bytes ciphertext = vector_of(exchange, "encrypted_pre_master_secret");
  const struct node *version = child(client_hello, "client_version");
  if (ciphertext.length == 0 || version == NULL) return 0;
  const struct rsa_private_key rsa = rsa_key_of(key);
  rsa_decrypt_premaster(&rsa, ciphertext, 256u * version->raw[0] + version->raw[1], none, system_random, NULL,
                        premaster);
  return memcmp(premaster, none, sizeof none) != 0 ? sizeof none : 0;
}

/* The first certificate of the server's message; 0 if there is none that can be read. */
static int read_leaf(const struct node *certificate, const struct node **der, struct tls12_x509 *leaf)
{
  const struct node *list = child(certificate, "certificate_list");
  if (list == NULL || list->child_count < 2) return 0;
  *der = child(child(&list->children[1], "certificate"), "data");
  return *der != NULL && x509_parse((*der)->raw, (*der)->length, leaf).rule == TLS12_NO_RULE;
}

/* RFC 5246 section 8.1.2, when the key is that of the certificate. */
static uint32_t dh_premaster(const struct dh_key *key, const struct node *exchange, const struct node *certificate,
                             uint8_t *premaster)
{
  const struct tls12_bytes yc = vector_of(exchange, "dh_Yc");
  const struct node *der;
  struct tls12_x509 leaf;
  struct dh_key certified;
  uint8_t ys[TLS12_PUBLIC_VALUE_MAX];
  uint32_t length = 0;
  if (!read_leaf(certificate, &der, &leaf) || leaf.key.kind != TLS12_KEY_DH ||
      !x509_read_dh_key(der->raw, leaf.key.parameters, leaf.key.key, &certified) || key->key.length == 0 ||
      key->key.length > TLS12_PUBLIC_VALUE_MAX || dh_check_group(key->p, key->g) != TLS12_NO_RULE ||
      dh_check_public(key->p, yc) != TLS12_NO_RULE)
    return 0;
  dh_public(key->p, key->g, key->key, ys);
  if (!same_number(certified.key, (struct tls12_bytes){ys, key->p.length})) return 0;
  dh_shared(key->p, yc, key->key, premaster, &length);
  return length;
}

/* RFC 8422 section 5.10, likewise. */
static uint32_t ecdh_premaster(const struct tls12_private_key *key, const struct node *exchange,
                               const struct node *certificate, uint8_t *premaster)
{
  const struct tls12_bytes point = vector_of(exchange, "ecdh_Yc");
  const struct node *der;
  struct tls12_x509 leaf;
  uint8_t own[ECDH_POINT_MAX];
  if (!read_leaf(certificate, &der, &leaf) || leaf.key.group != key->group ||
      !ecdh_public(key->group, key->scalar.data, own) || leaf.key.point.length != 1 + 2 * key->scalar.length ||
      memcmp(der->raw + leaf.key.point.offset, own, leaf.key.point.length) != 0)
    return 0;
  return ecdh_shared(key->group, key->scalar.data, point, premaster) ? key->scalar.length : 0;
}

/* The secret of a key exchange with the key of the server's certificate: RFC 5246 section 8.1, RFC 7627 section 4. */
static int derive_secret(struct session *s, const struct tls12_private_key *key, const struct dissection *client,
                         const struct dissection *server)
{
  struct side ours = {client, s->client_hello, 1, NULL}, theirs = {server, s->server_hello, 0, NULL};
  struct tls12_transcript transcript;
  uint8_t hash[TLS12_HASH_SIZE_MAX];
  const enum tls12_key_exchange kx = s->suite->key_exchange;
  const struct node *certificate = message(server, s->server_hello, TLS12_CERTIFICATE);
  const struct node *exchange = key == NULL ? NULL : add_to_key_exchange(&transcript, &ours, &theirs);
  if (exchange == NULL) return 0;
  if (kx == TLS12_KX_RSA && key->kind == TLS12_KEY_RSA)
    s->premaster_length = rsa_premaster(key, exchange, &client->messages.children[s->client_hello], s->premaster);
  else if ((kx == TLS12_KX_DH_RSA || kx == TLS12_KX_DH_DSS) && key->kind == TLS12_KEY_DH)
    s->premaster_length = dh_premaster(&key->dh, exchange, certificate, s->premaster);
  else if ((kx == TLS12_KX_ECDH_RSA || kx == TLS12_KX_ECDH_ECDSA) && key->kind == TLS12_KEY_EC)
    s->premaster_length = ecdh_premaster(key, exchange, certificate, s->premaster);
  const struct tls12_bytes premaster = {s->premaster, s->premaster_length};
  if (premaster.length == 0) return 0;
  if (s->extended_master_secret)
    tls12_extended_master_secret(s->suite->prf, premaster, transcript_hash(&transcript, s->suite->prf, hash),
                                 s->master_secret);
  else
    tls12_master_secret(s->suite->prf, premaster, s->client_random, s->server_random, s->master_secret);
  return 1;
}

static int make_keys(struct session *s)
{
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(s->suite->cipher);
  s->key_block_length = 2 * (tls12_hash_size(s->suite->mac) + sizes.key + sizes.fixed_iv);
  tls12_key_block(s->suite->prf, s->master_secret, s->client_random, s->server_random, s->key_block,
                  s->key_block_length);
  if (!make_record_key(s->suite, s->key_block, 0, TLS12_OPEN, &s->client_key) ||
      !make_record_key(s->suite, s->key_block, 1, TLS12_OPEN, &s->server_key))
    return 0;
  use_encrypt_then_mac(&s->client_key, s->encrypt_then_mac);
  use_encrypt_then_mac(&s->server_key, s->encrypt_then_mac);
  return 1;
}

/* What the hellos say; 0 when they are not whole. */
static int read_hellos(struct session *s, const struct node *client_hello, const struct node *server_hello)
{
  const struct node *client_random = child(client_hello, "random"), *server_random = child(server_hello, "random");
  const struct node *suite = child(server_hello, "cipher_suite");
  if (client_random == NULL || server_random == NULL || suite == NULL) return 0;
  s->suite = tls12_suite_find((uint16_t)(256 * suite->raw[0] + suite->raw[1]));
  memcpy(s->client_random, client_random->raw, sizeof s->client_random);
  memcpy(s->server_random, server_random->raw, sizeof s->server_random);
  s->extended_master_secret = has_extension(server_hello, TLS12_EXTENDED_MASTER_SECRET);
  s->encrypt_then_mac = has_extension(server_hello, TLS12_ENCRYPT_THEN_MAC);
  return s->suite != NULL;
}

struct session *session_start(const struct session *before, const struct known_secrets *known,
                              const struct dissection *client, const struct dissection *server)
{
  size_t ours, theirs;
  if ((known->key_log.length == 0 && known->key == NULL) ||
      !last_hello(client, before == NULL ? 0 : before->client_hello + 1, TLS12_CLIENT_HELLO, &ours) ||
      !last_hello(server, before == NULL ? 0 : before->server_hello + 1, TLS12_SERVER_HELLO, &theirs))
    return NULL;
  struct session *s = grow(NULL, 1, sizeof *s);
  memset(s, 0, sizeof *s);
  s->client_hello = ours;
  s->server_hello = theirs;
  s->full = message(server, theirs, TLS12_SERVER_HELLO_DONE) != NULL;
  if (read_hellos(s, &client->messages.children[ours], &server->messages.children[theirs]) &&
      (find_secret(&known->key_log, s->client_random, s->master_secret) ||
       derive_secret(s, known->key, client, server)) &&
      make_keys(s))
    return s;
  sessions_free(s);
  return NULL;
}

struct key_block_part key_block_part(const struct session *s, unsigned number)
{
  static const char *const names[KEY_BLOCK_PARTS] = {"client_write_MAC_key", "server_write_MAC_key", "client_write_key",
                                                     "server_write_key",     "client_write_IV",      "server_write_IV"};
  const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(s->suite->cipher);
  const uint32_t lengths[] = {tls12_hash_size(s->suite->mac), sizes.key, sizes.fixed_iv};
  uint32_t at = 0;
  for (unsigned i = 0; i < number; i++) at += lengths[i / 2];
  return (struct key_block_part){names[number], {s->key_block + at, lengths[number / 2]}};
}

void sessions_free(struct session *first)
{
  while (first != NULL) {
    struct session *next = first->next;
    tls12_wipe(first, sizeof *first);
    free(first);
    first = next;
  }
}

/* Adds up to this side's Finished, and judges that. 0 if there is none. */
static int check(struct session *s, struct tls12_transcript *transcript, struct side *side, struct dissection *d)
{
  if (add_until(transcript, side, TLS12_FINISHED) == NULL) return 0;
  struct node *finished = &d->messages.children[side->at];
  const struct node *data = child(finished, "verify_data");
  struct finished_check *check = side->check;
  if (data == NULL || data->length != TLS12_VERIFY_DATA_LENGTH) return 0;
  check->present = 1;
  tls12_verify_data(s->suite->prf, s->master_secret, side->from_client,
                    transcript_hash(transcript, s->suite->prf, check->hash), check->expected);
  memcpy(check->received, data->raw, sizeof check->received);
  if (memcmp(check->expected, check->received, sizeof check->received) == 0)
    node_value(finished, "verified");
  else
    dissection_fault(d, finished, (struct tls12_fault){R5246_7_4_9_03, 0, data->length, TLS12_DECRYPT_ERROR},
                     data->offset);
  return 1;
}

void session_finish(struct session *s, struct dissection *client, struct dissection *server)
{
  struct side ours = {client, s->client_hello, 1, &s->client_finished};
  struct side theirs = {server, s->server_hello, 0, &s->server_finished};
  struct tls12_transcript transcript;
  transcript_start(&transcript);
  add_one(&transcript, &ours);
  /* In a full handshake the client finishes first, in an abbreviated one the server. */
  if (s->full) {
    (void)add_until(&transcript, &theirs, TLS12_SERVER_HELLO_DONE);
    add_one(&transcript, &theirs);
  }
  if (s->full && check(s, &transcript, &ours, client)) {
    add_one(&transcript, &ours);
    (void)check(s, &transcript, &theirs, server);
  } else if (!s->full && check(s, &transcript, &theirs, server)) {
    add_one(&transcript, &theirs);
    (void)check(s, &transcript, &ours, client);
  }
}
