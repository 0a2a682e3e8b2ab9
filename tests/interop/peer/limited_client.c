/* A client that asks a server on this machine for short records: PORT MAX_FRAGMENT_LENGTH RECORD_SIZE_LIMIT PIECE, the first of these as
 * its code, 0 for none. Sends a request of 3000 bytes, as records of PIECE bytes at most if that is not 0, reads to the end, and then does
 * it once more with the session of before. Says of each connection what was settled, and the longest record that came after ServerHello
 * and after ChangeCipherSpec. Ends with 0 if both were complete. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "handshake/engine.h"
#include "spec/handshake_types.h"
#include "tool/connection.h"

enum { REQUEST = 3000 };

static struct tls12_engine engine;
static struct tls12_session last;
static uint8_t ticket[TLS12_TICKET_MAX], request[REQUEST];
static uint32_t ticket_length;

static void keep(void *sessions, const struct tls12_session *session, struct tls12_bytes new_ticket)
{
  (void)sessions;
  last = *session;
  ticket_length = new_ticket.length;
  memcpy(ticket, new_ticket.data, new_ticket.length);
}

static int connect_to(uint16_t port)
{
  const struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  const int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  const struct timeval limit = {.tv_sec = 20};
  if (s < 0 || setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0 ||
      setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) != 0 ||
      connect(s, (const struct sockaddr *)&address, sizeof address) != 0)
    return -1;
  return s;
}

static int send_output(int s)
{
  for (struct tls12_bytes out; (out = tls12_output(&engine)).length > 0;) {
    const ssize_t n = send(s, out.data, out.length, MSG_NOSIGNAL);
    if (n <= 0) return -1;
    tls12_sent(&engine, (uint32_t)n);
  }
  return 0;
}

/* The headers of the records that come in. */
struct watch {
  uint8_t header[5];
  uint32_t got, left, records, longest[2];
  int protected;
};

static void watch_byte(struct watch *w, uint8_t byte)
{
  if (w->left > 0) {
    w->left--;
    return;
  }
  w->header[w->got++] = byte;
  if (w->got < 5) return;
  w->got = 0;
  w->left = 256u * w->header[3] + w->header[4];
  if (w->records++ > 0 && w->longest[w->protected] < w->left) w->longest[w->protected] = w->left;
  if (w->header[0] == TLS12_CHANGE_CIPHER_SPEC) w->protected = 1;
}

static int take_in(int s, struct watch *w, uint32_t *read_bytes)
{
  uint8_t bytes[4096];
  const ssize_t n = recv(s, bytes, sizeof bytes, 0);
  if (n <= 0) return 0;
  for (ssize_t i = 0; i < n; i++) watch_byte(w, bytes[i]);
  for (uint32_t at = 0; at < (uint32_t)n && tls12_status(&engine) < TLS12_CLOSED;) {
    at += tls12_receive(&engine, bytes + at, (uint32_t)n - at);
    const uint32_t data = tls12_application(&engine).length;
    *read_bytes += data;
    tls12_application_taken(&engine, data);
    if (send_output(s) != 0) return 0;
  }
  return 1;
}

static int converse(uint16_t port, const struct tls12_config *config, uint32_t piece)
{
  struct watch w = {.got = 0};
  uint32_t at = 0, read_bytes = 0, sent_records = 0;
  const int s = connect_to(port);
  if (s < 0) return -1;
  tls12_client(&engine, config);
  int good = send_output(s) == 0;
  while (good && tls12_status(&engine) < TLS12_CLOSED) {
    if (tls12_status(&engine) == TLS12_CONNECTED && at < REQUEST) {
      const uint32_t rest = REQUEST - at;
      at += tls12_send(&engine, request + at, piece > 0 && piece < rest ? piece : rest);
      sent_records++;
      good = send_output(s) == 0;
    } else if (!take_in(s, &w, &read_bytes)) {
      break;
    }
  }
  (void)send_output(s);
  close(s);
  printf("max_fragment %u record_size_limit %u open %u protected %u sent %u read %u%s%s\n", engine.max_fragment,
         engine.record_size_limit, w.longest[0], w.longest[1], sent_records, read_bytes,
         engine.encrypt_then_mac ? " encrypt_then_mac" : "", tls12_resumed(&engine) ? " resumed" : "");
  if (tls12_status(&engine) == TLS12_FAILED) report_failure("limited_client", &engine.failure);
  return good && at == REQUEST && read_bytes > 0 && tls12_status(&engine) != TLS12_FAILED ? 0 : -1;
}

int main(int argc, char **argv)
{
  if (argc != 5) return 2;
  const uint16_t port = (uint16_t)strtoul(argv[1], NULL, 10);
  struct tls12_config config = {.policy = TLS12_POLICY_REFERENCE,
                                .random = system_random,
                                .accept_any_chain = 1,
                                .seconds = 1,
                                .keep_session = keep,
                                .max_fragment = (enum tls12_max_fragment)strtoul(argv[2], NULL, 10),
                                .record_size_limit = (uint32_t)strtoul(argv[3], NULL, 10)};
  const uint32_t piece = (uint32_t)strtoul(argv[4], NULL, 10);
  memset(request, ' ', sizeof request);
  memcpy(request, "GET / HTTP/1.0\r\nX:", 18);
  memcpy(request + sizeof request - 4, "\r\n\r\n", 4);
  if (converse(port, &config, piece) != 0) return 1;
  config.session = &last;
  config.ticket = (struct tls12_bytes){ticket, ticket_length};
  return converse(port, &config, piece) == 0 ? 0 : 1;
}
