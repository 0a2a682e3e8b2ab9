/* NewSessionTicket, RFC 5077 section 3.3. The bytes are those of the message body, without the handshake header. */
#ifndef TLS12_MESSAGE_NEW_SESSION_TICKET_H
#define TLS12_MESSAGE_NEW_SESSION_TICKET_H

#include "spec/new_session_ticket.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct new_session_ticket {
  uint32_t ticket_lifetime_hint;
  struct tls12_span ticket; /* it stays in the body, which the caller keeps */
};

/* Accepts exactly the encodings of the message. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_new_session_ticket(body, length);
    ensures rule: \result.rule == new_session_ticket_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == new_session_ticket_offset(body, length);
    ensures length: \result.length == new_session_ticket_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      new_session_ticket(body, length, value->ticket_lifetime_hint, body + value->ticket.offset, value->ticket.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->ticket.offset == 6;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault new_session_ticket_decode(const uint8_t *body, uint32_t length, struct new_session_ticket *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are out of
 * range or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ticket.data + (0 .. ticket.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), ticket.data + (0 .. ticket.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes new_session_ticket_value(ticket_lifetime_hint, ticket.length) && new_session_ticket_size(ticket.length) <= room;
      ensures length: \result == new_session_ticket_size(ticket.length);
      ensures encoding: new_session_ticket(out, \result, ticket_lifetime_hint, ticket.data, ticket.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(new_session_ticket_value(ticket_lifetime_hint, ticket.length) && new_session_ticket_size(ticket.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t new_session_ticket_encode(uint32_t ticket_lifetime_hint, struct tls12_bytes ticket, uint8_t *out,
                                   uint32_t room);

#endif
