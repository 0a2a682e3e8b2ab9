/* The object identifiers that certificates and keys use here. */
#ifndef TLS12_X509_IDENTIFIERS_H
#define TLS12_X509_IDENTIFIERS_H

#include <stdint.h>

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

/* Which of them the content bytes at `at` are. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: 0 <= \result < X509_ID_COUNT;
*/
enum x509_identifier x509_identify(const uint8_t *bytes, uint32_t at, uint32_t end);

#endif
