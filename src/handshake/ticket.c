#include "handshake/ticket.h"

#include <string.h>

#include "crypto/wipe.h"
#include "record/protection.h"
#include "spec/handshake_types.h"
#include "wire/reader.h"
#include "wire/writer.h"

#define SALT 4
#define HEAD (TLS12_TICKET_NAME_LENGTH + SALT)

int tls12_ticket_keys_renew(struct tls12_ticket_keys *keys, tls12_random random, void *random_context)
{
  static const struct tls12_ticket_key none;
  struct tls12_ticket_key fresh;
  const int drawn = random_draw(random, random_context, fresh.name, sizeof fresh.name) &&
                    random_draw(random, random_context, fresh.key, sizeof fresh.key);
  if (drawn) {
    keys->has_previous = memcmp(keys->current.name, none.name, sizeof none.name) != 0;
    keys->previous = keys->current;
    keys->current = fresh;
  }
  wipe(fresh.key, sizeof fresh.key);
  return drawn ? 0 : -1;
}

static uint64_t read_uint64(const uint8_t *bytes)
{
  return (uint64_t)read_uint32(bytes, 0) << 32 | read_uint32(bytes, 4);
}

/* The key for the one ticket with this nonce. */
static int record_key(const struct tls12_ticket_key *key, enum tls12_direction direction, const uint8_t *nonce,
                      struct tls12_record_key *out)
{
  const int made =
      tls12_record_key_init(out, direction, TLS12_CIPHER_AES_256_GCM, TLS12_HASH_NONE, 0, (struct tls12_bytes){NULL, 0},
                            (struct tls12_bytes){key->key, sizeof key->key}, (struct tls12_bytes){nonce, SALT}) == 0;
  out->sequence = read_uint64(nonce + SALT);
  return made;
}

uint32_t ticket_seal(const struct tls12_ticket_keys *keys, const struct tls12_session *session, const uint8_t nonce[12],
                     uint8_t *out)
{
  struct tls12_record_key key;
  uint8_t state[TLS12_SESSION_STATE_MAX];
  const struct tls12_bytes plaintext = {state, session_write(session, state)};
  uint32_t sealed = TLS12_SEAL_FAILED;
  write_fixed(out, 0, (struct tls12_bytes){keys->current.name, TLS12_TICKET_NAME_LENGTH});
  write_fixed(out, TLS12_TICKET_NAME_LENGTH, (struct tls12_bytes){nonce, SALT});
  if (record_key(&keys->current, TLS12_SEAL, nonce, &key))
    sealed = tls12_record_seal(&key, TLS12_HANDSHAKE, 0x0303, plaintext, NULL, out + HEAD, TLS12_OWN_TICKET_MAX - HEAD);
  record_key_wipe(&key);
  wipe(state, sizeof state);
  return sealed == TLS12_SEAL_FAILED ? 0 : HEAD + sealed;
}

/* Opens a ticket of this key. */
static int open_with(const struct tls12_ticket_key *key, struct tls12_bytes ticket, struct tls12_session *session)
{
  struct tls12_record_key opener;
  struct tls12_span state;
  uint8_t sealed[TLS12_OWN_TICKET_MAX];
  const uint32_t length = write_fixed(sealed, 0, (struct tls12_bytes){ticket.data + HEAD, ticket.length - HEAD});
  const int opened =
      record_key(key, TLS12_OPEN, ticket.data + TLS12_TICKET_NAME_LENGTH, &opener) &&
      tls12_record_open(&opener, TLS12_HANDSHAKE, 0x0303, sealed, length, &state).rule == TLS12_NO_RULE &&
      session_read((struct tls12_bytes){sealed + state.offset, state.length}, session);
  record_key_wipe(&opener);
  wipe(sealed, sizeof sealed);
  return opened;
}

static int is_named(struct tls12_bytes ticket, const struct tls12_ticket_key *key)
{
  return memcmp(ticket.data, key->name, sizeof key->name) == 0;
}

enum ticket_verdict ticket_open(const struct tls12_ticket_keys *keys, struct tls12_bytes ticket,
                                struct tls12_session *session)
{
  if (ticket.length < TLS12_TICKET_OVERHEAD || ticket.length > TLS12_OWN_TICKET_MAX) return TICKET_REFUSED;
  if (is_named(ticket, &keys->current))
    return open_with(&keys->current, ticket, session) ? TICKET_OPENED : TICKET_REFUSED;
  if (keys->has_previous && is_named(ticket, &keys->previous))
    return open_with(&keys->previous, ticket, session) ? TICKET_AGEING : TICKET_REFUSED;
  return TICKET_REFUSED;
}
