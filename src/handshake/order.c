#include "handshake/order.h"

#include "handshake/resumption.h"

int may_come(struct tls12_engine *e, int event)
{
  const int next = step(e, event);
  /*@ assert known: 0 <= next && event != ON_HELLO_REQUEST && event != ON_CLIENT_HELLO && event != ON_SERVER_HELLO &&
        event != ON_CLIENT_DATA && event != ON_SERVER_DATA ==>
        hello_read(e->role, e->state); */
  if (next >= 0) return 1;
  engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){broken_rule(e, event), 0, 1, (enum tls12_alert)(-next)});
  return 0;
}

void go_on(struct tls12_engine *e, int event)
{
  if (e->status >= TLS12_CLOSED) return;
  happened(e, event);
  if (e->status != TLS12_CONNECTED) return;
  keep_session(e);
  forget_handshake_secrets(e);
}
