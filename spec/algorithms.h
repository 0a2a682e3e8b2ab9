/* RFC 5246 section 7.4.1.4.1 (HashAlgorithm, SignatureAlgorithm); RFC 8422 section 5.1.1 and RFC 7919 section 2
 * (NamedGroup). */
#ifndef TLS12_SPEC_ALGORITHMS_H
#define TLS12_SPEC_ALGORITHMS_H

enum tls12_hash {
  TLS12_HASH_NONE = 0,
  TLS12_MD5 = 1,
  TLS12_SHA1 = 2,
  TLS12_SHA224 = 3,
  TLS12_SHA256 = 4,
  TLS12_SHA384 = 5,
  TLS12_SHA512 = 6,
  TLS12_INTRINSIC = 8 /* RFC 8422 section 5.1.3: with ed25519 and ed448, which hash the message themselves */
};

enum tls12_signature {
  TLS12_ANONYMOUS = 0,
  TLS12_RSA = 1,
  TLS12_DSA = 2,
  TLS12_ECDSA = 3,
  TLS12_ED25519 = 7,
  TLS12_ED448 = 8
};

enum tls12_group {
  TLS12_SECP256R1 = 23,
  TLS12_SECP384R1 = 24,
  TLS12_SECP521R1 = 25,
  TLS12_X25519 = 29,
  TLS12_X448 = 30,
  TLS12_FFDHE2048 = 256,
  TLS12_FFDHE3072 = 257,
  TLS12_FFDHE4096 = 258,
  TLS12_FFDHE6144 = 259,
  TLS12_FFDHE8192 = 260
};

#endif
