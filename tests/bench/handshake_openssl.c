/* OpenSSL, each end with two memory BIOs. It verifies what ours does: chain, time, host name. No tickets, no cache. */
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdlib.h>

#include "handshake.h"

struct ends {
  SSL_CTX *client, *server;
};

static X509 *certificate(struct tls12_bytes bytes)
{
  const unsigned char *at = bytes.data;
  return d2i_X509(NULL, &at, (long)bytes.length);
}

static int use_chain(SSL_CTX *ctx, const struct bench_chain *chain)
{
  const unsigned char *at = chain->key.data;
  EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &at, (long)chain->key.length);
  X509 *leaf = certificate(chain->certificates[0]);
  const int good = SSL_CTX_use_certificate(ctx, leaf) == 1 && SSL_CTX_use_PrivateKey(ctx, key) == 1 &&
                   SSL_CTX_add_extra_chain_cert(ctx, certificate(chain->certificates[1])) == 1;
  X509_free(leaf);
  EVP_PKEY_free(key);
  return good;
}

static int verify(SSL_CTX *ctx, const struct bench_chain *chain)
{
  X509 *root = certificate(chain->root);
  X509_VERIFY_PARAM *param = SSL_CTX_get0_param(ctx);
  const int good = X509_STORE_add_cert(SSL_CTX_get_cert_store(ctx), root) == 1 &&
                   X509_VERIFY_PARAM_set1_host(param, BENCH_NAME, 0) == 1;
  X509_VERIFY_PARAM_set_time(param, BENCH_TIME);
  SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
  X509_free(root);
  return good;
}

static SSL_CTX *context(const SSL_METHOD *method, const struct bench_suite *suite)
{
  SSL_CTX *ctx = SSL_CTX_new(method);
  SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION);
  SSL_CTX_set_options(ctx, SSL_OP_NO_TICKET);
  SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_dh_auto(ctx, 1); /* ffdhe2048 with an RSA key of 2048 bits */
  return SSL_CTX_set_cipher_list(ctx, suite->openssl_name) == 1 && SSL_CTX_set1_groups_list(ctx, "X25519:P-256") == 1
             ? ctx
             : NULL;
}

void *openssl_prepare(const struct bench_suite *suite, const struct bench_chain *chain)
{
  struct ends *ends = malloc(sizeof *ends);
  if (ends == NULL) return NULL;
  ends->client = context(TLS_client_method(), suite);
  ends->server = context(TLS_server_method(), suite);
  return ends->client != NULL && ends->server != NULL && use_chain(ends->server, chain) && verify(ends->client, chain)
             ? ends
             : NULL;
}

/* Moves what one has to say to the other. */
static uint64_t move(SSL *from, SSL *to)
{
  char *data;
  BIO *bio = SSL_get_wbio(from);
  const long n = BIO_get_mem_data(bio, &data);
  if (n > 0) BIO_write(SSL_get_rbio(to), data, (int)n);
  (void)BIO_reset(bio);
  return n > 0 ? (uint64_t)n : 0;
}

static SSL *end(SSL_CTX *ctx)
{
  SSL *ssl = SSL_new(ctx);
  SSL_set_bio(ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
  return ssl;
}

static uint64_t one(const struct ends *ends)
{
  SSL *client = end(ends->client), *server = end(ends->server);
  uint64_t all = 0, moved;
  SSL_set_tlsext_host_name(client, BENCH_NAME);
  SSL_set_connect_state(client);
  SSL_set_accept_state(server);
  do {
    (void)SSL_do_handshake(client);
    moved = move(client, server);
    (void)SSL_do_handshake(server);
    moved += move(server, client);
    all += moved;
  } while (moved > 0);
  const int good = SSL_is_init_finished(client) && SSL_is_init_finished(server) &&
                   SSL_get_verify_result(client) == X509_V_OK && SSL_version(client) == TLS1_2_VERSION;
  SSL_free(client);
  SSL_free(server);
  return good ? all : 0;
}

uint64_t openssl_handshake(void *context_, unsigned count)
{
  uint64_t sum = 0, n = 1;
  while (count-- > 0 && n > 0) sum += n = one(context_);
  return n > 0 ? sum : 0;
}
