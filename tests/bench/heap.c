/* Counts allocations of the whole process, libraries included: these names come before those of the C library. */
#include "operation.h"

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

static size_t calls;

void *malloc(size_t size)
{
  calls++;
  return __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
  calls++;
  return __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
  calls++;
  return __libc_realloc(old, size);
}

size_t heap_calls(void)
{
  return calls;
}
