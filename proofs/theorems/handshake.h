/* The header of a handshake message: what follows from its specification alone. */
#ifndef TLS12_THEOREMS_HANDSHAKE_H
#define TLS12_THEOREMS_HANDSHAKE_H

#include "message/handshake.h"
#include "proofs/theorems/fields.h"

/* No bytes with their header are a message of two types, or of two lengths. */
/*@ lemma handshake_header_unambiguous{L}: \forall uint8_t *b, integer t, n, u, m;
      handshake_header(b, t, n) && handshake_header(b, u, m) ==> t == u && n == m;

    lemma handshake_header_non_malleable{L}: \forall uint8_t *b, *c, integer t, n;
      handshake_header(b, t, n) && handshake_header(c, t, n) ==> same(b, c, 0, 4);
*/

#endif
