#include "x509/verify.h"

#include "x509/der.h"
#include "x509/dss_parameters.h"
#include "x509/name.h"
#include "x509/pss.h"
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

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result.fault.rule == fault.rule && \result.fault.offset == fault.offset && \result.fault.length == fault.length &&
      \result.fault.alert == fault.alert && \result.index == index;
*/
static struct tls12_chain_verdict verdict_of(struct tls12_fault fault, uint32_t index)
{
  struct tls12_chain_verdict verdict = {fault, index};
  return verdict;
}

/*@ requires readable: \valid_read(a.data + (0 .. a.length - 1)) && \valid_read(b.data + (0 .. b.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> same_string(a.data, a.length, b.data, b.length);
*/
static int same_bytes(struct tls12_bytes a, struct tls12_bytes b)
{
  return a.length == b.length && der_same_bytes(a.data, b.data, a.length);
}

/* RFC 5280 section 6.1.3 (a)(4): the subject of `upper` is the issuer of `lower`. */
/*@ requires lower: lower.length <= DER_MAX && \valid_read(lower.data + (0 .. lower.length - 1));
    requires upper: upper.length <= DER_MAX && \valid_read(upper.data + (0 .. upper.length - 1));
    requires parsed_lower: \valid_read(parsed_lower) && span_inside(parsed_lower->issuer, lower.length);
    requires parsed_upper: \valid_read(parsed_upper) && span_inside(parsed_upper->subject, upper.length);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==>
      same_string(lower.data + parsed_lower->issuer.offset, parsed_lower->issuer.length,
                  upper.data + parsed_upper->subject.offset, parsed_upper->subject.length);
*/
static int names_chain(struct tls12_bytes lower, const struct tls12_x509 *parsed_lower, struct tls12_bytes upper,
                       const struct tls12_x509 *parsed_upper)
{
  return x509_same_name(lower.data + parsed_lower->issuer.offset, parsed_lower->issuer.length,
                        upper.data + parsed_upper->subject.offset, parsed_upper->subject.length);
}

/* Whether a list has this certificate. */
/*@ requires certificate: \valid_read(certificate.data + (0 .. certificate.length - 1));
    requires list: strings_readable(list, count);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures among: \result != 0 <==> \exists integer i; 0 <= i < count &&
      same_string(certificate.data, certificate.length, list[i].data, list[i].length);
*/
static int is_among(struct tls12_bytes certificate, const struct tls12_bytes *list, uint32_t count)
{
  /*@ loop invariant inside: 0 <= i <= count;
      loop invariant none: \forall integer j; 0 <= j < i ==>
        !same_string(certificate.data, certificate.length, list[j].data, list[j].length);
      loop assigns i;
      loop variant count - i; */
  for (uint32_t i = 0; i < count; i++)
    if (same_bytes(certificate, list[i])) return 1;
  return 0;
}

/* Whether a trust anchor issued the certificate: TLS12_NO_RULE; or that none has the issuer's name (unknown_ca); or what
 * is wrong with the signature. */
/*@ requires certificate: certificate.length <= DER_MAX && \valid_read(certificate.data + (0 .. certificate.length - 1));
    requires parsed: \valid_read(parsed) && x509_inside(parsed, certificate.length);
    requires options: \valid_read(options) && chain_options(options);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures some: \result.rule == TLS12_NO_RULE ==> options->anchor_count > 0;
*/
static struct tls12_fault check_issued_by_anchor(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                                 const struct tls12_chain_options *options)
{
  struct tls12_fault fault = refused_field(R5280_6_1_01, parsed->issuer, TLS12_UNKNOWN_CA);
  struct tls12_x509 parsed_anchor;
  /*@ loop invariant inside: 0 <= i <= options->anchor_count;
      loop invariant refused: fault.rule != TLS12_NO_RULE;
      loop assigns i, fault, parsed_anchor;
      loop variant options->anchor_count - i; */
  for (uint32_t i = 0; i < options->anchor_count; i++) {
    const struct tls12_bytes anchor = options->anchors[i];
    if (anchor.length > DER_MAX || x509_parse(anchor.data, anchor.length, &parsed_anchor).rule != TLS12_NO_RULE ||
        !names_chain(certificate, parsed, anchor, &parsed_anchor))
      continue;
    fault =
        x509_verify_signature(certificate, parsed, anchor, &parsed_anchor, x509_dss_parameters(&anchor, 1, 0, options));
    if (fault.rule == TLS12_NO_RULE) return fault;
  }
  return fault;
}

/* RFC 5280 section 6.1.3 (a)(2), both ends inclusive. */
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures time: \result.rule == (parsed->not_before <= time <= parsed->not_after ? TLS12_NO_RULE : R5280_6_1_3_02);
*/
static struct tls12_fault check_time(const struct tls12_x509 *parsed, uint64_t time)
{
  if (time < parsed->not_before || time > parsed->not_after)
    return refused(R5280_6_1_3_02, parsed->issuer.offset + parsed->issuer.length, parsed->subject.offset,
                   TLS12_CERTIFICATE_EXPIRED);
  return accepted(0);
}

/* What holds for every certificate of the path: no unprocessed critical extension (section 4.2), the purpose allowed
 * (section 4.2.1.12), keyCertSign only for a CA (section 4.2.1.3). */
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    requires purpose: purpose == TLS12_PURPOSE_SERVER_AUTH || purpose == TLS12_PURPOSE_CLIENT_AUTH;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures critical: \result.rule == TLS12_NO_RULE ==> parsed->extensions.unknown_critical.length == 0;
    ensures purpose: \result.rule == TLS12_NO_RULE && parsed->extensions.has_purposes != 0 ==>
      parsed->extensions.purposes / purpose % 2 == 1 || parsed->extensions.purposes / TLS12_PURPOSE_ANY % 2 == 1;
    ensures authority: \result.rule == TLS12_NO_RULE && parsed->extensions.has_key_usage != 0 &&
      parsed->extensions.key_usage / TLS12_USAGE_KEY_CERT_SIGN % 2 == 1 ==> parsed->extensions.is_ca != 0;
*/
static struct tls12_fault check_extensions(const struct tls12_x509 *parsed, enum tls12_purpose purpose)
{
  const struct tls12_certificate_extensions *x = &parsed->extensions;
  if (x->unknown_critical.length != 0)
    return refused_field(R5280_4_2_01, x->unknown_critical, TLS12_UNSUPPORTED_CERTIFICATE);
  if (x->has_purposes && x->purposes / (uint32_t)purpose % 2 == 0 && x->purposes / TLS12_PURPOSE_ANY % 2 == 0)
    return refused_field(R5280_4_2_1_12_01, parsed->to_be_signed, TLS12_UNSUPPORTED_CERTIFICATE);
  if (x->has_key_usage && x->key_usage / TLS12_USAGE_KEY_CERT_SIGN % 2 == 1 && !x->is_ca)
    return refused_field(R5280_4_2_1_3_04, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  return accepted(0);
}

/* RFC 3279 section 2.3.3: the keyUsage of a DH key has keyAgreement, and not both encipherOnly and decipherOnly. */
/*@ logic boolean dh_usage(integer usage) =
      (usage / TLS12_USAGE_KEY_AGREEMENT) % 2 == 1 &&
      !((usage / TLS12_USAGE_ENCIPHER_ONLY) % 2 == 1 && (usage / TLS12_USAGE_DECIPHER_ONLY) % 2 == 1);
*/
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures usage: \result.rule == (parsed->key.kind != TLS12_KEY_DH || parsed->extensions.has_key_usage == 0 ||
      dh_usage(parsed->extensions.key_usage) ? TLS12_NO_RULE : R3279_2_3_3_02);
*/
static struct tls12_fault check_dh_usage(const struct tls12_x509 *parsed)
{
  const uint32_t usage = parsed->extensions.key_usage;
  if (parsed->key.kind != TLS12_KEY_DH || !parsed->extensions.has_key_usage) return accepted(0);
  if (usage / TLS12_USAGE_KEY_AGREEMENT % 2 == 0 ||
      (usage / TLS12_USAGE_ENCIPHER_ONLY % 2 == 1 && usage / TLS12_USAGE_DECIPHER_ONLY % 2 == 1))
    return refused_field(R3279_2_3_3_02, parsed->to_be_signed, TLS12_UNSUPPORTED_CERTIFICATE);
  return accepted(0);
}

/* RFC 5246 section 7.4.2: a leaf of version 3. (What certifies another is asked for it by RFC 5280 section 6.1.4 (k); a
 * trust anchor may be older.) */
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures version: \result.rule == (parsed->version == 3 ? TLS12_NO_RULE : R5246_7_4_2_10);
*/
static struct tls12_fault check_version(const struct tls12_x509 *parsed)
{
  if (parsed->version != 3) return refused_field(R5246_7_4_2_10, parsed->to_be_signed, TLS12_UNSUPPORTED_CERTIFICATE);
  return accepted(0);
}

/* RFC 5280 section 6.1.4 (k), (l), (m), (n): a certificate that certifies another, with `below` intermediates that are
 * not self-issued between it and the leaf. */
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures authority: \result.rule == TLS12_NO_RULE ==> parsed->version == 3 && parsed->extensions.is_ca != 0;
    ensures usage: \result.rule == TLS12_NO_RULE && parsed->extensions.has_key_usage != 0 ==>
      parsed->extensions.key_usage / TLS12_USAGE_KEY_CERT_SIGN % 2 == 1;
    ensures path: \result.rule == TLS12_NO_RULE && parsed->extensions.has_path_length != 0 ==>
      below <= parsed->extensions.path_length;
*/
static struct tls12_fault check_authority(const struct tls12_x509 *parsed, uint32_t below)
{
  const struct tls12_certificate_extensions *x = &parsed->extensions;
  if (parsed->version != 3 || !x->is_ca)
    return refused_field(R5280_6_1_4_01, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  if (x->has_key_usage && x->key_usage / TLS12_USAGE_KEY_CERT_SIGN % 2 == 0)
    return refused_field(R5280_6_1_4_03, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  if (x->has_path_length && below > x->path_length)
    return refused_field(R5280_6_1_4_02, parsed->to_be_signed, TLS12_BAD_CERTIFICATE);
  return accepted(0);
}

/* RFC 5246 section 7.4.2: signed with a pair of the peer's signature_algorithms. */
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    requires pairs: \valid_read(pairs.data + (0 .. pairs.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result.rule == TLS12_NO_RULE <==> pairs.length == 0 ||
      (parsed->signature_hash != TLS12_HASH_NONE && \exists integer k; 0 <= k < pairs.length / 2 &&
        pairs.data[2 * k] == parsed->signature_hash && pairs.data[2 * k + 1] == parsed->signature_kind);
*/
static struct tls12_fault check_algorithm(const struct tls12_x509 *parsed, struct tls12_bytes pairs)
{
  if (pairs.length == 0) return accepted(0);
  /*@ loop invariant inside: 0 <= k <= pairs.length / 2;
      loop invariant none: \forall integer j; 0 <= j < k ==> parsed->signature_hash == TLS12_HASH_NONE ||
        pairs.data[2 * j] != parsed->signature_hash || pairs.data[2 * j + 1] != parsed->signature_kind;
      loop assigns k;
      loop variant pairs.length / 2 - k; */
  for (uint32_t k = 0; k < pairs.length / 2; k++)
    if (pairs.data[2 * k] == (uint8_t)parsed->signature_hash &&
        pairs.data[2 * k + 1] == (uint8_t)parsed->signature_kind && parsed->signature_hash != TLS12_HASH_NONE)
      return accepted(0);
  return refused_field(R5246_7_4_2_18, parsed->algorithm, TLS12_BAD_CERTIFICATE);
}

/* The same of an RSASSA-PSS signature, whose parameters say the hash. */
static struct tls12_fault check_pss_algorithm(struct tls12_bytes certificate, const struct tls12_x509 *parsed,
                                              struct tls12_bytes pairs)
{
  struct x509_pss pss;
  if (!x509_read_pss(certificate.data, parsed->algorithm, &pss))
    return refused_field(R4055_3_1_01, parsed->algorithm, TLS12_BAD_CERTIFICATE);
  if (pairs.length == 0 || x509_pss_listed(pss, pairs)) return accepted(0);
  return refused_field(R5246_7_4_2_18, parsed->algorithm, TLS12_BAD_CERTIFICATE);
}

/* Certificate `index` of the path, all but its signature. */
/*@ requires parsed: \valid_read(parsed) && x509_inside(parsed, DER_MAX);
    requires options: \valid_read(options) && chain_options(options);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures time: \result.rule == TLS12_NO_RULE ==> parsed->not_before <= options->time <= parsed->not_after;
    ensures critical: \result.rule == TLS12_NO_RULE ==> parsed->extensions.unknown_critical.length == 0;
    ensures purpose: \result.rule == TLS12_NO_RULE && parsed->extensions.has_purposes != 0 ==>
      parsed->extensions.purposes / options->purpose % 2 == 1 || parsed->extensions.purposes / TLS12_PURPOSE_ANY % 2 == 1;
    ensures version: \result.rule == TLS12_NO_RULE ==> parsed->version == 3;
    ensures authority: \result.rule == TLS12_NO_RULE && index > 0 ==>
      parsed->extensions.is_ca != 0 &&
      (parsed->extensions.has_path_length != 0 ==> below <= parsed->extensions.path_length);
*/
static struct tls12_fault check_certificate(const struct tls12_x509 *parsed, uint32_t index, uint32_t below,
                                            const struct tls12_chain_options *options)
{
  struct tls12_fault fault = check_time(parsed, options->time);
  if (fault.rule == TLS12_NO_RULE) fault = check_extensions(parsed, options->purpose);
  if (fault.rule == TLS12_NO_RULE) fault = check_dh_usage(parsed);
  if (fault.rule == TLS12_NO_RULE) fault = index > 0 ? check_authority(parsed, below) : check_version(parsed);
  return fault;
}

/* Whether the subject of `upper` is the issuer of `lower`. `index` is that of `upper`. */
/*@ requires lower: lower.length <= DER_MAX && \valid_read(lower.data + (0 .. lower.length - 1));
    requires upper: upper.length <= DER_MAX && \valid_read(upper.data + (0 .. upper.length - 1));
    requires index: index > 0;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures names: \result.fault.rule == TLS12_NO_RULE ==> issuer_is(lower.data, lower.length, upper.data, upper.length);
    ensures index: \result.index <= index;
*/
static struct tls12_chain_verdict check_names(struct tls12_bytes lower, struct tls12_bytes upper, uint32_t index)
{
  struct tls12_x509 parsed_lower, parsed_upper;
  struct tls12_fault fault = x509_parse(lower.data, lower.length, &parsed_lower);
  if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, index - 1);
  fault = x509_parse(upper.data, upper.length, &parsed_upper);
  if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, index);
  if (!names_chain(lower, &parsed_lower, upper, &parsed_upper))
    return verdict_of(refused_field(R5246_7_4_2_08, parsed_upper.subject, TLS12_BAD_CERTIFICATE), index);
  return verdict_of(accepted(0), 0);
}

/* RFC 5246 section 7.4.2: in the whole list, each certificate names the next as its issuer, and none comes twice (RFC 5280
 * section 6.1). */
/*@ requires certificates: strings_readable(certificates, count);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures short: \result.fault.rule == TLS12_NO_RULE ==>
      \forall integer i; 0 <= i < count ==> certificates[i].length <= DER_MAX;
    ensures once: \result.fault.rule == TLS12_NO_RULE ==> none_twice(certificates, count);
    ensures names: \result.fault.rule == TLS12_NO_RULE ==> names_chained(certificates, count);
    ensures index: \result.index < count || \result.index == 0;
*/
static struct tls12_chain_verdict check_order(const struct tls12_bytes *certificates, uint32_t count)
{
  struct tls12_x509 parsed;
  /*@ loop invariant inside: 0 <= i <= count;
      loop invariant short: \forall integer k; 0 <= k < i ==> certificates[k].length <= DER_MAX;
      loop invariant once: none_twice(certificates, i);
      loop invariant names: names_chained(certificates, i);
      loop assigns i, parsed;
      loop variant count - i; */
  for (uint32_t i = 0; i < count; i++) {
    if (certificates[i].length > DER_MAX)
      return verdict_of(refused(R5280_4_1_01, 0, certificates[i].length, TLS12_BAD_CERTIFICATE), i);
    struct tls12_fault fault = x509_parse(certificates[i].data, certificates[i].length, &parsed);
    if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, i);
    if (is_among(certificates[i], certificates, i))
      return verdict_of(refused(R5280_6_1_02, 0, certificates[i].length, TLS12_BAD_CERTIFICATE), i);
    if (i > 0) {
      struct tls12_chain_verdict verdict = check_names(certificates[i - 1], certificates[i], i);
      if (verdict.fault.rule != TLS12_NO_RULE) return verdict;
    }
  }
  return verdict_of(accepted(0), 0);
}

/* Whether the key of certificate `index` made the signature of the one before. */
/*@ requires certificates: strings_readable(certificates, count);
    requires options: \valid_read(options) && chain_options(options);
    requires index: 0 < index < count;
    requires short: certificates[index - 1].length <= DER_MAX && certificates[index].length <= DER_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: \result.index <= index;
*/
static struct tls12_chain_verdict check_signature(const struct tls12_bytes *certificates, uint32_t count,
                                                  uint32_t index, const struct tls12_chain_options *options)
{
  const struct tls12_bytes lower = certificates[index - 1], upper = certificates[index];
  struct tls12_x509 parsed_lower, parsed_upper;
  struct tls12_fault fault = x509_parse(lower.data, lower.length, &parsed_lower);
  if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, index - 1);
  fault = x509_parse(upper.data, upper.length, &parsed_upper);
  if (fault.rule != TLS12_NO_RULE) return verdict_of(fault, index);
  const struct tls12_bytes parameters = x509_dss_parameters(certificates, count, index, options);
  return verdict_of(x509_verify_signature(lower, &parsed_lower, upper, &parsed_upper, parameters), index - 1);
}

/* The signatures of the whole list. A trust anchor has issued certificate `top`, or is that: from there down, so that each key has been
 * certified before it is used, and who has no certificate cannot choose what keys cost; then of those above. */
/*@ requires certificates: strings_readable(certificates, count);
    requires short: \forall integer i; 0 <= i < count ==> certificates[i].length <= DER_MAX;
    requires options: \valid_read(options) && chain_options(options);
    requires top: top < count;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: \result.index < count;
*/
static struct tls12_chain_verdict check_signatures(const struct tls12_bytes *certificates, uint32_t count, uint32_t top,
                                                   const struct tls12_chain_options *options)
{
  struct tls12_chain_verdict verdict = verdict_of(accepted(0), 0);
  /*@ loop invariant inside: 0 <= i <= top;
      loop invariant index: verdict.index < count;
      loop assigns i, verdict;
      loop variant i; */
  for (uint32_t i = top; i > 0 && verdict.fault.rule == TLS12_NO_RULE; i--)
    verdict = check_signature(certificates, count, i, options);
  /*@ loop invariant inside: top < i <= count;
      loop invariant index: verdict.index < count;
      loop assigns i, verdict;
      loop variant count - i; */
  for (uint32_t i = top + 1; i < count && verdict.fault.rule == TLS12_NO_RULE; i++)
    verdict = check_signature(certificates, count, i, options);
  return verdict;
}

/* From the leaf up to a trust anchor, RFC 5280 section 6.1. The order of the list has been checked; of the
 * signatures, the one that a trust anchor made. */
/*@ requires certificates: strings_readable(certificates, count);
    requires short: \forall integer i; 0 <= i < count ==> certificates[i].length <= DER_MAX;
    requires options: \valid_read(options) && chain_options(options);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures index: \result.index < count || \result.index == 0;
    ensures some: \result.fault.rule == TLS12_NO_RULE ==> options->anchor_count > 0 && count > 0;
    ensures time: \result.fault.rule == TLS12_NO_RULE ==> \forall integer i; i == 0 || 0 < i < \result.index ==>
      valid_at(certificates[i].data, certificates[i].length, options->time);
*/
static struct tls12_chain_verdict check_path(const struct tls12_bytes *certificates, uint32_t count,
                                             const struct tls12_chain_options *options)
{
  uint32_t below = 0;
  /*@ loop invariant inside: 0 <= i <= count && below <= i;
      loop invariant time: \forall integer k; 0 <= k < i ==>
        valid_at(certificates[k].data, certificates[k].length, options->time);
      loop assigns i, below;
      loop variant count - i; */
  for (uint32_t i = 0; i < count; i++) {
    struct tls12_x509 parsed;
    const int trusted = is_among(certificates[i], options->anchors, options->anchor_count);
    if (trusted && i > 0) return verdict_of(accepted(0), i); /* section 6.1: a trust anchor is not part of the path */
    struct tls12_fault fault = x509_parse(certificates[i].data, certificates[i].length, &parsed);
    if (fault.rule == TLS12_NO_RULE) fault = check_certificate(&parsed, i, below, options);
    if (fault.rule != TLS12_NO_RULE || trusted) return verdict_of(fault, i);
    fault = x509_is_pss(certificates[i].data, parsed.algorithm)
                ? check_pss_algorithm(certificates[i], &parsed, options->accepted)
                : check_algorithm(&parsed, options->accepted);
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
  if (verdict.fault.rule != TLS12_NO_RULE) return verdict;
  const struct tls12_chain_verdict signatures = check_signatures(certificates, count, verdict.index, options);
  if (signatures.fault.rule != TLS12_NO_RULE) return signatures;
  if (options->host.length == 0) return verdict;
  verdict.fault = x509_parse(certificates[0].data, certificates[0].length, &leaf);
  if (verdict.fault.rule == TLS12_NO_RULE && !x509_is_for_host(certificates[0].data, &leaf, options->host))
    return verdict_of(refused_field(R9325_7_1_01, leaf.extensions.subject_alt_name, TLS12_CERTIFICATE_UNKNOWN), 0);
  return verdict;
}
