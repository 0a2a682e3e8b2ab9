/* Which certificates suit which key exchange. The public key and keyUsage are those of the first certificate, the own
 * one of its sender.
 *
 * The server's, RFC 5246 section 7.4.2, RFC 8422 sections 2.1 and 2.2 (RFC 4492 for the static ones), RFC 4279 section 4;
 * the keyUsage of EC keys by RFC 5480 section 3, of EdDSA keys by RFC 8410 section 5:
 *
 *     key exchange            public key        keyUsage, if present    curve, point format    chain without the lists
 *     RSA, RSA_PSK            RSA               keyEncipherment         -                      SHA-1 with RSA
 *     DHE_RSA, ECDHE_RSA      RSA               digitalSignature        -                      SHA-1 with RSA
 *     DHE_DSS                 DSA               digitalSignature        -                      SHA-1 with DSA
 *     DH_DSS                  DH                keyAgreement            -                      SHA-1 with DSA
 *     DH_RSA                  DH                keyAgreement            -                      SHA-1 with RSA
 *     ECDH_ECDSA              EC or ECDH        keyAgreement            the client's           SHA-1 with ECDSA
 *     ECDH_RSA                EC or ECDH        keyAgreement            the client's           SHA-1 with RSA
 *     ECDHE_ECDSA             EC                digitalSignature        the client's           SHA-1 with ECDSA
 *     ECDHE_ECDSA             Ed25519, Ed448    digitalSignature        -                      SHA-1 with ECDSA
 *
 * The other key exchanges have no certificate; any certificate breaks the rule that forbids it there.
 *
 * The client's, RFC 5246 section 7.4.6, RFC 8422 section 5.6, RFC 4492 section 3; one of certificate_types:
 *
 *     certificate type                   public key             keyUsage, if present    also
 *     rsa_sign                           RSA                    digitalSignature        -
 *     dss_sign                           DSA                    digitalSignature        -
 *     ecdsa_sign                         EC, Ed25519, Ed448     digitalSignature        EC: curve and point format of the server
 *     rsa_fixed_dh, dss_fixed_dh         DH                     keyAgreement            p and g of the server's key; DH_*, DHE_*
 *     rsa_fixed_ecdh, ecdsa_fixed_ecdh   EC or ECDH             keyAgreement            curve of the server's key, point format
 *                                                                                       of the server; ECDH_*
 *
 * A curve or point format is the peer's when supported_groups or ec_point_formats names it; without the first all curves
 * are, without the second only uncompressed points. Every certificate of a chain but the root is signed with a pair of the
 * peer's signature_algorithms or supported_signature_algorithms; the last column of the first table is for a client that
 * sends no signature_algorithms (RFC 5246 section 7.4.1.4.1).
 */
#ifndef TLS12_SPEC_FITNESS_H
#define TLS12_SPEC_FITNESS_H

#include <stdint.h>

#include "spec/algorithms.h"
#include "spec/certificate_words.h"
#include "spec/key_exchange.h"
#include "spec/rules.h"

/*@ logic boolean usage_allows(integer has_usage, integer usage, integer bit) = has_usage == 0 || (usage / bit) % 2 == 1;

    logic boolean is_eddsa(integer kind) = kind == TLS12_KEY_ED25519 || kind == TLS12_KEY_ED448;
*/

/* The server's certificate. */
/*@ //= build/requirements.md#R5246-7.4.2-19
    //= type=implication
    //# The issuer signature algorithm may differ from the key type of the certificate (an RSA key signed with DSA is
    //# fine); DH_DSS, DH_RSA, ECDH_ECDSA, ECDH_RSA no longer constrain the CA signature.
    //= build/requirements.md#R5246-A.7-02
    //= type=implication
    //# The RFC 4492 rules tying the certificates own signature algorithm to the suite or client certificate type do
    //# not apply in TLS 1.2; the end-entity key rules remain.
    //= build/requirements.md#R5480-2.1.2-01
    //= type=implication
    //# id-ecDH 1.3.132.1.12 restricts the key to ECDH: such a key cannot be used for ECDSA, so not for ECDHE_ECDSA or
    //# ecdsa_sign.
    logic boolean key_fits(integer kx, integer kind) =
      (kx == TLS12_KX_RSA || kx == TLS12_KX_RSA_PSK)           ? kind == TLS12_KEY_RSA :
      (kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA)     ? kind == TLS12_KEY_RSA :
      kx == TLS12_KX_DHE_DSS                                   ? kind == TLS12_KEY_DSA :
      (kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA)         ? kind == TLS12_KEY_DH :
      (kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA)   ? (kind == TLS12_KEY_EC || kind == TLS12_KEY_ECDH) :
      kx == TLS12_KX_ECDHE_ECDSA                               ? (kind == TLS12_KEY_EC || is_eddsa(kind)) :
                                                                 \false;

    logic integer usage_needed(integer kx) =
      (kx == TLS12_KX_RSA || kx == TLS12_KX_RSA_PSK)           ? TLS12_USAGE_KEY_ENCIPHERMENT :
      (kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA)     ? TLS12_USAGE_DIGITAL_SIGNATURE :
      kx == TLS12_KX_DHE_DSS                                   ? TLS12_USAGE_DIGITAL_SIGNATURE :
      (kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA)         ? TLS12_USAGE_KEY_AGREEMENT :
      (kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA)   ? TLS12_USAGE_KEY_AGREEMENT :
                                                                 TLS12_USAGE_DIGITAL_SIGNATURE;

    logic integer fitness_row(integer kx) =
      (kx == TLS12_KX_RSA || kx == TLS12_KX_RSA_PSK)           ? R5246_7_4_2_12 :
      (kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA)     ? R5246_7_4_2_13 :
      kx == TLS12_KX_DHE_DSS                                   ? R5246_7_4_2_14 :
      (kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA)         ? R5246_7_4_2_15 :
      (kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA)   ? R5246_7_4_2_16 :
      kx == TLS12_KX_ECDHE_ECDSA                               ? R5246_7_4_2_17 :
                                                                 R5246_7_4_2_02;

    //= build/requirements.md#R5246-7.4.2-04
    //= type=implication
    //# The certificate suits the negotiated key exchange and any negotiated extension.
    logic integer fitness_rule(integer kx, integer kind, integer has_usage, integer usage) =
      key_fits(kx, kind) && usage_allows(has_usage, usage, usage_needed(kx)) ? TLS12_NO_RULE : fitness_row(kx);
*/

/* The client's certificate. A type that is not in the table is the rule that asks for one of certificate_types. */
/*@ //= build/requirements.md#R5246-7.4.4-13
    //= type=implication
    //# rsa_fixed_dh and dss_fixed_dh do not constrain the CA signature algorithm in TLS 1.2; either accepts a static
    //# DH certificate.
    //= build/requirements.md#R4492-3.3-01
    //= type=implication
    //# RSA_fixed_ECDH differs from ECDSA_fixed_ECDH only in the CA signature algorithm, which TLS 1.2 no longer
    //# constrains.
    //= build/requirements.md#R8422-3.1-01
    //= type=implication
    //# ecdsa_sign needs a certificate with an ECDSA- or EdDSA-capable key.
    logic boolean client_key_fits(integer type, integer kind) =
      type == TLS12_RSA_SIGN                                           ? kind == TLS12_KEY_RSA :
      type == TLS12_DSS_SIGN                                           ? kind == TLS12_KEY_DSA :
      type == TLS12_ECDSA_SIGN                                         ? (kind == TLS12_KEY_EC || is_eddsa(kind)) :
      (type == TLS12_RSA_FIXED_DH || type == TLS12_DSS_FIXED_DH)       ? kind == TLS12_KEY_DH :
      (type == TLS12_RSA_FIXED_ECDH || type == TLS12_ECDSA_FIXED_ECDH) ? (kind == TLS12_KEY_EC || kind == TLS12_KEY_ECDH) :
                                                                         \false;

    logic integer client_usage_needed(integer type) =
      type == TLS12_RSA_SIGN || type == TLS12_DSS_SIGN || type == TLS12_ECDSA_SIGN ? TLS12_USAGE_DIGITAL_SIGNATURE :
                                                                                     TLS12_USAGE_KEY_AGREEMENT;

    logic integer client_fitness_row(integer type) =
      type == TLS12_RSA_SIGN                                           ? R5246_7_4_6_06 :
      type == TLS12_DSS_SIGN                                           ? R5246_7_4_6_07 :
      type == TLS12_ECDSA_SIGN                                         ? R5246_7_4_6_08 :
      (type == TLS12_RSA_FIXED_DH || type == TLS12_DSS_FIXED_DH)       ? R5246_7_4_6_09 :
      (type == TLS12_RSA_FIXED_ECDH || type == TLS12_ECDSA_FIXED_ECDH) ? R5246_7_4_6_10 :
                                                                         R5246_7_4_4_09;

    logic integer client_fitness_rule(integer type, integer kind, integer has_usage, integer usage) =
      client_key_fits(type, kind) && usage_allows(has_usage, usage, client_usage_needed(type)) ? TLS12_NO_RULE :
      client_fitness_row(type);

    //= build/requirements.md#R5246-7.4.4-11
    //= type=implication
    //# Codes: rsa_sign 1, dss_sign 2, rsa_fixed_dh 3, dss_fixed_dh 4; unknown codes are skipped.
    //= build/requirements.md#R8422-5.5-01
    //= type=implication
    //# ecdsa_sign is 64; 65 and 66 (fixed ECDH) are deprecated.
    //= build/requirements.md#R4492-5.5-01
    //= type=implication
    //# rsa_fixed_ecdh is 65 and ecdsa_fixed_ecdh is 66.
    //= build/requirements.md#R5246-A.5-04
    //= type=implication
    //# In DH_* and also in DHE_* suites the server may request a Diffie-Hellman client certificate (rsa_fixed_dh,
    //# dss_fixed_dh); with RSA key exchange there are no DH parameters to match, so these types are useless there.
    //= build/requirements.md#R8422-3-01
    //= type=implication
    //# ecdsa_sign client authentication works with every non-anonymous key exchange, ECC or not, and the client
    //# certificate type may differ from the servers.
    // Where a fixed key takes part in the key exchange, and every other type of the table anywhere.
    logic boolean type_usable(integer kx, integer type) =
      (type == TLS12_RSA_FIXED_DH || type == TLS12_DSS_FIXED_DH)       ? TLS12_KX_DH_DSS <= kx <= TLS12_KX_DHE_RSA :
      (type == TLS12_RSA_FIXED_ECDH || type == TLS12_ECDSA_FIXED_ECDH) ? (kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA) :
      type == TLS12_RSA_SIGN || type == TLS12_DSS_SIGN || type == TLS12_ECDSA_SIGN;
*/

/* The lists of the peer: supported_groups and signature_algorithms as pairs of bytes, ec_point_formats as bytes; of length
 * 0 when absent. A group of 0 is a curve that no list has. `first` is the first octet of the key's point: 4 uncompressed,
 * 2 or 3 compressed, which is format 1 on the curves over prime fields. */
/*@ predicate pair_at{L}(uint8_t *list, integer k, integer first, integer second) =
      list[2 * k] == first && list[2 * k + 1] == second;

    predicate pair_listed{L}(uint8_t *list, integer n, integer first, integer second) =
      \exists integer k; 0 <= k && 2 * k + 1 < n && pair_at(list, k, first, second);

    //= build/requirements.md#R8422-4-05
    //= type=implication
    //# If the client sent ECC suites but no supported_groups, the server may choose any supported curve.
    predicate curve_fits{L}(uint8_t *groups, integer n, integer group) =
      n == 0 || (group != 0 && pair_listed(groups, n, group / 256, group % 256));

    predicate point_format_fits{L}(uint8_t *formats, integer n, integer first) =
      first == 4 || \exists integer k; 0 <= k < n && formats[k] == 1;

    //= build/requirements.md#R5246-7.4.1.4.1-05
    //= type=implication
    //# Absent extension and RSA, DHE_RSA, DH_RSA, RSA_PSK, ECDH_RSA or ECDHE_RSA: behave as though the client had
    //# offered {sha1,rsa}.
    //= build/requirements.md#R5246-7.4.1.4.1-06
    //= type=implication
    //# Absent extension and DHE_DSS or DH_DSS: behave as though the client had offered {sha1,dsa}.
    //= build/requirements.md#R5246-7.4.1.4.1-07
    //= type=implication
    //# Absent extension and ECDH_ECDSA or ECDHE_ECDSA: behave as though the client had offered {sha1,ecdsa}.
    logic integer default_signature(integer kx) =
      kx == TLS12_KX_RSA || kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_DH_RSA || kx == TLS12_KX_RSA_PSK ||
      kx == TLS12_KX_ECDH_RSA || kx == TLS12_KX_ECDHE_RSA        ? TLS12_RSA :
      kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DH_DSS            ? TLS12_DSA :
      kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDHE_ECDSA    ? TLS12_ECDSA :
                                                                   TLS12_ANONYMOUS;

    //= build/requirements.md#R8422-2.4-01
    //= type=implication
    //# No restriction ties the signature schemes inside the chain to the key exchange (lifting RFC 4492).
    predicate algorithm_fits{L}(integer kx, uint8_t *pairs, integer n, integer hash, integer signature) =
      n == 0 ? hash == TLS12_SHA1 && signature == default_signature(kx) && signature != TLS12_ANONYMOUS :
               pair_listed(pairs, n, hash, signature);
*/

#endif
