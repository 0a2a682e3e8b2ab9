/* The numbers of a DSA key in SubjectPublicKeyInfo or PrivateKeyInfo, RFC 3279 section 2.3.2. */
#ifndef TLS12_X509_DSA_KEY_H
#define TLS12_X509_DSA_KEY_H

#include "arithmetic/dsa.h"
#include "spec/finite_field_key.h"

/* p, q and g of the Dss-Parms bytes[parameters.offset ..], header included, without leading zeros. 1; or 0 when they are absent,
 * malformed or negative. */
/*@ requires parameters: parameters.offset + parameters.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. parameters.offset + parameters.length - 1));
    requires writable: \valid(numbers);
    requires apart: \separated(numbers, bytes + (0 .. parameters.offset + parameters.length - 1));
    terminates \true;
    exits \false;
    assigns numbers->p, numbers->q, numbers->g;
    ensures answer: \result == 0 || \result == 1;
*/
int x509_read_dss_parameters(const uint8_t *bytes, struct tls12_span parameters, struct dsa_key *numbers);

/* p, q and g of the Dss-Parms bytes[parameters.offset ..], header included, and the INTEGER in bytes[key.offset ..] as the
 * key; without leading zeros. 1; or 0 when the parameters are absent or either is malformed or negative. */
/*@ requires parameters: parameters.offset + parameters.length <= DER_MAX;
    requires key: key.offset + key.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. parameters.offset + parameters.length - 1)) &&
      \valid_read(bytes + (0 .. key.offset + key.length - 1));
    requires writable: \valid(numbers);
    requires apart: \separated(numbers, bytes + (0 .. parameters.offset + parameters.length - 1)) &&
      \separated(numbers, bytes + (0 .. key.offset + key.length - 1));
    terminates \true;
    exits \false;
    assigns *numbers;
    ensures answer: \result == 0 || \result == 1;
*/
int x509_read_dsa_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key,
                      struct dsa_key *numbers);

#endif
