/* Runs: any list of messages whatever. The theorems of proofs/theorems/runs.c speak of them, however long they are.
 *
 * A run is alive as long as each message was a step of the flows, or a HelloRequest. Nothing here says
 * which messages a living run holds: that follows from `flow_next`. proofs/theorems/agreement.c shows that a run that
 * the client accepts, and one that the server accepts, is a living run, so that each theorem holds of both.
 */
#ifndef TLS12_SPEC_RUNS_H
#define TLS12_SPEC_RUNS_H

#include "spec/flow.h"

/*@ // A HelloRequest may come at any time and belongs to no flow (RFC 5246 section 7.4.1.1).
    logic integer run_next(struct tls12_negotiation n, integer s, integer m) =
      s < 0 || m == ON_HELLO_REQUEST ? s : flow_next(n, s, m);

    // Where the handshake stands after the first k messages.
    logic integer after(struct tls12_negotiation n, int *run, integer k) =
      k <= 0 ? START : run_next(n, after(n, run, k - 1), run[k - 1]);

    predicate alive(struct tls12_negotiation n, int *run, integer k) = 0 <= after(n, run, k);
    predicate complete(struct tls12_negotiation n, int *run, integer k) = after(n, run, k) == DONE;

    // The k-th message is an m, and it is accepted.
    predicate accepts(struct tls12_negotiation n, int *run, integer k, integer m) =
      0 < k && run[k - 1] == m && alive(n, run, k);

    // The index of the last m among the first k messages, or -1.
    logic integer place(int *run, integer k, integer m) =
      k <= 0 ? -1 : run[k - 1] == m ? k - 1 : place(run, k - 1, m);

    predicate has(int *run, integer k, integer m) = 0 <= place(run, k, m);

    // The last of the first k messages, HelloRequest and application data aside, or -1.
    logic boolean aside(integer m) = m == ON_HELLO_REQUEST || m == ON_CLIENT_DATA || m == ON_SERVER_DATA;
    logic integer latest(int *run, integer k) =
      k <= 0 ? -1 : aside(run[k - 1]) ? latest(run, k - 1) : run[k - 1];
*/

#endif
