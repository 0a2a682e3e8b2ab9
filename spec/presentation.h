/* RFC 5246 section 4, the presentation language, as logic.
 *
 * Bytes are named by an offset from one base pointer: b[i .. e-1] runs from offset i up to, but without, offset e.
 * A value is a byte string d[0 .. n-1]. Both sides of a comparison count from zero, the form that provers match.
 */
#ifndef TLS12_SPEC_PRESENTATION_H
#define TLS12_SPEC_PRESENTATION_H

#include <stdint.h>
#include "spec/alerts.h"
#include "spec/rules.h"

/* The length of a handshake body is a uint24 (7.4), so no offset in a message exceeds this. */
#define TLS12_BODY_MAX 0xFFFFFFu

/* 4.1 and 4.4: integers are unsigned and big-endian. */
/*@ //= build/requirements.md#R5246-4.1-01
    //= type=implication
    //# An n-byte number is read and written most-significant byte first, with no other byte order anywhere on the
    //# wire.
    //= build/requirements.md#R5246-4.4-01
    //= type=implication
    //# Every numeric field is unsigned; no field is ever sign-extended.
    logic integer be16{L}(uint8_t *b, integer i) = 256 * b[i] + b[i+1];
    logic integer be24{L}(uint8_t *b, integer i) = 65536 * b[i] + 256 * b[i+1] + b[i+2];
    logic integer be32{L}(uint8_t *b, integer i) = 16777216 * b[i] + 65536 * b[i+1] + 256 * b[i+2] + b[i+3];
*/

/* Byte strings: what b holds from offset i at moment K is a copy of what d holds at moment L; b is the same at both. */
/*@ predicate copy{K,L}(uint8_t *b, integer i, uint8_t *d, integer n) =
      \forall integer k; 0 <= k < n ==> \at(b[i+k],K) == \at(d[k],L);

    predicate kept{K,L}(uint8_t *b, integer i, integer e) =
      \forall integer k; i <= k < e ==> \at(b[k],K) == \at(b[k],L);
*/

/* 4.3: opaque v[n] is n bytes; opaque v<floor..ceiling> is a length and that many bytes. The length is as wide as the
 * ceiling needs: one byte in vector8, two in vector16, three in vector24. Here b[i .. e-1] is the encoding of
 * d[0 .. n-1]. */
/*@ predicate fixed{L}(uint8_t *b, integer i, integer e, uint8_t *d, integer n) =
      e == i + n && copy{L,L}(b, i, d, n);

    predicate vector8{L}(uint8_t *b, integer i, integer e, uint8_t *d, integer n) =
      e == i + 1 + n && b[i] == n && copy{L,L}(b, i + 1, d, n);

    predicate vector16{L}(uint8_t *b, integer i, integer e, uint8_t *d, integer n) =
      e == i + 2 + n && be16(b, i) == n && copy{L,L}(b, i + 2, d, n);

    predicate vector24{L}(uint8_t *b, integer i, integer e, uint8_t *d, integer n) =
      e == i + 3 + n && be24(b, i) == n && copy{L,L}(b, i + 3, d, n);
*/

/* Where the vector at offset i ends; 0 when its length is cut short, leads past e, or is out of range. */
/*@ logic integer vector8_end{L}(uint8_t *b, integer i, integer e, integer floor, integer ceiling) =
      1 <= e - i && b[i] <= e - i - 1 && floor <= b[i] <= ceiling ? i + 1 + b[i] : 0;

    logic integer vector16_end{L}(uint8_t *b, integer i, integer e, integer floor, integer ceiling) =
      2 <= e - i && be16(b, i) <= e - i - 2 && floor <= be16(b, i) <= ceiling ? i + 2 + be16(b, i) : 0;

    logic integer vector24_end{L}(uint8_t *b, integer i, integer e, integer floor, integer ceiling) =
      3 <= e - i && be24(b, i) <= e - i - 3 && floor <= be24(b, i) <= ceiling ? i + 3 + be24(b, i) : 0;
*/

/* The same for a vector of two-byte elements: its length is even. */
/*@ logic integer pairs16_end{L}(uint8_t *b, integer i, integer e, integer floor, integer ceiling) =
      vector16_end(b, i, e, floor, ceiling) != 0 && be16(b, i) % 2 == 0 ? i + 2 + be16(b, i) : 0;
*/

/* Which rule a malformed vector breaks, and which bytes are to blame: R5246-4.3-06 and all that is left when it leads
 * past e; else the rule of the field, which gives floor, ceiling and element size, and the whole vector. */
/*@ logic integer vector8_rule{L}(uint8_t *b, integer i, integer e, integer rule) = 1 <= e - i && b[i] <= e - i - 1 ? rule : R5246_4_3_06;
    logic integer vector16_rule{L}(uint8_t *b, integer i, integer e, integer rule) = 2 <= e - i && be16(b, i) <= e - i - 2 ? rule : R5246_4_3_06;
    logic integer vector24_rule{L}(uint8_t *b, integer i, integer e, integer rule) = 3 <= e - i && be24(b, i) <= e - i - 3 ? rule : R5246_4_3_06;

    logic integer vector8_extent{L}(uint8_t *b, integer i, integer e) = 1 <= e - i && b[i] <= e - i - 1 ? 1 + b[i] : e - i;
    logic integer vector16_extent{L}(uint8_t *b, integer i, integer e) = 2 <= e - i && be16(b, i) <= e - i - 2 ? 2 + be16(b, i) : e - i;
    logic integer vector24_extent{L}(uint8_t *b, integer i, integer e) = 3 <= e - i && be24(b, i) <= e - i - 3 ? 3 + be24(b, i) : e - i;
*/

/* 7.2.2: what cannot be parsed is a decode_error. The rules that the text gives another alert: */
/*@ logic integer alert_for(integer rule) =
      rule == TLS12_NO_RULE ? TLS12_NO_ALERT :
      rule == R8422_5_4_02  ? TLS12_HANDSHAKE_FAILURE :
      rule == R5246_7_4_1_2_07 || rule == R8422_5_1_02 || rule == R6066_3_02 || rule == R6066_4_02 ||
      rule == R7685_3_01 || rule == R8449_4_02 ? TLS12_ILLEGAL_PARAMETER :
                              TLS12_DECODE_ERROR;
*/

/* A vector of vectors: its bytes are elements opaque<1..2^16-1>, or opaque<1..2^24-1>, without a gap. A walk from
 * element to element stops where no whole element follows; the bytes are a list when that is their end. */
/*@ logic integer list16_stop{L}(uint8_t *b, integer i, integer e) =
      vector16_end(b, i, e, 1, 65535) == 0 ? i : list16_stop(b, vector16_end(b, i, e, 1, 65535), e);

    predicate list16{L}(uint8_t *b, integer i, integer e) = list16_stop(b, i, e) == e;

    logic integer list24_stop{L}(uint8_t *b, integer i, integer e) =
      vector24_end(b, i, e, 1, 16777215) == 0 ? i : list24_stop(b, vector24_end(b, i, e, 1, 16777215), e);

    predicate list24{L}(uint8_t *b, integer i, integer e) = list24_stop(b, i, e) == e;
*/

/* A copy of a list is a list. The walk is followed backwards, from its end: walk16_copied and walk24_copied are proven
 * by induction on p downwards from n (WP's induction tactic, proofs/session/script), the others are their steps. */
/*@ lemma no_element16{L}: \forall uint8_t *b, integer e; vector16_end(b, e, e, 1, 65535) == 0;

    lemma element16_range{L}: \forall uint8_t *b, integer i, e; vector16_end(b, i, e, 1, 65535) != 0 ==>
      i < vector16_end(b, i, e, 1, 65535) <= e;

    lemma walk16_stops{L}: \forall uint8_t *b, integer i, e; vector16_end(b, i, e, 1, 65535) == 0 ==>
      list16_stop(b, i, e) == i;

    lemma walk16_steps{L}: \forall uint8_t *b, integer i, e; vector16_end(b, i, e, 1, 65535) != 0 ==>
      list16_stop(b, i, e) == list16_stop(b, vector16_end(b, i, e, 1, 65535), e);

    lemma element16_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      (vector16_end{L}(d, p, n, 1, 65535) == 0 ?
         vector16_end{K}(b, i + p, i + n, 1, 65535) == 0 :
         vector16_end{K}(b, i + p, i + n, 1, 65535) == i + vector16_end{L}(d, p, n, 1, 65535));

    lemma walk16_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      list16_stop{K}(b, i + p, i + n) == i + list16_stop{L}(d, p, n);

    lemma list16_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==> (list16{K}(b, i, e) <==> list16{L}(d, 0, n));
*/

/*@ lemma no_element24{L}: \forall uint8_t *b, integer e; vector24_end(b, e, e, 1, 16777215) == 0;

    lemma element24_range{L}: \forall uint8_t *b, integer i, e; vector24_end(b, i, e, 1, 16777215) != 0 ==>
      i < vector24_end(b, i, e, 1, 16777215) <= e;

    lemma walk24_stops{L}: \forall uint8_t *b, integer i, e; vector24_end(b, i, e, 1, 16777215) == 0 ==>
      list24_stop(b, i, e) == i;

    lemma walk24_steps{L}: \forall uint8_t *b, integer i, e; vector24_end(b, i, e, 1, 16777215) != 0 ==>
      list24_stop(b, i, e) == list24_stop(b, vector24_end(b, i, e, 1, 16777215), e);

    lemma element24_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      (vector24_end{L}(d, p, n, 1, 16777215) == 0 ?
         vector24_end{K}(b, i + p, i + n, 1, 16777215) == 0 :
         vector24_end{K}(b, i + p, i + n, 1, 16777215) == i + vector24_end{L}(d, p, n, 1, 16777215));

    lemma walk24_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      list24_stop{K}(b, i + p, i + n) == i + list24_stop{L}(d, p, n);

    lemma list24_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==> (list24{K}(b, i, e) <==> list24{L}(d, 0, n));
*/

#endif
