/* Contracts assumed of nettle 3.8's AES: which memory the key schedules use. Read only by the proofs. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_AES_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_AES_H

#include <stddef.h>
#include <stdint.h>

struct aes128_ctx {
  const void *model;
};

struct aes256_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 15));
    terminates \true;
    exits \false;
    assigns *ctx; */
void aes128_set_encrypt_key(struct aes128_ctx *ctx, const uint8_t *key);

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 15));
    terminates \true;
    exits \false;
    assigns *ctx; */
void aes128_set_decrypt_key(struct aes128_ctx *ctx, const uint8_t *key);

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 31));
    terminates \true;
    exits \false;
    assigns *ctx; */
void aes256_set_encrypt_key(struct aes256_ctx *ctx, const uint8_t *key);

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 31));
    terminates \true;
    exits \false;
    assigns *ctx; */
void aes256_set_decrypt_key(struct aes256_ctx *ctx, const uint8_t *key);

#endif
