/* Client and server agree: over any exchange they stand in the same state after every message; and each one's accepted
 * runs are living runs, of which the theorems of runs.c speak. */
#include "machine/client.h"
#include "machine/server.h"
#include "proofs/theorems/agreement.h"

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;

    // 16. The runs that the client accepts are the living ones; those that the server accepts are among them.
    ensures client_runs: alive(n, run, length) ==> client_after(n, run, length) == after(n, run, length);
    ensures client_alive: 0 <= client_after(n, run, length) ==> alive(n, run, length);
    ensures server_runs: 0 <= server_after(n, run, length) ==>
      server_after(n, run, length) == after(n, run, length) == client_after(n, run, length);
*/
void accepted_runs(struct tls12_negotiation n, const int *run, int length)
{
  /*@ loop invariant 0 <= k <= length;
      loop invariant client: alive(n, run, k) ==> client_after(n, run, k) == after(n, run, k);
      loop invariant client_alive: 0 <= client_after(n, run, k) ==> alive(n, run, k);
      loop invariant server: 0 <= server_after(n, run, k) ==> server_after(n, run, k) == after(n, run, k);
      loop assigns k;
      loop variant length - k;
  */
  for (int k = 0; k < length; k++)
    ;
}

/*@ // Each of the first `length` messages is one that its sender may send, from where the sender stands.
    predicate exchanged(struct tls12_negotiation n, int *run, integer length) =
      \forall integer k; 0 <= k < length ==>
        0 <= (from_client(run[k]) ? client_next(n, client_after(n, run, k), run[k])
                                  : server_next(n, server_after(n, run, k), run[k]));
*/

/* One message that its sender may send: the other side accepts it. */
/*@ requires state: START <= s;
    requires sent: 0 <= (from_client(event) ? client_next(n, s, event) : server_next(n, s, event));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: 0 <= \result == client_next(n, s, event) == server_next(n, s, event);
*/
static int exchange_step(struct tls12_negotiation n, int s, int event)
{
  return client_step(n, s, event);
}

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    requires exchanged(n, run, length);
    terminates \true;
    exits \false;
    assigns \nothing;

    // 17. After any exchange both sides stand in the same state, and neither has refused a message: when one has
    //     completed the handshake, so has the other, over the same messages.
    ensures agreement: 0 <= client_after(n, run, length) == server_after(n, run, length);
*/
void agreement(struct tls12_negotiation n, const int *run, int length)
{
  int s = START;
  /*@ loop invariant 0 <= k <= length;
      loop invariant alive: 0 <= s;
      loop invariant client: s == client_after(n, run, k);
      loop invariant server: s == server_after(n, run, k);
      loop assigns k, s;
      loop variant length - k;
  */
  for (int k = 0; k < length; k++) s = exchange_step(n, s, run[k]);
}
