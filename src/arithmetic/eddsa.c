#include "arithmetic/eddsa.h"

#include <stddef.h>
#include <string.h>

#include "arithmetic/eddsa_hash.h"
#include "arithmetic/little_endian.h"
#include "crypto/wipe.h"
#include "spec/algorithms.h"

#define SCALAR_MAX 56 /* bytes of a scalar: Ed448 */

unsigned eddsa_size(unsigned signature)
{
  const struct edwards_curve *c = edwards_curve(signature);
  return c == NULL ? 0 : c->bytes;
}

/* The hash of the private key: h; and the secret scalar s of its first half (RFC 8032 sections 5.1.5 and 5.2.5). */
static void expand(const struct edwards_curve *c, const uint8_t *private_key, uint8_t h[EDDSA_DIGEST_MAX],
                   uint8_t s[SCALAR_MAX])
{
  const struct tls12_bytes key = {private_key, c->bytes};
  eddsa_hash(c, &key, 1, h);
  memcpy(s, h, SCALAR_MAX);
  if (c->signature == TLS12_ED25519) {
    s[0] = (uint8_t)(s[0] - s[0] % 8);
    s[31] = (uint8_t)(s[31] % 64 + 64);
  } else {
    s[0] = (uint8_t)(s[0] - s[0] % 4);
    s[55] = (uint8_t)(s[55] % 128 + 128);
  }
}

/* r or k: H(dom || first || second || message) modulo L. */
static struct field_element hash_number(const struct edwards_curve *c, struct tls12_bytes first,
                                        struct tls12_bytes second, struct tls12_bytes message)
{
  uint8_t digest[EDDSA_DIGEST_MAX];
  const struct tls12_bytes parts[] = {eddsa_domain(c), first, second, message};
  eddsa_hash(c, parts, 4, digest);
  const struct field_element number = eddsa_residue(c, digest, c->signature == TLS12_ED25519 ? 8 : 15);
  wipe(digest, sizeof digest);
  return number;
}

/* [k]B as bytes: k has 8 bytes for each limb of p. */
static void multiply_base(const struct edwards_curve *c, const uint8_t *k, uint8_t *out)
{
  edwards_encode(c, edwards_multiply(c, k, c->base), out);
}

int eddsa_public(unsigned signature, const uint8_t *private_key, uint8_t *public_key)
{
  const struct edwards_curve *c = edwards_curve(signature);
  uint8_t h[EDDSA_DIGEST_MAX], s[SCALAR_MAX];
  if (c == NULL) return 0;
  expand(c, private_key, h, s);
  multiply_base(c, s, public_key);
  wipe(h, sizeof h);
  wipe(s, sizeof s);
  field_clear_stack();
  return 1;
}

/* S = (r + k s) mod L, c->bytes bytes. */
static void write_S(const struct edwards_curve *c, struct field_element r, struct field_element k, const uint8_t *s,
                    uint8_t *out)
{
  const uint32_t limbs = (uint32_t)c->order.limbs;
  const struct field_element a = eddsa_residue(c, s, limbs);
  if (c->bytes > 8 * limbs) out[c->bytes - 1] = 0;
  field_to_little_endian(field_add(field_mul(k, a, &c->order), r, &c->order), out, limbs);
}

int eddsa_sign(unsigned signature, const uint8_t *private_key, struct tls12_bytes message, uint8_t *out)
{
  const struct edwards_curve *c = edwards_curve(signature);
  uint8_t h[EDDSA_DIGEST_MAX], s[SCALAR_MAX], nonce[SCALAR_MAX], public_key[EDDSA_KEY_MAX];
  if (c == NULL) return 0;
  expand(c, private_key, h, s);
  multiply_base(c, s, public_key);
  const struct tls12_bytes prefix = {h + c->bytes, c->bytes}, none = {h, 0}, A = {public_key, c->bytes};
  const struct field_element r = hash_number(c, prefix, none, message);
  field_to_little_endian(r, nonce, (uint32_t)c->order.limbs);
  multiply_base(c, nonce, out);
  write_S(c, r, hash_number(c, (struct tls12_bytes){out, c->bytes}, A, message), s, out + c->bytes);
  wipe(h, sizeof h);
  wipe(s, sizeof s);
  wipe(nonce, sizeof nonce);
  field_clear_stack();
  return 1;
}

/* S is below L. */
static int scalar_below(const struct edwards_curve *c, const uint8_t *S)
{
  const uint32_t limbs = (uint32_t)c->order.limbs;
  if (c->bytes > 8 * limbs && S[c->bytes - 1] != 0) return 0;
  return field_less(field_from_little_endian(S, limbs), c->order.value);
}

/* Whether [S]B - [k]A is encoded as R. */
static int equation_holds(const struct edwards_curve *c, struct edwards_point A, struct field_element k,
                          const uint8_t *R, const uint8_t *S)
{
  const struct field_element zero = {{0}};
  uint8_t number[SCALAR_MAX], computed[EDDSA_KEY_MAX];
  A.x = field_sub(zero, A.x, &c->field);
  field_to_little_endian(k, number, (uint32_t)c->order.limbs);
  edwards_encode(c, edwards_add(c, edwards_multiply(c, S, c->base), edwards_multiply(c, number, A)), computed);
  return memcmp(computed, R, c->bytes) == 0;
}

int eddsa_verify(unsigned signature, struct tls12_bytes public_key, struct tls12_bytes message,
                 struct tls12_bytes bytes)
{
  const struct edwards_curve *c = edwards_curve(signature);
  struct edwards_point A;
  if (c == NULL || public_key.length != c->bytes || bytes.length != 2 * c->bytes) return 0;
  if (!edwards_decode(c, public_key.data, &A) || !scalar_below(c, bytes.data + c->bytes)) return 0;
  const struct tls12_bytes R = {bytes.data, c->bytes};
  return equation_holds(c, A, hash_number(c, R, public_key, message), R.data, bytes.data + c->bytes);
}
