/* What the suites of this folder share. */
#ifndef TLS12_TESTS_X509_SUITE_H
#define TLS12_TESTS_X509_SUITE_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "tests/suite.h"

/* A heap copy of exactly n bytes, so that a sanitizer sees any byte read beyond them. */
static uint8_t *copy_of(const uint8_t *bytes, size_t n)
{
  uint8_t *copy = malloc(n ? n : 1);
  ck_assert_ptr_nonnull(copy);
  if (n) memcpy(copy, bytes, n);
  return copy;
}

/* Where `pattern` is in the bytes; it must be there. */
__attribute__((unused)) static uint32_t find(const uint8_t *bytes, size_t n, const uint8_t *pattern, size_t m)
{
  for (size_t i = 0; i + m <= n; i++)
    if (memcmp(bytes + i, pattern, m) == 0) return (uint32_t)i;
  ck_abort_msg("pattern not found");
}

#endif
