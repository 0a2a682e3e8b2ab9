/* Follows a handshake with the functions of the library: the secret out of the server's private value and the client's share, all that is
 * made of it, signatures, and the records. */
#include "transcript.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct suite {
  const char *cipher;      /* "AES_128_CBC" */
  char mac[8];             /* "SHA-1"; "" of AEAD ciphers */
  size_t key, iv, mac_key; /* their lengths in the key block; iv: the fixed one */
  size_t explicit_iv, block;
};

struct course {
  const json_t *group, *vector;
  json_t *values;
  struct suite suite;
  const char *prf;
  struct bytes messages, randoms[2], infos[2]; /* of the server, of the client */
  unsigned char keys[2][3][64];                /* MAC key, key, fixed IV */
  unsigned long long sequence[2];
  int sealed[2], wrong, lacking;
};

static int starts(const char *name, const char *with)
{
  return strncmp(name, with, strlen(with)) == 0;
}

static struct suite read_suite(const char *name)
{
  static const struct suite suites[] = {{"NULL", "", 0, 0, 0, 0, 0},
                                        {"3DES_EDE_CBC", "", 24, 0, 0, 8, 8},
                                        {"AES_128_CBC", "", 16, 0, 0, 16, 16},
                                        {"AES_256_CBC", "", 32, 0, 0, 16, 16},
                                        {"AES_128_GCM", "", 16, 4, 0, 8, 0},
                                        {"AES_256_GCM", "", 32, 4, 0, 8, 0},
                                        {"CHACHA20_POLY1305", "", 32, 12, 0, 0, 0}};
  static const struct {
    const char *end, *mac;
    size_t size;
  } macs[] = {{"_MD5", "MD5", 16}, {"_SHA", "SHA-1", 20}, {"_SHA256", "SHA-256", 32}, {"_SHA384", "SHA-384", 48}};
  const char *cipher = strstr(name, "_WITH_") + 6;
  struct suite suite = {.cipher = NULL};
  for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
    if (starts(cipher, suites[i].cipher)) suite = suites[i];
  if (suite.cipher == NULL || suite.iv > 0) return suite;
  for (size_t i = 0; i < sizeof macs / sizeof *macs; i++)
    if (strcmp(strrchr(name, '_'), macs[i].end) == 0) {
      strcpy(suite.mac, macs[i].mac);
      suite.mac_key = macs[i].size;
    }
  return suite;
}

static void put_value(struct course *c, const char *name, const unsigned char *data, size_t length)
{
  char digits[2 * OUTPUT_MAX + 1] = "";
  for (size_t i = 0; i < length; i++) sprintf(digits + 2 * i, "%02x", data[i]);
  json_object_set_new(c->values, name, json_string(digits));
}

static void need(struct course *c, enum verdict verdict)
{
  if (verdict == INVALID) c->wrong = 1;
  if (verdict >= NOT_ASKED) c->lacking = 1;
}

/* PRF(secret, label, seed): n bytes as a value. */
static struct output derive(struct course *c, const char *name, const struct bytes *secret, const char *label,
                            const struct bytes *seed, size_t n)
{
  struct output out = {.length = n};
  need(c, library_prf(atoi(c->prf + 4), secret, label, seed, &out));
  put_value(c, name, out.data, n);
  return out;
}

static struct output put_hash(struct course *c, const char *name, const char *hash, const struct bytes *message)
{
  struct output out = {.length = 0};
  need(c, library_hmac(hash, NULL, message, &out));
  put_value(c, name, out.data, out.length);
  return out;
}

/* The contents of the element at `at`: where they begin; *end is behind them. */
static size_t contents(const unsigned char *der, size_t at, size_t *end)
{
  size_t n = der[at + 1], start = at + 2;
  if (n > 127)
    for (size_t k = n & 127, i = (n = 0); i < k; i++) n = n << 8 | der[start++];
  *end = start + n;
  return start;
}

/* SubjectPublicKeyInfo of a certificate: after version, serialNumber, signature, issuer, validity, subject. */
static struct bytes public_key(const unsigned char *certificate)
{
  size_t end, at = contents(certificate, contents(certificate, 0, &end), &end);
  for (int i = 0; i < 6; i++) contents(certificate, at, &at);
  contents(certificate, at, &end);
  struct bytes info = {NULL, 0};
  append(&info, certificate + at, end - at);
  return info;
}

/* struct { pair, opaque signature<0..2^16-1> }, over this text by a side's certificate. */
static void verify(struct course *c, const char *name, int from_client, const unsigned char *element,
                   const struct bytes *signed_text)
{
  static const char *const hashes[] = {"", "", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"};
  const unsigned pair = 256u * element[0] + element[1];
  const struct bytes signature = {(unsigned char *)element + 4, 256u * element[2] + element[3]};
  if (pair != 0x807 && pair != 0x808) put_hash(c, name, pair >> 8 == 8 ? "SHA-256" : hashes[pair >> 8], signed_text);
  if (library_verify(&c->infos[from_client], pair, signed_text, &signature) == INVALID) c->wrong = 1;
}

static void server_key_exchange(struct course *c, const unsigned char *message)
{
  const char *kx = text(c->group, "key_exchange");
  const unsigned char *body = message + 4, *at = body;
  struct bytes all = {NULL, 0};
  if (!starts(kx, "DHE_") && !starts(kx, "ECDHE_")) return;
  if (strstr(kx, "PSK") != NULL) return;
  if (kx[0] == 'E')
    at += 4 + body[3];
  else
    for (int i = 0; i < 3; i++) at += 2 + 256u * at[0] + at[1];
  append(&all, c->randoms[1].data, 32);
  append(&all, c->randoms[0].data, 32);
  append(&all, body, (size_t)(at - body));
  verify(c, "server_key_exchange_hash", 0, at, &all);
  free(all.data);
}

/* The secret that both agree on. NOT_ASKED or LACKING: the library has no such function. */
static enum verdict agree(struct course *c, const unsigned char *message, struct output *out)
{
  static const char *const names[] = {"secp256r1", "secp384r1", "secp521r1", "", "", "", "x25519", "x448"};
  const json_t *numbers = json_object_get(c->group, "rsa");
  const char *name = text(c->vector, "group");
  struct bytes x = hex(json_object_get(c->vector, "server"), "private"),
               peer = hex(json_object_get(c->vector, "client"), "public");
  enum verdict verdict = NOT_ASKED;
  if (numbers != NULL) {
    const int with_psk = json_object_get(c->group, "psk") != NULL;
    const unsigned char *at = message + 4 + (with_psk ? 2 + 256 * message[4] + message[5] : 0);
    struct rsa_numbers key = {hex(numbers, "modulus"), hex(numbers, "public_exponent"),
                              hex(numbers, "private_exponent"), hex(numbers, "prime1"), hex(numbers, "prime2")};
    const struct bytes version = {(unsigned char[]){3, 3}, 2},
                       ciphertext = {(unsigned char *)at + 2, 256u * at[0] + at[1]};
    verdict = library_premaster(&key, &version, &ciphertext, out);
    free(key.n.data), free(key.e.data), free(key.d.data), free(key.p.data), free(key.q.data);
  } else if (strcmp(name, "ffdhe2048") == 0) {
    struct bytes p = hex(c->group, "dh_p"), g = hex(c->group, "dh_g");
    verdict = library_dh(&p, &g, &x, &peer, out);
    free(p.data), free(g.data);
  } else {
    for (int i = 0; i < 8; i++)
      if (name[0] != 0 && strcmp(names[i], name) == 0) verdict = library_ecdh(23 + i, &x, &peer, out);
  }
  free(x.data), free(peer.data);
  return verdict;
}

static void append_vector16(struct bytes *to, const unsigned char *data, size_t length)
{
  append(to, (unsigned char[]){(unsigned char)(length >> 8), (unsigned char)length}, 2);
  append(to, data, length);
}

/* The premaster secret; that of the vector if the library cannot agree on one. */
static struct bytes premaster_of(struct course *c, const unsigned char *message)
{
  struct bytes premaster = {NULL, 0}, psk = hex(c->group, "psk");
  struct output other = {.length = 0};
  const int alone = strcmp(text(c->group, "key_exchange"), "PSK") == 0;
  const enum verdict verdict = alone ? VALID : agree(c, message, &other);
  if (alone) memset(other.data, 0, other.length = psk.length);
  if (verdict == INVALID) c->wrong = 1;
  if (verdict >= NOT_ASKED) {
    premaster = hex(json_object_get(c->vector, "values"), "premaster_secret");
  } else {
    if (psk.length > 0) append_vector16(&premaster, other.data, other.length);
    psk.length > 0 ? append_vector16(&premaster, psk.data, psk.length) : append(&premaster, other.data, other.length);
    put_value(c, "premaster_secret", premaster.data, premaster.length);
  }
  free(psk.data);
  return premaster;
}

static void client_key_exchange(struct course *c, const unsigned char *message)
{
  static const char *const names[][3] = {{"server_write_MAC_key", "server_write_key", "server_write_IV"},
                                         {"client_write_MAC_key", "client_write_key", "client_write_IV"}};
  const size_t sizes[] = {c->suite.mac_key, c->suite.key, c->suite.iv};
  struct bytes premaster = premaster_of(c, message), seeds[2] = {{NULL, 0}, {NULL, 0}};
  const struct output session_hash = put_hash(c, "session_hash", c->prf, &c->messages);
  for (int i = 0; i < 2; i++) { /* [0]: the client's random first */
    append(&seeds[i], c->randoms[1 - i].data, 32);
    append(&seeds[i], c->randoms[i].data, 32);
  }
  const struct bytes hash = {(unsigned char *)session_hash.data, session_hash.length};
  const struct output master = json_is_true(json_object_get(c->vector, "extended_master_secret"))
                                   ? derive(c, "master_secret", &premaster, "extended master secret", &hash, 48)
                                   : derive(c, "master_secret", &premaster, "master secret", &seeds[0], 48);
  const struct bytes secret = {(unsigned char *)master.data, 48};
  const struct output block =
      derive(c, "key_block", &secret, "key expansion", &seeds[1], 2 * (sizes[0] + sizes[1] + sizes[2]));
  for (size_t i = 0, at = 0; i < 3; i++)
    for (int from_client = 1; from_client >= 0; from_client--, at += sizes[i]) {
      memcpy(c->keys[from_client][i], block.data + at, sizes[i]);
      if (sizes[i] > 0) put_value(c, names[from_client][i], block.data + at, sizes[i]);
    }
  free(premaster.data), free(seeds[0].data), free(seeds[1].data);
}

static void finished(struct course *c, int from_client, const unsigned char *message)
{
  struct bytes master = hex(c->values, "master_secret");
  const struct output out =
      put_hash(c, from_client ? "client_finished_hash" : "server_finished_hash", c->prf, &c->messages);
  const struct bytes hash = {(unsigned char *)out.data, out.length};
  const struct output verify_data = derive(c, from_client ? "client_verify_data" : "server_verify_data", &master,
                                           from_client ? "client finished" : "server finished", &hash, 12);
  if (memcmp(verify_data.data, message + 4, 12) != 0) c->wrong = 1;
  free(master.data);
}

static void follow_message(struct course *c, int from_client, const struct bytes *message)
{
  switch (message->data[0]) {
  case 1:
  case 2: append(&c->randoms[from_client], message->data + 6, 32); break;
  case 11:
    if (message->length > 10) c->infos[from_client] = public_key(message->data + 10);
    break;
  case 12: server_key_exchange(c, message->data); break;
  case 15: verify(c, "certificate_verify_hash", 1, message->data + 4, &c->messages); break;
  case 20: finished(c, from_client, message->data); break;
  default: break;
  }
  append(&c->messages, message->data, message->length);
  if (message->data[0] == 16) client_key_exchange(c, message->data);
}

/* seq_num, type, version, length: RFC 5246 section 6.2.3. */
static struct bytes authenticated(const struct course *c, int from_client, unsigned char type, size_t length)
{
  unsigned char head[13] = {0};
  struct bytes bytes = {NULL, 0};
  for (int i = 0; i < 8; i++) head[i] = (unsigned char)(c->sequence[from_client] >> (56 - 8 * i));
  head[8] = type, head[9] = head[10] = 3, head[11] = (unsigned char)(length >> 8), head[12] = (unsigned char)length;
  append(&bytes, head, sizeof head);
  return bytes;
}

static void check_mac(struct course *c, int from_client, unsigned char type, const unsigned char *data, size_t length,
                      const unsigned char *tag)
{
  struct bytes all = authenticated(c, from_client, type, length);
  const struct bytes key = {c->keys[from_client][0], c->suite.mac_key};
  struct output out = {.length = 0};
  append(&all, data, length);
  need(c, library_hmac(c->suite.mac, &key, &all, &out));
  if (memcmp(out.data, tag, c->suite.mac_key) != 0) c->wrong = 1;
  free(all.data);
}

/* What is in a record of an AEAD cipher. */
static void open_aead(struct course *c, int from_client, unsigned char type, const struct bytes *fragment,
                      struct output *out)
{
  const struct suite *s = &c->suite;
  const struct bytes key = {c->keys[from_client][1], s->key};
  struct bytes additional = authenticated(c, from_client, type, fragment->length - s->explicit_iv - 16);
  unsigned char nonce[12];
  memcpy(nonce, c->keys[from_client][2], s->iv);
  if (s->explicit_iv > 0) memcpy(nonce + 4, fragment->data, 8);
  for (int i = 0; s->explicit_iv == 0 && i < 8; i++) nonce[4 + i] ^= additional.data[i];
  const struct bytes iv = {nonce, 12}, sealed = {fragment->data + s->explicit_iv, fragment->length - s->explicit_iv};
  need(c, library_open(s->cipher, &key, &iv, &additional, &sealed, out));
  free(additional.data);
}

/* The same of the others: content, MAC, and what CBC pads with; with encrypt_then_mac the MAC is outside. */
static void open_with_mac(struct course *c, int from_client, unsigned char type, const struct bytes *fragment,
                          struct output *out)
{
  const struct suite *s = &c->suite;
  const int outside = s->block > 0 && json_is_true(json_object_get(c->vector, "encrypt_then_mac"));
  const size_t end = fragment->length - (outside ? s->mac_key : 0);
  if (outside) check_mac(c, from_client, type, fragment->data, end, fragment->data + end);
  if (s->block == 0) {
    memcpy(out->data, fragment->data, out->length = end);
  } else {
    const struct bytes key = {c->keys[from_client][1], s->key}, iv = {fragment->data, s->block},
                       sealed = {fragment->data + s->block, end - s->block};
    need(c, library_open(s->cipher, &key, &iv, NULL, &sealed, out));
    const size_t padding = out->length == 0 ? 0 : out->data[out->length - 1];
    if (c->lacking || c->wrong) return;
    if (padding + 1 + (outside ? 0 : s->mac_key) > out->length) {
      c->wrong = 1;
      return;
    }
    for (size_t i = 0; i <= padding; i++)
      if (out->data[out->length - 1 - i] != padding) c->wrong = 1;
    out->length -= padding + 1;
  }
  if (outside) return;
  out->length -= s->mac_key;
  check_mac(c, from_client, type, out->data, out->length, out->data + out->length);
}

static void follow_record(struct course *c, const json_t *item)
{
  const int from_client = strcmp(text(item, "from"), "client") == 0;
  struct bytes record = hex(item, "record"), plaintext = hex(item, "plaintext");
  struct bytes content = {record.data + 5, record.length - 5};
  struct output out = {.length = 0};
  if (c->sealed[from_client]) {
    (c->suite.iv > 0 ? open_aead : open_with_mac)(c, from_client, record.data[0], &content, &out);
    c->sequence[from_client]++;
    content = (struct bytes){out.data, out.length};
    if (out.length != plaintext.length || memcmp(out.data, plaintext.data, out.length) != 0) c->wrong = 1;
  }
  if (record.data[0] == 20) c->sealed[from_client] = 1;
  if (record.data[0] == 22 && !c->wrong && !c->lacking) follow_message(c, from_client, &content);
  free(record.data), free(plaintext.data);
}

void answer_transcript(const json_t *group, const json_t *vector, json_t *answer)
{
  struct course c = {.group = group,
                     .vector = vector,
                     .values = json_object(),
                     .suite = read_suite(text(vector, "cipher_suite")),
                     .prf = text(vector, "prf")};
  size_t i;
  json_t *item;
  json_array_foreach(json_object_get(vector, "flight"), i, item)
  {
    if (!c.lacking && !c.wrong) follow_record(&c, item);
  }
  put(answer, c.lacking ? LACKING : c.wrong ? INVALID : VALID, NULL);
  json_object_set_new(answer, "values", c.values);
  free(c.messages.data);
  for (i = 0; i < 2; i++) free(c.randoms[i].data), free(c.infos[i].data);
}
