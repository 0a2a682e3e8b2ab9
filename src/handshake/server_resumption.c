/* Sessions, as the server sees them. */
#include "crypto/wipe.h"
#include "handshake/callbacks.h"
#include "handshake/offer.h"
#include "handshake/resumption.h"
#include "message/new_session_ticket.h"
#include "wire/writer.h"

/* The session that the client names, if this side still has it. With a ticket its session_id does not count (RFC 5077
 * section 3.4). */
static enum ticket_verdict look_up(const struct tls12_config *config, struct tls12_bytes ticket, struct tls12_bytes id,
                                   struct tls12_session *session)
{
  if (ticket.length > 0)
    return config->ticket_keys == NULL ? TICKET_REFUSED : ticket_open(config->ticket_keys, ticket, session);
  return id.length > 0 && engine_find_session(config, id, session) ? TICKET_OPENED : TICKET_REFUSED;
}

/* Whether this side would run such a session with this client; a full handshake if not. RFC 6066 section 3 for the name, section 4 for
 * max_fragment_length, RFC 7627 section 5.3 for the session that lacks what the client has now. */
static int acceptable(const struct tls12_engine *e, const struct client_offer *offer,
                      const struct tls12_session *session)
{
  return !session_expired(session, e->config->seconds) && session_is_for(session, offer->host) &&
         offers_suite(e->config, session->suite) && session->max_fragment == e->max_fragment &&
         (e->config->client_certificate != TLS12_REQUIRED || session->client_authenticated) &&
         (session->extended_master_secret || !e->extended_master_secret);
}

/* The session goes on; one whose ticket has an old key gets a new ticket. */
static void accept_session(struct tls12_engine *e, const struct tls12_session *session, struct tls12_bytes id,
                           int ageing)
{
  e->suite = tls12_suite_find((uint16_t)session->suite);
  e->resumed = REQUIRED;
  e->ticket_follows = ageing;
  e->server_name_acknowledged = 0; /* RFC 6066 section 3 */
  e->session = *session;
  wipe(e->session.master_secret, sizeof e->session.master_secret);
  e->session.id_length = write_fixed(e->session.id, 0, id);
  write_fixed(e->master_secret, 0, (struct tls12_bytes){session->master_secret, TLS12_MASTER_SECRET_LENGTH});
}

/* What a client that offers a session must not do. */
static void judge(struct tls12_engine *e, const struct client_offer *offer, const struct tls12_session *session,
                  struct tls12_span at_id)
{
  if (session->extended_master_secret && !e->extended_master_secret)
    refuse(e, R7627_5_3_04, at_id, TLS12_HANDSHAKE_FAILURE);
  else if (!session->extended_master_secret && !tls12_policy_allows_legacy_session(e->config->policy))
    disagree(e, R7627_5_3_05, TLS12_HANDSHAKE_FAILURE);
  else if (!list_holds(offer->suites, session->suite))
    refuse(e, R5246_7_4_1_2_09, at_id, TLS12_ILLEGAL_PARAMETER);
}

void find_session(struct tls12_engine *e, const struct client_offer *offer, struct tls12_bytes id,
                  struct tls12_span at_id)
{
  struct tls12_session session;
  const enum ticket_verdict verdict = look_up(e->config, offer->ticket, id, &session);
  e->resumed = FORBIDDEN;
  if (verdict == TICKET_REFUSED) return;
  if (acceptable(e, offer, &session)) {
    judge(e, offer, &session, at_id);
    if (e->status < TLS12_CLOSED) accept_session(e, &session, id, verdict == TICKET_AGEING);
  }
  wipe(session.master_secret, sizeof session.master_secret);
}

void begin_session(struct tls12_engine *e, const struct client_offer *offer)
{
  const int resumable = e->extended_master_secret || tls12_policy_allows_legacy_session(e->config->policy);
  e->session.id_length = e->session.client_authenticated = e->session.max_fragment = 0;
  e->session.server_name_length = write_fixed(e->session.server_name, 0, offer->host);
  e->session.created = e->config->seconds;
  e->session.lifetime = session_lifetime(e->config);
  e->ticket_follows = resumable && offer->ticket_present && e->config->ticket_keys != NULL;
  if (resumable && !e->ticket_follows && e->config->keep_session != NULL && e->config->find_session != NULL &&
      engine_random(e, e->session.id, TLS12_SESSION_ID_MAX))
    e->session.id_length = TLS12_SESSION_ID_MAX;
}

uint32_t make_new_session_ticket(struct tls12_engine *e)
{
  struct tls12_session session;
  uint8_t ticket[TLS12_OWN_TICKET_MAX], nonce[12];
  if (!engine_random(e, nonce, sizeof nonce)) return 0;
  describe_session(e, &session);
  const uint32_t length = ticket_seal(e->config->ticket_keys, &session, nonce, ticket);
  wipe(session.master_secret, sizeof session.master_secret);
  return new_session_ticket_encode(session.lifetime, (struct tls12_bytes){ticket, length}, OWN_BODY(e), OWN_ROOM);
}
