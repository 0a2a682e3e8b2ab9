#include "machine/due.h"

int client_send_next(int state, int answer)
{
  switch (state) {
  case START: return ON_CLIENT_HELLO;
  case AFTER_HELLO_DONE_ASKED: return answer;
  case AFTER_HELLO_DONE:
  case AFTER_CLIENT_CERTIFICATE:
  case AFTER_SIGNING_CERTIFICATE: return ON_CLIENT_KEY_EXCHANGE;
  case AFTER_CLIENT_KEY_SIGNING: return ON_CERTIFICATE_VERIFY;
  case AFTER_CLIENT_KEY_EXCHANGE:
  case AFTER_CERTIFICATE_VERIFY:
  case RESUMED_SERVER_FINISHED: return ON_CLIENT_CCS;
  case AFTER_CLIENT_CCS:
  case RESUMED_CLIENT_CCS: return ON_CLIENT_FINISHED;
  default: return NOTHING_DUE;
  }
}

int server_send_next(struct tls12_negotiation n, int state, struct tls12_server_choice choice)
{
  const int key = n.server_key_exchange == REQUIRED || (n.server_key_exchange != FORBIDDEN && choice.key);
  const int request = n.certificate && choice.request;

  switch (state) {
  case AFTER_CLIENT_HELLO: return ON_SERVER_HELLO;
  case AFTER_SERVER_HELLO:
    if (n.abbreviated != REQUIRED && n.certificate) return ON_SERVER_CERTIFICATE;
    if (n.abbreviated == REQUIRED) return n.ticket ? ON_NEW_SESSION_TICKET : ON_SERVER_CCS;
    return key ? ON_SERVER_KEY_EXCHANGE : ON_SERVER_HELLO_DONE;
  case AFTER_SERVER_CERTIFICATE:
    if (n.status && choice.status) return ON_CERTIFICATE_STATUS;
    if (key) return ON_SERVER_KEY_EXCHANGE;
    return request ? ON_CERTIFICATE_REQUEST : ON_SERVER_HELLO_DONE;
  case AFTER_CERTIFICATE_STATUS:
    if (key) return ON_SERVER_KEY_EXCHANGE;
    return request ? ON_CERTIFICATE_REQUEST : ON_SERVER_HELLO_DONE;
  case AFTER_SERVER_KEY_EXCHANGE: return request ? ON_CERTIFICATE_REQUEST : ON_SERVER_HELLO_DONE;
  case AFTER_CERTIFICATE_REQUEST: return ON_SERVER_HELLO_DONE;
  case AFTER_CLIENT_FINISHED: return n.ticket ? ON_NEW_SESSION_TICKET : ON_SERVER_CCS;
  case AFTER_TICKET:
  case RESUMED_TICKET: return n.ticket ? ON_SERVER_CCS : NOTHING_DUE;
  case AFTER_SERVER_CCS:
  case RESUMED_SERVER_CCS: return ON_SERVER_FINISHED;
  default: return NOTHING_DUE;
  }
}
