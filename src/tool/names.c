#include "tool/names.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* The parts that OpenSSL writes in its own way, in the order in which they stand in IANA's names. */
static const struct {
  const char *iana, *openssl;
} parts[] = {{"TLS_", ""},
             {"DH_anon", "ADH"},
             {"ECDH_anon", "AECDH"},
             {"_WITH_", "-"},
             {"3DES_EDE_CBC", "DES-CBC3"},
             {"AES_128_CBC", "AES128"},
             {"AES_256_CBC", "AES256"},
             {"AES_128_GCM", "AES128-GCM"},
             {"AES_256_GCM", "AES256-GCM"},
             {"CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305"},
             {"_", "-"}};

void openssl_suite_name(const struct tls12_suite *suite, char *out, size_t room)
{
  const char *from = suite->name;
  size_t length = 0;
  while (*from != 0 && length + 1 < room) {
    const char *piece = NULL;
    size_t used = 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && piece == NULL; i++)
      if (strncmp(from, parts[i].iana, strlen(parts[i].iana)) == 0) {
        piece = parts[i].openssl;
        used = strlen(parts[i].iana);
      }
    /* RSA key exchange has no name of its own there. */
    if (piece == NULL && strncmp(from, "RSA_WITH_", 9) == 0 && from == suite->name + 4) {
      piece = "";
      used = 9;
    }
    if (piece == NULL) {
      out[length++] = *from++;
      continue;
    }
    for (; *piece != 0 && length + 1 < room; piece++) out[length++] = *piece;
    from += used;
  }
  out[length] = 0;
}

const struct tls12_suite *suite_by_name(const char *name)
{
  for (unsigned i = 0; i < tls12_suite_count; i++) {
    char openssl[80];
    openssl_suite_name(&tls12_suites[i], openssl, sizeof openssl);
    if (strcasecmp(name, tls12_suites[i].name) == 0 || strcasecmp(name, openssl) == 0) return &tls12_suites[i];
  }
  return NULL;
}

enum tls12_key_exchange key_exchange_by_name(const char *name)
{
  for (int kx = TLS12_KX_RSA; kx <= TLS12_KX_RSA_PSK; kx++)
    if (strcasecmp(name, tls12_key_exchange_name((enum tls12_key_exchange)kx)) == 0) return (enum tls12_key_exchange)kx;
  return TLS12_KX_NULL;
}

static const struct word *row_of(const struct word *words, uint32_t value)
{
  while (words->value != value && words->value != TLS12_OTHER) words++;
  return words;
}

const char *word(const struct word *words, uint32_t value)
{
  return row_of(words, value)->name;
}

int has_word(const struct word *words, uint32_t value)
{
  return row_of(words, value)->value != TLS12_OTHER;
}

int word_value(const struct word *words, const char *name)
{
  while (words->value != TLS12_OTHER && strcmp(words->name, name) != 0) words++;
  return words->value == TLS12_OTHER ? -1 : (int)words->value;
}

const char *alert_name(int alert)
{
  return word(alert_descriptions, (uint32_t)alert);
}

void message_name(int handshake_type, char out[MESSAGE_NAME_MAX])
{
  const char *from = word(handshake_types, (uint32_t)handshake_type);
  size_t length = 0;
  for (size_t i = 0; from[i] != 0 && length + 1 < MESSAGE_NAME_MAX; i++)
    if (from[i] != '_')
      out[length++] = (char)(i == 0 || from[i - 1] == '_' ? toupper((unsigned char)from[i]) : from[i]);
  out[length] = 0;
}
