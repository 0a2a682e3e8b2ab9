#include "handshake/encrypt_then_mac.h"

#include "handshake/offer.h"

/*@ requires suite: \valid_read(suite);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures block: \result != 0 <==> 0 < cipher_block(suite->cipher);
*/
static int is_block(const struct tls12_suite *suite)
{
  return tls12_cipher_sizes(suite->cipher).type == TLS12_BLOCK;
}

int offers_encrypt_then_mac(const struct tls12_engine *e)
{
  unsigned place = 0;
  const struct tls12_suite *suite;
  if (e->config->without_encrypt_then_mac || e->block_mechanism == TLS12_MECHANISM_MAC_THEN_ENCRYPT) return 0;
  /*@ loop assigns place, suite;
      loop variant 4294967295 - place;
  */
  while ((suite = offered_suite(e->config, &place)) != NULL)
    if (is_block(suite)) return 1;
  return 0;
}

/* Whether the server, asked for it, accepts. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result != 0 <==> 0 < cipher_block(e->suite->cipher) && e->config->without_encrypt_then_mac == 0 &&
      e->block_mechanism != TLS12_MECHANISM_MAC_THEN_ENCRYPT;
*/
static int accepts(const struct tls12_engine *e)
{
  return is_block(e->suite) && !e->config->without_encrypt_then_mac &&
         e->block_mechanism != TLS12_MECHANISM_MAC_THEN_ENCRYPT;
}

void settle_encrypt_then_mac(struct tls12_engine *e)
{
  const struct tls12_span nowhere = {0, 0};
  const int block = is_block(e->suite);
  if (e->role == TLS12_SERVER && !accepts(e)) e->encrypt_then_mac = 0;
  if (e->encrypt_then_mac && !block) {
    refuse(e, R7366_3_02, nowhere, TLS12_ILLEGAL_PARAMETER);
    return;
  }
  if (!block) return;
  if (!e->encrypt_then_mac && e->block_mechanism == TLS12_MECHANISM_ENCRYPT_THEN_MAC) {
    refuse(e, R7366_3_1_01, nowhere, TLS12_HANDSHAKE_FAILURE);
    return;
  }
  e->block_mechanism = e->encrypt_then_mac ? TLS12_MECHANISM_ENCRYPT_THEN_MAC : TLS12_MECHANISM_MAC_THEN_ENCRYPT;
}
