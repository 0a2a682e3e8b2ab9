/* ServerECDHParams with a named curve, RFC 8422 section 5.4: what the ServerKeyExchange messages of the ECDH key exchanges
 * share. */
#ifndef TLS12_MESSAGE_SERVER_ECDH_PARAMS_H
#define TLS12_MESSAGE_SERVER_ECDH_PARAMS_H

#include "spec/server_ecdh_params.h"
#include "wire/bytes.h"
#include "wire/fault.h"

struct server_ecdh_params {
  uint32_t named_curve;    /* two bytes */
  struct tls12_span point; /* without its length; it stays in the body, which the caller keeps */
};

/*@ predicate server_ecdh_params_in{L}(uint8_t *b, integer i, integer e, struct server_ecdh_params *v) =
      server_ecdh_params(b, i, e, v->named_curve, b + v->point.offset, v->point.length);

    predicate server_ecdh_params_spans{L}(integer i, integer e, struct server_ecdh_params *v) =
      v->point.offset == i + 4 && e == v->point.offset + v->point.length;
*/

/* The offset after the parameters at offset `at`, or 0 if they are malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_params: \result == server_ecdh_params_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 5 <= \result <= end;
*/
uint32_t read_server_ecdh_params(const uint8_t *bytes, uint32_t at, uint32_t end);

/* What is wrong with malformed ones. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == server_ecdh_params_rule(bytes, at, end);
    ensures where: \result.offset == server_ecdh_params_offset(bytes, at, end);
    ensures extent: \result.length == server_ecdh_params_extent(bytes, at, end);
    ensures alert: \result.alert == alert_for(\result.rule);
*/
struct tls12_fault server_ecdh_params_fault(const uint8_t *bytes, uint32_t at, uint32_t end);

/* The fields of those at offset `at`, which are well-formed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, bytes + (at .. end - 1));
    requires well_formed: server_ecdh_params_end(bytes, at, end) != 0;
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: server_ecdh_params_in(bytes, at, server_ecdh_params_end(bytes, at, end), value);
    ensures spans: server_ecdh_params_spans(at, server_ecdh_params_end(bytes, at, end), value);
*/
void find_server_ecdh_params(const uint8_t *bytes, uint32_t at, uint32_t end, struct server_ecdh_params *value);

/* Writes them to out[at ..] and answers with the offset after them. The caller has checked room and lengths. */
/*@ requires range: at <= 2 * 65537 && server_ecdh_params_value(named_curve, point.length);
    requires readable: \valid_read(point.data + (0 .. point.length - 1));
    requires writable: \valid(out + (0 .. at + 3 + point.length));
    requires apart: \separated(out + (0 .. at + 3 + point.length), point.data + (0 .. point.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 3 + point.length];
    ensures end: \result == at + server_ecdh_params_size(point.length);
    ensures written: server_ecdh_params(out, at, \result, named_curve, point.data, point.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_server_ecdh_params(uint8_t *out, uint32_t at, uint32_t named_curve, struct tls12_bytes point);

#endif
