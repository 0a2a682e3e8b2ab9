#include "harness.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "credential.h"
#include "transcript.h"

static int digit(char c)
{
  return c >= 'a' ? c - 'a' + 10 : c - '0';
}

/* The bytes of a member; none if it is not there. */
struct bytes hex(const json_t *object, const char *name)
{
  const char *text = json_string_value(json_object_get(object, name));
  struct bytes bytes = {malloc((text == NULL ? 0 : strlen(text)) / 2 + 1), 0};
  if (bytes.data == NULL) exit(1);
  for (; text != NULL && text[0] != 0 && text[1] != 0; text += 2)
    bytes.data[bytes.length++] = (unsigned char)(16 * digit(text[0]) + digit(text[1]));
  return bytes;
}

const char *text(const json_t *object, const char *name)
{
  const char *found = json_string_value(json_object_get(object, name));
  return found == NULL ? "" : found;
}

void append(struct bytes *to, const unsigned char *data, size_t length)
{
  to->data = realloc(to->data, to->length + length + 1);
  if (to->data == NULL) exit(1);
  memcpy(to->data + to->length, data, length);
  to->length += length;
}

void put(json_t *answer, enum verdict verdict, const char *why)
{
  static const char *const words[] = {"invalid", "valid", "skipped", "skipped"};
  json_object_set_new(answer, "result", json_string(words[verdict]));
  if (verdict >= NOT_ASKED)
    json_object_set_new(answer, "why",
                        json_string(why != NULL          ? why
                                    : verdict == LACKING ? "not in this library"
                                                         : "not to be asked from outside"));
}

static void put_output(json_t *answer, enum verdict verdict, const struct output *out)
{
  char digits[2 * OUTPUT_MAX + 1] = "";
  put(answer, verdict, NULL);
  for (size_t i = 0; i < out->length; i++) sprintf(digits + 2 * i, "%02x", out->data[i]);
  if (verdict == VALID) json_object_set_new(answer, "output", json_string(digits));
}

static void answer_prf(const json_t *group, const json_t *vector, json_t *answer)
{
  struct bytes secret = hex(vector, "secret"), seed = hex(vector, "seed");
  struct output out = {.length = strlen(text(vector, "output")) / 2};
  put_output(answer, library_prf(atoi(text(group, "hash") + 4), &secret, text(vector, "label"), &seed, &out), &out);
  free(secret.data);
  free(seed.data);
}

static void answer_key_exchange(const json_t *group, const json_t *vector, json_t *answer)
{
  static const struct {
    const char *name;
    int curve;
  } curves[] = {{"secp256r1", 23}, {"secp384r1", 24}, {"secp521r1", 25}, {"x25519", 29}, {"x448", 30}};
  const char *kind = text(group, "kind");
  struct bytes p = hex(vector, "p"), g = hex(vector, "g"), x = hex(vector, "private"), peer = hex(vector, "peer");
  struct output out = {.length = 0};
  if (strcmp(kind, "dh") == 0) put_output(answer, library_dh(&p, &g, &x, &peer, &out), &out);
  for (size_t i = 0; i < sizeof curves / sizeof *curves; i++)
    if (strcmp(text(group, "group"), curves[i].name) == 0)
      put_output(answer, library_ecdh(curves[i].curve, &x, &peer, &out), &out);
  if (strcmp(kind, "psk") == 0) put(answer, NOT_ASKED, NULL);
  if (strcmp(kind, "rsa") == 0) {
    struct rsa_numbers key = {hex(group, "modulus"), hex(group, "public_exponent"), hex(group, "private_exponent"),
                              hex(group, "prime1"), hex(group, "prime2")};
    struct bytes version = hex(vector, "client_version"), ciphertext = hex(vector, "ciphertext");
    put_output(answer, library_premaster(&key, &version, &ciphertext, &out), &out);
    free(key.n.data), free(key.e.data), free(key.d.data), free(key.p.data), free(key.q.data);
    free(version.data), free(ciphertext.data);
  }
  free(p.data), free(g.data), free(x.data), free(peer.data);
}

static void answer_signature(const json_t *group, const json_t *vector, json_t *answer)
{
  static const char *const parts[] = {"client_random", "server_random", "params", "handshake_messages"};
  struct bytes key = hex(group, "key"), element = hex(vector, "digitally_signed"), signed_text = hex(vector, "");
  for (int i = 0; i < 4; i++) {
    struct bytes part = hex(vector, parts[i]);
    append(&signed_text, part.data, part.length);
    free(part.data);
  }
  const struct bytes signature = {element.data + 4, element.length - 4};
  if (strcmp(text(vector, "alert"), "illegal_parameter") == 0)
    put(answer, NOT_ASKED, "whether the pair fits the key is not asked of the library");
  else
    put(answer, library_verify(&key, 256u * element.data[0] + element.data[1], &signed_text, &signature), NULL);
  free(key.data), free(element.data), free(signed_text.data);
}

/* A ClientHello around an extension, with others that a client needs. */
static struct bytes hello_around(const struct bytes *extension)
{
  static const unsigned char head[] = {3,  3,  1,  2,  3,  4,  5,  6,    7,    8,  9,    10, 11,   12, 13,
                                       14, 15, 16, 17, 18, 19, 20, 21,   22,   23, 24,   25, 26,   27, 28,
                                       29, 30, 31, 32, 0,  0,  6,  0xc0, 0x2f, 0,  0x9c, 0,  0x2f, 1,  0};
  /* secp256r1, uncompressed, SHA-256 with RSA */
  static const unsigned char others[][8] = {{0, 10, 0, 4, 0, 2, 0, 23}, {0, 11, 0, 2, 1, 0}, {0, 13, 0, 4, 0, 2, 4, 1}};
  struct bytes body = {NULL, 0}, list = {NULL, 0}, message = {NULL, 0};
  append(&list, extension->data, extension->length);
  for (int i = 0; i < 3; i++) {
    const int same = extension->length >= 2 && extension->data[0] == 0 && extension->data[1] == others[i][1];
    if (!same) append(&list, others[i], 4u + others[i][3]);
  }
  append(&body, head, sizeof head);
  append(&body, (unsigned char[]){(unsigned char)(list.length >> 8), (unsigned char)list.length}, 2);
  append(&body, list.data, list.length);
  append(&message, (unsigned char[]){1, 0, (unsigned char)(body.length >> 8), (unsigned char)body.length}, 4);
  append(&message, body.data, body.length);
  free(body.data), free(list.data);
  return message;
}

static const char *alert_name(int alert)
{
  static const struct {
    int number;
    const char *name;
  } names[] = {{0, "close_notify"},        {10, "unexpected_message"},
               {40, "handshake_failure"},  {47, "illegal_parameter"},
               {50, "decode_error"},       {51, "decrypt_error"},
               {70, "protocol_version"},   {71, "insufficient_security"},
               {80, "internal_error"},     {110, "unsupported_extension"},
               {112, "unrecognized_name"}, {120, "no_application_protocol"}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].number == alert) return names[i].name;
  return "another";
}

static void append_record(struct bytes *records, const struct bytes *message)
{
  append(records, (unsigned char[]){22, 3, 3, (unsigned char)(message->length >> 8), (unsigned char)message->length},
         5);
  append(records, message->data, message->length);
}

/* What a server without signatures sends before this message: a ServerHello with a suite of the key exchange, for RSA its
 * certificate. 0 if the message cannot be given to a client. */
static int append_before(struct bytes *records, const char *message, const char *key_exchange)
{
  static const struct {
    const char *message, *key_exchange;
    unsigned suite;
  } flights[] = {{"server_key_exchange", "ECDH_anon", 0xc018},
                 {"server_key_exchange", "PSK", 0x8c},
                 {"server_key_exchange", "ECDHE_PSK", 0xc035},
                 {"certificate_request", "", 0x9c}};
  unsigned char hello[42] = {2, 0, 0, 38, 3, 3}, head[10] = {11};
  const size_t n = sizeof credential_certificate;
  for (size_t i = 0; i < sizeof flights / sizeof *flights; i++) {
    if (strcmp(message, flights[i].message) != 0 || strcmp(key_exchange, flights[i].key_exchange) != 0) continue;
    hello[39] = (unsigned char)(flights[i].suite >> 8);
    hello[40] = (unsigned char)flights[i].suite;
    append_record(records, &(struct bytes){hello, sizeof hello});
    if (flights[i].suite != 0x9c) return 1;
    for (unsigned k = 0; k < 3; k++) { /* three lengths: of the body, of the list, of the certificate */
      head[3 * k + 2] = (unsigned char)((n + 6 - 3 * k) >> 8);
      head[3 * k + 3] = (unsigned char)(n + 6 - 3 * k);
    }
    struct bytes certificate = {NULL, 0};
    append(&certificate, head, sizeof head);
    append(&certificate, credential_certificate, n);
    append_record(records, &certificate);
    free(certificate.data);
    return 1;
  }
  return 0;
}

static void answer_message(const json_t *group, const json_t *vector, json_t *answer)
{
  static const char *const others[] = {"hello_request",
                                       "new_session_ticket",
                                       "certificate",
                                       "server_key_exchange",
                                       "certificate_request",
                                       "server_hello_done",
                                       "certificate_verify",
                                       "client_key_exchange",
                                       "finished",
                                       "certificate_status",
                                       "alert",
                                       "change_cipher_spec"};
  const char *name = text(group, "message");
  struct bytes bytes = hex(vector, "bytes"), records = {NULL, 0}, around = {NULL, 0};
  int extension = strcmp(name, "server_hello") != 0 && strcmp(name, "client_hello") != 0, alert = -1;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(name, others[i]) == 0) extension = 0;
  const int from_server = !extension && strcmp(name, "client_hello") != 0;
  const int there = append_before(&records, name, text(group, "key_exchange"));
  if (extension && strcmp(text(group, "sender"), "client") == 0) around = hello_around(&bytes);
  if (!there && strcmp(name, "server_hello") != 0 && strcmp(name, "client_hello") != 0 && around.data == NULL) {
    put(answer, NOT_ASKED, "not given to the library");
  } else {
    append_record(&records, around.data != NULL ? &around : &bytes);
    put(answer, library_messages(from_server, &records, &alert), NULL);
    if (alert >= 0) json_object_set_new(answer, "alert", json_string(alert_name(alert)));
  }
  free(bytes.data), free(records.data), free(around.data);
}

static void answer_x509(const json_t *group, const json_t *vector, json_t *answer)
{
  const json_t *list = json_object_get(vector, "chain");
  struct bytes chain[CHAIN_MAX], anchor = hex(group, "anchor");
  size_t count = 0;
  for (; count < json_array_size(list) && count < CHAIN_MAX; count++) {
    json_t *holder = json_pack("{s:O}", "der", json_array_get(list, count));
    chain[count] = hex(holder, "der");
    json_decref(holder);
  }
  if (json_object_get(vector, "key_exchange") != NULL || json_object_get(vector, "signature_algorithms") != NULL)
    put(answer, NOT_ASKED, "what the peer supports is not asked of the library");
  else
    put(answer,
        library_chain(strcmp(text(group, "usage"), "client") == 0, chain, count, &anchor, text(group, "time"),
                      json_string_value(json_object_get(vector, "host"))),
        NULL);
  for (size_t i = 0; i < count; i++) free(chain[i].data);
  free(anchor.data);
}

int main(void)
{
  static const struct {
    const char *type;
    void (*answer)(const json_t *group, const json_t *vector, json_t *answer);
  } types[] = {{"messages", answer_message},          {"prf", answer_prf},
               {"key-exchange", answer_key_exchange}, {"signatures", answer_signature},
               {"transcripts", answer_transcript},    {"x509", answer_x509}};
  json_t *file = json_loadf(stdin, 0, NULL), *results = json_array(), *group, *vector;
  size_t i, k, t = 0;
  const size_t count = sizeof types / sizeof *types;
  while (t < count && strcmp(types[t].type, text(file, "type")) != 0) t++;
  if (t == count) return 1;
  json_array_foreach(json_object_get(file, "groups"), i, group)
  {
    json_array_foreach(json_object_get(group, "vectors"), k, vector)
    {
      json_t *answer = json_pack("{s:O}", "id", json_object_get(vector, "id"));
      types[t].answer(group, vector, answer);
      json_array_append_new(results, answer);
    }
  }
  json_t *all = json_pack("{s:s,s:o}", "harness", library, "results", results);
  const int written = json_dumpf(all, stdout, JSON_COMPACT) == 0 && fflush(stdout) == 0;
  json_decref(all);
  json_decref(file);
  return written ? 0 : 1;
}
