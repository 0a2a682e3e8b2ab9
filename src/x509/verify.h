/* Certificate chains as TLS sends them (RFC 5246 section 7.4.2), against RFC 5280 section 6.
 *
 * No clock is read and nothing is fetched: time, trust anchors and the name of the peer come from the caller. */
#ifndef TLS12_X509_VERIFY_H
#define TLS12_X509_VERIFY_H

#include "x509/certificate.h"

/* A longer certificate_list is refused. */
#define TLS12_CHAIN_MAX 16u

struct tls12_chain_options {
  const struct tls12_bytes *anchors; /* trust anchors: certificates in DER; one that is malformed is passed over */
  uint32_t anchor_count;
  uint64_t time;              /* UTC as the decimal digits yyyymmddhhmmss */
  enum tls12_purpose purpose; /* TLS12_PURPOSE_SERVER_AUTH or TLS12_PURPOSE_CLIENT_AUTH */
  struct tls12_bytes host;    /* the host name or textual IP address asked for; length 0: not checked */
  struct tls12_bytes
      accepted; /* pairs (hash, signature) that may sign certificates (signature_algorithms); length 0: all */
};

/* fault.rule is TLS12_NO_RULE for a valid chain. Otherwise fault says why, with an offset into that certificate, and
 * `index` which certificate, counted from the leaf, 0. */
struct tls12_chain_verdict {
  struct tls12_fault fault;
  uint32_t index;
};

/*@ predicate string_readable{L}(struct tls12_bytes *s) = \valid_read(s->data + (0 .. s->length - 1));

    predicate strings_readable{L}(struct tls12_bytes *list, integer count) =
      \valid_read(list + (0 .. count - 1)) && \forall integer i; 0 <= i < count ==> string_readable(list + i);

    predicate same_string{L}(uint8_t *a, integer a_length, uint8_t *b, integer b_length) =
      a_length == b_length && \forall integer k; 0 <= k < a_length ==> a[k] == b[k];

    predicate none_twice{L}(struct tls12_bytes *list, integer count) =
      \forall integer i, j; 0 <= j < i < count ==>
        !same_string(list[i].data, list[i].length, list[j].data, list[j].length);

    predicate issuer_is{L}(uint8_t *lower, integer n, uint8_t *upper, integer m) =
      same_string(lower + issuer_place(lower, n), validity_place(lower, n) - issuer_place(lower, n),
                  upper + subject_place(upper, m), public_key_place(upper, m) - subject_place(upper, m));

    predicate names_chained{L}(struct tls12_bytes *list, integer count) =
      \forall integer i; 0 < i < count ==>
        issuer_is(list[i - 1].data, list[i - 1].length, list[i].data, list[i].length);

    predicate valid_at{L}(uint8_t *der, integer n, integer time) =
      not_before_value(der, validity_place(der, n), subject_place(der, n)) <= time <=
      not_after_value(der, validity_place(der, n), subject_place(der, n));

    predicate chain_options{L}(struct tls12_chain_options *o) =
      strings_readable(o->anchors, o->anchor_count) && string_readable(&o->host) && string_readable(&o->accepted) &&
      (o->purpose == TLS12_PURPOSE_SERVER_AUTH || o->purpose == TLS12_PURPOSE_CLIENT_AUTH);
*/

/* Judges certificates[0 .. count-1], leaf first, each certifying the one before; the root may be left out. The path ends
 * at the first certificate that is a trust anchor or that one issued. A leaf that is a trust anchor is accepted whatever
 * its basicConstraints; its version, validity, purpose and host name are checked all the same. */
/*@ requires certificates: strings_readable(certificates, count);
    requires options: \valid_read(options) && chain_options(options);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures length: \result.fault.rule == TLS12_NO_RULE ==> 0 < count <= TLS12_CHAIN_MAX;
    ensures once: \result.fault.rule == TLS12_NO_RULE ==> none_twice(certificates, count);
    ensures names: \result.fault.rule == TLS12_NO_RULE ==> names_chained(certificates, count);
    ensures time: \result.fault.rule == TLS12_NO_RULE ==> \forall integer i; i == 0 || 0 < i < \result.index ==>
      valid_at(certificates[i].data, certificates[i].length, options->time);
    ensures index: \result.index <= TLS12_CHAIN_MAX && (\result.fault.rule == TLS12_NO_RULE ==> \result.index < count);
*/
struct tls12_chain_verdict x509_verify_chain(const struct tls12_bytes *certificates, uint32_t count,
                                             const struct tls12_chain_options *options);

/* Whether `issuer` signed `certificate` (RFC 5280 section 6.1.3 (a)(1)): TLS12_NO_RULE, or why not. `inherited`: the Dss-Parms of
 * an issuer whose DSA key has none (x509_dss_parameters says which); length 0 when there are none. */
/*@ requires certificate: certificate.length <= DER_MAX && \valid_read(certificate.data + (0 .. certificate.length - 1));
    requires issuer: issuer.length <= DER_MAX && \valid_read(issuer.data + (0 .. issuer.length - 1));
    requires parsed: \valid_read(parsed) && x509_inside(parsed, certificate.length);
    requires parsed_issuer: \valid_read(parsed_issuer) && x509_inside(parsed_issuer, issuer.length);
    requires inherited: inherited.length <= DER_MAX && \valid_read(inherited.data + (0 .. inherited.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures kinds: \result.rule == TLS12_NO_RULE ==>
      (parsed->signature_kind == TLS12_RSA && parsed_issuer->key.kind == TLS12_KEY_RSA) ||
      (parsed->signature_kind == TLS12_ECDSA && parsed_issuer->key.kind == TLS12_KEY_EC) ||
      (parsed->signature_kind == TLS12_DSA && parsed_issuer->key.kind == TLS12_KEY_DSA) ||
      (parsed->signature_kind == TLS12_ED25519 && parsed_issuer->key.kind == TLS12_KEY_ED25519) ||
      (parsed->signature_kind == TLS12_ED448 && parsed_issuer->key.kind == TLS12_KEY_ED448) ||
      (parsed->signature_kind == TLS12_ANONYMOUS &&
       (parsed_issuer->key.kind == TLS12_KEY_RSA || parsed_issuer->key.kind == TLS12_KEY_RSA_PSS));
*/
struct tls12_fault x509_verify_signature(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                         struct tls12_bytes issuer, const struct tls12_x509 *parsed_issuer,
                                         struct tls12_bytes inherited);

/* Whether the certificate is for this host (RFC 6125 section 6.4; RFC 9110 section 4.3.4 for IP addresses): a dNSName of
 * subjectAltName, in which the left-most label may be "*", or an iPAddress. The subject's common name is not looked at. */
/*@ requires readable: \valid_read(certificate);
    requires names: span_inside(certificate->extensions.subject_alt_name, DER_MAX) &&
      \valid_read(der + (0 .. certificate->extensions.subject_alt_name.offset +
        certificate->extensions.subject_alt_name.length - 1));
    requires host: \valid_read(host.data + (0 .. host.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
*/
int x509_is_for_host(const uint8_t *der, const struct tls12_x509 *certificate, struct tls12_bytes host);

#endif
