/* Vectors of the types messages, prf, key-exchange, signatures, transcripts and x509: what this implementation, or another one, makes of them. */
#ifndef TLS12_TOOL_VECTOR_ANSWERS_H
#define TLS12_TOOL_VECTOR_ANSWERS_H

#include "tool/vector_case.h"
#include "tool/vector_report.h"

/* Fills the answer to one vector: "result", and more as vectors/README.md says of each type. */
typedef void vector_answerer(struct vector_case *c, json_t *answer);

vector_answerer vector_answer_message, vector_answer_prf, vector_answer_key_exchange, vector_answer_signature,
    vector_answer_transcript, vector_answer_x509;

/* Sets a member to bytes in hexadecimal. */
void vector_put_hex(json_t *answer, const char *name, const uint8_t *data, size_t length);

/* The answers of this implementation to a file, as a harness gives them; NULL if its type is none of these. The caller owns
 * them. */
json_t *vector_answers(const json_t *file);

/* Whether the file is of one of these types. */
int vector_answers_support(const json_t *file);

/* Holds answers against a file. With outside != 0 they are those of another implementation: a feature that it lacks is left
 * out, and its alerts are counted only. NULL, or what is wrong with the file or the answers. */
const char *vector_answers_judge(const json_t *file, const json_t *answers, int outside, struct vector_report *report);

/* Runs a file on this implementation. */
const char *vector_answers_run(const json_t *file, struct vector_report *report);

/* Runs `command` with the file `name` as its standard input: the JSON that it writes, or NULL after a line on standard error. */
json_t *vector_harness_answers(const char *command, const char *name);

#endif
