#include "arithmetic/dsa.h"

#include <stddef.h>

#include "arithmetic/nonce.h"
#include "arithmetic/number.h"
#include "crypto/wipe.h"

#define P_BYTES 384
#define Q_BYTES 32

static const uint8_t one[1] = {1};

static int equal(struct tls12_bytes a, struct tls12_bytes b)
{
  return !number_less(a, b) && !number_less(b, a);
}

/* 0 < a < q */
static int in_range(struct tls12_bytes a, struct tls12_bytes q)
{
  const struct tls12_bytes zero = {NULL, 0};
  return number_less(zero, a) * number_less(a, q);
}

int dsa_check_order(struct tls12_bytes y, struct tls12_bytes q, struct tls12_bytes p)
{
  uint8_t power[NUMBER_BYTES];
  const struct tls12_bytes base = number_trim(y);
  if (!number_less((struct tls12_bytes){one, 1}, base) || !number_less(base, p)) return 0;
  number_power(power, base, q, p);
  return equal((struct tls12_bytes){power, p.length}, (struct tls12_bytes){one, 1});
}

/* The group without leading zeros, and with this key. */
static struct dsa_key trimmed(const struct dsa_key *group, struct tls12_bytes key)
{
  return (struct dsa_key){number_trim(group->p), number_trim(group->q), number_trim(group->g), key};
}

/* A secret number below 256^n without more than n bytes. */
static struct tls12_bytes last_bytes(struct tls12_bytes a, uint32_t n)
{
  return a.length <= n ? a : (struct tls12_bytes){a.data + (a.length - n), n};
}

/* Whether p, q and g are a group, after number_trim. */
static int is_group(struct tls12_bytes p, struct tls12_bytes q, struct tls12_bytes g)
{
  uint8_t rest[Q_BYTES];
  if (p.length < 128 || p.length > P_BYTES || (p.length == 128 && p.data[0] < 128) || p.data[p.length - 1] % 2 == 0)
    return 0;
  if ((q.length != 20 && q.length != 28 && q.length != 32) || q.data[0] < 128 || q.data[q.length - 1] % 2 == 0)
    return 0;
  number_remainder(rest, p, q);
  return equal((struct tls12_bytes){rest, q.length}, (struct tls12_bytes){one, 1}) && dsa_check_order(g, q, p);
}

/* out, p.length bytes: g^u1 y^u2 mod p */
static void two_powers(uint8_t *out, struct tls12_bytes g, struct tls12_bytes u1, struct tls12_bytes y,
                       struct tls12_bytes u2, struct tls12_bytes p)
{
  uint8_t other[P_BYTES];
  number_power(out, g, u1, p);
  number_power(other, y, u2, p);
  number_product(out, (struct tls12_bytes){out, p.length}, (struct tls12_bytes){other, p.length}, p);
}

/* The leftmost bits of the digest, as many as q has. */
static struct tls12_bytes leftmost(struct tls12_bytes digest, uint32_t q_size)
{
  return (struct tls12_bytes){digest.data, digest.length < q_size ? digest.length : q_size};
}

/* Whether the numbers r and s, as long as q, sign z. */
static int verify_numbers(const struct dsa_key *k, struct tls12_bytes z, struct tls12_bytes r, struct tls12_bytes s)
{
  uint8_t w_bytes[Q_BYTES], u1_bytes[Q_BYTES], u2_bytes[Q_BYTES], v[P_BYTES], rest[Q_BYTES];
  const uint32_t n = k->q.length;
  const struct tls12_bytes w = {w_bytes, n}, u1 = {u1_bytes, n}, u2 = {u2_bytes, n};
  if (!in_range(r, k->q) || !in_range(s, k->q) || !number_inverse(w_bytes, s, k->q)) return 0;
  number_product(u1_bytes, z, w, k->q);
  number_product(u2_bytes, r, w, k->q);
  two_powers(v, k->g, u1, k->key, u2, k->p);
  number_remainder(rest, (struct tls12_bytes){v, k->p.length}, k->q);
  return equal((struct tls12_bytes){rest, n}, r);
}

int dsa_verify(const struct dsa_key *key, struct tls12_bytes digest, struct tls12_bytes signature)
{
  uint8_t r[Q_BYTES], s[Q_BYTES];
  const struct dsa_key k = trimmed(key, number_trim(key->key));
  const uint32_t n = k.q.length;
  if (!is_group(k.p, k.q, k.g) || !dsa_check_order(k.key, k.q, k.p) || !ecdsa_signature_read(signature, n, r, s))
    return 0;
  return verify_numbers(&k, leftmost(digest, n), (struct tls12_bytes){r, n}, (struct tls12_bytes){s, n});
}

/* r = (g^k mod p) mod q */
static void sign_r(uint8_t *r, const struct dsa_key *key, struct tls12_bytes k)
{
  uint8_t power[P_BYTES];
  number_power(power, key->g, k, key->p);
  number_remainder(r, (struct tls12_bytes){power, key->p.length}, key->q);
  wipe(power, sizeof power);
}

/* s = k^-1 (z + x r) mod q; 0 when k has no inverse. */
static int sign_s(uint8_t *s, const struct dsa_key *key, struct tls12_bytes z, struct tls12_bytes k, const uint8_t *r)
{
  uint8_t inverse[Q_BYTES];
  const uint32_t n = key->q.length;
  const struct tls12_bytes number = {s, n};
  number_product(s, key->key, (struct tls12_bytes){r, n}, key->q);
  number_sum(s, z, number, key->q);
  const int found = number_inverse(inverse, k, key->q);
  if (found) number_product(s, (struct tls12_bytes){inverse, n}, number, key->q);
  wipe(inverse, sizeof inverse);
  return found;
}

/* r and s for the nonce k; 0 when k is out of range or r or s is zero. */
static int sign_with(const struct dsa_key *key, struct tls12_bytes z, struct tls12_bytes k, uint8_t *r, uint8_t *s)
{
  const struct tls12_bytes zero = {NULL, 0};
  const uint32_t n = key->q.length;
  if (!in_range(k, key->q)) return 0;
  sign_r(r, key, k);
  return number_less(zero, (struct tls12_bytes){r, n}) && sign_s(s, key, z, k, r) &&
         number_less(zero, (struct tls12_bytes){s, n});
}

/* The same, the nonces from the private number, the digest and what is added: a candidate fails with a chance of 1/2 at most. */
static int sign_number(const struct dsa_key *key, enum tls12_hash hash, struct tls12_bytes z, struct tls12_bytes added,
                       uint8_t *r, uint8_t *s)
{
  uint8_t k[Q_BYTES], x[Q_BYTES], octets[Q_BYTES];
  struct nonce generator;
  const uint32_t n = key->q.length;
  int done = 0;
  number_remainder(x, key->key, key->q); /* int2octets */
  number_remainder(octets, z, key->q);   /* bits2octets */
  nonce_start(&generator, hash, (struct tls12_bytes){x, n}, (struct tls12_bytes){octets, n}, added);
  for (int attempt = 0; attempt < 128 && !done; attempt++) {
    if (attempt > 0) nonce_retry(&generator);
    nonce_next(&generator, k, n);
    done = sign_with(key, z, (struct tls12_bytes){k, n}, r, s);
  }
  nonce_clear(&generator);
  wipe(k, sizeof k);
  wipe(x, sizeof x);
  return done;
}

int dsa_sign(const struct dsa_key *key, enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes added,
             uint8_t *signature, uint32_t *length)
{
  uint8_t r[Q_BYTES], s[Q_BYTES];
  *length = 0;
  const struct dsa_key group = trimmed(key, key->key);
  if (digest.length == 0 || digest.length > 64 || tls12_hash_size(hash) != digest.length ||
      !is_group(group.p, group.q, group.g) || !in_range(key->key, group.q))
    return 0;
  const uint32_t n = group.q.length;
  const struct dsa_key k = {group.p, group.q, group.g, last_bytes(key->key, n)};
  if (!sign_number(&k, hash, leftmost(digest, n), added, r, s)) return 0;
  *length = ecdsa_signature_write(r, s, n, signature);
  return 1;
}
