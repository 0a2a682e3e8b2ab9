/* What a client refuses of a well-formed CertificateRequest; the definitions are in spec/requested.h. */
#ifndef TLS12_HANDSHAKE_REQUESTED_H
#define TLS12_HANDSHAKE_REQUESTED_H

#include "spec/requested.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* The certificate_types, in this key exchange: TLS12_NO_RULE, or the first that it prohibits. */
/*@ requires range: types.offset + types.length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (types.offset .. types.offset + types.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures accepted: \result.rule == TLS12_NO_RULE <==>
      no_type_prohibited(key_exchange, body, types.offset, types.offset + types.length);
    ensures rule: \result.rule == TLS12_NO_RULE || \result.rule == R4492_3_01;
    ensures place: \result.rule != TLS12_NO_RULE ==> types.offset <= \result.offset < types.offset + types.length;
*/
struct tls12_fault check_requested_types(enum tls12_key_exchange key_exchange, const uint8_t *body,
                                         struct tls12_span types);

/* The elements of certificate_authorities: TLS12_NO_RULE, or the first that is not a Name in DER. */
/*@ requires range: authorities.offset + authorities.length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (authorities.offset .. authorities.offset + authorities.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule ==
      (authorities_stop(body, authorities.offset, authorities.offset + authorities.length) ==
       authorities.offset + authorities.length ? TLS12_NO_RULE : R5246_7_4_4_06);
    ensures place: \result.offset == authorities_stop(body, authorities.offset, authorities.offset + authorities.length);
*/
struct tls12_fault check_requested_authorities(const uint8_t *body, struct tls12_span authorities);

#endif
