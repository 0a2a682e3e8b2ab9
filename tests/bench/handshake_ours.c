#include <stdlib.h>

#include "handshake.h"
#include "handshake/engine.h"
#include "tool/connection.h"

struct ours {
  struct tls12_credential credential;
  struct tls12_config client, server;
};

static struct tls12_engine client, server;

size_t ours_size(void)
{
  return sizeof client + sizeof server;
}

struct ours *ours_prepare(const struct bench_suite *suite, const struct bench_chain *chain)
{
  struct ours *ours = calloc(1, sizeof *ours);
  if (ours == NULL ||
      private_key_parse(chain->key.data, chain->key.length, &ours->credential.key) != TLS12_PRIVATE_KEY_OK)
    return NULL;
  ours->credential.chain = chain->certificates;
  ours->credential.chain_length = 2;
  ours->client = ours->server = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                                      .random = system_random,
                                                      .suites = &suite->value,
                                                      .suite_count = 1,
                                                      .time = BENCH_DATE};
  ours->client.server_name = BENCH_NAME;
  ours->client.anchors = &chain->root;
  ours->client.anchor_count = 1;
  ours->server.credentials = &ours->credential;
  ours->server.credential_count = 1;
  return ours;
}

/* Moves what one has to say to the other. */
static uint64_t move(struct tls12_engine *from, struct tls12_engine *to)
{
  const struct tls12_bytes output = tls12_output(from);
  for (uint32_t at = 0, taken = 1; at < output.length && taken > 0; at += taken)
    taken = tls12_receive(to, output.data + at, output.length - at);
  tls12_sent(from, output.length);
  return output.length;
}

uint64_t ours_handshake(void *context, unsigned count)
{
  const struct ours *ours = context;
  uint64_t sum = 0;
  while (count-- > 0) {
    uint64_t moved, all = 0;
    tls12_client(&client, &ours->client);
    tls12_server(&server, &ours->server);
    do {
      moved = move(&client, &server);
      moved += move(&server, &client);
      all += moved;
    } while (moved > 0);
    const int good = tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED;
    tls12_forget(&client);
    tls12_forget(&server);
    if (!good) return 0;
    sum += all;
  }
  return sum;
}
