#include "handshake/callbacks.h"

#include <stddef.h>

void engine_observe(const struct tls12_config *config, int from_client, int content_type, const uint8_t *data,
                    uint32_t n)
{
  if (config->observe != NULL)
    config->observe(config->context,
                    &(struct tls12_observation){from_client, content_type, (struct tls12_bytes){data, n}});
}

void engine_key_log(const struct tls12_config *config, const uint8_t *client_random, const uint8_t *master_secret)
{
  if (config->key_log != NULL) config->key_log(config->context, client_random, master_secret);
}
