/* libFuzzer's two functions, for the harness that --harness=NAME names. With --seeds=FOLDER the seeds are written there, and
 * that is all. At the end the share of accepted inputs goes to standard error. */
#include <string.h>

#include "tests/fuzz/harness/harness.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length);

static const struct harness *harness;
static unsigned long long runs, accepted;

static const char *folder;
static unsigned written;

static void write_seed(const uint8_t *data, size_t length)
{
  char path[4096];
  snprintf(path, sizeof path, "%s/seed%03u", folder, written++);
  FILE *out = fopen(path, "wb");
  if (out == NULL || fwrite(data, 1, length, out) != length || fclose(out) != 0) {
    perror(path);
    exit(3);
  }
}

static void report(void)
{
  fprintf(stderr, "accepted %llu of %llu\n", accepted, runs);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
  for (int i = 1; i < *argc; i++) {
    const char *argument = (*argv)[i];
    for (int k = 0; k < HARNESSES; k++)
      if (strncmp(argument, "--harness=", 10) == 0 && strcmp(argument + 10, harnesses[k]->name) == 0)
        harness = harnesses[k];
    if (strncmp(argument, "--seeds=", 8) == 0) folder = argument + 8;
  }
  if (harness == NULL) {
    fprintf(stderr, "usage: fuzzer --harness=NAME [--seeds=FOLDER | LIBFUZZER'S ARGUMENT...]\n");
    exit(2);
  }
  if (folder != NULL) {
    harness->seeds(write_seed);
    exit(0);
  }
  atexit(report);
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
  runs++;
  accepted += harness->run(data, length) != 0;
  return 0;
}
