/* BearSSL 0.6. */
#include <bearssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "peer.h"

enum { CERTIFICATES_MAX = 4, BLOCKS_MAX = 4 };

static union {
  br_ssl_engine_context engine;
  br_ssl_client_context client;
  br_ssl_server_context server;
} ends;
static br_x509_minimal_context x509;
static br_sslio_context io;
static unsigned char buffer[BR_SSL_BUFSIZE_BIDI];
static br_x509_certificate chain[CERTIFICATES_MAX];
static br_x509_trust_anchor roots[CERTIFICATES_MAX];
static size_t chain_count, root_count;
static br_skey_decoder_context key;
static const struct peer_job *wanted;

/* Those of BearSSL for which it has both ends. */
static const uint16_t suites[] = {
    0xcca9, 0xcca8, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xc0ac, 0xc0ad, 0xc0ae, 0xc0af, 0xc023, 0xc027, 0xc024, 0xc028,
    0xc009, 0xc013, 0xc00a, 0xc014, 0xc02d, 0xc031, 0xc02e, 0xc032, 0xc025, 0xc029, 0xc026, 0xc02a, 0xc004, 0xc00e,
    0xc005, 0xc00f, 0x009c, 0x009d, 0x003c, 0x003d, 0x002f, 0x0035, 0xc008, 0xc012, 0xc003, 0xc00d, 0x000a};

void peer_list(void)
{
  for (size_t i = 0; i < sizeof suites / sizeof *suites; i++) printf("%04x\n", suites[i]);
}

struct bytes {
  unsigned char *data;
  size_t length;
};

static void append(void *to, const void *data, size_t n)
{
  struct bytes *bytes = to;
  bytes->data = realloc(bytes->data, bytes->length + n);
  if (bytes->data == NULL) exit(2);
  memcpy(bytes->data + bytes->length, data, n);
  bytes->length += n;
}

/* The blocks of a PEM file; how many there are. */
static size_t read_pem(const char *path, struct bytes *blocks)
{
  static br_pem_decoder_context decoder;
  FILE *file = fopen(path, "r");
  size_t count = 0;
  int c = 0;
  if (file == NULL) return 0;
  br_pem_decoder_init(&decoder);
  while (count < BLOCKS_MAX && (c = getc(file)) != EOF) {
    const unsigned char byte = (unsigned char)c;
    while (br_pem_decoder_push(&decoder, &byte, 1) == 0) { /* an event comes first */
      const int event = br_pem_decoder_event(&decoder);
      if (event == BR_PEM_BEGIN_OBJ) br_pem_decoder_setdest(&decoder, append, &blocks[count]);
      if (event == BR_PEM_END_OBJ) count++;
      if (event == BR_PEM_ERROR || count == BLOCKS_MAX) break;
    }
  }
  if (br_pem_decoder_event(&decoder) == BR_PEM_END_OBJ) count++;
  fclose(file);
  return count;
}

static unsigned char *copy(const void *data, size_t n)
{
  struct bytes bytes = {NULL, 0};
  append(&bytes, data, n);
  return bytes.data;
}

static int read_root(const struct bytes *der, br_x509_trust_anchor *root)
{
  br_x509_decoder_context decoder;
  struct bytes name = {NULL, 0};
  br_x509_decoder_init(&decoder, append, &name);
  br_x509_decoder_push(&decoder, der->data, der->length);
  const br_x509_pkey *public = br_x509_decoder_get_pkey(&decoder);
  if (public == NULL) return 0;
  *root = (br_x509_trust_anchor){.dn = {name.data, name.length}, .flags = BR_X509_TA_CA, .pkey = *public};
  if (public->key_type == BR_KEYTYPE_RSA) {
    root->pkey.key.rsa.n = copy(public->key.rsa.n, public->key.rsa.nlen);
    root->pkey.key.rsa.e = copy(public->key.rsa.e, public->key.rsa.elen);
  } else {
    root->pkey.key.ec.q = copy(public->key.ec.q, public->key.ec.qlen);
  }
  return 1;
}

static unsigned issuer_key_type(const br_x509_certificate *certificate)
{
  br_x509_decoder_context decoder;
  struct bytes name = {NULL, 0};
  br_x509_decoder_init(&decoder, append, &name);
  br_x509_decoder_push(&decoder, certificate->data, certificate->data_len);
  return (unsigned)br_x509_decoder_get_signer_key_type(&decoder);
}

static int read_credentials(const struct peer_job *job)
{
  static struct bytes blocks[3][BLOCKS_MAX];
  root_count = read_pem(job->roots, blocks[0]);
  for (size_t i = 0; i < root_count; i++)
    if (!read_root(&blocks[0][i], &roots[i])) return 0;
  if (job->certificate == NULL) return root_count > 0;
  chain_count = read_pem(job->chain, blocks[1]);
  for (size_t i = 0; i < chain_count; i++) chain[i] = (br_x509_certificate){blocks[1][i].data, blocks[1][i].length};
  if (read_pem(job->key, blocks[2]) != 1) return 0;
  br_skey_decoder_init(&key);
  br_skey_decoder_push(&key, blocks[2][0].data, blocks[2][0].length);
  return root_count > 0 && chain_count > 0 && br_skey_decoder_key_type(&key) != 0;
}

/* In the key exchanges ECDH_ECDSA and ECDH_RSA the client's key of ECDH is to be its share. */
static int has_static_key(unsigned suite)
{
  static const unsigned ecdh[] = {0xc02d, 0xc031, 0xc02e, 0xc032, 0xc025, 0xc029, 0xc026,
                                  0xc02a, 0xc004, 0xc00e, 0xc005, 0xc00f, 0xc003, 0xc00d};
  for (size_t i = 0; i < sizeof ecdh / sizeof *ecdh; i++)
    if (suite == ecdh[i]) return 1;
  return 0;
}

/* BearSSL has the choice, but signs if it may, and else has no certificate at all. */
static void choose_key(const br_ssl_client_certificate_class **of, const br_ssl_client_context *client, uint32_t types,
                       br_ssl_client_certificate *choices)
{
  const int type = issuer_key_type(chain) == BR_KEYTYPE_RSA ? 16 : 17; /* rsa_fixed_ecdh, ecdsa_fixed_ecdh */
  (void)of, (void)client;
  memset(choices, 0, sizeof *choices);
  if ((types >> type & 1) == 0) return;
  choices->auth_type = BR_AUTH_ECDH;
  choices->hash_id = -1;
  choices->chain = chain;
  choices->chain_len = chain_count;
}

static void choose_fixed_key(void)
{
  static br_ssl_client_certificate_class fixed;
  br_ssl_client_certificate_ec_context *context = &ends.client.client_auth.single_ec;
  fixed = *context->vtable;
  fixed.choose = choose_key;
  context->vtable = &fixed;
}

static void start_client(void)
{
  br_ssl_client_init_full(&ends.client, &x509, roots, root_count);
  if (wanted->certificate == NULL) return;
  if (br_skey_decoder_key_type(&key) == BR_KEYTYPE_RSA)
    br_ssl_client_set_single_rsa(&ends.client, chain, chain_count, br_skey_decoder_get_rsa(&key),
                                 br_rsa_pkcs1_sign_get_default());
  else
    br_ssl_client_set_single_ec(&ends.client, chain, chain_count, br_skey_decoder_get_ec(&key),
                                BR_KEYTYPE_KEYX | BR_KEYTYPE_SIGN, issuer_key_type(chain), br_ec_get_default(),
                                br_ecdsa_sign_asn1_get_default());
  if (has_static_key(wanted->suite) && br_skey_decoder_key_type(&key) == BR_KEYTYPE_EC) choose_fixed_key();
}

static void start_server(void)
{
  if (br_skey_decoder_key_type(&key) == BR_KEYTYPE_RSA)
    br_ssl_server_init_full_rsa(&ends.server, chain, chain_count, br_skey_decoder_get_rsa(&key));
  else
    br_ssl_server_init_full_ec(&ends.server, chain, chain_count, issuer_key_type(chain), br_skey_decoder_get_ec(&key));
  if (!wanted->asks) return;
  br_ssl_engine_set_default_rsavrfy(&ends.engine);
  br_ssl_engine_set_default_ecdsa(&ends.engine);
  br_x509_minimal_init_full(&x509, roots, root_count);
  br_ssl_engine_set_x509(&ends.engine, &x509.vtable);
  br_ssl_server_set_trust_anchor_names_alt(&ends.server, roots, root_count);
}

static int receive_bytes(void *context, unsigned char *data, size_t n)
{
  const ssize_t got = read(wanted->fd, data, n);
  (void)context;
  return got > 0 ? (int)got : -1;
}

static int send_bytes(void *context, const unsigned char *data, size_t n)
{
  const ssize_t sent = write(wanted->fd, data, n);
  (void)context;
  return sent > 0 ? (int)sent : -1;
}

int peer_handshake(const struct peer_job *job)
{
  const uint16_t suite = (uint16_t)job->suite;
  if (wanted == NULL && !read_credentials(job)) {
    fprintf(stderr, "no credentials\n");
    return 1;
  }
  wanted = job;
  memset(&ends, 0, sizeof ends);
  if (job->is_server)
    start_server();
  else
    start_client();
  br_ssl_engine_set_versions(&ends.engine, BR_TLS12, BR_TLS12);
  br_ssl_engine_set_suites(&ends.engine, &suite, 1);
  br_ssl_engine_set_buffer(&ends.engine, buffer, sizeof buffer, 1);
  if (!(job->is_server ? br_ssl_server_reset(&ends.server) : br_ssl_client_reset(&ends.client, "localhost", 0)))
    return 1;
  br_sslio_init(&io, &ends.engine, receive_bytes, NULL, send_bytes, NULL);
  if (br_sslio_flush(&io) == 0) return 0;
  fprintf(stderr, "handshake: error %d\n", br_ssl_engine_last_error(&ends.engine));
  return 1;
}

unsigned peer_suite(void)
{
  br_ssl_session_parameters session;
  br_ssl_engine_get_session_parameters(&ends.engine, &session);
  return session.cipher_suite;
}

int peer_write(const void *data, size_t n)
{
  return br_sslio_write_all(&io, data, n) == 0 && br_sslio_flush(&io) == 0 ? (int)n : -1;
}

int peer_read(void *data, size_t n)
{
  return br_sslio_read(&io, data, n);
}

void peer_close(void)
{
  br_sslio_close(&io);
}
