#include "record/fragment.h"

uint32_t fragment_next(uint32_t total, uint32_t sent)
{
  const uint32_t rest = total - sent;

  return rest < TLS12_PLAINTEXT_MAX ? rest : TLS12_PLAINTEXT_MAX;
}

uint32_t fragment_count(uint32_t total)
{
  return (total + (TLS12_PLAINTEXT_MAX - 1u)) / TLS12_PLAINTEXT_MAX;
}
