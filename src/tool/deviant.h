/* Files of deviant traces (vectors/deviant/), read. vectors/README.md says what they mean. */
#ifndef TLS12_TOOL_DEVIANT_H
#define TLS12_TOOL_DEVIANT_H

#include <jansson.h>

#include "spec/key_exchange.h"
#include "spec/machine.h"

enum { PATH_MAX_MESSAGES = 32 };

struct deviant_message {
  int from_client;
  int content_type;   /* of its record, enum tls12_content_type; UNKNOWN_CONTENT_TYPE stands for a type that is none */
  int handshake_type; /* enum tls12_handshake_type, or -1: no handshake message */
  int certificate;    /* a client's Certificate: which event it is */
};

#define UNKNOWN_CONTENT_TYPE 255

/* "S:ServerHello" and so on, in a record of this type (NULL: its own). 0, or -1 for a text that is no message. */
int deviant_message_read(const char *text, const char *record, struct deviant_message *out);

/* The event that the message is for the machines, unless its record is of an unknown type. */
int deviant_event(const struct deviant_message *message);

/* What was exchanged: from the start to a prefix, or on from there to the end of a flow. */
struct deviant_path {
  struct tls12_negotiation negotiation;
  int length;
  struct deviant_message messages[PATH_MAX_MESSAGES];
};

struct deviant_path deviant_path(const json_t *file, enum tls12_key_exchange kx, json_int_t prefix);

/* Whether the file is whole: each reference has a target. NULL, or what is wrong. */
const char *deviant_check(const json_t *file);

#endif
