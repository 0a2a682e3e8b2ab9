#include "message/words.h"

#include "spec/alerts.h"
#include "spec/algorithms.h"
#include "spec/handshake_types.h"

/* RFC 5246 section 6.2.1 */
const struct word content_types[] = {{TLS12_CHANGE_CIPHER_SPEC, "change_cipher_spec"},
                                     {TLS12_ALERT, "alert"},
                                     {TLS12_HANDSHAKE, "handshake"},
                                     {TLS12_APPLICATION_DATA, "application_data"},
                                     {TLS12_OTHER, "unknown"}};

/* RFC 5246 section 7.4, RFC 5077 section 3.3, RFC 6066 section 8 */
const struct word handshake_types[] = {{TLS12_HELLO_REQUEST, "hello_request"},
                                       {TLS12_CLIENT_HELLO, "client_hello"},
                                       {TLS12_SERVER_HELLO, "server_hello"},
                                       {TLS12_NEW_SESSION_TICKET, "new_session_ticket"},
                                       {TLS12_CERTIFICATE, "certificate"},
                                       {TLS12_SERVER_KEY_EXCHANGE, "server_key_exchange"},
                                       {TLS12_CERTIFICATE_REQUEST, "certificate_request"},
                                       {TLS12_SERVER_HELLO_DONE, "server_hello_done"},
                                       {TLS12_CERTIFICATE_VERIFY, "certificate_verify"},
                                       {TLS12_CLIENT_KEY_EXCHANGE, "client_key_exchange"},
                                       {TLS12_FINISHED, "finished"},
                                       {TLS12_CERTIFICATE_STATUS, "certificate_status"},
                                       {TLS12_OTHER, "unknown"}};

/* IANA's registry, which RFC 5246 section 7.4.1.4 founded */
const struct word extension_types[] = {{TLS12_SERVER_NAME, "server_name"},
                                       {TLS12_MAX_FRAGMENT_LENGTH, "max_fragment_length"},
                                       {TLS12_TRUSTED_CA_KEYS, "trusted_ca_keys"},
                                       {TLS12_TRUNCATED_HMAC, "truncated_hmac"},
                                       {TLS12_STATUS_REQUEST, "status_request"},
                                       {TLS12_SUPPORTED_GROUPS, "supported_groups"},
                                       {TLS12_EC_POINT_FORMATS, "ec_point_formats"},
                                       {TLS12_SIGNATURE_ALGORITHMS, "signature_algorithms"},
                                       {TLS12_ALPN, "application_layer_protocol_negotiation"},
                                       {TLS12_STATUS_REQUEST_V2, "status_request_v2"},
                                       {18, "signed_certificate_timestamp"}, /* RFC 6962 section 3.3.1 */
                                       {TLS12_PADDING, "padding"},
                                       {TLS12_ENCRYPT_THEN_MAC, "encrypt_then_mac"},
                                       {TLS12_EXTENDED_MASTER_SECRET, "extended_master_secret"},
                                       {TLS12_RECORD_SIZE_LIMIT, "record_size_limit"},
                                       {TLS12_SESSION_TICKET, "session_ticket"},
                                       {TLS12_RENEGOTIATION_INFO, "renegotiation_info"},
                                       {TLS12_OTHER, 0}};

/* RFC 5246 section 7.2, with the alerts that spec/alerts.h names the sources of */
const struct word alert_levels[] = {{TLS12_WARNING, "warning"}, {TLS12_FATAL, "fatal"}, {TLS12_OTHER, "unknown"}};

const struct word alert_descriptions[] = {{TLS12_CLOSE_NOTIFY, "close_notify"},
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
                                          {TLS12_NO_APPLICATION_PROTOCOL, "no_application_protocol"},
                                          {TLS12_OTHER, "unknown"}};

const struct word protocol_versions[] = {
    {0x0300, "SSL 3.0"}, {0x0301, "TLS 1.0"}, {0x0302, "TLS 1.1"}, {0x0303, "TLS 1.2"}, {TLS12_OTHER, 0}};

const struct word cipher_suites[] = {
#define SUITE(value, name, ...) {value, name},
#include "suite_table.inc"
    {TLS12_OTHER, 0}};

/* RFC 8422 section 5.1.1, RFC 7919 section 2; the first three of RFC 4492 */
const struct word named_groups[] = {{19, "secp192r1"},
                                    {21, "secp224r1"},
                                    {22, "secp256k1"},
                                    {TLS12_SECP256R1, "secp256r1"},
                                    {TLS12_SECP384R1, "secp384r1"},
                                    {TLS12_SECP521R1, "secp521r1"},
                                    {TLS12_X25519, "x25519"},
                                    {TLS12_X448, "x448"},
                                    {TLS12_FFDHE2048, "ffdhe2048"},
                                    {TLS12_FFDHE3072, "ffdhe3072"},
                                    {TLS12_FFDHE4096, "ffdhe4096"},
                                    {TLS12_FFDHE6144, "ffdhe6144"},
                                    {TLS12_FFDHE8192, "ffdhe8192"},
                                    {TLS12_OTHER, 0}};

/* RFC 5246 section 7.4.1.4.1 */
const struct word hash_algorithms[] = {
    {TLS12_HASH_NONE, "none"}, {TLS12_MD5, "md5"},       {TLS12_SHA1, "sha1"},     {TLS12_SHA224, "sha224"},
    {TLS12_SHA256, "sha256"},  {TLS12_SHA384, "sha384"}, {TLS12_SHA512, "sha512"}, {TLS12_INTRINSIC, "intrinsic"},
    {TLS12_OTHER, 0}};

const struct word signature_algorithms[] = {
    {TLS12_ANONYMOUS, "anonymous"}, {TLS12_RSA, "rsa"},     {TLS12_DSA, "dsa"}, {TLS12_ECDSA, "ecdsa"},
    {TLS12_ED25519, "ed25519"},     {TLS12_ED448, "ed448"}, {TLS12_OTHER, 0}};

/* RFC 6066 section 6 */
const struct word identifier_types[] = {
    {0, "pre_agreed"}, {1, "key_sha1_hash"}, {2, "x509_name"}, {3, "cert_sha1_hash"}, {TLS12_OTHER, 0}};

const struct word no_words[] = {{TLS12_OTHER, 0}};
