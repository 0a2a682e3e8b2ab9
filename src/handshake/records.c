/* Bytes to records and back: what comes in is opened, what goes out is cut, sealed and queued. */
#include "handshake/callbacks.h"
#include "handshake/internal.h"
#include "handshake/record_limits.h"
#include "message/alert.h"
#include "record/fragment.h"
#include "record/header.h"
#include "wire/writer.h"

/* The record that came in breaks a rule. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires alert: TLS12_NO_ALERT <= fault.alert <= 255;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
static void refuse_record(struct tls12_engine *e, struct tls12_fault fault)
{
  e->failure.message = -1;
  engine_fail(e, TLS12_PEER_VIOLATION, fault);
}

/*@ requires input: input_valid(e) && e->input_length <= wanted <= TLS12_RECORD_MAX;
    requires bytes: \valid_read(bytes + (0 .. n - 1)) && \separated(e, bytes + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns e->input[0 .. TLS12_RECORD_MAX - 1], e->input_length;
    ensures input: input_valid(e);
    ensures taken: \result <= n && e->input_length == \old(e->input_length) + \result <= wanted;
    ensures all: \result == n || e->input_length == wanted;
    ensures before: kept{Pre,Post}(&e->input[0], 0, \old(e->input_length));
    ensures moved: copy{Post,Pre}(&e->input[0], \old(e->input_length), bytes, \result);
*/
/* Moves bytes into the input until it holds `wanted` of them. */
static uint32_t fill(struct tls12_engine *e, uint32_t wanted, const uint8_t *bytes, uint32_t n)
{
  const uint32_t missing = wanted - e->input_length;
  const uint32_t taken = n < missing ? n : missing;
  write_fixed(e->input, e->input_length, (struct tls12_bytes){bytes, taken});
  e->input_length += taken;
  return taken;
}

/* The whole record is there. */
/*@ requires input: input_valid(e) && e->input_length == TLS12_RECORD_HEADER + header.length &&
                    header.length <= TLS12_CIPHERTEXT_MAX && content_type(header.type);
    requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    terminates \true;
    exits \false;
    assigns FAILING(e), READ_KEY(e), e->input[0 .. TLS12_RECORD_MAX - 1], e->content_type, e->content_at, e->content_end;
    ensures input: input_valid(e);
    ensures output: output_valid(e);
    ensures opened: e->status == \old(e->status) || e->status >= TLS12_CLOSED;
    ensures content: e->status < TLS12_CLOSED ==> e->content_type == header.type &&
      e->content_end <= e->input_length && e->content_end - e->content_at <= TLS12_PLAINTEXT_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
static void open_record(struct tls12_engine *e, struct record_header header)
{
  struct tls12_span content = {0, header.length};
  struct tls12_fault fault = {0};
  fault.alert = TLS12_NO_ALERT;
  if (e->reading_protected)
    fault = tls12_record_open(&e->read_key, header.type, header.version, e->input + TLS12_RECORD_HEADER, header.length,
                              &content);
  if (fault.rule == TLS12_NO_RULE) fault = record_fragment_check(header.type, content.length);
  if (fault.rule == TLS12_NO_RULE) fault = check_content_length(e, content.length);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_record(e, fault);
    return;
  }
  e->content_type = header.type;
  e->content_at = TLS12_RECORD_HEADER + content.offset;
  e->content_end = e->content_at + content.length;
}

/* Whether the record that comes in must have the version of ServerHello. RFC 5246 appendix E.1: a server MUST accept any
 * {03,XX} on ClientHello, because the version of the connection is not known yet, and a client MAY send any. It stays
 * unknown to a client that cannot use the ServerHello it gets: the alert that says so may come as ClientHello did. Any other
 * record shows that the client knows the version, and so does what a server sends from its ServerHello on. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
*/
static int version_agreed(const struct tls12_engine *e)
{
  return e->suite != NULL && (e->role == TLS12_CLIENT || e->version_followed || e->input[0] != TLS12_ALERT);
}

uint32_t take_record(struct tls12_engine *e, const uint8_t *bytes, uint32_t n)
{
  uint32_t taken = 0;
  if (e->input_length < TLS12_RECORD_HEADER) taken = fill(e, TLS12_RECORD_HEADER, bytes, n);
  if (e->input_length < TLS12_RECORD_HEADER) return taken;

  const struct tls12_record_context context = {e->reading_protected, version_agreed(e)};
  struct record_header header;
  struct tls12_fault fault = record_header_decode(e->input, context, &header);
  if (fault.rule == TLS12_NO_RULE) fault = check_fragment_length(e, header.length);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_record(e, fault);
    return taken;
  }
  if (context.agreed) e->version_followed = 1;
  taken += fill(e, TLS12_RECORD_HEADER + header.length, bytes + taken, n - taken);
  if (e->input_length == TLS12_RECORD_HEADER + header.length) open_record(e, header);
  return taken;
}

int room_for_record(const struct tls12_engine *e, uint32_t n)
{
  return e->output_end == 0 || e->output_end + TLS12_RECORD_HEADER + n + EXPANSION_MAX <= TLS12_RECORD_MAX;
}

/* The fragment of a record with this content, at the end of the output after room for its header: its length, or
 * TLS12_SEAL_FAILED. */
/*@ requires output: output_valid(e) && content_type(type);
    requires content: \valid_read(content.data + (0 .. content.length - 1)) && content.length <= TLS12_PLAINTEXT_MAX;
    requires room: e->output_end + TLS12_RECORD_HEADER + content.length <= TLS12_OUTPUT_MAX;
    requires apart: \separated(content.data + (0 .. content.length - 1), &e->output[0] + (0 .. TLS12_OUTPUT_MAX - 1),
                               &e->write_key);
    terminates \true;
    exits \false;
    assigns WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1];
    ensures output: output_valid(e);
    ensures length: \result == TLS12_SEAL_FAILED || (\result <= TLS12_CIPHERTEXT_MAX &&
      e->output_end + TLS12_RECORD_HEADER + \result <= TLS12_OUTPUT_MAX && \result <= content.length + EXPANSION_MAX);
*/
static uint32_t write_fragment(struct tls12_engine *e, enum tls12_content_type type, struct tls12_bytes content)
{
  const uint32_t at = e->output_end + TLS12_RECORD_HEADER;
  if (!e->writing_protected) {
    write_fixed(e->output, at, content);
    return content.length;
  }
  uint8_t random_iv[TLS12_EXPLICIT_IV_MAX];
  if (!random_draw(e->config->random, e->config->random_context, random_iv, tls12_record_random_length(&e->write_key)))
    return TLS12_SEAL_FAILED;
  return tls12_record_seal(&e->write_key, (uint8_t)type, 0x0303, content, random_iv, e->output + at,
                           TLS12_OUTPUT_MAX - at);
}

void write_record(struct tls12_engine *e, enum tls12_content_type type, struct tls12_bytes content)
{
  const uint32_t length = write_fragment(e, type, content);
  if (length == TLS12_SEAL_FAILED) { /* then no alert can be protected either */
    e->status = TLS12_FAILED;
    e->failure.cause = TLS12_OWN_FAULT;
    return;
  }
  record_header_encode((uint8_t)type, (uint16_t)length, e->output + e->output_end);
  e->output_end += TLS12_RECORD_HEADER + length;
}

void write_alert(struct tls12_engine *e, enum tls12_alert alert)
{
  const uint8_t content[2] = {(uint8_t)alert_level(alert), (uint8_t)alert};
  engine_observe(e->config, e->role == TLS12_CLIENT, TLS12_ALERT, content, sizeof content);
  write_record(e, TLS12_ALERT, (struct tls12_bytes){content, sizeof content});
}

int write_message_records(struct tls12_engine *e)
{
  /*@ loop invariant output: output_valid(e) && e->own_sent <= e->own_length;
      loop invariant bound: e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX;
      loop invariant place: same_place{Pre,Here}(e);
      loop assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end, e->own_sent;
      loop variant e->own_length - e->own_sent;
  */
  while (e->own_sent < e->own_length && e->status < TLS12_CLOSED) {
    const uint32_t n = fragment_next(e->own_length, e->own_sent, e->write_limit);
    if (!room_for_record(e, n)) return 0;
    write_record(e, TLS12_HANDSHAKE, (struct tls12_bytes){e->message + e->own_sent, n});
    e->own_sent += n;
  }
  e->own_length = e->own_sent = 0;
  reassembly_start(&e->incoming, e->message, sizeof e->message);
  return 1;
}
