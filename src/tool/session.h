/* What a key log makes of a captured connection: the keys of each of its handshakes, and whether both Finished verify. */
#ifndef TLS12_TOOL_SESSION_H
#define TLS12_TOOL_SESSION_H

#include "handshake/kept.h"
#include "handshake/key_schedule.h"
#include "handshake/suite.h"
#include "tool/dissect.h"
#include "x509/private_key.h"

/* Where secrets of captured connections come from. */
struct known_secrets {
  struct octets key_log;         /* lines "CLIENT_RANDOM, 32 bytes, master secret", in hexadecimal; may be empty */
  struct tls12_private_key *key; /* of the server's certificate, for RSA, DH and ECDH without DHE; NULL: not known */
};

/* Everything that was computed for one Finished. */
struct finished_check {
  int present;
  uint8_t hash[TLS12_HASH_SIZE_MAX]; /* of the handshake messages before it; as long as the PRF's hash */
  uint8_t expected[TLS12_VERIFY_DATA_LENGTH], received[TLS12_VERIFY_DATA_LENGTH];
};

/* One handshake. A connection has another when it renegotiates. */
struct session {
  struct session *next;              /* owned */
  size_t client_hello, server_hello; /* which of its side's messages */
  int full;                          /* not abbreviated */
  const struct tls12_suite *suite;
  uint8_t client_random[TLS12_RANDOM_LENGTH], server_random[TLS12_RANDOM_LENGTH];
  uint8_t premaster[TLS12_PUBLIC_VALUE_MAX];
  uint32_t premaster_length; /* 0: not known */
  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH];
  int extended_master_secret, encrypt_then_mac;
  uint8_t key_block[TLS12_KEY_BLOCK_MAX];
  uint32_t key_block_length;
  struct tls12_record_key client_key, server_key; /* to open what each side wrote */
  struct finished_check client_finished, server_finished;
};

/* The keys of the connection's first handshake, or of the one after `before`, whose hellos are in these dissections; each is read
 * up to its ChangeCipherSpec. NULL when the secret is not known or the hellos are not whole. The caller frees it. */
struct session *session_start(const struct session *before, const struct known_secrets *known,
                              const struct dissection *client, const struct dissection *server);

/* Computes both Finished, out of dissections that were opened with the keys; one that differs is a defect. */
void session_finish(struct session *session, struct dissection *client, struct dissection *server);

/* The pieces of the key block, in the order of RFC 5246 section 6.3; some are empty. */
#define KEY_BLOCK_PARTS 6
struct key_block_part {
  const char *name;
  struct tls12_bytes bytes;
};
struct key_block_part key_block_part(const struct session *session, unsigned number);

/* This one and those after it, with their secrets. */
void sessions_free(struct session *first);

#endif
