#include "tool/trace.h"

#include <stdio.h>

#include "spec/handshake_types.h"
#include "tool/names.h"
#include "tool/settings.h"

void observation_text(const struct tls12_observation *observation, char *out, size_t room)
{
  const uint8_t *content = observation->content.data;
  const uint32_t n = observation->content.length;
  if (observation->content_type == TLS12_HANDSHAKE) {
    char name[MESSAGE_NAME_MAX];
    message_name(content[0], name);
    snprintf(out, room, "%s", name);
  } else if (observation->content_type == TLS12_CHANGE_CIPHER_SPEC) {
    snprintf(out, room, "ChangeCipherSpec");
  } else if (n == 2) {
    snprintf(out, room, "Alert %s %s", word(alert_levels, content[0]), alert_name(content[1]));
  } else {
    snprintf(out, room, "Alert");
  }
}

void trace_observation(void *context, const struct tls12_observation *observation)
{
  char text[80];
  (void)context;
  observation_text(observation, text, sizeof text);
  fprintf(stderr, "%s %s, %u bytes\n", observation->from_client ? "client -> server:" : "server -> client:", text,
          observation->content.length);
}

static void line(FILE *to, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  fputs("CLIENT_RANDOM ", to);
  for (int i = 0; i < 32; i++) fprintf(to, "%02x", client_random[i]);
  fputc(' ', to);
  for (int i = 0; i < 48; i++) fprintf(to, "%02x", master_secret[i]);
  fputc('\n', to);
  fflush(to);
}

void trace_key_log(void *context, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  const struct settings *settings = context;
  if (settings->key_log != NULL) line(settings->key_log, client_random, master_secret);
  if (settings->trace_secrets) line(stderr, client_random, master_secret);
}
