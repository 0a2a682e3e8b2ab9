/* Vectors of the PRF and of key exchanges: a result to be computed, or values to be refused. */
#include <stdlib.h>
#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/rsa.h"
#include "handshake/key_schedule.h"
#include "handshake/key_share.h"
#include "handshake/psk.h"
#include "tool/connection.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "tool/vector_answers.h"

void vector_put_hex(json_t *answer, const char *name, const uint8_t *data, size_t length)
{
  static const char digits[] = "0123456789abcdef";
  char *text = grow(NULL, 2 * length + 1, 1);
  for (size_t i = 0; i < length; i++) {
    text[2 * i] = digits[data[i] >> 4];
    text[2 * i + 1] = digits[data[i] & 15];
  }
  text[2 * length] = 0;
  json_object_set_new(answer, name, json_string(text));
  free(text);
}

static void put_output(json_t *answer, const uint8_t *data, size_t length)
{
  json_object_set_new(answer, "result", json_string("valid"));
  vector_put_hex(answer, "output", data, length);
}

static void put_refusal(json_t *answer, enum tls12_rule rule)
{
  json_object_set_new(answer, "result", json_string("invalid"));
  json_object_set_new(answer, "rule", json_string(rule_text(rule)->id));
}

/* A member of exactly this length. */
static const uint8_t *fixed(struct vector_case *c, const char *name, uint32_t length)
{
  static const uint8_t zeros[64];
  const struct tls12_bytes bytes = vector_hex(c, c->test, name);
  if (bytes.length == length) return bytes.data;
  c->damaged = 1;
  return zeros;
}

enum { OUTPUT_MAX = 1024 };

void vector_answer_prf(struct vector_case *c, json_t *answer)
{
  const char *function = vector_text(c, c->group, "function");
  const enum tls12_hash hash = vector_hash(c, c->group, "hash");
  const struct tls12_bytes secret = vector_hex(c, c->test, "secret"), seed = vector_hex(c, c->test, "seed");
  const char *text = vector_text(c, c->test, "label");
  const struct tls12_bytes label = {(const uint8_t *)text, (uint32_t)strlen(text)};
  const size_t size = strlen(vector_text(c, c->test, "output")) / 2;
  uint8_t out[OUTPUT_MAX] = {0};
  const int long_secret = strcmp(function, "prf") == 0 || strcmp(function, "master_secret") == 0 ||
                          strcmp(function, "extended_master_secret") == 0;
  if (hash == TLS12_HASH_NONE || size > OUTPUT_MAX || label.length > 60 || secret.length > OUTPUT_MAX ||
      (!long_secret && secret.length != TLS12_MASTER_SECRET_LENGTH))
    c->damaged = 1;
  if (c->damaged) return;
  if (strcmp(function, "prf") == 0) {
    p_hash(hash, secret, label, seed, (struct tls12_bytes){seed.data, 0}, out, (uint32_t)size);
  } else if (strcmp(function, "master_secret") == 0) {
    tls12_master_secret(hash, secret, fixed(c, "client_random", 32), fixed(c, "server_random", 32), out);
  } else if (strcmp(function, "extended_master_secret") == 0) {
    tls12_extended_master_secret(hash, secret, seed, out);
  } else if (strcmp(function, "key_expansion") == 0) {
    tls12_key_block(hash, secret.data, fixed(c, "client_random", 32), fixed(c, "server_random", 32), out,
                    (uint32_t)size);
  } else if (strcmp(function, "verify_data") == 0 &&
             (strcmp(text, "client finished") == 0 || strcmp(text, "server finished") == 0)) {
    tls12_verify_data(hash, secret.data, text[0] == 'c', seed, out);
  } else {
    c->damaged = 1;
  }
  put_output(answer, out, size);
}

static void answer_dh(struct vector_case *c, json_t *answer)
{
  const struct tls12_bytes p = vector_hex(c, c->test, "p"), g = vector_hex(c, c->test, "g");
  const struct tls12_bytes x = vector_hex(c, c->test, "private"), peer = vector_hex(c, c->test, "peer");
  uint8_t shared[OUTPUT_MAX];
  uint32_t length;
  if (p.length > OUTPUT_MAX || g.length > OUTPUT_MAX || x.length == 0 || x.length > OUTPUT_MAX || peer.length > 65535)
    c->damaged = 1;
  if (c->damaged) return;
  enum tls12_rule rule = dh_check_group(p, g);
  if (rule == TLS12_NO_RULE) rule = dh_check_public(p, peer);
  if (rule != TLS12_NO_RULE) {
    put_refusal(answer, rule);
    return;
  }
  dh_shared(p, peer, x, shared, &length);
  put_output(answer, shared, length);
}

static void answer_ecdh(struct vector_case *c, json_t *answer)
{
  const int group = word_value(named_groups, vector_text(c, c->group, "group"));
  const unsigned size = group < 0 ? 0 : key_share_size((unsigned)group);
  const struct tls12_bytes x = vector_hex(c, c->test, "private"), peer = vector_hex(c, c->test, "peer");
  uint8_t shared[ECDH_SIZE_MAX];
  if (size == 0 || x.length != size) c->damaged = 1;
  if (c->damaged) return;
  const enum tls12_rule rule = key_share_check((unsigned)group, peer);
  if (rule != TLS12_NO_RULE)
    put_refusal(answer, rule);
  else if (!key_share_agree((unsigned)group, x.data, peer, shared))
    put_refusal(answer, R8422_5_11_02);
  else
    put_output(answer, shared, size);
}

/* A ciphertext that holds no premaster secret of this version is not refused, but replaced. */
static void answer_rsa(struct vector_case *c, json_t *answer)
{
  const struct tls12_bytes n = vector_hex(c, c->group, "modulus"), e = vector_hex(c, c->group, "public_exponent"),
                           d = vector_hex(c, c->group, "private_exponent"), p = vector_hex(c, c->group, "prime1"),
                           q = vector_hex(c, c->group, "prime2");
  const struct tls12_bytes version = vector_hex(c, c->test, "client_version"),
                           ciphertext = vector_hex(c, c->test, "ciphertext");
  const struct rsa_private_key key = {
      .modulus = n, .public_exponent = e, .private_exponent = d, .prime1 = p, .prime2 = q};
  const struct rsa_public_key public_key = {n, e};
  uint8_t replacement[48], premaster[48];
  if (version.length != 2 || d.length == 0 || d.length > OUTPUT_MAX || rsa_size(&public_key) == 0) c->damaged = 1;
  if (c->damaged) return;
  memset(replacement, 0xa5, sizeof replacement);
  rsa_decrypt_premaster(&key, ciphertext, 256u * version.data[0] + version.data[1], replacement, system_random, NULL,
                        premaster);
  if (memcmp(premaster, replacement, sizeof premaster) == 0)
    put_refusal(answer, R5246_7_4_7_1_06);
  else
    put_output(answer, premaster, sizeof premaster);
}

static void answer_psk(struct vector_case *c, json_t *answer)
{
  const int alone = strcmp(vector_text(c, c->group, "key_exchange"), "PSK") == 0;
  const struct tls12_bytes psk = vector_hex(c, c->test, "psk");
  uint8_t premaster[TLS12_PREMASTER_MAX];
  uint32_t n = 0;
  if (psk.length > TLS12_PSK_MAX) c->damaged = 1;
  if (c->damaged) return;
  if (alone) {
    n = no_other_secret(psk.length, premaster);
  } else {
    const struct tls12_bytes other = vector_hex(c, c->test, "other_secret");
    if (other.length > TLS12_PUBLIC_VALUE_MAX) c->damaged = 1;
    if (c->damaged) return;
    memcpy(premaster, other.data, n = other.length);
  }
  put_output(answer, premaster, add_psk(psk, premaster, n));
}

void vector_answer_key_exchange(struct vector_case *c, json_t *answer)
{
  const char *kind = vector_text(c, c->group, "kind");
  if (strcmp(kind, "dh") == 0)
    answer_dh(c, answer);
  else if (strcmp(kind, "ecdh") == 0)
    answer_ecdh(c, answer);
  else if (strcmp(kind, "rsa") == 0)
    answer_rsa(c, answer);
  else if (strcmp(kind, "psk") == 0)
    answer_psk(c, answer);
  else
    c->damaged = 1;
}
