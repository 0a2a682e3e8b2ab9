/* Which server certificates suit which key exchange: RFC 5246 section 7.4.2, RFC 8422 sections 2.1 and 2.2 (RFC 4492
 * for the static ones), RFC 4279 section 4; the keyUsage of EC keys by RFC 5480 section 3.
 *
 *     key exchange            public key        keyUsage, if the extension is present
 *     RSA, RSA_PSK            RSA               keyEncipherment
 *     DHE_RSA, ECDHE_RSA      RSA               digitalSignature
 *     DHE_DSS                 DSA               digitalSignature
 *     DH_DSS, DH_RSA          DH                keyAgreement
 *     ECDH_ECDSA, ECDH_RSA    EC or ECDH        keyAgreement
 *     ECDHE_ECDSA             EC                digitalSignature
 *
 * The other key exchanges have no certificate; any certificate breaks the rule that forbids it there.
 */
#ifndef TLS12_SPEC_FITNESS_H
#define TLS12_SPEC_FITNESS_H

#include "spec/certificate_words.h"
#include "spec/key_exchange.h"
#include "spec/rules.h"

/*@ logic boolean usage_allows(integer has_usage, integer usage, integer bit) = has_usage == 0 || (usage / bit) % 2 == 1;

    logic boolean key_fits(integer kx, integer kind) =
      (kx == TLS12_KX_RSA || kx == TLS12_KX_RSA_PSK)           ? kind == TLS12_KEY_RSA :
      (kx == TLS12_KX_DHE_RSA || kx == TLS12_KX_ECDHE_RSA)     ? kind == TLS12_KEY_RSA :
      kx == TLS12_KX_DHE_DSS                                   ? kind == TLS12_KEY_DSA :
      (kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA)         ? kind == TLS12_KEY_DH :
      (kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA)   ? (kind == TLS12_KEY_EC || kind == TLS12_KEY_ECDH) :
      kx == TLS12_KX_ECDHE_ECDSA                               ? kind == TLS12_KEY_EC :
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

    logic integer fitness_rule(integer kx, integer kind, integer has_usage, integer usage) =
      key_fits(kx, kind) && usage_allows(has_usage, usage, usage_needed(kx)) ? TLS12_NO_RULE : fitness_row(kx);
*/

#endif
