#include "tool/vector_wycheproof.h"

#include <stdio.h>
#include <string.h>

static const struct group_type {
  const char *name; /* the member "type" of a group */
  vector_case_run *run;
} types[] = {{"EcdhEcpointTest", vector_ecdh_point},
             {"EcdhTest", vector_ecdh_key},
             {"XdhComp", vector_xdh},
             {"EcdsaVerify", vector_ecdsa},
             {"EddsaVerify", vector_eddsa},
             {"DsaVerify", vector_dsa},
             {"RsassaPssVerify", vector_rsa_pss_verify},
             {"RsassaPkcs1Verify", vector_rsa_verify},
             {"RsassaPkcs1Generate", vector_rsa_sign},
             {"RsaesPkcs1Decrypt", vector_rsa_decrypt},
             {"MacTest", vector_mac}};

static const struct group_type *type_of(const json_t *group)
{
  const char *name = json_string_value(json_object_get(group, "type"));
  for (size_t i = 0; name != NULL && i < sizeof types / sizeof types[0]; i++)
    if (strcmp(name, types[i].name) == 0) return &types[i];
  return NULL;
}

int vector_wycheproof_supports(const json_t *file)
{
  size_t i;
  const json_t *group;
  json_array_foreach(json_object_get(file, "testGroups"), i, group) if (type_of(group) != NULL) return 1;
  return 0;
}

enum { NAME_ROOM = 512 };

static const char *text_of(const json_t *object, const char *name)
{
  const char *text = json_string_value(json_object_get(object, name));
  return text == NULL ? "" : text;
}

/* "acceptable, refused: FLAG FLAG (RULE)": all that have this in common are counted together. */
static void name_choice(const json_t *test, struct vector_answer answer, char *out)
{
  static const char *const words[] = {"refused", "accepted", "another result", "replaced", ""};
  size_t i, n = (size_t)snprintf(out, NAME_ROOM, "acceptable, %s:", words[answer.verdict]);
  const json_t *flag;
  json_array_foreach(json_object_get(test, "flags"), i, flag)
  {
    if (n < NAME_ROOM && json_is_string(flag))
      n += (size_t)snprintf(out + n, NAME_ROOM - n, " %s", json_string_value(flag));
  }
  if (n < NAME_ROOM && answer.why != NULL) snprintf(out + n, NAME_ROOM - n, " (%s)", answer.why);
}

static void judge(const json_t *test, struct vector_answer answer, const char *id, struct vector_report *report)
{
  const char *result = text_of(test, "result");
  const int valid = strcmp(result, "valid") == 0, invalid = strcmp(result, "invalid") == 0;
  char kind[NAME_ROOM];
  if (answer.verdict == VECTOR_SKIPPED) {
    vector_report_leave_out(report, id, answer.why);
  } else if (strcmp(result, "acceptable") == 0) {
    name_choice(test, answer, kind);
    vector_report_result(report, kind, id, NULL);
  } else if (answer.verdict == VECTOR_REPLACED && (valid || invalid)) {
    snprintf(kind, sizeof kind, "%s, replaced: %s", result, answer.why);
    vector_report_result(report, kind, id, NULL);
  } else if (valid) {
    vector_report_result(report, "valid", id,
                         answer.verdict == VECTOR_ACCEPTED    ? NULL
                         : answer.verdict == VECTOR_DIFFERENT ? "another result"
                         : answer.why != NULL                 ? answer.why
                                                              : "refused");
  } else {
    vector_report_result(report, invalid ? "invalid" : "damaged", id,
                         !invalid                           ? "no result that is known"
                         : answer.verdict == VECTOR_REFUSED ? NULL
                                                            : "accepted");
  }
}

static void run_case(struct vector_case *c, const struct group_type *type, struct vector_report *report)
{
  char id[NAME_ROOM];
  snprintf(id, sizeof id, "%lld: %s", (long long)json_integer_value(json_object_get(c->test, "tcId")),
           text_of(c->test, "comment"));
  if (type == NULL) {
    vector_report_leave_out(report, id, "not a type of vectors that is supported");
    return;
  }
  const struct vector_answer answer = type->run(c);
  if (c->damaged)
    vector_report_result(report, "damaged", id, "a member is missing or not of its form");
  else
    judge(c->test, answer, id, report);
}

const char *vector_wycheproof_run(const json_t *file, struct vector_report *report)
{
  size_t i, k;
  const json_t *group, *test;
  json_array_foreach(json_object_get(file, "testGroups"), i, group)
  {
    json_array_foreach(json_object_get(group, "tests"), k, test)
    {
      struct vector_case c = {.file = file, .group = group, .test = test};
      run_case(&c, type_of(group), report);
      vector_case_free(&c);
    }
  }
  return NULL;
}
