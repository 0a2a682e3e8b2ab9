/* The words of the machines (spec/machine.h) as texts, and back. */
#ifndef TLS12_TOOL_MACHINE_NAMES_H
#define TLS12_TOOL_MACHINE_NAMES_H

#include "spec/machine.h"

enum { STATES = DONE + 1, EVENTS = ON_CLIENT_OTHER + 1 };

/* "AFTER_SERVER_HELLO": the name in the specification. */
const char *state_name(int state);

/* The sender, C or S, and the message: "S:ServerHello", "C:Certificate(empty)"; "S:other" is any handshake message that
 * no server sends. */
const char *event_name(int event);

/* "forbidden", "optional", "required". */
const char *presence_name(enum tls12_presence presence);

#endif
