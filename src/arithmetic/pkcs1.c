#include "arithmetic/pkcs1.h"
#include <string.h>

/* The object identifiers of RFC 8017 appendix B.1, DER contents. */
static const uint8_t sha1_oid[] = {0x2b, 0x0e, 0x03, 0x02, 0x1a};
static const uint8_t sha2_oid[] = {0x60, 0x86, 0x48, 0x01, 0x65,
                                   0x03, 0x04, 0x02, 0x00}; /* the last byte tells the hash */

static uint32_t digest_size(enum tls12_hash hash)
{
  switch (hash) {
  case TLS12_SHA1: return 20;
  case TLS12_SHA224: return 28;
  case TLS12_SHA256: return 32;
  case TLS12_SHA384: return 48;
  case TLS12_SHA512: return 64;
  default: return 0;
  }
}

/* The last arc of id-sha224 to id-sha512 is 4, 1, 2, 3. */
static uint8_t sha2_arc(enum tls12_hash hash)
{
  switch (hash) {
  case TLS12_SHA224: return 4;
  case TLS12_SHA256: return 1;
  case TLS12_SHA384: return 2;
  default: return 3;
  }
}

int pkcs1_signature_encoding(uint8_t *em, uint32_t k, enum tls12_hash hash, struct tls12_bytes digest,
                             int null_parameters)
{
  uint32_t h = digest_size(hash);
  uint32_t oid = hash == TLS12_SHA1 ? (uint32_t)sizeof sha1_oid : (uint32_t)sizeof sha2_oid;
  uint32_t algorithm = 2 + oid + (null_parameters ? 2 : 0);
  uint32_t info = 2 + 2 + algorithm + 2 + h; /* DigestInfo with its header: at most 83 bytes, so one-byte lengths */
  if (h == 0 || digest.length != h || k < info + 11) return 0;
  uint32_t at = k - info;
  memset(em, 0xff, k);
  em[0] = 0x00;
  em[1] = 0x01;
  em[at - 1] = 0x00;
  em[at] = 0x30; /* DigestInfo ::= SEQUENCE */
  em[at + 1] = (uint8_t)(info - 2);
  em[at + 2] = 0x30; /* AlgorithmIdentifier ::= SEQUENCE */
  em[at + 3] = (uint8_t)algorithm;
  em[at + 4] = 0x06; /* OBJECT IDENTIFIER */
  em[at + 5] = (uint8_t)oid;
  memcpy(em + at + 6, hash == TLS12_SHA1 ? sha1_oid : sha2_oid, oid);
  if (hash != TLS12_SHA1) em[at + 5 + oid] = sha2_arc(hash);
  if (null_parameters) {
    em[at + 6 + oid] = 0x05;
    em[at + 7 + oid] = 0x00;
  }
  em[k - h - 2] = 0x04; /* OCTET STRING */
  em[k - h - 1] = (uint8_t)h;
  memcpy(em + k - h, digest.data, h);
  return 1;
}

/* Sixteen zero bytes in a row come from a broken source, not from chance. */
static int nonzero_byte(uint8_t *byte, tls12_random random, void *context)
{
  for (int tries = 0; tries < 16; tries++) {
    if (!random_draw(random, context, byte, 1)) return 0;
    if (*byte != 0) return 1;
  }
  return 0;
}

int pkcs1_encryption_encoding(uint8_t *em, uint32_t k, struct tls12_bytes message, tls12_random random, void *context)
{
  if (k < 11 || message.length > k - 11) return 0;
  uint32_t end = k - message.length - 1;
  em[0] = 0x00;
  em[1] = 0x02;
  if (!random_draw(random, context, em + 2, end - 2)) return 0;
  for (uint32_t i = 2; i < end; i++)
    if (em[i] == 0 && !nonzero_byte(em + i, random, context)) return 0;
  em[end] = 0x00;
  if (message.length > 0) memcpy(em + end + 1, message.data, message.length);
  return 1;
}
