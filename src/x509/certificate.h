/* X.509 certificates, RFC 5280 section 4: from DER bytes to located fields, those that a handshake needs interpreted.
 *
 * Nothing is copied: a span counts from the first byte of the certificate, which the caller keeps. A length of 0 says
 * that an optional field is absent. */
#ifndef TLS12_X509_CERTIFICATE_H
#define TLS12_X509_CERTIFICATE_H

#include <stdint.h>

#include "spec/x509.h"
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
  uint32_t is_ca;                     /* basicConstraints: cA (0 or 1) */
  uint32_t has_path_length;           /* basicConstraints: pathLenConstraint is present (0 or 1) */
  uint32_t path_length;               /* its value, at most 2^24-1 (a larger one limits no chain) */
  uint32_t has_key_usage;             /* keyUsage is present (0 or 1) */
  uint32_t key_usage;                 /* keyUsage: a set of enum tls12_key_usage */
  uint32_t has_purposes;              /* extKeyUsage is present (0 or 1) */
  uint32_t purposes;                  /* extKeyUsage: a set of enum tls12_purpose */
  struct tls12_span subject_alt_name; /* subjectAltName: the GeneralName elements */
  struct tls12_span subject_key_id;   /* subjectKeyIdentifier: its octets */
  struct tls12_span authority_key_id; /* authorityKeyIdentifier: the AuthorityKeyIdentifier, header included */
  struct tls12_span unknown_critical; /* the first critical extension that is not processed: its object identifier */
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
      v->issuer.offset + v->issuer.length <= v->subject.offset && 0 <= v->signature_kind <= TLS12_ED448 &&
      0 <= v->signature_hash <= TLS12_INTRINSIC &&
      public_key_inside(&v->key, n) && extensions_inside(&v->extensions, n);
*/

/* No extensions. */
/*@ predicate no_extensions{L}(struct tls12_certificate_extensions *x) =
      x->is_ca == 0 && x->has_path_length == 0 && x->path_length == 0 && x->has_key_usage == 0 && x->key_usage == 0 && x->has_purposes == 0 && x->purposes == 0 &&
      x->subject_alt_name.offset == 0 && x->subject_alt_name.length == 0 && x->subject_key_id.offset == 0 &&
      x->subject_key_id.length == 0 && x->authority_key_id.offset == 0 && x->authority_key_id.length == 0 &&
      x->unknown_critical.offset == 0 && x->unknown_critical.length == 0;
*/

/* What x says about the Extensions in the list b[i .. e-1]. */
/*@ predicate extensions_read{L}(uint8_t *b, integer i, integer e, struct tls12_certificate_extensions *x) =
      basic_constraints_at(b, extension_place(b, i, e, X509_ID_BASIC_CONSTRAINTS), e,
                           x->is_ca, x->has_path_length, x->path_length) &&
      key_usage_at(b, extension_place(b, i, e, X509_ID_KEY_USAGE), e, x->has_key_usage, x->key_usage) &&
      purposes_at(b, extension_place(b, i, e, X509_ID_EXT_KEY_USAGE), e, x->has_purposes, x->purposes) &&
      alternative_names_at(b, extension_place(b, i, e, X509_ID_SUBJECT_ALT_NAME), e,
                           x->subject_alt_name.offset, x->subject_alt_name.length) &&
      (unread_critical(b, i, e) == 1 <==> x->unknown_critical.length != 0);
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
    ensures outer: \result.rule == TLS12_NO_RULE ==> certificate_outer(der, length);
    ensures signed_part: \result.rule == TLS12_NO_RULE ==> value->to_be_signed.offset == der_contents(der, 0) &&
      value->to_be_signed.offset + value->to_be_signed.length == tbs_end(der, length);
    ensures algorithm: \result.rule == TLS12_NO_RULE ==> value->algorithm.offset == tbs_end(der, length) &&
      value->algorithm.offset + value->algorithm.length == signature_place(der, length);
    ensures kind: \result.rule == TLS12_NO_RULE ==> value->signature_kind ==
      signature_kind(algorithm_identifier(der, tbs_end(der, length), signature_place(der, length)));
    ensures hash: \result.rule == TLS12_NO_RULE ==> value->signature_hash ==
      signature_hash(algorithm_identifier(der, tbs_end(der, length), signature_place(der, length)));
    ensures signature: \result.rule == TLS12_NO_RULE ==>
      value->signature.offset == der_contents(der, signature_place(der, length)) + 1 &&
      value->signature.offset + value->signature.length == length;
    ensures version: \result.rule == TLS12_NO_RULE ==>
      value->version == version_value(der, der_contents(der, der_contents(der, 0)), tbs_end(der, length));
    ensures serial: \result.rule == TLS12_NO_RULE ==>
      value->serial.offset == der_contents(der, serial_place(der, length)) &&
      value->serial.offset + value->serial.length == inner_algorithm_place(der, length);
    ensures issuer: \result.rule == TLS12_NO_RULE ==> value->issuer.offset == issuer_place(der, length) &&
      value->issuer.offset + value->issuer.length == validity_place(der, length);
    ensures from: \result.rule == TLS12_NO_RULE ==>
      value->not_before == not_before_value(der, validity_place(der, length), subject_place(der, length));
    ensures until: \result.rule == TLS12_NO_RULE ==>
      value->not_after == not_after_value(der, validity_place(der, length), subject_place(der, length));
    ensures subject: \result.rule == TLS12_NO_RULE ==> value->subject.offset == subject_place(der, length) &&
      value->subject.offset + value->subject.length == public_key_place(der, length);
    ensures key: \result.rule == TLS12_NO_RULE ==> key_located(der, public_key_place(der, length), optional_place(der, length), value->key.kind,
      value->key.algorithm.offset, value->key.algorithm.length, value->key.parameters.offset,
      value->key.parameters.length, value->key.key.offset, value->key.key.length);
    ensures rsa: \result.rule == TLS12_NO_RULE && value->key.kind == TLS12_KEY_RSA ==>
      rsa_located(der, value->key.parameters.offset, value->key.parameters.length, value->key.key.offset,
        value->key.key.length, value->key.modulus.offset, value->key.modulus.length, value->key.exponent.offset,
        value->key.exponent.length);
    ensures ec: \result.rule == TLS12_NO_RULE && (value->key.kind == TLS12_KEY_EC || value->key.kind == TLS12_KEY_ECDH) ==>
      ec_located(der, value->key.parameters.offset, value->key.parameters.length, value->key.key.offset,
        value->key.key.length, value->key.group, value->key.point.offset, value->key.point.length);
    ensures no_extensions: \result.rule == TLS12_NO_RULE &&
      extensions_place(der, optional_place(der, length), tbs_end(der, length)) == tbs_end(der, length) ==>
      no_extensions(&value->extensions);
    ensures extensions: \result.rule == TLS12_NO_RULE &&
      extensions_place(der, optional_place(der, length), tbs_end(der, length)) != tbs_end(der, length) ==>
      value->version == 3 &&
      extensions_read(der, der_contents(der, der_contents(der, extensions_place(der, optional_place(der, length),
        tbs_end(der, length)))), tbs_end(der, length), &value->extensions);
    ensures inside: \result.rule == TLS12_NO_RULE ==> x509_inside(value, length);
    ensures place: \result.offset <= length;
*/
struct tls12_fault x509_parse(const uint8_t *der, uint32_t length, struct tls12_x509 *value);

/* Whether the certificate names itself as its issuer (RFC 5280 section 6.1: self-issued). `der` is its bytes. */
/*@ requires readable: \valid_read(certificate);
    requires issuer: span_inside(certificate->issuer, DER_MAX) &&
      \valid_read(der + (certificate->issuer.offset .. certificate->issuer.offset + certificate->issuer.length - 1));
    requires subject: span_inside(certificate->subject, DER_MAX) &&
      \valid_read(der + (certificate->subject.offset .. certificate->subject.offset + certificate->subject.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> certificate->issuer.length == certificate->subject.length &&
      \forall integer k; 0 <= k < certificate->issuer.length ==>
        der[certificate->issuer.offset + k] == der[certificate->subject.offset + k];
*/
int x509_is_self_issued(const uint8_t *der, const struct tls12_x509 *certificate);

#endif
