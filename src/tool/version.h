/* tls12 --version */
#ifndef TLS12_TOOL_VERSION_H
#define TLS12_TOOL_VERSION_H

int print_version(void);

#endif
