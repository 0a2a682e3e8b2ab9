/* The ephemeral keys of ECDHE (RFC 8422 section 5.10), on any group of offered_groups: secp256r1, secp384r1 and secp521r1 by
 * arithmetic/ecdh.h, x25519 and x448 by arithmetic/xdh.h. Buffers belong to the caller and do not overlap. */
#ifndef TLS12_HANDSHAKE_KEY_SHARE_H
#define TLS12_HANDSHAKE_KEY_SHARE_H

#include "arithmetic/ecdh.h"
#include "arithmetic/xdh.h"

/* Bytes of the private key and of the premaster secret, at most ECDH_SIZE_MAX; and of the ECPoint, at most ECDH_POINT_MAX. */
/*@ logic integer share_size(integer group) = curve_bytes(group) > 0 ? curve_bytes(group) : x_bytes(group);
    logic integer share_length(integer group) = curve_bytes(group) > 0 ? 1 + 2 * curve_bytes(group) : x_bytes(group); */

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R8422-5.10-03
    //= type=implication
    //# The X25519 premaster is exactly 32 bytes, the X448 premaster exactly 56.
    ensures size: \result == share_size(group); */
unsigned key_share_size(unsigned group);

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures length: \result == share_length(group); */
unsigned key_share_length(unsigned group);

/* Makes a key pair. 1, or 0 as ecdh_generate and xdh_generate. */
/*@ requires private_key: \valid(private_key + (0 .. share_size(group) - 1));
    requires share: \valid(share + (0 .. share_length(group) - 1));
    requires separated: \separated(private_key + (0 .. share_size(group) - 1), share + (0 .. share_length(group) - 1));
    terminates \true;
    exits \false;
    assigns private_key[0 .. share_size(group) - 1], share[0 .. share_length(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures point: \result == 1 && x_bytes(group) == 0 ==>
      is_scalar(value(private_key, curve_bytes(group)), group) &&
      is_public_point(share, value(private_key, curve_bytes(group)), group);
    ensures public: \result == 1 && x_bytes(group) > 0 ==>
      little_endian(share, 0, x_bytes(group)) == x_function{Here}(private_key, x_base(group), group); */
int key_share_generate(unsigned group, tls12_random random, void *context, uint8_t *private_key, uint8_t *share);

/* May the peer's share be used, as far as can be seen of it alone? TLS12_NO_RULE, or the rule that it breaks: those of
 * ecdh_check_point; R8422_5_4_05 for an x25519 or x448 share of another length. The alert is illegal_parameter. */
/*@ requires share: \valid_read(share.data + (0 .. share.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures R8422_5_4_05: x_bytes(group) > 0 ==>
      \result == (share.length == x_bytes(group) ? TLS12_NO_RULE : R8422_5_4_05);
    ensures R8422_5_4_1_01: x_bytes(group) == 0 ==>
      (\result == R8422_5_4_1_01 <==> !is_uncompressed(share.data, share.length, group));
    ensures R8422_5_11_01: x_bytes(group) == 0 ==> (\result == TLS12_NO_RULE <==>
      is_uncompressed(share.data, share.length, group) &&
      is_group_point(point_x(share.data, group), point_y(share.data, group), group)); */
enum tls12_rule key_share_check(unsigned group, struct tls12_bytes share);

/* The premaster secret, key_share_size(group) bytes. 1; or 0, and all bytes zero, when the share is refused: of one that
 * key_share_check lets pass, only if the secret of x25519 or x448 is zero (RFC 8422 section 5.11). */
/*@ requires private_key: \valid_read(private_key + (0 .. share_size(group) - 1));
    requires share: \valid_read(share.data + (0 .. share.length - 1));
    requires premaster: \valid(premaster + (0 .. share_size(group) - 1));
    requires separated: \separated(premaster + (0 .. share_size(group) - 1), private_key + (0 .. share_size(group) - 1)) &&
                        \separated(premaster + (0 .. share_size(group) - 1), share.data + (0 .. share.length - 1));
    terminates \true;
    exits \false;
    assigns premaster[0 .. share_size(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    //= build/requirements.md#R8422-5.11-02
    //= type=implication
    //# With X25519 and X448 the all-zero premaster check replaces point validation.
    ensures R8422_5_10_02: \result == 1 && x_bytes(group) > 0 ==>
      x_function{Pre}(private_key, decode_u{Pre}(share.data, group), group) != 0;
    ensures ecdh: \result == 1 && x_bytes(group) == 0 ==> value(premaster, curve_bytes(group)) ==
      affine_multiple(0, value{Pre}(private_key, curve_bytes(group)), point_x{Pre}(share.data, group),
                      point_y{Pre}(share.data, group), group);
    ensures xdh: \result == 1 && x_bytes(group) > 0 ==> little_endian(premaster, 0, x_bytes(group)) ==
      x_function{Pre}(private_key, decode_u{Pre}(share.data, group), group);
    ensures refused: \result == 0 ==> \forall integer i; 0 <= i < share_size(group) ==> premaster[i] == 0; */
int key_share_agree(unsigned group, const uint8_t *private_key, struct tls12_bytes share, uint8_t *premaster);

#endif
