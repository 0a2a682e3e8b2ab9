/* RFC 5246 section 7.4.3, the ServerKeyExchange of DHE_RSA and DHE_DSS:
 *
 *     struct {
 *         opaque dh_p<1..2^16-1>;
 *         opaque dh_g<1..2^16-1>;
 *         opaque dh_Ys<1..2^16-1>;
 *     } ServerDHParams;
 *
 *     struct {
 *         ServerDHParams params;
 *         digitally-signed struct {
 *             opaque client_random[32];
 *             opaque server_random[32];
 *             ServerDHParams params;
 *         } signed_params;
 *     } ServerKeyExchange;
 *
 * What is signed is not on the wire a second time (section 4.7). Leading zeros of the numbers are tolerated (4.4).
 * Not judged here: the numbers themselves, the pair of algorithms and the signature.
 */
#ifndef TLS12_SPEC_SERVER_KEY_EXCHANGE_DHE_H
#define TLS12_SPEC_SERVER_KEY_EXCHANGE_DHE_H

#include "spec/presentation.h"
#include "spec/digitally_signed.h"

/*@ predicate server_key_exchange_dhe_value(integer p_n, integer g_n, integer y_n, integer hash, integer algorithm, integer s_n) =
      1 <= p_n <= 65535 && 1 <= g_n <= 65535 && 1 <= y_n <= 65535 &&
      0 <= hash <= 255 && 0 <= algorithm <= 255 && 0 <= s_n <= 65535;

    logic integer server_key_exchange_dhe_size(integer p_n, integer g_n, integer y_n, integer s_n) =
      (2 + p_n) + (2 + g_n) + (2 + y_n) + (4 + s_n);
*/

/* b[0 .. n-1] is the encoding of that value; params are b[0 .. 5 + p_n + g_n + y_n]. */
/*@ predicate server_key_exchange_dhe{L}(uint8_t *b, integer n, uint8_t *p, integer p_n, uint8_t *g, integer g_n,
        uint8_t *y, integer y_n, integer hash, integer algorithm, uint8_t *s, integer s_n) =
      server_key_exchange_dhe_value(p_n, g_n, y_n, hash, algorithm, s_n) &&
      vector16(b, 0, 2 + p_n, p, p_n) &&
      vector16(b, 2 + p_n, 4 + p_n + g_n, g, g_n) &&
      vector16(b, 4 + p_n + g_n, 6 + p_n + g_n + y_n, y, y_n) &&
      digitally_signed(b, 6 + p_n + g_n + y_n, n, hash, algorithm, s, s_n);

    predicate is_server_key_exchange_dhe{L}(uint8_t *b, integer n) =
      \exists uint8_t *p, *g, *y, *s, integer p_n, g_n, y_n, hash, algorithm, s_n;
        server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, hash, algorithm, s, s_n);
*/

/* Reading from the left: where each field ends, 0 when it is malformed ... */
/*@ logic integer dh_p_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 1, 65535);
    logic integer dh_g_end{L}(uint8_t *b, integer n) = vector16_end(b, dh_p_end(b, n), n, 1, 65535);
    logic integer dh_Ys_end{L}(uint8_t *b, integer n) = vector16_end(b, dh_g_end(b, n), n, 1, 65535);
    logic integer server_key_exchange_dhe_end{L}(uint8_t *b, integer n) = digitally_signed_end(b, dh_Ys_end(b, n), n);
*/

/* ... and so the first broken rule, and the bytes that break it. */
/*@ logic integer server_key_exchange_dhe_rule{L}(uint8_t *b, integer n) =
      dh_p_end(b, n) == 0                    ? vector16_rule(b, 0, n, R5246_7_4_3_05) :
      dh_g_end(b, n) == 0                    ? vector16_rule(b, dh_p_end(b, n), n, R5246_7_4_3_05) :
      dh_Ys_end(b, n) == 0                   ? vector16_rule(b, dh_g_end(b, n), n, R5246_7_4_3_05) :
      server_key_exchange_dhe_end(b, n) == 0 ? digitally_signed_rule(dh_Ys_end(b, n), n) :
      server_key_exchange_dhe_end(b, n) != n ? R5246_7_4_02 :
                                               TLS12_NO_RULE;

    logic integer server_key_exchange_dhe_offset{L}(uint8_t *b, integer n) =
      dh_p_end(b, n) == 0                    ? 0 :
      dh_g_end(b, n) == 0                    ? dh_p_end(b, n) :
      dh_Ys_end(b, n) == 0                   ? dh_g_end(b, n) :
      server_key_exchange_dhe_end(b, n) == 0 ? digitally_signed_offset(dh_Ys_end(b, n), n) :
                                               server_key_exchange_dhe_end(b, n);

    logic integer server_key_exchange_dhe_extent{L}(uint8_t *b, integer n) =
      dh_p_end(b, n) == 0                    ? vector16_extent(b, 0, n) :
      dh_g_end(b, n) == 0                    ? vector16_extent(b, dh_p_end(b, n), n) :
      dh_Ys_end(b, n) == 0                   ? vector16_extent(b, dh_g_end(b, n), n) :
                                               n - server_key_exchange_dhe_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma server_key_exchange_dhe_read{L}: \forall uint8_t *b, integer n, g, y, s;
      0 < g && 0 < y && 0 < s && 0 < n &&
      vector16_end(b, 0, n, 1, 65535) == g && vector16_end(b, g, n, 1, 65535) == y &&
      vector16_end(b, y, n, 1, 65535) == s && digitally_signed_end(b, s, n) == n ==>
      server_key_exchange_dhe(b, n, b + 2, g - 2, b + (g + 2), y - g - 2, b + (y + 2), s - y - 2,
        b[s], b[s + 1], b + (s + 4), n - s - 4);

    lemma server_key_exchange_dhe_accepted{L}: \forall uint8_t *b, integer n;
      server_key_exchange_dhe_rule(b, n) == TLS12_NO_RULE ==>
      server_key_exchange_dhe(b, n,
        b + 2, dh_p_end(b, n) - 2,
        b + (dh_p_end(b, n) + 2), dh_g_end(b, n) - dh_p_end(b, n) - 2,
        b + (dh_g_end(b, n) + 2), dh_Ys_end(b, n) - dh_g_end(b, n) - 2,
        b[dh_Ys_end(b, n)], b[dh_Ys_end(b, n) + 1],
        b + (dh_Ys_end(b, n) + 4), n - dh_Ys_end(b, n) - 4);

    lemma server_key_exchange_dhe_ends{L}: \forall uint8_t *b, *p, *g, *y, *s,
        integer n, p_n, g_n, y_n, hash, algorithm, s_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, hash, algorithm, s, s_n) ==>
      dh_p_end(b, n) == 2 + p_n && vector16_end(b, 2 + p_n, n, 1, 65535) == 4 + p_n + g_n &&
      vector16_end(b, 4 + p_n + g_n, n, 1, 65535) == 6 + p_n + g_n + y_n &&
      digitally_signed_end(b, 6 + p_n + g_n + y_n, n) == n;

    lemma server_key_exchange_dhe_only{L}: \forall uint8_t *b, *p, *g, *y, *s,
        integer n, p_n, g_n, y_n, hash, algorithm, s_n;
      server_key_exchange_dhe(b, n, p, p_n, g, g_n, y, y_n, hash, algorithm, s, s_n) ==>
      server_key_exchange_dhe_rule(b, n) == TLS12_NO_RULE;

    lemma server_key_exchange_dhe_exact{L}: \forall uint8_t *b, integer n;
      is_server_key_exchange_dhe(b, n) <==> server_key_exchange_dhe_rule(b, n) == TLS12_NO_RULE;
*/

#endif
