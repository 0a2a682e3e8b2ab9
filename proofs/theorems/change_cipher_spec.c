/* ChangeCipherSpec: round trips, from the contracts of decoder and encoder alone. It has one value, and so one encoding. */
#include "message/change_cipher_spec.h"
#include "proofs/theorems/fields.h"

/* decode(encode()) is accepted. */
/*@ requires range: 1 <= room <= TLS12_BODY_MAX;
    requires writable: \valid(out + (0 .. room - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. room - 1];
    ensures accepted: \result.rule == TLS12_NO_RULE;
*/
struct tls12_fault decode_of_encode(uint8_t *out, uint32_t room)
{
  return change_cipher_spec_decode(out, change_cipher_spec_encode(out, room));
}

/* encode(decode(b)) = b */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires writable: \valid(out + (0 .. length - 1));
    requires apart: \separated(out + (0 .. length - 1), body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. length - 1];
    ensures same_length: is_change_cipher_spec(body, length) ==> \result == length;
    ensures same_bytes: is_change_cipher_spec(body, length) ==> same(out, body, 0, length);
*/
uint32_t encode_of_decode(const uint8_t *body, uint32_t length, uint8_t *out)
{
  if (change_cipher_spec_decode(body, length).rule != TLS12_NO_RULE) return 0;
  uint32_t written = change_cipher_spec_encode(out, length);
  //@ assert unchanged: \forall integer k; 0 <= k < length ==> body[k] == \at(body[k],Pre);
  return written;
}
