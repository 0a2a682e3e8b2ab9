#include "arithmetic/ecdsa_signature.h"

#define INTEGER 0x02
#define SEQUENCE 0x30

/*@ requires memory: \valid(out + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
    requires separated: \separated(out + (0 .. n - 1), from + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures copy: same_bytes{Post,Pre}(out, from, n);
    ensures value: value(out, n) == \old(value(from, n)); */
static void copy_number(uint8_t *out, const uint8_t *from, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant same: same_bytes{Here,Pre}(out, from, i);
      loop assigns i, out[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[i] = from[i];
}

/*@ requires memory: \valid(out + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures zero: zero_bytes(out, n); */
static void write_zeros(uint8_t *out, uint32_t n)
{
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant zero: zero_bytes(out, i);
      loop assigns i, out[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[i] = 0;
}

/* The number of the n bytes of b as z + n bytes. */
/*@ requires size: z + n <= 66;
    requires memory: \valid_read(b + (0 .. n - 1)) && \valid(out + (0 .. z + n - 1));
    requires separated: \separated(out + (0 .. z + n - 1), b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. z + n - 1];
    ensures value: value(out, z + n) == \old(value(b, n)); */
static void pad_left(const uint8_t *b, uint32_t n, uint8_t *out, uint32_t z)
{
  copy_number(out + z, b, n);
  /*@ ghost Copied:; */
  write_zeros(out, z);
  //@ assert kept: same_bytes{Here,Copied}(out + z, out + z, n);
  //@ assert value: value(out + z, n) == \at(value(b, n),Pre);
}

/* Where the contents of the SEQUENCE that is all of b begin; 0 when b is none. */
/*@ requires memory: \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures start: \result == signature_start(b, n); */
static uint32_t sequence_start(const uint8_t *b, uint32_t n)
{
  if (n < 3 || b[0] != SEQUENCE) return n == 2 && b[0] == SEQUENCE && b[1] == 0 ? 2 : 0;
  if (b[1] < 128) return b[1] == n - 2 ? 2 : 0;
  return b[1] == 0x81 && b[2] >= 128 && b[2] == n - 3 ? 3 : 0;
}

/* Where the INTEGER at b[at .. end-1] ends; 0 when there is none, or it is negative. */
/*@ requires range: at <= end;
    requires memory: \valid_read(b + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end: \result == number_end(b, at, end);
    ensures inside: \result != 0 ==> at + 3 <= \result <= end; */
static uint32_t integer_end(const uint8_t *b, uint32_t at, uint32_t end)
{
  if (end - at < 3 || b[at] != INTEGER) return 0;
  uint32_t n = b[at + 1];
  if (n == 0 || n > 127 || n > end - at - 2 || b[at + 2] > 127) return 0;
  if (n > 1 && b[at + 2] == 0 && b[at + 3] <= 127) return 0; /* a leading zero without need */
  return at + 2 + n;
}

/* Where the bytes of the INTEGER at b[at ..] begin, without the zero that keeps it from being negative. */
/*@ requires memory: \valid_read(b + (at .. at + 2)) && at <= 4294967292;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures first: \result == number_first(b, at); */
static uint32_t integer_first(const uint8_t *b, uint32_t at)
{
  return b[at + 1] > 1 && b[at + 2] == 0 ? at + 3 : at + 2;
}

/* Reads the INTEGER at b[at .. end-1] as `size` bytes. Where it ends; 0 when there is none, or it does not fit. */
/*@ requires size: 1 <= size <= 66 && at <= end;
    requires memory: \valid_read(b + (0 .. end - 1)) && \valid(out + (0 .. size - 1));
    requires separated: \separated(out + (0 .. size - 1), b + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. size - 1];
    ensures end: number_at{Pre}(b, at, end, size) ? \result == number_end{Pre}(b, at, end) : \result == 0;
    ensures value: \result != 0 ==> value(out, size) == number_value{Pre}(b, at);
    ensures kept: same_bytes{Post,Pre}(b, b, end); */
static uint32_t read_integer(const uint8_t *b, uint32_t at, uint32_t end, uint8_t *out, uint32_t size)
{
  const uint32_t next = integer_end(b, at, end);
  if (next == 0) return 0;
  const uint32_t first = integer_first(b, at);
  if (next - first > size) return 0;
  pad_left(b + first, next - first, out, size - (next - first));
  return next;
}

int ecdsa_signature_read(struct tls12_bytes signature, unsigned size, uint8_t *r, uint8_t *s)
{
  const uint8_t *b = signature.data;
  const uint32_t n = signature.length, start = sequence_start(b, n);
  if (start == 0) return 0;
  const uint32_t middle = read_integer(b, start, n, r, size);
  if (middle == 0) return 0;
  /*@ ghost Read:; */
  //@ assert same: number_at(b, middle, n, size) <==> number_at{Pre}(b, middle, n, size);
  const uint32_t end = read_integer(b, middle, n, s, size);
  //@ assert kept: same_bytes{Here,Read}(r, r, size);
  return end == n;
}

/* A number for an INTEGER: its bytes that count, of which there is at least one, and whether a zero byte goes before them
 * to keep it positive. */
struct integer {
  const uint8_t *bytes;
  uint32_t n, sign;
};

/*@ // As struct integer says.
    predicate is_integer{L}(uint8_t *b, integer n, integer zeros) =
      1 <= n && zeros + n <= 66 && (n == 1 || b[0] > 0) && zeros == (b[0] > 127 ? 1 : 0);

    // The INTEGER at b[i .. e-1], with the number v of n bytes.
    predicate integer_at{L}(uint8_t *b, integer i, integer e, integer n, integer v) =
      number_end(b, i, e) == e && number_size(b, i) == n && number_value(b, i) == v; */

/*@ requires size: 1 <= size <= 66;
    requires top: size == 66 ==> number[0] <= 127;
    requires memory: \valid_read(number + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures bytes: 1 <= \result.n <= size && \result.bytes == number + (size - \result.n);
    ensures integer: is_integer(\result.bytes, \result.n, \result.sign);
    ensures value: value(\result.bytes, \result.n) == value(number, size); */
static struct integer integer_of(const uint8_t *number, uint32_t size)
{
  uint32_t i = 0;
  /*@ loop invariant range: 0 <= i < size;
      loop invariant zero: zero_bytes(number, i);
      loop assigns i;
      loop variant size - i; */
  while (i + 1 < size && number[i] == 0) i++;
  return (struct integer){number + i, size - i, number[i] > 127 ? 1 : 0};
}

/* Tag and length of a SEQUENCE with so many bytes of contents; where they begin. */
/*@ requires content: 6 <= content <= 136;
    requires memory: \valid(out + (0 .. 2));
    terminates \true;
    exits \false;
    assigns out[0 .. 2];
    ensures start: \result == (content > 127 ? 3 : 2);
    ensures header: signature_start(out, \result + content) == \result; */
static uint32_t write_header(uint8_t *out, uint32_t content)
{
  const uint32_t start = content > 127 ? 3 : 2;
  out[0] = SEQUENCE;
  out[1] = 0x81;
  out[start - 1] = (uint8_t)content;
  return start;
}

/* Tag and length of an INTEGER of `length` bytes, the first of them zero if zeros is 1. */
/*@ requires length: 1 <= length <= 66 && zeros <= 1 && at <= 71;
    requires memory: \valid(out + (at .. at + 1 + zeros));
    terminates \true;
    exits \false;
    assigns out[at .. at + 1 + zeros];
    ensures head: out[at] == 0x02 && out[at + 1] == length;
    ensures zero: zeros == 1 ==> out[at + 2] == 0; */
static void write_head(uint8_t *out, uint32_t at, uint32_t length, uint32_t zeros)
{
  out[at] = INTEGER;
  out[at + 1] = (uint8_t)length;
  if (zeros == 1) out[at + 2] = 0;
}

/* The INTEGER at out[at ..]. */
/*@ requires integer: is_integer(i.bytes, i.n, i.sign) && at <= 71;
    requires memory: \valid_read(i.bytes + (0 .. i.n - 1)) && \valid(out + (at .. at + 1 + i.sign + i.n));
    requires separated: \separated(out + (at .. at + 1 + i.sign + i.n), i.bytes + (0 .. i.n - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 1 + i.sign + i.n];
    ensures end: \result == at + 2 + i.sign + i.n;
    ensures integer: integer_at(out, at, \result, i.n, \old(value(i.bytes, i.n))); */
static uint32_t write_integer(struct integer i, uint8_t *out, uint32_t at)
{
  const uint32_t first = at + 2 + i.sign;
  copy_number(out + first, i.bytes, i.n);
  /*@ ghost Copied:; */
  //@ assert top: out[first] == \at(i.bytes[0],Pre);
  write_head(out, at, i.sign + i.n, i.sign);
  //@ assert kept: same_bytes{Here,Copied}(out + first, out + first, i.n);
  //@ assert value: value(out + first, i.n) == \at(value(i.bytes, i.n),Pre);
  //@ assert zero: i.sign == 1 ==> out[at + 2] == 0 && out[at + 3] > 127;
  //@ assert none: i.sign == 0 ==> out[at + 2] <= 127 && (i.n == 1 || out[at + 2] > 0);
  //@ assert first: number_first(out, at) == first;
  //@ assert end: number_end(out, at, first + i.n) == first + i.n;
  return first + i.n;
}

/* Both at out[start ..]. */
/*@ requires integers: is_integer(i.bytes, i.n, i.sign) && is_integer(j.bytes, j.n, j.sign) && start <= 3;
    requires memory: \valid_read(i.bytes + (0 .. i.n - 1)) && \valid_read(j.bytes + (0 .. j.n - 1)) &&
                     \valid(out + (0 .. ECDSA_SIGNATURE_MAX - 1));
    requires separated: \separated(out + (0 .. ECDSA_SIGNATURE_MAX - 1), i.bytes + (0 .. i.n - 1)) &&
                        \separated(out + (0 .. ECDSA_SIGNATURE_MAX - 1), j.bytes + (0 .. j.n - 1));
    terminates \true;
    exits \false;
    assigns out[start .. start + 3 + i.sign + i.n + j.sign + j.n];
    ensures end: \result == start + 4 + i.sign + i.n + j.sign + j.n;
    ensures first: integer_at(out, start, start + 2 + i.sign + i.n, i.n, \old(value(i.bytes, i.n)));
    ensures second: integer_at(out, start + 2 + i.sign + i.n, \result, j.n, \old(value(j.bytes, j.n))); */
static uint32_t write_integers(struct integer i, struct integer j, uint8_t *out, uint32_t start)
{
  const uint32_t middle = write_integer(i, out, start);
  /*@ ghost First:; */
  //@ assert source: same_bytes{Here,Pre}(j.bytes, j.bytes, j.n);
  //@ assert value: value(j.bytes, j.n) == \at(value(j.bytes, j.n),Pre);
  //@ assert integer: is_integer(j.bytes, j.n, j.sign);
  const uint32_t end = write_integer(j, out, middle);
  //@ assert kept: same_bytes{Here,First}(out, out, middle);
  return end;
}

uint32_t ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out)
{
  const struct integer i = integer_of(r, size), j = integer_of(s, size);
  const uint32_t start = write_header(out, 4 + i.sign + i.n + j.sign + j.n);
  /*@ ghost Header:; */
  //@ assert kept: same_bytes{Here,Pre}(r, r, size) && same_bytes{Here,Pre}(s, s, size);
  //@ assert r: value(i.bytes, i.n) == \at(value(r, size),Pre) && is_integer(i.bytes, i.n, i.sign);
  //@ assert s: value(j.bytes, j.n) == \at(value(s, size),Pre) && is_integer(j.bytes, j.n, j.sign);
  const uint32_t end = write_integers(i, j, out, start);
  //@ assert header: same_bytes{Here,Header}(out, out, start);
  //@ assert start: signature_start(out, end) == start;
  //@ assert first: number_at(out, start, end, size) && number_end(out, start, end) == start + 2 + i.sign + i.n;
  //@ assert second: number_at(out, start + 2 + i.sign + i.n, end, size);
  return end;
}
