#include "arithmetic/rsa_crt.h"

#include "arithmetic/number.h"
#include "crypto/wipe.h"
#include <stddef.h>

/*@ requires memory: \valid_read(p.data + (0 .. p.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures fits: \result == 1 <==> crt_prime(p, d, k); */
static uint32_t fits(struct tls12_bytes p, struct tls12_bytes d, uint32_t k)
{
  if (p.length == 0 || p.length >= k || d.length == 0 || d.length > p.length) return 0;
  const uint32_t first = p.data[0], last = p.data[p.length - 1];
  return last % 2 * ((first + 255) / 256);
}

int rsa_crt_usable(const struct rsa_private_key *key)
{
  const uint32_t k = key->modulus.length, c = key->coefficient.length;
  if (c == 0 || c > key->prime1.length) return 0;
  return fits(key->prime1, key->exponent1, k) + fits(key->prime2, key->exponent2, k) == 2;
}

/* An odd number less one; an even number as it is. */
/*@ requires size: 1 <= odd.length <= 1024;
    requires memory: \valid(out + (0 .. odd.length - 1)) && \valid_read(odd.data + (0 .. odd.length - 1));
    requires separated: \separated(out + (0 .. odd.length - 1), odd.data + (0 .. odd.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. odd.length - 1];
    ensures even: value(out, odd.length) == crt_even(\old(value(odd.data, odd.length))); */
static void predecessor(uint8_t *out, struct tls12_bytes odd)
{
  const uint32_t n = odd.length - 1;
  /*@ loop invariant range: i <= n;
      loop invariant copied: \forall integer j; 0 <= j < i ==> out[j] == odd.data[j];
      loop assigns i, out[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[i] = odd.data[i];
  out[n] = (uint8_t)(odd.data[n] / 2 * 2);
  //@ assert same: same_bytes{Pre,Here}(odd.data, odd.data, odd.length);
  //@ assert others: same_bytes{Here,Here}(out, odd.data, n);
  //@ assert equal: value(out, n) == value(odd.data, n);
  //@ assert number: value(odd.data, n + 1) == 256 * value(odd.data, n) + odd.data[n];
  //@ assert even: value(out, n + 1) == 256 * value(out, n) + out[n];
  //@ assert last: out[n] == crt_even(odd.data[n]);
  //@ assert whole: value(odd.data, odd.length) == 256 * value(odd.data, n) + odd.data[n];
  //@ assert halves: crt_even(256 * value(odd.data, n) + odd.data[n]) == 256 * value(odd.data, n) + crt_even(odd.data[n]);
  //@ assert odd: crt_even(value(odd.data, odd.length)) == value(out, odd.length);
}

/* r, random; 0 when the source fails or gives nothing but zeros. */
/*@ requires size: 1 <= n <= 1024;
    requires memory: \valid(r + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns r[0 .. n - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures positive: \result == 1 ==> value(r, n) > 0; */
static int draw(uint8_t *r, uint32_t n, tls12_random random, void *context)
{
  const struct tls12_bytes number = {r, n}, zero = {NULL, 0};
  if (!random_draw(random, context, r, n)) return 0;
  return number_less(zero, number);
}

/* r^(e-1) mod p */
/*@ requires size: 1 <= p.length <= 1024 && 1 <= e.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(e.data + (0 .. e.length - 1)) &&
                     \valid_read(r + (0 .. p.length - 1)) && \valid(power + (0 .. p.length - 1));
    requires modulus: p.data[0] > 0 && p.data[p.length - 1] % 2 == 1;
    requires positive: value(r, p.length) > 0;
    terminates \true;
    exits \false;
    assigns power[0 .. p.length - 1];
    ensures power: value(power, p.length) ==
      power(\old(value(r, p.length)), crt_even(\old(value(e.data, e.length)))) % \old(value(p.data, p.length)); */
static void blinding(uint8_t *power, const uint8_t *r, struct tls12_bytes p, struct tls12_bytes e)
{
  uint8_t even[RSA_MAX_BYTES];
  predecessor(even, e);
  //@ assert modulus: same_bytes{Pre,Here}(p.data, p.data, p.length);
  //@ assert base: same_bytes{Pre,Here}(r, r, p.length);
  //@ assert exponent: value(&even[0], e.length) == crt_even(\at(value(e.data, e.length), Pre));
  //@ assert modulus_same: value(p.data, p.length) == \at(value(p.data, p.length), Pre);
  //@ assert base_same: value(r, p.length) == \at(value(r, p.length), Pre);
  number_power(power, (struct tls12_bytes){r, p.length}, (struct tls12_bytes){even, e.length}, p);
}

/* x becomes x^(d-1) mod p. d is taken modulo p, so that it has the length of p. */
/*@ requires size: 1 <= p.length <= 1024 && d.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(d.data + (0 .. d.length - 1)) &&
                     \valid(x + (0 .. p.length - 1));
    requires modulus: p.data[0] > 0 && p.data[p.length - 1] % 2 == 1;
    requires positive: value(x, p.length) > 0;
    terminates \true;
    exits \false;
    assigns x[0 .. p.length - 1];
    ensures power: value(x, p.length) ==
      power(\old(value(x, p.length)), crt_even(\old(value(d.data, d.length)) % \old(value(p.data, p.length)))) %
      \old(value(p.data, p.length)); */
static void raise(uint8_t *x, struct tls12_bytes d, struct tls12_bytes p)
{
  uint8_t even[RSA_MAX_BYTES], reduced[RSA_MAX_BYTES];
  number_remainder(reduced, d, p);
  /*@ assert reduced: value(&reduced[0], p.length) ==
        \at(value(d.data, d.length), Pre) % \at(value(p.data, p.length), Pre); */
  //@ assert modulus: same_bytes{Pre,Here}(p.data, p.data, p.length);
  //@ assert base: same_bytes{Pre,Here}(x, x, p.length);
  /*@ ghost Reduced:; */
  predecessor(even, (struct tls12_bytes){reduced, p.length});
  //@ assert modulus_still: same_bytes{Reduced,Here}(p.data, p.data, p.length);
  //@ assert base_still: same_bytes{Reduced,Here}(x, x, p.length);
  /*@ assert even: value(&even[0], p.length) ==
        crt_even(\at(value(d.data, d.length), Pre) % \at(value(p.data, p.length), Pre)); */
  number_power(x, (struct tls12_bytes){x, p.length}, (struct tls12_bytes){even, p.length}, p);
  /*@ ghost Raised:; */
  wipe(reduced, p.length);
  wipe(even, p.length);
  //@ assert kept: same_bytes{Raised,Here}(x, x, p.length);
}

/* out = (m r)^(d-1) m mod p; 0 when m r is zero modulo p. */
/*@ requires size: 1 <= p.length <= 1024 && d.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(d.data + (0 .. d.length - 1)) &&
                     \valid_read(r + (0 .. p.length - 1)) && \valid_read(m + (0 .. p.length - 1)) &&
                     \valid(out + (0 .. p.length - 1));
    requires separated: \separated(out + (0 .. p.length - 1), p.data + (0 .. p.length - 1)) &&
                        \separated(out + (0 .. p.length - 1), d.data + (0 .. d.length - 1)) &&
                        \separated(out + (0 .. p.length - 1), m + (0 .. p.length - 1));
    requires modulus: p.data[0] > 0 && p.data[p.length - 1] % 2 == 1;
    terminates \true;
    exits \false;
    assigns out[0 .. p.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures half: \result == 1 ==> value(out, p.length) ==
      crt_power(\old(value(m, p.length)), \old(value(r, p.length)), \old(value(d.data, d.length)),
                \old(value(p.data, p.length))); */
static int unblinded(uint8_t *out, const uint8_t *m, const uint8_t *r, struct tls12_bytes d, struct tls12_bytes p)
{
  const struct tls12_bytes number = {out, p.length}, factor = {m, p.length}, zero = {NULL, 0};
  number_product(out, factor, (struct tls12_bytes){r, p.length}, p);
  //@ assert modulus: same_bytes{Pre,Here}(p.data, p.data, p.length);
  //@ assert exponent: same_bytes{Pre,Here}(d.data, d.data, d.length);
  //@ assert factor: same_bytes{Pre,Here}(m, m, p.length);
  /*@ assert product: value(out, p.length) ==
        (\at(value(m, p.length), Pre) * \at(value(r, p.length), Pre)) % \at(value(p.data, p.length), Pre); */
  if (!number_less(zero, number)) return 0;
  /*@ ghost Product:; */
  raise(out, d, p);
  //@ assert modulus_still: same_bytes{Product,Here}(p.data, p.data, p.length);
  //@ assert factor_still: same_bytes{Product,Here}(m, m, p.length);
  number_product(out, number, factor, p);
  return 1;
}

/* m = in power mod p */
/*@ requires size: 1 <= p.length <= 1024 && in.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(in.data + (0 .. in.length - 1)) &&
                     \valid_read(power + (0 .. p.length - 1)) && \valid(m + (0 .. p.length - 1));
    requires separated: \separated(m + (0 .. p.length - 1), p.data + (0 .. p.length - 1)) &&
                        \separated(m + (0 .. p.length - 1), power + (0 .. p.length - 1));
    requires modulus: p.data[0] > 0;
    terminates \true;
    exits \false;
    assigns m[0 .. p.length - 1];
    ensures product: value(m, p.length) == (\old(value(in.data, in.length)) % value(p.data, p.length) *
                                            value(power, p.length)) % value(p.data, p.length); */
static void blind(uint8_t *m, struct tls12_bytes in, const uint8_t *power, struct tls12_bytes p)
{
  number_remainder(m, in, p);
  //@ assert modulus: same_bytes{Pre,Here}(p.data, p.data, p.length);
  //@ assert power: same_bytes{Pre,Here}(power, power, p.length);
  number_product(m, (struct tls12_bytes){m, p.length}, (struct tls12_bytes){power, p.length}, p);
  //@ assert modulus_now: same_bytes{Pre,Here}(p.data, p.data, p.length);
  //@ assert power_now: same_bytes{Pre,Here}(power, power, p.length);
}

/* The half of p: out = in^d mod p, blinded. */
/*@ requires size: 1 <= p.length <= 1024 && d.length <= 1024 && in.length <= 1024 && 1 <= e.length <= 1024;
    requires memory: \valid_read(p.data + (0 .. p.length - 1)) && \valid_read(d.data + (0 .. d.length - 1)) &&
                     \valid_read(in.data + (0 .. in.length - 1)) && \valid_read(e.data + (0 .. e.length - 1)) &&
                     \valid(out + (0 .. p.length - 1));
    requires separated: \separated(out + (0 .. p.length - 1), p.data + (0 .. p.length - 1)) &&
                        \separated(out + (0 .. p.length - 1), d.data + (0 .. d.length - 1)) &&
                        \separated(out + (0 .. p.length - 1), in.data + (0 .. in.length - 1)) &&
                        \separated(out + (0 .. p.length - 1), e.data + (0 .. e.length - 1));
    requires modulus: p.data[0] > 0 && p.data[p.length - 1] % 2 == 1;
    terminates \true;
    exits \false;
    assigns out[0 .. p.length - 1];
    ensures answer: \result == 0 || \result == 1;
    ensures half: \result == 1 ==> crt_half(value(out, p.length), value(in.data, in.length), value(e.data, e.length),
                                            value(d.data, d.length), value(p.data, p.length)); */
static int half(uint8_t *out, struct tls12_bytes in, struct tls12_bytes p, struct tls12_bytes d, struct tls12_bytes e,
                tls12_random random, void *context)
{
  uint8_t r[RSA_MAX_BYTES], power[RSA_MAX_BYTES], m[RSA_MAX_BYTES];
  int done = draw(r, p.length, random, context);
  if (done) {
    blinding(power, r, p, e);
    blind(m, in, power, p);
    done = unblinded(out, m, r, d, p);
  }
  wipe(r, p.length);
  wipe(power, p.length);
  wipe(m, p.length);
  return done;
}

/* h = (m1 - m2) qInv mod p */
static void difference(uint8_t *h, const uint8_t *m1, struct tls12_bytes m2, struct tls12_bytes p,
                       struct tls12_bytes q_inv)
{
  uint8_t minus_one[RSA_MAX_BYTES];
  const struct tls12_bytes number = {h, p.length};
  predecessor(minus_one, p);
  number_remainder(h, m2, p);
  number_product(h, number, (struct tls12_bytes){minus_one, p.length}, p);
  number_sum(h, number, (struct tls12_bytes){m1, p.length}, p);
  number_product(h, number, q_inv, p);
  wipe(minus_one, p.length);
}

int rsa_crt_power(uint8_t *out, const uint8_t *in, const struct rsa_private_key *key, tls12_random random,
                  void *context)
{
  uint8_t m1[RSA_MAX_BYTES], m2[RSA_MAX_BYTES], h[RSA_MAX_BYTES];
  const struct tls12_bytes n = key->modulus, p = key->prime1, q = key->prime2, e = number_trim(key->public_exponent),
                           number = {in, n.length}, second = {m2, q.length};
  const int done = half(m1, number, p, key->exponent1, e, random, context) &&
                   half(m2, number, q, key->exponent2, e, random, context);
  if (done) {
    difference(h, m1, second, p, key->coefficient);
    number_product(out, (struct tls12_bytes){h, p.length}, q, n);
    number_sum(out, (struct tls12_bytes){out, n.length}, second, n);
  }
  wipe(m1, p.length);
  wipe(m2, q.length);
  wipe(h, p.length);
  return done;
}

/* Whether in is em^e mod n. */
/*@ requires key: rsa_key(n.data, n.length, e.data, e.length) && e.length <= 16777216;
    requires memory: \valid_read(n.data + (0 .. n.length - 1)) && \valid_read(e.data + (0 .. e.length - 1)) &&
                     \valid_read(em + (0 .. n.length - 1)) && \valid_read(in + (0 .. n.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures range: \result == 1 ==> 0 < value(em, n.length) < value(n.data, n.length);
    ensures undone: \result == 1 ==>
      value(in, n.length) == power(value(em, n.length), value(e.data, e.length)) % value(n.data, n.length); */
static int undone(const uint8_t *em, const uint8_t *in, struct tls12_bytes n, struct tls12_bytes e)
{
  uint8_t power[RSA_MAX_BYTES];
  const struct rsa_public_key public = {n, e};
  const struct tls12_bytes a = {power, n.length}, b = {in, n.length};
  if (!rsa_secret_power(power, &public, em)) return 0;
  /*@ assert power: value(&power[0], n.length) ==
        power(value(em, n.length), value(e.data, e.length)) % value(n.data, n.length); */
  const int equal = !number_less(a, b) && !number_less(b, a);
  //@ assert equal: equal == 1 ==> value(in, n.length) == value(&power[0], n.length);
  wipe(power, n.length);
  return equal;
}

/* b = a, n bytes */
/*@ requires memory: \valid(b + (0 .. n - 1)) && \valid_read(a + (0 .. n - 1));
    requires separated: \separated(a + (0 .. n - 1), b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns b[0 .. n - 1];
    ensures number: value(b, n) == \old(value(a, n)); */
static void copy(uint8_t *b, const uint8_t *a, uint32_t n)
{
  /*@ loop invariant range: i <= n;
      loop invariant copied: \forall integer j; 0 <= j < i ==> b[j] == \at(a[j], Pre);
      loop assigns i, b[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) b[i] = a[i];
  //@ assert same: same_bytes{Here,Pre}(b, a, n);
}

int rsa_checked_power(uint8_t *em, const uint8_t *in, const struct rsa_private_key *key, tls12_random random,
                      void *context)
{
  uint8_t s[RSA_MAX_BYTES];
  const struct rsa_public_key public = {key->modulus, key->public_exponent};
  const uint32_t k = public.modulus.length;
  const int done = (rsa_crt_usable(key) && rsa_crt_power(s, in, key, random, context) &&
                    undone(s, in, public.modulus, public.exponent)) ||
                   blinded_power(s, in, &public, key->private_exponent, random, context);
  if (done)
    copy(em, s, k);
  else
    wipe(em, k);
  wipe(s, k);
  return done;
}

int rsa_private_power(uint8_t *out, const uint8_t *in, const struct rsa_private_key *key, tls12_random random,
                      void *context)
{
  const struct rsa_public_key public = {key->modulus, key->public_exponent};
  if (rsa_crt_usable(key)) return rsa_crt_power(out, in, key, random, context);
  return blinded_power(out, in, &public, key->private_exponent, random, context);
}
