#include "tool/credentials.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/input.h"
#include "tool/octets.h"
#include "tool/test_credentials.h"

static int read_text(const char *path, struct octets *text)
{
  if (input_read(path, text) == 0) return 0;
  fprintf(stderr, "tls12: %s: %s\n", path, strerror(errno));
  return -1;
}

/* More than any key that can be used, with its PEM. */
#define KEY_FILE_MAX 65536

/* The text of a key, of which no other copy stays in memory: 0, or -1 and errno. */
static int read_whole(int file, struct octets *text)
{
  ssize_t n = 1;
  (void)octets_room(text, KEY_FILE_MAX);
  while (n != 0 && text->length < KEY_FILE_MAX) {
    n = read(file, text->data + text->length, KEY_FILE_MAX - text->length);
    if (n < 0 && errno != EINTR) return -1;
    if (n > 0) text->length += (size_t)n;
  }
  errno = EFBIG;
  return n == 0 ? 0 : -1;
}

/* The same from a file ("-": standard input), after a warning if others may read it. */
static int read_key(const char *path, struct octets *text)
{
  struct stat about;
  const int file = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
  const int bad = file < 0 || fstat(file, &about) != 0 || read_whole(file, text) != 0, cause = errno;
  if (bad)
    fprintf(stderr, "tls12: %s: %s\n", path, strerror(cause));
  else if (S_ISREG(about.st_mode) && (about.st_mode & 077) != 0)
    fprintf(stderr, "tls12: warning: %s: others may read this private key (chmod go= FILE)\n", path);
  if (file >= 0) close(file);
  return bad ? -1 : 0;
}

static int certificates_from(const struct octets *text, const char *source, struct certificates *out)
{
  char label[64];
  size_t at = 0;
  int found;
  struct octets block = {0};
  *out = (struct certificates){0};
  while ((found = pem_read(text, &at, label, &block)) == 1) {
    if (strcmp(label, "CERTIFICATE") == 0) {
      out->list = grow(out->list, out->count + 1, sizeof *out->list);
      out->list[out->count++] = (struct tls12_bytes){block.data, (uint32_t)block.length};
    } else {
      octets_free(&block);
    }
    block = (struct octets){0};
  }
  octets_free(&block);
  if (found == 0 && out->count > 0) return 0;
  fprintf(stderr, "tls12: %s: %s\n", source, found == 0 ? "no certificate in PEM" : "damaged PEM");
  return -1;
}

static int key_from(const struct octets *text, const char *source, struct tls12_private_key *key)
{
  static const char *const reasons[] = {
      [TLS12_PRIVATE_KEY_MALFORMED] = "not a private key in PKCS #8, PKCS #1 or SEC 1",
      [TLS12_PRIVATE_KEY_ENCRYPTED] = "the key is encrypted; decrypt it first: openssl pkey -in FILE -out FILE",
      [TLS12_PRIVATE_KEY_ALGORITHM] = "none of an RSA, DSA, DH (X9.42), EC, Ed25519 and Ed448 key",
      [TLS12_PRIVATE_KEY_CURVE] = "an EC key on a curve other than P-256, P-384 and P-521",
  };
  char label[64];
  size_t at = 0;
  int found;
  struct octets block = {0};
  const char *reason = "no private key in PEM";
  (void)octets_room(&block, text->length);
  while ((found = pem_read(text, &at, label, &block)) == 1) {
    if (strstr(label, "PRIVATE KEY") != NULL) {
      const enum tls12_private_key_error error = private_key_parse(block.data, (uint32_t)block.length, key);
      if (error == TLS12_PRIVATE_KEY_OK) return 0;
      reason = reasons[error];
    }
    block.length = 0;
  }
  octets_forget(&block);
  fprintf(stderr, "tls12: %s: %s\n", source, found == 0 ? reason : "damaged PEM");
  return -1;
}

static struct octets borrowed(const char *text)
{
  return (struct octets){(uint8_t *)(uintptr_t)text, strlen(text), 0};
}

int certificates_from_file(const char *path, struct certificates *out)
{
  struct octets text = {0};
  const int result = read_text(path, &text) == 0 ? certificates_from(&text, path, out) : -1;
  octets_free(&text);
  return result;
}

int private_key_from_file(const char *path, struct tls12_private_key *key)
{
  struct octets text = {0};
  const int result = read_key(path, &text) == 0 ? key_from(&text, path, key) : -1;
  octets_forget(&text);
  return result;
}

static int credential_from(const struct octets *chain, const char *chain_source, const struct octets *key,
                           const char *key_source, struct tls12_credential *out)
{
  struct certificates certificates;
  if (certificates_from(chain, chain_source, &certificates) != 0 || key_from(key, key_source, &out->key) != 0)
    return -1;
  out->chain = certificates.list;
  out->chain_length = certificates.count;
  return 0;
}

int credential_from_files(const char *chain_path, const char *key_path, struct tls12_credential *out)
{
  struct octets chain = {0}, key = {0};
  int result = -1;
  if (read_text(chain_path, &chain) == 0 && read_key(key_path, &key) == 0)
    result = credential_from(&chain, chain_path, &key, key_path, out);
  octets_free(&chain);
  octets_forget(&key);
  return result;
}

#define TEXT(text)                                                                                                     \
  {                                                                                                                    \
    (const uint8_t *)(text), sizeof(text) - 1                                                                          \
  }

const struct tls12_psk test_psk = {TEXT("client.example"), TEXT("a key of 24 bytes, shown")};

/* A built-in chain and its key. */
struct texts {
  const char *chain, *key;
};

static int credentials_from(const struct texts *texts, int count, struct tls12_credential *credentials)
{
  for (int i = 0; i < count; i++) {
    const struct octets chain = borrowed(texts[i].chain), key = borrowed(texts[i].key);
    if (credential_from(&chain, "built-in certificate", &key, "built-in key", &credentials[i]) != 0) return -1;
  }
  return 0;
}

int test_client_credentials(struct tls12_credential credentials[TEST_CLIENT_CREDENTIALS])
{
  static const struct texts texts[] = {{test_rsa_client, test_rsa_key},      {test_dsa_client, test_dsa_key},
                                       {test_ecdsa_client, test_ecdsa_key},  {test_ed25519_client, test_ed25519_key},
                                       {test_dh_client, test_dh_client_key}, {test_ecdh_client, test_ecdh_client_key}};
  return credentials_from(texts, TEST_CLIENT_CREDENTIALS, credentials);
}

int test_credentials(struct tls12_credential credentials[TEST_CREDENTIALS], struct certificates *roots)
{
  static const struct texts texts[] = {{test_rsa_leaf, test_rsa_key},
                                       {test_ecdsa_leaf, test_ecdsa_key},
                                       {test_dsa_leaf, test_dsa_key},
                                       {test_dh_leaf, test_dh_key},
                                       {test_ecdh_leaf, test_ecdh_key}};
  if (credentials_from(texts, TEST_CREDENTIALS, credentials) != 0) return -1;
  struct octets all = {0};
  octets_append(&all, test_rsa_root, strlen(test_rsa_root));
  octets_append(&all, test_ecdsa_root, strlen(test_ecdsa_root));
  octets_append(&all, test_dsa_root, strlen(test_dsa_root));
  octets_append(&all, test_root, strlen(test_root));
  const int result = certificates_from(&all, "built-in roots", roots);
  octets_free(&all);
  return result;
}
