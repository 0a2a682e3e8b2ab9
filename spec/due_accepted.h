/* What is due is never refused: whoever sends what is due, and nothing else of the handshake, is never out of order. */
#ifndef TLS12_SPEC_DUE_ACCEPTED_H
#define TLS12_SPEC_DUE_ACCEPTED_H

#include "spec/client_machine.h"
#include "spec/due.h"
#include "spec/server_machine.h"

/*@ // 14. What is due is never refused.
    lemma client_due_accepted: \forall struct tls12_negotiation n, integer s, answer;
      START <= s && can_answer(n, answer) && client_due(s, answer) != NOTHING_DUE ==>
        from_client(client_due(s, answer)) && 0 <= client_next(n, s, client_due(s, answer));
    lemma server_due_accepted: \forall struct tls12_negotiation n, integer s, struct tls12_server_choice c;
      START <= s && n.abbreviated != OPTIONAL && server_due(n, s, c) != NOTHING_DUE ==>
        !from_client(server_due(n, s, c)) && 0 <= server_next(n, s, server_due(n, s, c));
*/

#endif
