/* GenericAEADCipher, RFC 5246 section 6.2.3.3: GCM (RFC 5288) and ChaCha20-Poly1305 (RFC 7905). */
#ifndef TLS12_RECORD_AEAD_H
#define TLS12_RECORD_AEAD_H

#include "record/head.h"
#include "record/protection.h"

/*@ requires key: \valid(key) && 0 < cipher_tag(key->cipher);
    requires cipher_key: \valid_read(cipher_key + (0 .. cipher_key(key->cipher) - 1));
    terminates \true;
    exits \false;
    assigns key->state;
*/
void aead_key(struct tls12_record_key *key, const uint8_t *cipher_key);

/* As tls12_record_seal and tls12_record_open, with the limits checked and the sequence number left as it is. */
/*@ requires key: \valid(key) && 0 < cipher_tag(key->cipher);
    requires input: plaintext.length <= TLS12_PLAINTEXT_MAX &&
                    \valid_read(plaintext.data + (0 .. plaintext.length - 1));
    requires output: \valid(out + (0 .. cipher_explicit(key->cipher) + 16 + plaintext.length - 1));
    requires apart: \separated(key, out + (0 .. cipher_explicit(key->cipher) + 16 + plaintext.length - 1),
                               plaintext.data + (0 .. plaintext.length - 1));
    terminates \true;
    exits \false;
    assigns key->state, out[0 .. cipher_explicit(key->cipher) + 16 + plaintext.length - 1];
    //= build/requirements.md#R5288-3-02
    //# The explicit part never repeats under one key (the sequence number is a valid choice, recommended by RFC
    //# 9325).
    //= build/requirements.md#R9325-7.2.1-01
    //= type=implication
    //# The GCM explicit nonce is the 64-bit sequence number.
    //= build/requirements.md#R5288-3-01
    //# GCM nonce = 4-byte salt (fixed IV from key_block) || 8-byte explicit part carried in the record.
    ensures R5288_3_nonce: 0 < cipher_explicit(key->cipher) ==> be64(out, 0) == key->sequence;
*/
void aead_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
               uint8_t *out);

/*@ requires key: \valid(key) && 0 < cipher_tag(key->cipher);
    requires fragment: n <= TLS12_CIPHERTEXT_MAX && \valid(fragment + (0 .. n - 1));
    requires output: \valid(plaintext);
    requires apart: \separated(key, plaintext, fragment + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->state, fragment[0 .. n - 1], *plaintext;
    ensures short: n < cipher_explicit(key->cipher) + 16 ==> \result.rule != TLS12_NO_RULE;
    //= build/requirements.md#R5246-6.2.3.3-03
    //= type=implication
    //# An AEAD adds at most 1024 bytes of expansion.
    ensures content: \result.rule == TLS12_NO_RULE ==> plaintext->offset == cipher_explicit(key->cipher) &&
      plaintext->length + cipher_explicit(key->cipher) + 16 == n;
    //= build/requirements.md#R5246-6.2.3.3-02
    //= type=implication
    //# AEAD authentication failure yields a fatal bad_record_mac.
    //= build/requirements.md#R5288-3-04
    //= type=implication
    //# All GCM failures give bad_record_mac.
    //= build/requirements.md#R5487-2-02
    //= type=implication
    //# Every AES-GCM processing failure is reported as bad_record_mac.
    ensures refused: \result.rule != TLS12_NO_RULE ==> *plaintext == \old(*plaintext) &&
      \result.rule == (0 < cipher_explicit(key->cipher) ? R5288_3_04 : R5246_6_2_3_3_02) && \result.alert == TLS12_BAD_RECORD_MAC;
    ensures cleared: \result.rule != TLS12_NO_RULE ==> \forall integer k;
      0 <= k < n - 16 - cipher_explicit(key->cipher) ==> fragment[cipher_explicit(key->cipher) + k] == 0;
    ensures alert: \result.rule == TLS12_NO_RULE ==> \result.alert == TLS12_NO_ALERT;
*/
struct tls12_fault aead_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                             uint32_t n, struct tls12_span *plaintext);

#endif
