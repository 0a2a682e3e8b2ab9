/* RFC 6066 section 6, trusted_ca_keys in a ClientHello:
 *
 *     struct {
 *         TrustedAuthority trusted_authorities_list<0..2^16-1>;
 *     } TrustedAuthorities;
 *
 *     struct {
 *         IdentifierType identifier_type;
 *         select (identifier_type) {
 *             case pre_agreed: struct {};
 *             case key_sha1_hash: SHA1Hash;
 *             case x509_name: DistinguishedName;
 *             case cert_sha1_hash: SHA1Hash;
 *         } identifier;
 *     } TrustedAuthority;
 *
 *     enum {
 *         pre_agreed(0), key_sha1_hash(1), x509_name(2),
 *         cert_sha1_hash(3), (255)
 *     } IdentifierType;
 *
 *     opaque DistinguishedName<1..2^16-1>;
 *
 * SHA1Hash is opaque[20]. Not judged here: the DER inside a DistinguishedName. In a ServerHello the body is empty.
 */
#ifndef TLS12_SPEC_TRUSTED_CA_KEYS_H
#define TLS12_SPEC_TRUSTED_CA_KEYS_H

#include "spec/presentation.h"

/* Where the authority at offset i ends; 0 when it is malformed, or of a type whose identifier has no known form. */
/*@ logic integer authority_end{L}(uint8_t *b, integer i, integer e) =
      e - i < 1              ? 0 :
      b[i] == 0              ? i + 1 :
      b[i] == 1 || b[i] == 3 ? (21 <= e - i ? i + 21 : 0) :
      b[i] == 2              ? vector16_end(b, i + 1, e, 1, 65535) :
                               0;
*/

/* A walk from authority to authority stops where no whole one follows; the bytes are a list when that is their end. */
/*@ logic integer authorities_stop{L}(uint8_t *b, integer i, integer e) =
      authority_end(b, i, e) == 0 ? i : authorities_stop(b, authority_end(b, i, e), e);

    predicate authorities{L}(uint8_t *b, integer i, integer e) = authorities_stop(b, i, e) == e;
*/

/*@ predicate trusted_ca_keys_value{L}(uint8_t *list, integer list_n) =
      0 <= list_n <= 65535 && authorities(list, 0, list_n);

    logic integer trusted_ca_keys_size(integer list_n) = 2 + list_n;
*/

/* b[0 .. n-1] is the encoding of that value. */
/*@ predicate trusted_ca_keys{L}(uint8_t *b, integer n, uint8_t *list, integer list_n) =
      0 <= list_n <= 65535 && vector16(b, 0, n, list, list_n) && authorities(b, 2, n);

    predicate is_trusted_ca_keys{L}(uint8_t *b, integer n) =
      \exists uint8_t *list, integer list_n; trusted_ca_keys(b, n, list, list_n);
*/

/* What a malformed authority at offset i breaks: its type is unknown, its hash is cut short, or its name is malformed. */
/*@ logic integer authority_rule{L}(uint8_t *b, integer i, integer e) =
      b[i] == 2 ? vector16_rule(b, i + 1, e, R6066_6_01) : R6066_6_01;

    logic integer authority_offset{L}(uint8_t *b, integer i, integer e) = b[i] <= 3 ? i + 1 : i;

    logic integer authority_extent{L}(uint8_t *b, integer i, integer e) =
      b[i] > 3 ? 1 : b[i] == 2 ? vector16_extent(b, i + 1, e) : e - i - 1;
*/

/* The first broken rule, and the bytes that break it. */
/*@ logic integer trusted_ca_keys_end{L}(uint8_t *b, integer n) = vector16_end(b, 0, n, 0, 65535);

    logic integer trusted_ca_keys_stop{L}(uint8_t *b, integer n) = authorities_stop(b, 2, trusted_ca_keys_end(b, n));

    logic integer trusted_ca_keys_rule{L}(uint8_t *b, integer n) =
      trusted_ca_keys_end(b, n) == 0 ? R5246_4_3_06 :
      trusted_ca_keys_stop(b, n) != trusted_ca_keys_end(b, n) ?
        authority_rule(b, trusted_ca_keys_stop(b, n), trusted_ca_keys_end(b, n)) :
      trusted_ca_keys_end(b, n) != n ? R5246_7_4_1_4_01 :
                                       TLS12_NO_RULE;

    logic integer trusted_ca_keys_offset{L}(uint8_t *b, integer n) =
      trusted_ca_keys_end(b, n) == 0 ? 0 :
      trusted_ca_keys_stop(b, n) != trusted_ca_keys_end(b, n) ?
        authority_offset(b, trusted_ca_keys_stop(b, n), trusted_ca_keys_end(b, n)) :
        trusted_ca_keys_end(b, n);

    logic integer trusted_ca_keys_extent{L}(uint8_t *b, integer n) =
      trusted_ca_keys_end(b, n) == 0 ? n :
      trusted_ca_keys_stop(b, n) != trusted_ca_keys_end(b, n) ?
        authority_extent(b, trusted_ca_keys_stop(b, n), trusted_ca_keys_end(b, n)) :
        n - trusted_ca_keys_end(b, n);
*/

/* A copy of a list of authorities is one. authorities_walk_copied is proven by induction on p downwards from n
 * (WP's induction tactic, proofs/session/script), the others are its steps. */
/*@ lemma no_authority{L}: \forall uint8_t *b, integer e; authority_end(b, e, e) == 0;

    lemma authority_range{L}: \forall uint8_t *b, integer i, e; authority_end(b, i, e) != 0 ==>
      i < authority_end(b, i, e) <= e;

    lemma authorities_stops{L}: \forall uint8_t *b, integer i, e; authority_end(b, i, e) == 0 ==>
      authorities_stop(b, i, e) == i;

    lemma authorities_steps{L}: \forall uint8_t *b, integer i, e; authority_end(b, i, e) != 0 ==>
      authorities_stop(b, i, e) == authorities_stop(b, authority_end(b, i, e), e);

    lemma authority_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      (authority_end{L}(d, p, n) == 0 ?
         authority_end{K}(b, i + p, i + n) == 0 :
         authority_end{K}(b, i + p, i + n) == i + authority_end{L}(d, p, n));

    lemma authorities_walk_copied{K,L}: \forall uint8_t *b, *d, integer i, n, p;
      0 <= i && 0 <= p <= n && copy{K,L}(b, i, d, n) ==>
      authorities_stop{K}(b, i + p, i + n) == i + authorities_stop{L}(d, p, n);

    lemma authorities_copied{K,L}: \forall uint8_t *b, *d, integer i, e, n;
      0 <= i && 0 <= n && e == i + n && copy{K,L}(b, i, d, n) ==>
      (authorities{K}(b, i, e) <==> authorities{L}(d, 0, n));
*/

/* No rule is broken exactly when the bytes encode a value, and then they encode the list that lies in them. */
/*@ lemma trusted_ca_keys_accepted{L}: \forall uint8_t *b, integer n;
      trusted_ca_keys_rule(b, n) == TLS12_NO_RULE ==> trusted_ca_keys(b, n, b + 2, n - 2);

    lemma trusted_ca_keys_only{L}: \forall uint8_t *b, *list, integer n, list_n;
      trusted_ca_keys(b, n, list, list_n) ==> trusted_ca_keys_rule(b, n) == TLS12_NO_RULE;

    lemma trusted_ca_keys_exact{L}: \forall uint8_t *b, integer n;
      is_trusted_ca_keys(b, n) <==> trusted_ca_keys_rule(b, n) == TLS12_NO_RULE;
*/

#endif
