#include "tool/progress.h"

#include <unistd.h>

#define LONG_FILE (16L << 20)

struct progress progress_start(FILE *file)
{
  struct progress progress = {file, 0, -1};
  const long at = ftell(file);
  if (at < 0 || !isatty(STDERR_FILENO) || isatty(STDOUT_FILENO) || fseek(file, 0, SEEK_END) != 0) return progress;
  const long size = ftell(file);
  if (fseek(file, at, SEEK_SET) == 0 && size >= LONG_FILE) progress.size = size;
  return progress;
}

void progress_show(struct progress *progress)
{
  if (progress->size == 0) return;
  const long percent = ftell(progress->file) / (progress->size / 100);
  if (percent == progress->percent) return;
  progress->percent = percent;
  fprintf(stderr, "\r%3ld %%", percent);
}

void progress_end(const struct progress *progress)
{
  if (progress->size != 0) fputs("\r     \r", stderr);
}
