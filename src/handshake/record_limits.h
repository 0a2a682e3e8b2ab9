/* How long records may be: max_fragment_length (RFC 6066 section 4) and record_size_limit (RFC 8449). */
#ifndef TLS12_HANDSHAKE_RECORD_LIMITS_H
#define TLS12_HANDSHAKE_RECORD_LIMITS_H

#include "handshake/internal.h"

/* ---- what the hellos say ---- */

/* Writes the extensions of ClientHello, and those of ServerHello, at list[at]; answers with where they end, at most 11 bytes on. */
/*@ requires engine: \valid_read(e) && \valid_read(e->config);
    requires memory: at <= 65535 && \valid(list + (at .. at + 10)) && \separated(e, list + (at .. at + 10));
    terminates \true;
    exits \false;
    assigns list[at .. at + 10];
    ensures end: at <= \result <= at + 11;
*/
uint32_t offer_limits(const struct tls12_engine *e, uint8_t *list, uint32_t at);
/*@ requires engine: \valid_read(e) && \valid_read(e->config);
    requires memory: at <= 65535 && \valid(list + (at .. at + 10)) && \separated(e, list + (at .. at + 10));
    terminates \true;
    exits \false;
    assigns list[at .. at + 10];
    ensures end: at <= \result <= at + 11;
*/
uint32_t answer_limits(const struct tls12_engine *e, uint8_t *list, uint32_t at);

/* The body of max_fragment_length in ServerHello: no fault, or the rule that it breaks. */
/*@ requires engine: \valid(e) && \valid_read(e->config);
    requires memory: content.length <= TLS12_BODY_MAX && \valid_read(content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns e->max_fragment;
    //= build/requirements.md#R6066-4-03
    //# A response different from the request makes the client abort with illegal_parameter.
    ensures answered: \result.rule == TLS12_NO_RULE ==> e->max_fragment == e->config->max_fragment;
    ensures place: same_place{Pre,Post}(e);
*/
struct tls12_fault read_max_fragment_answer(struct tls12_engine *e, struct tls12_bytes content);

/* The body of record_size_limit in either hello: no fault, or the rule that it breaks. */
/*@ requires engine: \valid(e) && \valid_read(e->config);
    requires memory: content.length <= TLS12_BODY_MAX && \valid_read(content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns e->record_size_limit;
    ensures bound: \result.rule == TLS12_NO_RULE ==>
      e->record_size_limit == 0 || 64 <= e->record_size_limit <= TLS12_PLAINTEXT_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
struct tls12_fault read_record_size_limit(struct tls12_engine *e, struct tls12_bytes content);

/* The server grants what max_fragment_length of ClientHello asks for, where it lies in the body. */
/*@ requires engine: between_messages(e);
    requires body: where.offset + where.length <= TLS12_BODY_MAX && \valid_read(body + (where.offset .. where.offset + where.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->max_fragment;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
void grant_max_fragment(struct tls12_engine *e, const uint8_t *body, struct tls12_span where);

/* The peer's hello is read. What this side sends keeps to a limit at once (record_size_limit is about protected records only, but GnuTLS
 * takes it for all), what it takes to max_fragment_length at once; all else changes with ChangeCipherSpec. */
/*@ requires engine: between_messages(e);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->write_limit, e->read_limit, e->read_limit_rule;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void settle_limits(struct tls12_engine *e);

/* ---- what holds ---- */

/* max_fragment_length of the session: as the hellos say, or as its first handshake said. 0: none. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R6066-4-05
    //# The limit lasts for the session including resumptions.
    ensures fragment: \result == (e->record_size_limit != 0 ? 0 : e->max_fragment != 0 || e->resumed == FORBIDDEN ?
      e->max_fragment : e->session.max_fragment);
*/
uint32_t fragment_in_force(const struct tls12_engine *e);

/* The most bytes of content in the records that this handshake's keys protect, as agreed; 0: 2^14. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R8449-4-03
    //# No protected record with plaintext above the peers limit is generated; unprotected records are exempt.
    ensures peer: 0 < e->record_size_limit ==> \result == e->record_size_limit;
*/
uint32_t agreed_write_limit(const struct tls12_engine *e);

/* What the peer sends is held to what was agreed, from now on. */
/*@ requires engine: \valid(e) && \valid_read(e->config);
    terminates \true;
    exits \false;
    assigns e->read_limit, e->read_limit_rule;
    ensures place: same_place{Pre,Post}(e);
*/
void limit_reading(struct tls12_engine *e);

/* The length of the fragment in a record's header, before any of it is read, and that of its content: no fault, or record_overflow. */
/*@ requires engine: \valid_read(e) && record_key_ready(&e->read_key);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures alert: \result.alert == (\result.rule == TLS12_NO_RULE ? TLS12_NO_ALERT : TLS12_RECORD_OVERFLOW);
    ensures unlimited: e->read_limit == 0 ==> \result.rule == TLS12_NO_RULE;
*/
struct tls12_fault check_fragment_length(const struct tls12_engine *e, uint32_t length);
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures alert: \result.alert == (\result.rule == TLS12_NO_RULE ? TLS12_NO_ALERT : TLS12_RECORD_OVERFLOW);
    //= build/requirements.md#R8449-4-05
    //# A record above the receivers own advertised limit is answered with record_overflow.
    ensures accepted: \result.rule == TLS12_NO_RULE <==> e->read_limit == 0 || length <= e->read_limit;
*/
struct tls12_fault check_content_length(const struct tls12_engine *e, uint32_t length);

#endif
