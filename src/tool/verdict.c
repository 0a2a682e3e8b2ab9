#include "tool/verdict.h"

#include "message/certificate.h"
#include "message/certificate_request.h"
#include "message/certificate_status.h"
#include "message/certificate_verify.h"
#include "message/client_hello.h"
#include "message/client_key_exchange_dh.h"
#include "message/client_key_exchange_dhe_psk.h"
#include "message/client_key_exchange_ecdh.h"
#include "message/client_key_exchange_ecdhe_psk.h"
#include "message/client_key_exchange_psk.h"
#include "message/client_key_exchange_rsa.h"
#include "message/client_key_exchange_rsa_psk.h"
#include "message/empty.h"
#include "message/extension.h"
#include "message/finished.h"
#include "message/new_session_ticket.h"
#include "message/server_hello.h"
#include "message/server_key_exchange_dh_anon.h"
#include "message/server_key_exchange_dhe.h"
#include "message/server_key_exchange_dhe_psk.h"
#include "message/server_key_exchange_ecdh_anon.h"
#include "message/server_key_exchange_ecdhe.h"
#include "message/server_key_exchange_ecdhe_psk.h"
#include "message/server_key_exchange_psk.h"
#include "spec/handshake_types.h"
#include "wire/reader.h"

/* The bodies of a hello's extensions: the first that breaks a rule. */
static struct tls12_fault extensions_verdict(int from_server, const uint8_t *body, struct tls12_span list)
{
  const uint32_t end = list.offset + list.length;
  for (uint32_t at = list.offset, next; (next = read_extension(body, at, end)) != 0; at = next) {
    struct tls12_fault fault = extension_verdict(read_uint16(body, at), from_server, body + at + 4, next - at - 4);
    if (fault.rule == TLS12_NO_RULE) continue;
    fault.offset += at + 4;
    return fault;
  }
  return accepted(end);
}

static struct tls12_fault server_key_exchange_verdict(enum tls12_key_exchange kx, const uint8_t *body, uint32_t length)
{
  union {
    struct server_key_exchange_dhe dhe;
    struct server_key_exchange_dh_anon dh_anon;
    struct server_key_exchange_ecdhe ecdhe;
    struct server_key_exchange_ecdh_anon ecdh_anon;
    struct server_key_exchange_psk psk;
    struct server_key_exchange_dhe_psk dhe_psk;
    struct server_key_exchange_ecdhe_psk ecdhe_psk;
  } value;

  switch (kx) {
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA: return server_key_exchange_dhe_decode(body, length, &value.dhe);
  case TLS12_KX_ECDHE_ECDSA:
  case TLS12_KX_ECDHE_RSA: return server_key_exchange_ecdhe_decode(body, length, &value.ecdhe);
  case TLS12_KX_DH_ANON: return server_key_exchange_dh_anon_decode(body, length, &value.dh_anon);
  case TLS12_KX_ECDH_ANON: return server_key_exchange_ecdh_anon_decode(body, length, &value.ecdh_anon);
  case TLS12_KX_PSK:
  case TLS12_KX_RSA_PSK: return server_key_exchange_psk_decode(body, length, &value.psk);
  case TLS12_KX_DHE_PSK: return server_key_exchange_dhe_psk_decode(body, length, &value.dhe_psk);
  case TLS12_KX_ECDHE_PSK: return server_key_exchange_ecdhe_psk_decode(body, length, &value.ecdhe_psk);
  case TLS12_KX_RSA:
  case TLS12_KX_DH_DSS:
  case TLS12_KX_DH_RSA:
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDH_RSA: return (struct tls12_fault){R5246_7_4_3_03, 0, length, TLS12_UNEXPECTED_MESSAGE};
  default: return accepted(length);
  }
}

int may_be_implicit(enum tls12_key_exchange kx)
{
  return kx == TLS12_KX_DH_DSS || kx == TLS12_KX_DH_RSA || kx == TLS12_KX_DHE_DSS || kx == TLS12_KX_DHE_RSA ||
         kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA;
}

static struct tls12_fault client_key_exchange_verdict(enum tls12_key_exchange kx, const uint8_t *body, uint32_t length)
{
  union {
    struct client_key_exchange_rsa rsa;
    struct client_key_exchange_dh dh;
    struct client_key_exchange_ecdh ecdh;
    struct client_key_exchange_psk psk;
    struct client_key_exchange_dhe_psk dhe_psk;
    struct client_key_exchange_ecdhe_psk ecdhe_psk;
    struct client_key_exchange_rsa_psk rsa_psk;
  } value;

  if (length == 0 && may_be_implicit(kx))
    return kx == TLS12_KX_ECDH_ECDSA || kx == TLS12_KX_ECDH_RSA ? client_key_exchange_ecdh_implicit_decode(body, length)
                                                                : client_key_exchange_implicit_decode(body, length);
  switch (kx) {
  case TLS12_KX_RSA: return client_key_exchange_rsa_decode(body, length, &value.rsa);
  case TLS12_KX_DH_DSS:
  case TLS12_KX_DH_RSA:
  case TLS12_KX_DHE_DSS:
  case TLS12_KX_DHE_RSA:
  case TLS12_KX_DH_ANON: return client_key_exchange_dh_decode(body, length, &value.dh);
  case TLS12_KX_ECDH_ECDSA:
  case TLS12_KX_ECDH_RSA:
  case TLS12_KX_ECDHE_ECDSA:
  case TLS12_KX_ECDHE_RSA:
  case TLS12_KX_ECDH_ANON: return client_key_exchange_ecdh_decode(body, length, &value.ecdh);
  case TLS12_KX_PSK: return client_key_exchange_psk_decode(body, length, &value.psk);
  case TLS12_KX_DHE_PSK: return client_key_exchange_dhe_psk_decode(body, length, &value.dhe_psk);
  case TLS12_KX_ECDHE_PSK: return client_key_exchange_ecdhe_psk_decode(body, length, &value.ecdhe_psk);
  case TLS12_KX_RSA_PSK: return client_key_exchange_rsa_psk_decode(body, length, &value.rsa_psk);
  default: return accepted(length);
  }
}

struct tls12_fault message_verdict(int handshake_type, enum tls12_key_exchange kx, enum sender sender,
                                   const uint8_t *body, uint32_t length)
{
  union {
    struct client_hello client_hello;
    struct server_hello server_hello;
    struct new_session_ticket new_session_ticket;
    struct certificate certificate;
    struct certificate_request certificate_request;
    struct certificate_verify certificate_verify;
    struct finished finished;
    struct certificate_status certificate_status;
  } value;
  struct tls12_fault fault;

  switch (handshake_type) {
  case TLS12_HELLO_REQUEST: return hello_request_decode(body, length);
  case TLS12_CLIENT_HELLO:
    fault = client_hello_decode(body, length, &value.client_hello);
    return fault.rule != TLS12_NO_RULE ? fault : extensions_verdict(0, body, value.client_hello.extensions);
  case TLS12_SERVER_HELLO:
    fault = server_hello_decode(body, length, &value.server_hello);
    return fault.rule != TLS12_NO_RULE ? fault : extensions_verdict(1, body, value.server_hello.extensions);
  case TLS12_NEW_SESSION_TICKET: return new_session_ticket_decode(body, length, &value.new_session_ticket);
  case TLS12_CERTIFICATE:
    return sender == FROM_SERVER ? server_certificate_decode(body, length, &value.certificate)
                                 : client_certificate_decode(body, length, &value.certificate);
  case TLS12_SERVER_KEY_EXCHANGE: return server_key_exchange_verdict(kx, body, length);
  case TLS12_CERTIFICATE_REQUEST: return certificate_request_decode(body, length, &value.certificate_request);
  case TLS12_SERVER_HELLO_DONE: return server_hello_done_decode(body, length);
  case TLS12_CERTIFICATE_VERIFY: return certificate_verify_decode(body, length, &value.certificate_verify);
  case TLS12_CLIENT_KEY_EXCHANGE: return client_key_exchange_verdict(kx, body, length);
  case TLS12_FINISHED: return finished_decode(body, length, &value.finished);
  case TLS12_CERTIFICATE_STATUS: return certificate_status_decode(body, length, &value.certificate_status);
  default: return accepted(length);
  }
}
