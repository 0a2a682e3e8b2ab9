/* No state of the flows is unreachable, and none is a dead end.
 *
 * Every message leads to a state of a greater number, so these facts about single steps are facts about all runs: from
 * START, step by step, to each possible state; and from each of them, by what is due, to DONE.
 */
#ifndef TLS12_THEOREMS_STATES_H
#define TLS12_THEOREMS_STATES_H

#include "spec/due.h"
#include "spec/runs.h"

/*@ // The states in which a handshake can be, after hellos that settled n.
    predicate is_possible(struct tls12_negotiation n, integer s) =
      START <= s <= DONE &&
      (AFTER_SERVER_CERTIFICATE <= s <= AFTER_SERVER_CCS ==> may_be_full(n)) &&
      (RESUMED_TICKET <= s < DONE ==> may_be_abbreviated(n)) &&
      (s == AFTER_SERVER_CERTIFICATE || s == AFTER_CERTIFICATE_STATUS || s == AFTER_CERTIFICATE_REQUEST ||
       s == AFTER_HELLO_DONE_ASKED || s == AFTER_CLIENT_CERTIFICATE || s == AFTER_SIGNING_CERTIFICATE ||
       s == AFTER_CLIENT_KEY_SIGNING || s == AFTER_CERTIFICATE_VERIFY ==> n.certificate) &&
      (s == AFTER_CERTIFICATE_STATUS ==> n.status) &&
      (s == AFTER_SERVER_KEY_EXCHANGE ==> may_have_key(n)) &&
      (s == AFTER_TICKET || s == RESUMED_TICKET ==> n.ticket);

    // A state before s, and the message that led from there to s.
    logic integer before_request(struct tls12_negotiation n) =
      must_have_key(n) ? AFTER_SERVER_KEY_EXCHANGE : n.certificate ? AFTER_SERVER_CERTIFICATE : AFTER_SERVER_HELLO;
    logic integer previous_state(struct tls12_negotiation n, integer s) =
      s == AFTER_CLIENT_HELLO        ? START :
      s == AFTER_SERVER_HELLO        ? AFTER_CLIENT_HELLO :
      s == AFTER_SERVER_CERTIFICATE  ? AFTER_SERVER_HELLO :
      s == AFTER_CERTIFICATE_STATUS  ? AFTER_SERVER_CERTIFICATE :
      s == AFTER_SERVER_KEY_EXCHANGE ? (n.certificate ? AFTER_SERVER_CERTIFICATE : AFTER_SERVER_HELLO) :
      s == AFTER_CERTIFICATE_REQUEST ? before_request(n) :
      s == AFTER_HELLO_DONE          ? before_request(n) :
      s == AFTER_HELLO_DONE_ASKED    ? AFTER_CERTIFICATE_REQUEST :
      s == AFTER_CLIENT_CERTIFICATE  ? AFTER_HELLO_DONE_ASKED :
      s == AFTER_SIGNING_CERTIFICATE ? AFTER_HELLO_DONE_ASKED :
      s == AFTER_CLIENT_KEY_EXCHANGE ? AFTER_HELLO_DONE :
      s == AFTER_CLIENT_KEY_SIGNING  ? AFTER_SIGNING_CERTIFICATE :
      s == AFTER_CERTIFICATE_VERIFY  ? AFTER_CLIENT_KEY_SIGNING :
      s == AFTER_CLIENT_CCS          ? AFTER_CLIENT_KEY_EXCHANGE :
      s == AFTER_CLIENT_FINISHED     ? AFTER_CLIENT_CCS :
      s == AFTER_TICKET              ? AFTER_CLIENT_FINISHED :
      s == AFTER_SERVER_CCS          ? (n.ticket ? AFTER_TICKET : AFTER_CLIENT_FINISHED) :
      s == RESUMED_TICKET            ? AFTER_SERVER_HELLO :
      s == RESUMED_SERVER_CCS        ? (n.ticket ? RESUMED_TICKET : AFTER_SERVER_HELLO) :
      s == RESUMED_SERVER_FINISHED   ? RESUMED_SERVER_CCS :
      s == RESUMED_CLIENT_CCS        ? RESUMED_SERVER_FINISHED :
                                       (may_be_full(n) ? AFTER_SERVER_CCS : RESUMED_CLIENT_CCS);
    logic integer message_to(struct tls12_negotiation n, integer s) =
      s == AFTER_CLIENT_HELLO                                       ? ON_CLIENT_HELLO :
      s == AFTER_SERVER_HELLO                                       ? ON_SERVER_HELLO :
      s == AFTER_SERVER_CERTIFICATE                                 ? ON_SERVER_CERTIFICATE :
      s == AFTER_CERTIFICATE_STATUS                                 ? ON_CERTIFICATE_STATUS :
      s == AFTER_SERVER_KEY_EXCHANGE                                ? ON_SERVER_KEY_EXCHANGE :
      s == AFTER_CERTIFICATE_REQUEST                                ? ON_CERTIFICATE_REQUEST :
      s == AFTER_HELLO_DONE || s == AFTER_HELLO_DONE_ASKED          ? ON_SERVER_HELLO_DONE :
      s == AFTER_CLIENT_CERTIFICATE                                 ? ON_EMPTY_CERTIFICATE :
      s == AFTER_SIGNING_CERTIFICATE                                ? ON_SIGNING_CERTIFICATE :
      s == AFTER_CLIENT_KEY_EXCHANGE || s == AFTER_CLIENT_KEY_SIGNING ? ON_CLIENT_KEY_EXCHANGE :
      s == AFTER_CERTIFICATE_VERIFY                                 ? ON_CERTIFICATE_VERIFY :
      s == AFTER_CLIENT_CCS || s == RESUMED_CLIENT_CCS              ? ON_CLIENT_CCS :
      s == AFTER_CLIENT_FINISHED                                    ? ON_CLIENT_FINISHED :
      s == AFTER_TICKET || s == RESUMED_TICKET                      ? ON_NEW_SESSION_TICKET :
      s == AFTER_SERVER_CCS || s == RESUMED_SERVER_CCS              ? ON_SERVER_CCS :
      s == RESUMED_SERVER_FINISHED || may_be_full(n)                ? ON_SERVER_FINISHED : ON_CLIENT_FINISHED;

    // 19. A handshake is in possible states only, and goes forward: no state comes again.
    lemma start_is_possible: \forall struct tls12_negotiation n; is_possible(n, START);
    lemma step_is_possible: \forall struct tls12_negotiation n, integer s, m;
      is_possible(n, s) && flow_next(n, s, m) != NO_STEP ==> is_possible(n, flow_next(n, s, m));
    lemma step_goes_forward: \forall struct tls12_negotiation n, integer s, m;
      is_possible(n, s) && flow_next(n, s, m) != NO_STEP && !aside(m) ==> s < flow_next(n, s, m);

    // 20. Each possible state is reached: a step leads to it from a possible state of a smaller number.
    lemma state_is_reached: \forall struct tls12_negotiation n, integer s;
      is_possible(n, s) && s != START ==>
        is_possible(n, previous_state(n, s)) && previous_state(n, s) < s &&
        flow_next(n, previous_state(n, s), message_to(n, s)) == s;

    // 21. No state is lost: what is due leads on, up to the end.
    lemma state_leads_on: \forall struct tls12_negotiation n, integer s, answer, struct tls12_server_choice c;
      is_possible(n, s) && s != DONE && can_answer(n, answer) ==>
        s < flow_next(n, s, client_due(s, answer) != NOTHING_DUE ? client_due(s, answer) : server_due(n, s, c));
*/

#endif
