#include "tool/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool/octets.h"

static int failed(const struct output *output)
{
  fprintf(stderr, "tls12: %s: %s\n", output->name, strerror(errno));
  return -1;
}

static struct output *inner; /* the last one opened */

/* Without memory the command ends wherever it is. */
static void remove_open(void)
{
  for (; inner != NULL; inner = inner->outer) remove(inner->temporary);
}

int output_open(struct output *output, const char *name)
{
  const size_t room = strlen(name) + sizeof ".tmp";
  output->name = name;
  output->temporary = grow(NULL, room, 1);
  snprintf(output->temporary, room, "%s.tmp", name);
  output->file = fopen(output->temporary, "wb");
  if (output->file == NULL) {
    free(output->temporary);
    return failed(output);
  }
  static int registered;
  if (!registered) registered = atexit(remove_open) == 0;
  output->outer = inner;
  inner = output;
  return 0;
}

int output_close(struct output *output)
{
  const int bad = ferror(output->file), late = fclose(output->file) != 0;
  int result = 0;
  inner = output->outer;
  if (bad || late || rename(output->temporary, output->name) != 0) {
    result = failed(output);
    remove(output->temporary);
  }
  free(output->temporary);
  return result;
}

int output_write(const char *name, const void *data, size_t length)
{
  struct output output;
  if (output_open(&output, name) != 0) return -1;
  fwrite(data, 1, length, output.file);
  return output_close(&output);
}

void output_discard(struct output *output)
{
  inner = output->outer;
  fclose(output->file);
  remove(output->temporary);
  free(output->temporary);
}
