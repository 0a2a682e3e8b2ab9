/* The cards of the page that compute: master secret, key block, Finished, with every value in between. */
#ifndef TLS12_TOOL_REPORT_CALCULATIONS_H
#define TLS12_TOOL_REPORT_CALCULATIONS_H

#include <stdio.h>

#include "tool/session.h"

/* Of each handshake of a connection. With a banner when the page then holds secrets; with redact, they are left out. */
void write_calculations(FILE *out, const struct session *first, int redact);

#endif
