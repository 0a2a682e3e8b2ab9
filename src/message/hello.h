/* How both hellos begin and end, RFC 5246 sections 7.4.1.2 and 7.4.1.3: version, random and session_id; extensions. */
#ifndef TLS12_MESSAGE_HELLO_H
#define TLS12_MESSAGE_HELLO_H

#include "spec/extension.h"
#include "spec/hello.h"
#include "wire/bytes.h"
#include "wire/fault.h"

/* Whether a hello begins well; when accepted, the offset is that after session_id. `rule` is that of session_id. */
/*@ requires range: length <= TLS12_BODY_MAX;
    requires readable: \valid_read(body + (0 .. length - 1));
    requires rule: rule == R5246_7_4_1_2_04 || rule == R5246_7_4_1_3_03;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures rule: \result.rule == hello_head_rule(body, length, rule);
    ensures offset: \result.offset == hello_head_offset(body, length);
    ensures length: \result.length == hello_head_extent(body, length);
    ensures alert: \result.alert == alert_for(\result.rule);
    ensures exact: \result.rule == TLS12_NO_RULE <==> hello_head_end(body, length) != 0;
    ensures end: \result.rule == TLS12_NO_RULE ==> \result.offset == hello_head_end(body, length);
*/
struct tls12_fault read_hello_head(const uint8_t *body, uint32_t length, enum tls12_rule rule);

/* Writes it to out[0 ..] and answers with the offset after it. random has 32 bytes. */
/*@ requires range: version <= 65535 && session_id.length <= 32;
    requires readable: \valid_read(random + (0 .. 31)) && \valid_read(session_id.data + (0 .. session_id.length - 1));
    requires writable: \valid(out + (0 .. 34 + session_id.length));
    requires apart: \separated(out + (0 .. 34 + session_id.length), random + (0 .. 31)) &&
                    \separated(out + (0 .. 34 + session_id.length), session_id.data + (0 .. session_id.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. 34 + session_id.length];
    ensures end: \result == 35 + session_id.length;
    ensures written: hello_head(out, version, random, session_id.data, session_id.length);
    ensures random: kept{Pre,Here}(random, 0, 32);
    ensures session_id: kept{Pre,Here}(session_id.data, 0, session_id.length);
*/
uint32_t write_hello_head(uint8_t *out, uint32_t version, const uint8_t *random, struct tls12_bytes session_id);

/* Writes the end of a hello at offset `at`: nothing, or the list that it is given. Answers with the offset after it. */
/*@ requires range: at <= TLS12_BODY_MAX && list.length <= (present == 0 ? 0 : 65535);
    requires list: present == 0 || extensions(list.data, 0, list.length);
    requires readable: \valid_read(list.data + (0 .. list.length - 1));
    requires writable: \valid(out + (0 .. at + hello_extensions_size(present, list.length) - 1));
    requires apart: \separated(out + (0 .. at + hello_extensions_size(present, list.length) - 1),
                               list.data + (0 .. list.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + hello_extensions_size(present, list.length) - 1];
    ensures end: \result == at + hello_extensions_size(present, list.length);
    ensures written: hello_extensions(out, at, \result, present, list.data, list.length);
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_hello_extensions(uint8_t *out, uint32_t at, uint32_t present, struct tls12_bytes list);

#endif
