/* What a peer of the interoperability tests does with its library. Each peer is peer.c and one other file. */
#ifndef TLS12_TESTS_INTEROP_PEER_H
#define TLS12_TESTS_INTEROP_PEER_H

#include <stddef.h>

/* The test's pre-shared key. */
extern const unsigned char peer_psk[16];
extern const char peer_psk_identity[];

struct peer_job {
  int is_server, fd;                     /* of a connected socket */
  unsigned suite;                        /* the only one that is offered or accepted, high byte first */
  const char *certificate;               /* this side's: FOLDER/NAME.pem (a chain) and FOLDER/NAME.key; NULL: none */
  int asks;                              /* a server asks for the client's certificate, and wants one */
  char chain[512], key[512], roots[512]; /* paths; the roots are trusted */
};

/* Prints the suites that the library has, four hexadecimal digits each. */
void peer_list(void);

/* Sets up what lasts, and makes one handshake: 0 if it is complete. */
int peer_handshake(const struct peer_job *job);

/* The suite in use. */
unsigned peer_suite(void);

/* Application data; how many bytes went, or a negative number. */
int peer_write(const void *data, size_t n);
int peer_read(void *data, size_t n);

/* Sends close_notify and forgets the connection. */
void peer_close(void);

#endif
