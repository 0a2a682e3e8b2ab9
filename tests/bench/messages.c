/* What the decoders of message/ cost: a ClientHello of 512 bytes with all known extensions against a minimal walk over
 * the same bytes that checks next to nothing, and the nine messages of a handshake with client authentication against
 * memcpy of them. A decoder copies nothing: its value says where the fields are. */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_verify.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/empty.h"
#include "message/extension.h"
#include "message/finished.h"
#include "message/handshake.h"
#include "message/server_hello.h"
#include "message/server_key_exchange_ecdhe.h"
#include "operation.h"
#include "spec/handshake_types.h"
#include "tool/verdict.h"

static uint8_t hello[512], flight[8192], copy[8192];
static uint32_t flight_length;

/* --- The bytes --- */

static struct tls12_bytes bytes(const void *data, size_t length)
{
  return (struct tls12_bytes){data, (uint32_t)length};
}

static const uint8_t zeros[4096];

#define BODY(...) bytes((const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__}))

static uint32_t all_extensions(uint8_t *list, uint32_t padding)
{
  uint32_t at = 0;
  at = write_extension(list, at, 0, BODY(0, 14, 0, 0, 11, 'e', 'x', 'a', 'm', 'p', 'l', 'e', '.', 'o', 'r', 'g'));
  at = write_extension(list, at, 1, BODY(2));
  at = write_extension(list, at, 3, BODY(0, 1, 0));
  at = write_extension(list, at, 5, BODY(1, 0, 0, 0, 0));
  at = write_extension(list, at, 10, BODY(0, 10, 0, 29, 0, 23, 0, 30, 0, 25, 0, 24));
  at = write_extension(list, at, 11, BODY(1, 0));
  at = write_extension(list, at, 13, BODY(0, 16, 4, 3, 5, 3, 6, 3, 8, 7, 8, 8, 4, 1, 5, 1, 6, 1));
  at = write_extension(list, at, 16, BODY(0, 12, 2, 'h', '2', 8, 'h', 't', 't', 'p', '/', '1', '.', '1'));
  at = write_extension(list, at, 22, bytes(zeros, 0));
  at = write_extension(list, at, 23, bytes(zeros, 0));
  at = write_extension(list, at, 28, BODY(0x40, 0x01));
  at = write_extension(list, at, 35, bytes(zeros, 0));
  at = write_extension(list, at, 0xff01, BODY(0));
  return write_extension(list, at, 21, bytes(zeros, padding));
}

static uint32_t make_hello(uint8_t *out, uint32_t length)
{
  uint8_t list[1024];
  const struct tls12_bytes suites = BODY(0xc0, 0x2b, 0xc0, 0x2f, 0xc0, 0x2c, 0xc0, 0x30, 0xcc, 0xa9, 0xcc, 0xa8, 0,
                                         0x9e, 0, 0x9f),
                           methods = BODY(0);
  const uint32_t fixed = 39 + 32 + suites.length + 2, rest = all_extensions(list, 0);
  const uint32_t list_length = all_extensions(list, length - fixed - rest);
  return client_hello_encode(0x0303, zeros, bytes(zeros, 32), suites, methods, 1, bytes(list, list_length), out,
                             length);
}

static uint32_t framed(uint32_t at, uint32_t type, uint32_t length)
{
  handshake_header_encode(type, length, flight + at);
  return at + 4 + length;
}

static void make_flight(void)
{
  uint8_t chain[6000];
  uint32_t at = 0, n = 0;
  const uint32_t sizes[] = {1300, 1500, 1400};
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    chain[n] = 0;
    chain[n + 1] = (uint8_t)(sizes[i] / 256);
    chain[n + 2] = (uint8_t)(sizes[i] % 256);
    memset(chain + n + 3, 0x30, sizes[i]);
    n += 3 + sizes[i];
  }
  const uint32_t room = 6000;
  uint8_t *body;
#define MESSAGE(type, call) (body = flight + at + 4, at = framed(at, type, call))
  MESSAGE(TLS12_CLIENT_HELLO, make_hello(body, 512));
  MESSAGE(TLS12_SERVER_HELLO, server_hello_encode(0x0303, zeros, bytes(zeros, 32), 0xc02f, 0, 1,
                                                  BODY(0xff, 1, 0, 1, 0, 0, 11, 0, 2, 1, 0, 0, 23, 0, 0), body, room));
  MESSAGE(TLS12_CERTIFICATE, certificate_encode(bytes(chain, n), body, room));
  MESSAGE(TLS12_SERVER_KEY_EXCHANGE,
          server_key_exchange_ecdhe_encode(23, bytes(zeros, 65), 4, 1, bytes(zeros, 256), body, room));
  MESSAGE(TLS12_CERTIFICATE_REQUEST,
          certificate_request_encode(BODY(1, 64), BODY(4, 1, 4, 3), BODY(0, 2, 0x30, 0), body, room));
  MESSAGE(TLS12_SERVER_HELLO_DONE, 0);
  MESSAGE(TLS12_CLIENT_KEY_EXCHANGE, client_key_exchange_ecdh_encode(bytes(zeros, 65), body, room));
  MESSAGE(TLS12_CERTIFICATE_VERIFY, certificate_verify_encode(4, 1, bytes(zeros, 256), body, room));
  MESSAGE(TLS12_FINISHED, finished_encode(bytes(zeros, 12), body, room));
#undef MESSAGE
  flight_length = at;
}

/* --- What is timed --- */

/* The elements of the body of an extension: what a decoder has to look at, and nothing more. */
static uint64_t walk_body(uint32_t type, const uint8_t *b, uint32_t n)
{
  uint64_t sum = 0;
  switch (type) {
  case 0:
    for (uint32_t at = 2; at + 3 <= n; at += 3u + 256u * b[at + 1] + b[at + 2]) sum += b[at];
    return sum;
  case 10:
  case 13:
    for (uint32_t at = 2; at + 2 <= n; at += 2) sum += 256u * b[at] + b[at + 1];
    return sum;
  case 16:
    for (uint32_t at = 2; at + 1 <= n; at += 1u + b[at]) sum += b[at];
    return sum;
  case 21:
    for (uint32_t at = 0; at < n; at++)
      if (b[at] != 0) return 1;
    return sum;
  default: return n == 0 ? 0 : b[0];
  }
}

static uint64_t walk(const uint8_t *b, uint32_t n, int bodies)
{
  uint64_t sum = 0;
  uint32_t at = 35u + b[34];
  if (at + 2 > n) return 0;
  at += 2u + 256u * b[at] + b[at + 1];
  if (at + 1 > n) return 0;
  at += 1u + b[at];
  if (at + 2 > n) return 0;
  at += 2;
  while (at + 4 <= n) {
    const uint32_t type = 256u * b[at] + b[at + 1], length = 256u * b[at + 2] + b[at + 3];
    if (length > n - at - 4) return 0;
    sum += bodies ? walk_body(type, b + at + 4, length) : type;
    at += 4 + length;
  }
  return sum + (at == n);
}

static uint64_t walk_headers(void *none, unsigned count)
{
  (void)none;
  uint64_t sum = 0;
  while (count-- > 0) {
    sum += walk(hello, sizeof hello, 0);
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

static uint64_t walk_all(void *none, unsigned count)
{
  (void)none;
  uint64_t sum = 0;
  while (count-- > 0) {
    sum += walk(hello, sizeof hello, 1);
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

static uint64_t decode(uint32_t type, const uint8_t *body, uint32_t length)
{
  return message_verdict((int)type, TLS12_KX_ECDHE_RSA, EITHER_SENDER, body, length).rule;
}

static uint64_t decode_hello(void *none, unsigned count)
{
  (void)none;
  uint64_t sum = 0;
  while (count-- > 0) {
    sum += decode(TLS12_CLIENT_HELLO, hello, sizeof hello);
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

static uint64_t copy_flight(void *none, unsigned count)
{
  (void)none;
  while (count-- > 0) {
    memcpy(copy, flight, flight_length);
    __asm__ volatile("" : : "r"(copy) : "memory");
  }
  return copy[0];
}

/* The decoder of each message of the flight. */
static struct tls12_fault decode_message(uint32_t type, const uint8_t *body, uint32_t length)
{
  union {
    struct client_hello client_hello;
    struct server_hello server_hello;
    struct certificate certificate;
    struct server_key_exchange_ecdhe server_key_exchange;
    struct certificate_request certificate_request;
    struct client_key_exchange_ecdh client_key_exchange;
    struct certificate_verify certificate_verify;
    struct finished finished;
  } value;
  switch (type) {
  case TLS12_CLIENT_HELLO: return client_hello_decode(body, length, &value.client_hello);
  case TLS12_SERVER_HELLO: return server_hello_decode(body, length, &value.server_hello);
  case TLS12_CERTIFICATE: return server_certificate_decode(body, length, &value.certificate);
  case TLS12_SERVER_KEY_EXCHANGE: return server_key_exchange_ecdhe_decode(body, length, &value.server_key_exchange);
  case TLS12_CERTIFICATE_REQUEST: return certificate_request_decode(body, length, &value.certificate_request);
  case TLS12_SERVER_HELLO_DONE: return server_hello_done_decode(body, length);
  case TLS12_CLIENT_KEY_EXCHANGE: return client_key_exchange_ecdh_decode(body, length, &value.client_key_exchange);
  case TLS12_CERTIFICATE_VERIFY: return certificate_verify_decode(body, length, &value.certificate_verify);
  default: return finished_decode(body, length, &value.finished);
  }
}

static uint64_t decode_flight(void *none, unsigned count)
{
  (void)none;
  uint64_t sum = 0;
  while (count-- > 0) {
    for (uint32_t at = 0; at < flight_length;) {
      const struct handshake_header header = handshake_header_decode(flight + at);
      sum += decode_message(header.msg_type, flight + at + 4, header.length).rule;
      at += 4 + header.length;
    }
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

static uint64_t decode_flight_and_extensions(void *none, unsigned count)
{
  (void)none;
  uint64_t sum = 0;
  while (count-- > 0) {
    for (uint32_t at = 0; at < flight_length;) {
      const struct handshake_header header = handshake_header_decode(flight + at);
      sum += decode(header.msg_type, flight + at + 4, header.length);
      at += 4 + header.length;
    }
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

int main(int argc, char **argv)
{
  struct bench_case cases[] = {
      {.name = "ClientHello, 512 bytes: walk over all its bytes", .work = walk_all},
      {.name = "ClientHello, 512 bytes: walk over headers only", .work = walk_headers},
      {.name = "ClientHello, 512 bytes: decoded with its extensions", .work = decode_hello, .limit = 2.0},
      {.name = "flight of nine messages: memcpy", .work = copy_flight, .base = 3},
      {.name = "flight of nine messages: decoded", .work = decode_flight, .base = 3, .limit = 1.5},
      {.name = "flight of nine messages: decoded with extensions", .work = decode_flight_and_extensions, .base = 3},
  };
  const size_t n = sizeof cases / sizeof cases[0];

  if (make_hello(hello, sizeof hello) != sizeof hello) return 2;
  make_flight();
  const size_t before = heap_calls();
  if (decode_hello(NULL, 1) != 0 || decode_flight(NULL, 1) != 0 || decode_flight_and_extensions(NULL, 1) != 0) return 2;
  if (heap_calls() != before) return 2;
  bench_time(cases, n, 21, 8e6);
  bench_print(cases, n);
  printf("heap allocations of the decoders: none\n");
  if (argc > 1 && !bench_json(cases, n, argv[1])) {
    perror(argv[1]);
    return 2;
  }
  return 0;
}
