/* The vectors in GnuTLS 3.7 and in Nettle 3.8, which it stands on: what GnuTLS keeps for itself is asked of Nettle. */
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <nettle/curve25519.h>
#include <nettle/curve448.h>
#include <nettle/ecc-curve.h>
#include <nettle/ecc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "credential.h"
#include "harness.h"

const char library[] = "GnuTLS";

static gnutls_datum_t datum(const struct bytes *bytes)
{
  return (gnutls_datum_t){bytes->data, (unsigned)bytes->length};
}

/* P_hash of RFC 5246 section 5, of the library's HMAC: its own PRF wants a session. */
enum verdict library_prf(int bits, const struct bytes *secret, const char *label, const struct bytes *seed,
                         struct output *out)
{
  const gnutls_mac_algorithm_t mac = bits == 256 ? GNUTLS_MAC_SHA256 : GNUTLS_MAC_SHA384;
  const size_t size = (size_t)bits / 8, n = strlen(label) + seed->length;
  unsigned char *text = malloc(size + n + 1), block[64];
  memcpy(text + size, label, strlen(label));
  memcpy(text + size + strlen(label), seed->data, seed->length);
  gnutls_hmac_fast(mac, secret->data, secret->length, text + size, n, text);
  for (size_t done = 0; done < out->length; done += size) {
    gnutls_hmac_fast(mac, secret->data, secret->length, text, size + n, block);
    memcpy(out->data + done, block, out->length - done < size ? out->length - done : size);
    gnutls_hmac_fast(mac, secret->data, secret->length, text, size, block);
    memcpy(text, block, size);
  }
  free(text);
  return VALID;
}

enum verdict library_dh(const struct bytes *p, const struct bytes *g, const struct bytes *x, const struct bytes *peer,
                        struct output *out)
{
  (void)p, (void)g, (void)x, (void)peer, (void)out;
  return NOT_ASKED;
}

static int is_zero(const struct output *out)
{
  unsigned char all = 0;
  for (size_t i = 0; i < out->length; i++) all |= out->data[i];
  return all == 0;
}

/* Nettle reads no points: 04, x, y is taken apart here, and not judged. */
enum verdict library_ecdh(int curve, const struct bytes *x, const struct bytes *peer, struct output *out)
{
  if (curve >= 29) {
    if (peer->length != x->length) return NOT_ASKED;
    out->length = x->length;
    curve == 29 ? curve25519_mul(out->data, x->data, peer->data) : curve448_mul(out->data, x->data, peer->data);
    return is_zero(out) ? INVALID : VALID;
  }
  const struct ecc_curve *group = curve == 23   ? nettle_get_secp_256r1()
                                  : curve == 24 ? nettle_get_secp_384r1()
                                                : nettle_get_secp_521r1();
  const size_t size = (ecc_bit_size(group) + 7) / 8;
  if (peer->length != 1 + 2 * size || peer->data[0] != 4) return NOT_ASKED;
  mpz_t a, b;
  mpz_inits(a, b, NULL);
  struct ecc_point point;
  struct ecc_scalar scalar;
  ecc_point_init(&point, group);
  ecc_scalar_init(&scalar, group);
  mpz_import(a, size, 1, 1, 1, 0, peer->data + 1);
  mpz_import(b, size, 1, 1, 1, 0, peer->data + 1 + size);
  int good = ecc_point_set(&point, a, b);
  mpz_import(a, x->length, 1, 1, 1, 0, x->data);
  if (good && (good = ecc_scalar_set(&scalar, a))) {
    ecc_point_mul(&point, &scalar, &point);
    ecc_point_get(&point, a, b);
    memset(out->data, 0, size);
    mpz_export(out->data + size - (mpz_sizeinbase(a, 256) > size ? size : mpz_sizeinbase(a, 256)), NULL, 1, 1, 1, 0, a);
    out->length = size;
  }
  ecc_point_clear(&point);
  ecc_scalar_clear(&scalar);
  mpz_clears(a, b, NULL);
  return good ? VALID : INVALID;
}

/* The version is compared here, as its server does. */
enum verdict library_premaster(const struct rsa_numbers *key, const struct bytes *version,
                               const struct bytes *ciphertext, struct output *out)
{
  gnutls_privkey_t own;
  const gnutls_datum_t n = datum(&key->n), e = datum(&key->e), d = datum(&key->d), p = datum(&key->p),
                       q = datum(&key->q), c = datum(ciphertext);
  gnutls_privkey_init(&own);
  const int good = gnutls_privkey_import_rsa_raw(own, &n, &e, &d, &p, &q, NULL, NULL, NULL) == 0 &&
                   gnutls_privkey_decrypt_data2(own, 0, &c, out->data, 48) == 0 &&
                   memcmp(out->data, version->data, 2) == 0;
  out->length = 48;
  gnutls_privkey_deinit(own);
  return good ? VALID : INVALID;
}

enum verdict library_verify(const struct bytes *key, unsigned pair, const struct bytes *text,
                            const struct bytes *signature)
{
  static const struct {
    unsigned pair;
    gnutls_sign_algorithm_t algorithm;
  } pairs[] = {{0x201, GNUTLS_SIGN_RSA_SHA1},
               {0x301, GNUTLS_SIGN_RSA_SHA224},
               {0x401, GNUTLS_SIGN_RSA_SHA256},
               {0x501, GNUTLS_SIGN_RSA_SHA384},
               {0x601, GNUTLS_SIGN_RSA_SHA512},
               {0x202, GNUTLS_SIGN_DSA_SHA1},
               {0x302, GNUTLS_SIGN_DSA_SHA224},
               {0x402, GNUTLS_SIGN_DSA_SHA256},
               {0x203, GNUTLS_SIGN_ECDSA_SHA1},
               {0x403, GNUTLS_SIGN_ECDSA_SHA256},
               {0x503, GNUTLS_SIGN_ECDSA_SHA384},
               {0x603, GNUTLS_SIGN_ECDSA_SHA512},
               {0x804, GNUTLS_SIGN_RSA_PSS_RSAE_SHA256},
               {0x805, GNUTLS_SIGN_RSA_PSS_RSAE_SHA384},
               {0x806, GNUTLS_SIGN_RSA_PSS_RSAE_SHA512},
               {0x807, GNUTLS_SIGN_EDDSA_ED25519},
               {0x808, GNUTLS_SIGN_EDDSA_ED448}};
  const gnutls_datum_t info = datum(key), message = datum(text), value = datum(signature);
  enum verdict verdict = LACKING;
  gnutls_pubkey_t peer;
  gnutls_pubkey_init(&peer);
  if (gnutls_pubkey_import(peer, &info, GNUTLS_X509_FMT_DER) == 0)
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
      if (pairs[i].pair == pair)
        verdict = gnutls_pubkey_verify_data2(peer, pairs[i].algorithm, GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1, &message,
                                             &value) >= 0
                      ? VALID
                      : INVALID;
  gnutls_pubkey_deinit(peer);
  return verdict;
}

enum verdict library_hmac(const char *hash, const struct bytes *key, const struct bytes *text, struct output *out)
{
  static const struct {
    const char *name;
    gnutls_digest_algorithm_t id;
  } names[] = {{"MD5", GNUTLS_DIG_MD5},        {"SHA-1", GNUTLS_DIG_SHA1},     {"SHA-224", GNUTLS_DIG_SHA224},
               {"SHA-256", GNUTLS_DIG_SHA256}, {"SHA-384", GNUTLS_DIG_SHA384}, {"SHA-512", GNUTLS_DIG_SHA512}};
  gnutls_digest_algorithm_t id = GNUTLS_DIG_UNKNOWN;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(hash, names[i].name) == 0) id = names[i].id;
  if (id == GNUTLS_DIG_UNKNOWN) return LACKING;
  out->length = gnutls_hash_get_len(id);
  const int status = key == NULL ? gnutls_hash_fast(id, text->data, text->length, out->data)
                                 : gnutls_hmac_fast((gnutls_mac_algorithm_t)id, key->data, key->length, text->data,
                                                    text->length, out->data);
  return status == 0 ? VALID : INVALID;
}

enum verdict library_open(const char *cipher, const struct bytes *key, const struct bytes *iv,
                          const struct bytes *additional, const struct bytes *sealed, struct output *out)
{
  static const struct {
    const char *name;
    gnutls_cipher_algorithm_t own;
  } names[] = {{"3DES_EDE_CBC", GNUTLS_CIPHER_3DES_CBC},   {"AES_128_CBC", GNUTLS_CIPHER_AES_128_CBC},
               {"AES_256_CBC", GNUTLS_CIPHER_AES_256_CBC}, {"AES_128_GCM", GNUTLS_CIPHER_AES_128_GCM},
               {"AES_256_GCM", GNUTLS_CIPHER_AES_256_GCM}, {"CHACHA20_POLY1305", GNUTLS_CIPHER_CHACHA20_POLY1305}};
  const gnutls_datum_t secret = datum(key), first = datum(iv);
  gnutls_cipher_algorithm_t own = GNUTLS_CIPHER_UNKNOWN;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(cipher, names[i].name) == 0) own = names[i].own;
  int good;
  out->length = OUTPUT_MAX;
  if (additional != NULL) {
    gnutls_aead_cipher_hd_t handle;
    if (gnutls_aead_cipher_init(&handle, own, &secret) != 0) return LACKING;
    good = gnutls_aead_cipher_decrypt(handle, iv->data, iv->length, additional->data, additional->length, 16,
                                      sealed->data, sealed->length, out->data, &out->length) == 0;
    gnutls_aead_cipher_deinit(handle);
  } else {
    gnutls_cipher_hd_t handle;
    if (gnutls_cipher_init(&handle, own, &secret, &first) != 0) return LACKING;
    good = gnutls_cipher_decrypt2(handle, sealed->data, sealed->length, out->data, out->length) == 0;
    out->length = sealed->length;
    gnutls_cipher_deinit(handle);
  }
  return good ? VALID : INVALID;
}

static time_t now;

static time_t tell_now(time_t *out)
{
  if (out != NULL) *out = now;
  return now;
}

/* YYYYMMDDhhmmss */
static time_t moment_of(const char *time)
{
  struct tm moment = {.tm_year = 0};
  sscanf(time, "%4d%2d%2d%2d%2d%2d", &moment.tm_year, &moment.tm_mon, &moment.tm_mday, &moment.tm_hour, &moment.tm_min,
         &moment.tm_sec);
  moment.tm_year -= 1900, moment.tm_mon -= 1;
  return timegm(&moment);
}

enum verdict library_chain(int of_client, const struct bytes *chain, size_t count, const struct bytes *anchor,
                           const char *time, const char *host)
{
  gnutls_x509_crt_t certificates[CHAIN_MAX], trusted;
  gnutls_x509_trust_list_t list;
  gnutls_pubkey_t key;
  const char *purpose = of_client ? GNUTLS_KP_TLS_WWW_CLIENT : GNUTLS_KP_TLS_WWW_SERVER;
  gnutls_typed_vdata_st asked[] = {{GNUTLS_DT_KEY_PURPOSE_OID, (unsigned char *)purpose, 0},
                                   {GNUTLS_DT_DNS_HOSTNAME, (unsigned char *)host, 0}};
  const gnutls_datum_t root = datum(anchor);
  unsigned status = 1;
  int good = 1;
  now = moment_of(time);
  gnutls_global_set_time_function(tell_now);
  gnutls_x509_trust_list_init(&list, 0);
  gnutls_x509_crt_init(&trusted);
  gnutls_pubkey_init(&key);
  gnutls_x509_crt_import(trusted, &root, GNUTLS_X509_FMT_DER);
  gnutls_x509_trust_list_add_cas(list, &trusted, 1, 0);
  for (size_t i = 0; i < count; i++) {
    const gnutls_datum_t der = datum(&chain[i]);
    gnutls_x509_crt_init(&certificates[i]);
    good = gnutls_x509_crt_import(certificates[i], &der, GNUTLS_X509_FMT_DER) == 0 && good;
  }
  good = good &&
         gnutls_x509_trust_list_verify_crt2(list, certificates, (unsigned)count, asked, host == NULL ? 1 : 2,
                                            GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1, &status, NULL) == 0 &&
         status == 0 && gnutls_pubkey_import_x509(key, certificates[0], 0) == 0; /* what a handshake is after */
  for (size_t i = 0; i < count; i++) gnutls_x509_crt_deinit(certificates[i]);
  gnutls_x509_trust_list_deinit(list, 1);
  gnutls_pubkey_deinit(key);
  return good ? VALID : INVALID;
}

/* The peer is a record to be read and what was written. */
struct wire {
  const struct bytes *in;
  size_t read, length;
  unsigned char out[65536];
};

static ssize_t pull(gnutls_transport_ptr_t at, void *data, size_t size)
{
  struct wire *wire = at;
  const size_t n = wire->in->length - wire->read < size ? wire->in->length - wire->read : size;
  memcpy(data, wire->in->data + wire->read, n);
  wire->read += n;
  return (ssize_t)n;
}

static int wait_for(gnutls_transport_ptr_t at, unsigned milliseconds)
{
  const struct wire *wire = at;
  (void)milliseconds;
  return wire->read < wire->in->length;
}

static ssize_t push(gnutls_transport_ptr_t at, const void *data, size_t size)
{
  struct wire *wire = at;
  if (wire->length + size > sizeof wire->out) return -1;
  memcpy(wire->out + wire->length, data, size);
  wire->length += size;
  return (ssize_t)size;
}

enum verdict library_messages(int from_server, const struct bytes *records, int *alert)
{
  struct wire *wire = calloc(1, sizeof *wire);
  gnutls_certificate_credentials_t credentials;
  gnutls_anon_client_credentials_t anonymous;
  gnutls_psk_client_credentials_t shared;
  gnutls_session_t session;
  const gnutls_datum_t certificate = {(unsigned char *)credential_certificate, sizeof credential_certificate},
                       key = {(unsigned char *)credential_key, sizeof credential_key},
                       protocol = {(unsigned char *)"h2", 2};
  wire->in = records;
  gnutls_certificate_allocate_credentials(&credentials);
  gnutls_certificate_set_x509_key_mem(credentials, &certificate, &key, GNUTLS_X509_FMT_DER);
  gnutls_init(&session, from_server ? GNUTLS_CLIENT : GNUTLS_SERVER);
  gnutls_priority_set_direct(session, "NORMAL:-VERS-ALL:+VERS-TLS1.2:+ANON-ECDH:+PSK:+ECDHE-PSK", NULL);
  gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, credentials);
  gnutls_anon_allocate_client_credentials(&anonymous);
  gnutls_psk_allocate_client_credentials(&shared);
  gnutls_psk_set_client_credentials(shared, "user", &protocol, GNUTLS_PSK_KEY_RAW);
  if (from_server) gnutls_credentials_set(session, GNUTLS_CRD_ANON, anonymous);
  if (from_server) gnutls_credentials_set(session, GNUTLS_CRD_PSK, shared);
  gnutls_alpn_set_protocols(session, &protocol, 1, 0); /* else the extension is not read */
  if (from_server) gnutls_server_name_set(session, GNUTLS_NAME_DNS, "localhost", 9);
  gnutls_transport_set_ptr(session, wire);
  gnutls_transport_set_pull_function(session, pull);
  gnutls_transport_set_pull_timeout_function(session, wait_for);
  gnutls_transport_set_push_function(session, push);
  const int status = gnutls_handshake(session);
  /* it wants more than the record: the message was taken */
  const int good = status == GNUTLS_E_PREMATURE_TERMINATION || status == GNUTLS_E_AGAIN;
  if (!good) {
    const size_t before = wire->length;
    gnutls_alert_send_appropriate(session, status);
    if (wire->length >= before + 7) *alert = wire->out[wire->length - 1];
  }
  gnutls_deinit(session);
  gnutls_certificate_free_credentials(credentials);
  gnutls_anon_free_client_credentials(anonymous);
  gnutls_psk_free_client_credentials(shared);
  free(wire);
  return good ? VALID : INVALID;
}
