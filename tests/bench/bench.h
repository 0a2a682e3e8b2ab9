/* Cases that are timed against each other in one process: rounds in turn, so that all see the same machine.
 * A case is a function that does its work `count` times. Times are of the thread's CPU. */
#ifndef TLS12_TESTS_BENCH_H
#define TLS12_TESTS_BENCH_H

#include <stddef.h>
#include <stdint.h>

struct bench_case {
  const char *name;
  uint64_t (*work)(unsigned count); /* the sum that it returns keeps the compiler from leaving work out */
  size_t base;                      /* index of the case that it is compared with; its own for the first of a group */
  double limit;                     /* the ratio that it should not exceed; 0 when there is none */
};

/* Prints for each case the best and the median time of one call in nanoseconds, and the ratio of the best times; also as
 * JSON to a file when `json` is not NULL. A ratio over its limit is marked. */
void bench_run(const struct bench_case *cases, size_t n, const char *json);

#endif
