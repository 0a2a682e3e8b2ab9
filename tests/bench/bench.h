/* Cases that are timed against each other in one process: rounds in turn, so that all see the same machine. A case is a function
 * that does its work `count` times. Times are of the thread's CPU. */
#ifndef TLS12_TESTS_BENCH_H
#define TLS12_TESTS_BENCH_H

#include <stddef.h>
#include <stdint.h>

struct bench_case {
  const char *name;
  uint64_t (*work)(void *context,
                   unsigned count); /* the sum that it returns keeps the compiler from leaving work out */
  void *context;
  size_t base;        /* index of the case that it is compared with; its own for the first of a group */
  double limit;       /* the ratio that it should not exceed; 0 when there is none */
  double min, median; /* of one call, in nanoseconds: set by bench_time */
};

/* Times all cases in this many rounds, each for a slice of so many nanoseconds per round. */
void bench_time(struct bench_case *cases, size_t n, int rounds, double slice);

/* Prints them as a table, with the limits that are missed. */
void bench_print(const struct bench_case *cases, size_t n);

/* Also writes them as JSON to a file; 0 when that fails. */
int bench_json(const struct bench_case *cases, size_t n, const char *path);

#endif
