#include "tests/fuzz/harness/harness.h"

#include <string.h>

const struct harness *const harnesses[HARNESSES] = {&decoder_harness, &tool_harness, &client_harness, &server_harness,
                                                    &certificate_harness};

uint8_t *exact_copy(const uint8_t *data, size_t length)
{
  uint8_t *copy = malloc(length);
  INSIST(copy != NULL || length == 0);
  if (length > 0) memcpy(copy, data, length);
  return copy;
}

void take_joined(void (*take)(const uint8_t *data, size_t length), const uint8_t *head, size_t head_length,
                 const uint8_t *data, size_t length)
{
  uint8_t *joined = malloc(head_length + length);
  INSIST(joined != NULL);
  memcpy(joined, head, head_length);
  if (length > 0) memcpy(joined + head_length, data, length);
  take(joined, head_length + length);
  free(joined);
}
