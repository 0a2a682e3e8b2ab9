#include "x509/verify.h"

#include "x509/der.h"
#include "x509/name.h"
#include "x509/refusal.h"

/* The fault of a field of a certificate. */
/*@ requires span_inside(field, DER_MAX) && rule != TLS12_NO_RULE;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result.rule == rule;
*/
static struct tls12_fault refused_field(enum tls12_rule rule, struct tls12_span field, enum tls12_alert alert)
{
  return refused(rule, field.offset, field.offset + field.length, alert);
}

static struct tls12_chain_verdict verdict_of(struct tls12_fault fault, uint32_t index)
{
  struct tls12_chain_verdict verdict = {fault, index};
  return verdict;
}

static int same_bytes(struct tls12_bytes a, struct tls12_bytes b)
{
  return a.length == b.length && der_same_bytes(a.data, b.data, a.length);
}

/* RFC 5280 section 6.1.3 (a)(4): the subject of `upper` is the issuer of `lower`. */
static int names_chain(struct tls12_bytes lower, const struct tls12_x509 *parsed_lower, struct tls12_bytes upper,
                       const struct tls12_x509 *parsed_upper)
{
  return x509_same_name(lower.data + parsed_lower->issuer.offset, parsed_lower->issuer.length,
                        upper.data + parsed_upper->subject.offset, parsed_upper->subject.length);
}

static int is_anchor(struct tls12_bytes certificate, const struct tls12_chain_options *options)
{
  for (uint32_t i = 0; i < options->anchor_count; i++)
    if (same_bytes(certificate, options->anchors[i])) return 1;
  return 0;
}

/* Whether a trust anchor issued the certificate: TLS12_NO_RULE; or that none has the issuer's name (unknown_ca); or what
 * is wrong with the signature. */
static struct tls12_fault check_issued_by_anchor(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                                 const struct tls12_chain_options *options)
{
  struct tls12_fault fault = refused_field(R5280_6_1_01, parsed->issuer, TLS12_UNKNOWN_CA);
  for (uint32_t i = 0; i < options->anchor_count; i++) {
    const struct tls12_bytes anchor = options->anchors[i];
    struct tls12_x509 parsed_anchor;
    if (anchor.length > DER_MAX || x509_parse(anchor.data, anchor.length, &parsed_anchor).rule != TLS12_NO_RULE ||
        !names_chain(certificate, parsed, anchor, &parsed_anchor))
      continue;
    fault = x509_verify_signature(certificate, parsed, anchor, &parsed_anchor);
    if (fault.rule == TLS12_NO_RULE) return fault;
  }
  return fault;
}

/* RFC 5280 section 6.1.3 (a)(2), both ends inclusive. */
static struct tls12_fault check_time(const struct tls12_x509 *parsed, uint64_t time)
{
  if (time < parsed->not_before || time > parsed->not_after)
    return refused(R5280_6_1_3_02, parsed->issuer.offset + parsed->issuer.length, parsed->subject.offset,
                   TLS12_CERTIFICATE_EXPIRED);
  return accepted(0);
}

/* What holds for every certificate of the path: no unprocessed critical extension (section 4.2), the purpose allowed
 * (section 4.2.1.12), keyCertSign only for a CA (section 4.2.1.3). */
static struct tls12_fault check_extensions(const struct tls12_x509 *parsed, enum tls12_purpose purpose)
{
  const struct tls12_certificate_extensions *x = &parsed->extensions;
  if (x->unknown_critical.length != 0)
    return refused_field(R5280_4_2_01, x->unknown_critical, TLS12_UNSUPPORTED_CERTIFICATE);
  if (x509_has(parsed, TLS12_EXTENSION_PURPOSES) && x->purposes / (uint32_t)purpose % 2 == 0 &&
      x->purposes / TLS12_PURPOSE_ANY % 2 == 0)
    return refused_field(R5280_4_2_1_12_01, parsed->to_be_signed, TLS12_UNSUPPORTED_CERTIFICATE);
  if (x509_has(parsed, TLS12_EXTENSION_KEY_USAGE) && x->key_usage / TLS12_USAGE_KEY_CERT_SIGN % 2 == 1 && !x->is_ca)
    return refused_field(R5280_4_2_1_3_04, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  return accepted(0);
}

/* RFC 5280 section 6.1.4 (k), (l), (m), (n): a certificate that certifies another, with `below` intermediates that are
 * not self-issued between it and the leaf. */
static struct tls12_fault check_authority(const struct tls12_x509 *parsed, uint32_t below)
{
  const struct tls12_certificate_extensions *x = &parsed->extensions;
  if (parsed->version != 3 || !x->is_ca)
    return refused_field(R5280_6_1_4_01, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  if (x509_has(parsed, TLS12_EXTENSION_KEY_USAGE) && x->key_usage / TLS12_USAGE_KEY_CERT_SIGN % 2 == 0)
    return refused_field(R5280_6_1_4_03, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  if (x->has_path_length && below > x->path_length)
    return refused_field(R5280_6_1_4_02, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  return accepted(0);
}

/* RFC 5246 section 7.4.2: signed with a pair of the peer's signature_algorithms. */
static struct tls12_fault check_algorithm(const struct tls12_x509 *parsed, struct tls12_bytes pairs)
{
  if (pairs.length == 0) return accepted(0);
  for (uint32_t k = 0; pairs.length - k >= 2; k += 2)
    if (pairs.data[k] == (uint8_t)parsed->signature_hash && pairs.data[k + 1] == (uint8_t)parsed->signature_kind &&
        parsed->signature_hash != TLS12_HASH_NONE)
      return accepted(0);
  return refused_field(R5246_7_4_2_18, parsed->algorithm, TLS12_BAD_CERTIFICATE);
}

/* Certificate `index` of the path, all but its signature. */
static struct tls12_fault check_certificate(const struct tls12_x509 *parsed, uint32_t index, uint32_t below,
                                            const struct tls12_chain_options *options)
{
  struct tls12_fault fault = check_time(parsed, options->time);
  if (fault.rule == TLS12_NO_RULE) fault = check_extensions(parsed, options->purpose);
  if (fault.rule == TLS12_NO_RULE && index > 0) fault = check_authority(parsed, below);
  return fault;
}

/* RFC 5246 section 7.4.2: in the whole list, each certificate certifies the one before, and none comes twice (RFC 5280
 * section 6.1). */
static struct tls12_chain_verdict check_order(const struct tls12_bytes *certificates, uint32_t count)
{
  struct tls12_x509 lower, upper;
  struct tls12_fault fault;
  for (uint32_t i = 0; i < count; i++) {
    if (certificates[i].length > DER_MAX)
      return verdict_of(refused(R5280_4_1_01, 0, certificates[i].length, TLS12_BAD_CERTIFICATE), i);
    fault = x509_parse(certificates[i].data, certificates[i].length, &upper);
    if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, i);
    for (uint32_t j = 0; j < i; j++)
      if (same_bytes(certificates[i], certificates[j]))
        return verdict_of(refused(R5280_6_1_02, 0, certificates[i].length, TLS12_BAD_CERTIFICATE), i);
    if (i > 0) {
      if (!names_chain(certificates[i - 1], &lower, certificates[i], &upper))
        return verdict_of(refused_field(R5246_7_4_2_08, upper.subject, TLS12_BAD_CERTIFICATE), i);
      fault = x509_verify_signature(certificates[i - 1], &lower, certificates[i], &upper);
      if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, i - 1);
    }
    lower = upper;
  }
  return verdict_of(accepted(0), 0);
}

/* From the leaf up to a trust anchor, RFC 5280 section 6.1. The order of the list has been checked. */
static struct tls12_chain_verdict check_path(const struct tls12_bytes *certificates, uint32_t count,
                                             const struct tls12_chain_options *options)
{
  uint32_t below = 0;
  for (uint32_t i = 0; i < count; i++) {
    struct tls12_x509 parsed;
    const int trusted = is_anchor(certificates[i], options);
    if (trusted && i > 0) return verdict_of(accepted(0), i); /* section 6.1: a trust anchor is not part of the path */
    struct tls12_fault fault = x509_parse(certificates[i].data, certificates[i].length, &parsed);
    if (fault.rule == TLS12_NO_RULE) fault = check_certificate(&parsed, i, below, options);
    if (fault.rule != TLS12_NO_RULE || trusted) return verdict_of(fault, i);
    fault = check_algorithm(&parsed, options->accepted);
    if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, i);
    fault = check_issued_by_anchor(certificates[i], &parsed, options);
    if (fault.rule == TLS12_NO_RULE || i + 1 == count) return verdict_of(fault, i);
    if (i > 0 && !x509_is_self_issued(certificates[i].data, &parsed)) below++;
  }
  return verdict_of(refused(R5246_7_4_2_23, 0, 0, TLS12_DECODE_ERROR), 0);
}

struct tls12_chain_verdict x509_verify_chain(const struct tls12_bytes *certificates, uint32_t count,
                                             const struct tls12_chain_options *options)
{
  struct tls12_x509 leaf;
  if (count == 0) return verdict_of(refused(R5246_7_4_2_23, 0, 0, TLS12_DECODE_ERROR), 0);
  if (count > TLS12_CHAIN_MAX) return verdict_of(refused(R5246_7_4_2_08, 0, 0, TLS12_BAD_CERTIFICATE), TLS12_CHAIN_MAX);

  struct tls12_chain_verdict verdict = check_order(certificates, count);
  if (verdict.fault.rule != TLS12_NO_RULE) return verdict;
  verdict = check_path(certificates, count, options);
  if (verdict.fault.rule != TLS12_NO_RULE || options->host.length == 0) return verdict;
  verdict.fault = x509_parse(certificates[0].data, certificates[0].length, &leaf);
  if (verdict.fault.rule == TLS12_NO_RULE && !x509_is_for_host(certificates[0].data, &leaf, options->host))
    return verdict_of(refused_field(R9325_7_1_01, leaf.extensions.subject_alt_name, TLS12_CERTIFICATE_UNKNOWN), 0);
  return verdict;
}
