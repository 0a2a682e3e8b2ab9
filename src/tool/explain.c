/* tls12 explain: the tree of decode with what each field means, as text or as a page; or one word explained. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "tool/commands.h"
#include "tool/exit_codes.h"
#include "tool/explain_words.h"
#include "tool/meaning.h"
#include "tool/output.h"
#include "tool/reading.h"
#include "tool/report.h"
#include "tool/rule_text.h"
#include "tool/session_text.h"

static const char help[] =
    "usage: tls12 explain [OPTION...] [FILE|-]\n"
    "       tls12 explain rule ID | alert NAME|NUMBER | suite NAME|HEX | flow KX\n\n"
    "  tls12 explain capture.pcap\n"
    "  tls12 explain --html report.html capture.pcap\n"
    "  tls12 explain alert handshake_failure\n"
    "  tls12 explain suite 0xc02f\n"
    "  tls12 explain flow ECDHE_RSA\n\n"
    "  --html FILE                        one page for a browser, complete in itself\n" READING_HELP;

#define SAID_MAX 256

struct explaining {
  struct reading_options reading;
  FILE *page; /* NULL: text on standard output */
  const char *said[SAID_MAX];
  unsigned said_count;
};

/* Whether the text is due: each is said where it first applies. */
static int first_time(struct explaining *o, const char *text)
{
  for (unsigned i = 0; i < o->said_count; i++)
    if (o->said[i] == text) return 0;
  if (o->said_count < SAID_MAX) o->said[o->said_count++] = text;
  return 1;
}

static void explain_node(struct explaining *o, const struct node *node, int depth)
{
  const char *meaning = meaning_of_node(node);
  tree_print_line(node, depth);
  if (meaning != NULL && first_time(o, meaning)) write_wrapped(stdout, 11 + 2 * depth, meaning);
  if (node->broken) {
    const struct rule_text *rule = rule_text_by_id(node->rule);
    const char *cause = meaning_of(MEANING_CAUSE, node->rule);
    if (rule != NULL) write_wrapped(stdout, 11 + 2 * depth, rule->summary);
    if (cause != NULL) write_wrapped(stdout, 11 + 2 * depth, cause);
  }
  for (size_t i = 0; i < node->child_count; i++) explain_node(o, &node->children[i], depth + 1);
}

static int take(void *context, long flow, const struct reading *readings, unsigned count,
                const struct session *sessions)
{
  struct explaining *o = context;
  int result = EXIT_DONE;
  if (o->page != NULL)
    report_flow(o->page, flow, readings, count, sessions, o->reading.redact);
  else if (sessions != NULL)
    sessions_print(flow, sessions, o->reading.redact);
  for (unsigned i = 0; i < count; i++) {
    const struct dissection *d = &readings[i].d;
    if (o->page == NULL) {
      if (readings[i].stream != NULL) printf("flow %ld, from the %s\n", flow, readings[i].from);
      for (size_t k = 0; k < d->records.child_count; k++) explain_node(o, &d->records.children[k], 0);
      for (size_t k = 0; k < d->messages.child_count; k++) explain_node(o, &d->messages.children[k], 0);
    }
    if (d->defect.present) diagnose(o->reading.name, &readings[i]);
    result = worse(result, reading_result(d));
  }
  return result;
}

static int explain_input(struct explaining *o, const char *html)
{
  struct output output;
  if (html != NULL) {
    if (output_open(&output, html) != 0) return EXIT_IO;
    o->page = output.file;
    const char *slash = strrchr(o->reading.name, '/');
    report_begin(o->page, slash == NULL ? o->reading.name : slash + 1);
  }
  const int result = read_whole(&o->reading, take, o);
  if (html == NULL) return result;
  report_end(o->page);
  if (result == EXIT_IO || result == EXIT_USAGE) {
    output_discard(&output);
    return result;
  }
  return output_close(&output) != 0 ? EXIT_IO : result;
}

int command_explain(int argc, char **argv)
{
  static const struct option options[] = {
      READING_OPTIONS, {"html", required_argument, NULL, 'H'}, {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
  struct explaining o = {.page = NULL};
  const char *html = NULL;
  int option, result;
  reading_options_start(&o.reading, "tls12 explain");
  while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
    switch (option) {
    case 'H': html = optarg; break;
    case 'h': fputs(help, stdout); return EXIT_DONE;
    default:
      result = reading_option(&o.reading, option, optarg);
      if (result < 0) fputs(help, stderr);
      if (result != EXIT_DONE) return EXIT_USAGE;
    }
  }
  if (optind + 2 == argc && (result = explain_word(argv[optind], argv[optind + 1])) >= 0) return result;
  if (reading_name(&o.reading, argc, argv, optind) != EXIT_DONE) {
    fputs(help, stderr);
    return EXIT_USAGE;
  }
  return explain_input(&o, html);
}
