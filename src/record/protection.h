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

/* Slices of the key block (RFC 5246 section 6.3): mac_key of tls12_hash_size(mac) bytes (empty with an AEAD), cipher_key and
 * fixed_iv as tls12_cipher_sizes says. The sequence number starts at 0. encrypt_then_mac counts for CBC ciphers only.
 * 0 on success, -1 when a length does not fit or cipher and mac do not go together. */
int tls12_record_key_init(struct tls12_record_key *key, enum tls12_direction direction, enum tls12_cipher cipher,
                          enum tls12_hash mac, int encrypt_then_mac, struct tls12_bytes mac_key,
                          struct tls12_bytes cipher_key, struct tls12_bytes fixed_iv);

/* Random bytes that tls12_record_seal wants: 16 or 8 for CBC, else 0. */
unsigned tls12_record_random_length(const struct tls12_record_key *key);

/* How long the fragment for n bytes of plaintext becomes; with CBC the padding is the shortest. */
uint32_t tls12_record_sealed_length(const struct tls12_record_key *key, uint32_t n);

#define TLS12_SEAL_FAILED UINT32_MAX

/* Protects one record: writes the fragment to out and answers with its length. The header of the record is the caller's.
 * out overlaps neither plaintext nor random_iv (fresh random bytes, tls12_record_random_length of them).
 * TLS12_SEAL_FAILED, and nothing written, if the plaintext is longer than 2^14, there is no room, or the sequence number is
 * used up (R5246-6.1-04). GCM's explicit nonce is the sequence number (RFC 5288 section 3). */
uint32_t tls12_record_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext,
                           const uint8_t *random_iv, uint8_t *out, uint32_t room);

/* Opens one record in place: on success *plaintext is the part of fragment[0 .. n-1] that holds the content. type and version
 * are those of the record's header. A refusal leaves *plaintext as it was, clears what was decrypted, and is the end of the
 * connection. Bad padding and bad MAC give the same fault; the time depends on n and on accepted content's length only. */
struct tls12_fault tls12_record_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                                     uint32_t n, struct tls12_span *plaintext);

#endif
