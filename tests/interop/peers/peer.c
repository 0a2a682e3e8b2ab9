/* A peer: usage: PEER list
 *                PEER server SUITE FOLDER [CERTIFICATE [ask]]   says "port N", and then serves one connection after the other
 *                PEER client PORT SUITE FOLDER [CERTIFICATE]    says what the server answered */
#include "peer.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

const unsigned char peer_psk[16] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
                                    0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff};
const char peer_psk_identity[] = "client.example";

enum { SECONDS = 20 };

static struct sockaddr_in loopback(unsigned port)
{
  return (struct sockaddr_in){
      .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

static void limit(int fd)
{
  const struct timeval wait = {SECONDS, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
}

static void fill(struct peer_job *job, const char *suite, const char *folder, const char *certificate)
{
  job->suite = (unsigned)strtoul(suite, NULL, 16);
  job->certificate = certificate;
  snprintf(job->roots, sizeof job->roots, "%s/roots.pem", folder);
  if (certificate == NULL) return;
  snprintf(job->chain, sizeof job->chain, "%s/%s.pem", folder, certificate);
  snprintf(job->key, sizeof job->key, "%s/%s.key", folder, certificate);
}

/* Answers with the suite whatever is asked. */
static int answer(void)
{
  char request[2048], text[64];
  if (peer_read(request, sizeof request) <= 0) return 1;
  const int n = snprintf(text, sizeof text, "suite %04x\n", peer_suite());
  return peer_write(text, (size_t)n) != n;
}

static int serve(struct peer_job *job)
{
  struct sockaddr_in address = loopback(0);
  socklen_t length = sizeof address;
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 16) != 0 ||
      getsockname(listener, (struct sockaddr *)&address, &length) != 0) {
    perror("listen");
    return 1;
  }
  printf("port %u\n", ntohs(address.sin_port));
  fflush(stdout);
  while ((job->fd = accept(listener, NULL, NULL)) >= 0) {
    limit(job->fd);
    if (peer_handshake(job) == 0) {
      answer();
      peer_close();
    }
    shutdown(job->fd, SHUT_WR);
    close(job->fd);
  }
  return 1;
}

static int ask(struct peer_job *job, const char *port)
{
  const struct sockaddr_in address = loopback((unsigned)strtoul(port, NULL, 10));
  static const char request[] = "GET / HTTP/1.0\r\n\r\n";
  char text[4096];
  int n;
  job->fd = socket(AF_INET, SOCK_STREAM, 0);
  limit(job->fd);
  if (connect(job->fd, (const struct sockaddr *)&address, sizeof address) != 0) {
    perror("connect");
    return 1;
  }
  if (peer_handshake(job) != 0) return 1;
  if (peer_write(request, sizeof request - 1) < 0) return 1;
  while ((n = peer_read(text, sizeof text)) > 0) fwrite(text, 1, (size_t)n, stdout);
  peer_close();
  return 0;
}

int main(int argc, char **argv)
{
  static struct peer_job job;
  signal(SIGPIPE, SIG_IGN);
  if (argc == 2 && strcmp(argv[1], "list") == 0) {
    peer_list();
    return 0;
  }
  if (argc >= 4 && strcmp(argv[1], "server") == 0) {
    job.is_server = 1;
    job.asks = argc > 5;
    fill(&job, argv[2], argv[3], argc > 4 && argv[4][0] != 0 ? argv[4] : NULL);
    return serve(&job);
  }
  if (argc >= 5 && strcmp(argv[1], "client") == 0) {
    fill(&job, argv[3], argv[4], argc > 5 ? argv[5] : NULL);
    return ask(&job, argv[2]);
  }
  fprintf(stderr, "usage: %s list | server SUITE FOLDER [CERTIFICATE [ask]] | client PORT SUITE FOLDER [CERTIFICATE]\n",
          argv[0]);
  return 2;
}
