#include "tool/serve.h"

#include <stdio.h>
#include <string.h>

#include "handshake/suite.h"

/* Records of one connection that are dealt with before the others have their turn. */
#define TURN 16

static void make_page(struct client *client)
{
  char page[1024];
  const struct tls12_engine *e = &client->connection.engine;
  const struct tls12_bytes protocol = tls12_protocol(e);
  const int n = snprintf(
      page, sizeof page,
      "<!DOCTYPE html>\n<html lang=\"en\"><title>tls12</title>\n<h1>TLS 1.2</h1>\n<dl>\n"
      "<dt>Cipher suite<dd>%s\n<dt>Key exchange<dd>%s\n<dt>Extended master secret<dd>%s\n"
      "<dt>Encrypt-then-MAC<dd>%s\n"
      "<dt>Secure renegotiation<dd>%s\n<dt>Session<dd>%s\n<dt>Protocol<dd>%.*s\n</dl>\n</html>\n",
      e->suite->name, tls12_key_exchange_name(e->suite->key_exchange), e->extended_master_secret ? "yes" : "no",
      e->encrypt_then_mac ? "yes" : "no", e->renegotiation_info ? "yes" : "no", tls12_resumed(e) ? "resumed" : "new",
      protocol.length > 0 ? (int)protocol.length : 4, protocol.length > 0 ? (const char *)protocol.data : "none");
  client->reply_length = (uint32_t)snprintf((char *)client->reply, sizeof client->reply,
                                            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                                            "Content-Length: %d\r\nConnection: close\r\n\r\n%s",
                                            n, page);
}

/* Counts in more of the request; whether that was its end. */
static int request_complete(struct client *client, struct tls12_bytes data)
{
  for (uint32_t i = 0; i < data.length && client->line_ends < 4; i++)
    client->line_ends =
        data.data[i] == (uint8_t) "\r\n\r\n"[client->line_ends] ? client->line_ends + 1 : data.data[i] == '\r';
  client->request_length += data.length;
  return client->line_ends == 4 || client->request_length >= REQUEST_MAX;
}

/* Does with a record's data what the service says: 0, or -1 if it cannot be printed. */
static int take(struct client *client, enum service service, struct tls12_bytes data)
{
  switch (service) {
  case PRINT: return fwrite(data.data, 1, data.length, stdout) == data.length && fflush(stdout) == 0 ? 0 : -1;
  case WWW:
    if (client->reply_length == 0 && request_complete(client, data)) make_page(client);
    return 0;
  case ECHO:
    memcpy(client->reply, data.data, data.length);
    client->reply_length = data.length;
    client->replied = 0;
  }
  return 0;
}

/* 1: something moved; 0: nothing; -1: it cannot be printed. */
static int exchange(struct client *client, enum service service, int stopping)
{
  struct tls12_engine *e = &client->connection.engine;
  const struct tls12_bytes data = tls12_application(e);
  int moved = 0;
  if (data.length > 0 && client->replied == client->reply_length) {
    if (take(client, service, data) != 0) return -1;
    tls12_application_taken(e, data.length);
    moved = 1;
  }
  const uint32_t sent = tls12_send(e, client->reply + client->replied, client->reply_length - client->replied);
  client->replied += sent;
  const int replied = client->replied == client->reply_length && tls12_application(e).length == 0;
  const int closes =
      tls12_status(e) == TLS12_CONNECTED && replied && (stopping || (service == WWW && client->reply_length > 0));
  if (closes) tls12_close(e);
  return moved || sent > 0 || closes;
}

static void announce(struct client *client)
{
  struct tls12_engine *e = &client->connection.engine;
  if (tls12_status(e) != TLS12_CONNECTED) return;
  if (tls12_renegotiated(e) && !client->renegotiated) fprintf(stderr, "tls12 server: renegotiated\n");
  client->renegotiated = tls12_renegotiated(e);
  if (client->announced) return;
  client->announced = 1;
  report_connected("tls12 server", e);
  if (client->asks) (void)tls12_renegotiate(e);
}

static enum progress end(const struct client *client)
{
  const struct tls12_engine *e = &client->connection.engine;
  if (client->connection.error != NULL)
    fprintf(stderr, "tls12 server: %s\n", client->connection.error);
  else if (tls12_status(e) == TLS12_FAILED)
    report_failure("tls12 server", &e->failure);
  else if (tls12_status(e) == TLS12_HANDSHAKING)
    fprintf(stderr, "tls12 server: the client closed before the handshake was over\n");
  return OVER;
}

enum progress serve(struct client *client, enum service service, int stopping)
{
  struct connection *c = &client->connection;
  for (int turn = 0; turn < TURN; turn++) {
    if (connection_move(c) != 0) return end(client);
    announce(client);
    const int moved = exchange(client, service, stopping);
    if (moved < 0) return CANNOT_PRINT;
    if (connection_over(c)) return end(client);
    if (!moved) return WAITING;
  }
  return UNFINISHED;
}
