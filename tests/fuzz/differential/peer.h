/* The three implementations that hear the same bytes, each as a client and as a server, in memory. All have the built-in
 * credentials for RSA and ECDSA, trust their roots, take the suites of peer_suites and any group and signature that they know, and
 * keep no sessions. */
#ifndef TLS12_TESTS_FUZZ_DIFFERENTIAL_PEER_H
#define TLS12_TESTS_FUZZ_DIFFERENTIAL_PEER_H

#include <stddef.h>
#include <stdint.h>

#include "tool/octets.h"

struct setup {
  int is_client;
  unsigned suite;          /* the only one, of peer_suites, or all if SUITES */
  int request_certificate; /* servers */
  unsigned group;          /* servers other than ours: the only group, of peer_groups, or all if 0 */
  uint64_t seed;           /* where the implementation takes one */
};

#define REASON_MAX 96

struct implementation {
  const char *name;
  void *(*start)(const struct setup *setup);
  /* All bytes that there are to send, appended. */
  void (*output)(void *peer, struct octets *out);
  void (*input)(void *peer, const uint8_t *bytes, size_t n);
  /* Whether it gave up; then why, and with which alert, or -1. */
  int (*failed)(void *peer, char reason[REASON_MAX], int *alert);
  void (*end)(void *peer);
};

extern const struct implementation ours, openssl, gnutls;

#define SUITES 22
extern const uint16_t peer_suites[SUITES];

/* What the other two call things. Groups: all of them in the order in which clients prefer them, then each. Signatures: in the order in
 * which our client prefers them. */
#define GROUPS 6
struct names {
  const char *openssl, *gnutls;
};
extern const struct names peer_groups[GROUPS], peer_signatures;

/* Those of the setup; how many. */
size_t setup_suites(const struct setup *setup, uint16_t suites[SUITES]);

/* The time at which certificates have to be valid, in seconds since 1970: 2026-01-01. */
#define TIME_OF_ALL 1767225600

/* Signs with the server's key, RSA or ECDSA as the pair says; the length, or 0 if the pair is none of these. */
size_t sign_params(unsigned pair, const uint8_t *bytes, size_t n, uint8_t *signature, size_t room);

#endif
