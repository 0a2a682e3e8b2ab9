/* What of wiping the proofs do not follow: any object as bytes, and what the compiler may drop. */
#include "crypto/hmac.h"
#include "crypto/wipe.h"

/* No instruction; but GCC and clang take it for one that reads all memory that `bytes` leads to. */
void wipe_seen(const uint8_t *bytes)
{
  __asm__ volatile("" : : "r"(bytes) : "memory");
}

void tls12_wipe(void *memory, size_t n)
{
  wipe(memory, n);
}

void hmac_wipe(struct tls12_hmac_context *context)
{
  tls12_wipe(context, sizeof *context);
}
