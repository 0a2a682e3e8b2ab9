/* TCP: to connect and to listen. `who` begins each line on standard error. */
#ifndef TLS12_TOOL_NETWORK_H
#define TLS12_TOOL_NETWORK_H

/* HOST:PORT, [IPv6]:PORT. The host's text is cut out of `address`. 0, or -1 if it is neither. */
int network_split_address(char *address, const char **host, const char **port);

/* A non-blocking socket that is connected; -1 after a line that says why not. */
int network_connect(const char *who, const char *host, const char *port);

/* A non-blocking socket that listens at an IPv4 address, and says where (port 0: one that is free); -1 after a line that
 * says why not. */
int network_listen(const char *who, const char *address, const char *port);

#endif
