#include "tool/dissect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/alert.h"
#include "message/change_cipher_spec.h"
#include "message/extension.h"
#include "record/header.h"
#include "tool/layout.h"
#include "tool/names.h"
#include "tool/other_suites.h"
#include "tool/rule_text.h"
#include "wire/reader.h"

static void defect(struct dissection *d, struct tls12_fault fault, size_t offset, int cut_short, const char *path)
{
  if (d->defect.present) return;
  d->defect.present = 1;
  d->defect.cut_short = cut_short;
  d->defect.fault = fault;
  d->defect.fault.offset = (uint32_t)offset;
  snprintf(d->defect.path, sizeof d->defect.path, "%s", path);
}

/* The deepest node that holds the offset. */
static struct node *node_at(struct node *node, size_t offset)
{
  for (size_t i = 0; i < node->child_count; i++) {
    struct node *child = &node->children[i];
    if (offset >= child->offset && offset < child->offset + child->length) return node_at(child, offset);
  }
  return node;
}

void dissection_fault(struct dissection *d, struct node *node, struct tls12_fault fault, size_t offset)
{
  struct node *where = node_at(node, offset);
  where->rule = rule_text(fault.rule)->id;
  where->broken = 1;
  defect(d, fault, offset, 0, where->path);
}

static struct node *add(struct node *parent, const char *name, const uint8_t *raw, uint32_t length,
                        const struct origin *origin, enum tls12_rule rule)
{
  struct node *node = node_add(parent, name, raw, length, origin);
  node->rule = rule_text(rule)->id;
  return node;
}

static void take_body(struct dissection *d, struct node *message, int type, const uint8_t *body, uint32_t length,
                      const struct origin *origin)
{
  layout_body(message, type, d->kx, body, length, origin);
  if ((type == TLS12_SERVER_KEY_EXCHANGE || type == TLS12_CLIENT_KEY_EXCHANGE) && d->kx == TLS12_KX_NULL) d->unread++;
  if (type == TLS12_CERTIFICATE && length == 3 && body[0] + body[1] + body[2] == 0)
    node_value(message, "empty: the client has no certificate");
  if (type == TLS12_CLIENT_KEY_EXCHANGE && length == 0 && may_be_implicit(d->kx))
    node_value(message, "implicit: the public value is in the client's certificate");
  if (type == TLS12_SERVER_HELLO && length >= 38 && length >= 37u + body[34]) {
    const enum tls12_key_exchange kx = suite_key_exchange(256u * body[35 + body[34]] + body[36 + body[34]]);
    if (kx != TLS12_KX_NULL) d->kx = kx;
  }
  const struct tls12_fault fault = message_verdict(type, d->kx, d->sender, body, length);
  if (fault.rule == TLS12_NO_RULE) return;
  const size_t at = (size_t)(body - origin->base) + fault.offset;
  size_t place = origin->start + at;
  if (origin->place != NULL)
    place = at == 0 ? origin->place[0] : fault.offset < length ? origin->place[at] : origin->place[at - 1] + 1;
  dissection_fault(d, message, fault, place);
}

/* Whether the message at b is there as a whole. */
static int whole_message(const uint8_t *b, size_t left)
{
  return left >= 4 && left - 4 >= read_uint24(b, 1);
}

/* Takes the messages; when more bytes may follow, only those that are whole. Answers how many bytes it took. */
static size_t take_messages(struct dissection *d, const uint8_t *bytes, size_t length, const size_t *places, int more)
{
  const struct origin origin = {bytes, places, 0};
  size_t at = 0;
  while (at < length && (!more || whole_message(bytes + at, length - at))) {
    if (length - at < 4) {
      (void)add(&d->messages, "cut_short", bytes + at, (uint32_t)(length - at), &origin, R5246_7_4_01);
      defect(d, (struct tls12_fault){R5246_7_4_01, 0, (uint32_t)(length - at), TLS12_DECODE_ERROR},
             places == NULL ? at : places[at], 1, "handshake header");
      return length;
    }
    const int type = bytes[at];
    const uint32_t n = read_uint24(bytes + at, 1);
    const uint32_t have = length - at - 4 < n ? (uint32_t)(length - at - 4) : n;
    const int known = has_word(handshake_types, (uint32_t)type);
    struct node *message = add(&d->messages, known ? word(handshake_types, (uint32_t)type) : "unknown_message",
                               bytes + at, have + 4, &origin, R5246_7_4_01);
    layout_fields(message, handshake_header_fields, bytes + at, 4, &origin);
    if (have < n) {
      if (have > 0) (void)add(message, "rest", bytes + at + 4, have, &origin, R5246_7_4_01);
      defect(d, (struct tls12_fault){R5246_7_4_01, 0, have + 4, TLS12_DECODE_ERROR}, message->offset, 1, message->path);
      return length;
    }
    if (!known) {
      if (n > 0) (void)add(message, "rest", bytes + at + 4, n, &origin, R5246_7_4_05);
      message->children[0].broken = 1;
      defect(d, (struct tls12_fault){R5246_7_4_05, 0, 1, TLS12_UNEXPECTED_MESSAGE}, message->offset, 0, message->path);
    } else {
      take_body(d, message, type, bytes + at + 4, n, &origin);
    }
    at += 4 + n;
  }
  return at;
}

void dissect_messages(struct dissection *d, const uint8_t *bytes, size_t length)
{
  (void)take_messages(d, bytes, length, NULL, 0);
}

void dissect_body(struct dissection *d, int handshake_type, const uint8_t *bytes, size_t length)
{
  const struct origin origin = {bytes, NULL, 0};
  struct node *message = add(&d->messages, word(handshake_types, (uint32_t)handshake_type), bytes, (uint32_t)length,
                             &origin, R5246_7_4_01);
  take_body(d, message, handshake_type, bytes, (uint32_t)length, &origin);
}

/* Judges the body of an extension. Without a sender, either form will do; answers whether it is the server's. */
static int take_extension(struct dissection *d, int type, const uint8_t *body, uint32_t length,
                          struct tls12_fault *fault)
{
  *fault = extension_verdict((unsigned)type, d->sender == FROM_SERVER, body, length);
  if (d->sender != EITHER_SENDER || fault->rule == TLS12_NO_RULE) return d->sender == FROM_SERVER;
  const struct tls12_fault answer = extension_verdict((unsigned)type, 1, body, length);
  if (answer.rule != TLS12_NO_RULE) return 0;
  *fault = answer;
  return 1;
}

static void end_extension(struct dissection *d, struct node *node, int from_server, struct tls12_fault fault)
{
  if (from_server && d->sender == EITHER_SENDER) node_value(node, "as in a ServerHello");
  if (fault.rule != TLS12_NO_RULE) dissection_fault(d, node, fault, fault.offset);
}

void dissect_extension(struct dissection *d, const uint8_t *bytes, size_t length)
{
  const struct origin origin = {bytes, NULL, 0};
  const uint32_t n = (uint32_t)length, end = read_extension(bytes, 0, n);
  const uint32_t type = n < 2 ? TLS12_OTHER : read_uint16(bytes, 0);
  const char *name = word(extension_types, type);
  struct node *node = add(&d->messages, name == NULL ? "extension" : name, bytes, n, &origin, R5246_7_4_1_4_01);
  struct tls12_fault fault = extension_frame_verdict(bytes, n);
  int from_server = d->sender == FROM_SERVER;
  if (end != 0) {
    struct tls12_fault inside;
    from_server = take_extension(d, (int)type, bytes + 4, end - 4, &inside);
    inside.offset += 4;
    if (inside.rule != TLS12_NO_RULE) fault = inside;
  }
  layout_extension(node, from_server, bytes, n, &origin);
  end_extension(d, node, from_server, fault);
}

void dissect_extension_body(struct dissection *d, int type, const uint8_t *bytes, size_t length)
{
  const struct origin origin = {bytes, NULL, 0};
  struct node *node =
      add(&d->messages, word(extension_types, (uint32_t)type), bytes, (uint32_t)length, &origin, R5246_7_4_1_4_01);
  struct tls12_fault fault;
  const int from_server = take_extension(d, type, bytes, (uint32_t)length, &fault);
  layout_extension_body(node, type, from_server, bytes, (uint32_t)length, &origin);
  end_extension(d, node, from_server, fault);
}

/* Alerts, of which a record may hold several: RFC 5246 sections 6.2.1 and 7.2. */
static void alerts(struct dissection *d, struct node *fragment, const uint8_t *b, uint32_t n,
                   const struct origin *origin)
{
  for (uint32_t at = 0; at < n; at += 2) {
    const uint32_t have = n - at < 2 ? n - at : 2;
    struct alert alert;
    const struct tls12_fault fault = alert_decode(b + at, have, &alert);
    layout_fields(fragment, alert_fields, b + at, have, origin);
    if (fault.rule == TLS12_NO_RULE) continue;
    fragment->broken = 1;
    fragment->rule = rule_text(fault.rule)->id;
    defect(d, fault, fragment->offset + at + fault.offset, 0, fragment->path);
  }
}

static void content(struct dissection *d, struct node *record, int type, const uint8_t *b, uint32_t n, int whole,
                    const struct origin *origin)
{
  struct node *fragment = add(record, "fragment", b, n, origin, R5246_6_2_1_03);
  if (type == TLS12_APPLICATION_DATA || (d->encrypted && type != TLS12_CHANGE_CIPHER_SPEC)) {
    node_count(fragment, "encrypted (", n, " bytes)");
  } else if (type == TLS12_ALERT && whole) {
    alerts(d, fragment, b, n, origin);
  } else if (type == TLS12_CHANGE_CIPHER_SPEC) {
    const struct tls12_fault fault = change_cipher_spec_decode(b, n);
    fragment->rule = rule_text(R5246_7_1_01)->id;
    if (fault.rule != TLS12_NO_RULE && !d->encrypted) {
      fragment->broken = 1;
      defect(d, fault, fragment->offset + fault.offset, 0, fragment->path);
    }
    d->encrypted = 1;
  }
}

/* Bytes of handshake messages, from this place in the stream on. */
static void join(struct dissection *d, const uint8_t *bytes, uint32_t n, size_t place)
{
  const size_t room = d->joined.room, at = d->joined.length;
  octets_append(&d->joined, bytes, n);
  if (d->joined.room > room) d->places = grow(d->places, d->joined.room, sizeof *d->places);
  for (uint32_t i = 0; i < n; i++) d->places[at + i] = place + i;
}

/* A protected record, with the key: says what is in it. Its content has the places of the bytes that it was encrypted to. */
static void open_record(struct dissection *d, struct node *record)
{
  struct node *fragment = &record->children[record->child_count - 1];
  const uint8_t type = record->raw[0];
  const uint16_t version = (uint16_t)(256 * record->raw[1] + record->raw[2]);
  uint8_t bytes[TLS12_CIPHERTEXT_MAX];
  struct tls12_span content;
  memcpy(bytes, fragment->raw, fragment->length);
  const struct tls12_fault fault = tls12_record_open(d->key, type, version, bytes, fragment->length, &content);
  if (fault.rule != TLS12_NO_RULE) {
    fragment->rule = rule_text(fault.rule)->id;
    fragment->broken = 1;
    d->key = NULL;
    defect(d, fault, fragment->offset + fault.offset, 0, fragment->path);
    return;
  }
  const uint8_t *b = bytes + content.offset;
  if (type == TLS12_HANDSHAKE) join(d, b, content.length, fragment->offset + content.offset);
  if (type == TLS12_ALERT && content.length == 2)
    node_value(fragment, "decrypted: alert, %s %s", word(alert_levels, b[0]), word(alert_descriptions, b[1]));
  else if (type == TLS12_APPLICATION_DATA && d->show_data)
    node_value(fragment, "decrypted: application_data, %lu bytes: %.*s", (unsigned long)content.length,
               (int)content.length, (const char *)b);
  else
    node_value(fragment, "decrypted: %s, %lu bytes", word(content_types, type), (unsigned long)content.length);
  if (type == TLS12_CHANGE_CIPHER_SPEC) d->key = NULL; /* a renegotiation has keys of its own */
}

size_t tls_start(const uint8_t *b, size_t length)
{
  if (length < 2 || (b[0] >= TLS12_CHANGE_CIPHER_SPEC && b[0] <= TLS12_APPLICATION_DATA && b[1] == 3)) return 0;
  for (size_t at = 1; at + 9 <= length; at++) {
    const uint8_t *r = b + at; /* type, version, length; msg_type, length */
    const uint32_t record = 256u * r[3] + r[4], message = 65536u * r[6] + 256u * r[7] + r[8];
    if (r[0] == TLS12_HANDSHAKE && r[1] == 3 && r[2] <= 4 && record >= 4 && record <= TLS12_PLAINTEXT_MAX &&
        (r[5] == TLS12_CLIENT_HELLO || r[5] == TLS12_SERVER_HELLO) && message >= 38 && message <= 0xFFFF)
      return at;
  }
  return 0;
}

/* Takes what is joined so far. The trees keep pointers into it, and it grows: they get a copy that lasts as long as they. */
static void take_joined(struct dissection *d)
{
  const size_t length = d->joined.length;
  if (length == 0) return;
  if (d->messages.store == NULL) d->messages.store = store_new();
  uint8_t *bytes = store_take(d->messages.store, length);
  size_t *places = store_take(d->messages.store, length * sizeof *places);
  memcpy(bytes, d->joined.data, length);
  memcpy(places, d->places, length * sizeof *places);
  const size_t taken = take_messages(d, bytes, length, places, 1);
  d->joined.length = length - taken;
  memmove(d->joined.data, bytes + taken, length - taken);
  memmove(d->places, places + taken, (length - taken) * sizeof *places);
}

/* The record at d->at, which is left after it. Answers whether it is a ChangeCipherSpec that the reader understands. At damage
 * nothing is left to read. */
static int take_record(struct dissection *d, const uint8_t *bytes, size_t length)
{
  const struct origin origin = {bytes, NULL, 0};
  const size_t at = d->at, left = length - at;
  char name[NUMBERED_ROOM];
  struct record_header header = {0, 0, 0};
  numbered(name, "record", d->record_count++, "");
  d->at = length;
  if (left < 5) {
    (void)add(&d->records, name, bytes + at, (uint32_t)left, &origin, R5246_6_02);
    defect(d, (struct tls12_fault){R5246_6_02, 0, (uint32_t)left, TLS12_DECODE_ERROR}, at, 1, name);
    return 0;
  }
  const struct tls12_fault fault =
      record_header_decode(bytes + at, (struct tls12_record_context){d->encrypted, 0}, &header);
  if (fault.rule != TLS12_NO_RULE) {
    struct node *rest = node_add(&d->records, name, bytes + at, (uint32_t)left, &origin);
    rest->rule = rule_text(fault.rule)->id;
    rest->broken = 1;
    defect(d, fault, at + fault.offset, 0, name);
    return 0;
  }
  const uint32_t n = left - 5 < header.length ? (uint32_t)(left - 5) : header.length;
  struct node *record = add(&d->records, name, bytes + at, 5 + n, &origin, R5246_6_2_1_03);
  layout_fields(record, record_header_fields, bytes + at, 5, &origin);
  const int hidden = d->encrypted, opens = d->key != NULL;
  if (n > 0) content(d, record, header.type, bytes + at + 5, n, n == header.length, &origin);
  if (hidden && opens && n > 0 && n == header.length)
    open_record(d, record);
  else if (header.type == TLS12_HANDSHAKE && !hidden)
    join(d, bytes + at + 5, n, at + 5);
  if (n < header.length) {
    defect(d, (struct tls12_fault){R5246_6_02, 0, 5 + n, TLS12_DECODE_ERROR}, at, 1, record->path);
    return 0;
  }
  d->at = at + 5 + n;
  return header.type == TLS12_CHANGE_CIPHER_SPEC && (!hidden || opens);
}

void dissect_on(struct dissection *d, const uint8_t *bytes, size_t length)
{
  const struct origin origin = {bytes, NULL, 0};
  if (d->at < d->start) {
    (void)node_add(&d->records, "prologue", bytes, (uint32_t)d->start, &origin);
    d->at = d->start;
  }
  int stopped = 0;
  while (d->at < length && !stopped) stopped = take_record(d, bytes, length) && d->stops;
  if (d->at < length) {
    take_joined(d);
  } else {
    (void)take_messages(d, d->joined.data, d->joined.length, d->places, 0);
    d->joined.length = 0;
  }
}

void dissect_records(struct dissection *d, const uint8_t *bytes, size_t length)
{
  dissect_on(d, bytes, length);
}

void dissection_free(struct dissection *d)
{
  tree_free(&d->records);
  tree_free(&d->messages);
  octets_free(&d->joined);
  free(d->places);
}
