/* ServerDHParams, RFC 5246 section 7.4.3: what the ServerKeyExchange messages of the Diffie-Hellman key exchanges share. */
#ifndef TLS12_MESSAGE_SERVER_DH_PARAMS_H
#define TLS12_MESSAGE_SERVER_DH_PARAMS_H

#include "spec/server_dh_params.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_dh_params {
  struct tls12_span dh_p, dh_g, dh_Ys;
};

/*@ predicate server_dh_params_in{L}(uint8_t *b, integer i, integer e, struct server_dh_params *v) =
      server_dh_params(b, i, e,
        b + v->dh_p.offset, v->dh_p.length,
        b + v->dh_g.offset, v->dh_g.length,
        b + v->dh_Ys.offset, v->dh_Ys.length);

    predicate server_dh_params_spans{L}(integer i, integer e, struct server_dh_params *v) =
      v->dh_p.offset == i + 2 &&
      v->dh_g.offset == v->dh_p.offset + v->dh_p.length + 2 &&
      v->dh_Ys.offset == v->dh_g.offset + v->dh_g.length + 2 &&
      e == v->dh_Ys.offset + v->dh_Ys.length;
*/

/* The offset after the parameters at offset `at`, or 0 if they are malformed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_params: \result == server_dh_params_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 9 <= \result <= end;
*/
uint32_t read_server_dh_params(const uint8_t *bytes, uint32_t at, uint32_t end);

/* What is wrong with malformed ones. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == server_dh_params_rule(bytes, at, end);
    ensures where: \result.offset == server_dh_params_offset(bytes, at, end);
    ensures extent: \result.length == server_dh_params_extent(bytes, at, end);
    ensures alert: \result.alert == TLS12_DECODE_ERROR;
*/
struct tls12_fault server_dh_params_fault(const uint8_t *bytes, uint32_t at, uint32_t end);

/* The fields of those at offset `at`, which are well-formed. */
/*@ requires range: at <= end <= TLS12_BODY_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, bytes + (at .. end - 1));
    requires well_formed: server_dh_params_end(bytes, at, end) != 0;
    terminates \true;
    exits \false;
    assigns *value;
    ensures value: server_dh_params_in(bytes, at, server_dh_params_end(bytes, at, end), value);
    ensures spans: server_dh_params_spans(at, server_dh_params_end(bytes, at, end), value);
*/
void find_server_dh_params(const uint8_t *bytes, uint32_t at, uint32_t end, struct server_dh_params *value);

/* Writes them to out[at ..] and answers with the offset after them. The caller has checked room and lengths. */
/*@ requires range: at <= 2 * 65537 && server_dh_params_value(dh_p.length, dh_g.length, dh_Ys.length);
    requires readable: \valid_read(dh_p.data + (0 .. dh_p.length - 1)) &&
                       \valid_read(dh_g.data + (0 .. dh_g.length - 1)) &&
                       \valid_read(dh_Ys.data + (0 .. dh_Ys.length - 1));
    requires writable: \valid(out + (0 .. at + 5 + dh_p.length + dh_g.length + dh_Ys.length));
    requires apart:
      \separated(out + (0 .. at + 5 + dh_p.length + dh_g.length + dh_Ys.length), dh_p.data + (0 .. dh_p.length - 1)) &&
      \separated(out + (0 .. at + 5 + dh_p.length + dh_g.length + dh_Ys.length), dh_g.data + (0 .. dh_g.length - 1)) &&
      \separated(out + (0 .. at + 5 + dh_p.length + dh_g.length + dh_Ys.length), dh_Ys.data + (0 .. dh_Ys.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 5 + dh_p.length + dh_g.length + dh_Ys.length];
    ensures end: \result == at + server_dh_params_size(dh_p.length, dh_g.length, dh_Ys.length);
    ensures written: server_dh_params(out, at, \result, dh_p.data, dh_p.length, dh_g.data, dh_g.length,
                                      dh_Ys.data, dh_Ys.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_server_dh_params(uint8_t *out, uint32_t at, struct tls12_bytes dh_p, struct tls12_bytes dh_g,
                                struct tls12_bytes dh_Ys);

#endif
