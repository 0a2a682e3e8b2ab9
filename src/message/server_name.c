#include "message/server_name.h"

#include "wire/reader.h"
#include "wire/writer.h"

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_name: \result == name_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 3 <= \result <= end;
*/
static uint32_t read_name(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 1) return 0;
  return read_vector16(bytes, at + 1, end, bytes[at] == 0 ? 1 : 0, 65535);
}

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == names_stop(bytes, at, at, end);
    ensures inside: at <= \result <= end;
*/
static uint32_t read_names(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint8_t seen[256];
  /*@ loop invariant range: 0 <= type <= 256;
      loop invariant clear: \forall integer t; 0 <= t < type ==> seen[t] == 0;
      loop assigns type, seen[0 .. 255];
      loop variant 256 - type; */
  for (uint32_t type = 0; type < 256; type++) seen[type] = 0;

  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: names_stop(bytes, at, at, end) == names_stop(bytes, at, next, end);
      loop invariant new: \forall integer t; 0 <= t < 256 && seen[t] == 0 ==>
        name_found(bytes, at, end, t) == name_found(bytes, next, end, t);
      loop invariant old: \forall integer t; 0 <= t < 256 && seen[t] != 0 ==> name_found(bytes, at, end, t) < next;
      loop assigns next, after, seen[0 .. 255];
      loop variant end - next; */
  while ((after = read_name(bytes, next, end)) != 0) {
    if (seen[bytes[next]] != 0) return next;
    seen[bytes[next]] = 1;
    next = after;
  }
  return next;
}

struct tls12_fault server_name_decode(const uint8_t *body, uint32_t length, struct server_name *value)
{
  uint32_t end = read_vector16(body, 0, length, 1, 65535);
  if (end == 0) return vector16_fault(body, 0, length, R6066_3_01);
  uint32_t stop = read_names(body, 2, end);
  if (stop != end) {
    uint32_t after = read_name(body, stop, end);
    if (after == 0) return decode_error(R6066_3_01, stop, end - stop);
    return (struct tls12_fault){R6066_3_02, stop, after - stop, TLS12_ILLEGAL_PARAMETER};
  }
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->list = (struct tls12_span){2, end - 2};
  return accepted(end);
}

uint32_t server_name_encode(struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (list.length < 1 || list.length > 65535 || 2 + list.length > room) return 0;
  if (read_names(list.data, 0, list.length) != list.length) return 0;
  uint32_t end = write_vector16(out, 0, list);
  //@ assert list_copied: copy{Here,Pre}(out, 2, list.data, list.length);
  return end;
}

struct tls12_span server_name_host(const uint8_t *body, struct tls12_span list)
{
  uint32_t end = list.offset + list.length, next = list.offset, after;
  /*@ loop invariant inside: list.offset <= next <= end;
      loop invariant same_search: name_found(body, list.offset, end, 0) == name_found(body, next, end, 0);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = read_name(body, next, end)) != 0) {
    if (body[next] == 0) return (struct tls12_span){next + 3, after - next - 3};
    next = after;
  }
  return (struct tls12_span){end, 0};
}
