/* The pseudorandom function of RFC 5246 section 5: PRF(secret, label, seed) = P_<hash>(secret, label + seed).
 * No heap; below 8 KiB of stack. */
#ifndef TLS12_CRYPTO_PRF_H
#define TLS12_CRYPTO_PRF_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "spec/prf.h"
#include "wire/bytes.h"

/* Writes out[0 .. n-1]. The seed is seed1 followed by seed2; either may be empty. out overlaps no input. */
/*@ requires hash: 0 < hash_size(hash);
    requires length: n <= TLS12_BODY_MAX;
    requires input: \valid_read(secret.data + (0 .. secret.length - 1)) &&
                    \valid_read(label.data + (0 .. label.length - 1)) &&
                    \valid_read(seed1.data + (0 .. seed1.length - 1)) && \valid_read(seed2.data + (0 .. seed2.length - 1));
    requires output: \valid(out + (0 .. n - 1));
    requires apart: \separated(out + (0 .. n - 1), label.data + (0 .. label.length - 1)) &&
                    \separated(out + (0 .. n - 1), seed1.data + (0 .. seed1.length - 1)) &&
                    \separated(out + (0 .. n - 1), seed2.data + (0 .. seed2.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures R5246_5_prf: \forall integer k; 0 <= k < n ==> out[k] ==
      prf_byte{Pre}(hash, hmac_inner{Pre}(hash, secret.data, secret.length), hmac_outer{Pre}(hash, secret.data, secret.length),
                    label.data, label.length, seed1.data, seed1.length, seed2.data, seed2.length, k);
*/
void p_hash(enum tls12_hash hash, struct tls12_bytes secret, struct tls12_bytes label, struct tls12_bytes seed1,
            struct tls12_bytes seed2, uint8_t *out, uint32_t n);

#endif
