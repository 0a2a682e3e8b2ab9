/* Extensions without content. In both hellos: extended_master_secret (RFC 7627 section 5.1), encrypt_then_mac (RFC 7366
 * section 2), truncated_hmac (RFC 6066 section 7). In a ServerHello: server_name, trusted_ca_keys, status_request (RFC 6066
 * sections 3, 6 and 8), session_ticket (RFC 5077 section 3.2). "The "extension_data" field of this extension SHALL be empty."
 */
#ifndef TLS12_SPEC_EMPTY_EXTENSION_H
#define TLS12_SPEC_EMPTY_EXTENSION_H

#include "spec/presentation.h"

/* The rules that say so. */
/*@ predicate empty_extension(integer rule) =
      rule == R7627_5_1_01 || rule == R7366_2_01 || rule == R6066_7_01 ||
      rule == R6066_3_06 || rule == R6066_6_02 || rule == R6066_8_02 || rule == R5077_3_2_04;

    logic integer empty_extension_rule(integer n, integer rule) = n == 0 ? TLS12_NO_RULE : rule;
*/

#endif
