/* What goes out: this side's message that is due. */
#include "handshake/callbacks.h"
#include "handshake/order.h"

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires room: e->output_end + TLS12_RECORD_HEADER + 1 + EXPANSION_MAX <= TLS12_RECORD_MAX;
    requires key: record_key_ready(&e->next_write_key);
    requires machine: is_due(e, own_ccs(e));
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, e->write_key, e->writing_protected, e->write_limit,
      e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void send_change_cipher_spec(struct tls12_engine *e)
{
  static const uint8_t body[] = {1};
  engine_observe(e->config, e->role == TLS12_CLIENT, TLS12_CHANGE_CIPHER_SPEC, body, sizeof body);
  write_record(e, TLS12_CHANGE_CIPHER_SPEC, (struct tls12_bytes){body, sizeof body});
  protect_writing(e);
}

/*@ requires engine: between_messages(e) && e->status < TLS12_CLOSED;
    requires room: e->output_end + TLS12_RECORD_HEADER + 1 + EXPANSION_MAX <= TLS12_RECORD_MAX;
    requires key: record_key_ready(&e->next_write_key);
    requires machine: is_due(e, event) && may_happen(e, event);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), VERIFY_DATA(e), e->write_key, e->writing_protected, e->message[..], e->own_length, e->own_sent,
      e->transcript.sha256.state, e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures place: same_place{Pre,Post}(e);
*/
static void send_next(struct tls12_engine *e, int event)
{
  //@ assert client: e->role == TLS12_CLIENT ==> own_message(e, TLS12_FINISHED) == ON_CLIENT_FINISHED;
  //@ assert server: e->role == TLS12_SERVER ==> own_message(e, TLS12_FINISHED) == ON_SERVER_FINISHED;
  if (event == (e->role == TLS12_CLIENT ? ON_CLIENT_CCS : ON_SERVER_CCS))
    send_change_cipher_spec(e);
  else if (event == (e->role == TLS12_CLIENT ? ON_CLIENT_FINISHED : ON_SERVER_FINISHED))
    produce_finished(e);
  else if (e->role == TLS12_CLIENT)
    client_produce(e, (enum tls12_event)event);
  else
    server_produce(e, (enum tls12_event)event);
}

int send_due(struct tls12_engine *e)
{
  const int event = due(e);
  if (event == NOTHING_DUE || !room_for_record(e, 1)) return 0;
  send_next(e, event);
  go_on(e, event);
  return 1;
}
