"""Makes x509/: chains of certificates, valid ones, and with one defect each."""
from certificates import (NULL, TRUE, Issuer, Key, alt_names, basic_constraints, contents, der, der_integer, dh_key, dsa_key, ec_key, eddsa_key,
                          extended_key_usage, extension, hash_of, identifiers, key_usage, name_of, oid, rsa_key, sequence, signed, tbs, time_of)
from computed import FFDHE2048, File
from plain import CURVES, public_key_info, stream

TIME = "20300601120000"
HOST = "server.example"


class Certificate:
    """What is in a certificate. `but` changes something: fields go into TBSCertificate, `signed` and what follows come later."""
    def __init__(self, subject, key, issuer, signer, extensions, **fields):
        self.subject, self.key, self.issuer, self.signer, self.extensions, self.fields = subject, key, issuer, signer, extensions, fields
        self.info = key.info
        self.outer = self.hash = None
        self.changed = self.broken = lambda data: data

    def but(self, **changes):
        other = Certificate(self.subject, self.key, self.issuer, self.signer, self.extensions, **self.fields)
        other.__dict__.update(info=self.info, outer=self.outer, hash=self.hash, changed=self.changed, broken=self.broken)
        for name, item in changes.items():
            if name in other.__dict__:
                setattr(other, name, item)
            else:
                other.fields = dict(other.fields, **{name: item})
        if "key" in changes and "info" not in changes:
            other.info = other.key.info
        return other

    def der(self):
        issuer = Issuer(self.issuer, self.signer)
        text = self.changed(tbs(issuer, self.subject, self.info, self.extensions, **self.fields))
        inner = self.fields.get("algorithm", self.signer.algorithm)
        signature = self.signer.sign(self.hash or hash_of(inner) or hash_of(self.signer.algorithm), text)
        return self.broken(signed(issuer, text, inner if self.outer is None else self.outer, signature))


class Keys:
    def __init__(self):
        self.root, self.upper, self.lower, self.leaf, self.other = (ec_key("x509 " + name) for name in ("root", "upper", "lower", "leaf", "other"))
        self.rsa, self.dsa, self.dh, self.ed25519, self.ed448 = rsa_key(), dsa_key(), dh_key("x509"), eddsa_key("ed25519"), eddsa_key("ed448")
        self.p384 = ec_key("x509 leaf", "secp384r1")


CA = [basic_constraints(True), key_usage("keyCertSign", "cRLSign")]


class Base:
    """leaf, lower, upper, and the root that is trusted; short: the root has issued the leaf."""
    def __init__(self, keys, purpose, short=False):
        self.keys, self.purpose, self.short = keys, purpose, short
        self.root = Certificate("x509 root", keys.root, "x509 root", keys.root, CA)
        self.upper = Certificate("x509 upper", keys.upper, "x509 root", keys.root, CA, serial=2)
        self.lower = Certificate("x509 lower", keys.lower, "x509 upper", keys.upper, CA, serial=3)
        self.leaf = Certificate(HOST if purpose == "serverAuth" else "client.example", keys.leaf, "x509 lower", keys.lower, self.of_leaf(), serial=4)
        if short:
            self.leaf.issuer, self.leaf.signer = "x509 root", keys.root

    def of_leaf(self, usage=("digitalSignature",), purposes=None, names=(HOST, "*.wild.example", bytes([192, 0, 2, 7])), more=()):
        purposes = (self.purpose,) if purposes is None else purposes
        return [basic_constraints(False), *([key_usage(*usage)] if usage else []), *([extended_key_usage(*purposes)] if purposes else []),
                *([alt_names(*names)] if names and self.purpose == "serverAuth" else []), *more]


class X509File(File):
    def __init__(self, name, about):
        super().__init__("x509", name, about)

    def start(self, base, prefix=""):
        self.base, self.prefix = base, prefix
        self.group(usage="server" if base.purpose == "serverAuth" else "client", time=TIME, anchor=base.root.der().hex())

    def usual(self):
        return [self.base.leaf] if self.base.short else [self.base.leaf, self.base.lower, self.base.upper]

    def chain(self, chain):
        return [(item if isinstance(item, bytes) else item.der()).hex() for item in chain]

    def good(self, name, comment, chain=None, features=(), **members):
        if features:
            members["features"] = list(features)
        self.add(self.prefix + name, comment, chain=self.chain(chain or self.usual()), **members)

    def bad(self, name, comment, rule, alert, index=0, chain=None, control="usual", also=(), **members):
        self.refuse(self.prefix + name, comment, self.prefix + control, rule, alert, also, chain=self.chain(chain or self.usual()), **members)
        self.groups[-1][1][-1]["reason"]["certificate"] = index

    def leaf(self, **changes):
        return [self.base.leaf.but(**changes)] + self.usual()[1:]

    def at(self, place, **changes):
        chain = self.usual()
        chain[place] = chain[place].but(**changes)
        return chain


# --- Paths: RFC 5246 section 7.4.2, RFC 5280 section 6 ---

def flipped(data):
    return data[:-1] + bytes([data[-1] ^ 1])


def path_file(keys):
    file = X509File("path", "RFC 5246 section 7.4.2, RFC 5280 sections 4 and 6")
    base = Base(keys, "serverAuth")
    leaf, lower, upper, root = base.leaf, base.lower, base.upper, base.root
    sign = key_usage("keyCertSign")
    stranger = Certificate("x509 stranger", keys.other, "x509 stranger", keys.other, CA)
    file.start(base)
    file.good("usual", "leaf, two intermediates; the root is left out")
    file.good("with_root", "the same with the root", file.usual() + [root])
    file.good("no_key_usage", "a leaf without keyUsage", file.leaf(extensions=base.of_leaf(usage=())))
    file.good("no_purpose", "a leaf without extKeyUsage", file.leaf(extensions=base.of_leaf(purposes=())))
    file.good("path_lengths", "pathLenConstraint 0 below 1", [leaf, lower.but(extensions=[basic_constraints(True, 0), sign]),
                                                            upper.but(extensions=[basic_constraints(True, 1), sign])])
    file.good("key_identifiers", "with subjectKeyIdentifier and authorityKeyIdentifier", file.leaf(
        extensions=base.of_leaf(more=identifiers(Issuer("x509 lower", keys.lower), keys.leaf))))
    file.good("not_critical", "an unknown extension that is not critical", file.leaf(extensions=base.of_leaf(more=[extension("ours", NULL)])))
    file.good("begins_now", "valid from this second on", file.leaf(not_before=TIME))
    file.good("ends_now", "valid until this second", file.leaf(not_after=TIME))
    file.good("after_2049", "a time after 2049, as GeneralizedTime", file.leaf(not_after="20500101000000"))
    file.good("intermediate_for_servers", "an intermediate for serverAuth", file.at(1, extensions=[*CA, extended_key_usage("serverAuth")]))
    file.good("any_purpose", "anyExtendedKeyUsage", file.leaf(extensions=base.of_leaf(purposes=("anyExtendedKeyUsage",))), ["any_extended_key_usage"])
    for place, name in ((0, "leaf"), (1, "lower"), (2, "upper")):
        file.bad("signature_" + name, "a bit of the signature differs", "R5280-6.1.3-01", "bad_certificate", place, file.at(place, broken=flipped))
        file.bad("signer_" + name, "signed by another key", "R5280-6.1.3-01", "bad_certificate", place, file.at(place, signer=keys.other))
        file.bad("expired_" + name, "no longer valid", "R5280-6.1.3-02", "certificate_expired", place, file.at(place, not_after="20211231235959"))
        file.bad("early_" + name, "not yet valid", "R5280-6.1.3-02", "certificate_expired", place, file.at(place, not_before="21000101000000"))
    file.bad("expired_a_second_ago", "valid until a second ago", "R5280-6.1.3-02", "certificate_expired", 0, file.leaf(not_after="20300601115959"))
    file.bad("begins_in_a_second", "valid from the next second on", "R5280-6.1.3-02", "certificate_expired", 0, file.leaf(not_before="20300601120001"))
    file.bad("changed", "the serial number was changed after signing", "R5280-6.1.3-01", "bad_certificate", 0,
             [leaf.der().replace(b"\2\1\4", b"\2\1\5", 1), lower, upper], also=["R5280-4.1.1.3-01"])
    stronger = oid("ecdsaWithSha512")
    file.bad("outer_algorithm", "signatureAlgorithm is another one than signature", "R5280-4.1.1.2-01", "bad_certificate", 0, file.leaf(outer=stronger))
    file.bad("inner_algorithm", "signature is another one than signatureAlgorithm", "R5280-4.1.1.2-01", "bad_certificate", 0,
             file.leaf(algorithm=stronger, outer=keys.lower.algorithm, hash="SHA-256"))
    file.bad("other_hash", "both algorithms name another hash than the one that was signed with", "R5280-6.1.3-01", "bad_certificate", 0,
             file.leaf(algorithm=stronger, hash="SHA-256"))
    file.bad("unknown_algorithm", "an algorithm that nobody knows", "R5280-6.1.3-01", "unsupported_certificate", 0,
             file.leaf(algorithm=oid("ours"), hash="SHA-256"))
    file.bad("algorithm_of_another_key", "an algorithm of RSA, and the issuer has an EC key", "R5280-6.1.3-01", "bad_certificate", 0,
             file.leaf(algorithm=oid("sha256WithRSA") + NULL, hash="SHA-256"))
    listed = bytes.fromhex("04030503")
    file.good("listed_pair", "signed with a pair that the client lists", signature_algorithms=listed)
    file.bad("unlisted_pair_leaf", "the leaf is signed with a pair that the client does not list", "R5246-7.4.2-18", "bad_certificate", 0,
             file.leaf(algorithm=oid("ecdsaWithSha1")), "listed_pair", signature_algorithms=listed)
    file.bad("unlisted_pair_lower", "an intermediate is signed with a pair that the client does not list", "R5246-7.4.2-18", "bad_certificate", 1,
             file.at(1, algorithm=oid("ecdsaWithSha1")), "listed_pair", signature_algorithms=listed)
    for place, name in ((1, "lower"), (2, "upper")):
        file.bad("not_a_ca_" + name, "basicConstraints without cA", "R5280-6.1.4-01", "bad_certificate", place,
                 file.at(place, extensions=[basic_constraints(False)]), also=["R5280-4.2.1.9-01"])
        file.bad("no_cert_sign_" + name, "keyUsage without keyCertSign", "R5280-6.1.4-03", "bad_certificate", place,
                 file.at(place, extensions=[basic_constraints(True), key_usage("cRLSign")]), also=["R5280-4.2.1.3-03"])
    file.bad("no_basic_constraints", "an intermediate without basicConstraints", "R5280-6.1.4-01", "bad_certificate", 1,
             file.at(1, extensions=[extension("subjectKeyIdentifier", der(4, b"key"))]), also=["R5280-4.2.1.9-01"])
    file.bad("intermediate_version_1", "an intermediate of version 1", "R5280-6.1.4-01", "bad_certificate", 1, file.at(1, version=b"", extensions=None))
    file.bad("path_length_0", "pathLenConstraint 0, and an intermediate below", "R5280-6.1.4-02", "bad_certificate", 2,
             file.at(2, extensions=[basic_constraints(True, 0), sign]), also=["R5280-4.2.1.9-02"])
    file.bad("cert_sign_without_ca", "keyCertSign, and no cA", "R5280-4.2.1.3-04", "bad_certificate", 0,
             file.leaf(extensions=base.of_leaf(usage=("digitalSignature", "keyCertSign"))))
    for name, purpose in (("client", "clientAuth"), ("email", "emailProtection")):
        file.bad("purpose_" + name, "extKeyUsage has %s alone" % purpose, "R5280-4.2.1.12-01", "unsupported_certificate", 0,
                 file.leaf(extensions=base.of_leaf(purposes=(purpose,))), also=["R5280-4.2.1.12-02"])
    file.bad("purpose_of_intermediate", "an intermediate for clientAuth alone", "R5280-4.2.1.12-01", "unsupported_certificate", 1,
             file.at(1, extensions=[*CA, extended_key_usage("clientAuth")]))
    file.bad("version_1", "a leaf of version 1", "R5246-7.4.2-10", "unsupported_certificate", 0, file.leaf(version=b"", extensions=None))
    unknown = extension("ours", NULL, True)
    file.bad("unknown_critical_leaf", "an unknown critical extension", "R5280-4.2-01", "unsupported_certificate", 0,
             file.leaf(extensions=base.of_leaf(more=[unknown])), also=["R5280-6.1.5-01"])
    file.bad("unknown_critical_lower", "an unknown critical extension", "R5280-4.2-01", "unsupported_certificate", 1, file.at(1, extensions=[*CA, unknown]))
    file.bad("order_swapped", "the intermediates in the wrong order", "R5246-7.4.2-08", "bad_certificate", 1, [leaf, upper, lower])
    file.bad("order_root_first", "the root before an intermediate", "R5246-7.4.2-08", "bad_certificate", 1, [leaf, root, lower, upper])
    file.bad("stranger_between", "a certificate in between that certifies nothing", "R5246-7.4.2-08", "bad_certificate", 1, [leaf, stranger, lower, upper])
    file.bad("stranger_at_end", "a certificate at the end that certifies nothing", "R5246-7.4.2-08", "bad_certificate", 3, file.usual() + [stranger])
    file.bad("twice", "the leaf twice", "R5280-6.1-02", "bad_certificate", 1, [leaf, leaf, lower, upper])
    file.bad("lower_missing", "an intermediate is missing", "R5246-7.4.2-08", "bad_certificate", 1, [leaf, upper])
    file.bad("upper_missing", "the last intermediate is missing", "R5280-6.1-01", "unknown_ca", 1, [leaf, lower])
    file.bad("alone", "the leaf alone", "R5280-6.1-01", "unknown_ca", 0, [leaf])
    file.bad("self_signed", "a chain to a root that is not trusted", "R5280-6.1-01", "unknown_ca", 0,
             [Certificate(HOST, keys.leaf, HOST, keys.leaf, base.of_leaf(), serial=4)])
    file.bad("issuer_name", "issuer is not the subject of the next certificate", "R5246-7.4.2-08", "bad_certificate", 1, file.leaf(issuer="nobody"),
             also=["R5280-6.1.3-04"])
    return file


# --- Host names: RFC 6125 section 6.4 ---

def host_file(keys):
    file = X509File("host", "RFC 6125 section 6.4, RFC 9525, RFC 9325 section 7.1")
    base = Base(keys, "serverAuth", short=True)
    file.start(base)

    def no(name, comment, host, chain=None, control="usual"):
        file.bad(name, comment, "R9325-7.1-01", "certificate_unknown", 0, chain, control, host=host)
    file.good("usual", "a name of subjectAltName", host=HOST)
    file.good("case", "in other letters", host="SERVER.Example")
    file.good("wildcard", "a label for the asterisk", host="a.wild.example")
    file.good("address", "an address of subjectAltName", host="192.0.2.7")
    no("another", "another name", "other.example")
    no("parent", "the name without its first label", "example")
    no("child", "the name with a label more", "a.server.example")
    no("prefix", "a name that the certificate's ends with", "erver.example")
    no("wildcard_two_labels", "two labels for the asterisk", "a.b.wild.example", control="wildcard")
    no("wildcard_no_label", "no label for the asterisk", "wild.example", control="wildcard")
    no("other_address", "another address", "192.0.2.8", control="address")
    no("common_name", "the name is in the subject alone", HOST, file.leaf(extensions=base.of_leaf(names=())))
    no("address_as_name", "the address is there as a dNSName", "192.0.2.7", file.leaf(extensions=base.of_leaf(names=("192.0.2.7",))), "address")
    no("wildcard_inside", "an asterisk in a label that is not the first", "a.b.example", file.leaf(extensions=base.of_leaf(names=("a.*.example",))), "wildcard")
    no("zero_byte", "a zero byte ends the part of the name that would match", HOST, file.leaf(extensions=base.of_leaf(names=(HOST + "\0.other.example",))))
    return file


# --- Encoding and fields: RFC 5280 section 4 ---

def replaced(old, new, count=1):
    """A change of the bytes before they are signed."""
    def change(data):
        if data.count(old) < 1:
            raise ValueError("nothing to change")
        return data.replace(old, new, count)
    return change


def inside(change):
    """A change of the content of the outer SEQUENCE."""
    def whole(data):
        start, end = contents(data)
        return der(data[0], change(data[start:end]))
    return whole


def long_length(data):
    """The length of the outer element with a byte too many."""
    start, _ = contents(data)
    size = data[2:start] if data[1] > 127 else data[1:2]
    return data[:1] + bytes([0x80 + len(size) + 1, 0]) + size + data[start:]


def encoding_file(keys):
    file = X509File("encoding", "RFC 5280 section 4, RFC 3279, RFC 4055, RFC 5480, RFC 8410, X.690")
    base = Base(keys, "serverAuth", short=True)
    leaf = base.leaf
    usual = base.of_leaf()
    file.start(base)
    file.good("usual", "a leaf, issued by the root")

    def no(name, comment, rule, alert="bad_certificate", control="usual", also=(), **changes):
        file.bad(name, comment, rule, alert, 0, file.leaf(**changes), control, also)

    form = "R5280-4.1-01"
    no("trailing_byte", "a byte after the certificate", form, broken=lambda data: data + b"\0")
    no("short", "the last byte is missing", form, broken=lambda data: data[:-1])
    no("empty", "no byte but tag and length", form, broken=lambda data: b"\x30\0")
    no("long_length", "a length in more bytes than it needs, which is BER and not DER", form, broken=long_length)
    no("indefinite_length", "no length, but an end, which is BER and not DER", form, broken=lambda data: b"\x30\x80" + data[contents(data)[0]:] + b"\0\0")
    no("set", "SET in place of SEQUENCE", form, broken=lambda data: b"\x31" + data[1:])
    no("no_signature", "signatureValue is missing", form, broken=inside(lambda data: data[:contents(data, contents(data)[1])[1]]))
    no("more_inside", "NULL after signatureValue", form, broken=inside(lambda data: data + NULL))
    even = next(serial for serial in range(4, 99) if leaf.but(serial=serial).der()[-1] % 2 == 0)
    no("unused_bits", "signatureValue has an unused bit", "R5280-4.1-03", serial=even,
       broken=inside(lambda data: data[:contents(data, contents(data)[1])[1]] + der(3, b"\1" + data[contents(data, contents(data, contents(data)[1])[1])[0] + 1:])))
    no("long_length_inside", "a length of tbsCertificate in more bytes than it needs", "R5280-4.1-01", changed=long_length)
    order = "R5280-4.1-02"
    issuer, validity = name_of("x509 root"), sequence(time_of("20200101000000"), time_of("21191231000000"))
    no("fields_swapped", "validity before issuer", "R5280-4.1.2.4-01", also=[order], changed=replaced(issuer + validity, validity + issuer))
    no("no_serial", "serialNumber is missing", order, serial_der=b"")
    no("no_validity", "validity is missing", "R5280-4.1.2.5-01", also=[order], validity=b"")
    no("one_time", "validity has one time", "R5280-4.1.2.5-01", validity=sequence(time_of("20200101000000")))
    no("more_in_tbs", "NULL after extensions", order, changed=inside(lambda data: data + NULL))
    no("version_wrapped_twice", "version is not an INTEGER", order, version=der(0xa0, der(4, b"\2")))
    no("version_4", "version 4", "R5280-4.1.2.1-01", "unsupported_certificate", version=b"\xa0\3\2\1\3")
    no("version_negative", "a negative version", "R5280-4.1.2.1-01", "unsupported_certificate", version=b"\xa0\3\2\1\xff")
    no("extensions_version_1", "extensions in version 1", "R5280-4.1.2.9-01", version=b"")
    no("extensions_version_2", "extensions in version 2", "R5280-4.1.2.9-01", version=b"\xa0\3\2\1\1")
    no("no_extension", "extensions without one", "R5280-4.1.2.9-01", extensions=[])
    no("duplicate_extension", "subjectAltName twice", "R5280-4.2-02", extensions=usual + [alt_names(HOST)])
    no("duplicate_unknown_extension", "an unknown extension twice", "R5280-4.2-02", extensions=usual + [extension("ours", NULL)] * 2)
    file.good("two_unknown_extensions", "two unknown extensions", file.leaf(extensions=usual + [extension("ours", NULL), extension("ours2", NULL)]))
    critical = sequence(oid("ours"), b"\1\1\1", der(4, NULL))
    no("boolean_1", "critical is TRUE as 01, which is BER and not DER", "R5280-4.1.2.9-01", also=[form], extensions=usual + [critical])
    no("boolean_of_two", "critical has two bytes", "R5280-4.1.2.9-01", extensions=usual + [sequence(oid("ours"), b"\1\2\xff\xff", der(4, NULL))])
    no("extension_without_value", "an extension without extnValue", "R5280-4.1.2.9-01", extensions=usual + [sequence(oid("ours"))])
    no("extension_with_more", "an extension with something after extnValue", "R5280-4.1.2.9-01", extensions=usual + [sequence(oid("ours"), der(4, NULL), NULL)])
    no("empty_issuer", "issuer is empty", "R5280-4.1.2.4-01", issuer=sequence())
    no("serial_long_form", "serialNumber with a zero byte too many, which is BER and not DER", order, serial_der=b"\2\2\0\4", also=[form])
    no("serial_empty", "serialNumber without a byte", order, serial_der=b"\2\0")
    file.good("serial_20", "serialNumber of 20 bytes", file.leaf(serial_der=der(2, b"\x7f" + stream("serial", 19))))
    times = "R5280-4.1.2.5-01"
    good_end = time_of("21191231000000")
    for name, comment, time in (("no_z", "UTCTime without Z", der(0x17, b"200101000000")), ("no_seconds", "UTCTime without seconds", der(0x17, b"2001010000Z")),
                                ("offset", "UTCTime with a time zone", der(0x17, b"200101000000+0000")), ("month_13", "the month 13", der(0x17, b"201301000000Z")),
                                ("month_0", "the month 0", der(0x17, b"200001000000Z")), ("february_30", "February 30", der(0x17, b"200230000000Z")),
                                ("february_29", "February 29 of a year that has none", der(0x17, b"210229000000Z")), ("hour_24", "the hour 24", der(0x17, b"200101240000Z")),
                                ("letters", "letters", der(0x17, b"2001010000aaZ")), ("fraction", "GeneralizedTime with a fraction", der(0x18, b"20200101000000.5Z")),
                                ("octets", "an OCTET STRING", der(4, b"200101000000Z"))):
        no("time_" + name, comment + " as notBefore", times, validity=sequence(time, good_end))
    file.good("time_leap", "February 29 of a year that has one", file.leaf(not_before="20200229000000"))
    # algorithms
    no("ecdsa_with_null", "ecdsa-with-SHA256 with NULL", "R3279-2.2.3-01", also=["R5758-3.2-01"], algorithm=oid("ecdsaWithSha256") + NULL, hash="SHA-256")
    # keyUsage
    rest = [basic_constraints(False), extended_key_usage("serverAuth"), alt_names(HOST)]

    def usage(content):
        return rest + [extension("keyUsage", content, True)]
    no("usage_no_bit", "keyUsage without a bit", "R5280-4.2.1.3-02", extensions=usage(der(3, b"\0")))
    no("usage_zero_bits", "keyUsage with zeros", "R5280-4.2.1.3-01", extensions=usage(der(3, b"\0\0")), also=["R5280-4.2.1.3-02"])
    no("usage_trailing_zeros", "keyUsage with zeros at the end, which is BER and not DER", "R5280-4.2.1.3-01", extensions=usage(der(3, b"\0\x80")))
    no("usage_unused_set", "keyUsage with an unused bit that is set", "R5280-4.2.1.3-01", extensions=usage(der(3, b"\7\x81")))
    no("usage_octets", "keyUsage is an OCTET STRING", "R5280-4.2.1.3-01", extensions=usage(der(4, b"\x80")))
    no("usage_more", "something after the BIT STRING of keyUsage", "R5280-4.2.1.3-01", extensions=usage(der(3, b"\7\x80") + NULL))
    # basicConstraints
    rest_of = [key_usage("digitalSignature"), extended_key_usage("serverAuth"), alt_names(HOST)]

    def constraints(content):
        return [extension("basicConstraints", content, True)] + rest_of
    bounds = "R5280-4.2.1.9-02"
    no("constraints_not_sequence", "basicConstraints is a BOOLEAN", bounds, extensions=constraints(TRUE))
    no("constraints_negative", "pathLenConstraint -1", bounds, extensions=constraints(sequence(TRUE, b"\2\1\xff")))
    no("constraints_more", "something after pathLenConstraint", bounds, extensions=constraints(sequence(TRUE, der_integer(0), NULL)))
    no("purposes_empty", "extKeyUsage without a purpose", "R5280-4.2.1.12-01", extensions=[basic_constraints(False), extension("extKeyUsage", sequence())])
    no("purposes_not_oid", "extKeyUsage with an INTEGER", "R5280-4.2.1.12-01", extensions=[basic_constraints(False), extension("extKeyUsage", sequence(der_integer(1)))])

    def names(content):
        return [basic_constraints(False), key_usage("digitalSignature"), extension("subjectAltName", content)]
    no("names_empty", "subjectAltName without a name", "R5280-4.2.1.6-01", extensions=names(sequence()))
    no("names_address_of_5", "an iPAddress of five bytes", "R5280-4.2.1.6-01", extensions=names(sequence(der(0x87, bytes(5)))))
    no("names_not_ascii", "a dNSName that is not an IA5String", "R5280-4.2.1.6-01", extensions=names(sequence(der(0x82, b"s\xe9rver.example"))))
    no("names_more", "something after the names", "R5280-4.2.1.6-01", extensions=names(sequence(der(0x82, HOST.encode())) + NULL))
    # SubjectPublicKeyInfo
    point, keyed = keys.leaf.point, oid("ecPublicKey") + oid("secp256r1")
    unfit = "unsupported_certificate"
    ecc = ["R8422-5.3-01", "R8422-5.9-01"]
    no("key_no_curve", "an EC key without parameters", "R5480-2.1.1-01", unfit, also=ecc, info=public_key_info(oid("ecPublicKey"), point))
    no("key_null_curve", "an EC key with NULL for a curve", "R5480-2.1.1-01", unfit, info=public_key_info(oid("ecPublicKey") + NULL, point))
    curve = CURVES["secp256r1"]
    explicit = sequence(der_integer(1), sequence(oid("primeField"), der_integer(curve.p)),
                        sequence(der(4, (curve.p - 3).to_bytes(32, "big")), der(4, curve.b.to_bytes(32, "big"))), der(4, curve.encode(curve.base)),
                        der_integer(curve.order), der_integer(1))
    no("key_explicit_curve", "an EC key with the parameters of secp256r1 in full", "R5480-2.1.1-01", unfit, also=["R4492-5.3-01"], info=public_key_info(oid("ecPublicKey") + explicit, point))
    no("key_hybrid_point", "a point in the hybrid form", "R5480-2.2-01", also=ecc, info=public_key_info(keyed, bytes([6 + (point[-1] & 1)]) + point[1:]))
    no("key_no_point", "an EC key without a point", "R5480-2.2-01", info=public_key_info(keyed, b""))
    y = int.from_bytes(point[33:], "big")
    no("key_unused_bits", "subjectPublicKey has an unused bit", "R5280-4.1-03",
       info=sequence(sequence(keyed), der(3, b"\1" + point[:33] + (curve.p - y if y % 2 else y).to_bytes(32, "big"))))
    no("key_more", "something after subjectPublicKey", "R5280-4.1-02", info=sequence(sequence(keyed), der(3, b"\0" + point), NULL))
    edwards = keys.ed25519.info[-32:]
    no("key_ed25519_null", "an Ed25519 key with NULL", "R8410-3-01", info=public_key_info(oid("ed25519") + NULL, edwards), control="key_ed25519")
    file.good("key_ed25519", "an Ed25519 key", file.leaf(key=keys.ed25519), ["ed25519"])
    file.good("key_rsa", "an RSA key", file.leaf(key=keys.rsa))
    n, e = keys.rsa.rsa.n, 65537
    numbers = sequence(der_integer(n), der_integer(e))
    rsa = oid("rsaEncryption")
    no("key_rsa_no_null", "an RSA key without NULL", "R3279-2.3.1-01", unfit, "key_rsa", info=public_key_info(rsa, numbers))
    no("key_rsa_octets", "an RSA key with other parameters than NULL", "R3279-2.3.1-01", unfit, "key_rsa", info=public_key_info(rsa + der(4, b""), numbers))
    no("key_rsa_one_number", "an RSA key without an exponent", "R3279-2.3.1-01", unfit, "key_rsa", info=public_key_info(rsa + NULL, sequence(der_integer(n))))
    no("key_rsa_negative", "a negative modulus", "R3279-2.3.1-01", unfit, "key_rsa", info=public_key_info(
        rsa + NULL, sequence(der(2, n.to_bytes(256, "big")), der_integer(e))))
    no("key_rsa_more", "something after the numbers of an RSA key", "R3279-2.3.1-01", unfit, "key_rsa", info=public_key_info(rsa + NULL, numbers + NULL))
    file.good("key_dsa", "a DSA key", file.leaf(key=keys.dsa), ["dsa"])
    start, end = contents(keys.dsa.info)
    parameters = keys.dsa.info[contents(keys.dsa.info, start)[0]:contents(keys.dsa.info, start)[1]]
    no("key_dsa_octets", "the key of DSA is an OCTET STRING", "R3279-2.3.2-01", unfit, "key_dsa", info=public_key_info(parameters, der(4, stream("y", 32))))
    no("key_dsa_null", "DSA with NULL for parameters", "R3279-2.3.2-01", unfit, "key_dsa", info=public_key_info(oid("dsa") + NULL, der_integer(2)))
    agrees = base.of_leaf(usage=("keyAgreement",))
    file.good("key_dh", "a DH key", file.leaf(key=keys.dh, extensions=agrees), ["dh"])
    p, dh = der_integer(FFDHE2048), oid("dhPublicNumber")
    for name, comment, info in (("null", "DH with NULL for parameters", public_key_info(dh + NULL, der_integer(4))),
                                ("no_q", "DH without q", public_key_info(dh + sequence(p, der_integer(2)), der_integer(4))),
                                ("no_parameters", "DH without parameters", public_key_info(dh, der_integer(4))),
                                ("octets", "the key of DH is an OCTET STRING", public_key_info(
                                    dh + sequence(p, der_integer(2), der_integer((FFDHE2048 - 1) // 2)), der(4, b"\4")))):
        no("key_dh_" + name, comment, "R3279-2.3.3-01", unfit, "key_dh", info=info, extensions=agrees)
    return file


def rsa_issuer_file(keys):
    file = X509File("rsa_issuer", "RFC 3279 section 2.2.1, RFC 4055, RFC 8017")
    base = Base(keys, "serverAuth")
    base.lower.key, base.lower.info, base.leaf.signer = keys.rsa, keys.rsa.info, keys.rsa
    file.start(base)
    file.good("usual", "the leaf is signed by an RSA key: RSASSA-PKCS1-v1_5 with SHA-256")
    for hash_ in ("384", "512"):
        file.good("sha" + hash_, "with SHA-" + hash_, file.leaf(algorithm=oid("sha%sWithRSA" % hash_) + NULL))
    file.good("no_null", "sha256WithRSAEncryption without NULL, which RFC 4055 has accepted", file.leaf(algorithm=oid("sha256WithRSA")), ["absent_null"])
    file.bad("bit", "a bit of the signature differs", "R5280-6.1.3-01", "bad_certificate", 0, file.leaf(broken=flipped))
    file.bad("octets_for_null", "an OCTET STRING in place of NULL", "R3279-2.2.1-01", "bad_certificate", 0, file.leaf(algorithm=oid("sha256WithRSA") + der(4, b""), hash="SHA-256"),
             also=["R4055-5-01"])
    file.bad("octets_for_null_sha1", "the same with SHA-1", "R3279-2.2.1-01", "bad_certificate", 0, file.leaf(algorithm=oid("sha1WithRSA") + der(4, b""), hash="SHA-1"))

    def pss(*parts, salt=32):
        key = Key(keys.rsa.info, keys.rsa.private, oid("rsassaPss") + sequence(*parts), lambda _, text: keys.rsa.sign_pss("SHA-256", text, stream("salt", salt)))
        return file.leaf(signer=key)
    hash_ = der(0xa0, sequence(oid("sha256"), NULL))
    mask = der(0xa1, sequence(oid("mgf1"), sequence(oid("sha256"), NULL)))
    size = der(0xa2, der_integer(32))
    file.good("pss", "RSASSA-PSS with SHA-256", pss(hash_, mask, size))
    for name, comment, parts in (("pss_trailer", "trailerField 2", (hash_, mask, size, der(0xa3, der_integer(2)))),
                                 ("pss_no_mask", "a mask generation function of another hash: the default, SHA-1", (hash_, size)),
                                 ("pss_order", "the parameters in another order", (mask, hash_, size)),
                                 ("pss_negative_salt", "a negative saltLength", (hash_, mask, der(0xa2, b"\2\1\xff")))):
        file.bad(name, comment, "R4055-3.1-01", "bad_certificate", 0, pss(*parts), "pss")

    def pss_key(salt):
        """The issuer's key is for RSASSA-PSS alone, and says which parameters."""
        chain = pss(hash_, mask, size)
        numbers = sequence(der_integer(keys.rsa.rsa.n), der_integer(keys.rsa.rsa.e))
        chain[1] = chain[1].but(info=public_key_info(oid("rsassaPss") + sequence(hash_, mask, der(0xa2, der_integer(salt))), numbers))
        return chain
    file.good("pss_key", "the issuer's key is for RSASSA-PSS, with the same parameters", pss_key(32), ["id_rsassa_pss"])
    file.bad("pss_key_longer_salt", "the issuer's key asks for a longer salt", "R4055-3.3-01", "bad_certificate", 0, pss_key(33), "pss_key")
    file.bad("pss_other_salt", "a salt of another length than the parameters say", "R5280-6.1.3-01", "bad_certificate", 0, pss(hash_, mask, size, salt=31), "pss")
    return file


def dsa_issuer_file(keys):
    file = X509File("dsa_issuer", "RFC 3279 sections 2.2.2 and 2.3.2")
    base = Base(keys, "serverAuth")
    base.lower.key, base.lower.info, base.leaf.signer = keys.dsa, keys.dsa.info, keys.dsa
    file.start(base)
    file.good("usual", "the leaf is signed by a DSA key, with SHA-256", features=["dsa"])
    file.bad("bit", "a bit of the signature differs", "R5280-6.1.3-01", "bad_certificate", 0, file.leaf(broken=flipped))
    file.bad("null", "NULL for the parameters of the signature's algorithm", "R3279-2.2.2-01", "bad_certificate", 0, file.leaf(algorithm=keys.dsa.algorithm + NULL, hash="SHA-256"),
             also=["R5758-3.1-01"])
    start, end = contents(keys.dsa.info)
    bits = keys.dsa.info[contents(keys.dsa.info, start)[1]:end]
    file.bad("no_parameters", "a DSA key without parameters, of an issuer that has none to inherit", "R3279-2.3.2-02", "bad_certificate", 0,
             file.at(1, info=sequence(sequence(oid("dsa")), bits)), also=["R5280-6.1.4-04"])
    return file


# --- Which certificate fits: RFC 5246 sections 7.4.2 and 7.4.6, RFC 8422 sections 2, 5.1 and 5.3 ---

CURVES_OF_CLIENT = bytes.fromhex("00170018")  # secp256r1, secp384r1


def fitness_file(keys):
    file = X509File("key_exchange", "RFC 5246 sections 7.4.2, 7.4.4 and 7.4.6, RFC 8422 sections 2, 3, 5.1 and 5.3, RFC 4492 section 2")
    base = Base(keys, "serverAuth", short=True)
    file.start(base, "server/")
    compressed = public_key_info(oid("ecPublicKey") + oid("secp256r1"), bytes([2 + (keys.leaf.point[-1] & 1)]) + keys.leaf.point[1:33])
    ecdh_only = public_key_info(oid("ecDH") + oid("secp256r1"), keys.leaf.point)
    kinds = {"rsa": keys.rsa, "dsa": keys.dsa, "dh": keys.dh, "ec": keys.leaf, "ed25519": keys.ed25519}
    rules = {"RSA": ("rsa", "keyEncipherment", "12"), "RSA_PSK": ("rsa", "keyEncipherment", "12"), "DHE_RSA": ("rsa", "digitalSignature", "13"),
             "ECDHE_RSA": ("rsa", "digitalSignature", "13"), "DHE_DSS": ("dsa", "digitalSignature", "14"), "DH_DSS": ("dh", "keyAgreement", "15"),
             "DH_RSA": ("dh", "keyAgreement", "15"), "ECDH_ECDSA": ("ec", "keyAgreement", "16"), "ECDH_RSA": ("ec", "keyAgreement", "16"),
             "ECDHE_ECDSA": ("ec", "digitalSignature", "17")}
    unfit = "unsupported_certificate"

    def chain(key, usage, **changes):
        return file.leaf(key=key, extensions=base.of_leaf(usage=usage), **changes)

    def of_dh(kind, rule):
        """The usages of a DH key are the matter of another rule, too."""
        return ("R3279-2.3.3-02", [rule]) if kind == "dh" else (rule, [])
    for kx, (kind, usage, rule) in rules.items():
        rule = "R5246-7.4.2-" + rule
        member = {"key_exchange": kx, "supported_groups": CURVES_OF_CLIENT}
        file.good(kx + "/usual", "the key and the usage that it needs", chain(kinds[kind], (usage,)), **member)
        file.good(kx + "/no_key_usage", "without keyUsage", chain(kinds[kind], ()), **member)
        file.good(kx + "/more_usages", "other usages besides", chain(kinds[kind], (usage, "nonRepudiation")), **member)
        for other in kinds:
            if other != kind and not (kx == "ECDHE_ECDSA" and other == "ed25519"):
                file.bad("%s/key_%s" % (kx, other), "a key for %s" % other.upper(), rule, unfit, 0, chain(kinds[other], ()), kx + "/no_key_usage",
                         ["R5246-7.4.2-11"], **member)
        for other in ("digitalSignature", "keyEncipherment", "keyAgreement"):
            if other != usage:
                file.bad("%s/usage_%s" % (kx, other), "keyUsage has %s alone" % other, of_dh(kind, rule)[0], unfit, 0, chain(kinds[kind], (other,)), kx + "/usual",
                         of_dh(kind, rule)[1], **member)
        if kind == "ec":
            file.good(kx + "/secp384r1", "another curve of the client", chain(keys.p384, (usage,)), **member)
            file.bad(kx + "/other_curve", "a curve that the client has not listed", rule, unfit, 0, chain(keys.p384, (usage,)), kx + "/secp384r1",
                     ["R8422-5.3-02"], key_exchange=kx, supported_groups=CURVES_OF_CLIENT[:2])
            file.good(kx + "/compressed", "a point in a format of the client", chain(keys.leaf, (usage,), info=compressed), ["compressed_points"],
                      ec_point_formats=b"\0\1", **member)
            file.bad(kx + "/other_format", "a point in a format that the client has not listed", rule, unfit, 0, chain(keys.leaf, (usage,), info=compressed),
                     kx + "/compressed", ec_point_formats=b"\0", **member)
            file.bad(kx + "/no_formats", "a compressed point, and a client that lists no formats", rule, unfit, 0,
                     chain(keys.leaf, (usage,), info=compressed), kx + "/compressed", **member)
    for name, comment, algorithm, rule in (
            ("unknown_curve", "another curve by its OID: secp256k1", oid("ecPublicKey") + oid("secp256k1"), "R5480-2.1.1.1-01"),
            ("unknown_key", "a key of an algorithm that nobody knows", oid("ours") + oid("secp256r1"), "R3279-2.3.5-01")):
        file.bad("ECDHE_ECDSA/" + name, comment, "R5246-7.4.2-17", unfit, 0, chain(keys.leaf, (), info=public_key_info(algorithm, keys.leaf.point)),
                 "ECDHE_ECDSA/no_key_usage", [rule], key_exchange="ECDHE_ECDSA", supported_groups=CURVES_OF_CLIENT)
    file.good("ECDH_RSA/only_ecdh", "a key that is for ECDH alone", chain(keys.leaf, ("keyAgreement",), info=ecdh_only), ["id_ecdh"], key_exchange="ECDH_RSA",
              supported_groups=CURVES_OF_CLIENT)
    file.bad("ECDHE_ECDSA/only_ecdh", "a key that is for ECDH alone", "R5246-7.4.2-17", unfit, 0, chain(keys.leaf, (), info=ecdh_only),
             "ECDHE_ECDSA/no_key_usage", ["R5480-2.1.2-01"], key_exchange="ECDHE_ECDSA", supported_groups=CURVES_OF_CLIENT)
    file.good("ECDHE_ECDSA/ed25519", "an Ed25519 key", chain(keys.ed25519, ("digitalSignature",)), ["ed25519"], key_exchange="ECDHE_ECDSA",
              supported_groups=CURVES_OF_CLIENT)
    client_part(file, keys, kinds, compressed)
    return file


def client_part(file, keys, kinds, compressed):
    base = Base(keys, "clientAuth", short=True)
    file.start(base, "client/")
    unfit = "unsupported_certificate"
    types = {"rsa_sign": (1, "rsa", "digitalSignature", "06", "ECDHE_RSA"), "dss_sign": (2, "dsa", "digitalSignature", "07", "RSA"),
             "ecdsa_sign": (64, "ec", "digitalSignature", "08", "DHE_RSA"), "rsa_fixed_dh": (3, "dh", "keyAgreement", "09", "DH_RSA"),
             "dss_fixed_dh": (4, "dh", "keyAgreement", "09", "DH_DSS"), "rsa_fixed_ecdh": (65, "ec", "keyAgreement", "10", "ECDH_RSA"),
             "ecdsa_fixed_ecdh": (66, "ec", "keyAgreement", "10", "ECDH_ECDSA")}

    def chain(key, usage, **changes):
        return file.leaf(key=key, extensions=base.of_leaf(usage=usage), **changes)
    def servers(key):
        return Certificate(HOST, key, "x509 root", keys.root, [key_usage("keyAgreement")], serial=5).der()
    for name, (number, kind, usage, rule, kx) in types.items():
        member = {"key_exchange": kx, "certificate_types": bytes([number]), "supported_groups": CURVES_OF_CLIENT}
        if kind == "dh":
            member["server_certificate"] = servers(dh_key("x509 server"))
        elif number in (65, 66):
            member["server_certificate"] = servers(keys.other)
        file.good(name + "/usual", "the key and the usage that it needs", chain(kinds[kind], (usage,)), **member)
        file.good(name + "/no_key_usage", "without keyUsage", chain(kinds[kind], ()), **member)
        for other in kinds:
            if other != kind and not (name == "ecdsa_sign" and other == "ed25519"):
                file.bad("%s/key_%s" % (name, other), "a key for %s" % other.upper(), "R5246-7.4.4-09", unfit, 0, chain(kinds[other], ()), name + "/no_key_usage", **member)
        wrong = "keyAgreement" if usage == "digitalSignature" else "digitalSignature"
        first, also = ("R3279-2.3.3-02", ["R5246-7.4.6-" + rule]) if kind == "dh" else ("R5246-7.4.6-" + rule, [])
        file.bad("%s/usage_%s" % (name, wrong), "keyUsage has %s alone" % wrong, first, unfit, 0, chain(kinds[kind], (wrong,)), name + "/usual", also, **member)
        if number == 64:
            file.bad(name + "/other_curve", "a curve that the server has not", "R5246-7.4.6-08", unfit, 0, chain(keys.p384, (usage,)), name + "/usual",
                     **dict(member, supported_groups=CURVES_OF_CLIENT[:2]))
            file.bad(name + "/compressed", "a point in a format that the server has not listed", "R5246-7.4.6-08", unfit, 0, chain(keys.leaf, (usage,), info=compressed),
                     name + "/usual", ["R4492-5.6-01"], **member)
        if kind == "dh":
            file.bad(name + "/other_group", "another generator than that of the server's key", "R5246-7.4.6-09", "illegal_parameter", 0,
                     chain(kinds[kind], (usage,)), name + "/usual", **dict(member, server_certificate=servers(dh_key("x509 server", g=4))))
        if number in (65, 66):
            file.bad(name + "/server_curve", "another curve than that of the server's key", "R5246-7.4.6-10", "illegal_parameter", 0, chain(keys.p384, (usage,)),
                     name + "/usual", ["R4492-3.2-01"], **member)
    file.bad("rsa_fixed_dh/other_key_exchange", "a type that is for other key exchanges", "R5246-7.4.4-09", unfit, 0, chain(keys.dh, ("keyAgreement",)), "rsa_fixed_dh/usual",
             key_exchange="ECDHE_RSA", certificate_types=b"\3", supported_groups=CURVES_OF_CLIENT)
    file.good("purpose", "for clients", chain(keys.rsa, ("digitalSignature",)))
    file.bad("purpose_server", "extKeyUsage has serverAuth alone", "R5280-4.2.1.12-01", unfit, 0,
             file.leaf(key=keys.rsa, extensions=base.of_leaf(purposes=("serverAuth",))), "purpose")


def files(version):
    keys = Keys()
    for make in (path_file, host_file, encoding_file, rsa_issuer_file, dsa_issuer_file, fitness_file):
        file = make(keys)
        yield "x509/%s.json" % file.name, file.text(version)
