/* Finite-field Diffie-Hellman (RFC 5246 sections 7.4.3, 7.4.7.2 and 8.1.2; RFC 7919). Numbers are unsigned, most significant
 * byte first, leading zero bytes are tolerated (R5246-4.4-02); each is at most 65535 bytes long, as on the wire. No heap;
 * below 80 KiB of stack. */
#ifndef TLS12_ARITHMETIC_DH_H
#define TLS12_ARITHMETIC_DH_H

#include "arithmetic/number.h"
#include "spec/dh.h"
#include "spec/rules.h"
#include "wire/bytes.h"

/* TLS12_NO_RULE when p is odd, has at most 8192 bits, and 1 < g < p - 1; else R5246_F_1_1_3_02: not an acceptable group. */
/*@ requires size: p.length <= 65535 && g.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(g.data + (0 .. g.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result == TLS12_NO_RULE <==> is_dh_group(p.data, p.length, g.data, g.length);
    ensures rule: \result == TLS12_NO_RULE || \result == R5246_F_1_1_3_02; */
enum tls12_rule dh_check_group(struct tls12_bytes p, struct tls12_bytes g);

/* TLS12_NO_RULE when 1 < y < p - 1; else R7919_3_04, the rule for dh_Ys (its twin for dh_Yc is R7919_4_06). p has passed
 * dh_check_group. */
/*@ requires size: p.length <= 65535 && y.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(y.data + (0 .. y.length - 1));
    requires modulus: is_dh_modulus(p.data, p.length);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result == TLS12_NO_RULE <==> is_dh_public(p.data, p.length, y.data, y.length);
    ensures rule: \result == TLS12_NO_RULE || \result == R7919_3_04; */
enum tls12_rule dh_check_public(struct tls12_bytes p, struct tls12_bytes y);

/* The bits of p without its leading zeros. */
/*@ requires size: p.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bound: \result <= 8 * p.length;
    ensures zero: \result == 0 <==> value(p.data, p.length) == 0;
    ensures bits: \result > 0 ==> power(2, \result - 1) <= value(p.data, p.length) < power(2, \result); */
uint32_t dh_bits(struct tls12_bytes p);

/* y = g^x mod p, p.length bytes. The group has passed dh_check_group; x is 1..1024 secret random bytes. Time depends on the
 * group and on x.length only. */
/*@ requires size: p.length <= 65535 && g.length <= 65535 && 1 <= x.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(g.data + (0 .. g.length - 1)) &&
                     \valid_read(x.data + (0 .. x.length - 1)) && \valid(y + (0 .. p.length - 1));
    requires separated: \separated(y + (0 .. p.length - 1), p.data + (0 .. p.length - 1)) &&
                        \separated(y + (0 .. p.length - 1), g.data + (0 .. g.length - 1)) &&
                        \separated(y + (0 .. p.length - 1), x.data + (0 .. x.length - 1));
    requires group: is_dh_group(p.data, p.length, g.data, g.length);
    terminates \true;
    exits \false;
    assigns y[0 .. p.length - 1];
    ensures power: value(y, p.length) == \old(power(value(g.data, g.length), value(x.data, x.length)) %
                                              value(p.data, p.length)); */
void dh_public(struct tls12_bytes p, struct tls12_bytes g, struct tls12_bytes x, uint8_t *y);

/* z = y^x mod p without its leading zero bytes, *length of them; room for p.length bytes. y has passed dh_check_public.
 * RFC 5246 section 8.1.2 strips them: the premaster secret's length, and with it the time of the PRF, tells how many there
 * were. That is in the protocol; up to there the time depends on the group and on x.length only. */
/*@ requires size: p.length <= 65535 && y.length <= 65535 && 1 <= x.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(y.data + (0 .. y.length - 1)) &&
                     \valid_read(x.data + (0 .. x.length - 1)) && \valid(z + (0 .. p.length - 1)) && \valid(length);
    requires separated: \separated(z + (0 .. p.length - 1), length);
    requires modulus: is_dh_modulus(p.data, p.length) && is_dh_public(p.data, p.length, y.data, y.length);
    terminates \true;
    exits \false;
    assigns z[0 .. p.length - 1], *length;
    //= build/requirements.md#R5246-8.1.2-01
    //= type=implication
    //# Finite-field DH: the premaster secret is Z with all leading zero BYTES removed.
    //= build/requirements.md#R4279-3-03
    //= type=implication
    //# DHE_PSK: other_secret is Z with leading zero bytes stripped, preceded by its (stripped) length.
    ensures length: *length <= p.length && (*length == 0 || z[0] > 0);
    ensures power: value(z, *length) == \old(power(value(y.data, y.length), value(x.data, x.length)) %
                                             value(p.data, p.length)); */
void dh_shared(struct tls12_bytes p, struct tls12_bytes y, struct tls12_bytes x, uint8_t *z, uint32_t *length);

#endif
