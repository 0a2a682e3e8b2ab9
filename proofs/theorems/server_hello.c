/* ServerHello: round trips, which follow from the contracts of its decoder and encoder alone. */
#include "proofs/theorems/server_hello.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(random + (0 .. 31)) &&
                       \valid_read(session_id.data + (0 .. session_id.length - 1)) &&
                       \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, random + (0 .. 31)) &&
                    \separated(out + (0 .. room - 1), value, session_id.data + (0 .. session_id.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, list.data + (0 .. list.length - 1));
    requires value: server_hello_value(version, session_id.length, cipher_suite, compression_method, extensions_present,
                                       list.data, list.length);
    requires room: server_hello_size(session_id.length, extensions_present, list.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_server_version: value->server_version == version;
    ensures same_random: same_field(out + value->random.offset, value->random.length, random, 32);
    ensures same_session_id:
      same_field(out + value->session_id.offset, value->session_id.length, session_id.data, session_id.length);
    ensures same_cipher_suite: value->cipher_suite == cipher_suite;
    ensures same_compression_method: value->compression_method == compression_method;
    ensures same_extensions: (value->extensions_present == 0 <==> extensions_present == 0) &&
      same_field(out + value->extensions.offset, value->extensions.length, list.data, list.length);
*/
struct tls12_fault decode_of_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                                    uint32_t cipher_suite, uint32_t compression_method, uint32_t extensions_present,
                                    struct tls12_bytes list, uint8_t *out, uint32_t room, struct server_hello *value)
{
  uint32_t length = server_hello_encode(version, random, session_id, cipher_suite, compression_method,
                                        extensions_present, list, out, room);
  struct tls12_fault fault = server_hello_decode(out, length, value);
  /*@ assert written: server_hello(out, length, version, random, session_id.data, session_id.length, cipher_suite,
        compression_method, extensions_present, list.data, list.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  //@ assert read: server_hello_in(out, length, value);
  return fault;
}

/* encode(decode(b)) = b */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(out + (0 .. length - 1));
    requires apart: \separated(out + (0 .. length - 1), body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1];
    ensures same_length: is_server_hello(body, length) ==> \result == length;
    ensures same_bytes: is_server_hello(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct server_hello value;
  if (server_hello_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const uint8_t *random = body + value.random.offset;
  const struct tls12_bytes session_id = {body + value.session_id.offset, value.session_id.length};
  const struct tls12_bytes list = {body + value.extensions.offset, value.extensions.length};
  /*@ assert decoded: server_hello(body, length, value.server_version, random, session_id.data, session_id.length,
        value.cipher_suite, value.compression_method, value.extensions_present, list.data, list.length); */
  //@ assert inside: 35 + session_id.length <= length && value.extensions.offset + list.length <= length;
  /*@ assert value: server_hello_value(value.server_version, session_id.length, value.cipher_suite,
        value.compression_method, value.extensions_present, list.data, list.length); */
  //@ assert size: server_hello_size(session_id.length, value.extensions_present, list.length) == length;
  uint32_t written = server_hello_encode(value.server_version, random, session_id, value.cipher_suite,
                                         value.compression_method, value.extensions_present, list, out, length);
  /*@ assert written: written == length && server_hello(out, length, value.server_version, random, session_id.data,
        session_id.length, value.cipher_suite, value.compression_method, value.extensions_present, list.data,
        list.length); */
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  //@ assert body_stays: kept{Pre,Here}(body, 0, length);
  /*@ assert random_unchanged: \let d = random;
        \forall integer k; 0 <= k < 32 ==> d[k] == \at(d[k],Pre); */
  /*@ assert random_stays: \let d = random;
        kept{Pre,Here}(d, 0, 32); */
  /*@ assert session_id_unchanged: \let d = session_id.data; \let n = session_id.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert session_id_stays: \let d = session_id.data; \let n = session_id.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert list_unchanged: \let d = list.data; \let n = list.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert list_stays: \let d = list.data; \let n = list.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let random_d = random;
        \let session_id_d = session_id.data; \let session_id_n = session_id.length;
        \let list_d = list.data; \let list_n = list.length;
        server_hello_fields{Pre}(body, length, value.server_version, random_d, session_id_d, session_id_n,
          value.cipher_suite, value.compression_method, value.extensions_present, list_d, list_n); */
  /*@ assert stays: server_hello_fields(body, length, value.server_version, random, session_id.data, session_id.length,
        value.cipher_suite, value.compression_method, value.extensions_present, list.data, list.length); */
  return written;
}
