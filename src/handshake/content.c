/* The content of a record that was opened: who uses it. */
#include "handshake/callbacks.h"
#include "handshake/order.h"

static void use_handshake(struct tls12_engine *e)
{
  uint32_t taken = 0;
  const struct tls12_fault fault =
      reassembly_feed(&e->incoming, e->input + e->content_at, e->content_end - e->content_at, &taken);
  e->content_at += taken;
  if (fault.rule != TLS12_NO_RULE) {
    e->failure.message = e->message[0];
    engine_fail(e, TLS12_PEER_VIOLATION, fault);
  } else if (reassembly_complete(&e->incoming)) {
    use_message(e);
    reassembly_start(&e->incoming, e->message, sizeof e->message);
  }
}

static void use_alert(struct tls12_engine *e)
{
  const uint8_t *alert = e->input + e->content_at;
  const uint32_t n = e->content_end - e->content_at;
  engine_observe(e->config, e->role == TLS12_SERVER, TLS12_ALERT, alert, n);
  e->content_at = e->content_end;
  if (n != 2 || (alert[0] != TLS12_WARNING && alert[0] != TLS12_FATAL)) {
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_2_01, 0, n, TLS12_DECODE_ERROR});
  } else if (alert[1] == TLS12_CLOSE_NOTIFY) {
    tls12_close(e);
  } else if (alert[0] == TLS12_FATAL) {
    engine_fail(e, TLS12_PEER_ALERT, (struct tls12_fault){TLS12_NO_RULE, 0, 0, (enum tls12_alert)alert[1]});
  } else {
    if (alert[1] == TLS12_NO_RENEGOTIATION) give_up(e);
    e->idle_records++;
  }
}

int use_content(struct tls12_engine *e)
{
  e->failure.message = -1;
  switch (e->content_type) {
  case TLS12_HANDSHAKE: use_handshake(e); break;
  case TLS12_CHANGE_CIPHER_SPEC: use_change_cipher_spec(e); break;
  case TLS12_ALERT: use_alert(e); break;
  default: use_application_data(e); break;
  }
  if (e->idle_records > IDLE_RECORDS_MAX)
    engine_fail(e, TLS12_PEER_VIOLATION, (struct tls12_fault){R5246_7_2_2_05, 0, 0, TLS12_UNEXPECTED_MESSAGE});
  if (e->content_at < e->content_end) return e->content_type == TLS12_HANDSHAKE;
  e->content_type = 0;
  e->input_length = 0;
  return 1;
}
