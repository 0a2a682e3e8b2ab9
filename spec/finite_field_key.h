/* DSA and Diffie-Hellman keys in a SubjectPublicKeyInfo, RFC 3279 sections 2.3.2 and 2.3.3: parameters and public number.
 *
 *     Dss-Parms ::= SEQUENCE { p INTEGER, q INTEGER, g INTEGER }
 *     DomainParameters ::= SEQUENCE { p INTEGER, g INTEGER, q INTEGER, j INTEGER OPTIONAL,
 *                                     validationParms ValidationParms OPTIONAL }
 *     ValidationParms ::= SEQUENCE { seed BIT STRING, pgenCounter INTEGER }
 *     DSAPublicKey ::= INTEGER
 *     DHPublicKey ::= INTEGER
 *
 * As in spec/der.h, b[i .. e-1] runs from offset i up to e, and 0 says that an element does not end. What the numbers are
 * is not judged.
 */
#ifndef TLS12_SPEC_FINITE_FIELD_KEY_H
#define TLS12_SPEC_FINITE_FIELD_KEY_H

#include "spec/der.h"
#include "spec/rules.h"

/* Where three INTEGERs in a row end. */
/*@ logic integer three_integers_end{L}(uint8_t *b, integer i, integer e) =
      \let second = der_integer_end(b, i, e);
      \let third = second == 0 ? 0 : der_integer_end(b, second, e);
      third == 0 ? 0 : der_integer_end(b, third, e);

    logic boolean dss_parameters{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_SEQUENCE) == e && three_integers_end(b, der_contents(b, i), e) == e;

    logic boolean validation_parameters{L}(uint8_t *b, integer i, integer e) =
      \let counter = der_bit_string_end(b, der_contents(b, i), e);
      der_end(b, i, e, DER_SEQUENCE) == e && counter != 0 && der_integer_end(b, counter, e) == e;

    logic integer after_factor{L}(uint8_t *b, integer i, integer e) =
      i != e && b[i] == DER_INTEGER ? der_integer_end(b, i, e) : i;

    logic boolean domain_parameters{L}(uint8_t *b, integer i, integer e) =
      \let factor = three_integers_end(b, der_contents(b, i), e);
      \let validation = factor == 0 ? 0 : after_factor(b, factor, e);
      der_end(b, i, e, DER_SEQUENCE) == e && validation != 0 &&
      (validation == e || validation_parameters(b, validation, e));
*/

/* The parameters in b[i .. e-1], absent when i == e, and the key in b[k .. n-1]. */
/*@ logic integer dsa_key_rule{L}(uint8_t *b, integer i, integer e, integer k, integer n) =
      (i == e || dss_parameters(b, i, e)) && der_integer_end(b, k, n) == n ? TLS12_NO_RULE : R3279_2_3_2_01;

    logic integer dh_key_rule{L}(uint8_t *b, integer i, integer e, integer k, integer n) =
      domain_parameters(b, i, e) && der_integer_end(b, k, n) == n ? TLS12_NO_RULE : R3279_2_3_3_01;
*/

#endif
