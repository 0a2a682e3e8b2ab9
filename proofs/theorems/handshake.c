/* The header of a handshake message: round trips, from the contracts of decoder and encoder alone. */
#include "proofs/theorems/handshake.h"

/* decode(encode(v)) = v */
/*@ requires value: msg_type <= 255 && length <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. 3));
    terminates \true;
    exits \false;
    assigns out[0 .. 3];
    ensures same_msg_type: \result.msg_type == msg_type;
    ensures same_length: \result.length == length;
*/
struct handshake_header decode_of_encode(uint32_t msg_type, uint32_t length, uint8_t *out)
{
  handshake_header_encode(msg_type, length, out);
  return handshake_header_decode(out);
}

/* encode(decode(b)) = b */
/*@ requires readable: \valid_read(bytes + (0 .. 3));
    requires writable: \valid(out + (0 .. 3));
    requires apart: \separated(out + (0 .. 3), bytes + (0 .. 3));
    terminates \true;
    exits \false;
    assigns out[0 .. 3];
    ensures same_length: \result == 4;
    ensures same_bytes: same(out, bytes, 0, 4);
*/
uint32_t encode_of_decode(const uint8_t *bytes, uint8_t *out)
{
  const struct handshake_header header = handshake_header_decode(bytes);
  //@ assert decoded: handshake_header(bytes, header.msg_type, header.length);
  uint32_t written = handshake_header_encode(header.msg_type, header.length, out);
  //@ assert written: handshake_header(out, header.msg_type, header.length);
  //@ assert unchanged: \forall integer k; 0 <= k < 4 ==> bytes[k] == \at(bytes[k],Pre);
  //@ assert stays: handshake_header(bytes, header.msg_type, header.length);
  return written;
}
