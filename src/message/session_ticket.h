/* session_ticket in a ClientHello, RFC 5077 section 3.2: the body of the extension,
 * without type and length. Offsets count from its start. */
#ifndef TLS12_MESSAGE_SESSION_TICKET_H
#define TLS12_MESSAGE_SESSION_TICKET_H

#include "spec/session_ticket.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct session_ticket {
  struct tls12_span ticket; /* the whole body */
};

/* Accepts exactly the bodies of this extension. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_session_ticket(body, length);
    ensures rule: \result.rule == session_ticket_rule(length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == session_ticket_offset(length);
    ensures length: \result.length == session_ticket_extent(length);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      session_ticket(body, length, body + value->ticket.offset, value->ticket.length);
    ensures span: \result.rule == TLS12_NO_RULE ==> value->ticket.offset == 0;
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault session_ticket_decode(const uint8_t *body, uint32_t length, struct session_ticket *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the ticket is too long
 * or there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(ticket.data + (0 .. ticket.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), ticket.data + (0 .. ticket.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes session_ticket_value(ticket.length) && session_ticket_size(ticket.length) <= room;
      ensures length: \result == session_ticket_size(ticket.length);
      ensures encoding: session_ticket(out, \result, ticket.data, ticket.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(session_ticket_value(ticket.length) && session_ticket_size(ticket.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t session_ticket_encode(struct tls12_bytes ticket, uint8_t *out, uint32_t room);

#endif
