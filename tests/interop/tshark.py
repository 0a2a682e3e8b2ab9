#!/usr/bin/env python3
"""Compares places and lengths of fields with those that tshark prints, for captures.

usage: TLS12=build/tls12 tests/interop/tshark.py CAPTURE...     (none: all below ../shared/vectors)

make interop runs it. A record is matched by the packet that completes it (new bytes in a retransmission are lost on tshark); its fields by their place in the record, and records that lie in one
packet by their place in it, too. The last line counts fields.
"""
import collections
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))

# The end of our path without numbers -> tshark's name after "tls.".
NAMES = {
    "record.type": "record.content_type", "record.version": "record.version", "record.length": "record.length",
    "msg_type": "handshake.type", "MESSAGE.length": "handshake.length", "client_version": "handshake.version",
    "server_version": "handshake.version", "random": "handshake.random",
    "session_id.length": "handshake.session_id_length", "session_id.data": "handshake.session_id",
    "cipher_suites.length": "handshake.cipher_suites_length", "cipher_suite": "handshake.ciphersuite",
    "compression_methods.length": "handshake.comp_methods_length", "compression_methods[].value": "handshake.comp_method",
    "compression_method": "handshake.comp_method", "extensions.length": "handshake.extensions_length",
    "extension_type": "handshake.extension.type", "extension_data.length": "handshake.extension.len",
    "server_name_list.length": "handshake.extensions_server_name_list_len",
    "name_type": "handshake.extensions_server_name_type", "host_name.length": "handshake.extensions_server_name_len",
    "host_name.data": "handshake.extensions_server_name",
    "named_group_list.length": "handshake.extensions_supported_groups_length",
    "group": "handshake.extensions_supported_group",
    "ec_point_format_list.length": "handshake.extensions_ec_point_formats_length",
    "ec_point_format_list[].value": "handshake.extensions_ec_point_format",
    "supported_signature_algorithms.length": "handshake.sig_hash_alg_len",
    "supported_signature_algorithms[]": "handshake.sig_hash_alg", "hash": "handshake.sig_hash_hash",
    "signature_algorithm": "handshake.sig_hash_sig", "supported_signature_algorithms[].signature": "handshake.sig_hash_sig",
    "protocol_name_list.length": "handshake.extensions_alpn_len", "protocol_name.length": "handshake.extensions_alpn_str_len",
    "protocol_name.data": "handshake.extensions_alpn_str",
    "renegotiated_connection.length": "handshake.extensions_reneg_info_len",
    "certificate_list.length": "handshake.certificates_length", "certificate.length": "handshake.certificate_length",
    "certificate.data": "handshake.certificate", "curve_type": "handshake.server_curve_type",
    "namedcurve": "handshake.server_named_curve", "public.length": "handshake.server_point_len",
    "public.data": "handshake.server_point", "dh_p.length": "handshake.p_len", "dh_p.data": "handshake.p",
    "dh_g.length": "handshake.g_len", "dh_g.data": "handshake.g", "dh_Ys.length": "handshake.ys_len",
    "dh_Ys.data": "handshake.ys", "dh_Yc.length": "handshake.yc_len", "dh_Yc.data": "handshake.yc",
    "ecdh_Yc.length": "handshake.client_point_len", "ecdh_Yc.data": "handshake.client_point",
    "encrypted_pre_master_secret.length": "handshake.epms_len", "encrypted_pre_master_secret.data": "handshake.epms",
    "signature.length": "handshake.sig_len", "signature.data": "handshake.sig",
    "certificate_types.length": "handshake.cert_types_count", "certificate_types[].value": "handshake.cert_type",
    "certificate_authorities.length": "handshake.dnames_len", "distinguished_name.length": "handshake.dname_len",
    "ticket_lifetime_hint": "handshake.session_ticket_lifetime_hint", "ticket.length": "handshake.session_ticket_length",
    "ticket.data": "handshake.session_ticket", "level": "alert_message.level", "description": "alert_message.desc",
}
KNOWN = set(NAMES.values())

# Extensions that are not of TLS 1.2, whose bodies only tshark knows: delegated_credentials, signature_algorithms_cert.
NEWER = {"34", "50"}

# Captures in which the two see different records, and why.
EXPLAINED = {"ssl-v2.pcap": "SSL 2.0, whose records tshark knows and we refuse (RFC 6176)"}


# Fields that only one of the two names in a record, and why.
SCT = " (in SCTs, below X.509: we show a certificate as one field)"
WHY = {"handshake.sig_hash_alg": SCT, "handshake.sig_hash_hash": SCT, "handshake.sig_hash_sig": SCT,
       "handshake.certificates_length": " (points beyond its message: we show no fields inside, tshark reads on)"}


def name_of(path):
    plain = re.sub(r"\d+(?=\])", "", re.sub(r"^record\d+", "record", path))
    parts = plain.split(".")
    if len(parts) == 2 and parts[1] == "length" and parts[0] != "record":
        return NAMES["MESSAGE.length"]
    for count in (2, 1):
        found = NAMES.get(".".join(parts[-count:]))
        if found and (count == 2 or len(parts) > 1):
            return found
    return None


def fields_below(node):
    yield node
    for child in node["children"]:
        yield from fields_below(child)


def ours(capture):
    """packet that completes a record -> [(place in the packet or None, length, {(name, place in the record, length)})]"""
    report = json.loads(subprocess.run([TLS12, "decode", "--json", capture], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, check=False).stdout)
    found = collections.defaultdict(list)
    for stream in report["streams"]:
        messages = list(stream["messages"])
        for record in (node for node in stream["records"] if node["path"] != "prologue"):
            start, end, parts = record["offset"], record["offset"] + record["length"], record["packets"]
            nodes = list(fields_below(record))
            for message in messages:
                if start <= message["offset"] and message["offset"] + message["length"] <= end:
                    nodes += fields_below(message)
            rows = collections.Counter((name_of(node["path"]), node["offset"] - start, node["length"])
                                       for node in nodes if name_of(node["path"]))
            # Before a signature we show both halves of the pair, tshark the pair, too.
            rows.update(("handshake.sig_hash_alg", node["offset"] - start, 2) for node in nodes
                        if node["path"] in ("server_key_exchange.hash", "certificate_verify.hash"))
            found[parts[-1]["number"]].append((parts[0]["offset"] if len(parts) == 1 else None, record["length"], rows))
    return found


def called(field):
    return field.get("name").removeprefix("tls.").replace("client_cert_vrfy.", "")


def theirs(capture):
    """The same from tshark, the place always there."""
    process = subprocess.run(["tshark", "-r", capture, "-T", "pdml", "-Y", "tls", "-o", "tcp.check_checksum:FALSE"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found = collections.defaultdict(list)
    for packet in xml.etree.ElementTree.fromstring(process.stdout):
        number = int(packet.find("proto[@name='geninfo']/field[@name='num']").get("show"))
        for record in packet.iterfind(".//proto[@name='tls']/field[@name='tls.record']"):
            start = int(record.get("pos"))
            newer = {id(field) for extension in record.iter("field") for kind in extension
                     if kind.get("name") == "tls.handshake.extension.type" and kind.get("show") in NEWER
                     for field in extension.iter("field") if "sig_hash" in field.get("name")}
            rows = collections.Counter(
                (called(field), int(field.get("pos")) - start, int(field.get("size"))) for field in record.iter("field")
                if called(field) in KNOWN and field.get("size") != "0" and id(field) not in newer)
            found[number].append((start, int(record.get("size")), rows))
    return found


def main():
    captures = sys.argv[1:] or sorted(glob.glob(os.path.join(ROOT, "..", "shared", "vectors", "**", "*.pcap"), recursive=True))
    if not captures or not shutil.which("tshark"):
        print("skipped: there is no %s" % ("tshark" if captures else "capture"))
        print("0 passed, 0 failed, 1 skipped")
        return 0
    passed = failed = 0
    only_ours, only_theirs = collections.Counter(), collections.Counter()
    for capture in captures:
        if os.path.basename(capture) in EXPLAINED:
            print("%s: not compared: %s" % (os.path.basename(capture), EXPLAINED[os.path.basename(capture)]))
            continue
        mine, other = ours(capture), theirs(capture)
        same = 0
        for number in sorted(set(mine) & set(other)):
            for (place, length, rows), (there, size, fields) in zip(mine[number], other[number]):
                if length != size or place not in (None, there):
                    failed += 1
                    print("FAILED: %s: packet %d: record at %s, %d bytes; tshark: at %d, %d bytes" % (
                        os.path.basename(capture), number, place, length, there, size))
                    continue
                shared = {name for name, _, _ in rows} & {name for name, _, _ in fields}
                for row in (rows | fields):
                    if row[0] not in shared:
                        (only_ours if row in rows else only_theirs)[row[0]] += 1
                    elif rows[row] == fields[row]:
                        same += rows[row]
                    else:
                        failed += 1
                        print("FAILED: %s: packet %d: %s at %d, %d bytes: we %d times, tshark %d" % (
                            os.path.basename(capture), number, *row, rows[row], fields[row]))
        print("%s: %d fields alike; records of %d packets, tshark %d" % (os.path.basename(capture), same, len(mine), len(other)))
        passed += same
    for who, count in (("us", only_ours), ("tshark", only_theirs)):
        if count:
            print("named by %s alone: %s" % (who, ", ".join("%s %d%s" % (*row, WHY.get(row[0], "")) for row in count.most_common())))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
