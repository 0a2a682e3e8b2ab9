/* What tls12 handshake leaves behind: a capture, a key log, a page. */
#ifndef TLS12_TOOL_HANDSHAKE_FILES_H
#define TLS12_TOOL_HANDSHAKE_FILES_H

#include "tool/transfer.h"

struct handshake_files {
  const char *pcap, *key_log, *html; /* names; NULL: not wanted */
  struct octets secrets;             /* lines of a key log, the caller's */
};

/* Writes those that are wanted. 0, or -1 after a line on standard error. */
int handshake_files_write(const struct handshake_files *files, const struct transfer *transfer);

#endif
