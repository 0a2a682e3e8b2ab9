/* The vectors in OpenSSL 3.0. */
#include <openssl/core_names.h>
#include <openssl/dh.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <time.h>

#include "credential.h"
#include "harness.h"

const char library[] = "OpenSSL";

enum verdict library_prf(int bits, const struct bytes *secret, const char *label, const struct bytes *seed,
                         struct output *out)
{
  EVP_KDF *kdf = EVP_KDF_fetch(NULL, "TLS1-PRF", NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(kdf);
  char hash[] = "SHA256";
  if (bits == 384) memcpy(hash, "SHA384", 6);
  const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string("digest", hash, 0),
                               OSSL_PARAM_construct_octet_string("secret", secret->data, secret->length),
                               OSSL_PARAM_construct_octet_string("seed", (void *)label, strlen(label)),
                               OSSL_PARAM_construct_octet_string("seed", seed->data, seed->length),
                               OSSL_PARAM_construct_end()};
  const int good = EVP_KDF_derive(context, out->data, out->length, params) > 0;
  EVP_KDF_CTX_free(context);
  EVP_KDF_free(kdf);
  return good ? VALID : INVALID;
}

static EVP_PKEY *key_of(const char *type, OSSL_PARAM_BLD *build, int selection)
{
  OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(build);
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
  EVP_PKEY *key = NULL;
  if (EVP_PKEY_fromdata_init(context) <= 0 || EVP_PKEY_fromdata(context, &key, selection, params) <= 0) key = NULL;
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(params);
  return key;
}

static BIGNUM *push(OSSL_PARAM_BLD *build, const char *name, const struct bytes *bytes)
{
  BIGNUM *number = BN_bin2bn(bytes->data, (int)bytes->length, NULL);
  OSSL_PARAM_BLD_push_BN(build, name, number);
  return number;
}

static enum verdict derive(EVP_PKEY *own, EVP_PKEY *peer, struct output *out)
{
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(own, NULL);
  out->length = OUTPUT_MAX;
  const int good = EVP_PKEY_derive_init(context) > 0 && EVP_PKEY_derive_set_peer(context, peer) > 0 &&
                   EVP_PKEY_derive(context, out->data, &out->length) > 0;
  EVP_PKEY_CTX_free(context);
  return good ? VALID : INVALID;
}

/* As its client does: the peer's key, a check of its parameters, a key of one's own with these. */
enum verdict library_dh(const struct bytes *p, const struct bytes *g, const struct bytes *x, const struct bytes *peer,
                        struct output *out)
{
  OSSL_PARAM_BLD *theirs = OSSL_PARAM_BLD_new(), *ours = OSSL_PARAM_BLD_new();
  BIGNUM *numbers[] = {push(theirs, "p", p), push(theirs, "g", g), push(theirs, "pub", peer),
                       push(ours, "p", p),   push(ours, "g", g),   push(ours, "priv", x)};
  EVP_PKEY *peer_key = key_of("DH", theirs, EVP_PKEY_PUBLIC_KEY), *own = key_of("DH", ours, EVP_PKEY_KEYPAIR);
  EVP_PKEY_CTX *check = peer_key == NULL ? NULL : EVP_PKEY_CTX_new(peer_key, NULL);
  const int good = own != NULL && check != NULL && EVP_PKEY_param_check_quick(check) == 1;
  const enum verdict verdict = good ? derive(own, peer_key, out) : INVALID;
  EVP_PKEY_CTX_free(check), EVP_PKEY_free(peer_key), EVP_PKEY_free(own);
  OSSL_PARAM_BLD_free(theirs), OSSL_PARAM_BLD_free(ours);
  for (int i = 0; i < 6; i++) BN_free(numbers[i]);
  return verdict;
}

enum verdict library_ecdh(int curve, const struct bytes *x, const struct bytes *peer, struct output *out)
{
  EVP_PKEY *own, *other;
  if (curve >= 29) {
    own = EVP_PKEY_new_raw_private_key(curve == 29 ? EVP_PKEY_X25519 : EVP_PKEY_X448, NULL, x->data, x->length);
  } else {
    OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_utf8_string(build, "group", curve == 23 ? "P-256" : curve == 24 ? "P-384" : "P-521", 0);
    BIGNUM *number = push(build, "priv", x);
    own = key_of("EC", build, EVP_PKEY_KEYPAIR);
    OSSL_PARAM_BLD_free(build);
    BN_free(number);
  }
  other = EVP_PKEY_new();
  const int good = own != NULL && EVP_PKEY_copy_parameters(other, own) > 0 &&
                   EVP_PKEY_set1_encoded_public_key(other, peer->data, peer->length) > 0;
  const enum verdict verdict = good ? derive(own, other, out) : INVALID;
  EVP_PKEY_free(own), EVP_PKEY_free(other);
  return verdict;
}

/* The padding for TLS hides a failure behind random bytes: two runs tell. */
enum verdict library_premaster(const struct rsa_numbers *key, const struct bytes *version,
                               const struct bytes *ciphertext, struct output *out)
{
  OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
  BIGNUM *numbers[] = {push(build, "n", &key->n), push(build, "e", &key->e), push(build, "d", &key->d)};
  EVP_PKEY *own = key_of("RSA", build, EVP_PKEY_KEYPAIR);
  unsigned char runs[2][OUTPUT_MAX];
  unsigned offered = 256u * version->data[0] + version->data[1];
  int good = own != NULL;
  for (int i = 0; i < 2 && good; i++) {
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_uint(OSSL_ASYM_CIPHER_PARAM_TLS_CLIENT_VERSION, &offered),
                                 OSSL_PARAM_construct_end()};
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(own, NULL);
    size_t length = OUTPUT_MAX;
    good = EVP_PKEY_decrypt_init(context) > 0 &&
           EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_WITH_TLS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_params(context, params) > 0 &&
           EVP_PKEY_decrypt(context, runs[i], &length, ciphertext->data, ciphertext->length) > 0 && length == 48;
    EVP_PKEY_CTX_free(context);
  }
  good = good && memcmp(runs[0], runs[1], 48) == 0;
  if (good) memcpy(out->data, runs[0], out->length = 48);
  EVP_PKEY_free(own), OSSL_PARAM_BLD_free(build);
  for (int i = 0; i < 3; i++) BN_free(numbers[i]);
  return good ? VALID : INVALID;
}

enum verdict library_verify(const struct bytes *key, unsigned pair, const struct bytes *text,
                            const struct bytes *signature)
{
  static const char *const hashes[] = {NULL, "MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512"};
  const unsigned char *at = key->data;
  const int pss = pair >= 0x804 && pair <= 0x806;
  EVP_PKEY *peer = d2i_PUBKEY(NULL, &at, (long)key->length);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *options;
  const char *hash = pss ? hashes[pair - 0x800] : pair >> 8 == 8 ? NULL : hashes[pair >> 8];
  const int good = EVP_DigestVerifyInit_ex(context, &options, hash, NULL, NULL, peer, NULL) > 0 &&
                   (!pss || (EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) > 0 &&
                             EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) > 0)) &&
                   EVP_DigestVerify(context, signature->data, signature->length, text->data, text->length) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(peer);
  return good ? VALID : INVALID;
}

enum verdict library_hmac(const char *hash, const struct bytes *key, const struct bytes *text, struct output *out)
{
  const EVP_MD *digest = EVP_get_digestbyname(strcmp(hash, "MD5") == 0 ? "MD5" : hash[4] == '1' ? "SHA1" : hash);
  unsigned length = 0;
  const int good =
      key == NULL ? EVP_Digest(text->data, text->length, out->data, &length, digest, NULL) > 0
                  : HMAC(digest, key->data, (int)key->length, text->data, text->length, out->data, &length) != NULL;
  out->length = length;
  return good ? VALID : INVALID;
}

enum verdict library_open(const char *cipher, const struct bytes *key, const struct bytes *iv,
                          const struct bytes *additional, const struct bytes *sealed, struct output *out)
{
  static const struct {
    const char *name, *own;
  } names[] = {{"3DES_EDE_CBC", "DES-EDE3-CBC"}, {"AES_128_CBC", "AES-128-CBC"},
               {"AES_256_CBC", "AES-256-CBC"},   {"AES_128_GCM", "AES-128-GCM"},
               {"AES_256_GCM", "AES-256-GCM"},   {"CHACHA20_POLY1305", "ChaCha20-Poly1305"}};
  const size_t tag = additional == NULL ? 0 : 16, n = sealed->length - tag;
  const char *own = "";
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(cipher, names[i].name) == 0) own = names[i].own;
  EVP_CIPHER *found = EVP_CIPHER_fetch(NULL, own, NULL);
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int length = 0, rest = 0;
  const int good = EVP_DecryptInit_ex2(context, found, key->data, iv->data, NULL) > 0 &&
                   EVP_CIPHER_CTX_set_padding(context, 0) > 0 &&
                   (additional == NULL ||
                    (EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, sealed->data + n) > 0 &&
                     EVP_DecryptUpdate(context, NULL, &rest, additional->data, (int)additional->length) > 0)) &&
                   EVP_DecryptUpdate(context, out->data, &length, sealed->data, (int)n) > 0 &&
                   EVP_DecryptFinal_ex(context, out->data + length, &rest) > 0;
  out->length = (size_t)length;
  EVP_CIPHER_CTX_free(context);
  EVP_CIPHER_free(found);
  return good ? VALID : INVALID;
}

/* A certificate that fills its bytes, as its reader of Certificate messages wants it. */
static X509 *read_certificate(const struct bytes *der)
{
  const unsigned char *at = der->data;
  X509 *certificate = d2i_X509(NULL, &at, (long)der->length);
  if (certificate == NULL || at == der->data + der->length) return certificate;
  X509_free(certificate);
  return NULL;
}

enum verdict library_chain(int of_client, const struct bytes *chain, size_t count, const struct bytes *anchor,
                           const char *time, const char *host)
{
  X509_STORE *store = X509_STORE_new();
  X509_STORE_CTX *context = X509_STORE_CTX_new();
  STACK_OF(X509) *others = sk_X509_new_null();
  ASN1_TIME *now = ASN1_TIME_new();
  X509 *leaf = read_certificate(&chain[0]), *trusted = read_certificate(anchor);
  struct tm moment;
  char written[16];
  int good = leaf != NULL && trusted != NULL && X509_STORE_add_cert(store, trusted) > 0;
  for (size_t i = 1; good && i < count; i++) {
    X509 *other = read_certificate(&chain[i]);
    good = other != NULL && sk_X509_push(others, other) > 0;
  }
  snprintf(written, sizeof written, "%sZ", time);
  good = good && ASN1_TIME_set_string_X509(now, written) > 0 && ASN1_TIME_to_tm(now, &moment) > 0 &&
         X509_STORE_CTX_init(context, store, leaf, others) > 0 &&
         X509_STORE_CTX_set_purpose(context, of_client ? X509_PURPOSE_SSL_CLIENT : X509_PURPOSE_SSL_SERVER) > 0;
  if (good) {
    X509_VERIFY_PARAM *asked = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(asked, timegm(&moment));
    X509_VERIFY_PARAM_set_auth_level(asked, 0); /* no policy */
    if (host != NULL && X509_VERIFY_PARAM_set1_ip_asc(asked, host) <= 0) X509_VERIFY_PARAM_set1_host(asked, host, 0);
    good = X509_verify_cert(context) == 1 && X509_get0_pubkey(leaf) != NULL; /* the key is what a handshake is after */
  }
  X509_STORE_CTX_free(context), X509_STORE_free(store), ASN1_TIME_free(now);
  X509_free(leaf), X509_free(trusted), sk_X509_pop_free(others, X509_free);
  return good ? VALID : INVALID;
}

static unsigned with_key(SSL *connection, const char *hint, char *identity, unsigned identity_room, unsigned char *key,
                         unsigned room)
{
  (void)connection, (void)hint, (void)identity_room, (void)room;
  memcpy(identity, "user", 5);
  memset(key, 1, 16);
  return 16;
}

enum verdict library_messages(int from_server, const struct bytes *records, int *alert)
{
  SSL_CTX *settings = SSL_CTX_new(TLS_method());
  SSL_CTX_use_certificate_ASN1(settings, sizeof credential_certificate, credential_certificate);
  SSL_CTX_use_PrivateKey_ASN1(EVP_PKEY_RSA, settings, credential_key, sizeof credential_key);
  SSL_CTX_set_max_proto_version(settings, TLS1_2_VERSION);
  SSL_CTX_set_options(settings, SSL_OP_LEGACY_SERVER_CONNECT); /* also to a server without renegotiation_info */
  SSL_CTX_set_security_level(settings, 0);                     /* no policy: without signature_algorithms SHA-1 signs */
  SSL_CTX_set_cipher_list(settings, "ALL:aNULL:PSK");
  SSL_CTX_set_psk_client_callback(settings, with_key);
  SSL *connection = SSL_new(settings);
  BIO *in = BIO_new(BIO_s_mem()), *out = BIO_new(BIO_s_mem());
  SSL_set_bio(connection, in, out);
  unsigned char written[65536];
  if (from_server) {
    SSL_set_tlsext_host_name(connection, "localhost");
    SSL_connect(connection);
    BIO_read(out, written, sizeof written);
  } else {
    SSL_set_accept_state(connection);
  }
  BIO_write(in, records->data, (int)records->length);
  const int status = SSL_do_handshake(connection);
  const int waits = SSL_get_error(connection, status) == SSL_ERROR_WANT_READ;
  const int length = BIO_read(out, written, sizeof written);
  /* a server that asks for more bytes has not taken the message */
  if (length >= 7 && written[0] == 21) *alert = written[6];
  SSL_free(connection);
  SSL_CTX_free(settings);
  return waits && (from_server || length > 0) ? VALID : INVALID;
}
