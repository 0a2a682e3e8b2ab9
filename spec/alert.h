/* RFC 5246 section 7.2, Alert:
 *
 *     enum { warning(1), fatal(2), (255) } AlertLevel;
 *
 *     struct {
 *         AlertLevel level;
 *         AlertDescription description;
 *     } Alert;
 *
 * Every description is decoded: the receiver decides about those that it does not know.
 */
#ifndef TLS12_SPEC_ALERT_H
#define TLS12_SPEC_ALERT_H

#include "spec/presentation.h"

/*@ predicate alert_value(integer level, integer description) =
      TLS12_WARNING <= level <= TLS12_FATAL && 0 <= description <= 255;

    logic integer alert_size = 2;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate alert{L}(uint8_t *b, integer n, integer level, integer description) =
      alert_value(level, description) && n == alert_size && b[0] == level && b[1] == description;

    predicate is_alert{L}(uint8_t *b, integer n) = \exists integer level, description; alert(b, n, level, description);
*/

/* What breaks R5246-7.2-01: a level that is none, too few bytes, or the bytes that follow. */
/*@ logic integer alert_rule{L}(uint8_t *b, integer n) =
      n == 2 && TLS12_WARNING <= b[0] <= TLS12_FATAL ? TLS12_NO_RULE : R5246_7_2_01;

    logic integer alert_offset{L}(uint8_t *b, integer n) =
      n < 1 || !(TLS12_WARNING <= b[0] <= TLS12_FATAL) ? 0 :
      n < 2                                            ? 1 :
                                                         2;
    logic integer alert_extent{L}(uint8_t *b, integer n) =
      n < 1                                   ? 0 :
      !(TLS12_WARNING <= b[0] <= TLS12_FATAL) ? 1 :
      n < 2                                   ? 0 :
                                                n - 2;
*/

/*@ lemma alert_accepted{L}: \forall uint8_t *b, integer n; alert_rule(b, n) == TLS12_NO_RULE ==> alert(b, n, b[0], b[1]);

    lemma alert_only{L}: \forall uint8_t *b, integer n, level, description;
      alert(b, n, level, description) ==> alert_rule(b, n) == TLS12_NO_RULE;

    lemma alert_exact{L}: \forall uint8_t *b, integer n; is_alert(b, n) <==> alert_rule(b, n) == TLS12_NO_RULE;
*/

#endif
