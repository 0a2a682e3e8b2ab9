#include "crypto/wipe.h"

void tls12_wipe(void *memory, size_t n)
{
  volatile char *p = memory;
  for (size_t i = 0; i < n; i++) p[i] = 0;
}
