/* What the caller watches. The proofs do not know these functions; what they assume of them is these contracts: they end and
 * write no memory that the library sees. */
#ifndef TLS12_HANDSHAKE_CALLBACKS_H
#define TLS12_HANDSHAKE_CALLBACKS_H

#include "handshake/config.h"

/* Shows data[0 .. n-1], a message, ChangeCipherSpec or alert, to the observer, if there is one. */
/*@ requires config: \valid_read(config);
    requires input: \valid_read(data + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void engine_observe(const struct tls12_config *config, int from_client, int content_type, const uint8_t *data,
                    uint32_t n);

/* Hands the master secret to the key log, if there is one. */
/*@ requires config: \valid_read(config);
    requires input: \valid_read(client_random + (0 .. 31)) && \valid_read(master_secret + (0 .. 47));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void engine_key_log(const struct tls12_config *config, const uint8_t *client_random, const uint8_t *master_secret);

#endif
