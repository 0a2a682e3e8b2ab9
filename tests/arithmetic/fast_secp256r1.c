/* src/arithmetic/fast_secp256r1.c */
#include "src/arithmetic/fast_secp256r1.c"

#define GROUP TLS12_SECP256R1
#define FACTOR 270
#define FIRST (1LL << 59)
#define SECOND (1LL << 60)
#define SQUARED (1LL << 59)
#define HIGHEST (1LL << 45)

#include "tests/arithmetic/fast_curve.h"
