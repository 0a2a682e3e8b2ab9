/* tls12 shim: this library under the test runner of BoringSSL, which plays the peer and starts this program once for each test. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "spec/handshake_types.h"
#include "tool/commands.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/network.h"
#include "tool/octets.h"
#include "tool/sessions.h"
#include "tool/settings.h"
#include "tool/shim_flags.h"

static const char help[] =
    "usage: tls12 shim -port N [-FLAG [VALUE]]...\n\n"
    "  tls12 shim -port 4433 -shim-id 1\n"
    "  tls12 shim -port 4433 -shim-id 2 -server -cert-file chain.pem -key-file key.pem -resume-count 1\n\n"
    "Speaks the protocol of the test runner of BoringSSL (ssl/test/PORTING.md): connects to the port, sends the id, "
    "runs a TLS 1.2\n"
    "handshake as a client or, with -server, as a server, and answers each byte of application data with that byte XOR "
    "0xff. The\n"
    "flags that it implements are listed in tls12(1); any other ends it with exit status 89.\n";

/* One of the two kinds of connection. */
struct phase {
  const struct shim_flags *flags;
  struct settings settings;
  struct tls12_credential credential;
};

static struct shim_flags flags[SHIM_PHASES];
static struct phase phases[SHIM_PHASES];
static struct last_session last;
static struct served_sessions served;
static struct connection connection;

/* How often the server's Finished came or went on this connection: once for each handshake. */
static unsigned handshakes;

static void count_handshakes(void *context, const struct tls12_observation *seen)
{
  (void)context;
  handshakes += !seen->from_client && seen->content_type == TLS12_HANDSHAKE && seen->content.data[0] == TLS12_FINISHED;
}

/* --- Settings --- */

static int set_credentials(struct phase *phase)
{
  struct settings *settings = &phase->settings;
  if (phase->flags->certificate_file != NULL) {
    if (credential_from_files(phase->flags->certificate_file, phase->flags->key_file, &phase->credential) != 0)
      return EXIT_IO;
    settings->config.credentials = &phase->credential;
    settings->config.credential_count = 1;
  }
  const char *key = phase->flags->psk;
  if (key == NULL) return EXIT_DONE;
  const size_t n = strlen(key);
  if (n == 0 || n > sizeof settings->psk_key) {
    fprintf(stderr, "tls12 shim: -psk takes 1 to %zu bytes\n", sizeof settings->psk_key);
    return EXIT_USAGE;
  }
  memcpy(settings->psk_key, key, n);
  settings->psk.key = (struct tls12_bytes){settings->psk_key, (uint32_t)n};
  return settings_psk_identity(settings, phase->flags->psk_identity != NULL ? phase->flags->psk_identity : "") != 0
             ? EXIT_USAGE
             : EXIT_DONE;
}

static int prepare(struct phase *phase)
{
  struct tls12_config *config = &phase->settings.config;
  settings_start(&phase->settings);
  config->policy = TLS12_POLICY_REFERENCE;
  config->accept_any_chain = 1;
  config->server_name = phase->flags->host_name;
  config->renegotiation = phase->flags->renegotiate_freely != 0;
  config->client_certificate = phase->flags->require_client_certificate ? TLS12_REQUIRED
                               : phase->flags->verify_peer              ? TLS12_REQUESTED
                                                                        : TLS12_NOT_REQUESTED;
  /* OpenSSL's words for sets of suites are not implemented, only names of suites */
  if (phase->flags->cipher != NULL && settings_suites(&phase->settings, phase->flags->cipher) != 0)
    return EXIT_NOT_IMPLEMENTED;
  const int result = set_credentials(phase);
  if (result != EXIT_DONE) return result;
  if (settings_finish(&phase->settings) != 0) return EXIT_USAGE;
  config->observe = count_handshakes;
  return EXIT_DONE;
}

/* Both kinds of connection share the sessions. */
static void share_sessions(void)
{
  for (int i = 0; i < SHIM_PHASES; i++) {
    struct tls12_config *config = &phases[i].settings.config;
    if (!phases[i].flags->server)
      sessions_keep(config, &last);
    else
      sessions_serve_cache(config, &served);
  }
  if (flags[SHIM_INITIAL].server) sessions_serve_tickets(&phases[SHIM_INITIAL].settings.config, &served);
  phases[SHIM_RESUME].settings.config.ticket_keys = phases[SHIM_INITIAL].settings.config.ticket_keys;
  for (int i = 0; i < SHIM_PHASES; i++)
    if (phases[i].flags->no_ticket) phases[i].settings.config.ticket_keys = NULL;
}

/* --- One connection --- */

static int failed(const char *what)
{
  fprintf(stderr, "tls12 shim: %s\n", what);
  return EXIT_VIOLATION;
}

/* What the runner expects of the first handshake. */
static int check_expectations(const struct shim_flags *f, const struct tls12_engine *e, int resumes)
{
  if (f->expect_version != 0 && f->expect_version != 0x0303) return failed("another version than TLS 1.2 is expected");
  if (f->expect_cipher != 0 && f->expect_cipher != e->suite->value) return failed("another suite was expected");
  if (f->expect_curve != 0 && f->expect_curve != e->ec_group) return failed("another group was expected");
  if (tls12_resumed(e) != (resumes && !f->expect_session_miss))
    return failed(tls12_resumed(e) ? "the session was resumed, unexpectedly" : "the session was not resumed");
  if (f->expect_extended_master_secret && !e->extended_master_secret) return failed("no extended master secret");
  if (f->expect_secure_renegotiation && !e->renegotiation_info) return failed("no renegotiation_info");
  if (f->expect_no_secure_renegotiation && e->renegotiation_info) return failed("renegotiation_info, unexpectedly");
  return EXIT_DONE;
}

/* Moves bytes; waits for more if none could be. 0, or -1 if the peer is silent for too long or the network fails. */
static int step(struct connection *c)
{
  if (connection_move(c) != 0) return -1;
  if (connection_over(c) || tls12_application(&c->engine).length > 0) return 0;
  struct pollfd wait = {c->socket, connection_events(c), 0};
  const int ready = poll(&wait, 1, HANDSHAKE_SECONDS * 1000);
  if (ready > 0 || (ready < 0 && errno == EINTR)) return connection_move(c);
  c->error = "the runner is silent";
  return -1;
}

/* Application data on its way back. */
static struct octets answer;
static size_t answered;

static void send_answer(struct connection *c)
{
  const size_t left = answer.length - answered, n = left < 16384 ? left : 16384;
  if (n > 0) answered += tls12_send(&c->engine, answer.data + answered, (uint32_t)n);
  if (answered == answer.length) answered = answer.length = 0;
}

/* At most `most` bytes of what has come, if not 0. */
static void take_data(struct connection *c, shim_number most)
{
  struct tls12_bytes data = tls12_application(&c->engine);
  if (most != 0 && data.length > most) data.length = (uint32_t)most;
  uint8_t *room = octets_room(&answer, data.length);
  for (uint32_t i = 0; i < data.length; i++) room[i] = data.data[i] ^ 0xff;
  answer.length += data.length;
  tls12_application_taken(&c->engine, data.length);
}

static int network_failure(const struct connection *c)
{
  fprintf(stderr, "tls12 shim: %s\n", c->error != NULL ? c->error : "the runner closed the connection");
  return EXIT_VIOLATION;
}

static int handshake(struct connection *c)
{
  while (tls12_status(&c->engine) == TLS12_HANDSHAKING)
    if (step(c) != 0 || (c->peer_closed && tls12_status(&c->engine) == TLS12_HANDSHAKING)) break;
  if (tls12_status(&c->engine) == TLS12_CONNECTED) return EXIT_DONE;
  if (tls12_status(&c->engine) != TLS12_FAILED) return network_failure(c);
  report_failure("tls12 shim", &c->engine.failure);
  return EXIT_VIOLATION;
}

/* After the handshake: answers until the runner closes. */
static int converse(struct connection *c, const struct shim_flags *f)
{
  while ((!connection_over(c) || answer.length > 0) && tls12_status(&c->engine) < TLS12_CLOSED) {
    if (tls12_application(&c->engine).length > 0) take_data(c, f->read_size);
    send_answer(c);
    if (c->peer_closed && answer.length > 0 && tls12_output(&c->engine).length == 0) continue;
    if (step(c) != 0) return network_failure(c);
  }
  if (tls12_status(&c->engine) == TLS12_FAILED) {
    report_failure("tls12 shim", &c->engine.failure);
    return EXIT_VIOLATION;
  }
  if (f->check_close_notify && tls12_status(&c->engine) != TLS12_CLOSED) return failed("no close_notify");
  return handshakes == 1 + f->expect_renegotiations ? EXIT_DONE
                                                    : failed("another number of renegotiations was expected");
}

/* So that the runner gets what was sent last, the socket is closed when it has closed its side. */
static void leave(struct connection *c)
{
  char rest[4096];
  ssize_t n = 1;
  tls12_close(&c->engine);
  (void)connection_move(c);
  shutdown(c->socket, SHUT_WR);
  while (n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR))) {
    struct pollfd wait = {c->socket, POLLIN, 0};
    if (poll(&wait, 1, HANDSHAKE_SECONDS * 1000) == 0) break;
    n = recv(c->socket, rest, sizeof rest, 0);
  }
  close(c->socket);
  tls12_forget(&c->engine);
}

static int exchange(struct connection *c, const struct shim_flags *f, int resumes)
{
  int result = handshake(c);
  if (result == EXIT_DONE) result = check_expectations(f, &c->engine, resumes);
  if (result != EXIT_DONE) return result;
  answered = answer.length = 0;
  if (f->writes_first) octets_append(&answer, "hello", 5);
  if (!f->shuts_down) return converse(c, f);
  send_answer(c);
  return EXIT_DONE;
}

static int connect_once(struct phase *phase, int resumes)
{
  const struct shim_flags *f = phase->flags;
  struct tls12_config *config = &phase->settings.config;
  uint8_t id[8];
  char port[8];
  for (unsigned i = 0; i < sizeof id; i++) id[i] = (uint8_t)(f->shim_id >> 8 * i);
  snprintf(port, sizeof port, "%u", (unsigned)f->port & 0xffff);
  memset(&connection, 0, sizeof connection);
  handshakes = 0;
  connection.socket = network_connect("tls12 shim", f->ipv6 ? "::1" : "127.0.0.1", port);
  if (connection.socket < 0) return EXIT_IO;
  if (send(connection.socket, id, sizeof id, MSG_NOSIGNAL) != (ssize_t)sizeof id) {
    fprintf(stderr, "tls12 shim: %s\n", strerror(errno));
    close(connection.socket);
    return EXIT_IO;
  }
  if (f->server)
    sessions_tell_time(config, &served);
  else if (resumes)
    sessions_offer(config, &last);
  (f->server ? tls12_server : tls12_client)(&connection.engine, config);
  const int result = exchange(&connection, f, resumes);
  leave(&connection);
  return result;
}

int command_shim(int argc, char **argv)
{
  if (argc == 2 && strcmp(argv[1], "--help") == 0) {
    fputs(help, stdout);
    return EXIT_DONE;
  }
  int result = shim_flags_read(argc, argv, flags);
  if (result != EXIT_DONE) return result;
  if (flags[SHIM_INITIAL].is_handshaker_supported) {
    puts("No");
    return EXIT_DONE;
  }
  if (flags[SHIM_INITIAL].port == 0 || flags[SHIM_INITIAL].port > 65535) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  for (int i = 0; i < SHIM_PHASES && result == EXIT_DONE; i++) {
    phases[i].flags = &flags[i];
    result = prepare(&phases[i]);
  }
  if (result != EXIT_DONE) return result;
  share_sessions();
  for (shim_number n = 0; n <= flags[SHIM_INITIAL].resume_count && result == EXIT_DONE; n++)
    result = connect_once(&phases[n == 0 ? SHIM_INITIAL : SHIM_RESUME], n > 0);
  octets_free(&answer);
  tls12_session_forget(&last.session);
  sessions_forget(&served);
  for (int i = 0; i < SHIM_PHASES; i++) (void)settings_end(&phases[i].settings);
  return result;
}
