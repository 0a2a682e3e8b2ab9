/* Session tickets as a server makes them, RFC 5077 section 4: the state of a session, encrypted and authenticated with
 * AES-256-GCM under a key of the server's, which nobody else has.
 *
 *     key_name[16], salt[4], explicit_nonce[8], encrypted_state, tag[16]
 *
 * The nonce, salt and explicit_nonce, is drawn at random for each ticket. Tickets of the previous key are still taken. */
#ifndef TLS12_HANDSHAKE_TICKET_H
#define TLS12_HANDSHAKE_TICKET_H

#include "handshake/session.h"
#include "wire/random.h"

#define TLS12_TICKET_NAME_LENGTH 16
#define TLS12_TICKET_KEY_LENGTH 32

struct tls12_ticket_key {
  uint8_t name[TLS12_TICKET_NAME_LENGTH]; /* tells which key a ticket was made with; not a secret */
  uint8_t key[TLS12_TICKET_KEY_LENGTH];
};

/* Secrets; the caller's, who clears them. Shared by any number of engines, while nobody changes them. */
struct tls12_ticket_keys {
  struct tls12_ticket_key current, previous;
  uint32_t has_previous;
};

/* A new current key; the one before it becomes the previous one. On all zero bytes it makes the first. To be called every
 * TLS12_TICKET_KEYS_PERIOD seconds at the least, and not while an engine runs. 0, or -1, and nothing changed, when there are no
 * random bytes. */
#define TLS12_TICKET_KEYS_PERIOD 86400
/*@ requires memory: \valid(keys);
    terminates \true;
    exits \false;
    assigns *keys;
    ensures answer: \result == 0 || \result == -1;
    ensures failed: \result == -1 ==> *keys == \old(*keys);
*/
int tls12_ticket_keys_renew(struct tls12_ticket_keys *keys, tls12_random random, void *random_context);

/* Bytes that a ticket has besides the state. */
#define TLS12_TICKET_OVERHEAD 44
#define TLS12_OWN_TICKET_MAX (TLS12_TICKET_OVERHEAD + TLS12_SESSION_STATE_MAX)

/* Writes a ticket for the session; nonce: 12 fresh random bytes. Answers with its length, or 0 when there is none. */
/*@ requires memory: \valid_read(keys) && \valid_read(session) && session_valid(session) && \valid_read(nonce + (0 .. 11)) &&
      \valid(out + (0 .. TLS12_OWN_TICKET_MAX - 1));
    requires apart: \separated(out + (0 .. TLS12_OWN_TICKET_MAX - 1), keys, session, nonce + (0 .. 11));
    terminates \true;
    exits \false;
    assigns out[0 .. TLS12_OWN_TICKET_MAX - 1];
    ensures length: \result <= TLS12_OWN_TICKET_MAX;
*/
uint32_t ticket_seal(const struct tls12_ticket_keys *keys, const struct tls12_session *session, const uint8_t nonce[12],
                     uint8_t *out);

enum ticket_verdict { TICKET_REFUSED, TICKET_OPENED, TICKET_AGEING /* opened with the previous key */ };

/* Opens a ticket. One that this server did not make, that was changed, or whose key is gone is refused: no error, RFC 5077
 * section 3.2 asks for a full handshake then. */
/*@ requires memory: \valid_read(keys) && \valid_read(ticket.data + (0 .. ticket.length - 1)) && \valid(session);
    requires apart: \separated(session, keys, ticket.data + (0 .. ticket.length - 1));
    terminates \true;
    exits \false;
    assigns *session;
    ensures answer: TICKET_REFUSED <= \result <= TICKET_AGEING;
    ensures session: \result != TICKET_REFUSED ==> session_valid(session) && session->id_length == 0;
*/
enum ticket_verdict ticket_open(const struct tls12_ticket_keys *keys, struct tls12_bytes ticket,
                                struct tls12_session *session);

#endif
