/* The TLS 1.2 engine: one end of a connection, free of I/O and of allocation.
 *
 * Bytes from the peer go in with tls12_receive, bytes for the peer come out with tls12_output. Between the two the engine
 * runs the handshake: it lets the machine (machine/) say which message may come and which is due, decodes, acts, and
 * encodes. A struct tls12_engine has a fixed size, belongs to the caller, and must not move or be copied while in use.
 * No function blocks or allocates; one engine is used by one thread at a time, different engines share nothing.
 *
 *     tls12_client(&engine, &config);                       or tls12_server
 *     until tls12_status(&engine) is TLS12_CONNECTED:
 *       send what tls12_output gives; tell how much with tls12_sent
 *       read from the peer, hand it over with tls12_receive
 *     tls12_send, tls12_application, tls12_application_taken move application data
 *     tls12_close; send the last output; tls12_forget
 */
#ifndef TLS12_HANDSHAKE_ENGINE_H
#define TLS12_HANDSHAKE_ENGINE_H

#include <stdint.h>

#include "handshake/config.h"
#include "handshake/kept.h"
#include "handshake/key_schedule.h"
#include "handshake/suite.h"
#include "handshake/transcript.h"
#include "machine/client.h"
#include "machine/due.h"
#include "machine/server.h"
#include "record/cipher.h"
#include "record/protection.h"
#include "record/reassembly.h"
#include "wire/fault.h"

enum tls12_role { TLS12_CLIENT, TLS12_SERVER };

/* RFC 7366: what the handshakes of a connection with a CBC suite have settled on; nothing before the first of them. */
enum tls12_block_mechanism { TLS12_MECHANISM_OPEN, TLS12_MECHANISM_MAC_THEN_ENCRYPT, TLS12_MECHANISM_ENCRYPT_THEN_MAC };

enum tls12_status {
  TLS12_HANDSHAKING,
  TLS12_CONNECTED, /* both Finished verified: application data may flow */
  TLS12_CLOSED,    /* close_notify was sent or received */
  TLS12_FAILED     /* see struct tls12_failure; the last output is the alert, if one is due */
};

/* Why a connection failed. */
struct tls12_failure {
  enum tls12_failure_cause {
    TLS12_NO_FAILURE,
    TLS12_PEER_VIOLATION, /* the peer broke fault.rule; fault.alert was sent */
    TLS12_NO_AGREEMENT,   /* nothing wrong, but no common parameters, or policy refuses them; fault.alert was sent */
    TLS12_PEER_ALERT,     /* the peer sent the fatal alert fault.alert */
    TLS12_OWN_FAULT       /* a failure of this side: no random bytes, a message longer than its buffer */
  } cause;
  struct tls12_fault fault; /* offset and length count in the handshake message, header included, or in the record */
  int message;              /* the handshake type (spec/handshake_types.h) that was being handled, or -1 */
};

/* The longest record: header, and a ciphertext of 2^14 + 2048 bytes (RFC 5246 section 6.2.3). */
#define TLS12_RECORD_MAX (5 + 16384 + 2048)

/* Records that wait to go out. */
#define TLS12_OUTPUT_MAX (TLS12_RECORD_MAX + 256)

/* The longest ticket that a client keeps; a longer one counts as none. */
#define TLS12_TICKET_MAX 2048

/* The longest handshake message that an engine takes or makes, header included. The limit is this implementation's:
 * a uint24 allows 16 MiB, and a certificate chain in use stays far below this. */
#define TLS12_MESSAGE_MAX 65536

/* Memory of the caller's for the handshake messages of one engine, as long as that is in use: set bytes and size, its length is the
 * engine's. A size of TLS12_MESSAGE_MAX is plenty. */
struct tls12_messages {
  uint8_t *bytes;
  uint32_t size, length;
};

struct tls12_engine {
  const struct tls12_config *config;
  struct tls12_messages *messages; /* NULL: they are not kept */
  enum tls12_role role;
  enum tls12_status status;
  struct tls12_failure failure;

  /* where the handshake stands: machine/ */
  struct tls12_negotiation negotiation;
  struct tls12_server_choice choice; /* server: the optional messages that it sends */
  int client_certificate; /* the client's Certificate as an event of the machine, ON_EMPTY_CERTIFICATE until it is known */
  int state;

  /* what the hellos settled */
  const struct tls12_suite *suite;
  const struct tls12_credential *credential; /* this side's certificate in use */
  uint16_t client_version;                   /* as in ClientHello */
  uint8_t client_random[TLS12_RANDOM_LENGTH], server_random[TLS12_RANDOM_LENGTH];
  uint16_t dh_group, ec_group; /* the groups of the key exchange; server: that the client can use */
  int every_pair;              /* server: CertificateRequest lists all pairs of the policy */
  uint16_t signature_pair;     /* own: hash and signature, high byte first */
  int renegotiation_info;      /* both sides sent the extension (or the signalling suite) */
  int extended_master_secret;  /* both sides sent the extension */
  int encrypt_then_mac;        /* both sides sent the extension */
  enum tls12_block_mechanism block_mechanism;
  uint32_t max_fragment;      /* max_fragment_length that both hellos have: 1 to 4, or 0 */
  uint32_t record_size_limit; /* the peer's, of at most 2^14, if both hellos have the extension, or 0 */
  uint32_t
      write_limit; /* the most bytes of content in a record now, 0: 2^14; and that of the peer's records, with what */
  uint32_t read_limit; /* the peer breaks by more */
  enum tls12_rule read_limit_rule;
  int authorities_acknowledged;      /* server: an empty trusted_ca_keys goes into ServerHello */
  int server_name_acknowledged;      /* server: an empty server_name goes into ServerHello */
  int point_formats;                 /* server: ec_point_formats goes into ServerHello */
  struct tls12_bytes protocol;       /* the application protocol, as it lies in config->protocols; length 0: none */
  enum tls12_key_kind peer_key_kind; /* of the peer's certificate */
  struct tls12_public_value peer_key, peer_exponent; /* its key: RSA modulus and exponent, EC point, or DSA key, whose
                                                        parameters are then in peer_exponent, both in DER */
  uint32_t peer_key_group;                           /* EC: its curve */
  struct tls12_public_value dh_p, dh_g, peer_share;  /* of a key exchange message or a certificate */

  uint8_t client_verify_data[TLS12_VERIFY_DATA_LENGTH], server_verify_data[TLS12_VERIFY_DATA_LENGTH]; /* of both last
                                                                                                         Finished */
  struct tls12_session session;     /* this one, without its secret */
  enum tls12_presence resumed;      /* OPTIONAL: a client cannot tell yet */
  int ticket_follows;               /* session_ticket in ServerHello */
  int status_follows;               /* status_request in ServerHello */
  uint8_t ticket[TLS12_TICKET_MAX]; /* client: the new one */
  uint32_t ticket_length;

  /* secrets, cleared when they have done their work */
  uint8_t private_share[TLS12_PUBLIC_VALUE_MAX];
  uint32_t private_share_length;
  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH];
  struct tls12_record_key read_key, write_key, next_read_key, next_write_key;
  int reading_protected, writing_protected;

  struct tls12_transcript transcript;

  /* the record that comes in, and how far its content has been used */
  int version_followed; /* the peer has sent a record that must have the version of ServerHello */
  uint8_t input[TLS12_RECORD_MAX];
  uint32_t input_length;
  int content_type; /* of the opened record, 0 when there is none */
  uint32_t content_at, content_end;

  /* the records that go out; the last 256 bytes are room for an alert */
  uint8_t output[TLS12_OUTPUT_MAX];
  uint32_t output_at, output_end;

  /* the handshake message under way: the peer's while it is put together, or one of our own while it goes out */
  uint8_t message[TLS12_MESSAGE_MAX];
  struct reassembly incoming;
  uint32_t own_length, own_sent; /* own_length is 0 when none goes out */

  unsigned idle_records; /* empty records and warnings in a row */
};

/* Starts a client: its ClientHello waits in the output. `config` must outlive the engine. */
void tls12_client(struct tls12_engine *engine, const struct tls12_config *config);

/* Starts a server: it waits for a ClientHello. */
void tls12_server(struct tls12_engine *engine, const struct tls12_config *config);

/* The same with memory for the messages. With it a client can sign, and a server verify, CertificateVerify with every pair that the
 * policy has, Ed25519 and Ed448 included; without it, or when they are longer, with those that hash with SHA-256 or SHA-384. */
void tls12_client_keeping(struct tls12_engine *engine, const struct tls12_config *config,
                          struct tls12_messages *messages);
void tls12_server_keeping(struct tls12_engine *engine, const struct tls12_config *config,
                          struct tls12_messages *messages);

/* Takes up to n bytes from the peer; returns how many it took. Fewer than n means: send the output, or take the
 * application data, first; then come back with the rest. After a failure or close_notify nothing more is taken. */
uint32_t tls12_receive(struct tls12_engine *engine, const uint8_t *bytes, uint32_t n);

/* The bytes that wait to be sent to the peer, in order; length 0 if none. They stay until tls12_sent. */
struct tls12_bytes tls12_output(const struct tls12_engine *engine);

/* The first n bytes of the output have been sent. */
void tls12_sent(struct tls12_engine *engine, uint32_t n);

enum tls12_status tls12_status(const struct tls12_engine *engine);

/* Whether the handshake resumes a session. It counts once the connection is TLS12_CONNECTED. */
/*@ requires engine: \valid_read(engine);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures resumed: \result != 0 <==> engine->resumed != FORBIDDEN;
*/
int tls12_resumed(const struct tls12_engine *engine);

/* The application protocol that both sides chose (RFC 7301 section 3), as it lies in config->protocols; length 0: none. It counts
 * once the connection is TLS12_CONNECTED. */
/*@ requires engine: \valid_read(engine);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures protocol: \result == engine->protocol;
*/
struct tls12_bytes tls12_protocol(const struct tls12_engine *engine);

/* Application data from the peer, decrypted; length 0 if none waits. It stays until tls12_application_taken. */
struct tls12_bytes tls12_application(const struct tls12_engine *engine);
void tls12_application_taken(struct tls12_engine *engine, uint32_t n);

/* Protects up to n bytes of application data for the peer, in one record; returns how many were taken: 0 while output waits, and while
 * the connection is not TLS12_CONNECTED, but for a renegotiation with config->data_while_renegotiating. */
uint32_t tls12_send(struct tls12_engine *engine, const uint8_t *bytes, uint32_t n);

/* Asks for another handshake on the connection: a client's ClientHello, or a server's HelloRequest, waits in the output. Until
 * it is complete the status is TLS12_HANDSHAKING again; application data that the peer sent before it knew still comes (RFC 5246
 * section 7.4.1.1). 1, or 0 when that cannot be: before TLS12_CONNECTED, amid a message of the peer's, or if config->renegotiation or
 * renegotiation_info are missing. A peer that declines leaves the connection as it was. */
int tls12_renegotiate(struct tls12_engine *engine);

/* Whether the last complete handshake is not the first of the connection. It counts while the connection is TLS12_CONNECTED. */
int tls12_renegotiated(const struct tls12_engine *engine);

/* Sends close_notify (RFC 5246 section 7.2.1). */
void tls12_close(struct tls12_engine *engine);

/* Clears all of the engine, secrets included. */
void tls12_forget(struct tls12_engine *engine);

#endif
