/* Extensions without content (spec/empty_extension.h). To encode one, write_extension takes an empty body. */
#ifndef TLS12_MESSAGE_EMPTY_EXTENSION_H
#define TLS12_MESSAGE_EMPTY_EXTENSION_H

#include "spec/empty_extension.h"
#include "wire/fault.h"

/* Accepts exactly the empty body. */
/*@ requires rule: empty_extension(rule);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, rule);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault empty_extension_decode(uint32_t length, enum tls12_rule rule);

/* RFC 7627 section 5.1, both hellos. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R7627_5_1_01);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault extended_master_secret_decode(uint32_t length);

/* RFC 7366 section 2, both hellos. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R7366_2_01);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault encrypt_then_mac_decode(uint32_t length);

/* RFC 6066 section 7, both hellos. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R6066_7_01);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault truncated_hmac_decode(uint32_t length);

/* What a ServerHello answers with, where a ClientHello has a body. */

/* RFC 6066 section 3. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R6066_3_06);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault server_name_answer_decode(uint32_t length);

/* RFC 6066 section 6. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R6066_6_02);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault trusted_ca_keys_answer_decode(uint32_t length);

/* RFC 6066 section 8. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R6066_8_02);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault status_request_answer_decode(uint32_t length);

/* RFC 5077 section 3.2. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> length == 0;
    ensures rule: \result.rule == empty_extension_rule(length, R5077_3_2_04);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == 0 && \result.length == length;
*/
struct tls12_fault session_ticket_answer_decode(uint32_t length);

#endif
