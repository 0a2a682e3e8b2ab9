/* What a server chooses: the suite, with the credential, the groups and the signature pair that the client can use. */
#ifndef TLS12_HANDSHAKE_SERVER_CHOICE_H
#define TLS12_HANDSHAKE_SERVER_CHOICE_H

#include "handshake/internal.h"

/* What the client's extensions say; lists are empty when the extension is absent. */
struct client_offer {
  struct tls12_bytes suites, groups, pairs, point_formats, host, protocols, authorities, ticket;
  int groups_present, pairs_present, point_formats_present, ticket_present, status_requested;
  struct tls12_span max_fragment_length; /* its body in ClientHello */
  int max_fragment_length_present;
};

/* The first suite of this side's that can be run with this client. If there is none the connection has failed. */
/*@ requires engine: between_messages(e);
    requires offer: \valid_read(offer) &&
      \valid_read(offer->suites.data + (0 .. offer->suites.length - 1)) && offer->suites.length <= TLS12_BODY_MAX &&
      \valid_read(offer->groups.data + (0 .. offer->groups.length - 1)) && offer->groups.length <= TLS12_BODY_MAX &&
      \valid_read(offer->pairs.data + (0 .. offer->pairs.length - 1)) && offer->pairs.length <= TLS12_BODY_MAX &&
      \valid_read(offer->point_formats.data + (0 .. offer->point_formats.length - 1)) &&
      \valid_read(offer->host.data + (0 .. offer->host.length - 1)) && offer->authorities.length <= 65535 &&
      \valid_read(offer->authorities.data + (0 .. offer->authorities.length - 1));
    terminates \true;
    exits \false;
    assigns FAILING(e), SETTLED(e);
    assigns CHOSEN(e) \from e->config;
    ensures engine: between_messages(e);
    ensures open: e->status < TLS12_CLOSED ==> e->status == \old(e->status) && e->suite != \null;
    ensures place: same_place{Pre,Post}(e);
*/
void choose_suite(struct tls12_engine *e, const struct client_offer *offer);

#endif
