/* Secrets, for memcheck of valgrind: a secret is memory that counts as undefined, and memcheck reports each branch and each
 * address that depends on it. Without valgrind nothing of this does anything. */
#ifndef TLS12_TESTS_CONSTANT_TIME_SECRET_H
#define TLS12_TESTS_CONSTANT_TIME_SECRET_H

#include <check.h>
#include <stdint.h>
#include <valgrind/memcheck.h>

static inline void secret(const void *p, size_t n)
{
  (void)VALGRIND_MAKE_MEM_UNDEFINED(p, n);
}

static inline void public(const void *p, size_t n)
{
  (void)VALGRIND_MAKE_MEM_DEFINED(p, n);
}

/* The result of an operation: it depends on a secret, as it should, and is public from here on. */
static inline void reveal(const void *p, size_t n)
{
  uint8_t undefined[1024] = {0}, any = 0;
  ck_assert_uint_le(n, sizeof undefined);
  if (VALGRIND_GET_VBITS(p, undefined, n) == 1) {
    for (size_t i = 0; i < n; i++) any |= undefined[i];
    ck_assert_uint_ne(any, 0);
  }
  public(p, n);
}

static inline int public_int(int value)
{
  public(&value, sizeof value);
  return value;
}

/* What memcheck reported so far. */
static inline unsigned leaks(void)
{
  return VALGRIND_COUNT_ERRORS;
}

#endif
