#include "tool/version.h"

#include <gmp.h>
#include <jansson.h>
#include <nettle/version.h>
#include <pcap/pcap.h>
#include <stdio.h>

#include "tool/exit_codes.h"

#ifdef __clang__
#define TLS12_COMPILER "clang " __clang_version__
#else
#define TLS12_COMPILER "GCC " __VERSION__
#endif

int print_version(void)
{
  printf("tls12 %s\n%s\nGMP %s, nettle %d.%d, jansson %s, %s\n", TLS12_VERSION, "built by " TLS12_COMPILER, gmp_version,
         nettle_version_major(), nettle_version_minor(), JANSSON_VERSION, pcap_lib_version());
  return EXIT_DONE;
}
