/* NewSessionTicket, RFC 5077 section 3.3:
 *
 *     struct {
 *         uint32 ticket_lifetime_hint;
 *         opaque ticket<0..2^16-1>;
 *     } NewSessionTicket;
 *
 * An empty ticket means that there is none after all.
 */
#ifndef TLS12_SPEC_NEW_SESSION_TICKET_H
#define TLS12_SPEC_NEW_SESSION_TICKET_H

#include "spec/presentation.h"

/*@ predicate new_session_ticket_value(integer ticket_lifetime_hint, integer ticket_n) =
      0 <= ticket_lifetime_hint <= 4294967295 && 0 <= ticket_n <= 65535;

    logic integer new_session_ticket_size(integer ticket_n) = 6 + ticket_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ //= build/requirements.md#R5077-4-01
    //= type=implication
    //# The client does not interpret the ticket contents.
    predicate new_session_ticket{L}(uint8_t *b, integer n, integer ticket_lifetime_hint, uint8_t *ticket, integer ticket_n) =
      0 <= ticket_n <= 65535 && be32(b, 0) == ticket_lifetime_hint &&
      vector16(b, 4, n, ticket, ticket_n);

    predicate is_new_session_ticket{L}(uint8_t *b, integer n) =
      \exists uint8_t *ticket, integer ticket_lifetime_hint, integer ticket_n;
        new_session_ticket(b, n, ticket_lifetime_hint, ticket, ticket_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer new_session_ticket_end{L}(uint8_t *b, integer n) = vector16_end(b, 4, n, 0, 65535);

    logic integer new_session_ticket_rule{L}(uint8_t *b, integer n) =
      n < 4 ? R5077_3_3_07 : new_session_ticket_end(b, n) == 0 ? R5246_4_3_06 : new_session_ticket_end(b, n) != n ? R5246_7_4_02 : TLS12_NO_RULE;

    logic integer new_session_ticket_offset{L}(uint8_t *b, integer n) =
      n < 4 ? 0 : new_session_ticket_end(b, n) == 0 ? 4 : new_session_ticket_end(b, n);

    logic integer new_session_ticket_extent{L}(uint8_t *b, integer n) = n - new_session_ticket_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma new_session_ticket_accepted{L}: \forall uint8_t *b, integer n; new_session_ticket_rule(b, n) == TLS12_NO_RULE ==>
      new_session_ticket(b, n, be32(b, 0), b + 6, n - 6);

    lemma new_session_ticket_only{L}: \forall uint8_t *b, *ticket, integer n, ticket_lifetime_hint, ticket_n;
      new_session_ticket(b, n, ticket_lifetime_hint, ticket, ticket_n) ==> new_session_ticket_rule(b, n) == TLS12_NO_RULE;

    lemma new_session_ticket_exact{L}: \forall uint8_t *b, integer n; is_new_session_ticket(b, n) <==> new_session_ticket_rule(b, n) == TLS12_NO_RULE;
*/

#endif
