#include "tool/vector_answers.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *name; /* the member "type" of a file */
  vector_answerer *answer;
} types[] = {{"messages", vector_answer_message},          {"prf", vector_answer_prf},
             {"key-exchange", vector_answer_key_exchange}, {"signatures", vector_answer_signature},
             {"transcripts", vector_answer_transcript},    {"x509", vector_answer_x509}};

static vector_answerer *answerer_of(const json_t *file)
{
  const char *type = json_string_value(json_object_get(file, "type"));
  for (size_t i = 0; type != NULL && i < sizeof types / sizeof *types; i++)
    if (strcmp(type, types[i].name) == 0) return types[i].answer;
  return NULL;
}

int vector_answers_support(const json_t *file)
{
  return answerer_of(file) != NULL;
}

json_t *vector_answers(const json_t *file)
{
  vector_answerer *answer_one = answerer_of(file);
  if (answer_one == NULL) return NULL;
  json_t *results = json_array();
  size_t i, k;
  json_t *group, *test;
  json_array_foreach(json_object_get(file, "groups"), i, group)
  {
    json_array_foreach(json_object_get(group, "vectors"), k, test)
    {
      struct vector_case c = {.file = file, .group = group, .test = test};
      json_t *answer = json_pack("{s:O?}", "id", json_object_get(test, "id"));
      answer_one(&c, answer);
      if (c.damaged) json_object_set_new(answer, "result", json_string("damaged"));
      json_array_append_new(results, answer);
      vector_case_free(&c);
    }
  }
  return json_pack("{s:s,s:o}", "harness", "tls12", "results", results);
}

static const char *text_of(const json_t *object, const char *name)
{
  const char *text = json_string_value(json_object_get(object, name));
  return text == NULL ? "" : text;
}

/* Whether an answer that has this member has the vector's. */
static int agrees(const json_t *answer, const char *name, const json_t *expected)
{
  const json_t *got = json_object_get(answer, name);
  return got == NULL || expected == NULL || json_equal(got, expected);
}

/* The values on the way: all of this implementation, of another one those that it gives. */
static int values_agree(const json_t *got, const json_t *expected, int outside)
{
  const char *name;
  json_t *value;
  if (!outside) return json_equal(got, expected) || (got == NULL && expected == NULL);
  json_object_foreach((json_t *)(uintptr_t)got, name, value)
  {
    if (!json_equal(value, json_object_get(expected, name))) return 0;
  }
  return 1;
}

/* What is wrong with an answer that is no other result than the vector's. */
static const char *difference(const json_t *vector, const json_t *answer, int outside)
{
  const json_t *reason = json_object_get(vector, "reason");
  if (!agrees(answer, "output", json_object_get(vector, "output"))) return "another output";
  if (!values_agree(json_object_get(answer, "values"), json_object_get(vector, "values"), outside))
    return "other values";
  if (!agrees(answer, "fields", json_object_get(vector, "fields"))) return "other fields";
  if (!agrees(answer, "rule", json_object_get(reason, "rule"))) return text_of(answer, "rule");
  if (!agrees(answer, "certificate", json_object_get(reason, "certificate"))) return "another certificate";
  if (!agrees(answer, "offset", json_object_get(reason, "offset"))) return "another offset";
  if (!agrees(answer, "length", json_object_get(reason, "length"))) return "another length";
  if (!outside && !agrees(answer, "alert", json_object_get(vector, "alert"))) return "another alert";
  if (!outside && json_object_get(vector, "output") != NULL && json_object_get(answer, "output") == NULL)
    return "no output";
  return NULL;
}

static void judge(const json_t *vector, const json_t *answer, int outside, struct vector_report *report)
{
  const char *id = text_of(vector, "id"), *expected = text_of(vector, "result"), *got = text_of(answer, "result");
  const int valid = strcmp(expected, "valid") == 0;
  size_t i;
  json_t *kind;
  if (strcmp(got, "skipped") == 0) {
    vector_report_leave_out(report, id, text_of(answer, "why"));
  } else if (strcmp(got, expected) != 0) {
    const json_t *features = json_object_get(vector, "features");
    if (outside && valid && strcmp(got, "invalid") == 0 && json_array_size(features) > 0) {
      char why[128];
      snprintf(why, sizeof why, "lacks %s", json_string_value(json_array_get(features, 0)));
      vector_report_leave_out(report, id, why);
      return;
    }
    char wrong[256];
    snprintf(wrong, sizeof wrong, "%s %s", got[0] == 0 ? "no answer" : got,
             text_of(answer, json_object_get(answer, "rule") != NULL  ? "rule"
                             : json_object_get(answer, "why") != NULL ? "why"
                                                                      : "alert"));
    vector_report_result(report, expected, id, wrong);
  } else {
    vector_report_result(report, expected, id, difference(vector, answer, outside));
    json_array_foreach(json_object_get(answer, "kinds"), i, kind) vector_report_count(report, json_string_value(kind));
    if (!agrees(answer, "alert", json_object_get(vector, "alert"))) vector_report_count(report, "another alert");
  }
}

const char *vector_answers_judge(const json_t *file, const json_t *answers, int outside, struct vector_report *report)
{
  const json_t *results = json_object_get(answers, "results");
  json_t *by_id = json_object();
  size_t i, k;
  json_t *group, *vector, *answer;
  if (!json_is_array(results)) return json_decref(by_id), "the answers have no results";
  json_array_foreach(results, i, answer) json_object_set(by_id, text_of(answer, "id"), answer);
  json_array_foreach(json_object_get(file, "groups"), i, group)
  {
    json_array_foreach(json_object_get(group, "vectors"), k, vector)
        judge(vector, json_object_get(by_id, text_of(vector, "id")), outside, report);
  }
  json_decref(by_id);
  return NULL;
}

const char *vector_answers_run(const json_t *file, struct vector_report *report)
{
  json_t *answers = vector_answers(file);
  const char *wrong = vector_answers_judge(file, answers, 0, report);
  json_decref(answers);
  return wrong;
}
