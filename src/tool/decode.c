/* tls12 decode. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "tool/commands.h"
#include "tool/exit_codes.h"
#include "tool/names.h"
#include "tool/reading.h"
#include "tool/rule_text.h"
#include "tool/session_text.h"

static const char help[] = "usage: tls12 decode [OPTION...] [FILE|-]\n\n"
                           "  tls12 decode capture.pcap\n"
                           "  tls12 decode chain.pem\n"
                           "  echo 0e000000 | tls12 decode\n"
                           "  tls12 decode --as server_key_exchange --kx ECDHE_RSA --json message.bin\n\n" READING_HELP
                           "  --json                             JSON in place of the tree\n";

struct decoding {
  struct reading_options reading;
  int json;
  unsigned streams; /* that are printed */
  json_t *error;
};

static json_t *trees_json(const struct node *parent, const struct stream *stream)
{
  json_t *list = json_array();
  for (size_t i = 0; i < parent->child_count; i++) json_array_append_new(list, tree_json(&parent->children[i], stream));
  return list;
}

static json_t *defect_json(const struct defect *defect)
{
  const struct rule_text *text = rule_text(defect->fault.rule);
  return json_pack("{s:s,s:I,s:I,s:s,s:s,s:s}", "rule", text->id, "offset", (json_int_t)defect->fault.offset, "length",
                   (json_int_t)defect->fault.length, "alert", alert_name((int)defect->fault.alert), "message",
                   text->summary, "path", defect->path);
}

/* The JSON is printed stream by stream, so that a long capture needs no memory for it. */
static void json_begin(const struct decoding *o)
{
  json_t *name = json_string(o->reading.name);
  printf("{\n  \"schema\": 1,\n  \"input\": ");
  if (name == NULL || json_dumpf(name, stdout, JSON_ENCODE_ANY) != 0) printf("null");
  printf(",\n  \"streams\": [");
  json_decref(name);
}

static void json_stream(struct decoding *o, json_t *stream)
{
  if (o->streams++ == 0) json_begin(o);
  printf("%s\n", o->streams > 1 ? "," : "");
  json_dumpf(stream, stdout, JSON_INDENT(2));
  json_decref(stream);
}

static void json_end(const struct decoding *o)
{
  if (o->streams == 0) json_begin(o);
  printf("\n  ]");
  if (o->error != NULL) {
    printf(",\n  \"error\": ");
    json_dumpf(o->error, stdout, JSON_INDENT(2));
  }
  printf("\n}\n");
  json_decref(o->error);
}

/* Shows one stream; the first of a connection with what is known of its secrets. */
static void show(struct decoding *o, long flow, const struct reading *reading, const struct session *sessions)
{
  const struct node *records = &reading->d.records, *messages = &reading->d.messages;
  if (o->json) {
    json_t *stream = json_pack("{s:I,s:s,s:o,s:o}", "flow", (json_int_t)flow, "from", reading->from, "records",
                               trees_json(records, reading->stream), "messages", trees_json(messages, reading->stream));
    if (sessions != NULL) json_object_set_new(stream, "handshakes", sessions_json(sessions, o->reading.redact));
    json_stream(o, stream);
  } else {
    if (reading->stream != NULL) printf("flow %ld, from the %s\n", flow, reading->from);
    trees_print(records);
    trees_print(messages);
  }
  if (!reading->d.defect.present) return;
  diagnose(o->reading.name, reading);
  if (o->error == NULL) o->error = defect_json(&reading->d.defect);
}

static int take(void *context, long flow, const struct reading *readings, unsigned count,
                const struct session *sessions)
{
  const struct decoding *o = context;
  int result = EXIT_DONE;
  if (sessions != NULL && !o->json) sessions_print(flow, sessions, o->reading.redact);
  for (unsigned i = 0; i < count; i++) {
    show(context, flow, &readings[i], i == 0 ? sessions : NULL);
    result = worse(result, reading_result(&readings[i].d));
  }
  return result;
}

int command_decode(int argc, char **argv)
{
  static const struct option options[] = {
      READING_OPTIONS, {"json", no_argument, NULL, 'j'}, {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
  struct decoding o = {.json = 0};
  int option, result;
  reading_options_start(&o.reading, "tls12 decode");
  while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (option) {
    case 'j': o.json = 1; break;
    case 'h': fputs(help, stdout); return EXIT_DONE;
    default:
      result = reading_option(&o.reading, option, optarg);
      if (result < 0) fputs(help, stderr);
      if (result != EXIT_DONE) return EXIT_USAGE;
    }
  }
  if (reading_name(&o.reading, argc, argv, optind) != EXIT_DONE) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  result = read_whole(&o.reading, take, &o);
  if (o.json && (result != EXIT_IO || o.streams > 0)) json_end(&o);
  return result;
}
