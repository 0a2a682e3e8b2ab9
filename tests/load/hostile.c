/* Hostile peers. Each of them plays against tls12 server, in a process of its own, or against a client's engine, and must be ended with
 * its alert, within its time and without memory growing. TLS12_TABLE=FILE writes the table of what happened (make load). */
#include <check.h>
#include <errno.h>
#include <poll.h>

#include "handshake/engine.h"
#include "record/protection.h"
#include "tests/load/server_process.h"
#include "tests/suite.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/loop.h"
#include "tool/names.h"
#include "tool/octets.h"
#include "tool/test_credentials.h"

/* What a peer sees at most: the handshake's time (here 1 s to 2 s), the time for the last alert, and a loaded machine. */
#define SECONDS_MAX (2 + CLOSING_SECONDS + 10)

/* What a connection may add to the memory of the server: its own 148 KiB (src/tool/loop.h), and the pages of code that are used for
 * the first time. */
#define MEMORY_MAX 1024

#define NOTHING (-1) /* no alert */

struct outcome {
  int alert, answered; /* answered: something other than an alert came back */
  const char *end;
  double seconds;
  long memory;
};

static struct outcome seen;

static void report(const char *side, const char *behaviour)
{
  const char *path = getenv("TLS12_TABLE");
  FILE *file = path != NULL ? fopen(path, "a") : NULL;
  if (file == NULL) return;
  fprintf(file, "| %s | %s | %s | %s | %.*f s | %ld KiB |\n", side, behaviour,
          seen.alert == NOTHING ? "-" : alert_name(seen.alert), seen.end, seen.seconds < 0.1 ? 3 : 1, seen.seconds,
          seen.memory);
  fclose(file);
}

/* --- bytes --- */

static void put(struct octets *out, uint32_t value, int bytes)
{
  while (bytes-- > 0) {
    const uint8_t byte = (uint8_t)(value >> (8 * bytes));
    octets_append(out, &byte, 1);
  }
}

/* Announces as many bytes as have been written since `at`, where room for it was left. */
static void announce(struct octets *out, size_t at, int bytes)
{
  const size_t n = out->length - at - (size_t)bytes;
  for (int i = 0; i < bytes; i++) out->data[at + (size_t)i] = (uint8_t)(n >> (8 * (bytes - 1 - i)));
}

/* Content in records of at most `most` bytes each. */
static void put_records(struct octets *out, uint8_t type, const struct octets *content, size_t most)
{
  for (size_t at = 0; at < content->length;) {
    const size_t n = content->length - at < most ? content->length - at : most;
    put(out, type, 1);
    put(out, 0x0303, 2);
    put(out, (uint32_t)n, 2);
    octets_append(out, content->data + at, n);
    at += n;
  }
}

/* ClientHello with so many suites, the last of which is ECDHE_ECDSA with AES-128 and GCM, so many unknown extensions, a ticket of so
 * many bytes, if any, and those extensions that this takes. */
static void put_hello(struct octets *out, unsigned suites, unsigned extensions, unsigned ticket)
{
  static const uint8_t needed[] = {0, 10, 0, 4, 0, 2, 0, 23, 0, 13, 0, 4, 0, 2, 4, 3, 0xff, 1, 0, 1, 0, 0, 23, 0, 0};
  const size_t start = out->length;
  put(out, 1u << 24, 4);
  put(out, 0x0303, 2);
  for (int i = 0; i < 32; i++) put(out, 0xaa, 1);
  put(out, 0, 1);
  put(out, 2 * suites, 2);
  for (unsigned i = 1; i < suites; i++) put(out, 0x5600 + i % 200, 2);
  put(out, 0xc02b, 2);
  put(out, 0x0100, 2);
  const size_t list = out->length;
  put(out, 0, 2);
  octets_append(out, needed, sizeof needed);
  for (unsigned i = 0; i < extensions; i++) put(out, (0x4000 + i) << 16, 4);
  if (ticket > 0) put(out, TLS12_SESSION_TICKET << 16 | ticket, 4);
  for (unsigned i = 0; i < ticket; i++) put(out, i * 167, 1);
  announce(out, list, 2);
  announce(out, start + 1, 3);
}

static void put_client_hello(struct octets *out, unsigned suites, unsigned extensions)
{
  put_hello(out, suites, extensions, 0);
}

/* Certificate with so many entries of one byte. */
static void put_certificates(struct octets *out, unsigned count)
{
  put(out, 11u << 24, 4);
  put(out, 0, 3);
  for (unsigned i = 0; i < count; i++) put(out, 0x000001u << 8 | 0x30, 4);
  announce(out, 4, 3);
  announce(out, 1, 3);
}

/* --- against the server --- */

static char ca_file[] = P_tmpdir "/tls12-hostile-XXXXXX";

static void write_ca(void)
{
  const int file = mkstemp(ca_file);
  const size_t n = strlen(test_rsa_root);
  ck_assert(file >= 0 && write(file, test_rsa_root, n) == (ssize_t)n);
  close(file);
}

static void remove_ca(void)
{
  unlink(ca_file);
}

static const char *const quick[] = {"--timeout", "1", NULL};
static const char *const asking[] = {"--timeout", "1", "--require-cert", "--ca", ca_file, NULL};
static struct octets prefix, unit;
static unsigned repeats; /* of unit */
static long pause_between;

static void silence(void)
{
  repeats = 0;
}

static void slow_bytes(void)
{
  put(&prefix, 0x16, 1);
  put(&prefix, 0x03014000, 4);
  put(&prefix, 0x01003ffc, 4);
  put(&unit, 3, 1);
  pause_between = 20;
}

static void warnings(void)
{
  put(&unit, 0x15030300, 4);
  put(&unit, 0x02015a, 3);
}

static void empty_records(void)
{
  put(&unit, 0x16030300, 4);
  put(&unit, 0x00, 1);
}

static void change_cipher_specs(void)
{
  put(&unit, 0x14030300, 4);
  put(&unit, 0x0101, 2);
}

static void early_data(void)
{
  put(&unit, 0x17030300, 4);
  put(&unit, 0x0158, 2);
}

static void heartbeats(void)
{
  put(&unit, 0x18030300, 4);
  put(&unit, 0x0101, 2);
}

static void hello_requests(void)
{
  put(&unit, 0x16030300, 4);
  put(&unit, 4, 1);
  put(&unit, 0, 4);
}

static void long_record(void)
{
  put(&prefix, 0x16030348, 4);
  put(&prefix, 0x01, 1);
  put(&unit, 0, 4);
}

static void long_message(void)
{
  put(&prefix, 0x16030300, 4);
  put(&prefix, 0x04, 1);
  put(&prefix, 0x01ffffff, 4);
  put(&unit, 0x16030300, 4);
  put(&unit, 0x0100, 2);
}

static void hello_in_bytes(void)
{
  struct octets hello = {0};
  put_client_hello(&hello, 1, 0);
  put_records(&prefix, 22, &hello, 1);
  octets_free(&hello);
}

static void many_suites(void)
{
  struct octets hello = {0};
  put_client_hello(&hello, 32000, 0);
  put_records(&prefix, 22, &hello, 16384);
  octets_free(&hello);
}

static void many_extensions(void)
{
  struct octets hello = {0};
  put_client_hello(&hello, 1, 16000);
  put_records(&prefix, 22, &hello, 16384);
  octets_free(&hello);
}

static void same_extension(void)
{
  struct octets hello = {0};
  put_client_hello(&hello, 1, 16000);
  hello.data[hello.length - 4] = 0x40;
  hello.data[hello.length - 3] = 0;
  put_records(&prefix, 22, &hello, 16384);
  octets_free(&hello);
}

static void hello_then_silence(void)
{
  struct octets hello = {0};
  put_client_hello(&hello, 1, 0);
  put_records(&prefix, 22, &hello, 16384);
  octets_free(&hello);
}

static void long_ticket(void)
{
  struct octets hello = {0};
  put_hello(&hello, 1, 0, 60000);
  put_records(&prefix, 22, &hello, 16384);
  octets_free(&hello);
  repeats = 0;
}

static void chain_of_10000(void)
{
  struct octets message = {0};
  hello_then_silence();
  put_certificates(&message, 10000);
  put_records(&prefix, 22, &message, 16384);
  octets_free(&message);
}

#define MANY 100000

static const struct attack {
  const char *name;
  const char *const *options;
  void (*prepare)(void);
  int alert, answered;
} attacks[] = {
    {"connects and says nothing", quick, silence, TLS12_CLOSE_NOTIFY, 0},
    {"a byte of ClientHello every 20 ms", quick, slow_bytes, TLS12_CLOSE_NOTIFY, 0},
    {"ClientHello, then nothing", quick, hello_then_silence, TLS12_CLOSE_NOTIFY, 1},
    {"endless warnings", quick, warnings, TLS12_UNEXPECTED_MESSAGE, 0},
    {"endless empty handshake records", quick, empty_records, TLS12_UNEXPECTED_MESSAGE, 0},
    {"endless ChangeCipherSpec", quick, change_cipher_specs, TLS12_UNEXPECTED_MESSAGE, 0},
    {"endless application data before the handshake", quick, early_data, TLS12_UNEXPECTED_MESSAGE, 0},
    {"endless records of an unknown type", quick, heartbeats, TLS12_UNEXPECTED_MESSAGE, 0},
    {"endless HelloRequest, to a server", quick, hello_requests, TLS12_UNEXPECTED_MESSAGE, 0},
    {"a record of 18433 bytes", quick, long_record, TLS12_RECORD_OVERFLOW, 0},
    {"a message of 16 MB", quick, long_message, TLS12_DECODE_ERROR, 0},
    {"ClientHello in records of a byte each", quick, hello_in_bytes, TLS12_CLOSE_NOTIFY, 1},
    {"ClientHello with 32,000 suites", quick, many_suites, TLS12_CLOSE_NOTIFY, 1},
    {"ClientHello with 16,000 unknown extensions", quick, many_extensions, TLS12_CLOSE_NOTIFY, 1},
    {"the same, the last as the first", quick, same_extension, TLS12_DECODE_ERROR, 0},
    {"ClientHello with a forged ticket of 60,000 bytes", quick, long_ticket, TLS12_CLOSE_NOTIFY, 1},
    {"a client's chain of 10,000 certificates", asking, chain_of_10000, TLS12_BAD_CERTIFICATE, 1},
};

/* Counts what came: the last alert, and whether anything else did. */
static void look(const uint8_t *bytes, size_t n)
{
  for (size_t at = 0; at + 5 <= n;) {
    const size_t length = 256u * bytes[at + 3] + bytes[at + 4];
    if (bytes[at] == TLS12_ALERT && length == 2 && at + 7 <= n)
      seen.alert = bytes[at + 6];
    else
      seen.answered = 1;
    at += 5 + length;
  }
}

/* Sends it all, as long as somebody listens, and reads what comes until the connection ends. */
static void attack(int socket)
{
  static uint8_t got[1 << 16];
  size_t sent = 0, room = 0;
  const size_t whole = prefix.length + (size_t)repeats * unit.length;
  const double start = now_seconds();
  double next = start;
  fcntl(socket, F_SETFL, O_NONBLOCK);
  seen.end = "time";
  while (now_seconds() - start < SECONDS_MAX) {
    const int may_send = sent < whole && now_seconds() >= next;
    struct pollfd wait = {socket, (short)(POLLIN | (may_send ? POLLOUT : 0)), 0};
    poll(&wait, 1, sent < whole && !may_send ? 5 : 100);
    if ((wait.revents & POLLOUT) != 0) {
      const size_t at = sent < prefix.length ? sent : (sent - prefix.length) % unit.length;
      const struct octets *from = sent < prefix.length ? &prefix : &unit;
      const ssize_t n = send(socket, from->data + at, from->length - at, MSG_NOSIGNAL);
      if (n < 0 && errno != EAGAIN) sent = repeats = 0, unit.length = prefix.length = 0;
      if (n > 0) sent += (size_t)n;
      if (sent >= prefix.length) next = now_seconds() + 1e-3 * (double)pause_between;
    }
    const ssize_t n = recv(socket, got + room, sizeof got - room, 0);
    if (n > 0) room += (size_t)n;
    if (n == 0 || (n < 0 && errno != EAGAIN)) {
      seen.end = n == 0 ? "closed" : "reset";
      break;
    }
  }
  seen.seconds = now_seconds() - start;
  look(got, room);
  close(socket);
}

START_TEST(to_server)
{
  const struct attack *a = &attacks[_i];
  char *options[8] = {NULL};
  for (int i = 0; a->options[i] != NULL; i++) options[i] = (char *)(uintptr_t)a->options[i];
  const struct server_process server = server_start(options, NULL);
  const int descriptors = server_descriptors(&server);
  const long before = server_memory(&server, "VmHWM:");
  seen = (struct outcome){.alert = NOTHING};
  repeats = MANY;
  pause_between = 0;
  a->prepare();
  if (unit.length == 0) repeats = 0;
  attack(server_connect(&server));
  seen.memory = server_memory(&server, "VmHWM:") - before;
  for (int i = 0; i < 1000 && server_descriptors(&server) != descriptors; i++) pause_ms(10);
  report("server", a->name);
  ck_assert_int_eq(server_descriptors(&server), descriptors);
  ck_assert_msg(seen.alert == a->alert, "%s: %s instead of %s\n%s", a->name, alert_name(seen.alert),
                alert_name(a->alert), server_log(&server));
  ck_assert_int_eq(seen.answered, a->answered);
  ck_assert_str_eq(seen.end, "closed");
#ifndef __SANITIZE_ADDRESS__
  ck_assert_int_le(seen.memory, MEMORY_MAX);
#endif
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST

/* --- against an engine, in memory --- */

/* RSA certificates with keys that nobody has. */

/* Makes what was written since `at` the contents of a DER element. */
static void wrap(struct octets *out, size_t at, uint8_t tag)
{
  const size_t n = out->length - at;
  const uint8_t header[] = {tag, 0x82, (uint8_t)(n >> 8), (uint8_t)n}, short_header[] = {tag, (uint8_t)n},
                middle[] = {tag, 0x81, (uint8_t)n};
  const uint8_t *head = n < 128 ? short_header : n < 256 ? middle : header;
  const size_t size = n < 128 ? 2 : n < 256 ? 3 : 4;
  (void)octets_room(out, size);
  memmove(out->data + at + size, out->data + at, n);
  memcpy(out->data + at, head, size);
  out->length += size;
}

static void put_hex(struct octets *out, const char *hex)
{
  for (unsigned byte; sscanf(hex, "%2x", &byte) == 1; hex += 2) put(out, byte, 1);
}

static void put_number(struct octets *out, unsigned bytes)
{
  const size_t at = out->length;
  for (unsigned i = 0; i < bytes; i++) put(out, i == 0 ? 0x7f : 0xff, 1);
  wrap(out, at, 2);
}

static void put_name(struct octets *out, unsigned name)
{
  const size_t at = out->length;
  put_hex(out, "0603550403");
  put_hex(out, "0c01");
  put(out, 'A' + name, 1);
  wrap(out, at, 0x30);
  wrap(out, at, 0x31);
  wrap(out, at, 0x30);
}

static void put_certificate(struct octets *out, unsigned subject, unsigned modulus, unsigned exponent)
{
  static const char sha256_rsa[] = "300d06092a864886f70d01010b0500", rsa[] = "300d06092a864886f70d0101010500";
  const size_t start = out->length;
  put_hex(out, "a003020102020101");
  put_hex(out, sha256_rsa);
  put_name(out, subject + 1);
  put_hex(out, "301e170d3235303130313030303030305a170d3439303130313030303030305a");
  put_name(out, subject);
  const size_t key = out->length;
  put_hex(out, rsa);
  const size_t bits = out->length;
  put_number(out, modulus);
  put_number(out, exponent);
  wrap(out, bits, 0x30);
  put(out, 0, 1);
  memmove(out->data + bits + 1, out->data + bits, out->length - bits - 1);
  out->data[bits] = 0;
  wrap(out, bits, 3);
  wrap(out, key, 0x30);
  const size_t extensions = out->length;
  put_hex(out, subject > 0 ? "300f0603551d130101ff040530030101ff300e0603551d0f0101ff040403020204"
                           : "300e0603551d0f0101ff0404030205a0");
  wrap(out, extensions, 0x30);
  wrap(out, extensions, 0xa3);
  wrap(out, start, 0x30);
  put_hex(out, sha256_rsa);
  const size_t signature = out->length;
  put(out, 0, 1);
  for (unsigned i = 0; i < modulus; i++) put(out, 0x55, 1);
  wrap(out, signature, 3);
  wrap(out, start, 0x30);
}

static void put_chain(struct octets *out, unsigned count, unsigned modulus, unsigned exponent)
{
  put(out, 11u << 24, 4);
  put(out, 0, 3);
  for (unsigned i = 0; i < count; i++) {
    const size_t at = out->length;
    put(out, 0, 3);
    put_certificate(out, i, modulus, exponent);
    announce(out, at, 3);
  }
  announce(out, 4, 3);
  announce(out, 1, 3);
}

/* ServerKeyExchange of DH_anon, with a prime of so many bytes. */
static void put_dh(struct octets *out, unsigned bytes)
{
  put(out, 12u << 24, 4);
  put(out, bytes, 2);
  for (unsigned i = 0; i < bytes; i++) put(out, 0xff, 1);
  put(out, 0x000102, 3);
  put(out, bytes, 2);
  for (unsigned i = 0; i < bytes; i++) put(out, i == 0 ? 0x7f : 0xff, 1);
  announce(out, 1, 3);
}

static struct octets content; /* of the attack */

static void ask_again(void)
{
  put(&content, 0, 4);
}

static void warn(void)
{
  put(&content, 0x015a, 2);
}

static void say_nothing(void)
{
}

static void give_tickets(void)
{
  put(&content, 0x04000007, 4);
  put(&content, 0x00001000, 4);
  put(&content, 0x000158, 3);
}

static void hello_again(void)
{
  put_client_hello(&content, 1, 0);
}

static void chain_of_10000_here(void)
{
  put_certificates(&content, 10000);
}

static void chain_of_17(void)
{
  put_chain(&content, 17, 256, 3);
}

static void key_of_16384_bits(void)
{
  put_chain(&content, 2, 2048, 3);
}

static void exponent_of_8192_bits(void)
{
  put_chain(&content, 2, 1024, 1023);
}

static void long_exponents(void)
{
  put_chain(&content, 16, 1024, 1023);
}

static int any_chain; /* the victim looks for no trust anchor */

static void exponent_unseen(void)
{
  any_chain = 1;
  put_chain(&content, 1, 1024, 1023);
}

static void dh_of_8192_bits(void)
{
  put_dh(&content, 1024);
}

static void dh_of_200000_bits(void)
{
  put_dh(&content, 25000);
}

#define AT_ONCE 0xff /* before the first record of the victim's peer */
#define AFTER 0xfe   /* when both are connected: under the keys */

static const struct insertion {
  const char *side, *name;
  uint16_t suite;
  int place;    /* the peer's handshake message that is replaced, or AT_ONCE or AFTER */
  uint8_t type; /* of the records */
  void (*prepare)(void);
  unsigned repeats;
  int alert;
} insertions[] = {
    {"client", "endless HelloRequest within the handshake", 0xc02b, AT_ONCE, 22, ask_again, MANY,
     TLS12_UNEXPECTED_MESSAGE},
    {"client", "endless HelloRequest after it", 0xc02b, AFTER, 22, ask_again, MANY, TLS12_UNEXPECTED_MESSAGE},
    {"client", "endless warnings", 0xc02b, AT_ONCE, 21, warn, MANY, TLS12_UNEXPECTED_MESSAGE},
    {"client", "endless warnings under the keys", 0xc02b, AFTER, 21, warn, MANY, TLS12_UNEXPECTED_MESSAGE},
    {"client", "endless empty application data", 0xc02b, AFTER, 23, say_nothing, MANY, TLS12_UNEXPECTED_MESSAGE},
    {"client", "endless NewSessionTicket", 0xc02b, AFTER, 22, give_tickets, MANY, TLS12_UNEXPECTED_MESSAGE},
    {"client", "a chain of 10,000 certificates", 0xc02b, 11, 22, chain_of_10000_here, 1, TLS12_BAD_CERTIFICATE},
    {"client", "a chain of 17 certificates", 0xc02f, 11, 22, chain_of_17, 1, TLS12_BAD_CERTIFICATE},
    {"client", "an RSA key of 16,384 bits", 0xc02f, 11, 22, key_of_16384_bits, 1, TLS12_UNKNOWN_CA},
    {"client", "RSA keys of 8192 bits with exponents of 8184", 0xc02f, 11, 22, exponent_of_8192_bits, 1,
     TLS12_UNKNOWN_CA},
    {"client", "16 of them", 0xc02f, 11, 22, long_exponents, 1, TLS12_UNKNOWN_CA},
    {"client", "one, if any chain will do", 0xc02f, 11, 22, exponent_unseen, 1, TLS12_BAD_CERTIFICATE},
    {"client", "DH parameters of 8192 bits", 0x00a6, 12, 22, dh_of_8192_bits, 1, NOTHING},
    {"client", "DH parameters of 200,000 bits", 0x00a6, 12, 22, dh_of_200000_bits, 1, TLS12_ILLEGAL_PARAMETER},
    {"server", "endless ClientHello after the handshake", 0xc02b, AFTER, 22, hello_again, MANY,
     TLS12_UNEXPECTED_MESSAGE},
    {"server", "endless warnings under the keys", 0xc02b, AFTER, 21, warn, MANY, TLS12_UNEXPECTED_MESSAGE},
    {"server", "endless empty application data", 0xc02b, AFTER, 23, say_nothing, MANY, TLS12_UNEXPECTED_MESSAGE},
};

static struct tls12_engine client, server;
static struct tls12_config client_config, server_config;

/* All that waits, the alert in the clear counted in; what the other one does not take is lost. */
static void deliver(struct tls12_engine *from, struct tls12_engine *to)
{
  const struct tls12_bytes output = tls12_output(from);
  if (to != NULL) (void)tls12_receive(to, output.data, output.length);
  tls12_sent(from, output.length);
}

/* The attack's records, one after the other, until the victim has enough. */
static void insert(const struct insertion *a, struct tls12_engine *attacker, struct tls12_engine *victim)
{
  static uint8_t sealed[TLS12_RECORD_MAX];
  static const uint8_t iv[16];
  struct octets records = {0};
  const clock_t start = clock();
  for (unsigned i = 0; i < a->repeats && tls12_status(victim) < TLS12_CLOSED; i++) {
    records.length = 0;
    if (a->place == AFTER) {
      const struct tls12_bytes plain = {content.data, (uint32_t)content.length};
      const uint32_t n = tls12_record_seal(&attacker->write_key, a->type, 0x0303, plain, iv, sealed, sizeof sealed);
      ck_assert_uint_ne(n, TLS12_SEAL_FAILED);
      put(&records, a->type, 1);
      put(&records, 0x0303, 2);
      put(&records, n, 2);
      octets_append(&records, sealed, n);
    } else {
      put_records(&records, a->type, &content, 16384);
    }
    for (size_t at = 0; at < records.length && tls12_status(victim) < TLS12_CLOSED;) {
      at += tls12_receive(victim, records.data + at, (uint32_t)(records.length - at));
      if (tls12_output(victim).length > 0 && tls12_status(victim) < TLS12_CLOSED) deliver(victim, NULL);
    }
  }
  octets_free(&records);
  seen.seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* The server's next record, or the attack instead of it. */
static int deliver_record(const struct insertion *a)
{
  const struct tls12_bytes output = tls12_output(&server);
  const uint32_t n = 5 + 256u * output.data[3] + output.data[4];
  const int here = output.data[0] == 22 && output.data[5] == a->place;
  if (here)
    insert(a, &server, &client);
  else
    (void)tls12_receive(&client, output.data, n);
  tls12_sent(&server, n);
  return here;
}

static void start_engines(uint16_t *suite)
{
  static struct tls12_credential credentials[TEST_CREDENTIALS];
  static struct certificates roots;
  if (roots.count == 0) ck_assert_int_eq(test_credentials(credentials, &roots), 0);
  client_config = (struct tls12_config){.policy = TLS12_POLICY_REFERENCE,
                                        .random = system_random,
                                        .suites = suite,
                                        .suite_count = 1,
                                        .server_name = "server.example",
                                        .anchors = roots.list,
                                        .anchor_count = roots.count,
                                        .time = 20260101000000,
                                        .accept_any_chain = any_chain};
  server_config = client_config;
  server_config.credentials = credentials;
  server_config.credential_count = TEST_CREDENTIALS;
  tls12_client(&client, &client_config);
  tls12_server(&server, &server_config);
}

START_TEST(to_engine)
{
  const struct insertion *a = &insertions[_i];
  uint16_t suite = a->suite;
  struct tls12_engine *victim = a->side[0] == 'c' ? &client : &server,
                      *attacker = victim == &client ? &server : &client;
  content.length = 0;
  any_chain = 0;
  a->prepare();
  start_engines(&suite);
  seen = (struct outcome){.alert = NOTHING};
  int played = a->place == AT_ONCE;
  if (!played) deliver(&client, &server);
  while (!played && (tls12_output(&client).length > 0 || tls12_output(&server).length > 0)) {
    if (tls12_output(&server).length > 0)
      played = deliver_record(a);
    else
      deliver(&client, &server);
  }
  if (a->place == AFTER || a->place == AT_ONCE) {
    ck_assert(a->place == AT_ONCE ||
              (tls12_status(&client) == TLS12_CONNECTED && tls12_status(&server) == TLS12_CONNECTED));
    insert(a, attacker, victim);
  }
  if (tls12_status(victim) == TLS12_FAILED) seen.alert = (int)victim->failure.fault.alert;
  seen.end = seen.alert == NOTHING ? "goes on" : "failed";
  report(a->side, a->name);
  ck_assert_msg(seen.alert == a->alert, "%s: %s instead of %s", a->name, alert_name(seen.alert), alert_name(a->alert));
  ck_assert(seen.seconds < 5);
}
END_TEST

/* RST after each of the client's bytes; whether there were fewer. */
static int reset_after(const struct server_process *process, size_t bytes)
{
  uint8_t in[4096];
  const int socket = server_connect(process);
  for (;;) {
    struct tls12_bytes output = tls12_output(&client);
    if (output.length > bytes) output.length = (uint32_t)bytes;
    if (output.length > 0) ck_assert_int_eq(send(socket, output.data, output.length, MSG_NOSIGNAL), output.length);
    tls12_sent(&client, output.length);
    bytes -= output.length;
    if (bytes == 0 || tls12_status(&client) == TLS12_CONNECTED) break;
    const ssize_t n = recv(socket, in, sizeof in, 0);
    ck_assert_int_gt(n, 0);
    ck_assert_uint_eq(tls12_receive(&client, in, (uint32_t)n), (uint32_t)n);
  }
  reset(socket);
  return tls12_status(&client) == TLS12_CONNECTED;
}

START_TEST(reset_everywhere)
{
  char *const options[] = {"--policy", "reference", NULL};
  uint16_t suite = 0xc02b;
  size_t bytes = 0;
  const struct server_process process = server_start(options, NULL);
  const int descriptors = server_descriptors(&process);
  const long before = server_memory(&process, "VmHWM:");
  const double start = now_seconds();
  do start_engines(&suite);
  while (!reset_after(&process, ++bytes));
  for (int i = 0; i < 1000 && server_descriptors(&process) != descriptors; i++) pause_ms(10);
  seen = (struct outcome){NOTHING, 0, "reset", now_seconds() - start, server_memory(&process, "VmHWM:") - before};
  report("server", "RST after each byte of a handshake, one after the other");
  ck_assert_uint_gt(bytes, 150);
  ck_assert_int_eq(server_descriptors(&process), descriptors);
#ifndef __SANITIZE_ADDRESS__
  ck_assert_int_le(seen.memory, MEMORY_MAX + 150 * (long)bytes); /* the server may not have come to any of them yet */
#endif
  ck_assert_int_eq(server_stop(&process), 0);
}
END_TEST

/* What one connection after the other leaves in a server. */
static void report_series(const struct server_process *process, const char *behaviour, const char *end, double start,
                          long before, int descriptors)
{
  for (int i = 0; i < 1000 && server_descriptors(process) != descriptors; i++) pause_ms(10);
  seen = (struct outcome){NOTHING, 0, end, now_seconds() - start, server_memory(process, "VmHWM:") - before};
  report("server", behaviour);
  ck_assert_int_eq(server_descriptors(process), descriptors);
}

/* A ticket that the server cannot open costs it a handshake like any other, and leaves nothing. */
START_TEST(forged_tickets)
{
  enum { TICKETS = 2000 };
  char *const options[] = {"--policy", "reference", NULL};
  const struct server_process process = server_start(options, NULL);
  const int descriptors = server_descriptors(&process);
  const long before = server_memory(&process, "VmHWM:");
  const double start = now_seconds();
  struct octets hello = {0}, records = {0};
  put_hello(&hello, 1, 0, 2048);
  put_records(&records, 22, &hello, 16384);
  for (int i = 0; i < TICKETS; i++) {
    uint8_t answer[6];
    const int socket = server_connect(&process);
    ck_assert_int_eq(send(socket, records.data, records.length, MSG_NOSIGNAL), (ssize_t)records.length);
    ck_assert_int_eq(recv(socket, answer, sizeof answer, MSG_WAITALL), sizeof answer);
    ck_assert(answer[0] == 22 && answer[5] == 2); /* ServerHello */
    reset(socket);
  }
  report_series(&process, "2000 forged tickets, one after the other", "reset", start, before, descriptors);
#ifndef __SANITIZE_ADDRESS__
  ck_assert_int_le(seen.memory, MEMORY_MAX + 150 * 8L); /* the server may not have come to the last ones yet */
#endif
  ck_assert_int_eq(server_stop(&process), 0);
  octets_free(&hello);
  octets_free(&records);
}
END_TEST

/* Until the client's handshake is over. */
static void shake_hands(int socket)
{
  uint8_t in[4096];
  do {
    for (struct tls12_bytes output = tls12_output(&client); output.length > 0; output = tls12_output(&client)) {
      ck_assert_int_eq(send(socket, output.data, output.length, MSG_NOSIGNAL), output.length);
      tls12_sent(&client, output.length);
    }
    if (tls12_status(&client) != TLS12_HANDSHAKING) break;
    const ssize_t n = recv(socket, in, sizeof in, 0);
    ck_assert_int_gt(n, 0);
    for (uint32_t at = 0; at < n;) {
      const uint32_t taken = tls12_receive(&client, in + at, (uint32_t)n - at);
      ck_assert(taken > 0);
      at += taken;
    }
  } while (1);
  ck_assert_int_eq(tls12_status(&client), TLS12_CONNECTED);
}

/* A server that allows renegotiation makes as many handshakes as it is asked for: each costs it what a connection costs, and nothing adds
 * up. By default it allows none. */
START_TEST(endless_renegotiation)
{
  enum { AGAIN = 300 };
  char *const options[] = {"--policy", "reference", "--renegotiation", "allow", NULL};
  uint16_t suite = 0xc02b;
  const struct server_process process = server_start(options, NULL);
  const int descriptors = server_descriptors(&process);
  start_engines(&suite);
  client_config.renegotiation = 1;
  const int socket = server_connect(&process);
  shake_hands(socket);
  const long before = server_memory(&process, "VmHWM:");
  const double start = now_seconds();
  for (int i = 0; i < AGAIN; i++) {
    ck_assert(tls12_renegotiate(&client));
    shake_hands(socket);
    ck_assert(tls12_renegotiated(&client));
  }
  seen.memory = server_memory(&process, "VmHWM:") - before;
#ifndef __SANITIZE_ADDRESS__
  ck_assert_int_le(seen.memory, MEMORY_MAX);
#endif
  close(socket);
  report_series(&process, "300 renegotiations, allowed", "goes on", start, before, descriptors);
  ck_assert_int_eq(server_stop(&process), 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("load/hostile");
  TCase *tests = tcase_create("hostile");
  tcase_set_timeout(tests, 60);
  tcase_add_unchecked_fixture(tests, write_ca, remove_ca);
  tcase_add_loop_test(tests, to_server, 0, sizeof attacks / sizeof *attacks);
  tcase_add_loop_test(tests, to_engine, 0, sizeof insertions / sizeof *insertions);
  tcase_add_test(tests, reset_everywhere);
  tcase_add_test(tests, forged_tickets);
  tcase_add_test(tests, endless_renegotiation);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
