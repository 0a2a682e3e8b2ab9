/* Put in front of the C library (LD_PRELOAD), this lets calls fail or do half of their work.
 *
 * FAULT=allocation:N   the Nth allocation after main began, and all after it with allocations:N, has no memory
 * FAULT=short          recv and send move one byte at a time
 * FAULT=EINTR, EAGAIN  every other call of recv, send, accept, poll, epoll_pwait and getrandom fails so, where it may
 *
 * FAULT_COUNT=FILE: at its end the process writes there how many allocations it made.
 */
#define _DEFAULT_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

static unsigned long allocations, fail_from, fail_to;
static int one_byte, error, started;

__attribute__((constructor)) static void start(void)
{
  const char *fault = getenv("FAULT");
  if (fault == NULL) fault = "";
  if (sscanf(fault, "allocation:%lu", &fail_from) == 1) fail_to = fail_from;
  if (sscanf(fault, "allocations:%lu", &fail_from) == 1) fail_to = (unsigned long)-1;
  one_byte = strcmp(fault, "short") == 0;
  error = strcmp(fault, "EINTR") == 0 ? EINTR : strcmp(fault, "EAGAIN") == 0 ? EAGAIN : 0;
  started = 1;
}

__attribute__((destructor)) static void stop(void)
{
  char text[32];
  const char *path = getenv("FAULT_COUNT");
  started = 0;
  const int file = path != NULL ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  const int n = snprintf(text, sizeof text, "%lu\n", allocations);
  if (file >= 0 && write(file, text, (size_t)n) == n) close(file);
}

/* The functions that it stands in for; the headers that declare them have other words for their types. */
ssize_t recv(int socket, void *bytes, size_t n, int flags);
ssize_t send(int socket, const void *bytes, size_t n, int flags);
int accept(int socket, void *address, void *length);
int poll(void *waits, unsigned long count, int timeout);
int epoll_pwait(int epoll, void *events, int count, int timeout, const void *mask);
ssize_t getrandom(void *bytes, size_t n, unsigned flags);

static int no_memory(void)
{
  if (!started) return 0;
  allocations++;
  if (fail_from == 0 || allocations < fail_from || allocations > fail_to) return 0;
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size)
{
  return no_memory() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
  return no_memory() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
  return no_memory() ? NULL : __libc_realloc(memory, size);
}

/* Whether this call fails, with `error`: every other one of a function does. */
static int fails(int *turn, int with_again)
{
  if (error == 0 || (error == EAGAIN && !with_again)) return 0;
  *turn = !*turn;
  errno = error;
  return *turn;
}

ssize_t recv(int socket, void *bytes, size_t n, int flags)
{
  static int turn;
  return fails(&turn, 1) ? -1 : syscall(SYS_recvfrom, socket, bytes, one_byte && n > 1 ? 1 : n, flags, NULL, NULL);
}

ssize_t send(int socket, const void *bytes, size_t n, int flags)
{
  static int turn;
  return fails(&turn, 1) ? -1 : syscall(SYS_sendto, socket, bytes, one_byte && n > 1 ? 1 : n, flags, NULL, 0);
}

int accept(int socket, void *address, void *length)
{
  static int turn;
  return fails(&turn, 1) ? -1 : (int)syscall(SYS_accept, socket, address, length);
}

int poll(void *waits, unsigned long count, int timeout)
{
  static int turn;
  return fails(&turn, 0) ? -1 : (int)syscall(SYS_poll, waits, count, timeout);
}

int epoll_pwait(int epoll, void *events, int count, int timeout, const void *mask)
{
  static int turn;
  return fails(&turn, 0) ? -1 : (int)syscall(SYS_epoll_pwait, epoll, events, count, timeout, mask, 8);
}

ssize_t getrandom(void *bytes, size_t n, unsigned flags)
{
  static int turn;
  return fails(&turn, 0) ? -1 : syscall(SYS_getrandom, bytes, one_byte && n > 1 ? 1 : n, flags);
}
