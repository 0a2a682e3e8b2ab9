/* One operation of src/arithmetic, done by this library and by others on the same input, so that their times can be compared. */
#ifndef TLS12_TESTS_BENCH_OPERATION_H
#define TLS12_TESTS_BENCH_OPERATION_H

#include <stddef.h>
#include <stdint.h>

enum operation_kind {
  DH_SHARED,   /* y^x mod p */
  DH_PUBLIC,   /* 2^x mod p */
  DH_COMB,     /* the same, from a table */
  RSA_SIGN,    /* PKCS#1 v1.5, SHA-256 */
  RSA_VERIFY,  /* the same */
  ECDH_SHARED, /* the x coordinate of scalar * point; the point comes as bytes and is checked */
  ECDH_PUBLIC, /* scalar * base point */
  ECDSA_SIGN,  /* r || s of a SHA-256 digest */
  ECDSA_VERIFY,
  XDH_SHARED, /* X25519 or X448 */
  XDH_PUBLIC,
  EDDSA_SIGN, /* of 32 bytes */
  EDDSA_VERIFY,
  PSS_SIGN, /* RSASSA-PSS, SHA-256, a salt of 32 bytes */
  PSS_VERIFY,
  DSA_SIGN, /* r || s of a SHA-256 digest, modulo a q of 256 bits */
  DSA_VERIFY
};

struct operation {
  const char *name;
  enum operation_kind kind;
  unsigned group; /* NamedGroup; SignatureAlgorithm of EdDSA; for RSA and DSA, the bits of the modulus */
};

struct octets {
  uint8_t data[1024];
  size_t length;
};

/* What an operation works on. Unused ones are empty. */
struct material {
  struct octets p, scalar, peer; /* modulus, private key, public value of the peer, or of the signer */
  struct octets q, g;            /* DSA */
  struct octets n, e, d, prime1, prime2, dp, dq, coefficient; /* RSA */
  struct octets digest, signature;
};

/* An operation as one library does it, prepared: work() takes the job and leaves its result, and answers whether it went well.
 * A verification has no result but that. */
struct job {
  int (*work)(struct job *);
  const struct operation *operation;
  const struct material *material;
  void *key; /* the library's own */
  uint8_t out[1024];
  size_t length;
};

/* A library: sets work and key, and answers whether it has the operation. */
struct peer {
  const char *name;
  int (*prepare)(struct job *);
};

extern const struct peer peer_ours, peer_openssl, peer_nettle, peer_mbedtls, peer_bearssl;

/* Makes the material of an operation; 0 when that fails. */
int material_make(const struct operation *operation, struct material *material);

/* Bytes of a coordinate of the group. */
size_t coordinate_size(unsigned group);

/* Random bytes that are the same in each run. */
void fixed_random(void *context, size_t n, uint8_t *out);

/* The bytes of stack that a job takes. */
size_t stack_used(struct job *job);

/* The calls of malloc, calloc and realloc since the program began. */
size_t heap_calls(void);

#endif
