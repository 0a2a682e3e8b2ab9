/* What is fuzzed: one harness for each way that bytes of a stranger come in. */
#ifndef TLS12_TESTS_FUZZ_HARNESS_H
#define TLS12_TESTS_FUZZ_HARNESS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct harness {
  const char *name;
  /* One input. Whether it is accepted; ends the program if an answer is wrong. */
  int (*run)(const uint8_t *data, size_t length);
  /* Hands over inputs to start from. */
  void (*seeds)(void (*take)(const uint8_t *data, size_t length));
};

extern const struct harness decoder_harness, tool_harness, client_harness, server_harness, certificate_harness;

/* All five. */
extern const struct harness *const harnesses[];
#define HARNESSES 5

/* What must hold whatever comes in. */
#define INSIST(condition)                                                                                              \
  do {                                                                                                                 \
    if (!(condition)) {                                                                                                \
      fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                                   \
      abort();                                                                                                         \
    }                                                                                                                  \
  } while (0)

/* A copy in memory of exactly this length, so that the sanitizers see a read past either end; to be freed. */
uint8_t *exact_copy(const uint8_t *data, size_t length);

/* A seed: the bytes that choose what is done, and then those that it is done with. */
void take_joined(void (*take)(const uint8_t *data, size_t length), const uint8_t *head, size_t head_length,
                 const uint8_t *data, size_t length);

#endif
