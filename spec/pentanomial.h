/* RFC 4492 section 5.4: a pentanomial x^m + x^k3 + x^k2 + x^k1 + 1 has k3 > k2 > k1. The exponents come as unsigned numbers,
 * most significant byte first (spec/explicit_field.h has their encoding). That m > k3 is not judged.
 */
#ifndef TLS12_SPEC_PENTANOMIAL_H
#define TLS12_SPEC_PENTANOMIAL_H

#include <stdint.h>
#include "spec/rules.h"

/*@ logic integer exponent{L}(uint8_t *b, integer i, integer e) = i >= e ? 0 : 256 * exponent(b, i, e - 1) + b[e-1];

    logic integer pentanomial_rule(integer k1, integer k2, integer k3) = k1 < k2 && k2 < k3 ? TLS12_NO_RULE : R4492_5_4_05;
*/

#endif
