#include "tool/explain_words.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "spec/algorithms.h"
#include "tool/exit_codes.h"
#include "tool/meaning.h"
#include "tool/names.h"
#include "tool/other_suites.h"
#include "tool/rule_text.h"

#define WIDTH 100

void write_wrapped(FILE *out, int indent, const char *text)
{
  int column = 0;
  while (*text != 0) {
    const int n = (int)strcspn(text, " ");
    if (column == 0 || column + 1 + n > WIDTH) {
      fprintf(out, "%s%*s", column == 0 ? "" : "\n", indent, "");
      column = indent;
    } else {
      fputc(' ', out);
      column++;
    }
    fprintf(out, "%.*s", n, text);
    column += n;
    text += n + (text[n] == ' ');
  }
  fputc('\n', out);
}

void write_advice(FILE *out, int indent, const char *alert)
{
  const char *advice = meaning_of(MEANING_ADVICE, alert);
  if (advice != NULL) write_wrapped(out, indent, advice);
}

static int unknown(const char *what, const char *name, const char *hint)
{
  fprintf(stderr, "tls12 explain: '%s' is no %s; %s\n", name, what, hint);
  return EXIT_USAGE;
}

/* The rule after this one, from TLS12_NO_RULE on; NULL after the last. */
static const struct rule_text *next_rule(int *rule)
{
  const struct rule_text *text = rule_text((enum tls12_rule)++ * rule);
  return text == rule_text(TLS12_NO_RULE) ? NULL : text;
}

static int explain_rule(const char *name)
{
  int rule = TLS12_NO_RULE;
  for (const struct rule_text *text; (text = next_rule(&rule)) != NULL;) {
    if (strcasecmp(text->id, name) != 0) continue;
    printf("%s (%s)\n", text->id, text->section);
    write_wrapped(stdout, 2, text->summary);
    if (strcmp(text->alert, "-") != 0) printf("  alert: %s\n", text->alert);
    const char *cause = meaning_of(MEANING_CAUSE, text->id);
    if (cause != NULL) printf("  When it is broken, often:\n"), write_wrapped(stdout, 4, cause);
    return EXIT_DONE;
  }
  return unknown("rule", name, "rules are named like R5246-7.4.2-05");
}

static int explain_alert(const char *name)
{
  char *end;
  const unsigned long number = strtoul(name, &end, 10);
  int value = word_value(alert_descriptions, name), rule = TLS12_NO_RULE;
  if (*name != 0 && *end == 0 && number <= 255) value = (int)number;
  if (value < 0 || !has_word(alert_descriptions, (uint32_t)value))
    return unknown("alert of TLS 1.2", name, "alerts are named like decode_error, or by their number");
  printf("%s (%d)\n", alert_name(value), value);
  write_wrapped(stdout, 2, meaning_of(MEANING_ALERT, alert_name(value)));
  write_advice(stdout, 2, alert_name(value));
  unsigned count = 0;
  for (const struct rule_text *text; (text = next_rule(&rule)) != NULL;) {
    if (strcmp(text->alert, alert_name(value)) != 0) continue;
    if (count++ == 0) printf("\nRules whose breach it answers:\n");
    printf("  %s\n", text->id);
    write_wrapped(stdout, 4, text->summary);
  }
  return EXIT_DONE;
}

static const char *cipher_name(enum tls12_cipher cipher)
{
  static const char *const names[] = {"none: records are authenticated, not encrypted",
                                      "3DES in CBC mode, 112 bits of strength at most; blocks of 8 bytes",
                                      "AES-128 in CBC mode",
                                      "AES-256 in CBC mode",
                                      "AES-128-GCM",
                                      "AES-256-GCM",
                                      "ChaCha20-Poly1305"};
  return names[cipher];
}

/* A suite that is only known by name. */
static int explain_other_suite(int value)
{
  const enum tls12_key_exchange kx = suite_key_exchange((uint32_t)value);
  const char *name = other_suite_name((uint32_t)value), *end = strrchr(name, '_');
  printf("%s (0x%04x)\n", name, (unsigned)value);
  if (strcmp(end, "_SCSV") == 0) {
    write_wrapped(stdout, 2, "A signal that a client puts among its suites; no server may choose it.");
    return EXIT_DONE;
  }
  if (value >> 8 == 0x13) {
    write_wrapped(stdout, 2, "A suite of TLS 1.3, which a server of TLS 1.2 passes over.");
    return EXIT_DONE;
  }
  write_wrapped(stdout, 2,
                "Of IANA's registry, but not implemented here: its messages can be read, its records stay closed.");
  if (kx != TLS12_KX_NULL) {
    printf("  key exchange: %s\n", tls12_key_exchange_name(kx));
    write_wrapped(stdout, 4, meaning_of(MEANING_FLOW, tls12_key_exchange_name(kx)));
  }
  return EXIT_DONE;
}

static int explain_suite(const char *name)
{
  const struct tls12_suite *suite = suite_by_name(name);
  char *end, openssl[80];
  const unsigned long number = strtoul(name, &end, 16);
  if (suite == NULL && end != name && *end == 0 && number <= 0xffff) suite = tls12_suite_find((uint16_t)number);
  const int other = end != name && *end == 0 && number <= 0xffff ? (int)number : other_suite_value(name);
  if (suite == NULL && other >= 0 && other_suite_name((uint32_t)other) != NULL) return explain_other_suite(other);
  if (suite == NULL)
    return unknown("cipher suite of TLS 1.2", name, "suites are named like TLS_RSA_WITH_AES_128_CBC_SHA, or 0x002f");
  const char *kx = tls12_key_exchange_name(suite->key_exchange);
  openssl_suite_name(suite, openssl, sizeof openssl);
  printf("%s (0x%04x; OpenSSL: %s)\n  key exchange: %s\n", suite->name, suite->value, openssl, kx);
  write_wrapped(stdout, 4, meaning_of(MEANING_FLOW, kx));
  printf("  cipher: %s\n", cipher_name(suite->cipher));
  if (suite->mac == TLS12_HASH_NONE)
    printf("  MAC: part of the cipher (AEAD)\n");
  else
    printf("  MAC: HMAC-%s\n", word(hash_algorithms, suite->mac));
  printf("  PRF and Finished: %s\n", word(hash_algorithms, suite->prf));
  return EXIT_DONE;
}

static const struct flow_row {
  const char *kx, *kind, *parts, *sequence;
} flow_rows[] = {
#include "flow_table.inc"
};

#define FLOWS (sizeof flow_rows / sizeof flow_rows[0])

/* "C:ClientHello S:ServerHello ...": one line for each message. */
static void print_sequence(const char *sequence)
{
  while (*sequence != 0) {
    const int n = (int)strcspn(sequence, " ");
    const int client = sequence[0] == 'C';
    printf("  %s  %.*s\n", client ? "client  ->        " : "        <-  server", n - 2, sequence + 2);
    sequence += n + (sequence[n] == ' ');
  }
}

static int explain_flow(const char *name)
{
  const enum tls12_key_exchange kx = key_exchange_by_name(name);
  if (kx == TLS12_KX_NULL) return unknown("key exchange", name, "key exchanges are named like ECDHE_RSA");
  const char *id = tls12_key_exchange_name(kx);
  unsigned count = 0;
  printf("%s\n", id);
  write_wrapped(stdout, 2, meaning_of(MEANING_FLOW, id));
  for (size_t i = 0; i < FLOWS; i++)
    if (strcmp(flow_rows[i].kx, id) == 0) {
      if (count++ == 0) {
        printf(
            "\nThe shortest handshake ([CCS]: ChangeCipherSpec; from there on that side's records are protected):\n");
        print_sequence(flow_rows[i].sequence);
        printf("\nAll full handshakes, with what each adds:\n");
      }
      printf("  %s\n", flow_rows[i].parts[0] == 0 ? "nothing" : flow_rows[i].parts);
      write_wrapped(stdout, 4, flow_rows[i].sequence);
    }
  printf("\nSessions that are resumed:\n");
  for (size_t i = 0; i < FLOWS; i++)
    if (strcmp(flow_rows[i].kx, "(session)") == 0) {
      printf("  %s%s%s\n", flow_rows[i].kind, flow_rows[i].parts[0] == 0 ? "" : ", ", flow_rows[i].parts);
      write_wrapped(stdout, 4, flow_rows[i].sequence);
    }
  return EXIT_DONE;
}

int explain_word(const char *what, const char *name)
{
  if (strcmp(what, "rule") == 0) return explain_rule(name);
  if (strcmp(what, "alert") == 0) return explain_alert(name);
  if (strcmp(what, "suite") == 0) return explain_suite(name);
  if (strcmp(what, "flow") == 0) return explain_flow(name);
  return -1;
}
