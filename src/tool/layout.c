#include "tool/layout.h"

#include <stdio.h>
#include <string.h>

#include "handshake/suite.h"
#include "spec/handshake_types.h"

enum words { PLAIN, VERSION, SUITE, EXTENSION, GROUP, HASH, SIGNATURE, TEXT };

/* size > 0, not a vector: a number (words) or, above 4, so many opaque bytes. vector: a length of `size` bytes, then opaque
 * bytes or, with `element`, elements. */
struct field {
  const char *name;
  unsigned size;
  int vector;
  enum words words;
  const struct field *element;
};
#define END                                                                                                            \
  {                                                                                                                    \
    NULL, 0, 0, PLAIN, NULL                                                                                            \
  }

static const struct field extension[] = {
    {"extension_type", 2, 0, EXTENSION, NULL}, {"extension_data", 2, 1, PLAIN, NULL}, END};
static const struct field suite[] = {{"cipher_suite", 2, 0, SUITE, NULL}, END};
static const struct field byte[] = {{"value", 1, 0, PLAIN, NULL}, END};
static const struct field group[] = {{"group", 2, 0, GROUP, NULL}, END};
static const struct field pair[] = {{"hash", 1, 0, HASH, NULL}, {"signature", 1, 0, SIGNATURE, NULL}, END};
static const struct field name[] = {{"name_type", 1, 0, PLAIN, NULL}, {"host_name", 2, 1, TEXT, NULL}, END};
static const struct field protocol[] = {{"protocol_name", 1, 1, TEXT, NULL}, END};
static const struct field asn1[] = {{"certificate", 3, 1, PLAIN, NULL}, END};
static const struct field distinguished[] = {{"distinguished_name", 2, 1, PLAIN, NULL}, END};

static const struct field client_hello[] = {{"client_version", 2, 0, VERSION, NULL},
                                            {"random", 32, 0, PLAIN, NULL},
                                            {"session_id", 1, 1, PLAIN, NULL},
                                            {"cipher_suites", 2, 1, PLAIN, suite},
                                            {"compression_methods", 1, 1, PLAIN, byte},
                                            {"extensions", 2, 1, PLAIN, extension},
                                            END};
static const struct field server_hello[] = {{"server_version", 2, 0, VERSION, NULL},
                                            {"random", 32, 0, PLAIN, NULL},
                                            {"session_id", 1, 1, PLAIN, NULL},
                                            {"cipher_suite", 2, 0, SUITE, NULL},
                                            {"compression_method", 1, 0, PLAIN, NULL},
                                            {"extensions", 2, 1, PLAIN, extension},
                                            END};
static const struct field new_session_ticket[] = {
    {"ticket_lifetime_hint", 4, 0, PLAIN, NULL}, {"ticket", 2, 1, PLAIN, NULL}, END};
static const struct field certificate[] = {{"certificate_list", 3, 1, PLAIN, asn1}, END};
static const struct field certificate_request[] = {{"certificate_types", 1, 1, PLAIN, byte},
                                                   {"supported_signature_algorithms", 2, 1, PLAIN, pair},
                                                   {"certificate_authorities", 2, 1, PLAIN, distinguished},
                                                   END};
static const struct field digitally_signed[] = {
    {"hash", 1, 0, HASH, NULL}, {"signature_algorithm", 1, 0, SIGNATURE, NULL}, {"signature", 2, 1, PLAIN, NULL}, END};
static const struct field dh_params[] = {
    {"dh_p", 2, 1, PLAIN, NULL}, {"dh_g", 2, 1, PLAIN, NULL}, {"dh_Ys", 2, 1, PLAIN, NULL}, END};
static const struct field ecdh_params[] = {
    {"curve_type", 1, 0, PLAIN, NULL}, {"namedcurve", 2, 0, GROUP, NULL}, {"public", 1, 1, PLAIN, NULL}, END};
static const struct field psk_hint[] = {{"psk_identity_hint", 2, 1, TEXT, NULL}, END};
static const struct field psk_identity[] = {{"psk_identity", 2, 1, TEXT, NULL}, END};
static const struct field rsa_secret[] = {{"encrypted_pre_master_secret", 2, 1, PLAIN, NULL}, END};
static const struct field dh_public[] = {{"dh_Yc", 2, 1, PLAIN, NULL}, END};
static const struct field ecdh_public[] = {{"ecdh_Yc", 1, 1, PLAIN, NULL}, END};
static const struct field finished[] = {{"verify_data", 12, 0, PLAIN, NULL}, END};
static const struct field status[] = {{"status_type", 1, 0, PLAIN, NULL}, {"response", 3, 1, PLAIN, NULL}, END};

static const struct field server_names[] = {{"server_name_list", 2, 1, PLAIN, name}, END};
static const struct field groups[] = {{"named_group_list", 2, 1, PLAIN, group}, END};
static const struct field formats[] = {{"ec_point_format_list", 1, 1, PLAIN, byte}, END};
static const struct field pairs[] = {{"supported_signature_algorithms", 2, 1, PLAIN, pair}, END};
static const struct field protocols[] = {{"protocol_name_list", 2, 1, PLAIN, protocol}, END};
static const struct field renegotiation[] = {{"renegotiated_connection", 1, 1, PLAIN, NULL}, END};

static const struct field *extension_layout(unsigned type)
{
  switch (type) {
  case TLS12_SERVER_NAME: return server_names;
  case TLS12_SUPPORTED_GROUPS: return groups;
  case TLS12_EC_POINT_FORMATS: return formats;
  case TLS12_SIGNATURE_ALGORITHMS: return pairs;
  case TLS12_ALPN: return protocols;
  case TLS12_RENEGOTIATION_INFO: return renegotiation;
  default: return NULL;
  }
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
static const struct word versions[] = {
    {0x0300, "SSL 3.0"}, {0x0301, "TLS 1.0"}, {0x0302, "TLS 1.1"}, {0x0303, "TLS 1.2"}, {0, NULL}};

static const char *word(const struct word *list, unsigned value)
{
  for (; list->name != NULL; list++)
    if (list->value == value) return list->name;
  return NULL;
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

/* The fields from offset `at` on; the offset where they end or no longer fit. */
static uint32_t fields(struct node *parent, const struct field *list, const uint8_t *b, uint32_t at, uint32_t end,
                       const struct origin *origin)
{
  unsigned last = 0;
  for (const struct field *f = list; f->name != NULL && at < end; f++) {
    if (end - at < f->size) return at;
    const uint32_t value = f->size <= 4 ? number(b + at, f->size) : 0;
    if (!f->vector) {
      struct node *node = node_add(parent, f->name, b + at, f->size, origin);
      if (f->size <= 4) describe(node, f->words, value);
      last = value;
      at += f->size;
      continue;
    }
    if (value > end - at - f->size) return at;
    struct node *node = node_add(parent, f->name, b + at, f->size + value, origin);
    struct node *prefix = node_add(node, "length", b + at, f->size, origin);
    node_value(prefix, "%lu", (unsigned long)value);
    at += f->size;
    const uint32_t stop = at + value;
    const struct field *inner = f->words == PLAIN && list == extension ? extension_layout(last) : NULL;
    if (inner != NULL && value > 0) {
      at = fields(node, inner, b, at, stop, origin);
    } else if (f->element != NULL) {
      for (unsigned i = 0; at < stop; i++) {
        char label[16];
        snprintf(label, sizeof label, "[%u]", i);
        struct node *element = node_add(node, label, b + at, 0, origin);
        const uint32_t after = fields(element, f->element, b, at, stop, origin);
        if (after == at) {
          node->child_count--;
          node_free(element);
          break;
        }
        element->length = after - at;
        at = after;
      }
    } else if (value > 0) {
      struct node *data = node_add(node, "data", b + at, value, origin);
      if (f->words == TEXT) node_value(data, "%.*s", (int)value, (const char *)(b + at));
      at = stop;
    }
    if (at < stop) (void)node_add(node, "rest", b + at, stop - at, origin);
    at = stop;
  }
  return at;
}

/* What the key exchange makes of ServerKeyExchange: RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC 4279. */
static uint32_t server_key_exchange(struct node *message, enum tls12_key_exchange kx, const uint8_t *b, uint32_t n,
                                    const struct origin *origin)
{
  uint32_t at = 0;
  const int psk = kx == TLS12_KX_PSK || kx == TLS12_KX_DHE_PSK || kx == TLS12_KX_ECDHE_PSK || kx == TLS12_KX_RSA_PSK;
  if (psk) at = fields(message, psk_hint, b, at, n, origin);
  if (kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_DH_ANON || kx == TLS12_KX_DHE_PSK)
    at = fields(message, dh_params, b, at, n, origin);
  else if ((kx == TLS12_KX_ECDHE_RSA || kx == TLS12_KX_ECDHE_ECDSA || kx == TLS12_KX_ECDH_ANON ||
            kx == TLS12_KX_ECDHE_PSK) &&
           at < n && b[at] == 3)
    at = fields(message, ecdh_params, b, at, n, origin);
  if (kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA || kx == TLS12_KX_ECDHE_ECDSA)
    at = fields(message, digitally_signed, b, at, n, origin);
  return at;
}

/* RFC 5246 section 7.4.7, RFC 8422 section 5.7, RFC 4279 sections 2 to 4, RFC 5489. */
static uint32_t client_key_exchange(struct node *message, enum tls12_key_exchange kx, const uint8_t *b, uint32_t n,
                                    const struct origin *origin)
{
  uint32_t at = 0;
  switch (kx) {
  case TLS12_KX_RSA: return fields(message, rsa_secret, b, at, n, origin);
  case TLS12_KX_PSK:
  case TLS12_KX_DHE_PSK:
  case TLS12_KX_ECDHE_PSK:
  case TLS12_KX_RSA_PSK:
    at = fields(message, psk_identity, b, at, n, origin);
    return fields(message,
                  kx == TLS12_KX_RSA_PSK     ? rsa_secret
                  : kx == TLS12_KX_DHE_PSK   ? dh_public
                  : kx == TLS12_KX_ECDHE_PSK ? ecdh_public
                                             : psk_identity + 1,
                  b, at, n, origin);
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDH_RSA:
  case TLS12_KX_ECDHE_ECDSA:
  case TLS12_KX_ECDHE_RSA:
  case TLS12_KX_ECDH_ANON: return fields(message, ecdh_public, b, at, n, origin);
  case TLS12_KX_NULL: return at;
  default: return fields(message, dh_public, b, at, n, origin);
  }
}

void layout_body(struct node *message, int handshake_type, enum tls12_key_exchange kx, const uint8_t *body,
                 uint32_t length, const struct origin *origin)
{
  static const struct field none[] = {END};
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
  if (handshake_type == TLS12_SERVER_KEY_EXCHANGE)
    at = server_key_exchange(message, kx, body, length, origin);
  else if (handshake_type == TLS12_CLIENT_KEY_EXCHANGE)
    at = client_key_exchange(message, kx, body, length, origin);
  else
    at = fields(message, list, body, 0, length, origin);
  if (at < length) (void)node_add(message, "rest", body + at, length - at, origin);
}
