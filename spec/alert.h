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

/* 7.2.1 and 7.2.2: with which level an alert is sent. Where the text leaves that to the sender, the sender is about to close. */
/*@ //= build/requirements.md#R5246-7.2.2-04
    //= type=implication
    //# If an alert is sent and the sender is about to close, it is sent at fatal level even if the description would
    //# allow a warning.
    //= build/requirements.md#R5246-7.2.2-06
    //= type=implication
    //# unexpected_message(10) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-07
    //= type=implication
    //# bad_record_mac(20) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-08
    //= type=implication
    //# record_overflow(22) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-09
    //= type=implication
    //# decompression_failure(30) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-10
    //= type=implication
    //# handshake_failure(40) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-11
    //= type=implication
    //# illegal_parameter(47) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-12
    //= type=implication
    //# unknown_ca(48) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-13
    //= type=implication
    //# access_denied(49) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-14
    //= type=implication
    //# decode_error(50) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-15
    //= type=implication
    //# decrypt_error(51) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-16
    //= type=implication
    //# protocol_version(70) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-17
    //= type=implication
    //# insufficient_security(71) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-18
    //= type=implication
    //# internal_error(80) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-19
    //= type=implication
    //# unsupported_extension(110) is always sent at fatal level
    //= build/requirements.md#R5246-7.2.2-20
    //= type=implication
    //# fatal if it then closes
    //= build/requirements.md#R5246-7.2.2-21
    //= type=implication
    //# fatal if it then closes
    //= build/requirements.md#R5246-7.2.2-22
    //= type=implication
    //# fatal if it then closes
    //= build/requirements.md#R5246-7.2.2-23
    //= type=implication
    //# fatal if it then closes
    //= build/requirements.md#R5246-7.2.2-24
    //= type=implication
    //# fatal if it then closes
    //= build/requirements.md#R5246-7.2.2-28
    //= type=implication
    //# no_renegotiation(100) is always a warning
    //= build/requirements.md#R5246-7.2.2-29
    //= type=implication
    //# user_canceled(90) is generally a warning
    logic integer alert_level(integer description) =
      description == TLS12_CLOSE_NOTIFY || description == TLS12_USER_CANCELED || description == TLS12_NO_RENEGOTIATION ?
        TLS12_WARNING : TLS12_FATAL;
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
