#include "handshake/session.h"

#include <string.h>

#include "crypto/wipe.h"
#include "wire/reader.h"
#include "wire/writer.h"

/* The version of the state, so that another version of this library refuses it. */
#define STATE_VERSION 2

/* Bytes before the name: version, suite, two flags, max_fragment_length, lifetime, time of creation, master secret. */
#define STATE_HEAD (18 + TLS12_MASTER_SECRET_LENGTH)

void tls12_session_forget(struct tls12_session *session)
{
  tls12_wipe(session, sizeof *session);
}

int session_expired(const struct tls12_session *session, uint64_t now)
{
  return now < session->created || now - session->created >= session->lifetime;
}

int session_is_for(const struct tls12_session *session, struct tls12_bytes name)
{
  return session->server_name_length == name.length &&
         (name.length == 0 || memcmp(session->server_name, name.data, name.length) == 0);
}

uint32_t session_write(const struct tls12_session *session, uint8_t *out)
{
  uint32_t at = write_uint8(out, 0, STATE_VERSION);
  at = write_uint16(out, at, session->suite);
  at = write_uint8(out, at, session->extended_master_secret);
  at = write_uint8(out, at, session->client_authenticated);
  at = write_uint8(out, at, session->max_fragment);
  at = write_uint32(out, at, session->lifetime);
  at = write_uint32(out, at, (uint32_t)(session->created >> 32));
  at = write_uint32(out, at, (uint32_t)session->created);
  at = write_fixed(out, at, (struct tls12_bytes){session->master_secret, TLS12_MASTER_SECRET_LENGTH});
  return write_vector8(out, at, (struct tls12_bytes){session->server_name, session->server_name_length});
}

int session_read(struct tls12_bytes state, struct tls12_session *session)
{
  const uint8_t *b = state.data;
  if (state.length < STATE_HEAD + 1 || b[0] != STATE_VERSION || b[3] > 1 || b[4] > 1 || b[5] > 4 ||
      read_vector8(b, STATE_HEAD, state.length, 0, TLS12_SESSION_NAME_MAX) != state.length)
    return 0;
  session->id_length = 0;
  session->suite = read_uint16(b, 1);
  session->extended_master_secret = b[3];
  session->client_authenticated = b[4];
  session->max_fragment = b[5];
  session->lifetime = read_uint32(b, 6);
  session->created = (uint64_t)read_uint32(b, 10) << 32 | read_uint32(b, 14);
  write_fixed(session->master_secret, 0, (struct tls12_bytes){b + 18, TLS12_MASTER_SECRET_LENGTH});
  session->server_name_length = b[STATE_HEAD];
  write_fixed(session->server_name, 0, (struct tls12_bytes){b + STATE_HEAD + 1, b[STATE_HEAD]});
  return 1;
}
