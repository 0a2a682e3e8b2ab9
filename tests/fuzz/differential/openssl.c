#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/suite.h"
#include "tests/fuzz/differential/peer.h"
#include "tests/fuzz/harness/harness.h"
#include "tool/names.h"
#include "tool/test_credentials.h"

struct session {
  SSL *ssl;
  BIO *in, *out; /* owned by ssl */
  int failed, alert;
  char reason[REASON_MAX];
};

static struct session client, server; /* one of each at a time */
static SSL_CTX *contexts[2];
static EVP_PKEY *rsa_key, *ecdsa_key;

static BIO *text(const char *pem)
{
  BIO *bio = BIO_new_mem_buf(pem, -1);
  INSIST(bio != NULL);
  return bio;
}

static EVP_PKEY *key_of(const char *pem)
{
  BIO *bio = text(pem);
  EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
  INSIST(key != NULL);
  BIO_free(bio);
  return key;
}

static X509 *certificate_of(const char *pem)
{
  BIO *bio = text(pem);
  X509 *certificate = PEM_read_bio_X509(bio, NULL, NULL, NULL);
  INSIST(certificate != NULL);
  BIO_free(bio);
  return certificate;
}

static void use(SSL_CTX *context, const char *leaf, EVP_PKEY *key)
{
  X509 *certificate = certificate_of(leaf);
  INSIST(SSL_CTX_use_certificate(context, certificate) == 1 && SSL_CTX_use_PrivateKey(context, key) == 1);
  X509_free(certificate);
}

static void trust(SSL_CTX *context, const char *root)
{
  X509 *certificate = certificate_of(root);
  INSIST(X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate) == 1);
  X509_free(certificate);
}

static void note_alert(const SSL *ssl, int where, int value)
{
  struct session *session = SSL_get_app_data(ssl);
  if ((where & SSL_CB_ALERT) != 0 && (where & SSL_CB_WRITE) != 0 && value >> 8 == SSL3_AL_FATAL)
    session->alert = value & 255;
}

static SSL_CTX *context_of(int is_client)
{
  SSL_CTX *context = SSL_CTX_new(is_client ? TLS_client_method() : TLS_server_method());
  INSIST(context != NULL);
  SSL_CTX_set_security_level(context, 0);
  INSIST(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
         SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION) == 1);
  SSL_CTX_set_options(context, SSL_OP_NO_TICKET | (is_client ? SSL_OP_LEGACY_SERVER_CONNECT : 0));
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  INSIST(SSL_CTX_set1_sigalgs_list(context, peer_signatures.openssl) == 1);
  SSL_CTX_set_dh_auto(context, 1);
  SSL_CTX_set_info_callback(context, note_alert);
  X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(context), TIME_OF_ALL);
  trust(context, test_rsa_root);
  trust(context, test_ecdsa_root);
  if (is_client) {
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  } else {
    use(context, test_rsa_leaf, rsa_key);
    use(context, test_ecdsa_leaf, ecdsa_key);
  }
  return context;
}

static void prepare(void)
{
  if (rsa_key != NULL) return;
  rsa_key = key_of(test_rsa_key);
  ecdsa_key = key_of(test_ecdsa_key);
  contexts[0] = context_of(0);
  contexts[1] = context_of(1);
}

static void go_on(struct session *session)
{
  if (session->failed) return;
  ERR_clear_error();
  const int result = SSL_do_handshake(session->ssl);
  const int error = SSL_get_error(session->ssl, result);
  if (result == 1 || error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return;
  const char *reason = ERR_reason_error_string(ERR_peek_error());
  session->failed = 1;
  snprintf(session->reason, sizeof session->reason, "%s", reason != NULL ? reason : "closed");
}

static void *start(const struct setup *setup)
{
  prepare();
  struct session *session = setup->is_client ? &client : &server;
  *session = (struct session){
      .ssl = SSL_new(contexts[setup->is_client]), .in = BIO_new(BIO_s_mem()), .out = BIO_new(BIO_s_mem()), .alert = -1};
  INSIST(session->ssl != NULL && session->in != NULL && session->out != NULL);
  SSL_set_bio(session->ssl, session->in, session->out);
  BIO_set_mem_eof_return(session->in, -1);
  SSL_set_app_data(session->ssl, session);
  uint16_t suites[SUITES];
  char list[1024] = "";
  const size_t count = setup_suites(setup, suites);
  for (size_t i = 0; i < count; i++) {
    char name[64];
    openssl_suite_name(tls12_suite_find(suites[i]), name, sizeof name);
    snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", i > 0 ? ":" : "", name);
  }
  INSIST(SSL_set_cipher_list(session->ssl, list) == 1);
  INSIST(SSL_set1_groups_list(session->ssl, peer_groups[setup->group].openssl) == 1);
  if (setup->is_client) {
    INSIST(SSL_set_tlsext_host_name(session->ssl, "server.example") == 1 &&
           SSL_set1_host(session->ssl, "server.example") == 1);
    SSL_set_connect_state(session->ssl);
  } else {
    if (setup->request_certificate) SSL_set_verify(session->ssl, SSL_VERIFY_PEER, NULL);
    SSL_set_accept_state(session->ssl);
  }
  go_on(session);
  return session;
}

static void output(void *peer, struct octets *out)
{
  struct session *session = (struct session *)peer;
  char *data;
  const long n = BIO_get_mem_data(session->out, &data);
  if (n > 0) octets_append(out, data, (size_t)n);
  (void)BIO_reset(session->out);
}

static void input(void *peer, const uint8_t *bytes, size_t n)
{
  struct session *session = (struct session *)peer;
  INSIST(BIO_write(session->in, bytes, (int)n) == (int)n);
  go_on(session);
}

static int failed(void *peer, char reason[REASON_MAX], int *alert)
{
  const struct session *session = (const struct session *)peer;
  snprintf(reason, REASON_MAX, "%s", session->reason);
  *alert = session->alert;
  return session->failed;
}

static void end(void *peer)
{
  SSL_free(((struct session *)peer)->ssl);
}

const struct implementation openssl = {"OpenSSL", start, output, input, failed, end};

size_t sign_params(unsigned pair, const uint8_t *bytes, size_t n, uint8_t *signature, size_t room)
{
  prepare();
  const EVP_MD *hashes[] = {NULL, NULL, EVP_sha1(), NULL, EVP_sha256(), EVP_sha384(), EVP_sha512()};
  const int pss = pair >= 0x0804 && pair <= 0x0806; /* the hash is then the low byte: RFC 8446 section 4.2.3 */
  const unsigned hash = pss ? pair & 255 : pair >> 8, kind = pss ? 1 : pair & 255;
  if (hash >= sizeof hashes / sizeof *hashes || hashes[hash] == NULL || (kind != 1 && kind != 3)) return 0;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *parameters;
  INSIST(context != NULL &&
         EVP_DigestSignInit(context, &parameters, hashes[hash], NULL, kind == 1 ? rsa_key : ecdsa_key) == 1);
  if (pss)
    INSIST(EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) == 1);
  size_t length = room;
  INSIST(EVP_DigestSign(context, signature, &length, bytes, n) == 1);
  EVP_MD_CTX_free(context);
  return length;
}
