#include "x509/fixed_parameters.h"

#include "x509/der.h"

/* Where g ends. */
/*@ requires range: end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end: \result == group_end(bytes, 0, end);
    ensures inside: \result != 0 ==> 2 <= der_contents(bytes, 0) <= \result <= end;
    ensures known_length: \result != 0 ==> bytes[1] <= 131 && bytes[1] != 128;
*/
static uint32_t read_group(const uint8_t *bytes, uint32_t end)
{
  if (end == 0 || der_read(bytes, 0, end, DER_SEQUENCE) != end) return 0;
  const uint32_t g = der_read_integer(bytes, der_contents_of(bytes, 0), end);
  return g == 0 ? 0 : der_read_integer(bytes, g, end);
}

/*@ requires first: i <= m <= DER_MAX && \valid_read(a + (0 .. m - 1));
    requires second: j <= n <= DER_MAX && \valid_read(b + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures same: \result != 0 <==> same_part(a, i, m, b, j, n);
*/
static int is_same_part(const uint8_t *a, uint32_t i, uint32_t m, const uint8_t *b, uint32_t j, uint32_t n)
{
  if (m - i != n - j) return 0;
  /*@ loop invariant inside: 0 <= k <= m - i;
      loop invariant same: \forall integer l; 0 <= l < k ==> same_byte(a, i, b, j, l);
      loop assigns k;
      loop variant m - i - k; */
  for (uint32_t k = 0; k < m - i; k++)
    if (a[i + k] != b[j + k]) {
      //@ assert other: !same_byte(a, i, b, j, k);
      return 0;
    }
  return 1;
}

int x509_same_group(struct tls12_bytes ours, struct tls12_bytes theirs)
{
  const uint32_t our_end = read_group(ours.data, ours.length), their_end = read_group(theirs.data, theirs.length);
  if (our_end == 0 || their_end == 0) return 0;
  return is_same_part(ours.data, der_contents_of(ours.data, 0), our_end, theirs.data, der_contents_of(theirs.data, 0),
                      their_end);
}
