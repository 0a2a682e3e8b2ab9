/* RFC 8422 section 5.1.2, ec_point_formats: the body of the extension, without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_EC_POINT_FORMATS_H
#define TLS12_MESSAGE_EC_POINT_FORMATS_H

#include "spec/ec_point_formats.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct ec_point_formats {
  struct tls12_span formats; /* without the length; it stays in the body, which the caller keeps */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_ec_point_formats(body, length);
    ensures rule: \result.rule == ec_point_formats_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == ec_point_formats_offset(body, length);
    ensures length: \result.length == ec_point_formats_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> ec_point_formats(body, length, body + value->formats.offset, value->formats.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->formats.offset == 1;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault ec_point_formats_decode(const uint8_t *body, uint32_t length, struct ec_point_formats *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the field is out of range
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(formats.data + (0 .. formats.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), formats.data + (0 .. formats.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes ec_point_formats_value(formats.data, formats.length) && ec_point_formats_size(formats.length) <= room;
      ensures length: \result == ec_point_formats_size(formats.length);
      ensures encoding: ec_point_formats(out, \result, formats.data, formats.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(ec_point_formats_value(formats.data, formats.length) && ec_point_formats_size(formats.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t ec_point_formats_encode(struct tls12_bytes formats, uint8_t *out, uint32_t room);

#endif
