#include "machine/flow.h"

int flow_step(struct tls12_negotiation n, int state, int event)
{
  const int key_may_come = n.server_key_exchange != FORBIDDEN;
  const int key_may_be_left_out = n.server_key_exchange != REQUIRED;

  switch (state) {
  case START:
    if (event == ON_CLIENT_HELLO) return AFTER_CLIENT_HELLO;
    break;
  case AFTER_CLIENT_HELLO:
    if (event == ON_SERVER_HELLO) return AFTER_SERVER_HELLO;
    break;
  case AFTER_SERVER_HELLO:
    if (n.abbreviated != FORBIDDEN) {
      if (event == ON_NEW_SESSION_TICKET && n.ticket) return RESUMED_TICKET;
      if (event == ON_SERVER_CCS && !n.ticket) return RESUMED_SERVER_CCS;
    }
    if (n.abbreviated == REQUIRED) break;
    if (n.certificate) {
      if (event == ON_SERVER_CERTIFICATE) return AFTER_SERVER_CERTIFICATE;
      break;
    }
    if (event == ON_SERVER_KEY_EXCHANGE && key_may_come) return AFTER_SERVER_KEY_EXCHANGE;
    if (event == ON_SERVER_HELLO_DONE && key_may_be_left_out) return AFTER_HELLO_DONE;
    break;
  case AFTER_SERVER_CERTIFICATE:
  case AFTER_CERTIFICATE_STATUS:
    if (event == ON_CERTIFICATE_STATUS && n.status && state == AFTER_SERVER_CERTIFICATE)
      return AFTER_CERTIFICATE_STATUS;
    if (event == ON_SERVER_KEY_EXCHANGE && key_may_come) return AFTER_SERVER_KEY_EXCHANGE;
    if (event == ON_CERTIFICATE_REQUEST && n.certificate && key_may_be_left_out) return AFTER_CERTIFICATE_REQUEST;
    if (event == ON_SERVER_HELLO_DONE && key_may_be_left_out) return AFTER_HELLO_DONE;
    break;
  case AFTER_SERVER_KEY_EXCHANGE:
    if (event == ON_CERTIFICATE_REQUEST && n.certificate) return AFTER_CERTIFICATE_REQUEST;
    if (event == ON_SERVER_HELLO_DONE) return AFTER_HELLO_DONE;
    break;
  case AFTER_CERTIFICATE_REQUEST:
    if (event == ON_SERVER_HELLO_DONE) return AFTER_HELLO_DONE_ASKED;
    break;
  case AFTER_HELLO_DONE_ASKED:
    if (event == ON_EMPTY_CERTIFICATE) return AFTER_CLIENT_CERTIFICATE;
    if (event == ON_FIXED_CERTIFICATE && n.fixed) return AFTER_CLIENT_CERTIFICATE;
    if (event == ON_SIGNING_CERTIFICATE) return AFTER_SIGNING_CERTIFICATE;
    break;
  case AFTER_HELLO_DONE:
  case AFTER_CLIENT_CERTIFICATE:
    if (event == ON_CLIENT_KEY_EXCHANGE) return AFTER_CLIENT_KEY_EXCHANGE;
    break;
  case AFTER_SIGNING_CERTIFICATE:
    if (event == ON_CLIENT_KEY_EXCHANGE) return AFTER_CLIENT_KEY_SIGNING;
    break;
  case AFTER_CLIENT_KEY_SIGNING:
    if (event == ON_CERTIFICATE_VERIFY) return AFTER_CERTIFICATE_VERIFY;
    break;
  case AFTER_CLIENT_KEY_EXCHANGE:
  case AFTER_CERTIFICATE_VERIFY:
    if (event == ON_CLIENT_CCS) return AFTER_CLIENT_CCS;
    break;
  case AFTER_CLIENT_CCS:
    if (event == ON_CLIENT_FINISHED) return AFTER_CLIENT_FINISHED;
    break;
  case AFTER_CLIENT_FINISHED:
    if (event == ON_NEW_SESSION_TICKET && n.ticket) return AFTER_TICKET;
    if (event == ON_SERVER_CCS && !n.ticket) return AFTER_SERVER_CCS;
    break;
  case AFTER_TICKET:
    if (event == ON_SERVER_CCS && n.ticket) return AFTER_SERVER_CCS;
    break;
  case AFTER_SERVER_CCS:
    if (event == ON_SERVER_FINISHED) return DONE;
    break;
  case RESUMED_TICKET:
    if (event == ON_SERVER_CCS && n.ticket) return RESUMED_SERVER_CCS;
    break;
  case RESUMED_SERVER_CCS:
    if (event == ON_SERVER_FINISHED) return RESUMED_SERVER_FINISHED;
    break;
  case RESUMED_SERVER_FINISHED:
    if (event == ON_CLIENT_CCS) return RESUMED_CLIENT_CCS;
    break;
  case RESUMED_CLIENT_CCS:
    if (event == ON_CLIENT_FINISHED) return DONE;
    break;
  case DONE:
    if (event == ON_CLIENT_DATA || event == ON_SERVER_DATA) return state;
    break;
  default:
    return NO_STEP;
  }

  /* A renegotiation lets application data pass until the sender's keys change (RFC 5246 section 7.4.1.1). */
  if (n.renegotiation && event == ON_CLIENT_DATA &&
      (state < AFTER_CLIENT_CCS || (RESUMED_TICKET <= state && state < RESUMED_CLIENT_CCS)))
    return state;
  if (n.renegotiation && event == ON_SERVER_DATA && (state < AFTER_SERVER_CCS || state == RESUMED_TICKET))
    return state;
  return NO_STEP;
}
