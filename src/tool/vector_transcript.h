/* A complete handshake out of a vector: what was sent, and what both sides did not send. */
#ifndef TLS12_TOOL_VECTOR_TRANSCRIPT_H
#define TLS12_TOOL_VECTOR_TRANSCRIPT_H

#include "handshake/engine.h"
#include "tool/vector_case.h"

enum { TRANSCRIPT_RECORDS = 24 };

struct transcript {
  const struct tls12_suite *suite;
  int extended_master_secret, encrypt_then_mac;
  unsigned count;
  struct transcript_record {
    int from_client;
    struct tls12_bytes record;    /* with its header */
    struct tls12_bytes plaintext; /* of a protected record; length 0: it is none */
  } records[TRANSCRIPT_RECORDS];
};

/* Reads the vector under way; it is damaged if that is not possible. */
void transcript_read(struct vector_case *c, struct transcript *transcript);

/* The private key of a certificate of "client" or "server"; 0 if that has none. */
int transcript_key(struct vector_case *c, const char *side, struct tls12_private_key *key);

/* Runs this side's engine against what the other one sent, with the randomness of the transcript. */
enum replay {
  REPLAY_ANOTHER,  /* the engine makes other choices: it says another hello, or has other parameters */
  REPLAY_SAME,     /* it says byte for byte the same, and is connected */
  REPLAY_DIFFERENT /* it begins as the transcript, and goes on differently */
};
enum replay transcript_replay(struct vector_case *c, const struct transcript *transcript, enum tls12_role role);

#endif
