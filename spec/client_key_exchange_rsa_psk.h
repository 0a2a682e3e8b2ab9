/* RFC 4279 section 4, the ClientKeyExchange of RSA_PSK:
 *
 *     struct {
 *         opaque psk_identity<0..2^16-1>;
 *         EncryptedPreMasterSecret;               opaque<0..2^16-1>: RFC 5246 sections 4.7 and 7.4.7.1
 *     } ClientKeyExchange;
 *
 * The length of the secret should be that of the modulus; another one is not refused here but treated like bad padding
 * (R4279-4-05). Not judged here: the identity.
 */
#ifndef TLS12_SPEC_CLIENT_KEY_EXCHANGE_RSA_PSK_H
#define TLS12_SPEC_CLIENT_KEY_EXCHANGE_RSA_PSK_H

#include "spec/presentation.h"
#include "spec/psk.h"

/*@ predicate client_key_exchange_rsa_psk_value(integer d_n, integer s_n) =
      0 <= d_n <= 65535 && 0 <= s_n <= 65535;

    logic integer client_key_exchange_rsa_psk_size(integer d_n, integer s_n) =
      (2 + d_n) + (2 + s_n);
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate client_key_exchange_rsa_psk{L}(uint8_t *b, integer n, uint8_t *d, integer d_n, uint8_t *s, integer s_n) =
      client_key_exchange_rsa_psk_value(d_n, s_n) &&
      vector16(b, 0, 2 + d_n, d, d_n) &&
      vector16(b, 2 + d_n, n, s, s_n);

    predicate is_client_key_exchange_rsa_psk{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, *s, integer d_n, s_n;
        client_key_exchange_rsa_psk(b, n, d, d_n, s, s_n);
*/

/* Reading from the left: where it ends, 0 if a field is malformed; the first broken rule; the bytes that break it. */
/*@ logic integer client_key_exchange_rsa_psk_end{L}(uint8_t *b, integer n) =
      vector16_end(b, psk_end(b, n), n, 0, 65535);

    logic integer client_key_exchange_rsa_psk_rule{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? R5246_4_3_06 :
      client_key_exchange_rsa_psk_end(b, n) == 0 ? R5246_4_3_06 :
      client_key_exchange_rsa_psk_end(b, n) != n ? R5246_7_4_02 :
                                                   TLS12_NO_RULE;

    logic integer client_key_exchange_rsa_psk_offset{L}(uint8_t *b, integer n) =
      psk_end(b, n) == 0                         ? 0 :
      client_key_exchange_rsa_psk_end(b, n) == 0 ? psk_end(b, n) :
                                                   client_key_exchange_rsa_psk_end(b, n);

    logic integer client_key_exchange_rsa_psk_extent{L}(uint8_t *b, integer n) = n - client_key_exchange_rsa_psk_offset(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the fields that lie in them. */
/*@ lemma client_key_exchange_rsa_psk_accepted{L}: \forall uint8_t *b, integer n, i;
      i == psk_end(b, n) && client_key_exchange_rsa_psk_rule(b, n) == TLS12_NO_RULE ==>
      client_key_exchange_rsa_psk(b, n, b + 2, i - 2, b + (i + 2), n - i - 2);

    lemma client_key_exchange_rsa_psk_joined{L}: \forall uint8_t *b, *d, *s, integer n, i, d_n, s_n;
      client_key_exchange_rsa_psk_value(d_n, s_n) &&
      vector16(b, 0, i, d, d_n) && vector16(b, i, n, s, s_n) ==>
      client_key_exchange_rsa_psk(b, n, d, d_n, s, s_n);

    lemma client_key_exchange_rsa_psk_only{L}: \forall uint8_t *b, *d, *s, integer n, d_n, s_n;
      client_key_exchange_rsa_psk(b, n, d, d_n, s, s_n) ==>
      client_key_exchange_rsa_psk_rule(b, n) == TLS12_NO_RULE;

    lemma client_key_exchange_rsa_psk_exact{L}: \forall uint8_t *b, integer n;
      is_client_key_exchange_rsa_psk(b, n) <==> client_key_exchange_rsa_psk_rule(b, n) == TLS12_NO_RULE;
*/

#endif
