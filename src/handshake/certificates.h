/* The Certificate messages of both sides, RFC 5246 sections 7.4.2 and 7.4.6. A failure shows in e->status. */
#ifndef TLS12_HANDSHAKE_CERTIFICATES_H
#define TLS12_HANDSHAKE_CERTIFICATES_H

#include "handshake/internal.h"
#include "x509/verify.h"

/* The chain that a peer sent, leaf first. It lies in the body. */
struct peer_chain {
  struct tls12_bytes certificates[TLS12_CHAIN_MAX];
  uint32_t count;
  struct tls12_x509 leaf;
};

/* The body of Certificate with the chain of e->credential, in OWN_BODY(e): its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    terminates \true;
    exits \false;
    assigns FAILING(e), e->message[HEADER .. TLS12_MESSAGE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= OWN_ROOM;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_certificate(struct tls12_engine *e);

/* Takes a certificate_list that the decoder accepted apart, and parses the leaf. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires list: 3 < list.length && list.offset + list.length <= TLS12_BODY_MAX &&
      \valid_read(body + (0 .. list.offset + list.length - 1)) && \valid(chain);
    requires apart: \separated(e, chain, body + (0 .. list.offset + list.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), *chain;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && 0 < chain->count <= TLS12_CHAIN_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
void read_chain(struct tls12_engine *e, const uint8_t *body, struct tls12_span list, struct peer_chain *chain);

/* The chain[index] is refused. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires alert: TLS12_NO_ALERT <= fault.alert <= 255;
    requires chain: \valid_read(chain) && index < chain->count <= TLS12_CHAIN_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
void refuse_certificate(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain, uint32_t index,
                        struct tls12_fault fault);

/* Verifies the chain, unless any is accepted, for this purpose and host (length 0: none), signed with the accepted pairs; and
 * keeps the key of the leaf. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires chain: \valid_read(chain) && 0 < chain->count <= TLS12_CHAIN_MAX;
    requires host: \valid_read(host.data + (0 .. host.length - 1));
    requires accepted: \valid_read(accepted.data + (0 .. accepted.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->peer_key_kind, e->peer_key_group, e->peer_key, e->peer_exponent;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void accept_chain(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain,
                  enum tls12_purpose purpose, struct tls12_bytes host, struct tls12_bytes accepted);

/* The static key of the leaf is the peer's share: RFC 5246 sections 7.4.3 and 7.4.7.2, RFC 4492 sections 2 and 3.2. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires chain: \valid_read(chain) && 0 < chain->count <= TLS12_CHAIN_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e), e->dh_p, e->dh_g, e->ec_group, e->peer_share;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void use_static_key(struct tls12_engine *e, const uint8_t *body, const struct peer_chain *chain);

#endif
