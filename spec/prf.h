/* RFC 5246 section 5, the pseudorandom function as logic:
 *
 *     P_hash(secret, seed) = HMAC_hash(secret, A(1) + seed) + HMAC_hash(secret, A(2) + seed) + ...
 *     A(0) = seed, A(i) = HMAC_hash(secret, A(i-1))
 *     PRF(secret, label, seed) = P_hash(secret, label + seed)
 *
 * The secret appears as the two blocks that HMAC makes of it, inner and outer (spec/hash.h). label + seed appears as three
 * byte strings: l, r, s.
 */
#ifndef TLS12_SPEC_PRF_H
#define TLS12_SPEC_PRF_H

#include "spec/hash.h"

/*@ logic text with_seed{L}(text t, uint8_t *l, integer l_n, uint8_t *r, integer r_n, uint8_t *s, integer s_n) =
      with_bytes(with_bytes(with_bytes(t, l, l_n), r, r_n), s, s_n);
*/

/* The message whose HMAC is A(i), from A(1) on, and the one whose HMAC is block i of P_hash, from block 1 on. */
/*@ logic text prf_a{L}(integer hash, text inner, text outer, uint8_t *l, integer l_n, uint8_t *r, integer r_n, uint8_t *s,
                        integer s_n, integer i) =
      i <= 1 ? with_seed(inner, l, l_n, r, r_n, s, s_n) :
               hmac_text(hash, inner, hmac_text(hash, outer,
                         prf_a(hash, inner, outer, l, l_n, r, r_n, s, s_n, i - 1)));

    //= build/requirements.md#R5246-5-01
    //# P_hash(secret,seed) is the concatenation of HMAC(secret, A(i)+seed) for i=1,2,.. with A(0)=seed and
    //# A(i)=HMAC(secret,A(i-1)), cut to the requested length with the excess of the last block dropped.
    logic text prf_block{L}(integer hash, text inner, text outer, uint8_t *l, integer l_n, uint8_t *r, integer r_n,
                            uint8_t *s, integer s_n, integer i) =
      with_seed(hmac_text(hash, inner, hmac_text(hash, outer,
                          prf_a(hash, inner, outer, l, l_n, r, r_n, s, s_n, i))), l, l_n, r, r_n, s, s_n);
*/

/* Byte k of the PRF. */
/*@ logic integer prf_byte{L}(integer hash, text inner, text outer, uint8_t *l, integer l_n, uint8_t *r, integer r_n,
                              uint8_t *s, integer s_n, integer k) =
      hash_byte(hash, hmac_text(hash, outer, prf_block(hash, inner, outer, l, l_n, r, r_n, s, s_n,
                                                       k / hash_size(hash) + 1)), k % hash_size(hash));
*/

/*@ lemma with_seed_same{K,L}: \forall text t, uint8_t *l, *r, *s, integer l_n, r_n, s_n;
      0 <= l_n && 0 <= r_n && 0 <= s_n && kept{K,L}(l, 0, l_n) && kept{K,L}(r, 0, r_n) && kept{K,L}(s, 0, s_n) ==>
      with_seed{K}(t, l, l_n, r, r_n, s, s_n) == with_seed{L}(t, l, l_n, r, r_n, s, s_n);

    lemma prf_a_first{L}: \forall integer hash, text inner, outer, uint8_t *l, *r, *s, integer l_n, r_n, s_n;
      prf_a(hash, inner, outer, l, l_n, r, r_n, s, s_n, 1) == with_seed(inner, l, l_n, r, r_n, s, s_n);

    lemma prf_a_next{L}: \forall integer hash, text inner, outer, uint8_t *l, *r, *s, integer l_n, r_n, s_n, i; 1 < i ==>
      prf_a(hash, inner, outer, l, l_n, r, r_n, s, s_n, i) ==
        hmac_text(hash, inner, hmac_text(hash, outer, prf_a(hash, inner, outer, l, l_n, r, r_n, s, s_n, i - 1)));

    // Which block a byte lies in, and where.
    lemma prf_place: \forall integer hash, i, k; 0 < hash_size(hash) && 0 <= i &&
      i * hash_size(hash) <= k < i * hash_size(hash) + hash_size(hash) ==>
      k / hash_size(hash) == i && k % hash_size(hash) == k - i * hash_size(hash);

    // Every byte of block i.
    lemma prf_byte_of_block{L}: \forall integer hash, text inner, outer, uint8_t *l, *r, *s, integer l_n, r_n, s_n, i, k;
      k / hash_size(hash) + 1 == i ==>
      prf_byte(hash, inner, outer, l, l_n, r, r_n, s, s_n, k) ==
        hash_byte(hash, hmac_text(hash, outer, prf_block(hash, inner, outer, l, l_n, r, r_n, s, s_n, i)),
                  k % hash_size(hash));
*/

#endif
