#include "handshake/record_limits.h"

#include "message/extension.h"
#include "message/max_fragment_length.h"
#include "message/record_size_limit.h"

/* ---- what the hellos say ---- */

/* What this side takes, RFC 8449 section 4; 0: it does not use the extension. */
/*@ requires config: \valid_read(config);
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R8449-4-02
    //# A received value under 64 is fatal illegal_parameter; values under 64 are not sent.
    ensures range: \result == 0 || 64 <= \result <= TLS12_PLAINTEXT_MAX;
    ensures unused: \result == 0 <==> config->record_size_limit == 0;
*/
static uint32_t own_record_size_limit(const struct tls12_config *config)
{
  const uint32_t limit = config->record_size_limit;
  if (limit == 0) return 0;
  if (limit < 64) return 64;
  return limit < TLS12_PLAINTEXT_MAX ? limit : TLS12_PLAINTEXT_MAX;
}

/*@ requires memory: at <= 65535 && \valid(list + (at .. at + 4));
    requires code: 1 <= code <= 4;
    terminates \true;
    exits \false;
    assigns list[at .. at + 4];
    ensures end: \result == at + 5;
*/
static uint32_t write_max_fragment(uint8_t *list, uint32_t at, uint32_t code)
{
  uint8_t body[1];
  const uint32_t n = max_fragment_length_encode(code, body, sizeof body);
  return write_extension(list, at, TLS12_MAX_FRAGMENT_LENGTH, (struct tls12_bytes){body, n});
}

/*@ requires memory: at <= 65535 && \valid(list + (at .. at + 5));
    requires limit: 64 <= limit <= TLS12_PLAINTEXT_MAX;
    terminates \true;
    exits \false;
    assigns list[at .. at + 5];
    ensures end: \result == at + 6;
*/
static uint32_t write_record_size_limit(uint8_t *list, uint32_t at, uint32_t limit)
{
  uint8_t body[2];
  const uint32_t n = record_size_limit_encode(limit, body, sizeof body);
  return write_extension(list, at, TLS12_RECORD_SIZE_LIMIT, (struct tls12_bytes){body, n});
}

uint32_t offer_limits(const struct tls12_engine *e, uint8_t *list, uint32_t at)
{
  const uint32_t limit = own_record_size_limit(e->config);
  if (e->config->max_fragment != TLS12_FRAGMENT_16384) at = write_max_fragment(list, at, e->config->max_fragment);
  return limit == 0 ? at : write_record_size_limit(list, at, limit);
}

uint32_t answer_limits(const struct tls12_engine *e, uint8_t *list, uint32_t at)
{
  if (e->record_size_limit != 0) return write_record_size_limit(list, at, own_record_size_limit(e->config));
  return e->max_fragment == 0 ? at : write_max_fragment(list, at, e->max_fragment);
}

struct tls12_fault read_max_fragment_answer(struct tls12_engine *e, struct tls12_bytes content)
{
  struct max_fragment_length value;
  if (e->config->max_fragment == TLS12_FRAGMENT_16384)
    return (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
  const struct tls12_fault fault = max_fragment_length_decode(content.data, content.length, &value);
  if (fault.rule != TLS12_NO_RULE) return fault;
  if (value.code != (uint32_t)e->config->max_fragment)
    return (struct tls12_fault){R6066_4_03, 0, 1, TLS12_ILLEGAL_PARAMETER};
  e->max_fragment = value.code;
  return fault;
}

struct tls12_fault read_record_size_limit(struct tls12_engine *e, struct tls12_bytes content)
{
  struct record_size_limit value;
  const struct tls12_fault fault = record_size_limit_decode(content.data, content.length, &value);
  if (own_record_size_limit(e->config) == 0)
    return e->role == TLS12_SERVER ? fault : (struct tls12_fault){R5246_7_4_1_4_03, 0, 0, TLS12_UNSUPPORTED_EXTENSION};
  if (fault.rule == TLS12_NO_RULE)
    e->record_size_limit = value.limit < TLS12_PLAINTEXT_MAX ? value.limit : TLS12_PLAINTEXT_MAX;
  return fault;
}

void grant_max_fragment(struct tls12_engine *e, const uint8_t *body, struct tls12_span where)
{
  struct max_fragment_length value;
  struct tls12_fault fault = max_fragment_length_decode(body + where.offset, where.length, &value);
  if (fault.rule == TLS12_NO_RULE) {
    e->max_fragment = value.code;
  } else {
    fault.offset += where.offset;
    refuse_body(e, fault);
  }
}

/* max_fragment_length in bytes. */
/*@ requires code: 1 <= code <= 4;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures length: \result == (code == 1 ? 512 : code == 2 ? 1024 : code == 3 ? 2048 : 4096);
*/
static uint32_t fragment_length(uint32_t code)
{
  static const uint32_t lengths[] = {512, 1024, 2048, 4096};
  return lengths[code - 1];
}

void settle_limits(struct tls12_engine *e)
{
  const struct tls12_span nowhere = {0, 0};
  const uint32_t limit = e->record_size_limit != 0 ? e->record_size_limit
                         : e->max_fragment != 0    ? fragment_length(e->max_fragment)
                                                   : 0;
  if (e->record_size_limit != 0 && e->max_fragment != 0) {
    refuse(e, R8449_5_01, nowhere, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (limit != 0 && (e->write_limit == 0 || e->write_limit > limit)) e->write_limit = limit;
  if (e->max_fragment == 0 || e->negotiation.renegotiation) return;
  e->read_limit = limit;
  e->read_limit_rule = R6066_4_06;
}

/* ---- what holds ---- */

uint32_t fragment_in_force(const struct tls12_engine *e)
{
  if (e->record_size_limit != 0) return 0;
  return e->max_fragment != 0 || e->resumed == FORBIDDEN ? e->max_fragment : e->session.max_fragment;
}

uint32_t agreed_write_limit(const struct tls12_engine *e)
{
  if (e->record_size_limit != 0) return e->record_size_limit;
  const uint32_t code = fragment_in_force(e);
  return code == 0 ? 0 : fragment_length(code);
}

void limit_reading(struct tls12_engine *e)
{
  const uint32_t code = fragment_in_force(e);
  if (e->record_size_limit != 0) {
    e->read_limit = own_record_size_limit(e->config);
    e->read_limit_rule = R8449_4_05;
  } else {
    e->read_limit = code == 0 ? 0 : fragment_length(code);
    e->read_limit_rule = R6066_4_06;
  }
}

/* The longest padding of CBC, with its length. */
#define PADDING_MAX 256

struct tls12_fault check_fragment_length(const struct tls12_engine *e, uint32_t length)
{
  const struct tls12_fault fits = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
  uint32_t most = e->read_limit;
  if (most == 0) return fits;
  if (e->reading_protected) {
    const struct tls12_cipher_sizes sizes = tls12_cipher_sizes(e->read_key.cipher);
    most +=
        sizes.record_iv + sizes.tag + tls12_hash_size(e->read_key.mac) + (sizes.type == TLS12_BLOCK ? PADDING_MAX : 0);
  }
  if (length <= most) return fits;
  return (struct tls12_fault){e->read_limit_rule, 3, 2, TLS12_RECORD_OVERFLOW};
}

struct tls12_fault check_content_length(const struct tls12_engine *e, uint32_t length)
{
  if (e->read_limit == 0 || length <= e->read_limit) return (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
  return (struct tls12_fault){e->read_limit_rule, 0, length, TLS12_RECORD_OVERFLOW};
}
