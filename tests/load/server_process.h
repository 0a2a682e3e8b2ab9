/* tls12 server in a process of its own, for tests that watch it from outside. */
#ifndef TLS12_TESTS_LOAD_SERVER_PROCESS_H
#define TLS12_TESTS_LOAD_SERVER_PROCESS_H

#include <arpa/inet.h>
#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tool/commands.h"

struct server_process {
  pid_t id;
  uint16_t port;
  int log; /* what it says on standard error */
};

/* The whole log so far, as text that is valid until the next call. */
static inline const char *server_log(const struct server_process *server)
{
  static char text[1 << 16];
  const ssize_t n = pread(server->log, text, sizeof text - 1, 0);
  text[n > 0 ? n : 0] = 0;
  return text;
}

static inline void pause_ms(long ms)
{
  const struct timespec time = {ms / 1000, ms % 1000 * 1000000};
  nanosleep(&time, NULL);
}

static inline double now_seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Runs it with these options; prepare, which may be NULL, runs in its process first. */
static inline struct server_process server_start(char *const *options, void (*prepare)(void))
{
  char *arguments[24] = {"server", "--port", "0"};
  int count = 3;
  for (; *options != NULL; options++) arguments[count++] = *options;
  FILE *log = tmpfile();
  ck_assert_ptr_nonnull(log);
  struct server_process server = {.log = fileno(log)};
  fflush(NULL);
  server.id = fork();
  ck_assert(server.id >= 0);
  if (server.id == 0) {
    dup2(server.log, STDERR_FILENO);
    closefrom(STDERR_FILENO + 1);
    if (prepare != NULL) prepare();
    optind = 1;
    exit(command_server(count, arguments));
  }
  const char *found = NULL;
  for (int i = 0; i < 1000 && found == NULL; i++) {
    pause_ms(10);
    found = strstr(server_log(&server), " port ");
  }
  ck_assert_msg(found != NULL, "no server: %s", server_log(&server));
  server.port = (uint16_t)atoi(found + strlen(" port "));
  return server;
}

/* Waits for its end; its exit code, or -1 if that was none. */
static inline int server_wait(const struct server_process *server)
{
  int status;
  ck_assert_int_eq(waitpid(server->id, &status, 0), server->id);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static inline int server_stop(const struct server_process *server)
{
  kill(server->id, SIGTERM);
  return server_wait(server);
}

/* A line of /proc/PID/status, in KiB. */
static inline long server_memory(const struct server_process *server, const char *what)
{
  char path[64], line[128];
  long value = -1;
  snprintf(path, sizeof path, "/proc/%d/status", (int)server->id);
  FILE *file = fopen(path, "r");
  while (file != NULL && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, what, strlen(what)) == 0) value = atol(line + strlen(what) + 1);
  if (file != NULL) fclose(file);
  ck_assert_int_ge(value, 0);
  return value;
}

static inline int server_descriptors(const struct server_process *server)
{
  char path[64];
  int count = 0;
  snprintf(path, sizeof path, "/proc/%d/fd", (int)server->id);
  DIR *folder = opendir(path);
  ck_assert_ptr_nonnull(folder);
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) count += entry->d_name[0] != '.';
  closedir(folder);
  return count;
}

/* CPU time of the process so far. */
static inline double server_cpu(const struct server_process *server)
{
  clockid_t clock;
  struct timespec time = {0, 0};
  if (clock_getcpuclockid(server->id, &clock) == 0) clock_gettime(clock, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* A socket that is connected to it. */
static inline int server_connect(const struct server_process *server)
{
  const struct sockaddr_in where = {
      .sin_family = AF_INET, .sin_port = htons(server->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  const int s = socket(AF_INET, SOCK_STREAM, 0);
  ck_assert_int_ge(s, 0);
  ck_assert_int_eq(connect(s, (const struct sockaddr *)&where, sizeof where), 0);
  return s;
}

/* Closes with RST instead of FIN. */
static inline void reset(int socket)
{
  const struct linger none = {.l_onoff = 1};
  setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
  close(socket);
}

static inline void raise_descriptors(void)
{
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

#endif
