/* Theorems about every run of an abbreviated handshake; the proof goes as in full_runs.c. */
#include "proofs/theorems/abbreviated_runs.h"
#include "proofs/theorems/places_step.h"
#include "proofs/theorems/run_step.h"

/* One message more, which leads from the state s to t: every fact is kept. */
/*@ requires abbreviated: n.abbreviated == REQUIRED && t == run_next(n, s, event);
    requires before: 0 <= k && places_before(at, k);
    requires so_far: abbreviated_so_far(n, at, s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures state: abbreviated_state(t);
    ensures before: places_before(\result, k + 1);
    ensures moved: places_moved(at, event, k, \result);
    ensures client_hello: abbreviated_client_hello(\result, t);
    ensures server_hello: abbreviated_server_hello(\result, t);
    ensures new_ticket: abbreviated_new_ticket(n, \result, t);
    ensures no_ticket: abbreviated_no_ticket(n, \result, t);
    ensures server_ccs: abbreviated_server_ccs(n, \result, t);
    ensures server_finished: abbreviated_server_finished(\result, t);
    ensures client_ccs: abbreviated_client_ccs(\result, t);
    ensures client_finished: abbreviated_client_finished(\result, t);
    ensures server_flight: abbreviated_server_flight(\result, t);
    ensures client_flight: abbreviated_client_flight(\result, t);
    ensures server_ccs_state: event == ON_SERVER_CCS && 0 <= t ==> t == RESUMED_SERVER_CCS;
    ensures client_ccs_state: event == ON_CLIENT_CCS && 0 <= t ==> t == RESUMED_CLIENT_CCS;
*/
static struct places abbreviated_step(struct tls12_negotiation n, int s, int event, int t, int k, struct places at)
{
  (void)n, (void)s, (void)t;
  return places_after(at, event, k);
}

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    requires abbreviated: n.abbreviated == REQUIRED;
    terminates \true;
    exits \false;
    assigns \nothing;

    // 7. No ChangeCipherSpec before the hellos, from which the keys are made.
    ensures keys_first: accepts(n, run, length, ON_SERVER_CCS) ==> before(run, length, ON_SERVER_HELLO, ON_SERVER_CCS);
    ensures server_first: accepts(n, run, length, ON_CLIENT_CCS) ==>
      before(run, length, ON_SERVER_FINISHED, ON_CLIENT_CCS);

    //    A completed abbreviated handshake has its messages, in order, and none of the full one.
    ensures order:  complete(n, run, length) ==> abbreviated_order(run, length);
    ensures ticket: complete(n, run, length) ==> abbreviated_ticket(n, run, length);
*/
void abbreviated_run(struct tls12_negotiation n, const int *run, int length)
{
  int s = START;
  struct places at = nowhere();

  /*@ loop invariant 0 <= k <= length;
      loop invariant places: places(run, k, at);
      loop invariant before: places_before(at, k);
      loop invariant state: s == after(n, run, k);
      loop invariant so_far: abbreviated_so_far(n, at, s);
      loop invariant client_ccs: accepts(n, run, k, ON_CLIENT_CCS) ==> s == RESUMED_CLIENT_CCS;
      loop invariant server_ccs: accepts(n, run, k, ON_SERVER_CCS) ==> s == RESUMED_SERVER_CCS;
      loop assigns k, s, at;
      loop variant length - k; */
  for (int k = 0; k < length; k++) {
    const int t = run_step(n, s, run[k]);
    const struct places next = abbreviated_step(n, s, run[k], t, k, at);
    places_kept(run, k, at, next);
    at = next;
    s = t;
  }
  //@ assert keys: RESUMED_SERVER_CCS <= s ==> before(run, length, ON_SERVER_HELLO, ON_SERVER_CCS);
  //@ assert server: RESUMED_CLIENT_CCS <= s ==> before(run, length, ON_SERVER_FINISHED, ON_CLIENT_CCS);
}
