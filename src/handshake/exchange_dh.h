/* Finite-field Diffie-Hellman key exchange: RFC 5246 sections 7.4.3, 7.4.7.2 and 8.1.2. The group is in e->dh_p and e->dh_g, the
 * server's share is the client's e->peer_share; a failure shows in e->status. */
#ifndef TLS12_HANDSHAKE_EXCHANGE_DH_H
#define TLS12_HANDSHAKE_EXCHANGE_DH_H

#include "handshake/internal.h"
#include "message/server_dh_params.h"
#include "spec/dh.h"

/* The client's: checks the server's group and share, which lie in the body, and keeps them. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires fields: \valid_read(body + (0 .. at.dh_Ys.offset + at.dh_Ys.length - 1)) &&
      at.dh_p.offset + at.dh_p.length <= at.dh_Ys.offset && at.dh_g.offset + at.dh_g.length <= at.dh_Ys.offset &&
      at.dh_Ys.offset + at.dh_Ys.length <= TLS12_BODY_MAX &&
      at.dh_p.length <= 65535 && at.dh_g.length <= 65535 && at.dh_Ys.length <= 65535;
    requires apart: \separated(e, body + (0 .. at.dh_Ys.offset + at.dh_Ys.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->dh_p, e->dh_g, e->peer_share;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures R7919_3_04: e->status < TLS12_CLOSED ==>
      is_dh_group(&e->dh_p.bytes[0], e->dh_p.length, &e->dh_g.bytes[0], e->dh_g.length) &&
      is_dh_public(&e->dh_p.bytes[0], e->dh_p.length, &e->peer_share.bytes[0], e->peer_share.length);
    ensures place: same_place{Pre,Post}(e);
*/
void use_dh_params(struct tls12_engine *e, const uint8_t *body, struct server_dh_params at);

/* The client's share, whose length it answers with, and the secret that both agree on. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires group: is_dh_group(&e->dh_p.bytes[0], e->dh_p.length, &e->dh_g.bytes[0], e->dh_g.length) &&
      is_dh_public(&e->dh_p.bytes[0], e->dh_p.length, &e->peer_share.bytes[0], e->peer_share.length);
    requires memory: \valid(share + (0 .. TLS12_PUBLIC_VALUE_MAX - 1)) && \valid(secret + (0 .. TLS12_PUBLIC_VALUE_MAX - 1)) &&
      \valid(secret_length);
    requires apart: \separated(e, share + (0 .. TLS12_PUBLIC_VALUE_MAX - 1), secret + (0 .. TLS12_PUBLIC_VALUE_MAX - 1),
                               secret_length);
    terminates \true;
    exits \false;
    assigns FAILING(e), share[0 .. TLS12_PUBLIC_VALUE_MAX - 1], secret[0 .. TLS12_PUBLIC_VALUE_MAX - 1], *secret_length;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result == e->dh_p.length &&
      *secret_length <= TLS12_PUBLIC_VALUE_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_dh_share(struct tls12_engine *e, uint8_t *share, uint8_t *secret, uint32_t *secret_length);

/* The server's share of the group e->dh_group, whose length it answers with. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires memory: \valid(share + (0 .. TLS12_PUBLIC_VALUE_MAX - 1)) && \separated(e, share + (0 .. TLS12_PUBLIC_VALUE_MAX - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->private_share_length, e->dh_p, e->dh_g, share[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result == e->dh_p.length;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t make_dh_params(struct tls12_engine *e, uint8_t *share);

/* The server's: checks the client's share, which lies in the body; the length of the secret that both agree on. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires group: is_dh_modulus(&e->dh_p.bytes[0], e->dh_p.length) &&
      1 <= e->private_share_length <= TLS12_PUBLIC_VALUE_MAX;
    requires share: at.length <= 65535 && at.offset <= TLS12_BODY_MAX &&
      \valid_read(body + (at.offset .. at.offset + at.length - 1)) &&
      \separated(e, body + (at.offset .. at.offset + at.length - 1));
    requires memory: \valid(secret + (0 .. TLS12_PUBLIC_VALUE_MAX - 1)) && \separated(e, secret + (0 .. TLS12_PUBLIC_VALUE_MAX - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), secret[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= TLS12_PUBLIC_VALUE_MAX &&
      is_dh_public(&e->dh_p.bytes[0], e->dh_p.length, body + at.offset, at.length);
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t accept_dh_share(struct tls12_engine *e, const uint8_t *body, struct tls12_span at, uint8_t *secret);

/* The client's secret when its share is the DH key of its certificate, RFC 5246 section 7.4.7.2: its length. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires group: is_dh_modulus(&e->dh_p.bytes[0], e->dh_p.length) &&
      is_dh_public(&e->dh_p.bytes[0], e->dh_p.length, &e->peer_share.bytes[0], e->peer_share.length);
    requires key: \valid_read(x.data + (0 .. x.length - 1));
    requires memory: \valid(secret + (0 .. TLS12_PUBLIC_VALUE_MAX - 1)) && \separated(e, secret + (0 .. TLS12_PUBLIC_VALUE_MAX - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), secret[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && \result <= TLS12_PUBLIC_VALUE_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t agree_with_dh_key(struct tls12_engine *e, struct tls12_bytes x, uint8_t *secret);

/* Whether two numbers are the same; either may begin with zero bytes (R5246-4.4-02). */
/*@ requires readable: \valid_read(a.data + (0 .. a.length - 1)) && \valid_read(b.data + (0 .. b.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> value(a.data, a.length) == value(b.data, b.length);
*/
int same_number(struct tls12_bytes a, struct tls12_bytes b);

/* Room for two numbers of TLS12_PUBLIC_VALUE_MAX bytes and a zero byte each, with their headers and that of their SEQUENCE. */
#define DH_PARAMETERS_MAX (4 + 2 * (4 + 1 + TLS12_PUBLIC_VALUE_MAX))

/* SEQUENCE { p INTEGER, g INTEGER } of the group in DER, as DH keys in certificates begin (spec/fixed_parameters.h): its length. */
/*@ requires engine: \valid_read(e) && 0 < e->dh_p.length <= TLS12_PUBLIC_VALUE_MAX && 0 < e->dh_g.length <= TLS12_PUBLIC_VALUE_MAX;
    requires memory: \valid(der + (0 .. DH_PARAMETERS_MAX - 1)) && \separated(e, der + (0 .. DH_PARAMETERS_MAX - 1));
    terminates \true;
    exits \false;
    assigns der[0 .. DH_PARAMETERS_MAX - 1];
    ensures length: \result <= DH_PARAMETERS_MAX;
*/
uint32_t write_dh_parameters(const struct tls12_engine *e, uint8_t *der);

#endif
