/* RFC 5246 section 7.4.6: a client's fixed DH key has the p and the g of the server's. The parameters of a DH key,
 * b[i .. e-1], are a SEQUENCE that begins with the INTEGERs p and g, both in RFC 3279 section 2.3.3 (X9.42) and in PKCS #3.
 * Their encodings are the same exactly when their values are, for DER has one encoding of a number. */
#ifndef TLS12_SPEC_FIXED_PARAMETERS_H
#define TLS12_SPEC_FIXED_PARAMETERS_H

#include "spec/der.h"

/* Where g ends; 0 when p and g are not there. */
/*@ logic integer group_end{L}(uint8_t *b, integer i, integer e) =
      i >= e || der_end(b, i, e, DER_SEQUENCE) != e || der_integer_end(b, der_contents(b, i), e) == 0 ? 0 :
      der_integer_end(b, der_integer_end(b, der_contents(b, i), e), e);

    predicate same_byte{L}(uint8_t *a, integer i, uint8_t *b, integer j, integer k) = a[i + k] == b[j + k];

    predicate same_part{L}(uint8_t *a, integer i, integer m, uint8_t *b, integer j, integer n) =
      m - i == n - j && \forall integer k; 0 <= k < m - i ==> same_byte(a, i, b, j, k);

    //= build/requirements.md#R5246-A.5-03
    //= type=implication
    //# A client DH certificate uses the group and generator described by the server.
    predicate same_group{L}(uint8_t *a, integer i, integer m, uint8_t *b, integer j, integer n) =
      group_end(a, i, m) != 0 && group_end(b, j, n) != 0 &&
      same_part(a, der_contents(a, i), group_end(a, i, m), b, der_contents(b, j), group_end(b, j, n));
*/

#endif
