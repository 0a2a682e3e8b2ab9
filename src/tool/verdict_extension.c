#include "tool/verdict.h"

#include "message/alpn.h"
#include "message/alpn_answer.h"
#include "message/anonymous_pair.h"
#include "message/ec_point_formats.h"
#include "message/empty_extension.h"
#include "message/extension.h"
#include "message/max_fragment_length.h"
#include "message/padding.h"
#include "message/record_size_limit.h"
#include "message/renegotiation_info.h"
#include "message/server_name.h"
#include "message/session_ticket.h"
#include "message/signature_algorithms.h"
#include "message/status_request.h"
#include "message/supported_groups.h"
#include "message/trusted_ca_keys.h"
#include "spec/handshake_types.h"
#include "wire/reader.h"

static struct tls12_fault signature_algorithms_verdict(const uint8_t *body, uint32_t length)
{
  struct signature_algorithms value;
  const struct tls12_fault fault = signature_algorithms_decode(body, length, &value);
  return fault.rule == TLS12_NO_RULE ? check_anonymous_pairs(body, value.pairs) : fault;
}

/* RFC 6961 section 2.2: CertificateStatusRequestListV2, of which message/ has no decoder. */
static struct tls12_fault status_request_v2_verdict(const uint8_t *body, uint32_t length)
{
  const uint32_t end = read_vector16(body, 0, length, 1, 65535);
  if (end == 0) return vector16_fault(body, 0, length, R6961_2_2_01);
  for (uint32_t at = 2, next; at < end; at = next) {
    next = read_vector16(body, at + 1, end, 0, 65535);
    if (next == 0) return vector16_fault(body, at + 1, end, R6961_2_2_01);
  }
  return end == length ? accepted(end) : decode_error(R5246_7_4_1_4_01, end, length - end);
}

/* The extensions that a ServerHello has in another form. */
static struct tls12_fault answer_verdict(unsigned type, const uint8_t *body, uint32_t length)
{
  struct alpn_answer alpn_answer;
  switch (type) {
  case TLS12_SERVER_NAME: return server_name_answer_decode(length);
  case TLS12_TRUSTED_CA_KEYS: return trusted_ca_keys_answer_decode(length);
  case TLS12_STATUS_REQUEST: return status_request_answer_decode(length);
  case TLS12_ALPN: return alpn_answer_decode(body, length, &alpn_answer);
  case TLS12_STATUS_REQUEST_V2: return length == 0 ? accepted(0) : decode_error(R6961_2_2_01, 0, length);
  case TLS12_SESSION_TICKET: return session_ticket_answer_decode(length);
  default: return extension_verdict(type, 0, body, length);
  }
}

struct tls12_fault extension_verdict(unsigned type, int from_server, const uint8_t *body, uint32_t length)
{
  union {
    struct server_name server_name;
    struct max_fragment_length max_fragment_length;
    struct trusted_ca_keys trusted_ca_keys;
    struct status_request status_request;
    struct supported_groups supported_groups;
    struct ec_point_formats ec_point_formats;
    struct alpn alpn;
    struct padding padding;
    struct record_size_limit record_size_limit;
    struct session_ticket session_ticket;
    struct renegotiation_info renegotiation_info;
  } value;

  if (from_server) return answer_verdict(type, body, length);
  switch (type) {
  case TLS12_SERVER_NAME: return server_name_decode(body, length, &value.server_name);
  case TLS12_MAX_FRAGMENT_LENGTH: return max_fragment_length_decode(body, length, &value.max_fragment_length);
  case TLS12_TRUSTED_CA_KEYS: return trusted_ca_keys_decode(body, length, &value.trusted_ca_keys);
  case TLS12_TRUNCATED_HMAC: return truncated_hmac_decode(length);
  case TLS12_STATUS_REQUEST: return status_request_decode(body, length, &value.status_request);
  case TLS12_SUPPORTED_GROUPS: return supported_groups_decode(body, length, &value.supported_groups);
  case TLS12_EC_POINT_FORMATS: return ec_point_formats_decode(body, length, &value.ec_point_formats);
  case TLS12_SIGNATURE_ALGORITHMS: return signature_algorithms_verdict(body, length);
  case TLS12_ALPN: return alpn_decode(body, length, &value.alpn);
  case TLS12_STATUS_REQUEST_V2: return status_request_v2_verdict(body, length);
  case TLS12_PADDING: return padding_decode(body, length, &value.padding);
  case TLS12_ENCRYPT_THEN_MAC: return encrypt_then_mac_decode(length);
  case TLS12_EXTENDED_MASTER_SECRET: return extended_master_secret_decode(length);
  case TLS12_RECORD_SIZE_LIMIT: return record_size_limit_decode(body, length, &value.record_size_limit);
  case TLS12_SESSION_TICKET: return session_ticket_decode(body, length, &value.session_ticket);
  case TLS12_RENEGOTIATION_INFO: return renegotiation_info_decode(body, length, &value.renegotiation_info);
  default: return accepted(length);
  }
}

struct tls12_fault extension_frame_verdict(const uint8_t *bytes, uint32_t length)
{
  if (length < 2) return decode_error(R5246_7_4_1_4_01, 0, length);
  const uint32_t end = read_extension(bytes, 0, length);
  if (end == 0) return vector16_fault(bytes, 2, length, R5246_7_4_1_4_01);
  return end == length ? accepted(end) : decode_error(R5246_7_4_1_4_01, end, length - end);
}
