#include "message/alpn.h"

#include "wire/reader.h"
#include "wire/writer.h"

/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_walk: \result == protocol_names_stop(bytes, at, end);
    ensures inside: at <= \result <= end;
*/
static uint32_t read_names(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t next = at, after;
  /*@ loop invariant inside: at <= next <= end;
      loop invariant same_walk: protocol_names_stop(bytes, at, end) == protocol_names_stop(bytes, next, end);
      loop assigns next, after;
      loop variant end - next; */
  while ((after = read_vector8(bytes, next, end, 1, 255)) != 0) next = after;
  return next;
}

struct tls12_fault alpn_decode(const uint8_t *body, uint32_t length, struct alpn *value)
{
  uint32_t end = read_vector16(body, 0, length, 2, 65535);
  if (end == 0) return vector16_fault(body, 0, length, R7301_3_1_01);
  uint32_t stop = read_names(body, 2, end);
  if (stop != end) return vector8_fault(body, stop, end, R7301_3_1_02);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  value->list = (struct tls12_span){2, end - 2};
  return accepted(end);
}

uint32_t alpn_encode(struct tls12_bytes list, uint8_t *out, uint32_t room)
{
  if (list.length < 2 || list.length > 65535 || 2 + list.length > room) return 0;
  if (read_names(list.data, 0, list.length) != list.length) return 0;
  uint32_t end = write_vector16(out, 0, list);
  //@ assert list_copied: copy{Here,Pre}(out, 2, list.data, list.length);
  return end;
}
