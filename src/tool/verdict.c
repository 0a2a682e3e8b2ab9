#include "tool/verdict.h"

#include "message/certificate_request.h"
#include "message/client_hello.h"
#include "message/server_hello.h"
#include "spec/handshake_types.h"

struct tls12_fault message_verdict(int handshake_type, enum tls12_key_exchange kx, const uint8_t *body, uint32_t length)
{
  union {
    struct client_hello client_hello;
    struct server_hello server_hello;
    struct certificate_request certificate_request;
  } value;

  (void)kx;
  switch (handshake_type) {
  case TLS12_CLIENT_HELLO: return client_hello_decode(body, length, &value.client_hello);
  case TLS12_SERVER_HELLO: return server_hello_decode(body, length, &value.server_hello);
  case TLS12_CERTIFICATE_REQUEST: return certificate_request_decode(body, length, &value.certificate_request);
  case TLS12_HELLO_REQUEST:
  case TLS12_SERVER_HELLO_DONE:
    if (length != 0) return (struct tls12_fault){R5246_7_4_02, 0, length, TLS12_DECODE_ERROR};
    break;
  default: break;
  }
  return (struct tls12_fault){TLS12_NO_RULE, length, 0, TLS12_NO_ALERT};
}
