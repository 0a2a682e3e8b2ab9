#include "tool/report_parts.h"

#include <ctype.h>
#include <string.h>

#include "tool/meaning.h"

#define ID_ROOM 128

void write_escaped(FILE *out, const char *text)
{
  for (; *text != 0; text++) {
    const unsigned char c = (unsigned char)*text;
    if (c < ' ' || c > '~')
      fputc('?', out);
    else if (strchr("<>&\"'", c) != NULL)
      fprintf(out, "&#%u;", c);
    else
      fputc(c, out);
  }
}

void write_rule(FILE *out, const struct rule_text *rule)
{
  unsigned rfc;
  const char *section = strstr(rule->section, " section ");
  if (section != NULL && sscanf(rule->section, "RFC%u", &rfc) == 1)
    fprintf(out, "<a class=\"rule\" href=\"https://www.rfc-editor.org/rfc/rfc%u#%s%s\" rel=\"noreferrer\">%s</a>", rfc,
            isupper((unsigned char)section[9]) ? "appendix-" : "section-", section + 9, rule->id);
  else
    fprintf(out, "<span class=\"rule\">%s</span>", rule->id);
}

/* The name of a child: that of its parent and its number. */
static void child_id(const char *id, size_t i, char out[ID_ROOM])
{
  snprintf(out, ID_ROOM, "%.100s.%zu", id, i);
}

/* Encrypted bytes say nothing after the first. */
#define BYTES_MAX 256

static void write_run(FILE *out, const struct node *node, const char *id, size_t from, size_t to)
{
  const size_t shown = node->value != NULL && to - from > BYTES_MAX ? from + BYTES_MAX : to;
  if (from >= to) return;
  fprintf(out, "<a href=\"#%s\" data-field=\"%s\"%s>", id, id, node->broken ? " class=\"broken\"" : "");
  for (size_t i = from; i < shown; i++) fprintf(out, "%s%02x", i > from ? " " : "", node->raw[i]);
  if (shown < to) fprintf(out, " ... %zu more", to - shown);
  fputs("</a> ", out);
}

static void write_node_bytes(FILE *out, const struct node *node, const char *id, size_t length)
{
  size_t at = 0;
  for (size_t i = 0; i < node->child_count && at < length; i++) {
    const struct node *child = &node->children[i];
    const size_t start = (size_t)(child->raw - node->raw);
    char name[ID_ROOM];
    if (start >= length) break;
    child_id(id, i, name);
    write_run(out, node, id, at, start);
    write_node_bytes(out, child, name, child->length < length - start ? child->length : length - start);
    at = start + child->length;
  }
  if (at < length) write_run(out, node, id, at, length);
}

void write_bytes(FILE *out, const struct node *node, const char *id, size_t length)
{
  fputs("<p class=\"bytes\" translate=\"no\">", out);
  write_node_bytes(out, node, id, length);
  fputs("</p>\n", out);
}

static void write_value(FILE *out, const struct node *node)
{
  if (node->value != NULL) {
    fputs(" <code>", out);
    write_escaped(out, node->value);
    fputs("</code>", out);
  } else {
    fprintf(out, " <small>%lu bytes</small>", (unsigned long)node->length);
  }
}

static void write_note(FILE *out, const struct node *node)
{
  const char *meaning = meaning_of_node(node);
  const struct rule_text *rule = node->rule == NULL ? NULL : rule_text_by_id(node->rule);
  fputs("<p class=\"note\">", out);
  if (meaning != NULL) write_escaped(out, meaning);
  fputc(' ', out);
  if (rule != NULL) write_rule(out, rule);
  fputs("</p>", out);
  if (!node->broken || rule == NULL) return;
  fputs("<p class=\"defect\">This breaks the rule: ", out);
  write_escaped(out, rule->summary);
  fputs("</p>", out);
}

static void write_field(FILE *out, const struct node *node, const char *id)
{
  const int parent = node->child_count > 0;
  const char *class = node->broken ? "field broken" : "field";
  fprintf(out,
          parent ? "<details open id=\"%s\" class=\"%s\"><summary>" : "<div id=\"%s\" class=\"%s\" tabindex=\"0\">", id,
          class);
  fputs("<b>", out);
  write_escaped(out, node->name);
  fputs("</b>", out);
  write_value(out, node);
  fprintf(out, " <small>0x%zx</small>%s", node->offset, parent ? "</summary>" : "");
  write_note(out, node);
  for (size_t i = 0; i < node->child_count; i++) {
    char name[ID_ROOM];
    child_id(id, i, name);
    write_field(out, &node->children[i], name);
  }
  fputs(parent ? "</details>\n" : "</div>\n", out);
}

void write_fields(FILE *out, const struct node *node, const char *id)
{
  fputs("<div class=\"fields\">\n", out);
  for (size_t i = 0; i < node->child_count; i++) {
    char name[ID_ROOM];
    child_id(id, i, name);
    write_field(out, &node->children[i], name);
  }
  fputs("</div>", out);
}

#define STEP 34
#define TOP 40

void ladder_begin(FILE *out, long flow, size_t steps)
{
  const size_t height = TOP + STEP * steps + 10;
  fprintf(
      out,
      "<svg class=\"ladder\" viewBox=\"0 0 420 %zu\" role=\"img\" aria-label=\"The messages between client and "
      "server\">\n"
      "<defs><marker id=\"head%ld\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"12\" markerHeight=\"12\" "
      "markerUnits=\"userSpaceOnUse\" "
      "orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n"
      "<text x=\"40\" y=\"18\">client</text><text x=\"380\" y=\"18\">server</text>\n"
      "<path class=\"line\" d=\"M40 28 V%zu M380 28 V%zu\"/>\n",
      height, flow, height, height);
}

void ladder_step(FILE *out, long flow, size_t step, int from_client, const char *name, const char *id, int is_record,
                 int broken)
{
  const size_t y = TOP + STEP * step + 20;
  fprintf(out,
          "<a href=\"#%s\"><path class=\"arrow%s%s\" marker-end=\"url(#head%ld)\" d=\"M%d %zu H%d\"/><text x=\"210\" "
          "y=\"%zu\">",
          id, is_record ? " other" : "", broken ? " broken" : "", flow, from_client ? 42 : 378, y,
          from_client ? 378 : 42, y - 6);
  write_escaped(out, name);
  fputs("</text></a>\n", out);
}

void ladder_end(FILE *out)
{
  fputs("</svg>\n", out);
}
