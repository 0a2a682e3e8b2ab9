/* Theorems about every run of the flows: what a run that got somewhere must have been through.
 *
 * Each proof is an induction over the run, written as a loop that drives the C code itself. The loop keeps what a state
 * says about the messages before it: one fact a line, so that each is one small goal. The states of a handshake are
 * numbered in the order of its flow, so "from here on" is `STATE <= s`, and "up to here" is `0 <= s < STATE`; a refused
 * run (s < 0) promises nothing.
 */
#include "proofs/theorems/run_step.h"
#include "proofs/theorems/runs.h"

/*@ requires 0 <= length && \valid_read(run + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;

    // The C code, driven over any run, ends where the relation says.
    ensures machine_follows_relation: \result == after(n, run, length);

    // 3. A Finished is accepted only directly after the ChangeCipherSpec of its side: HelloRequests aside, and, in a
    //    renegotiation, the other side's application data under the keys that are still its own.
    ensures server_finished_after_ccs: accepts(n, run, length, ON_SERVER_FINISHED) ==>
      latest(run, length - 1) == ON_SERVER_CCS;
    ensures client_finished_after_ccs: accepts(n, run, length, ON_CLIENT_FINISHED) ==>
      latest(run, length - 1) == ON_CLIENT_CCS;

    // 4. A server without a certificate (anonymous, PSK) cannot ask for one.
    ensures no_anonymous_request: alive(n, run, length) && !n.certificate ==> !has(run, length, ON_CERTIFICATE_REQUEST);

    //= build/requirements.md#R5246-7.4.9-08
    //= type=implication
    //# Application data is sent and accepted only after a sides own Finished was sent and the peers Finished was
    //# validated (initial handshake).
    //= build/requirements.md#R7918-4-01
    //= type=implication
    //# False Start (client data sent before the server Finished) is optional and not part of this reference
    //# implementation: a client sends and either side accepts application data only after the peers Finished was
    //# validated; a server sees such data only behind the client Finished and reads it once its own Finished is out.
    // 9. In the first handshake of a connection, no application data before the end (RFC 5246 section 7.3); in a
    //    renegotiation none of a side between its ChangeCipherSpec and its Finished.
    ensures no_early_client_data: accepts(n, run, length, ON_CLIENT_DATA) && !n.renegotiation ==>
      complete(n, run, length - 1);
    ensures no_early_server_data: accepts(n, run, length, ON_SERVER_DATA) && !n.renegotiation ==>
      complete(n, run, length - 1);
    ensures client_data_outside: accepts(n, run, length, ON_CLIENT_DATA) ==> latest(run, length - 1) != ON_CLIENT_CCS;
    ensures server_data_outside: accepts(n, run, length, ON_SERVER_DATA) ==> latest(run, length - 1) != ON_SERVER_CCS;

    // 8. CertificateStatus comes only if negotiated, directly after Certificate (RFC 6066 section 8).
    ensures stapled: accepts(n, run, length, ON_CERTIFICATE_STATUS) ==>
      n.status && latest(run, length - 1) == ON_SERVER_CERTIFICATE;
*/
int any_run(struct tls12_negotiation n, const int *run, int length)
{
  int s = START;

  /*@ loop invariant 0 <= k <= length;
      loop invariant state: s == after(n, run, k);

      loop invariant at_certificate: s == AFTER_SERVER_CERTIFICATE ==> latest(run, k) == ON_SERVER_CERTIFICATE;
      loop invariant at_client_ccs:  s == AFTER_CLIENT_CCS || s == RESUMED_CLIENT_CCS ==>
                                       latest(run, k) == ON_CLIENT_CCS;
      loop invariant at_server_ccs:  s == AFTER_SERVER_CCS || s == RESUMED_SERVER_CCS ==>
                                       latest(run, k) == ON_SERVER_CCS;
      loop invariant ccs_of_client:  0 <= s && latest(run, k) == ON_CLIENT_CCS ==>
                                       s == AFTER_CLIENT_CCS || s == RESUMED_CLIENT_CCS;
      loop invariant ccs_of_server:  0 <= s && latest(run, k) == ON_SERVER_CCS ==>
                                       s == AFTER_SERVER_CCS || s == RESUMED_SERVER_CCS;
      loop invariant client_early:   accepts(n, run, k, ON_CLIENT_DATA) && !n.renegotiation ==>
                                       complete(n, run, k - 1);
      loop invariant server_early:   accepts(n, run, k, ON_SERVER_DATA) && !n.renegotiation ==>
                                       complete(n, run, k - 1);
      loop invariant client_outside: accepts(n, run, k, ON_CLIENT_DATA) ==> latest(run, k - 1) != ON_CLIENT_CCS;
      loop invariant server_outside: accepts(n, run, k, ON_SERVER_DATA) ==> latest(run, k - 1) != ON_SERVER_CCS;
      loop invariant status:         accepts(n, run, k, ON_CERTIFICATE_STATUS) ==>
                                       n.status && latest(run, k - 1) == ON_SERVER_CERTIFICATE;
      loop invariant client_end:     accepts(n, run, k, ON_CLIENT_FINISHED) ==>
                                       latest(run, k - 1) == ON_CLIENT_CCS;
      loop invariant server_end:     accepts(n, run, k, ON_SERVER_FINISHED) ==>
                                       latest(run, k - 1) == ON_SERVER_CCS;
      loop invariant no_request:     0 <= s && !n.certificate ==> !has(run, k, ON_CERTIFICATE_REQUEST);
      loop assigns k, s;
      loop variant length - k;
  */
  for (int k = 0; k < length; k++) s = run_step(n, s, run[k]);

  return s;
}

/*@ requires 0 <= k <= length && \valid_read(run + (0 .. length - 1));
    requires refused: !alive(n, run, k);
    terminates \true;
    exits \false;
    assigns \nothing;

    //= build/requirements.md#R5246-7.2-02
    //# A fatal alert ends the connection at once and the session identifier is invalidated so that it cannot start
    //# new connections.
    // 6. After an alert nothing is accepted, and the alert stays the first one.
    ensures refusal_is_final: after(n, run, length) == after(n, run, k);
*/
void refused_run(struct tls12_negotiation n, const int *run, int k, int length)
{
  /*@ loop invariant k <= i <= length;
      loop invariant same_alert: after(n, run, i) == after(n, run, k);
      loop assigns i;
      loop variant length - i;
  */
  for (int i = k; i < length; i++)
    ;
}
