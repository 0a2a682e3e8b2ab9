#include "tool/vector_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/exit_codes.h"
#include "tool/input.h"

json_t *vector_file_load(const char *name, int *code)
{
  struct octets input = {NULL, 0, 0};
  json_error_t error;
  if (input_read(name, &input) != 0) {
    perror(name);
    *code = EXIT_IO;
    return NULL;
  }
  json_t *file = json_loadb((const char *)input.data, input.length, 0, &error);
  octets_free(&input);
  if (file == NULL) {
    fprintf(stderr, "%s: line %d: %s\n", name, error.line, error.text);
    *code = EXIT_VIOLATION;
  }
  return file;
}

int vector_folder_find(char *out)
{
  static const char *const places[] = {"/../share/tls12/vectors", "/../vectors", "/../../vectors"};
  char program[VECTOR_PATH_ROOM];
  const ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
  if (n < 0) return -1;
  program[n] = 0;
  *strrchr(program, '/') = 0;
  for (int i = 0; i < 3; i++) {
    const int length = snprintf(out, VECTOR_PATH_ROOM, "%s%s", program, places[i]);
    if (length > 0 && length < VECTOR_PATH_ROOM && access(out, R_OK) == 0) return 0;
  }
  return -1;
}

int vector_path(char *out, const char *folder, const char *name)
{
  return snprintf(out, VECTOR_PATH_ROOM, "%s/%s", folder, name) < VECTOR_PATH_ROOM ? 0 : -1;
}

static int is_json(const struct dirent *entry)
{
  const size_t n = strlen(entry->d_name);
  return n > 5 && strcmp(entry->d_name + n - 5, ".json") == 0;
}

int vector_files_of_type(const char *folder, const char *type, vector_file_use *use, void *context)
{
  char path[VECTOR_PATH_ROOM];
  struct dirent **names;
  int code = EXIT_DONE;
  if (vector_path(path, folder, type) != 0) return EXIT_IO;
  const int count = scandir(path, &names, is_json, alphasort);
  if (count < 0) {
    perror(path);
    return EXIT_IO;
  }
  for (int i = 0; i < count; i++) {
    char name[VECTOR_PATH_ROOM];
    if (code == EXIT_DONE) code = vector_path(name, type, names[i]->d_name) == 0 ? use(folder, name, context) : EXIT_IO;
    free(names[i]);
  }
  free(names);
  return code;
}
