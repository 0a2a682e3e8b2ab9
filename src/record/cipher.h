/* The bulk ciphers of the cipher suites and the sizes of their keys: RFC 5246 appendix C, RFC 5288 section 3 (GCM),
 * RFC 7905 section 2 (ChaCha20-Poly1305). */
#ifndef TLS12_RECORD_CIPHER_H
#define TLS12_RECORD_CIPHER_H

enum tls12_cipher {
  TLS12_CIPHER_NULL = 0,
  TLS12_CIPHER_3DES_EDE_CBC,
  TLS12_CIPHER_AES_128_CBC,
  TLS12_CIPHER_AES_256_CBC,
  TLS12_CIPHER_AES_128_GCM,
  TLS12_CIPHER_AES_256_GCM,
  TLS12_CIPHER_CHACHA20_POLY1305
};

/* CipherType of RFC 5246 section 6.1. */
enum tls12_cipher_type { TLS12_STREAM, TLS12_BLOCK, TLS12_AEAD };

struct tls12_cipher_sizes { /* in bytes */
  enum tls12_cipher_type type;
  unsigned key;       /* enc_key_length */
  unsigned block;     /* block_length, 0 when not a block cipher */
  unsigned fixed_iv;  /* fixed_iv_length, what the key block gives: 0 for CBC in TLS 1.2 */
  unsigned record_iv; /* record_iv_length: what each record carries */
  unsigned tag;       /* of the AEAD; 0 for others, whose suites have an HMAC */
};

#define TLS12_CIPHER_KEY_MAX 32
#define TLS12_MAC_KEY_MAX 48

/*@ //= build/requirements.md#R5246-C-01
    //= type=implication
    //# MAC and key sizes: MD5 16/16, SHA 20/20, SHA256 32/32; AES_128 16, AES_256 32, 3DES 24 bytes of key; CBC IV
    //# equals the block size.
    logic integer cipher_key(integer cipher) =
      cipher == TLS12_CIPHER_3DES_EDE_CBC                                            ? 24 :
      cipher == TLS12_CIPHER_AES_128_CBC || cipher == TLS12_CIPHER_AES_128_GCM       ? 16 :
      cipher == TLS12_CIPHER_AES_256_CBC || cipher == TLS12_CIPHER_AES_256_GCM ||
        cipher == TLS12_CIPHER_CHACHA20_POLY1305                                     ? 32 :
                                                                                       0;

    logic integer cipher_block(integer cipher) =
      cipher == TLS12_CIPHER_3DES_EDE_CBC                                            ? 8 :
      cipher == TLS12_CIPHER_AES_128_CBC || cipher == TLS12_CIPHER_AES_256_CBC       ? 16 :
                                                                                       0;

    // The part of the nonce that each record carries, and the tag, of an AEAD.
    logic integer cipher_explicit(integer cipher) =
      cipher == TLS12_CIPHER_AES_128_GCM || cipher == TLS12_CIPHER_AES_256_GCM ? 8 : 0;

    logic integer cipher_tag(integer cipher) =
      cipher == TLS12_CIPHER_CHACHA20_POLY1305 ? 16 : 2 * cipher_explicit(cipher);

    logic integer cipher_fixed_iv(integer cipher) =
      cipher == TLS12_CIPHER_CHACHA20_POLY1305 ? 12 : cipher_explicit(cipher) / 2;
*/

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R5246-A.6-01
    //= type=implication
    //# The negotiated suite determines PRF, bulk cipher, cipher type, key, block, fixed-IV, record-IV, MAC and
    //# MAC-key lengths through one table.
    ensures type: \result.type == (cipher_block(cipher) > 0 ? TLS12_BLOCK : cipher_tag(cipher) > 0 ? TLS12_AEAD : TLS12_STREAM);
    ensures key: \result.key == cipher_key(cipher);
    ensures block: \result.block == cipher_block(cipher);
    ensures fixed_iv: \result.fixed_iv == cipher_fixed_iv(cipher);
    //= build/requirements.md#R7905-2-01
    //# ChaCha20-Poly1305 nonce = 12-byte fixed IV XOR (4 zero bytes || 8-byte sequence number); nothing explicit is
    //# sent (fixed_iv_length 12, record_iv_length 0).
    ensures record_iv: \result.record_iv == cipher_explicit(cipher) + cipher_block(cipher);
    ensures tag: \result.tag == cipher_tag(cipher);
*/
struct tls12_cipher_sizes tls12_cipher_sizes(enum tls12_cipher cipher);

#endif
