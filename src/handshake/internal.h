/* What the files of the engine share: step.c (where the handshake stands), records.c (bytes and records), engine.c (the public
 * functions), application.c (application data), order.h (the order of things), keys.c (secrets), client.c and server.c (which
 * message is sent, what follows from one that came), client_messages.c and server_messages.c (what is in them). A clause
 * `machine` of a contract says in which state of the machine the function may be called. */
#ifndef TLS12_HANDSHAKE_INTERNAL_H
#define TLS12_HANDSHAKE_INTERNAL_H

#include "handshake/psk.h"
#include "handshake/step.h"

/* A body begins after the header of its handshake message. */
#define HEADER TLS12_MESSAGE_HEADER

/*@ // Who keeps the place keeps what may happen, what is due, and, unless the connection ends, that the engine stands there.
    lemma may_happen_kept{K,L}: \forall struct tls12_engine *e, integer m;
      same_place{K,L}(e) && may_happen{K}(e, m) ==> may_happen{L}(e, m);
    lemma server_due_same: \forall struct tls12_negotiation n, struct tls12_negotiation o, integer s,
      struct tls12_server_choice c, struct tls12_server_choice d;
      n == o && c == d ==> server_due(n, s, c) == server_due(o, s, d);
    lemma due_kept{K,L}: \forall struct tls12_engine *e, integer m;
      same_place{K,L}(e) && is_due{K}(e, m) ==> is_due{L}(e, m);
    lemma done_data{L}: \forall struct tls12_engine *e;
      e->state == DONE ==> may_happen(e, ON_CLIENT_DATA) && may_happen(e, ON_SERVER_DATA);
    lemma stands_kept{K,L}: \forall struct tls12_engine *e;
      same_place{K,L}(e) && stands{K}(e) &&
      (\at(e->status, L) < TLS12_CLOSED ==> \at(e->status, K) == \at(e->status, L)) ==> stands{L}(e);
*/

/*@ // The messages of each side as events.
    lemma client_messages{L}: \forall struct tls12_engine *e;
      e->role == TLS12_CLIENT ==>
        own_message(e, TLS12_CLIENT_HELLO) == ON_CLIENT_HELLO &&
        own_message(e, TLS12_CERTIFICATE) == e->client_certificate &&
        own_message(e, TLS12_CLIENT_KEY_EXCHANGE) == ON_CLIENT_KEY_EXCHANGE &&
        own_message(e, TLS12_CERTIFICATE_VERIFY) == ON_CERTIFICATE_VERIFY &&
        own_message(e, TLS12_FINISHED) == ON_CLIENT_FINISHED;
    lemma server_messages{L}: \forall struct tls12_engine *e;
      e->role == TLS12_SERVER ==>
        own_message(e, TLS12_SERVER_HELLO) == ON_SERVER_HELLO &&
        own_message(e, TLS12_CERTIFICATE) == ON_SERVER_CERTIFICATE &&
        own_message(e, TLS12_CERTIFICATE_STATUS) == ON_CERTIFICATE_STATUS &&
        own_message(e, TLS12_SERVER_KEY_EXCHANGE) == ON_SERVER_KEY_EXCHANGE &&
        own_message(e, TLS12_CERTIFICATE_REQUEST) == ON_CERTIFICATE_REQUEST &&
        own_message(e, TLS12_SERVER_HELLO_DONE) == ON_SERVER_HELLO_DONE &&
        own_message(e, TLS12_FINISHED) == ON_SERVER_FINISHED;
    lemma server_message_event: \forall integer type; ON_HELLO_REQUEST <= server_message(type) <= ON_SERVER_OTHER;
    lemma client_message_event: \forall integer type; ON_HELLO_REQUEST <= client_message(type) <= ON_CLIENT_OTHER;
    lemma peer_messages{L}: \forall struct tls12_engine *e, integer type;
      type == TLS12_CERTIFICATE_VERIFY || type == TLS12_FINISHED ==>
        peer_message(e, type) != ON_HELLO_REQUEST && peer_message(e, type) != ON_CLIENT_HELLO &&
        peer_message(e, type) != ON_SERVER_HELLO;
    // Of the certificates, only the one that the client has settled on is ever due.
    lemma due_certificate{L}: \forall struct tls12_engine *e, integer m;
      e->role == TLS12_CLIENT && is_due(e, m) &&
      (m == ON_EMPTY_CERTIFICATE || m == ON_SIGNING_CERTIFICATE || m == ON_FIXED_CERTIFICATE) ==> m == e->client_certificate;
*/

/* The two halves of the engine that records pass through: bounds, and keys that can be used. */
/*@ predicate output_valid{L}(struct tls12_engine *e) =
      \valid(e) && \valid_read(e->config) && \separated(e, e->config) && e->output_at <= e->output_end <= TLS12_OUTPUT_MAX &&
      record_key_ready(&e->write_key);

    predicate input_valid{L}(struct tls12_engine *e) =
      \valid(e) && e->input_length <= TLS12_RECORD_MAX && e->content_at <= e->content_end <= TLS12_RECORD_MAX &&
      record_key_ready(&e->read_key);
*/

/* What the secrets need: the suite, and the transcript. */
/*@ predicate secrets_valid{L}(struct tls12_engine *e) =
      \valid(e) && \valid_read(e->suite) && \separated(e, e->suite) && transcript_ready(&e->transcript) &&
      (e->suite->prf == TLS12_SHA256 || e->suite->prf == TLS12_SHA384) &&
      TLS12_CIPHER_NULL <= e->suite->cipher <= TLS12_CIPHER_CHACHA20_POLY1305;
*/

/* The hellos are on their way to an abbreviated handshake, or a client's may be. */
/*@ predicate resumes{L}(struct tls12_engine *e) =
      may_happen(e, ON_SERVER_HELLO) && e->negotiation.abbreviated != FORBIDDEN;
*/

/* Between two steps of the handshake. Whoever has read the peer's hello knows the suite. */
/*@ predicate hello_read(integer role, integer state) =
      state != START && (role == TLS12_CLIENT ==> state != AFTER_CLIENT_HELLO);

    predicate between_messages{L}(struct tls12_engine *e) =
      stands(e) && output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX) &&
      transcript_ready(&e->transcript) && (e->suite != \null ==> secrets_valid(e)) &&
      (hello_read(e->role, e->state) ==> e->suite != \null);

    // What is to show of a step that keeps the place.
    lemma between_kept{K,L}: \forall struct tls12_engine *e;
      between_messages{K}(e) && same_place{K,L}(e) &&
      output_valid{L}(e) &&
      (\at(e->status, L) < TLS12_CLOSED ==>
        \at(e->status, K) == \at(e->status, L) && \at(e->output_end, L) <= TLS12_RECORD_MAX) &&
      \at(transcript_ready(&e->transcript), L) && \at(e->suite, K) == \at(e->suite, L) &&
      (\at(e->suite, L) != \null ==> secrets_valid{L}(e)) ==> between_messages{L}(e);

    // Whoever knows the suite can use it.
    lemma suite_known{L}: \forall struct tls12_engine *e;
      between_messages(e) && e->suite != \null ==>
        \valid(e) && stands(e) && \valid_read(e->suite) && \separated(e, e->suite) && secrets_valid(e);

    // All messages but the hellos come after the hellos; then the suite is chosen.
    lemma client_hellos_first: \forall struct tls12_negotiation n, integer s, m;
      0 <= client_next(n, s, m) && m != ON_HELLO_REQUEST && m != ON_CLIENT_HELLO && m != ON_SERVER_HELLO &&
      m != ON_CLIENT_DATA && m != ON_SERVER_DATA ==>
        s != START && s != AFTER_CLIENT_HELLO;
    lemma server_hellos_first: \forall struct tls12_negotiation n, integer s, m;
      0 <= server_next(n, s, m) && m != ON_HELLO_REQUEST && m != ON_CLIENT_HELLO && m != ON_CLIENT_DATA &&
      m != ON_SERVER_DATA ==> s != START;
    lemma suite_chosen{L}: \forall struct tls12_engine *e;
      between_messages(e) && hello_read(e->role, e->state) ==> e->suite != \null;
*/

/* What writing and failing assign. */
#define READ_KEY(e) (e)->read_key.sequence, (e)->read_key.hmac.message, (e)->read_key.state
#define WRITE_KEY(e) (e)->write_key.sequence, (e)->write_key.hmac.message, (e)->write_key.state
#define FAILURE(e)                                                                                                     \
  (e)->failure.cause, (e)->failure.fault.rule, (e)->failure.fault.offset, (e)->failure.fault.length,                   \
      (e)->failure.fault.alert
/* clang-format off */
#define FAILING(e)                                                                                                     \
  (e)->status, FAILURE(e), (e)->failure.message, WRITE_KEY(e), (e)->output[0 .. TLS12_OUTPUT_MAX - 1],                 \
      (e)->output_end, (e)->next_read_key, (e)->next_write_key,                                                        \
      (e)->master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1], (e)->private_share[0 .. TLS12_PUBLIC_VALUE_MAX - 1]
/* clang-format on */

/* The failure of the engine is this. */
#define FAULT_IS(e, f)                                                                                                 \
  ((e)->failure.fault.rule == (f).rule && (e)->failure.fault.offset == (f).offset &&                                   \
   (e)->failure.fault.length == (f).length && (e)->failure.fault.alert == (f).alert)

/* Ends the connection: the failure is kept and its alert sent, fatal. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires alert: TLS12_NO_ALERT <= fault.alert <= 255;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures cause: \old(e->status) < TLS12_CLOSED ==> FAULT_IS(e, fault) &&
      (e->failure.cause == cause || e->failure.cause == TLS12_OWN_FAULT);
    ensures message: e->failure.message == \old(e->failure.message);
    ensures place: same_place{Pre,Post}(e);
*/
void engine_fail(struct tls12_engine *e, enum tls12_failure_cause cause, struct tls12_fault fault);

/* The peer broke a rule. offset counts from the start of the body of the message under way. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires alert: TLS12_NO_ALERT <= alert <= 255;
    requires where: where.offset <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
void refuse(struct tls12_engine *e, enum tls12_rule rule, struct tls12_span where, enum tls12_alert alert);

/* The decoder refused the body. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires alert: TLS12_NO_ALERT <= fault.alert <= 255;
    requires where: fault.offset <= TLS12_BODY_MAX;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
void refuse_body(struct tls12_engine *e, struct tls12_fault fault);

/* No common parameters, or policy forbids what the peer wants. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires alert: TLS12_NO_ALERT <= alert <= 255;
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
void disagree(struct tls12_engine *e, enum tls12_rule rule, enum tls12_alert alert);

/* A failure of this side. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures over: e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
void own_fault(struct tls12_engine *e);

/* n random bytes from the caller's generator; 0, and the connection has failed, if there are none. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires memory: \valid(out + (0 .. n - 1));
    requires apart: \separated(out + (0 .. n - 1), e->config, &e->status, &e->output_at, &e->output_end, &e->write_key) &&
                    \separated(out + (0 .. n - 1), &e->output[0] + (0 .. TLS12_OUTPUT_MAX - 1), &e->config);
    terminates \true;
    exits \false;
    assigns FAILING(e), out[0 .. n - 1];
    ensures output: output_valid(e);
    ensures answer: \result == 1 || (\result == 0 && e->status >= TLS12_CLOSED);
    ensures drawn: \result == 1 ==> e->status == \old(e->status) && e->output_end == \old(e->output_end);
    ensures place: same_place{Pre,Post}(e);
*/
int engine_random(struct tls12_engine *e, uint8_t *out, uint32_t n);

/* Where the body of an own message is encoded, and how long it may be. */
#define OWN_BODY(e) ((e)->message + HEADER)
#define OWN_ROOM (TLS12_MESSAGE_MAX - HEADER)

/* The handshake message of this type with the body that lies in e->message after the header is on its way. */
/*@ requires engine: \valid(e) && \valid_read(e->config) && transcript_ready(&e->transcript);
    requires machine: is_due(e, own_message(e, type));
    requires type: 0 <= type <= 255;
    requires length: body_length <= OWN_ROOM;
    terminates \true;
    exits \false;
    assigns e->message[0 .. 3], e->own_length, e->own_sent, e->transcript.sha256.state, e->transcript.sha384.state;
    ensures R5246_7_4_type: e->message[0] == type;
    ensures R5246_7_4_length: be24(&e->message[0], 1) == body_length;
    ensures whole: e->own_length == TLS12_MESSAGE_HEADER + body_length && e->own_sent == 0;
    ensures transcript: transcript_ready(&e->transcript) &&
      messages(&e->transcript) == with_bytes(\old(messages(&e->transcript)), &e->message[0], e->own_length);
    ensures place: same_place{Pre,Post}(e);
*/
void send_message(struct tls12_engine *e, enum tls12_handshake_type type, uint32_t body_length);

/* What protection adds to a record at most when the padding is the shortest: IV 16, MAC 64, padding 16. */
#define EXPANSION_MAX 96

/* Takes bytes for the record under way; when it is whole it is opened. Answers with how many. */
/*@ requires input: input_valid(e);
    requires record: e->input_length < TLS12_RECORD_HEADER ||
      e->input_length < TLS12_RECORD_HEADER + record_length(&e->input[0]);
    requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires bytes: \valid_read(bytes + (0 .. n - 1)) && \separated(e, bytes + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), READ_KEY(e), e->version_followed, e->input[0 .. TLS12_RECORD_MAX - 1], e->input_length,
      e->content_type, e->content_at, e->content_end;
    ensures taken: \result <= n;
    ensures input: input_valid(e);
    ensures output: output_valid(e);
    ensures place: same_place{Pre,Post}(e);
*/
uint32_t take_record(struct tls12_engine *e, const uint8_t *bytes, uint32_t n);

/* Whether a record with n bytes of content can be written. */
/*@ requires engine: \valid_read(e) && e->output_end <= TLS12_OUTPUT_MAX && n <= TLS12_PLAINTEXT_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures room: \result != 0 ==> e->output_end + TLS12_RECORD_HEADER + n + EXPANSION_MAX <= TLS12_RECORD_MAX;
*/
int room_for_record(const struct tls12_engine *e, uint32_t n);

/* Queues a record, protected if writing is. When that fails the connection has failed. ChangeCipherSpec goes out when it is due,
 * application data when it may, and of the handshake the message under way; an alert at any time. */
/*@ requires output: output_valid(e) && content_type(type);
    requires machine_ccs: type == TLS12_CHANGE_CIPHER_SPEC ==> is_due(e, own_ccs(e));
    requires machine_data: type == TLS12_APPLICATION_DATA ==> may_happen(e, own_data(e));
    requires machine_message: type == TLS12_HANDSHAKE ==>
      content.data == &e->message[0] + e->own_sent && e->own_sent + content.length <= e->own_length;
    requires content: \valid_read(content.data + (0 .. content.length - 1)) && content.length <= TLS12_PLAINTEXT_MAX;
    requires room: e->output_end + TLS12_RECORD_HEADER + content.length <= TLS12_OUTPUT_MAX;
    requires apart: \separated(content.data + (0 .. content.length - 1), &e->output[0] + (0 .. TLS12_OUTPUT_MAX - 1),
                               &e->write_key);
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end;
    ensures output: output_valid(e);
    ensures status: e->status == \old(e->status) || e->status == TLS12_FAILED;
    ensures failed: e->status != \old(e->status) ==> e->failure.cause == TLS12_OWN_FAULT;
    ensures cause: e->failure.cause == \old(e->failure.cause) || e->failure.cause == TLS12_OWN_FAULT;
    ensures written: \old(e->output_end) <= e->output_end <=
      \old(e->output_end) + TLS12_RECORD_HEADER + content.length + EXPANSION_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
void write_record(struct tls12_engine *e, enum tls12_content_type type, struct tls12_bytes content);

/*@ requires output: output_valid(e) && e->output_end <= TLS12_RECORD_MAX;
    requires alert: 0 <= alert <= 255;
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end;
    ensures output: output_valid(e);
    ensures status: e->status == \old(e->status) || e->status == TLS12_FAILED;
    ensures cause: e->failure.cause == \old(e->failure.cause) || e->failure.cause == TLS12_OWN_FAULT;
    ensures written: \old(e->output_end) <= e->output_end <= \old(e->output_end) + TLS12_RECORD_HEADER + 2 + EXPANSION_MAX;
    ensures place: same_place{Pre,Post}(e);
*/
void write_alert(struct tls12_engine *e, enum tls12_alert alert);

/* Queues what is left of one's own message, as far as there is room: 1 when the whole message is in the output. */
/*@ requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires message: e->own_sent <= e->own_length <= TLS12_MESSAGE_MAX;
    terminates \true;
    exits \false;
    assigns e->status, e->failure.cause, WRITE_KEY(e), e->output[0 .. TLS12_OUTPUT_MAX - 1], e->output_end, e->own_length,
      e->own_sent, e->incoming;
    ensures output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    ensures message: e->own_sent <= e->own_length <= TLS12_MESSAGE_MAX;
    ensures whole: \result != 0 ==> e->own_length == 0 && e->own_sent == 0 && reassembling(&e->incoming) &&
      e->incoming.length == 0;
    ensures place: same_place{Pre,Post}(e);
*/
int write_message_records(struct tls12_engine *e);

/* keys.c */
/*@ requires secrets: secrets_valid(e);
    requires machine: may_happen(e, ON_CLIENT_KEY_EXCHANGE);
    requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires premaster: \valid_read(premaster.data + (0 .. premaster.length - 1)) &&
      \separated(e, premaster.data + (0 .. premaster.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures keys: e->status < TLS12_CLOSED ==> record_key_ready(&e->next_read_key) && record_key_ready(&e->next_write_key);
    ensures place: same_place{Pre,Post}(e);
*/
void derive_master_secret(struct tls12_engine *e, struct tls12_bytes premaster);
/*@ requires secrets: secrets_valid(e);
    requires machine: may_happen(e, ON_CLIENT_KEY_EXCHANGE) || resumes(e);
    requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures output: output_valid(e);
    ensures keys: e->status < TLS12_CLOSED ==> record_key_ready(&e->next_read_key) && record_key_ready(&e->next_write_key);
    ensures place: same_place{Pre,Post}(e);
*/
void derive_record_keys(struct tls12_engine *e);
/*@ requires secrets: secrets_valid(e);
    requires memory: \valid(verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1));
    requires apart: \separated(e, verify_data + (0 .. TLS12_VERIFY_DATA_LENGTH - 1));
    terminates \true;
    exits \false;
    assigns verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1];
*/
void verify_data_of(struct tls12_engine *e, enum tls12_role role, uint8_t verify_data[TLS12_VERIFY_DATA_LENGTH]);
/* From ChangeCipherSpec on, what this side sends, or what it receives, is protected with the keys that were derived. */
/*@ requires engine: \valid(e) && record_key_ready(&e->next_write_key);
    requires machine: is_due(e, own_ccs(e));
    terminates \true;
    exits \false;
    assigns e->write_key, e->writing_protected, e->write_limit;
    ensures key: record_key_ready(&e->write_key);
    ensures on: e->writing_protected == 1;
    ensures place: same_place{Pre,Post}(e);
*/
void protect_writing(struct tls12_engine *e);
/*@ requires engine: \valid(e) && record_key_ready(&e->next_read_key);
    requires machine: may_happen(e, peer_ccs(e));
    terminates \true;
    exits \false;
    assigns e->read_key, e->reading_protected, e->read_limit, e->read_limit_rule;
    ensures key: record_key_ready(&e->read_key);
    ensures on: e->reading_protected == 1;
    ensures place: same_place{Pre,Post}(e);
*/
void protect_reading(struct tls12_engine *e);

/*@ requires engine: \valid(e);
    terminates \true;
    exits \false;
    assigns e->next_read_key, e->next_write_key, e->master_secret[0 .. TLS12_MASTER_SECRET_LENGTH - 1],
      e->private_share[0 .. TLS12_PUBLIC_VALUE_MAX - 1];
    ensures keys: record_key_ready(&e->next_read_key) && record_key_ready(&e->next_write_key);
    ensures output: \old(output_valid(e)) ==> output_valid(e);
    ensures place: same_place{Pre,Post}(e);
*/
void forget_handshake_secrets(struct tls12_engine *e);

/* Bytes of the longest private exponent. */
#define DH_EXPONENT_LENGTH 64

/* signed_digest with the engine's randoms. */
/*@ requires engine: \valid_read(e) && \valid_read(params.data + (0 .. params.length - 1));
    requires output: \valid(digest + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns digest[0 .. hash_size(hash) - 1];
    ensures R5246_7_4_3_digest: digest_at(digest, hash_size(hash), hash,
      with_bytes{Pre}(with_bytes{Pre}(with_bytes{Pre}(empty_text, &e->client_random[0], 32), &e->server_random[0], 32),
                      params.data, params.length));
    ensures place: \result.data == digest && \result.length == hash_size(hash);
*/
struct tls12_bytes key_exchange_digest(const struct tls12_engine *e, enum tls12_hash hash, struct tls12_bytes params,
                                       uint8_t *digest);

/* What the hellos settle about the length of records. */
#define LIMITED(e) (e)->max_fragment, (e)->record_size_limit, (e)->write_limit, (e)->read_limit, (e)->read_limit_rule

/* What the hellos and the key exchange settle. */
#define CHOSEN(e) (e)->suite, (e)->credential
#define SETTLED(e)                                                                                                     \
  (e)->client_version, (e)->client_random[..], (e)->server_random[..], (e)->dh_group, (e)->ec_group, (e)->every_pair,  \
      (e)->signature_pair, (e)->renegotiation_info, (e)->extended_master_secret, (e)->server_name_acknowledged,        \
      (e)->authorities_acknowledged, (e)->encrypt_then_mac, (e)->block_mechanism, LIMITED(e), (e)->point_formats,      \
      (e)->protocol, (e)->peer_key_kind, (e)->peer_key, (e)->peer_exponent, (e)->peer_key_group, (e)->dh_p, (e)->dh_g, \
      (e)->peer_share, (e)->private_share_length, (e)->client_certificate, (e)->session, (e)->resumed,                 \
      (e)->ticket_follows, (e)->status_follows, (e)->ticket[..], (e)->ticket_length

/* client.c, server.c: the body of a received message; and one's own message that is due. */
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_CLIENT;
    requires machine: may_happen(e, server_message(type));
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures suite: e->status < TLS12_CLOSED ==> e->suite != \null;
    ensures machine: may_happen(e, server_message(type));
*/
void client_receive(struct tls12_engine *e, int type, const uint8_t *body, uint32_t length);
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_CLIENT;
    requires machine: is_due(e, event) && may_happen(e, event);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->message[..], e->own_length, e->own_sent, e->transcript.sha256.state,
      e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures sent: e->status < TLS12_CLOSED ==> 0 < e->own_length <= TLS12_MESSAGE_MAX && e->own_sent == 0;
    ensures place: same_place{Pre,Post}(e);
*/
void client_produce(struct tls12_engine *e, enum tls12_event event);
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_SERVER;
    requires machine: may_happen(e, client_message(type));
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->negotiation;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures suite: e->status < TLS12_CLOSED ==> e->suite != \null;
    ensures machine: may_happen(e, client_message(type));
    ensures kind: e->status < TLS12_CLOSED && type == TLS12_CERTIFICATE ==> may_happen(e, e->client_certificate);
*/
void server_receive(struct tls12_engine *e, int type, const uint8_t *body, uint32_t length);
/*@ requires engine: between_messages(e);
    requires role: e->role == TLS12_SERVER;
    requires machine: is_due(e, event) && may_happen(e, event);
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e), e->message[..], e->own_length, e->own_sent, e->transcript.sha256.state,
      e->transcript.sha384.state;
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures sent: e->status < TLS12_CLOSED ==> 0 < e->own_length <= TLS12_MESSAGE_MAX && e->own_sent == 0;
    ensures place: same_place{Pre,Post}(e);
*/
void server_produce(struct tls12_engine *e, enum tls12_event event);

/* CertificateVerify, which signs the messages before it, so that it is not in the transcript yet. */
/*@ requires engine: between_messages(e) && e->suite != \null;
    requires machine: may_happen(e, ON_CERTIFICATE_VERIFY);
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e);
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status);
    ensures place: same_place{Pre,Post}(e);
*/
void receive_certificate_verify(struct tls12_engine *e, const uint8_t *body, uint32_t length);

/* Finished is alike on both sides. */
/*@ requires secrets: secrets_valid(e);
    requires output: output_valid(e) && (e->status < TLS12_CLOSED ==> e->output_end <= TLS12_RECORD_MAX);
    requires machine: may_happen(e, peer_message(e, TLS12_FINISHED));
    requires body: length <= TLS12_BODY_MAX && \valid_read(body + (0 .. length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), e->client_verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1],
      e->server_verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1];
    ensures output: output_valid(e);
    ensures R5246_7_4_9_06: \old(e->status) < TLS12_CLOSED && length != TLS12_VERIFY_DATA_LENGTH ==>
      e->status >= TLS12_CLOSED;
    ensures place: same_place{Pre,Post}(e);
*/
void receive_finished(struct tls12_engine *e, const uint8_t *body, uint32_t length);
/*@ requires secrets: secrets_valid(e) && \valid_read(e->config);
    requires machine: is_due(e, own_message(e, TLS12_FINISHED));
    terminates \true;
    exits \false;
    assigns e->message[0 .. TLS12_MESSAGE_MAX - 1], e->own_length, e->own_sent, e->transcript.sha256.state,
      e->transcript.sha384.state, e->client_verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1],
      e->server_verify_data[0 .. TLS12_VERIFY_DATA_LENGTH - 1];
    ensures length: e->own_length == TLS12_MESSAGE_HEADER + TLS12_VERIFY_DATA_LENGTH && e->own_sent == 0;
    ensures transcript: transcript_ready(&e->transcript);
    ensures place: same_place{Pre,Post}(e);
*/
void produce_finished(struct tls12_engine *e);

#endif
