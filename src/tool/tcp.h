/* The byte streams of TCP connections, out of captured segments in any order. */
#ifndef TLS12_TOOL_TCP_H
#define TLS12_TOOL_TCP_H

#include "tool/octets.h"

struct endpoint {
  uint8_t address[16]; /* IPv4: the first four bytes */
  uint8_t address_length;
  uint16_t port;
};

struct segment {
  uint32_t sequence;
  uint32_t packet; /* its number in the capture, from 1 */
  uint32_t offset; /* of the data in the packet */
  uint8_t *data;   /* owned */
  uint32_t length;
  int64_t at; /* in the stream: the sequence number without wrapping */
};

/* bytes stream[at .. at+length-1] came in this packet, from this offset on */
struct stream_part {
  size_t at;
  uint32_t length, packet, offset;
};

struct stream {
  struct octets bytes;
  struct stream_part *parts;
  size_t part_count;
  size_t missing; /* bytes after the end that the capture lacks, while it has later ones; 0: complete */
  struct segment *segments;
  size_t segment_count;
  uint32_t first; /* sequence number of the stream's first byte, when synchronised */
  int synchronised;
};

struct flow {
  struct endpoint client, server; /* client: who sent the SYN, or else the first segment */
  struct stream from_client, from_server;
};

struct capture {
  struct flow *flows;
  size_t flow_count;
};

/* One segment: of data, or with SYN set. The data is copied. */
void tcp_segment(struct capture *capture, const struct endpoint *from, const struct endpoint *to, uint32_t sequence,
                 int syn, int ack, const uint8_t *data, uint32_t length, uint32_t packet, uint32_t offset);

/* Puts the streams together. Of bytes sent twice the first copy counts. */
void tcp_finish(struct capture *capture);

void capture_free(struct capture *capture);

/* Reads a capture file of any kind that libpcap knows. 0, or -1 with a message in error (256 bytes). */
int capture_read(const struct octets *file, struct capture *capture, char *error);

#endif
