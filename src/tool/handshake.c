/* tls12 handshake: our client and our server, in memory. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tool/commands.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/handshake_files.h"
#include "tool/names.h"
#include "tool/sessions.h"
#include "tool/settings.h"
#include "tool/trace.h"
#include "tool/transfer.h"

static const char help[] =
    "usage: tls12 handshake [OPTION...]\n\n"
    "  tls12 handshake\n"
    "  tls12 handshake --kx DHE_RSA --trace\n"
    "  tls12 handshake --kx ECDHE_ECDSA --client-auth ecdsa_sign --html page.html\n"
    "  tls12 handshake --suite TLS_RSA_WITH_AES_128_CBC_SHA --pcap a.pcap --keylog a.keys\n\n"
    "Runs handshakes between our client and our server, in memory, with built-in test credentials.\n\n"
    "  --kx KX        with the first AES suite of this key exchange, for example ECDHE_RSA or DH_anon\n"
    "  --suite NAME   with this suite (IANA's or OpenSSL's name)\n"
    "  --all          with every suite (without options: one for each key exchange)\n"
    "  --client-auth TYPE  the server asks for a certificate, the client has one of this type: rsa_sign, dss_sign, "
    "ecdsa_sign,\n"
    "                 ed25519, rsa_fixed_dh, dss_fixed_dh, rsa_fixed_ecdh, ecdsa_fixed_ecdh, or empty (none); without "
    "it: none\n"
    "  --resume id|ticket  run each handshake twice; the second one resumes the session of the first\n"
    "  --renegotiate  then two more handshakes on the connection: the client asks for one, the server for the other\n"
    "  --alpn NAME[,NAME...]  application protocols of both, most wanted first\n"
    "  --trace        say on standard error what is sent\n"
    "  --json         the result as JSON\n"
    "  --pcap FILE    write the bytes as a capture\n"
    "  --keylog FILE  append the secrets, in the format that Wireshark reads\n"
    "  --html FILE    write a page that explains every byte, secrets included\n";

static struct tls12_engine client, server;
static int own_fault; /* of either: no random bytes */

/* What the handshake carried, for the line about it. */
struct account {
  struct settings settings;
  unsigned messages;
};

static struct account client_side, server_side;

static void count_message(void *context, const struct tls12_observation *observation)
{
  struct account *account = (struct account *)context; /* settings are its first member */
  account->messages++;
  if (account->settings.trace) trace_observation(&account->settings, observation);
}

/* Moves bytes both ways until neither side has any left. */
static void converse(struct transfer *transfer)
{
  for (;;) {
    const struct tls12_bytes a = tls12_output(&client), b = tls12_output(&server);
    if (a.length == 0 && b.length == 0) return;
    struct tls12_engine *from = a.length > 0 ? &client : &server, *to = a.length > 0 ? &server : &client;
    const struct tls12_bytes bytes = a.length > 0 ? a : b;
    transfer_record(transfer, a.length > 0, bytes);
    const uint32_t taken = tls12_receive(to, bytes.data, bytes.length);
    tls12_sent(from, taken);
    if (taken == 0 && tls12_output(to).length == 0) return;
  }
}

static long microseconds(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int same_protocol(void)
{
  const struct tls12_bytes a = tls12_protocol(&client), b = tls12_protocol(&server);
  return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/* The line about a handshake; whether it ended as it should. */
static int report(const struct tls12_suite *suite, int json, long duration, int resumes, int renegotiates)
{
  const int good = tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED &&
                   tls12_resumed(&client) == resumes && tls12_resumed(&server) == resumes &&
                   tls12_renegotiated(&client) == renegotiates && tls12_renegotiated(&server) == renegotiates &&
                   same_protocol();
  const struct tls12_bytes protocol = tls12_protocol(&client);
  const char *kx = tls12_key_exchange_name(suite->key_exchange);
  if (json)
    printf("{\"schema\":1,\"suite\":\"%s\",\"kx\":\"%s\",\"messages\":%u,\"resumed\":%s,\"renegotiated\":%s,"
           "\"alpn\":\"%.*s\",\"result\":\"%s\",\"microseconds\":%ld}\n",
           suite->name, kx, client_side.messages, resumes ? "true" : "false", renegotiates ? "true" : "false",
           (int)protocol.length, (const char *)protocol.data, good ? "complete" : "failed", duration);
  else
    printf("%-45s %-11s %2u messages  %s  %7ld us%s\n", suite->name, kx, client_side.messages,
           good ? "complete" : "FAILED", duration,
           renegotiates ? "  renegotiated"
           : resumes    ? "  resumed"
                        : "");
  if (!good) {
    report_failure("client", &client.failure);
    report_failure("server", &server.failure);
    own_fault |= client.failure.cause == TLS12_OWN_FAULT || server.failure.cause == TLS12_OWN_FAULT;
  }
  return good;
}

/* Another handshake on the connection, asked for by this side. */
static int run_again(struct tls12_engine *by, const struct tls12_suite *suite, struct transfer *transfer, int json)
{
  client_side.messages = server_side.messages = 0;
  const long start = microseconds();
  const int asked = tls12_renegotiate(by);
  converse(transfer);
  return report(suite, json, microseconds() - start, 0, 1) && asked;
}

/* One connection with this suite. */
static int run_once(const struct tls12_suite *suite, struct transfer *transfer, int json, int resumes)
{
  client_side.messages = server_side.messages = 0;
  transfer_next_flow(transfer);
  const long start = microseconds();
  static uint8_t room[2][TLS12_MESSAGE_MAX];
  struct tls12_messages of_client = {room[0], sizeof room[0], 0}, of_server = {room[1], sizeof room[1], 0};
  tls12_client_keeping(&client, &client_side.settings.config, &of_client);
  tls12_server_keeping(&server, &server_side.settings.config, &of_server);
  converse(transfer);
  int good = report(suite, json, microseconds() - start, resumes, 0);
  if (good && client_side.settings.config.renegotiation)
    good = run_again(&client, suite, transfer, json) && run_again(&server, suite, transfer, json);
  tls12_close(&client);
  converse(transfer);
  tls12_forget(&client);
  tls12_forget(&server);
  return good;
}

static struct last_session last;
static struct served_sessions served;

/* The handshake with this suite; with --resume, a second one that resumes the session of the first. */
static int run(const struct tls12_suite *suite, struct transfer *transfer, int json)
{
  struct tls12_config *config = &client_side.settings.config;
  const uint16_t value = suite->value;
  config->suites = server_side.settings.config.suites = &value;
  config->suite_count = server_side.settings.config.suite_count = 1;
  config->session = NULL;
  if (!run_once(suite, transfer, json, 0)) return 0;
  if (config->keep_session == NULL) return 1;
  sessions_offer(config, &last);
  return run_once(suite, transfer, json, 1);
}

/* --resume: 0, or -1 if there is no such way. */
static int resume_by(const char *way)
{
  sessions_keep(&client_side.settings.config, &last);
  if (strcmp(way, "id") == 0)
    sessions_serve_cache(&server_side.settings.config, &served);
  else if (strcmp(way, "ticket") == 0)
    sessions_serve_tickets(&server_side.settings.config, &served);
  else
    return -1;
  sessions_tell_time(&server_side.settings.config, &served);
  return 0;
}

/* Whether the run asked for covers this suite. */
static int asked(const struct tls12_suite *suite, const struct tls12_suite *one, enum tls12_key_exchange kx, int all,
                 unsigned *seen)
{
  if (one != NULL) return suite == one;
  if (kx != TLS12_KX_NULL && suite->key_exchange != kx) return 0;
  const unsigned bit = 1u << suite->key_exchange;
  if (all) return 1;
  if (suite->cipher < TLS12_CIPHER_AES_128_CBC || (*seen & bit) != 0) return 0;
  *seen |= bit;
  return 1;
}

/* --client-auth: 0, or -1 if there is no such type. */
static int ask_for(const char *type)
{
  static const struct {
    const char *name;
    int which; /* of test_client_credentials, -1: none */
  } types[] = {{"rsa_sign", 0},     {"dss_sign", 1},       {"ecdsa_sign", 2},       {"ed25519", 3}, {"rsa_fixed_dh", 4},
               {"dss_fixed_dh", 4}, {"rsa_fixed_ecdh", 5}, {"ecdsa_fixed_ecdh", 5}, {"empty", -1}};
  static struct tls12_credential credentials[TEST_CLIENT_CREDENTIALS];
  if (strcmp(type, "none") == 0) return 0;
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (strcmp(type, types[i].name) == 0 && test_client_credentials(credentials) == 0) {
      server_side.settings.config.client_certificate = TLS12_REQUESTED;
      client_side.settings.config.credentials = &credentials[types[i].which < 0 ? 0 : types[i].which];
      client_side.settings.config.credential_count = types[i].which < 0 ? 0 : 1;
      return 0;
    }
  return -1;
}

int command_handshake(int argc, char **argv)
{
  enum { KX = 1, SUITE, ALL, TRACE, JSON, PCAP, KEYLOG, HTML, HELP, CLIENT_AUTH, RESUME, RENEGOTIATE, ALPN };
  static const struct option options[] = {{"kx", required_argument, NULL, KX},
                                          {"suite", required_argument, NULL, SUITE},
                                          {"all", no_argument, NULL, ALL},
                                          {"trace", no_argument, NULL, TRACE},
                                          {"json", no_argument, NULL, JSON},
                                          {"pcap", required_argument, NULL, PCAP},
                                          {"keylog", required_argument, NULL, KEYLOG},
                                          {"help", no_argument, NULL, HELP},
                                          {"client-auth", required_argument, NULL, CLIENT_AUTH},
                                          {"resume", required_argument, NULL, RESUME},
                                          {"renegotiate", no_argument, NULL, RENEGOTIATE},
                                          {"alpn", required_argument, NULL, ALPN},
                                          {"html", required_argument, NULL, HTML},
                                          {NULL, 0, NULL, 0}};
  static struct tls12_credential credentials[TEST_CREDENTIALS];
  const struct tls12_suite *suite = NULL;
  enum tls12_key_exchange kx = TLS12_KX_NULL;
  struct certificates roots;
  struct transfer transfer = {0};
  struct handshake_files files = {NULL, NULL, NULL, {NULL, 0, 0}};
  int option, all = 0, json = 0;

  settings_start(&client_side.settings);
  settings_start(&server_side.settings);
  while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (option) {
    case KX:
      kx = key_exchange_by_name(optarg);
      if (kx == TLS12_KX_NULL) {
        fprintf(stderr, "tls12 handshake: '%s' is not a key exchange\n", optarg);
        return EXIT_USAGE;
      }
      break;
    case SUITE:
      suite = suite_by_name(optarg);
      if (suite == NULL) {
        fprintf(stderr, "tls12 handshake: '%s' is not a cipher suite of TLS 1.2\n", optarg);
        return EXIT_USAGE;
      }
      break;
    case ALL: all = 1; break;
    case TRACE: client_side.settings.trace = 1; break;
    case JSON: json = 1; break;
    case PCAP: files.pcap = optarg; break;
    case KEYLOG: files.key_log = optarg; break;
    case HTML: files.html = optarg; break;
    case HELP: fputs(help, stdout); return EXIT_DONE;
    case CLIENT_AUTH:
      if (ask_for(optarg) == 0) break;
      fprintf(stderr, "tls12 handshake: '%s' is not a type of client certificate\n", optarg);
      return EXIT_USAGE;
    case RESUME:
      if (resume_by(optarg) == 0) break;
      fprintf(stderr, "tls12 handshake: --resume takes id or ticket, not '%s'\n", optarg);
      return EXIT_USAGE;
    case ALPN:
      if (settings_protocols(&client_side.settings, optarg) != 0) return EXIT_USAGE;
      server_side.settings.config.protocols = client_side.settings.config.protocols;
      break;
    case RENEGOTIATE: client_side.settings.config.renegotiation = server_side.settings.config.renegotiation = 1; break;
    default: return EXIT_USAGE;
    }
  }
  if (optind != argc) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  char *secrets = NULL;
  size_t secrets_length = 0;
  client_side.settings.key_log = open_memstream(&secrets, &secrets_length);
  if (client_side.settings.key_log == NULL) return EXIT_IO;
  if (test_credentials(credentials, &roots) != 0) return EXIT_IO;
  struct tls12_config *configs[] = {&client_side.settings.config, &server_side.settings.config};
  if (settings_finish(&client_side.settings) != 0) return EXIT_USAGE;
  for (int i = 0; i < 2; i++) configs[i]->policy = TLS12_POLICY_REFERENCE;
  configs[0]->observe = count_message;
  configs[0]->context = &client_side;
  configs[0]->server_name = "server.example";
  configs[1]->credentials = credentials;
  configs[1]->credential_count = TEST_CREDENTIALS;
  for (int i = 0; i < 2; i++) {
    configs[i]->anchors = roots.list;
    configs[i]->anchor_count = roots.count;
    configs[i]->psks = &test_psk;
    configs[i]->psk_count = 1;
  }

  unsigned runs = 0, failed = 0, seen = 0;
  for (unsigned i = 0; i < tls12_suite_count; i++)
    if (asked(&tls12_suites[i], suite, kx, all, &seen)) {
      runs++;
      failed += !run(&tls12_suites[i], &transfer, json);
    }
  fclose(client_side.settings.key_log);
  octets_append(&files.secrets, secrets, secrets_length);
  free(secrets);
  const int written = runs == 0 ? 0 : handshake_files_write(&files, &transfer);
  octets_free(&files.secrets);
  transfer_free(&transfer);
  if (runs == 0) {
    fprintf(stderr, "tls12 handshake: not implemented: %s\n",
            suite != NULL ? suite->name : tls12_key_exchange_name(kx));
    return EXIT_NOT_IMPLEMENTED;
  }
  return written != 0 || own_fault ? EXIT_IO : failed > 0 ? EXIT_VIOLATION : EXIT_DONE;
}
