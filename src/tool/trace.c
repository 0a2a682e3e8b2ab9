#include "tool/trace.h"

#include <stdio.h>
#include <string.h>

#include "crypto/wipe.h"
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

static char *put_hex(char *at, const uint8_t *bytes, size_t n)
{
  static const char digits[] = "0123456789abcdef";
  for (size_t i = 0; i < n; i++) {
    *at++ = digits[bytes[i] >> 4];
    *at++ = digits[bytes[i] & 15];
  }
  return at;
}

/* The line goes out at once and whole, and no copy of it stays: the files have no buffer. */
static void line(FILE *to, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  char text[] = "CLIENT_RANDOM 0000000000000000000000000000000000000000000000000000000000000000 "
                "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000\n";
  put_hex(put_hex(text + strlen("CLIENT_RANDOM "), client_random, 32) + 1, master_secret, 48);
  fwrite(text, 1, sizeof text - 1, to);
  tls12_wipe(text, sizeof text);
}

void trace_key_log(void *context, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  const struct settings *settings = context;
  if (settings->key_log != NULL) line(settings->key_log, client_random, master_secret);
  if (settings->trace_secrets) line(stderr, client_random, master_secret);
}
