/* ServerKeyExchange with an explicit curve of RFC 4492: bytes are read into their fields, and a broken variant for each rule
 * is refused with that rule, place and alert. */
#include "message/pentanomial.h"
#include "message/server_key_exchange_explicit.h"
#include "tests/message/expect.h"

#define CURVE 1, 11, 2, 12, 12, 1, 13, 1, 14, 1, 15, 2, 16, 16 /* a, b, base, order, cofactor, public */
#define PRIME 1, 2, 0, 23
#define TRINOMIAL 2, 0, 163, 1, 1, 7
#define PENTANOMIAL 2, 0, 163, 2, 1, 3, 1, 6, 1, 7

static void ck_span(struct tls12_span span, uint32_t offset, uint32_t length)
{
  ck_assert_uint_eq(span.offset, offset);
  ck_assert_uint_eq(span.length, length);
}

/* The curve that starts at an offset, in the value. */
static void ck_curve(const struct server_key_exchange_explicit *v, uint32_t start)
{
  ck_span(v->curve.a_b_base.first, start + 1, 1);
  ck_span(v->curve.a_b_base.second, start + 3, 2);
  ck_span(v->curve.a_b_base.third, start + 6, 1);
  ck_span(v->curve.order_cofactor_public.first, start + 8, 1);
  ck_span(v->curve.order_cofactor_public.second, start + 10, 1);
  ck_span(v->curve.order_cofactor_public.third, start + 12, 2);
  ck_span(v->params, 0, start + 14);
}

static void ck_signature(const struct server_key_exchange_explicit *v, uint32_t hash, uint32_t algorithm,
                         uint32_t offset, uint32_t length)
{
  ck_assert_uint_eq(v->hash, hash);
  ck_assert_uint_eq(v->signature_algorithm, algorithm);
  ck_span(v->signature, offset, length);
}

static void accepts(const uint8_t *body, uint32_t n, int is_signed, struct server_key_exchange_explicit *v)
{
  ck_fault(server_key_exchange_explicit_decode(body, n, is_signed, v), TLS12_NO_RULE, n, 0, TLS12_NO_ALERT);
}

START_TEST(fields)
{
  struct server_key_exchange_explicit v;
  accepts(BYTES(PRIME, CURVE), 0, &v);
  ck_assert_uint_eq(v.field.curve_type, TLS12_EXPLICIT_PRIME);
  ck_span(v.field.p_or_k.first, 2, 2);
  ck_curve(&v, 4);
  ck_signature(&v, 0, 0, 18, 0);

  accepts(BYTES(PRIME, CURVE, 4, 3, 0, 1, 9), 1, &v);
  ck_curve(&v, 4);
  ck_signature(&v, 4, 3, 22, 1);

  accepts(BYTES(TRINOMIAL, CURVE), 0, &v);
  ck_assert_uint_eq(v.field.curve_type, TLS12_EXPLICIT_CHAR2);
  ck_assert_uint_eq(v.field.m, 163);
  ck_assert_uint_eq(v.field.basis, TLS12_TRINOMIAL);
  ck_span(v.field.p_or_k.first, 5, 1);
  ck_curve(&v, 6);

  accepts(BYTES(PENTANOMIAL, CURVE, 4, 3, 0, 0), 1, &v);
  ck_assert_uint_eq(v.field.basis, TLS12_PENTANOMIAL);
  ck_span(v.field.p_or_k.first, 5, 1);
  ck_span(v.field.p_or_k.second, 7, 1);
  ck_span(v.field.p_or_k.third, 9, 1);
  ck_curve(&v, 10);
  ck_signature(&v, 4, 3, 28, 0);
}
END_TEST

static void refuses(const uint8_t *body, uint32_t n, int is_signed, enum tls12_rule rule, uint32_t offset,
                    uint32_t length)
{
  struct server_key_exchange_explicit value, before;
  memset(&value, 7, sizeof value);
  memcpy(&before, &value, sizeof value);
  ck_fault(server_key_exchange_explicit_decode(body, n, is_signed, &value), rule, offset, length, TLS12_DECODE_ERROR);
  ck_assert_mem_eq(&value, &before, sizeof value);
}

START_TEST(refused)
{
  refuses((const uint8_t *)"", 0, 0, R4492_5_4_01, 0, 0);
  refuses(BYTES(0), 0, R4492_5_4_01, 0, 1);
  refuses(BYTES(3, 0, 23, 1, 4), 0, R4492_5_4_01, 0, 1);
  refuses(BYTES(1), 0, R5246_4_3_06, 1, 0);
  refuses(BYTES(1, 0, CURVE), 0, R4492_5_4_01, 1, 1);
  refuses(BYTES(1, 2, 0), 0, R5246_4_3_06, 1, 2);
  refuses(BYTES(2), 0, R4492_5_4_02, 1, 0);
  refuses(BYTES(2, 0), 0, R4492_5_4_02, 1, 1);
  refuses(BYTES(2, 0, 163), 0, R4492_5_4_02, 3, 0);
  refuses(BYTES(2, 0, 163, 0, 1, 7, CURVE), 0, R4492_5_4_02, 3, 1);
  refuses(BYTES(2, 0, 163, 3, 1, 7, CURVE), 0, R4492_5_4_02, 3, 1);
  refuses(BYTES(2, 0, 163, 1, 0, CURVE), 0, R4492_5_4_02, 4, 1);
  refuses(BYTES(2, 0, 163, 1, 2, 7), 0, R5246_4_3_06, 4, 2);
  refuses(BYTES(2, 0, 163, 2, 0, 1, 6, 1, 7), 0, R4492_5_4_02, 4, 1);
  refuses(BYTES(2, 0, 163, 2, 1, 3, 0, 1, 7), 0, R4492_5_4_02, 6, 1);
  refuses(BYTES(2, 0, 163, 2, 1, 3, 1, 6, 0), 0, R4492_5_4_02, 8, 1);
  refuses(BYTES(2, 0, 163, 2, 1, 3, 1, 6, 2, 7), 0, R5246_4_3_06, 8, 2);

  refuses(BYTES(PRIME), 0, R5246_4_3_06, 4, 0);
  refuses(BYTES(PRIME, 0, 1, 12, 1, 13, 1, 14, 1, 15, 1, 16), 0, R4492_5_4_01, 4, 1);
  refuses(BYTES(PRIME, 1, 11, 0, 1, 13, 1, 14, 1, 15, 1, 16), 0, R4492_5_4_01, 6, 1);
  refuses(BYTES(PRIME, 1, 11, 1, 12, 0, 1, 14, 1, 15, 1, 16), 0, R4492_5_4_01, 8, 1);
  refuses(BYTES(PRIME, 1, 11, 1, 12, 1, 13, 0, 1, 15, 1, 16), 0, R4492_5_4_01, 10, 1);
  refuses(BYTES(PRIME, 1, 11, 1, 12, 1, 13, 1, 14, 0, 1, 16), 0, R4492_5_4_01, 12, 1);
  refuses(BYTES(PRIME, 1, 11, 1, 12, 1, 13, 1, 14, 1, 15, 0), 0, R8422_5_4_03, 14, 1);
  refuses(BYTES(PRIME, 1, 11, 1, 12, 1, 13, 1, 14, 1, 15, 2, 16), 0, R5246_4_3_06, 14, 2);
  refuses(BYTES(TRINOMIAL, 1, 11, 1, 12, 1, 13, 0), 0, R4492_5_4_02, 12, 1);
  refuses(BYTES(PENTANOMIAL, 1, 11, 0), 0, R4492_5_4_02, 12, 1);

  refuses(BYTES(PRIME, CURVE, 4), 0, R5246_7_4_02, 18, 1);
  refuses(BYTES(PRIME, CURVE), 1, R5246_4_7_01, 18, 0);
  refuses(BYTES(PRIME, CURVE, 4), 1, R5246_4_7_01, 18, 1);
  refuses(BYTES(PRIME, CURVE, 4, 3, 0, 2, 9), 1, R5246_4_3_06, 20, 3);
  refuses(BYTES(PRIME, CURVE, 4, 3, 0, 1, 9, 9), 1, R5246_7_4_02, 23, 1);
}
END_TEST

static const uint8_t bytes[65536];

/* Fields of these lengths, all bytes 0. */
static struct three_bytes three(uint32_t first, uint32_t second, uint32_t third)
{
  return (struct three_bytes){{bytes, first}, {bytes, second}, {bytes, third}};
}

/* What the encoder answers, with the longest room; nothing is written when that is 0. */
static uint32_t encoded(struct explicit_field_bytes field, struct explicit_curve_bytes curve, int is_signed,
                        uint32_t hash, uint32_t algorithm, uint32_t signature)
{
  static uint8_t out[70000], before[70000];
  memset(out, 7, sizeof out);
  memset(before, 7, sizeof before);
  const struct tls12_bytes s = {bytes, signature};
  const uint32_t n = server_key_exchange_explicit_encode(field, curve, is_signed, hash, algorithm, s, out, sizeof out);
  ck_assert_mem_eq(out + n, before + n, sizeof out - n);
  if (n == 0) return 0;
  struct server_key_exchange_explicit v;
  accepts(out, n, is_signed, &v);
  ck_assert_uint_eq(v.field.curve_type, field.curve_type);
  ck_assert_uint_eq(v.field.m, field.m);
  ck_assert_uint_eq(v.field.basis, field.basis);
  ck_assert_uint_eq(v.field.p_or_k.third.length, field.p_or_k.third.length);
  ck_assert_uint_eq(v.curve.a_b_base.first.length, curve.a_b_base.first.length);
  ck_assert_uint_eq(v.curve.order_cofactor_public.third.length, curve.order_cofactor_public.third.length);
  ck_assert_uint_eq(v.hash, hash);
  ck_assert_uint_eq(v.signature_algorithm, algorithm);
  ck_assert_uint_eq(v.signature.length, signature);
  ck_assert_uint_eq(server_key_exchange_explicit_encode(field, curve, is_signed, hash, algorithm, s, out, n - 1), 0);
  return n;
}

/* The longest and the shortest of each form are written; one field out of its range, and nothing is. */
START_TEST(values)
{
  const struct explicit_curve_bytes least = {three(1, 1, 1), three(1, 1, 1)};
  const struct explicit_curve_bytes most = {three(255, 255, 255), three(255, 255, 255)};
  const struct explicit_field_bytes prime = {1, 0, 0, three(1, 0, 0)}, long_prime = {1, 0, 0, three(255, 0, 0)};
  const struct explicit_field_bytes trinomial = {2, 0, 1, three(1, 0, 0)}, pentanomial = {2, 0, 2, three(1, 1, 1)};
  const struct explicit_field_bytes long_trinomial = {2, 65535, 1, three(255, 0, 0)};
  const struct explicit_field_bytes long_pentanomial = {2, 65535, 2, three(255, 255, 255)};
  ck_assert_uint_eq(encoded(prime, least, 0, 0, 0, 0), 3 + 12);
  ck_assert_uint_eq(encoded(trinomial, least, 0, 0, 0, 0), 6 + 12);
  ck_assert_uint_eq(encoded(pentanomial, least, 0, 0, 0, 0), 10 + 12);
  ck_assert_uint_eq(encoded(prime, least, 1, 0, 0, 0), 3 + 12 + 4);
  ck_assert_uint_eq(encoded(long_prime, most, 1, 255, 255, 65535), 257 + 6 * 256 + 4 + 65535);
  ck_assert_uint_eq(encoded(long_trinomial, most, 1, 4, 3, 9), 260 + 6 * 256 + 4 + 9);
  ck_assert_uint_eq(encoded(long_pentanomial, most, 0, 0, 0, 0), 4 + 3 * 256 + 6 * 256);

  const struct explicit_field_bytes no_fields[] = {
      {0, 0, 0, three(1, 0, 0)},     {3, 0, 0, three(1, 0, 0)},  {257, 0, 0, three(1, 0, 0)},
      {1, 1, 0, three(1, 0, 0)},     {1, 0, 1, three(1, 0, 0)},  {1, 0, 0, three(0, 0, 0)},
      {1, 0, 0, three(256, 0, 0)},   {1, 0, 0, three(1, 1, 0)},  {1, 0, 0, three(1, 0, 1)},
      {2, 0, 0, three(1, 0, 0)},     {2, 0, 3, three(1, 1, 1)},  {2, 65536, 1, three(1, 0, 0)},
      {2, 65536, 2, three(1, 1, 1)}, {2, 0, 1, three(0, 0, 0)},  {2, 0, 1, three(256, 0, 0)},
      {2, 0, 1, three(1, 1, 0)},     {2, 0, 1, three(1, 0, 1)},  {2, 0, 2, three(0, 1, 1)},
      {2, 0, 2, three(1, 0, 1)},     {2, 0, 2, three(1, 1, 0)},  {2, 0, 2, three(256, 1, 1)},
      {2, 0, 2, three(1, 256, 1)},   {2, 0, 2, three(1, 1, 256)}};
  for (size_t i = 0; i < sizeof no_fields / sizeof *no_fields; i++)
    ck_assert_uint_eq(encoded(no_fields[i], least, 0, 0, 0, 0), 0);
  for (uint32_t i = 0; i < 6; i++)
    for (uint32_t length = 0; length <= 256; length += 256) {
      uint32_t n[6] = {1, 1, 1, 1, 1, 1};
      n[i] = length;
      const struct explicit_curve_bytes none = {three(n[0], n[1], n[2]), three(n[3], n[4], n[5])};
      ck_assert_uint_eq(encoded(prime, none, 0, 0, 0, 0), 0);
    }
  ck_assert_uint_eq(encoded(prime, least, 0, 1, 0, 0), 0);
  ck_assert_uint_eq(encoded(prime, least, 0, 0, 1, 0), 0);
  ck_assert_uint_eq(encoded(prime, least, 0, 0, 0, 1), 0);
  ck_assert_uint_eq(encoded(prime, least, 1, 256, 0, 0), 0);
  ck_assert_uint_eq(encoded(prime, least, 1, 0, 256, 0), 0);
  ck_assert_uint_eq(encoded(prime, least, 1, 0, 0, 65536), 0);
}
END_TEST

/* Three exponents, each with its length, in a ServerKeyExchange that the decoder accepts. */
static struct tls12_fault judge(const uint8_t *exponents, uint32_t n)
{
  static const uint8_t curve[] = {CURVE};
  uint8_t body[64] = {2, 0, 163, 2};
  struct server_key_exchange_explicit v;
  memcpy(body + 4, exponents, n);
  memcpy(body + 4 + n, curve, sizeof curve);
  accepts(body, 4 + n + sizeof curve, 0, &v);
  return check_pentanomial(body, v.field.p_or_k);
}

START_TEST(order)
{
  ck_fault(judge(BYTES(1, 3, 1, 6, 1, 7)), TLS12_NO_RULE, 10, 0, TLS12_NO_ALERT);
  ck_fault(judge(BYTES(1, 0, 1, 1, 2, 1, 0)), TLS12_NO_RULE, 11, 0, TLS12_NO_ALERT);
  ck_fault(judge(BYTES(1, 255, 2, 1, 0, 2, 1, 1)), TLS12_NO_RULE, 12, 0, TLS12_NO_ALERT);
  ck_fault(judge(BYTES(3, 0, 0, 3, 2, 0, 6, 1, 7)), TLS12_NO_RULE, 13, 0, TLS12_NO_ALERT);
  const uint8_t bad[][9] = {{1, 7, 1, 6, 1, 3},    {1, 6, 1, 3, 1, 7},      {1, 3, 1, 7, 1, 6},
                            {1, 3, 1, 3, 1, 7},    {1, 3, 1, 7, 1, 7},      {2, 1, 0, 1, 255, 2, 1, 1},
                            {2, 0, 3, 1, 3, 1, 7}, {1, 3, 2, 1, 1, 2, 1, 0}};
  const uint32_t lengths[] = {6, 6, 6, 6, 6, 8, 7, 8};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    ck_fault(judge(bad[i], lengths[i]), R4492_5_4_05, 5, lengths[i] - 1, TLS12_ILLEGAL_PARAMETER);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("message/explicit_curves");
  TCase *all = tcase_create("all");
  tcase_add_test(all, fields);
  tcase_add_test(all, refused);
  tcase_add_test(all, values);
  tcase_add_test(all, order);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
