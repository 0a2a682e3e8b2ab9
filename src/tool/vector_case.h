/* A case of a Wycheproof file, and what is made of it. */
#ifndef TLS12_TOOL_VECTOR_CASE_H
#define TLS12_TOOL_VECTOR_CASE_H

#include <jansson.h>

#include "spec/algorithms.h"
#include "tool/octets.h"
#include "wire/bytes.h"
#include "x509/certificate.h"

enum { VECTOR_CASE_FIELDS = 96 };

/* The case under way: the file, its group, the case itself; and the bytes that were read from these. */
struct vector_case {
  const json_t *file, *group, *test;
  struct octets fields[VECTOR_CASE_FIELDS];
  int count;
  int damaged; /* something that was asked for is missing, or has another form */
};

enum vector_verdict {
  VECTOR_REFUSED,
  VECTOR_ACCEPTED,
  VECTOR_DIFFERENT, /* accepted, with another result than the file gives */
  VECTOR_REPLACED,  /* kept back behind a random value, as TLS wants it even where the case by itself is good */
  VECTOR_SKIPPED    /* of an algorithm, curve, hash or size that is not supported */
};

struct vector_answer {
  enum vector_verdict verdict;
  const char *why; /* a rule that is broken, or a reason; NULL: nothing more to say */
};

/* The text of a member; "" if there is none. */
const char *vector_text(struct vector_case *c, const json_t *object, const char *name);

/* The bytes of a member in hexadecimal digits; they stay until vector_case_free. */
struct tls12_bytes vector_hex(struct vector_case *c, const json_t *object, const char *name);

/* The same number with leading zero bytes up to that size, or without those before it; the case is damaged if it is longer. */
struct tls12_bytes vector_number(struct vector_case *c, const json_t *object, const char *name, uint32_t size);

/* "SHA-256" and so on; TLS12_HASH_NONE for another hash. */
enum tls12_hash vector_hash(struct vector_case *c, const json_t *object, const char *name);

/* "secp256r1", "curve25519" and so on as an enum tls12_group; 0 for another curve. */
unsigned vector_curve(struct vector_case *c, const json_t *object, const char *name);

/* The SubjectPublicKeyInfo in a member, whose bytes *der gets; refused, with the rule, or accepted. */
struct vector_answer vector_public_key(struct vector_case *c, const json_t *object, const char *name,
                                       struct tls12_bytes *der, struct tls12_public_key *key);

struct vector_answer vector_accepted_if(int good);

void vector_case_free(struct vector_case *c);

#endif
