/* Certificates and private keys from PEM texts. */
#ifndef TLS12_TOOL_CREDENTIALS_H
#define TLS12_TOOL_CREDENTIALS_H

#include "handshake/config.h"

/* A list of certificates; owns the bytes. */
struct certificates {
  struct tls12_bytes *list;
  unsigned count;
};

/* Each function returns 0, or -1 after a line on standard error that says what is wrong. */
int certificates_from_file(const char *path, struct certificates *out);

/* How many credentials a command takes. */
#define CREDENTIALS_MAX 16

/* The key takes its bytes from memory that is never freed: credentials live as long as the process. */
int credential_from_files(const char *chain_path, const char *key_path, struct tls12_credential *out);

/* The same for a key alone. */
int private_key_from_file(const char *path, struct tls12_private_key *key);

/* The server's credentials built into the command, with keys for RSA, ECDSA, DSA, DH and ECDH, and the roots that certify them and
 * the client's. */
#define TEST_CREDENTIALS 5
int test_credentials(struct tls12_credential credentials[TEST_CREDENTIALS], struct certificates *roots);

/* The client's: RSA, DSA, ECDSA, Ed25519, DH, ECDH. */
#define TEST_CLIENT_CREDENTIALS 6
int test_client_credentials(struct tls12_credential credentials[TEST_CLIENT_CREDENTIALS]);

/* The built-in pre-shared key. */
extern const struct tls12_psk test_psk;

#endif
