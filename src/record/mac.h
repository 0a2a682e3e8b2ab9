/* The MAC of a record, RFC 5246 section 6.2.3.1: over seq_num, type, version, length and the content. */
#ifndef TLS12_RECORD_MAC_H
#define TLS12_RECORD_MAC_H

#include "record/head.h"
#include "record/protection.h"

/* Of data[0 .. n-1], under the key's sequence number. */
/*@ requires key: \valid(key) && record_key_ready(key) && 0 < hash_size(key->mac);
    requires input: n <= 0xFFFF && \valid_read(data + (0 .. n - 1));
    requires output: \valid(mac + (0 .. hash_size(key->mac) - 1));
    requires apart: \separated(key, data + (0 .. n - 1)) && \separated(key, mac + (0 .. hash_size(key->mac) - 1));
    terminates \true;
    exits \false;
    assigns key->hmac.message, mac[0 .. hash_size(key->mac) - 1];
    //= build/requirements.md#R5246-6.2.3.1-01
    //# The MAC covers seq_num, type, version, the plaintext length and the fragment, in that order, before
    //# encryption.
    ensures ready: record_key_ready(key);
*/
void record_mac(struct tls12_record_key *key, uint8_t type, uint16_t version, const uint8_t *data, uint32_t n,
                uint8_t *mac);

#endif
