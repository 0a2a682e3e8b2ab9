/* The vectors in mbed TLS 2.28. */
#include <mbedtls/cipher.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/dhm.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/oid.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <mbedtls/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "credential.h"
#include "harness.h"

const char library[] = "mbed TLS";

/* Nothing here is secret. */
static int any(void *context, unsigned char *out, size_t n)
{
  static unsigned long state = 1;
  (void)context;
  while (n-- > 0) out[n] = (unsigned char)((state = state * 6364136223846793005ul + 1442695040888963407ul) >> 56);
  return 0;
}

enum verdict library_prf(int bits, const struct bytes *secret, const char *label, const struct bytes *seed,
                         struct output *out)
{
  return mbedtls_ssl_tls_prf(bits == 256 ? MBEDTLS_SSL_TLS_PRF_SHA256 : MBEDTLS_SSL_TLS_PRF_SHA384, secret->data,
                             secret->length, label, seed->data, seed->length, out->data, out->length) == 0
             ? VALID
             : INVALID;
}

enum verdict library_dh(const struct bytes *p, const struct bytes *g, const struct bytes *x, const struct bytes *peer,
                        struct output *out)
{
  mbedtls_dhm_context dhm;
  unsigned char params[3 * OUTPUT_MAX], *at = params, *end = params;
  const struct bytes *parts[] = {p, g, peer};
  for (int i = 0; i < 3; i++) {
    *end++ = (unsigned char)(parts[i]->length >> 8);
    *end++ = (unsigned char)parts[i]->length;
    memcpy(end, parts[i]->data, parts[i]->length);
    end += parts[i]->length;
  }
  mbedtls_dhm_init(&dhm);
  const int good = mbedtls_dhm_read_params(&dhm, &at, end) == 0 &&
                   mbedtls_mpi_read_binary(&dhm.X, x->data, x->length) == 0 &&
                   mbedtls_dhm_calc_secret(&dhm, out->data, OUTPUT_MAX, &out->length, any, NULL) == 0;
  mbedtls_dhm_free(&dhm);
  return good ? VALID : INVALID;
}

enum verdict library_ecdh(int curve, const struct bytes *x, const struct bytes *peer, struct output *out)
{
  mbedtls_ecp_group group;
  mbedtls_ecp_point point;
  mbedtls_mpi own, shared;
  const mbedtls_ecp_group_id id = curve == 23   ? MBEDTLS_ECP_DP_SECP256R1
                                  : curve == 24 ? MBEDTLS_ECP_DP_SECP384R1
                                  : curve == 25 ? MBEDTLS_ECP_DP_SECP521R1
                                  : curve == 29 ? MBEDTLS_ECP_DP_CURVE25519
                                                : MBEDTLS_ECP_DP_CURVE448;
  mbedtls_ecp_keypair key;
  mbedtls_ecp_group_init(&group), mbedtls_ecp_point_init(&point), mbedtls_mpi_init(&own), mbedtls_mpi_init(&shared),
      mbedtls_ecp_keypair_init(&key);
  int good = mbedtls_ecp_group_load(&group, id) == 0 &&
             mbedtls_ecp_point_read_binary(&group, &point, peer->data, peer->length) == 0;
  const int keyed = mbedtls_ecp_read_key(id, &key, x->data, x->length) == 0;
  if (keyed) good = good && mbedtls_mpi_copy(&own, &key.d) == 0;
  out->length = x->length;
  good = good && keyed && mbedtls_ecdh_compute_shared(&group, &shared, &point, &own, any, NULL) == 0 &&
         (curve >= 29 ? mbedtls_mpi_write_binary_le(&shared, out->data, out->length)
                      : mbedtls_mpi_write_binary(&shared, out->data, out->length)) == 0;
  mbedtls_ecp_group_free(&group), mbedtls_ecp_point_free(&point), mbedtls_mpi_free(&own), mbedtls_mpi_free(&shared),
      mbedtls_ecp_keypair_free(&key);
  return keyed || curve < 29 ? (good ? VALID : INVALID) : LACKING;
}

/* The version is compared here, as its server does. */
enum verdict library_premaster(const struct rsa_numbers *key, const struct bytes *version,
                               const struct bytes *ciphertext, struct output *out)
{
  mbedtls_rsa_context rsa;
  mbedtls_rsa_init(&rsa, MBEDTLS_RSA_PKCS_V15, 0);
  const int good = mbedtls_rsa_import_raw(&rsa, key->n.data, key->n.length, key->p.data, key->p.length, key->q.data,
                                          key->q.length, key->d.data, key->d.length, key->e.data, key->e.length) == 0 &&
                   mbedtls_rsa_complete(&rsa) == 0 && ciphertext->length == mbedtls_rsa_get_len(&rsa) &&
                   mbedtls_rsa_pkcs1_decrypt(&rsa, any, NULL, MBEDTLS_RSA_PRIVATE, &out->length, ciphertext->data,
                                             out->data, 48) == 0 &&
                   out->length == 48 && memcmp(out->data, version->data, 2) == 0;
  mbedtls_rsa_free(&rsa);
  return good ? VALID : INVALID;
}

enum verdict library_verify(const struct bytes *key, unsigned pair, const struct bytes *text,
                            const struct bytes *signature)
{
  static const mbedtls_md_type_t hashes[] = {MBEDTLS_MD_NONE,   MBEDTLS_MD_MD5,    MBEDTLS_MD_SHA1,  MBEDTLS_MD_SHA224,
                                             MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512};
  const int pss = pair >= 0x804 && pair <= 0x806;
  const mbedtls_md_type_t hash = pss ? hashes[pair - 0x800] : pair >> 8 == 8 ? MBEDTLS_MD_NONE : hashes[pair >> 8];
  const mbedtls_pk_rsassa_pss_options options = {hash, pss ? mbedtls_md_get_size(mbedtls_md_info_from_type(hash)) : 0};
  unsigned char digest[64];
  mbedtls_pk_context peer;
  enum verdict verdict = LACKING;
  mbedtls_pk_init(&peer);
  if (hash != MBEDTLS_MD_NONE && mbedtls_pk_parse_public_key(&peer, key->data, key->length) == 0) {
    const mbedtls_pk_type_t kind = pss                                        ? MBEDTLS_PK_RSASSA_PSS
                                   : mbedtls_pk_can_do(&peer, MBEDTLS_PK_RSA) ? MBEDTLS_PK_RSA
                                                                              : MBEDTLS_PK_ECDSA;
    mbedtls_md(mbedtls_md_info_from_type(hash), text->data, text->length, digest);
    verdict = mbedtls_pk_verify_ext(kind, pss ? &options : NULL, &peer, hash, digest, 0, signature->data,
                                    signature->length) == 0
                  ? VALID
                  : INVALID;
  }
  mbedtls_pk_free(&peer);
  return verdict;
}

enum verdict library_hmac(const char *hash, const struct bytes *key, const struct bytes *text, struct output *out)
{
  static const struct {
    const char *name;
    mbedtls_md_type_t type;
  } names[] = {{"MD5", MBEDTLS_MD_MD5},        {"SHA-1", MBEDTLS_MD_SHA1},     {"SHA-224", MBEDTLS_MD_SHA224},
               {"SHA-256", MBEDTLS_MD_SHA256}, {"SHA-384", MBEDTLS_MD_SHA384}, {"SHA-512", MBEDTLS_MD_SHA512}};
  const mbedtls_md_info_t *info = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(hash, names[i].name) == 0) info = mbedtls_md_info_from_type(names[i].type);
  if (info == NULL) return LACKING;
  out->length = mbedtls_md_get_size(info);
  const int status = key == NULL ? mbedtls_md(info, text->data, text->length, out->data)
                                 : mbedtls_md_hmac(info, key->data, key->length, text->data, text->length, out->data);
  return status == 0 ? VALID : INVALID;
}

enum verdict library_open(const char *cipher, const struct bytes *key, const struct bytes *iv,
                          const struct bytes *additional, const struct bytes *sealed, struct output *out)
{
  static const struct {
    const char *name;
    mbedtls_cipher_type_t type;
  } names[] = {{"3DES_EDE_CBC", MBEDTLS_CIPHER_DES_EDE3_CBC}, {"AES_128_CBC", MBEDTLS_CIPHER_AES_128_CBC},
               {"AES_256_CBC", MBEDTLS_CIPHER_AES_256_CBC},   {"AES_128_GCM", MBEDTLS_CIPHER_AES_128_GCM},
               {"AES_256_GCM", MBEDTLS_CIPHER_AES_256_GCM},   {"CHACHA20_POLY1305", MBEDTLS_CIPHER_CHACHA20_POLY1305}};
  const mbedtls_cipher_info_t *info = NULL;
  mbedtls_cipher_context_t context;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(cipher, names[i].name) == 0) info = mbedtls_cipher_info_from_type(names[i].type);
  mbedtls_cipher_init(&context);
  if (info == NULL || mbedtls_cipher_setup(&context, info) != 0) return LACKING;
  int good = mbedtls_cipher_setkey(&context, key->data, (int)(8 * key->length), MBEDTLS_DECRYPT) == 0;
  if (additional != NULL)
    good = good &&
           mbedtls_cipher_auth_decrypt_ext(&context, iv->data, iv->length, additional->data, additional->length,
                                           sealed->data, sealed->length, out->data, OUTPUT_MAX, &out->length, 16) == 0;
  else
    good = good && mbedtls_cipher_set_padding_mode(&context, MBEDTLS_PADDING_NONE) == 0 &&
           mbedtls_cipher_crypt(&context, iv->data, iv->length, sealed->data, sealed->length, out->data,
                                &out->length) == 0;
  mbedtls_cipher_free(&context);
  return good ? VALID : INVALID;
}

static time_t now;

/* In place of libc's: the library has no other way to be told the time. */
time_t time(time_t *out)
{
  if (out != NULL) *out = now;
  return now;
}

/* YYYYMMDDhhmmss */
static time_t moment_of(const char *text)
{
  struct tm moment = {.tm_year = 0};
  sscanf(text, "%4d%2d%2d%2d%2d%2d", &moment.tm_year, &moment.tm_mon, &moment.tm_mday, &moment.tm_hour, &moment.tm_min,
         &moment.tm_sec);
  moment.tm_year -= 1900, moment.tm_mon -= 1;
  return timegm(&moment);
}

/* Its client and server ask for the purpose after they have verified the chain. */
enum verdict library_chain(int of_client, const struct bytes *chain, size_t count, const struct bytes *anchor,
                           const char *moment, const char *host)
{
  static const mbedtls_x509_crt_profile any_profile = {0xffffffff, 0xffffffff, 0xffffffff, 1024}; /* no policy */
  mbedtls_x509_crt certificates, trusted;
  uint32_t flags = 0;
  int good;
  now = moment_of(moment);
  mbedtls_x509_crt_init(&certificates), mbedtls_x509_crt_init(&trusted);
  good = mbedtls_x509_crt_parse_der(&trusted, anchor->data, anchor->length) == 0;
  for (size_t i = 0; i < count; i++)
    good = good && mbedtls_x509_crt_parse_der(&certificates, chain[i].data, chain[i].length) == 0;
  good = good &&
         mbedtls_x509_crt_verify_with_profile(&certificates, &trusted, NULL, &any_profile, host, &flags, NULL, NULL) ==
             0 &&
         mbedtls_x509_crt_check_extended_key_usage(
             &certificates, of_client ? MBEDTLS_OID_CLIENT_AUTH : MBEDTLS_OID_SERVER_AUTH,
             of_client ? MBEDTLS_OID_SIZE(MBEDTLS_OID_CLIENT_AUTH) : MBEDTLS_OID_SIZE(MBEDTLS_OID_SERVER_AUTH)) == 0;
  mbedtls_x509_crt_free(&certificates), mbedtls_x509_crt_free(&trusted);
  return good ? VALID : INVALID;
}

static int name_heard(void *context, mbedtls_ssl_context *connection, const unsigned char *name, size_t length)
{
  (void)context, (void)connection, (void)name, (void)length;
  return 0;
}

struct wire {
  const struct bytes *in;
  size_t read, length;
  unsigned char out[65536];
};

static int push(void *at, const unsigned char *data, size_t size)
{
  struct wire *wire = at;
  if (wire->length + size > sizeof wire->out) return -1;
  memcpy(wire->out + wire->length, data, size);
  wire->length += size;
  return (int)size;
}

static int pull(void *at, unsigned char *data, size_t size)
{
  struct wire *wire = at;
  const size_t n = wire->in->length - wire->read < size ? wire->in->length - wire->read : size;
  memcpy(data, wire->in->data + wire->read, n);
  wire->read += n;
  return n == 0 ? MBEDTLS_ERR_SSL_WANT_READ : (int)n;
}

enum verdict library_messages(int from_server, const struct bytes *records, int *alert)
{
  static const int hashes[] = {MBEDTLS_MD_SHA512, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA1,
                               MBEDTLS_MD_NONE}; /* no policy */
  static const char *protocols[] = {"h2", "http/1.1", NULL};
  if (from_server && records->length > 47 && records->data[44] == 0xc0 && records->data[45] == 0x18) return LACKING;
  struct wire *wire = calloc(1, sizeof *wire);
  mbedtls_ssl_context connection;
  mbedtls_ssl_config settings;
  mbedtls_x509_crt certificate;
  mbedtls_pk_context key;
  mbedtls_ssl_init(&connection), mbedtls_ssl_config_init(&settings), mbedtls_x509_crt_init(&certificate),
      mbedtls_pk_init(&key);
  wire->in = records;
  mbedtls_x509_crt_parse_der(&certificate, credential_certificate, sizeof credential_certificate);
  mbedtls_pk_parse_key(&key, credential_key, sizeof credential_key, NULL, 0);
  mbedtls_ssl_config_defaults(&settings, from_server ? MBEDTLS_SSL_IS_CLIENT : MBEDTLS_SSL_IS_SERVER,
                              MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
  mbedtls_ssl_conf_rng(&settings, any, NULL);
  mbedtls_ssl_conf_sig_hashes(&settings, hashes);
  mbedtls_ssl_conf_sni(&settings, name_heard, NULL); /* else the extension is not read; likewise the next */
  mbedtls_ssl_conf_alpn_protocols(&settings, protocols);
  mbedtls_ssl_conf_psk(&settings, (const unsigned char *)"a key of 16 byte", 16, (const unsigned char *)"user", 4);
  mbedtls_ssl_conf_authmode(&settings, MBEDTLS_SSL_VERIFY_NONE);
  mbedtls_ssl_conf_own_cert(&settings, &certificate, &key);
  mbedtls_ssl_setup(&connection, &settings);
  if (from_server) mbedtls_ssl_set_hostname(&connection, "localhost");
  mbedtls_ssl_set_bio(&connection, wire, push, pull, NULL);
  const int status = mbedtls_ssl_handshake(&connection);
  const int good =
      status == MBEDTLS_ERR_SSL_WANT_READ && wire->read == records->length && (from_server || wire->length > 7);
  if (!good && wire->length >= 7 && wire->out[wire->length - 7] == 21) *alert = wire->out[wire->length - 1];
  mbedtls_ssl_free(&connection), mbedtls_ssl_config_free(&settings), mbedtls_x509_crt_free(&certificate),
      mbedtls_pk_free(&key);
  free(wire);
  return good ? VALID : INVALID;
}
