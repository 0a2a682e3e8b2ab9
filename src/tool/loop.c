#include "tool/loop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tool/exit_codes.h"
#include "tool/network.h"

#define AT_ONCE 64 /* connections that are accepted, or served, in a row */

struct guest {
  struct client client;
  unsigned place;                 /* in `guests` */
  uint32_t events;                /* that epoll waits for */
  enum tls12_status phase;        /* as last seen */
  int leaving;                    /* all is sent; the peer's end is awaited */
  time_t late;                    /* when its time is over */
  struct tls12_messages messages; /* if clients are asked for certificates */
  uint8_t room[];                 /* for them */
};

struct state {
  const struct loop *loop;
  int listener, epoll, accepting, failed;
  int stopping; /* signals so far, at most 2 */
  unsigned long accepted;
  unsigned count;
  time_t now, checked, pause_end, stop_end;
  struct guest *guests[CONNECTIONS_MAX];
};

static volatile sig_atomic_t signals;

static void count_signal(int number)
{
  (void)number;
  if (signals < 2) signals++;
}

/* The second that begins when so many have passed. */
static time_t after(const struct state *s, int so_many)
{
  return s->now + so_many + 1;
}

static int watch(int epoll, int operation, int descriptor, uint32_t events, void *who)
{
  struct epoll_event event = {.events = events, .data = {.ptr = who}};
  return epoll_ctl(epoll, operation, descriptor, &event);
}

static void drop(struct state *s, struct guest *guest)
{
  (void)watch(s->epoll, EPOLL_CTL_DEL, guest->client.connection.socket, 0, NULL);
  close(guest->client.connection.socket);
  tls12_forget(&guest->client.connection.engine);
  s->guests[guest->place] = s->guests[--s->count];
  s->guests[guest->place]->place = guest->place;
  free(guest);
}

/* More time with each step of a connection; within a handshake, and for the last alert, a step gives none. */
static void extend(const struct state *s, struct guest *guest)
{
  const enum tls12_status phase = tls12_status(&guest->client.connection.engine);
  const int handshake = s->loop->handshake_seconds;
  if (phase == TLS12_CONNECTED)
    guest->late = after(s, handshake * IDLE_FACTOR);
  else if (phase != guest->phase)
    guest->late = after(s, phase == TLS12_HANDSHAKING ? handshake : CLOSING_SECONDS);
  guest->phase = phase;
}

static void wait_for(const struct state *s, struct guest *guest, uint32_t events)
{
  if (events != guest->events) (void)watch(s->epoll, EPOLL_CTL_MOD, guest->client.connection.socket, events, guest);
  guest->events = events;
}

/* The peer's end, or what it says before. */
static void leave(struct state *s, struct guest *guest)
{
  uint8_t ignored[4096];
  const ssize_t n = recv(guest->client.connection.socket, ignored, sizeof ignored, 0);
  if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) drop(s, guest);
}

static void start_leaving(struct state *s, struct guest *guest)
{
  struct connection *c = &guest->client.connection;
  if (c->peer_closed || c->error != NULL || shutdown(c->socket, SHUT_WR) != 0) {
    drop(s, guest);
    return;
  }
  guest->leaving = 1;
  guest->late = after(s, CLOSING_SECONDS);
  wait_for(s, guest, EPOLLIN);
}

static void move(struct state *s, struct guest *guest)
{
  if (guest->leaving) {
    leave(s, guest);
    return;
  }
  const enum progress progress = serve(&guest->client, s->loop->service, s->stopping > 0);
  extend(s, guest);
  const short wanted = connection_events(&guest->client.connection);
  switch (progress) {
  case CANNOT_PRINT:
    fprintf(stderr, "tls12 server: standard output: %s\n", strerror(errno));
    s->failed = 1;
    break;
  case OVER: start_leaving(s, guest); break;
  case UNFINISHED: wait_for(s, guest, EPOLLOUT); break; /* when the others had their turn */
  case WAITING:
    wait_for(s, guest, ((wanted & POLLIN) != 0 ? EPOLLIN : 0u) | ((wanted & POLLOUT) != 0 ? EPOLLOUT : 0u));
    break;
  }
}

static void accept_more(struct state *s, int on)
{
  if (on != s->accepting) (void)watch(s->epoll, EPOLL_CTL_MOD, s->listener, on ? EPOLLIN : 0u, NULL);
  s->accepting = on;
}

static void pause_accepting(struct state *s)
{
  if (s->pause_end == 0) fprintf(stderr, "tls12 server: no room for another connection: %s\n", strerror(errno));
  s->pause_end = after(s, ACCEPT_PAUSE_SECONDS);
}

/* Makes a guest of a socket: 0, or -1, and errno says what there is too little of. */
static int admit(struct state *s, int socket)
{
  const size_t room = s->loop->config->client_certificate == TLS12_NOT_REQUESTED ? 0 : TLS12_MESSAGE_MAX;
  struct guest *guest = calloc(1, sizeof *guest + room);
  if (guest == NULL) return -1;
  guest->client.connection.socket = socket;
  guest->client.asks = s->loop->asks;
  guest->events = EPOLLIN;
  if (fcntl(socket, F_SETFL, O_NONBLOCK) != 0 || watch(s->epoll, EPOLL_CTL_ADD, socket, EPOLLIN, guest) != 0) {
    free(guest);
    return -1;
  }
  sessions_tell_time(s->loop->config, s->loop->sessions);
  guest->messages = (struct tls12_messages){guest->room, (uint32_t)room, 0};
  tls12_server_keeping(&guest->client.connection.engine, s->loop->config, room == 0 ? NULL : &guest->messages);
  guest->phase = TLS12_HANDSHAKING;
  guest->late = after(s, s->loop->handshake_seconds);
  guest->place = s->count;
  s->guests[s->count++] = guest;
  s->accepted++;
  return 0;
}

static int may_accept(const struct state *s)
{
  return s->stopping == 0 && s->pause_end == 0 && s->count < CONNECTIONS_MAX &&
         (s->loop->wanted == 0 || s->accepted < s->loop->wanted);
}

static void accept_some(struct state *s)
{
  for (int i = 0; i < AT_ONCE && may_accept(s); i++) {
    const int socket = accept(s->listener, NULL, NULL);
    const int scarce = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    if (socket < 0 && !scarce) return; /* none waits, or it has gone again */
    if (socket >= 0 && admit(s, socket) == 0) continue;
    pause_accepting(s);
    if (socket >= 0) close(socket);
  }
}

/* Once a second: what has had its time gets close_notify, and later nothing. */
static void end_late(struct state *s)
{
  if (s->now == s->checked) return;
  s->checked = s->now;
  s->loop->config->time = time_now();
  if (s->now >= s->pause_end) s->pause_end = 0;
  for (unsigned i = s->count; i-- > 0;) {
    struct guest *guest = s->guests[i];
    if (s->now < guest->late) continue;
    if (guest->phase >= TLS12_CLOSED || guest->leaving) {
      drop(s, guest);
    } else {
      fprintf(stderr, "tls12 server: %s\n",
              guest->phase == TLS12_CONNECTED ? "an idle connection is closed" : "a handshake takes too long");
      tls12_close(&guest->client.connection.engine);
      move(s, guest);
    }
  }
}

static void heed_signals(struct state *s)
{
  const int before = s->stopping;
  s->stopping = signals;
  if (s->stopping == before) return;
  s->stop_end = after(s, STOPPING_SECONDS);
  for (unsigned i = s->count; i-- > 0;) move(s, s->guests[i]);
}

static int goes_on(const struct state *s)
{
  const int ending = s->stopping > 0 || (s->loop->wanted > 0 && s->accepted >= s->loop->wanted);
  return !s->failed && s->stopping < 2 && (s->stopping == 0 || s->now < s->stop_end) && (!ending || s->count > 0);
}

static void run(struct state *s, const sigset_t *mask)
{
  struct epoll_event events[AT_ONCE];
  while (goes_on(s)) {
    accept_more(s, may_accept(s));
    const int n = epoll_pwait(s->epoll, events, AT_ONCE, s->count > 0 || s->pause_end != 0 ? 1000 : -1, mask);
    s->now = seconds();
    for (int i = 0; i < n && !s->failed; i++) {
      if (events[i].data.ptr == NULL)
        accept_some(s);
      else
        move(s, events[i].data.ptr);
    }
    end_late(s);
    heed_signals(s);
  }
}

/* The signals that end it come only while it waits; `before`: the mask then. */
static void take_signals(sigset_t *before)
{
  const struct sigaction action = {.sa_handler = count_signal};
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigprocmask(SIG_BLOCK, &ours, before);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

/* As many descriptors as this process may have. */
static void take_descriptors(void)
{
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  (void)setrlimit(RLIMIT_NOFILE, &limit);
}

int loop_run(const struct loop *loop)
{
  static struct state state;
  sigset_t before;
  take_signals(&before);
  take_descriptors();
  state = (struct state){.loop = loop, .accepting = 1, .now = seconds(), .listener = -1};
  state.epoll = epoll_create1(EPOLL_CLOEXEC);
  if (state.epoll >= 0) state.listener = network_listen("tls12 server", loop->address, loop->port);
  state.failed = state.listener < 0 || watch(state.epoll, EPOLL_CTL_ADD, state.listener, EPOLLIN, NULL) != 0;
  if (!state.failed)
    run(&state, &before);
  else if (state.epoll < 0 || state.listener >= 0)
    fprintf(stderr, "tls12 server: epoll: %s\n", strerror(errno));
  while (state.count > 0) drop(&state, state.guests[0]);
  if (state.listener >= 0) close(state.listener);
  if (state.epoll >= 0) close(state.epoll);
  return state.failed ? EXIT_IO : EXIT_DONE;
}
