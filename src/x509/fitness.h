/* Which certificates suit which key exchange: the first certificate of a chain by its key and keyUsage. The table is in
 * spec/fitness.h; its columns on the lists of the peer are fitness_lists.h, fixed parameters fixed_parameters.h. */
#ifndef TLS12_X509_FITNESS_H
#define TLS12_X509_FITNESS_H

#include "spec/fitness.h"
#include "x509/certificate.h"

/* The rule that a server certificate with a key of this kind breaks in this key exchange, or TLS12_NO_RULE. Without a
 * keyUsage extension (has_key_usage 0) every usage is allowed. */
/*@ requires key_usage < 65536;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures table: \result == fitness_rule(key_exchange, kind, has_key_usage, key_usage);
*/
enum tls12_rule fitness_check(enum tls12_key_exchange key_exchange, enum tls12_key_kind kind, int has_key_usage,
                              uint32_t key_usage);

/* The rule that a client certificate with a key of this kind breaks as one of this ClientCertificateType, or TLS12_NO_RULE. */
/*@ requires key_usage < 65536;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures table: \result == client_fitness_rule(type, kind, has_key_usage, key_usage);
*/
enum tls12_rule fitness_check_client(uint32_t type, enum tls12_key_kind kind, int has_key_usage, uint32_t key_usage);

/* Whether a client certificate of this type can be used in the key exchange at all. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures usable: \result != 0 <==> type_usable(key_exchange, type);
*/
int fitness_type_usable(enum tls12_key_exchange key_exchange, uint32_t type);

/* The same as fitness_check for a parsed certificate, with the alert unsupported_certificate. */
/*@ requires readable: \valid_read(certificate);
    requires usage: certificate->extensions.key_usage < 65536;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures table:
      \result.rule == fitness_rule(key_exchange, certificate->key.kind,
        certificate->extensions.has_key_usage, certificate->extensions.key_usage);
*/
struct tls12_fault x509_check_fitness(enum tls12_key_exchange key_exchange, const struct tls12_x509 *certificate);

#endif
