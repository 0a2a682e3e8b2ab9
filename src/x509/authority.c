#include "x509/authority.h"

#include "crypto/hash.h"
#include "wire/writer.h"

struct tls12_bytes x509_hashed_key(const uint8_t *certificate, const struct tls12_x509 *parsed)
{
  const struct tls12_span key = parsed->key.kind == TLS12_KEY_RSA ? parsed->key.modulus : parsed->key.key;
  return (struct tls12_bytes){certificate + key.offset, key.length};
}

/* The subject of a certificate as a DistinguishedName: its length; 0 if there is no room, or that is no certificate. */
static uint32_t write_subject(struct tls12_bytes certificate, const struct tls12_x509 *parsed, uint8_t *out,
                              uint32_t room)
{
  const struct tls12_bytes name = {certificate.data + parsed->subject.offset, parsed->subject.length};
  return name.length > 65535 || name.length > room || room - name.length < 2 ? 0 : write_vector16(out, 0, name);
}

static int parse(struct tls12_bytes certificate, struct tls12_x509 *parsed)
{
  return certificate.length <= DER_MAX &&
         x509_parse(certificate.data, certificate.length, parsed).rule == TLS12_NO_RULE;
}

uint32_t tls12_trusted_authority(enum tls12_authority kind, struct tls12_bytes root, uint8_t *out, uint32_t room)
{
  struct tls12_x509 parsed;
  if (room == 0) return 0;
  if (kind == TLS12_PRE_AGREED) return write_uint8(out, 0, kind);
  if (!parse(root, &parsed)) return 0;
  if (kind == TLS12_X509_NAME) {
    const uint32_t n = write_subject(root, &parsed, out + write_uint8(out, 0, kind), room - 1);
    return n == 0 ? 0 : 1 + n;
  }
  const struct tls12_bytes hashed = kind == TLS12_KEY_SHA1_HASH ? x509_hashed_key(root.data, &parsed) : root;
  if (1 + X509_SHA1_SIZE > room) return 0;
  tls12_hash_parts(TLS12_SHA1, &hashed, 1, out + write_uint8(out, 0, kind));
  return 1 + X509_SHA1_SIZE;
}

uint32_t tls12_distinguished_names(const struct tls12_bytes *roots, uint32_t count, uint8_t *out, uint32_t room)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < count; i++) {
    struct tls12_x509 parsed;
    const uint32_t n = parse(roots[i], &parsed) ? write_subject(roots[i], &parsed, out + at, room - at) : 0;
    if (n == 0) return 0;
    at += n;
  }
  return at;
}
