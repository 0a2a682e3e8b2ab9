#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 21
#define SLICE 8e6 /* nanoseconds of one case in one round */

static volatile uint64_t sink;

static double timed(const struct bench_case *c, unsigned count)
{
  struct timespec a, b;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &a);
  sink += c->work(count);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &b);
  return 1e9 * (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec);
}

/* How many calls fill a slice. */
static unsigned calibrated(const struct bench_case *c)
{
  unsigned count = 1;
  while (count < 1u << 30) {
    const double t = timed(c, count);
    if (t > SLICE / 4) return (unsigned)((double)count * SLICE / t) + 1;
    count *= 2;
  }
  return count;
}

static int by_value(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void bench_run(const struct bench_case *cases, size_t n, const char *json)
{
  unsigned *count = calloc(n, sizeof *count);
  double(*times)[ROUNDS] = calloc(n, sizeof *times);
  FILE *out = json == NULL ? NULL : fopen(json, "w");
  if (count == NULL || times == NULL || (json != NULL && out == NULL)) {
    perror(json);
    exit(2);
  }
  for (size_t i = 0; i < n; i++) count[i] = calibrated(&cases[i]);
  for (int round = 0; round < ROUNDS; round++)
    for (size_t i = 0; i < n; i++) times[i][round] = timed(&cases[i], count[i]) / count[i];
  for (size_t i = 0; i < n; i++) qsort(times[i], ROUNDS, sizeof times[i][0], by_value);

  printf("%-52s %12s %12s %8s %8s\n", "case", "min ns", "median ns", "ratio", "limit");
  if (out != NULL) fprintf(out, "{\"schema\": 1, \"cases\": [");
  for (size_t i = 0; i < n; i++) {
    const double ratio = times[i][0] / times[cases[i].base][0];
    const int bad = cases[i].limit > 0 && ratio > cases[i].limit;
    printf("%-52s %12.1f %12.1f %8.2f", cases[i].name, times[i][0], times[i][ROUNDS / 2], ratio);
    if (cases[i].limit > 0) printf(" %8.2f%s", cases[i].limit, bad ? "  missed" : "");
    printf("\n");
    if (out != NULL)
      fprintf(out,
              "%s\n {\"name\": \"%s\", \"min_ns\": %.1f, \"median_ns\": %.1f, \"base\": \"%s\", \"ratio\": %.3f, "
              "\"limit\": %.2f}",
              i == 0 ? "" : ",", cases[i].name, times[i][0], times[i][ROUNDS / 2], cases[cases[i].base].name, ratio,
              cases[i].limit);
  }
  if (out != NULL) fprintf(out, "\n]}\n");
  if (out != NULL && fclose(out) != 0) {
    perror(json);
    exit(2);
  }
  free(count);
  free(times);
}
