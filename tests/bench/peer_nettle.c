/* nettle, with GMP: its RSA signs with blinding and checks the signature. It has no Diffie-Hellman over finite fields. */
#include <nettle/ecc-curve.h>
#include <nettle/ecc.h>
#include <nettle/ecdsa.h>
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
      [RSA_SIGN] = rsa_sign_work,       [RSA_VERIFY] = rsa_verify_work, [ECDH_SHARED] = ecdh_shared_work,
      [ECDH_PUBLIC] = ecdh_public_work, [ECDSA_SIGN] = ecdsa_sign_work, [ECDSA_VERIFY] = ecdsa_verify_work};
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
  case RSA_VERIFY: return prepare_rsa(k, j->material);
  default: return prepare_ec(j, k);
  }
}

const struct peer peer_nettle = {"nettle", prepare};
