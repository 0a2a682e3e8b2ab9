/* ChangeCipherSpec, RFC 5246 section 7.1: from here on the new keys protect. The bytes are those after the record header. */
#ifndef TLS12_MESSAGE_CHANGE_CIPHER_SPEC_H
#define TLS12_MESSAGE_CHANGE_CIPHER_SPEC_H

#include "spec/change_cipher_spec.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* Accepts exactly the one byte 1. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_change_cipher_spec(body, length);
    ensures R5246_7_1_01: !is_change_cipher_spec(body, length) <==> \result.rule == R5246_7_1_01;
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == change_cipher_spec_offset(body, length);
    ensures length: \result.length == length - change_cipher_spec_offset(body, length);
*/
struct tls12_fault change_cipher_spec_decode(const uint8_t *body, uint32_t length);

/* Writes it to out[0 .. room-1] and answers with its length; 0, and nothing written, if there is no room. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures length: room >= 1 ==> \result == 1;
    ensures encoding: room >= 1 ==> is_change_cipher_spec(out, \result);
    ensures outside: kept{Pre,Here}(out, 1, room);
    ensures refused: room < 1 ==> \result == 0;
*/
uint32_t change_cipher_spec_encode(uint8_t *out, uint32_t room);

#endif
