#include "machine/server.h"

#include "machine/flow.h"

int server_step(struct tls12_negotiation n, int state, int event)
{
  const int next = flow_step(n, state, event);

  if (state < 0) return state;
  if (event == ON_HELLO_REQUEST && (state == START || state == DONE)) return state;
  if (next != NO_STEP) return next;
  return event >= ON_CLIENT_HELLO ? -TLS12_UNEXPECTED_MESSAGE : -TLS12_INTERNAL_ERROR;
}

enum tls12_rule server_refusal_rule(int state, int event)
{
  if (event < ON_CLIENT_HELLO) return R5246_7_4_03;
  if (event == ON_CLIENT_DATA) return R5246_7_3_05;
  if (state == START) return R5246_7_4_1_2_01;
  if (state == AFTER_CLIENT_KEY_SIGNING) return R5246_7_4_8_02;
  if (event == ON_CLIENT_CCS) return R5246_7_1_04;
  if (event == ON_CLIENT_FINISHED) return R5246_7_4_9_02;
  if (state == AFTER_CLIENT_CCS || state == RESUMED_CLIENT_CCS) return R5246_7_4_9_01;
  if (state == AFTER_HELLO_DONE_ASKED) return R5246_7_4_6_02;
  if (ON_EMPTY_CERTIFICATE <= event && event <= ON_FIXED_CERTIFICATE) return R5246_7_4_6_01;
  if (state == AFTER_HELLO_DONE || state == AFTER_CLIENT_CERTIFICATE || state == AFTER_SIGNING_CERTIFICATE)
    return R5246_7_4_7_01;
  if (event == ON_CERTIFICATE_VERIFY) return R5246_7_4_8_01;
  return R5246_7_4_03;
}

enum tls12_event server_event(int handshake_type)
{
  switch (handshake_type) {
  case TLS12_CLIENT_HELLO: return ON_CLIENT_HELLO;
  case TLS12_CERTIFICATE: return ON_EMPTY_CERTIFICATE;
  case TLS12_CLIENT_KEY_EXCHANGE: return ON_CLIENT_KEY_EXCHANGE;
  case TLS12_CERTIFICATE_VERIFY: return ON_CERTIFICATE_VERIFY;
  case TLS12_FINISHED: return ON_CLIENT_FINISHED;
  default: return ON_CLIENT_OTHER;
  }
}
