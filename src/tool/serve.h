/* What tls12 server does with one connection, apart from waiting for it. */
#ifndef TLS12_TOOL_SERVE_H
#define TLS12_TOOL_SERVE_H

#include "tool/connection.h"

enum service { PRINT, WWW, ECHO };

/* The memory of a connection, all of it: nothing grows. */
struct client {
  struct connection connection;
  uint8_t reply[16384]; /* what a record can hold */
  uint32_t reply_length, replied;
  uint32_t request_length, line_ends; /* WWW: bytes so far; how much of the blank line at its end has come */
  int asks;                           /* for another handshake, once */
  int announced, renegotiated;
};

/* A longer request is answered before its end: a header that fits into 8 KB is what most servers of HTTP accept. */
#define REQUEST_MAX 8192

enum progress {
  OVER,        /* closed, failed or gone */
  WAITING,     /* for the socket */
  UNFINISHED,  /* can go on at once; others are due first */
  CANNOT_PRINT /* standard output failed; errno says how */
};

/* Moves what can be moved, and says so on standard error when the handshake ends, well or not. `stopping`: a connection that
 * owes no reply is closed. */
enum progress serve(struct client *client, enum service service, int stopping);

#endif
