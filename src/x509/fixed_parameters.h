/* The parameters of a client's fixed key and of the server's: RFC 5246 section 7.4.6, spec/fixed_parameters.h. Of EC keys
 * they are the same when the group is, an enum tls12_group (RFC 4492 section 3.2). */
#ifndef TLS12_X509_FIXED_PARAMETERS_H
#define TLS12_X509_FIXED_PARAMETERS_H

#include "spec/fixed_parameters.h"
#include "wire/bytes.h"

/* Whether two DH keys have the same p and g; each given by its parameters, header included. */
/*@ requires ours: \valid_read(ours.data + (0 .. ours.length - 1)) && ours.length <= DER_MAX;
    requires theirs: \valid_read(theirs.data + (0 .. theirs.length - 1)) && theirs.length <= DER_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> same_group(ours.data, 0, ours.length, theirs.data, 0, theirs.length);
*/
int x509_same_group(struct tls12_bytes ours, struct tls12_bytes theirs);

#endif
