#include "tool/network.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int network_split_address(char *address, const char **host, const char **port)
{
  char *colon = strrchr(address, ':');
  if (colon == NULL || colon == address || colon[1] == 0) return -1;
  *colon = 0;
  *port = colon + 1;
  *host = address;
  const size_t n = strlen(address);
  if (address[0] == '[' && address[n - 1] == ']') {
    address[n - 1] = 0;
    *host = address + 1;
  }
  return 0;
}

int network_connect(const char *who, const char *host, const char *port)
{
  const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
  struct addrinfo *found = NULL;
  const int error = getaddrinfo(host, port, &hints, &found);
  if (error != 0) {
    fprintf(stderr, "%s: %s: %s\n", who, host, gai_strerror(error));
    return -1;
  }
  int s = -1, why = 0;
  for (const struct addrinfo *a = found; a != NULL && s < 0; a = a->ai_next) {
    s = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
    if (s >= 0 && connect(s, a->ai_addr, a->ai_addrlen) != 0) {
      why = errno;
      close(s);
      s = -1;
    }
  }
  freeaddrinfo(found);
  if (s < 0)
    fprintf(stderr, "%s: %s port %s: %s\n", who, host, port, strerror(why));
  else
    fcntl(s, F_SETFL, O_NONBLOCK);
  return s;
}

int network_listen(const char *who, const char *address, const char *port)
{
  char *end;
  const unsigned long number = strtoul(port, &end, 10);
  struct sockaddr_in where = {.sin_family = AF_INET, .sin_port = htons((uint16_t)number)};
  if (*port == 0 || *end != 0 || number > 65535 || inet_pton(AF_INET, address, &where.sin_addr) != 1) {
    fprintf(stderr, "%s: no address: %s port %s\n", who, address, port);
    return -1;
  }
  const int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  socklen_t size = sizeof where;
  if (s < 0 || setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
      bind(s, (struct sockaddr *)&where, sizeof where) != 0 || listen(s, SOMAXCONN) != 0 ||
      getsockname(s, (struct sockaddr *)&where, &size) != 0) {
    fprintf(stderr, "%s: %s port %s: %s\n", who, address, port, strerror(errno));
    if (s >= 0) close(s);
    return -1;
  }
  fcntl(s, F_SETFL, O_NONBLOCK);
  fprintf(stderr, "%s: listening at %s port %u\n", who, address, ntohs(where.sin_port));
  return s;
}
