/* tls12 deviant: plays the shipped deviant traces against another implementation, one connection for each. */
#include <errno.h>
#include <getopt.h>
#include <jansson.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tool/commands.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/deviant_peer.h"
#include "tool/exit_codes.h"
#include "tool/names.h"
#include "tool/network.h"
#include "tool/vector_files.h"

static const char help[] =
    "usage: tls12 deviant --against server HOST:PORT [OPTION...]\n"
    "       tls12 deviant --against client [ADDRESS:]PORT [OPTION...]\n\n"
    "  tls12 deviant --against server 127.0.0.1:4433\n"
    "  tls12 deviant --against server 127.0.0.1:4433 --kx ECDHE_RSA --json\n"
    "  tls12 deviant --against client 4433\n\n"
    "Plays the shipped deviant traces (tls12 vectors list): handshakes in which a message is out of place. A server "
    "is\n"
    "connected to once for each trace; a client has to connect to this port again and again.\n\n"
    "  --kx KX        those of this key exchange\n"
    "  --trace ID     this one: KX/PREFIX/MESSAGE, as tls12 vectors run --tap names it\n"
    "  --timeout MS   how long an answer may take (2000)\n"
    "  --dir DIR      where the vectors are, if not beside this program\n"
    "  --json         the results as JSON\n\n"
    "Exit status 0: each trace that could be played was refused with the alert that it asks for. 4: one was not. 77: "
    "none\n"
    "could be played. What cannot be played needs an option or a message that the other side does not use.\n";

enum verdict { AS_EXPECTED, OTHERWISE, TOLERATED, NOT_REACHED, VERDICTS };

static const char *const verdicts[VERDICTS] = {"as expected", "refused otherwise", "tolerated", "not reached"};

static struct play {
  /* options */
  int against_client, json, timeout;
  enum tls12_key_exchange kx;
  const char *trace, *host, *port, *folder;

  int listener; /* against a client */
  struct tls12_config config;
  uint16_t suites[128];
  struct tls12_credential credentials[TEST_CREDENTIALS];

  int place_closed; /* the other side does not go to the place under way */
  int failed;       /* no connection can be had */
  unsigned counts[VERDICTS];
  json_t *results;
} play;

/* ---- one connection ---- */

static struct deviant_peer peer;

/* Sends all; that the other side has closed shows when it is read from. */
static void give(int s, struct tls12_bytes output)
{
  for (uint32_t at = 0; at < output.length;) {
    struct pollfd ready = {s, POLLOUT, 0};
    const ssize_t n = send(s, output.data + at, output.length - at, MSG_NOSIGNAL);
    if (n > 0) at += (uint32_t)n;
    if (n <= 0 && errno != EAGAIN && errno != EINTR) return;
    if (n <= 0 && poll(&ready, 1, play.timeout) <= 0) return;
  }
}

struct line {
  int socket, closed;
};

static int exchange(void *context, struct deviant_peer *with, int wait)
{
  struct line *line = (struct line *)context;
  struct pollfd ready = {line->socket, POLLIN, 0};
  uint8_t bytes[4096];
  give(line->socket, tls12_output(&with->engine));
  deviant_peer_sent(with);
  if (line->closed || poll(&ready, 1, wait ? play.timeout : 0) <= 0) return 0;
  const ssize_t n = recv(line->socket, bytes, sizeof bytes, 0);
  if (n < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
  line->closed = n <= 0;
  if (line->closed) return 0;
  return deviant_peer_receive(with, (struct tls12_bytes){bytes, (uint32_t)n}) != 0 ? -1 : 1;
}

static int open_line(void)
{
  struct pollfd ready = {play.listener, POLLIN, 0};
  if (!play.against_client) return network_connect("tls12 deviant", play.host, play.port);
  if (poll(&ready, 1, 30000) <= 0) {
    fprintf(stderr, "tls12 deviant: no client came\n");
    return -1;
  }
  return accept(play.listener, NULL, NULL);
}

/* Sends what is out of place; the alert that comes back, or TLS12_NO_ALERT. */
static int send_trace(struct deviant_link link, const struct line *line, const struct deviant_trace *trace)
{
  for (int i = 0; i < trace->count; i++) {
    deviant_peer_send(&peer, &trace->sent[i]);
    if (link.exchange(link.context, &peer, 0) < 0) return peer.alert;
  }
  while (peer.alert == TLS12_NO_ALERT && !line->closed)
    if (link.exchange(link.context, &peer, 1) <= 0) break;
  return peer.alert;
}

static enum verdict play_on(int s, const struct deviant_place *place, const struct deviant_trace *trace,
                            const char **got)
{
  struct line line = {s, 0};
  const struct deviant_link link = {exchange, &line};
  deviant_peer_start(&peer, place->is_client ? TLS12_SERVER : TLS12_CLIENT, &play.config);
  if (deviant_peer_walk(&peer, link, &place->path, 0) != 1) return NOT_REACHED;
  if (trace->alert == NULL) {
    for (int i = 0; i < trace->count; i++) deviant_peer_send(&peer, &trace->sent[i]);
    const int accepted = deviant_peer_walk(&peer, link, &place->control, place->path.length) == 1;
    *got = peer.alert == TLS12_NO_ALERT ? "no alert" : alert_name(peer.alert);
    return accepted ? AS_EXPECTED : OTHERWISE;
  }
  const int alert = send_trace(link, &line, trace);
  *got = alert != TLS12_NO_ALERT ? alert_name(alert) : line.closed ? "closed without an alert" : "no alert";
  if (alert != TLS12_NO_ALERT) return strcmp(alert_name(alert), trace->alert) == 0 ? AS_EXPECTED : OTHERWISE;
  return line.closed ? OTHERWISE : TOLERATED;
}

/* ---- all of them ---- */

static void report(const struct deviant_trace *trace, enum verdict verdict, const char *got)
{
  const char *expected = trace->alert != NULL ? trace->alert : "no alert";
  play.counts[verdict]++;
  if (play.json)
    json_array_append_new(play.results, json_pack("{s:s,s:s,s:s,s:s,s:s}", "id", trace->name, "kind", trace->kind,
                                                  "expected", expected, "got", got, "verdict", verdicts[verdict]));
  else if (verdict == OTHERWISE || verdict == TOLERATED || play.trace != NULL)
    printf("%s: %s: expected %s, got %s\n", trace->name, verdicts[verdict], expected, got);
  fflush(stdout);
}

static void start_place(void *context, const char *name, const struct deviant_place *place)
{
  const struct tls12_negotiation *n = &place->path.negotiation;
  (void)context;
  (void)name;
  play.place_closed = n->abbreviated != FORBIDDEN || n->status || n->ticket;
}

static void play_trace(void *context, const struct deviant_place *place, const struct deviant_trace *trace)
{
  const char *got = "nothing";
  (void)context;
  if (play.failed || place->is_client != play.against_client) return;
  if (play.trace != NULL && strcmp(play.trace, trace->name) != 0) return;
  if (play.place_closed) {
    report(trace, NOT_REACHED, got);
    return;
  }
  const int s = open_line();
  if (s < 0) {
    play.failed = 1;
    return;
  }
  const enum verdict verdict = play_on(s, place, trace, &got);
  close(s);
  play.place_closed = verdict == NOT_REACHED;
  report(trace, verdict, got);
}

static void damaged(void *context, const char *name, const char *why)
{
  (void)context;
  fprintf(stderr, "%s: %s\n", name, why);
}

/* The suites of the key exchange. */
static void use_key_exchange(enum tls12_key_exchange kx)
{
  play.config.suites = play.suites;
  play.config.suite_count = 0;
  for (unsigned i = 0; i < tls12_suite_count; i++)
    if (tls12_suites[i].key_exchange == kx && play.config.suite_count < 128)
      play.suites[play.config.suite_count++] = tls12_suites[i].value;
}

static int play_file(const char *folder, const char *name, void *context)
{
  static const struct deviant_visitor visitor = {NULL, start_place, play_trace, damaged, NULL};
  char path[VECTOR_PATH_ROOM];
  int code = EXIT_DONE;
  (void)context;
  if (vector_path(path, folder, name) != 0) return EXIT_IO;
  json_t *file = vector_file_load(path, &code);
  if (file == NULL) return code;
  const char *wrong = deviant_file_check(file);
  if (wrong != NULL) fprintf(stderr, "%s: %s\n", path, wrong);
  const json_t *key_exchanges = json_object_get(file, "key_exchanges");
  for (size_t i = 0; wrong == NULL && i < json_array_size(key_exchanges); i++) {
    const char *kx = json_string_value(json_array_get(key_exchanges, i));
    use_key_exchange(key_exchange_by_name(kx));
    if (play.config.suite_count > 0 && (play.kx == TLS12_KX_NULL || play.kx == key_exchange_by_name(kx)))
      deviant_file_visit(file, kx, &visitor);
  }
  json_decref(file);
  return wrong != NULL ? EXIT_VIOLATION : EXIT_DONE;
}

static int finish(int code)
{
  unsigned played = 0;
  for (int i = 0; i < NOT_REACHED; i++) played += play.counts[i];
  if (play.json) {
    json_t *all = json_pack("{s:i,s:s,s:o}", "schema", 1, "against", play.against_client ? "client" : "server",
                            "traces", play.results);
    for (int i = 0; i < VERDICTS; i++) json_object_set_new(all, verdicts[i], json_integer(play.counts[i]));
    json_dumpf(all, stdout, JSON_INDENT(1));
    putchar('\n');
    json_decref(all);
  } else {
    printf("%u as expected, %u refused otherwise, %u tolerated, %u not reached\n", play.counts[AS_EXPECTED],
           play.counts[OTHERWISE], play.counts[TOLERATED], play.counts[NOT_REACHED]);
  }
  if (play.failed) return EXIT_IO;
  if (code != EXIT_DONE) return code;
  if (played == 0) return EXIT_SKIPPED;
  return play.counts[OTHERWISE] + play.counts[TOLERATED] > 0 ? EXIT_UNEXPECTED : EXIT_DONE;
}

/* Where to connect to, or to listen at: [ADDRESS:]PORT. */
static int find_address(char *address)
{
  play.host = "127.0.0.1";
  play.port = address;
  if (strchr(address, ':') == NULL) return play.against_client ? 0 : -1;
  return network_split_address(address, &play.host, &play.port);
}

static int prepare(void)
{
  static struct certificates roots;
  if (test_credentials(play.credentials, &roots) != 0) return -1;
  play.config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                      .random = system_random,
                                      .time = time_now(),
                                      .accept_any_chain = 1,
                                      .server_name = play.against_client ? NULL : play.host,
                                      .credentials = play.credentials,
                                      .credential_count = TEST_CREDENTIALS};
  play.results = json_array();
  play.listener = play.against_client ? network_listen("tls12 deviant", play.host, play.port) : -1;
  return play.against_client && play.listener < 0 ? -1 : 0;
}

int command_deviant(int argc, char **argv)
{
  enum { AGAINST = 1, KX, TRACE, TIMEOUT, DIR, JSON, HELP };
  static const struct option options[] = {{"against", required_argument, NULL, AGAINST},
                                          {"kx", required_argument, NULL, KX},
                                          {"trace", required_argument, NULL, TRACE},
                                          {"timeout", required_argument, NULL, TIMEOUT},
                                          {"dir", required_argument, NULL, DIR},
                                          {"json", no_argument, NULL, JSON},
                                          {"help", no_argument, NULL, HELP},
                                          {NULL, 0, NULL, 0}};
  char folder[VECTOR_PATH_ROOM];
  const char *against = "";
  int option;

  play.timeout = 2000;
  while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (option) {
    case AGAINST: against = optarg; break;
    case KX:
      play.kx = key_exchange_by_name(optarg);
      if (play.kx == TLS12_KX_NULL) {
        fprintf(stderr, "tls12 deviant: '%s' is not a key exchange\n", optarg);
        return EXIT_USAGE;
      }
      break;
    case TRACE: play.trace = optarg; break;
    case TIMEOUT: play.timeout = atoi(optarg); break;
    case DIR: play.folder = optarg; break;
    case JSON: play.json = 1; break;
    case HELP: return fputs(help, stdout) < 0 ? EXIT_IO : EXIT_DONE;
    default: return EXIT_USAGE;
    }
  }
  play.against_client = strcmp(against, "client") == 0;
  if ((!play.against_client && strcmp(against, "server") != 0) || optind + 1 != argc || play.timeout <= 0 ||
      find_address(argv[optind]) != 0) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  if (play.folder == NULL && vector_folder_find(folder) != 0) {
    fprintf(stderr, "tls12 deviant: the shipped files were not found; --dir says where they are\n");
    return EXIT_IO;
  }
  if (prepare() != 0) return EXIT_IO;
  return finish(vector_files_of_type(play.folder != NULL ? play.folder : folder, "deviant", play_file, NULL));
}
