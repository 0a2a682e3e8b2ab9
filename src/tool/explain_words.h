/* What tls12 explain says of one word: a rule, an alert, a suite, a key exchange. */
#ifndef TLS12_TOOL_EXPLAIN_WORDS_H
#define TLS12_TOOL_EXPLAIN_WORDS_H

#include <stdio.h>

/* What there is to explain, "rule" and so on; answers an exit code: EXIT_USAGE, with a message, for a name that is unknown. -1
 * when `what` is no such word. */
int explain_word(const char *what, const char *name);

/* Writes a text in lines of at most 100 characters, each after `indent` blanks. */
void write_wrapped(FILE *out, int indent, const char *text);

/* What to do about the alert of this name, if there is something. */
void write_advice(FILE *out, int indent, const char *alert);

#endif
