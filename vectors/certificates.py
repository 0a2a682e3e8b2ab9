"""Keys and certificates of the vectors: RFC 5280, with the mathematics of plain.py."""
import functools

from computed import FFDHE2048, RsaKey, read_key
from plain import (CURVES, EDWARDS, der, der_integer, der_pair, digest, digest_info, dsa_sign, ecdsa_sign, number, pkcs1_block, pss_block,
                   public_key_info, stream, value)

IDS = {"rsaEncryption": "1.2.840.113549.1.1.1", "rsassaPss": "1.2.840.113549.1.1.10", "mgf1": "1.2.840.113549.1.1.8",
       "sha1WithRSA": "1.2.840.113549.1.1.5", "sha256WithRSA": "1.2.840.113549.1.1.11", "sha384WithRSA": "1.2.840.113549.1.1.12",
       "sha512WithRSA": "1.2.840.113549.1.1.13", "md5WithRSA": "1.2.840.113549.1.1.4",
       "dsa": "1.2.840.10040.4.1", "dsaWithSha256": "2.16.840.1.101.3.4.3.2", "dhPublicNumber": "1.2.840.10046.2.1",
       "ecPublicKey": "1.2.840.10045.2.1", "ecDH": "1.3.132.1.12", "ecdsaWithSha1": "1.2.840.10045.4.1", "ecdsaWithSha256": "1.2.840.10045.4.3.2",
       "ecdsaWithSha384": "1.2.840.10045.4.3.3", "ecdsaWithSha512": "1.2.840.10045.4.3.4",
       "secp256r1": "1.2.840.10045.3.1.7", "secp384r1": "1.3.132.0.34", "secp521r1": "1.3.132.0.35", "secp256k1": "1.3.132.0.10",
       "primeField": "1.2.840.10045.1.1", "ed25519": "1.3.101.112", "ed448": "1.3.101.113", "sha1": "1.3.14.3.2.26",
       "sha256": "2.16.840.1.101.3.4.2.1", "sha384": "2.16.840.1.101.3.4.2.2", "commonName": "2.5.4.3", "organizationName": "2.5.4.10",
       "subjectKeyIdentifier": "2.5.29.14", "keyUsage": "2.5.29.15", "subjectAltName": "2.5.29.17", "basicConstraints": "2.5.29.19",
       "nameConstraints": "2.5.29.30", "certificatePolicies": "2.5.29.32", "authorityKeyIdentifier": "2.5.29.35", "extKeyUsage": "2.5.29.37",
       "serverAuth": "1.3.6.1.5.5.7.3.1", "clientAuth": "1.3.6.1.5.5.7.3.2", "emailProtection": "1.3.6.1.5.5.7.3.4",
       "anyExtendedKeyUsage": "2.5.29.37.0", "ours": "1.3.6.1.4.1.55555.1", "ours2": "1.3.6.1.4.1.55555.2"}


def oid(name):
    """An OBJECT IDENTIFIER, whole."""
    first, second, *rest = map(int, IDS[name].split("."))
    content = b""
    for arc in (40 * first + second, *rest):
        part = bytes([arc & 127])
        while arc > 127:
            arc >>= 7
            part = bytes([arc & 127 | 128]) + part
        content += part
    return der(6, content)


def sequence(*parts):
    return der(0x30, b"".join(parts))


NULL, TRUE = b"\5\0", b"\1\1\xff"


# --- Keys ---

class Key:
    """info is the SubjectPublicKeyInfo, private a PrivateKeyInfo (RFC 5958), algorithm what it signs certificates with: the content of an
    AlgorithmIdentifier. sign(hash, text) makes a signature."""
    def __init__(self, info, private, algorithm=b"", sign=None):
        self.info, self.private, self.algorithm, self.sign = info, private, algorithm, sign

    def identifier(self):
        """RFC 5280 section 4.2.1.2 (1): of the BIT STRING, without its tag, length and number of unused bits."""
        bits = contents(self.info, contents(self.info, contents(self.info)[0])[1])
        return digest("SHA-1", self.info[bits[0] + 1:bits[1]])


def contents(data, at=0):
    """Where the contents of the element at this place begin and end."""
    n, at = data[at + 1], at + 2
    if n > 127:
        at, n = at + (n & 127), value(data[at:at + (n & 127)])
    return at, at + n


def private_info(algorithm, key):
    return sequence(der_integer(0), sequence(algorithm), der(4, key))


def rsa_key():
    rsa = RsaKey()
    numbers = [rsa.n, rsa.e, rsa.d, rsa.p, rsa.q, rsa.d % (rsa.p - 1), rsa.d % (rsa.q - 1), pow(rsa.q, -1, rsa.p)]
    private = private_info(oid("rsaEncryption") + NULL, sequence(der_integer(0), *map(der_integer, numbers)))
    key = Key(rsa.info, private, oid("sha256WithRSA") + NULL, lambda hash_, text: rsa.private_power(pkcs1_block(digest_info(hash_, text), rsa.size)))
    key.rsa = rsa
    key.sign_pss = lambda hash_, text, salt: rsa.private_power(pss_block(hash_, text, salt, rsa.n.bit_length() - 1))
    return key


def dsa_key():
    p, q = read_key("dsa", "p", "q")
    g, x = pow(2, (p - 1) // q, p), value(stream("dsa private", 32)) % q
    algorithm = oid("dsa") + sequence(*map(der_integer, (p, q, g)))
    return Key(public_key_info(algorithm, der_integer(pow(g, x, p))), private_info(algorithm, der_integer(x)), oid("dsaWithSha256"),
               lambda hash_, text: der_pair(*dsa_sign(hash_, p, q, g, x, text)))


def dh_key(name, p=FFDHE2048, g=2):
    """X9.42, RFC 3279 section 2.3.3."""
    x = value(stream("%s dh private" % name, 64))
    algorithm = oid("dhPublicNumber") + sequence(der_integer(p), der_integer(g), der_integer((p - 1) // 2))
    key = Key(public_key_info(algorithm, der_integer(pow(g, x, p))), private_info(algorithm, der_integer(x)))
    key.number = x
    return key


def ec_key(name, curve="secp256r1"):
    c = CURVES[curve]
    d = value(stream("%s %s private" % (name, curve), c.size)) % c.order
    point = c.encode(c.multiply(d, c.base))
    first = {"secp256r1": "ecdsaWithSha256", "secp384r1": "ecdsaWithSha384", "secp521r1": "ecdsaWithSha512"}[curve]
    private = sequence(der_integer(1), der(4, number(d, c.size)), der(0xa1, der(3, b"\0" + point)))

    @functools.lru_cache(None)
    def sign(hash_, text):
        return der_pair(*ecdsa_sign(hash_, c, d, text))
    key = Key(public_key_info(oid("ecPublicKey") + oid(curve), point), private_info(oid("ecPublicKey") + oid(curve), private), oid(first), sign)
    key.number, key.curve, key.point = d, curve, point
    return key


def eddsa_key(name):
    curve = EDWARDS[name]
    secret = stream("certificates %s private" % name, curve.size)
    return Key(public_key_info(oid(name), curve.public(secret)), private_info(oid(name), der(4, secret)), oid(name),
               lambda _, text: curve.sign(secret, text))


# --- Names, times and extensions ---

def name_of(common_name, organization="tls12 vectors"):
    return sequence(der(0x31, sequence(oid("organizationName"), der(0x0c, organization.encode()))),
                    der(0x31, sequence(oid("commonName"), der(0x0c, common_name.encode()))))


def time_of(text):
    """YYYYMMDDhhmmss: UTCTime until 2049 (RFC 5280 section 4.1.2.5)."""
    return der(0x17, text[2:].encode() + b"Z") if text < "2050" else der(0x18, text.encode() + b"Z")


def extension(name, content, critical=False):
    return sequence(oid(name), TRUE if critical else b"", der(4, content))


# RFC 5280 section 4.2.1.3, by their place in the BIT STRING
USAGES = ["digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement", "keyCertSign", "cRLSign",
          "encipherOnly", "decipherOnly"]


def key_usage(*usages):
    bits = sum(1 << 15 - USAGES.index(usage) for usage in usages)
    size = 2 if bits & 255 else 1
    content = number(bits, 2)[:size]
    unused = min(i for i in range(8) if content[-1] >> i & 1)
    return extension("keyUsage", der(3, bytes([unused]) + content), True)


def basic_constraints(ca, path_length=None):
    return extension("basicConstraints", sequence(TRUE if ca else b"", b"" if path_length is None else der_integer(path_length)), True)


def extended_key_usage(*purposes, critical=False):
    return extension("extKeyUsage", sequence(*map(oid, purposes)), critical)


def alt_names(*names):
    """Host names, and addresses as bytes."""
    return extension("subjectAltName", sequence(*(der(0x87, n) if isinstance(n, bytes) else der(0x82, n.encode()) for n in names)))


# --- Certificates ---

HASH_OF = {"sha1WithRSA": "SHA-1", "sha256WithRSA": "SHA-256", "sha384WithRSA": "SHA-384", "sha512WithRSA": "SHA-512", "dsaWithSha256": "SHA-256",
           "ecdsaWithSha1": "SHA-1", "ecdsaWithSha256": "SHA-256", "ecdsaWithSha384": "SHA-384", "ecdsaWithSha512": "SHA-512"}


def hash_of(algorithm):
    return next((hash_ for name, hash_ in HASH_OF.items() if algorithm.startswith(oid(name))), None)


class Issuer:
    def __init__(self, name, key):
        self.name, self.key = name_of(name) if isinstance(name, str) else name, key


def tbs(issuer, subject, info, extensions, serial=1, version=b"\xa0\3\2\1\2", algorithm=None, not_before="20200101000000", not_after="21191231000000",
        validity=None, serial_der=None, after=b""):
    """TBSCertificate; what is given as bytes goes in as it is."""
    name = name_of(subject) if isinstance(subject, str) else subject
    both = sequence(time_of(not_before), time_of(not_after)) if validity is None else validity
    return sequence(version, der_integer(serial) if serial_der is None else serial_der, sequence(issuer.key.algorithm if algorithm is None else algorithm),
                    issuer.name, both, name, info, after, der(0xa3, sequence(*extensions)) if extensions is not None else b"")


def signed(issuer, text, algorithm=None, signature=None):
    algorithm = issuer.key.algorithm if algorithm is None else algorithm
    signature = issuer.key.sign(hash_of(algorithm), text) if signature is None else signature
    return sequence(text, sequence(algorithm), der(3, b"\0" + signature))


def root(name, key):
    """Signed by itself."""
    own = Issuer(name, key)
    return own, signed(own, tbs(own, own.name, key.info, [basic_constraints(True), key_usage("keyCertSign", "cRLSign"),
                                                          extension("subjectKeyIdentifier", der(4, key.identifier()))]))


def identifiers(issuer, key):
    return [extension("subjectKeyIdentifier", der(4, key.identifier())),
            extension("authorityKeyIdentifier", sequence(der(0x80, issuer.key.identifier())))]


def leaf(issuer, key, usages, purpose, serial):
    """server.example for a server, client.example for a client."""
    names = [alt_names("server.example")] if purpose == "serverAuth" else []
    return signed(issuer, tbs(issuer, "server.example" if names else "client.example", key.info,
                              [basic_constraints(False), key_usage(*usages), extended_key_usage(purpose), *names, *identifiers(issuer, key)], serial))
