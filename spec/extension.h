/* RFC 5246 section 7.4.1.4, the extensions of a hello:
 *
 *     struct {
 *         ExtensionType extension_type;
 *         opaque extension_data<0..2^16-1>;
 *     } Extension;
 *
 *     Extension extensions<0..2^16-1>;
 *
 * "There MUST NOT be more than one extension of the same type." Types are not judged here, whether known or not.
 */
#ifndef TLS12_SPEC_EXTENSION_H
#define TLS12_SPEC_EXTENSION_H

#include "spec/presentation.h"

/* Where the extension at offset i ends; 0 when it does not fit before e. */
/*@ logic integer extension_end{L}(uint8_t *b, integer i, integer e) = vector16_end(b, i + 2, e, 0, 65535);
*/

/* The first extension of that type from offset i on; e when there is none. */
/*@ logic integer extension_found{L}(uint8_t *b, integer i, integer e, integer type) =
      extension_end(b, i, e) == 0 ? e :
      be16(b, i) == type          ? i : extension_found(b, extension_end(b, i, e), e, type);
*/

/* The walk over the extensions of b[s .. e-1], from offset i on, stops where no whole extension follows, or where the
 * extension is not the first one of its type. The bytes are a list of extensions when that is their end. */
/*@ logic integer extensions_stop{L}(uint8_t *b, integer s, integer i, integer e) =
      extension_end(b, i, e) == 0 || extension_found(b, s, e, be16(b, i)) != i ? i :
      extensions_stop(b, s, extension_end(b, i, e), e);

    //= build/requirements.md#R5246-7.4.1.4-05
    //= type=implication
    //# Extensions of different types may come in any order, so decoding cannot depend on order.
    //= build/requirements.md#R5246-7.4.1.4-07
    //# Unknown extension types in a ClientHello are ignored.
    predicate extensions{L}(uint8_t *b, integer s, integer e) = extensions_stop(b, s, s, e) == e;
*/

/* The rule that is broken where the walk stopped, and the bytes that break it: all that is left, or the repetition. */
/*@ logic integer extensions_rule{L}(uint8_t *b, integer s, integer e) =
      extensions_stop(b, s, s, e) == e                       ? TLS12_NO_RULE :
      extension_end(b, extensions_stop(b, s, s, e), e) == 0  ? R5246_4_3_06 :
                                                               R5246_7_4_1_4_04;

    logic integer extensions_extent{L}(uint8_t *b, integer s, integer e) =
      extension_end(b, extensions_stop(b, s, s, e), e) == 0 ?
        e - extensions_stop(b, s, s, e) :
        extension_end(b, extensions_stop(b, s, s, e), e) - extensions_stop(b, s, s, e);
*/

/* 7.4.1.2: a hello ends with its extensions, or just before. The block at offset i is absent, or accounts for all bytes
 * up to n; a present block may be empty, which is another encoding of the same meaning. */
/*@ //= build/requirements.md#R5246-7.4.1.2-14
    //= type=implication
    //# A ClientHello is accepted both with and without an extensions block; presence is determined solely by whether
    //# bytes remain after compression_methods.
    predicate hello_extensions{L}(uint8_t *b, integer i, integer n, integer present, uint8_t *list, integer list_n) =
      present == 0 ? i == n && list_n == 0
                   : 0 <= list_n <= 65535 && vector16(b, i, n, list, list_n) && extensions(b, i + 2, n);

    logic integer hello_extensions_size(integer present, integer list_n) = present == 0 ? 0 : 2 + list_n;

    predicate is_hello_extensions{L}(uint8_t *b, integer i, integer n) =
      i == n || (vector16_end(b, i, n, 0, 65535) == n && extensions(b, i + 2, n));

    logic integer hello_extensions_rule{L}(uint8_t *b, integer i, integer n, integer rule) =
      i == n                                  ? TLS12_NO_RULE :
      vector16_end(b, i, n, 0, 65535) != n    ? rule :
                                                extensions_rule(b, i + 2, n);

    logic integer hello_extensions_offset{L}(uint8_t *b, integer i, integer n) =
      i == n                                  ? n :
      vector16_end(b, i, n, 0, 65535) != n    ? i :
                                                extensions_stop(b, i + 2, i + 2, n);

    logic integer hello_extensions_extent{L}(uint8_t *b, integer i, integer n) =
      i == n                                  ? 0 :
      vector16_end(b, i, n, 0, 65535) != n    ? n - i :
      extensions_stop(b, i + 2, i + 2, n) == n ? 0 :
                                                extensions_extent(b, i + 2, n);
*/

/* No rule is broken exactly when the bytes end as a hello may, and then they encode the list that lies in them. */
/*@ lemma hello_extensions_absent{L}: \forall uint8_t *b, integer n; hello_extensions(b, n, n, 0, b + n, 0);

    lemma hello_extensions_present{L}: \forall uint8_t *b, integer i, n;
      0 < i && i != n && 0 < n && vector16_end(b, i, n, 0, 65535) == n && extensions(b, i + 2, n) ==>
      hello_extensions(b, i, n, 1, b + (i + 2), n - i - 2);

    lemma hello_extensions_only{L}: \forall uint8_t *b, *list, integer i, n, present, list_n;
      0 < i && hello_extensions(b, i, n, present, list, list_n) ==> i <= n && is_hello_extensions(b, i, n);

    lemma hello_extensions_exact{L}: \forall uint8_t *b, integer i, n, rule;
      0 < i && rule != TLS12_NO_RULE ==>
      (is_hello_extensions(b, i, n) <==> hello_extensions_rule(b, i, n, rule) == TLS12_NO_RULE);
*/

/* A copy of a list of extensions is one. found_copied and walk_copied are proven by induction on p downwards from n
 * (WP's induction tactic, proofs/session/script), the others are their steps. The predicates name what is to be proven
 * of offset p, and what its proof takes of the offset after the extension there: provers match names, not sums. */
/*@ predicate found_alike{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer type, integer p) =
      extension_found{K}(b, i + p, i + n, type) == i + extension_found{L}(d, p, n, type);

    predicate found_alike_after{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer type, integer p) =
      extension_end{L}(d, p, n) != 0 && be16{L}(d, p) != type ==>
      found_alike{K,L}(b, i, d, n, type, extension_end{L}(d, p, n));

    predicate walk_alike{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer p) =
      extensions_stop{K}(b, i, i + p, i + n) == i + extensions_stop{L}(d, 0, p, n);

    predicate walk_alike_after{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer p) =
      extension_end{L}(d, p, n) != 0 ==>
      found_alike{K,L}(b, i, d, n, be16{L}(d, p), 0) && walk_alike{K,L}(b, i, d, n, extension_end{L}(d, p, n));

    lemma no_extension{L}: \forall uint8_t *b, integer e; extension_end(b, e, e) == 0;

    lemma extension_range{L}: \forall uint8_t *b, integer i, e; extension_end(b, i, e) != 0 ==>
      i + 4 <= extension_end(b, i, e) <= e;

    lemma found_none{L}: \forall uint8_t *b, integer i, e, type; extension_end(b, i, e) == 0 ==>
      extension_found(b, i, e, type) == e;

    lemma found_here{L}: \forall uint8_t *b, integer i, e; extension_end(b, i, e) != 0 ==>
      extension_found(b, i, e, be16(b, i)) == i;

    lemma found_steps{L}: \forall uint8_t *b, integer i, e, type; extension_end(b, i, e) != 0 && be16(b, i) != type ==>
      extension_found(b, i, e, type) == extension_found(b, extension_end(b, i, e), e, type);

    lemma extensions_stops{L}: \forall uint8_t *b, integer s, i, e;
      extension_end(b, i, e) == 0 || extension_found(b, s, e, be16(b, i)) != i ==> extensions_stop(b, s, i, e) == i;

    lemma extensions_steps{L}: \forall uint8_t *b, integer s, i, e;
      extension_end(b, i, e) != 0 && extension_found(b, s, e, be16(b, i)) == i ==>
      extensions_stop(b, s, i, e) == extensions_stop(b, s, extension_end(b, i, e), e);

    lemma extension_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      (extension_end{L}(d, p, n) == 0 ?
         extension_end{K}(b, i + p, i + n) == 0 :
         extension_end{K}(b, i + p, i + n) == i + extension_end{L}(d, p, n) &&
         be16{K}(b, i + p) == be16{L}(d, p));

    lemma found_step_copied{K,L}: \forall uint8_t *b, *d, integer i, n, type, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      extension_found{K}(b, i + p, i + n, type) ==
        (extension_end{L}(d, p, n) == 0 ? i + n :
         be16{L}(d, p) == type          ? i + p :
                                          extension_found{K}(b, i + extension_end{L}(d, p, n), i + n, type));

    lemma found_alike_step{K,L}: \forall uint8_t *b, *d, integer i, n, type, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) && found_alike_after{K,L}(b, i, d, n, type, p) ==>
      found_alike{K,L}(b, i, d, n, type, p);

    lemma found_copied{K,L}: \forall uint8_t *b, *d, integer i, n, type, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==> found_alike{K,L}(b, i, d, n, type, p);

    lemma walk_alike_step{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) && walk_alike_after{K,L}(b, i, d, n, p) ==>
      walk_alike{K,L}(b, i, d, n, p);

    lemma walk_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==> walk_alike{K,L}(b, i, d, n, p);

    lemma whole_walk_copied{K,L}: \forall uint8_t *b, *d, integer i, n;
      0 <= i && 0 <= n && copy{K,L}(b, i, d, n) ==> walk_alike{K,L}(b, i, d, n, 0);

    lemma extensions_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==> (extensions{K}(b, i, e) <==> extensions{L}(d, 0, n));
*/

#endif
