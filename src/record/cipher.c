#include "record/cipher.h"

struct tls12_cipher_sizes tls12_cipher_sizes(enum tls12_cipher cipher)
{
  switch (cipher) {
  case TLS12_CIPHER_3DES_EDE_CBC: return (struct tls12_cipher_sizes){TLS12_BLOCK, 24, 8, 0, 8, 0};
  case TLS12_CIPHER_AES_128_CBC: return (struct tls12_cipher_sizes){TLS12_BLOCK, 16, 16, 0, 16, 0};
  case TLS12_CIPHER_AES_256_CBC: return (struct tls12_cipher_sizes){TLS12_BLOCK, 32, 16, 0, 16, 0};
  case TLS12_CIPHER_AES_128_GCM: return (struct tls12_cipher_sizes){TLS12_AEAD, 16, 0, 4, 8, 16};
  case TLS12_CIPHER_AES_256_GCM: return (struct tls12_cipher_sizes){TLS12_AEAD, 32, 0, 4, 8, 16};
  case TLS12_CIPHER_CHACHA20_POLY1305: return (struct tls12_cipher_sizes){TLS12_AEAD, 32, 0, 12, 0, 16};
  default: return (struct tls12_cipher_sizes){TLS12_STREAM, 0, 0, 0, 0, 0};
  }
}
