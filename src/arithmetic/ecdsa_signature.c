#include "arithmetic/ecdsa_signature.h"

#include "arithmetic/value_lemmas.h"

#define INTEGER 0x02
#define SEQUENCE 0x30

/* The n bytes of b as `size` >= n bytes, padded with zeros on the left. */
/*@ requires size: n <= size <= 66;
    requires memory: \valid_read(b + (0 .. n - 1)) && \valid(out + (0 .. size - 1));
    requires separated: \separated(out + (0 .. size - 1), b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. size - 1];
    ensures padded: padded{Post,Pre}(out, size - n, b, n); */
static void pad_left(const uint8_t *b, uint32_t n, uint8_t *out, uint32_t size)
{
  const uint32_t z = size - n;
  /*@ loop invariant range: 0 <= i <= z;
      loop invariant zero: zeros(out, i);
      loop assigns i, out[0 .. size - 1];
      loop variant z - i; */
  for (uint32_t i = 0; i < z; i++) out[i] = 0;
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant zero: zeros(out, z);
      loop invariant same: \forall integer j; 0 <= j < i ==> out[z + j] == \at(b[j],Pre);
      loop assigns i, out[0 .. size - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[z + i] = b[i];
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
    ensures end: \result == number_end(b, at, end); */
static uint32_t integer_end(const uint8_t *b, uint32_t at, uint32_t end)
{
  if (end - at < 3 || b[at] != INTEGER) return 0;
  uint32_t n = b[at + 1];
  if (n == 0 || n > 127 || n > end - at - 2 || b[at + 2] > 127) return 0;
  if (n > 1 && b[at + 2] == 0 && b[at + 3] <= 127) return 0; /* a leading zero without need */
  return at + 2 + n;
}

/* Where the bytes of the INTEGER at b[at ..] begin, without the zero that keeps it from being negative. */
/*@ requires memory: \valid_read(b + (at .. at + 2)) && at < 4294967290;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures first: \result == number_first(b, at); */
static uint32_t integer_first(const uint8_t *b, uint32_t at)
{
  return b[at + 1] > 1 && b[at + 2] == 0 ? at + 3 : at + 2;
}

int ecdsa_signature_read(struct tls12_bytes signature, unsigned size, uint8_t *r, uint8_t *s)
{
  const uint8_t *b = signature.data;
  const uint32_t n = signature.length, start = sequence_start(b, n);
  if (start == 0) return 0;
  const uint32_t middle = integer_end(b, start, n);
  if (middle == 0 || integer_end(b, middle, n) != n) return 0;
  const uint32_t i = integer_first(b, start), j = integer_first(b, middle);
  if (middle - i > size || n - j > size) return 0;
  //@ assert form: is_signature(b, n, size);
  pad_left(b + i, middle - i, r, size);
  pad_left(b + j, n - j, s, size);
  //@ assert r: padded{Here,Pre}(r, size - (middle - i), b + i, middle - i);
  //@ assert s: padded{Here,Pre}(s, size - (n - j), b + j, n - j);
  return 1;
}

/* The zero bytes before those that count, of which there is at least one. */
/*@ requires size: 1 <= size <= 66;
    requires memory: \valid_read(value + (0 .. size - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result < size;
    ensures first: \result == size - 1 || value[\result] > 0;
    ensures value: value(value + \result, size - \result) == value(value, size); */
static uint32_t first_byte(const uint8_t *value, uint32_t size)
{
  uint32_t i = 0;
  /*@ loop invariant range: i < size;
      loop invariant value: value(value + i, size - i) == value(value, size);
      loop assigns i;
      loop variant size - i; */
  while (i + 1 < size && value[i] == 0) {
    //@ assert next: value(value + (i + 1), size - i - 1) == value(value + i, size - i);
    i++;
  }
  return i;
}

/* The INTEGER of the n bytes of b, after a zero byte when sign is 1, at out[at ..]. */
/*@ requires size: 1 <= n <= 66 && sign <= 1 && at <= 139;
    requires memory: \valid_read(b + (0 .. n - 1)) && \valid(out + (at .. at + 1 + sign + n));
    requires separated: \separated(out + (at .. at + 1 + sign + n), b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns out[at .. at + 1 + sign + n];
    ensures tag: out[at] == 0x02 && out[at + 1] == sign + n;
    ensures zero: sign == 1 ==> out[at + 2] == 0;
    ensures bytes: \forall integer i; 0 <= i < n ==> out[at + 2 + sign + i] == \old(b[i]); */
static void write_integer(const uint8_t *b, uint32_t n, uint32_t sign, uint8_t *out, uint32_t at)
{
  const uint32_t first = at + 2 + sign;
  out[at] = INTEGER;
  out[at + 1] = (uint8_t)(sign + n);
  out[at + 2] = 0;
  /*@ loop invariant range: 0 <= i <= n;
      loop invariant header: out[at] == 0x02 && out[at + 1] == sign + n && (sign == 1 ==> out[at + 2] == 0);
      loop invariant same: \forall integer j; 0 <= j < i ==> out[first + j] == \at(b[j],Pre);
      loop assigns i, out[at .. first + n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) out[first + i] = b[i];
}

uint32_t ecdsa_signature_write(const uint8_t *r, const uint8_t *s, unsigned size, uint8_t *out)
{
  const uint32_t i = first_byte(r, size), j = first_byte(s, size), m = size - i, n = size - j;
  const uint32_t u = r[i] > 127 ? 1 : 0, v = s[j] > 127 ? 1 : 0; /* a zero byte keeps a number positive */
  const uint32_t content = 4 + u + m + v + n;
  const uint32_t start = content > 127 ? 3 : 2, middle = start + 2 + u + m, end = middle + 2 + v + n;
  //@ assert short: u + m <= 66 && v + n <= 66;
  out[0] = SEQUENCE;
  out[1] = 0x81;
  out[start - 1] = (uint8_t)content;
  write_integer(r + i, m, u, out, start);
  write_integer(s + j, n, v, out, middle);
  //@ assert r: padded{Here,Pre}(out + (start + 2 + u), 0, r + i, m);
  //@ assert s: padded{Here,Pre}(out + (middle + 2 + v), 0, s + j, n);
  //@ assert start: signature_start(out, end) == start;
  //@ assert first: number_end(out, start, end) == middle && number_first(out, start) == start + 2 + u;
  //@ assert second: number_end(out, middle, end) == end && number_first(out, middle) == middle + 2 + v;
  return end;
}
