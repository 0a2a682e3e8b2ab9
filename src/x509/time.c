/* UTCTime and GeneralizedTime, RFC 5280 section 4.1.2.5. */
#include "x509/der.h"

/*@ requires readable: \valid_read(bytes + (at .. at + 1));
    requires range: at <= DER_MAX + 64;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures digits: \result <= 99 <==> digits_2(bytes, at);
    ensures value: digits_2(bytes, at) ==> \result == two_digits(bytes, at);
*/
static uint32_t read_two_digits(const uint8_t *bytes, uint32_t at)
{
  if (bytes[at] < '0' || bytes[at] > '9' || bytes[at + 1] < '0' || bytes[at + 1] > '9') return 100;
  return 10u * (bytes[at] - 48u) + (bytes[at + 1] - 48u);
}

/*@ requires 0 <= year <= 9999 && 1 <= month <= 12;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures \result == days_in(year, month);
*/
static uint32_t days_in_month(uint32_t year, uint32_t month)
{
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* The value of MMDDHHMMSSZ in that year. */
/*@ requires readable: \valid_read(bytes + (at .. at + 10));
    requires range: at <= DER_MAX + 32 && year <= 9999;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == time_value(year, bytes, at);
*/
static uint64_t read_rest_of_time(uint32_t year, const uint8_t *bytes, uint32_t at)
{
  uint32_t month = read_two_digits(bytes, at), day = read_two_digits(bytes, at + 2);
  uint32_t hour = read_two_digits(bytes, at + 4), minute = read_two_digits(bytes, at + 6);
  uint32_t second = read_two_digits(bytes, at + 8);
  if (bytes[at + 10] != 'Z' || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return 0;
  if (day < 1 || day > days_in_month(year, month)) return 0;
  return 10000000000u * (uint64_t)year + 100000000u * (uint64_t)month + 1000000u * (uint64_t)day +
         10000u * (uint64_t)hour + 100u * (uint64_t)minute + (uint64_t)second;
}

/*@ requires readable: \valid_read(bytes + (at .. at + 12));
    requires range: at <= DER_MAX + 8;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == utc_time(bytes, at);
*/
static uint64_t read_utc_time(const uint8_t *bytes, uint32_t at)
{
  uint32_t year = read_two_digits(bytes, at);
  if (year > 99) return 0;
  return read_rest_of_time(year >= 50 ? 1900 + year : 2000 + year, bytes, at + 2);
}

/*@ requires readable: \valid_read(bytes + (at .. at + 14));
    requires range: at <= DER_MAX + 8;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures value: \result == generalized_time(bytes, at);
*/
static uint64_t read_generalized_time(const uint8_t *bytes, uint32_t at)
{
  uint32_t century = read_two_digits(bytes, at), year = read_two_digits(bytes, at + 2);
  if (century > 99 || year > 99) return 0;
  return read_rest_of_time(100 * century + year, bytes, at + 4);
}

uint64_t der_read_time(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (der_read(bytes, at, end, DER_UTC_TIME) == at + 15) return read_utc_time(bytes, at + 2);
  if (der_read(bytes, at, end, DER_GENERALIZED_TIME) == at + 17) return read_generalized_time(bytes, at + 2);
  return 0;
}
