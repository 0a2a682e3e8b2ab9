#include "message/extension.h"

#include "wire/writer.h"

uint32_t find_extension(const uint8_t *bytes, uint32_t at, uint32_t end, uint32_t type)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_search: extension_found(bytes, at, end, type) == extension_found(bytes, next, end, type);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = read_extension(bytes, next, end)) != 0) {
    if (read_uint16(bytes, next) == type) return next;
    next = after;
  }
  return end;
}

int extension_body(const uint8_t *message, struct tls12_span list, uint32_t type, struct tls12_span *body)
{
  uint32_t end = list.offset + list.length;
  uint32_t at = find_extension(message, list.offset, end, type);
  if (at == end) return 0;
  *body = (struct tls12_span){at + 4, read_uint16(message, at + 2)};
  return 1;
}

/* Walks as long as no two types agree modulo a small number: then none is there twice. That is all of an ordinary hello.
 * SLOTS separates the types that hellos hold in practice. */
#define SLOTS 221u

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same_walk: extensions_stop(bytes, at, at, end) == extensions_stop(bytes, at, \result, end);
    ensures inside: at <= \result <= end;
*/
static uint32_t read_few_extensions(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint8_t seen[SLOTS] = {0};
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: extensions_stop(bytes, at, at, end) == extensions_stop(bytes, at, next, end);
      loop invariant new: \forall integer t; 0 <= t < 65536 && seen[t % SLOTS] == 0 ==>
        extension_found(bytes, at, end, t) == extension_found(bytes, next, end, t);
      loop assigns next, after, seen[0 .. SLOTS - 1];
      loop variant end - next; */
  while ((after = read_extension(bytes, next, end)) != 0) {
    uint32_t type = read_uint16(bytes, next);
    if (seen[type % SLOTS] != 0) return next;
    seen[type % SLOTS] = 1;
    next = after;
  }
  return next;
}

/* A table of all types, so that a hello full of extensions costs no more than its length (a search for each would be
 * quadratic: 16,384 extensions fit into 64 KiB). */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == extensions_stop(bytes, at, at, end);
    ensures inside: at <= \result <= end;
*/
static uint32_t read_many_extensions(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint8_t seen[65536];
  /*@ loop invariant range: 0 <= type <= 65536;
      loop invariant clear: \forall integer t; 0 <= t < type ==> seen[t] == 0;
      loop assigns type, seen[0 .. 65535];
      loop variant 65536 - type; */
  for (uint32_t type = 0; type < 65536; type++) seen[type] = 0;

  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: extensions_stop(bytes, at, at, end) == extensions_stop(bytes, at, next, end);
      loop invariant new: \forall integer t; 0 <= t < 65536 && seen[t] == 0 ==>
        extension_found(bytes, at, end, t) == extension_found(bytes, next, end, t);
      loop invariant old: \forall integer t; 0 <= t < 65536 && seen[t] != 0 ==> extension_found(bytes, at, end, t) < next;
      loop assigns next, after, seen[0 .. 65535];
      loop variant end - next; */
  while ((after = read_extension(bytes, next, end)) != 0) {
    uint32_t type = read_uint16(bytes, next);
    if (seen[type] != 0) return next;
    seen[type] = 1;
    next = after;
  }
  return next;
}

uint32_t read_extensions(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t next = read_few_extensions(bytes, at, end);
  if (read_extension(bytes, next, end) == 0) return next;
  return read_many_extensions(bytes, at, end);
}

struct tls12_fault read_hello_extensions(const uint8_t *bytes, uint32_t at, uint32_t end, enum tls12_rule rule)
{
  if (at == end) return accepted(end);
  if (read_vector16(bytes, at, end, 0, 65535) != end) return decode_error(rule, at, end - at);
  uint32_t stop = read_extensions(bytes, at + 2, end);
  if (stop == end) return accepted(end);
  uint32_t after = read_extension(bytes, stop, end);
  if (after == 0) return decode_error(R5246_4_3_06, stop, end - stop);
  return decode_error(R5246_7_4_1_4_04, stop, after - stop);
}

uint32_t write_extension(uint8_t *out, uint32_t at, uint32_t type, struct tls12_bytes body)
{
  uint32_t next = write_uint16(out, at, type);
  uint32_t end = write_vector16(out, next, body);
  //@ assert type_stays: be16(out, at) == type;
  return end;
}
