/* The keys of both directions out of the key block: RFC 5246 section 6.3. */
#ifndef TLS12_HANDSHAKE_RECORD_KEYS_H
#define TLS12_HANDSHAKE_RECORD_KEYS_H

#include "handshake/suite.h"
#include "record/protection.h"

/* The key for what the client sends, or (server is 1) for what the server sends. The key block is cut into client MAC, server
 * MAC, client key, server key, client IV, server IV. 0 if the suite's cipher and MAC do not go together. */
/*@ requires suite: \valid_read(suite) && TLS12_CIPHER_NULL <= suite->cipher <= TLS12_CIPHER_CHACHA20_POLY1305;
    requires server: 0 <= server <= 1;
    requires input: \valid_read(block + (0 .. 2 * (hash_size(suite->mac) + cipher_key(suite->cipher) +
                                                 cipher_fixed_iv(suite->cipher)) - 1));
    requires output: \valid(key);
    requires apart: \separated(key, suite, block + (0 .. 2 * (hash_size(suite->mac) + cipher_key(suite->cipher) +
                                                             cipher_fixed_iv(suite->cipher)) - 1));
    terminates \true;
    exits \false;
    assigns *key;
    ensures answer: \result == (0 < cipher_tag(suite->cipher) ? (hash_size(suite->mac) == 0 ? 1 : 0) :
      suite->cipher == TLS12_CIPHER_NULL || 0 < hash_size(suite->mac) ? 1 : 0);
    //= build/requirements.md#R5246-6.1-03
    //# The 64-bit sequence number of each direction is reset to 0 when a new state becomes active, the first record
    //# uses 0, and it grows by one per record, independently for read and write.
    ensures ready: \result == 1 ==> record_key_ready(key) && key->cipher == suite->cipher && key->sequence == 0;
    //= build/requirements.md#R5246-6.3-02
    //# key_block is cut, in order, into client and server MAC keys, client and server encryption keys, client and
    //# server fixed IVs; items not needed by the suite have length zero.
    ensures R5246_6_3_mac: \result == 1 && 0 < hash_size(suite->mac) ==> hashed(&key->hmac.inner) ==
      hmac_inner{Pre}(suite->mac, block + server * hash_size(suite->mac), hash_size(suite->mac));
    ensures R5246_6_3_iv: \result == 1 ==> \forall integer i; 0 <= i < cipher_fixed_iv(suite->cipher) ==>
      key->fixed_iv[i] == \old(block[2 * (hash_size(suite->mac) + cipher_key(suite->cipher)) +
                                    server * cipher_fixed_iv(suite->cipher) + i]);
*/
int make_record_key(const struct tls12_suite *suite, const uint8_t *block, uint32_t server,
                    enum tls12_direction direction, struct tls12_record_key *key);

/* RFC 7366: whether the key protects with encrypt-then-MAC; that counts for a CBC cipher only. A key that was just made is for
 * MAC-then-encrypt. */
/*@ requires key: \valid(key) && record_key_ready(key);
    terminates \true;
    exits \false;
    assigns key->encrypt_then_mac;
    ensures ready: record_key_ready(key);
    //= build/requirements.md#R7366-2-02
    //# Encrypt-then-MAC is not used unless both hellos carried it.
    ensures R7366_3_mechanism: key->encrypt_then_mac != 0 <==> encrypt_then_mac != 0 && 0 < cipher_block(key->cipher);
*/
void use_encrypt_then_mac(struct tls12_record_key *key, int encrypt_then_mac);

#endif
