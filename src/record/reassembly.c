#include "record/reassembly.h"

void reassembly_start(struct reassembly *r, uint8_t *data, uint32_t room)
{
  r->data = data;
  r->room = room;
  r->length = 0;
}

/* Where the message ends, as far as it is known: message_end. */
/*@ requires header: \valid_read(m + (0 .. 3)) || length < TLS12_MESSAGE_HEADER;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end: \result == message_end(m, length);
    ensures bound: \result <= TLS12_MESSAGE_HEADER + 0xFFFFFF;
*/
static uint32_t end_of_message(const uint8_t *m, uint32_t length)
{
  if (length < TLS12_MESSAGE_HEADER) return TLS12_MESSAGE_HEADER;
  return TLS12_MESSAGE_HEADER + 65536u * m[1] + 256u * m[2] + m[3];
}

int reassembly_complete(const struct reassembly *r)
{
  return r->length >= TLS12_MESSAGE_HEADER && r->length == end_of_message(r->data, r->length);
}

/* Puts n bytes at data[at]. */
/*@ requires offset: at + n <= 0xFFFFFFFF;
    requires output: \valid(data + (at .. at + n - 1));
    requires input: \valid_read(in + (0 .. n - 1));
    requires apart: \separated(data + (at .. at + n - 1), in + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns data[at .. at + n - 1];
    ensures copied: \forall integer j; at <= j < at + n ==> data[j] == in[j - at];
*/
static void append(uint8_t *data, uint32_t at, const uint8_t *in, uint32_t n)
{
  /*@ loop invariant 0 <= i <= n;
      loop invariant copied: \forall integer j; at <= j < at + i ==> data[j] == in[j - at];
      loop assigns i, data[at .. at + n - 1];
      loop variant n - i;
  */
  for (uint32_t i = 0; i < n; i++)
    data[at + i] = in[i];
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures smaller: \result == (a < b ? a : b);
*/
static uint32_t smaller(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

struct tls12_fault reassembly_feed(struct reassembly *r, const uint8_t *fragment, uint32_t n, uint32_t *taken)
{
  const struct tls12_fault too_long = {R5246_7_4_01, 1, 3, TLS12_DECODE_ERROR};
  const struct tls12_fault accepted = {TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
  uint8_t *const data = r->data;
  const uint32_t old = r->length;
  const uint32_t head = old < TLS12_MESSAGE_HEADER ? smaller(n, TLS12_MESSAGE_HEADER - old) : 0;
  const uint32_t length = old + head;

  append(data, old, fragment, head);
  //@ assert head_bytes: \forall integer j; old <= j < length ==> data[j] == fragment[j - old];
  *taken = head;
  r->length = length;
  if (length < TLS12_MESSAGE_HEADER) return accepted;

  const uint32_t end = end_of_message(data, length);
  if (end > r->room) return too_long;

  const uint32_t body = smaller(n - head, end - length);
  append(data, length, fragment + head, body);
  //@ assert head_kept: \forall integer j; old <= j < length ==> data[j] == fragment[j - old];
  //@ assert body_bytes: \forall integer j; length <= j < length + body ==> data[j] == fragment[j - old];
  *taken = head + body;
  r->length = length + body;
  return accepted;
}
