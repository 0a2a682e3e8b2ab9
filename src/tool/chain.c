/* tls12 chain --ca ROOTS.pem CHAIN.pem */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "handshake/offer.h"
#include "tool/chain_judge.h"
#include "tool/chain_report.h"
#include "tool/commands.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/instant.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "tool/settings.h"
#include "x509/verify.h"

static const char help[] =
    "usage: tls12 chain --ca ROOTS.pem [OPTION...] CHAIN.pem\n\n"
    "  tls12 chain --ca roots.pem chain.pem\n"
    "  tls12 chain --ca roots.pem --name www.example.org --kx ECDHE_RSA chain.pem\n"
    "  tls12 chain --ca roots.pem --time 2026-11-30T12:00:00Z --json chain.pem\n\n"
    "Verifies a chain of certificates as a TLS handshake carries it: the own certificate first, each of the others "
    "certifying\n"
    "the one before, the root left out or last. Says which certificate breaks which rule.\n\n"
    "  --ca FILE                  trusted certificates, PEM\n"
    "  --name HOST                the host name or IP address that the first certificate must be for\n"
    "  --usage server|client      whose chain it is (server)\n"
    "  --kx KX                    the key exchange that the first certificate must suit\n"
    "  --time RFC3339             the time at which it must be valid, such as 2026-11-30T12:00:00Z (now)\n"
    "  --policy modern|reference  the signatures that are accepted, modern without SHA-1 and MD5 (modern)\n"
    "  --json                     the result as JSON\n";

struct question {
  const char *file;
  struct certificates chain, anchors;
  struct chain_question asked;
  int json;
};

/* An anchor that is malformed anchors nothing. */
static void warn_of_anchors(const char *file, const struct certificates *anchors)
{
  for (unsigned i = 0; i < anchors->count; i++) {
    struct tls12_x509 parsed;
    const struct tls12_fault fault = x509_parse(anchors->list[i].data, anchors->list[i].length, &parsed);
    if (fault.rule != TLS12_NO_RULE)
      fprintf(stderr, "%s: certificate %u is passed over: %s\n", file, i, rule_text(fault.rule)->summary);
  }
}

static int wrong(const char *option, const char *value)
{
  fprintf(stderr, "tls12 chain: --%s: '%s' is not one\n", option, value);
  return EXIT_USAGE;
}

static int answer(struct question *q, const char *ca)
{
  if (certificates_from_file(ca, &q->anchors) != 0 || certificates_from_file(q->file, &q->chain) != 0) return EXIT_IO;
  warn_of_anchors(ca, &q->anchors);
  q->asked.options.anchors = q->anchors.list;
  q->asked.options.anchor_count = q->anchors.count;
  q->asked.chain = q->chain.list;
  q->asked.length = q->chain.count;
  q->asked.groups = offered_groups();
  q->asked.types = chain_all_types;
  const struct tls12_chain_verdict verdict = chain_judge(&q->asked);
  if (q->json)
    chain_print_json(q->file, &q->chain, &verdict);
  else
    chain_print_text(q->file, &q->chain, &verdict);
  if (fflush(stdout) != 0) return EXIT_IO;
  if (verdict.fault.rule == TLS12_NO_RULE) return EXIT_DONE;
  chain_diagnose(q->file, &q->chain, &verdict);
  return EXIT_VIOLATION;
}

int command_chain(int argc, char **argv)
{
  enum { CA = 1, NAME, USAGE, KX, TIME, POLICY, JSON, HELP };
  static const struct option options[] = {{"ca", required_argument, NULL, CA},
                                          {"name", required_argument, NULL, NAME},
                                          {"usage", required_argument, NULL, USAGE},
                                          {"kx", required_argument, NULL, KX},
                                          {"time", required_argument, NULL, TIME},
                                          {"policy", required_argument, NULL, POLICY},
                                          {"json", no_argument, NULL, JSON},
                                          {"help", no_argument, NULL, HELP},
                                          {NULL, 0, NULL, 0}};
  static struct settings settings;
  static struct question q;
  const char *ca = NULL;
  int option;

  settings_start(&settings);
  q.asked.options.purpose = TLS12_PURPOSE_SERVER_AUTH;
  q.asked.options.time = settings.config.time;
  while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (option) {
    case CA: ca = optarg; break;
    case NAME:
      if (optarg[0] == 0) return wrong("name", optarg);
      q.asked.options.host = (struct tls12_bytes){(const uint8_t *)optarg, (uint32_t)strlen(optarg)};
      break;
    case USAGE:
      if (strcmp(optarg, "server") != 0 && strcmp(optarg, "client") != 0) return wrong("usage", optarg);
      q.asked.options.purpose = optarg[0] == 's' ? TLS12_PURPOSE_SERVER_AUTH : TLS12_PURPOSE_CLIENT_AUTH;
      break;
    case KX:
      if ((q.asked.kx = key_exchange_by_name(optarg)) == TLS12_KX_NULL) return wrong("kx", optarg);
      break;
    case TIME:
      if ((q.asked.options.time = instant_read(optarg)) == 0) return wrong("time", optarg);
      break;
    case POLICY:
      if (settings_policy(&settings, optarg) != 0) return EXIT_USAGE;
      break;
    case JSON: q.json = 1; break;
    case HELP: fputs(help, stdout); return EXIT_DONE;
    default: return EXIT_USAGE;
    }
  }
  if (ca == NULL || optind + 1 != argc) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  q.file = argv[optind];
  q.asked.options.accepted = offered_pairs(settings.config.policy);
  return answer(&q, ca);
}
