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

int output_open(struct output *output, const char *name)
{
  const size_t room = strlen(name) + sizeof ".tmp";
  output->name = name;
  output->temporary = grow(NULL, room, 1);
  snprintf(output->temporary, room, "%s.tmp", name);
  output->file = fopen(output->temporary, "wb");
  if (output->file != NULL) return 0;
  free(output->temporary);
  return failed(output);
}

int output_close(struct output *output)
{
  const int bad = ferror(output->file), late = fclose(output->file) != 0;
  int result = 0;
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
  fclose(output->file);
  remove(output->temporary);
  free(output->temporary);
}
