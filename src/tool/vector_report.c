#include "tool/vector_report.h"

#include <stdio.h>

#include "tool/exit_codes.h"

void vector_report_start(struct vector_report *report, enum vector_format format)
{
  *report = (struct vector_report){.format = format, .files = json_array()};
  if (format == VECTOR_TAP) puts("TAP version 13");
}

void vector_report_file(struct vector_report *report, const char *name)
{
  report->name = name;
  report->file_passed = report->file_failed = report->file_skipped = 0;
  report->kinds = json_object();
  report->failures = json_array();
}

void vector_report_count(struct vector_report *report, const char *kind)
{
  const json_int_t before = json_integer_value(json_object_get(report->kinds, kind));
  json_object_set_new(report->kinds, kind, json_integer(before + 1));
}

void vector_report_result(struct vector_report *report, const char *kind, const char *id, const char *wrong)
{
  vector_report_count(report, kind);
  *(wrong == NULL ? &report->file_passed : &report->file_failed) += 1;
  *(wrong == NULL ? &report->passed : &report->failed) += 1;
  const unsigned number = report->passed + report->failed + report->skipped;
  if (report->format == VECTOR_TAP && wrong == NULL) printf("ok %u - %s\n", number, id);
  if (report->format == VECTOR_TAP && wrong != NULL) printf("not ok %u - %s\n# %s\n", number, id, wrong);
  if (report->format == VECTOR_TEXT && wrong != NULL) printf("FAILED %s: %s\n", id, wrong);
  if (wrong != NULL)
    json_array_append_new(report->failures, json_pack("{s:s,s:s,s:s}", "id", id, "kind", kind, "wrong", wrong));
}

static void skip(struct vector_report *report, const char *name, const char *why)
{
  report->skipped++;
  const unsigned number = report->passed + report->failed + report->skipped;
  if (report->format == VECTOR_TAP) printf("ok %u - %s # SKIP %s\n", number, name, why);
}

void vector_report_leave_out(struct vector_report *report, const char *id, const char *why)
{
  char kind[128];
  snprintf(kind, sizeof kind, "skipped: %s", why);
  report->file_skipped++;
  vector_report_count(report, kind);
  skip(report, id, why);
}

void vector_report_file_end(struct vector_report *report)
{
  if (report->format == VECTOR_TEXT) {
    const char *kind;
    json_t *number;
    printf("%s: %u passed, %u failed, %u skipped\n", report->name, report->file_passed, report->file_failed,
           report->file_skipped);
    json_object_foreach(report->kinds, kind, number) printf("%8lld %s\n", (long long)json_integer_value(number), kind);
  }
  if (report->file_passed + report->file_failed == 0 && report->file_skipped > 0) report->nothing++;
  json_array_append_new(report->files, json_pack("{s:s,s:i,s:i,s:o,s:o}", "file", report->name, "passed",
                                                 (int)report->file_passed, "failed", (int)report->file_failed, "kinds",
                                                 report->kinds, "failures", report->failures));
}

void vector_report_skip(struct vector_report *report, const char *name, const char *why)
{
  skip(report, name, why);
  report->nothing++;
  if (report->format == VECTOR_TEXT) printf("%s: skipped: %s\n", name, why);
  json_array_append_new(report->files, json_pack("{s:s,s:s}", "file", name, "skipped", why));
}

int vector_report_end(struct vector_report *report)
{
  if (report->format == VECTOR_TAP) printf("1..%u\n", report->passed + report->failed + report->skipped);
  if (report->format == VECTOR_TEXT)
    printf("%u passed, %u failed, %u skipped\n", report->passed, report->failed, report->skipped);
  if (report->format == VECTOR_JSON) {
    json_t *all = json_pack("{s:i,s:O,s:i,s:i,s:i}", "schema", 1, "files", report->files, "passed", (int)report->passed,
                            "failed", (int)report->failed, "skipped", (int)report->skipped);
    json_dumpf(all, stdout, JSON_INDENT(1));
    putchar('\n');
    json_decref(all);
  }
  json_decref(report->files);
  if (fflush(stdout) != 0 || ferror(stdout)) return EXIT_IO;
  if (report->failed > 0) return EXIT_UNEXPECTED;
  return report->nothing > 0 ? EXIT_SKIPPED : EXIT_DONE;
}
