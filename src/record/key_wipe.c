/* Views a key as bytes, which the memory model of the proofs does not follow. */
#include "crypto/wipe.h"
#include "record/protection.h"

void record_key_wipe(struct tls12_record_key *key)
{
  tls12_wipe(key, sizeof *key);
}
