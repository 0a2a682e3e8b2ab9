/* PEM texts of the built-in test credentials: a root, a leaf for localhost, 127.0.0.1 and server.example, and the
 * leaf's private key, with RSA-2048, with P-256 and with DSA-2048. */
#ifndef TLS12_TOOL_TEST_CREDENTIALS_H
#define TLS12_TOOL_TEST_CREDENTIALS_H

extern const char test_rsa_root[], test_rsa_leaf[], test_rsa_key[];
extern const char test_ecdsa_root[], test_ecdsa_leaf[], test_ecdsa_key[];
extern const char test_dsa_root[], test_dsa_leaf[], test_dsa_key[];

/* A root that certifies the rest: leaves of the server with a key for ECDH on P-256 and for DH with ffdhe2048, and of clients,
 * whose keys are those of the server but for the last two. */
extern const char test_root[];
extern const char test_dh_leaf[], test_dh_key[], test_ecdh_leaf[], test_ecdh_key[];
extern const char test_rsa_client[], test_dsa_client[], test_ecdsa_client[], test_ed25519_client[], test_ed25519_key[];
extern const char test_dh_client[], test_dh_client_key[], test_ecdh_client[], test_ecdh_client_key[];

#endif
