/* IP addresses as text: RFC 3986 section 3.2.2 (IPv4address, IPv6address). */
#ifndef TLS12_X509_IP_ADDRESS_H
#define TLS12_X509_IP_ADDRESS_H

#include <stdint.h>

/* Reads text[0 .. n-1]: 4 or 16, the bytes written to `address`; 0 if it is not an address. Brackets and zones are not
 * part of an address. */
/*@ requires readable: \valid_read(text + (0 .. n - 1));
    requires writable: \valid(address + (0 .. 15));
    requires apart: \separated(address + (0 .. 15), text + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns address[0 .. 15];
    ensures \result == 0 || \result == 4 || \result == 16;
*/
uint32_t x509_ip_address(const uint8_t *text, uint32_t n, uint8_t *address);

#endif
