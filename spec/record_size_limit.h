/* RFC 8449 section 4, record_size_limit, the same in both hellos:
 *
 *     uint16 RecordSizeLimit;
 *
 * "Endpoints MUST NOT send a "record_size_limit" extension with a value smaller than 64." A value above the largest size of
 * a record is not judged: a server must not refuse it.
 */
#ifndef TLS12_SPEC_RECORD_SIZE_LIMIT_H
#define TLS12_SPEC_RECORD_SIZE_LIMIT_H

#include "spec/presentation.h"

/*@ predicate record_size_limit_value(integer limit) = 64 <= limit <= 65535;

    logic integer record_size_limit_size = 2;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ //= build/requirements.md#R8449-4-04
    //= type=implication
    //# A server does not reject values above the protocol maximum (e.g. 2^14+1).
    predicate record_size_limit{L}(uint8_t *b, integer n, integer limit) =
      64 <= limit <= 65535 && n == 2 && be16(b, 0) == limit;

    predicate is_record_size_limit{L}(uint8_t *b, integer n) = \exists integer limit; record_size_limit(b, n, limit);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer record_size_limit_rule{L}(uint8_t *b, integer n) =
      n < 2           ? R8449_4_01 :
      be16(b, 0) < 64 ? R8449_4_02 :
      n != 2          ? R5246_7_4_1_4_01 :
                        TLS12_NO_RULE;

    logic integer record_size_limit_offset{L}(uint8_t *b, integer n) = n < 2 || be16(b, 0) < 64 ? 0 : 2;

    logic integer record_size_limit_extent{L}(uint8_t *b, integer n) = n < 2 ? n : be16(b, 0) < 64 ? 2 : n - 2;
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the number that lies in them. */
/*@ lemma record_size_limit_accepted{L}: \forall uint8_t *b, integer n;
      record_size_limit_rule(b, n) == TLS12_NO_RULE ==> record_size_limit(b, n, be16(b, 0));

    lemma record_size_limit_exact{L}: \forall uint8_t *b, integer n;
      is_record_size_limit(b, n) <==> record_size_limit_rule(b, n) == TLS12_NO_RULE;
*/

#endif
