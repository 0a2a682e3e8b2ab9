#include <errno.h>
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/suite.h"
#include "tests/fuzz/differential/peer.h"
#include "tests/fuzz/harness/harness.h"
#include "tool/test_credentials.h"

struct session {
  gnutls_session_t tls;
  struct octets in, out;
  size_t at; /* how much of `in` it has read */
  int failed, alert;
  char reason[REASON_MAX];
};

static struct session client, server; /* one of each at a time */
static gnutls_certificate_credentials_t credentials;

static void trust(const char *root)
{
  const gnutls_datum_t pem = {(unsigned char *)(uintptr_t)root, (unsigned)strlen(root)};
  INSIST(gnutls_certificate_set_x509_trust_mem(credentials, &pem, GNUTLS_X509_FMT_PEM) == 1);
}

static void use(const char *leaf, const char *key)
{
  const gnutls_datum_t pem = {(unsigned char *)(uintptr_t)leaf, (unsigned)strlen(leaf)},
                       key_pem = {(unsigned char *)(uintptr_t)key, (unsigned)strlen(key)};
  INSIST(gnutls_certificate_set_x509_key_mem(credentials, &pem, &key_pem, GNUTLS_X509_FMT_PEM) >= 0);
}

static time_t time_of_all(time_t *out)
{
  if (out != NULL) *out = TIME_OF_ALL;
  return TIME_OF_ALL;
}

static void prepare(void)
{
  if (credentials != NULL) return;
  gnutls_global_set_time_function(time_of_all);
  INSIST(gnutls_certificate_allocate_credentials(&credentials) == 0);
  trust(test_rsa_root);
  trust(test_ecdsa_root);
  use(test_rsa_leaf, test_rsa_key);
  use(test_ecdsa_leaf, test_ecdsa_key);
  INSIST(gnutls_certificate_set_known_dh_params(credentials, GNUTLS_SEC_PARAM_MEDIUM) == 0);
}

static ssize_t pull(gnutls_transport_ptr_t peer, void *out, size_t n)
{
  struct session *session = (struct session *)peer;
  const size_t left = session->in.length - session->at;
  if (left == 0) {
    gnutls_transport_set_errno(session->tls, EAGAIN);
    return -1;
  }
  if (n > left) n = left;
  memcpy(out, session->in.data + session->at, n);
  session->at += n;
  return (ssize_t)n;
}

static ssize_t push(gnutls_transport_ptr_t peer, const void *bytes, size_t n)
{
  octets_append(&((struct session *)peer)->out, bytes, n);
  return (ssize_t)n;
}

static void go_on(struct session *session)
{
  if (session->failed) return;
  int result;
  size_t before;
  do { /* it would also like to wait when it has read a part of a message and there is more */
    before = session->at;
    result = gnutls_handshake(session->tls);
  } while (result == GNUTLS_E_AGAIN ? session->at != before : result < 0 && gnutls_error_is_fatal(result) == 0);
  if (result == 0 || result == GNUTLS_E_AGAIN) return;
  session->failed = 1;
  int level;
  session->alert = gnutls_error_to_alert(result, &level);
  snprintf(session->reason, sizeof session->reason, "%s", gnutls_strerror_name(result));
}

/* As priority strings name their parts. */
static const char *suite_parts(const struct setup *setup)
{
  static const char *const exchanges[] = {[TLS12_KX_RSA] = "+RSA",
                                          [TLS12_KX_DHE_RSA] = "+DHE-RSA",
                                          [TLS12_KX_ECDHE_RSA] = "+ECDHE-RSA",
                                          [TLS12_KX_ECDHE_ECDSA] = "+ECDHE-ECDSA"};
  static const char *const ciphers[] = {[TLS12_CIPHER_AES_128_CBC] = "+AES-128-CBC",
                                        [TLS12_CIPHER_AES_256_CBC] = "+AES-256-CBC",
                                        [TLS12_CIPHER_AES_128_GCM] = "+AES-128-GCM",
                                        [TLS12_CIPHER_AES_256_GCM] = "+AES-256-GCM",
                                        [TLS12_CIPHER_CHACHA20_POLY1305] = "+CHACHA20-POLY1305"};
  static char parts[128];
  if (setup->suite >= SUITES)
    return "+RSA:+DHE-RSA:+ECDHE-RSA:+ECDHE-ECDSA:+AES-128-GCM:+AES-256-GCM:+CHACHA20-POLY1305:+AES-128-CBC:+AES-256-"
           "CBC:+AEAD:"
           "+SHA1:+SHA256";
  const struct tls12_suite *suite = tls12_suite_find(peer_suites[setup->suite]);
  snprintf(parts, sizeof parts, "%s:%s:%s", exchanges[suite->key_exchange], ciphers[suite->cipher],
           suite->mac == TLS12_HASH_NONE ? "+AEAD"
           : suite->mac == TLS12_SHA1    ? "+SHA1"
                                         : "+SHA256");
  return parts;
}

static void *start(const struct setup *setup)
{
  char priority[1024];
  prepare();
  struct session *session = setup->is_client ? &client : &server;
  session->in.length = session->out.length = session->at = 0;
  session->failed = 0;
  session->alert = -1;
  session->reason[0] = 0;
  INSIST(gnutls_init(&session->tls, (setup->is_client ? GNUTLS_CLIENT : GNUTLS_SERVER) | GNUTLS_NONBLOCK |
                                        GNUTLS_NO_TICKETS | GNUTLS_NO_SIGNAL) == 0);
  snprintf(priority, sizeof priority, "NONE:+VERS-TLS1.2:%s:+COMP-NULL:+CTYPE-X509:%s:%s:%%VERIFY_ALLOW_SIGN_WITH_SHA1",
           suite_parts(setup), peer_signatures.gnutls, peer_groups[setup->group].gnutls);
  INSIST(gnutls_priority_set_direct(session->tls, priority, NULL) == 0);
  INSIST(gnutls_credentials_set(session->tls, GNUTLS_CRD_CERTIFICATE, credentials) == 0);
  gnutls_transport_set_ptr(session->tls, session);
  gnutls_transport_set_pull_function(session->tls, pull);
  gnutls_transport_set_push_function(session->tls, push);
  if (setup->is_client) {
    gnutls_server_name_set(session->tls, GNUTLS_NAME_DNS, "server.example", strlen("server.example"));
    gnutls_session_set_verify_cert(session->tls, "server.example", 0);
  } else if (setup->request_certificate) {
    gnutls_certificate_server_set_request(session->tls, GNUTLS_CERT_REQUEST);
  }
  go_on(session);
  return session;
}

static void output(void *peer, struct octets *out)
{
  struct session *session = (struct session *)peer;
  octets_append(out, session->out.data, session->out.length);
  session->out.length = 0;
}

static void input(void *peer, const uint8_t *bytes, size_t n)
{
  struct session *session = (struct session *)peer;
  octets_append(&session->in, bytes, n);
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
  gnutls_deinit(((struct session *)peer)->tls);
}

const struct implementation gnutls = {"GnuTLS", start, output, input, failed, end};
