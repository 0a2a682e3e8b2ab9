/* NewSessionTicket: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_NEW_SESSION_TICKET_H
#define TLS12_THEOREMS_NEW_SESSION_TICKET_H

#include "message/new_session_ticket.h"
#include "proofs/theorems/fields.h"

/*@ lemma new_session_ticket_unambiguous{L}: \forall uint8_t *b, integer n, integer h, uint8_t *d, integer d_n,
        integer k, uint8_t *c, integer c_n;
      new_session_ticket(b, n, h, d, d_n) && new_session_ticket(b, n, k, c, c_n) ==>
      h == k && d_n == c_n && copy{L,L}(d, 0, c, c_n);

    lemma new_session_ticket_non_malleable{L}: \forall uint8_t *a, *b, integer n, m, h, uint8_t *d, integer d_n;
      new_session_ticket(a, n, h, d, d_n) && new_session_ticket(b, m, h, d, d_n) ==> n == m && same(a, b, 0, n);

    lemma new_session_ticket_stays{K,L}: \forall uint8_t *b, integer n, h, uint8_t *d, integer d_n;
      kept{K,L}(b, 0, n) && kept{K,L}(d, 0, d_n) && new_session_ticket{K}(b, n, h, d, d_n) ==>
      new_session_ticket{L}(b, n, h, d, d_n);
*/

#endif
