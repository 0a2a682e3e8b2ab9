/* Runs files of Project Wycheproof: an invalid case must be refused, a valid one accepted with the result that it gives;
 * an acceptable one may go either way, and is counted by that, with its flags. */
#ifndef TLS12_TOOL_VECTOR_WYCHEPROOF_H
#define TLS12_TOOL_VECTOR_WYCHEPROOF_H

#include "tool/vector_case.h"
#include "tool/vector_report.h"

/* Whether the file has groups of a type that is supported. */
int vector_wycheproof_supports(const json_t *file);

/* NULL, or what is wrong with the file. */
const char *vector_wycheproof_run(const json_t *file, struct vector_report *report);

/* The types. */
typedef struct vector_answer vector_case_run(struct vector_case *c);
vector_case_run vector_ecdh_point, vector_ecdh_key, vector_xdh;
vector_case_run vector_ecdsa, vector_eddsa, vector_dsa, vector_rsa_verify, vector_rsa_pss_verify;
vector_case_run vector_rsa_sign, vector_rsa_decrypt;
vector_case_run vector_mac;

#endif
