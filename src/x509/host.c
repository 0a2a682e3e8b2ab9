/* Host names and IP addresses against subjectAltName: RFC 6125 sections 6.4.1 and 6.4.3, RFC 5280 section 4.2.1.6. */
#include "x509/der.h"
#include "x509/ip_address.h"
#include "x509/verify.h"

/*@ logic integer lower(integer c) = 'A' <= c <= 'Z' ? c + 32 : c;

    predicate same_text{L}(uint8_t *a, uint8_t *b, integer n) =
      \forall integer k; 0 <= k < n ==> lower(a[k]) == lower(b[k]);

    predicate first_dot_at{L}(uint8_t *text, integer l) =
      text[l] == '.' && \forall integer k; 0 <= k < l ==> text[k] != '.';

    predicate has_dot{L}(uint8_t *text, integer n) = \exists integer k; 0 <= k < n && text[k] == '.';

    predicate wildcard_name{L}(uint8_t *name, integer n) =
      3 <= n && name[0] == '*' && name[1] == '.' && has_dot(name + 2, n - 2);

    predicate wildcard_matches{L}(uint8_t *name, integer n, uint8_t *host, integer h) =
      n <= h && wildcard_name(name, n) && first_dot_at(host, h - (n - 1)) &&
      same_text(name + 2, host + (h - (n - 2)), n - 2);
*/

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures lower: \result == lower(c);
*/
static uint8_t lower_case(uint8_t c)
{
  return c >= 'A' && c <= 'Z' ? (uint8_t)(c + 32) : c;
}

/*@ requires readable: \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> same_text(a, b, n);
*/
static int texts_equal(const uint8_t *a, const uint8_t *b, uint32_t n)
{
  /*@ loop invariant inside: 0 <= k <= n;
      loop invariant same: same_text(a, b, k);
      loop assigns k;
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++)
    if (lower_case(a[k]) != lower_case(b[k])) return 0;
  return 1;
}

/* The offset of the first dot; n if there is none. */
/*@ requires readable: \valid_read(text + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: \result <= n;
    ensures dot: \result < n ==> text[\result] == '.';
    ensures first: \forall integer k; 0 <= k < \result ==> text[k] != '.';
    ensures some: \result < n <==> has_dot(text, n);
*/
static uint32_t first_dot(const uint8_t *text, uint32_t n)
{
  /*@ loop invariant inside: 0 <= k <= n;
      loop invariant none: \forall integer j; 0 <= j < k ==> text[j] != '.';
      loop assigns k;
      loop variant n - k; */
  for (uint32_t k = 0; k < n; k++)
    if (text[k] == '.') return k;
  return n;
}

/* Whether the first label of a name that goes on after it is text[0 .. l-1]. */
/*@ requires readable: \valid_read(text + (0 .. l));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures ends: \result != 0 <==> first_dot_at(text, l);
*/
static int first_label_ends(const uint8_t *text, uint32_t l)
{
  return text[l] == '.' && first_dot(text, l) == l;
}

/* RFC 6125 section 6.4.3: "*" alone is the left-most label; at least two labels follow. */
/*@ requires readable: \valid_read(name + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures wildcard: \result != 0 <==> wildcard_name(name, n);
*/
static int is_wildcard(const uint8_t *name, uint32_t n)
{
  return n >= 3 && name[0] == '*' && name[1] == '.' && first_dot(name + 2, n - 2) < n - 2;
}

/* The label "*" stands for exactly one. */
/*@ requires readable: \valid_read(name + (0 .. n - 1)) && \valid_read(host + (0 .. h - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures covers: \result != 0 <==> wildcard_matches(name, n, host, h);
*/
static int wildcard_covers(const uint8_t *name, uint32_t n, const uint8_t *host, uint32_t h)
{
  return n <= h && is_wildcard(name, n) && first_label_ends(host, h - (n - 1)) &&
         texts_equal(name + 2, host + (h - (n - 2)), n - 2);
}

/*@ requires readable: \valid_read(name + (0 .. n - 1)) && \valid_read(host + (0 .. h - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures matches: \result != 0 <==> n == h && same_text(name, host, n) || wildcard_matches(name, n, host, h);
*/
static int name_matches(const uint8_t *name, uint32_t n, const uint8_t *host, uint32_t h)
{
  return (n == h && texts_equal(name, host, n)) || wildcard_covers(name, n, host, h);
}

/*@ requires readable: \valid_read(entry + (0 .. n - 1)) && \valid_read(host.data + (0 .. host.length - 1)) &&
      \valid_read(address + (0 .. 15));
    requires size: size == 0 || size == 4 || size == 16;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures address: size != 0 ==> (\result != 0 <==> tag == DER_CONTEXT + 7 && n == size &&
      \forall integer k; 0 <= k < n ==> entry[k] == address[k]);
    ensures name: size == 0 ==> (\result != 0 <==> tag == DER_CONTEXT + 2 && (n == host.length &&
      same_text(entry, host.data, n) || wildcard_matches(entry, n, host.data, host.length)));
*/
static int entry_matches(uint8_t tag, const uint8_t *entry, uint32_t n, struct tls12_bytes host, const uint8_t *address,
                         uint32_t size)
{
  if (size != 0) return tag == DER_CONTEXT + 7 && n == size && der_same_bytes(entry, address, size);
  return tag == DER_CONTEXT + 2 && name_matches(entry, n, host.data, host.length);
}

int x509_is_for_host(const uint8_t *der, const struct tls12_x509 *certificate, struct tls12_bytes host)
{
  uint8_t address[16] = {0};
  uint32_t size = x509_ip_address(host.data, host.length, address);
  uint32_t next = certificate->extensions.subject_alt_name.offset;
  uint32_t end = next + certificate->extensions.subject_alt_name.length;
  if (size == 0 && host.length > 1 && host.data[host.length - 1] == '.')
    host.length = host.length - 1; /* a trailing dot says that the name is absolute, and is no part of it */
  if (host.length == 0) return 0;
  /*@ loop invariant inside: next <= end;
      loop invariant readable: \valid_read(der + (0 .. end - 1));
      loop assigns next;
      loop variant end - next; */
  while (next != end) {
    uint32_t after = der_read_any(der, next, end);
    if (after == 0) return 0;
    uint32_t contents = der_contents_of(der, next);
    if (entry_matches(der[next], der + contents, after - contents, host, address, size)) return 1;
    next = after;
  }
  return 0;
}
