#include "tool/report_calculations.h"

#include <string.h>

#include "tool/names.h"

static void value(FILE *out, const char *name, const uint8_t *bytes, uint32_t n)
{
  fprintf(out, "<dt>%s</dt><dd><code>", name);
  for (uint32_t i = 0; i < n; i++) fprintf(out, "%02x", bytes[i]);
  fprintf(out, "%s</code></dd>\n", n == 0 ? "empty" : "");
}

static void secret(FILE *out, const char *name, const uint8_t *bytes, uint32_t n, int redact)
{
  if (redact)
    fprintf(out, "<dt>%s</dt><dd><em>%lu bytes, left out</em></dd>\n", name, (unsigned long)n);
  else
    value(out, name, bytes, n);
}

static void card_begin(FILE *out, const char *title, const char *formula, const char *section)
{
  fprintf(out,
          "<details class=\"card\" open><summary><b>%s</b></summary>\n<p><code>%s</code> "
          "<a class=\"rule\" href=\"https://www.rfc-editor.org/rfc/%s\" rel=\"noreferrer\">%.7s</a></p><dl>\n",
          title, formula, section, section);
}

static void card_end(FILE *out)
{
  fputs("</dl></details>\n", out);
}

static void key_block(FILE *out, const struct session *s, int redact)
{
  for (unsigned i = 0; i < KEY_BLOCK_PARTS; i++) {
    const struct key_block_part part = key_block_part(s, i);
    if (part.bytes.length > 0) secret(out, part.name, part.bytes.data, part.bytes.length, redact);
  }
}

static void finished(FILE *out, const struct session *s, const struct finished_check *check, const char *side)
{
  char title[64], formula[128];
  if (!check->present) return;
  snprintf(title, sizeof title, "Finished of the %s", side);
  snprintf(formula, sizeof formula, "PRF(master_secret, &quot;%s finished&quot;, Hash(handshake_messages))[0..11]",
           side);
  card_begin(out, title, formula, "rfc5246#section-7.4.9");
  value(out, "Hash(handshake_messages)", check->hash, tls12_hash_size(s->suite->prf));
  value(out, "computed", check->expected, sizeof check->expected);
  value(out, "received", check->received, sizeof check->received);
  const int same = memcmp(check->expected, check->received, sizeof check->expected) == 0;
  fprintf(out, "<dt>verdict</dt><dd%s</dd>\n",
          same ? ">equal: nobody changed the handshake" : " class=\"defect\">different: decrypt_error");
  card_end(out);
}

static void write_handshake(FILE *out, const struct session *s, int redact)
{
  fprintf(out, "<p>PRF and Hash are those of the suite, P_%s and %s.</p>\n", word(hash_algorithms, s->suite->prf),
          word(hash_algorithms, s->suite->prf));
  if (s->extended_master_secret)
    card_begin(out, "Master secret", "PRF(pre_master_secret, &quot;extended master secret&quot;, session_hash)[0..47]",
               "rfc7627#section-4");
  else
    card_begin(out, "Master secret",
               "PRF(pre_master_secret, &quot;master secret&quot;, client_random + server_random)[0..47]",
               "rfc5246#section-8.1");
  value(out, "client_random", s->client_random, sizeof s->client_random);
  value(out, "server_random", s->server_random, sizeof s->server_random);
  if (s->premaster_length > 0) secret(out, "pre_master_secret", s->premaster, s->premaster_length, redact);
  secret(out, "master_secret", s->master_secret, sizeof s->master_secret, redact);
  card_end(out);
  card_begin(out, "Key block", "PRF(master_secret, &quot;key expansion&quot;, server_random + client_random)",
             "rfc5246#section-6.3");
  key_block(out, s, redact);
  card_end(out);
  finished(out, s, &s->client_finished, "client");
  finished(out, s, &s->server_finished, "server");
}

void write_calculations(FILE *out, const struct session *first, int redact)
{
  unsigned number = 1;
  fputs("<section class=\"calculations\"><h3>Calculations</h3>\n", out);
  if (!redact)
    fputs("<p class=\"defect\" role=\"alert\">This page contains secrets: with them anybody can read the connection. "
          "--redact leaves them out.</p>\n",
          out);
  for (const struct session *s = first; s != NULL; s = s->next, number++) {
    if (first->next != NULL) fprintf(out, "<h4>Handshake %u of the connection</h4>\n", number);
    write_handshake(out, s, redact);
  }
  fputs("</section>\n", out);
}
