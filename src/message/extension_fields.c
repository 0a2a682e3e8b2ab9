#include "message/rows.h"
#include "spec/handshake_types.h"

const struct field extension_fields[] = {NUMBER(2, "extension_type", extension_types, R5246_7_4_1_4_01),
                                         EXTENSION(2, "extension_data", R5246_7_4_1_4_01), END};

/* RFC 6066 */
static const struct field server_name[] = {NUMBER(1, "name_type", 0, R6066_3_01), TEXT(2, "host_name", R6066_3_01),
                                           END};
static const struct field server_name_list[] = {LIST(2, "server_name_list", server_name, R6066_3_01), END};

static const struct field max_fragment_length[] = {NUMBER(1, "max_fragment_length", 0, R6066_4_01), END};

static const struct field key_sha1_hash[] = {OPAQUE(20, "key_sha1_hash", R6066_6_01), END};
static const struct field x509_name[] = {VECTOR(2, "x509_name", R6066_6_01), END};
static const struct field cert_sha1_hash[] = {OPAQUE(20, "cert_sha1_hash", R6066_6_01), END};
static const struct variant identifiers[] = {
    {0, no_fields}, {1, key_sha1_hash}, {2, x509_name}, {3, cert_sha1_hash}, {TLS12_OTHER, 0}};
static const struct field trusted_authority[] = {NUMBER(1, "identifier_type", identifier_types, R6066_6_01),
                                                 SELECT(identifiers), END};
static const struct field trusted_authorities[] = {LIST(2, "trusted_authorities_list", trusted_authority, R6066_6_01),
                                                   END};

static const struct field responder_id[] = {VECTOR(2, "responder_id", R6066_8_01), END};
static const struct field status_request[] = {NUMBER(1, "status_type", 0, R6066_8_01),
                                              LIST(2, "responder_id_list", responder_id, R6066_8_01),
                                              VECTOR(2, "request_extensions", R6066_8_01), END};

/* RFC 8422 sections 5.1.1 and 5.1.2 */
static const struct field named_group[] = {NUMBER(2, "group", named_groups, R8422_5_1_1_02), END};
static const struct field supported_groups[] = {LIST(2, "named_group_list", named_group, R8422_5_1_1_01), END};

static const struct field point_format[] = {NUMBER(1, "value", 0, R8422_5_1_2_01), END};
static const struct field point_formats[] = {LIST(1, "ec_point_format_list", point_format, R8422_5_1_2_01), END};

/* RFC 5246 section 7.4.1.4.1 */
static const struct field pair[] = {NUMBER(1, "hash", hash_algorithms, R5246_7_4_1_4_1_01),
                                    NUMBER(1, "signature", signature_algorithms, R5246_7_4_1_4_1_01), END};
static const struct field pairs[] = {LIST(2, "supported_signature_algorithms", pair, R5246_7_4_1_4_1_01), END};

/* RFC 7301 section 3.1 */
static const struct field protocol_name[] = {TEXT(1, "protocol_name", R7301_3_1_01), END};
static const struct field protocol_names[] = {LIST(2, "protocol_name_list", protocol_name, R7301_3_1_01), END};

/* RFC 6961 section 2.2 */
static const struct field status_request_item[] = {NUMBER(1, "status_type", 0, R6961_2_2_01),
                                                   VECTOR(2, "request", R6961_2_2_01), END};
static const struct field status_requests[] = {
    LIST(2, "certificate_status_req_list", status_request_item, R6961_2_2_01), END};

/* RFC 7685, RFC 5077 section 3.2: all of the body */
static const struct field padding[] = {REST("data", R7685_3_01), END};
static const struct field ticket[] = {REST("data", R5077_3_2_01), END};

/* RFC 8449 section 4, RFC 5746 section 3.2 */
static const struct field record_size_limit[] = {NUMBER(2, "record_size_limit", 0, R8449_4_01), END};
static const struct field renegotiation_info[] = {VECTOR(1, "renegotiated_connection", R5746_3_2_01), END};

static const struct field not_known[] = {REST("data", R5246_7_4_1_4_01), END};

const struct extension_row extension_table[] = {
    {TLS12_SERVER_NAME, R6066_3_01, server_name_list, no_fields},
    {TLS12_MAX_FRAGMENT_LENGTH, R6066_4_01, max_fragment_length, max_fragment_length},
    {TLS12_TRUSTED_CA_KEYS, R6066_6_01, trusted_authorities, no_fields},
    {TLS12_TRUNCATED_HMAC, R6066_7_01, no_fields, no_fields},
    {TLS12_STATUS_REQUEST, R6066_8_01, status_request, no_fields},
    {TLS12_SUPPORTED_GROUPS, R8422_5_1_1_01, supported_groups, supported_groups},
    {TLS12_EC_POINT_FORMATS, R8422_5_1_2_01, point_formats, point_formats},
    {TLS12_SIGNATURE_ALGORITHMS, R5246_7_4_1_4_1_01, pairs, pairs},
    {TLS12_ALPN, R7301_3_1_01, protocol_names, protocol_names},
    {TLS12_STATUS_REQUEST_V2, R6961_2_2_01, status_requests, no_fields},
    {TLS12_PADDING, R7685_3_01, padding, padding},
    {TLS12_ENCRYPT_THEN_MAC, R7366_2_01, no_fields, no_fields},
    {TLS12_EXTENDED_MASTER_SECRET, R7627_5_1_01, no_fields, no_fields},
    {TLS12_RECORD_SIZE_LIMIT, R8449_4_01, record_size_limit, record_size_limit},
    {TLS12_SESSION_TICKET, R5077_3_2_01, ticket, no_fields},
    {TLS12_RENEGOTIATION_INFO, R5746_3_2_01, renegotiation_info, renegotiation_info},
    {TLS12_OTHER, R5246_7_4_1_4_01, not_known, not_known}};
