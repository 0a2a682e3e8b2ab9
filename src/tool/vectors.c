/* tls12 vectors: runs test vectors against this implementation. */
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "tool/commands.h"
#include "tool/exit_codes.h"
#include "tool/json_schema.h"
#include "tool/vector_answers.h"
#include "tool/vector_deviant.h"
#include "tool/vector_files.h"
#include "tool/vector_wycheproof.h"

static const char help[] =
    "usage: tls12 vectors list [--dir DIR]\n"
    "       tls12 vectors run [--json | --tap] [--harness COMMAND] FILE...\n"
    "       tls12 vectors answer FILE\n"
    "       tls12 vectors verify [--json | --tap] [--dir DIR]\n\n"
    "  tls12 vectors list\n"
    "  tls12 vectors verify\n"
    "  tls12 vectors run ecdsa_secp256r1_sha256_test.json\n"
    "  tls12 vectors run --harness ./harness vectors/messages/client_hello.json\n\n"
    "  list     the shipped files\n"
    "  run      run these files against this implementation; what a file is shows in its content\n"
    "  answer   what this implementation makes of the vectors of a file, as a harness writes it\n"
    "  verify   hold each shipped file against its schema, and run it\n\n"
    "  --dir DIR  where the shipped files are, if not beside this program\n"
    "  --json     the results as JSON\n"
    "  --tap      the results as TAP, a line for each vector\n"
    "  --harness COMMAND  run the files against another implementation: COMMAND reads a file from standard input, and\n"
    "                     writes its answers as vectors/README.md says\n\n"
    "Files of Project Wycheproof are run, too: ECDH, ECDSA, DSA, RSA and HMAC. Its acceptable cases are counted "
    "by what\n"
    "comes out, and none of them fails.\n\n"
    "Exit status 4: something came out otherwise than expected. 77: nothing of a file is supported.\n";

static const struct vector_type {
  const char *name; /* the member "type" of a file; its folder, and its schema in schemas/ */
  const char *(*run)(const json_t *file, struct vector_report *report);
} types[] = {{"deviant", vector_deviant_run},    {"messages", vector_answers_run},
             {"prf", vector_answers_run},        {"key-exchange", vector_answers_run},
             {"signatures", vector_answers_run}, {"transcripts", vector_answers_run},
             {"x509", vector_answers_run}};

enum { TYPES = sizeof types / sizeof types[0] };

/* Calls `use` for each shipped file of each type; answers with the first exit code that is not EXIT_DONE. */
static int for_each_shipped(const char *folder, vector_file_use *use, void *context)
{
  int code = EXIT_DONE;
  for (int i = 0; i < TYPES && code == EXIT_DONE; i++) code = vector_files_of_type(folder, types[i].name, use, context);
  return code;
}

static const struct vector_type *type_of(const json_t *file)
{
  const char *type = json_string_value(json_object_get(file, "type"));
  for (int i = 0; type != NULL && i < TYPES; i++)
    if (strcmp(type, types[i].name) == 0) return &types[i];
  return NULL;
}

static int list_one(const char *folder, const char *name, void *context)
{
  char path[VECTOR_PATH_ROOM];
  int code = EXIT_DONE;
  (void)context;
  if (vector_path(path, folder, name) != 0) return EXIT_IO;
  json_t *file = vector_file_load(path, &code);
  if (file == NULL) return code;
  printf("%s: %s", name, json_string_value(json_object_get(file, "type")));
  const json_t *key_exchanges = json_object_get(file, "key_exchanges");
  for (size_t i = 0; i < json_array_size(key_exchanges); i++)
    printf(" %s", json_string_value(json_array_get(key_exchanges, i)));
  putchar('\n');
  json_decref(file);
  return EXIT_DONE;
}

/* Runs a loaded file. */
static int run_file(const json_t *file, const char *name, struct vector_report *report)
{
  const struct vector_type *type = type_of(file);
  const char *(*run)(const json_t *, struct vector_report *) = type != NULL ? type->run : vector_wycheproof_run;
  if (type == NULL && !vector_wycheproof_supports(file)) {
    vector_report_skip(report, name, "not a type of vectors that is supported");
    return EXIT_DONE;
  }
  vector_report_file(report, name);
  const char *wrong = run(file, report);
  vector_report_file_end(report);
  if (wrong != NULL) fprintf(stderr, "%s: %s\n", name, wrong);
  return wrong != NULL ? EXIT_VIOLATION : EXIT_DONE;
}

static int of_its_schema(const json_t *file, const char *folder, const char *name, int *code)
{
  const struct vector_type *type = type_of(file);
  char path[VECTOR_PATH_ROOM], wrong[512];
  if (type == NULL || snprintf(path, sizeof path, "%s/schemas/%s.json", folder, type->name) >= (int)sizeof path) {
    fprintf(stderr, "%s: its type has no schema\n", name);
    *code = EXIT_VIOLATION;
    return 0;
  }
  json_t *schema = vector_file_load(path, code);
  if (schema == NULL) return 0;
  const int holds = json_schema_holds(schema, file, wrong, sizeof wrong);
  json_decref(schema);
  if (!holds) fprintf(stderr, "%s: not of its schema: %s\n", name, wrong);
  if (!holds) *code = EXIT_VIOLATION;
  return holds;
}

static int verify_one(const char *folder, const char *name, void *context)
{
  char path[VECTOR_PATH_ROOM];
  int code = EXIT_DONE;
  if (vector_path(path, folder, name) != 0) return EXIT_IO;
  json_t *file = vector_file_load(path, &code);
  if (file == NULL) return code;
  if (of_its_schema(file, folder, name, &code)) code = run_file(file, name, (struct vector_report *)context);
  json_decref(file);
  return code;
}

/* Runs a loaded file on another implementation. */
static int run_outside(const json_t *file, const char *name, const char *harness, struct vector_report *report)
{
  if (!vector_answers_support(file)) {
    vector_report_skip(report, name, "not a type of vectors that harnesses answer");
    return EXIT_DONE;
  }
  json_t *answers = vector_harness_answers(harness, name);
  if (answers == NULL) return EXIT_IO;
  vector_report_file(report, name);
  const char *wrong = vector_answers_judge(file, answers, 1, report);
  vector_report_file_end(report);
  json_decref(answers);
  if (wrong != NULL) fprintf(stderr, "%s: %s\n", name, wrong);
  return wrong != NULL ? EXIT_VIOLATION : EXIT_DONE;
}

static int run_files(char **names, int count, const char *harness, struct vector_report *report)
{
  int code = EXIT_DONE;
  for (int i = 0; i < count && code == EXIT_DONE; i++) {
    json_t *file = vector_file_load(names[i], &code);
    if (file == NULL) break;
    code = harness == NULL ? run_file(file, names[i], report) : run_outside(file, names[i], harness, report);
    json_decref(file);
  }
  return code;
}

static int answer_file(const char *name)
{
  int code = EXIT_DONE;
  json_t *file = vector_file_load(name, &code);
  if (file == NULL) return code;
  json_t *answers = vector_answers(file);
  json_decref(file);
  if (answers == NULL) {
    fprintf(stderr, "%s: not a type of vectors that has answers\n", name);
    return EXIT_SKIPPED;
  }
  const int written = json_dumpf(answers, stdout, JSON_COMPACT) == 0 && putchar('\n') != EOF && fflush(stdout) == 0;
  json_decref(answers);
  return written ? EXIT_DONE : EXIT_IO;
}

int command_vectors(int argc, char **argv)
{
  static const struct option options[] = {{"json", no_argument, NULL, 'j'},          {"tap", no_argument, NULL, 't'},
                                          {"dir", required_argument, NULL, 'd'},     {"help", no_argument, NULL, 'h'},
                                          {"harness", required_argument, NULL, 'x'}, {NULL, 0, NULL, 0}};
  enum vector_format format = VECTOR_TEXT;
  struct vector_report report;
  char folder[VECTOR_PATH_ROOM];
  const char *given = NULL, *harness = NULL;
  int c;

  while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (c) {
    case 'j': format = VECTOR_JSON; break;
    case 't': format = VECTOR_TAP; break;
    case 'd': given = optarg; break;
    case 'h': return fputs(help, stdout) < 0 ? EXIT_IO : EXIT_DONE;
    case 'x': harness = optarg; break;
    default: return EXIT_USAGE;
    }
  }
  const char *what = optind < argc ? argv[optind++] : "";
  const int shipped = strcmp(what, "list") == 0 || strcmp(what, "verify") == 0;
  const int answers = strcmp(what, "answer") == 0 && optind + 1 == argc;
  if ((!shipped && !answers && strcmp(what, "run") != 0) || shipped != (optind == argc)) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  if (answers) return answer_file(argv[optind]);
  if (shipped && given == NULL && vector_folder_find(folder) != 0) {
    fprintf(stderr, "tls12 vectors: the shipped files were not found; --dir says where they are\n");
    return EXIT_IO;
  }
  if (given == NULL) given = folder;
  if (strcmp(what, "list") == 0) return for_each_shipped(given, list_one, NULL);

  vector_report_start(&report, format);
  const int code = strcmp(what, "run") == 0 ? run_files(argv + optind, argc - optind, harness, &report)
                                            : for_each_shipped(given, verify_one, &report);
  const int end = vector_report_end(&report);
  return code != EXIT_DONE ? code : end;
}
