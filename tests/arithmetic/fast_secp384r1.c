/* src/arithmetic/fast_secp384r1.c */
#include "src/arithmetic/fast_secp384r1.c"

#define GROUP TLS12_SECP384R1
#define FACTOR 392
#define FIRST (1LL << 60)
#define SECOND (1LL << 61)
#define SQUARED (1LL << 60)
#define HIGHEST (1LL << 53)

#include "tests/arithmetic/fast_curve.h"
