/* The hash functions and HMAC as logic: RFC 5246 section 7.4.1.4.1, RFC 2104.
 *
 * A text is a byte string that grows at its end. Of a hash function nothing is known here but that its digest depends on the
 * text alone, so every statement about MACs and keys says which bytes are hashed in which order.
 */
#ifndef TLS12_SPEC_HASH_H
#define TLS12_SPEC_HASH_H

#include "spec/algorithms.h"
#include "spec/presentation.h"

/* empty, a byte more, and byte i of a digest. There are no axioms. */
/*@ axiomatic Hash {
      type text;
      logic text empty_text;
      logic text longer(text t, integer byte);
      logic integer hash_byte(integer hash, text t, integer i);
    }
*/

/* Bytes of a digest, and of the block that one compression takes; 0 for no hash. */
/*@ logic integer hash_size(integer hash) =
      hash == TLS12_MD5    ? 16 :
      hash == TLS12_SHA1   ? 20 :
      hash == TLS12_SHA224 ? 28 :
      hash == TLS12_SHA256 ? 32 :
      hash == TLS12_SHA384 ? 48 :
      hash == TLS12_SHA512 ? 64 :
                             0;

    logic integer hash_block(integer hash) =
      TLS12_MD5 <= hash <= TLS12_SHA256 ? 64 : TLS12_SHA384 <= hash <= TLS12_SHA512 ? 128 : 0;
*/

/* t followed by p[0 .. n-1], and t followed by the first n bytes of the digest of m. */
/*@ logic text with_bytes{L}(text t, uint8_t *p, integer n) =
      n <= 0 ? t : longer(with_bytes(t, p, n - 1), p[n - 1]);

    logic text with_digest(text t, integer hash, text m, integer n) =
      n <= 0 ? t : longer(with_digest(t, hash, m, n - 1), hash_byte(hash, m, n - 1));
*/

/* p holds the first n bytes of the digest of m. */
/*@ predicate digest_at{L}(uint8_t *p, integer n, integer hash, text m) =
      \forall integer i; 0 <= i < n ==> p[i] == hash_byte(hash, m, i);
*/

/* with_bytes_same and with_bytes_digest are proven by induction on p upwards from 0 (proofs/session/script), the others are
 * their steps. */
/*@ lemma with_no_bytes{L}: \forall text t, uint8_t *b; with_bytes(t, b, 0) == t;

    lemma with_one_more{L}: \forall text t, uint8_t *b, integer p; 0 < p ==>
      with_bytes(t, b, p) == longer(with_bytes(t, b, p - 1), b[p - 1]);

    lemma with_no_digest: \forall text t, m, integer hash; with_digest(t, hash, m, 0) == t;

    lemma with_digest_more: \forall text t, m, integer hash, p; 0 < p ==>
      with_digest(t, hash, m, p) == longer(with_digest(t, hash, m, p - 1), hash_byte(hash, m, p - 1));

    lemma with_bytes_same{K,L}: \forall text t, uint8_t *b, integer n, p; 0 <= p <= n && kept{K,L}(b, 0, n) ==>
      with_bytes{K}(t, b, p) == with_bytes{L}(t, b, p);

    lemma with_bytes_digest{L}: \forall text t, m, uint8_t *b, integer hash, n, p;
      0 <= p <= n && digest_at(b, n, hash, m) ==> with_bytes(t, b, p) == with_digest(t, hash, m, p);
*/

/* RFC 2104: the key, key[0 .. n-1], filled up with zeros to a block, or hashed when it is longer than that; and the first i
 * bytes of that block XOR pad. */
/*@ logic integer hmac_key_byte{L}(integer hash, uint8_t *key, integer n, integer i) =
      n <= hash_block(hash) ? (i < n ? key[i] : 0) :
      i < hash_size(hash)   ? hash_byte(hash, with_bytes(empty_text, key, n), i) :
                              0;

    logic text hmac_pad{L}(integer hash, uint8_t *key, integer n, integer pad, integer i) =
      i <= 0 ? empty_text : longer(hmac_pad(hash, key, n, pad, i - 1), hmac_key_byte(hash, key, n, i - 1) ^ pad);

    logic text hmac_inner{L}(integer hash, uint8_t *key, integer n) = hmac_pad(hash, key, n, 0x36, hash_block(hash));
    logic text hmac_outer{L}(integer hash, uint8_t *key, integer n) = hmac_pad(hash, key, n, 0x5c, hash_block(hash));
*/

/* The same from bytes: b[0 .. n-1], each XOR pad. with_xor_bytes and hmac_pad_xor are proven by induction on p upwards from
 * 0, the others are their steps. */
/*@ logic text with_xor{L}(uint8_t *b, integer pad, integer n) =
      n <= 0 ? empty_text : longer(with_xor(b, pad, n - 1), b[n - 1] ^ pad);

    // At moment K, b is d XOR pad; d at moment L.
    predicate xored{K,L}(uint8_t *b, uint8_t *d, integer pad, integer n) =
      \forall integer i; 0 <= i < n ==> \at(b[i], K) == (\at(d[i], L) ^ pad);

    // At moment K, b is the block that is made of the key; the key at moment L.
    predicate hmac_key{K,L}(uint8_t *b, integer hash, uint8_t *key, integer key_n, integer n) =
      \forall integer i; 0 <= i < n ==> \at(b[i], K) == hmac_key_byte{L}(hash, key, key_n, i);

    lemma with_xor_none{L}: \forall uint8_t *b, integer pad; with_xor(b, pad, 0) == empty_text;

    lemma with_xor_more{L}: \forall uint8_t *b, integer pad, p; 0 < p ==>
      with_xor(b, pad, p) == longer(with_xor(b, pad, p - 1), b[p - 1] ^ pad);

    lemma hmac_pad_none{L}: \forall uint8_t *key, integer hash, key_n, pad;
      hmac_pad(hash, key, key_n, pad, 0) == empty_text;

    lemma hmac_pad_more{L}: \forall uint8_t *key, integer hash, key_n, pad, p; 0 < p ==>
      hmac_pad(hash, key, key_n, pad, p) ==
        longer(hmac_pad(hash, key, key_n, pad, p - 1), hmac_key_byte(hash, key, key_n, p - 1) ^ pad);

    lemma with_xor_bytes{K,L}: \forall uint8_t *b, *d, integer pad, n, p;
      0 <= p <= n && xored{K,L}(b, d, pad, n) ==> with_bytes{K}(empty_text, b, p) == with_xor{L}(d, pad, p);

    lemma hmac_pad_xor{K,L}: \forall uint8_t *b, *key, integer hash, key_n, pad, n, p;
      0 <= p <= n && hmac_key{K,L}(b, hash, key, key_n, n) ==>
      with_xor{K}(b, pad, p) == hmac_pad{L}(hash, key, key_n, pad, p);
*/

/* The blocks depend on the bytes of the key alone. hmac_pad_same is proven by induction on p upwards from 0. */
/*@ lemma hmac_key_byte_same{K,L}: \forall uint8_t *key, integer hash, key_n, i; 0 <= i && 0 <= key_n &&
      kept{K,L}(key, 0, key_n) ==> hmac_key_byte{K}(hash, key, key_n, i) == hmac_key_byte{L}(hash, key, key_n, i);

    lemma hmac_pad_same{K,L}: \forall uint8_t *key, integer hash, key_n, pad, p; 0 <= p && 0 <= key_n &&
      kept{K,L}(key, 0, key_n) ==> hmac_pad{K}(hash, key, key_n, pad, p) == hmac_pad{L}(hash, key, key_n, pad, p);

    lemma hmac_blocks_same{K,L}: \forall uint8_t *key, integer hash, key_n; 0 <= key_n && kept{K,L}(key, 0, key_n) ==>
      hmac_inner{K}(hash, key, key_n) == hmac_inner{L}(hash, key, key_n) &&
      hmac_outer{K}(hash, key, key_n) == hmac_outer{L}(hash, key, key_n);
*/

/* H(K XOR opad, H(K XOR ipad, message)) is the digest of hmac_text: outer is the block K XOR opad, message begins with the
 * block K XOR ipad. */
/*@ logic text hmac_text(integer hash, text outer, text message) = with_digest(outer, hash, message, hash_size(hash)); */

#endif
