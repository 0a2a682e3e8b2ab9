#include "x509/dss_parameters.h"

#include "x509/name.h"

static const struct tls12_bytes none = {(const uint8_t *)0, 0};

/*@ requires certificate: certificate.length <= DER_MAX && \valid_read(certificate.data + (0 .. certificate.length - 1));
    requires parsed: \valid_read(parsed) && x509_inside(parsed, certificate.length);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures place: \result.data == certificate.data + parsed->key.parameters.offset;
    ensures size: \result.length == parsed->key.parameters.length;
*/
static struct tls12_bytes own_parameters(struct tls12_bytes certificate, const struct tls12_x509 *parsed)
{
  return (struct tls12_bytes){certificate.data + parsed->key.parameters.offset, parsed->key.parameters.length};
}

/* Those of a trust anchor, if it signed the certificate with a DSA key that has parameters of its own. */
/*@ requires certificate: certificate.length <= DER_MAX && \valid_read(certificate.data + (0 .. certificate.length - 1));
    requires parsed: \valid_read(parsed) && x509_inside(parsed, certificate.length);
    requires anchor: \valid_read(anchor.data + (0 .. anchor.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures readable: \valid_read(\result.data + (0 .. \result.length - 1));
    ensures small: \result.length <= DER_MAX;
*/
static struct tls12_bytes parameters_of_anchor(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                               struct tls12_bytes anchor)
{
  struct tls12_x509 parsed_anchor;
  if (anchor.length > DER_MAX || x509_parse(anchor.data, anchor.length, &parsed_anchor).rule != TLS12_NO_RULE)
    return none;
  if (parsed_anchor.key.kind != TLS12_KEY_DSA || parsed_anchor.key.parameters.length == 0 ||
      !x509_same_name(certificate.data + parsed->issuer.offset, parsed->issuer.length,
                      anchor.data + parsed_anchor.subject.offset, parsed_anchor.subject.length) ||
      x509_verify_signature(certificate, parsed, anchor, &parsed_anchor, none).rule != TLS12_NO_RULE)
    return none;
  return own_parameters(anchor, &parsed_anchor);
}

/* Those of the trust anchor that signed the certificate. */
/*@ requires certificate: certificate.length <= DER_MAX && \valid_read(certificate.data + (0 .. certificate.length - 1));
    requires parsed: \valid_read(parsed) && x509_inside(parsed, certificate.length);
    requires anchors: strings_readable(anchors, count);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures readable: \valid_read(\result.data + (0 .. \result.length - 1));
    ensures small: \result.length <= DER_MAX;
*/
static struct tls12_bytes parameters_of_anchors(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                                const struct tls12_bytes *anchors, uint32_t count)
{
  /*@ loop invariant inside: 0 <= i <= count;
      loop assigns i;
      loop variant count - i; */
  for (uint32_t i = 0; i < count; i++) {
    const struct tls12_bytes parameters = parameters_of_anchor(certificate, parsed, anchors[i]);
    if (parameters.length != 0) return parameters;
  }
  return none;
}

struct tls12_bytes x509_dss_parameters(const struct tls12_bytes *certificates, uint32_t count, uint32_t index,
                                       const struct tls12_chain_options *options)
{
  struct tls12_x509 parsed;
  /*@ loop invariant inside: index <= i <= count;
      loop invariant last: i > index ==> certificates[i - 1].length <= DER_MAX && x509_inside(&parsed, certificates[i - 1].length);
      loop assigns i, parsed;
      loop variant count - i; */
  for (uint32_t i = index; i < count; i++) {
    const struct tls12_bytes certificate = certificates[i];
    if (certificate.length > DER_MAX ||
        x509_parse(certificate.data, certificate.length, &parsed).rule != TLS12_NO_RULE ||
        parsed.key.kind != TLS12_KEY_DSA)
      return none;
    if (parsed.key.parameters.length != 0) return own_parameters(certificate, &parsed);
    if (parsed.signature_kind != TLS12_DSA) return none;
  }
  return parameters_of_anchors(certificates[count - 1], &parsed, options->anchors, options->anchor_count);
}
