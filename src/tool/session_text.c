#include "tool/session_text.h"

#include <stdio.h>
#include <string.h>

#include "crypto/wipe.h"

/* Takes a value; bytes NULL: a secret that is left out. */
typedef void value_taker(void *context, const char *name, const uint8_t *bytes, uint32_t length);

static void each_key(const struct session *s, int redact, value_taker *take, void *context)
{
  for (unsigned i = 0; i < KEY_BLOCK_PARTS; i++) {
    const struct key_block_part part = key_block_part(s, i);
    if (part.bytes.length > 0) take(context, part.name, redact ? NULL : part.bytes.data, part.bytes.length);
  }
}

static void each_secret(const struct session *s, int redact, value_taker *take, void *context)
{
  take(context, "client_random", s->client_random, sizeof s->client_random);
  take(context, "server_random", s->server_random, sizeof s->server_random);
  if (s->premaster_length > 0) take(context, "pre_master_secret", redact ? NULL : s->premaster, s->premaster_length);
  take(context, "master_secret", redact ? NULL : s->master_secret, sizeof s->master_secret);
  each_key(s, redact, take, context);
}

static void each_of_finished(const struct session *s, const struct finished_check *check, value_taker *take,
                             void *context)
{
  take(context, "handshake_hash", check->hash, tls12_hash_size(s->suite->prf));
  take(context, "computed", check->expected, sizeof check->expected);
  take(context, "received", check->received, sizeof check->received);
}

static int equal(const struct finished_check *check)
{
  return memcmp(check->expected, check->received, sizeof check->expected) == 0;
}

static void print_value(void *context, const char *name, const uint8_t *bytes, uint32_t length)
{
  (void)context;
  printf("    %s: ", name);
  for (uint32_t i = 0; bytes != NULL && i < length; i++) printf("%02x", bytes[i]);
  if (bytes == NULL) printf("%u bytes, left out", (unsigned)length);
  putchar('\n');
}

static void print_finished(const struct session *s, const struct finished_check *check, const char *side)
{
  if (!check->present) return;
  printf("  Finished of the %s: %s\n", side, equal(check) ? "equal" : "different");
  each_of_finished(s, check, print_value, NULL);
}

void sessions_print(long flow, const struct session *first, int redact)
{
  unsigned number = 1;
  for (const struct session *s = first; s != NULL; s = s->next, number++) {
    printf("flow %ld, handshake %u: %s, %s%s\n", flow, number, s->suite->name, s->full ? "full" : "abbreviated",
           s->extended_master_secret ? ", extended master secret" : "");
    each_secret(s, redact, print_value, NULL);
    print_finished(s, &s->client_finished, "client");
    print_finished(s, &s->server_finished, "server");
  }
}

static void set_value(void *object, const char *name, const uint8_t *bytes, uint32_t length)
{
  char text[2 * TLS12_PUBLIC_VALUE_MAX + 1];
  for (uint32_t i = 0; bytes != NULL && i < length; i++) snprintf(text + 2 * (size_t)i, 3, "%02x", bytes[i]);
  json_object_set_new(object, name, bytes == NULL ? json_null() : json_stringn(text, 2 * (size_t)length));
  tls12_wipe(text, sizeof text);
}

static json_t *finished_json(const struct session *s, const struct finished_check *check)
{
  if (!check->present) return json_null();
  json_t *object = json_object();
  each_of_finished(s, check, set_value, object);
  json_object_set_new(object, "equal", json_boolean(equal(check)));
  return object;
}

json_t *sessions_json(const struct session *first, int redact)
{
  json_t *list = json_array();
  for (const struct session *s = first; s != NULL; s = s->next) {
    json_t *object = json_pack("{s:s,s:b,s:b}", "suite", s->suite->name, "abbreviated", !s->full,
                               "extended_master_secret", s->extended_master_secret);
    each_secret(s, redact, set_value, object);
    json_object_set_new(object, "client_finished", finished_json(s, &s->client_finished));
    json_object_set_new(object, "server_finished", finished_json(s, &s->server_finished));
    json_array_append_new(list, object);
  }
  return list;
}
