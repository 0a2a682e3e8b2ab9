/* mbedTLS. */
#include <mbedtls/bignum.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/ecp.h>
#include <mbedtls/rsa.h>
#include <stdlib.h>

#include "operation.h"
#include "spec/algorithms.h"

struct key {
  mbedtls_mpi p, g, x, r, s, rr;
  mbedtls_rsa_context rsa;
  mbedtls_ecp_group group;
  mbedtls_ecp_point point, result;
};

static int draw(void *context, unsigned char *out, size_t n)
{
  fixed_random(context, n, out);
  return 0;
}

static int number(mbedtls_mpi *n, const struct octets *o)
{
  return mbedtls_mpi_read_binary(n, o->data, o->length) == 0;
}

static int power(struct job *j)
{
  struct key *k = j->key;
  j->length = j->material->p.length;
  return mbedtls_mpi_exp_mod(&k->r, &k->g, &k->x, &k->p, &k->rr) == 0 &&
         mbedtls_mpi_write_binary(&k->r, j->out, j->length) == 0;
}

static int dh_shared_work(struct job *j)
{
  struct key *k = j->key;
  return number(&k->g, &j->material->peer) && power(j);
}

static int dh_public_work(struct job *j)
{
  struct key *k = j->key;
  return mbedtls_mpi_lset(&k->g, 2) == 0 && power(j);
}

static int rsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  j->length = j->material->n.length;
  return mbedtls_rsa_pkcs1_sign(&k->rsa, draw, NULL, MBEDTLS_RSA_PRIVATE, MBEDTLS_MD_SHA256, 32,
                                j->material->digest.data, j->out) == 0;
}

static int rsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  return mbedtls_rsa_pkcs1_verify(&k->rsa, NULL, NULL, MBEDTLS_RSA_PUBLIC, MBEDTLS_MD_SHA256, 32,
                                  j->material->digest.data, j->material->signature.data) == 0;
}

static int take_point(struct job *j)
{
  struct key *k = j->key;
  const struct octets *peer = &j->material->peer;
  return mbedtls_ecp_point_read_binary(&k->group, &k->point, peer->data, peer->length) == 0 &&
         mbedtls_ecp_check_pubkey(&k->group, &k->point) == 0;
}

static int ecdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  j->length = coordinate_size(j->operation->group);
  return take_point(j) && mbedtls_ecp_mul(&k->group, &k->result, &k->x, &k->point, draw, NULL) == 0 &&
         mbedtls_mpi_write_binary(&k->result.X, j->out, j->length) == 0;
}

static int ecdh_public_work(struct job *j)
{
  struct key *k = j->key;
  return mbedtls_ecp_mul(&k->group, &k->result, &k->x, &k->group.G, draw, NULL) == 0 &&
         mbedtls_ecp_point_write_binary(&k->group, &k->result, MBEDTLS_ECP_PF_UNCOMPRESSED, &j->length, j->out,
                                        sizeof j->out) == 0;
}

static int ecdsa_sign_work(struct job *j)
{
  struct key *k = j->key;
  const size_t size = coordinate_size(j->operation->group);
  j->length = 2 * size;
  return mbedtls_ecdsa_sign_det_ext(&k->group, &k->r, &k->s, &k->x, j->material->digest.data, 32, MBEDTLS_MD_SHA256,
                                    draw, NULL) == 0 &&
         mbedtls_mpi_write_binary(&k->r, j->out, size) == 0 &&
         mbedtls_mpi_write_binary(&k->s, j->out + size, size) == 0;
}

static int ecdsa_verify_work(struct job *j)
{
  struct key *k = j->key;
  const size_t size = coordinate_size(j->operation->group);
  const uint8_t *r = j->material->signature.data;
  return mbedtls_mpi_read_binary(&k->r, r, size) == 0 && mbedtls_mpi_read_binary(&k->s, r + size, size) == 0 &&
         mbedtls_ecdsa_verify(&k->group, j->material->digest.data, 32, &k->point, &k->r, &k->s) == 0;
}

static int pss_sign_work(struct job *j)
{
  struct key *k = j->key;
  j->length = j->material->n.length;
  return mbedtls_rsa_rsassa_pss_sign(&k->rsa, draw, NULL, MBEDTLS_RSA_PRIVATE, MBEDTLS_MD_SHA256, 32,
                                     j->material->digest.data, j->out) == 0;
}

static int pss_verify_work(struct job *j)
{
  struct key *k = j->key;
  return mbedtls_rsa_rsassa_pss_verify(&k->rsa, NULL, NULL, MBEDTLS_RSA_PUBLIC, MBEDTLS_MD_SHA256, 32,
                                       j->material->digest.data, j->material->signature.data) == 0;
}

static int xdh(struct job *j, const mbedtls_ecp_point *point)
{
  struct key *k = j->key;
  j->length = j->material->scalar.length;
  return mbedtls_ecp_mul(&k->group, &k->result, &k->x, point, draw, NULL) == 0 &&
         mbedtls_mpi_write_binary_le(&k->result.X, j->out, j->length) == 0;
}

static int xdh_shared_work(struct job *j)
{
  struct key *k = j->key;
  return take_point(j) && xdh(j, &k->point);
}

static int xdh_public_work(struct job *j)
{
  struct key *k = j->key;
  return xdh(j, &k->group.G);
}

/* The scalar as RFC 7748 decodes it. */
static int prepare_xdh(struct job *j)
{
  struct key *k = j->key;
  struct octets scalar = j->material->scalar;
  const int is_short = scalar.length == 32;
  scalar.data[0] &= is_short ? 248 : 252;
  scalar.data[scalar.length - 1] &= is_short ? 127 : 255;
  scalar.data[scalar.length - 1] |= is_short ? 64 : 128;
  mbedtls_ecp_group_init(&k->group);
  mbedtls_ecp_point_init(&k->point);
  mbedtls_ecp_point_init(&k->result);
  return mbedtls_ecp_group_load(&k->group, is_short ? MBEDTLS_ECP_DP_CURVE25519 : MBEDTLS_ECP_DP_CURVE448) == 0 &&
         mbedtls_mpi_read_binary_le(&k->x, scalar.data, scalar.length) == 0;
}

static int prepare_rsa(struct key *k, const struct material *m, int padding)
{
  mbedtls_rsa_init(&k->rsa, padding, MBEDTLS_MD_SHA256);
  return mbedtls_rsa_import_raw(&k->rsa, m->n.data, m->n.length, m->prime1.data, m->prime1.length, m->prime2.data,
                                m->prime2.length, m->d.data, m->d.length, m->e.data, m->e.length) == 0 &&
         mbedtls_rsa_complete(&k->rsa) == 0;
}

static int prepare_ec(struct job *j)
{
  struct key *k = j->key;
  const unsigned group = j->operation->group;
  mbedtls_ecp_group_init(&k->group);
  mbedtls_ecp_point_init(&k->point);
  mbedtls_ecp_point_init(&k->result);
  return mbedtls_ecp_group_load(&k->group, group == TLS12_SECP256R1   ? MBEDTLS_ECP_DP_SECP256R1
                                           : group == TLS12_SECP384R1 ? MBEDTLS_ECP_DP_SECP384R1
                                                                      : MBEDTLS_ECP_DP_SECP521R1) == 0 &&
         take_point(j);
}

static int prepare(struct job *j)
{
  static int (*const works[])(struct job *) = {
      [DH_SHARED] = dh_shared_work,     [DH_PUBLIC] = dh_public_work,   [DH_COMB] = dh_public_work,
      [RSA_SIGN] = rsa_sign_work,       [RSA_VERIFY] = rsa_verify_work, [ECDH_SHARED] = ecdh_shared_work,
      [ECDH_PUBLIC] = ecdh_public_work, [ECDSA_SIGN] = ecdsa_sign_work, [ECDSA_VERIFY] = ecdsa_verify_work,
      [XDH_SHARED] = xdh_shared_work,   [XDH_PUBLIC] = xdh_public_work, [PSS_SIGN] = pss_sign_work,
      [PSS_VERIFY] = pss_verify_work};
  struct key *k = j->key = calloc(1, sizeof *k);
  if (k == NULL) return 0;
  mbedtls_mpi *const numbers[] = {&k->p, &k->g, &k->x, &k->r, &k->s, &k->rr};
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) mbedtls_mpi_init(numbers[i]);
  j->work = j->operation->kind < sizeof works / sizeof works[0] ? works[j->operation->kind] : NULL;
  if (j->work == NULL) return 0;
  if (!number(&k->x, &j->material->scalar)) return 0;
  switch (j->operation->kind) {
  case DH_SHARED:
  case DH_PUBLIC:
  case DH_COMB: return number(&k->p, &j->material->p);
  case RSA_SIGN:
  case RSA_VERIFY: return prepare_rsa(k, j->material, MBEDTLS_RSA_PKCS_V15);
  case PSS_SIGN:
  case PSS_VERIFY: return prepare_rsa(k, j->material, MBEDTLS_RSA_PKCS_V21);
  case XDH_SHARED:
  case XDH_PUBLIC: return prepare_xdh(j);
  default: return prepare_ec(j);
  }
}

const struct peer peer_mbedtls = {"mbedTLS", prepare};
