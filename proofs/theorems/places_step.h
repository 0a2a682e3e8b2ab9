/* What one message does to the places of all. */
#ifndef TLS12_THEOREMS_PLACES_STEP_H
#define TLS12_THEOREMS_PLACES_STEP_H

#include "proofs/theorems/places.h"

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures place: \result == (event == message ? k : at); */
static int place_after(int at, int message, int event, int k)
{
  return event == message ? k : at;
}

/*@ requires before: 0 <= k && places_before(at, k);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures before: places_before(\result, k + 1);
    ensures moved: places_moved(at, event, k, \result); */
static struct places places_after(struct places at, int event, int k)
{
  const struct places next = {place_after(at.client_hello, ON_CLIENT_HELLO, event, k),
                              place_after(at.server_hello, ON_SERVER_HELLO, event, k),
                              place_after(at.server_certificate, ON_SERVER_CERTIFICATE, event, k),
                              place_after(at.certificate_status, ON_CERTIFICATE_STATUS, event, k),
                              place_after(at.server_key_exchange, ON_SERVER_KEY_EXCHANGE, event, k),
                              place_after(at.certificate_request, ON_CERTIFICATE_REQUEST, event, k),
                              place_after(at.server_hello_done, ON_SERVER_HELLO_DONE, event, k),
                              place_after(at.empty_certificate, ON_EMPTY_CERTIFICATE, event, k),
                              place_after(at.signing_certificate, ON_SIGNING_CERTIFICATE, event, k),
                              place_after(at.fixed_certificate, ON_FIXED_CERTIFICATE, event, k),
                              place_after(at.client_key_exchange, ON_CLIENT_KEY_EXCHANGE, event, k),
                              place_after(at.certificate_verify, ON_CERTIFICATE_VERIFY, event, k),
                              place_after(at.client_ccs, ON_CLIENT_CCS, event, k),
                              place_after(at.client_finished, ON_CLIENT_FINISHED, event, k),
                              place_after(at.new_session_ticket, ON_NEW_SESSION_TICKET, event, k),
                              place_after(at.server_ccs, ON_SERVER_CCS, event, k),
                              place_after(at.server_finished, ON_SERVER_FINISHED, event, k)};
  return next;
}

/*@ requires places: 0 <= k && \valid_read(run + k) && places(run, k, at) && places_moved(at, run[k], k, next);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures places: places(run, k + 1, next); */
static void places_kept(const int *run, int k, struct places at, struct places next)
{
  (void)run, (void)k, (void)at, (void)next;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures nowhere: places_before(\result, 0); */
static struct places nowhere(void)
{
  const struct places at = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
  return at;
}

#endif
