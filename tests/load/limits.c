/* The limits of tls12 server: time, descriptors, memory, and its end. */
#include <check.h>
#include <errno.h>
#include <poll.h>

#include "handshake/engine.h"
#include "tests/load/server_process.h"
#include "tests/suite.h"
#include "tool/connection.h"
#include "tool/loop.h"

static struct connection client;

/* Starts a client on a new connection. */
static void client_start(const struct server_process *server)
{
  static struct tls12_config config;
  config = (struct tls12_config){.random = system_random, .accept_any_chain = 1};
  memset(&client, 0, sizeof client);
  client.socket = server_connect(server);
  fcntl(client.socket, F_SETFL, O_NONBLOCK);
  tls12_client(&client.engine, &config);
}

/* Goes on until it has another status, or is over, for some seconds at most. */
static void client_run(enum tls12_status from, int seconds)
{
  for (const double end = now_seconds() + seconds; now_seconds() < end && connection_move(&client) == 0 &&
                                                   tls12_status(&client.engine) == from && !client.peer_closed;) {
    struct pollfd wait = {client.socket, connection_events(&client), 0};
    poll(&wait, 1, 1000);
  }
}

/* Whether a whole handshake works. */
static int works(const struct server_process *server)
{
  client_start(server);
  client_run(TLS12_HANDSHAKING, 10);
  const int connected = tls12_status(&client.engine) == TLS12_CONNECTED;
  close(client.socket);
  return connected;
}

/* Half a minute at most, until it has so many open. */
static void wait_for_descriptors(const struct server_process *server, int count)
{
  for (int i = 0; i < 3000 && server_descriptors(server) != count; i++) pause_ms(10);
  ck_assert_int_eq(server_descriptors(server), count);
}

/* Reads to the end of the connection: the bytes in `out`; how many there were. */
static size_t read_all(int socket, uint8_t *out, size_t room)
{
  size_t got = 0;
  for (ssize_t n; got < room && (n = recv(socket, out + got, room - got, 0)) > 0;) got += (size_t)n;
  return got;
}

static char *const quick[] = {"--timeout", "1", NULL}, *const echo[] = {"--echo", NULL}, *const usual[] = {NULL};

static const uint8_t close_notify[] = {21, 3, 3, 0, 2, 1, 0};

/* Whoever says nothing, and whoever says a byte now and then, has close_notify after the time for a handshake. */
START_TEST(slow_handshake)
{
  const struct server_process server = server_start(quick, NULL);
  const double start = now_seconds();
  static const uint8_t begun[] = {0x16, 3, 1, 0, 0x80, 1, 0, 0, 0x7c, 3};
  uint8_t got[16];
  const int silent = server_connect(&server), slow = server_connect(&server);
  for (unsigned i = 0; i < sizeof begun; i++) {
    ck_assert_int_eq(send(slow, &begun[i], 1, MSG_NOSIGNAL), 1);
    pause_ms(100);
  }
  ck_assert_uint_eq(read_all(silent, got, sizeof got), sizeof close_notify);
  ck_assert_mem_eq(got, close_notify, sizeof close_notify);
  ck_assert_uint_eq(read_all(slow, got, sizeof got), sizeof close_notify);
  ck_assert_mem_eq(got, close_notify, sizeof close_notify);
  const double took = now_seconds() - start;
  ck_assert(took >= 1 && took < 10);
  ck_assert(works(&server));
  close(silent);
  close(slow);
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST

/* A peer that does not read the alert, nor closes, is let go of. */
START_TEST(no_end)
{
  const struct server_process server = server_start(usual, NULL);
  const int before = server_descriptors(&server), socket = server_connect(&server);
  ck_assert_int_eq(send(socket, "no TLS", 6, MSG_NOSIGNAL), 6);
  const double start = now_seconds();
  do pause_ms(20);
  while (server_descriptors(&server) > before && now_seconds() - start < CLOSING_SECONDS + 10);
  ck_assert_int_eq(server_descriptors(&server), before);
  ck_assert(now_seconds() - start < CLOSING_SECONDS + 10);
  close(socket);
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST

static void few_descriptors(void)
{
  const struct rlimit limit = {24, 24};
  setrlimit(RLIMIT_NOFILE, &limit);
}

/* More connections than descriptors: the rest waits, and comes in when others go. */
START_TEST(descriptors)
{
  enum { COUNT = 60 };
  int sockets[COUNT];
  const struct server_process server = server_start(usual, few_descriptors);
  const int before = server_descriptors(&server);
  for (int i = 0; i < COUNT; i++) sockets[i] = server_connect(&server);
  wait_for_descriptors(&server, 24);
  pause_ms(100);
  const double cpu = server_cpu(&server);
  pause_ms(300);
  ck_assert(server_cpu(&server) - cpu < 0.1); /* it does not try again and again */
  ck_assert_int_eq(server_descriptors(&server), 24);
  for (int i = 0; i < COUNT; i++) close(sockets[i]);
  ck_assert(works(&server));
  wait_for_descriptors(&server, before);
  ck_assert_ptr_nonnull(strstr(server_log(&server), "no room for another connection"));
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST

#ifndef __SANITIZE_ADDRESS__ /* which takes all the address space */
static void little_memory(void)
{
  const struct rlimit limit = {32 << 20, 32 << 20};
  setrlimit(RLIMIT_AS, &limit);
}

START_TEST(memory)
{
  enum { COUNT = 300 };
  int sockets[COUNT];
  const struct server_process server = server_start(usual, little_memory);
  for (int i = 0; i < COUNT; i++) sockets[i] = server_connect(&server);
  for (int i = 0; i < 500 && strstr(server_log(&server), "no room for another") == NULL; i++) pause_ms(10);
  ck_assert_ptr_nonnull(strstr(server_log(&server), "no room for another connection: Cannot allocate memory"));
  for (int i = 0; i < COUNT; i++) close(sockets[i]);
  pause_ms(1000 * ACCEPT_PAUSE_SECONDS);
  ck_assert(works(&server));
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST
#endif

/* As many connections as it takes (make load; else a thousand), which do nothing, and one more. */
START_TEST(many)
{
  static int sockets[CONNECTIONS_MAX - 1];
  const char *scale = getenv("TLS12_LOAD");
  const int count = scale != NULL && strcmp(scale, "full") == 0 ? CONNECTIONS_MAX - 1 : 1000;
  struct rlimit limit;
  raise_descriptors();
  getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < (rlim_t)count + 64) {
    printf("skipped: %d connections at once: only %lu descriptors\n", count, (unsigned long)limit.rlim_cur);
    return;
  }
  const struct server_process server = server_start(usual, NULL);
  const int before = server_descriptors(&server);
  const double start = now_seconds();
  for (int i = 0; i < count; i++) sockets[i] = server_connect(&server);
  wait_for_descriptors(&server, before + count);
  ck_assert(works(&server));
  const long peak = server_memory(&server, "VmHWM:");
  printf("%d connections open: %.1f s, %ld KiB\n", count, now_seconds() - start, peak);
  fflush(stdout);
#ifndef __SANITIZE_ADDRESS__
  ck_assert_int_le(peak, 152 * count + 4096);
#endif
  for (int i = 0; i < count; i++) close(sockets[i]);
  wait_for_descriptors(&server, before);
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST

/* A connection that floods has no more than its turn. */
START_TEST(fair)
{
  static uint8_t data[16384];
  const struct server_process server = server_start(echo, NULL);
  const pid_t flood = fork();
  ck_assert_int_ge(flood, 0);
  if (flood == 0) {
    client_start(&server);
    client_run(TLS12_HANDSHAKING, 10);
    while (connection_move(&client) == 0 && tls12_status(&client.engine) == TLS12_CONNECTED) {
      tls12_application_taken(&client.engine, tls12_application(&client.engine).length);
      (void)tls12_send(&client.engine, data, sizeof data);
    }
    _exit(0);
  }
  pause_ms(300);
  for (int i = 0; i < 5; i++) ck_assert(works(&server));
  kill(flood, SIGKILL);
  waitpid(flood, NULL, 0);
  ck_assert_int_eq(server_stop(&server), 0);
}
END_TEST

/* SIGTERM: open connections have close_notify; a handshake that has begun may end. */
START_TEST(graceful_stop)
{
  const struct server_process server = server_start(usual, NULL);
  client_start(&server);
  client_run(TLS12_HANDSHAKING, 10);
  ck_assert_int_eq(tls12_status(&client.engine), TLS12_CONNECTED);
  kill(server.id, SIGTERM);
  client_run(TLS12_CONNECTED, 5);
  ck_assert_int_eq(tls12_status(&client.engine), TLS12_CLOSED); /* close_notify has come */
  close(client.socket);
  ck_assert_int_eq(server_wait(&server), 0);
}
END_TEST

START_TEST(stop_within_handshake)
{
  const struct server_process server = server_start(usual, NULL);
  client_start(&server);
  connection_move(&client);
  pause_ms(200); /* ServerHelloDone is under way */
  kill(server.id, SIGTERM);
  pause_ms(100);
  client_run(TLS12_HANDSHAKING, 5);
  client_run(TLS12_CONNECTED, 5);
  ck_assert_int_eq(tls12_status(&client.engine), TLS12_CLOSED);
  ck_assert_ptr_nonnull(strstr(server_log(&server), "connected"));
  close(client.socket);
  ck_assert_int_eq(server_wait(&server), 0);
}
END_TEST

/* A second signal waits for nobody. */
START_TEST(second_signal)
{
  const struct server_process server = server_start(usual, NULL);
  const int silent = server_connect(&server);
  pause_ms(50);
  const double start = now_seconds();
  kill(server.id, SIGINT);
  pause_ms(100);
  kill(server.id, SIGINT);
  ck_assert_int_eq(server_wait(&server), 0);
  ck_assert(now_seconds() - start < STOPPING_SECONDS - 1);
  close(silent);
}
END_TEST

/* --connections N: it ends by itself. */
START_TEST(counted)
{
  char *const options[] = {"--connections", "3", NULL};
  const struct server_process server = server_start(options, NULL);
  for (int i = 0; i < 3; i++) ck_assert(works(&server));
  ck_assert_int_eq(server_wait(&server), 0);
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("load/limits");
  TCase *tests = tcase_create("limits");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, slow_handshake);
  tcase_add_test(tests, no_end);
  tcase_add_test(tests, descriptors);
#ifndef __SANITIZE_ADDRESS__
  tcase_add_test(tests, memory);
#endif
  tcase_add_test(tests, many);
  tcase_add_test(tests, fair);
  tcase_add_test(tests, graceful_stop);
  tcase_add_test(tests, stop_within_handshake);
  tcase_add_test(tests, second_signal);
  tcase_add_test(tests, counted);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
