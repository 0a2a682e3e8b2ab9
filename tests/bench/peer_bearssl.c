/* BearSSL, with the implementations that it takes by default here. It has no Diffie-Hellman over finite fields. */
#include <bearssl.h>
#include <stdlib.h>
#include <string.h>

#include "operation.h"
#include "spec/algorithms.h"

struct key {
  br_rsa_private_key rsa_private;
  br_rsa_public_key rsa_public;
  br_ec_private_key ec_private;
  br_ec_public_key ec_public;
  const br_ec_impl *ec;
};

static unsigned char *at(const struct octets *o)
{
  union {
    const uint8_t *from;
    unsigned char *to;
  } cast = {o->data};
  return cast.to;
}

static int rsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  j->length = j->material->n.length;
  return (int)br_rsa_pkcs1_sign_get_default()(BR_HASH_OID_SHA256, j->material->digest.data, 32, &k->rsa_private,
                                              j->out);
}

static int rsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  uint8_t digest[32];
  return br_rsa_pkcs1_vrfy_get_default()(m->signature.data, m->signature.length, BR_HASH_OID_SHA256, 32, &k->rsa_public,
                                         digest) == 1 &&
         memcmp(digest, m->digest.data, 32) == 0;
}

static int ecdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  uint8_t point[133];
  size_t length;
  memcpy(point, m->peer.data, m->peer.length);
  if (k->ec->mul(point, m->peer.length, k->ec_private.x, k->ec_private.xlen, k->ec_private.curve) != 1) return 0;
  memcpy(j->out, point + k->ec->xoff(k->ec_private.curve, &length), coordinate_size(j->operation->group));
  j->length = coordinate_size(j->operation->group);
  return 1;
}

static int ecdh_public_work(struct job *j)
{
  struct key *k = j->key;
  j->length = k->ec->mulgen(j->out, k->ec_private.x, k->ec_private.xlen, k->ec_private.curve);
  return j->length != 0;
}

static int ecdsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  j->length =
      br_ecdsa_sign_raw_get_default()(k->ec, &br_sha256_vtable, j->material->digest.data, &k->ec_private, j->out);
  return j->length != 0;
}

static int ecdsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  return br_ecdsa_vrfy_raw_get_default()(k->ec, m->digest.data, 32, &k->ec_public, m->signature.data,
                                         m->signature.length) == 1;
}

static int xdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  j->length = 32;
  memcpy(j->out, j->material->peer.data, 32);
  return k->ec->mul(j->out, 32, j->material->scalar.data, 32, BR_EC_curve25519) == 1;
}

static int xdh_public_work(struct job *j)
{
  struct key *k = j->key;
  j->length = k->ec->mulgen(j->out, j->material->scalar.data, 32, BR_EC_curve25519);
  return j->length != 0;
}

static int prepare(struct job *j)
{
  static int (*const works[])(struct job *) = {
      [RSA_SIGN] = rsa_sign_work,       [RSA_VERIFY] = rsa_verify_work, [ECDH_SHARED] = ecdh_shared_work,
      [ECDH_PUBLIC] = ecdh_public_work, [ECDSA_SIGN] = ecdsa_sign_work, [ECDSA_VERIFY] = ecdsa_verify_work,
      [XDH_SHARED] = xdh_shared_work,   [XDH_PUBLIC] = xdh_public_work};
  const struct material *m = j->material;
  struct key *k = j->key = calloc(1, sizeof *k);
  j->work = j->operation->kind < sizeof works / sizeof works[0] ? works[j->operation->kind] : NULL;
  if (k == NULL || j->work == NULL || j->operation->group == TLS12_X448) return 0;
  k->ec = br_ec_get_default();
  k->ec_private = (br_ec_private_key){(int)j->operation->group, at(&m->scalar), m->scalar.length};
  k->ec_public = (br_ec_public_key){(int)j->operation->group, at(&m->peer), m->peer.length};
  k->rsa_public = (br_rsa_public_key){at(&m->n), m->n.length, at(&m->e), m->e.length};
  k->rsa_private = (br_rsa_private_key){j->operation->group, at(&m->prime1),      m->prime1.length,     at(&m->prime2),
                                        m->prime2.length,    at(&m->dp),          m->dp.length,         at(&m->dq),
                                        m->dq.length,        at(&m->coefficient), m->coefficient.length};
  return 1;
}

const struct peer peer_bearssl = {"BearSSL", prepare};
