/* RFC 6066 section 3: a HostName is the fully qualified DNS hostname of the server, in ASCII, without a trailing dot, and not
 * a literal IPv4 or IPv6 address.
 *
 * An IPv6 address has colons, which no hostname has. An IPv4 address has digits and dots alone, which no fully qualified
 * hostname has: its last label is alphabetic (RFC 1123 section 2.1). The grammar of labels is not judged.
 */
#ifndef TLS12_SPEC_HOST_NAME_H
#define TLS12_SPEC_HOST_NAME_H

#include <stdint.h>
#include "spec/rules.h"

/*@ predicate host_name{L}(uint8_t *b, integer n) =
      0 < n && b[n-1] != '.' && (\forall integer k; 0 <= k < n ==> b[k] < 128 && b[k] != ':') &&
      (\exists integer k; 0 <= k < n && b[k] != '.' && !('0' <= b[k] <= '9'));
*/

#endif
