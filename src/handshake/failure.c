/* The ways in which a connection fails. */
#include "handshake/callbacks.h"
#include "handshake/internal.h"

/*@ requires output: output_valid(e);
    terminates \true;
    exits \false;
    assigns e->status, FAILURE(e);
    ensures output: output_valid(e) && e->output_end == \old(e->output_end);
    ensures failed: e->status == TLS12_FAILED && e->failure.cause == cause && FAULT_IS(e, fault);
    ensures place: same_place{Pre,Post}(e);
*/
static void keep_failure(struct tls12_engine *e, enum tls12_failure_cause cause, struct tls12_fault fault)
{
  e->status = TLS12_FAILED;
  e->failure.cause = cause;
  e->failure.fault.rule = fault.rule;
  e->failure.fault.offset = fault.offset;
  e->failure.fault.length = fault.length;
  e->failure.fault.alert = fault.alert;
}

/* No alert answers an alert, and some failures have none. */
/*@ requires output: output_valid(e) && e->output_end <= TLS12_RECORD_MAX && e->status == TLS12_FAILED;
    requires alert: TLS12_NO_ALERT <= alert <= 255;
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end;
    ensures output: output_valid(e);
    ensures over: e->status == TLS12_FAILED;
    ensures cause: e->failure.cause == \old(e->failure.cause) || e->failure.cause == TLS12_OWN_FAULT;
    ensures place: same_place{Pre,Post}(e);
*/
static void tell_failure(struct tls12_engine *e, enum tls12_failure_cause cause, enum tls12_alert alert)
{
  if (cause != TLS12_PEER_ALERT && alert != TLS12_NO_ALERT) write_alert(e, alert);
}

/*@ requires output: output_valid(e) && e->output_end <= TLS12_RECORD_MAX;
    requires alert: TLS12_NO_ALERT <= fault.alert <= 255;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status == TLS12_FAILED;
    ensures cause: FAULT_IS(e, fault) && (e->failure.cause == cause || e->failure.cause == TLS12_OWN_FAULT);
    ensures message: e->failure.message == \old(e->failure.message);
    ensures place: same_place{Pre,Post}(e);
*/
static void end(struct tls12_engine *e, enum tls12_failure_cause cause, struct tls12_fault fault)
{
  keep_failure(e, cause, fault);
  tell_failure(e, cause, fault.alert);
  forget_handshake_secrets(e);
  engine_drop_session(e->config, e->session.id, e->session.id_length);
}

void engine_fail(struct tls12_engine *e, enum tls12_failure_cause cause, struct tls12_fault fault)
{
  if (e->status < TLS12_CLOSED) end(e, cause, fault);
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
