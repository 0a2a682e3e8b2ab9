#!/usr/bin/env python3
"""Writes what C needs of the tables in spec/.

usage: spec/generate.py rules          the text of spec/rules.h
       spec/generate.py requirements   the catalogue as Markdown, which the annotations in the sources name (spec/annotations.py)
       spec/generate.py rule_table     rows {id, section, alert, summary} in the order of enum tls12_rule
       spec/generate.py suite_table    rows SUITE(value, name, key exchange, cipher, MAC hash, PRF hash) in order of value
       spec/generate.py other_suite_table  rows {value, name, key exchange} of spec/other_suites.tsv
       spec/generate.py meaning_table  rows {kind, name, meaning} of spec/meanings.tsv
       spec/generate.py flow_table     rows {key exchange, kind, what is in it, sequence} of spec/flows.tsv
       spec/generate.py report_style   the text of src/tool/report.css as a C string; report_script: of report.js
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


def requirements():
    print("# Requirement catalogue\n\nWritten by spec/generate.py from spec/requirements.tsv.")
    section = None
    for row in rows("requirements.tsv"):
        if section != (row["rfc"], row["section"]):
            section = row["rfc"], row["section"]
            print("\n## RFC %s section %s" % (row["rfc"].removeprefix("RFC"), row["section"]))
        print("\n### %s {#%s}\n\n%s: %s" % (row["id"], row["id"], row["level"], row["summary"]))


def rule_table():
    for row in rows("requirements.tsv"):
        fields = [row["id"], row["rfc"] + " section " + row["section"], row["alert"], row["summary"]]
        print("{" + ", ".join(map(quoted, fields)) + "},")


HASHES = {"HMAC-MD5": "TLS12_MD5", "HMAC-SHA1": "TLS12_SHA1", "HMAC-SHA256": "TLS12_SHA256",
          "HMAC-SHA384": "TLS12_SHA384", "AEAD": "TLS12_HASH_NONE", "SHA256": "TLS12_SHA256", "SHA384": "TLS12_SHA384"}


def value_of(row):
    return "0x" + "".join(byte.removeprefix("0x") for byte in row["value"].split(","))


def suite_table():
    for row in rows("suites.tsv"):
        print("SUITE(" + ", ".join([value_of(row), quoted(row["name"]), "TLS12_KX_" + row["kx"].upper(),
                                    "TLS12_CIPHER_" + row["cipher"], HASHES[row["mac"]], HASHES[row["prf_hash"]]]) + ")")


def other_suite_table():
    for row in rows("other_suites.tsv"):
        print("{%s, %s, TLS12_KX_%s}," % (value_of(row), quoted(row["name"]), "NULL" if row["kx"] == "-" else row["kx"].upper()))


def meaning_table():
    for row in rows("meanings.tsv"):
        print("{MEANING_%s, %s, %s}," % (row["kind"].upper(), quoted(row["name"]), quoted(row["meaning"])))


# The columns of spec/flows.tsv that are messages which a handshake may lack.
OPTIONAL = ("certificate_status", "server_key_exchange", "certificate_request", "new_session_ticket")


def flow_table():
    for row in rows("flows.tsv"):
        parts = [name for name in OPTIONAL if row[name] == "1"]
        if row["client_cert"] != "-":
            parts.append("client certificate: " + row["client_cert"])
        print("{" + ", ".join(map(quoted, [row["kx"], row["kind"], ", ".join(parts), row["sequence"]])) + "},")


def text_of(name):
    with open(os.path.join(HERE, "..", "src", "tool", name), encoding="utf-8") as text:
        for line in text:
            print('"%s\\n"' % quoted(line.rstrip("\n"))[1:-1])


if __name__ == "__main__":
    writers = {"rules": rules, "requirements": requirements, "rule_table": rule_table, "suite_table": suite_table,
               "other_suite_table": other_suite_table, "meaning_table": meaning_table,
               "flow_table": flow_table, "report_style": lambda: text_of("report.css"),
               "report_script": lambda: text_of("report.js")}
    if len(sys.argv) != 2 or sys.argv[1] not in writers:
        sys.exit(__doc__.strip())
    writers[sys.argv[1]]()
