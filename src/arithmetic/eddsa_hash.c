#include "arithmetic/eddsa_hash.h"

#include "arithmetic/clear.h"
#include "arithmetic/little_endian.h"
#include "crypto/hash.h"
#include "crypto/shake256.h"
#include "crypto/wipe.h"

#define WIDE_LIMBS 15
#define SCRATCH_LIMBS 64

void eddsa_hash(const struct edwards_curve *c, const struct tls12_bytes *parts, unsigned count,
                uint8_t digest[EDDSA_DIGEST_MAX])
{
  wipe(digest, EDDSA_DIGEST_MAX);
  if (c->signature == TLS12_ED448)
    shake256(parts, count, digest, 114);
  else
    tls12_hash_parts(TLS12_SHA512, parts, count, digest);
}

struct tls12_bytes eddsa_domain(const struct edwards_curve *c)
{
  static const uint8_t domain[] = {'S', 'i', 'g', 'E', 'd', '4', '4', '8', 0, 0};
  return (struct tls12_bytes){domain, c->signature == TLS12_ED448 ? sizeof domain : 0};
}

struct field_element eddsa_residue(const struct edwards_curve *c, const uint8_t *bytes, uint32_t n)
{
  mp_limb_t wide[WIDE_LIMBS], scratch[SCRATCH_LIMBS];
  struct field_element r = {{0}};
  limbs_from_little_endian(wide, n, bytes);
  mpn_sec_div_r(wide, (mp_size_t)n, c->order.value.limb, c->order.limbs, scratch);
  mpn_copyi(r.limb, wide, c->order.limbs);
  limbs_clear(wide, WIDE_LIMBS);
  limbs_clear(scratch, SCRATCH_LIMBS);
  return r;
}
