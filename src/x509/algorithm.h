/* AlgorithmIdentifier, RFC 5280 section 4.1.1.2: SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }. */
#ifndef TLS12_X509_ALGORITHM_H
#define TLS12_X509_ALGORITHM_H

#include <stdint.h>

#include "spec/x509.h"
#include "wire/bytes.h"
#include "x509/identifiers.h"

struct x509_algorithm {
  enum x509_identifier identifier;
  struct tls12_span parameters; /* header included; length 0 when absent */
};

/* Reads the AlgorithmIdentifier at `at`: the offset after it, or 0. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires writable: \valid(algorithm);
    requires apart: \separated(algorithm, bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns *algorithm;
    ensures end_of_algorithm: \result == algorithm_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
    ensures parameters: \result != 0 ==> algorithm->parameters.offset + algorithm->parameters.length == \result;
    ensures place: \result != 0 ==> algorithm->parameters.offset == algorithm_parameters(bytes, at, \result) &&
      at + 2 <= algorithm->parameters.offset;
    ensures which: \result != 0 ==> algorithm->identifier == algorithm_identifier(bytes, at, \result);
    ensures known: \result != 0 ==> 0 <= algorithm->identifier < X509_ID_COUNT;
*/
uint32_t x509_read_algorithm(const uint8_t *bytes, uint32_t at, uint32_t end, struct x509_algorithm *algorithm);

/* Whether the parameters are NULL (05 00). */
/*@ requires range: parameters.offset + parameters.length <= DER_MAX;
    requires readable: \valid_read(bytes + (parameters.offset .. parameters.offset + parameters.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures null: \result != 0 <==>
      parameters_null(bytes, parameters.offset, parameters.offset + parameters.length);
*/
int x509_parameters_null(const uint8_t *bytes, struct tls12_span parameters);

/* The signature algorithm and the hash of RFC 5246 that an identifier stands for; ANONYMOUS and NONE for others. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures kind: \result == signature_kind(identifier);
*/
enum tls12_signature x509_signature_kind(enum x509_identifier identifier);
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures hash: \result == signature_hash(identifier);
*/
enum tls12_hash x509_signature_hash(enum x509_identifier identifier);

#endif
