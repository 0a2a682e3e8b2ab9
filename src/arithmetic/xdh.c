#include "arithmetic/xdh.h"

#include <stddef.h>

#include "arithmetic/clear.h"
#include "arithmetic/little_endian.h"
#include "arithmetic/small_lemmas.h"
#include "arithmetic/x_multiply.h"
#include "crypto/wipe.h"

unsigned xdh_size(unsigned group)
{
  const struct montgomery_curve *c = montgomery_curve(group);
  return c == NULL ? 0 : c->bytes;
}

/* Writes X25519 or X448 of the scalar and u, and clears what it leaves on the stack. 1, or 0 when that is zero. */
/*@ requires curve: \valid_read(c) && is_montgomery(*c);
    requires u: is_reduced(u, c->field);
    requires scalar: \valid_read(scalar + (0 .. c->bytes - 1));
    requires out: \valid(out + (0 .. c->bytes - 1));
    requires separated: \separated(scalar + (0 .. c->bytes - 1), out + (0 .. c->bytes - 1)) &&
                        \separated(c, out + (0 .. c->bytes - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. c->bytes - 1];
    ensures answer: \result == (x_function{Pre}(scalar, element(u), c->group) == 0 ? 0 : 1);
    ensures product: little_endian(out, 0, x_bytes(c->group)) == x_function{Pre}(scalar, element(u), c->group); */
static int multiply(const struct montgomery_curve *c, const uint8_t *scalar, struct field_element u, uint8_t *out)
{
  const struct field_element zero = {{0}};
  //@ assert short: is_short(zero, 1);
  const unsigned limbs = c->bytes / 8;
  struct field_element product = x_multiply(c, scalar, u);
  const int nonzero = 1 - field_equal(product, zero);
  //@ assert fits: is_short(product, limbs);
  field_to_little_endian(product, out, limbs);
  limbs_clear(product.limb, FIELD_LIMBS);
  field_clear_stack();
  return nonzero;
}

int xdh_public(unsigned group, const uint8_t *scalar, uint8_t *public_key)
{
  const struct montgomery_curve *c = montgomery_curve(group);
  if (c == NULL) return 0;
  (void)multiply(c, scalar, c->base, public_key);
  return 1;
}

int xdh_generate(unsigned group, tls12_random random, void *context, uint8_t *scalar, uint8_t *public_key)
{
  return random_draw(random, context, scalar, xdh_size(group)) && xdh_public(group, scalar, public_key);
}

int xdh_shared(unsigned group, const uint8_t *scalar, struct tls12_bytes peer, uint8_t *shared)
{
  const struct montgomery_curve *c = montgomery_curve(group);
  if (c == NULL) return 0;
  if (peer.length == c->bytes && multiply(c, scalar, montgomery_decode(c, peer.data), shared)) return 1;
  wipe(shared, c->bytes);
  return 0;
}
