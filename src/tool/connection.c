#include "tool/connection.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "tool/explain_words.h"
#include "tool/instant.h"
#include "tool/meaning.h"
#include "tool/names.h"
#include "tool/rule_text.h"

static int blocked(void)
{
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

static int send_output(struct connection *c)
{
  struct tls12_bytes output = tls12_output(&c->engine);
  while (output.length > 0) {
    const ssize_t n = send(c->socket, output.data, output.length, MSG_NOSIGNAL);
    if (n < 0 && blocked()) return 0;
    if (n < 0) {
      c->error = strerror(errno);
      return -1;
    }
    tls12_sent(&c->engine, (uint32_t)n);
    output = tls12_output(&c->engine);
  }
  return 0;
}

/* Hands over what has come; how much the engine took. */
static uint32_t hand_over(struct connection *c)
{
  const uint32_t taken = tls12_receive(&c->engine, c->inbox + c->inbox_at, c->inbox_end - c->inbox_at);
  c->inbox_at += taken;
  return taken;
}

int connection_move(struct connection *c)
{
  for (;;) {
    if (send_output(c) != 0) return -1;
    if (hand_over(c) > 0) continue;
    if (c->inbox_at < c->inbox_end || c->peer_closed || tls12_status(&c->engine) >= TLS12_CLOSED ||
        tls12_application(&c->engine).length > 0)
      return 0;
    const ssize_t n = recv(c->socket, c->inbox, sizeof c->inbox, 0);
    if (n < 0 && blocked()) return 0;
    if (n < 0) {
      c->error = strerror(errno);
      return -1;
    }
    c->peer_closed = n == 0;
    c->inbox_at = 0;
    c->inbox_end = (uint32_t)n;
  }
}

short connection_events(const struct connection *c)
{
  const short out = tls12_output(&c->engine).length > 0 ? POLLOUT : 0;
  const short in = c->inbox_at == c->inbox_end && !c->peer_closed ? POLLIN : 0;
  return (short)(in | out);
}

int connection_over(const struct connection *c)
{
  return c->peer_closed || (tls12_status(&c->engine) >= TLS12_CLOSED && tls12_output(&c->engine).length == 0);
}

void report_connected(const char *who, const struct tls12_engine *engine)
{
  const struct tls12_bytes protocol = tls12_protocol(engine);
  fprintf(stderr, "%s: connected: %s%s%s%s%s%.*s\n", who, engine->suite->name,
          engine->extended_master_secret ? ", extended master secret" : "",
          engine->encrypt_then_mac ? ", encrypt-then-MAC" : "", tls12_resumed(engine) ? ", resumed" : "",
          protocol.length > 0 ? ", protocol " : "", (int)protocol.length, (const char *)protocol.data);
}

void report_failure(const char *who, const struct tls12_failure *failure)
{
  const struct tls12_fault *fault = &failure->fault;
  const char *alert = fault->alert == TLS12_NO_ALERT ? "none" : alert_name(fault->alert);
  char where[MESSAGE_NAME_MAX] = "record";
  if (failure->message >= 0) message_name(failure->message, where);
  const struct rule_text *rule = rule_text(fault->rule);
  const char *meaning = meaning_of(MEANING_ALERT, alert), *cause = meaning_of(MEANING_CAUSE, rule->id);
  switch (failure->cause) {
  case TLS12_NO_FAILURE: return;
  case TLS12_PEER_ALERT:
    fprintf(stderr, "%s: the peer refused the handshake with the alert %s\n", who, alert);
    if (meaning != NULL) write_wrapped(stderr, 2, meaning);
    break;
  case TLS12_OWN_FAULT: fprintf(stderr, "%s: a failure on this side, alert %s\n", who, alert); return;
  case TLS12_PEER_VIOLATION:
  case TLS12_NO_AGREEMENT:
    fprintf(stderr, "%s: %s at offset 0x%x, %u bytes: %s\n  rule %s (%s), alert %s\n", who, where, fault->offset,
            fault->length, rule->summary, rule->id, rule->section, alert);
    if (cause != NULL) write_wrapped(stderr, 2, cause);
    break;
  }
  write_advice(stderr, 2, alert);
}

time_t seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec;
}

uint64_t time_now(void)
{
  return instant_of(time(NULL));
}

int system_random(void *context, uint8_t *out, size_t n)
{
  (void)context;
  while (n > 0) {
    const ssize_t got = getrandom(out, n, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return -1;
    out += got;
    n -= (size_t)got;
  }
  return 0;
}
