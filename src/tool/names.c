#include "tool/names.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "spec/alerts.h"
#include "spec/handshake_types.h"

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

struct named {
  int value;
  const char *name;
};

static const char *find(const struct named *names, size_t count, int value)
{
  for (size_t i = 0; i < count; i++)
    if (names[i].value == value) return names[i].name;
  return "unknown";
}

const char *alert_name(int alert)
{
  static const struct named names[] = {{TLS12_CLOSE_NOTIFY, "close_notify"},
                                       {TLS12_UNEXPECTED_MESSAGE, "unexpected_message"},
                                       {TLS12_BAD_RECORD_MAC, "bad_record_mac"},
                                       {TLS12_DECRYPTION_FAILED_RESERVED, "decryption_failed_RESERVED"},
                                       {TLS12_RECORD_OVERFLOW, "record_overflow"},
                                       {TLS12_DECOMPRESSION_FAILURE, "decompression_failure"},
                                       {TLS12_HANDSHAKE_FAILURE, "handshake_failure"},
                                       {TLS12_NO_CERTIFICATE_RESERVED, "no_certificate_RESERVED"},
                                       {TLS12_BAD_CERTIFICATE, "bad_certificate"},
                                       {TLS12_UNSUPPORTED_CERTIFICATE, "unsupported_certificate"},
                                       {TLS12_CERTIFICATE_REVOKED, "certificate_revoked"},
                                       {TLS12_CERTIFICATE_EXPIRED, "certificate_expired"},
                                       {TLS12_CERTIFICATE_UNKNOWN, "certificate_unknown"},
                                       {TLS12_ILLEGAL_PARAMETER, "illegal_parameter"},
                                       {TLS12_UNKNOWN_CA, "unknown_ca"},
                                       {TLS12_ACCESS_DENIED, "access_denied"},
                                       {TLS12_DECODE_ERROR, "decode_error"},
                                       {TLS12_DECRYPT_ERROR, "decrypt_error"},
                                       {TLS12_EXPORT_RESTRICTION_RESERVED, "export_restriction_RESERVED"},
                                       {TLS12_PROTOCOL_VERSION, "protocol_version"},
                                       {TLS12_INSUFFICIENT_SECURITY, "insufficient_security"},
                                       {TLS12_INTERNAL_ERROR, "internal_error"},
                                       {TLS12_INAPPROPRIATE_FALLBACK, "inappropriate_fallback"},
                                       {TLS12_USER_CANCELED, "user_canceled"},
                                       {TLS12_NO_RENEGOTIATION, "no_renegotiation"},
                                       {TLS12_UNSUPPORTED_EXTENSION, "unsupported_extension"},
                                       {TLS12_CERTIFICATE_UNOBTAINABLE, "certificate_unobtainable"},
                                       {TLS12_UNRECOGNIZED_NAME, "unrecognized_name"},
                                       {TLS12_BAD_CERTIFICATE_STATUS_RESPONSE, "bad_certificate_status_response"},
                                       {TLS12_BAD_CERTIFICATE_HASH_VALUE, "bad_certificate_hash_value"},
                                       {TLS12_UNKNOWN_PSK_IDENTITY, "unknown_psk_identity"},
                                       {TLS12_NO_APPLICATION_PROTOCOL, "no_application_protocol"}};
  return find(names, sizeof names / sizeof names[0], alert);
}

const char *message_name(int handshake_type)
{
  static const struct named names[] = {{TLS12_HELLO_REQUEST, "HelloRequest"},
                                       {TLS12_CLIENT_HELLO, "ClientHello"},
                                       {TLS12_SERVER_HELLO, "ServerHello"},
                                       {TLS12_NEW_SESSION_TICKET, "NewSessionTicket"},
                                       {TLS12_CERTIFICATE, "Certificate"},
                                       {TLS12_SERVER_KEY_EXCHANGE, "ServerKeyExchange"},
                                       {TLS12_CERTIFICATE_REQUEST, "CertificateRequest"},
                                       {TLS12_SERVER_HELLO_DONE, "ServerHelloDone"},
                                       {TLS12_CERTIFICATE_VERIFY, "CertificateVerify"},
                                       {TLS12_CLIENT_KEY_EXCHANGE, "ClientKeyExchange"},
                                       {TLS12_FINISHED, "Finished"},
                                       {TLS12_CERTIFICATE_STATUS, "CertificateStatus"}};
  return find(names, sizeof names / sizeof names[0], handshake_type);
}
