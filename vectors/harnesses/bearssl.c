/* The vectors in BearSSL 0.6. */
#include <bearssl.h>
#include <string.h>

#include "credential.h"
#include "harness.h"

const char library[] = "BearSSL";

enum verdict library_prf(int bits, const struct bytes *secret, const char *label, const struct bytes *seed,
                         struct output *out)
{
  const br_tls_prf_seed_chunk chunk = {seed->data, seed->length};
  (bits == 256 ? br_tls12_sha256_prf : br_tls12_sha384_prf)(out->data, out->length, secret->data, secret->length, label,
                                                            1, &chunk);
  return VALID;
}

enum verdict library_dh(const struct bytes *p, const struct bytes *g, const struct bytes *x, const struct bytes *peer,
                        struct output *out)
{
  (void)p, (void)g, (void)x, (void)peer, (void)out;
  return LACKING;
}

enum verdict library_ecdh(int curve, const struct bytes *x, const struct bytes *peer, struct output *out)
{
  const br_ec_impl *ec = br_ec_get_default();
  unsigned char point[256], all = 0;
  size_t offset, length;
  if (!(ec->supported_curves >> curve & 1)) return LACKING;
  if (peer->length > sizeof point) return INVALID;
  memcpy(point, peer->data, peer->length);
  if (!ec->mul(point, peer->length, x->data, x->length, curve)) return INVALID;
  offset = ec->xoff(curve, &length);
  memcpy(out->data, point + offset, out->length = length);
  for (size_t i = 0; i < length; i++) all |= out->data[i];
  return curve == BR_EC_curve25519 && all == 0 ? NOT_ASKED : VALID; /* a secret of zero is for the caller to see */
}

static unsigned reduced(const struct bytes *d, const struct bytes *prime, unsigned char *out)
{
  /* d mod (prime - 1), bit by bit */
  unsigned char r[OUTPUT_MAX] = {0}, m[OUTPUT_MAX];
  const size_t n = prime->length;
  memcpy(m, prime->data, n);
  m[n - 1] &= 0xfe;
  for (size_t i = 0; i < 8 * d->length; i++) {
    unsigned carry = d->data[i / 8] >> (7 - i % 8) & 1;
    for (size_t k = n; k > 0; k--) {
      carry += 2u * r[k - 1];
      r[k - 1] = (unsigned char)carry;
      carry >>= 8;
    }
    if (carry || memcmp(r, m, n) >= 0)
      for (size_t k = n, borrow = 0; k > 0; k--) {
        const unsigned less = m[k - 1] + (unsigned)borrow;
        borrow = r[k - 1] < less;
        r[k - 1] = (unsigned char)(r[k - 1] - less);
      }
  }
  memcpy(out, r, n);
  return (unsigned)n;
}

/* The inverse of q modulo p, as q^(p-2): with the library's power for a public key. */
static size_t inverse(const struct bytes *q, const struct bytes *p, unsigned char *out)
{
  unsigned char exponent[OUTPUT_MAX], base[OUTPUT_MAX];
  memcpy(exponent, p->data, p->length);
  exponent[p->length - 1] = (unsigned char)(exponent[p->length - 1] - 2);
  br_rsa_public_key key = {p->data, p->length, exponent, p->length};
  memcpy(base, q->data, q->length);
  br_rsa_i31_public(base, q->length, &key);
  memcpy(out, base, p->length);
  return p->length;
}

enum verdict library_premaster(const struct rsa_numbers *key, const struct bytes *version,
                               const struct bytes *ciphertext, struct output *out)
{
  unsigned char dp[OUTPUT_MAX], dq[OUTPUT_MAX], iq[OUTPUT_MAX], block[OUTPUT_MAX];
  br_rsa_private_key own = {
      (unsigned)(8 * key->n.length), key->p.data, key->p.length, key->q.data, key->q.length, dp, 0, dq, 0, iq, 0};
  own.dplen = reduced(&key->d, &key->p, dp);
  own.dqlen = reduced(&key->d, &key->q, dq);
  own.iqlen = inverse(&key->q, &key->p, iq);
  memcpy(block, ciphertext->data, ciphertext->length);
  const unsigned good = br_rsa_ssl_decrypt(br_rsa_private_get_default(), &own, block, ciphertext->length);
  if (!good || memcmp(block, version->data, 2) != 0) return INVALID;
  memcpy(out->data, block, out->length = 48);
  return VALID;
}

/* The length of the DER element at *at; *at is then its content. */
static size_t element(const unsigned char **at)
{
  size_t n = (*at)[1], count = n > 128 ? n - 128 : 0;
  *at += 2;
  if (count > 0) n = 0;
  while (count-- > 0) n = 256 * n + *(*at)++;
  return n;
}

enum verdict library_verify(const struct bytes *key, unsigned pair, const struct bytes *text,
                            const struct bytes *signature)
{
  static const br_hash_class *const hashes[] = {NULL,
                                                &br_md5_vtable,
                                                &br_sha1_vtable,
                                                &br_sha224_vtable,
                                                &br_sha256_vtable,
                                                &br_sha384_vtable,
                                                &br_sha512_vtable};
  static const unsigned char *const oids[] = {
      NULL, NULL, BR_HASH_OID_SHA1, BR_HASH_OID_SHA224, BR_HASH_OID_SHA256, BR_HASH_OID_SHA384, BR_HASH_OID_SHA512};
  const unsigned number = pair >> 8, kind = pair & 255;
  if (number > 6 || (kind != 1 && kind != 3)) return LACKING;
  unsigned char digest[64], got[64];
  br_hash_compat_context context;
  hashes[number]->init(&context.vtable);
  hashes[number]->update(&context.vtable, text->data, text->length);
  hashes[number]->out(&context.vtable, digest);
  const size_t size = hashes[number]->desc >> BR_HASHDESC_OUT_OFF & BR_HASHDESC_OUT_MASK;
  const unsigned char *at = key->data, *algorithm;
  element(&at);
  algorithm = at;
  size_t n = element(&algorithm);
  at = algorithm + n;
  n = element(&at) - 1;
  at++;
  if (kind == 3) {
    const int curve = n == 65 ? 23 : n == 97 ? 24 : 25;
    const br_ec_public_key peer = {curve, (unsigned char *)at, n};
    return br_ecdsa_vrfy_asn1_get_default()(br_ec_get_default(), digest, size, &peer, signature->data,
                                            signature->length)
               ? VALID
               : INVALID;
  }
  element(&at);
  br_rsa_public_key peer;
  peer.nlen = element(&at);
  peer.n = (unsigned char *)at;
  at += peer.nlen;
  peer.elen = element(&at);
  peer.e = (unsigned char *)at;
  return br_rsa_pkcs1_vrfy_get_default()(signature->data, signature->length, oids[number], size, &peer, got) &&
                 memcmp(got, digest, size) == 0
             ? VALID
             : INVALID;
}

enum verdict library_hmac(const char *hash, const struct bytes *key, const struct bytes *text, struct output *out)
{
  static const struct {
    const char *name;
    const br_hash_class *class;
  } names[] = {{"MD5", &br_md5_vtable},        {"SHA-1", &br_sha1_vtable},     {"SHA-224", &br_sha224_vtable},
               {"SHA-256", &br_sha256_vtable}, {"SHA-384", &br_sha384_vtable}, {"SHA-512", &br_sha512_vtable}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    br_hash_compat_context context;
    br_hmac_key_context own;
    br_hmac_context mac;
    if (strcmp(hash, names[i].name) != 0) continue;
    out->length = names[i].class->desc >> BR_HASHDESC_OUT_OFF & BR_HASHDESC_OUT_MASK;
    if (key == NULL) {
      names[i].class->init(&context.vtable);
      names[i].class->update(&context.vtable, text->data, text->length);
      names[i].class->out(&context.vtable, out->data);
    } else {
      br_hmac_key_init(&own, names[i].class, key->data, key->length);
      br_hmac_init(&mac, &own, 0);
      br_hmac_update(&mac, text->data, text->length);
      br_hmac_out(&mac, out->data);
    }
    return VALID;
  }
  return LACKING;
}

static enum verdict open_gcm(const struct bytes *key, const struct bytes *iv, const struct bytes *additional,
                             struct output *out, const unsigned char *tag)
{
  br_aes_ct_ctr_keys aes;
  br_gcm_context gcm;
  br_aes_ct_ctr_init(&aes, key->data, key->length);
  br_gcm_init(&gcm, &aes.vtable, br_ghash_ctmul);
  br_gcm_reset(&gcm, iv->data, iv->length);
  br_gcm_aad_inject(&gcm, additional->data, additional->length);
  br_gcm_flip(&gcm);
  br_gcm_run(&gcm, 0, out->data, out->length);
  return br_gcm_check_tag(&gcm, tag) ? VALID : INVALID;
}

static enum verdict open_chacha(const struct bytes *key, const struct bytes *iv, const struct bytes *additional,
                                struct output *out, const unsigned char *tag)
{
  unsigned char own[16];
  br_poly1305_ctmul_run(key->data, iv->data, out->data, out->length, additional->data, additional->length, own,
                        br_chacha20_ct_run, 0);
  return memcmp(own, tag, 16) == 0 ? VALID : INVALID;
}

enum verdict library_open(const char *cipher, const struct bytes *key, const struct bytes *iv,
                          const struct bytes *additional, const struct bytes *sealed, struct output *out)
{
  const size_t n = sealed->length - (additional == NULL ? 0 : 16);
  unsigned char first[16];
  memcpy(out->data, sealed->data, out->length = n);
  if (additional != NULL)
    return (cipher[0] == 'A' ? open_gcm : open_chacha)(key, iv, additional, out, sealed->data + n);
  memcpy(first, iv->data, iv->length);
  if (cipher[0] == 'A') {
    br_aes_ct_cbcdec_keys aes;
    br_aes_ct_cbcdec_init(&aes, key->data, key->length);
    br_aes_ct_cbcdec_run(&aes, first, out->data, n);
  } else {
    br_des_ct_cbcdec_keys des;
    br_des_ct_cbcdec_init(&des, key->data, key->length);
    br_des_ct_cbcdec_run(&des, first, out->data, n);
  }
  return VALID;
}

enum verdict library_chain(int of_client, const struct bytes *chain, size_t count, const struct bytes *anchor,
                           const char *time, const char *host)
{
  (void)of_client, (void)chain, (void)count, (void)anchor, (void)time, (void)host;
  return NOT_ASKED;
}

enum verdict library_messages(int from_server, const struct bytes *records, int *alert)
{
  /* it has neither anonymous suites nor PSK, and wants to verify a certificate */
  if (from_server && records->length > 47 + 5 && records->data[5 + 4 + 34] == 0 && records->data[47] == 22)
    return NOT_ASKED;
  static unsigned char buffer[BR_SSL_BUFSIZE_BIDI];
  static br_ssl_server_context server;
  static br_ssl_client_context client;
  static const char *protocols[] = {"h2", "http/1.1"};
  br_x509_minimal_context checks;
  br_skey_decoder_context key;
  br_x509_certificate chain = {(unsigned char *)credential_certificate, sizeof credential_certificate};
  br_ssl_engine_context *engine = from_server ? &client.eng : &server.eng;
  br_skey_decoder_init(&key);
  br_skey_decoder_push(&key, credential_key, sizeof credential_key);
  if (from_server)
    br_ssl_client_init_full(&client, &checks, NULL, 0);
  else
    br_ssl_server_init_full_rsa(&server, &chain, 1, br_skey_decoder_get_rsa(&key));
  br_ssl_engine_set_buffer(engine, buffer, sizeof buffer, 1);
  br_ssl_engine_set_protocol_names(engine, protocols, 2); /* else the extension is not read */
  br_ssl_engine_inject_entropy(engine, "nothing here is secret, nothing..", 32);
  if (from_server)
    br_ssl_client_reset(&client, "localhost", 0);
  else
    br_ssl_server_reset(&server);
  size_t done = 0, room, sent = 0;
  unsigned char last[7] = {0};
  for (int turn = 0; turn < 1000; turn++) {
    const unsigned state = br_ssl_engine_current_state(engine);
    unsigned char *at;
    if (state & BR_SSL_SENDREC) {
      at = br_ssl_engine_sendrec_buf(engine, &room);
      memcpy(last, at, room < 7 ? room : 7);
      if (done > 0) sent += room;
      br_ssl_engine_sendrec_ack(engine, room);
    } else if ((state & BR_SSL_RECVREC) && done < records->length) {
      at = br_ssl_engine_recvrec_buf(engine, &room);
      if (room > records->length - done) room = records->length - done;
      memcpy(at, records->data + done, room);
      done += room;
      br_ssl_engine_recvrec_ack(engine, room);
    } else {
      break;
    }
  }
  const int good = br_ssl_engine_last_error(engine) == BR_ERR_OK &&
                   (br_ssl_engine_current_state(engine) & BR_SSL_RECVREC) && (from_server || sent > 0);
  if (!good && sent > 0 && last[0] == 21) *alert = last[6];
  return good ? VALID : INVALID;
}
