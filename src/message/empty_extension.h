/* Extensions without content: extended_master_secret in both hellos (RFC 7627 section 5.1), server_name in a ServerHello
 * (RFC 6066 section 3). To encode one, write_extension takes an empty body. */
#ifndef TLS12_MESSAGE_EMPTY_EXTENSION_H
#define TLS12_MESSAGE_EMPTY_EXTENSION_H

#include "spec/empty_extension.h"
#include "wire/fault.h"

/* Accepts exactly the empty body. */
/*@ requires rule: rule == R7627_5_1_01 || rule == R6066_3_06;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, rule);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault empty_extension_decode(uint32_t length, enum tls12_rule rule);

/* RFC 7627 section 5.1. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R7627_5_1_01);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault extended_master_secret_decode(uint32_t length);

/* RFC 6066 section 3: "the extension_data field of this extension SHALL be empty" in a ServerHello. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R6066_3_06);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault server_name_answer_decode(uint32_t length);

#endif
