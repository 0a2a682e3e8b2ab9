/* The page that explains connections: one HTML file, complete in itself, that reads without scripts. Nothing of the input
 * gets into it as markup. */
#ifndef TLS12_TOOL_REPORT_H
#define TLS12_TOOL_REPORT_H

#include <stdio.h>

#include "tool/reading.h"

void report_begin(FILE *out, const char *title);

/* One connection: its ladder of messages, what its secrets give (sessions NULL: nothing; redact: all but the secrets), then
 * each record and message with its bytes and fields. */
void report_flow(FILE *out, long flow, const struct reading *readings, unsigned count, const struct session *sessions,
                 int redact);

void report_end(FILE *out);

#endif
