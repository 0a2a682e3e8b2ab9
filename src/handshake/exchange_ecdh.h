/* Key exchange on a curve: RFC 8422 sections 5.4, 5.7 and 5.10. The curve is e->ec_group, the server's point is the client's
 * e->peer_share; a failure shows in e->status. */
#ifndef TLS12_HANDSHAKE_EXCHANGE_ECDH_H
#define TLS12_HANDSHAKE_EXCHANGE_ECDH_H

#include "handshake/internal.h"
#include "handshake/key_share.h"
#include "message/server_ecdh_params.h"

/* The client's: checks the server's point, which lies in the body, and keeps it and its curve, which was offered. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires point: at.named_curve <= 65535 && at.point.length <= 255 && at.point.offset <= TLS12_BODY_MAX &&
      \valid_read(body + (at.point.offset .. at.point.offset + at.point.length - 1)) &&
      \separated(e, body + (at.point.offset .. at.point.offset + at.point.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->ec_group, e->peer_share;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->ec_group == at.named_curve;
    ensures place: same_place{Pre,Post}(e);
*/
void use_ecdh_params(struct tls12_engine *e, const uint8_t *body, struct server_ecdh_params at);

/* The client's point, whose length it answers with, and the secret that both agree on. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires memory: \valid(share + (0 .. ECDH_POINT_MAX - 1)) && \valid(secret + (0 .. ECDH_SIZE_MAX - 1)) && \valid(secret_length);
    requires apart: \separated(e, share + (0 .. ECDH_POINT_MAX - 1), secret + (0 .. ECDH_SIZE_MAX - 1), secret_length);
    terminates \true;
    exits \false;
    assigns FAILING(e), share[0 .. ECDH_POINT_MAX - 1], secret[0 .. ECDH_SIZE_MAX - 1], *secret_length;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result == share_length(e->ec_group) &&
      *secret_length == share_size(e->ec_group);
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_ecdh_share(struct tls12_engine *e, uint8_t *share, uint8_t *secret, uint32_t *secret_length);

/* The server's point, whose length it answers with. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires memory: \valid(share + (0 .. ECDH_POINT_MAX - 1)) && \separated(e, share + (0 .. ECDH_POINT_MAX - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->private_share_length, share[0 .. ECDH_POINT_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result == share_length(e->ec_group);
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_ecdh_params(struct tls12_engine *e, uint8_t *share);

/* The server's: checks the client's point, which lies in the body; the length of the secret that both agree on. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires share: at.length <= 255 && at.offset <= TLS12_BODY_MAX &&
      \valid_read(body + (at.offset .. at.offset + at.length - 1)) &&
      \separated(e, body + (at.offset .. at.offset + at.length - 1));
    requires memory: \valid(secret + (0 .. ECDH_SIZE_MAX - 1)) && \separated(e, secret + (0 .. ECDH_SIZE_MAX - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), secret[0 .. ECDH_SIZE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result == share_size(e->ec_group);
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t accept_ecdh_share(struct tls12_engine *e, const uint8_t *body, struct tls12_span at, uint8_t *secret);

/* The client's secret when its point is that of its certificate, RFC 4492 section 3.2: its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires key: \valid_read(scalar.data + (0 .. scalar.length - 1));
    requires memory: \valid(secret + (0 .. ECDH_SIZE_MAX - 1)) && \separated(e, secret + (0 .. ECDH_SIZE_MAX - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), secret[0 .. ECDH_SIZE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result == share_size(e->ec_group);
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t agree_with_ecdh_key(struct tls12_engine *e, struct tls12_bytes scalar, uint8_t *secret);

#endif
