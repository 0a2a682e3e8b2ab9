/* Bytes to records and back: what comes in is opened, what goes out is cut, sealed and queued. */
#include <string.h>

#include "handshake/internal.h"
#include "record/fragment.h"
#include "record/header.h"

/* What protection adds to a record at most when the padding is the shortest: IV 16, MAC 48, padding 16. */
#define EXPANSION_MAX 80

static void refuse_record(struct tls12_engine *e, struct tls12_fault fault)
{
  e->failure.message = -1;
  engine_fail(e, TLS12_PEER_VIOLATION, fault);
}

/* Moves bytes into the input until it holds `wanted` of them. */
static uint32_t fill(struct tls12_engine *e, uint32_t wanted, const uint8_t *bytes, uint32_t n)
{
  const uint32_t missing = wanted - e->input_length;
  const uint32_t taken = n < missing ? n : missing;
  memcpy(e->input + e->input_length, bytes, taken);
  e->input_length += taken;
  return taken;
}

static void open_record(struct tls12_engine *e, struct record_header header)
{
  struct tls12_span content = {0, header.length};
  struct tls12_fault fault = {0};
  fault.alert = TLS12_NO_ALERT;
  if (e->reading_protected)
    fault = tls12_record_open(&e->read_key, header.type, header.version, e->input + TLS12_RECORD_HEADER, header.length,
                              &content);
  if (fault.rule == TLS12_NO_RULE) fault = record_fragment_check(header.type, content.length);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_record(e, fault);
    return;
  }
  e->content_type = header.type;
  e->content_at = TLS12_RECORD_HEADER + content.offset;
  e->content_end = e->content_at + content.length;
}

uint32_t take_record(struct tls12_engine *e, const uint8_t *bytes, uint32_t n)
{
  uint32_t taken = 0;
  if (e->input_length < TLS12_RECORD_HEADER) taken = fill(e, TLS12_RECORD_HEADER, bytes, n);
  if (e->input_length < TLS12_RECORD_HEADER) return taken;

  /* Before ServerHello the version of a record says nothing (RFC 5246 appendix E.1). */
  const struct tls12_record_context context = {e->reading_protected, e->suite != NULL};
  struct record_header header;
  const struct tls12_fault fault = record_header_decode(e->input, context, &header);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_record(e, fault);
    return taken;
  }
  taken += fill(e, TLS12_RECORD_HEADER + header.length, bytes + taken, n - taken);
  if (e->input_length == TLS12_RECORD_HEADER + header.length) open_record(e, header);
  return taken;
}

int room_for_record(const struct tls12_engine *e, uint32_t n)
{
  return TLS12_RECORD_MAX - e->output_end >= TLS12_RECORD_HEADER + n + EXPANSION_MAX || e->output_end == 0;
}

void write_record(struct tls12_engine *e, enum tls12_content_type type, struct tls12_bytes content)
{
  uint8_t *record = e->output + e->output_end;
  const uint32_t room = (uint32_t)sizeof e->output - e->output_end - TLS12_RECORD_HEADER;
  uint32_t length = content.length;
  if (e->writing_protected) {
    uint8_t random_iv[TLS12_EXPLICIT_IV_MAX];
    length = TLS12_SEAL_FAILED;
    if (e->config->random(e->config->random_context, random_iv, tls12_record_random_length(&e->write_key)) == 0)
      length = tls12_record_seal(&e->write_key, (uint8_t)type, 0x0303, content, random_iv, record + TLS12_RECORD_HEADER,
                                 room);
    if (length == TLS12_SEAL_FAILED) { /* then no alert can be protected either */
      e->status = TLS12_FAILED;
      e->failure.cause = TLS12_OWN_FAULT;
      return;
    }
  } else {
    memcpy(record + TLS12_RECORD_HEADER, content.data, length);
  }
  record_header_encode((uint8_t)type, (uint16_t)length, record);
  e->output_end += TLS12_RECORD_HEADER + length;
}

void write_alert(struct tls12_engine *e, enum tls12_alert_level level, enum tls12_alert alert)
{
  const uint8_t content[2] = {(uint8_t)level, (uint8_t)alert};
  const struct tls12_bytes bytes = {content, sizeof content};
  if (e->config->observe != NULL)
    e->config->observe(e->config->context, &(struct tls12_observation){e->role == TLS12_CLIENT, TLS12_ALERT, bytes});
  write_record(e, TLS12_ALERT, bytes);
}

int write_message_records(struct tls12_engine *e)
{
  while (e->own_sent < e->own_length) {
    const uint32_t n = fragment_next(e->own_length, e->own_sent);
    if (!room_for_record(e, n)) return 0;
    write_record(e, TLS12_HANDSHAKE, (struct tls12_bytes){e->message + e->own_sent, n});
    e->own_sent += n;
  }
  e->own_length = e->own_sent = 0;
  reassembly_start(&e->incoming, e->message, sizeof e->message);
  return 1;
}
