#include "tool/json_schema.h"

#include <regex.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct check {
  const json_t *root; /* for $ref */
  char *wrong;
  size_t room;
};

static int complain(struct check *check, const char *path, const char *what)
{
  snprintf(check->wrong, check->room, "%s: %s", path[0] == 0 ? "/" : path, what);
  return 0;
}

static int of_type(const json_t *value, const char *type)
{
  if (strcmp(type, "object") == 0) return json_is_object(value);
  if (strcmp(type, "array") == 0) return json_is_array(value);
  if (strcmp(type, "string") == 0) return json_is_string(value);
  if (strcmp(type, "integer") == 0) return json_is_integer(value);
  return strcmp(type, "boolean") == 0 && json_is_boolean(value);
}

static int among(const json_t *value, const json_t *list)
{
  for (size_t i = 0; i < json_array_size(list); i++)
    if (json_equal(value, json_array_get(list, i))) return 1;
  return 0;
}

static int matches(const json_t *value, const char *pattern)
{
  regex_t regex;
  if (regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB) != 0) return 0;
  const int found = regexec(&regex, json_string_value(value), 0, NULL, 0) == 0;
  regfree(&regex);
  return found;
}

/* "#/$defs/NAME" */
static const json_t *definition(const struct check *check, const char *reference)
{
  static const char start[] = "#/$defs/";
  if (strncmp(reference, start, sizeof start - 1) != 0) return NULL;
  return json_object_get(json_object_get(check->root, "$defs"), reference + sizeof start - 1);
}

static int holds(struct check *check, const json_t *schema, const json_t *value, const char *path);

static int members_hold(struct check *check, const json_t *schema, const json_t *value, const char *path)
{
  const json_t *properties = json_object_get(schema, "properties");
  const int closed = json_is_false(json_object_get(schema, "additionalProperties"));
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)(uintptr_t)value, name, member)
  {
    char where[256];
    snprintf(where, sizeof where, "%s/%s", path, name);
    const json_t *property = json_object_get(properties, name);
    if (property == NULL && closed) return complain(check, where, "no such member");
    if (property != NULL && !holds(check, property, member, where)) return 0;
  }
  return 1;
}

static int items_hold(struct check *check, const json_t *items, const json_t *value, const char *path)
{
  for (size_t i = 0; i < json_array_size(value); i++) {
    char where[256];
    snprintf(where, sizeof where, "%s/%zu", path, i);
    if (!holds(check, items, json_array_get(value, i), where)) return 0;
  }
  return 1;
}

static int keyword_holds(struct check *check, const json_t *schema, const char *keyword, const json_t *says,
                         const json_t *value, const char *path)
{
  static const char *const silent[] = {"$schema", "$defs", "title", "description", "additionalProperties"};
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
    if (strcmp(keyword, silent[i]) == 0) return 1;
  if (strcmp(keyword, "$ref") == 0) {
    const json_t *target = definition(check, json_string_value(says));
    return target != NULL ? holds(check, target, value, path) : complain(check, path, "the schema has no such $ref");
  }
  if (strcmp(keyword, "type") == 0)
    return of_type(value, json_string_value(says)) || complain(check, path, "another type is wanted");
  if (strcmp(keyword, "const") == 0) return json_equal(value, says) || complain(check, path, "another value is wanted");
  if (strcmp(keyword, "enum") == 0) return among(value, says) || complain(check, path, "not one of the values");
  if (strcmp(keyword, "minimum") == 0)
    return json_integer_value(value) >= json_integer_value(says) || complain(check, path, "too small");
  if (strcmp(keyword, "minItems") == 0)
    return (json_int_t)json_array_size(value) >= json_integer_value(says) || complain(check, path, "too few items");
  if (strcmp(keyword, "pattern") == 0)
    return matches(value, json_string_value(says)) || complain(check, path, "not of the pattern");
  if (strcmp(keyword, "items") == 0) return items_hold(check, says, value, path);
  if (strcmp(keyword, "properties") == 0) return members_hold(check, schema, value, path);
  if (strcmp(keyword, "required") == 0) {
    for (size_t i = 0; i < json_array_size(says); i++)
      if (json_object_get(value, json_string_value(json_array_get(says, i))) == NULL)
        return complain(check, path, json_string_value(json_array_get(says, i)));
    return 1;
  }
  return complain(check, path, "the schema has a keyword that is not understood here");
}

/* The keywords stand in the order of the schema, so that "type" is looked at before what relies on it. */
static int holds(struct check *check, const json_t *schema, const json_t *value, const char *path)
{
  const char *keyword;
  json_t *says;
  json_object_foreach((json_t *)(uintptr_t)schema, keyword, says)
  {
    if (!keyword_holds(check, schema, keyword, says, value, path)) return 0;
  }
  return 1;
}

int json_schema_holds(const json_t *schema, const json_t *value, char *wrong, size_t room)
{
  struct check check = {schema, wrong, room};
  return holds(&check, schema, value, "");
}
