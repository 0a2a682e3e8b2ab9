/* Words for what certificates say: kinds of public keys, and RFC 5280's KeyUsage bits and purposes; and the types of
 * client certificates. */
#ifndef TLS12_SPEC_CERTIFICATE_WORDS_H
#define TLS12_SPEC_CERTIFICATE_WORDS_H

/* The algorithm of a SubjectPublicKeyInfo (RFC 3279 section 2.3, RFC 5480 section 2.1, RFC 4055 section 1.2,
 * RFC 8410 section 3). */
enum tls12_key_kind {
  TLS12_KEY_OTHER = 0, /* an algorithm that TLS 1.2 has no use for */
  TLS12_KEY_RSA,       /* rsaEncryption */
  TLS12_KEY_RSA_PSS,   /* id-RSASSA-PSS */
  TLS12_KEY_DSA,       /* id-dsa */
  TLS12_KEY_DH,        /* dhpublicnumber, or dhKeyAgreement of PKCS #3 */
  TLS12_KEY_EC,        /* id-ecPublicKey: ECDSA and ECDH */
  TLS12_KEY_ECDH,      /* id-ecDH: ECDH only */
  TLS12_KEY_X25519,
  TLS12_KEY_X448,
  TLS12_KEY_ED25519,
  TLS12_KEY_ED448
};

/* RFC 5280 section 4.2.1.3. Bit 0 is the most significant bit of the first content byte; the second byte counts 256. */
enum tls12_key_usage {
  TLS12_USAGE_DIGITAL_SIGNATURE = 128,
  TLS12_USAGE_NON_REPUDIATION = 64,
  TLS12_USAGE_KEY_ENCIPHERMENT = 32,
  TLS12_USAGE_DATA_ENCIPHERMENT = 16,
  TLS12_USAGE_KEY_AGREEMENT = 8,
  TLS12_USAGE_KEY_CERT_SIGN = 4,
  TLS12_USAGE_CRL_SIGN = 2,
  TLS12_USAGE_ENCIPHER_ONLY = 1,
  TLS12_USAGE_DECIPHER_ONLY = 32768
};

/* ClientCertificateType: RFC 5246 section 7.4.4, RFC 8422 section 5.5, RFC 4492 section 5.5. */
enum tls12_client_certificate_type {
  TLS12_RSA_SIGN = 1,
  TLS12_DSS_SIGN = 2,
  TLS12_RSA_FIXED_DH = 3,
  TLS12_DSS_FIXED_DH = 4,
  TLS12_ECDSA_SIGN = 64,
  TLS12_RSA_FIXED_ECDH = 65,
  TLS12_ECDSA_FIXED_ECDH = 66
};

/* RFC 5280 section 4.2.1.12: the purposes that matter to TLS, as a set. */
enum tls12_purpose { TLS12_PURPOSE_SERVER_AUTH = 1, TLS12_PURPOSE_CLIENT_AUTH = 2, TLS12_PURPOSE_ANY = 4 };

#endif
