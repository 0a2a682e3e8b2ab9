/* The premaster secret of the key exchanges with a pre-shared key: RFC 4279 section 2,
 *
 *     opaque other_secret<0..2^16-1>;
 *     opaque psk<0..2^16-1>;
 */
#ifndef TLS12_HANDSHAKE_PSK_H
#define TLS12_HANDSHAKE_PSK_H

#include "handshake/config.h"
#include "handshake/kept.h"
#include "spec/presentation.h"

/* The longest premaster secret, in bytes: a shared DH value and a pre-shared key, each with its length. */
#define TLS12_PREMASTER_MAX (2 + TLS12_PUBLIC_VALUE_MAX + 2 + TLS12_PSK_MAX)

/* The key exchange PSK has no other secret: as many zero bytes as the key is long. */
/*@ requires length: n <= TLS12_PSK_MAX;
    requires memory: \valid(secret + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns secret[0 .. n - 1];
    ensures R4279_2_04: \forall integer i; 0 <= i < n ==> secret[i] == 0;
    ensures length: \result == n;
*/
uint32_t no_other_secret(uint32_t n, uint8_t *secret);

/* Makes the premaster secret of the other secret, premaster[0 .. n - 1], and the key; answers with its length. */
/*@ requires length: n <= TLS12_PUBLIC_VALUE_MAX && key.length <= TLS12_PSK_MAX;
    requires memory: \valid(premaster + (0 .. TLS12_PREMASTER_MAX - 1)) && \valid_read(key.data + (0 .. key.length - 1));
    requires apart: \separated(premaster + (0 .. TLS12_PREMASTER_MAX - 1), key.data + (0 .. key.length - 1));
    terminates \true;
    exits \false;
    assigns premaster[0 .. TLS12_PREMASTER_MAX - 1];
    //= build/requirements.md#R4279-4-04
    //= type=implication
    //# RSA_PSK: other_secret is the 48-byte version+random value, so the premaster is 52 bytes longer than the PSK.
    ensures length: \result == 2 + n + 2 + key.length;
    ensures R4279_2_05_length: be16(premaster, 0) == n;
    ensures R4279_2_05_other: copy{Post,Pre}(premaster, 2, premaster, n);
    //= build/requirements.md#R4279-5.3-01
    //= type=implication
    //# Identities up to 128 bytes and PSKs up to 64 bytes are supported.
    ensures R4279_2_05_psk: vector16(premaster, 2 + n, \result, key.data, key.length);
*/
uint32_t add_psk(struct tls12_bytes key, uint8_t *premaster, uint32_t n);

#endif
