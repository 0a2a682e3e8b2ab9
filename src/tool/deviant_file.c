#include "tool/deviant_file.h"

#include <stdio.h>
#include <string.h>

#include "machine/client.h"
#include "machine/negotiation.h"
#include "machine/server.h"
#include "spec/handshake_types.h"
#include "tool/names.h"

static int certificate_kind(const char *name)
{
  if (strcmp(name, "Certificate(empty)") == 0) return ON_EMPTY_CERTIFICATE;
  if (strcmp(name, "Certificate(signing)") == 0) return ON_SIGNING_CERTIFICATE;
  return strcmp(name, "Certificate(fixed)") == 0 ? ON_FIXED_CERTIFICATE : -1;
}

static int handshake_type(const char *name)
{
  for (int type = 0; type < 256; type++) {
    char known[MESSAGE_NAME_MAX];
    message_name(type, known);
    if (strcmp(name, known) == 0) return type;
  }
  return -1;
}

static int content_type(const char *name)
{
  if (strcmp(name, "application_data") == 0) return TLS12_APPLICATION_DATA;
  if (strcmp(name, "change_cipher_spec") == 0) return TLS12_CHANGE_CIPHER_SPEC;
  return strcmp(name, "unknown") == 0 ? UNKNOWN_CONTENT_TYPE : -1;
}

/* "S:ServerHello" and so on, in a record of this type (NULL: its own). 0, or -1 for a text that is no message. */
static int read_message(const char *text, const char *record, struct deviant_message *out)
{
  if (text == NULL || (text[0] != 'C' && text[0] != 'S') || text[1] != ':') return -1;
  const char *name = text + 2;
  *out = (struct deviant_message){text[0] == 'C', TLS12_HANDSHAKE, -1, -1};
  if (strcmp(name, "ChangeCipherSpec") == 0) {
    out->content_type = TLS12_CHANGE_CIPHER_SPEC;
  } else if (strcmp(name, "ApplicationData") == 0) {
    out->content_type = TLS12_APPLICATION_DATA;
  } else {
    out->certificate = certificate_kind(name);
    out->handshake_type = out->certificate < 0 ? handshake_type(name) : TLS12_CERTIFICATE;
    if (out->handshake_type < 0) return -1;
  }
  if (record != NULL) out->content_type = content_type(record);
  return out->content_type < 0 ? -1 : 0;
}

int deviant_event(const struct deviant_message *message)
{
  switch (message->content_type) {
  case TLS12_CHANGE_CIPHER_SPEC: return message->from_client ? ON_CLIENT_CCS : ON_SERVER_CCS;
  case TLS12_APPLICATION_DATA: return message->from_client ? ON_CLIENT_DATA : ON_SERVER_DATA;
  default: break;
  }
  if (message->certificate >= 0 && message->from_client) return message->certificate;
  return message->from_client ? (int)server_event(message->handshake_type) : (int)client_event(message->handshake_type);
}

static const json_t *prefix_at(const json_t *file, json_int_t id)
{
  return json_array_get(json_object_get(file, "prefixes"), (size_t)id - 1);
}

static json_int_t number(const json_t *object, const char *name)
{
  return json_integer_value(json_object_get(object, name));
}

static const char *text_of(const json_t *object, const char *name)
{
  return json_string_value(json_object_get(object, name));
}

static int flag(const json_t *object, const char *name)
{
  return json_is_true(json_object_get(object, name));
}

static struct deviant_path path_to(const json_t *file, enum tls12_key_exchange kx, json_int_t prefix)
{
  struct deviant_path path = {.negotiation = negotiated(kx, FORBIDDEN, 0, 0, 0)};
  for (json_int_t id = prefix; id != 0; id = number(prefix_at(file, id), "after")) path.length++;
  int at = path.length;
  for (json_int_t id = prefix; id != 0; id = number(prefix_at(file, id), "after")) {
    const json_t *item = prefix_at(file, id);
    read_message(text_of(item, "message"), NULL, &path.messages[--at]);
    if (json_object_get(item, "ticket") != NULL)
      path.negotiation = negotiated(kx, flag(item, "abbreviated") ? REQUIRED : FORBIDDEN, flag(item, "status"),
                                    flag(item, "ticket"), 0);
  }
  return path;
}

static const char *check_prefixes(const json_t *prefixes)
{
  for (size_t i = 0; i < json_array_size(prefixes); i++) {
    const json_t *prefix = json_array_get(prefixes, i);
    struct deviant_message message;
    int length = 1;
    if (number(prefix, "id") != (json_int_t)i + 1) return "the ids of the prefixes do not count up";
    for (json_int_t id = (json_int_t)i + 1, after;
         (after = number(json_array_get(prefixes, (size_t)id - 1), "after")) != 0; id = after)
      if (after < 0 || after >= id || ++length > PATH_MAX_MESSAGES) return "a prefix follows none before it";
    if (read_message(text_of(prefix, "message"), NULL, &message) != 0) return "a prefix has no message";
  }
  return NULL;
}

static int in_range(json_int_t value, json_int_t from, size_t end)
{
  return value >= from && value < (json_int_t)end;
}

const char *deviant_file_check(const json_t *file)
{
  const json_t *prefixes = json_object_get(file, "prefixes"), *flows = json_object_get(file, "flows");
  const json_t *places = json_object_get(file, "places"), *deviations = json_object_get(file, "deviations");
  const json_t *key_exchanges = json_object_get(file, "key_exchanges");
  const size_t end = json_array_size(prefixes) + 1;
  const char *wrong = check_prefixes(prefixes);
  if (wrong != NULL) return wrong;
  if (json_array_size(key_exchanges) == 0) return "no key exchange";
  for (size_t i = 0; i < json_array_size(key_exchanges); i++) {
    const char *name = json_string_value(json_array_get(key_exchanges, i));
    if (name == NULL || key_exchange_by_name(name) == TLS12_KX_NULL) return "not a key exchange";
  }
  for (size_t i = 0; i < json_array_size(flows); i++)
    if (!in_range(json_integer_value(json_array_get(flows, i)), 1, end)) return "a flow is no prefix";
  for (size_t i = 0; i < json_array_size(places); i++) {
    const json_t *place = json_array_get(places, i);
    if (!in_range(number(place, "after"), 0, end)) return "a place is after no prefix";
    if (!in_range(number(place, "control"), 1, end)) return "the control of a place is no prefix";
    if (!in_range(number(place, "deviations"), 0, json_array_size(deviations)))
      return "the deviations of a place are missing";
    if (!json_is_string(json_object_get(place, "against"))) return "a place does not say who is tested";
  }
  return NULL;
}

/* 0, or -1 for what is no list of messages of the peer. */
static int read_trace(const struct deviant_place *place, const json_t *deviation, const json_t *send, const char *name,
                      struct deviant_trace *out)
{
  const char *record = text_of(deviation, "record");
  size_t length = (size_t)snprintf(out->name, sizeof out->name, "%s", name);
  out->kind = text_of(deviation, "kind");
  out->alert = text_of(deviation, "alert");
  out->rule = text_of(deviation, "rule");
  out->at = (int)number(deviation, "at");
  out->count = (int)json_array_size(send);
  if (out->kind == NULL || (out->alert != NULL && out->rule == NULL)) return -1;
  if (out->count == 0 || out->count > PATH_MAX_MESSAGES) return -1;
  for (int i = 0; i < out->count; i++) {
    const char *text = json_string_value(json_array_get(send, (size_t)i));
    if (read_message(text, record, &out->sent[i]) != 0 || out->sent[i].from_client == place->is_client) return -1;
    if (length < sizeof out->name)
      length += (size_t)snprintf(out->name + length, sizeof out->name - length, "%c%s", i == 0 ? '/' : ',', text);
  }
  if (record != NULL && length < sizeof out->name)
    snprintf(out->name + length, sizeof out->name - length, "@%s", record);
  return 0;
}

static void visit_place(const json_t *file, const json_t *item, const char *kx, const struct deviant_visitor *visitor)
{
  const json_t *deviations = json_array_get(json_object_get(file, "deviations"), (size_t)number(item, "deviations"));
  const enum tls12_key_exchange key_exchange = key_exchange_by_name(kx);
  const struct deviant_place place = {key_exchange, strcmp(text_of(item, "against"), "client") == 0,
                                      path_to(file, key_exchange, number(item, "after")),
                                      path_to(file, key_exchange, number(item, "control"))};
  char name[64];
  snprintf(name, sizeof name, "%s/%lld", kx, (long long)number(item, "after"));
  if (place.control.length < place.path.length ||
      memcmp(place.control.messages, place.path.messages, (size_t)place.path.length * sizeof *place.path.messages) !=
          0) {
    visitor->damaged(visitor->context, name, "its control goes another way");
    return;
  }
  if (visitor->place != NULL) visitor->place(visitor->context, name, &place);
  for (size_t i = 0; i < json_array_size(deviations); i++) {
    const json_t *deviation = json_array_get(deviations, i), *send = json_object_get(deviation, "send");
    for (size_t k = 0; k < json_array_size(send); k++) {
      struct deviant_trace trace;
      if (read_trace(&place, deviation, json_array_get(send, k), name, &trace) == 0)
        visitor->trace(visitor->context, &place, &trace);
      else
        visitor->damaged(visitor->context, name, "not a list of messages of the peer with kind, alert and rule");
    }
  }
}

static void visit_flow(const json_t *file, json_int_t id, const char *kx, const struct deviant_visitor *visitor)
{
  const enum tls12_key_exchange key_exchange = key_exchange_by_name(kx);
  struct deviant_place flow = {key_exchange, 0, path_to(file, key_exchange, id), path_to(file, key_exchange, id)};
  char name[64];
  snprintf(name, sizeof name, "%s/%lld", kx, (long long)id);
  for (; flow.is_client < 2; flow.is_client++) visitor->flow(visitor->context, name, &flow);
}

void deviant_file_visit(const json_t *file, const char *kx, const struct deviant_visitor *visitor)
{
  const json_t *flows = json_object_get(file, "flows"), *places = json_object_get(file, "places");
  if (visitor->flow != NULL)
    for (size_t i = 0; i < json_array_size(flows); i++)
      visit_flow(file, json_integer_value(json_array_get(flows, i)), kx, visitor);
  for (size_t i = 0; i < json_array_size(places); i++) visit_place(file, json_array_get(places, i), kx, visitor);
}
