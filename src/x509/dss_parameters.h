/* The parameters of a DSA key that has none of its own: RFC 3279 section 2.3.2, RFC 5280 section 6.1.4 (d) to (f). */
#ifndef TLS12_X509_DSS_PARAMETERS_H
#define TLS12_X509_DSS_PARAMETERS_H

#include "x509/verify.h"

/* The Dss-Parms, header included, of the DSA key of certificates[index]: its own; or else, when its issuer signed it with DSA, those
 * of the issuer's key, and so on up the list and to the trust anchor that signed the last of it. Length 0: none, or another key.
 * Whether each certificate of the list signed the one before is for the caller to see. */
/*@ requires certificates: strings_readable(certificates, count) && index < count;
    requires options: \valid_read(options) && chain_options(options);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures readable: \valid_read(\result.data + (0 .. \result.length - 1));
    ensures small: \result.length <= DER_MAX;
*/
struct tls12_bytes x509_dss_parameters(const struct tls12_bytes *certificates, uint32_t count, uint32_t index,
                                       const struct tls12_chain_options *options);

#endif
