/* Another handshake on the same connection: RFC 5246 section 7.4.1.1, and RFC 5746, which ties it to the one before. */
#ifndef TLS12_HANDSHAKE_RENEGOTIATION_H
#define TLS12_HANDSHAKE_RENEGOTIATION_H

#include "handshake/internal.h"

/* What both sides keep of the handshake before. */
/* clang-format off */
#define VERIFY_DATA(e)                                                                                                 \
  (e)->client_verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1], (e)->server_verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1]
/* clang-format on */

/* Whether this side renegotiates: the caller wants it, both sides have shown that they tie handshakes together, and the session
 * is none that RFC 7627 section 5.4 takes that from. */
/*@ requires engine: \valid_read(e) && \valid_read(e->config);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures wanted: \result != 0 ==> e->config->renegotiation != 0 && e->renegotiation_info != 0;
*/
int may_renegotiate(const struct tls12_engine *e);

/* The connection is back at the start of a handshake; its keys stay in use. */
/*@ requires engine: between_messages(e);
    requires machine: e->state == DONE && e->status == TLS12_CONNECTED;
    terminates \true;
    exits \false;
    assigns e->state, e->status, e->negotiation, e->client_certificate, e->transcript, e->resumed, e->ticket_length;
    ensures engine: between_messages(e);
    ensures start: e->state == START && e->status == TLS12_HANDSHAKING && e->negotiation.renegotiation == 1;
*/
void begin_again(struct tls12_engine *e);

/* The server declines the client's ClientHello, if it has sent one: the connection goes on as it was. */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    terminates \true;
    exits \false;
    assigns e->state, e->status, e->negotiation.renegotiation;
    ensures engine: between_messages(e);
*/
void give_up(struct tls12_engine *e);

/* This side wants another handshake: a client begins it, a server asks for it. Answers 0 if not now. */
/*@ requires engine: between_messages(e) && \valid_read(e->config);
    terminates \true;
    exits \false;
    assigns e->state, e->status, e->negotiation, e->client_certificate, e->transcript, e->resumed, e->ticket_length,
      e->message[0 .. 3], e->own_length, e->own_sent;
    ensures engine: between_messages(e);
*/
int renegotiate(struct tls12_engine *e);

/* Writes what renegotiation_info holds: of a ClientHello nothing, or the client's verify_data; of a ServerHello nothing, or both
 * sides'. Answers with its length. */
/*@ requires engine: \valid_read(e);
    requires memory: \valid(out + (0 .. 2 * TLS12_VERIFY_DATA_LENGTH - 1));
    requires apart: \separated(e, out + (0 .. 2 * TLS12_VERIFY_DATA_LENGTH - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. 2 * TLS12_VERIFY_DATA_LENGTH - 1];
    ensures R5746_3_2: \result == (e->negotiation.renegotiation == 0 ? 0 : from == TLS12_CLIENT ? 12 : 24);
*/
uint32_t renegotiated_connection(const struct tls12_engine *e, enum tls12_role from, uint8_t *out);

/* Judges the extension's content in the hello that `from` sent: no fault, or a rule and handshake_failure. */
/*@ requires engine: \valid_read(e);
    requires memory: \valid_read(content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures alert: \result.rule != TLS12_NO_RULE ==> \result.alert == TLS12_HANDSHAKE_FAILURE;
*/
struct tls12_fault judge_renegotiated_connection(const struct tls12_engine *e, enum tls12_role from,
                                                 struct tls12_bytes content);

/* The extensions of the hello are read: fails the connection when the extension had to be there, or the signalling suite must not
 * (server only). */
/*@ requires engine: between_messages(e);
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void require_renegotiation_info(struct tls12_engine *e, int extension, int signalling_suite);

/* Keeps the verify_data of a Finished that `from` sent. */
/*@ requires memory: \valid(e) && \valid_read(verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1));
    requires apart: \separated(e, verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1));
    terminates \true;
    exits \false;
    assigns VERIFY_DATA(e);
    ensures place: same_place{Pre,Post}(e);
*/
void keep_verify_data(struct tls12_engine *e, enum tls12_role from, const uint8_t *verify_data);

#endif
