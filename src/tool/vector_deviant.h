/* Runs deviant traces and their controls: against both state machines, and with real bytes against the engine, for the
 * key exchanges and flows that it implements. */
#ifndef TLS12_TOOL_VECTOR_DEVIANT_H
#define TLS12_TOOL_VECTOR_DEVIANT_H

#include "tool/vector_report.h"

/* NULL, or what is wrong with the file. */
const char *vector_deviant_run(const json_t *file, struct vector_report *report);

#endif
