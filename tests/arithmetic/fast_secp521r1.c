/* src/arithmetic/fast_secp521r1.c */
#include "src/arithmetic/fast_secp521r1.c"

#define GROUP TLS12_SECP521R1
#define FACTOR 0
#define FIRST (9LL << 58)
#define SECOND (10LL << 58)
#define SQUARED (7LL << 58)
#define HIGHEST (10LL << 58)

#include "tests/arithmetic/fast_curve.h"
