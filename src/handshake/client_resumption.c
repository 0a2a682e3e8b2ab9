/* Sessions, as the client sees them. */
#include <string.h>

#include "handshake/offer.h"
#include "handshake/resumption.h"
#include "message/new_session_ticket.h"
#include "wire/writer.h"

static struct tls12_bytes name_of(const struct tls12_config *config)
{
  const char *name = config->server_name;
  return (struct tls12_bytes){(const uint8_t *)name, name == NULL ? 0 : (uint32_t)strlen(name)};
}

const struct tls12_session *session_to_offer(const struct tls12_engine *e)
{
  const struct tls12_config *config = e->config;
  const struct tls12_session *session = config->session;
  if (session == NULL || e->negotiation.renegotiation || (session->id_length == 0 && config->ticket.length == 0) ||
      session->id_length > TLS12_SESSION_ID_MAX || config->ticket.length > TLS12_TICKET_MAX)
    return NULL;
  if (session_expired(session, config->seconds) || !session_is_for(session, name_of(config))) return NULL;
  if (session->max_fragment != 0 && session->max_fragment != (uint32_t)config->max_fragment) return NULL;
  /* RFC 7627 section 5.3: a session without extended master secret should not be offered. */
  if (!session->extended_master_secret && !tls12_policy_allows_legacy_session(config->policy)) return NULL;
  return offers_suite(config, session->suite) ? session : NULL;
}

int offers_ticket(const struct tls12_engine *e)
{
  return e->config->keep_session != NULL || (e->config->ticket.length > 0 && session_to_offer(e) != NULL);
}

/* Whether the session that the client offered goes on; a server that says so must keep what it settled. */
static void judge_resumed(struct tls12_engine *e, const struct tls12_session *offered, struct tls12_span at_id)
{
  const struct tls12_span at_suite = {at_id.offset + at_id.length, 2};
  const enum tls12_rule legacy = offered->extended_master_secret ? R7627_5_3_08 : R7627_5_3_07;
  if (e->suite->value != offered->suite)
    refuse(e, R5246_7_4_1_3_05, at_suite, TLS12_ILLEGAL_PARAMETER);
  else if ((e->extended_master_secret != 0) != (offered->extended_master_secret != 0))
    refuse(e, legacy, at_id, TLS12_HANDSHAKE_FAILURE);
  else
    e->resumed = REQUIRED;
}

/* What the session lasts is counted from the full handshake. */
static void name_session(struct tls12_engine *e, const struct tls12_session *offered, struct tls12_bytes id)
{
  const struct tls12_bytes name = name_of(e->config);
  e->session.id_length = write_fixed(e->session.id, 0, id);
  e->session.lifetime = session_lifetime(e->config);
  e->session.created = e->resumed == REQUIRED ? offered->created : e->config->seconds;
  e->session.max_fragment = e->resumed == FORBIDDEN ? 0 : offered->max_fragment;
  e->session.server_name_length =
      name.length > TLS12_SESSION_NAME_MAX ? 0 : write_fixed(e->session.server_name, 0, name);
}

void judge_session_id(struct tls12_engine *e, struct tls12_bytes id, struct tls12_span at_id)
{
  const struct tls12_session *offered = session_to_offer(e);
  e->resumed = FORBIDDEN;
  if (offered == NULL) {
    name_session(e, NULL, id);
    return;
  }
  if (offered->id_length > 0) {
    if (offered->id_length == id.length && memcmp(offered->id, id.data, id.length) == 0)
      judge_resumed(e, offered, at_id);
  } else if (e->suite->value == offered->suite &&
             (e->extended_master_secret != 0) == (offered->extended_master_secret != 0)) {
    e->resumed = OPTIONAL; /* RFC 5077 section 3.4: whatever the id says */
  }
  if (e->resumed != FORBIDDEN)
    write_fixed(e->master_secret, 0, (struct tls12_bytes){offered->master_secret, TLS12_MASTER_SECRET_LENGTH});
  name_session(e, offered, id);
}

void read_new_session_ticket(struct tls12_engine *e, const uint8_t *body, uint32_t length)
{
  struct new_session_ticket value;
  const struct tls12_fault fault = new_session_ticket_decode(body, length, &value);
  if (fault.rule != TLS12_NO_RULE) {
    refuse_body(e, fault);
    return;
  }
  if (value.ticket.length == 0 || value.ticket.length > TLS12_TICKET_MAX) return;
  e->ticket_length = write_fixed(e->ticket, 0, part(body, value.ticket));
  e->session.id_length = 0; /* RFC 5077 section 3.4 */
  if (value.ticket_lifetime_hint > 0 && value.ticket_lifetime_hint < e->session.lifetime)
    e->session.lifetime = value.ticket_lifetime_hint;
}
