/* The cipher suites of spec/suites.tsv: what a suite's two bytes stand for (RFC 5246 appendix A.5 and the RFCs that the
 * table names). */
#ifndef TLS12_HANDSHAKE_SUITE_H
#define TLS12_HANDSHAKE_SUITE_H

#include <stdint.h>

#include "record/cipher.h"
#include "spec/algorithms.h"
#include "spec/key_exchange.h"

/* Values in the list of suites that are signals, not suites. */
#define TLS12_EMPTY_RENEGOTIATION_INFO_SCSV 0x00FF /* RFC 5746 section 3.3 */

struct tls12_suite {
  uint16_t value;
  const char *name; /* as in IANA's registry */
  enum tls12_key_exchange key_exchange;
  enum tls12_cipher cipher;
  enum tls12_hash mac; /* TLS12_HASH_NONE with an AEAD cipher */
  enum tls12_hash prf;
};

/* All of them, in order of value. */
extern const struct tls12_suite tls12_suites[];
extern const unsigned tls12_suite_count;

/* The suite with this value; NULL if the table has none. */
/*@ terminates \true;
    exits \false;
    assigns \result \from \indirect:value, &tls12_suites[0];
    ensures found: \result != \null ==> \valid_read(\result) && \result->value == value;
*/
const struct tls12_suite *tls12_suite_find(uint16_t value);

/* The key exchange's name as in the tables of spec/, for example "ECDHE_RSA". */
/*@ requires known: TLS12_KX_NULL <= key_exchange <= TLS12_KX_RSA_PSK;
    terminates \true;
    exits \false;
    assigns \result \from \indirect:key_exchange;
    ensures name: \valid_read(\result);
*/
const char *tls12_key_exchange_name(enum tls12_key_exchange key_exchange);

#endif
