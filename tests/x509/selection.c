/* The chain that a server or a client sends: each demand met and unmet, and wishes. */
#include <stdint.h>

#include "crypto/hash.h"
#include "x509/selection.h"

#include "suite.h"

#pragma GCC diagnostic ignored "-Wunused-const-variable"
#include "certificates.inc"

#define B(name)                                                                                                        \
  {                                                                                                                    \
    name, sizeof name                                                                                                  \
  }
#define COUNT(list) (uint32_t)(sizeof(list) / sizeof *(list))

static const struct tls12_bytes ec_chain[] = {B(ec_leaf), B(ec_inter), B(ec_root)};
static const struct tls12_bytes rsa_chain[] = {B(rsa_leaf), B(rsa_inter), B(rsa_root)};
static const struct tls12_bytes p384_chain[] = {B(p384_leaf)}, own[] = {B(self_signed)}, damaged[] = {{ec_leaf, 100}};

/* rsa_leaf is signed with SHA-512, rsa_inter with SHA-384, their root with SHA-256. */
static const uint8_t ecdsa_pairs[] = {4, 3}, rsa_pairs[] = {6, 1, 5, 1}, sha256_pairs[] = {4, 1, 4, 3};
static const uint8_t p256[] = {0, 23}, p384[] = {0, 24};

static struct tls12_bytes list(const uint8_t *bytes, uint32_t n)
{
  return (struct tls12_bytes){bytes, n};
}

//= build/requirements.md#R5246-7.4.2-20
//= type=test
//# A server with a single certificate checks that it fits the criteria before using it.
START_TEST(server_chains)
{
  const struct tls12_bytes pairs = list(ecdsa_pairs, 2);
  struct x509_server_demand ecdsa = {.key_exchange = TLS12_KX_ECDHE_ECDSA, .algorithms = pairs};
  ck_assert(x509_fits_server(ec_chain, 3, &ecdsa));
  ck_assert(x509_fits_server(ec_chain, 1, &ecdsa));
  ck_assert(x509_fits_server(own, 1, &ecdsa));
  ck_assert(!x509_fits_server(ec_chain, 0, &ecdsa));
  ck_assert(!x509_fits_server(rsa_chain, 3, &ecdsa));
  ck_assert(!x509_fits_server(damaged, 1, &ecdsa));
  const struct tls12_bytes broken_above[] = {ec_chain[0], damaged[0]};
  ck_assert(!x509_fits_server(broken_above, 2, &ecdsa));

  ecdsa.groups = list(p256, 2);
  ck_assert(x509_fits_server(ec_chain, 3, &ecdsa));
  ck_assert(!x509_fits_server(p384_chain, 1, &ecdsa));
  ecdsa.groups = list(p384, 2);
  ck_assert(!x509_fits_server(ec_chain, 3, &ecdsa));
  ck_assert(x509_fits_server(p384_chain, 1, &ecdsa));

  /* the leaf asserts digitalSignature alone */
  const struct x509_server_demand fixed = {.key_exchange = TLS12_KX_ECDH_ECDSA, .algorithms = pairs};
  ck_assert(!x509_fits_server(ec_chain, 3, &fixed));

  /* without signature_algorithms only SHA-1 is left; a root may be signed with anything */
  const struct x509_server_demand silent = {.key_exchange = TLS12_KX_ECDHE_ECDSA};
  ck_assert(!x509_fits_server(ec_chain, 3, &silent));
  ck_assert(x509_fits_server(own, 1, &silent));

  /* all of the chain but the root: SHA-512 and SHA-384 are listed, the root's SHA-256 is not */
  const struct x509_server_demand rsa = {.key_exchange = TLS12_KX_RSA, .algorithms = list(rsa_pairs, 4)};
  ck_assert(x509_fits_server(rsa_chain, 3, &rsa));
  const struct x509_server_demand only_leaf = {.key_exchange = TLS12_KX_RSA, .algorithms = list(rsa_pairs, 2)};
  ck_assert(x509_fits_server(rsa_chain, 1, &only_leaf));
  ck_assert(!x509_fits_server(rsa_chain, 2, &only_leaf));
  const struct x509_server_demand only_inter = {.key_exchange = TLS12_KX_RSA, .algorithms = list(rsa_pairs + 2, 2)};
  ck_assert(!x509_fits_server(rsa_chain, 3, &only_inter));

  const struct x509_server_demand dss = {.key_exchange = TLS12_KX_DHE_DSS, .algorithms = list(sha256_pairs, 4)};
  ck_assert(!x509_fits_server(ec_chain, 3, &dss));
  ck_assert(!x509_fits_server(rsa_chain, 3, &dss));

  /* the key signs ServerKeyExchange: the client must verify ECDSA, with whatever hash */
  const struct x509_server_demand cannot = {.key_exchange = TLS12_KX_ECDHE_ECDSA, .algorithms = list(rsa_pairs, 4)};
  ck_assert(!x509_fits_server(own, 1, &cannot));
}
END_TEST

static struct tls12_bytes text(const char *name)
{
  return list((const uint8_t *)name, (uint32_t)strlen(name));
}

//= build/requirements.md#R5246-7.4.2-22
//= type=test
//# server_name and trusted_ca_keys may guide which certificate is chosen.
START_TEST(server_wishes)
{
  struct x509_server_demand demand = {.key_exchange = TLS12_KX_ECDHE_ECDSA, .algorithms = list(sha256_pairs, 4)};
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 0);
  demand.host = text("a.wild.example");
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 2);
  demand.host = text("other.example");
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 0);

  struct tls12_x509 root;
  ck_assert_int_eq(x509_parse(ec_root, sizeof ec_root, &root).rule, TLS12_NO_RULE);
  uint8_t authorities[600] = {0}, digest[TLS12_HASH_SIZE_MAX];
  struct tls12_bytes hashed = ec_chain[2];
  authorities[0] = 3;
  tls12_hash_parts(TLS12_SHA1, &hashed, 1, digest);
  memcpy(authorities + 1, digest, 20);
  demand.trusted_ca_keys = list(authorities, 21);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 1);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 2, &demand), 0); /* the root is not there to be hashed */

  hashed = list(ec_root + root.key.key.offset, root.key.key.length);
  authorities[0] = 1;
  tls12_hash_parts(TLS12_SHA1, &hashed, 1, digest);
  memcpy(authorities + 1, digest, 20);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 1);
  demand.trusted_ca_keys = list(authorities, 20); /* cut short */
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 0);

  ck_assert_int_eq(x509_parse(rsa_root, sizeof rsa_root, &root).rule, TLS12_NO_RULE);
  ck_assert_uint_eq(root.key.modulus.length, 256);
  hashed = list(rsa_root + root.key.modulus.offset, root.key.modulus.length);
  tls12_hash_parts(TLS12_SHA1, &hashed, 1, digest);
  memcpy(authorities + 1, digest, 20);
  demand.trusted_ca_keys = list(authorities, 21);
  ck_assert_uint_eq(x509_server_wishes(rsa_chain, 3, &demand), 1);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 3, &demand), 0);

  /* a name, after a key that is not there: the issuer of the last certificate sent */
  ck_assert_int_eq(x509_parse(ec_root, sizeof ec_root, &root).rule, TLS12_NO_RULE);
  memset(authorities + 1, 0, 20);
  authorities[21] = 2;
  authorities[22] = 0;
  authorities[23] = (uint8_t)root.subject.length;
  memcpy(authorities + 24, ec_root + root.subject.offset, root.subject.length);
  demand.trusted_ca_keys = list(authorities, 24 + root.subject.length);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 2, &demand), 1);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 1, &demand), 0);
  ck_assert_uint_eq(x509_server_wishes(rsa_chain, 3, &demand), 0);

  /* both at once; and a name that only the chain without the authority has */
  demand.host = text("192.0.2.7");
  ck_assert_uint_eq(x509_server_wishes(own, 1, &demand), 0);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 1, &demand), 2);
  ck_assert_uint_eq(x509_server_wishes(ec_chain, 2, &demand), 3);
  static const uint8_t agreed[] = {0};
  demand.trusted_ca_keys = list(agreed, 1);
  ck_assert_uint_eq(x509_server_wishes(own, 1, &demand), 1);
}
END_TEST

START_TEST(client_chains)
{
  static const uint8_t rsa_type[] = {1}, types[] = {2, 7, 64, 1}, fixed[] = {66, 65}, fixed_dh[] = {4, 3};
  struct x509_client_demand demand = {
      .key_exchange = TLS12_KX_ECDHE_RSA, .types = list(types, 4), .algorithms = list(sha256_pairs, 4)};
  const struct tls12_bytes client[] = {B(client_only)};
  ck_assert_uint_eq(x509_client_type(ec_chain, 3, &demand), TLS12_ECDSA_SIGN);
  ck_assert_uint_eq(x509_client_type(client, 1, &demand), TLS12_ECDSA_SIGN);
  ck_assert_uint_eq(x509_client_type(ec_chain, 0, &demand), 0);
  ck_assert_uint_eq(x509_client_type(damaged, 1, &demand), 0);
  demand.types = list(rsa_type, 1);
  ck_assert_uint_eq(x509_client_type(ec_chain, 3, &demand), 0);
  demand.types = list(types, 4);
  demand.algorithms = list(rsa_pairs, 4);
  ck_assert_uint_eq(x509_client_type(own, 1, &demand), 0);       /* nobody verifies ECDSA there */
  ck_assert_uint_eq(x509_client_type(rsa_chain, 3, &demand), 0); /* keyEncipherment alone */
  demand.algorithms = list(sha256_pairs, 4);
  demand.groups = list(p384, 2);
  ck_assert_uint_eq(x509_client_type(ec_chain, 3, &demand), 0);
  ck_assert_uint_eq(x509_client_type(p384_chain, 1, &demand), TLS12_ECDSA_SIGN);
  demand.groups = list(NULL, 0);

  /* fixed ECDH: no keyUsage in client_only, so that any use is allowed; only in ECDH_*, only on the server's curve */
  demand.types = list(fixed, 2);
  ck_assert_uint_eq(x509_client_type(client, 1, &demand), 0);
  demand.key_exchange = TLS12_KX_ECDH_RSA;
  ck_assert_uint_eq(x509_client_type(client, 1, &demand), 0);
  demand.server_group = TLS12_SECP384R1;
  ck_assert_uint_eq(x509_client_type(client, 1, &demand), 0);
  demand.server_group = TLS12_SECP256R1;
  ck_assert_uint_eq(x509_client_type(client, 1, &demand), TLS12_ECDSA_FIXED_ECDH);
  ck_assert_uint_eq(x509_client_type(ec_chain, 3, &demand), 0); /* digitalSignature alone */

  /* fixed DH: the same p and g as the server's */
  const struct tls12_bytes dh[] = {B(dh_leaf)};
  struct tls12_x509 leaf;
  ck_assert_int_eq(x509_parse(dh_leaf, sizeof dh_leaf, &leaf).rule, TLS12_NO_RULE);
  uint8_t *parameters = copy_of(dh_leaf + leaf.key.parameters.offset, leaf.key.parameters.length);
  demand.types = list(fixed_dh, 2);
  demand.key_exchange = TLS12_KX_DHE_DSS;
  ck_assert_uint_eq(x509_client_type(dh, 1, &demand), 0);
  demand.server_parameters = list(parameters, leaf.key.parameters.length);
  ck_assert_uint_eq(x509_client_type(dh, 1, &demand), TLS12_DSS_FIXED_DH);
  demand.key_exchange = TLS12_KX_RSA;
  ck_assert_uint_eq(x509_client_type(dh, 1, &demand), 0);
  demand.key_exchange = TLS12_KX_DH_RSA;
  parameters[20] ^= 1; /* in p */
  ck_assert_uint_eq(x509_client_type(dh, 1, &demand), 0);
  free(parameters);
}
END_TEST

START_TEST(client_authorities)
{
  static const uint8_t types[] = {1, 64};
  struct tls12_x509 root;
  uint8_t names[300] = {0, 1, 0x30};
  struct x509_client_demand demand = {
      .key_exchange = TLS12_KX_RSA, .types = list(types, 2), .algorithms = list(sha256_pairs, 4)};
  ck_assert_uint_eq(x509_client_type(rsa_chain, 3, &demand), 0);
  ck_assert_uint_eq(x509_client_type(own, 1, &demand), TLS12_ECDSA_SIGN);
  ck_assert_uint_eq(x509_client_type(ec_chain, 2, &demand), TLS12_ECDSA_SIGN);

  /* certificate_authorities: a name of nobody, then the root of ec_chain */
  ck_assert_int_eq(x509_parse(ec_root, sizeof ec_root, &root).rule, TLS12_NO_RULE);
  names[4] = (uint8_t)root.subject.length;
  memcpy(names + 5, ec_root + root.subject.offset, root.subject.length);
  demand.authorities = list(names, 5 + root.subject.length);
  ck_assert_uint_eq(x509_client_type(own, 1, &demand), 0);
  ck_assert_uint_eq(x509_client_type(ec_chain, 2, &demand), TLS12_ECDSA_SIGN);
  demand.authorities = list(names, 3);
  ck_assert_uint_eq(x509_client_type(ec_chain, 2, &demand), 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("x509/selection");
  TCase *tests = tcase_create("chains to send");
  tcase_add_test(tests, server_chains);
  tcase_add_test(tests, server_wishes);
  tcase_add_test(tests, client_chains);
  tcase_add_test(tests, client_authorities);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
