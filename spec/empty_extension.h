/* Extensions without content: extended_master_secret in both hellos (RFC 7627 section 5.1), server_name in a ServerHello
 * (RFC 6066 section 3). "The extension_data field of this extension shall be empty." */
#ifndef TLS12_SPEC_EMPTY_EXTENSION_H
#define TLS12_SPEC_EMPTY_EXTENSION_H

#include "spec/presentation.h"

/*@ logic integer empty_extension_rule(integer n, integer rule) = n == 0 ? TLS12_NO_RULE : rule;
*/

#endif
