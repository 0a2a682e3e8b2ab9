/* What stays in memory: the process is searched for every secret of its handshakes, once they are over. The master secret and what the
 * random source gave that did not go over the wire (premaster secrets, private exponents) must be gone from everywhere, the stack
 * included; a private key is there once. And no secret is said without --keylog and --trace=secrets. */
#include <check.h>
#include <stdint.h>
#include <sys/stat.h>

#include "crypto/wipe.h"
#include "handshake/engine.h"
#include "tests/load/server_process.h"
#include "tests/suite.h"
#include "tool/connection.h"
#include "tool/credentials.h"
#include "tool/test_credentials.h"

/* A secret, kept in a disguise in which the search does not find it. */
struct secret {
  uint8_t bytes[64];
  size_t length;
  const char *name;
};

#ifdef __SANITIZE_ADDRESS__
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#define SECRETS_MAX 256
#define DISGUISE 0x5a

static struct secret secrets[SECRETS_MAX];
static unsigned secret_count;

static void remember(const char *name, const uint8_t *bytes, size_t n)
{
  ck_assert_uint_lt(secret_count, SECRETS_MAX);
  struct secret *s = &secrets[secret_count++];
  s->length = n < sizeof s->bytes ? n : sizeof s->bytes;
  s->name = name;
  for (size_t i = 0; i < s->length; i++) s->bytes[i] = bytes[i] ^ DISGUISE;
}

static int is_secret(const uint8_t *at, const struct secret *s)
{
  for (size_t i = 0; i < s->length; i++)
    if ((at[i] ^ DISGUISE) != s->bytes[i]) return 0;
  return 1;
}

/* How often it is in the memory that a process may write, read through `memory`, its /proc/PID/mem. */
static unsigned search(pid_t process, const struct secret *s)
{
  char path[64], line[512];
  unsigned found = 0;
  snprintf(path, sizeof path, "/proc/%d/maps", (int)process);
  FILE *maps = fopen(path, "r");
  snprintf(path, sizeof path, "/proc/%d/mem", (int)process);
  const int memory = open(path, O_RDONLY);
  ck_assert(maps != NULL && memory >= 0);
  while (fgets(line, sizeof line, maps) != NULL) {
    unsigned long from, to;
    char may[8];
    if (sscanf(line, "%lx-%lx %7s", &from, &to, may) != 3 || may[1] != 'w') continue;
    for (unsigned long at = from; at < to;) {
      static uint8_t block[1 << 16];
      const size_t n = to - at < sizeof block ? to - at : sizeof block;
      if (pread(memory, block, n, (off_t)at) != (ssize_t)n) break;
      for (size_t i = 0; i + s->length <= n; i++)
        /* not the block of this search itself, when the process is this one */
        if (block[i] == (s->bytes[0] ^ DISGUISE) && is_secret(block + i, s) &&
            !(process == getpid() && at + i >= (uintptr_t)block && at + i < (uintptr_t)(block + sizeof block))) {
          found++;
          if (getenv("TLS12_WHERE") != NULL) printf("%s at %lx in %s", s->name, at + i, line);
        }
      memset(block, 0, sizeof block);
      at += n < sizeof block ? n : n - (s->length - 1);
    }
  }
  fclose(maps);
  close(memory);
  return found;
}

/* xorshift. What is asked for at once and is longer than a nonce is remembered. */
static int remembered_random(void *context, uint8_t *out, size_t n)
{
  static uint64_t state = 0x9e3779b97f4a7c15u;
  (void)context;
  for (size_t i = 0; i < n; i++) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    out[i] = (uint8_t)(state >> 32);
  }
  if (n >= 24) remember("random bytes", out, n);
  return 0;
}

static void take_master_secret(void *context, const uint8_t client_random[32], const uint8_t master_secret[48])
{
  (void)context;
  /* the randoms went over the wire, and are no secrets */
  for (unsigned i = 0; i < secret_count; i++)
    if (is_secret(client_random, &secrets[i])) secrets[i--] = secrets[--secret_count];
  remember("the master secret", master_secret, 48);
}

static struct tls12_engine client, server;
static struct tls12_credential credentials[TEST_CREDENTIALS];
static struct certificates roots;

/* A whole handshake, to the point where both are connected. */
static void converse(uint16_t suite)
{
  struct tls12_config config = {.policy = TLS12_POLICY_REFERENCE,
                                .random = remembered_random,
                                .key_log = take_master_secret,
                                .suites = &suite,
                                .suite_count = 1,
                                .psks = &test_psk,
                                .psk_count = 1,
                                .server_name = "server.example",
                                .anchors = roots.list,
                                .anchor_count = roots.count,
                                .time = 20260101000000};
  struct tls12_config server_config = config;
  server_config.credentials = credentials;
  server_config.credential_count = TEST_CREDENTIALS;
  tls12_client(&client, &config);
  tls12_server(&server, &server_config);
  while (tls12_output(&client).length > 0 || tls12_output(&server).length > 0) {
    const int from_client = tls12_output(&client).length > 0;
    struct tls12_engine *from = from_client ? &client : &server, *to = from_client ? &server : &client;
    const struct tls12_bytes output = tls12_output(from);
    const uint32_t taken = tls12_receive(to, output.data, output.length);
    ck_assert_uint_gt(taken, 0);
    tls12_sent(from, taken);
  }
  ck_assert_int_eq(tls12_status(&client), TLS12_CONNECTED);
  ck_assert_int_eq(tls12_status(&server), TLS12_CONNECTED);
  for (unsigned i = 0; i < secret_count; i++)
    if (is_secret(server.server_random, &secrets[i])) secrets[i--] = secrets[--secret_count];
}

static const uint16_t suites[] = {0x009c, 0x003c, 0xccaa, 0xc02b, 0xc030, 0xc009, 0x00a2,
                                  0x00a0, 0xc02d, 0x00a6, 0x00a8, 0x00aa, 0x00ac, 0xc037};

START_TEST(engines)
{
  ck_assert_int_eq(test_credentials(credentials, &roots), 0);
  secret_count = 0;
  converse(suites[_i]);
  ck_assert_uint_ge(secret_count, 2);
  /* the search finds what is there */
  static uint8_t plain[64];
  for (size_t k = 0; k < sizeof plain; k++) plain[k] = secrets[0].bytes[k] ^ DISGUISE;
  ck_assert_uint_ge(search(getpid(), &secrets[0]), 1);
  tls12_wipe(plain, sizeof plain);

  tls12_forget(&client);
  tls12_forget(&server);
  for (unsigned i = 0; i < secret_count; i++) {
    const unsigned found = search(getpid(), &secrets[i]);
    ck_assert_msg(found == 0, "suite %04x: %s (%zu bytes), %u times", suites[_i], secrets[i].name, secrets[i].length,
                  found);
  }
}
END_TEST

static char folder[] = P_tmpdir "/tls12-secrets-XXXXXX", certificate_file[64], key_file[64], log_file[64];

static void write_file(const char *path, const char *text)
{
  const int file = open(path, O_WRONLY | O_CREAT, 0600); /* stdio would leave a copy */
  ck_assert(file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text) && close(file) == 0);
}

static void make_files(void)
{
  ck_assert_ptr_nonnull(mkdtemp(folder));
  snprintf(certificate_file, sizeof certificate_file, "%s/certificate", folder);
  snprintf(key_file, sizeof key_file, "%s/key", folder);
  snprintf(log_file, sizeof log_file, "%s/log", folder);
  write_file(certificate_file, test_rsa_leaf);
  write_file(key_file, test_rsa_key);
}

static void remove_files(void)
{
  unlink(certificate_file);
  unlink(key_file);
  unlink(log_file);
  rmdir(folder);
}

/* A handshake with the server; its master secret is remembered. */
static void visit(const struct server_process *process)
{
  struct tls12_config config = {.random = system_random, .key_log = take_master_secret, .accept_any_chain = 1};
  static struct connection connection;
  memset(&connection, 0, sizeof connection);
  connection.socket = server_connect(process);
  fcntl(connection.socket, F_SETFL, O_NONBLOCK);
  tls12_client(&connection.engine, &config);
  while (tls12_status(&connection.engine) == TLS12_HANDSHAKING)
    ck_assert_msg(connection_move(&connection) == 0 && !connection.peer_closed, "%s", server_log(process));
  ck_assert_int_eq(tls12_status(&connection.engine), TLS12_CONNECTED);
  close(connection.socket);
  tls12_forget(&connection.engine);
}

static void say(char *out, const struct secret *s)
{
  for (size_t i = 0; i < s->length; i++) sprintf(out + 2 * i, "%02x", s->bytes[i] ^ DISGUISE);
}

/* The server after a connection that it does not keep: no master secret, in bytes or in digits, not even that of the key log; the
 * private key is there once, its text not at all. */
START_TEST(server_process_memory)
{
  char *const options[] = {"--cert",       certificate_file,     "--key",   key_file, "--keylog", log_file,
                           "--no-tickets", "--no-session-cache", "--trace", NULL};
  ck_assert_int_eq(chmod(key_file, 0600), 0);
  const struct server_process process = server_start(options, NULL);
  const int descriptors = server_descriptors(&process);
  secret_count = 0;
  visit(&process);
  for (int i = 0; i < 500 && server_descriptors(&process) != descriptors; i++) pause_ms(10);
  ck_assert_uint_eq(secret_count, 1);

  char digits[97];
  say(digits, &secrets[0]);
  FILE *log = fopen(log_file, "r");
  char line[256] = "";
  ck_assert(log != NULL && fgets(line, sizeof line, log) != NULL);
  fclose(log);
  ck_assert_ptr_nonnull(strstr(line, digits));
  ck_assert_ptr_null(strstr(server_log(&process), digits));
  ck_assert_ptr_null(strstr(server_log(&process), "others may read"));
  ck_assert_ptr_nonnull(strstr(server_log(&process), "ClientKeyExchange"));
  remember("the key log's line", (const uint8_t *)digits, 64);

  struct tls12_private_key key;
  ck_assert_int_eq(private_key_from_file(key_file, &key), 0);
  remember("the private exponent", key.private_exponent.data, key.private_exponent.length);
  /* in the middle of the PEM text, within a line */
  remember("the key's text", (const uint8_t *)strchr(test_rsa_key + strlen(test_rsa_key) / 2, '\n') + 1, 60);
  ck_assert_uint_eq(search(process.id, &secrets[0]), 0);
  ck_assert_uint_eq(search(process.id, &secrets[1]), 0);
  ck_assert_uint_eq(search(process.id, &secrets[2]), 1);
  ck_assert_uint_eq(search(process.id, &secrets[3]), 0);
  ck_assert_int_eq(server_stop(&process), 0);
}
END_TEST

/* A private key that others may read is one to warn about. */
START_TEST(permissions)
{
  char *const options[] = {"--cert", certificate_file, "--key", key_file, NULL};
  ck_assert_int_eq(chmod(key_file, 0640), 0);
  const struct server_process process = server_start(options, NULL);
  ck_assert_ptr_nonnull(strstr(server_log(&process), "others may read this private key"));
  ck_assert_int_eq(server_stop(&process), 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("load/secrets");
  TCase *tests = tcase_create("secrets");
  tcase_set_timeout(tests, 60);
  if (SANITIZED) {
    puts("skipped: the search for secrets: the sanitizer's own memory takes the whole address space");
  } else {
    tcase_add_loop_test(tests, engines, 0, sizeof suites / sizeof *suites);
    tcase_add_test(tests, server_process_memory);
  }
  tcase_add_unchecked_fixture(tests, make_files, remove_files);
  tcase_add_test(tests, permissions);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
