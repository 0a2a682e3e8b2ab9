#include "handshake/host_name.h"

enum tls12_rule check_host_name(struct tls12_bytes name)
{
  int address = 1;
  /*@ loop invariant inside: 0 <= k <= name.length;
      loop invariant characters: \forall integer j; 0 <= j < k ==> name.data[j] < 128 && name.data[j] != ':';
      loop invariant address: address == 0 <==>
        \exists integer j; 0 <= j < k && name.data[j] != '.' && !('0' <= name.data[j] <= '9');
      loop assigns k, address;
      loop variant name.length - k; */
  for (uint32_t k = 0; k < name.length; k++) {
    const uint8_t c = name.data[k];
    if (c >= 128 || c == ':') return R6066_3_03;
    if (c != '.' && (c < '0' || c > '9')) address = 0;
  }
  return address || name.data[name.length - 1] == '.' ? R6066_3_03 : TLS12_NO_RULE;
}
