/* What is in the messages of a server: it makes the bodies of its own, and acts on those of the client's. Nothing here sends,
 * derives keys or moves the handshake on: that is server.c. A failure shows in e->status. */
#ifndef TLS12_HANDSHAKE_SERVER_MESSAGES_H
#define TLS12_HANDSHAKE_SERVER_MESSAGES_H

#include "handshake/internal.h"

/* Chooses e->suite and its parameters. */
/*@ requires engine: between_messages(e);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->suite != \null;
    ensures place: same_place{Pre,Post}(e);
*/
void read_client_hello(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/* The bodies of this side's messages, in OWN_BODY(e): their length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM && e->suite != \null;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_server_hello(struct tls12_engine *e);

/*@ requires engine: between_messages(e) && e->suite != \null;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM && e->suite != \null;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_server_key_exchange(struct tls12_engine *e);

/* The premaster secret of ClientKeyExchange: its length. The caller clears all of premaster. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    requires memory: \valid(premaster + (0 .. TLS12_PREMASTER_MAX - 1));
    requires apart: \separated(premaster + (0 .. TLS12_PREMASTER_MAX - 1), e, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), premaster[0 .. TLS12_PREMASTER_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= TLS12_PREMASTER_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t read_client_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length, uint8_t *premaster);

/* The body of CertificateStatus, in OWN_BODY(e): its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: is_due(e, ON_CERTIFICATE_STATUS);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_certificate_status(struct tls12_engine *e);

/* The body of CertificateRequest, in OWN_BODY(e): its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: is_due(e, ON_CERTIFICATE_REQUEST);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->every_pair, e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_certificate_request(struct tls12_engine *e);

/* Judges the client's certificate: e->client_certificate says which kind it is. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, ON_EMPTY_CERTIFICATE);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->suite != \null;
    ensures machine: may_happen(e, ON_EMPTY_CERTIFICATE) && e->role == \old(e->role) && e->state == \old(e->state);
    ensures kind: e->status < TLS12_CLOSED ==> may_happen(e, e->client_certificate);
*/
void read_client_certificate(struct tls12_engine *e, const uint8_t *body, uint32_t length);

#endif
