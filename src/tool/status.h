/* --status-response: the OCSP response that a server sends of its certificate (RFC 6066 section 8), or that a client gets. */
#ifndef TLS12_TOOL_STATUS_H
#define TLS12_TOOL_STATUS_H

#include "tool/octets.h"
#include "wire/bytes.h"

/* The longest that fits into CertificateStatus here, in bytes. */
#define STATUS_RESPONSE_MAX 65528

/* What a client was sent in this handshake. */
struct status {
  const char *name; /* the file that it goes to */
  struct octets response;
};

/* Reads a server's response, in DER: 0, or -1 after a line on standard error. It is for as long as the process. */
int status_read(const char *name, struct tls12_bytes *response);

/* Keeps what came: 0, or -1 if it says that the responder failed. */
int status_keep(struct status *status, struct tls12_bytes response);

/* The handshake is complete: writes what came, if any did, and says so on standard error. 0, or -1 if it cannot be written. */
int status_write(struct status *status);

#endif
