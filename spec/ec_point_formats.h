/* RFC 8422 section 5.1.2, ec_point_formats:
 *
 *     enum { uncompressed(0), ..., (255) } ECPointFormat;
 *
 *     struct {
 *         ECPointFormat ec_point_format_list<1..2^8-1>
 *     } ECPointFormatList;
 *
 * The list contains uncompressed (section 5.1); other formats are not judged.
 */
#ifndef TLS12_SPEC_EC_POINT_FORMATS_H
#define TLS12_SPEC_EC_POINT_FORMATS_H

#include "spec/zero_byte.h"

/*@ predicate ec_point_formats_value{L}(uint8_t *formats, integer formats_n) = 1 <= formats_n <= 255 && contains_zero(formats, 0, formats_n);

    logic integer ec_point_formats_size(integer formats_n) = 1 + formats_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate ec_point_formats{L}(uint8_t *b, integer n, uint8_t *formats, integer formats_n) =
      1 <= formats_n <= 255 && vector8(b, 0, n, formats, formats_n) && contains_zero(b, 1, n);

    predicate is_ec_point_formats{L}(uint8_t *b, integer n) =
      \exists uint8_t *formats, integer formats_n; ec_point_formats(b, n, formats, formats_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer ec_point_formats_end{L}(uint8_t *b, integer n) = vector8_end(b, 0, n, 1, 255);

    logic integer ec_point_formats_rule{L}(uint8_t *b, integer n) =
      ec_point_formats_end(b, n) == 0 ? vector8_rule(b, 0, n, R8422_5_1_2_01) :
      zero_found(b, 1, ec_point_formats_end(b, n)) == ec_point_formats_end(b, n) ? R8422_5_1_02 :
      ec_point_formats_end(b, n) != n ? R5246_7_4_1_4_01 : TLS12_NO_RULE;

    logic integer ec_point_formats_offset{L}(uint8_t *b, integer n) =
      ec_point_formats_end(b, n) != 0 && zero_found(b, 1, ec_point_formats_end(b, n)) == ec_point_formats_end(b, n) ? 0 :
      ec_point_formats_end(b, n);

    logic integer ec_point_formats_extent{L}(uint8_t *b, integer n) =
      ec_point_formats_end(b, n) != 0 && zero_found(b, 1, ec_point_formats_end(b, n)) == ec_point_formats_end(b, n) ? ec_point_formats_end(b, n) :
      ec_point_formats_end(b, n) == 0 ? vector8_extent(b, 0, n) : n - ec_point_formats_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma ec_point_formats_accepted{L}: \forall uint8_t *b, integer n; ec_point_formats_rule(b, n) == TLS12_NO_RULE ==>
      ec_point_formats(b, n, b + 1, n - 1);

    lemma ec_point_formats_only{L}: \forall uint8_t *b, *formats, integer n, formats_n; ec_point_formats(b, n, formats, formats_n) ==>
      ec_point_formats_rule(b, n) == TLS12_NO_RULE;

    lemma ec_point_formats_exact{L}: \forall uint8_t *b, integer n; is_ec_point_formats(b, n) <==> ec_point_formats_rule(b, n) == TLS12_NO_RULE;
*/

#endif
