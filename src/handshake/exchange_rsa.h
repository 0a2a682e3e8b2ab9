/* RSA key exchange, RFC 5246 section 7.4.7.1; of RSA_PSK (RFC 4279 section 4) the part that is RSA. A failure shows in
 * e->status. */
#ifndef TLS12_HANDSHAKE_EXCHANGE_RSA_H
#define TLS12_HANDSHAKE_EXCHANGE_RSA_H

#include "handshake/internal.h"

/* Bytes of the secret: the version and 46 random ones. */
#define RSA_SECRET_LENGTH 48

/* The client's: makes the secret, and encrypts it with the key of the server's certificate. The length of what it sends. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires memory: \valid(encrypted + (0 .. TLS12_PUBLIC_VALUE_MAX - 1)) && \valid(secret + (0 .. RSA_SECRET_LENGTH - 1));
    requires apart: \separated(e, encrypted + (0 .. TLS12_PUBLIC_VALUE_MAX - 1), secret + (0 .. RSA_SECRET_LENGTH - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), encrypted[0 .. TLS12_PUBLIC_VALUE_MAX - 1], secret[0 .. RSA_SECRET_LENGTH - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= TLS12_PUBLIC_VALUE_MAX;
    ensures R5246_7_4_7_1_02: e->status < TLS12_CLOSED ==> be16(secret, 0) == e->client_version;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_rsa_secret(struct tls12_engine *e, uint8_t *encrypted, uint8_t *secret);

/* The server's: the secret, or random bytes when what came is malformed (rsa_decrypt_premaster). */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires encrypted: \valid_read(encrypted.data + (0 .. encrypted.length - 1)) && encrypted.length <= 65535;
    requires memory: \valid(secret + (0 .. RSA_SECRET_LENGTH - 1));
    requires apart: \separated(secret + (0 .. RSA_SECRET_LENGTH - 1), e, encrypted.data + (0 .. encrypted.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), secret[0 .. RSA_SECRET_LENGTH - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures length: \result == RSA_SECRET_LENGTH;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t open_rsa_secret(struct tls12_engine *e, struct tls12_bytes encrypted, uint8_t *secret);

#endif
