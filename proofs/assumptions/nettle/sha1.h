/* Contracts assumed of nettle 3.8's SHA-1: see history.h. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_SHA1_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_SHA1_H

#include "nettle/history.h"

#define SHA1_DIGEST_SIZE 20

struct sha1_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx);
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures empty: started(ctx->model) == TLS12_SHA1 && history(ctx->model) == empty_text; */
void sha1_init(struct sha1_ctx *ctx);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures same_hash: started(ctx->model) == \old(started(ctx->model));
    ensures longer: history(ctx->model) == with_bytes{Pre}(\old(history(ctx->model)), data, length); */
void sha1_update(struct sha1_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && length <= 20 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    requires started: started(ctx->model) == TLS12_SHA1;
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1];
    ensures digest: digest_at(digest, length, TLS12_SHA1, \old(history(ctx->model)));
    ensures empty: started(ctx->model) == TLS12_SHA1 && history(ctx->model) == empty_text; */
void sha1_digest(struct sha1_ctx *ctx, size_t length, uint8_t *digest);

#endif
