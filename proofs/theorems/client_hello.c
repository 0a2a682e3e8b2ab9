/* ClientHello: round trips, which follow from the contracts of its decoder and encoder alone. */
#include "proofs/theorems/client_hello.h"

/* decode(encode(v)) = v */
/*@ requires range: room <= TLS12_BODY_MAX;
    requires readable: \valid_read(random + (0 .. 31)) &&
                       \valid_read(session_id.data + (0 .. session_id.length - 1)) &&
                       \valid_read(cipher_suites.data + (0 .. cipher_suites.length - 1)) &&
                       \valid_read(compression_methods.data + (0 .. compression_methods.length - 1)) &&
                       \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. room - 1)) && \valid(value);
    requires apart: \separated(out + (0 .. room - 1), value, random + (0 .. 31)) &&
                    \separated(out + (0 .. room - 1), value, session_id.data + (0 .. session_id.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, cipher_suites.data + (0 .. cipher_suites.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, compression_methods.data + (0 .. compression_methods.length - 1)) &&
                    \separated(out + (0 .. room - 1), value, list.data + (0 .. list.length - 1));
    requires value: client_hello_value(version, session_id.length, cipher_suites.length, compression_methods.data,
                                       compression_methods.length, extensions_present, list.data, list.length);
    requires room: client_hello_size(session_id.length, cipher_suites.length, compression_methods.length,
                                     extensions_present, list.length) <= room;
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1], *value;
    ensures accepted: \result.rule == TLS12_NO_RULE;
    ensures same_client_version: value->client_version == version;
    ensures same_random: same_field(out + value->random.offset, value->random.length, random, 32);
    ensures same_session_id:
      same_field(out + value->session_id.offset, value->session_id.length, session_id.data, session_id.length);
    ensures same_cipher_suites:
      same_field(out + value->cipher_suites.offset, value->cipher_suites.length, cipher_suites.data, cipher_suites.length);
    ensures same_compression_methods:
      same_field(out + value->compression_methods.offset, value->compression_methods.length,
                 compression_methods.data, compression_methods.length);
    ensures same_extensions: (value->extensions_present == 0 <==> extensions_present == 0) &&
      same_field(out + value->extensions.offset, value->extensions.length, list.data, list.length);
*/
struct tls12_fault decode_of_encode(uint32_t version, const uint8_t *random, struct tls12_bytes session_id,
                                    struct tls12_bytes cipher_suites, struct tls12_bytes compression_methods,
                                    uint32_t extensions_present, struct tls12_bytes list, uint8_t *out, uint32_t room,
                                    struct client_hello *value)
{
  uint32_t length = client_hello_encode(version, random, session_id, cipher_suites, compression_methods,
                                        extensions_present, list, out, room);
  struct tls12_fault fault = client_hello_decode(out, length, value);
  /*@ assert written: client_hello(out, length, version, random, session_id.data, session_id.length,
        cipher_suites.data, cipher_suites.length, compression_methods.data, compression_methods.length,
        extensions_present, list.data, list.length); */
  //@ assert accepted: fault.rule == TLS12_NO_RULE;
  //@ assert read: client_hello_in(out, length, value);
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
    ensures same_length: is_client_hello(body, length) ==> \result == length;
    ensures same_bytes: is_client_hello(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  struct client_hello value;
  if (client_hello_decode(body, length, &value).rule != TLS12_NO_RULE) return 0;
  const uint8_t *random = body + value.random.offset;
  const struct tls12_bytes session_id = {body + value.session_id.offset, value.session_id.length};
  const struct tls12_bytes suites = {body + value.cipher_suites.offset, value.cipher_suites.length};
  const struct tls12_bytes methods = {body + value.compression_methods.offset, value.compression_methods.length};
  const struct tls12_bytes list = {body + value.extensions.offset, value.extensions.length};
  /*@ assert decoded: client_hello(body, length, value.client_version, random, session_id.data, session_id.length,
        suites.data, suites.length, methods.data, methods.length, value.extensions_present, list.data, list.length); */
  /*@ assert inside: 35 + session_id.length <= length && value.cipher_suites.offset + suites.length <= length &&
        value.compression_methods.offset + methods.length <= length && value.extensions.offset + list.length <= length; */
  /*@ assert value: client_hello_value(value.client_version, session_id.length, suites.length, methods.data, methods.length,
        value.extensions_present, list.data, list.length); */
  /*@ assert size: client_hello_size(session_id.length, suites.length, methods.length, value.extensions_present,
        list.length) == length; */
  uint32_t written = client_hello_encode(value.client_version, random, session_id, suites, methods,
                                         value.extensions_present, list, out, length);
  /*@ assert written: written == length && client_hello(out, length, value.client_version, random, session_id.data,
        session_id.length, suites.data, suites.length, methods.data, methods.length, value.extensions_present,
        list.data, list.length); */
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
  /*@ assert suites_unchanged: \let d = suites.data; \let n = suites.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert suites_stays: \let d = suites.data; \let n = suites.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert methods_unchanged: \let d = methods.data; \let n = methods.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert methods_stays: \let d = methods.data; \let n = methods.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert list_unchanged: \let d = list.data; \let n = list.length;
        \forall integer k; 0 <= k < n ==> d[k] == \at(d[k],Pre); */
  /*@ assert list_stays: \let d = list.data; \let n = list.length;
        kept{Pre,Here}(d, 0, n); */
  /*@ assert before:
        \let random_d = random;
        \let session_id_d = session_id.data; \let session_id_n = session_id.length;
        \let suites_d = suites.data; \let suites_n = suites.length;
        \let methods_d = methods.data; \let methods_n = methods.length;
        \let list_d = list.data; \let list_n = list.length;
        client_hello_fields{Pre}(body, length, value.client_version, random_d, session_id_d, session_id_n,
          suites_d, suites_n, methods_d, methods_n, value.extensions_present, list_d, list_n); */
  /*@ assert stays: client_hello_fields(body, length, value.client_version, random, session_id.data, session_id.length,
        suites.data, suites.length, methods.data, methods.length, value.extensions_present, list.data, list.length); */
  return written;
}
