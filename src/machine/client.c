#include "machine/client.h"

#include "machine/flow.h"

/* The place of a CertificateRequest in the flow: at_request. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures place: \result != 0 <==> at_request(n, state);
*/
static int request_may_come(struct tls12_negotiation n, int state)
{
  return state == AFTER_SERVER_KEY_EXCHANGE ||
         (n.server_key_exchange != REQUIRED &&
          (state == AFTER_SERVER_CERTIFICATE || state == AFTER_CERTIFICATE_STATUS ||
           (state == AFTER_SERVER_HELLO && n.abbreviated != REQUIRED && !n.certificate)));
}

int client_step(struct tls12_negotiation n, int state, int event)
{
  const int next = flow_step(n, state, event);

  if (state < 0 || event == ON_HELLO_REQUEST) return state;
  if (next != NO_STEP) return next;
  if (event >= ON_CLIENT_HELLO) return -TLS12_INTERNAL_ERROR;
  if (event == ON_CERTIFICATE_REQUEST && !n.certificate && request_may_come(n, state)) return -TLS12_HANDSHAKE_FAILURE;
  return -TLS12_UNEXPECTED_MESSAGE;
}

enum tls12_rule client_refusal_rule(struct tls12_negotiation n, int state, int event)
{
  const int certificate_due = state == AFTER_SERVER_HELLO && n.abbreviated != REQUIRED && n.certificate;
  const int key_due = n.server_key_exchange == REQUIRED &&
                      (state == AFTER_SERVER_CERTIFICATE || state == AFTER_CERTIFICATE_STATUS ||
                       (state == AFTER_SERVER_HELLO && n.abbreviated != REQUIRED && !n.certificate));

  if (event >= ON_CLIENT_HELLO) return R5246_7_4_03;
  if (event == ON_SERVER_DATA) return R5246_7_3_05;
  if (event == ON_SERVER_CCS) return R5246_7_1_04;
  if (event == ON_SERVER_FINISHED) return R5246_7_4_9_02;
  if (state == AFTER_SERVER_CCS || state == RESUMED_SERVER_CCS) return R5246_7_4_9_01;
  if (state == AFTER_CLIENT_HELLO) return R5246_7_4_1_2_17;
  if (event == ON_SERVER_CERTIFICATE) return n.certificate ? R5246_7_4_2_03 : R5246_7_4_2_02;
  if (event == ON_CERTIFICATE_STATUS) return n.status ? R6066_8_04 : R6066_8_03;
  if (event == ON_NEW_SESSION_TICKET) return n.ticket ? R5077_3_3_01 : R5077_3_3_02;
  if (event == ON_SERVER_KEY_EXCHANGE && n.server_key_exchange == FORBIDDEN) return R5246_7_4_3_03;
  if (certificate_due) return R5246_7_4_2_01;
  if (event == ON_SERVER_KEY_EXCHANGE) return R5246_7_4_3_01;
  if (key_due) return R5246_7_4_3_02;
  if (event == ON_CERTIFICATE_REQUEST) return n.certificate ? R5246_7_4_4_01 : R5246_7_4_4_02;
  return R5246_7_4_03;
}

enum tls12_event client_event(int handshake_type)
{
  switch (handshake_type) {
  case TLS12_HELLO_REQUEST: return ON_HELLO_REQUEST;
  case TLS12_SERVER_HELLO: return ON_SERVER_HELLO;
  case TLS12_CERTIFICATE: return ON_SERVER_CERTIFICATE;
  case TLS12_CERTIFICATE_STATUS: return ON_CERTIFICATE_STATUS;
  case TLS12_SERVER_KEY_EXCHANGE: return ON_SERVER_KEY_EXCHANGE;
  case TLS12_CERTIFICATE_REQUEST: return ON_CERTIFICATE_REQUEST;
  case TLS12_SERVER_HELLO_DONE: return ON_SERVER_HELLO_DONE;
  case TLS12_NEW_SESSION_TICKET: return ON_NEW_SESSION_TICKET;
  case TLS12_FINISHED: return ON_SERVER_FINISHED;
  default: return ON_SERVER_OTHER;
  }
}
