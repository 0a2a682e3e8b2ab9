/* The object identifiers that certificates and keys use here, and their contents in DER. */
#ifndef TLS12_SPEC_OBJECT_IDENTIFIERS_H
#define TLS12_SPEC_OBJECT_IDENTIFIERS_H

#include "spec/der.h"

enum x509_identifier {
  X509_ID_UNKNOWN = 0,
  /* public keys: RFC 3279 section 2.3, RFC 4055, RFC 5480 section 2.1, RFC 8410 */
  X509_ID_RSA,
  X509_ID_RSA_PSS,
  X509_ID_DSA,
  X509_ID_DH_PUBLIC_NUMBER,
  X509_ID_DH_KEY_AGREEMENT, /* PKCS #3 */
  X509_ID_EC_PUBLIC_KEY,
  X509_ID_EC_DH,
  X509_ID_X25519,
  X509_ID_X448,
  X509_ID_ED25519,
  X509_ID_ED448,
  /* curves: RFC 5480 section 2.1.1.1 */
  X509_ID_SECP256R1,
  X509_ID_SECP384R1,
  X509_ID_SECP521R1,
  /* signatures: RFC 3279 section 2.2, RFC 4055 section 5, RFC 5758 section 3 */
  X509_ID_MD5_WITH_RSA,
  X509_ID_SHA1_WITH_RSA,
  X509_ID_SHA224_WITH_RSA,
  X509_ID_SHA256_WITH_RSA,
  X509_ID_SHA384_WITH_RSA,
  X509_ID_SHA512_WITH_RSA,
  X509_ID_SHA1_WITH_DSA,
  X509_ID_SHA224_WITH_DSA,
  X509_ID_SHA256_WITH_DSA,
  X509_ID_ECDSA_WITH_SHA1,
  X509_ID_ECDSA_WITH_SHA224,
  X509_ID_ECDSA_WITH_SHA256,
  X509_ID_ECDSA_WITH_SHA384,
  X509_ID_ECDSA_WITH_SHA512,
  /* extensions: RFC 5280 section 4.2.1 */
  X509_ID_SUBJECT_KEY_ID,
  X509_ID_KEY_USAGE,
  X509_ID_SUBJECT_ALT_NAME,
  X509_ID_BASIC_CONSTRAINTS,
  X509_ID_AUTHORITY_KEY_ID,
  X509_ID_EXT_KEY_USAGE,
  /* purposes: RFC 5280 section 4.2.1.12 */
  X509_ID_ANY_EXT_KEY_USAGE,
  X509_ID_SERVER_AUTH,
  X509_ID_CLIENT_AUTH,
  X509_ID_COUNT
};

/* The contents are read as a number, most significant byte first: up to eight bytes as one, and a ninth for itself. */
/*@ logic integer contents_number{L}(uint8_t *b, integer i, integer n) =
      n <= 0 ? 0 : 256 * contents_number(b, i, n - 1) + b[i+n-1];

    logic integer identifier_3(integer v) =
      v == 0x2b656e ? X509_ID_X25519 :
      v == 0x2b656f ? X509_ID_X448 :
      v == 0x2b6570 ? X509_ID_ED25519 :
      v == 0x2b6571 ? X509_ID_ED448 :
      v == 0x551d0e ? X509_ID_SUBJECT_KEY_ID :
      v == 0x551d0f ? X509_ID_KEY_USAGE :
      v == 0x551d11 ? X509_ID_SUBJECT_ALT_NAME :
      v == 0x551d13 ? X509_ID_BASIC_CONSTRAINTS :
      v == 0x551d23 ? X509_ID_AUTHORITY_KEY_ID :
      v == 0x551d25 ? X509_ID_EXT_KEY_USAGE :
      X509_ID_UNKNOWN;

    logic integer identifier_4(integer v) =
      v == 0x551d2500 ? X509_ID_ANY_EXT_KEY_USAGE :
      X509_ID_UNKNOWN;

    logic integer identifier_5(integer v) =
      v == 0x2b8104010c ? X509_ID_EC_DH :
      v == 0x2b81040022 ? X509_ID_SECP384R1 :
      v == 0x2b81040023 ? X509_ID_SECP521R1 :
      X509_ID_UNKNOWN;

    logic integer identifier_7(integer v) =
      v == 0x2a8648ce380401 ? X509_ID_DSA :
      v == 0x2a8648ce3e0201 ? X509_ID_DH_PUBLIC_NUMBER :
      v == 0x2a8648ce3d0201 ? X509_ID_EC_PUBLIC_KEY :
      v == 0x2a8648ce380403 ? X509_ID_SHA1_WITH_DSA :
      v == 0x2a8648ce3d0401 ? X509_ID_ECDSA_WITH_SHA1 :
      X509_ID_UNKNOWN;

    logic integer identifier_8(integer v) =
      v == 0x2a8648ce3d030107 ? X509_ID_SECP256R1 :
      v == 0x2a8648ce3d040301 ? X509_ID_ECDSA_WITH_SHA224 :
      v == 0x2a8648ce3d040302 ? X509_ID_ECDSA_WITH_SHA256 :
      v == 0x2a8648ce3d040303 ? X509_ID_ECDSA_WITH_SHA384 :
      v == 0x2a8648ce3d040304 ? X509_ID_ECDSA_WITH_SHA512 :
      v == 0x2b06010505070301 ? X509_ID_SERVER_AUTH :
      v == 0x2b06010505070302 ? X509_ID_CLIENT_AUTH :
      X509_ID_UNKNOWN;

    logic integer identifier_9(integer v, integer last) =
      v == 0x2a864886f70d0101 && last == 0x01 ? X509_ID_RSA :
      v == 0x2a864886f70d0101 && last == 0x0a ? X509_ID_RSA_PSS :
      v == 0x2a864886f70d0103 && last == 0x01 ? X509_ID_DH_KEY_AGREEMENT :
      v == 0x2a864886f70d0101 && last == 0x04 ? X509_ID_MD5_WITH_RSA :
      v == 0x2a864886f70d0101 && last == 0x05 ? X509_ID_SHA1_WITH_RSA :
      v == 0x2a864886f70d0101 && last == 0x0e ? X509_ID_SHA224_WITH_RSA :
      v == 0x2a864886f70d0101 && last == 0x0b ? X509_ID_SHA256_WITH_RSA :
      v == 0x2a864886f70d0101 && last == 0x0c ? X509_ID_SHA384_WITH_RSA :
      v == 0x2a864886f70d0101 && last == 0x0d ? X509_ID_SHA512_WITH_RSA :
      v == 0x6086480165030403 && last == 0x01 ? X509_ID_SHA224_WITH_DSA :
      v == 0x6086480165030403 && last == 0x02 ? X509_ID_SHA256_WITH_DSA :
      X509_ID_UNKNOWN;
*/

/* Which of them b[i .. e-1] is. */
/*@ //= build/requirements.md#R5480-2.1.1.1-01
    //= type=implication
    //# secp256r1 1.2.840.10045.3.1.7, secp384r1 1.3.132.0.34, secp521r1 1.3.132.0.35.
    //= build/requirements.md#R3279-2.3.5-01
    //= type=implication
    //# EC keys use id-ecPublicKey 1.2.840.10045.2.1; uncompressed points are supported.
    logic integer identifier{L}(uint8_t *b, integer i, integer e) =
      e - i == 3 ? identifier_3(contents_number(b, i, 3)) :
      e - i == 4 ? identifier_4(contents_number(b, i, 4)) :
      e - i == 5 ? identifier_5(contents_number(b, i, 5)) :
      e - i == 7 ? identifier_7(contents_number(b, i, 7)) :
      e - i == 8 ? identifier_8(contents_number(b, i, 8)) :
      e - i == 9 ? identifier_9(contents_number(b, i, 8), b[i+8]) : X509_ID_UNKNOWN;
*/

#endif
