/* status_request: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/status_request.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(responders.data + (0 .. responders.length - 1)) &&
                       \valid_read(extensions.data + (0 .. extensions.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, responders.data + (0 .. responders.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, extensions.data + (0 .. extensions.length - 1));
    requires value: status_request_value(responders.data, responders.length, extensions.length);
    requires fits: status_request_size(responders.length, extensions.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_responder_id_list: same_field(out + value->responder_id_list.offset, value->responder_id_list.length,
      responders.data, responders.length);
    ensures same_request_extensions: same_field(out + value->request_extensions.offset,
      value->request_extensions.length, extensions.data, extensions.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes responders, struct tls12_bytes extensions, uint8_t *out,
                                    uint32_t room, struct status_request *value)
{
  uint32_t length = status_request_encode(responders, extensions, out, room);
  struct tls12_fault fault = status_request_decode(out, length, value);
  /*@ assert written: status_request(out, length, responders.data, responders.length, extensions.data,
        extensions.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: status_request(out, length, out + value->responder_id_list.offset, value->responder_id_list.length,
        out + value->request_extensions.offset, value->request_extensions.length); */
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
    ensures same_length: is_status_request(body, length) ==> \result == length;
    ensures same_bytes: is_status_request(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct status_request value;
  if (status_request_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes responders = {body + value.responder_id_list.offset, value.responder_id_list.length};
  const struct tls12_bytes extensions = {body + value.request_extensions.offset, value.request_extensions.length};
  /*@ assert decoded: status_request(body, length, responders.data, responders.length, extensions.data,
        extensions.length); */
  /*@ assert inside: value.responder_id_list.offset + value.responder_id_list.length <= length &&
        value.request_extensions.offset + value.request_extensions.length <= length; */
  /*@ assert value: status_request_value(responders.data, responders.length, extensions.length) &&
        status_request_size(responders.length, extensions.length) == length; */
  uint32_t written = status_request_encode(responders, extensions, out, length);
  /*@ assert written: written == length && status_request(out, length, responders.data, responders.length,
        extensions.data, extensions.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert responders_unchanged: \let d = responders.data; \let n = responders.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert responders_stays: \let d = responders.data; \let n = responders.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert extensions_unchanged: \let d = extensions.data; \let n = extensions.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert extensions_stays: \let d = extensions.data; \let n = extensions.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let responders_d = responders.data; \let responders_n = responders.length;
        \let extensions_d = extensions.data; \let extensions_n = extensions.length;
       vector16{Pre}(body, 1, 3 + responders_n, responders_d, responders_n) && vector16{Pre}(body, 3 + responders_n, length, extensions_d, extensions_n); */
  /*@ assert stays: vector16(body, 1, 3 + responders.length, responders.data, responders.length) && vector16(body, 3 + responders.length, length, extensions.data, extensions.length); */
  //@ assert first: body[0] == 1 && same(out, body, 0, 1);
  //@ assert second: same(out, body, 1, 3 + responders.length);
  //@ assert third: same(out, body, 3 + responders.length, length);
  return written;
}
