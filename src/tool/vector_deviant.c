#include "tool/vector_deviant.h"

#include <stdio.h>
#include <string.h>

#include "machine/client.h"
#include "machine/server.h"
#include "record/header.h"
#include "tool/deviant.h"
#include "tool/deviant_engine.h"
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

/* ---- flows ---- */

/* A flow: it goes to DONE, and is not there before its end. */
static int machine_completes(int is_client, const struct deviant_path *flow)
{
  const struct outcome before = walk(is_client, flow->negotiation, START, flow->messages, flow->length - 1);
  const struct outcome end = walk(is_client, flow->negotiation, START, flow->messages, flow->length);
  return before.state >= 0 && before.state != DONE && end.state == DONE;
}

static void run_control(const struct deviant_path *flow, const char *kx, json_int_t id, struct vector_report *report)
{
  static const char wrong[] = "a complete flow is refused, or is not complete";
  char name[128];
  snprintf(name, sizeof name, "%s/%lld", kx, (long long)id);
  const int good = machine_completes(0, flow) && machine_completes(1, flow);
  vector_report_result(report, "control", name, good ? NULL : wrong);
  for (int is_client = 0; is_client < 2; is_client++) {
    const int reached = deviant_engine_reach(is_client, key_exchange_by_name(kx), flow);
    if (reached == 0) continue;
    snprintf(name, sizeof name, "%s/%lld, engine as %s", kx, (long long)id, is_client ? "client" : "server");
    vector_report_result(report, "control_of_engine", name, reached > 0 && deviant_engine_done() ? NULL : wrong);
  }
}

/* ---- traces ---- */

struct place {
  int is_client;
  struct deviant_path path, control;
  int state;   /* of the machine */
  int reached; /* by the engine */
};

struct trace {
  char name[256];
  const char *kind, *alert, *rule; /* alert NULL: it is accepted */
  int at;
  struct deviant_message sent[PATH_MAX_MESSAGES];
  int count;
};

static const char *string_of(const json_t *object, const char *name)
{
  return json_string_value(json_object_get(object, name));
}

/* 0, or -1 for what is no list of messages of the peer. */
static int read_trace(const struct place *place, const json_t *deviation, const json_t *send, const char *id,
                      struct trace *out)
{
  const char *record = string_of(deviation, "record");
  size_t length = (size_t)snprintf(out->name, sizeof out->name, "%s", id);
  out->kind = string_of(deviation, "kind");
  out->alert = string_of(deviation, "alert");
  out->rule = string_of(deviation, "rule");
  out->at = (int)json_integer_value(json_object_get(deviation, "at"));
  out->count = (int)json_array_size(send);
  if (out->kind == NULL || (out->alert != NULL && out->rule == NULL)) return -1;
  if (out->count == 0 || out->count > PATH_MAX_MESSAGES) return -1;
  for (int i = 0; i < out->count; i++) {
    const char *text = json_string_value(json_array_get(send, (size_t)i));
    if (deviant_message_read(text, record, &out->sent[i]) != 0 || out->sent[i].from_client == place->is_client)
      return -1;
    if (length < sizeof out->name)
      length += (size_t)snprintf(out->name + length, sizeof out->name - length, "%c%s", i == 0 ? '/' : ',', text);
  }
  if (record != NULL && length < sizeof out->name)
    snprintf(out->name + length, sizeof out->name - length, "@%s", record);
  return 0;
}

static void report_trace(const struct trace *trace, const char *kind, const char *who, int good, int alert, int rule,
                         int at, struct vector_report *report)
{
  char name[300], wrong[256];
  snprintf(name, sizeof name, "%s%s", trace->name, who);
  snprintf(wrong, sizeof wrong, "got %s %s at %d", alert == TLS12_NO_ALERT ? "no alert" : alert_name(alert),
           rule_text((enum tls12_rule)rule)->id, at);
  vector_report_result(report, kind, name, good ? NULL : wrong);
}

static int refused_so(const struct trace *trace, int alert, int rule, int at)
{
  return strcmp(alert_name(alert), trace->alert) == 0 &&
         strcmp(rule_text((enum tls12_rule)rule)->id, trace->rule) == 0 && at == trace->at;
}

/* After an acceptance the flow goes on to its end; a refusal stays. */
static void run_on_machine(const struct place *place, const struct trace *trace, struct vector_report *report)
{
  const struct outcome got = walk(place->is_client, place->path.negotiation, place->state, trace->sent, trace->count);
  const struct outcome end =
      walk(place->is_client, place->control.negotiation, got.state, place->control.messages + place->path.length,
           place->control.length - place->path.length);
  const int alert = got.state < 0 ? -got.state : TLS12_NO_ALERT;
  const int good = trace->alert == NULL ? got.state >= 0 && end.state == DONE
                                        : refused_so(trace, alert, (int)got.rule, got.at) && end.state == got.state;
  report_trace(trace, trace->kind, "", good, alert, (int)got.rule, got.at, report);
}

static void run_on_engine(const struct place *place, const struct trace *trace, struct vector_report *report)
{
  deviant_engine_restore();
  const struct deviant_answer got = deviant_engine_send(trace->sent, trace->count);
  const int good = trace->alert != NULL
                       ? refused_so(trace, got.alert, got.rule, got.at)
                       : got.at == trace->count && deviant_engine_go_on(&place->control, place->path.length) == 1 &&
                             deviant_engine_done();
  report_trace(trace, "engine", ", engine", good, got.alert, got.rule, got.at, report);
}

static void run_deviation(const struct place *place, const json_t *deviation, const char *id,
                          struct vector_report *report)
{
  const json_t *send = json_object_get(deviation, "send");
  for (size_t i = 0; i < json_array_size(send); i++) {
    struct trace trace;
    if (read_trace(place, deviation, json_array_get(send, i), id, &trace) != 0) {
      vector_report_result(report, "damaged", id, "not a list of messages of the peer with kind, alert and rule");
      continue;
    }
    run_on_machine(place, &trace, report);
    if (place->reached)
      run_on_engine(place, &trace, report);
    else
      vector_report_count(report, "beyond_the_engine");
  }
}

static void run_place(const json_t *file, const json_t *item, const char *kx, struct vector_report *report)
{
  const json_int_t after = json_integer_value(json_object_get(item, "after"));
  const json_t *deviations = json_array_get(json_object_get(file, "deviations"),
                                            (size_t)json_integer_value(json_object_get(item, "deviations")));
  struct place place = {
      .is_client = strcmp(string_of(item, "against"), "client") == 0,
      .path = deviant_path(file, key_exchange_by_name(kx), after),
      .control = deviant_path(file, key_exchange_by_name(kx), json_integer_value(json_object_get(item, "control"))),
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
  const int reached = deviant_engine_reach(place.is_client, key_exchange_by_name(kx), &place.path);
  if (reached < 0) vector_report_result(report, "engine", id, "the engine refuses the prefix");
  if (reached > 0) deviant_engine_keep();
  place.reached = reached > 0;
  for (size_t i = 0; i < json_array_size(deviations); i++)
    run_deviation(&place, json_array_get(deviations, i), id, report);
}

const char *vector_deviant_run(const json_t *file, struct vector_report *report)
{
  const json_t *key_exchanges = json_object_get(file, "key_exchanges");
  const json_t *flows = json_object_get(file, "flows"), *places = json_object_get(file, "places");
  const char *wrong = deviant_check(file);
  if (wrong != NULL) return wrong;
  if (deviant_engine_start() != 0) return "the engine has no credentials";

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
