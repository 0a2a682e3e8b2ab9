#include "wire/random.h"

int random_draw(tls12_random random, void *context, uint8_t *out, size_t n)
{
  return random(context, out, n) == 0;
}
