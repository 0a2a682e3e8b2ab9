/* Finished, RFC 5246 section 7.4.9: alike on both sides. */
#include "message/finished.h"

#include "crypto/constant_time.h"
#include "handshake/renegotiation.h"

void produce_finished(struct tls12_engine *e)
{
  uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH];
  verify_data_of(e, e->role, verify_data);
  keep_verify_data(e, e->role, verify_data);
  send_message(e, TLS12_FINISHED,
               finished_encode((struct tls12_bytes){verify_data, sizeof verify_data}, OWN_BODY(e), OWN_ROOM));
}

void receive_finished(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct finished value;
  uint8_t expected[TLS12_VERIFY_DATA_LENGTH];
  const struct tls12_fault fault = finished_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  const enum tls12_role peer = e->role == TLS12_CLIENT ? TLS12_SERVER : TLS12_CLIENT;
  verify_data_of(e, peer, expected);
  keep_verify_data(e, peer, expected);
  if (bytes_differ(expected, body + value.verify_data.offset, sizeof expected) != 0)
    refuse(e, R5246_7_4_9_03, value.verify_data, TLS12_DECRYPT_ERROR);
}
