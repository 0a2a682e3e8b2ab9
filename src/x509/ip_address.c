#include "x509/ip_address.h"

/* The longest text: eight groups of four digits, the last two as IPv4. */
#define TEXT_MAX 45

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result <= 16;
*/
static uint32_t hex_digit(uint8_t c)
{
  if (c >= '0' && c <= '9') return c - 48u;
  if (c >= 'a' && c <= 'f') return c - 87u;
  if (c >= 'A' && c <= 'F') return c - 55u;
  return 16;
}

/* Four decimal numbers without leading zeros. */
/*@ requires readable: \valid_read(text + (0 .. n - 1)) && n <= TEXT_MAX;
    requires writable: \valid(address + (0 .. 3));
    requires apart: \separated(address + (0 .. 3), text + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns address[0 .. 3];
    ensures \result == 0 || \result == 4;
*/
static uint32_t read_ipv4(const uint8_t *text, uint32_t n, uint8_t *address)
{
  uint32_t part = 0, value = 0, digits = 0;
  /*@ loop invariant 0 <= k <= n;
      loop invariant part <= 3 && value <= 255 && digits <= 3;
      loop assigns k, part, value, digits, address[0 .. 3];
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++) {
    if (text[k] == '.') {
      if (digits == 0 || part == 3) return 0;
      address[part] = (uint8_t)value;
      part++;
      value = 0;
      digits = 0;
    } else {
      if (text[k] < '0' || text[k] > '9' || digits == 3 || (digits != 0 && value == 0)) return 0;
      value = 10 * value + (text[k] - 48u);
      digits++;
      if (value > 255) return 0;
    }
  }
  if (part != 3 || digits == 0) return 0;
  address[3] = (uint8_t)value;
  return 4;
}

/* Moves what follows "::", bytes from `gap` to `filled`, to the end and fills the gap with zeros. */
/*@ requires range: gap <= filled <= 16;
    requires writable: \valid(address + (0 .. 15));
    terminates \true;
    exits \false;
    assigns address[0 .. 15];
*/
static void spread(uint8_t *address, uint32_t gap, uint32_t filled)
{
  uint32_t from = filled;
  /*@ loop invariant gap <= from <= filled;
      loop invariant from <= to <= 16;
      loop assigns to, from, address[0 .. 15];
      loop variant to; */
  for (uint32_t to = 16; to > gap; to--) {
    if (from > gap) {
      from--;
      address[to - 1] = address[from];
    } else {
      address[to - 1] = 0;
    }
  }
}

uint32_t x509_ip_address(const uint8_t *text, uint32_t n, uint8_t *address)
{
  if (n > TEXT_MAX) return 0;
  if (read_ipv4(text, n, address) == 4) return 4;
  uint32_t filled = 0, gap = 17, at = 0; /* gap 17: no "::" so far */
  if (n >= 2 && text[0] == ':' && text[1] == ':') {
    gap = 0;
    at = 2;
  }
  /*@ loop invariant at <= n && filled <= 16 && (gap <= filled || gap == 17);
      loop assigns at, filled, gap, address[0 .. 15];
      loop variant n - at; */
  while (at < n) {
    uint32_t value = 0, digits = 0, start = at;
    /*@ loop invariant start <= at <= n && digits <= 4 && digits == at - start;
        loop invariant (digits == 0 ==> value == 0) && (digits == 1 ==> value <= 15) && (digits == 2 ==> value <= 255) &&
          (digits == 3 ==> value <= 4095) && value <= 65535;
        loop assigns at, value, digits;
        loop variant n - at; */
    while (at < n && digits < 4) {
      const uint32_t digit = hex_digit(text[at]);
      if (digit == 16) break;
      value = 16 * value + digit;
      at++;
      digits++;
    }
    if (at < n && text[at] == '.') { /* the last 32 bits as IPv4 */
      if (filled > 12 || read_ipv4(text + start, n - start, address + filled) == 0) return 0;
      filled += 4;
      break;
    }
    if (digits == 0 || filled > 14) return 0;
    address[filled] = (uint8_t)(value / 256);
    address[filled + 1] = (uint8_t)(value % 256);
    filled += 2;
    if (at == n) break;
    if (text[at] != ':' || at + 1 == n) return 0;
    at++;
    if (text[at] == ':') {
      if (gap != 17) return 0;
      gap = filled;
      at++;
    }
  }
  if (gap == 17) return filled == 16 ? 16 : 0;
  if (filled > 14) return 0;
  spread(address, gap, filled);
  return 16;
}
