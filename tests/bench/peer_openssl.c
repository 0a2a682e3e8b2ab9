/* OpenSSL's functions on big numbers and points, all in constant time where it has a choice; a modulus is prepared once. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/dsa.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/rsa.h>
#include <stdlib.h>

#include "operation.h"
#include "spec/algorithms.h"

struct key {
  BN_CTX *ctx;
  BIGNUM *p, *g, *x, *r;
  BN_MONT_CTX *mont;
  RSA *rsa;
  DSA *dsa;
  EVP_PKEY *pkey; /* of X25519, X448, Ed25519 or Ed448: private, or to verify, public */
  int type;       /* its */
  EC_KEY *ec;
  const EC_GROUP *group;
  EC_POINT *point;
};

static BIGNUM *number(const struct octets *o)
{
  return BN_bin2bn(o->data, (int)o->length, NULL);
}

static int power(struct job *j, const BIGNUM *base)
{
  struct key *k = j->key;
  const int good = BN_mod_exp_mont_consttime(k->r, base, k->x, k->p, k->ctx, k->mont);
  j->length = (size_t)BN_bn2bin(k->r, j->out);
  return good;
}

static int dh_shared_work(struct job *j)
{
  struct key *k = j->key;
  BN_bin2bn(j->material->peer.data, (int)j->material->peer.length, k->g);
  return power(j, k->g);
}

static int dh_public_work(struct job *j)
{
  struct key *k = j->key;
  return BN_set_word(k->g, 2) && power(j, k->g);
}

static int rsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  unsigned length = 0;
  const int good = RSA_sign(NID_sha256, j->material->digest.data, 32, j->out, &length, k->rsa);
  j->length = length;
  return good;
}

static int rsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  return RSA_verify(NID_sha256, m->digest.data, 32, m->signature.data, (unsigned)m->signature.length, k->rsa);
}

static int coordinates(struct job *j, int both)
{
  struct key *k = j->key;
  const int size = (int)coordinate_size(j->operation->group);
  if (!EC_POINT_get_affine_coordinates(k->group, k->point, k->g, both ? k->r : NULL, k->ctx)) return 0;
  j->out[0] = 4;
  BN_bn2binpad(k->g, j->out + both, size);
  if (both) BN_bn2binpad(k->r, j->out + 1 + size, size);
  j->length = (size_t)(both ? 1 + 2 * size : size);
  return 1;
}

static int ecdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  return EC_POINT_oct2point(k->group, k->point, m->peer.data, m->peer.length, k->ctx) &&
         EC_POINT_mul(k->group, k->point, NULL, k->point, k->x, k->ctx) && coordinates(j, 0);
}

static int ecdh_public_work(struct job *j)
{
  struct key *k = j->key;
  return EC_POINT_mul(k->group, k->point, k->x, NULL, NULL, k->ctx) && coordinates(j, 1);
}

static int ecdsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  const int size = (int)coordinate_size(j->operation->group);
  ECDSA_SIG *signature = ECDSA_do_sign(j->material->digest.data, 32, k->ec);
  if (signature == NULL) return 0;
  BN_bn2binpad(ECDSA_SIG_get0_r(signature), j->out, size);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature), j->out + size, size);
  j->length = 2 * (size_t)size;
  ECDSA_SIG_free(signature);
  return 1;
}

static int ecdsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const int size = (int)coordinate_size(j->operation->group);
  const uint8_t *r = j->material->signature.data;
  ECDSA_SIG *signature = ECDSA_SIG_new();
  ECDSA_SIG_set0(signature, BN_bin2bn(r, size, NULL), BN_bin2bn(r + size, size, NULL));
  const int good = ECDSA_do_verify(j->material->digest.data, 32, signature, k->ec) == 1;
  ECDSA_SIG_free(signature);
  return good;
}

static int pss_sign_work(struct job *j)
{
  struct key *k = j->key;
  uint8_t em[1024];
  j->length = j->material->n.length;
  return RSA_padding_add_PKCS1_PSS_mgf1(k->rsa, em, j->material->digest.data, EVP_sha256(), NULL, 32) &&
         RSA_private_encrypt((int)j->length, em, j->out, k->rsa, RSA_NO_PADDING) == (int)j->length;
}

static int pss_verify_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  uint8_t em[1024];
  const int length = (int)m->signature.length;
  return RSA_public_decrypt(length, m->signature.data, em, k->rsa, RSA_NO_PADDING) == length &&
         RSA_verify_PKCS1_PSS_mgf1(k->rsa, m->digest.data, EVP_sha256(), NULL, em, 32);
}

static int xdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  const struct octets *peer = &j->material->peer;
  EVP_PKEY *other = EVP_PKEY_new_raw_public_key(k->type, NULL, peer->data, peer->length);
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(k->pkey, NULL);
  j->length = sizeof j->out;
  const int good = EVP_PKEY_derive_init(ctx) > 0 && EVP_PKEY_derive_set_peer(ctx, other) > 0 &&
                   EVP_PKEY_derive(ctx, j->out, &j->length) > 0;
  EVP_PKEY_CTX_free(ctx);
  EVP_PKEY_free(other);
  return good;
}

static int xdh_public_work(struct job *j)
{
  struct key *k = j->key;
  const struct octets *scalar = &j->material->scalar;
  EVP_PKEY *own = EVP_PKEY_new_raw_private_key(k->type, NULL, scalar->data, scalar->length);
  j->length = sizeof j->out;
  const int good = EVP_PKEY_get_raw_public_key(own, j->out, &j->length);
  EVP_PKEY_free(own);
  return good;
}

static int eddsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  const struct octets *digest = &j->material->digest;
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  j->length = sizeof j->out;
  const int good = EVP_DigestSignInit(ctx, NULL, NULL, NULL, k->pkey) &&
                   EVP_DigestSign(ctx, j->out, &j->length, digest->data, digest->length);
  EVP_MD_CTX_free(ctx);
  return good;
}

static int eddsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const struct material *m = j->material;
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  const int good = EVP_DigestVerifyInit(ctx, NULL, NULL, NULL, k->pkey) &&
                   EVP_DigestVerify(ctx, m->signature.data, m->signature.length, m->digest.data, m->digest.length) == 1;
  EVP_MD_CTX_free(ctx);
  return good;
}

static int dsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  DSA_SIG *signature = DSA_do_sign(j->material->digest.data, 32, k->dsa);
  const BIGNUM *r, *s;
  if (signature == NULL) return 0;
  DSA_SIG_get0(signature, &r, &s);
  BN_bn2binpad(r, j->out, 32);
  BN_bn2binpad(s, j->out + 32, 32);
  j->length = 64;
  DSA_SIG_free(signature);
  return 1;
}

static int dsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const uint8_t *r = j->material->signature.data;
  DSA_SIG *signature = DSA_SIG_new();
  DSA_SIG_set0(signature, BN_bin2bn(r, 32, NULL), BN_bin2bn(r + 32, 32, NULL));
  const int good = DSA_do_verify(j->material->digest.data, 32, signature, k->dsa) == 1;
  DSA_SIG_free(signature);
  return good;
}

static int prepare_dsa(struct key *k, const struct material *m)
{
  k->dsa = DSA_new();
  return DSA_set0_pqg(k->dsa, number(&m->p), number(&m->q), number(&m->g)) &&
         DSA_set0_key(k->dsa, number(&m->peer), number(&m->scalar));
}

static int prepare_raw(struct key *k, const struct operation *operation, const struct material *m)
{
  const int is_short = m->scalar.length == 32;
  const int is_xdh = operation->kind == XDH_SHARED || operation->kind == XDH_PUBLIC;
  k->type = is_xdh ? (is_short ? EVP_PKEY_X25519 : EVP_PKEY_X448) : is_short ? EVP_PKEY_ED25519 : EVP_PKEY_ED448;
  k->pkey = operation->kind == EDDSA_VERIFY
                ? EVP_PKEY_new_raw_public_key(k->type, NULL, m->peer.data, m->peer.length)
                : EVP_PKEY_new_raw_private_key(k->type, NULL, m->scalar.data, m->scalar.length);
  return k->pkey != NULL;
}

static int prepare_dh(struct key *k, const struct material *m)
{
  k->p = number(&m->p);
  k->mont = BN_MONT_CTX_new();
  return BN_MONT_CTX_set(k->mont, k->p, k->ctx);
}

static int prepare_rsa(struct key *k, const struct material *m)
{
  k->rsa = RSA_new();
  return RSA_set0_key(k->rsa, number(&m->n), number(&m->e), number(&m->d)) &&
         RSA_set0_factors(k->rsa, number(&m->prime1), number(&m->prime2)) &&
         RSA_set0_crt_params(k->rsa, number(&m->dp), number(&m->dq), number(&m->coefficient));
}

static int prepare_ec(struct key *k, const struct material *m, unsigned group)
{
  k->ec = EC_KEY_new_by_curve_name(group == TLS12_SECP256R1   ? NID_X9_62_prime256v1
                                   : group == TLS12_SECP384R1 ? NID_secp384r1
                                                              : NID_secp521r1);
  k->group = EC_KEY_get0_group(k->ec);
  k->point = EC_POINT_new(k->group);
  return EC_POINT_oct2point(k->group, k->point, m->peer.data, m->peer.length, k->ctx) &&
         EC_KEY_set_public_key(k->ec, k->point) && EC_KEY_set_private_key(k->ec, k->x);
}

static int prepare(struct job *j)
{
  static int (*const works[])(struct job *) = {
      [DH_SHARED] = dh_shared_work,       [DH_PUBLIC] = dh_public_work,   [DH_COMB] = dh_public_work,
      [RSA_SIGN] = rsa_sign_work,         [RSA_VERIFY] = rsa_verify_work, [ECDH_SHARED] = ecdh_shared_work,
      [ECDH_PUBLIC] = ecdh_public_work,   [ECDSA_SIGN] = ecdsa_sign_work, [ECDSA_VERIFY] = ecdsa_verify_work,
      [XDH_SHARED] = xdh_shared_work,     [XDH_PUBLIC] = xdh_public_work, [EDDSA_SIGN] = eddsa_sign_work,
      [EDDSA_VERIFY] = eddsa_verify_work, [PSS_SIGN] = pss_sign_work,     [PSS_VERIFY] = pss_verify_work,
      [DSA_SIGN] = dsa_sign_work,         [DSA_VERIFY] = dsa_verify_work};
  struct key *k = j->key = calloc(1, sizeof *k);
  if (k == NULL) return 0;
  k->ctx = BN_CTX_new();
  k->g = BN_new();
  k->r = BN_new();
  k->x = number(&j->material->scalar);
  BN_set_flags(k->x, BN_FLG_CONSTTIME);
  j->work = works[j->operation->kind];
  switch (j->operation->kind) {
  case DH_SHARED:
  case DH_PUBLIC:
  case DH_COMB: return prepare_dh(k, j->material);
  case RSA_SIGN:
  case RSA_VERIFY:
  case PSS_SIGN:
  case PSS_VERIFY: return prepare_rsa(k, j->material);
  case XDH_SHARED:
  case XDH_PUBLIC:
  case EDDSA_SIGN:
  case EDDSA_VERIFY: return prepare_raw(k, j->operation, j->material);
  case DSA_SIGN:
  case DSA_VERIFY: return prepare_dsa(k, j->material);
  default: return prepare_ec(k, j->material, j->operation->group);
  }
}

const struct peer peer_openssl = {"OpenSSL", prepare};
