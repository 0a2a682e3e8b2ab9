/* Choosing an application protocol, RFC 7301 section 3.2. A list is that of the extension without its length: names, each after
 * a byte with its length. What cannot be read as a name ends it. */
#ifndef TLS12_HANDSHAKE_PROTOCOLS_H
#define TLS12_HANDSHAKE_PROTOCOLS_H

#include "spec/alpn.h"
#include "wire/bytes.h"

/*@ // This name is in list[i .. e-1].
    predicate has_protocol{L}(uint8_t *list, integer i, integer e, uint8_t *name, integer n) =
      protocol_name_end(list, i, e) != 0 &&
      (vector8(list, i, protocol_name_end(list, i, e), name, n) ||
       has_protocol(list, protocol_name_end(list, i, e), e, name, n));

    // The name of ours at offset i is one of the offered.
    predicate protocol_shared{L}(uint8_t *ours, integer i, integer e, uint8_t *offered, integer n) =
      has_protocol(offered, 0, n, ours + (i + 1), protocol_name_end(ours, i, e) - i - 1);

    // The first name of ours[i .. e-1] that is offered begins at p; e: there is none.
    predicate first_shared{L}(uint8_t *ours, integer i, integer e, uint8_t *offered, integer n, integer p) =
      (protocol_name_end(ours, i, e) == 0 ==> p == e) &&
      (protocol_name_end(ours, i, e) != 0 && protocol_shared(ours, i, e, offered, n) ==> p == i) &&
      (protocol_name_end(ours, i, e) != 0 && !protocol_shared(ours, i, e, offered, n) ==>
        first_shared(ours, protocol_name_end(ours, i, e), e, offered, n, p));
*/

/* The offset at which a name begins in a list, with its length; the length of the list when it has it not. */
/*@ requires list: list.length <= TLS12_BODY_MAX && \valid_read(list.data + (0 .. list.length - 1));
    requires name: 1 <= name.length <= 255 && \valid_read(name.data + (0 .. name.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures found: \result < list.length <==> has_protocol(list.data, 0, list.length, name.data, name.length);
    ensures inside: \result <= list.length;
    ensures place: \result < list.length ==>
      vector8(list.data, \result, \result + 1 + name.length, name.data, name.length) &&
      \result + 1 + name.length <= list.length;
*/
uint32_t find_protocol(struct tls12_bytes list, struct tls12_bytes name);

/* The offset in `ours` of the first name that `offered` has as well; the length of ours when there is none. */
/*@ requires ours: ours.length <= TLS12_BODY_MAX && \valid_read(ours.data + (0 .. ours.length - 1));
    requires offered: offered.length <= TLS12_BODY_MAX && \valid_read(offered.data + (0 .. offered.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    //= build/requirements.md#R7301-3.2-01
    //= type=implication
    //# The server picks its most preferred protocol among those offered.
    ensures R7301_3_2_01: first_shared(ours.data, 0, ours.length, offered.data, offered.length, \result);
    ensures inside: \result <= ours.length;
    ensures whole: \result < ours.length ==> protocol_name_end(ours.data, \result, ours.length) != 0;
*/
uint32_t choose_protocol(struct tls12_bytes ours, struct tls12_bytes offered);

#endif
