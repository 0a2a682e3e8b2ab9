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

/* d[0 .. n-1] is the encoding of that value, with the signature s by h and w, or without: then these are 0 and empty. */
/*@ predicate explicit_signature_value(integer is_signed, integer h, integer w, integer s_n) =
      is_signed != 0 ? 0 <= h <= 255 && 0 <= w <= 255 && 0 <= s_n <= 65535 : h == 0 && w == 0 && s_n == 0;

    logic integer explicit_signature_size(integer is_signed, integer s_n) = is_signed != 0 ? 4 + s_n : 0;

    predicate explicit_signature{L}(uint8_t *d, integer i, integer n, integer is_signed, integer h, integer w, uint8_t *s,
        integer s_n) =
      explicit_signature_value(is_signed, h, w, s_n) &&
      (is_signed != 0 ? digitally_signed(d, i, n, h, w, s, s_n) : i == n);

    predicate server_key_exchange_explicit{L}(uint8_t *d, integer n, integer is_signed, integer type, integer m, integer basis,
        uint8_t *p, integer p_n, uint8_t *k, integer k_n, uint8_t *l, integer l_n,
        uint8_t *a, integer a_n, uint8_t *b, integer b_n, uint8_t *g, integer g_n,
        uint8_t *r, integer r_n, uint8_t *c, integer c_n, uint8_t *y, integer y_n,
        integer h, integer w, uint8_t *s, integer s_n) =
      \let i = explicit_field_size(type, basis, p_n, k_n, l_n);
      \let e = i + explicit_curve_size(a_n, b_n, g_n, r_n, c_n, y_n);
      explicit_field(d, i, type, m, basis, p, p_n, k, k_n, l, l_n) &&
      explicit_curve(d, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) &&
      explicit_signature(d, e, n, is_signed, h, w, s, s_n);

    predicate server_key_exchange_explicit_value(integer is_signed, integer type, integer m, integer basis,
        integer p_n, integer k_n, integer l_n, integer a_n, integer b_n, integer g_n, integer r_n, integer c_n, integer y_n,
        integer h, integer w, integer s_n) =
      explicit_field_value(type, m, basis, p_n, k_n, l_n) && explicit_curve_value(a_n, b_n, g_n, r_n, c_n, y_n) &&
      explicit_signature_value(is_signed, h, w, s_n);

    logic integer server_key_exchange_explicit_size(integer is_signed, integer type, integer basis,
        integer p_n, integer k_n, integer l_n, integer a_n, integer b_n, integer g_n, integer r_n, integer c_n, integer y_n,
        integer s_n) =
      explicit_field_size(type, basis, p_n, k_n, l_n) + explicit_curve_size(a_n, b_n, g_n, r_n, c_n, y_n) +
      explicit_signature_size(is_signed, s_n);

    lemma server_key_exchange_explicit_parts{L}: \forall uint8_t *d, integer i, e, n, is_signed, type, m, basis,
        uint8_t *p, *k, *l, integer p_n, k_n, l_n,
        uint8_t *a, *b, *g, *r, *c, *y, integer a_n, b_n, g_n, r_n, c_n, y_n, h, w, uint8_t *s, integer s_n;
      explicit_field(d, i, type, m, basis, p, p_n, k, k_n, l, l_n) &&
      explicit_curve(d, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) &&
      explicit_signature(d, e, n, is_signed, h, w, s, s_n) ==>
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n,
        a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n, h, w, s, s_n);
*/

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

    lemma explicit_curve_is{L}: \forall uint8_t *d, *a, *b, *g, *r, *c, *y, integer i, e, a_n, b_n, g_n, r_n, c_n, y_n;
      explicit_curve(d, i, e, a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n) ==> is_explicit_curve(d, i, e) && i < e;

    lemma explicit_signature_is{L}: \forall uint8_t *d, integer i, n, is_signed, h, w, uint8_t *s, integer s_n;
      0 <= i && explicit_signature(d, i, n, is_signed, h, w, s, s_n) ==> is_signature_of(d, i, n, is_signed) && i <= n;

    lemma explicit_parts_is{L}: \forall uint8_t *d, integer i, e, n, is_signed;
      0 < i && is_explicit_field(d, i) && is_explicit_curve(d, i, e) && e <= n && is_signature_of(d, e, n, is_signed) ==>
      is_server_key_exchange_explicit(d, n, is_signed);

    lemma server_key_exchange_explicit_is{L}: \forall uint8_t *d, integer n, is_signed, type, m, basis,
        uint8_t *p, *k, *l, integer p_n, k_n, l_n,
        uint8_t *a, *b, *g, *r, *c, *y, integer a_n, b_n, g_n, r_n, c_n, y_n, h, w, uint8_t *s, integer s_n;
      server_key_exchange_explicit(d, n, is_signed, type, m, basis, p, p_n, k, k_n, l, l_n,
        a, a_n, b, b_n, g, g_n, r, r_n, c, c_n, y, y_n, h, w, s, s_n) ==>
      is_server_key_exchange_explicit(d, n, is_signed);
*/

#endif
