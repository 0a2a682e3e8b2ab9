/* session_ticket: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/session_ticket.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ticket.data + (0 .. ticket.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, ticket.data + (0 .. ticket.length - 1));
    requires value: session_ticket_value(ticket.length);
    requires fits: session_ticket_size(ticket.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_ticket: same_field(out + value->ticket.offset, value->ticket.length, ticket.data, ticket.length);
*/
struct tls12_fault decode_of_encode(struct tls12_bytes ticket, uint8_t *out, uint32_t room,
                                    struct session_ticket *value)
{
  uint32_t length = session_ticket_encode(ticket, out, room);
  struct tls12_fault fault = session_ticket_decode(out, length, value);
  /*@ assert written: session_ticket(out, length, ticket.data, ticket.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: session_ticket(out, length, out + value->ticket.offset, value->ticket.length); */
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
    ensures same_length: is_session_ticket(body, length) ==> \result == length;
    ensures same_bytes: is_session_ticket(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct session_ticket value;
  if (session_ticket_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes ticket = {body + value.ticket.offset, value.ticket.length};
  /*@ assert decoded: session_ticket(body, length, ticket.data, ticket.length); */
  /*@ assert inside: value.ticket.offset + value.ticket.length <= length; */
  /*@ assert value: session_ticket_value(ticket.length) && session_ticket_size(ticket.length) == length; */
  uint32_t written = session_ticket_encode(ticket, out, length);
  /*@ assert written: written == length && session_ticket(out, length, ticket.data, ticket.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert ticket_unchanged: \let d = ticket.data; \let n = ticket.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert ticket_stays: \let d = ticket.data; \let n = ticket.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let ticket_d = ticket.data; \let ticket_n = ticket.length;
       fixed{Pre}(body, 0, length, ticket_d, ticket_n); */
  /*@ assert stays: fixed(body, 0, length, ticket.data, ticket.length); */
  return written;
}
