/* The characters of a host name in server_name; the definition is in spec/host_name.h. */
#ifndef TLS12_HANDSHAKE_HOST_NAME_H
#define TLS12_HANDSHAKE_HOST_NAME_H

#include "spec/host_name.h"
#include "wire/bytes.h"

/*@ requires readable: \valid_read(name.data + (0 .. name.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result == TLS12_NO_RULE <==> host_name(name.data, name.length);
    ensures rule: \result == TLS12_NO_RULE || \result == R6066_3_03;
*/
enum tls12_rule check_host_name(struct tls12_bytes name);

#endif
