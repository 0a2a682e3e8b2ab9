/* How both hellos begin, RFC 5246 sections 7.4.1.2 and 7.4.1.3: version, Random (32 bytes) and SessionID<0..32>. */
#ifndef TLS12_SPEC_HELLO_H
#define TLS12_SPEC_HELLO_H

#include "spec/presentation.h"

/*@ predicate hello_head{L}(uint8_t *b, integer version, uint8_t *random, uint8_t *session, integer session_n) =
      0 <= session_n <= 32 && be16(b, 0) == version && fixed(b, 2, 34, random, 32) &&
      vector8(b, 34, 35 + session_n, session, session_n);
*/

/* Where the beginning ends, 0 when it is malformed; the rule that it breaks, that of session_id being `rule`, and the
 * bytes that break it. */
/*@ logic integer hello_head_end{L}(uint8_t *b, integer n) = 34 <= n ? vector8_end(b, 34, n, 0, 32) : 0;

    logic integer hello_head_rule{L}(uint8_t *b, integer n, integer rule) =
      n < 2                     ? R5246_7_4_02 :
      n < 34                    ? R5246_7_4_1_2_02 :
      hello_head_end(b, n) == 0 ? vector8_rule(b, 34, n, rule) :
                                  TLS12_NO_RULE;

    logic integer hello_head_offset{L}(uint8_t *b, integer n) =
      n < 2                     ? 0 :
      n < 34                    ? 2 :
      hello_head_end(b, n) == 0 ? 34 :
                                  hello_head_end(b, n);

    logic integer hello_head_extent{L}(uint8_t *b, integer n) =
      n < 2                     ? n :
      n < 34                    ? n - 2 :
      hello_head_end(b, n) == 0 ? vector8_extent(b, 34, n) :
                                  0;
*/

/*@ lemma hello_head_range{L}: \forall uint8_t *b, integer n; hello_head_end(b, n) != 0 ==>
      35 <= hello_head_end(b, n) <= n && hello_head_end(b, n) == 35 + b[34] && b[34] <= 32;

    lemma hello_head_accepted{L}: \forall uint8_t *b, integer n, end; end == hello_head_end(b, n) && end != 0 ==>
      hello_head(b, be16(b, 0), b + 2, b + 35, end - 35);

    lemma hello_head_only{L}: \forall uint8_t *b, *random, *session, integer n, version, session_n;
      hello_head(b, version, random, session, session_n) && 35 + session_n <= n ==>
      hello_head_end(b, n) == 35 + session_n;
*/

/* For encoders: the bytes at moment K are those of the fields at moment L, and stay so while others are written. */
/*@ predicate hello_head_copied{K,L}(uint8_t *b, integer version, uint8_t *random, uint8_t *session, integer session_n) =
      0 <= session_n <= 32 && be16{K}(b, 0) == version && copy{K,L}(b, 2, random, 32) &&
      \at(b[34], K) == session_n && copy{K,L}(b, 35, session, session_n);

    lemma hello_head_copies{K,L}: \forall uint8_t *b, *random, *session, integer version, session_n;
      hello_head{K}(b, version, random, session, session_n) && kept{L,K}(random, 0, 32) && kept{L,K}(session, 0, session_n) ==>
      hello_head_copied{K,L}(b, version, random, session, session_n);

    lemma hello_head_remains{J,K,L}: \forall uint8_t *b, *random, *session, integer version, session_n;
      hello_head_copied{K,L}(b, version, random, session, session_n) && kept{K,J}(b, 0, 35 + session_n) ==>
      hello_head_copied{J,L}(b, version, random, session, session_n);

    lemma hello_head_written{K,L}: \forall uint8_t *b, *random, *session, integer version, session_n;
      hello_head_copied{K,L}(b, version, random, session, session_n) &&
      kept{L,K}(random, 0, 32) && kept{L,K}(session, 0, session_n) ==>
      hello_head{K}(b, version, random, session, session_n);
*/

#endif
