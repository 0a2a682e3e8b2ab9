/* nettle, with GMP: its RSA signs with blinding and checks the signature. It has no Diffie-Hellman over finite fields. */
#include <nettle/curve25519.h>
#include <nettle/curve448.h>
#include <nettle/dsa.h>
#include <nettle/ecc-curve.h>
#include <nettle/ecc.h>
#include <nettle/ecdsa.h>
#include <nettle/eddsa.h>
#include <nettle/rsa.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

#include "operation.h"
#include "spec/algorithms.h"

struct key {
  struct rsa_public_key rsa_public;
  struct rsa_private_key rsa_private;
  struct ecc_point point, result;
  struct ecc_scalar scalar;
  struct dsa_params params;
  struct dsa_signature signature;
  mpz_t x, y;
};

static void number(mpz_t n, const struct octets *o)
{
  nettle_mpz_set_str_256_u(n, o->length, o->data);
}

static int rsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  const int good =
      rsa_sha256_sign_digest_tr(&k->rsa_public, &k->rsa_private, NULL, fixed_random, j->material->digest.data, k->x);
  j->length = j->material->n.length;
  nettle_mpz_get_str_256(j->length, j->out, k->x);
  return good;
}

static int rsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  number(k->x, &j->material->signature);
  return rsa_sha256_verify_digest(&k->rsa_public, j->material->digest.data, k->x);
}

static int take_point(struct job *j, struct ecc_point *point)
{
  struct key *k = j->key;
  const size_t size = coordinate_size(j->operation->group);
  nettle_mpz_set_str_256_u(k->x, size, j->material->peer.data + 1);
  nettle_mpz_set_str_256_u(k->y, size, j->material->peer.data + 1 + size);
  return ecc_point_set(point, k->x, k->y);
}

static int ecdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  if (!take_point(j, &k->point)) return 0;
  ecc_point_mul(&k->result, &k->scalar, &k->point);
  ecc_point_get(&k->result, k->x, k->y);
  j->length = coordinate_size(j->operation->group);
  nettle_mpz_get_str_256(j->length, j->out, k->x);
  return 1;
}

static int ecdh_public_work(struct job *j)
{
  struct key *k = j->key;
  const size_t size = coordinate_size(j->operation->group);
  ecc_point_mul_g(&k->result, &k->scalar);
  ecc_point_get(&k->result, k->x, k->y);
  j->out[0] = 4;
  nettle_mpz_get_str_256(size, j->out + 1, k->x);
  nettle_mpz_get_str_256(size, j->out + 1 + size, k->y);
  j->length = 1 + 2 * size;
  return 1;
}

static int ecdsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  const size_t size = coordinate_size(j->operation->group);
  ecdsa_sign(&k->scalar, NULL, fixed_random, 32, j->material->digest.data, &k->signature);
  nettle_mpz_get_str_256(size, j->out, k->signature.r);
  nettle_mpz_get_str_256(size, j->out + size, k->signature.s);
  j->length = 2 * size;
  return 1;
}

static int ecdsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const size_t size = coordinate_size(j->operation->group);
  nettle_mpz_set_str_256_u(k->signature.r, size, j->material->signature.data);
  nettle_mpz_set_str_256_u(k->signature.s, size, j->material->signature.data + size);
  return ecdsa_verify(&k->point, 32, j->material->digest.data, &k->signature);
}

static int pss_sign_work(struct job *j)
{
  struct key *k = j->key;
  uint8_t salt[32];
  fixed_random(NULL, sizeof salt, salt);
  const int good = rsa_pss_sha256_sign_digest_tr(&k->rsa_public, &k->rsa_private, NULL, fixed_random, sizeof salt, salt,
                                                 j->material->digest.data, k->x);
  j->length = j->material->n.length;
  nettle_mpz_get_str_256(j->length, j->out, k->x);
  return good;
}

static int pss_verify_work(struct job *j)
{
  struct key *k = j->key;
  number(k->x, &j->material->signature);
  return rsa_pss_sha256_verify_digest(&k->rsa_public, 32, j->material->digest.data, k->x);
}

static int xdh_shared_work(struct job *j)
{
  const struct material *m = j->material;
  j->length = m->scalar.length;
  if (j->length == CURVE25519_SIZE)
    curve25519_mul(j->out, m->scalar.data, m->peer.data);
  else
    curve448_mul(j->out, m->scalar.data, m->peer.data);
  return 1;
}

static int xdh_public_work(struct job *j)
{
  const struct material *m = j->material;
  j->length = m->scalar.length;
  if (j->length == CURVE25519_SIZE)
    curve25519_mul_g(j->out, m->scalar.data);
  else
    curve448_mul_g(j->out, m->scalar.data);
  return 1;
}

static int eddsa_sign_work(struct job *j)
{
  const struct material *m = j->material;
  j->length = 2 * m->scalar.length;
  if (m->scalar.length == ED25519_KEY_SIZE)
    ed25519_sha512_sign(m->peer.data, m->scalar.data, m->digest.length, m->digest.data, j->out);
  else
    ed448_shake256_sign(m->peer.data, m->scalar.data, m->digest.length, m->digest.data, j->out);
  return 1;
}

static int eddsa_verify_work(struct job *j)
{
  const struct material *m = j->material;
  return m->scalar.length == ED25519_KEY_SIZE
             ? ed25519_sha512_verify(m->peer.data, m->digest.length, m->digest.data, m->signature.data)
             : ed448_shake256_verify(m->peer.data, m->digest.length, m->digest.data, m->signature.data);
}

static int dsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  j->length = 64;
  if (!dsa_sign(&k->params, k->x, NULL, fixed_random, 32, j->material->digest.data, &k->signature)) return 0;
  nettle_mpz_get_str_256(32, j->out, k->signature.r);
  nettle_mpz_get_str_256(32, j->out + 32, k->signature.s);
  return 1;
}

static int dsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  nettle_mpz_set_str_256_u(k->signature.r, 32, j->material->signature.data);
  nettle_mpz_set_str_256_u(k->signature.s, 32, j->material->signature.data + 32);
  return dsa_verify(&k->params, k->y, 32, j->material->digest.data, &k->signature);
}

static int prepare_dsa(struct key *k, const struct material *m)
{
  dsa_params_init(&k->params);
  number(k->params.p, &m->p);
  number(k->params.q, &m->q);
  number(k->params.g, &m->g);
  number(k->x, &m->scalar);
  number(k->y, &m->peer);
  return 1;
}

static int prepare_rsa(struct key *k, const struct material *m)
{
  rsa_public_key_init(&k->rsa_public);
  rsa_private_key_init(&k->rsa_private);
  number(k->rsa_public.n, &m->n);
  number(k->rsa_public.e, &m->e);
  number(k->rsa_private.d, &m->d);
  number(k->rsa_private.p, &m->prime1);
  number(k->rsa_private.q, &m->prime2);
  number(k->rsa_private.a, &m->dp);
  number(k->rsa_private.b, &m->dq);
  number(k->rsa_private.c, &m->coefficient);
  return rsa_public_key_prepare(&k->rsa_public) && rsa_private_key_prepare(&k->rsa_private);
}

static int prepare_ec(struct job *j, struct key *k)
{
  const unsigned group = j->operation->group;
  const struct ecc_curve *curve = group == TLS12_SECP256R1   ? nettle_get_secp_256r1()
                                  : group == TLS12_SECP384R1 ? nettle_get_secp_384r1()
                                                             : nettle_get_secp_521r1();
  ecc_point_init(&k->point, curve);
  ecc_point_init(&k->result, curve);
  ecc_scalar_init(&k->scalar, curve);
  number(k->x, &j->material->scalar);
  return ecc_scalar_set(&k->scalar, k->x) && take_point(j, &k->point);
}

static int prepare(struct job *j)
{
  static int (*const works[])(struct job *) = {
      [RSA_SIGN] = rsa_sign_work,         [RSA_VERIFY] = rsa_verify_work, [ECDH_SHARED] = ecdh_shared_work,
      [ECDH_PUBLIC] = ecdh_public_work,   [ECDSA_SIGN] = ecdsa_sign_work, [ECDSA_VERIFY] = ecdsa_verify_work,
      [XDH_SHARED] = xdh_shared_work,     [XDH_PUBLIC] = xdh_public_work, [EDDSA_SIGN] = eddsa_sign_work,
      [EDDSA_VERIFY] = eddsa_verify_work, [PSS_SIGN] = pss_sign_work,     [PSS_VERIFY] = pss_verify_work,
      [DSA_SIGN] = dsa_sign_work,         [DSA_VERIFY] = dsa_verify_work};
  struct key *k = j->key = calloc(1, sizeof *k);
  if (k == NULL) return 0;
  mpz_inits(k->x, k->y, NULL);
  dsa_signature_init(&k->signature);
  j->work = works[j->operation->kind];
  switch (j->operation->kind) {
  case DH_SHARED:
  case DH_PUBLIC:
  case DH_COMB: return 0;
  case RSA_SIGN:
  case RSA_VERIFY:
  case PSS_SIGN:
  case PSS_VERIFY: return prepare_rsa(k, j->material);
  case XDH_SHARED:
  case XDH_PUBLIC:
  case EDDSA_SIGN:
  case EDDSA_VERIFY: return 1;
  case DSA_SIGN:
  case DSA_VERIFY: return prepare_dsa(k, j->material);
  default: return prepare_ec(j, k);
  }
}

const struct peer peer_nettle = {"nettle", prepare};
