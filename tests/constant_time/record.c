/* Lucky 13: MAC-then-encrypt with CBC, with the decrypted record secret. Neither where its padding begins nor which of padding
 * and MAC is wrong may show; whether both are right does, by the alert. The parts of block.c are called one by one, since
 * that becomes public inside its one public function. run.py runs this under valgrind. */
#include "src/record/block.c"

#include <stdlib.h>
#include <string.h>

#include "secret.h"
#include "tests/suite.h"

enum { CONTENT = 400, ROOM = 800 };

static struct tls12_record_key key;

/* Content, its MAC, and padding of that many bytes, the last of them too: in the clear, as after cbc_open. Its length. */
static uint32_t make(uint8_t *data, enum tls12_hash hash, uint32_t padding)
{
  static const uint8_t bytes[64] = {1, 2, 3};
  const struct tls12_bytes mac_key = {bytes, tls12_hash_size(hash)};
  ck_assert_int_eq(tls12_record_key_init(&key, TLS12_OPEN, TLS12_CIPHER_AES_128_CBC, hash, 0, mac_key,
                                         (struct tls12_bytes){bytes, 16}, (struct tls12_bytes){bytes, 0}),
                   0);
  for (uint32_t i = 0; i < CONTENT; i++) data[i] = (uint8_t)(7 * i);
  record_mac(&key, 22, 0x0303, data, CONTENT, data + CONTENT);
  write_padding(data, CONTENT + mac_key.length, padding);
  return CONTENT + mac_key.length + padding;
}

static const enum tls12_hash hashes[] = {TLS12_SHA1, TLS12_SHA256, TLS12_SHA384};
static const uint32_t paddings[] = {1, 2, 16, 63, 64, 65, 128, 255, 256};

/* wrong: 0 nothing, 1 a byte of the padding, 2 a byte of the MAC, 3 the length of the padding. */
static void check(enum tls12_hash hash, uint32_t padding, int wrong)
{
  uint8_t data[ROOM];
  const uint32_t n = make(data, hash, padding);
  const int broken = wrong > 0 && !(wrong == 1 && padding == 1);
  if (wrong == 1 && padding > 1) data[n - padding] ^= 1;
  if (wrong == 2) data[CONTENT + 3] ^= 1;
  if (wrong == 3) data[n - 1] = (uint8_t)(data[n - 1] + 1);
  const unsigned before = leaks();
  secret(data, sizeof data);
  uint32_t length = content_length(&key, 22, 0x0303, data, n);
  ck_assert_uint_eq(leaks(), before);
  reveal(&length, sizeof length);
  ck_assert_uint_eq(length, broken ? NO_CONTENT : CONTENT);
}

//= build/requirements.md#R5246-6.2.3.2-04
//= type=test
//# Record processing takes essentially the same time whether or not the padding is right, e.g. by computing the MAC
//# as if the pad were empty.
START_TEST(lucky13)
{
  for (size_t i = 0; i < sizeof paddings / sizeof *paddings; i++)
    for (int wrong = 0; wrong < 4; wrong++) check(hashes[_i], paddings[i], wrong);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("constant_time/record");
  TCase *tests = tcase_create("lucky13");
  tcase_set_timeout(tests, 300);
  tcase_add_loop_test(tests, lucky13, 0, 3);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
