/* encrypt_then_mac, RFC 7366: whether it is offered, and what comes of it in a connection with several handshakes. */
#ifndef TLS12_HANDSHAKE_ENCRYPT_THEN_MAC_H
#define TLS12_HANDSHAKE_ENCRYPT_THEN_MAC_H

#include "handshake/internal.h"

/* Whether ClientHello has encrypt_then_mac: with a CBC suite, unless the connection has settled on MAC-then-encrypt, which
 * RFC 7366 section 3.1 asks to keep. */
/*@ requires engine: \valid_read(e) && \valid_read(e->config);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures refused: e->config->without_encrypt_then_mac != 0 || e->block_mechanism == TLS12_MECHANISM_MAC_THEN_ENCRYPT ==> \result == 0;
    ensures answer: \result == 0 || \result == 1;
*/
int offers_encrypt_then_mac(const struct tls12_engine *e);

/* The peer's hello is read and e->suite is chosen. e->encrypt_then_mac, which says whether that hello has the extension, then
 * says whether both have it. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    terminates \true;
    exits \false;
    assigns FAILING(e), e->encrypt_then_mac, e->block_mechanism;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    //= build/requirements.md#R7366-2-02
    //# Encrypt-then-MAC is not used unless both hellos carried it.
    ensures both: e->encrypt_then_mac != 0 ==> \old(e->encrypt_then_mac) != 0;
    //= build/requirements.md#R7366-3-02
    //# If a stream or AEAD suite is selected the server does not answer with the extension.
    ensures block: e->status < TLS12_CLOSED && e->encrypt_then_mac != 0 ==> 0 < cipher_block(e->suite->cipher);
    //= build/requirements.md#R7366-3.1-01
    //# A renegotiation never goes from encrypt-then-MAC back to MAC-then-encrypt, not even via an AEAD suite in
    //# between.
    ensures no_way_back: e->status < TLS12_CLOSED && \old(e->block_mechanism) == TLS12_MECHANISM_ENCRYPT_THEN_MAC ==>
      e->block_mechanism == TLS12_MECHANISM_ENCRYPT_THEN_MAC &&
      (0 < cipher_block(e->suite->cipher) ==> e->encrypt_then_mac != 0);
    //= build/requirements.md#R7366-3.1-02
    //# The mechanism is kept unchanged over all rehandshakes.
    ensures kept: e->status < TLS12_CLOSED && e->role == TLS12_SERVER && \old(e->block_mechanism) == TLS12_MECHANISM_MAC_THEN_ENCRYPT ==>
      e->block_mechanism == TLS12_MECHANISM_MAC_THEN_ENCRYPT;
    ensures place: same_place{Pre,Post}(e);
*/
void settle_encrypt_then_mac(struct tls12_engine *e);

#endif
