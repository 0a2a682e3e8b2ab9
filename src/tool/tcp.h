/* The byte streams of TCP connections, out of captured segments in any order. */
#ifndef TLS12_TOOL_TCP_H
#define TLS12_TOOL_TCP_H

#include <stdio.h>

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
  uint32_t length;
  size_t from; /* of its data in `arrived` */
  int64_t at;  /* in the stream: the sequence number without wrapping */
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
  struct octets arrived; /* the data of the segments, as they came */
  uint32_t first;        /* sequence number of the stream's first byte, when synchronised */
  int synchronised;
};

struct flow {
  long number;                    /* in the capture, from 0 */
  struct endpoint client, server; /* client: who sent the SYN, or else the first segment */
  struct stream from_client, from_server;
  int closed[2]; /* a FIN came from the server, from the client; both after a RST */
  size_t held;   /* bytes of memory, about */
  struct flow *next;
};

/* Gets a connection whose streams are put together; they last until it returns. */
typedef void flow_taker(void *context, const struct flow *flow);

#define FLOW_BUCKETS 4096

/* The connections under way. Each is given to `take` once, in the order of numbers at the end; before that only when too
 * much memory is held: then those that are closed first, and if need be the oldest. What comes later for a connection that
 * was given counts as another one. */
struct capture {
  flow_taker *take;
  void *context;
  struct flow **flows; /* in the order of numbers */
  size_t flow_count;
  long next_number;
  size_t held;
  struct flow *buckets[FLOW_BUCKETS]; /* latest first */
};

enum { TCP_FIN = 1, TCP_SYN = 2, TCP_RST = 4, TCP_ACK = 16 }; /* RFC 9293 section 3.1 */

/* One segment. The data is copied. */
void tcp_segment(struct capture *capture, const struct endpoint *from, const struct endpoint *to, uint32_t sequence,
                 unsigned flags, const uint8_t *data, uint32_t length, uint32_t packet, uint32_t offset);

/* Gives all that are left. */
void tcp_finish(struct capture *capture);

/* Reads a capture file of any kind that libpcap knows, and closes it. 0, or -1 with a message in error (256 bytes) when it is
 * damaged; what came before the damage is given all the same. */
int capture_read(FILE *file, flow_taker *take, void *context, char *error);

#endif
