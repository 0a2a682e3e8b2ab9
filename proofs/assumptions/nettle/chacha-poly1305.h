/* Contracts assumed of nettle 3.8's ChaCha20-Poly1305: which memory it uses, and in which order it is called (it aborts otherwise). Read only by the proofs. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_CHACHA_POLY1305_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_CHACHA_POLY1305_H

#include <stddef.h>
#include <stdint.h>

#include "nettle/aead.h"

struct chacha_poly1305_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 31));
    terminates \true;
    exits \false;
    assigns *ctx; */
void chacha_poly1305_set_key(struct chacha_poly1305_ctx *ctx, const uint8_t *key);

/*@ requires memory: \valid(ctx) && \valid_read(nonce + (0 .. 11));
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures begun: aead_head(ctx->model) == 0 && aead_data(ctx->model) == 0; */
void chacha_poly1305_set_nonce(struct chacha_poly1305_ctx *ctx, const uint8_t *nonce);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    requires order: aead_data(ctx->model) == 0;
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures head: aead_head(ctx->model) == \old(aead_head(ctx->model)) + length && aead_data(ctx->model) == 0; */
void chacha_poly1305_update(struct chacha_poly1305_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && \valid(dst + (0 .. length - 1)) && \valid_read(src + (0 .. length - 1));
    requires apart: \separated(ctx, dst + (0 .. length - 1)) && \separated(ctx, src + (0 .. length - 1));
    requires overlap: dst == src || \separated(dst + (0 .. length - 1), src + (0 .. length - 1));
    requires order: aead_data(ctx->model) % 64 == 0;
    terminates \true;
    exits \false;
    assigns *ctx, dst[0 .. length - 1];
    ensures data: aead_data(ctx->model) == \old(aead_data(ctx->model)) + length; */
void chacha_poly1305_encrypt(struct chacha_poly1305_ctx *ctx, size_t length, uint8_t *dst, const uint8_t *src);

/*@ requires memory: \valid(ctx) && \valid(dst + (0 .. length - 1)) && \valid_read(src + (0 .. length - 1));
    requires apart: \separated(ctx, dst + (0 .. length - 1)) && \separated(ctx, src + (0 .. length - 1));
    requires overlap: dst == src || \separated(dst + (0 .. length - 1), src + (0 .. length - 1));
    requires order: aead_data(ctx->model) % 64 == 0;
    terminates \true;
    exits \false;
    assigns *ctx, dst[0 .. length - 1];
    ensures data: aead_data(ctx->model) == \old(aead_data(ctx->model)) + length; */
void chacha_poly1305_decrypt(struct chacha_poly1305_ctx *ctx, size_t length, uint8_t *dst, const uint8_t *src);

/*@ requires memory: \valid(ctx) && length <= 16 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1]; */
void chacha_poly1305_digest(struct chacha_poly1305_ctx *ctx, size_t length, uint8_t *digest);

#endif
