/* Diffie-Hellman with X25519 and X448 (RFC 7748 sections 5 and 6, RFC 8422 sections 5.10 and 5.11).
 *
 * `group` is a NamedCurve code point, 29 or 30 (spec/algorithms.h). A scalar is a private key: xdh_size(group) random bytes,
 * of which the functions take the bits that RFC 7748 says. A public key and a shared secret have as many bytes, least
 * significant first; any public key will do, as none needs validation, but a shared secret of zero is refused. Buffers
 * belong to the caller and do not overlap.
 *
 * Time and memory access depend on the group and on the answer, never on a scalar. Everything that holds a secret is cleared
 * before return. No heap; below 12 KiB of stack. */
#ifndef TLS12_ARITHMETIC_XDH_H
#define TLS12_ARITHMETIC_XDH_H

#include <stdint.h>

#include "arithmetic/montgomery.h"
#include "wire/bytes.h"
#include "wire/random.h"

#define XDH_SIZE_MAX 56 /* bytes of a key: X448 */

/* Bytes of a scalar, of a public key and of the shared secret: 32 or 56; 0 for any other group. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == x_bytes(group); */
unsigned xdh_size(unsigned group);

/* The public key of a scalar: X25519(scalar, 9) or X448(scalar, 5). 1; or 0 when the group is not supported. */
/*@ requires scalar: \valid_read(scalar + (0 .. x_bytes(group) - 1));
    requires public: \valid(public_key + (0 .. x_bytes(group) - 1));
    requires separated: \separated(scalar + (0 .. x_bytes(group) - 1), public_key + (0 .. x_bytes(group) - 1));
    terminates \true;
    exits \false;
    assigns public_key[0 .. x_bytes(group) - 1];
    ensures answer: \result == (x_bytes(group) > 0 ? 1 : 0);
    ensures public: \result == 1 ==>
      little_endian(public_key, 0, x_bytes(group)) == x_function{Pre}(scalar, x_base(group), group); */
int xdh_public(unsigned group, const uint8_t *scalar, uint8_t *public_key);

/* Makes a key pair. 1; or 0 when the group is not supported or `random` fails. */
/*@ requires scalar: \valid(scalar + (0 .. x_bytes(group) - 1));
    requires public: \valid(public_key + (0 .. x_bytes(group) - 1));
    requires separated: \separated(scalar + (0 .. x_bytes(group) - 1), public_key + (0 .. x_bytes(group) - 1));
    terminates \true;
    exits \false;
    assigns scalar[0 .. x_bytes(group) - 1], public_key[0 .. x_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures public: \result == 1 ==>
      little_endian(public_key, 0, x_bytes(group)) == x_function{Here}(scalar, x_base(group), group); */
int xdh_generate(unsigned group, tls12_random random, void *context, uint8_t *scalar, uint8_t *public_key);

/* The shared secret: X25519 or X448 of the scalar and the peer's public key. 1; or 0, with `shared` zeroed, when the group is not
 * supported (then `shared` has no bytes), the peer's key has another length (R8422_5_4_05), or the secret is zero
 * (R8422_5_11_02). */
/*@ requires scalar: \valid_read(scalar + (0 .. x_bytes(group) - 1));
    requires peer: \valid_read(peer.data + (0 .. peer.length - 1));
    requires shared: \valid(shared + (0 .. x_bytes(group) - 1));
    requires separated: \separated(shared + (0 .. x_bytes(group) - 1), scalar + (0 .. x_bytes(group) - 1)) &&
                        \separated(shared + (0 .. x_bytes(group) - 1), peer.data + (0 .. peer.length - 1));
    terminates \true;
    exits \false;
    assigns shared[0 .. x_bytes(group) - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures checked: \result == 1 <==> x_bytes(group) > 0 && peer.length == x_bytes(group) &&
      x_function{Pre}(scalar, decode_u{Pre}(peer.data, group), group) != 0;
    ensures shared: \result == 1 ==>
      little_endian(shared, 0, x_bytes(group)) == x_function{Pre}(scalar, decode_u{Pre}(peer.data, group), group);
    ensures refused: \result == 0 ==> \forall integer i; 0 <= i < x_bytes(group) ==> shared[i] == 0; */
int xdh_shared(unsigned group, const uint8_t *scalar, struct tls12_bytes peer, uint8_t *shared);

#endif
