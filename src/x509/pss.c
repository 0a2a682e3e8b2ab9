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

/* The contents of the OBJECT IDENTIFIER of the AlgorithmIdentifier that fills bytes[at .. end-1], behind which its parameters are;
 * length 0: it is none. */
/*@ requires range: at <= end <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. end - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures inside: \result.length != 0 ==> at < \result.offset && \result.offset + \result.length <= end; */
static struct tls12_span name_of(const uint8_t *bytes, uint32_t at, uint32_t end)
{
  const struct tls12_span none = {0, 0};
  if (at == end || der_read(bytes, at, end, DER_SEQUENCE) != end) return none;
  const uint32_t name = der_contents_of(bytes, at), after = der_read_object_identifier(bytes, name, end);
  return after == 0 ? none : der_contents_span(bytes, name, after);
}

/* sha1: 1.3.14.3.2.26. */
/*@ requires readable: \valid_read(b + (0 .. 4));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1; */
static int is_sha1(const uint8_t *b)
{
  return b[0] == 0x2b && b[1] == 0x0e && b[2] == 0x03 && b[3] == 0x02 && b[4] == 0x1a;
}

/* The arc of SHA-2, 2.16.840.1.101.3.4.2, with one more number. */
/*@ requires readable: \valid_read(b + (0 .. 7));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1; */
static int is_sha2(const uint8_t *b)
{
  return b[0] == 0x60 && b[1] == 0x86 && b[2] == 0x48 && b[3] == 0x01 && b[4] == 0x65 && b[5] == 0x03 && b[6] == 0x04 &&
         b[7] == 0x02;
}

/* mgf1: 1.2.840.113549.1.1.8. */
/*@ requires readable: \valid_read(b + (0 .. 8));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1; */
static int is_mgf1(const uint8_t *b)
{
  return b[0] == 0x2a && b[1] == 0x86 && b[2] == 0x48 && b[3] == 0x86 && b[4] == 0xf7 && b[5] == 0x0d && b[6] == 0x01 &&
         b[7] == 0x01 && b[8] == 0x08;
}

/* The hash that an object identifier names; TLS12_HASH_NONE: none of SHA-1 and SHA-2. */
/*@ requires inside: name.offset + name.length <= DER_MAX;
    requires readable: \valid_read(bytes + (name.offset .. name.offset + name.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures known: 0 <= \result <= TLS12_SHA512; */
static enum tls12_hash hash_named(const uint8_t *bytes, struct tls12_span name)
{
  if (name.length == 5 && is_sha1(bytes + name.offset)) return TLS12_SHA1;
  if (name.length != 9 || !is_sha2(bytes + name.offset)) return TLS12_HASH_NONE;
  switch (bytes[name.offset + 8]) {
  case 1: return TLS12_SHA256;
  case 2: return TLS12_SHA384;
  case 3: return TLS12_SHA512;
  case 4: return TLS12_SHA224;
  default: return TLS12_HASH_NONE;
  }
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
  const struct tls12_span name = name_of(bytes, at, end);
  if (name.length == 0) return TLS12_HASH_NONE;
  const uint32_t after = name.offset + name.length;
  const struct tls12_span parameters = {after, end - after};
  if (parameters.length != 0 && !x509_parameters_null(bytes, parameters)) return TLS12_HASH_NONE;
  return hash_named(bytes, name);
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
  const struct tls12_span name = name_of(bytes, at, end);
  if (name.length != 9 || !is_mgf1(bytes + name.offset)) return TLS12_HASH_NONE;
  return read_hash(bytes, name.offset + name.length, end);
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
  if (at >= end || der_read(bytes, at, end, DER_SEQUENCE) != end) return 0;
  enum tls12_hash hash = TLS12_SHA1, mask = TLS12_SHA1;
  uint32_t salt = 20;
  const uint32_t first = der_contents_of(bytes, at), second = field_end(bytes, first, end, TAGGED(0));
  if (second == 0) return 0;
  if (second != first && (hash = read_hash(bytes, der_contents_of(bytes, first), second)) <= TLS12_SHA1) return 0;
  const uint32_t third = field_end(bytes, second, end, TAGGED(1));
  if (third == 0) return 0;
  if (third != second && (mask = read_mask(bytes, der_contents_of(bytes, second), third)) <= TLS12_SHA1) return 0;
  const uint32_t last = field_end(bytes, third, end, TAGGED(2));
  if (last == 0) return 0;
  if (last != third && (salt = read_salt(bytes, der_contents_of(bytes, third), last)) == 20) return 0;
  if (last != end || mask != hash || salt >= 128) return 0;
  pss->hash = hash;
  pss->salt = salt;
  return 1;
}

int x509_pss_listed(struct x509_pss pss, struct tls12_bytes pairs)
{
  const uint32_t hash = pss.hash;
  if (hash < TLS12_SHA256) return 0;
  /*@ loop invariant inside: 0 <= k && 2 * k <= pairs.length;
      loop invariant none: \forall integer j; 0 <= j < k ==> !pss_pair_at(pairs.data, j, hash);
      loop assigns k;
      loop variant pairs.length - k; */
  for (uint32_t k = 0; k < pairs.length / 2; k++) {
    if (pairs.data[2 * k] == 8 && (pairs.data[2 * k + 1] == hash || pairs.data[2 * k + 1] == hash + 5)) {
      //@ assert found: pss_pair_at(pairs.data, k, hash);
      return 1;
    }
    //@ assert other: !pss_pair_at(pairs.data, k, hash);
  }
  //@ assert all: \forall integer j; 0 <= j && 2 * j + 1 < pairs.length ==> j < pairs.length / 2;
  return 0;
}
