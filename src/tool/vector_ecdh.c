/* Wycheproof's ECDH, X25519 and X448: the peer's point, or its SubjectPublicKeyInfo, our private key, and the shared secret. */
#include <string.h>

#include "arithmetic/ecdh.h"
#include "arithmetic/xdh.h"
#include "tool/rule_text.h"
#include "tool/vector_wycheproof.h"

static const struct vector_answer no_curve = {VECTOR_SKIPPED, "the curve is not supported"};

static struct vector_answer agree(struct vector_case *c, unsigned group, struct tls12_bytes point)
{
  uint8_t shared[ECDH_SIZE_MAX];
  const unsigned size = ecdh_size(group);
  const struct tls12_bytes scalar = vector_number(c, c->test, "private", size);
  const enum tls12_rule rule = ecdh_check_point(group, point);
  if (rule != TLS12_NO_RULE) return (struct vector_answer){VECTOR_REFUSED, rule_text(rule)->id};
  if (c->damaged || !ecdh_shared(group, scalar.data, point, shared)) return vector_accepted_if(0);
  const struct tls12_bytes expected = vector_hex(c, c->test, "shared");
  const int same = expected.length == size && memcmp(expected.data, shared, size) == 0;
  return (struct vector_answer){same ? VECTOR_ACCEPTED : VECTOR_DIFFERENT, NULL};
}

struct vector_answer vector_ecdh_point(struct vector_case *c)
{
  const unsigned group = vector_curve(c, c->group, "curve");
  if (ecdh_size(group) == 0) return no_curve;
  return agree(c, group, vector_hex(c, c->test, "public"));
}

/* A key of another curve is refused: the groups do not match. */
struct vector_answer vector_ecdh_key(struct vector_case *c)
{
  struct tls12_public_key key;
  struct tls12_bytes der;
  const unsigned group = vector_curve(c, c->group, "curve");
  if (ecdh_size(group) == 0) return no_curve;
  const struct vector_answer answer = vector_public_key(c, c->test, "public", &der, &key);
  if (answer.verdict != VECTOR_ACCEPTED) return answer;
  if ((key.kind != TLS12_KEY_EC && key.kind != TLS12_KEY_ECDH) || key.group != group)
    return (struct vector_answer){VECTOR_REFUSED, "not a key of the curve"};
  return agree(c, group, (struct tls12_bytes){der.data + key.point.offset, key.point.length});
}

struct vector_answer vector_xdh(struct vector_case *c)
{
  uint8_t shared[XDH_SIZE_MAX];
  const unsigned group = vector_curve(c, c->group, "curve"), size = xdh_size(group);
  if (size == 0) return no_curve;
  const struct tls12_bytes scalar = vector_hex(c, c->test, "private"), u = vector_hex(c, c->test, "public"),
                           expected = vector_hex(c, c->test, "shared");
  if (c->damaged || scalar.length != size || !xdh_shared(group, scalar.data, u, shared)) return vector_accepted_if(0);
  const int same = expected.length == size && memcmp(expected.data, shared, size) == 0;
  return (struct vector_answer){same ? VECTOR_ACCEPTED : VECTOR_DIFFERENT, NULL};
}
