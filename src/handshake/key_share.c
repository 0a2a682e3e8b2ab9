#include "handshake/key_share.h"

unsigned key_share_size(unsigned group)
{
  const unsigned size = xdh_size(group);
  return size > 0 ? size : ecdh_size(group);
}

unsigned key_share_length(unsigned group)
{
  const unsigned size = ecdh_size(group);
  return size > 0 ? 1 + 2 * size : xdh_size(group);
}

int key_share_generate(unsigned group, tls12_random random, void *context, uint8_t *private_key, uint8_t *share)
{
  if (xdh_size(group) > 0) return xdh_generate(group, random, context, private_key, share);
  return ecdh_size(group) > 0 && ecdh_generate(group, random, context, private_key, share);
}

enum tls12_rule key_share_check(unsigned group, struct tls12_bytes share)
{
  const unsigned size = xdh_size(group);
  if (size > 0) return share.length == size ? TLS12_NO_RULE : R8422_5_4_05;
  return ecdh_check_point(group, share);
}

int key_share_agree(unsigned group, const uint8_t *private_key, struct tls12_bytes share, uint8_t *premaster)
{
  if (xdh_size(group) > 0) return xdh_shared(group, private_key, share, premaster);
  return ecdh_shared(group, private_key, share, premaster);
}
