/* DSA (FIPS 186-4 section 4) with p of 1024 to 3072 bits and q of 160, 224 or 256 bits, nonces of RFC 6979.
 * Numbers are unsigned, most significant byte first; leading zeros are tolerated. Signatures are DER Dss-Sig-Value (RFC 3279
 * section 2.2.2), the same SEQUENCE as in arithmetic/ecdsa_signature.h. The digest is the hash of the message: of a longer
 * digest than q the leftmost bits count.
 *
 * Signing: time and memory access depend on the group, the hash and the signature, never on the key or the nonce. No heap;
 * below 84 KiB of stack. */
#ifndef TLS12_ARITHMETIC_DSA_H
#define TLS12_ARITHMETIC_DSA_H

#include "arithmetic/ecdsa_signature.h"
#include "spec/algorithms.h"
#include "spec/dsa.h"
#include "wire/bytes.h"

/* p, q and g; key: the public number y, or the private number x. */
struct dsa_key {
  struct tls12_bytes p, q, g, key;
};

/*@ predicate number_readable{L}(uint8_t *data, integer length) = length <= 65535 && \valid_read(data + (0 .. length - 1));
    predicate dsa_readable{L}(struct dsa_key *k) =
      \valid_read(k) && number_readable(k->p.data, k->p.length) && number_readable(k->q.data, k->q.length) &&
      number_readable(k->g.data, k->g.length) && number_readable(k->key.data, k->key.length); */

/* 1 when y is a public number of a group of which q is the order: 1 < y < p and y^q mod p = 1. p is odd and, like
 * q, has no leading zero byte. */
/*@ requires size: 1 <= p.length <= 1024 && 1 <= q.length <= 1024 && y.length <= 65535;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(q.data + (0 .. q.length - 1)) &&
                     \valid_read(y.data + (0 .. y.length - 1));
    requires modulus: p.data[0] > 0 && p.data[p.length - 1] % 2 == 1;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures order: \result == 1 <==> dsa_has_order(value(y.data, y.length), value(q.data, q.length),
                                                   value(p.data, p.length)); */
int dsa_check_order(struct tls12_bytes y, struct tls12_bytes q, struct tls12_bytes p);

/* 1 when `signature` is a signature of `digest` by the public key, else 0. The group, the key's order, the DER form and the
 * ranges 0 < r, s < q are checked first. */
/*@ requires key: dsa_readable(key);
    requires digest: digest.length <= 64 && \valid_read(digest.data + (0 .. digest.length - 1));
    requires signature: \valid_read(signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures signature: \result == 1 ==>
      dsa_verifies(value(key->p.data, key->p.length), value(key->q.data, key->q.length), value(key->g.data, key->g.length),
                   value(key->key.data, key->key.length),
                   dsa_digest(digest.data, digest.length, number_bytes(value(key->q.data, key->q.length))),
                   signature_r(signature.data, signature.length), signature_s(signature.data, signature.length)); */
int dsa_verify(const struct dsa_key *key, struct tls12_bytes digest, struct tls12_bytes signature);

/* Signs `digest`, made with `hash` (digest.length is its size), with the private key and the nonce of RFC 6979; `added` as for
 * ecdsa_sign. `signature` has room for
 * ECDSA_SIGNATURE_MAX bytes, *length gets the bytes used. 1; or 0, and *length is 0, when the group is none, the hash is not
 * known, the digest has another length, or the private number is not in 1..q-1. */
/*@ requires key: dsa_readable(key);
    requires digest: \valid_read(digest.data + (0 .. digest.length - 1));
    requires added: \valid_read(added.data + (0 .. added.length - 1));
    requires signature: \valid(signature + (0 .. ECDSA_SIGNATURE_MAX - 1)) && \valid(length);
    requires separated: \separated(signature + (0 .. ECDSA_SIGNATURE_MAX - 1), length);
    terminates \true;
    exits \false;
    assigns signature[0 .. ECDSA_SIGNATURE_MAX - 1], *length;
    ensures answer: \result == 0 || \result == 1;
    ensures length: *length <= ECDSA_SIGNATURE_MAX;
    ensures refused: \result == 0 ==> *length == 0;
    ensures signed: \result == 1 ==>
      dsa_signed(value{Pre}(key->p.data, key->p.length), value{Pre}(key->q.data, key->q.length),
                 value{Pre}(key->g.data, key->g.length), value{Pre}(key->key.data, key->key.length),
                 dsa_digest{Pre}(digest.data, digest.length, number_bytes(value{Pre}(key->q.data, key->q.length))),
                 signature_r(signature, *length), signature_s(signature, *length)); */
int dsa_sign(const struct dsa_key *key, enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes added,
             uint8_t *signature, uint32_t *length);

#endif
