#include "tool/reading.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "spec/handshake_types.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/explain_words.h"
#include "tool/meaning.h"
#include "tool/names.h"
#include "tool/rule_text.h"

int worse(int a, int b)
{
  return a == EXIT_VIOLATION || b == EXIT_DONE ? a : b;
}

int reading_result(const struct dissection *d)
{
  return !d->defect.present ? EXIT_DONE : d->defect.cut_short ? EXIT_CUT_SHORT : EXIT_VIOLATION;
}

void diagnose(const char *name, const struct reading *reading)
{
  const struct defect *defect = &reading->d.defect;
  const struct rule_text *text = rule_text(defect->fault.rule);
  const size_t at = defect->fault.offset, from = at < 8 ? 0 : at - 8;
  const size_t to = reading->length - from < 24 ? reading->length : from + 24;
  fprintf(stderr, "%s: offset 0x%zx: %s: %s\n  ", name, at, defect->path,
          defect->cut_short ? "the input ends before the length that the header announces" : text->summary);
  for (size_t i = from; i < to; i++) fprintf(stderr, "%02x ", reading->bytes[i]);
  fprintf(stderr, "\n  %*s^^", (int)(3 * (at - from)), "");
  for (size_t i = at + 1; i < to && i < at + defect->fault.length; i++) fputs("^^^", stderr);
  fputc('\n', stderr);
  fprintf(stderr, "  rule %s (%s), alert %s\n", text->id, text->section, alert_name((int)defect->fault.alert));
  const char *cause = meaning_of(MEANING_CAUSE, text->id);
  if (cause != NULL) write_wrapped(stderr, 2, cause);
}

static void warn_unread(const struct reading_options *o, const struct dissection *d)
{
  if (d->unread > 0)
    fprintf(stderr, "%s: key exchange not known: what is in its messages was not read; --kx KX tells it\n", o->name);
}

/* Whether the bytes are what --as promises. */
static int as_promised(const struct reading_options *o, const struct octets *bytes)
{
  const char *wanted = NULL;
  if (o->message >= 0 && (bytes->length == 0 || bytes->data[0] != o->message))
    wanted = word(handshake_types, (uint32_t)o->message);
  if (o->extension >= 0 && (bytes->length < 2 || 256 * bytes->data[0] + bytes->data[1] != o->extension))
    wanted = word(extension_types, (uint32_t)o->extension);
  if (wanted == NULL || o->body) return 1;
  fprintf(stderr, "%s: this is not a %s\n", o->name, wanted);
  return 0;
}

static int read_bytes(const struct reading_options *o, const struct octets *bytes, int certificates,
                      reading_taker *take, void *context)
{
  struct reading reading = {"either", bytes->data, bytes->length, NULL, {.kx = o->kx, .sender = o->sender}};
  struct dissection *d = &reading.d;
  const int looks_like_records =
      bytes->length >= 2 && bytes->data[0] >= 20 && bytes->data[0] <= 23 && bytes->data[1] == 3;
  if (certificates)
    dissect_certificates(d, bytes->data, bytes->length);
  else if (o->extension >= 0 && o->body)
    dissect_extension_body(d, o->extension, bytes->data, bytes->length);
  else if (o->extension >= 0)
    dissect_extension(d, bytes->data, bytes->length);
  else if (o->body)
    dissect_body(d, o->message, bytes->data, bytes->length);
  else if (o->records || (!o->handshake && o->message < 0 && looks_like_records))
    dissect_records(d, bytes->data, bytes->length);
  else
    dissect_messages(d, bytes->data, bytes->length);
  if (d->unread > 0 && d->messages.child_count == 1) {
    fprintf(stderr, "%s: a key exchange message means nothing without --kx KX\n", o->name);
    dissection_free(d);
    return EXIT_USAGE;
  }
  warn_unread(o, d);
  int result = take(context, 0, &reading, 1, NULL);
  if (result == EXIT_DONE && !certificates && !as_promised(o, bytes)) result = EXIT_VIOLATION;
  dissection_free(d);
  return result;
}

static void start_stream(const struct reading_options *o, const struct stream *stream, const char *from, int stops,
                         struct reading *reading)
{
  *reading = (struct reading){from, stream->bytes.data, stream->bytes.length, stream, {.kx = o->kx, .stops = stops}};
  reading->d.sender = strcmp(from, "client") == 0 ? FROM_CLIENT : FROM_SERVER;
  reading->d.start = tls_start(stream->bytes.data, stream->bytes.length);
  reading->d.show_data = o->application_data && !o->redact;
}

/* Reads both sides on, up to their next ChangeCipherSpec when the secrets may be known. The server's comes first: its
 * ServerHello tells how to read ClientKeyExchange. */
static void read_on(struct reading *server, struct reading *client)
{
  dissect_on(&server->d, server->bytes, server->length);
  client->d.kx = server->d.kx;
  dissect_on(&client->d, client->bytes, client->length);
}

/* Handshake by handshake: each has keys of its own. */
static struct session *read_handshakes(const struct known_secrets *known, struct reading *server,
                                       struct reading *client)
{
  struct session *first = NULL, *last = NULL, *next;
  read_on(server, client);
  while ((next = session_start(last, known, &client->d, &server->d)) != NULL) {
    *(last == NULL ? &first : &last->next) = next;
    last = next;
    client->d.key = &last->client_key;
    server->d.key = &last->server_key;
    read_on(server, client);
    session_finish(last, &client->d, &server->d);
  }
  read_on(server, client);
  return first;
}

/* What a capture is read with, and the result so far. */
struct capture_reading {
  const struct reading_options *o;
  const struct known_secrets *known;
  reading_taker *take;
  void *context;
  int result;
};

/* The type of the first handshake message; -1 if the stream does not begin with one. */
static int first_message(const struct stream *stream)
{
  const uint8_t *b = stream->bytes.data;
  const size_t at = tls_start(b, stream->bytes.length);
  return at + 5 < stream->bytes.length && b[at] == TLS12_HANDSHAKE ? b[at + 5] : -1;
}

/* Without a SYN the client is taken to be who speaks first, which with STARTTLS is the server: the hellos know better. */
static int reversed(const struct flow *flow)
{
  return !flow->from_client.synchronised && !flow->from_server.synchronised &&
         (first_message(&flow->from_server) == TLS12_CLIENT_HELLO ||
          first_message(&flow->from_client) == TLS12_SERVER_HELLO);
}

/* One connection. */
static void read_flow(void *context, const struct flow *flow)
{
  struct capture_reading *c = context;
  const struct reading_options *o = c->o;
  const int stops = c->known->key_log.length > 0 || c->known->key != NULL;
  struct reading readings[2], wanted[2];
  unsigned count = 0;
  if (o->flow >= 0 && o->flow != flow->number) return;
  const struct stream *server = reversed(flow) ? &flow->from_client : &flow->from_server;
  const struct stream *client = server == &flow->from_server ? &flow->from_client : &flow->from_server;
  start_stream(o, server, "server", stops, &readings[0]);
  start_stream(o, client, "client", stops, &readings[1]);
  struct session *sessions = read_handshakes(c->known, &readings[0], &readings[1]);
  for (unsigned i = 0; i < 2; i++) {
    const size_t missing = readings[i].stream->missing;
    const int asked = i == 0 ? o->server || !o->client : o->client || !o->server;
    if (missing > 0)
      fprintf(stderr, "%s: flow %ld: the capture lacks %zu bytes from the %s\n", o->name, flow->number, missing,
              readings[i].from);
    if (!asked) continue;
    warn_unread(o, &readings[i].d);
    if (readings[i].length > 0) wanted[count++] = readings[i];
  }
  if (count > 0) c->result = worse(c->result, c->take(c->context, flow->number, wanted, count, sessions));
  sessions_free(sessions);
  dissection_free(&readings[0].d);
  dissection_free(&readings[1].d);
}

int read_capture_file(const struct reading_options *o, FILE *file, const struct known_secrets *known,
                      reading_taker *take, void *context)
{
  struct capture_reading c = {o, known, take, context, EXIT_DONE};
  char text[256] = "";
  if (capture_read(file, read_flow, &c, text) == 0) return c.result;
  fprintf(stderr, "%s: %s\n", o->name, text);
  return EXIT_IO;
}

static int read_capture(const struct reading_options *o, FILE *file, reading_taker *take, void *context)
{
  struct known_secrets known = {{NULL, 0, 0}, NULL};
  struct tls12_private_key key;
  int result = EXIT_IO;
  if (o->key_log != NULL && input_read(o->key_log, &known.key_log) != 0) {
    fprintf(stderr, "%s: %s\n", o->key_log, strerror(errno));
    fclose(file);
  } else if (o->private_key != NULL && private_key_from_file(o->private_key, &key) != 0) {
    fclose(file);
  } else {
    if (o->private_key != NULL) known.key = &key;
    result = read_capture_file(o, file, &known, take, context);
  }
  octets_free(&known.key_log);
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

static int read_other(const struct reading_options *o, const struct octets *input, reading_taker *take, void *context)
{
  struct octets bytes = {NULL, 0, 0};
  const enum input_format format = o->from == INPUT_AUTO ? input_detect(input) : o->from;
  size_t where = 0;
  int certificates = format == INPUT_DER, result;
  if (format == INPUT_HEX && hex_read(input, &bytes, &where) != 0) {
    fprintf(stderr, "%s: offset 0x%zx: not a hexadecimal digit; --from says what the input is\n", o->name, where);
    result = EXIT_VIOLATION;
  } else if (format == INPUT_PEM && pem_bytes(input, &bytes, &certificates, &where) != 0) {
    fprintf(stderr, "%s: offset 0x%zx: a damaged PEM block\n", o->name, where);
    result = EXIT_VIOLATION;
  } else {
    if (format == INPUT_BIN || format == INPUT_DER) octets_append(&bytes, input->data, input->length);
    result = read_bytes(o, &bytes, certificates, take, context);
  }
  octets_free(&bytes);
  return result;
}

int read_whole(const struct reading_options *o, reading_taker *take, void *context)
{
  static char out[65536]; /* captures are long */
  struct octets input = {NULL, 0, 0};
  uint8_t start[24];
  FILE *file = input_open(o->name);
  int result;
  if (file == NULL) {
    fprintf(stderr, "%s: %s\n", o->name, strerror(errno));
    return EXIT_IO;
  }
  if (!isatty(STDOUT_FILENO)) (void)setvbuf(stdout, out, _IOFBF, sizeof out);
  const size_t n = fread(start, 1, sizeof start, file);
  if (o->from == INPUT_PCAP || (o->from == INPUT_AUTO && input_is_capture(start, n))) {
    rewind(file);
    return read_capture(o, file, take, context);
  }
  octets_append(&input, start, n);
  if (ferror(file) || input_rest(file, &input) != 0) {
    fprintf(stderr, "%s: %s\n", o->name, strerror(errno));
    result = EXIT_IO;
  } else {
    result = read_other(o, &input, take, context);
  }
  fclose(file);
  octets_free(&input);
  return result;
}
