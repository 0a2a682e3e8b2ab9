/* RFC 5246 section 7.4.7.1, the ClientKeyExchange of key exchange RSA:
 *
 *     struct {
 *         public-key-encrypted PreMasterSecret pre_master_secret;
 *     } EncryptedPreMasterSecret;
 *
 * A public-key-encrypted value is opaque<0..2^16-1> (section 4.7). Its length should be that of the modulus; another
 * length is not refused here but treated like bad padding (section 7.4.7.1, R5246-4.7-07).
 */
#ifndef TLS12_SPEC_CLIENT_KEY_EXCHANGE_RSA_H
#define TLS12_SPEC_CLIENT_KEY_EXCHANGE_RSA_H

#include "spec/presentation.h"

/*@ predicate client_key_exchange_rsa_value(integer d_n) = 0 <= d_n <= 65535;

    logic integer client_key_exchange_rsa_size(integer d_n) = 2 + d_n;
*/

/* b[0 .. n-1] is the encoding of d[0 .. d_n-1]. */
/*@ predicate client_key_exchange_rsa{L}(uint8_t *b, integer n, uint8_t *d, integer d_n) =
      client_key_exchange_rsa_value(d_n) && vector16(b, 0, n, d, d_n);

    predicate is_client_key_exchange_rsa{L}(uint8_t *b, integer n) =
      \exists uint8_t *d, integer d_n; client_key_exchange_rsa(b, n, d, d_n);
*/

/* Reading from the left: the first broken rule, and the bytes that break it. */
/*@ logic integer client_key_exchange_rsa_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 0, 65535);

    logic integer client_key_exchange_rsa_rule{L}(uint8_t *b, integer n) =
      client_key_exchange_rsa_end(b, n) == 0 ? vector16_rule(b, 0, n, R5246_4_3_06) :
      client_key_exchange_rsa_end(b, n) != n ? R5246_7_4_02 :
      TLS12_NO_RULE;

    logic integer client_key_exchange_rsa_offset{L}(uint8_t *b, integer n) = client_key_exchange_rsa_end(b, n);

    logic integer client_key_exchange_rsa_extent{L}(uint8_t *b, integer n) =
      client_key_exchange_rsa_end(b, n) == 0 ? vector16_extent(b, 0, n) : n - client_key_exchange_rsa_end(b, n);
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the field that lies in them. */
/*@ lemma client_key_exchange_rsa_accepted{L}: \forall uint8_t *b, integer n;
      client_key_exchange_rsa_rule(b, n) == TLS12_NO_RULE ==> client_key_exchange_rsa(b, n, b + 2, n - 2);

    lemma client_key_exchange_rsa_only{L}: \forall uint8_t *b, *d, integer n, d_n;
      client_key_exchange_rsa(b, n, d, d_n) ==> client_key_exchange_rsa_rule(b, n) == TLS12_NO_RULE;

    lemma client_key_exchange_rsa_exact{L}: \forall uint8_t *b, integer n;
      is_client_key_exchange_rsa(b, n) <==> client_key_exchange_rsa_rule(b, n) == TLS12_NO_RULE;
*/

#endif
