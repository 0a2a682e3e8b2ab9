/* Theorems about every run of a full handshake: what stands before its ChangeCipherSpecs, and what a completed one has been
 * through. The proof is an induction over the run: full_runs.h says what each state knows, full_step that a step keeps it. */
#include "proofs/theorems/full_runs.h"
#include "proofs/theorems/places_step.h"
#include "proofs/theorems/run_step.h"

/* One message more, which leads from the state s to t: every fact is kept. */
/*@ requires full: n.abbreviated == FORBIDDEN && full_state(s) && t == run_next(n, s, event);
    requires before: 0 <= k && places_before(at, k);
    requires so_far: full_so_far(n, at, s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures state: full_state(t);
    ensures before: places_before(\result, k + 1);
    ensures moved: places_moved(at, event, k, \result);
    ensures client_hello: full_client_hello(\result, t);
    ensures server_hello: full_server_hello(\result, t);
    ensures server_certificate: full_server_certificate(n, \result, t);
    ensures server_key: full_server_key(n, \result, t);
    ensures key_place: full_key_place(n, \result, t);
    ensures request: full_request(n, \result, t);
    ensures hello_done: full_hello_done(\result, t);
    ensures certificate_done: full_certificate_done(n, \result, t);
    ensures key_done: full_key_done(\result, t);
    ensures no_answer: full_no_answer(\result, t);
    ensures answered: full_answered(\result, t);
    ensures fixed_certificate: full_fixed_certificate(n, \result, t);
    ensures signing_certificate: full_signing_certificate(\result, t);
    ensures client_key: full_client_key(\result, t);
    ensures no_verify: full_no_verify(\result, t);
    ensures verified: full_verified(\result, t);
    ensures verify_place: full_verify_place(\result, t);
    ensures client_end: full_client_end(\result, t);
    ensures no_ticket: full_no_ticket(n, \result, t);
    ensures new_ticket: full_new_ticket(n, \result, t);
    ensures server_end: full_server_end(n, \result, t);
    ensures client_ccs_state: event == ON_CLIENT_CCS && 0 <= t ==> t == AFTER_CLIENT_CCS;
    ensures server_ccs_state: event == ON_SERVER_CCS && 0 <= t ==> t == AFTER_SERVER_CCS;
*/
static struct places full_step(struct tls12_negotiation n, int s, int event, int t, int k, struct places at)
{
  (void)n, (void)s, (void)t;
  return places_after(at, event, k);
}

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    requires full: n.abbreviated == FORBIDDEN;
    terminates \true;
    exits \false;
    assigns \nothing;

    //= build/requirements.md#R5246-6.1-01
    //= type=implication
    //# A pending connection state that has not been given security parameters can never be made current, so a
    //# ChangeCipherSpec before the master secret and randoms are fixed is rejected.
    // 5. No ChangeCipherSpec before the keys: the client's is accepted only after ClientKeyExchange, the server's only
    //    after the client's Finished (CVE-2014-0224 was this fault).
    ensures client_keys_first: accepts(n, run, length, ON_CLIENT_CCS) ==>
      before(run, length, ON_CLIENT_KEY_EXCHANGE, ON_CLIENT_CCS);
    ensures server_keys_first: accepts(n, run, length, ON_SERVER_CCS) ==>
      before(run, length, ON_CLIENT_FINISHED, ON_SERVER_CCS);

    //    CertificateVerify is there exactly when a signing certificate was sent, before the client's ChangeCipherSpec.
    ensures verified: accepts(n, run, length, ON_CLIENT_CCS) ==> verified(run, length);

    //    A completed handshake has its mandatory messages, in order, and the others exactly where they belong.
    ensures order:       complete(n, run, length) ==> full_order(run, length);
    ensures certificate: complete(n, run, length) ==> full_certificate(n, run, length);
    ensures key:         complete(n, run, length) ==> full_key(n, run, length);
    ensures ticket:      complete(n, run, length) ==> full_ticket(n, run, length);
    ensures answer:      complete(n, run, length) ==> full_answer(n, run, length);
    ensures signature:   complete(n, run, length) ==> verified(run, length);
*/
void full_run(struct tls12_negotiation n, const int *run, int length)
{
  int s = START;
  struct places at = nowhere();

  /*@ loop invariant 0 <= k <= length;
      loop invariant places: places(run, k, at);
      loop invariant before: places_before(at, k);
      loop invariant state: s == after(n, run, k);
      loop invariant so_far: full_so_far(n, at, s);
      loop invariant client_ccs: accepts(n, run, k, ON_CLIENT_CCS) ==> s == AFTER_CLIENT_CCS;
      loop invariant server_ccs: accepts(n, run, k, ON_SERVER_CCS) ==> s == AFTER_SERVER_CCS;
      loop assigns k, s, at;
      loop variant length - k; */
  for (int k = 0; k < length; k++) {
    const int t = run_step(n, s, run[k]);
    const struct places next = full_step(n, s, run[k], t, k, at);
    places_kept(run, k, at, next);
    at = next;
    s = t;
  }
  //@ assert client_keys: AFTER_CLIENT_CCS <= s ==> before(run, length, ON_CLIENT_KEY_EXCHANGE, ON_CLIENT_CCS);
  //@ assert server_keys: AFTER_SERVER_CCS <= s ==> before(run, length, ON_CLIENT_FINISHED, ON_SERVER_CCS);
  //@ assert verified: AFTER_CLIENT_CCS <= s ==> verified(run, length);
}

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    requires full: n.abbreviated == FORBIDDEN;
    requires key_exchange: (n.certificate != 0 <==> kx_certificate(k)) &&
      n.server_key_exchange == kx_server_key_exchange(k);
    terminates \true;
    exits \false;
    assigns \nothing;

    // 22. What each key exchange says of a completed handshake: one with certificates has the server's before
    //     ServerHelloDone; one with fresh or anonymous keys has ServerKeyExchange, one with a static key has none; and under
    //     DH_anon, ECDH_anon, PSK, DHE_PSK and ECDHE_PSK the client is neither asked for a certificate nor signs.
    ensures server_certificate: complete(n, run, length) && kx_certificate(k) ==>
      between(run, length, ON_SERVER_HELLO, ON_SERVER_CERTIFICATE, ON_SERVER_HELLO_DONE);
    ensures server_key: complete(n, run, length) && kx_server_key_exchange(k) == REQUIRED ==>
      between(run, length, kx_certificate(k) ? ON_SERVER_CERTIFICATE : ON_SERVER_HELLO, ON_SERVER_KEY_EXCHANGE,
              ON_SERVER_HELLO_DONE);
    ensures no_server_key: complete(n, run, length) && kx_server_key_exchange(k) == FORBIDDEN ==>
      !has(run, length, ON_SERVER_KEY_EXCHANGE);
    ensures no_client_certificate: complete(n, run, length) && !kx_certificate(k) ==>
      !has(run, length, ON_CERTIFICATE_REQUEST) && !answers_request(run, length) &&
      !has(run, length, ON_CERTIFICATE_VERIFY);
*/
void key_exchange_run(enum tls12_key_exchange k, struct tls12_negotiation n, const int *run, int length)
{
  (void)k;
  full_run(n, run, length);
}
