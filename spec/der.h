/* DER, ITU-T X.690, as logic: the part that RFC 5280 certificates need.
 *
 * An element is a tag byte, a length and that many content bytes. Elements are named by an offset from one base pointer:
 * b[i .. e-1] runs from offset i up to, but without, offset e. Every function that answers "where does this element end"
 * answers 0 when the bytes at i are not such an element; no element ends at 0.
 */
#ifndef TLS12_SPEC_DER_H
#define TLS12_SPEC_DER_H

#include <stdint.h>

/* A handshake message is shorter than 2^24 bytes (RFC 5246 section 7.4), and so is a certificate. */
#define DER_MAX 0xFFFFFFu

/* Identifier octets (X.690 section 8.1.2). All tags in a certificate are below 31 and so take one byte. */
enum der_tag {
  DER_BOOLEAN = 0x01,
  DER_INTEGER = 0x02,
  DER_BIT_STRING = 0x03,
  DER_OCTET_STRING = 0x04,
  DER_NULL = 0x05,
  DER_OBJECT_IDENTIFIER = 0x06,
  DER_UTC_TIME = 0x17,
  DER_GENERALIZED_TIME = 0x18,
  DER_SEQUENCE = 0x30,
  DER_SET = 0x31,
  DER_CONTEXT = 0x80,            /* [n] primitive: DER_CONTEXT + n */
  DER_CONTEXT_CONSTRUCTED = 0xA0 /* [n] constructed */
};

/* Sections 8.1.3 and 10.1: the length is definite and as short as it can be. Below 128 it is one byte; otherwise 81, 82
 * or 83 says how many bytes follow, and the first of them is not 0, nor a single one below 128. Longer forms exceed
 * DER_MAX. Here is where the contents begin ... */
/*@ logic integer der_contents{L}(uint8_t *b, integer i) = b[i+1] < 128 ? i + 2 : i + 2 + (b[i+1] - 128);

    logic integer der_long_length{L}(uint8_t *b, integer i) =
      b[i+1] == 129 ? b[i+2] :
      b[i+1] == 130 ? 256 * b[i+2] + b[i+3] :
                      65536 * b[i+2] + 256 * b[i+3] + b[i+4];

    logic integer der_length{L}(uint8_t *b, integer i) = b[i+1] < 128 ? b[i+1] : der_long_length(b, i);

    logic boolean der_length_minimal{L}(uint8_t *b, integer i) =
      b[i+1] < 128 || (b[i+1] == 129 && b[i+2] >= 128) || ((b[i+1] == 130 || b[i+1] == 131) && b[i+2] >= 1);

    logic boolean der_header{L}(uint8_t *b, integer i, integer e) =
      2 <= e - i && b[i] % 32 != 31 && b[i+1] <= 131 && b[i+1] != 128 && der_contents(b, i) <= e && der_length_minimal(b, i);
*/

/* ... and where an element with that tag ends. */
/*@ logic integer der_any_end{L}(uint8_t *b, integer i, integer e) =
      der_header(b, i, e) && der_length(b, i) <= e - der_contents(b, i) ? der_contents(b, i) + der_length(b, i) : 0;

    logic integer der_end{L}(uint8_t *b, integer i, integer e, integer tag) =
      i < e && b[i] == tag ? der_any_end(b, i, e) : 0;
*/

/* Section 8.2 and 11.1: BOOLEAN is one byte, 00 or FF. */
/*@ logic integer der_boolean_end{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_BOOLEAN) == i + 3 && (b[i+2] == 0 || b[i+2] == 255) ? i + 3 : 0;
*/

/* Section 8.3: INTEGER has at least one byte, and its first nine bits are not all equal. */
/*@ logic boolean der_integer_minimal{L}(uint8_t *b, integer c, integer n) =
      n >= 1 && (n == 1 || (b[c] != 0 && b[c] != 255) || (b[c] == 0 && b[c+1] >= 128) || (b[c] == 255 && b[c+1] < 128));

    logic integer der_integer_end{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_INTEGER) != 0 && der_integer_minimal(b, der_contents(b, i), der_length(b, i)) ?
        der_end(b, i, e, DER_INTEGER) : 0;
*/

/* Section 8.6 and 11.2: BIT STRING begins with the number of unused bits in its last byte, which are zero. */
/*@ logic integer der_power(integer n) =
      n == 0 ? 1 : n == 1 ? 2 : n == 2 ? 4 : n == 3 ? 8 : n == 4 ? 16 : n == 5 ? 32 : n == 6 ? 64 : 128;

    logic boolean der_unused_zero{L}(uint8_t *b, integer c, integer n) =
      n >= 1 && b[c] <= 7 && (b[c] == 0 || (n >= 2 && b[c+n-1] % der_power(b[c]) == 0));

    logic integer der_bit_string_end{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_BIT_STRING) != 0 && der_unused_zero(b, der_contents(b, i), der_length(b, i)) ?
        der_end(b, i, e, DER_BIT_STRING) : 0;
*/

/* Section 8.19: OBJECT IDENTIFIER is a series of subidentifiers. Bit 8 is set in all but the last byte of each, and its
 * first byte is not 80. A walk looks for a byte that ends one and is followed by 80. */
/*@ logic integer der_bad_subidentifier{L}(uint8_t *b, integer k, integer n) =
      k + 1 >= n ? n : b[k] < 128 && b[k+1] == 128 ? k : der_bad_subidentifier(b, k + 1, n);

    logic boolean der_subidentifiers{L}(uint8_t *b, integer c, integer n) =
      n > c && b[n-1] < 128 && b[c] != 128 && der_bad_subidentifier(b, c, n) == n;

    logic integer der_object_identifier_end{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_OBJECT_IDENTIFIER) != 0 &&
      der_subidentifiers(b, der_contents(b, i), der_end(b, i, e, DER_OBJECT_IDENTIFIER)) ?
        der_end(b, i, e, DER_OBJECT_IDENTIFIER) : 0;
*/

/* RFC 5280 section 4.1.2.5: UTCTime is YYMMDDHHMMSSZ, GeneralizedTime YYYYMMDDHHMMSSZ. The value is the digits read as
 * one number, for UTCTime with the century (YY >= 50 is 19YY), so that times compare as numbers. */
/*@ logic boolean digit{L}(uint8_t *b, integer i) = 48 <= b[i] <= 57;
    logic integer two_digits{L}(uint8_t *b, integer i) = 10 * (b[i] - 48) + (b[i+1] - 48);
    logic boolean digits_2{L}(uint8_t *b, integer i) = digit(b, i) && digit(b, i + 1);

    logic boolean leap_year(integer y) = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    logic integer days_in(integer y, integer m) =
      m == 2 ? (leap_year(y) ? 29 : 28) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;

    logic boolean date_and_time(integer y, integer mo, integer d, integer h, integer mi, integer s) =
      1 <= mo <= 12 && 1 <= d <= days_in(y, mo) && h <= 23 && mi <= 59 && s <= 59;

    logic boolean ten_digits_z{L}(uint8_t *b, integer i) =
      digits_2(b, i) && digits_2(b, i + 2) && digits_2(b, i + 4) && digits_2(b, i + 6) && digits_2(b, i + 8) &&
      b[i+10] == 90;

    logic integer time_value{L}(integer year, uint8_t *b, integer i) =
      ten_digits_z(b, i) &&
      date_and_time(year, two_digits(b, i), two_digits(b, i + 2), two_digits(b, i + 4), two_digits(b, i + 6),
                    two_digits(b, i + 8)) ?
        10000000000 * year + 100000000 * two_digits(b, i) + 1000000 * two_digits(b, i + 2) +
          10000 * two_digits(b, i + 4) + 100 * two_digits(b, i + 6) + two_digits(b, i + 8) : 0;

    logic integer utc_year{L}(uint8_t *b, integer i) =
      two_digits(b, i) >= 50 ? 1900 + two_digits(b, i) : 2000 + two_digits(b, i);

    logic integer generalized_year{L}(uint8_t *b, integer i) = 100 * two_digits(b, i) + two_digits(b, i + 2);
*/

/* The value of the Time (UTCTime or GeneralizedTime) at offset i; 0 if there is none. */
/*@ logic integer utc_time{L}(uint8_t *b, integer i) =
      digits_2(b, i) ? time_value(utc_year(b, i), b, i + 2) : 0;

    logic integer generalized_time{L}(uint8_t *b, integer i) =
      digits_2(b, i) && digits_2(b, i + 2) ? time_value(generalized_year(b, i), b, i + 4) : 0;

    //= build/requirements.md#R5280-4.1.2.5-01
    //= type=implication
    //# Validity is accepted as UTCTime (YYMMDDHHMMSSZ, YY>=50 is 19YY) or GeneralizedTime (YYYYMMDDHHMMSSZ, no
    //# fraction), both ends inclusive.
    logic integer der_time{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_UTC_TIME) == i + 15         ? utc_time(b, i + 2) :
      der_end(b, i, e, DER_GENERALIZED_TIME) == i + 17 ? generalized_time(b, i + 2) : 0;
*/

/* SEQUENCE OF, SET OF: a walk over the elements with that tag stops where none follows; the contents are such a list
 * when that is their end. */
/*@ logic integer der_list_stop{L}(uint8_t *b, integer i, integer e, integer tag) =
      der_end(b, i, e, tag) == 0 ? i : der_list_stop(b, der_end(b, i, e, tag), e, tag);
*/

#endif
