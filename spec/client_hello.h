/* RFC 5246 section 7.4.1.2, ClientHello:
 *
 *     struct {
 *         ProtocolVersion client_version;
 *         Random random;
 *         SessionID session_id;
 *         CipherSuite cipher_suites<2..2^16-2>;
 *         CompressionMethod compression_methods<1..2^8-1>;
 *         select (extensions_present) {
 *             case false:
 *                 struct {};
 *             case true:
 *                 Extension extensions<0..2^16-1>;
 *         };
 *     } ClientHello;
 *
 *     struct { uint8 major; uint8 minor; } ProtocolVersion;
 *     struct { uint32 gmt_unix_time; opaque random_bytes[28]; } Random;
 *     opaque SessionID<0..32>;
 *     uint8 CipherSuite[2];
 *     enum { null(0), (255) } CompressionMethod;
 *
 * "This vector MUST contain, and all implementations MUST support, CompressionMethod.null." Extensions are present when
 * bytes follow compression_methods. Not judged here: the version, and which suites and extensions there are.
 */
#ifndef TLS12_SPEC_CLIENT_HELLO_H
#define TLS12_SPEC_CLIENT_HELLO_H

#include "spec/extension.h"
#include "spec/hello.h"
#include "spec/zero_byte.h"

/*@ predicate client_hello_value{L}(integer version, integer session_n, integer suites_n, uint8_t *methods,
        integer methods_n, integer present, uint8_t *list, integer list_n) =
      0 <= version <= 65535 && 0 <= session_n <= 32 && 2 <= suites_n <= 65534 && suites_n % 2 == 0 &&
      1 <= methods_n <= 255 && contains_zero(methods, 0, methods_n) && 0 <= list_n <= 65535 &&
      (present == 0 ? list_n == 0 : extensions(list, 0, list_n));

    logic integer client_hello_size(integer session_n, integer suites_n, integer methods_n, integer present,
        integer list_n) =
      38 + session_n + suites_n + methods_n + hello_extensions_size(present, list_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ //= build/requirements.md#R5246-7.4.1.2-12
    //# Cipher suites that are unknown, unsupported or unwanted are skipped and the rest of the list is processed
    //# normally.
    //= build/requirements.md#R8446-9.3-01
    //# All unrecognised suites, extensions, groups, signature schemes and other parameters in a ClientHello are
    //# ignored.
    predicate client_hello{L}(uint8_t *b, integer n, integer version, uint8_t *random, uint8_t *session, integer session_n,
        uint8_t *suites, integer suites_n, uint8_t *methods, integer methods_n,
        integer present, uint8_t *list, integer list_n) =
      2 <= suites_n <= 65534 && suites_n % 2 == 0 && 1 <= methods_n <= 255 &&
      hello_head(b, version, random, session, session_n) &&
      vector16(b, 35 + session_n, 37 + session_n + suites_n, suites, suites_n) &&
      vector8(b, 37 + session_n + suites_n, 38 + session_n + suites_n + methods_n, methods, methods_n) &&
      contains_zero(b, 38 + session_n + suites_n, 38 + session_n + suites_n + methods_n) &&
      hello_extensions(b, 38 + session_n + suites_n + methods_n, n, present, list, list_n);

    predicate is_client_hello{L}(uint8_t *b, integer n) =
      \exists uint8_t *random, *session, *suites, *methods, *list,
              integer version, session_n, suites_n, methods_n, present, list_n;
        client_hello(b, n, version, random, session, session_n, suites, suites_n, methods, methods_n,
                     present, list, list_n);
*/

/* Reading from the left: where each field ends, 0 when it is malformed ... */
/*@ logic integer cipher_suites_end{L}(uint8_t *b, integer n) = pairs16_end(b, hello_head_end(b, n), n, 2, 65534);

    logic integer compression_methods_end{L}(uint8_t *b, integer n) =
      vector8_end(b, cipher_suites_end(b, n), n, 1, 255);

    logic integer client_null{L}(uint8_t *b, integer n) =
      zero_found(b, cipher_suites_end(b, n) + 1, compression_methods_end(b, n));
*/

/* ... and so the first broken rule, and the bytes that break it: in the lists of suites and methods, then in all. */
/*@ logic integer client_lists_rule{L}(uint8_t *b, integer n) =
      cipher_suites_end(b, n) == 0        ? vector16_rule(b, hello_head_end(b, n), n, R5246_7_4_1_2_05) :
      compression_methods_end(b, n) == 0  ? vector8_rule(b, cipher_suites_end(b, n), n, R5246_7_4_1_2_06) :
      client_null(b, n) == compression_methods_end(b, n) ? R5246_7_4_1_2_07 :
                                            TLS12_NO_RULE;

    logic integer client_lists_offset{L}(uint8_t *b, integer n) =
      cipher_suites_end(b, n) == 0        ? hello_head_end(b, n) :
      compression_methods_end(b, n) == 0  ? cipher_suites_end(b, n) :
      client_null(b, n) == compression_methods_end(b, n) ? cipher_suites_end(b, n) :
                                            compression_methods_end(b, n);

    logic integer client_lists_extent{L}(uint8_t *b, integer n) =
      cipher_suites_end(b, n) == 0        ? vector16_extent(b, hello_head_end(b, n), n) :
      compression_methods_end(b, n) == 0  ? vector8_extent(b, cipher_suites_end(b, n), n) :
      client_null(b, n) == compression_methods_end(b, n) ? compression_methods_end(b, n) - cipher_suites_end(b, n) :
                                            0;

    logic integer client_hello_rule{L}(uint8_t *b, integer n) =
      hello_head_end(b, n) == 0                 ? hello_head_rule(b, n, R5246_7_4_1_2_04) :
      client_lists_rule(b, n) != TLS12_NO_RULE  ? client_lists_rule(b, n) :
                                hello_extensions_rule(b, compression_methods_end(b, n), n, R5246_7_4_1_2_15);

    logic integer client_hello_offset{L}(uint8_t *b, integer n) =
      hello_head_end(b, n) == 0                 ? hello_head_offset(b, n) :
      client_lists_rule(b, n) != TLS12_NO_RULE  ? client_lists_offset(b, n) :
                                                  hello_extensions_offset(b, compression_methods_end(b, n), n);

    logic integer client_hello_extent{L}(uint8_t *b, integer n) =
      hello_head_end(b, n) == 0                 ? hello_head_extent(b, n) :
      client_lists_rule(b, n) != TLS12_NO_RULE  ? client_lists_extent(b, n) :
                                                  hello_extensions_extent(b, compression_methods_end(b, n), n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ predicate client_hello_ends{L}(uint8_t *b, integer n, integer suites, integer methods, integer block) =
      suites == hello_head_end(b, n) && suites != 0 &&
      methods == pairs16_end(b, suites, n, 2, 65534) && methods != 0 &&
      block == vector8_end(b, methods, n, 1, 255) && block != 0 &&
      contains_zero(b, methods + 1, block) && is_hello_extensions(b, block, n);

    lemma client_hello_ends_exact{L}: \forall uint8_t *b, integer n;
      client_hello_rule(b, n) == TLS12_NO_RULE <==>
      client_hello_ends(b, n, hello_head_end(b, n), cipher_suites_end(b, n), compression_methods_end(b, n));

    lemma client_hello_accepted{L}: \forall uint8_t *b, integer n, suites, methods, block;
      client_hello_ends(b, n, suites, methods, block) && block != n ==>
      client_hello(b, n, be16(b, 0), b + 2, b + 35, suites - 35, b + (suites + 2), methods - suites - 2,
        b + (methods + 1), block - methods - 1, 1, b + (block + 2), n - block - 2);

    lemma client_hello_accepted_bare{L}: \forall uint8_t *b, integer n, suites, methods;
      client_hello_ends(b, n, suites, methods, n) ==>
      client_hello(b, n, be16(b, 0), b + 2, b + 35, suites - 35, b + (suites + 2), methods - suites - 2,
        b + (methods + 1), n - methods - 1, 0, b + n, 0);

    lemma client_hello_only{L}: \forall uint8_t *b, *random, *session, *suites, *methods, *list,
        integer n, version, session_n, suites_n, methods_n, present, list_n;
      client_hello(b, n, version, random, session, session_n, suites, suites_n, methods, methods_n,
                   present, list, list_n) ==>
      client_hello_ends(b, n, 35 + session_n, 37 + session_n + suites_n, 38 + session_n + suites_n + methods_n);

    lemma client_hello_only_exact{L}: \forall uint8_t *b, integer n, suites, methods, block;
      client_hello_ends(b, n, suites, methods, block) ==> client_hello_rule(b, n) == TLS12_NO_RULE;

    lemma client_hello_exact{L}: \forall uint8_t *b, integer n;
      is_client_hello(b, n) <==> client_hello_rule(b, n) == TLS12_NO_RULE;
*/

#endif
