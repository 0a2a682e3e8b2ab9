/* RFC 5077 section 3.2, session_ticket in a ClientHello: "The extension_data field of SessionTicket extension contains the
 * ticket", without a length of its own. An empty body asks for a ticket. In a ServerHello the body is empty.
 */
#ifndef TLS12_SPEC_SESSION_TICKET_H
#define TLS12_SPEC_SESSION_TICKET_H

#include "spec/presentation.h"

/* The ceiling is that of extension_data. */
/*@ predicate session_ticket_value(integer ticket_n) = 0 <= ticket_n <= 65535;

    logic integer session_ticket_size(integer ticket_n) = ticket_n;
*/

/* b[0 .. n-1] is the encoding of that value. When it is one at all, then that of itself. */
/*@ //= build/requirements.md#R5077-3.2-01
    //= type=implication
    //# Extension 35: the body IS the ticket, with no inner length; an empty body asks for a ticket.
    //= build/requirements.md#R5077-A-01
    //= type=implication
    //# The RFC 4507 form with a redundant inner length is seen as part of the ticket; a server supporting 4507
    //# clients mirrors the empty form 00 23 00 02 00 00.
    predicate session_ticket{L}(uint8_t *b, integer n, uint8_t *ticket, integer ticket_n) =
      0 <= ticket_n <= 65535 && fixed(b, 0, n, ticket, ticket_n);

    predicate is_session_ticket{L}(uint8_t *b, integer n) = session_ticket(b, n, b, n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer session_ticket_end(integer n) = n <= 65535 ? n : 65535;

    logic integer session_ticket_rule(integer n) =
      n != session_ticket_end(n) ? R5246_7_4_1_4_01 : TLS12_NO_RULE;

    logic integer session_ticket_offset(integer n) = session_ticket_end(n);

    logic integer session_ticket_extent(integer n) = n - session_ticket_end(n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they are it. */
/*@ lemma session_ticket_accepted{L}: \forall uint8_t *b, integer n;
      0 <= n && session_ticket_rule(n) == TLS12_NO_RULE ==> session_ticket(b, n, b, n);

    lemma session_ticket_only{L}: \forall uint8_t *b, *ticket, integer n, ticket_n;
      session_ticket(b, n, ticket, ticket_n) ==> 0 <= n && session_ticket_rule(n) == TLS12_NO_RULE;

    lemma session_ticket_exact{L}: \forall uint8_t *b, integer n;
      is_session_ticket(b, n) <==> 0 <= n && session_ticket_rule(n) == TLS12_NO_RULE;
*/

#endif
