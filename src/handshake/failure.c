/* The ways in which a connection fails. */
#include "handshake/internal.h"

void engine_fail(struct tls12_engine *e, enum tls12_failure_cause cause, struct tls12_fault fault)
{
  if (e->status >= TLS12_CLOSED) return;
  e->status = TLS12_FAILED;
  e->failure.cause = cause;
  e->failure.fault = fault;
  if (cause != TLS12_PEER_ALERT && fault.alert != TLS12_NO_ALERT) write_alert(e, TLS12_FATAL, fault.alert);
  forget_handshake_secrets(e);
}

void refuse(struct tls12_engine *e, enum tls12_rule rule, struct tls12_span where, enum tls12_alert alert)
{
  engine_fail(e, TLS12_PEER_VIOLATION,
              (struct tls12_fault){rule, TLS12_MESSAGE_HEADER + where.offset, where.length, alert});
}

void refuse_body(struct tls12_engine *e, struct tls12_fault fault)
{
  fault.offset += TLS12_MESSAGE_HEADER;
  engine_fail(e, TLS12_PEER_VIOLATION, fault);
}

void disagree(struct tls12_engine *e, enum tls12_rule rule, enum tls12_alert alert)
{
  engine_fail(e, TLS12_NO_AGREEMENT, (struct tls12_fault){rule, 0, 0, alert});
}

void own_fault(struct tls12_engine *e)
{
  engine_fail(e, TLS12_OWN_FAULT, (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_INTERNAL_ERROR});
}

int engine_random(struct tls12_engine *e, uint8_t *out, uint32_t n)
{
  if (random_draw(e->config->random, e->config->random_context, out, n)) return 1;
  own_fault(e);
  return 0;
}
