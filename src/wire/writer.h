/* Writing of RFC 5246 section 4 to out[at ..]. The caller has checked room and lengths; a writer cannot fail and answers
 * with the offset after what it wrote. */
#ifndef TLS12_WIRE_WRITER_H
#define TLS12_WIRE_WRITER_H

#include <stdint.h>
#include "spec/presentation.h"
#include "wire/bytes.h"

/* 4.4: unsigned integers, most significant byte first. */
/*@ requires range: value <= 255 && at <= TLS12_BODY_MAX;
    requires writable: \valid(out + (at .. at));
    terminates \true;
    exits \false;
    assigns out[at .. at];
    ensures end: \result == at + 1;
    ensures written: out[at] == value;
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_uint8(uint8_t *out, uint32_t at, uint32_t value);

/*@ requires range: value <= 65535 && at <= TLS12_BODY_MAX + 2;
    requires writable: \valid(out + (at .. at + 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 1];
    ensures end: \result == at + 2;
    ensures written: be16(out, at) == value;
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_uint16(uint8_t *out, uint32_t at, uint32_t value);

/*@ requires range: value <= 16777215 && at <= TLS12_BODY_MAX;
    requires writable: \valid(out + (at .. at + 2));
    terminates \true;
    exits \false;
    assigns out[at .. at + 2];
    ensures end: \result == at + 3;
    ensures written: be24(out, at) == value;
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_uint24(uint8_t *out, uint32_t at, uint32_t value);

/*@ requires range: at <= TLS12_BODY_MAX;
    requires writable: \valid(out + (at .. at + 3));
    terminates \true;
    exits \false;
    assigns out[at .. at + 3];
    ensures end: \result == at + 4;
    ensures written: be32(out, at) == value;
    ensures before: kept{Pre,Here}(out, 0, at);
*/
uint32_t write_uint32(uint8_t *out, uint32_t at, uint32_t value);

/* 4.3: opaque v[n], the bytes alone. */
/*@ requires range: content.length <= TLS12_BODY_MAX && at <= TLS12_BODY_MAX + 3;
    requires readable: \valid_read(content.data + (0 .. content.length - 1));
    requires writable: \valid(out + (0 .. at + content.length - 1));
    requires apart: \separated(out + (0 .. at + content.length - 1), content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + content.length - 1];
    ensures written: fixed(out, at, \result, content.data, content.length);
    ensures before: kept{Pre,Here}(out, 0, at);
    ensures source: kept{Pre,Here}(content.data, 0, content.length);
*/
uint32_t write_fixed(uint8_t *out, uint32_t at, struct tls12_bytes content);

/* 4.3: opaque v<..2^8-1>, v<..2^16-1> and v<..2^24-1>. */
/*@ requires range: content.length <= 255 && at <= TLS12_BODY_MAX;
    requires readable: \valid_read(content.data + (0 .. content.length - 1));
    requires writable: \valid(out + (0 .. at + content.length));
    requires apart: \separated(out + (0 .. at + content.length), content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + content.length];
    ensures end: \result == at + 1 + content.length;
    ensures written: vector8(out, at, \result, content.data, content.length);
    ensures before: kept{Pre,Here}(out, 0, at);
    ensures source: kept{Pre,Here}(content.data, 0, content.length);
*/
uint32_t write_vector8(uint8_t *out, uint32_t at, struct tls12_bytes content);

/*@ requires range: content.length <= 65535 && at <= TLS12_BODY_MAX;
    requires readable: \valid_read(content.data + (0 .. content.length - 1));
    requires writable: \valid(out + (0 .. at + 1 + content.length));
    requires apart: \separated(out + (0 .. at + 1 + content.length), content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 1 + content.length];
    ensures end: \result == at + 2 + content.length;
    ensures written: vector16(out, at, \result, content.data, content.length);
    ensures before: kept{Pre,Here}(out, 0, at);
    ensures source: kept{Pre,Here}(content.data, 0, content.length);
*/
uint32_t write_vector16(uint8_t *out, uint32_t at, struct tls12_bytes content);

/*@ requires range: content.length <= 16777215 && at <= TLS12_BODY_MAX;
    requires readable: \valid_read(content.data + (0 .. content.length - 1));
    requires writable: \valid(out + (0 .. at + 2 + content.length));
    requires apart: \separated(out + (0 .. at + 2 + content.length), content.data + (0 .. content.length - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 2 + content.length];
    ensures end: \result == at + 3 + content.length;
    ensures written: vector24(out, at, \result, content.data, content.length);
    ensures before: kept{Pre,Here}(out, 0, at);
    ensures source: kept{Pre,Here}(content.data, 0, content.length);
*/
uint32_t write_vector24(uint8_t *out, uint32_t at, struct tls12_bytes content);

#endif
