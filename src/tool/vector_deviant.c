#include "tool/vector_deviant.h"

#include <stdio.h>
#include <string.h>

#include "machine/client.h"
#include "machine/server.h"
#include "record/header.h"
#include "tool/deviant.h"
#include "tool/names.h"
#include "tool/rule_text.h"

/* Where a list of messages led: a state, or minus the alert, with the rule and the index of the refused message. */
struct outcome {
  int state;
  enum tls12_rule rule;
  int at;
};

static int step(int is_client, struct tls12_negotiation n, int state, int event)
{
  return is_client ? client_step(n, state, event) : server_step(n, state, event);
}

/* What the record layer says of a content type that is none. */
static struct tls12_fault unknown_type(void)
{
  const uint8_t header[TLS12_RECORD_HEADER] = {UNKNOWN_CONTENT_TYPE, 3, 3, 0, 4};
  struct record_header decoded;
  return record_header_decode(header, (struct tls12_record_context){0, 0}, &decoded);
}

static struct outcome walk(int is_client, struct tls12_negotiation n, int state, const struct deviant_message *messages,
                           int count)
{
  for (int i = 0; i < count; i++) {
    if (messages[i].content_type == UNKNOWN_CONTENT_TYPE) {
      const struct tls12_fault fault = unknown_type();
      if (fault.rule != TLS12_NO_RULE) return (struct outcome){-(int)fault.alert, fault.rule, i};
      continue;
    }
    const int event = deviant_event(&messages[i]);
    const int next = step(is_client, n, state, event);
    if (next < 0)
      return (struct outcome){next,
                              is_client ? client_refusal_rule(n, state, event) : server_refusal_rule(state, event), i};
    state = next;
  }
  return (struct outcome){state, TLS12_NO_RULE, count};
}

/* A flow: it goes to DONE, and is not there before its end. */
static void run_control(const struct deviant_path *flow, const char *kx, json_int_t id, struct vector_report *report)
{
  char name[128];
  int good = 1;
  for (int is_client = 0; is_client < 2; is_client++) {
    const struct outcome before = walk(is_client, flow->negotiation, START, flow->messages, flow->length - 1);
    const struct outcome end = walk(is_client, flow->negotiation, START, flow->messages, flow->length);
    good &= before.state >= 0 && before.state != DONE && end.state == DONE;
  }
  snprintf(name, sizeof name, "%s/%lld", kx, (long long)id);
  vector_report_result(report, "control", name, good ? NULL : "a complete flow is refused, or is not complete");
}

struct place {
  int is_client;
  struct deviant_path path, control;
  int state;
};

/* Whether the walk came out as the deviation says. After an acceptance the flow goes on to its end; a refusal stays. */
static int as_expected(const struct place *place, const json_t *deviation, const struct deviant_message *sent,
                       int count, struct outcome *got)
{
  const char *alert = json_string_value(json_object_get(deviation, "alert"));
  const char *rule = json_string_value(json_object_get(deviation, "rule"));
  const struct deviant_message *rest = place->control.messages + place->path.length;
  const int rest_length = place->control.length - place->path.length;
  const struct tls12_negotiation n = place->control.negotiation;

  *got = walk(place->is_client, place->path.negotiation, place->state, sent, count);
  if (alert == NULL) return got->state >= 0 && walk(place->is_client, n, got->state, rest, rest_length).state == DONE;
  return got->state < 0 && rule != NULL && strcmp(alert_name(-got->state), alert) == 0 &&
         strcmp(rule_text(got->rule)->id, rule) == 0 &&
         got->at == json_integer_value(json_object_get(deviation, "at")) &&
         walk(place->is_client, n, got->state, rest, rest_length).state == got->state;
}

static void run_trace(const struct place *place, const json_t *deviation, const json_t *send, const char *id,
                      struct vector_report *report)
{
  const char *record = json_string_value(json_object_get(deviation, "record"));
  const char *kind = json_string_value(json_object_get(deviation, "kind"));
  struct deviant_message sent[PATH_MAX_MESSAGES];
  char name[256], wrong[256];
  size_t length = (size_t)snprintf(name, sizeof name, "%s", id);
  struct outcome got;
  int count = 0;

  for (; count < (int)json_array_size(send) && count < PATH_MAX_MESSAGES; count++) {
    const char *text = json_string_value(json_array_get(send, (size_t)count));
    if (deviant_message_read(text, record, &sent[count]) != 0 || sent[count].from_client == place->is_client) {
      vector_report_result(report, "damaged", name, "not a message of the peer");
      return;
    }
    if (length < sizeof name)
      length += (size_t)snprintf(name + length, sizeof name - length, "%c%s", count ? ',' : '/', text);
  }
  if (record != NULL && length < sizeof name) snprintf(name + length, sizeof name - length, "@%s", record);
  const int good = as_expected(place, deviation, sent, count, &got);
  snprintf(wrong, sizeof wrong, "got %s %s at %d", got.state < 0 ? alert_name(-got.state) : "no alert",
           rule_text(got.rule)->id, got.at);
  vector_report_result(report, kind == NULL ? "unknown" : kind, name, good ? NULL : wrong);
}

static void run_place(const json_t *file, const json_t *item, const char *kx, struct vector_report *report)
{
  const enum tls12_key_exchange key_exchange = key_exchange_by_name(kx);
  const json_int_t after = json_integer_value(json_object_get(item, "after"));
  const json_t *deviations = json_array_get(json_object_get(file, "deviations"),
                                            (size_t)json_integer_value(json_object_get(item, "deviations")));
  struct place place = {
      .is_client = strcmp(json_string_value(json_object_get(item, "against")), "client") == 0,
      .path = deviant_path(file, key_exchange, after),
      .control = deviant_path(file, key_exchange, json_integer_value(json_object_get(item, "control"))),
  };
  char id[128];
  snprintf(id, sizeof id, "%s/%lld", kx, (long long)after);
  place.state = walk(place.is_client, place.path.negotiation, START, place.path.messages, place.path.length).state;
  if (place.state < 0 || place.control.length < place.path.length ||
      memcmp(place.control.messages, place.path.messages, (size_t)place.path.length * sizeof *place.path.messages) !=
          0) {
    vector_report_result(report, "damaged", id, "the prefix is refused, or its control goes another way");
    return;
  }
  for (size_t i = 0; i < json_array_size(deviations); i++) {
    const json_t *deviation = json_array_get(deviations, i), *send = json_object_get(deviation, "send");
    for (size_t k = 0; k < json_array_size(send); k++)
      run_trace(&place, deviation, json_array_get(send, k), id, report);
  }
}

const char *vector_deviant_run(const json_t *file, struct vector_report *report)
{
  const json_t *key_exchanges = json_object_get(file, "key_exchanges");
  const json_t *flows = json_object_get(file, "flows"), *places = json_object_get(file, "places");
  const char *wrong = deviant_check(file);
  if (wrong != NULL) return wrong;

  for (size_t i = 0; i < json_array_size(key_exchanges); i++) {
    const char *kx = json_string_value(json_array_get(key_exchanges, i));
    for (size_t k = 0; k < json_array_size(flows); k++) {
      const json_int_t id = json_integer_value(json_array_get(flows, k));
      const struct deviant_path flow = deviant_path(file, key_exchange_by_name(kx), id);
      run_control(&flow, kx, id, report);
    }
    for (size_t k = 0; k < json_array_size(places); k++) run_place(file, json_array_get(places, k), kx, report);
  }
  return NULL;
}
