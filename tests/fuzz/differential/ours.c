#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "handshake/engine.h"
#include "tests/fuzz/differential/peer.h"
#include "tests/fuzz/differential/recipe.h"
#include "tests/fuzz/harness/harness.h"
#include "tool/credentials.h"
#include "tool/rule_text.h"

const uint16_t peer_suites[SUITES] = {0x002F, 0x0035, 0x003C, 0x003D, 0x009C, 0x009D, 0x0033, 0x0039,
                                      0x0067, 0x006B, 0x009E, 0x009F, 0xCCAA, 0xC013, 0xC014, 0xC02F,
                                      0xC030, 0xCCA8, 0xC009, 0xC00A, 0xC02B, 0xC02C};

const struct names peer_groups[GROUPS] = {
    {"X25519:P-256:P-384:X448:P-521",
     "+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP384R1:+GROUP-X448:+GROUP-SECP521R1:+GROUP-FFDHE2048:+GROUP-FFDHE3072"},
    {"X25519", "+GROUP-X25519:+GROUP-FFDHE2048"},
    {"P-256", "+GROUP-SECP256R1:+GROUP-FFDHE2048"},
    {"P-384", "+GROUP-SECP384R1:+GROUP-FFDHE3072"},
    {"X448", "+GROUP-X448:+GROUP-FFDHE2048"},
    {"P-521", "+GROUP-SECP521R1:+GROUP-FFDHE2048"}};

const struct names peer_signatures = {"ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256:ECDSA+SHA384:RSA-PSS+SHA384:RSA+SHA384:"
                                      "ECDSA+SHA512:RSA-PSS+SHA512:RSA+SHA512:ed25519:ed448:"
                                      "ECDSA+SHA1:RSA+SHA1",
                                      "+SIGN-ECDSA-SHA256:+SIGN-RSA-PSS-RSAE-SHA256:+SIGN-RSA-SHA256:+SIGN-ECDSA-"
                                      "SHA384:+SIGN-RSA-PSS-RSAE-SHA384:+SIGN-RSA-SHA384:"
                                      "+SIGN-ECDSA-SHA512:+SIGN-RSA-PSS-RSAE-SHA512:+SIGN-RSA-SHA512:+SIGN-EDDSA-"
                                      "ED25519:+SIGN-EDDSA-ED448:+SIGN-ECDSA-SHA1:"
                                      "+SIGN-RSA-SHA1"};

size_t setup_suites(const struct setup *setup, uint16_t suites[SUITES])
{
  if (setup->suite < SUITES) {
    suites[0] = peer_suites[setup->suite];
    return 1;
  }
  memcpy(suites, peer_suites, sizeof peer_suites);
  return SUITES;
}

struct own {
  struct tls12_engine engine;
  struct tls12_config config;
  uint16_t suites[SUITES];
  uint64_t random;
};

static struct own client, server; /* one of each at a time */
static struct tls12_credential credentials[TEST_CREDENTIALS];
static struct certificates roots;

static int random_bytes(void *context, uint8_t *out, size_t n)
{
  uint64_t *state = (uint64_t *)context;
  for (size_t i = 0; i < n; i++) out[i] = (uint8_t)next_random(state);
  return 0;
}

static void *start(const struct setup *setup)
{
  if (roots.count == 0) INSIST(test_credentials(credentials, &roots) == 0);
  struct own *own = setup->is_client ? &client : &server;
  own->random = setup->seed;
  own->config =
      (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                            .random = random_bytes,
                            .random_context = &own->random,
                            .suites = own->suites,
                            .suite_count = (unsigned)setup_suites(setup, own->suites),
                            .anchors = roots.list,
                            .anchor_count = roots.count,
                            .time = 20260101000000,
                            .server_name = setup->is_client ? "server.example" : NULL,
                            .credentials = setup->is_client ? NULL : credentials,
                            .credential_count = setup->is_client ? 0 : 2, /* RSA and ECDSA */
                            .client_certificate = setup->request_certificate ? TLS12_REQUESTED : TLS12_NOT_REQUESTED};
  (setup->is_client ? tls12_client : tls12_server)(&own->engine, &own->config);
  return own;
}

static void output(void *peer, struct octets *out)
{
  struct tls12_engine *e = &((struct own *)peer)->engine;
  for (struct tls12_bytes b = tls12_output(e); b.length > 0; b = tls12_output(e)) {
    octets_append(out, b.data, b.length);
    tls12_sent(e, b.length);
  }
}

/* What goes out is kept in front of what comes later. */
static struct octets pending[2];

static void input(void *peer, const uint8_t *bytes, size_t n)
{
  struct own *own = (struct own *)peer;
  for (size_t at = 0; at < n && tls12_status(&own->engine) < TLS12_CLOSED;) {
    const uint32_t taken = tls12_receive(&own->engine, bytes + at, (uint32_t)(n - at));
    struct octets *out = &pending[own == &client];
    const size_t before = out->length;
    output(own, out);
    INSIST(taken > 0 || out->length > before);
    at += taken;
  }
}

static void all_output(void *peer, struct octets *out)
{
  struct octets *kept = &pending[peer == &client];
  octets_append(out, kept->data, kept->length);
  kept->length = 0;
  output(peer, out);
}

static int failed(void *peer, char reason[REASON_MAX], int *alert)
{
  const struct tls12_engine *e = &((struct own *)peer)->engine;
  static const char *const causes[] = {"no failure", "", "no agreement: ", "the peer's alert", "own fault"};
  *alert = -1;
  if (tls12_status(e) == TLS12_CLOSED) {
    snprintf(reason, REASON_MAX, "closed");
    return 1;
  }
  if (tls12_status(e) != TLS12_FAILED) return 0;
  const int ruled = e->failure.cause == TLS12_PEER_VIOLATION || e->failure.cause == TLS12_NO_AGREEMENT;
  if (ruled) *alert = (int)e->failure.fault.alert;
  snprintf(reason, REASON_MAX, "%s%s", causes[e->failure.cause], ruled ? rule_text(e->failure.fault.rule)->id : "");
  return 1;
}

static void end(void *peer)
{
  pending[peer == &client].length = 0;
  tls12_forget(&((struct own *)peer)->engine);
}

const struct implementation ours = {"tls12", start, all_output, input, failed, end};
