/* Vectors of certificates: a chain as a Certificate message carries it, and what is made of it. */
#include <stdlib.h>
#include <string.h>

#include "tool/chain_judge.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "tool/vector_answers.h"

enum { CHAIN_ROOM = 8 };

/* A member that may be missing. */
static struct tls12_bytes optional_hex(struct vector_case *c, const char *name)
{
  return json_object_get(c->test, name) == NULL ? (struct tls12_bytes){(const uint8_t *)"", 0}
                                                : vector_hex(c, c->test, name);
}

static uint32_t read_chain(struct vector_case *c, struct tls12_bytes chain[CHAIN_ROOM])
{
  const json_t *list = json_object_get(c->test, "chain");
  uint32_t count = 0;
  size_t i;
  json_t *item;
  if (json_array_size(list) == 0 || json_array_size(list) > CHAIN_ROOM) c->damaged = 1;
  json_array_foreach(list, i, item)
  {
    json_t *holder = json_pack("{s:O}", "certificate", item);
    if (count < CHAIN_ROOM) chain[count++] = vector_hex(c, holder, "certificate");
    json_decref(holder);
  }
  return count;
}

void vector_answer_x509(struct vector_case *c, json_t *answer)
{
  const char *host = json_string_value(json_object_get(c->test, "host"));
  const char *kx = json_string_value(json_object_get(c->test, "key_exchange"));
  const struct tls12_bytes anchor = vector_hex(c, c->group, "anchor");
  struct tls12_bytes chain[CHAIN_ROOM];
  struct chain_question question = {
      .chain = chain,
      .length = read_chain(c, chain),
      .options = {.anchors = &anchor,
                  .anchor_count = 1,
                  .time = strtoull(vector_text(c, c->group, "time"), NULL, 10),
                  .purpose = strcmp(vector_text(c, c->group, "usage"), "client") == 0 ? TLS12_PURPOSE_CLIENT_AUTH
                                                                                      : TLS12_PURPOSE_SERVER_AUTH,
                  .host = {(const uint8_t *)host, host == NULL ? 0 : (uint32_t)strlen(host)},
                  .accepted = optional_hex(c, "signature_algorithms")},
      .kx = kx == NULL ? TLS12_KX_NULL : key_exchange_by_name(kx),
      .groups = optional_hex(c, "supported_groups"),
      .point_formats = optional_hex(c, "ec_point_formats"),
      .types = json_object_get(c->test, "certificate_types") == NULL ? chain_all_types
                                                                     : vector_hex(c, c->test, "certificate_types"),
      .server = optional_hex(c, "server_certificate"),
  };
  if (c->damaged) return;
  const struct tls12_chain_verdict verdict = chain_judge(&question);
  const int good = verdict.fault.rule == TLS12_NO_RULE;
  json_object_set_new(answer, "result", json_string(good ? "valid" : "invalid"));
  if (good) return;
  json_object_set_new(answer, "rule", json_string(rule_text(verdict.fault.rule)->id));
  json_object_set_new(answer, "certificate", json_integer(verdict.index));
  json_object_set_new(answer, "alert", json_string(alert_name((int)verdict.fault.alert)));
}
