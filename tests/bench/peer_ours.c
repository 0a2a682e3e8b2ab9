/* This library. */
#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/dsa.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/ecdsa.h"
#include "arithmetic/eddsa.h"
#include "arithmetic/ffdhe.h"
#include "arithmetic/ffdhe_comb.h"
#include "arithmetic/rsa_pss.h"
#include "arithmetic/xdh.h"
#include "operation.h"

static const struct tls12_bytes none; /* nothing is added to the nonce */

static struct tls12_bytes bytes(const struct octets *o)
{
  return (struct tls12_bytes){o->data, (uint32_t)o->length};
}

static int draw(void *context, uint8_t *out, size_t n)
{
  fixed_random(context, n, out);
  return 0;
}

static int dh_shared_work(struct job *j)
{
  const struct material *m = j->material;
  uint32_t length;
  if (dh_check_public(bytes(&m->p), bytes(&m->peer)) != TLS12_NO_RULE) return 0;
  dh_shared(bytes(&m->p), bytes(&m->peer), bytes(&m->scalar), j->out, &length);
  j->length = length;
  return 1;
}

static int dh_public_work(struct job *j)
{
  dh_public(bytes(&j->material->p), ffdhe_generator(), bytes(&j->material->scalar), j->out);
  j->length = j->material->p.length;
  return 1;
}

static int dh_comb_work(struct job *j)
{
  ffdhe_public((enum tls12_group)j->operation->group, bytes(&j->material->scalar), j->out);
  j->length = j->material->p.length;
  return 1;
}

static struct rsa_private_key rsa_key(const struct material *m)
{
  return (struct rsa_private_key){bytes(&m->n),      bytes(&m->e),  bytes(&m->d),  bytes(&m->prime1),
                                  bytes(&m->prime2), bytes(&m->dp), bytes(&m->dq), bytes(&m->coefficient)};
}

static int rsa_sign_work(struct job *j)
{
  const struct material *m = j->material;
  const struct rsa_private_key key = rsa_key(m);
  j->length = m->n.length;
  return rsa_sign(&key, TLS12_SHA256, bytes(&m->digest), draw, NULL, j->out);
}

static int rsa_verify_work(struct job *j)
{
  const struct material *m = j->material;
  const struct rsa_public_key key = {bytes(&m->n), bytes(&m->e)};
  return rsa_verify(&key, TLS12_SHA256, bytes(&m->digest), bytes(&m->signature));
}

static int ecdh_shared_work(struct job *j)
{
  const struct material *m = j->material;
  j->length = ecdh_size(j->operation->group);
  return ecdh_shared(j->operation->group, m->scalar.data, bytes(&m->peer), j->out);
}

static int ecdh_public_work(struct job *j)
{
  j->length = 1 + 2 * (size_t)ecdh_size(j->operation->group);
  return ecdh_public(j->operation->group, j->material->scalar.data, j->out);
}

static int ecdsa_sign_work(struct job *j)
{
  const struct material *m = j->material;
  const unsigned size = ecdh_size(j->operation->group);
  uint8_t signature[ECDSA_SIGNATURE_MAX];
  uint32_t length;
  j->length = 2 * (size_t)size;
  return ecdsa_sign(j->operation->group, m->scalar.data, TLS12_SHA256, bytes(&m->digest), none, signature, &length) &&
         ecdsa_signature_read((struct tls12_bytes){signature, length}, size, j->out, j->out + size);
}

static int ecdsa_verify_work(struct job *j)
{
  const struct material *m = j->material;
  const unsigned size = ecdh_size(j->operation->group);
  uint8_t signature[ECDSA_SIGNATURE_MAX];
  const uint32_t length = ecdsa_signature_write(m->signature.data, m->signature.data + size, size, signature);
  return ecdsa_verify(j->operation->group, bytes(&m->peer), bytes(&m->digest), (struct tls12_bytes){signature, length});
}

static int pss_sign_work(struct job *j)
{
  const struct material *m = j->material;
  const struct rsa_private_key key = rsa_key(m);
  j->length = m->n.length;
  return rsa_pss_sign(&key, TLS12_SHA256, bytes(&m->digest), draw, NULL, j->out);
}

static int pss_verify_work(struct job *j)
{
  const struct material *m = j->material;
  const struct rsa_public_key key = {bytes(&m->n), bytes(&m->e)};
  return rsa_pss_verify(&key, TLS12_SHA256, bytes(&m->digest), 32, bytes(&m->signature));
}

static int xdh_shared_work(struct job *j)
{
  j->length = xdh_size(j->operation->group);
  return xdh_shared(j->operation->group, j->material->scalar.data, bytes(&j->material->peer), j->out);
}

static int xdh_public_work(struct job *j)
{
  j->length = xdh_size(j->operation->group);
  return xdh_public(j->operation->group, j->material->scalar.data, j->out);
}

static int eddsa_sign_work(struct job *j)
{
  const struct material *m = j->material;
  j->length = 2 * (size_t)eddsa_size(j->operation->group);
  return eddsa_sign(j->operation->group, m->scalar.data, bytes(&m->digest), j->out);
}

static int eddsa_verify_work(struct job *j)
{
  const struct material *m = j->material;
  return eddsa_verify(j->operation->group, bytes(&m->peer), bytes(&m->digest), bytes(&m->signature));
}

static int dsa_sign_work(struct job *j)
{
  const struct material *m = j->material;
  const struct dsa_key key = {bytes(&m->p), bytes(&m->q), bytes(&m->g), bytes(&m->scalar)};
  uint8_t signature[ECDSA_SIGNATURE_MAX];
  uint32_t length;
  j->length = 64;
  return dsa_sign(&key, TLS12_SHA256, bytes(&m->digest), none, signature, &length) &&
         ecdsa_signature_read((struct tls12_bytes){signature, length}, 32, j->out, j->out + 32);
}

static int dsa_verify_work(struct job *j)
{
  const struct material *m = j->material;
  const struct dsa_key key = {bytes(&m->p), bytes(&m->q), bytes(&m->g), bytes(&m->peer)};
  uint8_t signature[ECDSA_SIGNATURE_MAX];
  const uint32_t length = ecdsa_signature_write(m->signature.data, m->signature.data + 32, 32, signature);
  return dsa_verify(&key, bytes(&m->digest), (struct tls12_bytes){signature, length});
}

static int prepare(struct job *j)
{
  static int (*const works[])(struct job *) = {
      [DH_SHARED] = dh_shared_work,       [DH_PUBLIC] = dh_public_work,   [DH_COMB] = dh_comb_work,
      [RSA_SIGN] = rsa_sign_work,         [RSA_VERIFY] = rsa_verify_work, [ECDH_SHARED] = ecdh_shared_work,
      [ECDH_PUBLIC] = ecdh_public_work,   [ECDSA_SIGN] = ecdsa_sign_work, [ECDSA_VERIFY] = ecdsa_verify_work,
      [XDH_SHARED] = xdh_shared_work,     [XDH_PUBLIC] = xdh_public_work, [EDDSA_SIGN] = eddsa_sign_work,
      [EDDSA_VERIFY] = eddsa_verify_work, [PSS_SIGN] = pss_sign_work,     [PSS_VERIFY] = pss_verify_work,
      [DSA_SIGN] = dsa_sign_work,         [DSA_VERIFY] = dsa_verify_work};
  j->work = works[j->operation->kind];
  return 1;
}

const struct peer peer_ours = {"tls12", prepare};
