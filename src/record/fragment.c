#include "record/fragment.h"

uint32_t fragment_next(uint32_t total, uint32_t sent, uint32_t limit)
{
  const uint32_t rest = total - sent;
  const uint32_t most = limit == 0 || limit > TLS12_PLAINTEXT_MAX ? TLS12_PLAINTEXT_MAX : limit;

  return rest < most ? rest : most;
}

uint32_t fragment_count(uint32_t total)
{
  return (total + (TLS12_PLAINTEXT_MAX - 1u)) / TLS12_PLAINTEXT_MAX;
}
