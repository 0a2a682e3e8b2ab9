#include "handshake/step.h"

#include "machine/due.h"
#include "machine/negotiation.h"

/* What is due may happen: M14. */
/*@ requires state: START <= state && can_answer(n, answer);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures due: \result == client_due(state, answer);
    ensures allowed: \result != NOTHING_DUE ==> 0 <= client_next(n, state, \result);
*/
static int client_turn(struct tls12_negotiation n, int state, int answer)
{
  (void)n;
  return client_send_next(state, answer);
}

/*@ requires state: START <= state && n.abbreviated != OPTIONAL;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures due: \result == server_due(n, state, choice);
    ensures allowed: \result != NOTHING_DUE ==> 0 <= server_next(n, state, \result);
*/
static int server_turn(struct tls12_negotiation n, int state, struct tls12_server_choice choice)
{
  return server_send_next(n, state, choice);
}

int due(const struct tls12_engine *e)
{
  return e->role == TLS12_CLIENT ? client_turn(e->negotiation, e->state, e->client_certificate)
                                 : server_turn(e->negotiation, e->state, e->choice);
}

int step(const struct tls12_engine *e, int event)
{
  return e->role == TLS12_CLIENT ? client_step(e->negotiation, e->state, event)
                                 : server_step(e->negotiation, e->state, event);
}

enum tls12_rule broken_rule(const struct tls12_engine *e, int event)
{
  return e->role == TLS12_CLIENT ? client_refusal_rule(e->negotiation, e->state, event)
                                 : server_refusal_rule(e->state, event);
}

void settle(struct tls12_engine *e)
{
  const enum tls12_presence resumed = e->role == TLS12_SERVER && e->resumed == OPTIONAL ? FORBIDDEN : e->resumed;
  const struct tls12_negotiation n =
      negotiated(e->suite->key_exchange, resumed, e->status_follows, e->ticket_follows, e->negotiation.renegotiation);
  e->negotiation.abbreviated = n.abbreviated;
  e->negotiation.status = n.status;
  e->negotiation.ticket = n.ticket;
  e->negotiation.server_key_exchange = n.server_key_exchange;
  e->negotiation.certificate = n.certificate;
  e->negotiation.fixed = n.fixed;
}

void happened(struct tls12_engine *e, int event)
{
  e->state = step(e, event);
  e->status = e->state == DONE ? TLS12_CONNECTED : TLS12_HANDSHAKING;
}
