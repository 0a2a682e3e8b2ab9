/* What this side offers or accepts: suites, signature pairs, groups. */
#ifndef TLS12_HANDSHAKE_OFFER_H
#define TLS12_HANDSHAKE_OFFER_H

#include "handshake/config.h"
#include "spec/key_exchange_parts.h"
#include "spec/presentation.h"
#include "spec/scheme.h"

/*@ predicate psks_usable{L}(struct tls12_config *c) = 0 < c->psk_count &&
      \forall integer i; 0 <= i < c->psk_count ==> 1 <= c->psks[i].key.length <= TLS12_PSK_MAX;
*/

/* The suites that this side is willing to run, most wanted first: the next one at or after *place, which then moves on;
 * NULL after the last. Start with *place = 0. */
/*@ requires config: \valid_read(config) &&
      (config->suites != \null ==> \valid_read(config->suites + (0 .. config->suite_count - 1))) &&
      \valid_read(config->psks + (0 .. config->psk_count - 1));
    requires place: \valid(place);
    requires apart: \separated(place, config) && \separated(place, config->suites + (0 .. config->suite_count - 1));
    terminates \true;
    exits \false;
    assigns *place, \result \from \indirect:*place, \indirect:*config;
    ensures suite: \result != \null ==> \valid_read(\result) && \old(*place) < *place;
    ensures stays: \old(*place) <= *place;
    ensures R4279_2_psk: \result != \null && kx_psk(\result->key_exchange) ==> psks_usable(config);
*/
const struct tls12_suite *offered_suite(const struct tls12_config *config, unsigned *place);

/* Whether this side is willing to run this one. */
/*@ requires config: \valid_read(config) &&
      (config->suites != \null ==> \valid_read(config->suites + (0 .. config->suite_count - 1))) &&
      \valid_read(config->psks + (0 .. config->psk_count - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
int offers_suite(const struct tls12_config *config, uint32_t value);

/* The pairs (hash, signature) that this side accepts, most wanted first, two bytes each as signature_algorithms carries
 * them (RFC 5246 section 7.4.1.4.1). */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures pairs: \result.length == (policy == TLS12_POLICY_MODERN ? 22 : 36) &&
      \valid_read(\result.data + (0 .. \result.length - 1));
*/
struct tls12_bytes offered_pairs(enum tls12_policy policy);

/* Those of them that a server asks of a client's certificate and of CertificateVerify: all if the messages are kept until then
 * (handshake/messages.h), else those whose hashes are the two that run along with the handshake (R5246-7.4.8-07). */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures pairs: \result.length == (policy == TLS12_POLICY_MODERN ? (kept != 0 ? 22 : 12) : (kept != 0 ? 36 : 14)) &&
      \valid_read(\result.data + (0 .. \result.length - 1));
    //= build/requirements.md#R9155-3-01
    //# MD5 and SHA-1 pairs are not listed.
    ensures R5246_7_4_8_07: kept == 0 ==> \forall integer i; 0 <= i && 2 * i + 1 < \result.length ==>
      scheme_hash(be16(\result.data, 2 * i)) == TLS12_SHA256 || scheme_hash(be16(\result.data, 2 * i)) == TLS12_SHA384;
*/
struct tls12_bytes requested_pairs(enum tls12_policy policy, int kept);

/* The groups of supported_groups, most wanted first, in order of strength, two bytes each (RFC 8422 section 5.1.1). */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures groups: \result.length == 10 && \valid_read(\result.data + (0 .. 9));
    //= build/requirements.md#R8422-5.1.1-02
    //= type=implication
    //# Codes: secp256r1 23, secp384r1 24, secp521r1 25, x25519 29, x448 30; 1..22 and 0xFF01,0xFF02 are deprecated;
    //# unknown codes are skipped.
    //= build/requirements.md#R9325-4.5-02
    //= type=implication
    //# Curves under 224 bits are not used.
    ensures R8422_5_1_1: be16(\result.data, 0) == TLS12_X25519 && be16(\result.data, 2) == TLS12_SECP256R1 &&
      be16(\result.data, 4) == TLS12_SECP384R1 && be16(\result.data, 6) == TLS12_X448 &&
      be16(\result.data, 8) == TLS12_SECP521R1;
*/
struct tls12_bytes offered_groups(void);

/* Whether a list of two-byte values holds this one. */
/*@ requires list: list.length <= TLS12_BODY_MAX && \valid_read(list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures holds: \result != 0 <==>
      \exists integer i; 0 <= i && i % 2 == 0 && i + 1 < list.length && be16(list.data, i) == value;
*/
int list_holds(struct tls12_bytes list, uint32_t value);

/* The pair of hash and signature as one number, the hash in the high byte. */
#define PAIR(hash, signature) ((uint32_t)(hash)*256u + (uint32_t)(signature))

#endif
