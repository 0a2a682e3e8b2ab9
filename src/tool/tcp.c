#include "tool/tcp.h"

#include <stdlib.h>
#include <string.h>

static int same(const struct endpoint *a, const struct endpoint *b)
{
  return a->port == b->port && a->address_length == b->address_length &&
         memcmp(a->address, b->address, a->address_length) == 0;
}

/* The latest flow between the two; a SYN with another sequence number starts a new one. */
static struct flow *find_flow(struct capture *capture, const struct endpoint *from, const struct endpoint *to,
                              uint32_t sequence, int syn, int ack)
{
  for (size_t i = capture->flow_count; i-- > 0;) {
    struct flow *flow = &capture->flows[i];
    const int forward = same(&flow->client, from) && same(&flow->server, to);
    if (!forward && !(same(&flow->client, to) && same(&flow->server, from))) continue;
    const struct stream *stream = forward ? &flow->from_client : &flow->from_server;
    if (syn && !ack && stream->synchronised && stream->first != sequence + 1) break;
    return flow;
  }
  capture->flows = grow(capture->flows, capture->flow_count + 1, sizeof *capture->flows);
  struct flow *flow = &capture->flows[capture->flow_count++];
  memset(flow, 0, sizeof *flow);
  flow->client = syn && ack ? *to : *from;
  flow->server = syn && ack ? *from : *to;
  return flow;
}

void tcp_segment(struct capture *capture, const struct endpoint *from, const struct endpoint *to, uint32_t sequence,
                 int syn, int ack, const uint8_t *data, uint32_t length, uint32_t packet, uint32_t offset)
{
  if (!syn && length == 0) return;
  struct flow *flow = find_flow(capture, from, to, sequence, syn, ack);
  struct stream *stream = same(&flow->client, from) ? &flow->from_client : &flow->from_server;
  if (syn) {
    stream->first = ++sequence; /* RFC 9293 section 3.4: the SYN takes one number */
    stream->synchronised = 1;
  }
  if (length == 0) return;
  if ((stream->segment_count & (stream->segment_count + 1)) == 0)
    stream->segments = grow(stream->segments, 2 * stream->segment_count + 2, sizeof *stream->segments);
  uint8_t *copy = grow(NULL, length, 1);
  memcpy(copy, data, length);
  stream->segments[stream->segment_count++] = (struct segment){sequence, packet, offset, copy, length, 0};
}

static int by_place(const void *a, const void *b)
{
  const struct segment *x = a, *y = b;
  if (x->at != y->at) return x->at < y->at ? -1 : 1;
  return x->packet < y->packet ? -1 : x->packet > y->packet;
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
  qsort(stream->segments, stream->segment_count, sizeof *stream->segments, by_place);

  stream->parts = grow(NULL, stream->segment_count, sizeof *stream->parts);
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
    octets_append(&stream->bytes, s->data + old, s->length - old);
  }
}

static void drop_segments(struct stream *stream)
{
  for (size_t i = 0; i < stream->segment_count; i++) free(stream->segments[i].data);
  free(stream->segments);
  stream->segments = NULL;
  stream->segment_count = 0;
}

void tcp_finish(struct capture *capture)
{
  for (size_t i = 0; i < capture->flow_count; i++) {
    join(&capture->flows[i].from_client);
    join(&capture->flows[i].from_server);
    drop_segments(&capture->flows[i].from_client);
    drop_segments(&capture->flows[i].from_server);
  }
}

static void stream_free(struct stream *stream)
{
  drop_segments(stream);
  octets_free(&stream->bytes);
  free(stream->parts);
}

void capture_free(struct capture *capture)
{
  for (size_t i = 0; i < capture->flow_count; i++) {
    stream_free(&capture->flows[i].from_client);
    stream_free(&capture->flows[i].from_server);
  }
  free(capture->flows);
  *capture = (struct capture){NULL, 0};
}
