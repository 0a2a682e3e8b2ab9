/* The numbers of a Diffie-Hellman key in SubjectPublicKeyInfo or PrivateKeyInfo, RFC 3279 section 2.3.3. */
#ifndef TLS12_X509_DH_KEY_H
#define TLS12_X509_DH_KEY_H

#include "spec/finite_field_key.h"
#include "wire/bytes.h"

/* Each unsigned, most significant byte first, without leading zero bytes; key is the public number, or the private one. */
struct dh_key {
  struct tls12_bytes p, g, key;
};

/* p and g of the DomainParameters bytes[parameters.offset ..], header included, and the INTEGER in bytes[key.offset ..] as the
 * key. 1; or 0 when the parameters are absent or one of the three is malformed or negative. */
/*@ requires parameters: parameters.offset + parameters.length <= DER_MAX;
    requires key: key.offset + key.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. parameters.offset + parameters.length - 1)) &&
      \valid_read(bytes + (0 .. key.offset + key.length - 1));
    requires writable: \valid(numbers);
    requires apart: \separated(numbers, bytes + (0 .. parameters.offset + parameters.length - 1)) &&
      \separated(numbers, bytes + (0 .. key.offset + key.length - 1));
    terminates \true;
    exits \false;
    assigns *numbers;
    ensures answer: \result == 0 || \result == 1;
*/
int x509_read_dh_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key, struct dh_key *numbers);

#endif
