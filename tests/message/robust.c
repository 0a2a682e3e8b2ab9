/* Every decoder of message/, and its encoder, on ten thousand damaged messages of its kind: cut at random, with random bits
 * flipped. */
#include <check.h>

#include "tests/message/kinds.h"
#include "tests/suite.h"

#define ROUNDS 10000

/* Marsaglia's xorshift with 64 bits. */
static uint64_t state;

static uint32_t below(uint32_t n)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 32) % n;
}

START_TEST(samples)
{
  const struct kind *kind = &kinds[_i];
  ck_assert_msg(judge(kind, (const uint8_t *)kind->sample, kind->length), "%s", kind->name);
}
END_TEST

START_TEST(damaged)
{
  const struct kind *kind = &kinds[_i];
  unsigned refused = 0;
  state = 0x9e3779b97f4a7c15u + (unsigned)_i;
  for (unsigned round = 0; round < ROUNDS; round++) {
    /* up to four bytes longer, or cut anywhere */
    const uint32_t length = round % 2 == 0 ? kind->length + below(5) : below(kind->length + 1);
    const uint32_t kept = length < kind->length ? length : kind->length;
    uint8_t *body = malloc(length);
    ck_assert(body != NULL || length == 0);
    if (kept > 0) memcpy(body, kind->sample, kept);
    for (uint32_t i = kept; i < length; i++) body[i] = (uint8_t)below(256);
    if (length > 0)
      for (uint32_t flips = below(4); flips > 0; flips--) body[below(length)] ^= (uint8_t)(1u << below(8));
    if (!judge(kind, body, length)) refused++;
    free(body);
  }
  /* a ticket is any bytes */
  const unsigned least = kind->decode == decode_session_ticket ? 0 : ROUNDS / 10;
  ck_assert_msg(refused >= least, "%s: only %u refused", kind->name, refused);
}
END_TEST

/* Every proper prefix of a sample whose end its lengths fix is refused. A hello without extensions is one too, and so is
 * any prefix of a ticket or padding. */
START_TEST(prefixes)
{
  const struct kind *kind = &kinds[_i];
  unsigned accepted_prefixes = 0;
  for (uint32_t length = 0; length < kind->length; length++) {
    uint8_t *body = malloc(length);
    ck_assert(body != NULL || length == 0);
    if (length > 0) memcpy(body, kind->sample, length);
    accepted_prefixes += (unsigned)judge(kind, body, length);
    free(body);
  }
  const int hello = kind->decode == decode_client_hello || kind->decode == decode_server_hello;
  const int any_length = kind->decode == decode_session_ticket || kind->decode == decode_padding;
  ck_assert_msg(accepted_prefixes == (any_length ? kind->length
                                      : hello    ? 1u
                                                 : 0u),
                "%s: %u", kind->name, accepted_prefixes);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/robust");
  TCase *tests = tcase_create("damaged messages");
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, samples, 0, KINDS);
  tcase_add_loop_test(tests, damaged, 0, KINDS);
  tcase_add_loop_test(tests, prefixes, 0, KINDS);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
