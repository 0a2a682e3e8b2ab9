/* X.509 certificates, RFC 5280 section 4: from DER bytes to located fields, those that a handshake needs interpreted.
 *
 * Nothing is copied: a span counts from the first byte of the certificate, which the caller keeps. A length of 0 says
 * that an optional field is absent. */
#ifndef TLS12_X509_CERTIFICATE_H
#define TLS12_X509_CERTIFICATE_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "spec/certificate_words.h"
#include "spec/der.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* More extensions than this are refused (their object identifiers are compared in pairs). */
#define TLS12_EXTENSIONS_MAX 256u

/* SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7. */
struct tls12_public_key {
  enum tls12_key_kind kind;
  struct tls12_span algorithm;  /* the AlgorithmIdentifier, header included */
  struct tls12_span parameters; /* its parameters, header included; absent: length 0 */
  struct tls12_span key;        /* the octets of the subjectPublicKey BIT STRING */
  struct tls12_span modulus;    /* RSA: without a leading zero octet (RFC 3279 section 2.3.1) */
  struct tls12_span exponent;   /* RSA: likewise */
  uint32_t group;               /* EC: an enum tls12_group, or 0 for another named curve (RFC 5480 section 2.1.1) */
  struct tls12_span point;      /* EC: the point, which begins with 02, 03 or 04 (RFC 5480 section 2.2) */
};

/* The extensions that are read, RFC 5280 section 4.2.1. */
struct tls12_certificate_extensions {
  uint32_t seen;                      /* the set of extensions that are present, 2^(enum tls12_extension) */
  uint32_t is_ca;                     /* basicConstraints: cA (0 or 1) */
  uint32_t has_path_length;           /* basicConstraints: pathLenConstraint is present (0 or 1) */
  uint32_t path_length;               /* its value, at most 2^24-1 (a larger one limits no chain) */
  uint32_t key_usage;                 /* keyUsage: a set of enum tls12_key_usage */
  uint32_t purposes;                  /* extKeyUsage: a set of enum tls12_purpose */
  struct tls12_span subject_alt_name; /* subjectAltName: the GeneralName elements */
  struct tls12_span subject_key_id;   /* subjectKeyIdentifier: its octets */
  struct tls12_span authority_key_id; /* authorityKeyIdentifier: the AuthorityKeyIdentifier, header included */
  struct tls12_span unknown_critical; /* the first critical extension that is not processed: its object identifier */
};

/* Places in `seen`. An extension of another kind has none. */
enum tls12_extension {
  TLS12_EXTENSION_BASIC_CONSTRAINTS = 0,
  TLS12_EXTENSION_KEY_USAGE,
  TLS12_EXTENSION_PURPOSES,
  TLS12_EXTENSION_SUBJECT_ALT_NAME,
  TLS12_EXTENSION_SUBJECT_KEY_ID,
  TLS12_EXTENSION_AUTHORITY_KEY_ID
};

struct tls12_x509 {
  uint32_t version;                    /* 1, 2 or 3 */
  struct tls12_span to_be_signed;      /* tbsCertificate, header included: what the signature covers */
  struct tls12_span serial;            /* the contents of serialNumber */
  struct tls12_span algorithm;         /* signatureAlgorithm, header included; the same bytes as in tbsCertificate */
  enum tls12_signature signature_kind; /* TLS12_ANONYMOUS: an algorithm not known here */
  enum tls12_hash signature_hash;      /* TLS12_HASH_NONE: likewise */
  struct tls12_span issuer;            /* the Name, header included */
  uint64_t not_before, not_after;      /* UTC as the decimal digits yyyymmddhhmmss; both ends are valid */
  struct tls12_span subject;           /* the Name, header included; an empty one has two bytes */
  struct tls12_public_key key;
  struct tls12_certificate_extensions extensions;
  struct tls12_span signature; /* the octets of the signatureValue BIT STRING */
};

/*@ predicate span_inside(struct tls12_span s, integer n) = s.offset + s.length <= n;

    predicate public_key_inside{L}(struct tls12_public_key *k, integer n) =
      span_inside(k->algorithm, n) && span_inside(k->parameters, n) && span_inside(k->key, n) &&
      span_inside(k->modulus, n) && span_inside(k->exponent, n) && span_inside(k->point, n);

    predicate extensions_inside{L}(struct tls12_certificate_extensions *x, integer n) =
      span_inside(x->subject_alt_name, n) && span_inside(x->subject_key_id, n) &&
      span_inside(x->authority_key_id, n) && span_inside(x->unknown_critical, n) && x->key_usage < 65536;

    predicate x509_inside{L}(struct tls12_x509 *v, integer n) =
      span_inside(v->to_be_signed, n) && span_inside(v->serial, n) && span_inside(v->algorithm, n) &&
      span_inside(v->issuer, n) && span_inside(v->subject, n) && span_inside(v->signature, n) &&
      public_key_inside(&v->key, n) && extensions_inside(&v->extensions, n);
*/

/* Reads the certificate der[0 .. length-1], which must be exactly one Certificate. Versions 1 and 2 are read too. A
 * refusal names the first rule broken, and where; *value then has no meaning. */
/*@ requires range: length <= DER_MAX;
    requires readable: \valid_read(der + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, der + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures inside: \result.rule == TLS12_NO_RULE ==> x509_inside(value, length);
    ensures place: \result.offset <= length;
*/
struct tls12_fault x509_parse(const uint8_t *der, uint32_t length, struct tls12_x509 *value);

/* Whether an extension of that kind is present. */
/*@ requires readable: \valid_read(certificate);
    requires known: 0 <= extension <= TLS12_EXTENSION_AUTHORITY_KEY_ID;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures flag: \result == 0 || \result == 1;
*/
int x509_has(const struct tls12_x509 *certificate, enum tls12_extension extension);

/* Whether the certificate names itself as its issuer (RFC 5280 section 6.1: self-issued). `der` is its bytes. */
/*@ requires readable: \valid_read(certificate);
    requires issuer: span_inside(certificate->issuer, DER_MAX) &&
      \valid_read(der + (certificate->issuer.offset .. certificate->issuer.offset + certificate->issuer.length - 1));
    requires subject: span_inside(certificate->subject, DER_MAX) &&
      \valid_read(der + (certificate->subject.offset .. certificate->subject.offset + certificate->subject.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
int x509_is_self_issued(const uint8_t *der, const struct tls12_x509 *certificate);

#endif
