#include "handshake/server_choice.h"

#include <string.h>

#include "handshake/key_exchange.h"
#include "handshake/offer.h"
#include "handshake/scheme.h"
#include "wire/writer.h"
#include "x509/selection.h"

/* The group for an ECDHE suite: the first of ours that the client lists; without the extension the choice is free
 * (RFC 8422 section 4). 0: none. */
static uint16_t choose_curve(const struct client_offer *offer)
{
  const struct tls12_bytes ours = offered_groups();
  if (offer->point_formats_present && memchr(offer->point_formats.data, 0, offer->point_formats.length) == NULL)
    return 0;
  if (!offer->groups_present) return TLS12_SECP256R1;
  for (uint32_t at = 0; at < ours.length; at += 2) {
    const uint32_t group = 256u * ours.data[at] + ours.data[at + 1];
    if (list_holds(offer->groups, group)) return (uint16_t)group;
  }
  return 0;
}

/* The finite-field group of a DHE suite (RFC 7919 section 4). A client that lists none of the range 256..511 leaves the
 * choice to the server. 0: the client lists some, and none is ours. */
static uint16_t choose_dh_group(const struct client_offer *offer)
{
  int lists_any = 0;
  for (uint32_t at = 0; at + 1 < offer->groups.length; at += 2) lists_any |= offer->groups.data[at] == 1;
  for (uint32_t group = TLS12_FFDHE2048; group <= TLS12_FFDHE4096; group++)
    if (!lists_any || list_holds(offer->groups, group)) return (uint16_t)group;
  return 0;
}

/* A pair for ServerKeyExchange that the client accepts, this side's policy allows, and the key can make. Without the
 * extension the client stands for SHA-1 (RFC 5246 section 7.4.1.4.1). 0: none. */
static uint16_t choose_pair(const struct tls12_engine *e, const struct client_offer *offer, enum tls12_key_kind kind)
{
  const struct tls12_bytes ours = offered_pairs(e->config->policy);
  for (uint32_t at = 0; at < ours.length; at += 2) {
    const uint32_t pair = PAIR(ours.data[at], ours.data[at + 1]);
    const int accepted = offer->pairs_present ? list_holds(offer->pairs, pair) : ours.data[at] == TLS12_SHA1;
    if (scheme_key(pair) == kind && accepted) return (uint16_t)pair;
  }
  return 0;
}

/* Whether a private key of one kind can belong to a public key of the other: an EC key may be marked as one for ECDH. */
static int is_kind_of(enum tls12_key_kind key, enum tls12_key_kind of)
{
  return key == of || (key == TLS12_KEY_EC && of == TLS12_KEY_ECDH);
}

/* What a credential is worth: it fits; its chain is signed as the client asks; its leaf has the name that the client asks for, and
 * the chain an authority that the client trusts, as x509_server_wishes says it. */
enum { FITS = 8, SIGNED_AS_ASKED = 4, NAMED = 2, TRUSTED = 1 };

/* What this credential is worth in the key exchange (RFC 5246 section 7.4.2); 0: the key cannot do what it needs, the client
 * cannot use it, or it is not all that is `wanted`, of NAMED and TRUSTED. */
static uint32_t credential_worth(const struct tls12_engine *e, enum tls12_key_exchange kx,
                                 const struct client_offer *offer, const struct tls12_credential *credential,
                                 uint32_t wanted)
{
  const enum tls12_key_kind kind = credential->key.kind;
  struct x509_server_demand demand = {.key_exchange = kx,
                                      .algorithms = offer->pairs,
                                      .groups = offer->groups,
                                      .point_formats = offer->point_formats,
                                      .host = offer->host,
                                      .trusted_ca_keys = offer->authorities};
  struct tls12_x509 leaf;
  uint32_t worth = FITS + SIGNED_AS_ASKED;
  if (x509_parse(credential->chain[0].data, credential->chain[0].length, &leaf).rule != TLS12_NO_RULE ||
      !is_kind_of(kind, leaf.key.kind) || (uses_signature(kx) && choose_pair(e, offer, kind) == 0))
    return 0;
  if (!x509_fits_server(credential->chain, credential->chain_length, &demand)) {
    /* better a chain signed otherwise than none: the client judges it (R5246-7.4.2-18 is kept when some chain allows it) */
    demand.algorithms = offered_pairs(e->config->policy);
    if (!x509_fits_server(credential->chain, credential->chain_length, &demand)) return 0;
    worth = FITS;
  }
  worth += x509_server_wishes(credential->chain, credential->chain_length, &demand);
  return (worth & wanted) == wanted ? worth : 0;
}

/* Whether there is a credential for the key exchange: then the first of those worth most is chosen, and its pair. */
static int has_credential(struct tls12_engine *e, enum tls12_key_exchange kx, const struct client_offer *offer,
                          uint32_t wanted)
{
  uint32_t most = 0;
  for (unsigned i = 0; i < e->config->credential_count; i++) {
    const struct tls12_credential *credential = &e->config->credentials[i];
    const uint32_t worth = credential_worth(e, kx, offer, credential, wanted);
    if (worth <= most) continue;
    most = worth;
    e->credential = credential;
    e->signature_pair = choose_pair(e, offer, credential->key.kind);
  }
  return most != 0;
}

/* Whether there is a group of the kind that the key exchange needs: then it is chosen. */
static int group_fits(struct tls12_engine *e, enum tls12_key_exchange kx, const struct client_offer *offer)
{
  e->ec_group = choose_curve(offer);
  e->dh_group = choose_dh_group(offer);
  if (uses_dh(kx)) return e->dh_group != 0 || uses_static_key(kx);
  return !uses_ecdh(kx) || e->ec_group != 0;
}

/* The first suite that can be run with this client, with a credential as wanted if it needs one; then its parameters are chosen.
 * NULL: none. */
static const struct tls12_suite *first_suite(struct tls12_engine *e, const struct client_offer *offer, uint32_t wanted)
{
  unsigned place = 0;
  const struct tls12_suite *suite;
  while ((suite = offered_suite(e->config, &place)) != NULL) {
    const enum tls12_key_exchange kx = suite->key_exchange;
    if (list_holds(offer->suites, suite->value) && group_fits(e, kx, offer) &&
        (!uses_certificate(kx) || has_credential(e, kx, offer, wanted)))
      return suite;
  }
  return NULL;
}

/* The key of the credential is this side's share. */
static void use_own_key(struct tls12_engine *e)
{
  const struct tls12_private_key *key = &e->credential->key;
  const struct tls12_bytes x = key->kind == TLS12_KEY_DH ? key->dh.key : key->scalar;
  e->ec_group = (uint16_t)key->group;
  if (x.length > TLS12_PUBLIC_VALUE_MAX || (key->kind == TLS12_KEY_DH && (!keep_public_value(&e->dh_p, key->dh.p) ||
                                                                          !keep_public_value(&e->dh_g, key->dh.g)))) {
    own_fault(e);
    return;
  }
  e->private_share_length = write_fixed(e->private_share, 0, x);
}

/* A certificate with the name that the client asks for, and then one by an authority that it trusts, is worth more than the suite
 * that this side wants most. */
void choose_suite(struct tls12_engine *e, const struct client_offer *offer)
{
  const uint32_t asked = (offer->host.length != 0 ? NAMED : 0u) | (offer->authorities.length != 0 ? TRUSTED : 0u);
  const struct tls12_suite *suite = first_suite(e, offer, asked);
  for (uint32_t wanted = asked; suite == NULL && wanted-- > 0;)
    if ((wanted & asked) == wanted) suite = first_suite(e, offer, wanted);
  if (suite != NULL) {
    e->suite = suite;
    if (uses_static_key(suite->key_exchange)) use_own_key(e);
  } else if (choose_dh_group(offer) == 0) /* RFC 7919 section 4: finite-field groups are listed, and none is ours */
    disagree(e, R7919_4_02, TLS12_INSUFFICIENT_SECURITY);
  else
    disagree(e, R5246_7_4_1_2_13, TLS12_HANDSHAKE_FAILURE);
}
