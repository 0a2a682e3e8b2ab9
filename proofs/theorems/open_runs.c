/* A theorem about every run in which the client cannot tell yet whether the handshake is a full or an abbreviated one. */
#include "proofs/theorems/run_step.h"

/* What the open handshake in the state s has to do with the full one in `full` and the abbreviated one in `resumed`. */
/*@ predicate is_open(integer s, integer full, integer resumed) =
      s <= DONE && (0 <= s < RESUMED_TICKET ==> s == full) &&
      (0 <= s <= AFTER_SERVER_HELLO || RESUMED_TICKET <= s < DONE ==> s == resumed) &&
      (s == DONE ==> s == full || s == resumed);
*/

/*@ requires open: n.abbreviated == OPTIONAL && is_open(s, full, resumed);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures open: is_open(run_next(n, s, event),
                          run_next({n \with .abbreviated = (enum tls12_presence)FORBIDDEN}, full, event),
                          run_next({n \with .abbreviated = (enum tls12_presence)REQUIRED}, resumed, event));
*/
static void open_step(struct tls12_negotiation n, int s, int full, int resumed, int event)
{
  (void)n, (void)s, (void)full, (void)resumed, (void)event;
}

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    requires open: n.abbreviated == OPTIONAL;
    terminates \true;
    exits \false;
    assigns \nothing;

    //= build/requirements.md#R5077-3.4-04
    //= type=implication
    //# With a ticket and an empty session_id in ClientHello, the client ignores ServerHello.session_id, whatever it
    //# is, and tells resumption from full handshake by the next message (NewSessionTicket or ChangeCipherSpec versus
    //# Certificate, ServerKeyExchange or ServerHelloDone).
    // 18. Where the next message decides (RFC 5077 section 3.4), each living run is one of a full or of an abbreviated
    //     handshake, so that the theorems about those hold of it.
    ensures decided: alive(n, run, length) ==>
      after(n, run, length) == after({n \with .abbreviated = (enum tls12_presence)FORBIDDEN}, run, length) ||
      after(n, run, length) == after({n \with .abbreviated = (enum tls12_presence)REQUIRED}, run, length);
*/
void open_run(struct tls12_negotiation n, const int *run, int length)
{
  struct tls12_negotiation full = n, abbreviated = n;
  full.abbreviated = FORBIDDEN;
  abbreviated.abbreviated = REQUIRED;
  int s = START, f = START, r = START;

  /*@ loop invariant 0 <= k <= length;
      loop invariant state: s == after(n, run, k);
      loop invariant full: f == after(full, run, k);
      loop invariant abbreviated: r == after(abbreviated, run, k);
      loop invariant open: is_open(s, f, r);
      loop assigns k, s, f, r;
      loop variant length - k; */
  for (int k = 0; k < length; k++) {
    open_step(n, s, f, r, run[k]);
    s = run_step(n, s, run[k]);
    f = run_step(full, f, run[k]);
    r = run_step(abbreviated, r, run[k]);
  }
}
