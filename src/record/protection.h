/* Record protection, RFC 5246 section 6.2.3: TLSPlaintext.fragment to TLSCiphertext.fragment and back; null compression.
 * GenericStreamCipher (NULL with HMAC), GenericBlockCipher (CBC with HMAC, RFC 7366 encrypt-then-MAC on request) and
 * GenericAEADCipher (RFC 5288 GCM, RFC 7905 ChaCha20-Poly1305). */
#ifndef TLS12_RECORD_PROTECTION_H
#define TLS12_RECORD_PROTECTION_H

#include <nettle/aes.h>
#include <nettle/chacha-poly1305.h>
#include <nettle/des.h>
#include <nettle/gcm.h>

#include "crypto/hmac.h"
#include "record/cipher.h"
#include "spec/record.h"
#include "wire/fault.h"

#define TLS12_EXPLICIT_IV_MAX 16

enum tls12_direction { TLS12_SEAL, TLS12_OPEN };

/* The current state of one direction (RFC 5246 section 6.1). Holds secrets: wipe it after use. All zero bytes are the
 * initial state, TLS_NULL_WITH_NULL_NULL. */
struct tls12_record_key {
  enum tls12_cipher cipher;
  enum tls12_hash mac; /* TLS12_HASH_NONE: no MAC (AEAD ciphers and the initial state) */
  int encrypt_then_mac;
  uint64_t sequence;    /* number of the next record */
  uint8_t fixed_iv[12]; /* GCM salt (4 bytes) or ChaCha20 IV (12 bytes) */
  struct tls12_hmac_context hmac;
  union {
    struct aes128_ctx aes128;
    struct aes256_ctx aes256;
    struct des3_ctx des3;
    struct gcm_aes128_ctx gcm128;
    struct gcm_aes256_ctx gcm256;
    struct chacha_poly1305_ctx chacha;
  } state;
};

/* In use: the cipher is known, and there is a MAC unless the cipher is an AEAD or none. */
/*@ predicate record_key_ready{L}(struct tls12_record_key *k) =
      TLS12_CIPHER_NULL <= k->cipher <= TLS12_CIPHER_CHACHA20_POLY1305 && TLS12_HASH_NONE <= k->mac <= TLS12_SHA512 &&
      (0 < cipher_tag(k->cipher) ==> k->mac == TLS12_HASH_NONE) && (0 < cipher_block(k->cipher) ==> 0 < hash_size(k->mac)) &&
      (k->encrypt_then_mac != 0 ==> 0 < cipher_block(k->cipher)) &&
      (0 < hash_size(k->mac) ==> hmac_ready(&k->hmac) && k->hmac.inner.hash == k->mac &&
                                 hashed(&k->hmac.message) == hashed(&k->hmac.inner));

    // Bytes of padding and of its length, section 6.2.3.2: the fewest that complete n bytes to blocks.
    logic integer padding_size(integer block, integer n) = block == 8 ? 8 - n % 8 : 16 - n % 16;

    logic integer sealed_size(integer cipher, integer mac, int encrypt_then_mac, integer n) =
      cipher_block(cipher) == 0 ? cipher_explicit(cipher) + n + cipher_tag(cipher) + hash_size(mac) :
        cipher_block(cipher) + n + hash_size(mac) +
        padding_size(cipher_block(cipher), encrypt_then_mac != 0 ? n : n + hash_size(mac));
*/

/* Back to the initial state: clears the secrets. */
/*@ requires memory: \valid(key);
    terminates \true;
    exits \false;
    assigns *key;
    ensures initial: key->cipher == TLS12_CIPHER_NULL && key->mac == TLS12_HASH_NONE && key->encrypt_then_mac == 0 &&
      key->sequence == 0;
*/
void record_key_wipe(struct tls12_record_key *key);

/* Slices of the key block (RFC 5246 section 6.3): mac_key of tls12_hash_size(mac) bytes (empty with an AEAD), cipher_key and
 * fixed_iv as tls12_cipher_sizes says. The sequence number starts at 0. encrypt_then_mac counts for CBC ciphers only.
 * 0 on success, -1 when a length does not fit or cipher and mac do not go together. */
/*@ requires memory: \valid(key);
    requires input: \valid_read(mac_key.data + (0 .. mac_key.length - 1)) &&
                    \valid_read(cipher_key.data + (0 .. cipher_key.length - 1)) &&
                    \valid_read(fixed_iv.data + (0 .. fixed_iv.length - 1));
    requires apart: \separated(key, mac_key.data + (0 .. mac_key.length - 1)) &&
                    \separated(key, cipher_key.data + (0 .. cipher_key.length - 1)) &&
                    \separated(key, fixed_iv.data + (0 .. fixed_iv.length - 1));
    requires cipher: TLS12_CIPHER_NULL <= cipher <= TLS12_CIPHER_CHACHA20_POLY1305;
    terminates \true;
    exits \false;
    assigns *key;
    ensures answer: \result == 0 <==>
      cipher_key.length == cipher_key(cipher) && fixed_iv.length == cipher_fixed_iv(cipher) &&
      mac_key.length == hash_size(mac) &&
      (0 < cipher_tag(cipher) ? hash_size(mac) == 0 : cipher == TLS12_CIPHER_NULL || 0 < hash_size(mac));
    ensures refused: \result == 0 || \result == -1;
    ensures ready: \result == 0 ==> record_key_ready(key) && key->cipher == cipher && key->sequence == 0 &&
      (0 < hash_size(mac) ==> key->mac == mac) &&
      (key->encrypt_then_mac != 0 <==> encrypt_then_mac != 0 && 0 < cipher_block(cipher));
    ensures mac_key: \result == 0 && 0 < hash_size(mac) ==>
      hashed(&key->hmac.inner) == hmac_inner{Pre}(mac, mac_key.data, mac_key.length) &&
      hashed(&key->hmac.outer) == hmac_outer{Pre}(mac, mac_key.data, mac_key.length);
    ensures fixed_iv: \result == 0 ==> \forall integer i; 0 <= i < fixed_iv.length ==>
      key->fixed_iv[i] == \old(fixed_iv.data[i]);
*/
int tls12_record_key_init(struct tls12_record_key *key, enum tls12_direction direction, enum tls12_cipher cipher,
                          enum tls12_hash mac, int encrypt_then_mac, struct tls12_bytes mac_key,
                          struct tls12_bytes cipher_key, struct tls12_bytes fixed_iv);

/* Random bytes that tls12_record_seal wants: 16 or 8 for CBC, else 0. */
/*@ requires key: \valid_read(key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures block: \result == cipher_block(key->cipher);
*/
unsigned tls12_record_random_length(const struct tls12_record_key *key);

/* How long the fragment for n bytes of plaintext becomes; with CBC the padding is the shortest. */
/*@ requires key: \valid_read(key);
    requires range: n <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures size: \result == sealed_size(key->cipher, key->mac, key->encrypt_then_mac, n);
    ensures bounds: n <= \result <= n + 96;
*/
uint32_t tls12_record_sealed_length(const struct tls12_record_key *key, uint32_t n);

#define TLS12_SEAL_FAILED UINT32_MAX

/* Protects one record: writes the fragment to out and answers with its length. The header of the record is the caller's.
 * out overlaps neither plaintext nor random_iv (fresh random bytes, tls12_record_random_length of them).
 * TLS12_SEAL_FAILED, and nothing written, if the plaintext is longer than 2^14, there is no room, or the sequence number is
 * used up (R5246-6.1-04). GCM's explicit nonce is the sequence number (RFC 5288 section 3). */
/*@ requires key: \valid(key) && record_key_ready(key);
    requires input: \valid_read(plaintext.data + (0 .. plaintext.length - 1)) &&
                    \valid_read(random_iv + (0 .. cipher_block(key->cipher) - 1));
    requires output: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), key, plaintext.data + (0 .. plaintext.length - 1)) &&
                    \separated(out + (0 .. room - 1), key, random_iv + (0 .. cipher_block(key->cipher) - 1));
    terminates \true;
    exits \false;
    assigns key->sequence, key->hmac.message, key->state, out[0 .. room - 1];
    ensures ready: record_key_ready(key);
    ensures R5246_6_1_04: \old(key->sequence) == UINT64_MAX ==> \result == TLS12_SEAL_FAILED;
    ensures R5246_6_2_1_01: plaintext.length > TLS12_PLAINTEXT_MAX ==> \result == TLS12_SEAL_FAILED;
    ensures failed: \result == TLS12_SEAL_FAILED ==> key->sequence == \old(key->sequence) && kept{Pre,Post}(out, 0, room);
    ensures sealed: \result != TLS12_SEAL_FAILED ==> key->sequence == \old(key->sequence) + 1 && \result <= room &&
      \result == sealed_size(key->cipher, key->mac, key->encrypt_then_mac, plaintext.length) &&
      \result <= TLS12_CIPHERTEXT_MAX;
    ensures rest: \result != TLS12_SEAL_FAILED ==> kept{Pre,Post}(out, \result, room);
*/
uint32_t tls12_record_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                           const uint8_t *random_iv, uint8_t *out, uint32_t room);

/* Opens one record in place: on success *plaintext is the part of fragment[0 .. n-1] that holds the content. type and version
 * are those of the record's header. A refusal leaves *plaintext as it was, clears what was decrypted, and is the end of the
 * connection. Bad padding and bad MAC give the same fault; the time depends on n and on accepted content's length only. */
/*@ requires key: \valid(key) && record_key_ready(key);
    requires fragment: \valid(fragment + (0 .. n - 1));
    requires output: \valid(plaintext);
    requires apart: \separated(key, plaintext, fragment + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns key->sequence, key->hmac.message, key->state, fragment[0 .. n - 1], *plaintext;
    ensures ready: record_key_ready(key);
    ensures R5246_6_1_04: \result.rule == TLS12_NO_RULE ==> \old(key->sequence) < UINT64_MAX;
    ensures R5246_6_2_3_01: n > TLS12_CIPHERTEXT_MAX ==> \result.rule == R5246_6_2_3_01 &&
      \result.alert == TLS12_RECORD_OVERFLOW;
    ensures content: \result.rule == TLS12_NO_RULE ==>
      plaintext->offset + plaintext->length <= n && plaintext->length <= TLS12_PLAINTEXT_MAX;
    ensures next: \result.rule == TLS12_NO_RULE ==> key->sequence == \old(key->sequence) + 1;
    ensures refused: \result.rule != TLS12_NO_RULE ==>
      *plaintext == \old(*plaintext) && key->sequence == \old(key->sequence);
    ensures alert: \result.alert == TLS12_NO_ALERT <==> \result.rule == TLS12_NO_RULE;
*/
struct tls12_fault tls12_record_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                                     uint32_t n, struct tls12_span *plaintext);

#endif
