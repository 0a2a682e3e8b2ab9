#include "handshake/resumption.h"

#include "crypto/wipe.h"
#include "handshake/callbacks.h"
#include "handshake/record_limits.h"
#include "wire/writer.h"

uint32_t session_lifetime(const struct tls12_config *config)
{
  const uint32_t wanted = config->session_lifetime;
  return wanted == 0 || wanted > TLS12_SESSION_LIFETIME_MAX ? TLS12_SESSION_LIFETIME_MAX : wanted;
}

void describe_session(const struct tls12_engine *e, struct tls12_session *out)
{
  *out = e->session;
  out->suite = e->suite->value;
  out->max_fragment = fragment_in_force(e);
  out->extended_master_secret = e->extended_master_secret != 0;
  out->client_authenticated |= e->role == TLS12_SERVER && e->client_certificate != ON_EMPTY_CERTIFICATE;
  write_fixed(out->master_secret, 0, (struct tls12_bytes){e->master_secret, TLS12_MASTER_SECRET_LENGTH});
}

void resume(struct tls12_engine *e)
{
  if (e->negotiation.abbreviated == FORBIDDEN) return;
  /* Who cannot tell yet logs the secret when it has been used. */
  if (e->negotiation.abbreviated == REQUIRED) engine_key_log(e->config, e->client_random, e->master_secret);
  derive_record_keys(e);
}

int tls12_resumed(const struct tls12_engine *engine)
{
  return engine->resumed != FORBIDDEN;
}

void keep_session(const struct tls12_engine *e)
{
  struct tls12_session session;
  if (e->resumed == OPTIONAL) engine_key_log(e->config, e->client_random, e->master_secret);
  if (e->ticket_length == 0 && (e->session.id_length == 0 || tls12_resumed(e))) return; /* nothing new */
  describe_session(e, &session);
  engine_keep_session(e->config, &session, (struct tls12_bytes){e->ticket, e->ticket_length});
  wipe(session.master_secret, sizeof session.master_secret);
}
