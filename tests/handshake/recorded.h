/* Sessions that others recorded, from ../shared/vectors: the bytes of both sides, and what they agreed on. */
#ifndef TLS12_TESTS_HANDSHAKE_RECORDED_H
#define TLS12_TESTS_HANDSHAKE_RECORDED_H

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/input.h"
#include "tool/octets.h"
#include "wire/bytes.h"

#define VECTORS "../shared/vectors/"

enum { RECORDED_MAX = 40, CHUNKS_MAX = 24 };

/* What went over the wire in one direction without an answer: whole records. */
struct chunk {
  int from_client;
  struct octets bytes;
};

struct recorded {
  char name[120];
  const json_t *agreed; /* an object of expected.json, or one of the same form */
  struct chunk chunks[CHUNKS_MAX];
  unsigned count;
};

static struct recorded recorded[RECORDED_MAX];
static unsigned recorded_count;
static json_t *go_keys;    /* keys.json */
static json_t *folders[2]; /* expected.json */

/* What is read stays until the end. */
static struct kept {
  struct kept *next;
  void *memory;
} * kept;

static inline uint8_t *keep(void *memory)
{
  struct kept *one = grow(NULL, 1, sizeof *one);
  *one = (struct kept){kept, memory};
  kept = one;
  return memory;
}

static inline struct octets hex_octets(const char *text, size_t length)
{
  const struct octets in = {(uint8_t *)text, length, length};
  struct octets out = {0};
  size_t where;
  if (hex_read(&in, &out, &where) != 0) {
    fprintf(stderr, "no hexadecimal digits at %zu of %.40s\n", where, text);
    exit(1);
  }
  return out;
}

/* A member in hexadecimal digits; length 0: there is none. */
static inline struct tls12_bytes hex_member(const json_t *object, const char *name)
{
  const char *text = json_string_value(json_object_get(object, name));
  if (text == NULL) return (struct tls12_bytes){(const uint8_t *)"", 0};
  const struct octets octets = hex_octets(text, strlen(text));
  return (struct tls12_bytes){keep(octets.data), (uint32_t)octets.length};
}

static inline struct octets file_octets(const char *path)
{
  struct octets out = {0};
  if (input_read(path, &out) != 0) {
    perror(path);
    exit(1);
  }
  return out;
}

/* The private key in a PEM text, as DER. */
static inline struct tls12_bytes pem_key(const char *name, const struct octets *text)
{
  struct octets out = {0};
  char label[64];
  size_t at = 0;
  do {
    octets_free(&out);
    out = (struct octets){0};
    if (pem_read(text, &at, label, &out) != 1) {
      fprintf(stderr, "no private key: %s\n", name);
      exit(1);
    }
  } while (strstr(label, "PRIVATE KEY") == NULL);
  return (struct tls12_bytes){keep(out.data), (uint32_t)out.length};
}

static inline struct tls12_bytes pem_member(const json_t *object, const char *name)
{
  const char *text = json_string_value(json_object_get(object, name));
  const struct octets octets = {(uint8_t *)text, text == NULL ? 0 : strlen(text), 0};
  return pem_key(name, &octets);
}

static inline struct tls12_bytes pem_file(const char *path)
{
  struct octets octets = file_octets(path);
  const struct tls12_bytes key = pem_key(path, &octets);
  octets_free(&octets);
  return key;
}

static inline void add_chunk(struct recorded *r, int from_client, struct octets bytes)
{
  if (r->count == CHUNKS_MAX) {
    fprintf(stderr, "%s has too many flows\n", r->name);
    exit(1);
  }
  r->chunks[r->count++] = (struct chunk){from_client, bytes};
}

/* The hex dumps of Go's tests: ">>> Flow 1 (client to server)", and what that flow sends. */
static inline void read_go_flows(struct recorded *r, const char *path)
{
  struct octets text = file_octets(path);
  octets_append(&text, "", 1);
  for (const char *at = strstr((const char *)text.data, ">>> Flow"), *next; at != NULL; at = next) {
    const char *line = strchr(at, '\n');
    if (line == NULL) break;
    next = strstr(line, ">>> Flow");
    const char *whose = strstr(at, "client to server");
    const int from_client = whose != NULL && whose < line;
    add_chunk(r, from_client, hex_octets(line + 1, next == NULL ? strlen(line + 1) : (size_t)(next - line - 1)));
  }
  octets_free(&text);
}

static inline json_t *read_json(const char *path)
{
  json_error_t error;
  json_t *json = json_load_file(path, 0, &error);
  if (json == NULL) {
    fprintf(stderr, "%s: %s\n", path, error.text);
    exit(1);
  }
  return json;
}

static inline void read_go_folder(const char *folder, json_t **sessions)
{
  char path[200];
  const char *name;
  json_t *agreed;
  snprintf(path, sizeof path, VECTORS "%s/expected.json", folder);
  *sessions = read_json(path);
  json_object_foreach(*sessions, name, agreed)
  {
    struct recorded *r = &recorded[recorded_count++];
    r->agreed = agreed;
    snprintf(r->name, sizeof r->name, "%s/%s", folder, name);
    snprintf(path, sizeof path, VECTORS "%s/testdata/%s", folder, name);
    read_go_flows(r, path);
  }
}

/* The session of illustrated-tls12; its key log has the master secret, its pages the private keys, which count upwards. */
static inline void read_illustrated(void)
{
  static const char *const flights[][6] = {
      {"c", "clienthello"},
      {"s", "serverhello", "servercert", "serverkeyexchange", "serverhellodone"},
      {"c", "clientkeyexchange", "clientccs", "clientfinished"},
      {"s", "serverccs", "serverfinished"},
      {"c", "clientdata"},
      {"s", "serverdata"},
      {"c", "clientalert"},
  };
  struct recorded *r = &recorded[recorded_count++];
  char path[200], client_random[65], master_secret[97];
  snprintf(r->name, sizeof r->name, "illustrated-tls12");
  for (size_t i = 0; i < sizeof flights / sizeof *flights; i++) {
    struct octets all = {0};
    for (size_t k = 1; k < 6 && flights[i][k] != NULL; k++) {
      snprintf(path, sizeof path, VECTORS "illustrated-tls12/captures/caps/%s", flights[i][k]);
      struct octets one = file_octets(path);
      octets_append(&all, one.data, one.length);
      octets_free(&one);
    }
    add_chunk(r, flights[i][0][0] == 'c', all);
  }
  FILE *log = fopen(VECTORS "illustrated-tls12/captures/keylog.txt", "r");
  if (log == NULL || fscanf(log, "CLIENT_RANDOM %64s %96s", client_random, master_secret) != 2) {
    fprintf(stderr, "illustrated-tls12 has no key log\n");
    exit(1);
  }
  fclose(log);
  r->agreed = json_pack("{s:s, s:s, s:b, s:s, s:s, s:s, s:s}", "status", "verified", "cipher_suite", "c013",
                        "extended_master_secret", 0, "named_curve", "001d", "master_secret", master_secret,
                        "client_private", "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f",
                        "server_private", "909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
}

/* Whether the folder is there; then all is read. */
static inline int read_recorded(void)
{
  FILE *there = fopen(VECTORS "go-crypto-tls-flows/expected.json", "r");
  if (there == NULL) return 0;
  fclose(there);
  go_keys = read_json(VECTORS "go-crypto-tls-flows/keys.json");
  read_go_folder("go-crypto-tls-flows", &folders[0]);
  read_go_folder("go-crypto-tls-flows-tris", &folders[1]);
  read_illustrated();
  return 1;
}

#endif
