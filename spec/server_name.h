/* RFC 6066 section 3, server_name:
 *
 *     struct {
 *         NameType name_type;
 *         select (name_type) {
 *             case host_name: HostName;
 *         } name;
 *     } ServerName;
 *
 *     enum { host_name(0), (255) } NameType;
 *
 *     opaque HostName<1..2^16-1>;
 *
 *     struct { ServerName server_name_list<1..2^16-1> } ServerNameList;
 *
 * "The ServerNameList MUST NOT contain more than one name of the same name_type." Names of other types begin with a
 * 16-bit length too, and are skipped. Not judged here: the characters of a host name.
 * In a ServerHello the body is empty.
 */
#ifndef TLS12_SPEC_SERVER_NAME_H
#define TLS12_SPEC_SERVER_NAME_H

#include "spec/presentation.h"

/* Where the name at offset i ends; 0 when it is malformed. */
/*@ logic integer name_end{L}(uint8_t *b, integer i, integer e) =
      vector16_end(b, i + 1, e, b[i] == 0 ? 1 : 0, 65535);
*/

/* The first name of that type from offset i on; e when there is none. */
/*@ logic integer name_found{L}(uint8_t *b, integer i, integer e, integer type) =
      name_end(b, i, e) == 0 ? e :
      b[i] == type           ? i : name_found(b, name_end(b, i, e), e, type);
*/

/* The walk over the names of b[s .. e-1], from offset i on, stops where no whole name follows, or where the name is not
 * the first one of its type. The bytes are a list of names when that is their end. */
/*@ logic integer names_stop{L}(uint8_t *b, integer s, integer i, integer e) =
      name_end(b, i, e) == 0 || name_found(b, s, e, b[i]) != i ? i : names_stop(b, s, name_end(b, i, e), e);

    predicate names{L}(uint8_t *b, integer s, integer e) = names_stop(b, s, s, e) == e;
*/

/*@ predicate server_name_value{L}(uint8_t *list, integer list_n) = 1 <= list_n <= 65535 && names(list, 0, list_n);

    logic integer server_name_size(integer list_n) = 2 + list_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate server_name{L}(uint8_t *b, integer n, uint8_t *list, integer list_n) =
      1 <= list_n <= 65535 && vector16(b, 0, n, list, list_n) && names(b, 2, n);

    predicate is_server_name{L}(uint8_t *b, integer n) =
      \exists uint8_t *list, integer list_n; server_name(b, n, list, list_n);
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer server_name_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 1, 65535);

    logic integer server_name_stop{L}(uint8_t *b, integer n) = names_stop(b, 2, 2, server_name_end(b, n));

    logic integer server_name_rule{L}(uint8_t *b, integer n) =
      server_name_end(b, n) == 0                                                 ? vector16_rule(b, 0, n, R6066_3_01) :
      server_name_stop(b, n) != server_name_end(b, n) ?
        (name_end(b, server_name_stop(b, n), server_name_end(b, n)) == 0 ? R6066_3_01 : R6066_3_02) :
      server_name_end(b, n) != n                                                 ? R5246_7_4_1_4_01 :
                                                                                   TLS12_NO_RULE;

    logic integer server_name_offset{L}(uint8_t *b, integer n) =
      server_name_end(b, n) == 0 ? 0 : server_name_stop(b, n);

    logic integer server_name_extent{L}(uint8_t *b, integer n) =
      server_name_end(b, n) == 0                      ? vector16_extent(b, 0, n) :
      server_name_stop(b, n) == server_name_end(b, n) ? n - server_name_end(b, n) :
      name_end(b, server_name_stop(b, n), server_name_end(b, n)) == 0 ?
        server_name_end(b, n) - server_name_stop(b, n) :
        name_end(b, server_name_stop(b, n), server_name_end(b, n)) - server_name_stop(b, n);
*/

/* A copy of a list of names is one; the same lemmas as for extensions, and proven like them. */
/*@ predicate name_alike{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer type, integer p) =
      name_found{K}(b, i + p, i + n, type) == i + name_found{L}(d, p, n, type);

    predicate name_alike_after{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer type, integer p) =
      name_end{L}(d, p, n) != 0 && \at(d[p], L) != type ==> name_alike{K,L}(b, i, d, n, type, name_end{L}(d, p, n));

    predicate names_alike{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer p) =
      names_stop{K}(b, i, i + p, i + n) == i + names_stop{L}(d, 0, p, n);

    predicate names_alike_after{K,L}(uint8_t *b, integer i, uint8_t *d, integer n, integer p) =
      name_end{L}(d, p, n) != 0 ==>
      name_alike{K,L}(b, i, d, n, \at(d[p], L), 0) && names_alike{K,L}(b, i, d, n, name_end{L}(d, p, n));

    lemma no_name{L}: \forall uint8_t *b, integer e; name_end(b, e, e) == 0;

    lemma name_range{L}: \forall uint8_t *b, integer i, e; name_end(b, i, e) != 0 ==> i + 3 <= name_end(b, i, e) <= e;

    lemma name_found_none{L}: \forall uint8_t *b, integer i, e, type; name_end(b, i, e) == 0 ==>
      name_found(b, i, e, type) == e;

    lemma name_found_here{L}: \forall uint8_t *b, integer i, e; name_end(b, i, e) != 0 ==> name_found(b, i, e, b[i]) == i;

    lemma name_found_steps{L}: \forall uint8_t *b, integer i, e, type; name_end(b, i, e) != 0 && b[i] != type ==>
      name_found(b, i, e, type) == name_found(b, name_end(b, i, e), e, type);

    lemma names_stops{L}: \forall uint8_t *b, integer s, i, e;
      name_end(b, i, e) == 0 || name_found(b, s, e, b[i]) != i ==> names_stop(b, s, i, e) == i;

    lemma names_steps{L}: \forall uint8_t *b, integer s, i, e;
      name_end(b, i, e) != 0 && name_found(b, s, e, b[i]) == i ==>
      names_stop(b, s, i, e) == names_stop(b, s, name_end(b, i, e), e);

    lemma name_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      (name_end{L}(d, p, n) == 0 ?
         name_end{K}(b, i + p, i + n) == 0 :
         name_end{K}(b, i + p, i + n) == i + name_end{L}(d, p, n) && \at(b[i + p], K) == \at(d[p], L));

    lemma name_found_step_copied{K,L}: \forall uint8_t *b, *d, integer i, n, type, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      name_found{K}(b, i + p, i + n, type) ==
        (name_end{L}(d, p, n) == 0 ? i + n :
         \at(d[p], L) == type      ? i + p :
                                     name_found{K}(b, i + name_end{L}(d, p, n), i + n, type));

    lemma name_alike_step{K,L}: \forall uint8_t *b, *d, integer i, n, type, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) && name_alike_after{K,L}(b, i, d, n, type, p) ==>
      name_alike{K,L}(b, i, d, n, type, p);

    lemma name_found_copied{K,L}: \forall uint8_t *b, *d, integer i, n, type, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==> name_alike{K,L}(b, i, d, n, type, p);

    lemma names_alike_step{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) && names_alike_after{K,L}(b, i, d, n, p) ==>
      names_alike{K,L}(b, i, d, n, p);

    lemma names_walk_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==> names_alike{K,L}(b, i, d, n, p);

    lemma names_whole_walk_copied{K,L}: \forall uint8_t *b, *d, integer i, n;
      0 <= i && 0 <= n && copy{K,L}(b, i, d, n) ==> names_alike{K,L}(b, i, d, n, 0);

    lemma names_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==> (names{K}(b, i, e) <==> names{L}(d, 0, n));
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the list that lies in them. */
/*@ lemma server_name_accepted{L}: \forall uint8_t *b, integer n; server_name_rule(b, n) == TLS12_NO_RULE ==>
      server_name(b, n, b + 2, n - 2);

    lemma server_name_only{L}: \forall uint8_t *b, *list, integer n, list_n; server_name(b, n, list, list_n) ==>
      server_name_rule(b, n) == TLS12_NO_RULE;

    lemma server_name_exact{L}: \forall uint8_t *b, integer n;
      is_server_name(b, n) <==> server_name_rule(b, n) == TLS12_NO_RULE;
*/

#endif
