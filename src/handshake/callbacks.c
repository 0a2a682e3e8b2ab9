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

int engine_certificate_status(const struct tls12_config *config, struct tls12_bytes ocsp_response)
{
  return config->certificate_status == NULL || config->certificate_status(config->context, ocsp_response) == 0;
}

void engine_keep_session(const struct tls12_config *config, const struct tls12_session *session,
                         struct tls12_bytes ticket)
{
  if (config->keep_session != NULL) config->keep_session(config->sessions, session, ticket);
}

int engine_find_session(const struct tls12_config *config, struct tls12_bytes id, struct tls12_session *session)
{
  return config->find_session != NULL && config->find_session(config->sessions, id, session) == 1 &&
         session->id_length <= TLS12_SESSION_ID_MAX && session->suite <= 65535 &&
         session->extended_master_secret <= 1 && session->client_authenticated <= 1 &&
         session->server_name_length <= TLS12_SESSION_NAME_MAX;
}

void engine_drop_session(const struct tls12_config *config, const uint8_t *id, uint32_t id_length)
{
  if (config->drop_session != NULL && id_length > 0)
    config->drop_session(config->sessions, (struct tls12_bytes){id, id_length});
}
