/* The exponents of a pentanomial, RFC 4492 section 5.4, in a field that server_key_exchange_explicit_decode has read: it
 * finds where they lie, and does not compare them. */
#ifndef TLS12_MESSAGE_PENTANOMIAL_H
#define TLS12_MESSAGE_PENTANOMIAL_H

#include "message/explicit_field.h"
#include "spec/pentanomial.h"

/* `k` has k1, k2 and k3, in order. */
/*@ requires range: k.first.offset + k.first.length <= k.second.offset && k.second.offset + k.second.length <= k.third.offset &&
      k.third.offset + k.third.length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (k.first.offset .. k.third.offset + k.third.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == pentanomial_rule(exponent(body, k.first.offset, k.first.offset + k.first.length),
      exponent(body, k.second.offset, k.second.offset + k.second.length),
      exponent(body, k.third.offset, k.third.offset + k.third.length));
    ensures where: \result.offset == (\result.rule == TLS12_NO_RULE ? k.third.offset + k.third.length : k.first.offset);
    ensures extent: \result.length == k.third.offset + k.third.length - \result.offset;
    ensures alert: \result.alert == (\result.rule == TLS12_NO_RULE ? TLS12_NO_ALERT : TLS12_ILLEGAL_PARAMETER);
*/
struct tls12_fault check_pentanomial(const uint8_t *body, struct three_spans k);

#endif
