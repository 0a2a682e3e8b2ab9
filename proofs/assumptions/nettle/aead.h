/* What the AEAD ciphers of nettle share in the proofs: a context counts the bytes of additional data and of text that went
 * through it since the nonce was set. Read only by the proofs. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_AEAD_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_AEAD_H

#include <stddef.h>
#include <stdint.h>

/*@ axiomatic NettleAead {
      logic integer aead_head(void *model);
      logic integer aead_data(void *model);
    }
*/

#endif
