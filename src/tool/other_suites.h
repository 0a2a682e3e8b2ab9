/* Cipher suites of IANA's registry that are not implemented here: their names, and how to read their messages. */
#ifndef TLS12_TOOL_OTHER_SUITES_H
#define TLS12_TOOL_OTHER_SUITES_H

#include <stdint.h>

#include "spec/key_exchange.h"

/* NULL if it is none of these. */
const char *other_suite_name(uint32_t value);

/* -1 if there is none of this name. */
int other_suite_value(const char *name);

/* Of any suite, implemented or not; TLS12_KX_NULL when it is not known, or has messages of another form. */
enum tls12_key_exchange suite_key_exchange(uint32_t value);

#endif
