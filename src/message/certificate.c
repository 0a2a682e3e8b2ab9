#include "message/certificate.h"

#include "wire/reader.h"
#include "wire/writer.h"

/*@ requires floor: floor <= 1;
    requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_certificate(body, length, floor);
    ensures rule: \result.rule == certificate_rule(body, length, floor);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == certificate_offset(body, length, floor);
    ensures length: \result.length == certificate_extent(body, length, floor);
    ensures value: \result.rule == TLS12_NO_RULE ==> certificate_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> certificate_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
static struct tls12_fault certificate_decode(const uint8_t *body, uint32_t length, uint32_t floor,
                                             struct certificate *value)
{
  uint32_t end = read_vector24(body, 0, length, floor, 16777215);
  if (end == 0) return vector24_fault(body, 0, length, R5246_7_4_2_23);
  uint32_t stop = read_list24(body, 3, end);
  if (stop != end) return vector24_fault(body, stop, end, R5246_7_4_2_05);
  if (end != length) return decode_error(R5246_7_4_02, end, length - end);

  //@ assert list: certificate(body, length, body + 3, length - 3);
  value->certificate_list = (struct tls12_span){3, length - 3};
  return accepted(end);
}

struct tls12_fault server_certificate_decode(const uint8_t *body, uint32_t length, struct certificate *value)
{
  return certificate_decode(body, length, 1, value);
}

struct tls12_fault client_certificate_decode(const uint8_t *body, uint32_t length, struct certificate *value)
{
  return certificate_decode(body, length, 0, value);
}

uint32_t certificate_encode(struct tls12_bytes certificate_list, uint8_t *out, uint32_t room)
{
  if (certificate_list.length > TLS12_BODY_MAX - 3 || 3 + certificate_list.length > room) return 0;
  if (read_list24(certificate_list.data, 0, certificate_list.length) != certificate_list.length) return 0;
  uint32_t at = write_vector24(out, 0, certificate_list);
  //@ assert copied: copy{Here,Pre}(out, 3, certificate_list.data, certificate_list.length);
  return at;
}
