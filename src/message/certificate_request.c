#include "message/certificate_request.h"

#include "wire/reader.h"
#include "wire/writer.h"

struct tls12_fault certificate_request_decode(const uint8_t *body, uint32_t length, struct certificate_request *value)
{
  uint32_t algorithms = read_vector8(body, 0, length, 1, 255);
  if (algorithms == 0) return vector8_fault(body, 0, length, R5246_7_4_4_03);

  //@ assert algorithms_at: algorithms == certificate_types_end(body, length);
  uint32_t authorities = read_pairs16(body, algorithms, length, 2, 65534);
  if (authorities == 0) return vector16_fault(body, algorithms, length, R5246_7_4_4_04);

  //@ assert authorities_at: authorities == signature_algorithms_end(body, length);
  uint32_t end = read_vector16(body, authorities, length, 0, 65535);
  if (end == 0) return decode_error(R5246_4_3_06, authorities, length - authorities);

  //@ assert end_at: end == certificate_authorities_end(body, length);
  uint32_t stop = read_list16(body, authorities + 2, end);
  //@ assert stop_at: stop == certificate_authorities_stop(body, length);
  if (stop != end) return vector16_fault(body, stop, end, R5246_7_4_4_05);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  //@ assert ends: certificate_request_ends(body, length, algorithms, authorities);
  *value = (struct certificate_request){
      .certificate_types = {1, algorithms - 1},
      .supported_signature_algorithms = {algorithms + 2, authorities - algorithms - 2},
      .certificate_authorities = {authorities + 2, end - authorities - 2},
  };
  //@ assert spans: certificate_request_spans(length, value);
  //@ assert value: certificate_request_in(body, length, value);
  return accepted(end);
}

uint32_t certificate_request_encode(struct tls12_bytes types, struct tls12_bytes algorithms,
                                    struct tls12_bytes authorities, uint8_t *out, uint32_t room)
{
  if (types.length < 1 || types.length > 255) return 0;
  if (algorithms.length < 2 || algorithms.length > 65534 || algorithms.length % 2 != 0) return 0;
  if (authorities.length > 65535 || read_list16(authorities.data, 0, authorities.length) != authorities.length)
    return 0;
  if ((1 + types.length) + (2 + algorithms.length) + (2 + authorities.length) > room) return 0;

  uint32_t at = write_vector8(out, 0, types);
  at = write_vector16(out, at, algorithms);
  //@ assert types_stay: vector8(out, 0, 1 + types.length, types.data, types.length);
  //@ assert authorities_stay: kept{Pre,Here}(authorities.data, 0, authorities.length);
  at = write_vector16(out, at, authorities);
  //@ assert types_remain: vector8(out, 0, 1 + types.length, types.data, types.length);
  /*@ assert algorithms_stay: vector16(out, 1 + types.length, 3 + types.length + algorithms.length,
                                       algorithms.data, algorithms.length); */
  //@ assert authorities_remain: kept{Pre,Here}(authorities.data, 0, authorities.length);
  //@ assert authorities_copied: copy{Here,Pre}(out, at - authorities.length, authorities.data, authorities.length);
  return at;
}
