/* Files of deviant traces (vectors/deviant/), read. vectors/README.md says what they mean. */
#ifndef TLS12_TOOL_DEVIANT_FILE_H
#define TLS12_TOOL_DEVIANT_FILE_H

#include <jansson.h>

#include "spec/key_exchange.h"
#include "spec/machine.h"

enum { PATH_MAX_MESSAGES = 32, TRACE_NAME_ROOM = 256 };

struct deviant_message {
  int from_client;
  int content_type;   /* of its record, enum tls12_content_type; UNKNOWN_CONTENT_TYPE stands for a type that is none */
  int handshake_type; /* enum tls12_handshake_type, or -1: no handshake message */
  int certificate;    /* a client's Certificate: which event it is; else -1 */
};

#define UNKNOWN_CONTENT_TYPE 255

/* The event that the message is for the machines, unless its record is of an unknown type. */
int deviant_event(const struct deviant_message *message);

/* What was exchanged from the start to a prefix. */
struct deviant_path {
  struct tls12_negotiation negotiation;
  int length;
  struct deviant_message messages[PATH_MAX_MESSAGES];
};

/* Where the messages out of place are sent. */
struct deviant_place {
  enum tls12_key_exchange kx;
  int is_client; /* who is tested */
  struct deviant_path path, control;
};

struct deviant_trace {
  char name[TRACE_NAME_ROOM];      /* "ECDHE_RSA/3/S:Finished" */
  const char *kind, *alert, *rule; /* alert NULL: the trace is accepted */
  int at;
  struct deviant_message sent[PATH_MAX_MESSAGES];
  int count;
};

/* Who is called for what the file has, for one key exchange; each may be NULL. */
struct deviant_visitor {
  void (*flow)(void *context, const char *name, const struct deviant_place *flow); /* its control; once for each side */
  void (*place)(void *context, const char *name, const struct deviant_place *place); /* before its traces */
  void (*trace)(void *context, const struct deviant_place *place, const struct deviant_trace *trace);
  void (*damaged)(void *context, const char *name, const char *why);
  void *context;
};

/* Whether the file is whole: each reference has a target. NULL, or what is wrong. */
const char *deviant_file_check(const json_t *file);

/* Goes through a whole file. */
void deviant_file_visit(const json_t *file, const char *kx, const struct deviant_visitor *visitor);

#endif
