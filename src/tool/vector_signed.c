/* Vectors of signatures: a digitally-signed struct over the parameters of a ServerKeyExchange or over handshake messages. */
#include <stdlib.h>
#include <string.h>

#include "crypto/hash.h"
#include "handshake/scheme.h"
#include "handshake/signature.h"
#include "message/certificate_verify.h"
#include "tool/rule_text.h"
#include "tool/vector_answers.h"
#include "x509/dsa_key.h"

enum { PARTS = 3 };

static int verify_text(const uint8_t *der, const struct tls12_public_key *key, const struct tls12_bytes *parts,
                       struct tls12_bytes signature)
{
  const struct tls12_bytes point = {der + key->key.offset, key->key.length};
  struct octets text = {NULL, 0, 0};
  for (int i = 0; i < PARTS; i++) octets_append(&text, parts[i].data, parts[i].length);
  const struct tls12_bytes message = {text.data, (uint32_t)text.length};
  const int good =
      eddsa_verify(key->kind == TLS12_KEY_ED25519 ? TLS12_ED25519 : TLS12_ED448, point, message, signature);
  octets_free(&text);
  return good;
}

static int verify(const uint8_t *der, const struct tls12_public_key *key, uint32_t pair,
                  const struct tls12_bytes *parts, struct tls12_bytes signature)
{
  const struct rsa_public_key rsa = {{der + key->modulus.offset, key->modulus.length},
                                     {der + key->exponent.offset, key->exponent.length}};
  const struct tls12_bytes point = {der + key->point.offset, key->point.length};
  const enum tls12_hash hash = scheme_hash(pair);
  struct dsa_key dsa;
  uint8_t out[TLS12_HASH_SIZE_MAX];
  if (hash == TLS12_INTRINSIC) return verify_text(der, key, parts, signature);
  tls12_hash_parts(hash, parts, PARTS, out);
  const struct tls12_bytes digest = {out, tls12_hash_size(hash)};
  if (scheme_is_pss(pair)) return rsa_pss_verify(&rsa, hash, digest, digest.length, signature);
  if (key->kind == TLS12_KEY_RSA) return rsa_verify(&rsa, hash, digest, signature);
  if (key->kind == TLS12_KEY_DSA)
    return x509_read_dsa_key(der, key->parameters, key->key, &dsa) && dsa_verify(&dsa, digest, signature);
  return ecdsa_verify(key->group, point, digest, signature);
}

void vector_answer_signature(struct vector_case *c, json_t *answer)
{
  const int of_messages = strcmp(vector_text(c, c->group, "signed"), "handshake_messages") == 0;
  const struct tls12_bytes element = vector_hex(c, c->test, "digitally_signed");
  struct tls12_bytes parts[PARTS], der;
  struct tls12_public_key key;
  struct certificate_verify value;
  parts[0] = vector_hex(c, c->test, of_messages ? "handshake_messages" : "client_random");
  parts[1] = of_messages ? (struct tls12_bytes){element.data, 0} : vector_hex(c, c->test, "server_random");
  parts[2] = of_messages ? (struct tls12_bytes){element.data, 0} : vector_hex(c, c->test, "params");
  if (vector_public_key(c, c->group, "key", &der, &key).verdict != VECTOR_ACCEPTED) c->damaged = 1;
  const struct tls12_fault fault = certificate_verify_decode(element.data, element.length, &value);
  if (c->damaged || fault.rule != TLS12_NO_RULE) {
    json_object_set_new(answer, "result", json_string("invalid"));
    json_object_set_new(answer, "rule", json_string(rule_text(fault.rule)->id));
    return;
  }
  const uint32_t pair = 256 * value.hash + value.signature_algorithm;
  const int fits = scheme_hash(pair) != TLS12_HASH_NONE && scheme_key(pair) == key.kind;
  const struct tls12_bytes signature = {element.data + value.signature.offset, value.signature.length};
  const int good = fits && verify(der.data, &key, pair, parts, signature);
  json_object_set_new(answer, "result", json_string(good ? "valid" : "invalid"));
  if (good) return;
  json_object_set_new(answer, "alert", json_string(fits ? "decrypt_error" : "illegal_parameter"));
  if (!fits)
    json_object_set_new(answer, "rule", json_string(rule_text(of_messages ? R5246_7_4_8_06 : R5246_7_4_3_10)->id));
}
