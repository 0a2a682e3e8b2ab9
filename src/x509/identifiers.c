#include "x509/identifiers.h"

/* The n bytes at `at` as a number. */
/*@ requires range: n <= 8 && at <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. at + n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures number: \result == contents_number(bytes, at, n);
*/
static uint64_t read_number(const uint8_t *bytes, uint32_t at, uint32_t n)
{
  uint64_t value = 0;
  /*@ loop invariant inside: 0 <= k <= n;
      loop invariant number: value == contents_number(bytes, at, k);
      loop invariant small: (k == 0 ==> value == 0) && (k <= 1 ==> value <= 0xff) && (k <= 2 ==> value <= 0xffff) &&
        (k <= 3 ==> value <= 0xffffff) && (k <= 4 ==> value <= 0xffffffff) && (k <= 5 ==> value <= 0xffffffffff) &&
        (k <= 6 ==> value <= 0xffffffffffff) && (k <= 7 ==> value <= 0xffffffffffffff);
      loop assigns k, value;
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) value = 256u * value + bytes[at + k];
  return value;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_3(v);
*/
static enum x509_identifier identify_3(uint64_t v)
{
  switch (v) {
  case 0x2b656e: return X509_ID_X25519;
  case 0x2b656f: return X509_ID_X448;
  case 0x2b6570: return X509_ID_ED25519;
  case 0x2b6571: return X509_ID_ED448;
  case 0x551d0e: return X509_ID_SUBJECT_KEY_ID;
  case 0x551d0f: return X509_ID_KEY_USAGE;
  case 0x551d11: return X509_ID_SUBJECT_ALT_NAME;
  case 0x551d13: return X509_ID_BASIC_CONSTRAINTS;
  case 0x551d23: return X509_ID_AUTHORITY_KEY_ID;
  case 0x551d25: return X509_ID_EXT_KEY_USAGE;
  default: return X509_ID_UNKNOWN;
  }
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_4(v);
*/
static enum x509_identifier identify_4(uint64_t v)
{
  return v == 0x551d2500 ? X509_ID_ANY_EXT_KEY_USAGE : X509_ID_UNKNOWN;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_5(v);
*/
static enum x509_identifier identify_5(uint64_t v)
{
  switch (v) {
  case 0x2b8104010c: return X509_ID_EC_DH;
  case 0x2b81040022: return X509_ID_SECP384R1;
  case 0x2b81040023: return X509_ID_SECP521R1;
  default: return X509_ID_UNKNOWN;
  }
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_7(v);
*/
static enum x509_identifier identify_7(uint64_t v)
{
  switch (v) {
  case 0x2a8648ce380401: return X509_ID_DSA;
  case 0x2a8648ce3e0201: return X509_ID_DH_PUBLIC_NUMBER;
  case 0x2a8648ce3d0201: return X509_ID_EC_PUBLIC_KEY;
  case 0x2a8648ce380403: return X509_ID_SHA1_WITH_DSA;
  case 0x2a8648ce3d0401: return X509_ID_ECDSA_WITH_SHA1;
  default: return X509_ID_UNKNOWN;
  }
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_8(v);
*/
static enum x509_identifier identify_8(uint64_t v)
{
  switch (v) {
  case 0x2a8648ce3d030107: return X509_ID_SECP256R1;
  case 0x2a8648ce3d040301: return X509_ID_ECDSA_WITH_SHA224;
  case 0x2a8648ce3d040302: return X509_ID_ECDSA_WITH_SHA256;
  case 0x2a8648ce3d040303: return X509_ID_ECDSA_WITH_SHA384;
  case 0x2a8648ce3d040304: return X509_ID_ECDSA_WITH_SHA512;
  case 0x2b06010505070301: return X509_ID_SERVER_AUTH;
  case 0x2b06010505070302: return X509_ID_CLIENT_AUTH;
  default: return X509_ID_UNKNOWN;
  }
}

/* pkcs-1: RFC 8017 appendix C. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_9(0x2a864886f70d0101, last);
*/
static enum x509_identifier identify_pkcs1(uint8_t last)
{
  switch (last) {
  case 0x01: return X509_ID_RSA;
  case 0x04: return X509_ID_MD5_WITH_RSA;
  case 0x05: return X509_ID_SHA1_WITH_RSA;
  case 0x0a: return X509_ID_RSA_PSS;
  case 0x0b: return X509_ID_SHA256_WITH_RSA;
  case 0x0c: return X509_ID_SHA384_WITH_RSA;
  case 0x0d: return X509_ID_SHA512_WITH_RSA;
  case 0x0e: return X509_ID_SHA224_WITH_RSA;
  default: return X509_ID_UNKNOWN;
  }
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures which: \result == identifier_9(v, last);
*/
static enum x509_identifier identify_9(uint64_t v, uint8_t last)
{
  switch (v) {
  case 0x2a864886f70d0101: return identify_pkcs1(last);
  case 0x2a864886f70d0103: return last == 1 ? X509_ID_DH_KEY_AGREEMENT : X509_ID_UNKNOWN;
  case 0x6086480165030403:
    return last == 1 ? X509_ID_SHA224_WITH_DSA : last == 2 ? X509_ID_SHA256_WITH_DSA : X509_ID_UNKNOWN;
  default: return X509_ID_UNKNOWN;
  }
}

enum x509_identifier x509_identify(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  switch (end - at) {
  case 3: return identify_3(read_number(bytes, at, 3));
  case 4: return identify_4(read_number(bytes, at, 4));
  case 5: return identify_5(read_number(bytes, at, 5));
  case 7: return identify_7(read_number(bytes, at, 7));
  case 8: return identify_8(read_number(bytes, at, 8));
  case 9: return identify_9(read_number(bytes, at, 8), bytes[at + 8]);
  default: return X509_ID_UNKNOWN;
  }
}
