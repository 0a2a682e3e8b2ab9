/* Sessions in the handshake: which one is offered, whether it is resumed, and what is kept of a new one. RFC 5246 section 7.3,
 * RFC 5077, RFC 7627 section 5.3. */
#ifndef TLS12_HANDSHAKE_RESUMPTION_H
#define TLS12_HANDSHAKE_RESUMPTION_H

#include "handshake/internal.h"
#include "handshake/server_choice.h"

/* ---- both sides ---- */

/* The seconds that a session of this side lasts. */
/*@ requires config: \valid_read(config);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures lifetime: 0 < \result <= TLS12_SESSION_LIFETIME_MAX;
*/
uint32_t session_lifetime(const struct tls12_config *config);

/* The session of this connection with its secret, which the caller clears. */
/*@ requires secrets: secrets_valid(e) && \valid(out) && \separated(e, out);
    terminates \true;
    exits \false;
    assigns *out;
*/
void describe_session(const struct tls12_engine *e, struct tls12_session *out);

/* The hellos are exchanged. When they agree on an abbreviated handshake, or may, the keys are made of the session's secret,
 * e->master_secret. */
/*@ requires secrets: secrets_valid(e);
    requires machine: may_happen(e, ON_SERVER_HELLO);
    requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures place: same_place{Pre,Post}(e);
*/
void resume(struct tls12_engine *e);

/* The handshake is complete: the caller may keep its session. */
/*@ requires secrets: secrets_valid(e) && \valid_read(e->config);
    requires machine: e->state == DONE;
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void keep_session(const struct tls12_engine *e);

/* ---- the client ---- */

/* The session to offer, or NULL; a renegotiation offers none. */
/*@ requires engine: \valid_read(e) && \valid_read(e->config) &&
      (e->config->session == \null || \valid_read(e->config->session));
    terminates \true;
    exits \false;
    assigns \result \from e->config;
    ensures session: \result == \null || \result == e->config->session;
*/
const struct tls12_session *session_to_offer(const struct tls12_engine *e);

/* Whether ClientHello has session_ticket. */
/*@ requires engine: \valid_read(e) && \valid_read(e->config);
    terminates \true;
    exits \false;
    assigns \nothing;
*/
int offers_ticket(const struct tls12_engine *e);

/* ServerHello is read and e->suite is chosen: e->resumed says what comes of the offer. id, at_id: the server's session_id, and
 * where it lies. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires id: id.length <= TLS12_SESSION_ID_MAX && \valid_read(id.data + (0 .. id.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void judge_session_id(struct tls12_engine *e, struct tls12_bytes id, struct tls12_span at_id);

/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, ON_NEW_SESSION_TICKET);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void read_new_session_ticket(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/* ---- the server ---- */

/* Looks for the session that the client offers, by its ticket or else by the session_id at at_id. When it can be resumed e->suite
 * is chosen, and e->resumed is REQUIRED. When it must not even be replaced by a full handshake the connection has failed. */
/*@ requires engine: between_messages(e);
    requires offer: \valid_read(offer);
    requires id: id.length <= TLS12_SESSION_ID_MAX && \valid_read(id.data + (0 .. id.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && (e->resumed == REQUIRED ==> e->suite != \null);
    ensures place: same_place{Pre,Post}(e);
*/
void find_session(struct tls12_engine *e, const struct client_offer *offer, struct tls12_bytes id,
                  struct tls12_span at_id);

/* A full handshake begins: what its session is to be, and how the client is to name it. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires offer: \valid_read(offer);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void begin_session(struct tls12_engine *e, const struct client_offer *offer);

/* The body of NewSessionTicket, in OWN_BODY(e): its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: is_due(e, ON_NEW_SESSION_TICKET);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_new_session_ticket(struct tls12_engine *e);

#endif
