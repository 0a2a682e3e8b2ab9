#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static volatile uint64_t sink;

static double timed(const struct bench_case *c, unsigned count)
{
  struct timespec a, b;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &a);
  sink += c->work(c->context, count);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &b);
  return 1e9 * (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec);
}

/* How many calls fill a slice. */
static unsigned calibrated(const struct bench_case *c, double slice)
{
  unsigned count = 1;
  while (count < 1u << 30) {
    const double t = timed(c, count);
    if (t > slice / 4) return (unsigned)((double)count * slice / t) + 1;
    count *= 2;
  }
  return count;
}

static int by_value(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void bench_time(struct bench_case *cases, size_t n, int rounds, double slice)
{
  unsigned *count = calloc(n, sizeof *count);
  double *times = calloc(n * (size_t)rounds, sizeof *times);
  if (count == NULL || times == NULL) exit(2);
  for (size_t i = 0; i < n; i++) count[i] = calibrated(&cases[i], slice);
  for (int round = 0; round < rounds; round++)
    for (size_t i = 0; i < n; i++) times[i * (size_t)rounds + (size_t)round] = timed(&cases[i], count[i]) / count[i];
  for (size_t i = 0; i < n; i++) {
    double *mine = times + i * (size_t)rounds;
    qsort(mine, (size_t)rounds, sizeof *mine, by_value);
    cases[i].min = mine[0];
    cases[i].median = mine[rounds / 2];
  }
  free(count);
  free(times);
}

void bench_print(const struct bench_case *cases, size_t n)
{
  printf("%-52s %10s %10s %8s %8s\n", "case", "min ns", "median ns", "ratio", "limit");
  for (size_t i = 0; i < n; i++) {
    const struct bench_case *c = &cases[i];
    const double ratio = c->min / cases[c->base].min;
    printf("%-52s %10.1f %10.1f %8.2f", c->name, c->min, c->median, ratio);
    if (c->limit > 0) printf(" %8.2f%s", c->limit, ratio > c->limit ? "  missed" : "");
    printf("\n");
  }
}

int bench_json(const struct bench_case *cases, size_t n, const char *path)
{
  FILE *out = fopen(path, "w");
  if (out == NULL) return 0;
  fprintf(out, "{\"schema\": 1, \"cases\": [");
  for (size_t i = 0; i < n; i++) {
    const struct bench_case *base = &cases[cases[i].base];
    fprintf(out,
            "%s\n {\"name\": \"%s\", \"min_ns\": %.1f, \"median_ns\": %.1f, \"base\": \"%s\", \"ratio\": %.3f, "
            "\"limit\": %.2f}",
            i == 0 ? "" : ",", cases[i].name, cases[i].min, cases[i].median, base->name, cases[i].min / base->min,
            cases[i].limit);
  }
  fprintf(out, "\n]}\n");
  return fclose(out) == 0;
}
