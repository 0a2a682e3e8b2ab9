/* ServerHello, RFC 5246 section 7.4.1.3. The bytes are those of the message body, without the handshake header. */
#ifndef TLS12_MESSAGE_SERVER_HELLO_H
#define TLS12_MESSAGE_SERVER_HELLO_H

#include "spec/server_hello.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The fields, without their lengths. They stay in the body, which the caller keeps. */
struct server_hello {
  uint32_t server_version;  /* 0x0303 for TLS 1.2; not judged */
  struct tls12_span random; /* 32 bytes */
  struct tls12_span session_id;
  uint32_t cipher_suite;        /* high byte first */
  uint32_t compression_method;  /* 0: null */
  uint32_t extensions_present;  /* 0 or 1: an absent block and an empty one mean the same, but are other bytes */
  struct tls12_span extensions; /* see message/extension.h; empty at the end of the body when absent */
};

/*@ predicate server_hello_in{L}(uint8_t *b, integer n, struct server_hello *v) =
      server_hello(b, n, v->server_version, b + v->random.offset, b + v->session_id.offset, v->session_id.length,
        v->cipher_suite, v->compression_method,
        v->extensions_present, b + v->extensions.offset, v->extensions.length);

    predicate server_hello_spans{L}(integer n, struct server_hello *v) =
      v->random.offset == 2 && v->random.length == 32 &&
      v->session_id.offset == 35 &&
      v->extensions_present <= 1 &&
      v->extensions.offset == n - v->extensions.length;
*/

/* Accepts exactly the encodings of a ServerHello. A refused body leaves *value as it was. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(value);
    requires apart: \separated(value, body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns *value;
    ensures exact: \result.rule == TLS12_NO_RULE <==> is_server_hello(body, length);
    ensures rule: \result.rule == server_hello_rule(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures offset: \result.offset == server_hello_offset(body, length);
    ensures length: \result.length == server_hello_extent(body, length);
    ensures value: \result.rule == TLS12_NO_RULE ==> server_hello_in(body, length, value);
    ensures spans: \result.rule == TLS12_NO_RULE ==> server_hello_spans(length, value);
    ensures untouched: \result.rule != TLS12_NO_RULE ==> *value == \old(*value);
*/
struct tls12_fault server_hello_decode(const uint8_t *body, uint32_t length, struct server_hello *value);

/* Writes the body to out[0 .. room-1] and answers with its length; 0, and nothing written, if the fields are not a
 * ServerHello or there is no room. random has 32 bytes; extensions is a list as write_extension makes it, and empty
 * when extensions_present is 0. */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(random + (0 .. 31)) &&
                       \valid_read(session_id.data + (0 .. session_id.length - 1)) &&
                       \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1));
    requires apart: \separated(out + (0 .. room - 1), random + (0 .. 31)) &&
                    \separated(out + (0 .. room - 1), session_id.data + (0 .. session_id.length - 1)) &&
                    \separated(out + (0 .. room - 1), list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    behavior written:
      assumes server_hello_value(version, session_id.length, cipher_suite, compression_method, extensions_present,
                                 list.data, list.length);
      assumes server_hello_size(session_id.length, extensions_present, list.length) <= room;
      ensures length: \result == server_hello_size(session_id.length, extensions_present, list.length);
      ensures encoding: server_hello(out, \result, version, random, session_id.data, session_id.length, cipher_suite,
                          compression_method, extensions_present, list.data, list.length);
      ensures outside: kept{Pre,Here}(out, \result, room);
    behavior refused:
      assumes !(server_hello_value(version, session_id.length, cipher_suite, compression_method, extensions_present,
                                   list.data, list.length) &&
                server_hello_size(session_id.length, extensions_present, list.length) <= room);
      ensures none: \result == 0;
      ensures outside: kept{Pre,Here}(out, 0, room);
    complete behaviors;
    disjoint behaviors;
*/
uint32_t server_hello_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                             uint32_t cipher_suite, uint32_t compression_method, uint32_t extensions_present,
                             struct tls12_bytes list, uint8_t *out, uint32_t room);

#endif
