/* What tls12 chain says of a chain. */
#ifndef TLS12_TOOL_CHAIN_REPORT_H
#define TLS12_TOOL_CHAIN_REPORT_H

#include "tool/credentials.h"
#include "x509/verify.h"

/* On standard output: the certificates and the verdict, for people or as one JSON object. */
void chain_print_text(const char *file, const struct certificates *chain, const struct tls12_chain_verdict *verdict);
void chain_print_json(const char *file, const struct certificates *chain, const struct tls12_chain_verdict *verdict);

/* On standard error, of a chain that is not valid: the certificate, the bytes, the rule. */
void chain_diagnose(const char *file, const struct certificates *chain, const struct tls12_chain_verdict *verdict);

#endif
