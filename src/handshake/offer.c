#include "handshake/offer.h"

#include <stddef.h>

#include "handshake/key_exchange.h"
#include "wire/reader.h"

/* Forward secrecy first, then AEAD, then the longer hash, 3DES last; RFC 9325 section 4.2 for the first ones. */
static const uint16_t preference[] = {
    0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0x009E, 0x009F, 0xCCAA, 0x00A2, 0x00A3, 0xCCAC, 0x00AA, 0xCCAD,
    0x00AB, 0xC023, 0xC027, 0xC024, 0xC028, 0x0067, 0x006B, 0x0040, 0x006A, 0xC037, 0xC038, 0x00B2, 0x00B3, 0xC009,
    0xC013, 0xC00A, 0xC014, 0x0033, 0x0039, 0x0032, 0x0038, 0xC035, 0xC036, 0x0090, 0x0091, 0x009C, 0x009D, 0xC02D,
    0xC02E, 0xC031, 0xC032, 0x00A0, 0x00A1, 0x00A4, 0x00A5, 0x00AC, 0xCCAE, 0x00AD, 0x00A8, 0xCCAB, 0x00A9, 0x003C,
    0x003D, 0xC025, 0xC026, 0xC029, 0xC02A, 0x003F, 0x0069, 0x003E, 0x0068, 0x00B6, 0x00B7, 0x00AE, 0x00AF, 0x002F,
    0x0035, 0xC004, 0xC005, 0xC00E, 0xC00F, 0x0031, 0x0037, 0x0030, 0x0036, 0x0094, 0x0095, 0x008C, 0x008D, 0xC008,
    0xC012, 0xC034, 0x0016, 0x0013, 0x008F, 0xC003, 0xC00D, 0x0010, 0x000D, 0x000A, 0x0093, 0x008B,
};

/* Whether there are pre-shared keys, all of a length that can be used. */
/*@ requires config: \valid_read(config) && \valid_read(config->psks + (0 .. config->psk_count - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures psk: \result != 0 <==> psks_usable(config);
*/
static int has_psk(const struct tls12_config *config)
{
  /*@ loop invariant usable: 0 <= i <= config->psk_count &&
        \forall integer j; 0 <= j < i ==> 1 <= config->psks[j].key.length <= TLS12_PSK_MAX;
      loop assigns i;
      loop variant config->psk_count - i;
  */
  for (unsigned i = 0; i < config->psk_count; i++)
    if (config->psks[i].key.length == 0 || config->psks[i].key.length > TLS12_PSK_MAX) return 0;
  return config->psk_count > 0;
}

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
    if (suite != NULL && tls12_policy_allows_suite(config->policy, suite) &&
        (!uses_psk(suite->key_exchange) || has_psk(config)))
      return suite;
  }
  return NULL;
}

int offers_suite(const struct tls12_config *config, uint32_t value)
{
  unsigned place = 0;
  const struct tls12_suite *suite;
  /*@ loop assigns place, suite;
      loop variant 4294967295 - place;
  */
  while ((suite = offered_suite(config, &place)) != NULL)
    if (suite->value == value) return 1;
  return 0;
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

struct tls12_bytes requested_pairs(enum tls12_policy policy, int kept)
{
  static const uint8_t pairs[] = {
      4, 3, 8, 4, 4, 1, /* as in offered_pairs */
      5, 3, 8, 5, 5, 1, 4, 2,
  };
  if (kept) return offered_pairs(policy);
  return (struct tls12_bytes){pairs, policy == TLS12_POLICY_MODERN ? 12 : sizeof pairs};
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
