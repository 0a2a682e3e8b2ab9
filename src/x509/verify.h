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

/* Judges certificates[0 .. count-1], leaf first, each certifying the one before; the root may be left out. The path ends
 * at the first certificate that is a trust anchor or that one issued. A leaf that is a trust anchor is accepted whatever
 * its basicConstraints; its validity, purpose and host name are checked all the same. */
struct tls12_chain_verdict x509_verify_chain(const struct tls12_bytes *certificates, uint32_t count,
                                             const struct tls12_chain_options *options);

/* Whether `issuer` signed `certificate` (RFC 5280 section 6.1.3 (a)(1)): TLS12_NO_RULE, or why not. */
struct tls12_fault x509_verify_signature(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                         struct tls12_bytes issuer, const struct tls12_x509 *parsed_issuer);

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
*/
int x509_is_for_host(const uint8_t *der, const struct tls12_x509 *certificate, struct tls12_bytes host);

#endif
