#include "handshake/offer.h"

#include <stddef.h>

#include "wire/reader.h"

/* Forward secrecy first, then AEAD, then the longer hash; RFC 9325 section 4.2 for the first ones. */
static const uint16_t preference[] = {
    0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0x009E, 0x009F, 0xCCAA, 0x00A2, 0x00A3,
    0xC023, 0xC027, 0xC024, 0xC028, 0x0067, 0x006B, 0x0040, 0x006A, 0xC009, 0xC013, 0xC00A,
    0xC014, 0x0033, 0x0039, 0x0032, 0x0038, 0x009C, 0x009D, 0x003C, 0x003D, 0x002F, 0x0035,
};

const struct tls12_suite *offered_suite(const struct tls12_config *config, unsigned *place)
{
  const uint16_t *suites = config->suites != NULL ? config->suites : preference;
  const unsigned count = config->suites != NULL ? config->suite_count : sizeof preference / sizeof preference[0];
  /*@ loop invariant place: \at(*place, Pre) <= *place;
      loop assigns *place;
      loop variant count - *place;
  */
  while (*place < count) {
    const struct tls12_suite *suite = tls12_suite_find(suites[*place]);
    *place += 1;
    if (suite != NULL && tls12_suite_implemented(suite) && tls12_policy_allows_suite(config->policy, suite))
      return suite;
  }
  return NULL;
}

struct tls12_bytes offered_pairs(enum tls12_policy policy)
{
  static const uint8_t pairs[] = {
      4, 3, 8, 4, 4, 1, /* SHA-256: ECDSA, RSASSA-PSS (handshake/scheme.h), RSA */
      5, 3, 8, 5, 5, 1, /* SHA-384 */
      6, 3, 8, 6, 6, 1, /* SHA-512 */
      8, 7, 8, 8,       /* Ed25519, Ed448 */
      3, 3, 3, 1,       /* SHA-224: ECDSA, RSA */
      2, 3, 2, 1,       /* SHA-1 */
      4, 2, 3, 2, 2, 2, /* DSA with SHA-256, SHA-224 and SHA-1 */
  };
  const uint32_t modern = 22; /* without SHA-224, SHA-1 and DSA */
  return (struct tls12_bytes){pairs, policy == TLS12_POLICY_MODERN ? modern : sizeof pairs};
}

struct tls12_bytes offered_groups(void)
{
  static const uint8_t groups[] = {0, TLS12_X25519, 0, TLS12_SECP256R1, 0, TLS12_SECP384R1,
                                   0, TLS12_X448,   0, TLS12_SECP521R1};
  return (struct tls12_bytes){groups, sizeof groups};
}

int list_holds(struct tls12_bytes list, uint32_t value)
{
  /*@ loop invariant range: at % 2 == 0 && at <= list.length + 1;
      loop invariant none: \forall integer j; 0 <= j < at && j % 2 == 0 ==> be16(list.data, j) != value;
      loop assigns at;
      loop variant list.length - at;
  */
  for (uint32_t at = 0; at + 1 < list.length; at += 2)
    if (read_uint16(list.data, at) == value) return 1;
  return 0;
}
