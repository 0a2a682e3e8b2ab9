#include "tool/report.h"

#include <stdlib.h>
#include <string.h>

#include "spec/handshake_types.h"
#include "tool/meaning.h"
#include "tool/report_calculations.h"
#include "tool/report_parts.h"
#include "tool/rule_text.h"

static const char style[] =
#include "report_style.inc"
    ;

static const char script[] =
#include "report_script.inc"
    ;

void report_begin(FILE *out, const char *title)
{
  fputs("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">\n<title>",
        out);
  write_escaped(out, title);
  fprintf(out, "</title>\n<style>\n%s</style></head>\n<body>\n<header><h1>", style);
  write_escaped(out, title);
  fputs("</h1>\n<p>Every byte of the handshake, and what it is for. Point at a field to see its bytes, or at a byte to "
        "see "
        "its field; with the keyboard, Tab and Enter. Offsets count in the bytes of one "
        "direction.</p></header>\n<main>\n",
        out);
}

void report_end(FILE *out)
{
  fprintf(out,
          "</main>\n<footer><p>Rules like R5246-7.4.2-05 are numbered by section of an RFC. That the decoders accept "
          "exactly these formats is proved: theorems B5 to B11 in spec/THEOREMS.md, for each message in "
          "proofs/MESSAGES.md.</p></footer>\n<script>\n%s</script>\n</body></html>\n",
          script);
}

/* What the page shows in a row: a record or a handshake message. */
struct item {
  const struct reading *reading;
  const struct node *node;
  int is_record;
  uint32_t packet; /* where its first byte came, 0 outside captures */
  size_t order;    /* in which it was added: of one packet, and without packets */
};

static uint32_t packet_of(const struct stream *stream, size_t offset)
{
  for (size_t i = 0; stream != NULL && i < stream->part_count; i++)
    if (offset - stream->parts[i].at < stream->parts[i].length) return stream->parts[i].packet;
  return 0;
}

static int compare(const void *left, const void *right)
{
  const struct item *a = left, *b = right;
  if (a->packet != b->packet) return a->packet < b->packet ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

/* Records and messages of all readings, each record before the messages that begin in it, both directions in the order of
 * the packets. */
static size_t list_items(const struct reading *readings, unsigned count, struct item **items)
{
  size_t total = 0;
  for (unsigned i = 0; i < count; i++) {
    const struct dissection *d = &readings[i].d;
    const size_t all = d->records.child_count + d->messages.child_count;
    *items = grow(*items, total + all + 1, sizeof **items);
    for (size_t r = 0, m = 0; r + m < all; total++) {
      const struct node *record = r < d->records.child_count ? &d->records.children[r] : NULL;
      const struct node *message = m < d->messages.child_count ? &d->messages.children[m] : NULL;
      const int is_record = message == NULL || (record != NULL && record->offset <= message->offset);
      const struct node *node = is_record ? record : message;
      (*items)[total] =
          (struct item){&readings[i], node, is_record, packet_of(readings[i].stream, node->offset), total};
      r += (size_t)is_record;
      m += (size_t)!is_record;
    }
  }
  qsort(*items, total, sizeof **items, compare);
  return total;
}

/* Of a record whose content the messages show, the header is enough. */
static size_t shown_length(const struct item *item)
{
  const struct node *node = item->node;
  if (!item->is_record || node->child_count < 4 || item->reading->d.messages.child_count == 0) return node->length;
  const struct node *fragment = &node->children[3];
  const int handshake = node->raw[0] == TLS12_HANDSHAKE && fragment->value == NULL;
  return handshake ? node->length - fragment->length : node->length;
}

/* What was said of the content when it was opened; NULL: it is in the open, or closed. */
static const char *opened(const struct item *item)
{
  static const char mark[] = "decrypted: ";
  const struct node *node = item->node;
  const char *value = item->is_record && node->child_count > 3 ? node->children[3].value : NULL;
  return value != NULL && strncmp(value, mark, sizeof mark - 1) == 0 ? value + sizeof mark - 1 : NULL;
}

/* What the item is called: of a record its type, of what it holds in the open also that. */
static const char *item_name(const struct item *item, char name[64])
{
  const struct node *node = item->node;
  if (!item->is_record || node->child_count == 0) return node->path;
  if (opened(item) != NULL) return opened(item);
  const struct node *type = &node->children[0];
  const struct node *fragment = node->child_count > 3 ? &node->children[3] : NULL;
  if (fragment != NULL && fragment->child_count > 1 && node->raw[0] == TLS12_ALERT)
    snprintf(name, 64, "alert: %s", fragment->children[1].value);
  else
    snprintf(name, 64, "%s%s", type->value == NULL ? "record" : type->value,
             fragment != NULL && fragment->value != NULL ? ", encrypted" : "");
  return name;
}

/* Records whose messages are shown by themselves are no steps. */
static int in_ladder(const struct item *item)
{
  const int of_messages = opened(item) != NULL && item->node->raw[0] == TLS12_HANDSHAKE;
  return !item->is_record || (!of_messages && shown_length(item) == item->node->length);
}

static int holds_defect(const struct node *node)
{
  int found = node->broken;
  for (size_t i = 0; i < node->child_count; i++) found |= holds_defect(&node->children[i]);
  return found;
}

/* Which module of src/message/ and which header of spec/ a handshake message has; a star stands for the key exchange. */
static void write_theorem(FILE *out, const char *message)
{
  const int empty = strcmp(message, "hello_request") == 0 || strcmp(message, "server_hello_done") == 0;
  const char *exchange = strstr(message, "_key_exchange") != NULL ? "_*" : "";
  if (strcmp(message, "unknown_message") == 0) return;
  fprintf(
      out,
      "<p class=\"note\">Decoder: src/message/%s%s.c, proved to accept exactly the encodings in spec/%s%s.h (theorem "
      "B6).</p>\n",
      empty ? "empty" : message, exchange, empty ? "empty" : message, exchange);
}

static void write_section(FILE *out, const struct item *item, const char *id)
{
  char name[64];
  const struct node *node = item->node;
  fprintf(out, "<section id=\"%s\" class=\"%s%s\">\n<h3>", id, item->is_record ? "record" : "message",
          strcmp(item->reading->from, "server") == 0 ? " server" : "");
  write_escaped(out, item_name(item, name));
  fprintf(out, " <small>%s%s", item->is_record ? "record" : "handshake message", item->packet > 0 ? ", from the " : "");
  if (item->packet > 0) fprintf(out, "%s, packet %lu", item->reading->from, (unsigned long)item->packet);
  fprintf(out, ", offset 0x%zx, %lu bytes</small></h3>\n", node->offset, (unsigned long)node->length);
  const char *meaning =
      item->is_record && node->child_count > 0 && node->children[0].value != NULL && node->raw[0] != TLS12_HANDSHAKE
          ? meaning_of(MEANING_MESSAGE, node->children[0].value)
          : meaning_of_node(node);
  if (meaning != NULL) {
    fputs("<p>", out);
    write_escaped(out, meaning);
    fputs("</p>\n", out);
  }
  if (!item->is_record) write_theorem(out, node->name);
  fputs("<div class=\"columns\">", out);
  write_bytes(out, node, id, shown_length(item));
  write_fields(out, node, id);
  fputs("</div>\n</section>\n", out);
}

static void write_defect(FILE *out, const struct reading *reading)
{
  const struct defect *defect = &reading->d.defect;
  const struct rule_text *text = rule_text(defect->fault.rule);
  const char *cause = meaning_of(MEANING_CAUSE, text->id);
  fprintf(out, "<div class=\"defect\" role=\"alert\"><p><strong>%s</strong> at offset 0x%lx%s%s, in <code>",
          defect->cut_short ? "The input ends early" : "A rule is broken", (unsigned long)defect->fault.offset,
          reading->stream != NULL ? " from the " : "", reading->stream != NULL ? reading->from : "");
  write_escaped(out, defect->path);
  fputs("</code>.</p>\n<p>", out);
  write_rule(out, text);
  fputs(" ", out);
  write_escaped(out, text->summary);
  fputs("</p>\n", out);
  if (cause != NULL) {
    fputs("<p>", out);
    write_escaped(out, cause);
    fputs("</p>\n", out);
  }
  fprintf(out, "</div>\n");
}

void report_flow(FILE *out, long flow, const struct reading *readings, unsigned count, const struct session *sessions,
                 int redact)
{
  struct item *items = NULL;
  const size_t total = list_items(readings, count, &items);
  char id[48], name[64];
  size_t steps = 0, step = 0;
  for (size_t i = 0; i < total; i++) steps += (size_t)in_ladder(&items[i]);

  if (readings[0].stream != NULL) fprintf(out, "<h2>Connection %ld</h2>\n", flow);
  for (unsigned i = 0; i < count; i++)
    if (readings[i].d.defect.present) write_defect(out, &readings[i]);
  if (readings[0].stream != NULL) {
    ladder_begin(out, flow, steps);
    for (size_t i = 0; i < total; i++)
      if (in_ladder(&items[i])) {
        snprintf(id, sizeof id, "f%ld-%zu", flow, i);
        ladder_step(out, flow, step++, strcmp(items[i].reading->from, "client") == 0, item_name(&items[i], name), id,
                    items[i].is_record, holds_defect(items[i].node));
      }
    ladder_end(out);
  }
  if (sessions != NULL) write_calculations(out, sessions, redact);
  for (size_t i = 0; i < total; i++) {
    snprintf(id, sizeof id, "f%ld-%zu", flow, i);
    write_section(out, &items[i], id);
  }
  free(items);
}
