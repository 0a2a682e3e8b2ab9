#include "handshake/scheme.h"

/* A hash and a signature of RFC 5246. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures pair: \result != 0 <==> scheme_is_pair(pair); */
static int is_pair(uint32_t pair)
{
  return pair / 256 >= TLS12_MD5 && pair / 256 <= TLS12_SHA512 && pair % 256 >= TLS12_RSA && pair % 256 <= TLS12_ECDSA;
}

int scheme_is_pss(uint32_t pair)
{
  return pair >= 0x0804 && pair <= 0x0806;
}

enum tls12_hash scheme_hash(uint32_t pair)
{
  if (scheme_is_pss(pair)) return (enum tls12_hash)(TLS12_SHA256 + (pair - 0x0804));
  if (pair == 0x0807 || pair == 0x0808) return TLS12_INTRINSIC;
  if (is_pair(pair)) return (enum tls12_hash)(pair / 256);
  return TLS12_HASH_NONE;
}

enum tls12_key_kind scheme_key(uint32_t pair)
{
  if (scheme_is_pss(pair)) return TLS12_KEY_RSA;
  if (pair == 0x0807) return TLS12_KEY_ED25519;
  if (pair == 0x0808) return TLS12_KEY_ED448;
  if (!is_pair(pair)) return TLS12_KEY_OTHER;
  switch (pair % 256) {
  case TLS12_RSA: return TLS12_KEY_RSA;
  case TLS12_DSA: return TLS12_KEY_DSA;
  default: return TLS12_KEY_EC;
  }
}
