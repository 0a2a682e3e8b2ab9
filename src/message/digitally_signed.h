/* DigitallySigned, RFC 5246 section 4.7: the last field of the messages that are signed. */
#ifndef TLS12_MESSAGE_DIGITALLY_SIGNED_H
#define TLS12_MESSAGE_DIGITALLY_SIGNED_H

#include "spec/digitally_signed.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The offset after the DigitallySigned at offset `at`, or 0 if it is cut short. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_element: \result == digitally_signed_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 4 <= \result <= end;
*/
uint32_t read_digitally_signed(const uint8_t *bytes, uint32_t at, uint32_t end);

/* What is wrong with one that is cut short. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == digitally_signed_rule(at, end);
    ensures where: \result.offset == digitally_signed_offset(at, end);
    ensures extent: \result.length == end - digitally_signed_offset(at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
struct tls12_fault digitally_signed_fault(uint32_t at, uint32_t end);

/* Writes one to out[at ..] and answers with the offset after it. The caller has checked room and lengths. */
/*@ requires range: at <= TLS12_BODY_MAX - 2 && hash <= 255 && algorithm <= 255 && signature.length <= 65535;
    requires readable: \valid_read(signature.data + (0 .. signature.length - 1));
    requires writable: \valid(out + (0 .. at + 3 + signature.length));
    requires apart: \separated(out + (0 .. at + 3 + signature.length), signature.data + (0 .. signature.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 3 + signature.length];
    ensures end: \result == at + 4 + signature.length;
    ensures written: digitally_signed(out, at, \result, hash, algorithm, signature.data, signature.length);
    ensures before: kept{Pre,Here}(out, 0, at);
    ensures source: kept{Pre,Here}(signature.data, 0, signature.length);
*/
uint32_t write_digitally_signed(uint8_t *out, uint32_t at, uint32_t hash, uint32_t algorithm,
                                struct tls12_bytes signature);

#endif
