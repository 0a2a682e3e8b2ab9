/* RFC 5246 section 6.2: the record header, and how handshake messages lie in records.
 *
 *   struct {
 *     ContentType type;          uint8, 20 to 23
 *     ProtocolVersion version;   { 3, 3 } for TLS 1.2; { 3, x } before the version is agreed (E.1)
 *     uint16 length;             at most 2^14 of TLSPlaintext, 2^14 + 2048 of TLSCiphertext
 *     opaque fragment[length];   not empty, but for application data
 *   } TLSPlaintext, TLSCiphertext;
 */
#ifndef TLS12_SPEC_RECORD_H
#define TLS12_SPEC_RECORD_H

#include "spec/alerts.h"
#include "spec/handshake_types.h"
#include "spec/rules.h"

#include <stdint.h>

#define TLS12_RECORD_HEADER 5u
#define TLS12_PLAINTEXT_MAX 16384u
#define TLS12_CIPHERTEXT_MAX 18432u

/* What the receiver knows of a record before it reads it: is its fragment protected, is the version agreed. */
struct tls12_record_context {
  int protected;
  int agreed;
};

/*@ logic integer fragment_max(struct tls12_record_context c) =
      c.protected ? TLS12_CIPHERTEXT_MAX : TLS12_PLAINTEXT_MAX;
    logic integer record_length{L}(uint8_t *b) = 256 * b[3] + b[4];

    logic boolean content_type(integer type) = TLS12_CHANGE_CIPHER_SPEC <= type <= TLS12_APPLICATION_DATA;

    // Only application data may come in an empty fragment; of a protected record that is seen after decryption.
    logic boolean empty_forbidden(integer type, integer length) = length == 0 && type != TLS12_APPLICATION_DATA;

    //= build/requirements.md#R5246-E.1-04
    //= type=implication
    //# Any record-layer version {03,XX} is accepted on records carrying ClientHello.
    //= build/requirements.md#R8996-4-02
    //= type=implication
    //# Any record-layer version {03,XX} on the ClientHello remains acceptable.
    //= build/requirements.md#R5246-E.2-01
    //= type=implication
    //# An SSL 2.0-framed CLIENT-HELLO may be accepted; a resumption request must use the TLS form. (Not implementing
    //# it is conforming; the first byte then fails record parsing.)
    // The rule that the header b[0 .. 4] breaks, the first that fits; TLS12_NO_RULE for a header.
    logic integer record_header_rule{L}(uint8_t *b, struct tls12_record_context c) =
      !content_type(b[0])                                           ? R5246_6_02 :
      b[1] != 3 || (c.agreed && b[2] != 3)                          ? R5246_6_2_1_05 :
      record_length(b) > fragment_max(c) && c.protected             ? R5246_6_2_3_01 :
      record_length(b) > fragment_max(c)                            ? R5246_6_2_1_01 :
      !c.protected && empty_forbidden(b[0], record_length(b))       ? R5246_6_2_1_02 :
                                                                      TLS12_NO_RULE;
    logic integer record_rule_alert(integer rule) =
      rule == R5246_6_02 || rule == R5246_6_2_1_02        ? TLS12_UNEXPECTED_MESSAGE :
      rule == R5246_6_2_1_05                              ? TLS12_PROTOCOL_VERSION :
      rule == R5246_6_2_1_01 || rule == R5246_6_2_3_01    ? TLS12_RECORD_OVERFLOW :
                                                            TLS12_NO_ALERT;
    logic integer record_rule_offset(integer rule) =
      rule == R5246_6_2_1_05                                                        ? 1 :
      rule == R5246_6_2_1_01 || rule == R5246_6_2_3_01 || rule == R5246_6_2_1_02    ? 3 : 0;
    logic integer record_rule_length(integer rule) =
      rule == TLS12_NO_RULE ? 0 : rule == R5246_6_02 ? 1 : 2;
*/

/* 7.4: a handshake message is a type, a uint24 length and that many bytes. Where the message that begins at m[0] ends, as
 * far as its first n bytes tell: with less than a header, where the header ends. */
#define TLS12_MESSAGE_HEADER 4u

/*@ logic integer message_end{L}(uint8_t *m, integer n) =
      n < TLS12_MESSAGE_HEADER ? TLS12_MESSAGE_HEADER :
                                 TLS12_MESSAGE_HEADER + 65536 * m[1] + 256 * m[2] + m[3];

    predicate message_complete{L}(uint8_t *m, integer n) =
      TLS12_MESSAGE_HEADER <= n && n == message_end(m, n);
*/

#endif
