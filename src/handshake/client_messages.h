/* What is in the messages of a client: it makes the bodies of its own, and acts on those of the server's. Nothing here sends,
 * derives keys or moves the handshake on: that is client.c. A failure shows in e->status. */
#ifndef TLS12_HANDSHAKE_CLIENT_MESSAGES_H
#define TLS12_HANDSHAKE_CLIENT_MESSAGES_H

#include "handshake/internal.h"

/* The body of ClientHello, in OWN_BODY(e): its length. */
/*@ requires engine: between_messages(e);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_client_hello(struct tls12_engine *e);

/* The body of ClientKeyExchange, in OWN_BODY(e): its length; and the premaster secret. The caller clears all of premaster. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires memory: \valid(premaster + (0 .. TLS12_PREMASTER_MAX - 1)) && \valid(premaster_length);
    requires apart: \separated(e, premaster + (0 .. TLS12_PREMASTER_MAX - 1), premaster_length);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1], premaster[0 .. TLS12_PREMASTER_MAX - 1], *premaster_length;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM &&
      *premaster_length <= TLS12_PREMASTER_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_client_key_exchange(struct tls12_engine *e, uint8_t *premaster, uint32_t *premaster_length);

/* Chooses e->suite. */
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
void read_server_hello(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/*@ requires engine: between_messages(e) && e->suite != \null;
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->suite != \null;
    ensures place: same_place{Pre,Post}(e);
*/
void read_server_certificate(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/*@ requires engine: between_messages(e) && e->suite != \null;
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->suite != \null;
    ensures place: same_place{Pre,Post}(e);
*/
void read_server_key_exchange(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/* CertificateStatus: the caller judges the response. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, ON_CERTIFICATE_STATUS);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void read_certificate_status(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/* Chooses what the client answers with: e->client_certificate. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, ON_CERTIFICATE_REQUEST);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->suite != \null;
    ensures machine: may_happen(e, ON_CERTIFICATE_REQUEST) && e->role == \old(e->role) && e->state == \old(e->state);
*/
void read_certificate_request(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/* The body of CertificateVerify, in OWN_BODY(e): its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: is_due(e, ON_CERTIFICATE_VERIFY);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_certificate_verify(struct tls12_engine *e);

#endif
