/* Handshake messages from fragments: RFC 5246 section 6.2.1, down to fragments of one byte.
 *
 * A message grows in the caller's buffer, header included. reassembly_feed takes bytes up to the end of that message and no
 * further: the caller acts on the complete message, calls reassembly_start, and feeds the rest of the fragment. Between
 * messages `length` is 0, as RFC 5246 section 7.1 wants it when the keys change.
 */
#ifndef TLS12_RECORD_REASSEMBLY_H
#define TLS12_RECORD_REASSEMBLY_H

#include "spec/record.h"
#include "wire/fault.h"

struct reassembly {
  uint8_t *data;   /* the caller's, not owned */
  uint32_t room;   /* its size in bytes; a message, header included, that is longer is refused */
  uint32_t length; /* bytes of the message so far */
};

/*@ predicate reassembling{L}(struct reassembly *r) =
      \valid(r) && TLS12_MESSAGE_HEADER <= r->room && r->length <= r->room && \valid(r->data + (0 .. r->room - 1)) &&
      \separated(r, r->data + (0 .. r->room - 1)) &&
      r->length <= message_end(r->data, r->length) &&
      (TLS12_MESSAGE_HEADER <= r->length ==> message_end(r->data, r->length) <= r->room);
*/

/* Gets ready for the first message, or for the next. */
/*@ requires state: \valid(r) && TLS12_MESSAGE_HEADER <= room && \valid(data + (0 .. room - 1));
    requires apart: \separated(r, data + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns *r;
    ensures empty: reassembling(r) && r->length == 0 && r->data == data && r->room == room;
*/
void reassembly_start(struct reassembly *r, uint8_t *data, uint32_t room);

/* Whether r holds a whole message: its body is data[4 .. length - 1]. */
/*@ requires state: reassembling(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures complete: \result != 0 <==> message_complete(r->data, r->length);
*/
int reassembly_complete(const struct reassembly *r);

/* Takes *taken of the n bytes at fragment: all of them, or as many as complete the message. Refuses a message that is
 * longer than the caller's buffer as soon as its header is there: R5246-7.4-01, decode_error. */
/*@ requires state: reassembling(r) && !message_complete(r->data, r->length);
    requires input: \valid_read(fragment + (0 .. n - 1));
    requires output: \valid(taken);
    requires apart: \separated(fragment + (0 .. n - 1), r->data + (0 .. r->room - 1), r, taken);
    terminates \true;
    exits \false;
    assigns r->length, r->data[0 .. r->room - 1], *taken;
    ensures taken: *taken <= n && r->length == \old(r->length) + *taken <= r->room;
    ensures before: \forall integer k; 0 <= k < \old(r->length) ==> r->data[k] == \old(r->data[k]);
    //= build/requirements.md#R5246-6.2.1-03
    //= type=implication
    //# A handshake message may be split over any number of records and several messages may share one record; the
    //# receiver reassembles by the handshake header only, down to one-byte fragments.
    ensures bytes: \forall integer k; \old(r->length) <= k < r->length ==>
      r->data[k] == fragment[k - \old(r->length)];
    ensures R5246_7_4_01: \result.rule == R5246_7_4_01 <==>
      TLS12_MESSAGE_HEADER <= r->length && r->room < message_end(r->data, r->length);
    ensures accepted: \result.rule == TLS12_NO_RULE || \result.rule == R5246_7_4_01;
    ensures alert: \result.alert == (\result.rule == TLS12_NO_RULE ? TLS12_NO_ALERT : TLS12_DECODE_ERROR);
    ensures state: \result.rule == TLS12_NO_RULE ==> reassembling(r);
    ensures all_or_complete: \result.rule == TLS12_NO_RULE ==> *taken == n || message_complete(r->data, r->length);
*/
struct tls12_fault reassembly_feed(struct reassembly *r, const uint8_t *fragment, uint32_t n, uint32_t *taken);

#endif
