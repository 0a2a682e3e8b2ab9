/* The messages whose body is empty. There is nothing to encode: their length is 0. A decoder does not look at the bytes,
 * it has them for the sake of one signature for all messages. */
#ifndef TLS12_MESSAGE_EMPTY_H
#define TLS12_MESSAGE_EMPTY_H

#include "spec/empty.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* HelloRequest, RFC 5246 section 7.4.1.1: the server asks for a new handshake. */
/*@ requires range: length <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == empty_rule(length, R5246_7_4_1_1_05);
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_empty(length);
    ensures where: \result.offset == 0 && \result.length == length;
    ensures alert: \result.alert == alert_for(\result.rule);
*/
struct tls12_fault hello_request_decode(const uint8_t *body, uint32_t length);

/* ServerHelloDone, RFC 5246 section 7.4.5: the server waits for the client. */
/*@ requires range: length <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == empty_rule(length, R5246_7_4_5_01);
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_empty(length);
    ensures where: \result.offset == 0 && \result.length == length;
    ensures alert: \result.alert == alert_for(\result.rule);
*/
struct tls12_fault server_hello_done_decode(const uint8_t *body, uint32_t length);

/* ClientKeyExchange after a client certificate with a fixed Diffie-Hellman key, RFC 5246 section 7.4.7.2. */
/*@ requires range: length <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == empty_rule(length, R5246_7_4_7_02);
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_empty(length);
    ensures where: \result.offset == 0 && \result.length == length;
    ensures alert: \result.alert == alert_for(\result.rule);
*/
struct tls12_fault client_key_exchange_implicit_decode(const uint8_t *body, uint32_t length);

/* The same after one with a fixed ECDH key, RFC 4492 sections 3.2 and 5.7. */
/*@ requires range: length <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == empty_rule(length, R4492_3_2_02);
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_empty(length);
    ensures where: \result.offset == 0 && \result.length == length;
    ensures alert: \result.alert == alert_for(\result.rule);
*/
struct tls12_fault client_key_exchange_ecdh_implicit_decode(const uint8_t *body, uint32_t length);

#endif
