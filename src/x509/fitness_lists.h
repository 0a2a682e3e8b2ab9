/* Certificates against the lists that the peer sent: curves, point formats, and pairs of hash and signature. The table is
 * in spec/fitness.h. */
#ifndef TLS12_X509_FITNESS_LISTS_H
#define TLS12_X509_FITNESS_LISTS_H

#include "spec/fitness.h"
#include "wire/bytes.h"

/* Whether an EC key is on a curve of supported_groups (length 0: absent, all are). group is an enum tls12_group, or 0 for a
 * curve that no list has. */
/*@ requires list: \valid_read(groups.data + (0 .. groups.length - 1));
    requires group: group < 65536;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result != 0 <==> curve_fits(groups.data, groups.length, group);
*/
int fitness_check_curve(struct tls12_bytes groups, uint32_t group);

/* Whether the point that begins with this octet is in a format of ec_point_formats (length 0: absent). */
/*@ requires list: \valid_read(formats.data + (0 .. formats.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result != 0 <==> point_format_fits(formats.data, formats.length, first);
*/
int fitness_check_point_format(struct tls12_bytes formats, uint8_t first);

/* Whether a certificate may be signed with this pair: one of signature_algorithms; when absent (length 0), SHA-1 with the
 * algorithm of the key exchange. */
/*@ requires list: \valid_read(pairs.data + (0 .. pairs.length - 1));
    requires hash: 0 <= hash < 256;
    requires signature: 0 <= signature < 256;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures fits: \result != 0 <==> algorithm_fits(key_exchange, pairs.data, pairs.length, hash, signature);
*/
int fitness_check_algorithm(enum tls12_key_exchange key_exchange, struct tls12_bytes pairs, enum tls12_hash hash,
                            enum tls12_signature signature);

#endif
