/* tls12 server --port N */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/commands.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/loop.h"
#include "tool/sessions.h"
#include "tool/settings.h"
#include "tool/status.h"
#include "x509/authority.h"

static const char help[] =
    "usage: tls12 server --port N [OPTION...]\n\n"
    "  tls12 server --port 4433 --www\n"
    "  tls12 server --port 4433 --cert chain.pem --key key.pem --echo --trace\n"
    "  tls12 server --port 4433 --require-cert --ca roots.pem --connections 1\n\n"
    "Accepts TLS 1.2 connections, many at once, until SIGINT or SIGTERM. Without --www and --echo it prints what the\n"
    "clients send.\n\n"
    "  --bind ADDR                the address to listen at (127.0.0.1)\n"
    "  --cert FILE --key FILE     a chain and its key, PEM; repeatable; without them the built-in test credentials\n"
    "  --status-response FILE     the OCSP response, DER, for clients that ask for the status of the certificate "
    "before\n"
    "  --request-cert             ask clients for a certificate, which is verified with --ca\n"
    "  --require-cert             refuse clients without one\n"
    "  --ca FILE                  trusted certificates, PEM, which clients are told the names of\n"
    "  --psk HEX                  a pre-shared key\n"
    "  --psk-identity TEXT        its name\n"
    "  --psk-hint TEXT            what clients are told of the key that is wanted\n"
    "  --suite NAME[,NAME...]     cipher suites, most wanted first\n"
    "  --policy modern|reference  what is accepted (modern)\n"
    "  --alpn NAME[,NAME...]      application protocols, most wanted first; clients that offer others only are "
    "refused\n"
    "  --www                      answer HTTP requests with a page about the handshake\n"
    "  --echo                     send application data back\n"
    "  --no-session-cache         give sessions no ids\n"
    "  --no-tickets               give no session tickets\n"
    "  --renegotiation allow|refuse  what is done when a client asks for another handshake on the connection (refuse)\n"
    "  --renegotiate              ask each client for another handshake\n"
    "  --connections N            stop after N connections\n"
    "  --timeout N                seconds for a handshake (30); a connection without data may last ten times as long\n"
    "  --keylog FILE              append the secrets, in the format that Wireshark reads\n"
    "  --trace[=secrets]          say on standard error what is sent and received\n";

struct server {
  struct settings settings;
  struct served_sessions sessions;
  struct tls12_credential credentials[CREDENTIALS_MAX];
  unsigned credential_count;
  struct loop loop;
};

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
    RENEGOTIATE,
    NO_TICKETS,
    NO_SESSION_CACHE,
    LATER,
    ALPN,
    STATUS_RESPONSE,
    TIMEOUT
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
                                          {"timeout", required_argument, NULL, TIMEOUT},
                                          {"trace", optional_argument, NULL, TRACE},
                                          {"help", no_argument, NULL, HELP},
                                          {"renegotiation", required_argument, NULL, RENEGOTIATION},
                                          {"renegotiate", no_argument, NULL, RENEGOTIATE},
                                          {"no-tickets", no_argument, NULL, NO_TICKETS},
                                          {"no-session-cache", no_argument, NULL, NO_SESSION_CACHE},
                                          {"cert-for", required_argument, NULL, LATER},
                                          {"ca", required_argument, NULL, CA},
                                          {"request-cert", no_argument, NULL, REQUEST_CERT},
                                          {"require-cert", no_argument, NULL, REQUIRE_CERT},
                                          {"group", required_argument, NULL, LATER},
                                          {"psk", required_argument, NULL, PSK},
                                          {"psk-identity", required_argument, NULL, PSK_IDENTITY},
                                          {"psk-hint", required_argument, NULL, PSK_HINT},
                                          {"alpn", required_argument, NULL, ALPN},
                                          {"status-response", required_argument, NULL, STATUS_RESPONSE},
                                          {NULL, 0, NULL, 0}};
  static struct server server;
  const char *cert = NULL, *ca = NULL;
  int option, index = 0, tickets = 1, session_cache = 1;

  settings_start(&server.settings);
  server.loop =
      (struct loop){.config = &server.settings.config, .address = "127.0.0.1", .handshake_seconds = HANDSHAKE_SECONDS};
  while ((option = getopt_long(argc, argv, "", options, &index)) != -1) {
    int bad = 0;
    switch (option) {
    case PORT: server.loop.port = optarg; break;
    case BIND: server.loop.address = optarg; break;
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
    case SERVE_WWW: server.loop.service = WWW; break;
    case SERVE_ECHO: server.loop.service = ECHO; break;
    case CONNECTIONS:
      server.loop.wanted = strtoul(optarg, NULL, 10);
      bad = server.loop.wanted == 0;
      break;
    case TIMEOUT:
      server.loop.handshake_seconds = atoi(optarg);
      bad = server.loop.handshake_seconds < 1 || server.loop.handshake_seconds > 3600;
      break;
    case ALPN: bad = settings_protocols(&server.settings, optarg); break;
    case STATUS_RESPONSE:
      if (server.credential_count == 0) {
        fprintf(stderr, "tls12 server: --status-response follows the --key that it is about\n");
        return EXIT_USAGE;
      }
      if (status_read(optarg, &server.credentials[server.credential_count - 1].ocsp_response) != 0) return EXIT_IO;
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
    case RENEGOTIATE: server.settings.config.renegotiation = server.loop.asks = 1; break;
    case NO_TICKETS: tickets = 0; break;
    case NO_SESSION_CACHE: session_cache = 0; break;
    case RENEGOTIATION:
      server.settings.config.renegotiation = strcmp(optarg, "allow") == 0;
      bad = !server.settings.config.renegotiation && strcmp(optarg, "refuse") != 0;
      break;
    case LATER:
      fprintf(stderr, "tls12 server: --%s is not implemented\n", options[index].name);
      return EXIT_NOT_IMPLEMENTED;
    default: bad = 1; break;
    }
    if (bad) return EXIT_USAGE;
  }
  if (server.loop.port == NULL || optind != argc || cert != NULL) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  if ((ca == NULL) != (server.settings.config.client_certificate == TLS12_NOT_REQUESTED)) {
    fprintf(stderr, "tls12 server: --ca goes with --request-cert or --require-cert\n");
    return EXIT_USAGE;
  }
  static struct certificates roots;
  struct certificates anchors = {0};
  if (ca != NULL && certificates_from_file(ca, &anchors) != 0) return EXIT_IO;
  static uint8_t names[TLS12_MESSAGE_MAX / 2];
  server.settings.config.certificate_authorities = (struct tls12_bytes){
      names, tls12_distinguished_names(anchors.list, anchors.count, names, sizeof names)}; /* too many: none */
  server.settings.config.anchors = anchors.list;
  server.settings.config.anchor_count = anchors.count;
  if (server.credential_count == 0) {
    if (test_credentials(server.credentials, &roots) != 0) return EXIT_IO;
    server.credential_count = TEST_CREDENTIALS;
  }
  server.settings.config.credentials = server.credentials;
  server.settings.config.credential_count = server.credential_count;
  if (settings_finish(&server.settings) != 0) return EXIT_USAGE;
  if (session_cache) sessions_serve_cache(&server.settings.config, &server.sessions);
  if (tickets) sessions_serve_tickets(&server.settings.config, &server.sessions);
  server.loop.sessions = &server.sessions;

  const int result = loop_run(&server.loop);
  sessions_forget(&server.sessions);
  if (settings_end(&server.settings) != 0) return EXIT_IO;
  return result;
}
