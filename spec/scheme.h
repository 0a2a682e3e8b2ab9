/* SignatureAndHashAlgorithm, both bytes as one number: HashAlgorithm and SignatureAlgorithm of RFC 5246 section 7.4.1.4.1,
 *
 *     none(0), md5(1), sha1(2), sha224(3), sha256(4), sha384(5), sha512(6)        anonymous(0), rsa(1), dsa(2), ecdsa(3)
 *
 * and of RFC 8446 section 4.2.3, whose code points TLS 1.2 may negotiate too,
 *
 *     rsa_pss_rsae_sha256(0x0804), rsa_pss_rsae_sha384(0x0805), rsa_pss_rsae_sha512(0x0806)
 *
 * and of RFC 8422 section 5.1.3, intrinsic(8) with ed25519(7) or ed448(8), which hash what they sign themselves.
 */
#ifndef TLS12_SPEC_SCHEME_H
#define TLS12_SPEC_SCHEME_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "spec/certificate_words.h"

/*@ logic boolean scheme_is_pss(integer pair) = 0x0804 <= pair <= 0x0806;

    // a hash and a signature of RFC 5246
    logic boolean scheme_is_pair(integer pair) = TLS12_MD5 <= pair / 256 <= TLS12_SHA512 && TLS12_RSA <= pair % 256 <= TLS12_ECDSA;

    //= build/requirements.md#R8446-4.2.3-01
    //= type=implication
    //# Pairs are also SignatureScheme codes: 0x0804..0x0806 are rsa_pss_rsae, 0x0809..0x080b rsa_pss_pss, 0x0807
    //# ed25519, 0x0808 ed448; a decoder must not assume the first byte is a HashAlgorithm 0..6.
    logic integer scheme_hash(integer pair) =
      scheme_is_pss(pair)                      ? pair - 0x0804 + TLS12_SHA256 :
      pair == 0x0807 || pair == 0x0808         ? TLS12_INTRINSIC :
      scheme_is_pair(pair)                     ? pair / 256 : TLS12_HASH_NONE;

    //= build/requirements.md#R8422-5.1.3-01
    //= type=implication
    //# Ed25519 and Ed448 are the pairs (8,7) and (8,8).
    //= build/requirements.md#R8446-4.2.3-03
    //= type=implication
    //# In TLS 1.2 an ECDSA pair does not fix the curve: any advertised curve is accepted with any advertised ECDSA
    //# hash.
    //= build/requirements.md#R5246-7.4.3-10
    //# Hash and signature algorithm fit the key of the end-entity certificate (RSA key with rsa, DSA key with dsa, EC
    //# key with ecdsa).
    //= build/requirements.md#R5246-7.4.8-06
    //# The pair fits the key of the client end-entity certificate.
    //= build/requirements.md#R8422-5.9-02
    //# An Ed25519 key is only used with ed25519 and an Ed448 key only with ed448.
    //= build/requirements.md#R8422-5.9-03
    //# Ed25519, Ed25519ph, Ed448, Ed448ph keys are not used with ECDSA.
    logic integer scheme_key(integer pair) =
      scheme_is_pss(pair)                                    ? TLS12_KEY_RSA :
      pair == 0x0807                                         ? TLS12_KEY_ED25519 :
      pair == 0x0808                                         ? TLS12_KEY_ED448 :
      scheme_is_pair(pair) && pair % 256 == TLS12_RSA        ? TLS12_KEY_RSA :
      scheme_is_pair(pair) && pair % 256 == TLS12_DSA        ? TLS12_KEY_DSA :
      scheme_is_pair(pair) && pair % 256 == TLS12_ECDSA      ? TLS12_KEY_EC : TLS12_KEY_OTHER; */

#endif
