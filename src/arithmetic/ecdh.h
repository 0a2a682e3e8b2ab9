/* Elliptic curve Diffie-Hellman on secp256r1, secp384r1 and secp521r1 (RFC 8422 sections 5.4 to 5.11).
 *
 * `group` is a NamedCurve code point (spec/algorithms.h). A scalar is a private key: ecdh_size(group) bytes, big-endian,
 * in 1..n-1 where n is the order of the base point. A point is 04 || x || y, each coordinate ecdh_size(group) bytes,
 * big-endian (RFC 8422 section 5.4.1). Buffers belong to the caller and do not overlap.
 *
 * Time and memory access depend on the group, on public points and on the answer, never on a scalar. Everything that holds
 * a secret is cleared before return. No heap; below 12 KiB of stack. */
#ifndef TLS12_ARITHMETIC_ECDH_H
#define TLS12_ARITHMETIC_ECDH_H

#include <stdint.h>

#include "arithmetic/point.h"
#include "spec/ecdh.h"
#include "spec/rules.h"
#include "wire/bytes.h"
#include "wire/random.h"

#define ECDH_SIZE_MAX 66   /* bytes of a coordinate or scalar: P-521 */
#define ECDH_POINT_MAX 133 /* bytes of a point: P-521 */

/* Bytes of a coordinate, of a scalar and of the shared secret: 32, 48 or 66; 0 for any other group. A point has
 * 1 + 2 * ecdh_size(group) bytes. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == curve_bytes(group); */
unsigned ecdh_size(unsigned group);

/* Is `point` a point of the group that may be used? TLS12_NO_RULE, or the rule that it breaks:
 *   R8422_5_4_1_01  not 04 || x || y of the right length (or the group is not one of the three);
 *   R8422_5_11_01   a coordinate is not below p, or y^2 = x^3 - 3x + b does not hold (RFC 8422 section 5.11).
 * The alert of both is illegal_parameter when the point came in a handshake message. The groups have cofactor 1, so a
 * point on the curve is in the group of prime order. */
/*@ requires point: \valid_read(point.data + (0 .. point.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result == TLS12_NO_RULE || \result == R8422_5_4_1_01 || \result == R8422_5_11_01;
    ensures R8422_5_4_1_01: \result == R8422_5_4_1_01 <==> !is_uncompressed(point.data, point.length, group);
    ensures R8422_5_11_01: \result == TLS12_NO_RULE <==>
      is_uncompressed(point.data, point.length, group) &&
      is_group_point(point_x(point.data, group), point_y(point.data, group), group); */
enum tls12_rule ecdh_check_point(unsigned group, struct tls12_bytes point);

/* Makes a key pair: `scalar` gets ecdh_size(group) bytes, uniform in 1..n-1, `point` 1 + 2 * ecdh_size(group). Candidates
 * from `random` that are outside 1..n-1 are thrown away whole: a retry tells nothing of the candidate that is accepted.
 * 1; or 0 when the group is not supported, `random` fails, or 64 candidates in a row were refused. */
/*@ requires scalar: \valid(scalar + (0 .. curve_bytes(group) - 1));
    requires point: \valid(point + (0 .. 2 * curve_bytes(group)));
    requires separated: \separated(scalar + (0 .. curve_bytes(group) - 1), point + (0 .. 2 * curve_bytes(group)));
    terminates \true;
    exits \false;
    assigns scalar[0 .. curve_bytes(group) - 1], point[0 .. 2 * curve_bytes(group)];
    ensures answer: \result == 0 || \result == 1;
    ensures scalar: \result == 1 ==> is_scalar(value(scalar, curve_bytes(group)), group);
    ensures point: \result == 1 ==> is_public_point(point, value(scalar, curve_bytes(group)), group); */
int ecdh_generate(unsigned group, tls12_random random, void *context, uint8_t *scalar, uint8_t *point);

/* The public point of a scalar. 1; or 0 when the group is not supported or the scalar is not in 1..n-1. */
/*@ requires scalar: \valid_read(scalar + (0 .. curve_bytes(group) - 1));
    requires point: \valid(point + (0 .. 2 * curve_bytes(group)));
    requires separated: \separated(scalar + (0 .. curve_bytes(group) - 1), point + (0 .. 2 * curve_bytes(group)));
    terminates \true;
    exits \false;
    assigns point[0 .. 2 * curve_bytes(group)];
    ensures answer: \result == 0 || \result == 1;
    ensures kept: \forall integer i; 0 <= i < curve_bytes(group) ==> scalar[i] == \old(scalar[i]);
    ensures scalar: \result == 1 <==> is_scalar(value(scalar, curve_bytes(group)), group);
    ensures point: \result == 1 ==> is_public_point(point, value(scalar, curve_bytes(group)), group); */
int ecdh_public(unsigned group, const uint8_t *scalar, uint8_t *point);

/* The shared secret: `x` gets the x coordinate of scalar * peer_point, ecdh_size(group) bytes with its leading zeros
 * (RFC 8422 section 5.10). 1; or 0, with x zeroed, when ecdh_check_point refuses the peer's point or the scalar is not in 1..n-1. */
/*@ requires scalar: \valid_read(scalar + (0 .. curve_bytes(group) - 1));
    requires point: \valid_read(peer_point.data + (0 .. peer_point.length - 1));
    requires x: \valid(x + (0 .. curve_bytes(group) - 1));
    terminates \true;
    exits \false;
    assigns x[0 .. curve_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures checked: \result == 1 <==>
      is_uncompressed{Pre}(peer_point.data, peer_point.length, group) &&
      is_group_point(point_x{Pre}(peer_point.data, group), point_y{Pre}(peer_point.data, group), group) &&
      is_scalar(value{Pre}(scalar, curve_bytes(group)), group);
    //= build/requirements.md#R8422-5.10-01
    //= type=implication
    //# The ECDH premaster is the x-coordinate as a fixed-width octet string (32, 48 or 66 bytes): leading zero bytes
    //# are not stripped.
    //= build/requirements.md#R4492-5.10-01
    //= type=implication
    //# Leading zeros of the ECDH x-coordinate are kept.
    ensures shared: \result == 1 ==> value(x, curve_bytes(group)) ==
      affine_multiple(0, value{Pre}(scalar, curve_bytes(group)), point_x{Pre}(peer_point.data, group),
                      point_y{Pre}(peer_point.data, group), group);
    ensures refused: \result == 0 ==> \forall integer i; 0 <= i < curve_bytes(group) ==> x[i] == 0; */
int ecdh_shared(unsigned group, const uint8_t *scalar, struct tls12_bytes peer_point, uint8_t *x);

#endif
