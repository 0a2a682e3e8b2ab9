/* The decoders of message/, each with its encoder. The first byte chooses the message, with its key exchange and sender. */
#include "tests/fuzz/harness/harness.h"
#include "tests/message/kinds.h"

static int run(const uint8_t *data, size_t length)
{
  if (length == 0) return 0;
  uint8_t *body = exact_copy(data + 1, length - 1);
  const int accepted = judge(&kinds[data[0] % KINDS], body, (uint32_t)(length - 1));
  free(body);
  return accepted;
}

static void seeds(void (*take)(const uint8_t *data, size_t length))
{
  for (int i = 0; i < KINDS; i++) {
    const uint8_t head[] = {(uint8_t)i};
    take_joined(take, head, sizeof head, (const uint8_t *)kinds[i].sample, kinds[i].length);
  }
}

const struct harness decoder_harness = {"decoders", run, seeds};
