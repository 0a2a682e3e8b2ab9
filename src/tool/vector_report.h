/* The results of vectors: for people, as TAP, or as JSON. */
#ifndef TLS12_TOOL_VECTOR_REPORT_H
#define TLS12_TOOL_VECTOR_REPORT_H

#include <jansson.h>

enum vector_format { VECTOR_TEXT, VECTOR_TAP, VECTOR_JSON };

struct vector_report {
  enum vector_format format;
  unsigned passed, failed, skipped; /* of all files */
  unsigned nothing;                 /* files of which nothing ran */
  const char *name;                 /* the file under way */
  unsigned file_passed, file_failed, file_skipped;
  json_t *kinds, *failures, *files; /* numbers by kind and failures of the file under way; the files before */
};

void vector_report_start(struct vector_report *report, enum vector_format format);

void vector_report_file(struct vector_report *report, const char *name);

/* wrong: what is not as expected, or NULL. */
void vector_report_result(struct vector_report *report, const char *kind, const char *id, const char *wrong);

/* One more of what is told but is no result. */
void vector_report_count(struct vector_report *report, const char *kind);

/* A vector that is left out, for this reason. */
void vector_report_leave_out(struct vector_report *report, const char *id, const char *why);

void vector_report_file_end(struct vector_report *report);

/* The file could not be run, for this reason. */
void vector_report_skip(struct vector_report *report, const char *name, const char *why);

/* Writes the end, and answers with the exit code: EXIT_SKIPPED when nothing failed, but of some file nothing ran. */
int vector_report_end(struct vector_report *report);

#endif
