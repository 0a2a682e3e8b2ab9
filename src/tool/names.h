/* Names that a person types or reads: suites, key exchanges, alerts, messages. */
#ifndef TLS12_TOOL_NAMES_H
#define TLS12_TOOL_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "handshake/suite.h"
#include "message/words.h"

/* The suite with this name, IANA's or OpenSSL's, in any case of letters; NULL if there is none. */
const struct tls12_suite *suite_by_name(const char *name);

/* OpenSSL's name of a suite, made of IANA's: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 is ECDHE-RSA-AES128-GCM-SHA256. */
void openssl_suite_name(const struct tls12_suite *suite, char *out, size_t room);

/* "RSA", "DHE_RSA", ...: the key exchange, or TLS12_KX_NULL. */
enum tls12_key_exchange key_exchange_by_name(const char *name);

/* The name of a number in one of the lists of message/words.h; what the list has for others, which may be NULL. */
const char *word(const struct word *words, uint32_t value);

int has_word(const struct word *words, uint32_t value);

/* The number for a name of the list; -1 for another. */
int word_value(const struct word *words, const char *name);

/* "decode_error" and so on; "unknown" for a number that is none. */
const char *alert_name(int alert);

/* "ClientHello" for client_hello, and so on; "Unknown" for a number that is none. */
#define MESSAGE_NAME_MAX 32
void message_name(int handshake_type, char out[MESSAGE_NAME_MAX]);

#endif
