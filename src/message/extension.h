/* The extensions of a hello, RFC 5246 section 7.4.1.4. The list stays in the message; these functions walk over it.
 * An extension at offset i is its type (two bytes), and its body as a vector at i + 2. */
#ifndef TLS12_MESSAGE_EXTENSION_H
#define TLS12_MESSAGE_EXTENSION_H

#include "spec/extension.h"
#include "wire/bytes.h"
#include "wire/fault.h"
#include "wire/reader.h"

/* The offset after the extension at offset `at`; 0 when no whole extension lies before `end`, which is also the end of
 * every walk. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_extension: \result == extension_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 4 <= \result <= end;
*/
static inline uint32_t read_extension(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 2) return 0;
  return read_vector16(bytes, at + 2, end, 0, 65535);
}

/* The offset of the first extension of that type in bytes[at .. end-1]; `end` when there is none. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures found: \result == extension_found(bytes, at, end, type);
    ensures inside: at <= \result <= end;
    ensures whole: \result < end ==> extension_end(bytes, \result, end) != 0 && be16(bytes, \result) == type;
*/
uint32_t find_extension(const uint8_t *bytes, uint32_t at, uint32_t end, uint32_t type);

/* Looks an extension up in `list`, a span of `message`, and gives its body, as a span of the same message. Returns
 * whether it is there; *body is untouched when not. */
/*@ requires range: list.offset <= TLS12_BODY_MAX && list.length <= TLS12_BODY_MAX - list.offset;
    requires readable: \valid_read(message + (list.offset .. list.offset + list.length - 1));
    requires writable: \valid(body);
    terminates \true;
    exits \false;
    assigns *body;
    ensures present: \result == 1 <==>
      extension_found(message, list.offset, list.offset + list.length, type) < list.offset + list.length;
    ensures absent: \result == 0 || \result == 1;
    ensures body: \result == 1 ==>
      body->offset == \at(extension_found(message, list.offset, list.offset + list.length, type), Pre) + 4 &&
      body->length == \at(be16(message, extension_found(message, list.offset, list.offset + list.length, type) + 2), Pre) &&
      list.offset + 4 <= body->offset && body->offset + body->length <= list.offset + list.length;
    ensures untouched: \result == 0 ==> *body == \old(*body);
*/
int extension_body(const uint8_t *message, struct tls12_span list, uint32_t type, struct tls12_span *body);

/* Whether bytes[at .. end-1] are a list of extensions: `end`, or the offset of the first extension that is malformed or
 * repeats a type. Takes time proportional to the number of extensions, and 64 KiB of stack. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == extensions_stop(bytes, at, at, end);
    ensures inside: at <= \result <= end;
*/
uint32_t read_extensions(const uint8_t *bytes, uint32_t at, uint32_t end);

/* The end of a hello, from offset `at`: no block, or one that takes all bytes up to `end` (else `rule` is broken, that
 * of the hello). */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires rule: rule == R5246_7_4_1_2_15 || rule == R5246_7_4_1_3_10;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == hello_extensions_rule(bytes, at, end, rule);
    ensures offset: \result.offset == hello_extensions_offset(bytes, at, end);
    ensures length: \result.length == hello_extensions_extent(bytes, at, end);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_hello_extensions(bytes, at, end);
*/
struct tls12_fault read_hello_extensions(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule);

/* Writes one extension at offset `at` and answers with the offset after it. */
/*@ requires range: type <= 65535 && body.length <= 65535 && at <= TLS12_BODY_MAX - 2;
    requires readable: \valid_read(body.data + (0 .. body.length - 1));
    requires writable: \valid(out + (0 .. at + 3 + body.length));
    requires apart: \separated(out + (0 .. at + 3 + body.length), body.data + (0 .. body.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 3 + body.length];
    ensures type: be16(out, at) == type;
    ensures body: vector16(out, at + 2, \result, body.data, body.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_extension(uint8_t *out, uint32_t at, uint32_t type, struct tls12_bytes body);

#endif
