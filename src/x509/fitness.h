/* Which certificates suit which key exchange: RFC 5246 section 7.4.2, RFC 8422 section 2.2; the table is in
 * spec/fitness.h. */
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

/* The same for a parsed certificate, with the alert unsupported_certificate. */
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
