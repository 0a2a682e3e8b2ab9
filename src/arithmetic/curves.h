/* The parameters of the curves, each as prime_curve gives it. */
#ifndef TLS12_ARITHMETIC_CURVES_H
#define TLS12_ARITHMETIC_CURVES_H

#include "arithmetic/point.h"

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_curve(*\result);
    ensures group: is_group(*\result, 23); */
const struct prime_curve *curve_secp256r1(void);

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_curve(*\result);
    ensures group: is_group(*\result, 24); */
const struct prime_curve *curve_secp384r1(void);

/*@ terminates \true;
    exits \false;
    assigns \result \from \nothing;
    ensures memory: \valid_read(\result);
    ensures curve: is_curve(*\result);
    ensures group: is_group(*\result, 25); */
const struct prime_curve *curve_secp521r1(void);

#endif
