/* Contracts assumed of nettle 3.8's MD5: see history.h. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_MD5_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_MD5_H

#include "nettle/history.h"

#define MD5_DIGEST_SIZE 16

struct md5_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx);
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures empty: started(ctx->model) == TLS12_MD5 && history(ctx->model) == empty_text; */
void md5_init(struct md5_ctx *ctx);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures same_hash: started(ctx->model) == \old(started(ctx->model));
    ensures longer: history(ctx->model) == with_bytes{Pre}(\old(history(ctx->model)), data, length); */
void md5_update(struct md5_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && length <= 16 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    requires started: started(ctx->model) == TLS12_MD5;
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1];
    ensures digest: digest_at(digest, length, TLS12_MD5, \old(history(ctx->model)));
    ensures empty: started(ctx->model) == TLS12_MD5 && history(ctx->model) == empty_text; */
void md5_digest(struct md5_ctx *ctx, size_t length, uint8_t *digest);

#endif
