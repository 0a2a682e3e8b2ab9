#include "tests/fuzz/harness/conversation.h"

#include "record/header.h"
#include "tests/fuzz/harness/harness.h"
#include "tool/credentials.h"

/* RSA with GCM and with CBC, DHE_RSA with CBC and with ChaCha20, ECDHE_ECDSA with GCM and with CBC, ECDHE_RSA likewise; then DHE_DSS,
 * DH_RSA, ECDH_ECDSA, DH_anon, ECDH_anon with 3DES, PSK with NULL, DHE_PSK, ECDHE_PSK and RSA_PSK. */
const uint16_t conversation_suites[CONVERSATION_SUITES] = {0x009C, 0x003C, 0x0033, 0xCCAA, 0xC02B, 0xC024,
                                                           0xC030, 0xC013, 0x00A2, 0x00A0, 0xC02D, 0x00A6,
                                                           0xC017, 0x00B0, 0x00AA, 0xC037, 0x00AC};

static struct tls12_credential credentials[TEST_CREDENTIALS], client_credentials[TEST_CLIENT_CREDENTIALS];
static struct certificates roots;

/* Marsaglia's xorshift. */
static int next_bytes(void *context, uint8_t *out, size_t n)
{
  uint64_t *state = (uint64_t *)context;
  for (size_t i = 0; i < n; i++) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    out[i] = (uint8_t)(*state >> 32);
  }
  return 0;
}

static void prepare_side(struct side *side, const uint16_t *suite, uint64_t seed)
{
  side->engine = malloc(sizeof *side->engine);
  INSIST(side->engine != NULL);
  side->random = seed;
  /* the policy modern for two suites that it allows */
  const int modern = *suite == 0xC02B || *suite == 0xC030;
  side->config = (struct tls12_config){.policy = modern ? TLS12_POLICY_MODERN : TLS12_POLICY_REFERENCE,
                                       .random = next_bytes,
                                       .random_context = &side->random,
                                       .suites = suite,
                                       .suite_count = 1,
                                       .anchors = roots.list,
                                       .anchor_count = roots.count,
                                       .psks = &test_psk,
                                       .psk_count = 1,
                                       .time = 20260101000000};
}

void conversation_prepare(struct conversation *c, uint16_t suite)
{
  if (roots.count == 0)
    INSIST(test_credentials(credentials, &roots) == 0 && test_client_credentials(client_credentials) == 0);
  c->suite = suite;
  prepare_side(&c->client, &c->suite, 0x9E3779B97F4A7C15u ^ suite);
  prepare_side(&c->server, &c->suite, 0xD1B54A32D192ED03u ^ suite);
  c->client.config.server_name = "server.example";
  /* where the server asks for a certificate, a fixed one under DH_RSA and ECDH_ECDSA, else one that signs */
  c->server.config.client_certificate =
      suite == 0xC030 || suite == 0x00A0 || suite == 0xC02D ? TLS12_REQUIRED : TLS12_REQUESTED;
  c->server.config.psk_hint = test_psk.identity;
  c->client.config.credentials = &client_credentials[suite == 0x00A0 ? 4 : suite == 0xC02D ? 5 : 0];
  c->client.config.credential_count = suite == 0xC030 || suite == 0x00A0 || suite == 0xC02D ? 1 : 0;
  c->server.config.credentials = credentials;
  c->server.config.credential_count = TEST_CREDENTIALS;
}

void conversation_run(struct conversation *c,
                      void (*delivered)(void *context, int from_client, struct tls12_bytes record), void *context)
{
  struct tls12_engine *client = c->client.engine, *server = c->server.engine;
  tls12_client(client, &c->client.config);
  tls12_server(server, &c->server.config);
  delivered(context, 0, (struct tls12_bytes){NULL, 0});
  for (;;) {
    const int from_client = tls12_output(client).length > 0;
    struct tls12_engine *from = from_client ? client : server, *to = from_client ? server : client;
    const struct tls12_bytes output = tls12_output(from);
    if (output.length == 0) break;
    const struct tls12_bytes record = {output.data, 5u + 256u * output.data[3] + output.data[4]};
    INSIST(record.length <= output.length);
    INSIST(tls12_receive(to, record.data, record.length) == record.length);
    delivered(context, from_client, record);
    tls12_sent(from, record.length);
  }
  INSIST(tls12_status(client) == TLS12_CONNECTED && tls12_status(server) == TLS12_CONNECTED);
}
