/* RFC 5246 section 7.4.3, the Diffie-Hellman parameters of a ServerKeyExchange:
 *
 *     struct {
 *         opaque dh_p<1..2^16-1>;
 *         opaque dh_g<1..2^16-1>;
 *         opaque dh_Ys<1..2^16-1>;
 *     } ServerDHParams;
 *
 * Leading zeros of the numbers are tolerated (4.4). Not judged here: the numbers themselves.
 */
#ifndef TLS12_SPEC_SERVER_DH_PARAMS_H
#define TLS12_SPEC_SERVER_DH_PARAMS_H

#include "spec/presentation.h"

/*@ predicate server_dh_params_value(integer p_n, integer g_n, integer y_n) =
      1 <= p_n <= 65535 && 1 <= g_n <= 65535 && 1 <= y_n <= 65535;

    logic integer server_dh_params_size(integer p_n, integer g_n, integer y_n) = (2 + p_n) + (2 + g_n) + (2 + y_n);
*/

/* b[i .. e-1] is the encoding of that value. */
/*@ predicate server_dh_params{L}(uint8_t *b, integer i, integer e, uint8_t *p, integer p_n, uint8_t *g, integer g_n,
        uint8_t *y, integer y_n) =
      server_dh_params_value(p_n, g_n, y_n) &&
      vector16(b, i, i + 2 + p_n, p, p_n) &&
      vector16(b, i + 2 + p_n, i + 4 + p_n + g_n, g, g_n) &&
      vector16(b, i + 4 + p_n + g_n, e, y, y_n);
*/

/* Reading from the left: where each field ends, 0 when it or one before it is malformed ... */
/*@ logic integer server_dh_p_end{L}(uint8_t *b, integer i, integer e) = vector16_end(b, i, e, 1, 65535);

    logic integer server_dh_g_end{L}(uint8_t *b, integer i, integer e) =
      server_dh_p_end(b, i, e) == 0 ? 0 : vector16_end(b, server_dh_p_end(b, i, e), e, 1, 65535);

    logic integer server_dh_params_end{L}(uint8_t *b, integer i, integer e) =
      server_dh_g_end(b, i, e) == 0 ? 0 : vector16_end(b, server_dh_g_end(b, i, e), e, 1, 65535);
*/

/* ... and so, of malformed ones, the field that breaks a rule, the rule, and the bytes that break it. */
/*@ logic integer server_dh_params_offset{L}(uint8_t *b, integer i, integer e) =
      server_dh_p_end(b, i, e) == 0 ? i :
      server_dh_g_end(b, i, e) == 0 ? server_dh_p_end(b, i, e) :
                                      server_dh_g_end(b, i, e);

    logic integer server_dh_params_rule{L}(uint8_t *b, integer i, integer e) =
      vector16_rule(b, server_dh_params_offset(b, i, e), e, R5246_7_4_3_05);

    logic integer server_dh_params_extent{L}(uint8_t *b, integer i, integer e) =
      vector16_extent(b, server_dh_params_offset(b, i, e), e);
*/

/* They end somewhere exactly when they encode a value, and then the fields that lie in them. */
/*@ lemma server_dh_params_read{L}: \forall uint8_t *b, integer i, n, g, y, e;
      0 <= i && 0 < g && 0 < y && 0 < e && vector16_end(b, i, n, 1, 65535) == g &&
      vector16_end(b, g, n, 1, 65535) == y && vector16_end(b, y, n, 1, 65535) == e ==>
      server_dh_params(b, i, e, b + (i + 2), g - i - 2, b + (g + 2), y - g - 2, b + (y + 2), e - y - 2);

    lemma server_dh_params_accepted{L}: \forall uint8_t *b, integer i, e;
      0 <= i && server_dh_params_end(b, i, e) != 0 ==>
      server_dh_params(b, i, server_dh_params_end(b, i, e),
        b + (i + 2), server_dh_p_end(b, i, e) - i - 2,
        b + (server_dh_p_end(b, i, e) + 2), server_dh_g_end(b, i, e) - server_dh_p_end(b, i, e) - 2,
        b + (server_dh_g_end(b, i, e) + 2), server_dh_params_end(b, i, e) - server_dh_g_end(b, i, e) - 2);

    lemma server_dh_params_ends{L}: \forall uint8_t *b, *p, *g, *y, integer i, e, n, p_n, g_n, y_n;
      0 <= i && e <= n && server_dh_params(b, i, e, p, p_n, g, g_n, y, y_n) ==>
      server_dh_p_end(b, i, n) == i + 2 + p_n && vector16_end(b, i + 2 + p_n, n, 1, 65535) == i + 4 + p_n + g_n &&
      vector16_end(b, i + 4 + p_n + g_n, n, 1, 65535) == e;

    lemma server_dh_params_only{L}: \forall uint8_t *b, *p, *g, *y, integer i, e, n, p_n, g_n, y_n;
      0 <= i && e <= n && server_dh_params(b, i, e, p, p_n, g, g_n, y, y_n) ==> server_dh_params_end(b, i, n) == e;
*/

#endif
