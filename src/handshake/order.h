/* The order of things: what is due goes out (sending.c), what comes in (content.c) is judged by the machine first (receiving.c),
 * and then the handshake goes on (order.c). */
#ifndef TLS12_HANDSHAKE_ORDER_H
#define TLS12_HANDSHAKE_ORDER_H

#include "handshake/internal.h"
#include "handshake/renegotiation.h"

/* Whether the peer's event may come now. If not, the connection has failed with the machine's alert. */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
    ensures machine: \result != 0 ==> may_happen(e, event) && e->status == \old(e->status);
    ensures keys: \result != 0 && \old(record_key_ready(&e->next_read_key)) ==> record_key_ready(&e->next_read_key);
    ensures refused: \result == 0 ==> e->status >= TLS12_CLOSED;
    ensures suite: \result != 0 && event != ON_HELLO_REQUEST && event != ON_CLIENT_HELLO && event != ON_SERVER_HELLO &&
      event != ON_CLIENT_DATA && event != ON_SERVER_DATA ==> e->suite != \null;
*/
int may_come(struct tls12_engine *e, int event);

/* The event has happened, unless the connection failed over it. A complete handshake needs its secrets no more. */
/*@ requires engine: between_messages(e);
    requires machine: e->status < TLS12_CLOSED ==> may_happen(e, event);
    requires suite: e->status < TLS12_CLOSED && hello_read(e->role, next_of(e, event)) ==> e->suite != \null;
    terminates \true;
    exits \false;
    assigns e->state, e->status, e->next_read_key, e->next_write_key, e->master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1],
      e->private_share[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures engine: between_messages(e);
*/
void go_on(struct tls12_engine *e, int event);

/* Sends what is due. Answers whether something was, and there was room. */
/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires key: record_key_ready(&e->next_write_key);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), VERIFY_DATA(e), e->state, e->write_key, e->writing_protected, e->message[..], e->own_length, e->own_sent,
      e->transcript.sha256.state, e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
*/
int send_due(struct tls12_engine *e);

/* Warnings and empty records in a row that a peer may send; a limit of this implementation. */
#define IDLE_RECORDS_MAX 32

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED && e->idle_records <= IDLE_RECORDS_MAX;
    requires room: e->output_end + TLS12_RECORD_HEADER + 2 + EXPANSION_MAX <= TLS12_RECORD_MAX;
    requires message: HEADER <= e->incoming.length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation, e->state, VERIFY_DATA(e), e->transcript, e->idle_records;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
*/
void use_message(struct tls12_engine *e);

/*@ requires engine: between_messages(e) && input_valid(e) && e->status < TLS12_CLOSED;
    requires key: record_key_ready(&e->next_read_key);
    terminates \true;
    exits \false;
    assigns FAILING(e), e->read_key, e->reading_protected, e->read_limit, e->read_limit_rule, e->state, e->content_at;
    ensures engine: between_messages(e);
*/
void use_change_cipher_spec(struct tls12_engine *e);

/* Application data stays where it is until the caller has taken it. */
/*@ requires engine: between_messages(e) && input_valid(e) && e->status < TLS12_CLOSED && e->idle_records <= IDLE_RECORDS_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), e->idle_records;
    ensures engine: between_messages(e);
    ensures machine: e->status < TLS12_CLOSED ==> may_happen(e, peer_data(e));
*/
void use_application_data(struct tls12_engine *e);

/* Uses the content of the opened record. Answers whether there is more to do. */
int use_content(struct tls12_engine *e);

#endif
