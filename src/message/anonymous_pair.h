/* Pairs that signature_algorithms must not list, RFC 5246 section 7.4.1.4.1, in a body that signature_algorithms_decode has
 * read: it finds where the pairs lie, and does not look at them. */
#ifndef TLS12_MESSAGE_ANONYMOUS_PAIR_H
#define TLS12_MESSAGE_ANONYMOUS_PAIR_H

#include "spec/anonymous_pair.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* Refuses the first pair whose SignatureAlgorithm is anonymous. */
/*@ requires range: pairs.offset + pairs.length <= TLS12_BODY_MAX && pairs.length % 2 == 0;
    requires readable: \valid_read(body + (pairs.offset .. pairs.offset + pairs.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: no_anonymous_pair(body, pairs.offset, pairs.length / 2) ?
      \result.rule == TLS12_NO_RULE : \result.rule == R5246_7_4_1_4_1_02;
    ensures accepted: \result.rule == TLS12_NO_RULE ==>
      \result.offset == pairs.offset + pairs.length && \result.length == 0 && \result.alert == TLS12_NO_ALERT;
    ensures pair: \result.rule != TLS12_NO_RULE ==> pairs.offset <= \result.offset < pairs.offset + pairs.length &&
      (\result.offset - pairs.offset) % 2 == 0 &&
      anonymous_pair(body, pairs.offset, (\result.offset - pairs.offset) / 2);
    ensures first: \result.rule != TLS12_NO_RULE ==>
      no_anonymous_pair(body, pairs.offset, (\result.offset - pairs.offset) / 2);
    ensures refused: \result.rule != TLS12_NO_RULE ==> \result.length == 2 && \result.alert == TLS12_ILLEGAL_PARAMETER;
*/
struct tls12_fault check_anonymous_pairs(const uint8_t *body, struct tls12_span pairs);

#endif
