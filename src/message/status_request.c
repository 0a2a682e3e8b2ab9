#include "message/status_request.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault status_request_decode(const uint8_t *body, uint32_t length, struct status_request *value)
{
  if (length < 1) return decode_error(R6066_8_01, 0, length);
  if (body[0] != 1) return decode_error(R6066_8_01, 0, 1);
  uint32_t extensions = read_vector16(body, 1, length, 0, 65535);
  if (extensions == 0) return decode_error(R5246_4_3_06, 1, length - 1);
  uint32_t stop = read_list16(body, 3, extensions);
  if (stop != extensions) return vector16_fault(body, stop, extensions, R6066_8_01);
  uint32_t end = read_vector16(body, extensions, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, extensions, length - extensions);
  if (end != length) return decode_error(R5246_7_4_1_4_01, end, length - end);

  //@ assert ends: status_request_ends(body, length, extensions);
  *value = (struct status_request){
      .responder_id_list = {3, extensions - 3},
      .request_extensions = {extensions + 2, end - extensions - 2},
  };
  //@ assert value: status_request_in(body, length, value);
  return accepted(end);
}

uint32_t status_request_encode(struct tls12_bytes responders, struct tls12_bytes extensions, uint8_t *out,
                               uint32_t room)
{
  if (responders.length > 65535 || extensions.length > 65535) return 0;
  if (5 + responders.length + extensions.length > room) return 0;
  if (read_list16(responders.data, 0, responders.length) != responders.length) return 0;

  uint32_t at = write_uint8(out, 0, 1);
  at = write_vector16(out, at, responders);
  at = write_vector16(out, at, extensions);
  //@ assert type_remains: out[0] == 1;
  //@ assert responders_written: vector16(out, 1, 3 + responders.length, responders.data, responders.length);
  //@ assert responders_copied: copy{Here,Pre}(out, 3, responders.data, responders.length);
  return at;
}
