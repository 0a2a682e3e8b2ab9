/* What a SignatureAndHashAlgorithm stands for, both bytes as one number: RFC 5246 section 7.4.1.4.1, and the code points of
 * RFC 8446 section 4.2.3 that name RSASSA-PSS with a key of rsaEncryption, 0804 to 0806, Ed25519 and Ed448, 0807 and 0808. */
#ifndef TLS12_HANDSHAKE_SCHEME_H
#define TLS12_HANDSHAKE_SCHEME_H

#include "spec/algorithms.h"
#include "spec/certificate_words.h"
#include "spec/scheme.h"

/* Whether the signature is RSASSA-PSS. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures pss: \result == 1 <==> scheme_is_pss(pair);
    ensures answer: \result == 0 || \result == 1; */
int scheme_is_pss(uint32_t pair);

/* The hash; TLS12_INTRINSIC of Ed25519 and Ed448, TLS12_HASH_NONE of a pair that is not known here. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures hash: \result == scheme_hash(pair); */
enum tls12_hash scheme_hash(uint32_t pair);

/* The kind of key that makes such signatures, TLS12_KEY_OTHER of a pair that is not known here. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures key: \result == scheme_key(pair); */
enum tls12_key_kind scheme_key(uint32_t pair);

#endif
