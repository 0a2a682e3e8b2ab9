/* RFC 5246 section 7.4.1.3, ServerHello:
 *
 *     struct {
 *         ProtocolVersion server_version;
 *         Random random;
 *         SessionID session_id;
 *         CipherSuite cipher_suite;
 *         CompressionMethod compression_method;
 *         select (extensions_present) {
 *             case false:
 *                 struct {};
 *             case true:
 *                 Extension extensions<0..2^16-1>;
 *         };
 *     } ServerHello;
 *
 * Not judged here: whether version, suite, method and extensions answer the ClientHello.
 */
#ifndef TLS12_SPEC_SERVER_HELLO_H
#define TLS12_SPEC_SERVER_HELLO_H

#include "spec/extension.h"
#include "spec/hello.h"

/*@ predicate server_hello_value{L}(integer version, integer session_n, integer suite, integer method, integer present,
        uint8_t *list, integer list_n) =
      0 <= version <= 65535 && 0 <= session_n <= 32 && 0 <= suite <= 65535 && 0 <= method <= 255 &&
      0 <= list_n <= 65535 && (present == 0 ? list_n == 0 : extensions(list, 0, list_n));

    logic integer server_hello_size(integer session_n, integer present, integer list_n) =
      38 + session_n + hello_extensions_size(present, list_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ //= build/requirements.md#R8446-4.1.3-02
    //= type=implication
    //# A pure TLS 1.2 client accepts a random ending in 44 4F 57 4E 47 52 44 01 (a TLS 1.3-capable server negotiating
    //# 1.2).
    predicate server_hello{L}(uint8_t *b, integer n, integer version, uint8_t *random, uint8_t *session, integer session_n,
        integer suite, integer method, integer present, uint8_t *list, integer list_n) =
      hello_head(b, version, random, session, session_n) &&
      be16(b, 35 + session_n) == suite && b[37 + session_n] == method &&
      38 + session_n <= n && hello_extensions(b, 38 + session_n, n, present, list, list_n);

    predicate is_server_hello{L}(uint8_t *b, integer n) =
      \exists uint8_t *random, *session, *list, integer version, session_n, suite, method, present, list_n;
        server_hello(b, n, version, random, session, session_n, suite, method, present, list, list_n);
*/

/* Reading from the left: the first broken rule, and the bytes that break it. */
/*@ logic integer server_hello_rule{L}(uint8_t *b, integer n) =
      hello_head_end(b, n) == 0     ? hello_head_rule(b, n, R5246_7_4_1_3_03) :
      n < hello_head_end(b, n) + 3  ? R5246_7_4_1_3_03 :
                                      hello_extensions_rule(b, hello_head_end(b, n) + 3, n, R5246_7_4_1_3_10);

    logic integer server_hello_offset{L}(uint8_t *b, integer n) =
      hello_head_end(b, n) == 0     ? hello_head_offset(b, n) :
      n < hello_head_end(b, n) + 3  ? hello_head_end(b, n) :
                                      hello_extensions_offset(b, hello_head_end(b, n) + 3, n);

    logic integer server_hello_extent{L}(uint8_t *b, integer n) =
      hello_head_end(b, n) == 0     ? hello_head_extent(b, n) :
      n < hello_head_end(b, n) + 3  ? n - hello_head_end(b, n) :
                                      hello_extensions_extent(b, hello_head_end(b, n) + 3, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ predicate server_hello_ends{L}(uint8_t *b, integer n, integer suite) =
      suite == hello_head_end(b, n) && suite != 0 &&
      suite + 3 <= n && is_hello_extensions(b, suite + 3, n);

    lemma server_hello_ends_exact{L}: \forall uint8_t *b, integer n;
      server_hello_rule(b, n) == TLS12_NO_RULE <==> server_hello_ends(b, n, hello_head_end(b, n));

    lemma server_hello_accepted{L}: \forall uint8_t *b, integer n, suite;
      server_hello_ends(b, n, suite) && suite + 3 != n ==>
      server_hello(b, n, be16(b, 0), b + 2, b + 35, suite - 35, be16(b, suite), b[suite + 2],
        1, b + (suite + 5), n - suite - 5);

    lemma server_hello_accepted_bare{L}: \forall uint8_t *b, integer n, suite;
      server_hello_ends(b, n, suite) && suite + 3 == n ==>
      server_hello(b, n, be16(b, 0), b + 2, b + 35, suite - 35, be16(b, suite), b[suite + 2], 0, b + n, 0);

    lemma server_hello_only{L}: \forall uint8_t *b, *random, *session, *list,
        integer n, version, session_n, suite, method, present, list_n;
      server_hello(b, n, version, random, session, session_n, suite, method, present, list, list_n) ==>
      server_hello_ends(b, n, 35 + session_n);

    lemma server_hello_only_exact{L}: \forall uint8_t *b, integer n, suite;
      server_hello_ends(b, n, suite) ==> server_hello_rule(b, n) == TLS12_NO_RULE;

    lemma server_hello_exact{L}: \forall uint8_t *b, integer n;
      is_server_hello(b, n) <==> server_hello_rule(b, n) == TLS12_NO_RULE;
*/

#endif
