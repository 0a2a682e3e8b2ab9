/* Local policy: which of the things that the specifications define are used. Predicates over decoded values; no decoder
 * and no rule of the handshake depends on it.
 *
 * `reference` allows all that is implemented. `modern` follows RFC 9325 (recommendations for TLS), RFC 9155 (no MD5 and
 * SHA-1 signatures) and RFC 8996 (no older versions). */
#ifndef TLS12_HANDSHAKE_POLICY_H
#define TLS12_HANDSHAKE_POLICY_H

#include <stdint.h>

#include "handshake/suite.h"

enum tls12_policy { TLS12_POLICY_MODERN, TLS12_POLICY_REFERENCE };

/* RFC 9325 sections 4.1 and 4.2: forward secret suites with an AEAD cipher. */
/*@ requires suite: \valid_read(suite);
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R5246-A.5-02
    //= type=implication
    //# DH_anon suites are not used unless the application asked for anonymous key exchange.
    //= build/requirements.md#R9325-4.1-01
    //= type=implication
    //# NULL-encryption suites are not negotiated (implementing them for tests is tolerated).
    //= build/requirements.md#R9325-4.1-02
    //= type=implication
    //# RC4 suites and suites under 112 bits are not negotiated.
    //= build/requirements.md#R9325-4.1-03
    //= type=implication
    //# Suites under 128 bits (3DES), static RSA, static DH, static ECDH and finite-field DHE suites are not
    //# negotiated.
    //= build/requirements.md#R9325-4.2-02
    //= type=implication
    //# CBC suites are not used without encrypt_then_mac.
    //= build/requirements.md#R9325-4.1-04
    //= type=implication
    //# Forward-secret suites are supported and preferred.
    ensures allowed: \result != 0 <==> policy == TLS12_POLICY_REFERENCE ||
      ((suite->key_exchange == TLS12_KX_ECDHE_ECDSA || suite->key_exchange == TLS12_KX_ECDHE_RSA ||
        suite->key_exchange == TLS12_KX_ECDHE_PSK) && suite->mac == TLS12_HASH_NONE);
*/
int tls12_policy_allows_suite(enum tls12_policy policy, const struct tls12_suite *suite);

/* RFC 9325 section 4.5: the length of a finite-field group's prime, in bits. RFC 7919 section 3.1 refuses fewer than
 * 768 under any policy. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R9325-4.5-01
    //= type=implication
    //# DHE groups have at least 2048 bits.
    //= build/requirements.md#R7919-3.1-01
    //= type=implication
    //# Custom groups with dh_p under 768 bits are rejected; under 1024 bits they should be (RFC 9325 demands 2048).
    ensures allowed: \result != 0 <==> (policy == TLS12_POLICY_REFERENCE ? 768 : 2048) <= bits;
*/
int tls12_policy_allows_dh_bits(enum tls12_policy policy, uint32_t bits);

/* RFC 9325 section 3.5: whether a server without renegotiation_info is refused (RFC 5746 section 4.1). */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R5746-4.1-01
    //# A client policy that refuses servers without the extension sends a fatal handshake_failure.
    ensures required: \result != 0 <==> policy == TLS12_POLICY_MODERN;
*/
int tls12_policy_requires_renegotiation_info(enum tls12_policy policy);

/* RFC 7627 section 5.3: whether sessions without extended master secret are resumed. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures allowed: \result != 0 <==> policy == TLS12_POLICY_REFERENCE;
*/
int tls12_policy_allows_legacy_session(enum tls12_policy policy);

#endif
