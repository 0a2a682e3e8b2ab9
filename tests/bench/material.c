/* The inputs: keys and values that are the same in each run, but for RSA keys, which OpenSSL makes anew. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/rsa.h>
#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/eddsa.h"
#include "arithmetic/ffdhe.h"
#include "arithmetic/xdh.h"
#include "operation.h"
#include "tests/arithmetic/rfc5114.inc"
#include "tests/hex.h"

void fixed_random(void *context, size_t n, uint8_t *out)
{
  static uint32_t state = 1;
  (void)context;
  for (size_t i = 0; i < n; i++) {
    state = 1103515245u * state + 12345u;
    out[i] = (uint8_t)(state >> 16);
  }
}

size_t coordinate_size(unsigned group)
{
  return ecdh_size(group);
}

static void take(struct octets *out, const BIGNUM *n)
{
  out->length = (size_t)BN_bn2bin(n, out->data);
}

static struct tls12_bytes bytes(const struct octets *o)
{
  return (struct tls12_bytes){o->data, (uint32_t)o->length};
}

static void fill(struct octets *o, size_t length, uint8_t first)
{
  o->length = length;
  fixed_random(NULL, length, o->data);
  o->data[0] = first;
}

/* Exponents of 225, 275 and 325 bits: RFC 7919 appendix A. */
static int dh(const struct operation *op, struct material *m)
{
  const struct tls12_bytes p = ffdhe_prime((enum tls12_group)op->group);
  const size_t bits = op->group == TLS12_FFDHE2048 ? 225 : op->group == TLS12_FFDHE3072 ? 275 : 325;
  struct octets other;
  memcpy(m->p.data, p.data, p.length);
  m->p.length = p.length;
  fill(&m->scalar, (bits + 7) / 8, (uint8_t)(1u << (bits - 1) % 8));
  fill(&other, 29, 1);
  dh_public(p, ffdhe_generator(), bytes(&other), m->peer.data);
  m->peer.length = p.length;
  return 1;
}

static int ec(const struct operation *op, struct material *m)
{
  const size_t size = ecdh_size(op->group);
  struct octets other;
  const uint8_t first = op->group == TLS12_SECP521R1 ? 1 : 0x7f;
  fill(&m->scalar, size, first);
  fill(&other, size, first);
  m->peer.length = 1 + 2 * size;
  /* A signature is verified by the public key of the signer. */
  return ecdh_public(op->group, op->kind == ECDH_SHARED ? other.data : m->scalar.data, m->peer.data);
}

static int xdh(const struct operation *op, struct material *m)
{
  struct octets other;
  m->peer.length = xdh_size(op->group);
  fill(&m->scalar, m->peer.length, 1);
  fill(&other, m->peer.length, 2);
  return xdh_public(op->group, other.data, m->peer.data);
}

static int eddsa(const struct operation *op, struct material *m)
{
  m->peer.length = eddsa_size(op->group);
  fill(&m->scalar, m->peer.length, 1);
  return eddsa_public(op->group, m->scalar.data, m->peer.data);
}

static void from_text(struct octets *out, const char *text)
{
  out->length = from_hex(text, out->data, sizeof out->data);
}

/* The group of RFC 5114 section 2.3, and the key of its appendix A.3. */
static int dsa(struct material *m)
{
  from_text(&m->p, rfc5114_p3);
  from_text(&m->q, "8cf83642a709a097b447997640129da299b1a47d1eb3750ba308b0fe64f5fbd3");
  from_text(&m->g, rfc5114_g3);
  from_text(&m->scalar, rfc5114_xa3);
  from_text(&m->peer, rfc5114_ya3);
  return m->p.length == 256;
}

static int rsa(const struct operation *op, struct material *m)
{
  static RSA *key;
  BIGNUM *e = BN_new();
  if (key == NULL || RSA_bits(key) != (int)op->group) {
    RSA_free(key);
    key = RSA_new();
    if (!BN_set_word(e, 65537) || !RSA_generate_key_ex(key, (int)op->group, e, NULL)) return 0;
  }
  take(&m->n, RSA_get0_n(key));
  take(&m->e, RSA_get0_e(key));
  take(&m->d, RSA_get0_d(key));
  take(&m->prime1, RSA_get0_p(key));
  take(&m->prime2, RSA_get0_q(key));
  take(&m->dp, RSA_get0_dmp1(key));
  take(&m->dq, RSA_get0_dmq1(key));
  take(&m->coefficient, RSA_get0_iqmp(key));
  BN_free(e);
  return 1;
}

/* A signature to verify is one of ours. */
static int sign(const struct operation *op, struct material *m)
{
  const struct operation signing = {op->name, (enum operation_kind)(op->kind - 1), op->group};
  struct job job = {.operation = &signing, .material = m};
  if (!peer_ours.prepare(&job) || !job.work(&job)) return 0;
  memcpy(m->signature.data, job.out, job.length);
  m->signature.length = job.length;
  return 1;
}

int material_make(const struct operation *op, struct material *m)
{
  memset(m, 0, sizeof *m);
  fill(&m->digest, 32, 0x5a);
  switch (op->kind) {
  case DH_SHARED:
  case DH_PUBLIC:
  case DH_COMB: return dh(op, m);
  case RSA_SIGN: return rsa(op, m);
  case RSA_VERIFY: return rsa(op, m) && sign(op, m);
  case PSS_SIGN: return rsa(op, m);
  case PSS_VERIFY: return rsa(op, m) && sign(op, m);
  case ECDSA_VERIFY: return ec(op, m) && sign(op, m);
  case XDH_SHARED:
  case XDH_PUBLIC: return xdh(op, m);
  case EDDSA_SIGN: return eddsa(op, m);
  case EDDSA_VERIFY: return eddsa(op, m) && sign(op, m);
  case DSA_SIGN: return dsa(m);
  case DSA_VERIFY: return dsa(m) && sign(op, m);
  default: return ec(op, m);
  }
}
