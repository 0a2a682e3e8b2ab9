/* NIST's Public Key Interoperability Test Suite: all certificates are well formed, and each is signed by the key that its
 * authorityKeyIdentifier names, but for those that the suite signed wrongly. The chains as a whole are tested by
 * tests/tool/certificates.py. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>

#include "x509/der.h"
#include "x509/dss_parameters.h"

#include "suite.h"

#define FOLDER "../shared/vectors/nist-pkits/certs"
#define COUNT 405

static struct {
  char name[200];
  struct tls12_bytes der;
  struct tls12_x509 value;
} set[COUNT];

/* Whether the set is there; then it is read. */
static int read_set(void)
{
  DIR *directory = opendir(FOLDER);
  if (directory == NULL) {
    puts("skipped: " FOLDER " is not there");
    return 0;
  }
  unsigned count = 0;
  for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    char path[600];
    uint8_t der[8192];
    if (strstr(entry->d_name, ".crt") == NULL) continue;
    ck_assert_uint_lt(count, COUNT);
    snprintf(path, sizeof path, "%s/%s", FOLDER, entry->d_name);
    snprintf(set[count].name, sizeof set[count].name, "%.190s", entry->d_name);
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    const uint32_t n = (uint32_t)fread(der, 1, sizeof der, file);
    fclose(file);
    set[count++].der = (struct tls12_bytes){copy_of(der, n), n};
  }
  closedir(directory);
  ck_assert_uint_eq(count, COUNT);
  for (unsigned i = 0; i < COUNT; i++)
    ck_assert_msg(x509_parse(set[i].der.data, set[i].der.length, &set[i].value).rule == TLS12_NO_RULE, "%s",
                  set[i].name);
  return 1;
}

static void forget_set(void)
{
  for (unsigned i = 0; i < COUNT; i++) free((uint8_t *)(uintptr_t)set[i].der.data);
}

/* keyIdentifier [0] of the AuthorityKeyIdentifier. */
static struct tls12_bytes wanted_key(unsigned i)
{
  const uint8_t *der = set[i].der.data;
  const uint32_t at = set[i].value.extensions.authority_key_id.offset, inner = der_contents_of(der, at);
  ck_assert_uint_eq(der[inner], DER_CONTEXT);
  return (struct tls12_bytes){der + der_contents_of(der, inner), der[inner + 1]};
}

static int has_key(unsigned i, struct tls12_bytes identifier)
{
  const struct tls12_span own = set[i].value.extensions.subject_key_id;
  return own.length == identifier.length && memcmp(set[i].der.data + own.offset, identifier.data, own.length) == 0;
}

/* A certificate of the key that signed certificate i; the trust anchor alone names none. */
static unsigned issuer_of(unsigned i)
{
  if (set[i].value.extensions.authority_key_id.length == 0) {
    ck_assert_str_eq(set[i].name, "TrustAnchorRootCertificate.crt");
    return i;
  }
  for (unsigned j = 0; j < COUNT; j++)
    if (has_key(j, wanted_key(i))) return j;
  ck_abort_msg("%s: nobody has the key", set[i].name);
}

static enum tls12_rule verified(unsigned i, unsigned issuer, struct tls12_bytes inherited)
{
  return x509_verify_signature(set[i].der, &set[i].value, set[issuer].der, &set[issuer].value, inherited).rule;
}

//= build/requirements.md#R5280-6.1.4-04
//= type=test
//# DSA (and other) public-key parameters are inherited from the issuer when null or omitted and the algorithm is the same,
//# otherwise cleared.
START_TEST(signatures)
{
  static const char *const wrong[] = {"BadSignedCACert.crt", "InvalidEESignatureTest3EE.crt",
                                      "InvalidDSASignatureTest6EE.crt"};
  static const char inherits[] = "ValidDSAParameterInheritanceTest5EE.crt"; /* its issuer's key lacks p, q and g */
  const struct tls12_chain_options no_anchors = {.anchors = NULL, .anchor_count = 0};
  unsigned good = 0, bad = 0, without = 0;
  if (!read_set()) return;
  for (unsigned i = 0; i < COUNT; i++) {
    const unsigned j = issuer_of(i);
    const struct tls12_bytes above[] = {set[j].der, set[issuer_of(j)].der};
    const struct tls12_bytes none = {NULL, 0}, inherited = x509_dss_parameters(above, 2, 0, &no_anchors);
    int is_wrong = 0;
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) is_wrong |= strcmp(set[i].name, wrong[k]) == 0;
    ck_assert_msg(verified(i, j, inherited) == (is_wrong ? R5280_6_1_3_01 : TLS12_NO_RULE), "%s", set[i].name);
    if (strcmp(set[i].name, inherits) == 0) {
      ck_assert_int_eq(verified(i, j, none), R3279_2_3_2_02);
      without++;
    }
    good += !is_wrong;
    bad += (unsigned)is_wrong;
  }
  ck_assert_uint_eq(good + bad, COUNT);
  ck_assert_uint_eq(bad, 3);
  ck_assert_uint_eq(without, 1);
  forget_set();
}
END_TEST

int main(void)
{
  Suite *suite = suite_create("x509/pkits");
  TCase *tests = tcase_create("signatures");
  tcase_set_timeout(tests, 300);
  tcase_add_test(tests, signatures);
  suite_add_tcase(suite, tests);
  return run_suite(suite);
}
