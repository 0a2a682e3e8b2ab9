#include "handshake/renegotiation.h"

#include "crypto/constant_time.h"
#include "handshake/callbacks.h"
#include "handshake/messages.h"
#include "wire/writer.h"

int may_renegotiate(const struct tls12_engine *e)
{
  const int legacy = e->resumed != FORBIDDEN && !e->extended_master_secret;
  return e->config->renegotiation && e->renegotiation_info && !legacy;
}

void begin_again(struct tls12_engine *e)
{
  e->negotiation.abbreviated = FORBIDDEN;
  e->negotiation.status = e->negotiation.ticket = 0;
  e->negotiation.renegotiation = 1;
  e->client_certificate = ON_EMPTY_CERTIFICATE;
  e->resumed = FORBIDDEN;
  e->ticket_length = 0;
  transcript_start(&e->transcript);
  forget_messages(e);
  e->state = START;
  e->status = TLS12_HANDSHAKING;
}

/*@ requires engine: between_messages(e);
    requires machine: e->role == TLS12_CLIENT && e->state == AFTER_CLIENT_HELLO && e->negotiation.renegotiation != 0 &&
      e->status < TLS12_CLOSED;
    terminates \true;
    exits \false;
    assigns e->state, e->status, e->negotiation.renegotiation;
    ensures engine: between_messages(e);
*/
static void stay(struct tls12_engine *e)
{
  e->negotiation.renegotiation = 0;
  e->state = DONE;
  e->status = TLS12_CONNECTED;
}

void give_up(struct tls12_engine *e)
{
  if (e->role == TLS12_CLIENT && e->state == AFTER_CLIENT_HELLO && e->negotiation.renegotiation) stay(e);
}

/* HelloRequest is on its way. It is in no transcript. */
/*@ requires engine: between_messages(e) && e->role == TLS12_SERVER;
    requires machine: may_happen(e, ON_HELLO_REQUEST);
    terminates \true;
    exits \false;
    assigns e->message[0 .. 3], e->own_length, e->own_sent;
    ensures place: same_place{Pre,Post}(e);
*/
static void send_hello_request(struct tls12_engine *e)
{
  write_uint8(e->message, 0, TLS12_HELLO_REQUEST);
  write_uint24(e->message, 1, 0);
  e->own_length = TLS12_MESSAGE_HEADER;
  e->own_sent = 0;
  engine_observe(e->config, 0, TLS12_HANDSHAKE, e->message, e->own_length);
}

int renegotiate(struct tls12_engine *e)
{
  if (e->status != TLS12_CONNECTED || e->own_length > 0 || e->incoming.length > 0 || !may_renegotiate(e)) return 0;
  if (e->role == TLS12_CLIENT)
    begin_again(e);
  else
    send_hello_request(e);
  return 1;
}

uint32_t renegotiated_connection(const struct tls12_engine *e, enum tls12_role from, uint8_t *out)
{
  if (!e->negotiation.renegotiation) return 0;
  const uint32_t at = write_fixed(out, 0, (struct tls12_bytes){e->client_verify_data, TLS12_VERIFY_DATA_LENGTH});
  if (from == TLS12_CLIENT) return at;
  return write_fixed(out, at, (struct tls12_bytes){e->server_verify_data, TLS12_VERIFY_DATA_LENGTH});
}

struct tls12_fault judge_renegotiated_connection(const struct tls12_engine *e, enum tls12_role from,
                                                 struct tls12_bytes content)
{
  uint8_t expected[2 * TLS12_VERIFY_DATA_LENGTH];
  const uint32_t length = renegotiated_connection(e, from, expected);
  const enum tls12_rule first = from == TLS12_CLIENT ? R5746_3_6_02 : R5746_3_4_03;
  const enum tls12_rule later = from == TLS12_CLIENT ? R5746_3_7_03 : R5746_3_5_04;
  if (content.length == length && bytes_differ(expected, content.data, length) == 0)
    return (struct tls12_fault){TLS12_NO_RULE, 0, 0, TLS12_NO_ALERT};
  return (struct tls12_fault){e->negotiation.renegotiation ? later : first, 0, content.length + 1,
                              TLS12_HANDSHAKE_FAILURE};
}

void require_renegotiation_info(struct tls12_engine *e, int extension, int signalling_suite)
{
  const struct tls12_span nowhere = {0, 0};
  if (!e->negotiation.renegotiation) return;
  if (signalling_suite)
    refuse(e, R5746_3_7_01, nowhere, TLS12_HANDSHAKE_FAILURE);
  else if (!extension)
    refuse(e, e->role == TLS12_CLIENT ? R5746_3_5_03 : R5746_3_7_02, nowhere, TLS12_HANDSHAKE_FAILURE);
}

void keep_verify_data(struct tls12_engine *e, enum tls12_role from, const uint8_t *verify_data)
{
  write_fixed(from == TLS12_CLIENT ? e->client_verify_data : e->server_verify_data, 0,
              (struct tls12_bytes){verify_data, TLS12_VERIFY_DATA_LENGTH});
}
