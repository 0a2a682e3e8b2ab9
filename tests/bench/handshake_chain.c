/* Root, intermediate and leaf, made by OpenSSL. */
#include <openssl/evp.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>

#include "handshake.h"

static EVP_PKEY *make_key(int ecdsa)
{
  return ecdsa ? EVP_EC_gen("P-256") : EVP_RSA_gen(2048);
}

static void name(X509_NAME *out, const char *text)
{
  X509_NAME_add_entry_by_txt(out, "CN", MBSTRING_ASC, (const unsigned char *)text, -1, -1, 0);
}

static int extend(X509 *x, int nid, const char *value)
{
  X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, nid, value);
  const int good = extension != NULL && X509_add_ext(x, extension, -1);
  X509_EXTENSION_free(extension);
  return good;
}

static X509 *certify(const char *subject, EVP_PKEY *key, const char *issuer, EVP_PKEY *issuer_key, int is_ca)
{
  static long serial = 1;
  X509 *x = X509_new();
  X509_set_version(x, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x), serial++);
  ASN1_TIME_set(X509_getm_notBefore(x), BENCH_TIME - 86400);
  ASN1_TIME_set(X509_getm_notAfter(x), BENCH_TIME + 86400);
  name(X509_get_subject_name(x), subject);
  name(X509_get_issuer_name(x), issuer);
  X509_set_pubkey(x, key);
  const int good =
      is_ca ? extend(x, NID_basic_constraints, "critical,CA:TRUE") && extend(x, NID_key_usage, "critical,keyCertSign")
            : extend(x, NID_key_usage, "critical,digitalSignature,keyEncipherment") &&
                  extend(x, NID_subject_alt_name, "DNS:" BENCH_NAME);
  return good && X509_sign(x, issuer_key, EVP_sha256()) > 0 ? x : NULL;
}

static struct tls12_bytes der(X509 *x)
{
  unsigned char *out = NULL;
  const int n = x == NULL ? 0 : i2d_X509(x, &out);
  X509_free(x);
  return (struct tls12_bytes){out, n > 0 ? (uint32_t)n : 0};
}

int chain_make(int ecdsa, struct bench_chain *chain)
{
  EVP_PKEY *root = make_key(ecdsa), *middle = make_key(ecdsa), *leaf = make_key(ecdsa);
  unsigned char *out = NULL;
  const int n = i2d_PrivateKey(leaf, &out);
  *chain = (struct bench_chain){
      .certificates = {der(certify(BENCH_NAME, leaf, "intermediate", middle, 0)),
                       der(certify("intermediate", middle, "root", root, 1))},
      .root = der(certify("root", root, "root", root, 1)),
      .key = {out, n > 0 ? (uint32_t)n : 0},
  };
  EVP_PKEY_free(root);
  EVP_PKEY_free(middle);
  EVP_PKEY_free(leaf);
  return chain->certificates[0].length > 0 && chain->certificates[1].length > 0 && chain->root.length > 0 && n > 0;
}
