/* Messages without a body: HelloRequest (RFC 5246 section 7.4.1.1), ServerHelloDone (section 7.4.5), and the
 * ClientKeyExchange that follows a certificate with a fixed Diffie-Hellman or ECDH key (section 7.4.7.2, RFC 4492 section
 * 5.7):
 *
 *     struct { } HelloRequest;
 *     struct { } ServerHelloDone;
 */
#ifndef TLS12_SPEC_EMPTY_H
#define TLS12_SPEC_EMPTY_H

#include "spec/presentation.h"

/* The only encoding has no byte; the rule is that of the message. */
/*@ predicate is_empty(integer n) = n == 0;

    logic integer empty_rule(integer n, integer rule) = n == 0 ? TLS12_NO_RULE : rule;
*/

#endif
