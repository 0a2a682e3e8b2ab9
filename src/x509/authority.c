#include "x509/authority.h"

#include "crypto/hash.h"
#include "wire/writer.h"

struct tls12_bytes x509_hashed_key(const uint8_t *certificate, const struct tls12_x509 *parsed)
{
  const struct tls12_span key = parsed->key.kind == TLS12_KEY_RSA ? parsed->key.modulus : parsed->key.key;
  return (struct tls12_bytes){certificate + key.offset, key.length};
}

uint32_t tls12_trusted_authority(enum tls12_authority kind, struct tls12_bytes root, uint8_t *out, uint32_t room)
{
  struct tls12_x509 parsed;
  if (room == 0) return 0;
  if (kind == TLS12_PRE_AGREED) return write_uint8(out, 0, kind);
  if (root.length > DER_MAX || x509_parse(root.data, root.length, &parsed).rule != TLS12_NO_RULE) return 0;
  if (kind == TLS12_X509_NAME) {
    const struct tls12_bytes name = {root.data + parsed.subject.offset, parsed.subject.length};
    if (name.length > 65535 || 3 + name.length > room) return 0;
    return write_vector16(out, write_uint8(out, 0, kind), name);
  }
  const struct tls12_bytes hashed = kind == TLS12_KEY_SHA1_HASH ? x509_hashed_key(root.data, &parsed) : root;
  if (1 + X509_SHA1_SIZE > room) return 0;
  tls12_hash_parts(TLS12_SHA1, &hashed, 1, out + write_uint8(out, 0, kind));
  return 1 + X509_SHA1_SIZE;
}
