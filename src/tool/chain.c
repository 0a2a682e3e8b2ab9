/* tls12 chain --ca ROOTS.pem CHAIN.pem */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "handshake/offer.h"
#include "tool/chain_report.h"
#include "tool/commands.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/exit_codes.h"
#include "tool/instant.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "tool/settings.h"
#include "x509/fitness.h"
#include "x509/fitness_lists.h"
#include "x509/verify.h"

static const char help[] =
    "usage: tls12 chain --ca ROOTS.pem [OPTION...] CHAIN.pem\n\n"
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
  struct tls12_chain_options options;
  enum tls12_key_exchange kx; /* TLS12_KX_NULL: not asked */
  int json;
};

static struct tls12_fault unfit(enum tls12_rule rule, struct tls12_span where)
{
  return (struct tls12_fault){rule, where.offset, where.length, TLS12_UNSUPPORTED_CERTIFICATE};
}

/* A curve and a point format that this implementation has. */
static int curve_fits(const uint8_t *der, const struct tls12_public_key *key)
{
  const struct tls12_bytes uncompressed = {NULL, 0};
  if (key->kind != TLS12_KEY_EC && key->kind != TLS12_KEY_ECDH) return 1;
  return fitness_check_curve(offered_groups(), key->group) &&
         fitness_check_point_format(uncompressed, der[key->point.offset]);
}

/* RFC 5246 section 7.4.2. */
static struct tls12_fault check_server(enum tls12_key_exchange kx, const uint8_t *der, const struct tls12_x509 *leaf)
{
  const struct tls12_fault fault = x509_check_fitness(kx, leaf);
  if (fault.rule != TLS12_NO_RULE || curve_fits(der, &leaf->key)) return fault;
  return unfit(kx == TLS12_KX_ECDHE_ECDSA ? R5246_7_4_2_17 : R5246_7_4_2_16, leaf->key.algorithm);
}

/* RFC 5246 section 7.4.6: the certificate must be one of some type that works in the key exchange. The parameters of a
 * server's key are not known here. */
static struct tls12_fault check_client(enum tls12_key_exchange kx, const uint8_t *der, const struct tls12_x509 *leaf)
{
  static const uint32_t types[] = {TLS12_RSA_SIGN,     TLS12_DSS_SIGN,       TLS12_ECDSA_SIGN,      TLS12_RSA_FIXED_DH,
                                   TLS12_DSS_FIXED_DH, TLS12_RSA_FIXED_ECDH, TLS12_ECDSA_FIXED_ECDH};
  const struct tls12_certificate_extensions *x = &leaf->extensions;
  enum tls12_rule rule = R5246_7_4_4_09;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    if (!fitness_type_usable(kx, types[i]) || fitness_check_client(types[i], leaf->key.kind, 0, 0) != TLS12_NO_RULE)
      continue; /* the type is for another key exchange, or for other keys */
    const enum tls12_rule broken =
        curve_fits(der, &leaf->key)
            ? fitness_check_client(types[i], leaf->key.kind, x->has_key_usage != 0, x->key_usage)
            : R5246_7_4_6_08;
    if (broken == TLS12_NO_RULE) return (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
    if (rule == R5246_7_4_4_09) rule = broken;
  }
  return unfit(rule, leaf->key.algorithm);
}

static struct tls12_chain_verdict judge(const struct question *q)
{
  const struct tls12_bytes leaf = q->chain.list[0];
  struct tls12_chain_verdict verdict = x509_verify_chain(q->chain.list, q->chain.count, &q->options);
  struct tls12_x509 parsed;
  if (verdict.fault.rule != TLS12_NO_RULE || q->kx == TLS12_KX_NULL) return verdict;
  verdict.index = 0;
  verdict.fault = x509_parse(leaf.data, leaf.length, &parsed);
  if (verdict.fault.rule != TLS12_NO_RULE) return verdict;
  verdict.fault = q->options.purpose == TLS12_PURPOSE_CLIENT_AUTH ? check_client(q->kx, leaf.data, &parsed)
                                                                  : check_server(q->kx, leaf.data, &parsed);
  return verdict;
}

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
  q->options.anchors = q->anchors.list;
  q->options.anchor_count = q->anchors.count;
  const struct tls12_chain_verdict verdict = judge(q);
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
  q.options.purpose = TLS12_PURPOSE_SERVER_AUTH;
  q.options.time = settings.config.time;
  while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (option) {
    case CA: ca = optarg; break;
    case NAME:
      if (optarg[0] == 0) return wrong("name", optarg);
      q.options.host = (struct tls12_bytes){(const uint8_t *)optarg, (uint32_t)strlen(optarg)};
      break;
    case USAGE:
      if (strcmp(optarg, "server") != 0 && strcmp(optarg, "client") != 0) return wrong("usage", optarg);
      q.options.purpose = optarg[0] == 's' ? TLS12_PURPOSE_SERVER_AUTH : TLS12_PURPOSE_CLIENT_AUTH;
      break;
    case KX:
      if ((q.kx = key_exchange_by_name(optarg)) == TLS12_KX_NULL) return wrong("kx", optarg);
      break;
    case TIME:
      if ((q.options.time = instant_read(optarg)) == 0) return wrong("time", optarg);
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
  q.options.accepted = offered_pairs(settings.config.policy);
  return answer(&q, ca);
}
