/* mbed TLS 2.28. */
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "peer.h"

static mbedtls_ssl_context ssl;
static mbedtls_ssl_config config;
static mbedtls_x509_crt chain, roots;
static mbedtls_pk_context key;
static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;
static int is_set_up, suites[2], fd;

void peer_list(void)
{
  for (const int *suite = mbedtls_ssl_list_ciphersuites(); *suite != 0; suite++) printf("%04x\n", (unsigned)*suite);
}

static int failed(const char *what, int code)
{
  char text[200];
  if (code == 0) return 0;
  mbedtls_strerror(code, text, sizeof text);
  fprintf(stderr, "%s: -0x%04x %s\n", what, (unsigned)-code, text);
  return 1;
}

static int send_bytes(void *context, const unsigned char *data, size_t n)
{
  const ssize_t sent = write(fd, data, n);
  (void)context;
  return sent < 0 ? MBEDTLS_ERR_SSL_INTERNAL_ERROR : (int)sent;
}

static int receive_bytes(void *context, unsigned char *data, size_t n)
{
  const ssize_t got = read(fd, data, n);
  (void)context;
  return got < 0 ? MBEDTLS_ERR_SSL_TIMEOUT : (int)got;
}

static int set_up(const struct peer_job *job)
{
  mbedtls_ssl_config_init(&config);
  mbedtls_x509_crt_init(&chain);
  mbedtls_x509_crt_init(&roots);
  mbedtls_pk_init(&key);
  mbedtls_entropy_init(&entropy);
  mbedtls_ctr_drbg_init(&drbg);
  if (failed("random", mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL, 0)) ||
      failed("config",
             mbedtls_ssl_config_defaults(&config, job->is_server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
                                         MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT)))
    return 1;
  mbedtls_ssl_conf_rng(&config, mbedtls_ctr_drbg_random, &drbg);
  mbedtls_ssl_conf_min_version(&config, MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_3);
  mbedtls_ssl_conf_max_version(&config, MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_3);
  suites[0] = (int)job->suite;
  mbedtls_ssl_conf_ciphersuites(&config, suites);
  mbedtls_ssl_conf_authmode(&config,
                            job->is_server && !job->asks ? MBEDTLS_SSL_VERIFY_NONE : MBEDTLS_SSL_VERIFY_REQUIRED);
  if (failed("roots", mbedtls_x509_crt_parse_file(&roots, job->roots))) return 1;
  mbedtls_ssl_conf_ca_chain(&config, &roots, NULL);
  if (job->certificate != NULL && (failed("chain", mbedtls_x509_crt_parse_file(&chain, job->chain)) ||
                                   failed("key", mbedtls_pk_parse_keyfile(&key, job->key, NULL)) ||
                                   failed("certificate", mbedtls_ssl_conf_own_cert(&config, &chain, &key))))
    return 1;
  return failed("psk", mbedtls_ssl_conf_psk(&config, peer_psk, sizeof peer_psk,
                                            (const unsigned char *)peer_psk_identity, strlen(peer_psk_identity)));
}

int peer_handshake(const struct peer_job *job)
{
  if (!is_set_up && set_up(job)) return 1;
  is_set_up = 1;
  fd = job->fd;
  mbedtls_ssl_init(&ssl);
  if (failed("setup", mbedtls_ssl_setup(&ssl, &config)) ||
      failed("name", job->is_server ? 0 : mbedtls_ssl_set_hostname(&ssl, "localhost")))
    return 1;
  mbedtls_ssl_set_bio(&ssl, NULL, send_bytes, receive_bytes, NULL);
  if (!failed("handshake", mbedtls_ssl_handshake(&ssl))) return 0;
  mbedtls_ssl_free(&ssl);
  return 1;
}

unsigned peer_suite(void)
{
  return (unsigned)mbedtls_ssl_get_ciphersuite_id(mbedtls_ssl_get_ciphersuite(&ssl));
}

int peer_write(const void *data, size_t n)
{
  return mbedtls_ssl_write(&ssl, data, n);
}

int peer_read(void *data, size_t n)
{
  return mbedtls_ssl_read(&ssl, data, n);
}

void peer_close(void)
{
  mbedtls_ssl_close_notify(&ssl);
  mbedtls_ssl_free(&ssl);
}
