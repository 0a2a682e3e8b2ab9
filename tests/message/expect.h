/* What the tests of decoders and encoders share. */
#ifndef TLS12_TESTS_MESSAGE_EXPECT_H
#define TLS12_TESTS_MESSAGE_EXPECT_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "tests/suite.h"

#include "wire/bytes.h"
#include "wire/fault.h"

#define BYTES(...) (const uint8_t[]){__VA_ARGS__}, (uint32_t)sizeof((const uint8_t[]){__VA_ARGS__})

static inline struct tls12_bytes at(const uint8_t *body, struct tls12_span span)
{
  return (struct tls12_bytes){body + span.offset, span.length};
}

static inline void ck_fault(struct tls12_fault fault, enum tls12_rule rule, uint32_t offset, uint32_t length,
                            enum tls12_alert alert)
{
  ck_assert_int_eq((int)fault.rule, (int)rule);
  ck_assert_uint_eq(fault.offset, offset);
  ck_assert_uint_eq(fault.length, length);
  ck_assert_int_eq((int)fault.alert, (int)alert);
}

/* A decoder and then its encoder give back the same bytes, in exactly their room. */
#define ROUND_TRIP(name, body, n, value, ...)                                                                          \
  do {                                                                                                                 \
    struct name value;                                                                                                 \
    static uint8_t out[70000];                                                                                         \
    ck_fault(name##_decode(body, n, &(value)), TLS12_NO_RULE, n, 0, TLS12_NO_ALERT);                                   \
    memset(out, 0xAA, sizeof out);                                                                                     \
    ck_assert_uint_eq(name##_encode(__VA_ARGS__, out, n), n);                                                          \
    ck_assert_mem_eq(out, body, n);                                                                                    \
    ck_assert_uint_eq(out[n], 0xAA);                                                                                   \
    memset(out, 0xAA, sizeof out);                                                                                     \
    ck_assert_uint_eq(name##_encode(__VA_ARGS__, out, (n)-1), 0);                                                      \
    for (uint32_t k = 0; k <= (n); k++) ck_assert_uint_eq(out[k], 0xAA);                                               \
  } while (0)

/* A refusal names rule, bytes and alert, and leaves the value alone. */
#define REFUSED(name, bytes, ...)                                                                                      \
  do {                                                                                                                 \
    struct name value, before;                                                                                         \
    memset(&value, 7, sizeof value);                                                                                   \
    memcpy(&before, &value, sizeof value);                                                                             \
    ck_fault(name##_decode(bytes, &value), __VA_ARGS__);                                                               \
    ck_assert_mem_eq(&value, &before, sizeof value);                                                                   \
  } while (0)
#define ARGUMENTS(...) __VA_ARGS__

#endif
