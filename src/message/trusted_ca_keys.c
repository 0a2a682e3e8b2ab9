#include "message/trusted_ca_keys.h"

#include "wire/reader.h"
#include "wire/writer.h"

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_authority: \result == authority_end(bytes, at, end);
    ensures inside: \result != 0 ==> at < \result <= end;
*/
static uint32_t read_authority(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (end - at < 1) return 0;
  uint32_t type = bytes[at];
  if (type == 2) return read_vector16(bytes, at + 1, end, 1, 65535);
  uint32_t length = type == 0 ? 1 : 21;
  if (type > 3 || length > end - at) return 0;
  return at + length;
}

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == authorities_stop(bytes, at, end);
    ensures inside: at <= \result <= end;
*/
static uint32_t read_authorities(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: authorities_stop(bytes, at, end) == authorities_stop(bytes, next, end);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = read_authority(bytes, next, end)) != 0) next = after;
  return next;
}

/* What is wrong with the authority at `at`, where no whole one lies. */
/*@ requires range: at < end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == authority_rule(bytes, at, end);
    ensures where: \result.offset == authority_offset(bytes, at, end) && \result.length == authority_extent(bytes, at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
static struct tls12_fault authority_fault(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t type = bytes[at];
  if (type == 2) return vector16_fault(bytes, at + 1, end, R6066_6_01);
  if (type > 3) return decode_error(R6066_6_01, at, 1);
  return decode_error(R6066_6_01, at + 1, end - at - 1);
}

struct tls12_fault trusted_ca_keys_decode(const uint8_t *body, uint32_t length, struct trusted_ca_keys *value)
{
  uint32_t end = read_vector16(body, 0, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, 0, length);
  uint32_t stop = read_authorities(body, 2, end);
  if (stop != end) return authority_fault(body, stop, end);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->list = (struct tls12_span){2, end - 2};
  return accepted(end);
}

uint32_t trusted_ca_keys_encode(struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (list.length > 65535 || 2 + list.length > room) return 0;
  if (read_authorities(list.data, 0, list.length) != list.length) return 0;
  uint32_t end = write_vector16(out, 0, list);
  //@ assert list_copied: copy{Here,Pre}(out, 2, list.data, list.length);
  return end;
}
