/* Contracts assumed of nettle 3.8's Triple DES: which memory the key schedule uses. Read only by the proofs. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_DES_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_DES_H

#include <stddef.h>
#include <stdint.h>

struct des3_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 23));
    terminates \true;
    exits \false;
    assigns *ctx; */
int des3_set_key(struct des3_ctx *ctx, const uint8_t *key);

#endif
