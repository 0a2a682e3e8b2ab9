/* Where each message of a run was last. With these numbers a proof about a step needs neither the run nor recursion. */
#ifndef TLS12_THEOREMS_PLACES_H
#define TLS12_THEOREMS_PLACES_H

#include "proofs/theorems/runs.h"

struct places {
  int client_hello, server_hello, server_certificate, certificate_status, server_key_exchange, certificate_request,
      server_hello_done, empty_certificate, signing_certificate, fixed_certificate, client_key_exchange,
      certificate_verify, client_ccs, client_finished, new_session_ticket, server_ccs, server_finished;
};

/*@ predicate places{L}(int *run, integer k, struct places at) =
      at.client_hello == place(run, k, ON_CLIENT_HELLO) &&
      at.server_hello == place(run, k, ON_SERVER_HELLO) &&
      at.server_certificate == place(run, k, ON_SERVER_CERTIFICATE) &&
      at.certificate_status == place(run, k, ON_CERTIFICATE_STATUS) &&
      at.server_key_exchange == place(run, k, ON_SERVER_KEY_EXCHANGE) &&
      at.certificate_request == place(run, k, ON_CERTIFICATE_REQUEST) &&
      at.server_hello_done == place(run, k, ON_SERVER_HELLO_DONE) &&
      at.empty_certificate == place(run, k, ON_EMPTY_CERTIFICATE) &&
      at.signing_certificate == place(run, k, ON_SIGNING_CERTIFICATE) &&
      at.fixed_certificate == place(run, k, ON_FIXED_CERTIFICATE) &&
      at.client_key_exchange == place(run, k, ON_CLIENT_KEY_EXCHANGE) &&
      at.certificate_verify == place(run, k, ON_CERTIFICATE_VERIFY) &&
      at.client_ccs == place(run, k, ON_CLIENT_CCS) &&
      at.client_finished == place(run, k, ON_CLIENT_FINISHED) &&
      at.new_session_ticket == place(run, k, ON_NEW_SESSION_TICKET) &&
      at.server_ccs == place(run, k, ON_SERVER_CCS) &&
      at.server_finished == place(run, k, ON_SERVER_FINISHED);

    predicate places_before(struct places at, integer k) =
      -1 <= at.client_hello < k &&
      -1 <= at.server_hello < k &&
      -1 <= at.server_certificate < k &&
      -1 <= at.certificate_status < k &&
      -1 <= at.server_key_exchange < k &&
      -1 <= at.certificate_request < k &&
      -1 <= at.server_hello_done < k &&
      -1 <= at.empty_certificate < k &&
      -1 <= at.signing_certificate < k &&
      -1 <= at.fixed_certificate < k &&
      -1 <= at.client_key_exchange < k &&
      -1 <= at.certificate_verify < k &&
      -1 <= at.client_ccs < k &&
      -1 <= at.client_finished < k &&
      -1 <= at.new_session_ticket < k &&
      -1 <= at.server_ccs < k &&
      -1 <= at.server_finished < k;

    predicate places_moved(struct places at, integer event, integer k, struct places next) =
      next.client_hello == (event == ON_CLIENT_HELLO ? k : at.client_hello) &&
      next.server_hello == (event == ON_SERVER_HELLO ? k : at.server_hello) &&
      next.server_certificate == (event == ON_SERVER_CERTIFICATE ? k : at.server_certificate) &&
      next.certificate_status == (event == ON_CERTIFICATE_STATUS ? k : at.certificate_status) &&
      next.server_key_exchange == (event == ON_SERVER_KEY_EXCHANGE ? k : at.server_key_exchange) &&
      next.certificate_request == (event == ON_CERTIFICATE_REQUEST ? k : at.certificate_request) &&
      next.server_hello_done == (event == ON_SERVER_HELLO_DONE ? k : at.server_hello_done) &&
      next.empty_certificate == (event == ON_EMPTY_CERTIFICATE ? k : at.empty_certificate) &&
      next.signing_certificate == (event == ON_SIGNING_CERTIFICATE ? k : at.signing_certificate) &&
      next.fixed_certificate == (event == ON_FIXED_CERTIFICATE ? k : at.fixed_certificate) &&
      next.client_key_exchange == (event == ON_CLIENT_KEY_EXCHANGE ? k : at.client_key_exchange) &&
      next.certificate_verify == (event == ON_CERTIFICATE_VERIFY ? k : at.certificate_verify) &&
      next.client_ccs == (event == ON_CLIENT_CCS ? k : at.client_ccs) &&
      next.client_finished == (event == ON_CLIENT_FINISHED ? k : at.client_finished) &&
      next.new_session_ticket == (event == ON_NEW_SESSION_TICKET ? k : at.new_session_ticket) &&
      next.server_ccs == (event == ON_SERVER_CCS ? k : at.server_ccs) &&
      next.server_finished == (event == ON_SERVER_FINISHED ? k : at.server_finished);

    lemma places_next{L}: \forall int *run, integer k, struct places at, struct places next;
      0 <= k && places(run, k, at) && places_moved(at, run[k], k, next) ==> places(run, k + 1, next);

    predicate seen(integer at) = 0 <= at;
    predicate ordered(integer a, integer b) = 0 <= a < b;
    predicate answered(struct places at) =
      seen(at.empty_certificate) || seen(at.signing_certificate) || seen(at.fixed_certificate);
*/

#endif
