/* What the harnesses in C share: harness.c reads a file of vectors from standard input, asks the library, and writes the answers.
 * One file for each library has the functions below. */
#ifndef HARNESS_H
#define HARNESS_H

#include <stddef.h>

struct bytes {
  unsigned char *data; /* owned by harness.c; not NULL, even if there are none */
  size_t length;
};

enum verdict {
  INVALID,
  VALID,
  NOT_ASKED, /* the library has no such function, or none that can be called from outside */
  LACKING    /* it has no such algorithm, curve or hash */
};

enum { OUTPUT_MAX = 1024 };

/* What a function of the library gave. */
struct output {
  unsigned char data[OUTPUT_MAX];
  size_t length;
};

extern const char library[]; /* its name, for the table */

/* PRF(secret, label, seed) with SHA-256 or SHA-384 (bits), out->length bytes. */
enum verdict library_prf(int bits, const struct bytes *secret, const char *label, const struct bytes *seed,
                         struct output *out);

/* The premaster secret of DHE, without leading zeros. */
enum verdict library_dh(const struct bytes *p, const struct bytes *g, const struct bytes *x, const struct bytes *peer,
                        struct output *out);

/* The premaster secret of ECDHE; curve: 23, 24, 25, 29, 30, as in supported_groups. */
enum verdict library_ecdh(int curve, const struct bytes *x, const struct bytes *peer, struct output *out);

struct rsa_numbers {
  struct bytes n, e, d, p, q;
};

/* The 48 bytes of a premaster secret of this version. INVALID: the ciphertext holds none, and a random one would take its place. */
enum verdict library_premaster(const struct rsa_numbers *key, const struct bytes *version,
                               const struct bytes *ciphertext, struct output *out);

/* A signature by this SubjectPublicKeyInfo. The pair fits the kind of key. */
enum verdict library_verify(const struct bytes *key, unsigned pair, const struct bytes *text,
                            const struct bytes *signature);

/* HMAC with this key, or without one the hash: "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384" or "SHA-512". */
enum verdict library_hmac(const char *hash, const struct bytes *key, const struct bytes *text, struct output *out);

/* What was sealed by "AES_128_GCM", "AES_256_GCM", "CHACHA20_POLY1305", or, without additional data and with the padding left in
 * it, by "3DES_EDE_CBC", "AES_128_CBC", "AES_256_CBC". */
enum verdict library_open(const char *cipher, const struct bytes *key, const struct bytes *iv,
                          const struct bytes *additional, const struct bytes *sealed, struct output *out);

/* A chain of a server or a client, leaf first, at this time (YYYYMMDDhhmmss), with this certificate trusted; host: for whom the leaf
 * must be, or NULL. */
enum verdict library_chain(int of_client, const struct bytes *chain, size_t count, const struct bytes *anchor,
                           const char *time, const char *host);

enum { CHAIN_MAX = 8 };

/* What a server makes of a record with a ClientHello, or a client that has sent its own of records with a ServerHello and what
 * comes after it. VALID: it took all, and waits for more. INVALID: *alert is what it sent, or -1. */
enum verdict library_messages(int from_server, const struct bytes *records, int *alert);

#endif
