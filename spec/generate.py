#!/usr/bin/env python3
"""Writes what C needs of the tables in spec/.

usage: spec/generate.py rules          the text of spec/rules.h
       spec/generate.py rule_table     rows {id, section, alert, summary} in the order of enum tls12_rule
       spec/generate.py suite_table    rows SUITE(value, name, key exchange, cipher, MAC hash, PRF hash) in order of value
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as table:
        head, *lines = table.read().splitlines()
    names = head.split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines]


def label(rule_id):
    return rule_id.replace("-", "_").replace(".", "_")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rules():
    print("/* The ids of the requirement catalogue. Written by spec/generate.py from spec/requirements.tsv. */")
    print("#ifndef TLS12_SPEC_RULES_H\n#define TLS12_SPEC_RULES_H\n\nenum tls12_rule {\n  TLS12_NO_RULE = 0,")
    print(",\n".join("  " + label(row["id"]) for row in rows("requirements.tsv")))
    print("};\n\n#endif")


def rule_table():
    for row in rows("requirements.tsv"):
        fields = [row["id"], row["rfc"] + " section " + row["section"], row["alert"], row["summary"]]
        print("{" + ", ".join(map(quoted, fields)) + "},")


HASHES = {"HMAC-MD5": "TLS12_MD5", "HMAC-SHA1": "TLS12_SHA1", "HMAC-SHA256": "TLS12_SHA256",
          "HMAC-SHA384": "TLS12_SHA384", "AEAD": "TLS12_HASH_NONE", "SHA256": "TLS12_SHA256", "SHA384": "TLS12_SHA384"}


def suite_table():
    for row in rows("suites.tsv"):
        value = "0x" + "".join(byte.removeprefix("0x") for byte in row["value"].split(","))
        print("SUITE(" + ", ".join([value, quoted(row["name"]), "TLS12_KX_" + row["kx"].upper(),
                                    "TLS12_CIPHER_" + row["cipher"], HASHES[row["mac"]], HASHES[row["prf_hash"]]]) + ")")


if __name__ == "__main__":
    writers = {"rules": rules, "rule_table": rule_table, "suite_table": suite_table}
    if len(sys.argv) != 2 or sys.argv[1] not in writers:
        sys.exit(__doc__.strip())
    writers[sys.argv[1]]()
