#include "x509/pss.h"

#include "x509/algorithm.h"
#include "x509/der.h"

#define TAGGED(n) (DER_CONTEXT_CONSTRUCTED + (n))

int x509_is_pss(const uint8_t *bytes, struct tls12_span algorithm)
{
  struct x509_algorithm read;
  const uint32_t end = algorithm.offset + algorithm.length;
  return x509_read_algorithm(bytes, algorithm.offset, end, &read) == end && read.identifier == X509_ID_RSA_PSS;
}

/* The hash that the AlgorithmIdentifier in bytes[at .. end-1] names: its parameters are NULL or absent. TLS12_HASH_NONE:
 * none of SHA-1 and SHA-2. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: 0 <= \result <= TLS12_SHA512; */
static enum tls12_hash read_hash(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  static const uint8_t sha1[] = {0x2b, 0x0e, 0x03, 0x02, 0x1a};
  static const uint8_t sha2[] = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02}; /* and one more */
  static const enum tls12_hash arcs[] = {TLS12_HASH_NONE, TLS12_SHA256, TLS12_SHA384, TLS12_SHA512, TLS12_SHA224};
  struct x509_algorithm algorithm;
  if (at == end || x509_read_algorithm(bytes, at, end, &algorithm) != end) return TLS12_HASH_NONE;
  if (algorithm.parameters.length != 0 && !x509_parameters_null(bytes, algorithm.parameters)) return TLS12_HASH_NONE;
  const uint32_t name = der_contents_of(bytes, der_contents_of(bytes, at)), n = algorithm.parameters.offset - name;
  if (n == sizeof sha1 && der_same_bytes(bytes + name, sha1, n)) return TLS12_SHA1;
  if (n != sizeof sha2 + 1 || !der_same_bytes(bytes + name, sha2, n - 1) || bytes[name + n - 1] > 4)
    return TLS12_HASH_NONE;
  return arcs[bytes[name + n - 1]];
}

/* The hash of MGF1 in the AlgorithmIdentifier in bytes[at .. end-1]. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: 0 <= \result <= TLS12_SHA512; */
static enum tls12_hash read_mask(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  static const uint8_t mgf1[] = {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08};
  struct x509_algorithm algorithm;
  if (at == end || x509_read_algorithm(bytes, at, end, &algorithm) != end) return TLS12_HASH_NONE;
  const uint32_t name = der_contents_of(bytes, der_contents_of(bytes, at)), n = algorithm.parameters.offset - name;
  if (n != sizeof mgf1 || !der_same_bytes(bytes + name, mgf1, n)) return TLS12_HASH_NONE;
  return read_hash(bytes, algorithm.parameters.offset, end);
}

/* The salt length in bytes[at .. end-1]; 128: none below that is there. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures small: \result <= 128; */
static uint32_t read_salt(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  if (at == end || der_read_integer(bytes, at, end) != end || end - at != 3) return 128;
  return bytes[at + 2] < 128 ? bytes[at + 2] : 128;
}

/* The next field, if it has that tag: where it ends, or `at`; 0 when it does not end. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures field: \result == optional_end(bytes, at, end, tag);
    ensures inside: \result != 0 ==> at <= \result <= end;
    ensures element: \result != 0 && \result != at ==> at + 2 <= der_contents(bytes, at) <= \result &&
      bytes[at + 1] <= 131 && bytes[at + 1] != 128; */
static uint32_t field_end(const uint8_t *bytes, uint32_t at, uint32_t end, uint8_t tag)
{
  return at == end || bytes[at] != tag ? at : der_read(bytes, at, end, tag);
}

/* In DER a field that has its default value is left out. */
int x509_read_pss(const uint8_t *bytes, struct tls12_span algorithm, struct x509_pss *pss)
{
  struct x509_algorithm read;
  const uint32_t end = algorithm.offset + algorithm.length;
  if (x509_read_algorithm(bytes, algorithm.offset, end, &read) != end || read.identifier != X509_ID_RSA_PSS) return 0;
  const uint32_t at = read.parameters.offset;
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  enum tls12_hash mask = TLS12_SHA1;
  pss->hash = TLS12_SHA1;
  pss->salt = 20;
  const uint32_t first = der_contents_of(bytes, at), second = field_end(bytes, first, end, TAGGED(0));
  if (second == 0) return 0;
  if (second != first && (pss->hash = read_hash(bytes, der_contents_of(bytes, first), second)) <= TLS12_SHA1) return 0;
  const uint32_t third = field_end(bytes, second, end, TAGGED(1));
  if (third == 0) return 0;
  if (third != second && (mask = read_mask(bytes, der_contents_of(bytes, second), third)) <= TLS12_SHA1) return 0;
  const uint32_t last = field_end(bytes, third, end, TAGGED(2));
  if (last == 0) return 0;
  if (last != third && (pss->salt = read_salt(bytes, der_contents_of(bytes, third), last)) == 20) return 0;
  return last == end && mask == pss->hash && pss->salt < 128;
}

int x509_pss_listed(struct x509_pss pss, struct tls12_bytes pairs)
{
  const uint32_t hash = pss.hash;
  if (hash < TLS12_SHA256) return 0;
  /*@ loop invariant inside: 0 <= k <= pairs.length / 2;
      loop invariant none: \forall integer j; 0 <= j < k ==> pairs.data[2 * j] != 8 ||
        (pairs.data[2 * j + 1] != hash && pairs.data[2 * j + 1] != hash + 5);
      loop assigns k;
      loop variant pairs.length / 2 - k; */
  for (uint32_t k = 0; k < pairs.length / 2; k++)
    if (pairs.data[2 * k] == 8 && (pairs.data[2 * k + 1] == hash || pairs.data[2 * k + 1] == hash + 5)) return 1;
  return 0;
}
