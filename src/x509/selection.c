#include "x509/selection.h"

#include "crypto/hash.h"
#include "wire/reader.h"
#include "x509/authority.h"
#include "x509/der.h"
#include "x509/fitness.h"
#include "x509/fitness_lists.h"
#include "x509/fixed_parameters.h"
#include "x509/name.h"
#include "x509/pss.h"

static int parse(struct tls12_bytes certificate, struct tls12_x509 *parsed)
{
  return certificate.length <= DER_MAX &&
         x509_parse(certificate.data, certificate.length, parsed).rule == TLS12_NO_RULE;
}

/* Whether all of the chain can be read, and each certificate but a root at the end is signed with a pair as asked for. */
static int signed_as_asked(const struct tls12_bytes *chain, uint32_t count, enum tls12_key_exchange key_exchange,
                           struct tls12_bytes pairs)
{
  for (uint32_t i = 0; i < count; i++) {
    struct tls12_x509 parsed;
    struct x509_pss pss;
    if (!parse(chain[i], &parsed)) return 0;
    if (i + 1 == count && x509_is_self_issued(chain[i].data, &parsed)) return 1;
    if (!fitness_check_algorithm(key_exchange, pairs, parsed.signature_hash, parsed.signature_kind) &&
        !(x509_read_pss(chain[i].data, parsed.algorithm, &pss) && x509_pss_listed(pss, pairs)))
      return 0;
  }
  return 1;
}

/* Whether the peer verifies signatures by such a key: RFC 5246 section 7.4.1.4.1, RFC 8422 section 5.1.3. */
static int verifies(struct tls12_bytes pairs, enum tls12_key_kind kind)
{
  const uint8_t eddsa = kind == TLS12_KEY_ED25519 ? 7 : kind == TLS12_KEY_ED448 ? 8 : 0;
  const uint8_t signature = kind == TLS12_KEY_RSA   ? TLS12_RSA
                            : kind == TLS12_KEY_DSA ? TLS12_DSA
                            : kind == TLS12_KEY_EC  ? TLS12_ECDSA
                                                    : eddsa;
  if (pairs.length == 0) return eddsa == 0; /* with SHA-1 */
  for (uint32_t k = 0; k < pairs.length / 2; k++)
    if (pairs.data[2 * k + 1] == signature && (eddsa == 0 || pairs.data[2 * k] == 8)) return 1;
  return 0;
}

/* Whether an EC key is on a curve and its point in a format that the peer supports; any other key is. */
static int curve_as_asked(struct tls12_bytes leaf, const struct tls12_public_key *key, struct tls12_bytes groups,
                          struct tls12_bytes point_formats)
{
  if (key->kind != TLS12_KEY_EC && key->kind != TLS12_KEY_ECDH) return 1;
  return key->point.length != 0 && fitness_check_curve(groups, key->group) &&
         fitness_check_point_format(point_formats, leaf.data[key->point.offset]);
}

static int signs(enum tls12_key_exchange key_exchange)
{
  return key_exchange == TLS12_KX_DHE_DSS || key_exchange == TLS12_KX_DHE_RSA || key_exchange == TLS12_KX_ECDHE_ECDSA ||
         key_exchange == TLS12_KX_ECDHE_RSA;
}

int x509_fits_server(const struct tls12_bytes *chain, uint32_t count, const struct x509_server_demand *demand)
{
  struct tls12_x509 leaf;
  if (count == 0 || !parse(chain[0], &leaf)) return 0;
  return x509_check_fitness(demand->key_exchange, &leaf).rule == TLS12_NO_RULE &&
         curve_as_asked(chain[0], &leaf.key, demand->groups, demand->point_formats) &&
         (!signs(demand->key_exchange) || verifies(demand->algorithms, leaf.key.kind)) &&
         signed_as_asked(chain, count, demand->key_exchange, demand->algorithms);
}

/* Whether some certificate of the chain has this issuer. */
static int has_issuer(const struct tls12_bytes *chain, uint32_t count, const uint8_t *name, uint32_t length)
{
  for (uint32_t i = 0; i < count; i++) {
    struct tls12_x509 parsed;
    if (parse(chain[i], &parsed) &&
        x509_same_name(chain[i].data + parsed.issuer.offset, parsed.issuer.length, name, length))
      return 1;
  }
  return 0;
}

/* Whether SHA-1 of a certificate of the chain, or of its key, is `hash`. */
static int has_hash(const struct tls12_bytes *chain, uint32_t count, int of_key, const uint8_t *hash)
{
  for (uint32_t i = 0; i < count; i++) {
    struct tls12_x509 parsed;
    uint8_t digest[TLS12_HASH_SIZE_MAX] = {0};
    if (!parse(chain[i], &parsed)) continue;
    const struct tls12_bytes hashed = x509_hashed_key(chain[i].data, &parsed);
    tls12_hash_parts(TLS12_SHA1, of_key ? &hashed : &chain[i], 1, digest);
    if (der_same_bytes(digest, hash, X509_SHA1_SIZE)) return 1;
  }
  return 0;
}

static int has_authority(const struct tls12_bytes *chain, uint32_t count, struct tls12_bytes list)
{
  uint32_t at = 0;
  while (at < list.length) {
    const uint8_t type = list.data[at++];
    if (type == TLS12_PRE_AGREED) return 1;
    if (type == TLS12_X509_NAME) {
      const uint32_t after = read_vector16(list.data, at, list.length, 1, 65535);
      if (after == 0) return 0;
      if (has_issuer(chain, count, list.data + at + 2, after - at - 2)) return 1;
      at = after;
    } else {
      if ((type != TLS12_KEY_SHA1_HASH && type != TLS12_CERT_SHA1_HASH) || list.length - at < X509_SHA1_SIZE) return 0;
      if (has_hash(chain, count, type == TLS12_KEY_SHA1_HASH, list.data + at)) return 1;
      at += X509_SHA1_SIZE;
    }
  }
  return 0;
}

uint32_t x509_server_wishes(const struct tls12_bytes *chain, uint32_t count, const struct x509_server_demand *demand)
{
  struct tls12_x509 leaf;
  if (count == 0 || !parse(chain[0], &leaf)) return 0;
  const int named = demand->host.length != 0 && x509_is_for_host(chain[0].data, &leaf, demand->host);
  return (named ? 2u : 0u) + (has_authority(chain, count, demand->trusted_ca_keys) ? 1u : 0u);
}

/* RFC 5246 section 7.4.4: whether an authority of the list issued a certificate of the chain; an empty list asks for none. */
static int issued_as_asked(const struct tls12_bytes *chain, uint32_t count, struct tls12_bytes names)
{
  uint32_t at = 0;
  while (at < names.length) {
    const uint32_t after = read_vector16(names.data, at, names.length, 1, 65535);
    if (after == 0) return 0;
    if (has_issuer(chain, count, names.data + at + 2, after - at - 2)) return 1;
    at = after;
  }
  return names.length == 0;
}

/* Whether a leaf, fit for the type by its key and keyUsage, is also as the last column of the table asks. */
static int type_as_asked(uint32_t type, struct tls12_bytes leaf, const struct tls12_public_key *key,
                         const struct x509_client_demand *demand)
{
  switch (type) {
  case TLS12_RSA_FIXED_DH:
  case TLS12_DSS_FIXED_DH: {
    const struct tls12_bytes parameters = {leaf.data + key->parameters.offset, key->parameters.length};
    return x509_same_group(parameters, demand->server_parameters);
  }
  case TLS12_RSA_FIXED_ECDH:
  case TLS12_ECDSA_FIXED_ECDH:
    return key->group != 0 && key->group == demand->server_group &&
           curve_as_asked(leaf, key, demand->groups, demand->point_formats);
  default:
    return verifies(demand->algorithms, key->kind) && curve_as_asked(leaf, key, demand->groups, demand->point_formats);
  }
}

uint32_t x509_client_type(const struct tls12_bytes *chain, uint32_t count, const struct x509_client_demand *demand)
{
  struct tls12_x509 leaf;
  if (count == 0 || !parse(chain[0], &leaf)) return 0;
  if (!signed_as_asked(chain, count, demand->key_exchange, demand->algorithms) ||
      !issued_as_asked(chain, count, demand->authorities))
    return 0;
  for (uint32_t k = 0; k < demand->types.length; k++) {
    const uint32_t type = demand->types.data[k];
    if (fitness_type_usable(demand->key_exchange, type) &&
        fitness_check_client(type, leaf.key.kind, leaf.extensions.has_key_usage != 0, leaf.extensions.key_usage) ==
            TLS12_NO_RULE &&
        type_as_asked(type, chain[0], &leaf.key, demand))
      return type;
  }
  return 0;
}
