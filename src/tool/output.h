/* A file that appears under its name only when it is whole: written beside it, then renamed. */
#ifndef TLS12_TOOL_OUTPUT_H
#define TLS12_TOOL_OUTPUT_H

#include <stdio.h>

struct output {
  FILE *file;
  const char *name;     /* the caller's, until the end */
  char *temporary;      /* owned */
  struct output *outer; /* opened before this one, and still open */
};

/* The last one opened is the first one closed; what is open when the command ends leaves no file. Each 0, or -1 after a message on standard error; a failed
 * output_close leaves no file. */
int output_open(struct output *output, const char *name);
int output_close(struct output *output);

/* All of a file at once. */
int output_write(const char *name, const void *data, size_t length);

/* Leaves no file. */
void output_discard(struct output *output);

#endif
