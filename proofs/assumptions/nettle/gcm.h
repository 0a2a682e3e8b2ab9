/* Contracts assumed of nettle 3.8's GCM: which memory it uses, and in which order it is called (it aborts otherwise). Read only by the proofs. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_GCM_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_GCM_H

#include <stddef.h>
#include <stdint.h>

#include "nettle/aead.h"

struct gcm_aes128_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 15));
    terminates \true;
    exits \false;
    assigns *ctx; */
void gcm_aes128_set_key(struct gcm_aes128_ctx *ctx, const uint8_t *key);

/*@ requires memory: \valid(ctx) && \valid_read(iv + (0 .. 11));
    requires length: length == 12;
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures begun: aead_head(ctx->model) == 0 && aead_data(ctx->model) == 0; */
void gcm_aes128_set_iv(struct gcm_aes128_ctx *ctx, size_t length, const uint8_t *iv);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    requires order: aead_head(ctx->model) % 16 == 0 && aead_data(ctx->model) == 0;
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures head: aead_head(ctx->model) == \old(aead_head(ctx->model)) + length && aead_data(ctx->model) == 0; */
void gcm_aes128_update(struct gcm_aes128_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && \valid(dst + (0 .. length - 1)) && \valid_read(src + (0 .. length - 1));
    requires apart: \separated(ctx, dst + (0 .. length - 1)) && \separated(ctx, src + (0 .. length - 1));
    requires overlap: dst == src || \separated(dst + (0 .. length - 1), src + (0 .. length - 1));
    requires order: aead_data(ctx->model) % 16 == 0;
    terminates \true;
    exits \false;
    assigns *ctx, dst[0 .. length - 1];
    ensures data: aead_data(ctx->model) == \old(aead_data(ctx->model)) + length; */
void gcm_aes128_encrypt(struct gcm_aes128_ctx *ctx, size_t length, uint8_t *dst, const uint8_t *src);

/*@ requires memory: \valid(ctx) && \valid(dst + (0 .. length - 1)) && \valid_read(src + (0 .. length - 1));
    requires apart: \separated(ctx, dst + (0 .. length - 1)) && \separated(ctx, src + (0 .. length - 1));
    requires overlap: dst == src || \separated(dst + (0 .. length - 1), src + (0 .. length - 1));
    requires order: aead_data(ctx->model) % 16 == 0;
    terminates \true;
    exits \false;
    assigns *ctx, dst[0 .. length - 1];
    ensures data: aead_data(ctx->model) == \old(aead_data(ctx->model)) + length; */
void gcm_aes128_decrypt(struct gcm_aes128_ctx *ctx, size_t length, uint8_t *dst, const uint8_t *src);

/*@ requires memory: \valid(ctx) && length <= 16 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1]; */
void gcm_aes128_digest(struct gcm_aes128_ctx *ctx, size_t length, uint8_t *digest);

struct gcm_aes256_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx) && \valid_read(key + (0 .. 31));
    terminates \true;
    exits \false;
    assigns *ctx; */
void gcm_aes256_set_key(struct gcm_aes256_ctx *ctx, const uint8_t *key);

/*@ requires memory: \valid(ctx) && \valid_read(iv + (0 .. 11));
    requires length: length == 12;
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures begun: aead_head(ctx->model) == 0 && aead_data(ctx->model) == 0; */
void gcm_aes256_set_iv(struct gcm_aes256_ctx *ctx, size_t length, const uint8_t *iv);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    requires order: aead_head(ctx->model) % 16 == 0 && aead_data(ctx->model) == 0;
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures head: aead_head(ctx->model) == \old(aead_head(ctx->model)) + length && aead_data(ctx->model) == 0; */
void gcm_aes256_update(struct gcm_aes256_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && \valid(dst + (0 .. length - 1)) && \valid_read(src + (0 .. length - 1));
    requires apart: \separated(ctx, dst + (0 .. length - 1)) && \separated(ctx, src + (0 .. length - 1));
    requires overlap: dst == src || \separated(dst + (0 .. length - 1), src + (0 .. length - 1));
    requires order: aead_data(ctx->model) % 16 == 0;
    terminates \true;
    exits \false;
    assigns *ctx, dst[0 .. length - 1];
    ensures data: aead_data(ctx->model) == \old(aead_data(ctx->model)) + length; */
void gcm_aes256_encrypt(struct gcm_aes256_ctx *ctx, size_t length, uint8_t *dst, const uint8_t *src);

/*@ requires memory: \valid(ctx) && \valid(dst + (0 .. length - 1)) && \valid_read(src + (0 .. length - 1));
    requires apart: \separated(ctx, dst + (0 .. length - 1)) && \separated(ctx, src + (0 .. length - 1));
    requires overlap: dst == src || \separated(dst + (0 .. length - 1), src + (0 .. length - 1));
    requires order: aead_data(ctx->model) % 16 == 0;
    terminates \true;
    exits \false;
    assigns *ctx, dst[0 .. length - 1];
    ensures data: aead_data(ctx->model) == \old(aead_data(ctx->model)) + length; */
void gcm_aes256_decrypt(struct gcm_aes256_ctx *ctx, size_t length, uint8_t *dst, const uint8_t *src);

/*@ requires memory: \valid(ctx) && length <= 16 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1]; */
void gcm_aes256_digest(struct gcm_aes256_ctx *ctx, size_t length, uint8_t *digest);

#endif
