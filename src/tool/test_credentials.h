/* PEM texts of the built-in test credentials: a root, a leaf for localhost, 127.0.0.1 and server.example, and the
 * leaf's private key, with RSA-2048, with P-256 and with DSA-2048. */
#ifndef TLS12_TOOL_TEST_CREDENTIALS_H
#define TLS12_TOOL_TEST_CREDENTIALS_H

extern const char test_rsa_root[], test_rsa_leaf[], test_rsa_key[];
extern const char test_ecdsa_root[], test_ecdsa_leaf[], test_ecdsa_key[];
extern const char test_dsa_root[], test_dsa_leaf[], test_dsa_key[];

#endif
