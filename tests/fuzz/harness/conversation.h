/* A handshake between our client and our server, in memory, the same in every run. */
#ifndef TLS12_TESTS_FUZZ_CONVERSATION_H
#define TLS12_TESTS_FUZZ_CONVERSATION_H

#include "handshake/engine.h"

struct side {
  struct tls12_engine *engine;
  struct tls12_config config;
  uint64_t random; /* state of its generator */
};

struct conversation {
  struct side client, server;
  uint16_t suite;
};

/* One suite of each kind: key exchange, cipher type, and extension of the handshake. */
#define CONVERSATION_SUITES 17
extern const uint16_t conversation_suites[CONVERSATION_SUITES];

/* Makes both engines, which are never freed. The conversation must not move after this. */
void conversation_prepare(struct conversation *c, uint16_t suite);

/* Runs the handshake to its end. `delivered` is called before the first record, with a length of 0, and after each record
 * that an engine was given. */
void conversation_run(struct conversation *c,
                      void (*delivered)(void *context, int from_client, struct tls12_bytes record), void *context);

#endif
