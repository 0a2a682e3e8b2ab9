/* Contracts assumed of nettle 3.8's SHA-2: see history.h. */
#ifndef TLS12_PROOFS_ASSUMPTIONS_NETTLE_SHA2_H
#define TLS12_PROOFS_ASSUMPTIONS_NETTLE_SHA2_H

#include "nettle/history.h"

#define SHA224_DIGEST_SIZE 28
#define SHA256_DIGEST_SIZE 32
#define SHA384_DIGEST_SIZE 48
#define SHA512_DIGEST_SIZE 64

struct sha256_ctx {
  const void *model;
};

struct sha512_ctx {
  const void *model;
};

/*@ requires memory: \valid(ctx);
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures empty: started(ctx->model) == TLS12_SHA224 && history(ctx->model) == empty_text; */
void sha224_init(struct sha256_ctx *ctx);

/*@ requires memory: \valid(ctx);
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures empty: started(ctx->model) == TLS12_SHA256 && history(ctx->model) == empty_text; */
void sha256_init(struct sha256_ctx *ctx);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures same_hash: started(ctx->model) == \old(started(ctx->model));
    ensures longer: history(ctx->model) == with_bytes{Pre}(\old(history(ctx->model)), data, length); */
void sha256_update(struct sha256_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && length <= 28 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    requires started: started(ctx->model) == TLS12_SHA224;
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1];
    ensures digest: digest_at(digest, length, TLS12_SHA224, \old(history(ctx->model)));
    ensures empty: started(ctx->model) == TLS12_SHA224 && history(ctx->model) == empty_text; */
void sha224_digest(struct sha256_ctx *ctx, size_t length, uint8_t *digest);

/*@ requires memory: \valid(ctx) && length <= 32 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    requires started: started(ctx->model) == TLS12_SHA256;
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1];
    ensures digest: digest_at(digest, length, TLS12_SHA256, \old(history(ctx->model)));
    ensures empty: started(ctx->model) == TLS12_SHA256 && history(ctx->model) == empty_text; */
void sha256_digest(struct sha256_ctx *ctx, size_t length, uint8_t *digest);

/*@ requires memory: \valid(ctx);
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures empty: started(ctx->model) == TLS12_SHA384 && history(ctx->model) == empty_text; */
void sha384_init(struct sha512_ctx *ctx);

/*@ requires memory: \valid(ctx);
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures empty: started(ctx->model) == TLS12_SHA512 && history(ctx->model) == empty_text; */
void sha512_init(struct sha512_ctx *ctx);

/*@ requires memory: \valid(ctx) && \valid_read(data + (0 .. length - 1));
    requires apart: \separated(ctx, data + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *ctx;
    ensures same_hash: started(ctx->model) == \old(started(ctx->model));
    ensures longer: history(ctx->model) == with_bytes{Pre}(\old(history(ctx->model)), data, length); */
void sha512_update(struct sha512_ctx *ctx, size_t length, const uint8_t *data);

/*@ requires memory: \valid(ctx) && length <= 48 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    requires started: started(ctx->model) == TLS12_SHA384;
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1];
    ensures digest: digest_at(digest, length, TLS12_SHA384, \old(history(ctx->model)));
    ensures empty: started(ctx->model) == TLS12_SHA384 && history(ctx->model) == empty_text; */
void sha384_digest(struct sha512_ctx *ctx, size_t length, uint8_t *digest);

/*@ requires memory: \valid(ctx) && length <= 64 && \valid(digest + (0 .. length - 1));
    requires apart: \separated(ctx, digest + (0 .. length - 1));
    requires started: started(ctx->model) == TLS12_SHA512;
    terminates \true;
    exits \false;
    assigns *ctx, digest[0 .. length - 1];
    ensures digest: digest_at(digest, length, TLS12_SHA512, \old(history(ctx->model)));
    ensures empty: started(ctx->model) == TLS12_SHA512 && history(ctx->model) == empty_text; */
void sha512_digest(struct sha512_ctx *ctx, size_t length, uint8_t *digest);

#endif
