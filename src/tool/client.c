/* tls12 client HOST:PORT */
#include <errno.h>
#include <getopt.h>
#include <poll.h>
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
#include "tool/sessions.h"
#include "tool/settings.h"

static const char help[] =
    "usage: tls12 client [OPTION...] HOST:PORT\n\n"
    "  tls12 client www.example.org:443 < request\n"
    "  tls12 client --trace --insecure 127.0.0.1:4433 < /dev/null\n"
    "  tls12 client --policy reference --suite DHE-RSA-AES256-SHA 127.0.0.1:4433\n"
    "  tls12 client --psk 0102030405 --psk-identity me 127.0.0.1:4433\n\n"
    "Connects, runs a TLS 1.2 handshake, sends standard input, prints what comes back.\n\n"
    "  --policy modern|reference  what is offered (modern)\n"
    "  --suite NAME[,NAME...]     cipher suites, most wanted first\n"
    "  --sni NAME                 the server's name; without it HOST\n"
    "  --ca FILE                  trusted certificates, PEM (the system's, /etc/ssl/certs/ca-certificates.crt)\n"
    "  --insecure                 do not verify the server's chain and name\n"
    "  --cert FILE --key FILE     a chain and its key, PEM, for a server that asks for a certificate; repeatable\n"
    "  --psk HEX                  a pre-shared key\n"
    "  --psk-identity TEXT        its name\n"
    "  --alpn NAME[,NAME...]      application protocols, most wanted first, for example h2,http/1.1\n"
    "  --trusted-ca KIND          tell the server which certificates --ca has, by key_sha1_hash, x509_name or "
    "cert_sha1_hash,\n"
    "                             or that they are pre_agreed\n"
    "  --status-response FILE     ask for the status of the server's certificate; write the OCSP response, which is "
    "not\n"
    "                             verified, to this file\n"
    "  --resume N                 connect again N times, each time resuming the session, with the same input\n"
    "  --renegotiate              ask for another handshake on the connection, and accept those that the server asks "
    "for\n"
    "  --keylog FILE              append the secrets, in the format that Wireshark reads\n"
    "  --trace[=secrets]          say on standard error what is sent and received\n";

/* Prints what has come; 0, or -1 if it cannot be written. */
static int print_application_data(struct connection *c)
{
  for (;;) {
    const struct tls12_bytes data = tls12_application(&c->engine);
    if (data.length == 0) return fflush(stdout);
    if (fwrite(data.data, 1, data.length, stdout) != data.length) return -1;
    tls12_application_taken(&c->engine, data.length);
    if (connection_move(c) != 0) return 0;
  }
}

/* Standard input on its way to the server: all that was read, if it is to be sent again, and how much of it is sent. */
struct sender {
  struct octets bytes;
  size_t at;
  int finished, again;
};

/* 0, or -1 if it cannot be read. */
static int send_standard_input(struct connection *c, struct sender *sender, short ready)
{
  struct octets *bytes = &sender->bytes;
  if (sender->at == bytes->length && (ready & (POLLIN | POLLHUP)) != 0) {
    uint8_t more[4096];
    const ssize_t n = read(STDIN_FILENO, more, sizeof more);
    if (n < 0 && errno != EINTR && errno != EAGAIN) return -1;
    sender->finished = n == 0;
    if (!sender->again) sender->at = bytes->length = 0;
    if (n > 0) octets_append(bytes, more, (size_t)n);
  }
  const size_t left = bytes->length - sender->at;
  sender->at +=
      tls12_send(&c->engine, bytes->data + sender->at, left < TLS12_RECORD_MAX ? (uint32_t)left : TLS12_RECORD_MAX);
  return 0;
}

static int converse(struct connection *c, struct status *status, struct sender *sender)
{
  const time_t late = seconds() + HANDSHAKE_SECONDS;
  int connected = 0, renegotiating = 0;
  sender->at = 0;
  while (!connection_over(c) && c->error == NULL) {
    const int reading = connected && !sender->finished && sender->at == sender->bytes.length;
    struct pollfd waits[] = {{c->socket, connection_events(c), 0}, {reading ? STDIN_FILENO : -1, POLLIN, 0}};
    if (poll(waits, 2, connected ? -1 : 1000) < 0 && errno != EINTR) {
      fprintf(stderr, "tls12 client: %s\n", strerror(errno));
      return EXIT_IO;
    }
    const int moved = connection_move(c) == 0;
    if (!connected && tls12_status(&c->engine) == TLS12_CONNECTED) {
      connected = 1;
      report_connected("tls12 client", &c->engine);
      if (status->name != NULL && status_write(status) != 0) return EXIT_IO;
      renegotiating = c->engine.config->renegotiation;
      if (renegotiating) (void)tls12_renegotiate(&c->engine);
    }
    if (renegotiating && tls12_status(&c->engine) == TLS12_CONNECTED) {
      renegotiating = 0;
      fprintf(stderr, "tls12 client: %s\n",
              tls12_renegotiated(&c->engine) ? "renegotiated" : "warning: the server does not renegotiate");
    }
    if (!connected && seconds() > late) {
      fprintf(stderr, "tls12 client: the handshake takes longer than %d s\n", HANDSHAKE_SECONDS);
      return EXIT_IO;
    }
    if (moved && connected && send_standard_input(c, sender, waits[1].revents) != 0) {
      fprintf(stderr, "tls12 client: standard input: %s\n", strerror(errno));
      return EXIT_IO;
    }
    if (connection_move(c) == 0 && print_application_data(c) != 0) {
      fprintf(stderr, "tls12 client: standard output: %s\n", strerror(errno));
      return EXIT_IO;
    }
  }
  if (tls12_status(&c->engine) == TLS12_FAILED) {
    report_failure("tls12 client", &c->engine.failure);
    return c->engine.failure.cause == TLS12_OWN_FAULT ? EXIT_IO : EXIT_VIOLATION;
  }
  if (c->error != NULL || !connected) {
    fprintf(stderr, "tls12 client: %s\n",
            c->error != NULL ? c->error : "the server closed before the handshake was over");
    return EXIT_IO;
  }
  if (tls12_status(&c->engine) == TLS12_CONNECTED)
    fprintf(stderr, "tls12 client: warning: the server closed without close_notify\n");
  return EXIT_DONE;
}

/* One connection from its beginning to its end. */
static int connect_once(struct settings *settings, const char *host, const char *port, struct sender *sender)
{
  static struct connection connection;
  memset(&connection, 0, sizeof connection);
  connection.socket = network_connect("tls12 client", host, port);
  if (connection.socket < 0) return EXIT_IO;
  static uint8_t room[TLS12_MESSAGE_MAX];
  struct tls12_messages messages = {room, sizeof room, 0};
  tls12_client_keeping(&connection.engine, &settings->config, settings->config.credential_count > 0 ? &messages : NULL);
  const int result = converse(&connection, &settings->status, sender);
  tls12_close(&connection.engine);
  connection_move(&connection);
  tls12_forget(&connection.engine);
  close(connection.socket);
  return result;
}

int command_client(int argc, char **argv)
{
  enum {
    POLICY = 1,
    SUITE,
    SNI,
    CA,
    INSECURE,
    CERT,
    KEY,
    PSK,
    PSK_IDENTITY,
    KEYLOG,
    TRACE,
    HELP,
    RESUME,
    RENEGOTIATE,
    ALPN,
    STATUS_RESPONSE,
    TRUSTED_CA,
    LATER
  };
  static const struct option options[] = {{"policy", required_argument, NULL, POLICY},
                                          {"suite", required_argument, NULL, SUITE},
                                          {"sni", required_argument, NULL, SNI},
                                          {"ca", required_argument, NULL, CA},
                                          {"insecure", no_argument, NULL, INSECURE},
                                          {"keylog", required_argument, NULL, KEYLOG},
                                          {"trace", optional_argument, NULL, TRACE},
                                          {"help", no_argument, NULL, HELP},
                                          {"group", required_argument, NULL, LATER},
                                          {"cert", required_argument, NULL, CERT},
                                          {"key", required_argument, NULL, KEY},
                                          {"psk", required_argument, NULL, PSK},
                                          {"psk-identity", required_argument, NULL, PSK_IDENTITY},
                                          {"alpn", required_argument, NULL, ALPN},
                                          {"status-response", required_argument, NULL, STATUS_RESPONSE},
                                          {"trusted-ca", required_argument, NULL, TRUSTED_CA},
                                          {"resume", required_argument, NULL, RESUME},
                                          {"renegotiate", no_argument, NULL, RENEGOTIATE},
                                          {NULL, 0, NULL, 0}};
  static struct settings settings;
  static struct last_session last;
  struct sender sender = {{0}, 0, 0, 0};
  unsigned long again = 0;
  const char *host, *port, *ca = "/etc/ssl/certs/ca-certificates.crt", *name = NULL, *cert = NULL;
  static struct tls12_credential credentials[CREDENTIALS_MAX];
  struct certificates anchors = {0};
  int option, index = 0;

  settings_start(&settings);
  while ((option = getopt_long(argc, argv, "", options, &index)) != -1) {
    int bad = 0;
    switch (option) {
    case POLICY: bad = settings_policy(&settings, optarg); break;
    case SUITE: bad = settings_suites(&settings, optarg); break;
    case SNI: name = optarg; break;
    case CA: ca = optarg; break;
    case INSECURE: settings.config.accept_any_chain = 1; break;
    case CERT: cert = optarg; break;
    case KEY:
      bad = cert == NULL || settings.config.credential_count == CREDENTIALS_MAX;
      if (bad)
        fprintf(stderr, "tls12 client: --key follows its --cert, at most %d times\n", CREDENTIALS_MAX);
      else if (credential_from_files(cert, optarg, &credentials[settings.config.credential_count++]) != 0)
        return EXIT_IO;
      cert = NULL;
      break;
    case PSK: bad = settings_psk(&settings, optarg); break;
    case PSK_IDENTITY: bad = settings_psk_identity(&settings, optarg); break;
    case ALPN: bad = settings_protocols(&settings, optarg); break;
    case STATUS_RESPONSE: settings_status(&settings, optarg); break;
    case TRUSTED_CA: bad = settings_trusted_authorities(&settings, optarg); break;
    case KEYLOG:
      if (settings_key_log(&settings, optarg) != 0) return EXIT_IO;
      break;
    case TRACE: bad = settings_trace(&settings, optarg); break;
    case HELP: fputs(help, stdout); return EXIT_DONE;
    case RENEGOTIATE: settings.config.renegotiation = 1; break;
    case RESUME:
      again = strtoul(optarg, NULL, 10);
      bad = again == 0;
      sender.again = 1;
      sessions_keep(&settings.config, &last);
      break;
    case LATER:
      fprintf(stderr, "tls12 client: --%s is not implemented\n", options[index].name);
      return EXIT_NOT_IMPLEMENTED;
    default: bad = 1; break;
    }
    if (bad) return EXIT_USAGE;
  }
  if (optind + 1 != argc || cert != NULL || network_split_address(argv[optind], &host, &port) != 0) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  if (!settings.config.accept_any_chain && certificates_from_file(ca, &anchors) != 0) return EXIT_IO;
  settings.config.anchors = anchors.list;
  settings.config.anchor_count = anchors.count;
  if (settings_name_authorities(&settings) != 0) return EXIT_USAGE;
  settings.config.server_name = name != NULL ? name : host;
  settings.config.credentials = credentials;
  if (settings_finish(&settings) != 0) return EXIT_USAGE;

  int result = connect_once(&settings, host, port, &sender);
  for (; again > 0 && result == EXIT_DONE; again--) {
    sessions_offer(&settings.config, &last);
    result = connect_once(&settings, host, port, &sender);
  }
  octets_free(&sender.bytes);
  tls12_session_forget(&last.session);
  if (settings_end(&settings) != 0) return EXIT_IO;
  return result;
}
