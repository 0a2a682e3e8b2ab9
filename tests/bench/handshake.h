/* One full handshake with both ends in memory, by this library and by OpenSSL, with the same suite, chain and group. */
#ifndef TLS12_TESTS_BENCH_HANDSHAKE_H
#define TLS12_TESTS_BENCH_HANDSHAKE_H

#include <stddef.h>
#include <stdint.h>

#include "wire/bytes.h"

/* Seconds since 1970, and the same instant as struct tls12_config has it: when certificates are judged. */
#define BENCH_TIME 1767225600
#define BENCH_DATE 20260101000000u

#define BENCH_NAME "server.example"

/* A leaf for BENCH_NAME and the intermediate that certifies it, in DER, the root above, and the leaf's private key. */
struct bench_chain {
  struct tls12_bytes certificates[2], root, key;
};

/* Makes a chain with RSA keys of 2048 bits, or with keys on secp256r1; 0 when that fails. */
int chain_make(int ecdsa, struct bench_chain *chain);

struct bench_suite {
  const char *name; /* of the key exchange */
  const char *openssl_name;
  uint16_t value;
  int ecdsa;
  double limit; /* the ratio that it should not exceed */
};

/* Both prepare what lasts longer than a connection, once for each suite: 0 when that fails. */
struct ours;
struct ours *ours_prepare(const struct bench_suite *suite, const struct bench_chain *chain);
void *openssl_prepare(const struct bench_suite *suite, const struct bench_chain *chain);

/* A handshake, from new connections to their end; the number of bytes that went over the wire, or 0 if it failed. */
uint64_t ours_handshake(void *ours, unsigned count);
uint64_t openssl_handshake(void *context, unsigned count);

/* The bytes of both engines. */
size_t ours_size(void);

#endif
