/* RFC 5246 section 7.4.1.4.1, of SignatureAlgorithm in signature_algorithms:
 *
 *     The "anonymous" value is meaningless in this context but used in Section 7.4.3.  It MUST NOT appear in this extension.
 *
 * The pairs come as spec/signature_algorithms.h has them: two bytes each, the second one the SignatureAlgorithm.
 */
#ifndef TLS12_SPEC_ANONYMOUS_PAIR_H
#define TLS12_SPEC_ANONYMOUS_PAIR_H

#include <stdint.h>
#include "spec/algorithms.h"
#include "spec/rules.h"

/* Of the pairs from offset i on, pair k is anonymous; none of the first n is. */
/*@ predicate anonymous_pair{L}(uint8_t *b, integer i, integer k) = b[i+2*k+1] == TLS12_ANONYMOUS;

    predicate no_anonymous_pair{L}(uint8_t *b, integer i, integer n) =
      \forall integer k; 0 <= k < n ==> !anonymous_pair(b, i, k);
*/

#endif
