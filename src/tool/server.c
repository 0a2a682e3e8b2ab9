/* tls12 server --port N */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tool/commands.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/network.h"
#include "tool/octets.h"
#include "tool/settings.h"

static const char help[] =
    "usage: tls12 server --port N [OPTION...]\n\n"
    "Accepts TLS 1.2 connections, many at once, until SIGINT or SIGTERM. Without --www and --echo it prints what the\n"
    "clients send.\n\n"
    "  --bind ADDR                the address to listen at (127.0.0.1)\n"
    "  --cert FILE --key FILE     a chain and its key, PEM; repeatable; without them the built-in test credentials\n"
    "  --request-cert             ask clients for a certificate, which is verified with --ca\n"
    "  --require-cert             refuse clients without one\n"
    "  --ca FILE                  trusted certificates, PEM\n"
    "  --psk HEX                  a pre-shared key\n"
    "  --psk-identity TEXT        its name\n"
    "  --psk-hint TEXT            what clients are told of the key that is wanted\n"
    "  --suite NAME[,NAME...]     cipher suites, most wanted first\n"
    "  --policy modern|reference  what is accepted (modern)\n"
    "  --www                      answer HTTP requests with a page about the handshake\n"
    "  --echo                     send application data back\n"
    "  --connections N            stop after N connections\n"
    "  --keylog FILE              append the secrets, in the format that Wireshark reads\n"
    "  --trace[=secrets]          say on standard error what is sent and received\n";

/* Open connections at once; more wait in the kernel's queue. */
#define CONNECTIONS_MAX 1000

enum service { PRINT, WWW, ECHO };

struct client {
  struct connection connection;
  struct octets request; /* WWW: what has come of the request, at most REQUEST_MAX bytes */
  struct octets reply;
  size_t replied;
  int announced;
};

#define REQUEST_MAX 8192

struct server {
  struct settings settings;
  struct tls12_credential credentials[CREDENTIALS_MAX];
  unsigned credential_count;
  enum service service;
  int listener;
  unsigned long accepted, wanted; /* wanted 0: no end */
  struct client **clients;
  size_t count;
};

static volatile sig_atomic_t stopped;

static void stop(int signal_number)
{
  (void)signal_number;
  stopped = 1;
}

static void accept_client(struct server *server)
{
  const int s = accept(server->listener, NULL, NULL);
  if (s < 0) return;
  fcntl(s, F_SETFL, O_NONBLOCK);
  struct client *client = grow(NULL, 1, sizeof *client);
  memset(client, 0, sizeof *client);
  client->connection.socket = s;
  tls12_server(&client->connection.engine, &server->settings.config);
  server->clients[server->count++] = client;
  server->accepted++;
}

static void drop_client(struct client *client)
{
  close(client->connection.socket);
  tls12_forget(&client->connection.engine);
  octets_free(&client->request);
  octets_free(&client->reply);
  free(client);
}

static void make_page(struct client *client)
{
  char page[1024], head[256];
  const struct tls12_engine *e = &client->connection.engine;
  const int n = snprintf(page, sizeof page,
                         "<!DOCTYPE html>\n<html lang=\"en\"><title>tls12</title>\n<h1>TLS 1.2</h1>\n<dl>\n"
                         "<dt>Cipher suite<dd>%s\n<dt>Key exchange<dd>%s\n<dt>Extended master secret<dd>%s\n"
                         "<dt>Secure renegotiation<dd>%s\n</dl>\n</html>\n",
                         e->suite->name, tls12_key_exchange_name(e->suite->key_exchange),
                         e->extended_master_secret ? "yes" : "no", e->renegotiation_info ? "yes" : "no");
  const int m = snprintf(head, sizeof head,
                         "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n"
                         "Connection: close\r\n\r\n",
                         n);
  octets_append(&client->reply, head, (size_t)m);
  octets_append(&client->reply, page, (size_t)n);
}

static int request_complete(const struct octets *request)
{
  for (size_t i = 3; i < request->length; i++)
    if (memcmp(request->data + i - 3, "\r\n\r\n", 4) == 0) return 1;
  return request->length >= REQUEST_MAX;
}

/* Does with the client's data what the service says. */
static void serve(struct server *server, struct client *client)
{
  struct tls12_engine *e = &client->connection.engine;
  const struct tls12_bytes data = tls12_application(e);
  if (data.length > 0 && client->reply.length == client->replied) {
    if (server->service == PRINT) {
      fwrite(data.data, 1, data.length, stdout);
      fflush(stdout);
    } else if (server->service == ECHO) {
      client->reply.length = client->replied = 0;
      octets_append(&client->reply, data.data, data.length);
    } else {
      octets_append(&client->request, data.data, data.length);
      if (request_complete(&client->request) && client->reply.length == 0) make_page(client);
    }
    tls12_application_taken(e, data.length);
  }
  if (client->replied < client->reply.length)
    client->replied +=
        tls12_send(e, client->reply.data + client->replied, (uint32_t)(client->reply.length - client->replied));
  if (server->service == WWW && client->reply.length > 0 && client->replied == client->reply.length) tls12_close(e);
}

/* Moves what can be moved; answers whether the connection goes on. */
static int move_client(struct server *server, struct client *client)
{
  struct connection *c = &client->connection;
  size_t before;
  do { /* as long as the service takes or gives */
    if (connection_move(c) != 0) {
      fprintf(stderr, "tls12 server: %s\n", c->error);
      return 0;
    }
    before = tls12_application(&c->engine).length + (client->reply.length - client->replied);
    serve(server, client);
  } while (before != tls12_application(&c->engine).length + (client->reply.length - client->replied));
  if (connection_move(c) != 0) return 0;
  if (!client->announced && tls12_status(&c->engine) == TLS12_CONNECTED) {
    client->announced = 1;
    fprintf(stderr, "tls12 server: connected: %s%s\n", c->engine.suite->name,
            c->engine.extended_master_secret ? ", extended master secret" : "");
  }
  if (!connection_over(c)) return 1;
  if (tls12_status(&c->engine) == TLS12_FAILED)
    report_failure("tls12 server", &c->engine.failure);
  else if (tls12_status(&c->engine) == TLS12_HANDSHAKING)
    fprintf(stderr, "tls12 server: the client closed before the handshake was over\n");
  return 0;
}

static int run(struct server *server)
{
  struct pollfd waits[1 + CONNECTIONS_MAX];
  while (!stopped && (server->wanted == 0 || server->accepted < server->wanted || server->count > 0)) {
    const int accepting = server->count < CONNECTIONS_MAX && (server->wanted == 0 || server->accepted < server->wanted);
    waits[0] = (struct pollfd){accepting ? server->listener : -1, POLLIN, 0};
    for (size_t i = 0; i < server->count; i++)
      waits[1 + i] =
          (struct pollfd){server->clients[i]->connection.socket, connection_events(&server->clients[i]->connection), 0};
    if (poll(waits, 1 + server->count, -1) < 0) {
      if (errno == EINTR) continue;
      fprintf(stderr, "tls12 server: %s\n", strerror(errno));
      return EXIT_IO;
    }
    for (size_t i = server->count; i-- > 0;)
      if (waits[1 + i].revents != 0 && !move_client(server, server->clients[i])) {
        drop_client(server->clients[i]);
        server->clients[i] = server->clients[--server->count];
      }
    if (waits[0].revents != 0) accept_client(server);
  }
  return EXIT_DONE;
}

int command_server(int argc, char **argv)
{
  enum {
    PORT = 1,
    BIND,
    CERT,
    KEY,
    SUITE,
    POLICY,
    SERVE_WWW,
    SERVE_ECHO,
    CONNECTIONS,
    KEYLOG,
    TRACE,
    HELP,
    RENEGOTIATION,
    CA,
    REQUEST_CERT,
    REQUIRE_CERT,
    PSK,
    PSK_IDENTITY,
    PSK_HINT,
    FINE,
    LATER
  };
  static const struct option options[] = {{"port", required_argument, NULL, PORT},
                                          {"bind", required_argument, NULL, BIND},
                                          {"cert", required_argument, NULL, CERT},
                                          {"key", required_argument, NULL, KEY},
                                          {"suite", required_argument, NULL, SUITE},
                                          {"policy", required_argument, NULL, POLICY},
                                          {"www", no_argument, NULL, SERVE_WWW},
                                          {"echo", no_argument, NULL, SERVE_ECHO},
                                          {"connections", required_argument, NULL, CONNECTIONS},
                                          {"keylog", required_argument, NULL, KEYLOG},
                                          {"trace", optional_argument, NULL, TRACE},
                                          {"help", no_argument, NULL, HELP},
                                          {"renegotiation", required_argument, NULL, RENEGOTIATION},
                                          {"no-tickets", no_argument, NULL, FINE}, /* none are given */
                                          {"no-session-cache", no_argument, NULL, FINE},
                                          {"cert-for", required_argument, NULL, LATER},
                                          {"ca", required_argument, NULL, CA},
                                          {"request-cert", no_argument, NULL, REQUEST_CERT},
                                          {"require-cert", no_argument, NULL, REQUIRE_CERT},
                                          {"group", required_argument, NULL, LATER},
                                          {"psk", required_argument, NULL, PSK},
                                          {"psk-identity", required_argument, NULL, PSK_IDENTITY},
                                          {"psk-hint", required_argument, NULL, PSK_HINT},
                                          {"alpn", required_argument, NULL, LATER},
                                          {"status-response", required_argument, NULL, LATER},
                                          {NULL, 0, NULL, 0}};
  static struct server server;
  const char *address = "127.0.0.1", *port = NULL, *cert = NULL, *ca = NULL;
  int option, index = 0;

  settings_start(&server.settings);
  while ((option = getopt_long(argc, argv, "", options, &index)) != -1) {
    int bad = 0;
    switch (option) {
    case PORT: port = optarg; break;
    case BIND: address = optarg; break;
    case CERT: cert = optarg; break;
    case KEY:
      bad = cert == NULL || server.credential_count == CREDENTIALS_MAX;
      if (bad)
        fprintf(stderr, "tls12 server: --key follows its --cert, at most %d times\n", CREDENTIALS_MAX);
      else if (credential_from_files(cert, optarg, &server.credentials[server.credential_count++]) != 0)
        return EXIT_IO;
      cert = NULL;
      break;
    case SUITE: bad = settings_suites(&server.settings, optarg); break;
    case POLICY: bad = settings_policy(&server.settings, optarg); break;
    case SERVE_WWW: server.service = WWW; break;
    case SERVE_ECHO: server.service = ECHO; break;
    case CONNECTIONS:
      server.wanted = strtoul(optarg, NULL, 10);
      bad = server.wanted == 0;
      break;
    case KEYLOG:
      if (settings_key_log(&server.settings, optarg) != 0) return EXIT_IO;
      break;
    case TRACE: bad = settings_trace(&server.settings, optarg); break;
    case HELP: fputs(help, stdout); return EXIT_DONE;
    case CA: ca = optarg; break;
    case REQUEST_CERT: server.settings.config.client_certificate = TLS12_REQUESTED; break;
    case REQUIRE_CERT: server.settings.config.client_certificate = TLS12_REQUIRED; break;
    case PSK: bad = settings_psk(&server.settings, optarg); break;
    case PSK_IDENTITY: bad = settings_psk_identity(&server.settings, optarg); break;
    case PSK_HINT: bad = settings_psk_hint(&server.settings, optarg); break;
    case FINE: break;
    case RENEGOTIATION:
      if (strcmp(optarg, "refuse") == 0) break;
      /* fall through */
    case LATER:
      fprintf(stderr, "tls12 server: --%s is not implemented\n", options[index].name);
      return EXIT_NOT_IMPLEMENTED;
    default: bad = 1; break;
    }
    if (bad) return EXIT_USAGE;
  }
  if (port == NULL || optind != argc || cert != NULL) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  if ((ca == NULL) != (server.settings.config.client_certificate == TLS12_NOT_REQUESTED)) {
    fprintf(stderr, "tls12 server: --ca goes with --request-cert or --require-cert\n");
    return EXIT_USAGE;
  }
  struct certificates roots, anchors = {0};
  if (ca != NULL && certificates_from_file(ca, &anchors) != 0) return EXIT_IO;
  server.settings.config.anchors = anchors.list;
  server.settings.config.anchor_count = anchors.count;
  if (server.credential_count == 0) {
    if (test_credentials(server.credentials, &roots) != 0) return EXIT_IO;
    server.credential_count = TEST_CREDENTIALS;
  }
  server.settings.config.credentials = server.credentials;
  server.settings.config.credential_count = server.credential_count;
  if (settings_finish(&server.settings) != 0) return EXIT_USAGE;

  const struct sigaction action = {.sa_handler = stop};
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  server.listener = network_listen("tls12 server", address, port);
  if (server.listener < 0) return EXIT_IO;
  server.clients = grow(NULL, CONNECTIONS_MAX, sizeof *server.clients);
  const int result = run(&server);
  while (server.count > 0) drop_client(server.clients[--server.count]);
  free(server.clients);
  close(server.listener);
  if (server.settings.key_log != NULL && fclose(server.settings.key_log) != 0) return EXIT_IO;
  return result;
}
