/* The reader and the writer: integers, vectors at their bounds, lists, and what is said of a vector that is malformed. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "wire/reader.h"
#include "wire/writer.h"
#include "tests/suite.h"

static const uint8_t bytes[] = {0, 2, 1, 0, 3, 9, 9, 9, 0, 0};

START_TEST(integers)
{
  uint8_t out[12] = {0};
  ck_assert_uint_eq(write_uint8(out, 0, 0xA1), 1);
  ck_assert_uint_eq(write_uint16(out, 1, 0xB1B2), 3);
  ck_assert_uint_eq(write_uint24(out, 3, 0xC1C2C3), 6);
  ck_assert_uint_eq(write_uint32(out, 6, 0xD1D2D3D4), 10);
  ck_assert_mem_eq(out, "\xA1\xB1\xB2\xC1\xC2\xC3\xD1\xD2\xD3\xD4\0\0", 12);
  ck_assert_uint_eq(read_uint16(out, 1), 0xB1B2);
  ck_assert_uint_eq(read_uint24(out, 3), 0xC1C2C3);
  ck_assert_uint_eq(read_uint32(out, 6), 0xD1D2D3D4);
}
END_TEST

START_TEST(vectors)
{
  ck_assert_uint_eq(read_vector8(bytes, 1, 4, 0, 255), 4);
  ck_assert_uint_eq(read_vector8(bytes, 1, 3, 0, 255), 0); /* leads past the end */
  ck_assert_uint_eq(read_vector8(bytes, 4, 4, 0, 255), 0); /* no length */
  ck_assert_uint_eq(read_vector8(bytes, 1, 4, 2, 2), 4);
  ck_assert_uint_eq(read_vector8(bytes, 1, 4, 3, 255), 0);
  ck_assert_uint_eq(read_vector8(bytes, 1, 4, 0, 1), 0);
  ck_assert_uint_eq(read_vector16(bytes, 0, 4, 2, 2), 4);
  ck_assert_uint_eq(read_vector16(bytes, 0, 3, 0, 65535), 0);
  ck_assert_uint_eq(read_vector16(bytes, 0, 1, 0, 65535), 0);
  ck_assert_uint_eq(read_vector16(bytes, 0, 4, 3, 65535), 0);
  ck_assert_uint_eq(read_vector16(bytes, 0, 4, 0, 1), 0);
  ck_assert_uint_eq(read_vector16(bytes, 2, 4, 0, 65535), 0); /* 256 bytes, not 1 */
  ck_assert_uint_eq(read_vector24((const uint8_t[]){0, 0, 1, 7}, 0, 4, 1, 1), 4);
  ck_assert_uint_eq(read_vector24((const uint8_t[]){0, 0, 1, 7}, 0, 4, 2, 9), 0);
  ck_assert_uint_eq(read_vector24((const uint8_t[]){0, 0, 2, 7}, 0, 4, 1, 9), 0);
  ck_assert_uint_eq(read_vector24((const uint8_t[]){0, 0}, 0, 2, 0, 9), 0);
  ck_assert_uint_eq(read_pairs16(bytes, 0, 4, 2, 65534), 4);
  ck_assert_uint_eq(read_pairs16(bytes, 3, 8, 2, 65534), 0); /* three bytes */
}
END_TEST

START_TEST(lists)
{
  const uint8_t two[] = {0, 1, 7, 0, 2, 8, 8, 0, 0}, three[] = {0, 0, 1, 7, 0, 0, 2, 8, 8, 0, 0, 0};
  ck_assert_uint_eq(read_list16(two, 0, 0), 0);
  ck_assert_uint_eq(read_list16(two, 0, 7), 7);
  ck_assert_uint_eq(read_list16(two, 0, 6), 3);
  ck_assert_uint_eq(read_list16(two, 0, 9), 7); /* elements have one byte or more */
  ck_assert_uint_eq(read_list24(three, 0, 9), 9);
  ck_assert_uint_eq(read_list24(three, 0, 8), 4);
  ck_assert_uint_eq(read_list24(three, 0, 12), 9);
}
END_TEST

static void ck_fault(struct tls12_fault fault, enum tls12_rule rule, uint32_t offset, uint32_t length)
{
  ck_assert_int_eq((int)fault.rule, (int)rule);
  ck_assert_uint_eq(fault.offset, offset);
  ck_assert_uint_eq(fault.length, length);
  ck_assert_int_eq((int)fault.alert, rule == TLS12_NO_RULE ? TLS12_NO_ALERT : TLS12_DECODE_ERROR);
}

START_TEST(faults)
{
  const uint8_t three[] = {0, 0, 1, 7};
  ck_fault(vector8_fault(bytes, 1, 4, R8422_5_4_03), R8422_5_4_03, 1, 3);
  ck_fault(vector8_fault(bytes, 1, 3, R8422_5_4_03), R5246_4_3_06, 1, 2);
  ck_fault(vector8_fault(bytes, 3, 3, R8422_5_4_03), R5246_4_3_06, 3, 0);
  ck_fault(vector16_fault(bytes, 0, 4, R8422_5_4_03), R8422_5_4_03, 0, 4);
  ck_fault(vector16_fault(bytes, 0, 3, R8422_5_4_03), R5246_4_3_06, 0, 3);
  ck_fault(vector16_fault(bytes, 0, 1, R8422_5_4_03), R5246_4_3_06, 0, 1);
  ck_fault(vector24_fault(three, 0, 4, R8422_5_4_03), R8422_5_4_03, 0, 4);
  ck_fault(vector24_fault(three, 0, 3, R8422_5_4_03), R5246_4_3_06, 0, 3);
  ck_fault(vector24_fault(three, 0, 2, R8422_5_4_03), R5246_4_3_06, 0, 2);
  ck_fault(accepted(5), TLS12_NO_RULE, 5, 0);
}
END_TEST

START_TEST(written_vectors)
{
  uint8_t out[32] = {0};
  const struct tls12_bytes content = {bytes + 4, 4};
  ck_assert_uint_eq(write_fixed(out, 1, content), 5);
  ck_assert_uint_eq(write_vector8(out, 5, content), 10);
  ck_assert_uint_eq(write_vector16(out, 10, content), 16);
  ck_assert_uint_eq(write_vector24(out, 16, content), 23);
  ck_assert_mem_eq(out, ((const uint8_t[]){0, 3, 9, 9, 9, 4, 3, 9, 9, 9, 0, 4, 3, 9, 9, 9, 0, 0, 4, 3, 9, 9, 9, 0}),
                   24);
  ck_assert_uint_eq(write_vector16(out, 0, (struct tls12_bytes){NULL, 0}), 2);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("wire");
  TCase *all = tcase_create("all");
  tcase_add_test(all, integers);
  tcase_add_test(all, vectors);
  tcase_add_test(all, lists);
  tcase_add_test(all, faults);
  tcase_add_test(all, written_vectors);
  suite_add_tcase(suite, all);
  return run_suite(suite);
}
