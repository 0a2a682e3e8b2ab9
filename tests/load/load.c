/* Handshakes of many connections at once against tls12 server: good ones, and ones that fail in all ways. Counted: errors, and what
 * grows. TLS12_LOAD=full, which make load sets, takes as many as README.md names. */
#include <check.h>
#include <errno.h>
#include <poll.h>

#include "handshake/engine.h"
#include "tests/load/server_process.h"
#include "tests/suite.h"
#include "tool/connection.h"
#include "tool/credentials.h"

/* How a connection goes. */
enum play {
  COMPLETE,      /* to the end, and close_notify */
  GARBAGE,       /* no TLS at all */
  NO_AGREEMENT,  /* no suite in common */
  CUT,           /* closed within ClientHello */
  RESET_AT_ONCE, /* RST after connecting */
  RESET_LATER,   /* RST instead of an answer to ServerHelloDone */
  BAD_FINISHED,  /* the last byte of Finished is wrong */
  DISTRUST,      /* the client refuses the server's chain */
  PLAYS
};

/* What the client must see of it. */
static const struct {
  const char *name;
  int alert; /* of the server, -1: none */
} plays[PLAYS] = {{"complete", -1},
                  {"garbage", TLS12_UNEXPECTED_MESSAGE},
                  {"no agreement", TLS12_HANDSHAKE_FAILURE},
                  {"cut", -1},
                  {"reset at once", -1},
                  {"reset later", -1},
                  {"bad Finished", TLS12_BAD_RECORD_MAC},
                  {"distrust", -1}};

struct player {
  int socket; /* -1: free */
  enum play play;
  int alert, closed;
  struct tls12_engine engine;
};

/* What a connection may take: the bound that src/tool/loop.h names. */
#define CONNECTION_KIB 152

static struct tls12_config trusting, distrusting, disagreeing;
static struct certificates roots;
static unsigned long done[PLAYS], wrong;

static void prepare(void)
{
  static struct tls12_credential credentials[TEST_CREDENTIALS];
  static const uint16_t null_suite[] = {0x0002}; /* TLS_RSA_WITH_NULL_SHA */
  ck_assert_int_eq(test_credentials(credentials, &roots), 0);
  trusting = (struct tls12_config){.policy = TLS12_POLICY_MODERN,
                                   .random = system_random,
                                   .server_name = "server.example",
                                   .anchors = roots.list,
                                   .anchor_count = roots.count,
                                   .time = time_now()};
  distrusting = disagreeing = trusting;
  distrusting.anchor_count = 0;
  disagreeing.policy = TLS12_POLICY_REFERENCE;
  disagreeing.suites = null_suite;
  disagreeing.suite_count = 1;
}

static void start(struct player *p, const struct server_process *server, enum play play)
{
  static const char garbage[] = "GET / HTTP/1.0\r\n\r\n";
  p->play = play;
  p->alert = -1;
  p->closed = 0;
  p->socket = server_connect(server);
  fcntl(p->socket, F_SETFL, O_NONBLOCK);
  tls12_client(&p->engine, play == DISTRUST ? &distrusting : play == NO_AGREEMENT ? &disagreeing : &trusting);
  if (play == GARBAGE) ck_assert_int_gt(send(p->socket, garbage, sizeof garbage - 1, MSG_NOSIGNAL), 0);
}

/* Judges the end of a connection, and frees its place. */
static void finish(struct player *p)
{
  const struct tls12_engine *e = &p->engine;
  const int good = p->play == COMPLETE   ? tls12_status(e) == TLS12_CLOSED && p->alert < 0
                   : p->play == DISTRUST ? e->failure.cause == TLS12_PEER_VIOLATION
                                         : p->alert == plays[p->play].alert;
  if (!good) {
    wrong++;
    fprintf(stderr, "%s: alert %d, status %d, cause %d, rule %d\n", plays[p->play].name, p->alert, (int)e->status,
            (int)e->failure.cause, (int)e->failure.fault.rule);
  }
  done[p->play]++;
  if (p->play == RESET_AT_ONCE || p->play == RESET_LATER)
    reset(p->socket);
  else
    close(p->socket);
  p->socket = -1;
}

/* Sends what waits: 0, or -1 when this is where the play ends. */
static int send_output(struct player *p)
{
  struct tls12_bytes output;
  while ((output = tls12_output(&p->engine)).length > 0) {
    static uint8_t bytes[TLS12_OUTPUT_MAX];
    memcpy(bytes, output.data, output.length);
    if (p->play == CUT) output.length /= 2;
    if (p->play == RESET_LATER && p->engine.writing_protected) return -1;
    if (p->play == BAD_FINISHED && p->engine.writing_protected) bytes[output.length - 1] ^= 1;
    const ssize_t n = send(p->socket, bytes, output.length, MSG_NOSIGNAL);
    if (n < 0) return errno == EAGAIN ? 0 : -1;
    if (p->play == CUT) return -1;
    tls12_sent(&p->engine, (uint32_t)n);
  }
  return 0;
}

/* As far as it goes; whether it is over. */
static int step(struct player *p)
{
  uint8_t in[4096];
  if (p->play == RESET_AT_ONCE) return 1;
  if (p->play != GARBAGE && send_output(p) != 0) return 1;
  for (;;) {
    const ssize_t n = recv(p->socket, in, sizeof in, 0);
    if (n < 0 && errno == EAGAIN) break;
    if (n <= 0) return 1;
    if (in[0] == TLS12_ALERT && n == 7) p->alert = in[6];
    if (p->play == GARBAGE) continue;
    for (uint32_t at = 0, taken; at < n; at += taken) {
      taken = tls12_receive(&p->engine, in + at, (uint32_t)n - at);
      if (tls12_output(&p->engine).length > 0 && send_output(p) != 0) return 1;
      if (taken == 0) break;
    }
    if (tls12_status(&p->engine) == TLS12_CONNECTED) tls12_close(&p->engine);
    if (send_output(p) != 0) return 1;
  }
  /* after a failure of its own, the client does not wait for the server */
  return tls12_status(&p->engine) >= TLS12_CLOSED && tls12_output(&p->engine).length == 0;
}

/* `count` connections, `width` at once: good ones, or the other plays in turn. */
static void run(const struct server_process *server, unsigned long count, unsigned width, int good)
{
  struct player *players = calloc(width, sizeof *players);
  struct pollfd *waits = calloc(width, sizeof *waits);
  unsigned long started = 0, open = 0;
  ck_assert(players != NULL && waits != NULL);
  for (unsigned i = 0; i < width; i++) players[i].socket = -1;
  while (started < count || open > 0) {
    for (unsigned i = 0; i < width; i++) {
      if (players[i].socket < 0 && started < count) {
        start(&players[i], server, good ? COMPLETE : (enum play)(1 + started % (PLAYS - 1)));
        started++;
        open++;
        waits[i].revents = POLLOUT;
      }
      if (players[i].socket >= 0 && waits[i].revents != 0 && step(&players[i])) {
        finish(&players[i]);
        open--;
      }
      const int waiting = players[i].socket >= 0 && players[i].play != GARBAGE;
      const short out = waiting && tls12_output(&players[i].engine).length > 0 ? POLLOUT : 0;
      waits[i] = (struct pollfd){players[i].socket, (short)(POLLIN | out), 0};
    }
    /* a place that became free is taken at once */
    const int at_once = open == 0 || (started < count && open < width);
    ck_assert(poll(waits, width, at_once ? 0 : 60000) > 0 || at_once);
  }
  free(players);
  free(waits);
}

/* Waits until the server has let go of every connection: what it has open then. */
static int settled(const struct server_process *server, int before)
{
  int now = server_descriptors(server);
  for (int i = 0; i < 500 && now != before; i++) {
    pause_ms(10);
    now = server_descriptors(server);
  }
  return now;
}

static const struct {
  const char *name;
  int good;
  unsigned long few, many;
} loads[] = {{"full handshakes", 1, 600, 10000}, {"failed handshakes", 0, 2100, 100000}};

START_TEST(load)
{
  char *options[] = {NULL};
  const char *scale = getenv("TLS12_LOAD");
  const int full = scale != NULL && strcmp(scale, "full") == 0;
  const unsigned long count = full ? loads[_i].many : loads[_i].few;
  const unsigned width = full ? 500 : 60;
  const unsigned long tenth = count / 10;
  raise_descriptors();
  prepare();
  const struct server_process server = server_start(options, NULL);
  const int descriptors = server_descriptors(&server);
  const long empty = server_memory(&server, "VmHWM:");
  const double start_time = now_seconds();

  run(&server, tenth, width, loads[_i].good);
  const int after_first = settled(&server, descriptors);
  const long first = server_memory(&server, "VmRSS:");
  run(&server, count - tenth, width, loads[_i].good);
  const double seconds = now_seconds() - start_time;
  const int after = settled(&server, descriptors);
  const long last = server_memory(&server, "VmRSS:"), peak = server_memory(&server, "VmHWM:");
  const double cpu = server_cpu(&server);
  const int status = server_stop(&server);

  printf("%lu %s, %u at once: %lu errors, %.1f s, %.1f s of the server's CPU; memory in KiB: %ld before, %ld at most, "
         "%ld after a tenth, %ld at the end; descriptors: %d before, %d at the end\n",
         count, loads[_i].name, width, wrong, seconds, cpu, empty, peak, first, last, descriptors, after);
  unsigned long all = 0;
  for (int play = 0; play < PLAYS; play++) {
    all += done[play];
    if (done[play] > 0 && full) printf("  %-14s %lu\n", plays[play].name, done[play]);
  }
  fflush(stdout);
  ck_assert_uint_eq(all, count);
  ck_assert_uint_eq(wrong, 0);
  ck_assert_int_eq(after_first, descriptors);
  ck_assert_int_eq(after, descriptors);
  ck_assert_msg(status == 0, "%s", server_log(&server)); /* with LeakSanitizer: nothing leaked */
#ifndef __SANITIZE_ADDRESS__                             /* which keeps what was freed for a while */
  ck_assert_int_le(peak, empty + 4 * CONNECTION_KIB * (long)width +
                             2048); /* and as many more that have gone, which it has not noticed */
#endif
}
END_TEST

/* A case for each, so that CK_RUN_CASE can choose one: a sanitizer takes some ten times as long. */
int main(void)
{
#ifdef __SANITIZE_ADDRESS__
  const double limit = 3600;
#else
  const double limit = 800;
#endif
  Suite *suite = suite_create("load/load");
  for (int i = 0; i < (int)(sizeof loads / sizeof *loads); i++) {
    TCase *tests = tcase_create(loads[i].name);
    tcase_set_timeout(tests, limit);
    tcase_add_loop_test(tests, load, i, i + 1);
    suite_add_tcase(suite, tests);
  }
  return run_suite(suite);
}
