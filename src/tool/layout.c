#include "tool/layout.h"

#include <stdio.h>
#include <string.h>

#include "handshake/suite.h"
#include "message/server_key_exchange_explicit.h"
#include "spec/handshake_types.h"
#include "tool/rule_text.h"

enum words { PLAIN, VERSION, SUITE, EXTENSION, GROUP, HASH, SIGNATURE, IDENTIFIER, TEXT };

/* size > 0, not a vector: a number (words) or, above 4, so many opaque bytes. vector: a length of `size` bytes, then at
 * least `least` opaque bytes or, with `element`, elements. rule: the clause that has the field, with TLS12_NO_RULE that of
 * the field around it. optional: the structure may end before it. */
struct field {
  const char *name;
  unsigned size;
  int vector;
  enum words words;
  const struct field *element;
  enum tls12_rule rule;
  unsigned least;
  int optional;
};
/* Rows, with the size first. */
#define NUMBER(size, name, words, rule)                                                                                \
  {                                                                                                                    \
    name, size, 0, words, NULL, rule, 0, 0                                                                             \
  }
#define VECTOR(size, least, name, words, rule)                                                                         \
  {                                                                                                                    \
    name, size, 1, words, NULL, rule, least, 0                                                                         \
  }
#define LIST(size, least, name, element, rule)                                                                         \
  {                                                                                                                    \
    name, size, 1, PLAIN, element, rule, least, 0                                                                      \
  }
#define END                                                                                                            \
  {                                                                                                                    \
    NULL, 0, 0, PLAIN, NULL, TLS12_NO_RULE, 0, 0                                                                       \
  }

static const struct field none[] = {END};
static const struct field extension[] = {NUMBER(2, "extension_type", EXTENSION, R5246_7_4_1_4_01),
                                         VECTOR(2, 0, "extension_data", PLAIN, R5246_7_4_1_4_01), END};
static const struct field suite[] = {NUMBER(2, "cipher_suite", SUITE, TLS12_NO_RULE), END};
static const struct field byte[] = {NUMBER(1, "value", PLAIN, TLS12_NO_RULE), END};
static const struct field group[] = {NUMBER(2, "group", GROUP, R8422_5_1_1_02), END};
static const struct field pair[] = {NUMBER(1, "hash", HASH, TLS12_NO_RULE),
                                    NUMBER(1, "signature", SIGNATURE, TLS12_NO_RULE), END};
static const struct field name[] = {NUMBER(1, "name_type", PLAIN, R6066_3_01),
                                    VECTOR(2, 0, "host_name", TEXT, R6066_3_01), END};
static const struct field protocol[] = {VECTOR(1, 1, "protocol_name", TEXT, R7301_3_1_01), END};
static const struct field asn1[] = {VECTOR(3, 1, "certificate", PLAIN, R5246_7_4_2_05), END};
static const struct field distinguished[] = {VECTOR(2, 1, "distinguished_name", PLAIN, R5246_7_4_4_05), END};
static const struct field responder[] = {VECTOR(2, 1, "responder_id", PLAIN, R6066_8_01), END};
static const struct field authority[] = {NUMBER(1, "identifier_type", IDENTIFIER, R6066_6_01), END};
static const struct field key_hash[] = {NUMBER(20, "key_sha1_hash", PLAIN, R6066_6_01), END};
static const struct field x509_name[] = {VECTOR(2, 1, "x509_name", PLAIN, R6066_6_01), END};
static const struct field certificate_hash[] = {NUMBER(20, "cert_sha1_hash", PLAIN, R6066_6_01), END};
static const struct field *const identifiers[] = {none, key_hash, x509_name, certificate_hash};
static const struct field status_item[] = {NUMBER(1, "status_type", PLAIN, R6961_2_2_01),
                                           VECTOR(2, 0, "request", PLAIN, R6961_2_2_01), END};

#define EXTENSIONS(rule)                                                                                               \
  {                                                                                                                    \
    "extensions", 2, 1, PLAIN, extension, rule, 0, 1                                                                   \
  }
static const struct field client_hello[] = {NUMBER(2, "client_version", VERSION, R5246_7_4_1_2_11),
                                            NUMBER(32, "random", PLAIN, R5246_7_4_1_2_02),
                                            VECTOR(1, 0, "session_id", PLAIN, R5246_7_4_1_2_04),
                                            LIST(2, 2, "cipher_suites", suite, R5246_7_4_1_2_05),
                                            LIST(1, 1, "compression_methods", byte, R5246_7_4_1_2_06),
                                            EXTENSIONS(R5246_7_4_1_2_16),
                                            END};
static const struct field server_hello[] = {NUMBER(2, "server_version", VERSION, R5246_7_4_1_3_01),
                                            NUMBER(32, "random", PLAIN, R5246_7_4_1_2_02),
                                            VECTOR(1, 0, "session_id", PLAIN, R5246_7_4_1_3_03),
                                            NUMBER(2, "cipher_suite", SUITE, R5246_7_4_1_3_08),
                                            NUMBER(1, "compression_method", PLAIN, R5246_7_4_1_3_09),
                                            EXTENSIONS(R5246_7_4_1_3_10),
                                            END};
static const struct field new_session_ticket[] = {NUMBER(4, "ticket_lifetime_hint", PLAIN, R5077_3_3_07),
                                                  VECTOR(2, 0, "ticket", PLAIN, R5077_3_3_07), END};
static const struct field certificate[] = {LIST(3, 0, "certificate_list", asn1, R5246_7_4_2_05), END};
static const struct field certificate_request[] = {LIST(1, 1, "certificate_types", byte, R5246_7_4_4_03),
                                                   LIST(2, 2, "supported_signature_algorithms", pair, R5246_7_4_4_04),
                                                   LIST(2, 0, "certificate_authorities", distinguished, R5246_7_4_4_05),
                                                   END};
static const struct field digitally_signed[] = {NUMBER(1, "hash", HASH, R5246_4_7_01),
                                                NUMBER(1, "signature_algorithm", SIGNATURE, R5246_4_7_01),
                                                VECTOR(2, 0, "signature", PLAIN, R5246_4_7_01), END};
static const struct field dh_params[] = {VECTOR(2, 1, "dh_p", PLAIN, R5246_7_4_3_05),
                                         VECTOR(2, 1, "dh_g", PLAIN, R5246_7_4_3_05),
                                         VECTOR(2, 1, "dh_Ys", PLAIN, R5246_7_4_3_05), END};
static const struct field ecdh_params[] = {NUMBER(1, "curve_type", PLAIN, R8422_5_4_02),
                                           NUMBER(2, "namedcurve", GROUP, R8422_5_4_03),
                                           VECTOR(1, 1, "public", PLAIN, R8422_5_4_03), END};
#define CURVE(rule)                                                                                                    \
  VECTOR(1, 1, "a", PLAIN, rule), VECTOR(1, 1, "b", PLAIN, rule), VECTOR(1, 1, "base", PLAIN, rule),                   \
      VECTOR(1, 1, "order", PLAIN, rule), VECTOR(1, 1, "cofactor", PLAIN, rule),                                       \
      VECTOR(1, 1, "public", PLAIN, R8422_5_4_03), END
static const struct field prime_params[] = {NUMBER(1, "curve_type", PLAIN, R4492_5_4_01),
                                            VECTOR(1, 1, "prime_p", PLAIN, R4492_5_4_01), CURVE(R4492_5_4_01)};
static const struct field trinomial_params[] = {
    NUMBER(1, "curve_type", PLAIN, R4492_5_4_02), NUMBER(2, "m", PLAIN, R4492_5_4_02),
    NUMBER(1, "basis", PLAIN, R4492_5_4_02), VECTOR(1, 1, "k", PLAIN, R4492_5_4_02), CURVE(R4492_5_4_02)};
static const struct field pentanomial_params[] = {NUMBER(1, "curve_type", PLAIN, R4492_5_4_02),
                                                  NUMBER(2, "m", PLAIN, R4492_5_4_02),
                                                  NUMBER(1, "basis", PLAIN, R4492_5_4_02),
                                                  VECTOR(1, 1, "k1", PLAIN, R4492_5_4_02),
                                                  VECTOR(1, 1, "k2", PLAIN, R4492_5_4_02),
                                                  VECTOR(1, 1, "k3", PLAIN, R4492_5_4_02),
                                                  CURVE(R4492_5_4_02)};
static const struct field psk_hint[] = {VECTOR(2, 0, "psk_identity_hint", TEXT, R4279_2_02), END};
static const struct field psk_identity[] = {VECTOR(2, 0, "psk_identity", TEXT, R4279_2_03), END};
static const struct field rsa_secret[] = {VECTOR(2, 0, "encrypted_pre_master_secret", PLAIN, R5246_4_7_07), END};
static const struct field dh_public[] = {VECTOR(2, 1, "dh_Yc", PLAIN, R5246_7_4_7_2_01), END};
static const struct field ecdh_public[] = {VECTOR(1, 1, "ecdh_Yc", PLAIN, R8422_5_7_01), END};
static const struct field finished[] = {NUMBER(12, "verify_data", PLAIN, R5246_7_4_9_06), END};
static const struct field status[] = {NUMBER(1, "status_type", PLAIN, R6066_8_06),
                                      VECTOR(3, 1, "response", PLAIN, R6066_8_06), END};

static const struct field server_names[] = {LIST(2, 1, "server_name_list", name, R6066_3_01), END};
static const struct field fragment_length[] = {NUMBER(1, "max_fragment_length", PLAIN, R6066_4_01), END};
static const struct field authorities[] = {LIST(2, 0, "trusted_authorities_list", authority, R6066_6_01), END};
static const struct field status_request[] = {NUMBER(1, "status_type", PLAIN, R6066_8_01),
                                              LIST(2, 0, "responder_id_list", responder, R6066_8_01),
                                              VECTOR(2, 0, "request_extensions", PLAIN, R6066_8_01), END};
static const struct field groups[] = {LIST(2, 2, "named_group_list", group, R8422_5_1_1_01), END};
static const struct field formats[] = {LIST(1, 1, "ec_point_format_list", byte, R8422_5_1_2_01), END};
static const struct field pairs[] = {LIST(2, 2, "supported_signature_algorithms", pair, R5246_7_4_1_4_1_01), END};
static const struct field protocols[] = {LIST(2, 2, "protocol_name_list", protocol, R7301_3_1_01), END};
static const struct field status_request_v2[] = {LIST(2, 1, "certificate_status_req_list", status_item, R6961_2_2_01),
                                                 END};
static const struct field record_size_limit[] = {NUMBER(2, "record_size_limit", PLAIN, R8449_4_01), END};
static const struct field renegotiation[] = {VECTOR(1, 0, "renegotiated_connection", PLAIN, R5746_3_2_01), END};

/* What the bodies of extensions hold, in a ClientHello and in a ServerHello; NULL: bytes that nothing here reads. */
static const struct extension_layout {
  unsigned type;
  const struct field *client, *server;
  enum tls12_rule rule;
} extension_layouts[] = {{TLS12_SERVER_NAME, server_names, none, R6066_3_01},
                         {TLS12_MAX_FRAGMENT_LENGTH, fragment_length, fragment_length, R6066_4_01},
                         {TLS12_TRUSTED_CA_KEYS, authorities, none, R6066_6_01},
                         {TLS12_TRUNCATED_HMAC, none, none, R6066_7_01},
                         {TLS12_STATUS_REQUEST, status_request, none, R6066_8_01},
                         {TLS12_SUPPORTED_GROUPS, groups, groups, R8422_5_1_1_01},
                         {TLS12_EC_POINT_FORMATS, formats, formats, R8422_5_1_2_01},
                         {TLS12_SIGNATURE_ALGORITHMS, pairs, pairs, R5246_7_4_1_4_1_01},
                         {TLS12_ALPN, protocols, protocols, R7301_3_1_01},
                         {TLS12_STATUS_REQUEST_V2, status_request_v2, none, R6961_2_2_01},
                         {TLS12_PADDING, NULL, NULL, R7685_3_01},
                         {TLS12_ENCRYPT_THEN_MAC, none, none, R7366_2_01},
                         {TLS12_EXTENDED_MASTER_SECRET, none, none, R7627_5_1_01},
                         {TLS12_RECORD_SIZE_LIMIT, record_size_limit, record_size_limit, R8449_4_01},
                         {TLS12_SESSION_TICKET, NULL, none, R5077_3_2_01},
                         {TLS12_RENEGOTIATION_INFO, renegotiation, renegotiation, R5746_3_2_01}};

static const struct extension_layout *extension_layout(unsigned type)
{
  for (size_t i = 0; i < sizeof extension_layouts / sizeof *extension_layouts; i++)
    if (extension_layouts[i].type == type) return &extension_layouts[i];
  return NULL;
}

struct word {
  unsigned value;
  const char *name;
};
static const struct word extensions[] = {{0, "server_name"},
                                         {1, "max_fragment_length"},
                                         {3, "trusted_ca_keys"},
                                         {4, "truncated_hmac"},
                                         {5, "status_request"},
                                         {10, "supported_groups"},
                                         {11, "ec_point_formats"},
                                         {13, "signature_algorithms"},
                                         {16, "application_layer_protocol_negotiation"},
                                         {17, "status_request_v2"},
                                         {18, "signed_certificate_timestamp"},
                                         {21, "padding"},
                                         {22, "encrypt_then_mac"},
                                         {23, "extended_master_secret"},
                                         {28, "record_size_limit"},
                                         {35, "session_ticket"},
                                         {0xFF01, "renegotiation_info"},
                                         {0, NULL}};
static const struct word curves[] = {{19, "secp192r1"},  {21, "secp224r1"},  {22, "secp256k1"},  {23, "secp256r1"},
                                     {24, "secp384r1"},  {25, "secp521r1"},  {29, "x25519"},     {30, "x448"},
                                     {256, "ffdhe2048"}, {257, "ffdhe3072"}, {258, "ffdhe4096"}, {259, "ffdhe6144"},
                                     {260, "ffdhe8192"}, {0, NULL}};
static const struct word hashes[] = {{0, "none"},   {1, "md5"},    {2, "sha1"},   {3, "sha224"},
                                     {4, "sha256"}, {5, "sha384"}, {6, "sha512"}, {0, NULL}};
static const struct word signatures[] = {{0, "anonymous"}, {1, "rsa"}, {2, "dsa"}, {3, "ecdsa"}, {0, NULL}};
static const struct word identifier_types[] = {
    {0, "pre_agreed"}, {1, "key_sha1_hash"}, {2, "x509_name"}, {3, "cert_sha1_hash"}, {0, NULL}};
static const struct word versions[] = {
    {0x0300, "SSL 3.0"}, {0x0301, "TLS 1.0"}, {0x0302, "TLS 1.1"}, {0x0303, "TLS 1.2"}, {0, NULL}};

static const char *word(const struct word *list, unsigned value)
{
  for (; list->name != NULL; list++)
    if (list->value == value) return list->name;
  return NULL;
}

const char *extension_word(int type)
{
  return word(extensions, (unsigned)type);
}

int extension_by_word(const char *label)
{
  if (strcmp(label, "alpn") == 0) return TLS12_ALPN;
  for (const struct word *w = extensions; w->name != NULL; w++)
    if (strcmp(w->name, label) == 0) return (int)w->value;
  return -1;
}

static void describe(struct node *node, enum words words, unsigned value)
{
  const char *text = NULL;
  if (words == VERSION)
    text = word(versions, value);
  else if (words == EXTENSION)
    text = word(extensions, value);
  else if (words == GROUP)
    text = word(curves, value);
  else if (words == HASH)
    text = word(hashes, value);
  else if (words == SIGNATURE)
    text = word(signatures, value);
  else if (words == IDENTIFIER)
    text = word(identifier_types, value);
  else if (words == SUITE && tls12_suite_find((uint16_t)value) != NULL)
    text = tls12_suite_find((uint16_t)value)->name;
  if (text != NULL)
    node_value(node, "%s", text);
  else
    node_value(node, words == PLAIN ? "%u" : "0x%04x", value);
}

static uint32_t number(const uint8_t *b, unsigned n)
{
  uint32_t value = 0;
  for (unsigned i = 0; i < n; i++) value = 256 * value + b[i];
  return value;
}

/* One message body; the first bytes in it that fit no field. */
struct walk {
  const uint8_t *b;
  const struct origin *origin;
  int from_server;
  struct tls12_fault misfit;
};

static void misfit(struct walk *w, enum tls12_rule rule, uint32_t at, uint32_t end)
{
  if (w->misfit.rule == TLS12_NO_RULE) w->misfit = (struct tls12_fault){rule, at, end - at, TLS12_DECODE_ERROR};
}

static struct node *add(struct walk *w, struct node *parent, const char *label, uint32_t at, uint32_t length,
                        enum tls12_rule rule)
{
  struct node *node = node_add(parent, label, w->b + at, length, w->origin);
  node->rule = rule_text(rule)->id;
  return node;
}

static void leave(struct walk *w, struct node *parent, enum tls12_rule rule, uint32_t at, uint32_t end)
{
  if (at >= end) return;
  (void)add(w, parent, "rest", at, end - at, rule);
  misfit(w, rule, at, end);
}

static uint32_t fields(struct walk *w, struct node *parent, const struct field *list, uint32_t at, uint32_t end,
                       enum tls12_rule around);

static uint32_t elements(struct walk *w, struct node *vector, const struct field *element, uint32_t at, uint32_t end,
                         enum tls12_rule rule)
{
  for (unsigned i = 0; at < end && w->misfit.rule == TLS12_NO_RULE; i++) {
    char label[16];
    snprintf(label, sizeof label, "[%u]", i);
    struct node *node = add(w, vector, label, at, 0, rule);
    const uint32_t after = fields(w, node, element, at, end, rule);
    if (after == at) {
      vector->child_count--;
      node_free(node);
      break;
    }
    node->length = after - at;
    at = after;
  }
  return at;
}

/* The bytes of extension_data, from `at` to `end`. */
static uint32_t extension_body(struct walk *w, struct node *vector, unsigned type, uint32_t at, uint32_t end)
{
  const struct extension_layout *layout = extension_layout(type);
  const struct field *list = layout == NULL ? NULL : w->from_server ? layout->server : layout->client;
  const enum tls12_rule rule = layout == NULL ? R5246_7_4_1_4_01 : layout->rule;
  vector->rule = rule_text(rule)->id;
  if (list != NULL) {
    at = fields(w, vector, list, at, end, rule);
    leave(w, vector, list == none ? rule : R5246_7_4_1_4_01, at, end);
  } else if (at < end) {
    (void)add(w, vector, "data", at, end - at, rule);
  }
  return end;
}

/* The fields from offset `at` on; the offset where they end or no longer fit. */
static uint32_t fields(struct walk *w, struct node *parent, const struct field *list, uint32_t at, uint32_t end,
                       enum tls12_rule around)
{
  unsigned last = 0;
  for (const struct field *f = list; f->name != NULL && !(f->optional && at == end); f++) {
    const enum tls12_rule rule = f->rule == TLS12_NO_RULE ? around : f->rule;
    if (end - at < f->size) {
      misfit(w, f->vector ? R5246_4_3_06 : rule, at, end);
      return at;
    }
    const uint32_t value = f->size <= 4 ? number(w->b + at, f->size) : 0;
    if (!f->vector) {
      struct node *node = add(w, parent, f->name, at, f->size, rule);
      if (f->size <= 4) describe(node, f->words, value);
      last = value;
      at += f->size;
      continue;
    }
    if (value > end - at - f->size) {
      misfit(w, R5246_4_3_06, at, end);
      return at;
    }
    const uint32_t start = at, stop = at + f->size + value;
    struct node *node = add(w, parent, f->name, at, f->size + value, rule);
    node_value(add(w, node, "length", at, f->size, R5246_4_3_02), "%lu", (unsigned long)value);
    at += f->size;
    if (value < f->least) misfit(w, rule, start, stop);
    if (list == extension) {
      at = extension_body(w, node, last, at, stop);
    } else if (f->element != NULL) {
      at = elements(w, node, f->element, at, stop, rule);
    } else if (value > 0) {
      struct node *data = add(w, node, "data", at, value, rule);
      if (f->words == TEXT) node_value(data, "%.*s", (int)value, (const char *)(w->b + at));
      at = stop;
    }
    leave(w, node, rule, at, stop);
    at = stop;
  }
  /* the form of a TrustedAuthority hangs on its type: RFC 6066 section 6 */
  if (list == authority && last < sizeof identifiers / sizeof *identifiers)
    return fields(w, parent, identifiers[last], at, end, around);
  if (list == authority) misfit(w, R6066_6_01, at - 1, at);
  return at;
}

/* A ServerKeyExchange with an explicit curve, RFC 4492 section 5.4, when it is a whole one; else nothing of it. */
static uint32_t explicit_curve(struct walk *w, struct node *message, int is_signed, uint32_t n)
{
  struct server_key_exchange_explicit value;
  if (server_key_exchange_explicit_decode(w->b, n, is_signed, &value).rule != TLS12_NO_RULE) return 0;
  const uint32_t at = fields(w, message,
                             value.field.curve_type == TLS12_EXPLICIT_PRIME ? prime_params
                             : value.field.basis == TLS12_TRINOMIAL         ? trinomial_params
                                                                            : pentanomial_params,
                             0, n, R4492_5_4_01);
  return is_signed ? fields(w, message, digitally_signed, at, n, R5246_4_7_01) : at;
}

/* What the key exchange makes of ServerKeyExchange: RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC 4279. */
static uint32_t server_key_exchange(struct walk *w, struct node *message, enum tls12_key_exchange kx, uint32_t n)
{
  uint32_t at = 0;
  const int psk = kx == TLS12_KX_PSK || kx == TLS12_KX_DHE_PSK || kx == TLS12_KX_ECDHE_PSK || kx == TLS12_KX_RSA_PSK;
  if (psk) at = fields(w, message, psk_hint, at, n, R4279_2_02);
  if (w->misfit.rule != TLS12_NO_RULE) return at;
  switch (kx) {
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA:
  case TLS12_KX_DH_ANON:
  case TLS12_KX_DHE_PSK: at = fields(w, message, dh_params, at, n, R5246_7_4_3_05); break;
  case TLS12_KX_ECDHE_RSA:
  case TLS12_KX_ECDHE_ECDSA:
  case TLS12_KX_ECDH_ANON:
  case TLS12_KX_ECDHE_PSK:
    /* curves that are not named are other structures, and deprecated: RFC 8422 section 5.4 */
    if (at < n && w->b[at] != 3) w->misfit = (struct tls12_fault){R8422_5_4_02, at, 1, TLS12_HANDSHAKE_FAILURE};
    if (at >= n || w->b[at] == 3) at = fields(w, message, ecdh_params, at, n, R8422_5_4_03);
    if (at == 0 && n > 0) at = explicit_curve(w, message, kx != TLS12_KX_ECDH_ANON, n);
    break;
  default: break;
  }
  if (w->misfit.rule != TLS12_NO_RULE) return at;
  if (kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA || kx == TLS12_KX_ECDHE_ECDSA)
    at = fields(w, message, digitally_signed, at, n, R5246_4_7_01);
  return at;
}

/* Whether the key exchange is one whose ClientKeyExchange is empty after a certificate with a fixed key: RFC 5246 section
 * 7.4.7.2, RFC 4492 section 5.7. */
int may_be_implicit(enum tls12_key_exchange kx)
{
  return kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA || kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DHE_RSA ||
         kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA;
}

/* RFC 5246 section 7.4.7, RFC 8422 section 5.7, RFC 4279 sections 2 to 4, RFC 5489. */
static uint32_t client_key_exchange(struct walk *w, struct node *message, enum tls12_key_exchange kx, uint32_t n)
{
  uint32_t at = 0;
  if (n == 0 && may_be_implicit(kx)) {
    node_value(message, "implicit: the public value is in the client's certificate");
    return 0;
  }
  switch (kx) {
  case TLS12_KX_RSA: return fields(w, message, rsa_secret, at, n, R5246_4_7_07);
  case TLS12_KX_PSK:
  case TLS12_KX_DHE_PSK:
  case TLS12_KX_ECDHE_PSK:
  case TLS12_KX_RSA_PSK:
    at = fields(w, message, psk_identity, at, n, R4279_2_03);
    if (w->misfit.rule != TLS12_NO_RULE) return at;
    return fields(w, message,
                  kx == TLS12_KX_RSA_PSK     ? rsa_secret
                  : kx == TLS12_KX_DHE_PSK   ? dh_public
                  : kx == TLS12_KX_ECDHE_PSK ? ecdh_public
                                             : none,
                  at, n, R4279_2_03);
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDH_RSA:
  case TLS12_KX_ECDHE_ECDSA:
  case TLS12_KX_ECDHE_RSA:
  case TLS12_KX_ECDH_ANON: return fields(w, message, ecdh_public, at, n, R8422_5_7_01);
  default: return fields(w, message, dh_public, at, n, R5246_7_4_7_2_01);
  }
}

struct tls12_fault layout_body(struct node *message, int handshake_type, enum tls12_key_exchange kx,
                               const uint8_t *body, uint32_t length, const struct origin *origin)
{
  struct walk w = {body, origin, handshake_type == TLS12_SERVER_HELLO, {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT}};
  const struct field *list = none;
  uint32_t at = 0;
  switch (handshake_type) {
  case TLS12_CLIENT_HELLO: list = client_hello; break;
  case TLS12_SERVER_HELLO: list = server_hello; break;
  case TLS12_NEW_SESSION_TICKET: list = new_session_ticket; break;
  case TLS12_CERTIFICATE: list = certificate; break;
  case TLS12_CERTIFICATE_REQUEST: list = certificate_request; break;
  case TLS12_CERTIFICATE_VERIFY: list = digitally_signed; break;
  case TLS12_FINISHED: list = finished; break;
  case TLS12_CERTIFICATE_STATUS: list = status; break;
  default: break;
  }
  const int exchange = handshake_type == TLS12_SERVER_KEY_EXCHANGE || handshake_type == TLS12_CLIENT_KEY_EXCHANGE;
  if (exchange && kx == TLS12_KX_NULL) {
    if (length > 0) (void)add(&w, message, "data", 0, length, R5246_7_4_01);
    return w.misfit;
  }
  if (handshake_type == TLS12_SERVER_KEY_EXCHANGE)
    at = server_key_exchange(&w, message, kx, length);
  else if (handshake_type == TLS12_CLIENT_KEY_EXCHANGE)
    at = client_key_exchange(&w, message, kx, length);
  else
    at = fields(&w, message, list, 0, length, R5246_7_4_02);
  leave(&w, message, R5246_7_4_02, at, length);
  return w.misfit;
}

struct tls12_fault layout_extension(struct node *node, int from_server, const uint8_t *bytes, uint32_t length,
                                    const struct origin *origin)
{
  struct walk w = {bytes, origin, from_server, {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT}};
  leave(&w, node, R5246_7_4_1_4_01, fields(&w, node, extension, 0, length, R5246_7_4_1_4_01), length);
  return w.misfit;
}

struct tls12_fault layout_extension_body(struct node *node, int type, int from_server, const uint8_t *body,
                                         uint32_t length, const struct origin *origin)
{
  struct walk w = {body, origin, from_server, {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT}};
  (void)extension_body(&w, node, (unsigned)type, 0, length);
  return w.misfit;
}
