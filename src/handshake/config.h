/* What an engine is told: read only, shared by any number of engines, owned by the caller. */
#ifndef TLS12_HANDSHAKE_CONFIG_H
#define TLS12_HANDSHAKE_CONFIG_H

#include <stdint.h>

#include "handshake/policy.h"
#include "handshake/session.h"
#include "handshake/ticket.h"
#include "wire/bytes.h"
#include "wire/random.h"
#include "x509/private_key.h"

/* A certificate chain in DER, leaf first, with the private key of the leaf. */
struct tls12_credential {
  const struct tls12_bytes *chain;
  unsigned chain_length;
  struct tls12_private_key key;
  struct tls12_bytes
      ocsp_response; /* servers: what clients are told that ask for the leaf's status; length 0: nothing */
};

/* The longest pre-shared key, in bytes; RFC 4279 section 5.3 asks for 64 at least. */
#define TLS12_PSK_MAX 256

/* A pre-shared key, 1 to TLS12_PSK_MAX bytes, and the name under which both sides know it: UTF-8 (RFC 4279 section 5.1), at
 * most 65535 bytes less the rest of ClientKeyExchange; 128 are always fine. */
struct tls12_psk {
  struct tls12_bytes identity, key;
};

/* The longest list of protocols that a client offers, in bytes; a limit of this implementation. */
#define TLS12_PROTOCOLS_MAX 508

/* The longest list of trusted authorities that a client sends, in bytes; a limit of this implementation. */
#define TLS12_AUTHORITIES_MAX 2048

/* What an engine shows to an observer: every handshake message (with its header), ChangeCipherSpec and alert, in the
 * clear, as it is sent or received. */
struct tls12_observation {
  int from_client;
  int content_type;           /* spec/handshake_types.h */
  struct tls12_bytes content; /* valid during the call */
};

/* MaxFragmentLength of RFC 6066 section 4: the most bytes of content in a record, 256 << value; or as many as RFC 5246 allows. */
enum tls12_max_fragment {
  TLS12_FRAGMENT_16384,
  TLS12_FRAGMENT_512,
  TLS12_FRAGMENT_1024,
  TLS12_FRAGMENT_2048,
  TLS12_FRAGMENT_4096
};

/* Whether a server asks for the client's certificate, and aborts when the client has none. */
enum tls12_client_certificate { TLS12_NOT_REQUESTED, TLS12_REQUESTED, TLS12_REQUIRED };

struct tls12_config {
  enum tls12_policy policy;

  /* Random bytes: a cryptographically secure generator. (TLS12_ADDED_RANDOMNESS in handshake/signature.h: what it may decline.) */
  tls12_random random;
  void *random_context;

  /* The suites, most wanted first; NULL: all that protect from a third party and that the policy allows: anonymous ones and
   * those without encryption have to be named. What the policy forbids is skipped, and so are suites with a pre-shared key
   * when there is none. */
  const uint16_t *suites;
  unsigned suite_count;

  /* What the peer's certificate must prove: a server's, or a client's that was asked for one. */
  const char *server_name; /* clients: sent as server_name unless it is an IP address, and matched; NULL: neither */
  const struct tls12_bytes *anchors; /* trusted certificates in DER */
  unsigned anchor_count;
  uint64_t time;        /* YYYYMMDDhhmmss, UTC: the time at which certificates must be valid */
  int accept_any_chain; /* the chain is not verified; the key still has to sign the handshake */

  /* Clients: which roots they have, for a server that can choose among chains (RFC 6066 section 6): TrustedAuthority elements, as
   * tls12_trusted_authority (x509/authority.h) writes them, at most TLS12_AUTHORITIES_MAX bytes. data NULL: not said; length 0: those
   * that both sides know of. */
  struct tls12_bytes trusted_authorities;

  /* Clients, optional: the server is asked for the status of its certificate (RFC 6066 section 8), and this is called when it comes,
   * after its certificate; a server need not send any. The response is a DER-encoded OCSPResponse, as far as the server says, and
   * valid during the call. Anything but 0 ends the connection with bad_certificate_status_response. */
  int (*certificate_status)(void *context, struct tls12_bytes ocsp_response);

  /* The first credential that fits is used; a client's only when it is asked for one. */
  const struct tls12_credential *credentials;
  unsigned credential_count;
  enum tls12_client_certificate client_certificate; /* servers, in key exchanges with a certificate of their own */
  struct tls12_bytes certificate_authorities;       /* whose certificates clients are asked for: DistinguishedNames as
                                                       tls12_distinguished_names (x509/authority.h) writes them; length 0:
                                                       anyone's */

  /* Pre-shared keys: a client uses the first, a server the one that the client names. The hint is what a server says of the
   * key that it wants (RFC 4279 section 5.2), at most 256 bytes; length 0: nothing. */
  const struct tls12_psk *psks;
  unsigned psk_count;
  struct tls12_bytes psk_hint;

  /* The application protocols that can be spoken (RFC 7301), most wanted first, each after a byte with its length; length 0: the
   * extension is not used. A client offers them, in at most TLS12_PROTOCOLS_MAX bytes; a server takes the first that the client
   * offers too, and aborts when there is none. tls12_protocol says which it is. */
  struct tls12_bytes protocols;

  /* Sessions, all of it optional. `seconds` is now, of any clock that counts seconds and is the same for all who share sessions;
   * a session ends session_lifetime seconds after its full handshake, TLS12_SESSION_LIFETIME_MAX if 0 or more.
   *
   * A client offers `session`, with `ticket` if that is not empty, when it is for this server_name, has not ended, and its suite is
   * offered. With a ticket and no id it learns from the message after ServerHello whether the server resumes; any id in its place
   * (RFC 5077 section 3.4) makes ServerHello tell. It asks for a ticket if there is a keep_session.
   *
   * A server resumes what find_session finds (1, and writes it; else 0), and what ticket_keys open; it gives each session an id if
   * there are keep_session and find_session, and tickets instead if there are ticket_keys and the client asks.
   *
   * keep_session: the handshake is complete, and the session can be resumed by its id, or, for clients, by the ticket. Both
   * arguments are valid during the call. drop_session: a connection with this id failed, and the id is not to be used again (RFC
   * 5246 section 7.2). */
  uint64_t seconds;
  uint32_t session_lifetime;
  const struct tls12_session *session;
  struct tls12_bytes ticket;
  const struct tls12_ticket_keys *ticket_keys;
  void (*keep_session)(void *sessions, const struct tls12_session *session, struct tls12_bytes ticket);
  int (*find_session)(void *sessions, struct tls12_bytes id, struct tls12_session *session);
  void (*drop_session)(void *sessions, struct tls12_bytes id);
  void *sessions; /* handed to these three */

  /* Whether this side runs another handshake on the connection when the peer asks for it, if both have renegotiation_info (RFC
   * 5746): the peer is told otherwise (RFC 5246 section 7.2.2). */
  int renegotiation;

  /* Whether tls12_send takes data in a renegotiation too, until this side's ChangeCipherSpec. RFC 5246 section 7.4.1.1 leaves it to the
   * sender; many servers refuse it once they have the ClientHello. */
  int data_while_renegotiating;

  /* Not to use encrypt_then_mac (RFC 7366). Otherwise a client offers it with suites that have a CBC cipher, and a server that
   * chooses such a suite accepts it, under any policy. */
  int without_encrypt_then_mac;

  /* Shorter records, both optional. max_fragment: what a client asks for; a server grants what it is asked for. It holds in both
   * directions, and for a session when it is resumed, so that a session with another one is not offered. record_size_limit (RFC 8449):
   * the most bytes of content that this side takes in a protected record, 64 to 16384 (what is beyond is taken for the nearest); 0: the
   * extension is neither offered nor answered. If both sides have it, max_fragment does not count. */
  enum tls12_max_fragment max_fragment;
  uint32_t record_size_limit;

  /* Optional. */
  void (*observe)(void *context, const struct tls12_observation *observation);
  void (*key_log)(void *context, const uint8_t client_random[32], const uint8_t master_secret[48]);
  void *context; /* handed to these and to certificate_status */
};

#endif
