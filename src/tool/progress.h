/* How far a long file is read, for a person who waits: on standard error, when that is a terminal and the results go elsewhere. */
#ifndef TLS12_TOOL_PROGRESS_H
#define TLS12_TOOL_PROGRESS_H

#include <stdio.h>

struct progress {
  FILE *file;
  long size;    /* 0: nothing is shown */
  long percent; /* shown last */
};

/* The file is at its start or shortly after. */
struct progress progress_start(FILE *file);

/* Cheap enough for every packet. */
void progress_show(struct progress *progress);

/* Takes it off the terminal. */
void progress_end(const struct progress *progress);

#endif
