/* Whether a certificate chain can be sent, by the table of spec/fitness.h and what the peer asks for; who chooses among several is
 * src/handshake/server_choice.c and src/handshake/client_certificates.c. */
#ifndef TLS12_X509_SELECTION_H
#define TLS12_X509_SELECTION_H

#include "spec/fitness.h"
#include "x509/verify.h"

/* What a client's hello and the chosen key exchange ask of the server's chain. A list is the contents of its vector, without
 * the length; length 0 when the extension is absent. */
struct x509_server_demand {
  enum tls12_key_exchange key_exchange;
  struct tls12_bytes algorithms;      /* signature_algorithms: pairs (hash, signature) */
  struct tls12_bytes groups;          /* supported_groups: two bytes each */
  struct tls12_bytes point_formats;   /* ec_point_formats */
  struct tls12_bytes host;            /* the HostName of server_name */
  struct tls12_bytes trusted_ca_keys; /* RFC 6066 section 6: TrustedAuthority elements */
};

/* What a CertificateRequest asks of the client's chain, in this key exchange. */
struct x509_client_demand {
  enum tls12_key_exchange key_exchange;
  struct tls12_bytes types;         /* certificate_types */
  struct tls12_bytes algorithms;    /* supported_signature_algorithms: pairs */
  struct tls12_bytes authorities;   /* certificate_authorities: DistinguishedNames with their lengths; may be empty */
  struct tls12_bytes groups;        /* the curves that the server supports, two bytes each; length 0: all */
  struct tls12_bytes point_formats; /* ec_point_formats of the ServerHello */
  struct tls12_bytes
      server_parameters; /* the parameters of the server's DH key, header included; length 0: no such key */
  uint32_t server_group; /* the curve of the server's EC key, an enum tls12_group; 0: no such key */
};

/*@ predicate server_demand{L}(struct x509_server_demand *d) =
      string_readable(&d->algorithms) && string_readable(&d->groups) && string_readable(&d->point_formats) &&
      string_readable(&d->host) && string_readable(&d->trusted_ca_keys) && d->trusted_ca_keys.length <= 65535;

    predicate client_demand{L}(struct x509_client_demand *d) =
      string_readable(&d->types) && string_readable(&d->algorithms) && string_readable(&d->authorities) &&
      string_readable(&d->groups) && string_readable(&d->point_formats) && string_readable(&d->server_parameters) &&
      d->authorities.length <= 65535 && d->server_parameters.length <= DER_MAX && d->server_group < 65536;
*/

/* Whether a server can send this chain, leaf first: its key, keyUsage, curve and point format suit the key exchange (RFC
 * 5246 section 7.4.2), the client verifies signatures of such a key, and each certificate is signed with a pair that the
 * client accepts; a root at the end with any. */
/*@ requires chain: strings_readable(chain, count);
    requires demand: \valid_read(demand) && server_demand(demand);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures some: \result != 0 ==> count > 0;
*/
int x509_fits_server(const struct tls12_bytes *chain, uint32_t count, const struct x509_server_demand *demand);

/* How well a chain that fits meets the wishes that a server may leave unmet: 2 for a leaf with the name that server_name
 * asks for (RFC 6066 section 3), 1 for a chain with an authority of trusted_ca_keys (section 6), 3 for both. */
/*@ requires chain: strings_readable(chain, count);
    requires demand: \valid_read(demand) && server_demand(demand);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: 0 <= \result <= 3;
*/
uint32_t x509_server_wishes(const struct tls12_bytes *chain, uint32_t count, const struct x509_server_demand *demand);

/* The first of certificate_types as which a client can send this chain in this key exchange (RFC 5246 section 7.4.6), with
 * all pairs and authorities as asked for; 0 if there is none. */
/*@ requires chain: strings_readable(chain, count);
    requires demand: \valid_read(demand) && client_demand(demand);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures some: \result != 0 ==> count > 0;
    ensures asked: \result != 0 ==> \exists integer k; 0 <= k < demand->types.length && demand->types.data[k] == \result;
    ensures usable: \result != 0 ==> type_usable(demand->key_exchange, \result);
*/
uint32_t x509_client_type(const struct tls12_bytes *chain, uint32_t count, const struct x509_client_demand *demand);

#endif
