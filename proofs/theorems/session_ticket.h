/* session_ticket: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_SESSION_TICKET_H
#define TLS12_THEOREMS_SESSION_TICKET_H

#include "message/session_ticket.h"
#include "proofs/theorems/fields.h"

/*@ lemma session_ticket_unambiguous{L}: \forall uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *c, integer c_n;
      session_ticket(b, n, d, d_n) && session_ticket(b, n, c, c_n) ==> d_n == c_n && copy{L,L}(d, 0, c, d_n);

    lemma session_ticket_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, uint8_t *d, integer d_n;
      session_ticket(a, n, d, d_n) && session_ticket(b, m, d, d_n) ==> n == m && same(a, b, 0, n);
*/

#endif
