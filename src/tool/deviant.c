#include "tool/deviant.h"

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

int deviant_message_read(const char *text, const char *record, struct deviant_message *out)
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

static int flag(const json_t *object, const char *name)
{
  return json_is_true(json_object_get(object, name));
}

struct deviant_path deviant_path(const json_t *file, enum tls12_key_exchange kx, json_int_t prefix)
{
  struct deviant_path path = {.negotiation = negotiated(kx, FORBIDDEN, 0, 0, 0)};
  for (json_int_t id = prefix; id != 0; id = number(prefix_at(file, id), "after")) path.length++;
  int at = path.length;
  for (json_int_t id = prefix; id != 0; id = number(prefix_at(file, id), "after")) {
    const json_t *item = prefix_at(file, id);
    deviant_message_read(json_string_value(json_object_get(item, "message")), NULL, &path.messages[--at]);
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
    if (deviant_message_read(json_string_value(json_object_get(prefix, "message")), NULL, &message) != 0)
      return "a prefix has no message";
  }
  return NULL;
}

static int in_range(json_int_t value, json_int_t from, size_t end)
{
  return value >= from && value < (json_int_t)end;
}

const char *deviant_check(const json_t *file)
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
