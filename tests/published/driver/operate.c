/* Runs one operation for each line of standard input: its name, then numbers in decimal and bytes in hexadecimal digits ("-" for
 * none). Answers with a line: bytes ("-" for none), "yes", or "no". The scripts of tests/published/ make the lines. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arithmetic/dh.h"
#include "arithmetic/dsa.h"
#include "arithmetic/ecdh.h"
#include "arithmetic/ecdsa.h"
#include "arithmetic/rsa_pss.h"
#include "crypto/hash.h"
#include "crypto/hmac.h"
#include "crypto/prf.h"
#include "tests/hex.h"

enum { FIELDS = 16, LINE_ROOM = 1 << 20, OUTPUT_ROOM = 1 << 16 };

static char line[LINE_ROOM];
static uint8_t bytes[LINE_ROOM], out[OUTPUT_ROOM];
static const char *text[FIELDS];
static struct tls12_bytes field[FIELDS];

static unsigned number(int i)
{
  return (unsigned)strtoul(text[i], NULL, 10);
}

static enum tls12_hash hash(int i)
{
  return (enum tls12_hash)number(i);
}

static void answer(struct tls12_bytes value)
{
  for (uint32_t i = 0; i < value.length; i++) printf("%02x", value.data[i]);
  puts(value.length == 0 ? "-" : "");
}

static void answer_out(int good, uint32_t n)
{
  if (good)
    answer((struct tls12_bytes){out, n});
  else
    puts("no");
}

static void answer_whether(int good)
{
  puts(good ? "yes" : "no");
}

static const struct tls12_bytes nothing_added; /* to the nonce */

static int counting_random(void *context, uint8_t *to, size_t n)
{
  static uint8_t next;
  (void)context;
  for (size_t i = 0; i < n; i++) to[i] = next = (uint8_t)(next % 255 + 1);
  return 0;
}

static struct tls12_bytes digest_of(enum tls12_hash h, struct tls12_bytes message)
{
  static uint8_t digest[TLS12_HASH_SIZE_MAX];
  tls12_hash_parts(h, &message, 1, digest);
  return (struct tls12_bytes){digest, tls12_hash_size(h)};
}

/* Key material as the message carries it: n e d p q dp dq qi, from field i on. */
static struct rsa_private_key private_key(int i)
{
  return (struct rsa_private_key){field[i],     field[i + 1], field[i + 2], field[i + 3],
                                  field[i + 4], field[i + 5], field[i + 6], field[i + 7]};
}

static struct rsa_public_key public_key(int i)
{
  return (struct rsa_public_key){field[i], field[i + 1]};
}

/* hash message */
static void run_hash(void)
{
  answer(digest_of(hash(1), field[2]));
}

/* hash key message */
static void run_hmac(void)
{
  tls12_hmac(hash(1), field[2], &field[3], 1, out);
  answer_out(1, tls12_hash_size(hash(1)));
}

/* hash secret label seed n */
static void run_prf(void)
{
  const struct tls12_bytes none = {out, 0};
  p_hash(hash(1), field[2], field[3], field[4], none, out, number(5));
  answer_out(1, number(5));
}

/* p g x */
static void run_dh_public(void)
{
  if (dh_check_group(field[1], field[2]) != TLS12_NO_RULE) {
    answer_whether(0);
    return;
  }
  dh_public(field[1], field[2], field[3], out);
  answer_out(1, field[1].length);
}

/* p g x y: Z without leading zeros */
static void run_dh_shared(void)
{
  uint32_t n = 0;
  const int good =
      dh_check_group(field[1], field[2]) == TLS12_NO_RULE && dh_check_public(field[1], field[4]) == TLS12_NO_RULE;
  if (good) dh_shared(field[1], field[4], field[3], out, &n);
  answer_out(good, n);
}

/* group d */
static void run_ecdh_public(void)
{
  answer_out(ecdh_public(number(1), field[2].data, out), 1 + 2 * ecdh_size(number(1)));
}

/* group d point */
static void run_ecdh_shared(void)
{
  answer_out(ecdh_shared(number(1), field[2].data, field[3], out), ecdh_size(number(1)));
}

/* group point */
static void run_point(void)
{
  answer_whether(ecdh_check_point(number(1), field[2]) == TLS12_NO_RULE);
}

/* group point digest signature */
static void run_ecdsa_verify(void)
{
  answer_whether(ecdsa_verify(number(1), field[2], field[3], field[4]));
}

/* group d hash digest */
static void run_ecdsa_sign(void)
{
  uint32_t n = 0;
  const int good = ecdsa_sign(number(1), field[2].data, hash(3), field[4], nothing_added, out, &n);
  answer_out(good, n);
}

/* p q g y digest signature */
static void run_dsa_verify(void)
{
  const struct dsa_key key = {field[1], field[2], field[3], field[4]};
  answer_whether(dsa_verify(&key, field[5], field[6]));
}

/* p q g x hash digest */
static void run_dsa_sign(void)
{
  uint32_t n = 0;
  const struct dsa_key key = {field[1], field[2], field[3], field[4]};
  const int good = dsa_sign(&key, hash(5), field[6], nothing_added, out, &n);
  answer_out(good, n);
}

/* hash digest signature n e */
static void run_rsa_verify(void)
{
  const struct rsa_public_key key = public_key(4);
  answer_whether(rsa_verify(&key, hash(1), field[2], field[3]));
}

/* hash digest signature n e salt */
static void run_pss_verify(void)
{
  const struct rsa_public_key key = public_key(4);
  answer_whether(rsa_pss_verify(&key, hash(1), field[2], number(6), field[3]));
}

/* hash digest n e d p q dp dq qi */
static void run_rsa_sign(void)
{
  const struct rsa_private_key key = private_key(3);
  answer_out(rsa_sign(&key, hash(1), field[2], counting_random, NULL, out), key.modulus.length);
}

/* version ciphertext substitute n e d p q dp dq qi */
static void run_rsa_premaster(void)
{
  const struct rsa_private_key key = private_key(4);
  answer_out(rsa_decrypt_premaster(&key, field[2], number(1), field[3].data, counting_random, NULL, out), 48);
}

/* base exponent modulus: what RSAEP, RSADP and the signature primitives compute; in the range of the modulus */
static void run_power(void)
{
  if (!number_less(field[1], field[3])) {
    answer_whether(0);
    return;
  }
  number_power(out, field[1], field[2], field[3]);
  answer_out(1, field[3].length);
}

static const struct {
  const char *name;
  void (*run)(void);
} operations[] = {
    {"hash", run_hash},
    {"hmac", run_hmac},
    {"prf", run_prf},
    {"dh_public", run_dh_public},
    {"dh_shared", run_dh_shared},
    {"ecdh_public", run_ecdh_public},
    {"ecdh_shared", run_ecdh_shared},
    {"point", run_point},
    {"ecdsa_verify", run_ecdsa_verify},
    {"ecdsa_sign", run_ecdsa_sign},
    {"dsa_verify", run_dsa_verify},
    {"dsa_sign", run_dsa_sign},
    {"rsa_verify", run_rsa_verify},
    {"pss_verify", run_pss_verify},
    {"rsa_sign", run_rsa_sign},
    {"rsa_premaster", run_rsa_premaster},
    {"power", run_power},
};

static void split(void)
{
  size_t used = 0;
  int n = 0;
  for (char *word = strtok(line, " \n"); word != NULL && n < FIELDS; word = strtok(NULL, " \n"), n++) {
    const uint32_t size = strcmp(word, "-") == 0 ? 0 : from_hex(word, bytes + used, sizeof bytes - used);
    text[n] = word;
    field[n] = (struct tls12_bytes){bytes + used, size};
    used += size;
  }
  for (; n < FIELDS; n++) {
    text[n] = "";
    field[n] = (struct tls12_bytes){bytes, 0};
  }
}

int main(void)
{
  while (fgets(line, sizeof line, stdin) != NULL) {
    size_t i = 0;
    split();
    while (i < sizeof operations / sizeof *operations && strcmp(text[0], operations[i].name) != 0) i++;
    if (i == sizeof operations / sizeof *operations) return EXIT_FAILURE;
    operations[i].run();
  }
  return EXIT_SUCCESS;
}
