/* A handshake message cut into records: RFC 5246 section 6.2.1. Every record but the last is full. */
#ifndef TLS12_RECORD_FRAGMENT_H
#define TLS12_RECORD_FRAGMENT_H

#include "spec/record.h"

/* How many of the `total` bytes of a message the next record carries, when `sent` of them are in records already, and none may carry
 * more than `limit` (RFC 6066 section 4, RFC 8449); 0: no limit but that of RFC 5246. */
/*@ requires rest: sent < total;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures R5246_6_2_1_01: \result <= TLS12_PLAINTEXT_MAX;
    ensures R5246_6_2_1_02: 0 < \result;
    ensures rest: sent + \result <= total;
    ensures limit: 0 < limit ==> \result <= limit;
    ensures full: \result == TLS12_PLAINTEXT_MAX || \result == limit || sent + \result == total;
*/
uint32_t fragment_next(uint32_t total, uint32_t sent, uint32_t limit);

/* How many records carry a message of `total` bytes. */
/*@ requires message: total <= TLS12_MESSAGE_HEADER + 0xFFFFFF;
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R5246-6.2.1-04
    //= type=implication
    //# A handshake message longer than the maximum fragment is itself fragmented by the sender (a certificate list
    //# can be far above 2^14).
    ensures enough: total <= \result * TLS12_PLAINTEXT_MAX;
    ensures least: 0 < total ==> (\result - 1) * TLS12_PLAINTEXT_MAX < total;
*/
uint32_t fragment_count(uint32_t total);

#endif
