#include "x509/fitness_lists.h"

/*@ requires list: \valid_read(list + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures listed: \result != 0 <==> pair_listed(list, n, first, second);
*/
static int is_listed(const uint8_t *list, uint32_t n, uint32_t first, uint32_t second)
{
  /*@ loop invariant inside: 0 <= k && 2 * k <= n;
      loop invariant none: \forall integer j; 0 <= j < k ==> !pair_at(list, j, first, second);
      loop assigns k;
      loop variant n - k; */
  for (uint32_t k = 0; k < n / 2; k++) {
    if (list[2 * k] == first && list[2 * k + 1] == second) {
      //@ assert found: pair_at(list, k, first, second);
      return 1;
    }
    //@ assert other: !pair_at(list, k, first, second);
  }
  //@ assert all: \forall integer j; 0 <= j && 2 * j + 1 < n ==> j < n / 2;
  return 0;
}

int fitness_check_curve(struct tls12_bytes groups, uint32_t group)
{
  return groups.length == 0 || (group != 0 && is_listed(groups.data, groups.length, group / 256, group % 256));
}

int fitness_check_point_format(struct tls12_bytes formats, uint8_t first)
{
  if (first == 4) return 1;
  /*@ loop invariant inside: 0 <= k <= formats.length;
      loop invariant none: \forall integer j; 0 <= j < k ==> formats.data[j] != 1;
      loop assigns k;
      loop variant formats.length - k; */
  for (uint32_t k = 0; k < formats.length; k++)
    if (formats.data[k] == 1) return 1;
  return 0;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures row: \result == default_signature(key_exchange);
*/
static enum tls12_signature default_signature(enum tls12_key_exchange key_exchange)
{
  switch (key_exchange) {
  case TLS12_KX_RSA:
  case TLS12_KX_DHE_RSA:
  case TLS12_KX_DH_RSA:
  case TLS12_KX_RSA_PSK:
  case TLS12_KX_ECDH_RSA:
  case TLS12_KX_ECDHE_RSA: return TLS12_RSA;
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DH_DSS: return TLS12_DSA;
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDHE_ECDSA: return TLS12_ECDSA;
  default: return TLS12_ANONYMOUS;
  }
}

int fitness_check_algorithm(enum tls12_key_exchange key_exchange, struct tls12_bytes pairs, enum tls12_hash hash,
                            enum tls12_signature signature)
{
  if (pairs.length != 0) return is_listed(pairs.data, pairs.length, (uint32_t)hash, (uint32_t)signature);
  return hash == TLS12_SHA1 && signature == default_signature(key_exchange) && signature != TLS12_ANONYMOUS;
}
