/* Whether a chain of certificates is one for a handshake: verified, and fit for the key exchange. */
#ifndef TLS12_TOOL_CHAIN_JUDGE_H
#define TLS12_TOOL_CHAIN_JUDGE_H

#include "spec/key_exchange.h"
#include "x509/verify.h"

struct chain_question {
  const struct tls12_bytes *chain; /* leaf first */
  uint32_t length;
  struct tls12_chain_options options;
  enum tls12_key_exchange kx; /* TLS12_KX_NULL: not asked */
  struct tls12_bytes groups,
      point_formats;        /* of the peer: two bytes each; and one each, length 0: uncompressed alone */
  struct tls12_bytes types; /* of a client: certificate_types */
  struct tls12_bytes
      server; /* of a client: the server's certificate, with whose parameters a fixed key goes; length 0: any */
};

/* The certificate types of the RFCs, the signing ones first. */
extern const struct tls12_bytes chain_all_types;

struct tls12_chain_verdict chain_judge(const struct chain_question *question);

#endif
