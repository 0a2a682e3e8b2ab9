/* What the files of the engine share: records.c (bytes and records), engine.c (the public functions and the order of
 * things), keys.c (secrets), client.c and server.c (what each message means). */
#ifndef TLS12_HANDSHAKE_INTERNAL_H
#define TLS12_HANDSHAKE_INTERNAL_H

#include "handshake/engine.h"

/* A body begins after the header of its handshake message. */
#define HEADER TLS12_MESSAGE_HEADER

/* Ends the connection: the failure is kept and its alert sent, fatal. */
void engine_fail(struct tls12_engine *e, enum tls12_failure_cause cause, struct tls12_fault fault);

/* The peer broke a rule. offset counts from the start of the body of the message under way. */
void refuse(struct tls12_engine *e, enum tls12_rule rule, struct tls12_span where, enum tls12_alert alert);

/* The decoder refused the body. */
void refuse_body(struct tls12_engine *e, struct tls12_fault fault);

/* No common parameters, or policy forbids what the peer wants. */
void disagree(struct tls12_engine *e, enum tls12_rule rule, enum tls12_alert alert);

/* A failure of this side. */
void own_fault(struct tls12_engine *e);

/* n random bytes from the caller's generator; 0, and the connection has failed, if there are none. */
int engine_random(struct tls12_engine *e, uint8_t *out, uint32_t n);

/* The handshake message of this type with the body that lies in e->message after the header is on its way. */
void send_message(struct tls12_engine *e, enum tls12_handshake_type type, uint32_t body_length);

/* Where its body is encoded, and how long it may be. */
#define OWN_BODY(e) ((e)->message + HEADER)
#define OWN_ROOM (TLS12_MESSAGE_MAX - HEADER)

/* records.c */
uint32_t take_record(struct tls12_engine *e, const uint8_t *bytes, uint32_t n);
int room_for_record(const struct tls12_engine *e, uint32_t n);
void write_record(struct tls12_engine *e, enum tls12_content_type type, struct tls12_bytes content);
void write_alert(struct tls12_engine *e, enum tls12_alert_level level, enum tls12_alert alert);
int write_message_records(struct tls12_engine *e); /* 1 when the whole message is in the output */

/* keys.c */
void derive_master_secret(struct tls12_engine *e, struct tls12_bytes premaster);
void derive_record_keys(struct tls12_engine *e);
void verify_data_of(struct tls12_engine *e, enum tls12_role role, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH]);
void forget_handshake_secrets(struct tls12_engine *e);

/* The bytes of a field that a decoder located. */
struct tls12_bytes part(const uint8_t *body, struct tls12_span span);

/* Bytes of a private exponent: RFC 7919 section 5.2 asks for 225 bits with ffdhe2048 and 400 with ffdhe8192; 512 leave a
 * margin for groups whose order is not known. */
#define DH_EXPONENT_LENGTH 64

/* Keeps a value beyond the message that brought it; 0 if it is longer than TLS12_PUBLIC_VALUE_MAX. */
int keep_public_value(struct tls12_public_value *kept, struct tls12_bytes value);
struct tls12_bytes public_value(const struct tls12_public_value *kept);

/* The digest of client_random || server_random || params, what the signature of ServerKeyExchange covers (RFC 5246
 * section 7.4.3); the bytes lie in digest. */
struct tls12_bytes key_exchange_digest(const struct tls12_engine *e, enum tls12_hash hash, struct tls12_bytes params,
                                       uint8_t *digest);

/* client.c, server.c: the body of a received message; and one's own message that is due. */
void client_receive(struct tls12_engine *e, int type, const uint8_t *body, uint32_t length);
void client_produce(struct tls12_engine *e, enum tls12_event event);
void server_receive(struct tls12_engine *e, int type, const uint8_t *body, uint32_t length);
void server_produce(struct tls12_engine *e, enum tls12_event event);

/* Finished is alike on both sides. */
void receive_finished(struct tls12_engine *e, const uint8_t *body, uint32_t length);
void produce_finished(struct tls12_engine *e);

#endif
