#include "handshake/callbacks.h"
#include "handshake/internal.h"
#include "handshake/messages.h"
#include "wire/writer.h"

void send_message(struct tls12_engine *e, enum tls12_handshake_type type, uint32_t body_length)
{
  write_uint8(e->message, 0, (uint32_t)type);
  write_uint24(e->message, 1, body_length);
  e->own_length = TLS12_MESSAGE_HEADER + body_length;
  e->own_sent = 0;
  transcript_add(&e->transcript, e->message, e->own_length);
  keep_message(e, e->message, e->own_length);
  engine_observe(e->config, e->role == TLS12_CLIENT, TLS12_HANDSHAKE, e->message, e->own_length);
}
