/* Transcripts: what the harnesses in C make of a complete handshake. */
#ifndef TRANSCRIPT_H
#define TRANSCRIPT_H

#include <jansson.h>

#include "harness.h"

/* Of harness.c. */
struct bytes hex(const json_t *object, const char *name);
const char *text(const json_t *object, const char *name);
void append(struct bytes *to, const unsigned char *data, size_t length);
void put(json_t *answer, enum verdict verdict, const char *why);

void answer_transcript(const json_t *group, const json_t *vector, json_t *answer);

#endif
