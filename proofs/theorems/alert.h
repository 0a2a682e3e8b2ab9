/* Alert: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_ALERT_H
#define TLS12_THEOREMS_ALERT_H

#include "message/alert.h"
#include "proofs/theorems/fields.h"

/*@ lemma alert_unambiguous{L}: \forall uint8_t *b, integer n, l, d, m, e; alert(b, n, l, d) && alert(b, n, m, e) ==> l == m && d == e;

    lemma alert_non_malleable{L}: \forall uint8_t *b, *c, integer n, m, l, d;
      alert(b, n, l, d) && alert(c, m, l, d) ==> n == m && same(b, c, 0, n);
*/

#endif
