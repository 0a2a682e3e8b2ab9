/* tls12 decode. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spec/handshake_types.h"
#include "tool/commands.h"
#include "tool/dissect.h"
#include "tool/exit_codes.h"
#include "tool/input.h"
#include "tool/names.h"
#include "tool/rule_text.h"

struct options {
  const char *name; /* of the input */
  enum input_format from;
  int records, handshake, message, extension; /* --as; message: a handshake type, -1 for none; extension: its type */
  int body, json, client, server;
  long flow; /* -1: all */
  enum tls12_key_exchange kx;
  enum sender sender;
};

static void usage(FILE *to)
{
  fputs("usage: tls12 decode [OPTION...] [FILE|-]\n\n"
        "  tls12 decode capture.pcap\n"
        "  tls12 decode chain.pem\n"
        "  echo 0e000000 | tls12 decode\n"
        "  tls12 decode --as server_key_exchange --kx ECDHE_RSA --json message.bin\n\n"
        "  --from auto|hex|bin|pcap|pem|der   what the input is\n"
        "  --as auto|records|handshake|MESSAGE|EXTENSION\n"
        "                                     what its bytes are; MESSAGE: client_hello, server_hello, ...;\n"
        "                                     EXTENSION: server_name, supported_groups, ...\n"
        "  --body                             the message or extension comes without its header of four bytes\n"
        "  --kx KX                            key exchange, for a lone ServerKeyExchange or ClientKeyExchange\n"
        "  --sender client|server             whose it is: only a client's certificate_list may be empty, and some\n"
        "                                     extensions have two forms\n"
        "  --json                             JSON in place of the tree\n"
        "  --flow N                           one TCP connection of a capture, from 0\n"
        "  --from-client, --from-server       one direction of it\n",
        to);
}

static int parse(int argc, char **argv, struct options *o)
{
  static const struct option options[] = {{"from", required_argument, NULL, 'f'},
                                          {"as", required_argument, NULL, 'a'},
                                          {"body", no_argument, NULL, 'b'},
                                          {"kx", required_argument, NULL, 'k'},
                                          {"json", no_argument, NULL, 'j'},
                                          {"sender", required_argument, NULL, 'S'},
                                          {"flow", required_argument, NULL, 'n'},
                                          {"from-client", no_argument, NULL, 'c'},
                                          {"from-server", no_argument, NULL, 's'},
                                          {"help", no_argument, NULL, 'h'},
                                          {NULL, 0, NULL, 0}};
  int c, format;
  char *end;
  while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (c) {
    case 'f':
      if ((format = input_format_by_name(optarg)) < 0)
        return fprintf(stderr, "tls12 decode: --from %s: no such format\n", optarg), EXIT_USAGE;
      o->from = (enum input_format)format;
      break;
    case 'a':
      o->records = strcmp(optarg, "records") == 0;
      o->handshake = strcmp(optarg, "handshake") == 0;
      o->message = word_value(handshake_types, optarg);
      o->extension = strcmp(optarg, "alpn") == 0 ? TLS12_ALPN : word_value(extension_types, optarg);
      if (!o->records && !o->handshake && o->message < 0 && o->extension < 0 && strcmp(optarg, "auto") != 0)
        return fprintf(stderr, "tls12 decode: --as %s: no such message or extension\n", optarg), EXIT_USAGE;
      break;
    case 'k':
      if ((o->kx = key_exchange_by_name(optarg)) == TLS12_KX_NULL)
        return fprintf(stderr, "tls12 decode: --kx %s: no such key exchange\n", optarg), EXIT_USAGE;
      break;
    case 'n':
      o->flow = strtol(optarg, &end, 10);
      if (*end != 0 || end == optarg || o->flow < 0)
        return fprintf(stderr, "tls12 decode: --flow %s: not a number\n", optarg), EXIT_USAGE;
      break;
    case 'S':
      o->sender = strcmp(optarg, "client") == 0 ? FROM_CLIENT : FROM_SERVER;
      if (o->sender == FROM_SERVER && strcmp(optarg, "server") != 0)
        return fprintf(stderr, "tls12 decode: --sender %s: client or server\n", optarg), EXIT_USAGE;
      break;
    case 'b': o->body = 1; break;
    case 'j': o->json = 1; break;
    case 'c': o->client = 1; break;
    case 's': o->server = 1; break;
    case 'h': usage(stdout); exit(EXIT_DONE);
    default: usage(stderr); return EXIT_USAGE;
    }
  }
  if (optind + 1 < argc || (o->body && o->message < 0 && o->extension < 0)) {
    usage(stderr);
    return EXIT_USAGE;
  }
  o->name = optind < argc ? argv[optind] : "-";
  return EXIT_DONE;
}

/* Name, place, path, what is wrong, the bytes with a caret below the first bad one, rule, section, alert. */
static void diagnose(const char *name, const struct defect *defect, const uint8_t *bytes, size_t length)
{
  const struct rule_text *text = rule_text(defect->fault.rule);
  const size_t at = defect->fault.offset, from = at < 8 ? 0 : at - 8;
  const size_t to = length - from < 24 ? length : from + 24;
  fprintf(stderr, "%s: offset 0x%zx: %s: %s\n  ", name, at, defect->path,
          defect->cut_short ? "the input ends before the length that the header announces" : text->summary);
  for (size_t i = from; i < to; i++) fprintf(stderr, "%02x ", bytes[i]);
  fprintf(stderr, "\n  %*s^^", (int)(3 * (at - from)), "");
  for (size_t i = at + 1; i < to && i < at + defect->fault.length; i++) fputs("^^^", stderr);
  fputc('\n', stderr);
  fprintf(stderr, "  rule %s (%s), alert %s\n", text->id, text->section, alert_name((int)defect->fault.alert));
}

/* Shows one stream; its part of the JSON goes into streams. */
static int show(const struct options *o, struct dissection *d, const uint8_t *bytes, size_t length, long flow,
                const char *from, const struct stream *stream, json_t *streams, json_t **error)
{
  if (o->json) {
    json_t *records = json_array(), *messages = json_array();
    for (size_t i = 0; i < d->records.child_count; i++)
      json_array_append_new(records, tree_json(&d->records.children[i], stream));
    for (size_t i = 0; i < d->messages.child_count; i++)
      json_array_append_new(messages, tree_json(&d->messages.children[i], stream));
    json_array_append_new(streams, json_pack("{s:I,s:s,s:o,s:o}", "flow", (json_int_t)flow, "from", from, "records",
                                             records, "messages", messages));
  } else {
    if (stream != NULL) printf("flow %ld, from the %s\n", flow, from);
    for (size_t i = 0; i < d->records.child_count; i++) tree_print(&d->records.children[i], 0);
    for (size_t i = 0; i < d->messages.child_count; i++) tree_print(&d->messages.children[i], 0);
  }
  if (!d->defect.present) return EXIT_DONE;
  diagnose(o->name, &d->defect, bytes, length);
  if (*error == NULL) {
    const struct rule_text *text = rule_text(d->defect.fault.rule);
    *error = json_pack("{s:s,s:I,s:I,s:s,s:s,s:s}", "rule", text->id, "offset", (json_int_t)d->defect.fault.offset,
                       "length", (json_int_t)d->defect.fault.length, "alert", alert_name((int)d->defect.fault.alert),
                       "message", text->summary, "path", d->defect.path);
  }
  return d->defect.cut_short ? EXIT_CUT_SHORT : EXIT_VIOLATION;
}

static int worse(int a, int b)
{
  return a == EXIT_VIOLATION || b == EXIT_DONE ? a : b;
}

static void warn_unread(const struct options *o, const struct dissection *d)
{
  if (d->unread > 0)
    fprintf(stderr, "%s: key exchange not known: what is in its messages was not read; --kx KX tells it\n", o->name);
}

static int decode_bytes(const struct options *o, const struct octets *bytes, int certificates, json_t *streams,
                        json_t **error)
{
  struct dissection d;
  memset(&d, 0, sizeof d);
  d.kx = o->kx;
  d.sender = o->sender;
  const int looks_like_records =
      bytes->length >= 2 && bytes->data[0] >= 20 && bytes->data[0] <= 23 && bytes->data[1] == 3;
  if (certificates)
    dissect_certificates(&d, bytes->data, bytes->length);
  else if (o->extension >= 0 && o->body)
    dissect_extension_body(&d, o->extension, bytes->data, bytes->length);
  else if (o->extension >= 0)
    dissect_extension(&d, bytes->data, bytes->length);
  else if (o->body)
    dissect_body(&d, o->message, bytes->data, bytes->length);
  else if (o->records || (!o->handshake && o->message < 0 && looks_like_records))
    dissect_records(&d, bytes->data, bytes->length);
  else
    dissect_messages(&d, bytes->data, bytes->length);
  if (d.unread > 0 && d.messages.child_count == 1) {
    fprintf(stderr, "%s: a key exchange message means nothing without --kx KX\n", o->name);
    dissection_free(&d);
    return EXIT_USAGE;
  }
  warn_unread(o, &d);
  int result = show(o, &d, bytes->data, bytes->length, 0, "either", NULL, streams, error);
  const char *wanted = NULL;
  if (o->message >= 0 && (bytes->length == 0 || bytes->data[0] != o->message))
    wanted = word(handshake_types, (uint32_t)o->message);
  if (o->extension >= 0 && (bytes->length < 2 || 256 * bytes->data[0] + bytes->data[1] != o->extension))
    wanted = word(extension_types, (uint32_t)o->extension);
  if (result == EXIT_DONE && wanted != NULL && !o->body && !certificates) {
    fprintf(stderr, "%s: this is not a %s\n", o->name, wanted);
    result = EXIT_VIOLATION;
  }
  dissection_free(&d);
  return result;
}

static int decode_stream(const struct options *o, const struct stream *stream, long flow, const char *from,
                         enum tls12_key_exchange *kx, int wanted, json_t *streams, json_t **error)
{
  struct dissection d;
  int result = EXIT_DONE;
  memset(&d, 0, sizeof d);
  d.kx = *kx;
  d.sender = strcmp(from, "client") == 0 ? FROM_CLIENT : FROM_SERVER;
  dissect_records(&d, stream->bytes.data, stream->bytes.length);
  *kx = d.kx;
  if (stream->missing > 0)
    fprintf(stderr, "%s: flow %ld: the capture lacks %zu bytes from the %s\n", o->name, flow, stream->missing, from);
  if (wanted) warn_unread(o, &d);
  if (wanted && stream->bytes.length > 0)
    result = show(o, &d, stream->bytes.data, stream->bytes.length, flow, from, stream, streams, error);
  dissection_free(&d);
  return result;
}

static int decode_capture(const struct options *o, const struct octets *file, json_t *streams, json_t **error)
{
  struct capture capture = {NULL, 0};
  char text[256] = "";
  int result = EXIT_DONE;
  if (capture_read(file, &capture, text) != 0) {
    fprintf(stderr, "%s: %s\n", o->name, text);
    capture_free(&capture);
    return EXIT_IO;
  }
  for (size_t i = 0; i < capture.flow_count; i++) {
    const struct flow *flow = &capture.flows[i];
    enum tls12_key_exchange kx = o->kx;
    if (o->flow >= 0 && (size_t)o->flow != i) continue;
    /* the server's side first: its ServerHello tells how to read ClientKeyExchange */
    result = worse(
        result, decode_stream(o, &flow->from_server, (long)i, "server", &kx, o->server || !o->client, streams, error));
    result = worse(
        result, decode_stream(o, &flow->from_client, (long)i, "client", &kx, o->client || !o->server, streams, error));
  }
  capture_free(&capture);
  return result;
}

/* All certificates of a PEM text, or else its first block, which then holds TLS messages. 0, or -1 with the offset of the
 * damage in *where. */
static int pem_bytes(const struct octets *text, struct octets *bytes, int *certificates, size_t *where)
{
  struct octets block = {NULL, 0, 0}, first = {NULL, 0, 0};
  char label[64];
  int found, count;
  for (count = 0; (found = pem_read(text, where, label, &block)) == 1; count++) {
    if (strcmp(label, "CERTIFICATE") == 0) {
      *certificates = 1;
      octets_append(bytes, block.data, block.length);
    }
    if (count == 0) octets_append(&first, block.data, block.length);
    block.length = 0;
  }
  if (!*certificates) octets_append(bytes, first.data, first.length);
  octets_free(&block);
  octets_free(&first);
  return count == 0 ? -1 : found;
}

int command_decode(int argc, char **argv)
{
  struct options o = {"-", INPUT_AUTO, 0, 0, -1, -1, 0, 0, 0, 0, -1, TLS12_KX_NULL, EITHER_SENDER};
  int result = parse(argc, argv, &o);
  if (result != EXIT_DONE) return result;

  struct octets input = {NULL, 0, 0}, bytes = {NULL, 0, 0};
  if (input_read(o.name, &input) != 0) {
    fprintf(stderr, "%s: %s\n", o.name, strerror(errno));
    octets_free(&input);
    return EXIT_IO;
  }
  json_t *streams = json_array(), *error = NULL;
  const enum input_format format = o.from == INPUT_AUTO ? input_detect(&input) : o.from;
  size_t where = 0;
  int certificates = 0;
  if (format == INPUT_PCAP) {
    result = decode_capture(&o, &input, streams, &error);
  } else if (format == INPUT_HEX && hex_read(&input, &bytes, &where) != 0) {
    fprintf(stderr, "%s: offset 0x%zx: not a hexadecimal digit\n", o.name, where);
    result = EXIT_VIOLATION;
  } else if (format == INPUT_PEM && pem_bytes(&input, &bytes, &certificates, &where) != 0) {
    fprintf(stderr, "%s: offset 0x%zx: a damaged PEM block\n", o.name, where);
    result = EXIT_VIOLATION;
  } else {
    if (format == INPUT_DER) certificates = 1;
    if (format == INPUT_BIN || format == INPUT_DER) octets_append(&bytes, input.data, input.length);
    result = decode_bytes(&o, &bytes, certificates, streams, &error);
  }
  json_t *report = json_pack("{s:i,s:s,s:o}", "schema", 1, "input", o.name, "streams", streams);
  if (error != NULL) json_object_set_new(report, "error", error);
  if (o.json && result != EXIT_IO) {
    json_dumpf(report, stdout, JSON_INDENT(2));
    putchar('\n');
  }
  json_decref(report);
  octets_free(&input);
  octets_free(&bytes);
  return result;
}
