/* A short fuzz without a fuzzer: the seeds of the harnesses, and some thousand damaged ones, the same in every run. The
 * decoders' own is tests/message/robust.c. */
#include <check.h>
#include <string.h>

#include "tests/fuzz/harness/harness.h"
#include "tests/suite.h"

static const struct harness *harness;
static unsigned seen, accepted, rounds;

/* Marsaglia's xorshift with 64 bits. */
static uint64_t state;

static size_t below(size_t n)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (size_t)(state >> 32) % n;
}

static void run(const uint8_t *data, size_t length)
{
  seen++;
  accepted += harness->run(data, length) != 0;
}

/* Changes, takes out, repeats or cuts; the first byte, which chooses what is done, mostly stays. */
static size_t damage(uint8_t *data, size_t length, size_t room)
{
  const size_t at = below(16) == 0 ? 0 : 1 + below(length), n = 1 + below(8);
  if (at >= length) return length;
  switch (below(6)) {
  case 0: data[at] = (uint8_t)below(256); return length;
  case 1: data[at] = below(2) == 0 ? 0 : 0xff; return length;
  case 2:
    if (at + n > length) return length;
    memmove(data + at, data + at + n, length - at - n);
    return length - n;
  case 3:
    if (length + n > room || at + n > length) return length;
    memmove(data + at + n, data + at, length - at);
    return length + n;
  case 4: return below(4) == 0 ? at : length;
  default: data[at] ^= (uint8_t)(1u << below(8)); return length;
  }
}

static void run_damaged(const uint8_t *data, size_t length)
{
  const size_t room = length + 64;
  uint8_t *changed = malloc(room);
  ck_assert_ptr_nonnull(changed);
  for (unsigned round = 0; round < rounds; round++) {
    size_t n = length;
    memcpy(changed, data, length);
    for (size_t changes = 1 + below(3); changes > 0 && n > 1; changes--) n = damage(changed, n, room);
    run(changed, n);
  }
  free(changed);
}

static const struct {
  const struct harness *harness;
  unsigned rounds; /* for each seed */
} plan[] = {{&tool_harness, 80}, {&client_harness, 8}, {&server_harness, 8}, {&certificate_harness, 200}};

static void start(int i)
{
  harness = plan[i].harness;
  rounds = plan[i].rounds;
  state = 0x9e3779b97f4a7c15u;
  seen = accepted = 0;
}

START_TEST(undamaged)
{
  start(_i);
  harness->seeds(run);
  ck_assert_msg(accepted > seen / 2, "%s: only %u of %u accepted", harness->name, accepted, seen);
}
END_TEST

START_TEST(damaged)
{
  start(_i);
  harness->seeds(run_damaged);
  ck_assert_msg(accepted > 0 && accepted < seen, "%s: %u of %u accepted", harness->name, accepted, seen);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("fuzz/short");
  TCase *tests = tcase_create("harnesses");
  tcase_set_timeout(tests, 0);
  tcase_add_loop_test(tests, undamaged, 0, sizeof plan / sizeof *plan);
  tcase_add_loop_test(tests, damaged, 0, sizeof plan / sizeof *plan);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
