#include "x509/finite_field_key.h"

#include "x509/der.h"
#include "x509/refusal.h"

/*@ requires range: 0 < at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures end_of_integers: \result == three_integers_end(bytes, at, end);
    ensures inside: \result != 0 ==> at + 2 <= \result <= end;
*/
static uint32_t read_three_integers(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  uint32_t second = der_read_integer(bytes, at, end);
  if (second == 0) return 0;
  uint32_t third = der_read_integer(bytes, second, end);
  if (third == 0) return 0;
  return der_read_integer(bytes, third, end);
}

/*@ requires range: 0 < at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures dss: \result != 0 <==> dss_parameters(bytes, at, end);
*/
static int are_dss_parameters(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  return read_three_integers(bytes, der_contents_of(bytes, at), end) == end;
}

/*@ requires range: 0 < at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures validation: \result != 0 <==> validation_parameters(bytes, at, end);
*/
static int are_validation_parameters(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  uint32_t counter = der_read_bit_string(bytes, der_contents_of(bytes, at), end);
  return counter != 0 && der_read_integer(bytes, counter, end) == end;
}

/*@ requires range: 0 < at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (at .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures domain: \result != 0 <==> domain_parameters(bytes, at, end);
*/
static int are_domain_parameters(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  uint32_t factor = read_three_integers(bytes, der_contents_of(bytes, at), end);
  if (factor == 0) return 0;
  uint32_t validation = factor != end && bytes[factor] == DER_INTEGER ? der_read_integer(bytes, factor, end) : factor;
  if (validation == 0) return 0;
  return validation == end || are_validation_parameters(bytes, validation, end);
}

struct tls12_fault x509_check_dsa_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key)
{
  uint32_t at = parameters.offset, end = at + parameters.length, key_end = key.offset + key.length;
  if (at != end && !are_dss_parameters(bytes, at, end))
    return refused(R3279_2_3_2_01, at, end, TLS12_UNSUPPORTED_CERTIFICATE);
  if (der_read_integer(bytes, key.offset, key_end) != key_end)
    return refused(R3279_2_3_2_01, key.offset, key_end, TLS12_UNSUPPORTED_CERTIFICATE);
  return accepted(key_end);
}

struct tls12_fault x509_check_dh_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key)
{
  uint32_t at = parameters.offset, end = at + parameters.length, key_end = key.offset + key.length;
  if (!are_domain_parameters(bytes, at, end)) return refused(R3279_2_3_3_01, at, end, TLS12_UNSUPPORTED_CERTIFICATE);
  if (der_read_integer(bytes, key.offset, key_end) != key_end)
    return refused(R3279_2_3_3_01, key.offset, key_end, TLS12_UNSUPPORTED_CERTIFICATE);
  return accepted(key_end);
}
