#include "message/rows.h"
#include "spec/curve_types.h"
#include "spec/explicit_field.h"
#include "spec/handshake_types.h"

const struct field no_fields[] = {END};

/* --- Headers and alerts, RFC 5246 sections 6.2.1, 7.2 and 7.4 --- */

const struct field record_header_fields[] = {NUMBER(1, "type", content_types, R5246_6_02),
                                             NUMBER(2, "version", no_words, R5246_6_2_1_05),
                                             NUMBER(2, "length", 0, R5246_6_2_1_01), END};
const struct field handshake_header_fields[] = {NUMBER(1, "msg_type", handshake_types, R5246_7_4_05),
                                                NUMBER(3, "length", 0, R5246_7_4_01), END};
const struct field alert_fields[] = {NUMBER(1, "level", alert_levels, R5246_7_2_01),
                                     NUMBER(1, "description", alert_descriptions, R5246_7_2_01), END};

/* --- Hellos and NewSessionTicket, RFC 5246 sections 7.4.1.2 and 7.4.1.3, RFC 5077 section 3.3 --- */

static const struct field cipher_suite[] = {NUMBER(2, "cipher_suite", cipher_suites, R5246_7_4_1_2_05), END};
static const struct field compression_method[] = {NUMBER(1, "value", 0, R5246_7_4_1_2_06), END};

static const struct field client_extensions[] = {LIST(2, "extensions", extension_fields, R5246_7_4_1_2_16), END};
static const struct field client_hello[] = {NUMBER(2, "client_version", protocol_versions, R5246_7_4_1_2_11),
                                            OPAQUE(32, "random", R5246_7_4_1_2_02),
                                            VECTOR(1, "session_id", R5246_7_4_1_2_04),
                                            LIST(2, "cipher_suites", cipher_suite, R5246_7_4_1_2_05),
                                            LIST(1, "compression_methods", compression_method, R5246_7_4_1_2_06),
                                            OPTIONAL(client_extensions),
                                            END};

static const struct field server_extensions[] = {LIST(2, "extensions", extension_fields, R5246_7_4_1_3_10), END};
static const struct field server_hello[] = {NUMBER(2, "server_version", protocol_versions, R5246_7_4_1_3_01),
                                            OPAQUE(32, "random", R5246_7_4_1_2_02),
                                            VECTOR(1, "session_id", R5246_7_4_1_3_03),
                                            NUMBER(2, "cipher_suite", cipher_suites, R5246_7_4_1_3_08),
                                            NUMBER(1, "compression_method", 0, R5246_7_4_1_3_09),
                                            OPTIONAL(server_extensions),
                                            END};

static const struct field new_session_ticket[] = {NUMBER(4, "ticket_lifetime_hint", 0, R5077_3_3_07),
                                                  VECTOR(2, "ticket", R5077_3_3_07), END};

/* --- Certificates and signatures, RFC 5246 sections 4.7, 7.4.2, 7.4.4 and 7.4.9, RFC 6066 section 8 --- */

static const struct field asn1_cert[] = {VECTOR(3, "certificate", R5246_7_4_2_05), END};
static const struct field certificate[] = {LIST(3, "certificate_list", asn1_cert, R5246_7_4_2_05), END};

static const struct field certificate_type[] = {NUMBER(1, "value", 0, R5246_7_4_4_03), END};
static const struct field acceptable_pair[] = {NUMBER(1, "hash", hash_algorithms, R5246_7_4_4_04),
                                               NUMBER(1, "signature", signature_algorithms, R5246_7_4_4_04), END};
static const struct field distinguished_name[] = {VECTOR(2, "distinguished_name", R5246_7_4_4_05), END};
static const struct field certificate_request[] = {
    LIST(1, "certificate_types", certificate_type, R5246_7_4_4_03),
    LIST(2, "supported_signature_algorithms", acceptable_pair, R5246_7_4_4_04),
    LIST(2, "certificate_authorities", distinguished_name, R5246_7_4_4_05), END};

static const struct field digitally_signed[] = {NUMBER(1, "hash", hash_algorithms, R5246_4_7_01),
                                                NUMBER(1, "signature_algorithm", signature_algorithms, R5246_4_7_01),
                                                VECTOR(2, "signature", R5246_4_7_01), END};

static const struct field certificate_status[] = {NUMBER(1, "status_type", 0, R6066_8_06),
                                                  VECTOR(3, "response", R6066_8_06), END};

static const struct field finished[] = {OPAQUE(12, "verify_data", R5246_7_4_9_06), END};

/* --- ServerKeyExchange, RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC 4279, RFC 5489 --- */

static const struct field dh_params[] = {VECTOR(2, "dh_p", R5246_7_4_3_05), VECTOR(2, "dh_g", R5246_7_4_3_05),
                                         VECTOR(2, "dh_Ys", R5246_7_4_3_05), END};

/* explicit curves, RFC 4492 section 5.4 */
#define CURVE(rule)                                                                                                    \
  VECTOR(1, "a", rule), VECTOR(1, "b", rule), VECTOR(1, "base", rule), VECTOR(1, "order", rule),                       \
      VECTOR(1, "cofactor", rule), VECTOR(1, "public", R8422_5_4_03)
static const struct field explicit_prime[] = {VECTOR(1, "prime_p", R4492_5_4_01), CURVE(R4492_5_4_01), END};
static const struct field trinomial[] = {VECTOR(1, "k", R4492_5_4_02), END};
static const struct field pentanomial[] = {VECTOR(1, "k1", R4492_5_4_02), VECTOR(1, "k2", R4492_5_4_02),
                                           VECTOR(1, "k3", R4492_5_4_02), END};
static const struct variant bases[] = {
    {TLS12_TRINOMIAL, trinomial}, {TLS12_PENTANOMIAL, pentanomial}, {TLS12_OTHER, 0}};
static const struct field explicit_char2[] = {NUMBER(2, "m", 0, R4492_5_4_02), NUMBER(1, "basis", 0, R4492_5_4_02),
                                              SELECT(bases), CURVE(R4492_5_4_02), END};
static const struct field named_curve[] = {NUMBER(2, "namedcurve", named_groups, R8422_5_4_03),
                                           VECTOR(1, "public", R8422_5_4_03), END};
static const struct variant curve_types[] = {{TLS12_EXPLICIT_PRIME, explicit_prime},
                                             {TLS12_EXPLICIT_CHAR2, explicit_char2},
                                             {TLS12_NAMED_CURVE, named_curve},
                                             {TLS12_OTHER, 0}};
static const struct field ecdh_params[] = {NUMBER(1, "curve_type", 0, R8422_5_4_02), SELECT(curve_types), END};

static const struct field psk_hint[] = {TEXT(2, "psk_identity_hint", R4279_2_02), END};

static const struct field signed_dh_params[] = {PART(dh_params), PART(digitally_signed), END};
static const struct field signed_ecdh_params[] = {PART(ecdh_params), PART(digitally_signed), END};
static const struct field psk_hint_dh_params[] = {PART(psk_hint), PART(dh_params), END};
static const struct field psk_hint_ecdh_params[] = {PART(psk_hint), PART(ecdh_params), END};

/* --- ClientKeyExchange, RFC 5246 section 7.4.7, RFC 8422 section 5.7, RFC 4279, RFC 5489 --- */

static const struct field rsa_secret[] = {VECTOR(2, "encrypted_pre_master_secret", R5246_4_7_07), END};
static const struct field dh_public[] = {VECTOR(2, "dh_Yc", R5246_7_4_7_2_01), END};
static const struct field ecdh_public[] = {VECTOR(1, "ecdh_Yc", R8422_5_7_01), END};
static const struct field psk_identity[] = {TEXT(2, "psk_identity", R4279_2_03), END};
static const struct field psk_identity_rsa_secret[] = {PART(psk_identity), PART(rsa_secret), END};
static const struct field psk_identity_dh_public[] = {PART(psk_identity), PART(dh_public), END};
static const struct field psk_identity_ecdh_public[] = {PART(psk_identity), PART(ecdh_public), END};

static const struct field not_known[] = {REST("data", R5246_7_4_01), END};

const struct message_row message_table[] = {{TLS12_HELLO_REQUEST, TLS12_KX_NULL, no_fields},
                                            {TLS12_CLIENT_HELLO, TLS12_KX_NULL, client_hello},
                                            {TLS12_SERVER_HELLO, TLS12_KX_NULL, server_hello},
                                            {TLS12_NEW_SESSION_TICKET, TLS12_KX_NULL, new_session_ticket},
                                            {TLS12_CERTIFICATE, TLS12_KX_NULL, certificate},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DHE_DSS, signed_dh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DHE_RSA, signed_dh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DH_ANON, dh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDHE_ECDSA, signed_ecdh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDHE_RSA, signed_ecdh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDH_ANON, ecdh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_PSK, psk_hint},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_RSA_PSK, psk_hint},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_DHE_PSK, psk_hint_dh_params},
                                            {TLS12_SERVER_KEY_EXCHANGE, TLS12_KX_ECDHE_PSK, psk_hint_ecdh_params},
                                            {TLS12_CERTIFICATE_REQUEST, TLS12_KX_NULL, certificate_request},
                                            {TLS12_SERVER_HELLO_DONE, TLS12_KX_NULL, no_fields},
                                            {TLS12_CERTIFICATE_VERIFY, TLS12_KX_NULL, digitally_signed},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_RSA, rsa_secret},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DH_DSS, dh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DH_RSA, dh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DHE_DSS, dh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DHE_RSA, dh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DH_ANON, dh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDH_ECDSA, ecdh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDH_RSA, ecdh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDHE_ECDSA, ecdh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDHE_RSA, ecdh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDH_ANON, ecdh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_PSK, psk_identity},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_RSA_PSK, psk_identity_rsa_secret},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_DHE_PSK, psk_identity_dh_public},
                                            {TLS12_CLIENT_KEY_EXCHANGE, TLS12_KX_ECDHE_PSK, psk_identity_ecdh_public},
                                            {TLS12_FINISHED, TLS12_KX_NULL, finished},
                                            {TLS12_CERTIFICATE_STATUS, TLS12_KX_NULL, certificate_status},
                                            {TLS12_OTHER, TLS12_KX_NULL, not_known}};
