#include "tool/vector_deviant.h"

#include <stdio.h>
#include <string.h>

#include "machine/client.h"
#include "machine/server.h"
#include "record/header.h"
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

/* What the visits share. */
struct run {
  struct vector_report *report;
  int state;   /* of the machine, after the path of the place */
  int reached; /* whether the engine went along that path */
};

static void report_damage(void *context, const char *name, const char *why)
{
  vector_report_result(((struct run *)context)->report, "damaged", name, why);
}

/* A flow: it goes to DONE, and is not there before its end. */
static void run_flow(void *context, const char *flow_name, const struct deviant_place *flow)
{
  static const char wrong[] = "a complete flow is refused, or is not complete";
  struct vector_report *report = ((struct run *)context)->report;
  const struct deviant_path *path = &flow->path;
  const struct outcome before = walk(flow->is_client, path->negotiation, START, path->messages, path->length - 1);
  const struct outcome end = walk(flow->is_client, path->negotiation, START, path->messages, path->length);
  const int good = before.state >= 0 && before.state != DONE && end.state == DONE;
  const int reached = deviant_engine_reach(flow);
  char name[128];
  snprintf(name, sizeof name, "%s, %s", flow_name, flow->is_client ? "client" : "server");
  vector_report_result(report, "control", name, good ? NULL : wrong);
  snprintf(name, sizeof name, "%s, %s, engine", flow_name, flow->is_client ? "client" : "server");
  if (reached != 0)
    vector_report_result(report, "control_of_engine", name, reached > 0 && deviant_engine_done() ? NULL : wrong);
}

static void reach_place(void *context, const char *name, const struct deviant_place *place)
{
  struct run *run = (struct run *)context;
  const int reached = deviant_engine_reach(place);
  run->state = walk(place->is_client, place->path.negotiation, START, place->path.messages, place->path.length).state;
  run->reached = reached > 0;
  if (run->state < 0) vector_report_result(run->report, "damaged", name, "the prefix is refused");
  if (reached < 0) vector_report_result(run->report, "engine", name, "the engine refuses the prefix");
  if (reached > 0) deviant_engine_keep();
}

static void report_trace(struct vector_report *report, const char *kind, const char *name, int good, int alert,
                         int rule, int at)
{
  char wrong[256];
  snprintf(wrong, sizeof wrong, "got %s %s at %d", alert == TLS12_NO_ALERT ? "no alert" : alert_name(alert),
           rule_text((enum tls12_rule)rule)->id, at);
  vector_report_result(report, kind, name, good ? NULL : wrong);
}

static int refused_so(const struct deviant_trace *trace, int alert, int rule, int at)
{
  return strcmp(alert_name(alert), trace->alert) == 0 &&
         strcmp(rule_text((enum tls12_rule)rule)->id, trace->rule) == 0 && at == trace->at;
}

/* After an acceptance the flow goes on to its end; a refusal stays. */
static void run_on_machine(const struct run *run, const struct deviant_place *place, const struct deviant_trace *trace)
{
  const struct outcome got = walk(place->is_client, place->path.negotiation, run->state, trace->sent, trace->count);
  const struct outcome end =
      walk(place->is_client, place->control.negotiation, got.state, place->control.messages + place->path.length,
           place->control.length - place->path.length);
  const int alert = got.state < 0 ? -got.state : TLS12_NO_ALERT;
  const int good = trace->alert == NULL ? got.state >= 0 && end.state == DONE
                                        : refused_so(trace, alert, (int)got.rule, got.at) && end.state == got.state;
  report_trace(run->report, trace->kind, trace->name, good, alert, (int)got.rule, got.at);
}

static void run_on_engine(const struct run *run, const struct deviant_place *place, const struct deviant_trace *trace)
{
  deviant_engine_restore();
  const struct deviant_answer got = deviant_engine_send(trace);
  const int good = trace->alert != NULL
                       ? refused_so(trace, got.alert, got.rule, got.at)
                       : got.at == trace->count && deviant_engine_go_on(place) == 1 && deviant_engine_done();
  char name[TRACE_NAME_ROOM + 16];
  snprintf(name, sizeof name, "%s, engine", trace->name);
  report_trace(run->report, "engine", name, good, got.alert, got.rule, got.at);
}

static void run_trace(void *context, const struct deviant_place *place, const struct deviant_trace *trace)
{
  const struct run *run = (const struct run *)context;
  run_on_machine(run, place, trace);
  if (run->reached)
    run_on_engine(run, place, trace);
  else
    vector_report_count(run->report, "beyond_the_engine");
}

const char *vector_deviant_run(const json_t *file, struct vector_report *report)
{
  struct run run = {report, START, 0};
  const struct deviant_visitor visitor = {run_flow, reach_place, run_trace, report_damage, &run};
  const json_t *key_exchanges = json_object_get(file, "key_exchanges");
  const char *wrong = deviant_file_check(file);
  if (wrong != NULL) return wrong;
  if (deviant_engine_start() != 0) return "the engine has no credentials";
  for (size_t i = 0; i < json_array_size(key_exchanges); i++)
    deviant_file_visit(file, json_string_value(json_array_get(key_exchanges, i)), &visitor);
  return NULL;
}
