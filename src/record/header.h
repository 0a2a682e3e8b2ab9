/* The header of a record, RFC 5246 section 6.2. */
#ifndef TLS12_RECORD_HEADER_H
#define TLS12_RECORD_HEADER_H

#include "spec/record.h"
#include "wire/fault.h"

struct record_header {
  uint8_t type;    /* enum tls12_content_type */
  uint16_t version; /* 0x0303 */
  uint16_t length;  /* of the fragment, bytes */
};

/* Reads the TLS12_RECORD_HEADER bytes at b. On a refusal *header is untouched, and the fault names the rule, the alert and
 * the bytes of the header that break it. */
/*@ requires input: \valid_read(b + (0 .. 4));
    requires output: \valid(header) && \separated(header, b + (0 .. 4));
    terminates \true;
    exits \false;
    assigns *header;
    ensures rule: \result.rule == record_header_rule{Pre}(b, context);
    ensures alert: \result.alert == record_rule_alert(\result.rule);
    ensures where: \result.offset == record_rule_offset(\result.rule) &&
                   \result.length == record_rule_length(\result.rule);
    ensures value: \result.rule == TLS12_NO_RULE ==>
      header->type == b[0] && header->version == 256 * b[1] + b[2] && header->length == record_length(b);
    ensures bound: \result.rule == TLS12_NO_RULE ==> header->length <= fragment_max(context);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *header == \old(*header);
*/
struct tls12_fault record_header_decode(const uint8_t *b, struct tls12_record_context context,
                                        struct record_header *header);

/* Writes the header of a TLS 1.2 record with a fragment of `length` bytes. */
/*@ requires output: \valid(b + (0 .. 4));
    requires type: content_type(type);
    requires length: length <= TLS12_CIPHERTEXT_MAX;
    terminates \true;
    exits \false;
    assigns b[0 .. 4];
    ensures type: b[0] == type;
    //= build/requirements.md#R8446-D.5-01
    //= type=implication
    //# Records with version below {03,00} are not sent; SSL 2.0 hello is not sent.
    ensures version: b[1] == 3 && b[2] == 3;
    ensures length: record_length(b) == length;
    //= build/requirements.md#R5246-6-01
    //= type=implication
    //# Record content types other than 20..23 are not sent unless an extension negotiated them.
    ensures accepted: \forall struct tls12_record_context c;
      !empty_forbidden(type, length) && (c.protected || length <= TLS12_PLAINTEXT_MAX) ==>
        record_header_rule(b, c) == TLS12_NO_RULE;
*/
void record_header_encode(uint8_t type, uint16_t length, uint8_t *b);

/* Whether a decrypted fragment of `length` bytes may be: not above 2^14 bytes, and empty only as application data. */
/*@ requires type: content_type(type);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures R5246_6_2_1_01: \result.rule == R5246_6_2_1_01 <==> length > TLS12_PLAINTEXT_MAX;
    ensures R5246_6_2_1_02: \result.rule == R5246_6_2_1_02 <==> empty_forbidden(type, length);
    ensures accepted: \result.rule == TLS12_NO_RULE <==>
      length <= TLS12_PLAINTEXT_MAX && !empty_forbidden(type, length);
    ensures alert: \result.alert == record_rule_alert(\result.rule);
*/
struct tls12_fault record_fragment_check(uint8_t type, uint32_t length);

#endif
