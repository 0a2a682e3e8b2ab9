#include "tool/vector_case.h"

#include <string.h>

#include "arithmetic/number.h"
#include "tool/input.h"
#include "tool/rule_text.h"
#include "x509/public_key.h"

const char *vector_text(struct vector_case *c, const json_t *object, const char *name)
{
  const char *text = json_string_value(json_object_get(object, name));
  if (text == NULL) c->damaged = 1;
  return text == NULL ? "" : text;
}

/* Room for one more field; the first one again when there are too many. */
static struct octets *field(struct vector_case *c)
{
  const int there = c->count < VECTOR_CASE_FIELDS;
  if (!there) c->damaged = 1;
  return &c->fields[there ? c->count++ : 0];
}

static struct tls12_bytes bytes_of(const struct octets *octets)
{
  static const uint8_t none[1] = {0};
  return (struct tls12_bytes){octets->length == 0 ? none : octets->data, (uint32_t)octets->length};
}

struct tls12_bytes vector_hex(struct vector_case *c, const json_t *object, const char *name)
{
  const char *text = vector_text(c, object, name);
  struct octets *out = field(c);
  for (; *text != 0; text += 2) {
    const int high = hex_digit((uint8_t)text[0]), low = high < 0 ? -1 : hex_digit((uint8_t)text[1]);
    if (low < 0 || out->length >= 0xffffff) {
      c->damaged = 1;
      break;
    }
    octets_append(out, &(uint8_t){(uint8_t)(16 * high + low)}, 1);
  }
  return bytes_of(out);
}

struct tls12_bytes vector_number(struct vector_case *c, const json_t *object, const char *name, uint32_t size)
{
  const struct tls12_bytes number = number_trim(vector_hex(c, object, name));
  struct octets *out = field(c);
  if (number.length > size) c->damaged = 1;
  for (uint32_t i = number.length; i < size; i++) octets_append(out, &(uint8_t){0}, 1);
  octets_append(out, number.data, number.length);
  return bytes_of(out);
}

enum tls12_hash vector_hash(struct vector_case *c, const json_t *object, const char *name)
{
  static const char *const names[] = {"", "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"};
  const char *text = vector_text(c, object, name);
  for (int hash = TLS12_SHA1; hash <= TLS12_SHA512; hash++)
    if (strcmp(text, names[hash]) == 0) return (enum tls12_hash)hash;
  return TLS12_HASH_NONE;
}

unsigned vector_curve(struct vector_case *c, const json_t *object, const char *name)
{
  static const struct {
    const char *name;
    unsigned group;
  } curves[] = {{"secp256r1", TLS12_SECP256R1},
                {"secp384r1", TLS12_SECP384R1},
                {"secp521r1", TLS12_SECP521R1},
                {"curve25519", TLS12_X25519},
                {"curve448", TLS12_X448}};
  const char *text = vector_text(c, object, name);
  for (size_t i = 0; i < sizeof curves / sizeof curves[0]; i++)
    if (strcmp(text, curves[i].name) == 0) return curves[i].group;
  return 0;
}

struct vector_answer vector_public_key(struct vector_case *c, const json_t *object, const char *name,
                                       struct tls12_bytes *der, struct tls12_public_key *key)
{
  *der = vector_hex(c, object, name);
  struct tls12_fault fault = x509_read_public_key(der->data, 0, der->length, key);
  if (fault.rule == TLS12_NO_RULE && fault.offset != der->length) fault.rule = R5280_4_1_02;
  return fault.rule == TLS12_NO_RULE ? (struct vector_answer){VECTOR_ACCEPTED, NULL}
                                     : (struct vector_answer){VECTOR_REFUSED, rule_text(fault.rule)->id};
}

struct vector_answer vector_accepted_if(int good)
{
  return (struct vector_answer){good ? VECTOR_ACCEPTED : VECTOR_REFUSED, NULL};
}

void vector_case_free(struct vector_case *c)
{
  for (int i = 0; i < VECTOR_CASE_FIELDS; i++) octets_free(&c->fields[i]);
}
