#include "x509/dsa_key.h"

#include "x509/der.h"
#include "x509/der_number.h"

int x509_read_dss_parameters(const uint8_t *bytes, struct tls12_span parameters, struct dsa_key *numbers)
{
  const uint32_t at = parameters.offset, end = at + parameters.length;
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  const uint32_t second = x509_read_number(bytes, der_contents_of(bytes, at), end, &numbers->p);
  const uint32_t third = second == 0 ? 0 : x509_read_number(bytes, second, end, &numbers->q);
  return third != 0 && x509_read_number(bytes, third, end, &numbers->g) == end;
}

int x509_read_dsa_key(const uint8_t *bytes, struct tls12_span parameters, struct tls12_span key,
                      struct dsa_key *numbers)
{
  const uint32_t end = key.offset + key.length;
  return x509_read_dss_parameters(bytes, parameters, numbers) &&
         x509_read_number(bytes, key.offset, end, &numbers->key) == end;
}
