/* How much stack a job takes: it runs on a stack of its own that was painted before. */
#include <string.h>
#include <ucontext.h>

#include "operation.h"

#define STACK (1 << 20)
#define PAINT 0xa5

static uint8_t stack[STACK];
static ucontext_t here, there;
static struct job *running;

static void run(void)
{
  running->work(running);
}

static size_t painted(struct job *job)
{
  size_t untouched = 0;
  memset(stack, PAINT, sizeof stack);
  running = job;
  getcontext(&there);
  there.uc_stack.ss_sp = stack;
  there.uc_stack.ss_size = sizeof stack;
  there.uc_link = &here;
  makecontext(&there, run, 0);
  swapcontext(&here, &there);
  while (untouched < sizeof stack && stack[untouched] == PAINT) untouched++;
  return sizeof stack - untouched;
}

static int nothing(struct job *job)
{
  return job != NULL;
}

size_t stack_used(struct job *job)
{
  struct job empty = {.work = nothing};
  const size_t base = painted(&empty);
  return painted(job) - base;
}
