/* wolfSSL 5.5. */
#include <wolfssl/options.h>

#include <stdio.h>
#include <string.h>
#include <wolfssl/ssl.h>
#include <wolfssl/wolfcrypt/dh.h>

#include "peer.h"

static WOLFSSL_CTX *ctx;
static WOLFSSL *ssl;

/* The next name of the list, and its suite; 0: there is none. TLS 1.3's are passed over. */
static int next_suite(char **list, const char **name, unsigned *suite)
{
  while ((*name = strtok_r(NULL, ":", list)) != NULL) {
    unsigned char first = 0, second = 0;
    int flags = 0;
    if (wolfSSL_get_cipher_suite_from_name(*name, &first, &second, &flags) != 0) continue;
    *suite = 256u * first + second;
    if (first != 0x13) return 1;
  }
  return 0;
}

/* Each suite of the library, to the one that is wanted; NULL: it is not there. With 0 all are printed. */
static const char *look_for(unsigned wanted)
{
  static char names[8192] = "-:";
  const char *name;
  char *rest;
  unsigned suite;
  wolfSSL_get_ciphers(names + 2, (int)sizeof names - 2);
  strtok_r(names, ":", &rest);
  while (next_suite(&rest, &name, &suite)) {
    if (suite == wanted) return name;
    if (wanted == 0) printf("%04x\n", suite);
  }
  return NULL;
}

void peer_list(void)
{
  wolfSSL_Init();
  look_for(0);
}

static unsigned copy_key(unsigned char *key, unsigned room)
{
  if (room < sizeof peer_psk) return 0;
  memcpy(key, peer_psk, sizeof peer_psk);
  return sizeof peer_psk;
}

static unsigned client_key(WOLFSSL *of, const char *hint, char *identity, unsigned identity_room, unsigned char *key,
                           unsigned room)
{
  (void)of, (void)hint;
  snprintf(identity, identity_room, "%s", peer_psk_identity);
  return copy_key(key, room);
}

static unsigned server_key(WOLFSSL *of, const char *identity, unsigned char *key, unsigned room)
{
  (void)of;
  return strcmp(identity, peer_psk_identity) == 0 ? copy_key(key, room) : 0;
}

static int set_up(const struct peer_job *job)
{
  const DhParams *group = wc_Dh_ffdhe2048_Get();
  wolfSSL_Init();
  const char *name = look_for(job->suite);
  ctx = wolfSSL_CTX_new(job->is_server ? wolfTLSv1_2_server_method() : wolfTLSv1_2_client_method());
  if (name == NULL || ctx == NULL || wolfSSL_CTX_set_cipher_list(ctx, name) != WOLFSSL_SUCCESS) return 1;
  wolfSSL_CTX_set_psk_client_callback(ctx, client_key);
  wolfSSL_CTX_set_psk_server_callback(ctx, server_key);
  wolfSSL_CTX_allow_anon_cipher(ctx);
  if (job->is_server &&
      wolfSSL_CTX_SetTmpDH(ctx, group->p, (int)group->p_len, group->g, (int)group->g_len) != WOLFSSL_SUCCESS)
    return 1;
  wolfSSL_CTX_set_verify(ctx,
                         job->is_server && !job->asks ? WOLFSSL_VERIFY_NONE
                                                      : WOLFSSL_VERIFY_PEER | WOLFSSL_VERIFY_FAIL_IF_NO_PEER_CERT,
                         NULL);
  if (wolfSSL_CTX_load_verify_locations(ctx, job->roots, NULL) != WOLFSSL_SUCCESS) return 1;
  return job->certificate != NULL &&
         (wolfSSL_CTX_use_certificate_chain_file(ctx, job->chain) != WOLFSSL_SUCCESS ||
          wolfSSL_CTX_use_PrivateKey_file(ctx, job->key, WOLFSSL_FILETYPE_PEM) != WOLFSSL_SUCCESS);
}

int peer_handshake(const struct peer_job *job)
{
  if (ctx == NULL && set_up(job)) {
    fprintf(stderr, "not set up\n");
    return 1;
  }
  ssl = wolfSSL_new(ctx);
  wolfSSL_set_fd(ssl, job->fd);
  if ((job->is_server ? wolfSSL_accept(ssl) : wolfSSL_connect(ssl)) == WOLFSSL_SUCCESS) return 0;
  const int error = wolfSSL_get_error(ssl, 0);
  fprintf(stderr, "handshake: %d %s\n", error, wolfSSL_ERR_reason_error_string((unsigned long)error));
  wolfSSL_free(ssl);
  return 1;
}

unsigned peer_suite(void)
{
  return (unsigned)wolfSSL_get_current_cipher_suite(ssl);
}

int peer_write(const void *data, size_t n)
{
  return wolfSSL_write(ssl, data, (int)n);
}

int peer_read(void *data, size_t n)
{
  return wolfSSL_read(ssl, data, (int)n);
}

void peer_close(void)
{
  wolfSSL_shutdown(ssl);
  wolfSSL_free(ssl);
}
