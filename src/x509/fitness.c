#include "x509/fitness.h"

/*@ requires bit == 128 || bit == 32 || bit == 8;
    requires key_usage < 65536;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result == (key_fits != 0 && usage_allows(has_key_usage, key_usage, bit) ? TLS12_NO_RULE : rule);
*/
static enum tls12_rule judge(int key_fits, int has_key_usage, uint32_t key_usage, uint32_t bit, enum tls12_rule rule)
{
  return key_fits && (!has_key_usage || key_usage / bit % 2 == 1) ? TLS12_NO_RULE : rule;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures eddsa: \result != 0 <==> is_eddsa(kind);
*/
static int is_eddsa(enum tls12_key_kind kind)
{
  return kind == TLS12_KEY_ED25519 || kind == TLS12_KEY_ED448;
}

enum tls12_rule fitness_check(enum tls12_key_exchange key_exchange, enum tls12_key_kind kind, int has_key_usage,
                              uint32_t key_usage)
{
  switch (key_exchange) {
  case TLS12_KX_RSA:
  case TLS12_KX_RSA_PSK:
    return judge(kind == TLS12_KEY_RSA, has_key_usage, key_usage, TLS12_USAGE_KEY_ENCIPHERMENT, R5246_7_4_2_12);
  case TLS12_KX_DHE_RSA:
  case TLS12_KX_ECDHE_RSA:
    return judge(kind == TLS12_KEY_RSA, has_key_usage, key_usage, TLS12_USAGE_DIGITAL_SIGNATURE, R5246_7_4_2_13);
  case TLS12_KX_DHE_DSS:
    return judge(kind == TLS12_KEY_DSA, has_key_usage, key_usage, TLS12_USAGE_DIGITAL_SIGNATURE, R5246_7_4_2_14);
  case TLS12_KX_DH_DSS:
  case TLS12_KX_DH_RSA:
    return judge(kind == TLS12_KEY_DH, has_key_usage, key_usage, TLS12_USAGE_KEY_AGREEMENT, R5246_7_4_2_15);
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDH_RSA:
    return judge(kind == TLS12_KEY_EC || kind == TLS12_KEY_ECDH, has_key_usage, key_usage, TLS12_USAGE_KEY_AGREEMENT,
                 R5246_7_4_2_16);
  case TLS12_KX_ECDHE_ECDSA:
    return judge(kind == TLS12_KEY_EC || is_eddsa(kind), has_key_usage, key_usage, TLS12_USAGE_DIGITAL_SIGNATURE,
                 R5246_7_4_2_17);
  default: return R5246_7_4_2_02;
  }
}

enum tls12_rule fitness_check_client(uint32_t type, enum tls12_key_kind kind, int has_key_usage, uint32_t key_usage)
{
  switch (type) {
  case TLS12_RSA_SIGN:
    return judge(kind == TLS12_KEY_RSA, has_key_usage, key_usage, TLS12_USAGE_DIGITAL_SIGNATURE, R5246_7_4_6_06);
  case TLS12_DSS_SIGN:
    return judge(kind == TLS12_KEY_DSA, has_key_usage, key_usage, TLS12_USAGE_DIGITAL_SIGNATURE, R5246_7_4_6_07);
  case TLS12_ECDSA_SIGN:
    return judge(kind == TLS12_KEY_EC || is_eddsa(kind), has_key_usage, key_usage, TLS12_USAGE_DIGITAL_SIGNATURE,
                 R5246_7_4_6_08);
  case TLS12_RSA_FIXED_DH:
  case TLS12_DSS_FIXED_DH:
    return judge(kind == TLS12_KEY_DH, has_key_usage, key_usage, TLS12_USAGE_KEY_AGREEMENT, R5246_7_4_6_09);
  case TLS12_RSA_FIXED_ECDH:
  case TLS12_ECDSA_FIXED_ECDH:
    return judge(kind == TLS12_KEY_EC || kind == TLS12_KEY_ECDH, has_key_usage, key_usage, TLS12_USAGE_KEY_AGREEMENT,
                 R5246_7_4_6_10);
  default: return R5246_7_4_4_09;
  }
}

int fitness_type_usable(enum tls12_key_exchange key_exchange, uint32_t type)
{
  switch (type) {
  case TLS12_RSA_SIGN:
  case TLS12_DSS_SIGN:
  case TLS12_ECDSA_SIGN: return 1;
  case TLS12_RSA_FIXED_DH:
  case TLS12_DSS_FIXED_DH: return key_exchange >= TLS12_KX_DH_DSS && key_exchange <= TLS12_KX_DHE_RSA;
  case TLS12_RSA_FIXED_ECDH:
  case TLS12_ECDSA_FIXED_ECDH: return key_exchange == TLS12_KX_ECDH_ECDSA || key_exchange == TLS12_KX_ECDH_RSA;
  default: return 0;
  }
}

struct tls12_fault x509_check_fitness(enum tls12_key_exchange key_exchange, const struct tls12_x509 *certificate)
{
  const struct tls12_span spki = certificate->key.algorithm;
  enum tls12_rule rule = fitness_check(key_exchange, certificate->key.kind, certificate->extensions.has_key_usage != 0,
                                       certificate->extensions.key_usage);
  if (rule == TLS12_NO_RULE) return (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
  return (struct tls12_fault){rule, spki.offset, spki.length, TLS12_UNSUPPORTED_CERTIFICATE};
}
