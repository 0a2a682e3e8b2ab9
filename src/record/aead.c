#include "record/aead.h"

#include "crypto/constant_time.h"
#include "crypto/wipe.h"
#include "wire/writer.h"

#define NONCE 12
#define TAG 16

void aead_key(struct tls12_record_key *key, const uint8_t *cipher_key)
{
  if (key->cipher == TLS12_CIPHER_AES_128_GCM)
    gcm_aes128_set_key(&key->state.gcm128, cipher_key);
  else if (key->cipher == TLS12_CIPHER_AES_256_GCM)
    gcm_aes256_set_key(&key->state.gcm256, cipher_key);
  else
    chacha_poly1305_set_key(&key->state.chacha, cipher_key);
}

/* out = a XOR b, 8 bytes. */
/*@ requires memory: \valid_read(a + (0 .. 7)) && \valid_read(b + (0 .. 7)) && \valid(out + (0 .. 7));
    requires apart: \separated(out + (0 .. 7), a + (0 .. 7)) && \separated(out + (0 .. 7), b + (0 .. 7));
    terminates \true;
    exits \false;
    assigns out[0 .. 7];
    ensures xor: \forall integer i; 0 <= i < 8 ==> out[i] == (a[i] ^ b[i]);
*/
static void xor_bytes(const uint8_t *a, const uint8_t *b, uint8_t *out)
{
  /*@ loop invariant xor: 0 <= i <= 8 && \forall integer j; 0 <= j < i ==> out[j] == (a[j] ^ b[j]);
      loop assigns i, out[0 .. 7];
      loop variant 8 - i;
  */
  for (uint32_t i = 0; i < 8; i++) {
    //@ assert byte: (uint8_t)(a[i] ^ b[i]) == (a[i] ^ b[i]);
    out[i] = a[i] ^ b[i];
    //@ assert new: out[i] == (a[i] ^ b[i]);
  }
}

/* RFC 5288 section 3: salt, explicit part. RFC 7905 section 2: IV XOR the padded sequence number. */
/*@ requires memory: \valid_read(key) && \valid_read(part + (0 .. 7)) && \valid(nonce + (0 .. NONCE - 1));
    requires apart: \separated(nonce + (0 .. NONCE - 1), key, part + (0 .. 7));
    terminates \true;
    exits \false;
    assigns nonce[0 .. NONCE - 1];
    ensures head: \forall integer i; 0 <= i < 4 ==> nonce[i] == key->fixed_iv[i];
    ensures R5288_3_nonce: key->cipher != TLS12_CIPHER_CHACHA20_POLY1305 ==>
      \forall integer i; 0 <= i < 8 ==> nonce[4 + i] == part[i];
    ensures R7905_2_nonce: key->cipher == TLS12_CIPHER_CHACHA20_POLY1305 ==>
      \forall integer i; 0 <= i < 8 ==> nonce[4 + i] == (key->fixed_iv[4 + i] ^ part[i]);
*/
static void make_nonce(const struct tls12_record_key *key, const uint8_t *part, uint8_t *nonce)
{
  /*@ loop invariant head: 0 <= i <= 4 && \forall integer j; 0 <= j < i ==> nonce[j] == key->fixed_iv[j];
      loop assigns i, nonce[0 .. 3];
      loop variant 4 - i;
  */
  for (uint32_t i = 0; i < 4; i++) nonce[i] = key->fixed_iv[i];
  if (key->cipher == TLS12_CIPHER_CHACHA20_POLY1305) {
    xor_bytes(key->fixed_iv + 4, part, nonce + 4);
  } else {
    write_fixed(nonce, 4, (struct tls12_bytes){part, 8});
  }
}

/* Nonce and additional data. */
/*@ requires key: \valid(key) && 0 < cipher_tag(key->cipher);
    requires memory: \valid_read(part + (0 .. 7));
    requires apart: \separated(key, part + (0 .. 7));
    requires length: length <= 0xFFFF;
    terminates \true;
    exits \false;
    assigns key->state;
    ensures gcm128: key->cipher == TLS12_CIPHER_AES_128_GCM ==> aead_data(key->state.gcm128.model) == 0;
    ensures gcm256: key->cipher == TLS12_CIPHER_AES_256_GCM ==> aead_data(key->state.gcm256.model) == 0;
    ensures chacha: key->cipher == TLS12_CIPHER_CHACHA20_POLY1305 ==> aead_data(key->state.chacha.model) == 0;
*/
static void begin(struct tls12_record_key *key, const uint8_t *part, uint8_t type, uint16_t version, uint32_t length)
{
  uint8_t head[TLS12_RECORD_HEAD], nonce[NONCE];
  make_nonce(key, part, nonce);
  record_head(key->sequence, type, version, length, head);
  if (key->cipher == TLS12_CIPHER_AES_128_GCM) {
    gcm_aes128_set_iv(&key->state.gcm128, NONCE, nonce);
    gcm_aes128_update(&key->state.gcm128, TLS12_RECORD_HEAD, head);
  } else if (key->cipher == TLS12_CIPHER_AES_256_GCM) {
    gcm_aes256_set_iv(&key->state.gcm256, NONCE, nonce);
    gcm_aes256_update(&key->state.gcm256, TLS12_RECORD_HEAD, head);
  } else {
    chacha_poly1305_set_nonce(&key->state.chacha, nonce);
    chacha_poly1305_update(&key->state.chacha, TLS12_RECORD_HEAD, head);
  }
}

void aead_seal(struct tls12_record_key *key, uint8_t type, uint16_t version, struct tls12_bytes plaintext, uint8_t *out)
{
  const uint32_t n = plaintext.length;
  uint8_t part[8];

  sequence_bytes(key->sequence, part);
  begin(key, part, type, version, n);
  if (key->cipher == TLS12_CIPHER_CHACHA20_POLY1305) {
    chacha_poly1305_encrypt(&key->state.chacha, n, out, plaintext.data);
    chacha_poly1305_digest(&key->state.chacha, TAG, out + n);
    return;
  }
  if (key->cipher == TLS12_CIPHER_AES_128_GCM) {
    gcm_aes128_encrypt(&key->state.gcm128, n, out + 8, plaintext.data);
    gcm_aes128_digest(&key->state.gcm128, TAG, out + 8 + n);
  } else {
    gcm_aes256_encrypt(&key->state.gcm256, n, out + 8, plaintext.data);
    gcm_aes256_digest(&key->state.gcm256, TAG, out + 8 + n);
  }
  sequence_bytes(key->sequence, out);
}

/* Decrypts data[0 .. length-1] in place; the tag that belongs to it. */
/*@ requires key: \valid(key) && 0 < cipher_tag(key->cipher);
    requires memory: \valid(data + (0 .. length - 1)) && \valid(tag + (0 .. TAG - 1));
    requires apart: \separated(key, data + (0 .. length - 1), tag + (0 .. TAG - 1));
    requires gcm128: key->cipher == TLS12_CIPHER_AES_128_GCM ==> aead_data(key->state.gcm128.model) == 0;
    requires gcm256: key->cipher == TLS12_CIPHER_AES_256_GCM ==> aead_data(key->state.gcm256.model) == 0;
    requires chacha: key->cipher == TLS12_CIPHER_CHACHA20_POLY1305 ==> aead_data(key->state.chacha.model) == 0;
    terminates \true;
    exits \false;
    assigns key->state, data[0 .. length - 1], tag[0 .. TAG - 1];
*/
static void decrypt(struct tls12_record_key *key, uint8_t *data, uint32_t length, uint8_t *tag)
{
  if (key->cipher == TLS12_CIPHER_CHACHA20_POLY1305) {
    chacha_poly1305_decrypt(&key->state.chacha, length, data, data);
    chacha_poly1305_digest(&key->state.chacha, TAG, tag);
  } else if (key->cipher == TLS12_CIPHER_AES_128_GCM) {
    gcm_aes128_decrypt(&key->state.gcm128, length, data, data);
    gcm_aes128_digest(&key->state.gcm128, TAG, tag);
  } else {
    gcm_aes256_decrypt(&key->state.gcm256, length, data, data);
    gcm_aes256_digest(&key->state.gcm256, TAG, tag);
  }
}

struct tls12_fault aead_open(struct tls12_record_key *key, uint8_t type, uint16_t version, uint8_t *fragment,
                             uint32_t n, struct tls12_span *plaintext)
{
  const enum tls12_rule rule = key->cipher == TLS12_CIPHER_CHACHA20_POLY1305
                                   ? R5246_6_2_3_3_02
                                   : R5288_3_04; /* RFC 5246's says the same of both */
  const uint32_t explicit_part = tls12_cipher_sizes(key->cipher).record_iv;
  //@ assert explicit: explicit_part == cipher_explicit(key->cipher);
  uint8_t part[8], tag[TAG];

  if (n < explicit_part + TAG) return (struct tls12_fault){rule, 0, n, TLS12_BAD_RECORD_MAC};
  const uint32_t length = n - explicit_part - TAG;

  sequence_bytes(key->sequence, part);
  if (explicit_part > 0) write_fixed(part, 0, (struct tls12_bytes){fragment, 8});
  begin(key, part, type, version, length);
  decrypt(key, fragment + explicit_part, length, tag);
  const uint32_t wrong = bytes_differ(tag, fragment + explicit_part + length, TAG);
  wipe(tag, sizeof tag);
  //@ assert cipher: key->cipher == \at(key->cipher, Pre);
  if (wrong != 0) {
    wipe(fragment + explicit_part, length);
    return (struct tls12_fault){rule, 0, n, TLS12_BAD_RECORD_MAC};
  }
  *plaintext = (struct tls12_span){explicit_part, length};
  return (struct tls12_fault){TLS12_NO_RULE, n, 0, TLS12_NO_ALERT};
}
