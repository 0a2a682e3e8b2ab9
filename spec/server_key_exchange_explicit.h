/* RFC 4492 section 5.4, the ServerKeyExchange of ECDH_anon, ECDHE_ECDSA and ECDHE_RSA with an explicit curve:
 *
 *     struct {
 *         ECParameters curve_params;       spec/explicit_field.h, then spec/explicit_curve.h
 *         ECPoint public;
 *     } ServerECDHParams;
 *
 *     struct {
 *         ServerECDHParams params;
 *         Signature signed_params;         not of ECDH_anon; in TLS 1.2 a DigitallySigned: RFC 5246 sections 4.7 and A.7
 *     } ServerKeyExchange;
 *
 * RFC 8422 deprecates these curves: this is their grammar, and a handshake refuses them all the same (R8422-5.4-02).
 * is_signed is not 0 when the key exchange signs. Not judged here: the curve, the pair of algorithms and the signature.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_EXPLICIT_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_EXPLICIT_H

#include "spec/digitally_signed.h"
#include "spec/explicit_curve.h"
#include "spec/explicit_field.h"

/* b[0 .. e-1] are the params; b[0 .. n-1] is the whole. */
/*@ predicate is_explicit_params{L}(uint8_t *b, integer e) =
      \exists integer i; 0 < i && is_explicit_field(b, i) && is_explicit_curve(b, i, e);

    predicate is_signature_of{L}(uint8_t *b, integer e, integer n, integer is_signed) =
      is_signed != 0 ? digitally_signed_end(b, e, n) == n && n != 0 : e == n;

    predicate is_server_key_exchange_explicit{L}(uint8_t *b, integer n, integer is_signed) =
      \exists integer e; e <= n && is_explicit_params(b, e) && is_signature_of(b, e, n, is_signed);
*/

/* Reading from the left: where the params and the whole end, 0 when a field is malformed ... */
/*@ logic integer explicit_params_end{L}(uint8_t *b, integer n) =
      explicit_field_end(b, n) == 0 ? 0 : explicit_curve_end(b, explicit_field_end(b, n), n);

    logic integer server_key_exchange_explicit_end{L}(uint8_t *b, integer n, integer is_signed) =
      is_signed != 0 ? digitally_signed_end(b, explicit_params_end(b, n), n) : explicit_params_end(b, n);

    logic integer explicit_rule_of(integer curve_type) = curve_type == TLS12_EXPLICIT_PRIME ? R4492_5_4_01 : R4492_5_4_02;
*/

/* ... and so the first broken rule, and the bytes that break it. */
/*@ logic integer server_key_exchange_explicit_rule{L}(uint8_t *b, integer n, integer is_signed) =
      explicit_field_end(b, n) == 0                          ? explicit_field_rule(b, n) :
      explicit_params_end(b, n) == 0 ?
        explicit_curve_rule(b, explicit_field_end(b, n), n, explicit_rule_of(b[0])) :
      server_key_exchange_explicit_end(b, n, is_signed) == 0 ? digitally_signed_rule(explicit_params_end(b, n), n) :
      server_key_exchange_explicit_end(b, n, is_signed) != n ? R5246_7_4_02 :
                                                               TLS12_NO_RULE;

    logic integer server_key_exchange_explicit_offset{L}(uint8_t *b, integer n, integer is_signed) =
      explicit_field_end(b, n) == 0                          ? explicit_field_offset(b, n) :
      explicit_params_end(b, n) == 0                         ? explicit_curve_offset(b, explicit_field_end(b, n), n) :
      server_key_exchange_explicit_end(b, n, is_signed) == 0 ? digitally_signed_offset(explicit_params_end(b, n), n) :
                                                               server_key_exchange_explicit_end(b, n, is_signed);

    logic integer server_key_exchange_explicit_extent{L}(uint8_t *b, integer n, integer is_signed) =
      explicit_field_end(b, n) == 0  ? explicit_field_extent(b, n) :
      explicit_params_end(b, n) == 0 ? explicit_curve_extent(b, explicit_field_end(b, n), n) :
                                       n - server_key_exchange_explicit_offset(b, n, is_signed);
*/

/* No rule is broken exactly when the bytes encode a value. */
/*@ lemma explicit_params_accepted{L}: \forall uint8_t *b, integer n; explicit_params_end(b, n) != 0 ==>
      is_explicit_params(b, explicit_params_end(b, n)) && explicit_params_end(b, n) <= n;

    lemma explicit_params_only{L}: \forall uint8_t *b, integer e, n;
      e <= n && is_explicit_params(b, e) ==> explicit_params_end(b, n) == e && 0 < e;

    lemma server_key_exchange_explicit_accepted{L}: \forall uint8_t *b, integer n, is_signed;
      server_key_exchange_explicit_rule(b, n, is_signed) == TLS12_NO_RULE ==>
      is_server_key_exchange_explicit(b, n, is_signed);

    lemma server_key_exchange_explicit_only{L}: \forall uint8_t *b, integer n, is_signed;
      is_server_key_exchange_explicit(b, n, is_signed) ==>
      server_key_exchange_explicit_rule(b, n, is_signed) == TLS12_NO_RULE;

    lemma server_key_exchange_explicit_exact{L}: \forall uint8_t *b, integer n, is_signed;
      is_server_key_exchange_explicit(b, n, is_signed) <==>
      server_key_exchange_explicit_rule(b, n, is_signed) == TLS12_NO_RULE;
*/

#endif
