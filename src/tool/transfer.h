/* What was sent between two ends in memory, written as a capture: IPv4 and TCP on 127.0.0.1, one flow a handshake. */
#ifndef TLS12_TOOL_TRANSFER_H
#define TLS12_TOOL_TRANSFER_H

#include "tool/octets.h"
#include "wire/bytes.h"

struct transfer {
  struct octets packets; /* records of the file */
  uint32_t sequence[2];  /* next TCP sequence number: of the server, of the client */
  uint32_t flow;
};

void transfer_next_flow(struct transfer *transfer);
void transfer_record(struct transfer *transfer, int from_client, struct tls12_bytes bytes);

/* Appends the file of the capture. */
void transfer_capture(const struct transfer *transfer, struct octets *out);
void transfer_free(struct transfer *transfer);

#endif
