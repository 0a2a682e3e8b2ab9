#include "tool/meaning.h"

#include <stddef.h>
#include <string.h>

static const struct meaning {
  enum meaning_kind kind;
  const char *name, *text;
} meanings[] = {
#include "meaning_table.inc"
};

#define MEANINGS (sizeof meanings / sizeof meanings[0])

const char *meaning_of(enum meaning_kind kind, const char *name)
{
  for (size_t i = 0; i < MEANINGS; i++)
    if (meanings[i].kind == kind && strcmp(meanings[i].name, name) == 0) return meanings[i].text;
  return NULL;
}

#define PATH_ROOM 256

/* The path without numbers: "certificate_list[0]" is "certificate_list[]", "record12" is "record". */
static void without_numbers(const char *path, char out[PATH_ROOM])
{
  size_t n = 0;
  for (; *path != 0 && n + 1 < PATH_ROOM; path++) {
    const int index = n > 0 && out[n - 1] == '[', record = n == 6 && memcmp(out, "record", 6) == 0;
    if (!(*path >= '0' && *path <= '9' && (index || record))) out[n++] = *path;
  }
  out[n] = 0;
}

/* Whether the path is the name, or ends with it after a dot. */
static int ends_with(const char *path, const char *name)
{
  const size_t length = strlen(path), n = strlen(name);
  if (n > length || strcmp(path + (length - n), name) != 0) return 0;
  return n == length || path[length - n - 1] == '.';
}

static const char *meaning_of_path(const char *path)
{
  char plain[PATH_ROOM];
  const struct meaning *best = NULL;
  without_numbers(path, plain);
  if (strchr(plain, '.') == NULL) {
    const char *text = meaning_of(MEANING_MESSAGE, plain);
    return text != NULL ? text : meaning_of(MEANING_EXTENSION, plain);
  }
  for (size_t i = 0; i < MEANINGS; i++)
    if (meanings[i].kind == MEANING_FIELD && ends_with(plain, meanings[i].name) &&
        (best == NULL || strlen(meanings[i].name) > strlen(best->name)))
      best = &meanings[i];
  return best == NULL ? NULL : best->text;
}

const char *meaning_of_node(const struct node *node)
{
  const char *text = NULL;
  if (node->value != NULL && ends_with(node->path, "extension_type"))
    text = meaning_of(MEANING_EXTENSION, node->value);
  else if (node->value != NULL && ends_with(node->path, "description"))
    text = meaning_of(MEANING_ALERT, node->value);
  return text != NULL ? text : meaning_of_path(node->path);
}
