/* What the hash functions of nettle 3.8 share in the proofs. A context stands for what was put into it (history) since it was
 * started for a hash (started): ghost knowledge, which a plain assignment copies along. Read only by the proofs;
 * tests/crypto/nettle_contracts.c tests each contract against the library. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_HISTORY_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "spec/hash.h"

/*@ axiomatic Nettle {
      logic text history(void *model);
      logic integer started(void *model);
    }
*/

#endif
