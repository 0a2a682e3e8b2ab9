/* Vectors of messages: what the decoders say of one message, one extension, one alert or one ChangeCipherSpec. */
#include <string.h>

#include "handshake/host_name.h"
#include "handshake/requested.h"
#include "message/alert.h"
#include "message/certificate_request.h"
#include "message/change_cipher_spec.h"
#include "message/empty.h"
#include "message/pentanomial.h"
#include "message/rows.h"
#include "message/server_key_exchange_explicit.h"
#include "message/server_name.h"
#include "spec/handshake_types.h"
#include "tool/dissect.h"
#include "tool/layout.h"
#include "tool/names.h"
#include "tool/rule_text.h"
#include "tool/vector_answers.h"
#include "wire/reader.h"

static const char *optional(const json_t *group, const char *name)
{
  const char *text = json_string_value(json_object_get(group, name));
  return text == NULL ? "" : text;
}

/* What is no handshake message: a fragment of these fields. */
static void dissect_fragment(struct dissection *d, struct tls12_bytes bytes, const struct field *fields,
                             struct tls12_fault fault)
{
  const struct origin origin = {bytes.data, NULL, 0};
  struct node *node = node_add(&d->messages, "fragment", bytes.data, bytes.length, &origin);
  layout_fields(node, fields, bytes.data, bytes.length, &origin);
  if (fault.rule != TLS12_NO_RULE) dissection_fault(d, node, fault, fault.offset);
}

static const struct field change_cipher_spec_fields[] = {NUMBER(1, "type", 0, R5246_7_1_01), END};

/* What is refused of a well-formed message by its content. Offset and length count in the body. */
static struct tls12_fault content_fault(const struct dissection *d, int type, const json_t *group,
                                        struct tls12_bytes body)
{
  struct certificate_request request;
  if (type == TLS12_CLIENT_KEY_EXCHANGE && json_is_true(json_object_get(group, "implicit")))
    return d->kx == TLS12_KX_ECDH_ECDSA || d->kx == TLS12_KX_ECDH_RSA
               ? client_key_exchange_ecdh_implicit_decode(body.data, body.length)
               : client_key_exchange_implicit_decode(body.data, body.length);
  if (type != TLS12_CERTIFICATE_REQUEST) return accepted(body.length);
  const struct tls12_fault fault = certificate_request_decode(body.data, body.length, &request);
  if (fault.rule != TLS12_NO_RULE) return fault;
  const struct tls12_fault types = d->kx == TLS12_KX_NULL
                                       ? accepted(body.length)
                                       : check_requested_types(d->kx, body.data, request.certificate_types);
  return types.rule != TLS12_NO_RULE ? types : check_requested_authorities(body.data, request.certificate_authorities);
}

/* The same of a client's extension. */
static struct tls12_fault extension_content_fault(const struct dissection *d, int type, struct tls12_bytes body)
{
  struct server_name name;
  if (type != TLS12_SERVER_NAME || d->sender != FROM_CLIENT) return accepted(body.length);
  const struct tls12_fault fault = server_name_decode(body.data, body.length, &name);
  if (fault.rule != TLS12_NO_RULE) return fault;
  const struct tls12_span host = server_name_host(body.data, name.list);
  const enum tls12_rule rule =
      host.length == 0 ? TLS12_NO_RULE : check_host_name((struct tls12_bytes){body.data + host.offset, host.length});
  return rule == TLS12_NO_RULE ? accepted(body.length)
                               : (struct tls12_fault){rule, host.offset, host.length, TLS12_ILLEGAL_PARAMETER};
}

/* Of what has no defect so far: a header of four bytes, and a body. */
static void look_inside(struct dissection *d, struct tls12_fault fault)
{
  if (fault.rule != TLS12_NO_RULE) dissection_fault(d, &d->messages.children[0], fault, 4 + (size_t)fault.offset);
}

/* The grammar of explicit curves (RFC 4492 section 5.4), which RFC 8422 leaves to those that are asked for them. */
static struct tls12_fault explicit_fault(const struct dissection *d, struct tls12_bytes body)
{
  struct server_key_exchange_explicit value;
  const struct tls12_fault fault =
      server_key_exchange_explicit_decode(body.data, body.length, d->kx != TLS12_KX_ECDH_ANON, &value);
  if (fault.rule != TLS12_NO_RULE || value.field.basis != TLS12_PENTANOMIAL) return fault;
  return check_pentanomial(body.data, value.field.p_or_k);
}

/* A ServerKeyExchange, whose header is right, of a group about explicit curves. */
static int is_explicit(const json_t *group, int type, struct tls12_bytes bytes)
{
  return json_is_true(json_object_get(group, "explicit_curve")) && type == TLS12_SERVER_KEY_EXCHANGE &&
         bytes.length >= 4 && bytes.data[0] == type && read_uint24(bytes.data, 1) == bytes.length - 4;
}

/* 0 when the message has no such name. */
static int dissect_named(struct dissection *d, const char *name, const json_t *group, struct tls12_bytes bytes)
{
  const int extension = word_value(extension_types, name), type = word_value(handshake_types, name);
  struct alert alert;
  if (strcmp(name, "alert") == 0) {
    dissect_fragment(d, bytes, alert_fields, alert_decode(bytes.data, bytes.length, &alert));
    return 1;
  }
  if (strcmp(name, "change_cipher_spec") == 0) {
    dissect_fragment(d, bytes, change_cipher_spec_fields, change_cipher_spec_decode(bytes.data, bytes.length));
    return 1;
  }
  if (extension >= 0)
    dissect_extension(d, bytes.data, bytes.length);
  else if (type >= 0)
    dissect_messages(d, bytes.data, bytes.length);
  if (is_explicit(group, type, bytes)) {
    d->defect = (struct defect){.present = 0};
    look_inside(d, explicit_fault(d, (struct tls12_bytes){bytes.data + 4, bytes.length - 4}));
  } else if (!d->defect.present && bytes.length >= 4) {
    const struct tls12_bytes body = {bytes.data + 4, bytes.length - 4};
    look_inside(d, extension >= 0 ? extension_content_fault(d, extension, body) : content_fault(d, type, group, body));
  }
  return extension >= 0 || type >= 0;
}

/* The fields without children, but lengths: path below the message, offset, length. */
static void list_fields(const struct node *node, size_t prefix, json_t *fields)
{
  for (size_t i = 0; i < node->child_count; i++) list_fields(&node->children[i], prefix, fields);
  if (node->child_count > 0 || strlen(node->path) <= prefix || strcmp(path_end(node->path), "length") == 0) return;
  json_array_append_new(
      fields, json_pack("[s,I,I]", node->path + prefix + 1, (json_int_t)node->offset, (json_int_t)node->length));
}

void vector_answer_message(struct vector_case *c, json_t *answer)
{
  const struct tls12_bytes bytes = vector_hex(c, c->test, "bytes");
  const char *sender = optional(c->group, "sender");
  struct dissection d = {.kx = key_exchange_by_name(optional(c->group, "key_exchange")),
                         .sender = strcmp(sender, "client") == 0   ? FROM_CLIENT
                                   : strcmp(sender, "server") == 0 ? FROM_SERVER
                                                                   : EITHER_SENDER};
  if (c->damaged || !dissect_named(&d, vector_text(c, c->group, "message"), c->group, bytes)) c->damaged = 1;
  json_object_set_new(answer, "result", json_string(d.defect.present ? "invalid" : "valid"));
  if (d.defect.present) {
    json_object_set_new(answer, "rule", json_string(rule_text(d.defect.fault.rule)->id));
    json_object_set_new(answer, "offset", json_integer((json_int_t)d.defect.fault.offset));
    json_object_set_new(answer, "length", json_integer((json_int_t)d.defect.fault.length));
    json_object_set_new(answer, "alert", json_string(alert_name((int)d.defect.fault.alert)));
  } else if (d.messages.child_count == 1) {
    json_t *fields = json_array();
    list_fields(&d.messages.children[0], strlen(d.messages.children[0].path), fields);
    json_object_set_new(answer, "fields", fields);
  } else {
    c->damaged = 1;
  }
  dissection_free(&d);
}
