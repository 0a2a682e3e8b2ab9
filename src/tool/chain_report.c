#include "tool/chain_report.h"

#include <stdio.h>

#include "tool/certificate_text.h"
#include "tool/instant.h"
#include "tool/names.h"
#include "tool/reading.h"
#include "tool/rule_text.h"

/* A reason that the rule alone does not give: which critical extension is not processed. Empty if there is none. */
static void reason_text(const struct certificates *chain, const struct tls12_chain_verdict *verdict, char *out,
                        size_t room)
{
  char number[128];
  out[0] = 0;
  if (verdict->fault.rule != R5280_4_2_01) return;
  const uint8_t *identifier = chain->list[verdict->index].data + verdict->fault.offset;
  const char *name = extension_name(identifier, verdict->fault.length);
  object_identifier_text(identifier, verdict->fault.length, number, sizeof number);
  snprintf(out, room, "the critical extension %s%s%s%s is not supported", number, name == NULL ? "" : " (",
           name == NULL ? "" : name, name == NULL ? "" : ")");
}

struct description {
  char subject[200], from[INSTANT_LENGTH + 1], until[INSTANT_LENGTH + 1];
};

/* Empty texts for a certificate that cannot be read. */
static void describe(struct tls12_bytes certificate, struct description *out)
{
  struct tls12_x509 parsed;
  *out = (struct description){{0}, {0}, {0}};
  if (x509_parse(certificate.data, certificate.length, &parsed).rule != TLS12_NO_RULE) return;
  common_name(certificate.data, parsed.subject, out->subject, sizeof out->subject);
  instant_write(parsed.not_before, out->from);
  instant_write(parsed.not_after, out->until);
}

void chain_print_text(const char *file, const struct certificates *chain, const struct tls12_chain_verdict *verdict)
{
  const int valid = verdict->fault.rule == TLS12_NO_RULE;
  for (unsigned i = 0; i < chain->count; i++) {
    struct description d;
    describe(chain->list[i], &d);
    printf("certificate %u: \"%s\", valid from %s until %s", i, d.subject, d.from, d.until);
    if (!valid && verdict->index == i) printf("  [breaks %s]", rule_text(verdict->fault.rule)->id);
    putchar('\n');
  }
  printf("%s: %s\n", file, valid ? "valid" : "not valid");
}

void chain_diagnose(const char *file, const struct certificates *chain, const struct tls12_chain_verdict *verdict)
{
  const struct tls12_bytes certificate = chain->list[verdict->index];
  struct reading reading = {.bytes = certificate.data, .length = certificate.length};
  char reason[256];
  reading.d.defect.fault = verdict->fault;
  snprintf(reading.d.defect.path, sizeof reading.d.defect.path, "certificate[%u]", (unsigned)verdict->index);
  diagnose(file, &reading);
  reason_text(chain, verdict, reason, sizeof reason);
  if (reason[0] != 0) fprintf(stderr, "  %s\n", reason);
}

static json_t *error_json(const struct certificates *chain, const struct tls12_chain_verdict *verdict)
{
  const struct rule_text *text = rule_text(verdict->fault.rule);
  char reason[256];
  reason_text(chain, verdict, reason, sizeof reason);
  return json_pack("{s:i,s:s,s:s,s:I,s:I,s:s,s:s}", "certificate", (int)verdict->index, "rule", text->id, "section",
                   text->section, "offset", (json_int_t)verdict->fault.offset, "length",
                   (json_int_t)verdict->fault.length, "alert", alert_name((int)verdict->fault.alert), "message",
                   reason[0] != 0 ? reason : text->summary);
}

void chain_print_json(const char *file, const struct certificates *chain, const struct tls12_chain_verdict *verdict)
{
  const int valid = verdict->fault.rule == TLS12_NO_RULE;
  json_t *certificates = json_array();
  for (unsigned i = 0; i < chain->count; i++) {
    struct description d;
    describe(chain->list[i], &d);
    json_array_append_new(certificates, json_pack("{s:s,s:s,s:s,s:I}", "subject", d.subject, "not_before", d.from,
                                                  "not_after", d.until, "length", (json_int_t)chain->list[i].length));
  }
  json_t *report =
      json_pack("{s:i,s:s,s:b,s:o}", "schema", 1, "input", file, "valid", valid, "certificates", certificates);
  if (!valid) json_object_set_new(report, "error", error_json(chain, verdict));
  json_dumpf(report, stdout, JSON_INDENT(2));
  putchar('\n');
  json_decref(report);
}
