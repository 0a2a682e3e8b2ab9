/* What this side offers or accepts: suites, signature pairs, groups. */
#ifndef TLS12_HANDSHAKE_OFFER_H
#define TLS12_HANDSHAKE_OFFER_H

#include "handshake/config.h"

/* The suites that this side is willing to run, most wanted first: the next one at or after *place, which then moves on;
 * NULL after the last. Start with *place = 0. */
const struct tls12_suite *offered_suite(const struct tls12_config *config, unsigned *place);

/* The pairs (hash, signature) that this side accepts, most wanted first, two bytes each as signature_algorithms carries
 * them (RFC 5246 section 7.4.1.4.1). */
struct tls12_bytes offered_pairs(enum tls12_policy policy);

/* The groups of supported_groups, two bytes each (RFC 8422 section 5.1.1). */
struct tls12_bytes offered_groups(void);

/* Whether a list of two-byte values holds this one. */
int list_holds(struct tls12_bytes list, uint32_t value);

/* The pair of hash and signature as one number, the hash in the high byte. */
#define PAIR(hash, signature) ((uint32_t)(hash)*256u + (uint32_t)(signature))

#endif
