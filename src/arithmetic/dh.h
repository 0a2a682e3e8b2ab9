/* Finite-field Diffie-Hellman (RFC 5246 sections 7.4.3, 7.4.7.2 and 8.1.2; RFC 7919). Numbers are unsigned, most significant
 * byte first; leading zero bytes are tolerated. Groups have at most 8192 bits. A public number may be of any length. */
#ifndef TLS12_ARITHMETIC_DH_H
#define TLS12_ARITHMETIC_DH_H

#include "arithmetic/number.h"
#include "spec/rules.h"
#include "wire/bytes.h"

/* TLS12_NO_RULE when p is odd, has at most 8192 bits, and 1 < g < p - 1; else R5246_F_1_1_3_02, the group cannot be accepted. */
enum tls12_rule dh_check_group(struct tls12_bytes p, struct tls12_bytes g);

/* TLS12_NO_RULE when 1 < y < p - 1; else R7919_3_04, the rule for dh_Ys (its twin for dh_Yc is R7919_4_06). p has passed
 * dh_check_group. */
enum tls12_rule dh_check_public(struct tls12_bytes p, struct tls12_bytes y);

/* The bits of p: its length without leading zeros. p is below 2^28 bytes long. */
uint32_t dh_bits(struct tls12_bytes p);

/* y_out = g^x mod p, p.length bytes. The group has passed dh_check_group; x is 1..1024 secret random bytes.
 * Time depends on the group and on x.length only. */
void dh_public(struct tls12_bytes p, struct tls12_bytes g, struct tls12_bytes x, uint8_t *y_out);

/* z_out = y^x mod p without its leading zero bytes, *length of them; room for p.length bytes. y has passed dh_check_public.
 * RFC 5246 section 8.1.2 strips them: the premaster secret's length, and with it the time of the PRF, tells how many there
 * were. That is in the protocol; up to there the time depends on the group and on x.length only. */
void dh_shared(struct tls12_bytes p, struct tls12_bytes y, struct tls12_bytes x, uint8_t *z_out, uint32_t *length);

#endif
