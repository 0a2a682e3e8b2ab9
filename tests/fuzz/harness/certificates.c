/* The DER reader: certificates, chains, private keys, and the primitives. The first byte chooses. */
#include <string.h>

#include "tests/fuzz/harness/harness.h"
#include "x509/certificate.h"
#include "x509/der.h"
#include "x509/fitness.h"
#include "x509/ip_address.h"
#include "x509/private_key.h"
#include "x509/public_key.h"
#include "x509/selection.h"
#include "x509/verify.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "tests/x509/certificates.inc"

enum { CERTIFICATE, CHAIN, PUBLIC_KEY, PRIVATE_KEY, PRIMITIVES, ADDRESS, CHOICES };

#define B(name)                                                                                                        \
  {                                                                                                                    \
    name, sizeof name                                                                                                  \
  }
#define COUNT(list) (uint32_t)(sizeof(list) / sizeof *(list))

static const struct tls12_bytes roots[] = {B(rsa_root), B(ec_root)};
static const struct tls12_bytes certificates[] = {
    B(ec_leaf),     B(ec_inter),        B(rsa_leaf),         B(rsa_inter),    B(p384_leaf),
    B(no_ca),       B(no_ca_leaf),      B(no_sign),          B(path_zero),    B(path_zero_leaf),
    B(path_below),  B(path_below_leaf), B(unknown_critical), B(client_only),  B(sign_no_ca),
    B(self_signed), B(rsa_root),        B(ec_root),          B(no_sign_leaf),
};
static const struct tls12_bytes keys[] = {B(rsa_pkcs1),    B(rsa_pkcs8), B(ec_sec1),      B(ec_pkcs8),
                                          B(ec_encrypted), B(k1_pkcs8),  B(ed25519_pkcs8)};

/* SubjectPublicKeyInfo with small numbers: DSA, DH with all parameters, and an Ed25519 key. */
static const uint8_t dsa_key[] = {0x30, 0x1d, 0x30, 0x15, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x38,
                                  0x04, 0x01, 0x30, 0x0a, 0x02, 0x02, 0x00, 0x83, 0x02, 0x01, 0x03,
                                  0x02, 0x01, 0x02, 0x03, 0x04, 0x00, 0x02, 0x01, 0x07};
static const uint8_t dh_key[] = {0x30, 0x25, 0x30, 0x1d, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3e, 0x02, 0x01,
                                 0x30, 0x12, 0x02, 0x01, 0x17, 0x02, 0x01, 0x02, 0x02, 0x01, 0x0b, 0x30, 0x07,
                                 0x03, 0x02, 0x00, 0xff, 0x02, 0x01, 0x01, 0x03, 0x04, 0x00, 0x02, 0x01, 0x07};
static const uint8_t ed25519_key[] = {0x30, 0x0c, 0x30, 0x05, 0x06, 0x03, 0x2b,
                                      0x65, 0x70, 0x03, 0x03, 0x00, 0x01, 0x02};
static const struct tls12_bytes public_keys[] = {B(dsa_key), B(dh_key), B(ed25519_key)};

static int inside(struct tls12_span span, uint32_t length)
{
  return span.offset <= length && span.length <= length - span.offset;
}

static void insist_key_inside(const struct tls12_public_key *k, uint32_t length)
{
  const struct tls12_span spans[] = {k->algorithm, k->parameters, k->key, k->modulus, k->exponent, k->point};
  for (uint32_t i = 0; i < COUNT(spans); i++) INSIST(inside(spans[i], length));
}

/* A refusal has a rule, an alert and a place in the bytes. */
static int accepted_with(struct tls12_fault fault, uint32_t length)
{
  INSIST((fault.rule == TLS12_NO_RULE) == (fault.alert == TLS12_NO_ALERT));
  INSIST(fault.offset <= length && fault.length <= length - fault.offset);
  return fault.rule == TLS12_NO_RULE;
}

/* Every span that a certificate was read to lies in it. */
static void insist_inside(const struct tls12_x509 *c, uint32_t length)
{
  const struct tls12_certificate_extensions *x = &c->extensions;
  const struct tls12_span spans[] = {c->to_be_signed,     c->serial,          c->algorithm,        c->issuer,
                                     c->subject,          c->signature,       x->subject_alt_name, x->subject_key_id,
                                     x->authority_key_id, x->unknown_critical};
  for (uint32_t i = 0; i < COUNT(spans); i++) INSIST(inside(spans[i], length));
  insist_key_inside(&c->key, length);
  INSIST(c->version >= 1 && c->version <= 3);
  INSIST(x->key_usage < 65536 && x->is_ca <= 1 && x->path_length < 1 << 24);
}

static int certificate(const uint8_t *der, uint32_t length)
{
  static const struct tls12_bytes hosts[] = {{(const uint8_t *)"server.example", 14},
                                             {(const uint8_t *)"127.0.0.1", 9}};
  struct tls12_x509 value;
  if (!accepted_with(x509_parse(der, length, &value), length)) return 0;
  insist_inside(&value, length);
  for (int kx = TLS12_KX_NULL; kx <= TLS12_KX_RSA_PSK; kx++)
    (void)x509_check_fitness((enum tls12_key_exchange)kx, &value);
  for (uint32_t i = 0; i < COUNT(hosts); i++) (void)x509_is_for_host(der, &value, hosts[i]);
  (void)x509_is_self_issued(der, &value);
  return 1;
}

static int genuine(struct tls12_bytes der)
{
  struct tls12_x509 value, known;
  INSIST(x509_parse(der.data, der.length, &value).rule == TLS12_NO_RULE);
  for (uint32_t i = 0; i < COUNT(certificates); i++) {
    const struct tls12_bytes c = certificates[i];
    INSIST(x509_parse(c.data, c.length, &known).rule == TLS12_NO_RULE);
    if (known.to_be_signed.length == value.to_be_signed.length &&
        memcmp(c.data + known.to_be_signed.offset, der.data + value.to_be_signed.offset, value.to_be_signed.length) ==
            0)
      return 1;
  }
  return 0;
}

/* Selection, with the same bytes for every list that the peer sends: a chain that is taken has a leaf that suits. */
static void select_chain(const struct tls12_bytes *list, uint32_t count, struct tls12_bytes any)
{
  for (enum tls12_key_exchange kx = TLS12_KX_RSA; kx <= TLS12_KX_RSA_PSK; kx++) {
    const struct x509_server_demand server = {kx, any, any, any, any, any};
    const struct x509_client_demand client = {kx, any, any, any, any, any, any, TLS12_SECP256R1};
    struct tls12_x509 leaf;
    INSIST(x509_server_wishes(list, count, &server) <= 3);
    if (x509_fits_server(list, count, &server)) {
      INSIST(x509_parse(list[0].data, list[0].length, &leaf).rule == TLS12_NO_RULE);
      INSIST(x509_check_fitness(kx, &leaf).rule == TLS12_NO_RULE);
    }
    const uint32_t type = x509_client_type(list, count, &client);
    INSIST(type == 0 || (memchr(any.data, (int)type, any.length) != NULL && fitness_type_usable(kx, type)));
  }
}

/* Certificates, each after two bytes of length. A leaf is accepted only if somebody signed just that. */
static int chain(const uint8_t *bytes, uint32_t length)
{
  static const struct tls12_chain_options options = {
      roots, COUNT(roots), 20300101000000u, TLS12_PURPOSE_SERVER_AUTH, {NULL, 0}, {NULL, 0}};
  struct tls12_bytes list[TLS12_CHAIN_MAX + 1];
  uint32_t count = 0;
  for (uint32_t at = 0; count < COUNT(list) && length - at >= 2; count++) {
    const uint32_t announced = 256u * bytes[at] + bytes[at + 1], left = length - at - 2;
    list[count] = (struct tls12_bytes){bytes + at + 2, announced < left ? announced : left};
    at += 2 + list[count].length;
  }
  if (count == 0) return 0;
  select_chain(list, count, (struct tls12_bytes){bytes, length < 64 ? length : 64});
  const struct tls12_chain_verdict verdict = x509_verify_chain(list, count, &options);
  INSIST((verdict.fault.rule == TLS12_NO_RULE) == (verdict.fault.alert == TLS12_NO_ALERT));
  if (verdict.fault.rule == TLS12_NO_RULE) {
    INSIST(genuine(list[0]));
    return 1;
  }
  INSIST(verdict.index < count);
  INSIST(verdict.fault.offset <= list[verdict.index].length);
  return 0;
}

static int public_key(const uint8_t *der, uint32_t length)
{
  struct tls12_public_key key;
  if (!accepted_with(x509_read_public_key(der, 0, length, &key), length)) return 0;
  insist_key_inside(&key, length);
  return 1;
}

static int private_key(const uint8_t *der, uint32_t length)
{
  struct tls12_private_key key;
  if (private_key_parse(der, length, &key) != TLS12_PRIVATE_KEY_OK) return 0;
  const struct tls12_bytes rsa[] = {key.modulus, key.public_exponent, key.private_exponent, key.prime1,
                                    key.prime2,  key.exponent1,       key.exponent2,        key.coefficient},
                           dsa[] = {key.dsa.p, key.dsa.q, key.dsa.g, key.dsa.key},
                           ec[] = {key.scalar, key.public_point}; /* EdDSA: the scalar alone */
  const int is_rsa = key.kind == TLS12_KEY_RSA, is_dsa = key.kind == TLS12_KEY_DSA;
  INSIST(is_rsa || is_dsa || key.kind == TLS12_KEY_EC || key.kind == TLS12_KEY_ED25519 || key.kind == TLS12_KEY_ED448);
  const struct tls12_bytes *parts = is_rsa ? rsa : is_dsa ? dsa : ec;
  for (uint32_t i = 0; i < (is_rsa                     ? COUNT(rsa)
                            : is_dsa                   ? COUNT(dsa)
                            : key.kind == TLS12_KEY_EC ? COUNT(ec)
                                                       : 1);
       i++) {
    const struct tls12_bytes part = parts[i];
    if (part.length == 0) continue;
    INSIST(part.data >= der && inside((struct tls12_span){(uint32_t)(part.data - der), part.length}, length));
  }
  return 1;
}

static int primitives(const uint8_t *b, uint32_t length)
{
  uint32_t (*const readers[])(const uint8_t *, uint32_t, uint32_t) = {der_read_any, der_read_boolean, der_read_integer,
                                                                      der_read_bit_string, der_read_object_identifier};
  int accepted = 0;
  for (uint32_t i = 0; i < COUNT(readers); i++)
    for (uint32_t at = 0; at <= length && at < 4; at++) {
      const uint32_t end = readers[i](b, at, length);
      INSIST(end == 0 || (end <= length && end >= at + 2));
      INSIST(end == 0 || (der_contents_of(b, at) <= end && der_read_any(b, at, length) == end));
      accepted |= end != 0;
    }
  INSIST(der_read_time(b, 0, length) <= 99991231235959u);
  return accepted;
}

static int address(const uint8_t *text, uint32_t length)
{
  uint8_t out[16];
  const uint32_t n = x509_ip_address(text, length, out);
  INSIST(n == 0 || n == 4 || n == 16);
  return n != 0;
}

static int run(const uint8_t *data, size_t length)
{
  if (length == 0) return 0;
  const uint32_t n = (uint32_t)(length - 1);
  uint8_t *bytes = exact_copy(data + 1, n);
  int accepted;
  switch (data[0] % CHOICES) {
  case CERTIFICATE: accepted = certificate(bytes, n); break;
  case CHAIN: accepted = chain(bytes, n); break;
  case PUBLIC_KEY: accepted = public_key(bytes, n); break;
  case PRIVATE_KEY: accepted = private_key(bytes, n); break;
  case PRIMITIVES: accepted = primitives(bytes, n); break;
  default: accepted = address(bytes, n); break;
  }
  free(bytes);
  return accepted;
}

static void seed(void (*take)(const uint8_t *data, size_t length), uint8_t choice, struct tls12_bytes bytes)
{
  take_joined(take, &choice, 1, bytes.data, bytes.length);
}

static void seed_chain(void (*take)(const uint8_t *data, size_t length), struct tls12_bytes leaf,
                       struct tls12_bytes upper)
{
  uint8_t bytes[4096];
  const struct tls12_bytes both[] = {leaf, upper};
  uint32_t n = 0;
  bytes[n++] = CHAIN;
  for (int i = 0; i < 2; i++) {
    bytes[n++] = (uint8_t)(both[i].length / 256);
    bytes[n++] = (uint8_t)(both[i].length % 256);
    memcpy(bytes + n, both[i].data, both[i].length);
    n += both[i].length;
  }
  take(bytes, n);
}

#define ELEMENT(text)                                                                                                  \
  {                                                                                                                    \
    (const uint8_t *)(text), sizeof(text) - 1                                                                          \
  }

static void seeds(void (*take)(const uint8_t *data, size_t length))
{
  static const char *const addresses[] = {"127.0.0.1", "::1", "2001:db8::ffff:1.2.3.4", "1:2:3:4:5:6:7:8"};
  static const struct tls12_bytes elements[] = {ELEMENT("\1\1\377"), ELEMENT("\2\2\0\200"), ELEMENT("\3\2\7\200"),
                                                ELEMENT("\6\3\52\206\110"), ELEMENT("\27\15260101000000Z")};
  for (uint32_t i = 0; i < COUNT(certificates); i++) seed(take, CERTIFICATE, certificates[i]);
  for (uint32_t i = 0; i < COUNT(public_keys); i++) seed(take, PUBLIC_KEY, public_keys[i]);
  for (uint32_t i = 0; i < COUNT(keys); i++) seed(take, PRIVATE_KEY, keys[i]);
  for (uint32_t i = 0; i < COUNT(elements); i++) seed(take, PRIMITIVES, elements[i]);
  for (uint32_t i = 0; i < COUNT(addresses); i++)
    seed(take, ADDRESS, (struct tls12_bytes){(const uint8_t *)addresses[i], (uint32_t)strlen(addresses[i])});
  seed_chain(take, certificates[0], certificates[1]);
  seed_chain(take, certificates[2], certificates[3]);
  seed_chain(take, (struct tls12_bytes)B(path_zero_leaf), (struct tls12_bytes)B(path_zero));
}

const struct harness certificate_harness = {"certificates", run, seeds};
