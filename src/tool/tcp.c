#include "tool/tcp.h"

#include <stdlib.h>
#include <string.h>

static int same(const struct endpoint *a, const struct endpoint *b)
{
  return a->port == b->port && a->address_length == b->address_length &&
         memcmp(a->address, b->address, a->address_length) == 0;
}

/* More memory than this in connections under way, and some are given early. */
#define HELD_MAX ((size_t)16 << 20)

/* The same for both directions. */
static size_t bucket(const struct endpoint *a, const struct endpoint *b)
{
  uint32_t sum = (uint32_t)a->port * b->port;
  for (unsigned i = 0; i < a->address_length; i++) sum = 31 * sum + (uint32_t)(a->address[i] ^ b->address[i]);
  return (sum ^ (sum >> 12)) % FLOW_BUCKETS;
}

static struct flow *new_flow(struct capture *capture, struct flow **first)
{
  if ((capture->flow_count & (capture->flow_count - 1)) == 0)
    capture->flows = grow(capture->flows, 2 * capture->flow_count + 1, sizeof *capture->flows);
  struct flow *flow = grow(NULL, 1, sizeof *flow);
  memset(flow, 0, sizeof *flow);
  flow->number = capture->next_number++;
  flow->held = sizeof *flow;
  flow->next = *first;
  *first = capture->flows[capture->flow_count++] = flow;
  capture->held += flow->held;
  return flow;
}

/* The latest flow between the two; a SYN with another sequence number starts a new one. */
static struct flow *find_flow(struct capture *capture, const struct endpoint *from, const struct endpoint *to,
                              uint32_t sequence, int syn, int ack)
{
  struct flow **first = &capture->buckets[bucket(from, to)];
  for (struct flow *flow = *first; flow != NULL; flow = flow->next) {
    const int forward = same(&flow->client, from) && same(&flow->server, to);
    if (!forward && !(same(&flow->client, to) && same(&flow->server, from))) continue;
    const struct stream *stream = forward ? &flow->from_client : &flow->from_server;
    if (syn && !ack && stream->synchronised && stream->first != sequence + 1) break;
    return flow;
  }
  struct flow *flow = new_flow(capture, first);
  flow->client = syn && ack ? *to : *from;
  flow->server = syn && ack ? *from : *to;
  return flow;
}

static void give_some(struct capture *capture);

void tcp_segment(struct capture *capture, const struct endpoint *from, const struct endpoint *to, uint32_t sequence,
                 unsigned flags, const uint8_t *data, uint32_t length, uint32_t packet, uint32_t offset)
{
  const int syn = (flags & TCP_SYN) != 0, end = (flags & (TCP_FIN | TCP_RST)) != 0;
  if (!syn && !end && length == 0) return;
  struct flow *flow = find_flow(capture, from, to, sequence, syn, (flags & TCP_ACK) != 0);
  const int from_client = same(&flow->client, from);
  struct stream *stream = from_client ? &flow->from_client : &flow->from_server;
  if (end) flow->closed[from_client] = 1;
  if ((flags & TCP_RST) != 0) flow->closed[!from_client] = 1;
  if (syn) {
    stream->first = ++sequence; /* RFC 9293 section 3.4: the SYN takes one number */
    stream->synchronised = 1;
  }
  if (length == 0) return;
  if ((stream->segment_count & (stream->segment_count + 1)) == 0)
    stream->segments = grow(stream->segments, 2 * stream->segment_count + 2, sizeof *stream->segments);
  stream->segments[stream->segment_count++] =
      (struct segment){sequence, packet, offset, length, stream->arrived.length, 0};
  octets_append(&stream->arrived, data, length);
  flow->held += length + 2 * sizeof *stream->segments;
  capture->held += length + 2 * sizeof *stream->segments;
  if (capture->held > HELD_MAX) give_some(capture);
}

static int by_place(const void *a, const void *b)
{
  const struct segment *x = a, *y = b;
  if (x->at != y->at) return x->at < y->at ? -1 : 1;
  return x->packet < y->packet ? -1 : x->packet > y->packet;
}

/* Segments that came in order and once: what arrived is the stream. */
static int came_in_order(const struct stream *stream, int64_t lowest)
{
  for (size_t i = 0; i < stream->segment_count; i++)
    if (stream->segments[i].at - lowest != (int64_t)stream->segments[i].from) return 0;
  return 1;
}

static void join(struct stream *stream)
{
  if (stream->segment_count == 0) return;
  /* Sequence numbers wrap; each is taken as the nearest to the one before. */
  uint32_t base = stream->synchronised ? stream->first : stream->segments[0].sequence;
  int64_t last = 0, lowest = 0;
  for (size_t i = 0; i < stream->segment_count; i++) {
    struct segment *s = &stream->segments[i];
    const uint32_t step = s->sequence - (base + (uint32_t)last);
    last += step < 0x80000000u ? (int64_t)step : (int64_t)step - 0x100000000;
    s->at = last;
    if (last < lowest) lowest = last;
  }
  if (stream->synchronised) lowest = 0;
  stream->parts = grow(NULL, stream->segment_count, sizeof *stream->parts);
  if (came_in_order(stream, lowest)) {
    for (; stream->part_count < stream->segment_count; stream->part_count++) {
      const struct segment *s = &stream->segments[stream->part_count];
      stream->parts[stream->part_count] = (struct stream_part){s->from, s->length, s->packet, s->offset};
    }
    stream->bytes = stream->arrived;
    stream->arrived = (struct octets){NULL, 0, 0};
    return;
  }

  qsort(stream->segments, stream->segment_count, sizeof *stream->segments, by_place);
  for (size_t i = 0; i < stream->segment_count; i++) {
    const struct segment *s = &stream->segments[i];
    const int64_t at = s->at - lowest, have = (int64_t)stream->bytes.length;
    if (at > have) {
      stream->missing = (size_t)(at - have);
      return;
    }
    const int64_t skip = have - at;
    if (skip >= (int64_t)s->length) continue;
    const uint32_t old = (uint32_t)skip;
    stream->parts[stream->part_count++] =
        (struct stream_part){stream->bytes.length, s->length - old, s->packet, s->offset + old};
    octets_append(&stream->bytes, stream->arrived.data + s->from + old, s->length - old);
  }
}

static void drop_segments(struct stream *stream)
{
  octets_free(&stream->arrived);
  free(stream->segments);
  stream->segments = NULL;
  stream->segment_count = 0;
}

static void stream_free(struct stream *stream)
{
  drop_segments(stream);
  octets_free(&stream->bytes);
  free(stream->parts);
}

static void give(struct capture *capture, struct flow *flow)
{
  struct flow **link = &capture->buckets[bucket(&flow->client, &flow->server)];
  while (*link != flow) link = &(*link)->next;
  *link = flow->next;
  capture->held -= flow->held;
  join(&flow->from_client);
  join(&flow->from_server);
  drop_segments(&flow->from_client);
  drop_segments(&flow->from_server);
  capture->take(capture->context, flow);
  stream_free(&flow->from_client);
  stream_free(&flow->from_server);
  free(flow);
}

/* Gives flows, the closed ones or any, until no more than `held` is held. */
static void give_until(struct capture *capture, int only_closed, size_t held)
{
  size_t kept = 0;
  for (size_t i = 0; i < capture->flow_count; i++) {
    struct flow *flow = capture->flows[i];
    if (capture->held > held && (!only_closed || (flow->closed[0] && flow->closed[1])))
      give(capture, flow);
    else
      capture->flows[kept++] = flow;
  }
  capture->flow_count = kept;
}

static void give_some(struct capture *capture)
{
  give_until(capture, 1, HELD_MAX / 2);
  give_until(capture, 0, HELD_MAX / 2);
}

void tcp_finish(struct capture *capture)
{
  give_until(capture, 0, 0);
  free(capture->flows);
}
