/* Deviant traces with real bytes: our engine is tested, a deviant peer plays. */
#ifndef TLS12_TOOL_DEVIANT_ENGINE_H
#define TLS12_TOOL_DEVIANT_ENGINE_H

#include "tool/deviant_file.h"

/* Gets the credentials. 0, or -1 after a line on standard error. */
int deviant_engine_start(void);

/* Runs a handshake between the tested engine and the peer to the end of the place's path. 1; 0 when the engine does not go
 * this way, because it implements no such key exchange or does not send these messages; -1 when the handshake fails. */
int deviant_engine_reach(const struct deviant_place *place);

/* From the place on to the end of its control. As deviant_engine_reach. */
int deviant_engine_go_on(const struct deviant_place *place);

/* Whether the handshake is complete for both. */
int deviant_engine_done(void);

/* What was reached, and back to it. */
void deviant_engine_keep(void);
void deviant_engine_restore(void);

struct deviant_answer {
  int alert; /* the fatal alert that came over the wire, or TLS12_NO_ALERT */
  int rule;  /* that the engine gives for it */
  int at;    /* the index of the refused message */
};

/* Sends the messages one after the other until the engine refuses one. */
struct deviant_answer deviant_engine_send(const struct deviant_trace *trace);

#endif
