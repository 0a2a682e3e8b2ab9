/* ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } in DER (RFC 3279 section 2.2.3; X.690 sections 8.3, 10.1), for
 * numbers of at most `size` <= 66 bytes. Such an INTEGER has at most 67 bytes of content, so its length is one byte, and
 * that of the SEQUENCE is one byte, or 81 and one byte. */
#ifndef TLS12_SPEC_ECDSA_SIGNATURE_H
#define TLS12_SPEC_ECDSA_SIGNATURE_H

#include "spec/limbs.h"

/* Bytes inside the same bytes are the same. */
/*@ lemma bytes_within{K,L}: \forall uint8_t *b, integer i, n, e;
      0 <= i && i + n <= e && same_bytes{K,L}(b, b, e) ==> same_bytes{K,L}(b + i, b + i, n);
    lemma value_within{K,L}: \forall uint8_t *b, integer i, n, e;
      0 <= i && 0 <= n && i + n <= e && same_bytes{K,L}(b, b, e) ==> value{K}(b + i, n) == value{L}(b + i, n); */

/*@ // Where the contents of a SEQUENCE that fills b[0 .. n-1] begin: lengths from 128 have the long form, shorter ones the
    // short form. 0 when the bytes are none.
    logic integer signature_start{L}(uint8_t *b, integer n) =
      n >= 2 && b[0] == 0x30 && b[1] < 128 && b[1] == n - 2 ? 2 :
      n >= 3 && b[0] == 0x30 && b[1] == 0x81 && b[2] >= 128 && b[2] == n - 3 ? 3 : 0;

    // Where an INTEGER at b[i .. e-1] that is not negative, and has no leading zero byte without need, ends. 0: none is there.
    logic integer number_end{L}(uint8_t *b, integer i, integer e) =
      e - i >= 3 && b[i] == 0x02 && 1 <= b[i + 1] < 128 && b[i + 1] <= e - i - 2 && b[i + 2] < 128 &&
      (b[i + 1] == 1 || b[i + 2] != 0 || b[i + 3] >= 128) ? i + 2 + b[i + 1] : 0;

    // Its bytes, without the zero that keeps it from being negative.
    logic integer number_first{L}(uint8_t *b, integer i) = b[i + 1] > 1 && b[i + 2] == 0 ? i + 3 : i + 2;
    logic integer number_size{L}(uint8_t *b, integer i) = i + 2 + b[i + 1] - number_first(b, i);
    logic integer number_value{L}(uint8_t *b, integer i) = value(b + number_first(b, i), number_size(b, i));

    predicate number_at{L}(uint8_t *b, integer i, integer e, integer size) =
      number_end(b, i, e) != 0 && number_size(b, i) <= size;

    // Where s is.
    logic integer signature_second{L}(uint8_t *b, integer n) = number_end(b, signature_start(b, n), n);

    //= build/requirements.md#R8422-5.4-08
    //= type=implication
    //# An ECDSA signature is DER SEQUENCE{INTEGER r, INTEGER s} inside the 0..2^16-1 signature vector.
    predicate is_signature{L}(uint8_t *b, integer n, integer size) =
      signature_start(b, n) != 0 && number_at(b, signature_start(b, n), n, size) &&
      number_at(b, signature_second(b, n), n, size) && number_end(b, signature_second(b, n), n) == n;

    logic integer signature_r{L}(uint8_t *b, integer n) = number_value(b, signature_start(b, n));
    logic integer signature_s{L}(uint8_t *b, integer n) = number_value(b, signature_second(b, n)); */

/* The same bytes hold the same, and what follows a number does not matter. */
/*@ lemma signature_start_same{K,L}: \forall uint8_t *b, integer n;
      signature_start{L}(b, n) != 0 && same_bytes{K,L}(b, b, signature_start{L}(b, n)) ==>
      signature_start{K}(b, n) == signature_start{L}(b, n);

    lemma integer_same{K,L}: \forall uint8_t *b, integer i, e;
      0 <= i && number_end{L}(b, i, e) != 0 && same_bytes{K,L}(b, b, e) ==>
      number_end{K}(b, i, e) == number_end{L}(b, i, e) && number_first{K}(b, i) == number_first{L}(b, i) &&
      number_size{K}(b, i) == number_size{L}(b, i);

    lemma integer_value_same{K,L}: \forall uint8_t *b, integer i, e;
      0 <= i && number_end{L}(b, i, e) != 0 && same_bytes{K,L}(b, b, e) ==> number_value{K}(b, i) == number_value{L}(b, i);

    lemma integer_longer{L}: \forall uint8_t *b, integer i, e, f;
      number_end(b, i, e) != 0 && e <= f ==> number_end(b, i, f) == number_end(b, i, e); */

#endif
