/* NewSessionTicket: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/new_session_ticket.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ticket.data + (0 .. ticket.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, ticket.data + (0 .. ticket.length - 1));
    requires value: new_session_ticket_value(ticket_lifetime_hint, ticket.length);
    requires fits: new_session_ticket_size(ticket.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_ticket_lifetime_hint: value->ticket_lifetime_hint == ticket_lifetime_hint;
    ensures same_ticket: same_field(out + value->ticket.offset, value->ticket.length, ticket.data, ticket.length);
*/
struct tls12_fault decode_of_encode(uint32_t ticket_lifetime_hint, struct tls12_bytes ticket, uint8_t *out,
                                    uint32_t room, struct new_session_ticket *value)
{
  uint32_t length = new_session_ticket_encode(ticket_lifetime_hint, ticket, out, room);
  struct tls12_fault fault = new_session_ticket_decode(out, length, value);
  /*@ assert written: new_session_ticket(out, length, ticket_lifetime_hint, ticket.data, ticket.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  /*@ assert read: new_session_ticket(out, length, value->ticket_lifetime_hint, out + value->ticket.offset,
        value->ticket.length); */
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
    ensures same_length: is_new_session_ticket(body, length) ==> \result == length;
    ensures same_bytes: is_new_session_ticket(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct new_session_ticket value;
  if (new_session_ticket_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const struct tls12_bytes ticket = {body + value.ticket.offset, value.ticket.length};
  /*@ assert decoded: new_session_ticket(body, length, value.ticket_lifetime_hint, ticket.data, ticket.length); */
  //@ assert inside: value.ticket.offset + value.ticket.length <= length;
  /*@ assert value: new_session_ticket_value(value.ticket_lifetime_hint, ticket.length) &&
        new_session_ticket_size(ticket.length) == length; */
  uint32_t written = new_session_ticket_encode(value.ticket_lifetime_hint, ticket, out, length);
  /*@ assert written: written == length && new_session_ticket(out, length, value.ticket_lifetime_hint, ticket.data,
        ticket.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert ticket_stays: \let d = ticket.data; \let n = ticket.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let ticket_d = ticket.data; \let ticket_n = ticket.length;
        new_session_ticket{Pre}(body, length, value.ticket_lifetime_hint, ticket_d, ticket_n); */
  /*@ assert stays: new_session_ticket(body, length, value.ticket_lifetime_hint, ticket.data, ticket.length); */
  return written;
}
