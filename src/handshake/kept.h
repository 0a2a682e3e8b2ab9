/* Values that are kept beyond the message that brought them. */
#ifndef TLS12_HANDSHAKE_KEPT_H
#define TLS12_HANDSHAKE_KEPT_H

#include "crypto/hash.h"
#include "wire/bytes.h"

/* The longest modulus, prime or public value that an engine holds: 8192 bits. */
#define TLS12_PUBLIC_VALUE_MAX 1024

/* What one side keeps of the peer's public key or key share, out of the message that brought it. */
struct tls12_public_value {
  uint32_t length;
  uint8_t bytes[TLS12_PUBLIC_VALUE_MAX];
};

/* The bytes of a field that a decoder located. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures place: \result.data == body + span.offset && \result.length == span.length;
*/
struct tls12_bytes part(const uint8_t *body, struct tls12_span span);

/* Keeps a value beyond the message that brought it; 0 if it is longer than TLS12_PUBLIC_VALUE_MAX. */
/*@ requires memory: \valid(kept) && \valid_read(value.data + (0 .. value.length - 1));
    requires apart: \separated(kept, value.data + (0 .. value.length - 1));
    terminates \true;
    exits \false;
    assigns *kept;
    ensures answer: \result == (value.length <= TLS12_PUBLIC_VALUE_MAX ? 1 : 0);
    ensures kept: \result == 1 ==> kept->length == value.length &&
      copy{Post,Pre}(&kept->bytes[0], 0, value.data, value.length);
    ensures refused: \result == 0 ==> kept->length == \old(kept->length);
*/
int keep_public_value(struct tls12_public_value *kept, struct tls12_bytes value);

/*@ requires memory: \valid_read(kept);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result.data == &kept->bytes[0] && \result.length == kept->length;
*/
struct tls12_bytes public_value(const struct tls12_public_value *kept);

/* The digest of client_random || server_random || params, what the signature of ServerKeyExchange covers (RFC 5246
 * section 7.4.3); the bytes lie in digest. */
/*@ requires input: \valid_read(client_random + (0 .. 31)) && \valid_read(server_random + (0 .. 31)) &&
                    \valid_read(params.data + (0 .. params.length - 1));
    requires output: \valid(digest + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns digest[0 .. hash_size(hash) - 1];
    //= build/requirements.md#R5246-7.4.3-07
    //= type=implication
    //# The signature covers client_random(32), server_random(32) and the exact params bytes as sent, with their
    //# length prefixes.
    //= build/requirements.md#R8422-5.4-07
    //= type=implication
    //# The signature covers client_random, server_random and the params bytes; in TLS 1.2 it is a DigitallySigned
    //# with the negotiated pair (SHA in the RFC text stands for that hash).
    ensures R5246_7_4_3_digest: digest_at(digest, hash_size(hash), hash,
      with_bytes{Pre}(with_bytes{Pre}(with_bytes{Pre}(empty_text, client_random, 32), server_random, 32), params.data,
                      params.length));
    ensures place: \result.data == digest && \result.length == hash_size(hash);
*/
struct tls12_bytes signed_digest(enum tls12_hash hash, const uint8_t *client_random, const uint8_t *server_random,
                                 struct tls12_bytes params, uint8_t *digest);

#endif
