/* Wycheproof's HMAC. A tag shorter than the hash is compared with that many bytes from the left. */
#include <string.h>

#include "crypto/hmac.h"
#include "tool/vector_wycheproof.h"

static enum tls12_hash hash_of(const char *algorithm)
{
  static const char *const names[] = {"",           "HMACMD5",    "HMACSHA1",  "HMACSHA224",
                                      "HMACSHA256", "HMACSHA384", "HMACSHA512"};
  for (int hash = TLS12_MD5; hash <= TLS12_SHA512; hash++)
    if (strcmp(algorithm, names[hash]) == 0) return (enum tls12_hash)hash;
  return TLS12_HASH_NONE;
}

struct vector_answer vector_mac(struct vector_case *c)
{
  uint8_t mac[TLS12_HASH_SIZE_MAX];
  const enum tls12_hash hash = hash_of(vector_text(c, c->file, "algorithm"));
  const struct tls12_bytes key = vector_hex(c, c->test, "key"), message = vector_hex(c, c->test, "msg");
  const struct tls12_bytes tag = vector_hex(c, c->test, "tag");
  const json_int_t bits = json_integer_value(json_object_get(c->group, "tagSize"));
  if (hash == TLS12_HASH_NONE) return (struct vector_answer){VECTOR_SKIPPED, "the MAC is not supported"};
  tls12_hmac(hash, key, &message, 1, mac);
  return vector_accepted_if(bits > 0 && bits <= 8 * (json_int_t)tls12_hash_size(hash) && bits == 8 * tag.length &&
                            memcmp(mac, tag.data, tag.length) == 0);
}
