/* The structures of RFC 5280 section 4.1 as logic: where they end, and where their fields lie. As in spec/der.h, bytes are
 * named by offsets from one base pointer, b[i .. e-1], and 0 says that the bytes at i are not that structure. */
#ifndef TLS12_SPEC_X509_H
#define TLS12_SPEC_X509_H

#include "spec/algorithms.h"
#include "spec/certificate_words.h"
#include "spec/der.h"
#include "spec/object_identifiers.h"

/* Section 4.1.2.4: Name ::= SEQUENCE OF RelativeDistinguishedName; RelativeDistinguishedName ::= SET SIZE (1..MAX) OF
 * AttributeTypeAndValue; AttributeTypeAndValue ::= SEQUENCE { type OBJECT IDENTIFIER, value ANY }. A walk over the
 * elements stops where none follows. */
/*@ logic integer attribute_value{L}(uint8_t *b, integer i, integer e) =
      der_object_identifier_end(b, der_contents(b, i), e);

    logic integer attribute_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_end(b, i, e, DER_SEQUENCE);
      after != 0 && attribute_value(b, i, after) != 0 &&
      der_any_end(b, attribute_value(b, i, after), after) == after ? after : 0;

    logic integer attributes_stop{L}(uint8_t *b, integer i, integer e) =
      attribute_end(b, i, e) == 0 ? i : attributes_stop(b, attribute_end(b, i, e), e);

    logic integer relative_name_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_end(b, i, e, DER_SET);
      after != 0 && der_contents(b, i) != after && attributes_stop(b, der_contents(b, i), after) == after ? after : 0;

    logic integer relative_names_stop{L}(uint8_t *b, integer i, integer e) =
      relative_name_end(b, i, e) == 0 ? i : relative_names_stop(b, relative_name_end(b, i, e), e);

    logic integer distinguished_name_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_end(b, i, e, DER_SEQUENCE);
      after != 0 && relative_names_stop(b, der_contents(b, i), after) == after ? after : 0;
*/

/* Section 4.1.1.2: AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }. Where the
 * parameters of one that ends at e begin, what the algorithm is, and where an AlgorithmIdentifier ends. */
/*@ logic integer algorithm_parameters{L}(uint8_t *b, integer i, integer e) =
      der_object_identifier_end(b, der_contents(b, i), e);

    logic integer algorithm_identifier{L}(uint8_t *b, integer i, integer e) =
      identifier(b, der_contents(b, der_contents(b, i)), algorithm_parameters(b, i, e));

    logic integer algorithm_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_end(b, i, e, DER_SEQUENCE);
      after != 0 && algorithm_parameters(b, i, after) != 0 &&
      (algorithm_parameters(b, i, after) == after ||
       der_any_end(b, algorithm_parameters(b, i, after), after) == after) ? after : 0;

    logic integer signature_kind(integer identifier) =
      X509_ID_MD5_WITH_RSA <= identifier <= X509_ID_SHA512_WITH_RSA     ? TLS12_RSA :
      X509_ID_SHA1_WITH_DSA <= identifier <= X509_ID_SHA256_WITH_DSA    ? TLS12_DSA :
      X509_ID_ECDSA_WITH_SHA1 <= identifier <= X509_ID_ECDSA_WITH_SHA512 ? TLS12_ECDSA :
      identifier == X509_ID_ED25519                                      ? TLS12_ED25519 :
      identifier == X509_ID_ED448                                        ? TLS12_ED448 : TLS12_ANONYMOUS;

    logic integer signature_hash(integer identifier) =
      identifier == X509_ID_MD5_WITH_RSA                                                  ? TLS12_MD5 :
      identifier == X509_ID_SHA1_WITH_RSA || identifier == X509_ID_SHA1_WITH_DSA ||
      identifier == X509_ID_ECDSA_WITH_SHA1                                               ? TLS12_SHA1 :
      identifier == X509_ID_SHA224_WITH_RSA || identifier == X509_ID_SHA224_WITH_DSA ||
      identifier == X509_ID_ECDSA_WITH_SHA224                                             ? TLS12_SHA224 :
      identifier == X509_ID_SHA256_WITH_RSA || identifier == X509_ID_SHA256_WITH_DSA ||
      identifier == X509_ID_ECDSA_WITH_SHA256                                             ? TLS12_SHA256 :
      identifier == X509_ID_SHA384_WITH_RSA || identifier == X509_ID_ECDSA_WITH_SHA384    ? TLS12_SHA384 :
      identifier == X509_ID_SHA512_WITH_RSA || identifier == X509_ID_ECDSA_WITH_SHA512    ? TLS12_SHA512 :
      identifier == X509_ID_ED25519 || identifier == X509_ID_ED448                        ? TLS12_INTRINSIC :
                                                                                            TLS12_HASH_NONE;

    predicate parameters_null{L}(uint8_t *b, integer i, integer e) = e - i == 2 && b[i] == DER_NULL && b[i+1] == 0;
*/

/* Section 4.1.2.7: SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }; all
 * keys here are whole octets. Where subjectPublicKey begins, and its octets, in one that ends at e. */
/*@ logic integer public_key_bits{L}(uint8_t *b, integer i, integer e) = algorithm_end(b, der_contents(b, i), e);

    logic integer public_key_octets{L}(uint8_t *b, integer i, integer e) =
      der_contents(b, public_key_bits(b, i, e)) + 1;

    logic integer public_key_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_end(b, i, e, DER_SEQUENCE);
      after != 0 && public_key_bits(b, i, after) != 0 &&
      der_bit_string_end(b, public_key_bits(b, i, after), after) == after &&
      b[public_key_octets(b, i, after) - 1] == 0 ? after : 0;

    logic integer key_kind(integer identifier) =
      identifier == X509_ID_RSA               ? TLS12_KEY_RSA :
      identifier == X509_ID_RSA_PSS           ? TLS12_KEY_RSA_PSS :
      identifier == X509_ID_DSA               ? TLS12_KEY_DSA :
      identifier == X509_ID_DH_PUBLIC_NUMBER  ? TLS12_KEY_DH :
      identifier == X509_ID_DH_KEY_AGREEMENT  ? TLS12_KEY_DH :
      identifier == X509_ID_EC_PUBLIC_KEY     ? TLS12_KEY_EC :
      identifier == X509_ID_EC_DH             ? TLS12_KEY_ECDH :
      identifier == X509_ID_X25519            ? TLS12_KEY_X25519 :
      identifier == X509_ID_X448              ? TLS12_KEY_X448 :
      identifier == X509_ID_ED25519           ? TLS12_KEY_ED25519 :
      identifier == X509_ID_ED448             ? TLS12_KEY_ED448 : TLS12_KEY_OTHER;
*/

/* RFC 3279 section 2.3.1: RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }, both not negative, fills
 * b[i .. e-1]. Numbers are given without a leading zero byte: where the one at i that ends at e begins. */
/*@ logic integer unsigned_offset{L}(uint8_t *b, integer i, integer e) =
      b[der_contents(b, i)] == 0 && e - der_contents(b, i) > 1 ? der_contents(b, i) + 1 : der_contents(b, i);

    logic integer unsigned_end{L}(uint8_t *b, integer i, integer e) =
      der_integer_end(b, i, e) != 0 && b[der_contents(b, i)] < 128 ? der_integer_end(b, i, e) : 0;

    logic integer rsa_exponent{L}(uint8_t *b, integer i, integer e) = unsigned_end(b, der_contents(b, i), e);

    predicate rsa_key{L}(uint8_t *b, integer i, integer e) =
      der_end(b, i, e, DER_SEQUENCE) == e && rsa_exponent(b, i, e) != 0 &&
      unsigned_end(b, rsa_exponent(b, i, e), e) == e;
*/

/* RFC 5480 sections 2.1.1 and 2.2: the parameters are a named curve, the key is a point, compressed or not. The length is
 * known for the curves of TLS 1.2 here. */
/*@ logic integer curve_group(integer identifier) =
      identifier == X509_ID_SECP256R1 ? TLS12_SECP256R1 :
      identifier == X509_ID_SECP384R1 ? TLS12_SECP384R1 :
      identifier == X509_ID_SECP521R1 ? TLS12_SECP521R1 : 0;

    logic integer named_curve{L}(uint8_t *b, integer i, integer e) =
      i < e && der_object_identifier_end(b, i, e) == e ? curve_group(identifier(b, der_contents(b, i), e)) : 0;

    logic integer coordinate_size(integer group) =
      group == TLS12_SECP256R1 ? 32 : group == TLS12_SECP384R1 ? 48 : group == TLS12_SECP521R1 ? 66 : 0;

    predicate point_of{L}(uint8_t *b, integer i, integer n, integer size) =
      n > 0 && (b[i] == 2 || b[i] == 3 || b[i] == 4) && (size == 0 || n == (b[i] == 4 ? 1 + 2 * size : 1 + size));

    predicate ec_key{L}(uint8_t *b, integer parameters, integer parameters_end, integer i, integer e) =
      parameters < parameters_end && der_object_identifier_end(b, parameters, parameters_end) == parameters_end &&
      point_of(b, i, e - i, coordinate_size(named_curve(b, parameters, parameters_end)));
*/

/* What is read from the SubjectPublicKeyInfo b[i .. e-1]: each field an offset and a length. */
/*@ predicate key_located{L}(uint8_t *b, integer i, integer e, integer kind, integer algorithm, integer algorithm_length,
                             integer parameters, integer parameters_length, integer key, integer key_length) =
      kind == key_kind(algorithm_identifier(b, der_contents(b, i), public_key_bits(b, i, e))) &&
      algorithm == der_contents(b, i) && algorithm + algorithm_length == public_key_bits(b, i, e) &&
      parameters == algorithm_parameters(b, der_contents(b, i), public_key_bits(b, i, e)) &&
      parameters + parameters_length == public_key_bits(b, i, e) &&
      key == public_key_octets(b, i, e) && key + key_length == e;

    predicate number_located{L}(uint8_t *b, integer i, integer e, integer offset, integer length) =
      offset == unsigned_offset(b, i, e) && offset + length == e;

    predicate rsa_located{L}(uint8_t *b, integer parameters, integer parameters_length, integer key, integer key_length,
                             integer modulus, integer modulus_length, integer exponent, integer exponent_length) =
      parameters_null(b, parameters, parameters + parameters_length) && rsa_key(b, key, key + key_length) &&
      number_located(b, der_contents(b, key), rsa_exponent(b, key, key + key_length), modulus, modulus_length) &&
      number_located(b, rsa_exponent(b, key, key + key_length), key + key_length, exponent, exponent_length);

    predicate ec_located{L}(uint8_t *b, integer parameters, integer parameters_length, integer key, integer key_length,
                            integer group, integer point, integer point_length) =
      ec_key(b, parameters, parameters + parameters_length, key, key + key_length) &&
      group == named_curve(b, parameters, parameters + parameters_length) && point == key && point_length == key_length;
*/

/* The values of extensions, each in b[i .. e-1]. Section 4.2.1.9: BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE,
 * pathLenConstraint INTEGER (0..MAX) OPTIONAL }; an explicit FALSE is tolerated. */
/*@ logic boolean has_ca_field{L}(uint8_t *b, integer i, integer e) =
      der_contents(b, i) != e && b[der_contents(b, i)] == DER_BOOLEAN;

    logic integer path_length_place{L}(uint8_t *b, integer i, integer e) =
      has_ca_field(b, i, e) ? der_boolean_end(b, der_contents(b, i), e) : der_contents(b, i);

    logic integer names_ca{L}(uint8_t *b, integer i, integer e) =
      has_ca_field(b, i, e) && b[der_contents(b, i) + 2] == 255 ? 1 : 0;

    //= build/requirements.md#R5280-4.2.1.9-03
    //= type=implication
    //# cA DEFAULT FALSE must be absent in DER when FALSE; many implementations tolerate an explicit FALSE.
    predicate basic_constraints{L}(uint8_t *b, integer i, integer e) =
      i < e && der_end(b, i, e, DER_SEQUENCE) == e && path_length_place(b, i, e) != 0 &&
      (path_length_place(b, i, e) == e || unsigned_end(b, path_length_place(b, i, e), e) == e);

    logic integer limited_number{L}(uint8_t *b, integer c, integer e) =
      e - c > 4 || (e - c == 4 && b[c] != 0) ? DER_MAX :
      b[e-1] + (e - c >= 2 ? 256 * b[e-2] : 0) + (e - c >= 3 ? 65536 * b[e-3] : 0);

    logic integer path_length_value{L}(uint8_t *b, integer i, integer e) =
      path_length_place(b, i, e) == e ? 0 : limited_number(b, der_contents(b, path_length_place(b, i, e)), e);
*/

/* Section 4.2.1.3: KeyUsage, a BIT STRING of up to nine bits without trailing zero bits (X.690 section 11.2.2); 65536 if it
 * is none. */
/*@ logic integer last_used_bit(integer byte, integer unused) = (byte / der_power(unused)) % 2;

    //= build/requirements.md#R5280-4.2.1.3-01
    //= type=implication
    //# KeyUsage is a BIT STRING, bit 0 digitalSignature, 2 keyEncipherment, 4 keyAgreement, 5 keyCertSign, 6 cRLSign,
    //# 7 encipherOnly, 8 decipherOnly (two content bytes possible); DER trims trailing zero bits.
    logic integer key_usage_of{L}(uint8_t *b, integer c, integer e) =
      e - c == 1 ? 0 :
      e - c > 3 || last_used_bit(b[e-1], b[c]) == 0 ? 65536 :
      e - c == 2 ? b[c+1] : b[c+1] + 256 * b[c+2];

    logic integer key_usage_value{L}(uint8_t *b, integer i, integer e) =
      i < e && der_bit_string_end(b, i, e) == e ? key_usage_of(b, der_contents(b, i), e) : 65536;
*/

/* Section 4.2.1.12: ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId; whether a purpose is among them. */
/*@ logic integer identifiers_stop{L}(uint8_t *b, integer i, integer e) =
      der_object_identifier_end(b, i, e) == 0 ? i : identifiers_stop(b, der_object_identifier_end(b, i, e), e);

    logic integer identifier_among{L}(uint8_t *b, integer i, integer e, integer wanted) =
      der_object_identifier_end(b, i, e) == 0 ? 0 :
      identifier(b, der_contents(b, i), der_object_identifier_end(b, i, e)) == wanted ? 1 :
      identifier_among(b, der_object_identifier_end(b, i, e), e, wanted);

    predicate key_purposes{L}(uint8_t *b, integer i, integer e) =
      i < e && der_end(b, i, e, DER_SEQUENCE) == e && der_contents(b, i) != e &&
      identifiers_stop(b, der_contents(b, i), e) == e;

    logic integer purpose_set{L}(uint8_t *b, integer i, integer e) =
      TLS12_PURPOSE_SERVER_AUTH * identifier_among(b, der_contents(b, i), e, X509_ID_SERVER_AUTH) +
      TLS12_PURPOSE_CLIENT_AUTH * identifier_among(b, der_contents(b, i), e, X509_ID_CLIENT_AUTH) +
      TLS12_PURPOSE_ANY * identifier_among(b, der_contents(b, i), e, X509_ID_ANY_EXT_KEY_USAGE);
*/

/* Section 4.2.1.6: GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName, a CHOICE of nine: otherName [0], x400Address [3],
 * directoryName [4] and ediPartyName [5] are constructed, the others not. A dNSName [2] is in ASCII, an iPAddress [7] has 4
 * or 16 bytes. */
/*@ logic boolean general_name_tag(integer tag) =
      tag == DER_CONTEXT_CONSTRUCTED || DER_CONTEXT_CONSTRUCTED + 3 <= tag <= DER_CONTEXT_CONSTRUCTED + 5 ||
      DER_CONTEXT + 1 <= tag <= DER_CONTEXT + 2 || DER_CONTEXT + 6 <= tag <= DER_CONTEXT + 8;

    logic integer ascii_stop{L}(uint8_t *b, integer k, integer e) =
      k >= e ? e : b[k] >= 128 ? k : ascii_stop(b, k + 1, e);

    //= build/requirements.md#R5280-4.2.1.6-01
    //= type=implication
    //# subjectAltName dNSName is an IA5String and iPAddress 4 or 16 octets
    logic integer general_name_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_any_end(b, i, e);
      after != 0 && general_name_tag(b[i]) &&
      (b[i] != DER_CONTEXT + 2 || ascii_stop(b, der_contents(b, i), after) == after) &&
      (b[i] != DER_CONTEXT + 7 || after - der_contents(b, i) == 4 || after - der_contents(b, i) == 16) ? after : 0;

    logic integer general_names_stop{L}(uint8_t *b, integer i, integer e) =
      general_name_end(b, i, e) == 0 ? i : general_names_stop(b, general_name_end(b, i, e), e);

    predicate general_names{L}(uint8_t *b, integer i, integer e) =
      i < e && der_end(b, i, e, DER_SEQUENCE) == e && der_contents(b, i) != e &&
      general_names_stop(b, der_contents(b, i), e) == e;
*/

/* Section 4.1.2.9: Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET
 * STRING }; an explicit FALSE is tolerated. Where the fields of one that ends at e are. */
/*@ logic integer extension_name_end{L}(uint8_t *b, integer i, integer e) =
      der_object_identifier_end(b, der_contents(b, i), e);

    logic integer extension_identifier{L}(uint8_t *b, integer i, integer e) =
      identifier(b, der_contents(b, der_contents(b, i)), extension_name_end(b, i, e));

    logic boolean has_critical_field{L}(uint8_t *b, integer i, integer e) =
      extension_name_end(b, i, e) != e && b[extension_name_end(b, i, e)] == DER_BOOLEAN;

    logic integer is_critical{L}(uint8_t *b, integer i, integer e) =
      has_critical_field(b, i, e) && b[extension_name_end(b, i, e) + 2] == 255 ? 1 : 0;

    logic integer extension_value{L}(uint8_t *b, integer i, integer e) =
      has_critical_field(b, i, e) ? der_boolean_end(b, extension_name_end(b, i, e), e) : extension_name_end(b, i, e);

    logic integer certificate_extension_end{L}(uint8_t *b, integer i, integer e) =
      \let after = der_end(b, i, e, DER_SEQUENCE);
      after != 0 && extension_name_end(b, i, after) != 0 && extension_value(b, i, after) != 0 &&
      der_end(b, extension_value(b, i, after), after, DER_OCTET_STRING) == after ? after : 0;

    logic integer extensions_stop{L}(uint8_t *b, integer i, integer e) =
      certificate_extension_end(b, i, e) == 0 ? i : extensions_stop(b, certificate_extension_end(b, i, e), e);

    logic integer extension_contents{L}(uint8_t *b, integer i, integer e) = der_contents(b, extension_value(b, i, e));
*/

/* The place of the last Extension with that identifier in a list; `found` if there is none. */
/*@ logic integer last_extension{L}(uint8_t *b, integer i, integer e, integer identifier, integer found) =
      certificate_extension_end(b, i, e) == 0 ? found :
      last_extension(b, certificate_extension_end(b, i, e), e, identifier,
                     extension_identifier(b, i, certificate_extension_end(b, i, e)) == identifier ? i : found);

    logic integer extension_place{L}(uint8_t *b, integer i, integer e, integer identifier) =
      last_extension(b, i, e, identifier, 0);
*/

/* What is read from values in b[i .. e-1]. */
/*@ predicate basic_constraints_read{L}(uint8_t *b, integer i, integer e, integer is_ca, integer has_path, integer path) =
      basic_constraints(b, i, e) && is_ca == names_ca(b, i, e) &&
      has_path == (path_length_place(b, i, e) != e ? 1 : 0) && path == path_length_value(b, i, e);

    predicate key_usage_read{L}(uint8_t *b, integer i, integer e, integer has, integer usage) =
      has == 1 && usage == key_usage_value(b, i, e) && 0 < usage < 65536;

    predicate purposes_read{L}(uint8_t *b, integer i, integer e, integer has, integer purposes) =
      key_purposes(b, i, e) && has == 1 && purposes == purpose_set(b, i, e);

    predicate alternative_names_read{L}(uint8_t *b, integer i, integer e, integer offset, integer length) =
      general_names(b, i, e) && offset == der_contents(b, i) && offset + length == e;

    logic integer is_read(integer identifier) =
      identifier == X509_ID_BASIC_CONSTRAINTS || identifier == X509_ID_KEY_USAGE ||
      identifier == X509_ID_EXT_KEY_USAGE || identifier == X509_ID_SUBJECT_ALT_NAME ||
      identifier == X509_ID_SUBJECT_KEY_ID || identifier == X509_ID_AUTHORITY_KEY_ID ? 1 : 0;
*/

/* The same for an Extension at p (0: there is none) in a list that ends at e. */
/*@ predicate basic_constraints_at{L}(uint8_t *b, integer p, integer e, integer is_ca, integer has_path, integer path) =
      p == 0 ? is_ca == 0 && has_path == 0 && path == 0 :
      \let after = certificate_extension_end(b, p, e);
      basic_constraints_read(b, extension_contents(b, p, after), after, is_ca, has_path, path);

    predicate key_usage_at{L}(uint8_t *b, integer p, integer e, integer has, integer usage) =
      p == 0 ? has == 0 && usage == 0 :
      \let after = certificate_extension_end(b, p, e);
      key_usage_read(b, extension_contents(b, p, after), after, has, usage);

    predicate purposes_at{L}(uint8_t *b, integer p, integer e, integer has, integer purposes) =
      p == 0 ? has == 0 && purposes == 0 :
      \let after = certificate_extension_end(b, p, e);
      purposes_read(b, extension_contents(b, p, after), after, has, purposes);

    predicate alternative_names_at{L}(uint8_t *b, integer p, integer e, integer offset, integer length) =
      p == 0 ? length == 0 :
      \let after = certificate_extension_end(b, p, e);
      alternative_names_read(b, extension_contents(b, p, after), after, offset, length);
*/

/* Whether an Extension in a list is critical and not one that is read (section 4.2). */
/*@ logic integer unread_critical{L}(uint8_t *b, integer i, integer e) =
      certificate_extension_end(b, i, e) == 0 ? 0 :
      is_critical(b, i, certificate_extension_end(b, i, e)) == 1 &&
      is_read(extension_identifier(b, i, certificate_extension_end(b, i, e))) == 0 ? 1 :
      unread_critical(b, certificate_extension_end(b, i, e), e);
*/

/* Section 4.1: Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING }
 * in b[0 .. n-1]; the signature is whole octets. */
/*@ logic integer tbs_end{L}(uint8_t *b, integer n) = der_end(b, der_contents(b, 0), n, DER_SEQUENCE);

    logic integer signature_place{L}(uint8_t *b, integer n) = algorithm_end(b, tbs_end(b, n), n);

    predicate certificate_outer{L}(uint8_t *b, integer n) =
      0 < n && der_end(b, 0, n, DER_SEQUENCE) == n && tbs_end(b, n) != 0 && signature_place(b, n) != 0 &&
      der_bit_string_end(b, signature_place(b, n), n) == n && b[der_contents(b, signature_place(b, n))] == 0;
*/

/* Section 4.1.2.1: version [0] EXPLICIT INTEGER { v1(0), v2(1), v3(2) } DEFAULT v1, in bytes that end at e. */
/*@ logic boolean has_version{L}(uint8_t *b, integer i, integer e) = i < e && b[i] == DER_CONTEXT_CONSTRUCTED;

    logic integer version_end{L}(uint8_t *b, integer i, integer e) =
      has_version(b, i, e) ? der_end(b, i, e, DER_CONTEXT_CONSTRUCTED) : i;

    logic integer version_value{L}(uint8_t *b, integer i, integer e) =
      has_version(b, i, e) ? b[der_contents(b, i) + 2] + 1 : 1;
*/

/* Section 4.1.2.5: Validity ::= SEQUENCE { notBefore Time, notAfter Time }. */
/*@ logic integer not_before_value{L}(uint8_t *b, integer i, integer e) = der_time(b, der_contents(b, i), e);

    logic integer not_after_value{L}(uint8_t *b, integer i, integer e) =
      der_time(b, der_any_end(b, der_contents(b, i), e), e);
*/

/* TBSCertificate ::= SEQUENCE { version, serialNumber INTEGER, signature AlgorithmIdentifier, issuer Name, validity, subject
 * Name, subjectPublicKeyInfo, issuerUniqueID [1] OPTIONAL, subjectUniqueID [2] OPTIONAL, extensions [3] OPTIONAL }: where
 * its fields begin in the certificate b[0 .. n-1]. */
/*@ logic integer serial_place{L}(uint8_t *b, integer n) =
      version_end(b, der_contents(b, der_contents(b, 0)), tbs_end(b, n));

    logic integer inner_algorithm_place{L}(uint8_t *b, integer n) = der_integer_end(b, serial_place(b, n), tbs_end(b, n));

    logic integer issuer_place{L}(uint8_t *b, integer n) =
      der_end(b, inner_algorithm_place(b, n), tbs_end(b, n), DER_SEQUENCE);

    logic integer validity_place{L}(uint8_t *b, integer n) = distinguished_name_end(b, issuer_place(b, n), tbs_end(b, n));

    logic integer subject_place{L}(uint8_t *b, integer n) = der_end(b, validity_place(b, n), tbs_end(b, n), DER_SEQUENCE);

    logic integer public_key_place{L}(uint8_t *b, integer n) = distinguished_name_end(b, subject_place(b, n), tbs_end(b, n));

    logic integer optional_place{L}(uint8_t *b, integer n) = public_key_end(b, public_key_place(b, n), tbs_end(b, n));
*/

/* Fields that may be absent. */
/*@ logic integer optional_end{L}(uint8_t *b, integer i, integer e, integer tag) =
      i < e && b[i] == tag ? der_end(b, i, e, tag) : i;

    logic integer extensions_place{L}(uint8_t *b, integer i, integer e) =
      optional_end(b, optional_end(b, i, e, DER_CONTEXT + 1), e, DER_CONTEXT + 2);
*/

#endif
