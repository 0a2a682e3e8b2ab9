/* ec_point_formats: round trips, from the contracts of decoder and encoder alone. */
#include "message/ec_point_formats.h"
#include "proofs/theorems/fields.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(formats.data + (0 .. formats.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, formats.data + (0 .. formats.length - 1));
    requires value: ec_point_formats_value(formats.data, formats.length);
    requires fits: ec_point_formats_size(formats.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_formats: same_field(out + value->formats.offset, value->formats.length, formats.data,
      formats.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes formats, uint8_t *out, uint32_t room,
                                    struct ec_point_formats *value)
{
  uint32_t length = ec_point_formats_encode(formats, out, room);
  struct tls12_fault fault = ec_point_formats_decode(out, length, value);
  /*@ assert written: ec_point_formats(out, length, formats.data, formats.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: ec_point_formats(out, length, out + value->formats.offset, value->formats.length); */
  return fault;
}

/* encode(decode(b)) = b */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(out + (0 .. length - 1));
    requires apart: \separated(out + (0 .. length - 1), body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1];
    ensures same_length: is_ec_point_formats(body, length) ==> \result == length;
    ensures same_bytes: is_ec_point_formats(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct ec_point_formats value;
  if (ec_point_formats_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes formats = {body + value.formats.offset, value.formats.length};
  /*@ assert decoded: ec_point_formats(body, length, formats.data, formats.length); */
  /*@ assert inside: value.formats.offset + value.formats.length <= length; */
  /*@ assert value: ec_point_formats_value(formats.data, formats.length) && ec_point_formats_size(formats.length) ==
        length; */
  uint32_t written = ec_point_formats_encode(formats, out, length);
  /*@ assert written: written == length && ec_point_formats(out, length, formats.data, formats.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert formats_unchanged: \let d = formats.data; \let n = formats.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert formats_stays: \let d = formats.data; \let n = formats.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let formats_d = formats.data; \let formats_n = formats.length;
       vector8{Pre}(body, 0, length, formats_d, formats_n); */
  /*@ assert stays: vector8(body, 0, length, formats.data, formats.length); */
  return written;
}
