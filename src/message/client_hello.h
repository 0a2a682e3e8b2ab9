/* ClientHello, RFC 5246 section 7.4.1.2. The bytes are those of the message body, without the handshake header. */
#ifndef TLS12_MESSAGE_CLIENT_HELLO_H
#define TLS12_MESSAGE_CLIENT_HELLO_H

#include "spec/client_hello.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct client_hello {
  uint32_t client_version;  /* 0x0303 for TLS 1.2; not judged */
  struct tls12_span random; /* 32 bytes */
  struct tls12_span session_id;
  struct tls12_span cipher_suites; /* two bytes each */
  struct tls12_span compression_methods;
  uint32_t extensions_present;  /* 0 or 1: an absent block and an empty one mean the same, but are other bytes */
  struct tls12_span extensions; /* see message/extension.h; empty at the end of the body when absent */
};

/*@ predicate client_hello_in{L}(uint8_t *b, integer n, struct client_hello *v) =
      client_hello(b, n, v->client_version, b + v->random.offset, b + v->session_id.offset, v->session_id.length,
        b + v->cipher_suites.offset, v->cipher_suites.length,
        b + v->compression_methods.offset, v->compression_methods.length,
        v->extensions_present, b + v->extensions.offset, v->extensions.length);

    predicate client_hello_spans{L}(integer n, struct client_hello *v) =
      v->random.offset == 2 && v->random.length == 32 &&
      v->session_id.offset == 35 &&
      v->cipher_suites.offset == 37 + v->session_id.length &&
      v->compression_methods.offset == 38 + v->session_id.length + v->cipher_suites.length &&
      v->extensions_present <= 1 &&
      v->extensions.offset == n - v->extensions.length;
*/

/* Accepts exactly the encodings of a ClientHello. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_client_hello(body, length);
    ensures rule: \result.rule == client_hello_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == client_hello_offset(body, length);
    ensures length: \result.length == client_hello_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> client_hello_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> client_hello_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault client_hello_decode(const uint8_t *body, uint32_t length, struct client_hello *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a
 * ClientHello or there is no room. random has 32 bytes; extensions is a list as write_extension makes it, and empty
 * when extensions_present is 0. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(random + (0 .. 31)) &&
                       \valid_read(session_id.data + (0 .. session_id.length - 1)) &&
                       \valid_read(cipher_suites.data + (0 .. cipher_suites.length - 1)) &&
                       \valid_read(compression_methods.data + (0 .. compression_methods.length - 1)) &&
                       \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), random + (0 .. 31)) &&
                    \separated(out + (0 .. room - 1), session_id.data + (0 .. session_id.length - 1)) &&
                    \separated(out + (0 .. room - 1), cipher_suites.data + (0 .. cipher_suites.length - 1)) &&
                    \separated(out + (0 .. room - 1), compression_methods.data + (0 .. compression_methods.length - 1)) &&
                    \separated(out + (0 .. room - 1), list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes client_hello_value(version, session_id.length, cipher_suites.length, compression_methods.data,
                                 compression_methods.length, extensions_present, list.data, list.length);
      assumes client_hello_size(session_id.length, cipher_suites.length, compression_methods.length,
                                extensions_present, list.length) <= room;
      ensures length: \result == client_hello_size(session_id.length, cipher_suites.length, compression_methods.length,
                                                   extensions_present, list.length);
      ensures encoding: client_hello(out, \result, version, random, session_id.data, session_id.length,
                          cipher_suites.data, cipher_suites.length, compression_methods.data,
                          compression_methods.length, extensions_present, list.data, list.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(client_hello_value(version, session_id.length, cipher_suites.length, compression_methods.data,
                                   compression_methods.length, extensions_present, list.data, list.length) &&
                client_hello_size(session_id.length, cipher_suites.length, compression_methods.length,
                                  extensions_present, list.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t client_hello_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                             struct tls12_bytes cipher_suites, struct tls12_bytes compression_methods,
                             uint32_t extensions_present, struct tls12_bytes list, uint8_t *out, uint32_t room);

#endif
