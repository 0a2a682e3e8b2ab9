/* seq_num, type, version, length: the additional data of RFC 5246 section 6.2.3.3, and the head of the MAC's input. */
#ifndef TLS12_RECORD_HEAD_H
#define TLS12_RECORD_HEAD_H

#include <stdint.h>

#include "spec/presentation.h"

#define TLS12_RECORD_HEAD 13

/*@ logic integer be64{L}(uint8_t *b, integer i) = 4294967296 * be32(b, i) + be32(b, i + 4); */

/*@ requires memory: \valid(out + (0 .. 7));
    terminates \true;
    exits \false;
    assigns out[0 .. 7];
    ensures value: be64(out, 0) == sequence;
*/
void sequence_bytes(uint64_t sequence, uint8_t out[8]);

/*@ requires memory: \valid(head + (0 .. TLS12_RECORD_HEAD - 1));
    requires range: length <= 0xFFFF;
    terminates \true;
    exits \false;
    assigns head[0 .. TLS12_RECORD_HEAD - 1];
    //= build/requirements.md#R5246-6.2.3.3-01
    //= type=implication
    //# AEAD additional data is seq_num+type+version+plaintext length; the explicit nonce of record_iv_length bytes
    //# precedes the ciphertext.
    ensures sequence: be64(head, 0) == sequence;
    ensures type: head[8] == type;
    ensures version: be16(head, 9) == version;
    ensures length: be16(head, 11) == length;
*/
void record_head(uint64_t sequence, uint8_t type, uint16_t version, uint32_t length, uint8_t head[TLS12_RECORD_HEAD]);

#endif
