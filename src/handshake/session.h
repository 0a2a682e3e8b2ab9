/* Sessions, RFC 5246 section 7.3: what a later handshake needs in order to resume this one. */
#ifndef TLS12_HANDSHAKE_SESSION_H
#define TLS12_HANDSHAKE_SESSION_H

#include <stdint.h>

#include "handshake/key_schedule.h"
#include "wire/bytes.h"

#define TLS12_SESSION_ID_MAX 32
#define TLS12_SESSION_NAME_MAX 255

/* Seconds: no session is resumed later than this after its full handshake (RFC 5246 section F.1.4). */
#define TLS12_SESSION_LIFETIME_MAX 86400

/* Holds a secret: clear it with tls12_session_forget. All zero bytes are no session. */
struct tls12_session {
  uint8_t id[TLS12_SESSION_ID_MAX];
  uint32_t id_length;              /* 0: the server gave none */
  uint32_t suite;                  /* its value, high byte first */
  uint32_t extended_master_secret; /* 1: RFC 7627 */
  uint32_t client_authenticated;   /* 1: with a certificate */
  uint32_t max_fragment;           /* RFC 6066 section 4: 1 to 4, or 0 */
  uint32_t lifetime;               /* seconds after `created` */
  uint64_t created;                /* when the full handshake was run, as struct tls12_config counts seconds */
  uint8_t server_name[TLS12_SESSION_NAME_MAX]; /* of the extension; clients: of struct tls12_config */
  uint32_t server_name_length;
  uint8_t master_secret[TLS12_MASTER_SECRET_LENGTH];
};

/*@ predicate session_valid{L}(struct tls12_session *s) =
      s->id_length <= TLS12_SESSION_ID_MAX && s->suite <= 65535 && s->extended_master_secret <= 1 &&
      s->client_authenticated <= 1 && s->max_fragment <= 4 && s->server_name_length <= TLS12_SESSION_NAME_MAX;
*/

/* Clears all of it. */
/*@ requires memory: \valid(session);
    terminates \true;
    exits \false;
    assigns *session;
*/
void tls12_session_forget(struct tls12_session *session);

/* Whether the session is too old at `now`, or from the future. */
/*@ requires memory: \valid_read(session);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures expired: \result != 0 <==> now < session->created || session->lifetime <= now - session->created;
*/
int session_expired(const struct tls12_session *session, uint64_t now);

/* Whether this is the name that the session is for. */
/*@ requires memory: \valid_read(session) && session_valid(session) && \valid_read(name.data + (0 .. name.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
int session_is_for(const struct tls12_session *session, struct tls12_bytes name);

/* What a ticket holds: the session without its id. */
#define TLS12_SESSION_STATE_MAX (19 + TLS12_MASTER_SECRET_LENGTH + TLS12_SESSION_NAME_MAX)

/* Writes the state and answers with its length. */
/*@ requires memory: \valid_read(session) && session_valid(session) && \valid(out + (0 .. TLS12_SESSION_STATE_MAX - 1));
    requires apart: \separated(session, out + (0 .. TLS12_SESSION_STATE_MAX - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. TLS12_SESSION_STATE_MAX - 1];
    ensures length: \result <= TLS12_SESSION_STATE_MAX;
*/
uint32_t session_write(const struct tls12_session *session, uint8_t *out);

/* Reads what session_write wrote: 1, or 0 for anything else, and then nothing is written. */
/*@ requires memory: \valid(session) && \valid_read(state.data + (0 .. state.length - 1));
    requires apart: \separated(session, state.data + (0 .. state.length - 1));
    terminates \true;
    exits \false;
    assigns *session;
    ensures session: \result == 1 ==> session_valid(session) && session->id_length == 0;
    ensures refused: \result == 0 || \result == 1;
*/
int session_read(struct tls12_bytes state, struct tls12_session *session);

#endif
