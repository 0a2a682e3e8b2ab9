/* Where the handshake of an engine stands. Only these functions change that. What the engine does in the handshake (a message
 * sent or accepted, keys made or put to use, completion, application data) asks in its contract for a state in which the
 * machine of this side allows it, in the words of this file. */
#ifndef TLS12_HANDSHAKE_STEP_H
#define TLS12_HANDSHAKE_STEP_H

#include "handshake/engine.h"
#include "spec/due_accepted.h"

/*@ // Where the handshake stands after event m, and whether m may happen now.
    logic integer next_of{L}(struct tls12_engine *e, integer m) =
      e->role == TLS12_CLIENT ? client_next(e->negotiation, e->state, m) : server_next(e->negotiation, e->state, m);
    predicate may_happen{L}(struct tls12_engine *e, integer m) = 0 <= next_of(e, m);

    // The handshake stands where it stood. (Field by field: the provers do not see into structures well.)
    predicate same_place{K,L}(struct tls12_engine *e) =
      \at(e->role, K) == \at(e->role, L) &&
      \at(e->state, K) == \at(e->state, L) &&
      \at(e->client_certificate, K) == \at(e->client_certificate, L) &&
      \at(e->negotiation.abbreviated, K) == \at(e->negotiation.abbreviated, L) &&
      \at(e->negotiation.server_key_exchange, K) == \at(e->negotiation.server_key_exchange, L) &&
      \at(e->negotiation.certificate, K) == \at(e->negotiation.certificate, L) &&
      \at(e->negotiation.fixed, K) == \at(e->negotiation.fixed, L) &&
      \at(e->negotiation.status, K) == \at(e->negotiation.status, L) &&
      \at(e->negotiation.ticket, K) == \at(e->negotiation.ticket, L) &&
      \at(e->negotiation.renegotiation, K) == \at(e->negotiation.renegotiation, L) &&
      \at(e->choice.status, K) == \at(e->choice.status, L) &&
      \at(e->choice.key, K) == \at(e->choice.key, L) &&
      \at(e->choice.request, K) == \at(e->choice.request, L);

    // This side's message that is due.
    logic integer due_of{L}(struct tls12_engine *e) =
      e->role == TLS12_CLIENT ? client_due(e->state, e->client_certificate)
                              : server_due(e->negotiation, e->state, e->choice);
    predicate is_due{L}(struct tls12_engine *e, integer m) = m != NOTHING_DUE && m == due_of(e);

    // What this side, and what the peer, sends, as events: a handshake message of this type, and the rest.
    logic integer own_message{L}(struct tls12_engine *e, integer type) =
      e->role == TLS12_SERVER ? server_message(type) :
      type == TLS12_CERTIFICATE ? e->client_certificate : client_message(type);
    logic integer peer_message{L}(struct tls12_engine *e, integer type) =
      e->role == TLS12_CLIENT ? server_message(type) : client_message(type);
    logic integer own_ccs{L}(struct tls12_engine *e) = e->role == TLS12_CLIENT ? ON_CLIENT_CCS : ON_SERVER_CCS;
    logic integer peer_ccs{L}(struct tls12_engine *e) = e->role == TLS12_CLIENT ? ON_SERVER_CCS : ON_CLIENT_CCS;
    logic integer own_data{L}(struct tls12_engine *e) = e->role == TLS12_CLIENT ? ON_CLIENT_DATA : ON_SERVER_DATA;
    logic integer peer_data{L}(struct tls12_engine *e) = e->role == TLS12_CLIENT ? ON_SERVER_DATA : ON_CLIENT_DATA;

    // The engine is in a state of the machine, and connected if and only if the handshake is complete. A server decides itself
    // whether that is an abbreviated one.
    predicate stands{L}(struct tls12_engine *e) =
      TLS12_CLIENT <= e->role <= TLS12_SERVER && START <= e->state <= DONE &&
      (e->role == TLS12_SERVER ==> e->negotiation.abbreviated != OPTIONAL) &&
      can_answer(e->negotiation, e->client_certificate) &&
      (e->state <= AFTER_CLIENT_HELLO ==> e->client_certificate == ON_EMPTY_CERTIFICATE) &&
      (e->status < TLS12_CLOSED ==> (e->status == TLS12_CONNECTED <==> e->state == DONE));
*/

/* This side's message that is due, or NOTHING_DUE. */
/*@ requires engine: \valid_read(e) && stands(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures due: \result == due_of(e);
    ensures allowed: \result != NOTHING_DUE ==> is_due(e, \result) && may_happen(e, \result);
*/
int due(const struct tls12_engine *e);

/* What the machine makes of the event: the next state, or minus the alert. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures next: \result == next_of(e, event);
*/
int step(const struct tls12_engine *e, int event);

/* The rule that an event which may not happen breaks. */
/*@ requires engine: \valid_read(e);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result ==
      (e->role == TLS12_CLIENT ? client_rule(e->negotiation, e->state, event) : server_rule(e->state, event));
*/
enum tls12_rule broken_rule(const struct tls12_engine *e, int event);

/* The hellos are read, and e->suite is chosen: the machine is told what they settle. */
/*@ requires engine: \valid(e) && stands(e) && \valid_read(e->suite) && \separated(e, e->suite);
    requires machine: may_happen(e, e->role == TLS12_CLIENT ? ON_SERVER_HELLO : ON_CLIENT_HELLO);
    terminates \true;
    exits \false;
    assigns e->negotiation.server_key_exchange, e->negotiation.certificate, e->negotiation.fixed, e->negotiation.abbreviated,
      e->negotiation.status, e->negotiation.ticket;
    ensures stands: stands(e);
    ensures resumed: e->negotiation.abbreviated ==
      (e->role == TLS12_SERVER && e->resumed == OPTIONAL ? FORBIDDEN : e->resumed);
    ensures ticket: e->negotiation.ticket == e->ticket_follows;
    ensures status: e->negotiation.status == e->status_follows;
    ensures certificate: e->negotiation.certificate != 0 <==> kx_certificate(e->suite->key_exchange);
    ensures key: e->negotiation.server_key_exchange == kx_server_key_exchange(e->suite->key_exchange);
    ensures machine: may_happen(e, e->role == TLS12_CLIENT ? ON_SERVER_HELLO : ON_CLIENT_HELLO);
*/
void settle(struct tls12_engine *e);

/* The event has happened, with all that belongs to it. When the handshake is complete then, the engine is connected: the one
 * place that says so. */
/*@ requires engine: \valid(e) && stands(e) && e->status < TLS12_CLOSED;
    requires machine: may_happen(e, event);
    terminates \true;
    exits \false;
    assigns e->state, e->status;
    ensures stands: stands(e);
    ensures state: e->state == \old(next_of(e, event));
    ensures complete: e->status == (\old(next_of(e, event)) == DONE ? TLS12_CONNECTED : TLS12_HANDSHAKING);
*/
void happened(struct tls12_engine *e, int event);

#endif
