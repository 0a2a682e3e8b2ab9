/* AlgorithmIdentifier of RSASSA-PSS, RFC 4055 section 3.1:
 *
 *     RSASSA-PSS-params ::= SEQUENCE { hashAlgorithm [0] HashAlgorithm DEFAULT sha1Identifier,
 *                                      maskGenAlgorithm [1] MaskGenAlgorithm DEFAULT mgf1SHA1Identifier,
 *                                      saltLength [2] INTEGER DEFAULT 20, trailerField [3] INTEGER DEFAULT 1 }
 */
#ifndef TLS12_X509_PSS_H
#define TLS12_X509_PSS_H

#include "spec/algorithms.h"
#include "spec/x509.h"
#include "wire/bytes.h"

struct x509_pss {
  enum tls12_hash hash; /* of the message and of the mask */
  uint32_t salt;        /* its length in bytes */
};

/* Whether the AlgorithmIdentifier at `algorithm`, header included, is id-RSASSA-PSS. */
/*@ requires range: algorithm.offset + algorithm.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. algorithm.offset + algorithm.length - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1; */
int x509_is_pss(const uint8_t *bytes, struct tls12_span algorithm);

/* Reads its parameters. 1; or 0 when they are not RSASSA-PSS-params in DER, the hash is not SHA-1 or SHA-2, the hash of the
 * mask is another one, or the trailer is not 1: the encodings that RFC 4055 section 3.1 gives, NULL for no parameters of the
 * hash included. */
/*@ requires range: algorithm.offset + algorithm.length <= DER_MAX;
    requires readable: \valid_read(bytes + (0 .. algorithm.offset + algorithm.length - 1));
    requires writable: \valid(pss);
    requires apart: \separated(pss, bytes + (0 .. algorithm.offset + algorithm.length - 1));
    terminates \true;
    exits \false;
    assigns *pss;
    ensures answer: \result == 0 || \result == 1;
    ensures known: \result == 1 ==> TLS12_SHA1 <= pss->hash <= TLS12_SHA512 && pss->salt < 128; */
int x509_read_pss(const uint8_t *bytes, struct tls12_span algorithm, struct x509_pss *pss);

/*@ predicate pss_pair_at{L}(uint8_t *pairs, integer k, integer hash) =
      pairs[2 * k] == 8 && (pairs[2 * k + 1] == hash || pairs[2 * k + 1] == hash + 5);
*/

/* Whether a list of pairs holds one for such signatures: 0804 to 0806, with 0809 to 080b for a key that is for it alone (RFC 8446
 * section 4.2.3). */
/*@ requires list: \valid_read(pairs.data + (0 .. pairs.length - 1));
    requires known: TLS12_SHA1 <= pss.hash <= TLS12_SHA512;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures listed: \result != 0 <==> pss.hash >= TLS12_SHA256 && \exists integer k; 0 <= k && 2 * k + 1 < pairs.length &&
      pss_pair_at(pairs.data, k, pss.hash); */
int x509_pss_listed(struct x509_pss pss, struct tls12_bytes pairs);

#endif
