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

/* Hands a server's OCSP response to the caller: 1 if it is content with it, or does not look at it, else 0. */
/*@ requires config: \valid_read(config);
    requires input: \valid_read(ocsp_response.data + (0 .. ocsp_response.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
*/
int engine_certificate_status(const struct tls12_config *config, struct tls12_bytes ocsp_response);

/* The sessions of the caller: see struct tls12_config. */
/*@ requires config: \valid_read(config) && \valid_read(session);
    requires input: \valid_read(ticket.data + (0 .. ticket.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void engine_keep_session(const struct tls12_config *config, const struct tls12_session *session,
                         struct tls12_bytes ticket);

/*@ requires config: \valid_read(config) && \valid(session);
    requires input: \valid_read(id.data + (0 .. id.length - 1));
    terminates \true;
    exits \false;
    assigns *session;
    ensures found: \result == 1 ==> session_valid(session);
    ensures answer: \result == 0 || \result == 1;
*/
int engine_find_session(const struct tls12_config *config, struct tls12_bytes id, struct tls12_session *session);

/*@ requires config: \valid_read(config);
    requires input: \valid_read(id + (0 .. id_length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
*/
void engine_drop_session(const struct tls12_config *config, const uint8_t *id, uint32_t id_length);

#endif
