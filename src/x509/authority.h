/* TrustedAuthority, RFC 6066 section 6: how a client says which roots it has. */
#ifndef TLS12_X509_AUTHORITY_H
#define TLS12_X509_AUTHORITY_H

#include "x509/certificate.h"

enum tls12_authority { TLS12_PRE_AGREED = 0, TLS12_KEY_SHA1_HASH = 1, TLS12_X509_NAME = 2, TLS12_CERT_SHA1_HASH = 3 };

#define X509_SHA1_SIZE 20

/* What key_sha1_hash is the hash of: the modulus of an RSA key, all octets of another. */
/*@ requires certificate: \valid_read(parsed);
    terminates \true;
    exits \false;
    assigns \nothing;
*/
struct tls12_bytes x509_hashed_key(const uint8_t *certificate, const struct tls12_x509 *parsed);

/* Writes the TrustedAuthority of this kind for a root, in DER, to out[0 .. room-1]; pre_agreed needs none. Answers with its length, 0 if
 * there is no room or that is no certificate. */
/*@ requires certificate: \valid_read(root.data + (0 .. root.length - 1));
    requires output: \valid(out + (0 .. room - 1)) && \separated(out + (0 .. room - 1), root.data + (0 .. root.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures length: \result <= room;
*/
uint32_t tls12_trusted_authority(enum tls12_authority kind, struct tls12_bytes root, uint8_t *out, uint32_t room);

/* Writes the names of these roots, in DER, to out[0 .. room-1], as certificate_authorities of a CertificateRequest has them (RFC 5246
 * section 7.4.4). Answers with the length, 0 if there is no root, no room, or one is no certificate. */
/*@ requires roots: \valid_read(roots + (0 .. count - 1)) &&
      \forall integer i; 0 <= i < count ==> \valid_read(roots[i].data + (0 .. roots[i].length - 1));
    requires output: \valid(out + (0 .. room - 1)) && \separated(out + (0 .. room - 1), roots + (0 .. count - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures length: \result <= room;
*/
uint32_t tls12_distinguished_names(const struct tls12_bytes *roots, uint32_t count, uint8_t *out, uint32_t room);

#endif
