#!/usr/bin/env python3
"""Tests tls12 vectors from outside, and that the shipped vectors are what their generator writes.

usage: TLS12=build/tls12 tests/tool/vectors.py

The last line counts.
"""
import copy
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TLS12 = os.environ.get("TLS12", os.path.join(ROOT, "build", "tls12"))
VECTORS = os.path.join(ROOT, "vectors")
sys.dont_write_bytecode = True
sys.path.insert(0, VECTORS)
import ciphers  # noqa: E402
import plain  # noqa: E402
ENVIRONMENT = dict(os.environ, TLS12=TLS12)
passed = failed = skipped = 0


def check(what, good, detail=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED: %s %s" % (what, detail))


def vectors(*arguments):
    done = subprocess.run([TLS12, "vectors", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def run(content, *options):
    """Runs a file with this content."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(content if isinstance(content, str) else json.dumps(content))
        file.flush()
        return vectors("run", *options, file.name)


def numbers(file):
    """How many traces are refused, how many accepted, and how many controls there are."""
    there = [deviation for place in file["places"] for deviation in file["deviations"][place["deviations"]]]
    refused = sum(len(deviation["send"]) for deviation in there if "alert" in deviation)
    return refused, sum(len(deviation["send"]) for deviation in there) - refused, len(file["flows"])


def traces(file):
    """How many runs that makes: of each trace, and of both sides of each control; all key exchanges counted."""
    refused, accepted, flows = numbers(file)
    return (refused + accepted + 2 * flows) * len(file["key_exchanges"])


ENGINE = ("engine", "control_of_engine")  # what ran with real bytes, beside the same trace on the machines
ANSWERED = ("valid", "invalid")  # of the types that have answers: all but deviant
FOLDERS = ("deviant", "messages", "prf", "key-exchange", "signatures", "transcripts", "x509")


def kinds(result):
    """The numbers by kind, of all files."""
    total = {}
    for file in result["files"]:
        for kind, number in file["kinds"].items():
            total[kind] = total.get(kind, 0) + number
    return total


def on_machines(result):
    return result["passed"] - sum(kinds(result).get(kind, 0) for kind in ENGINE + ANSWERED)


def load(name):
    with open(os.path.join(VECTORS, name), encoding="utf-8") as file:
        return json.load(file)


def the_shipped_set(names):
    code, out, error = vectors("verify", "--json")
    result = json.loads(out)
    shipped = [folder + "/" + name for folder in FOLDERS for name in sorted(os.listdir(os.path.join(VECTORS, folder)))]
    answered = sum(load(name)["number_of_vectors"] for name in shipped if not name.startswith("deviant/"))
    check("verify runs every vector", sum(kinds(result)[kind] for kind in ANSWERED) == answered, answered)
    check("verify", code == 0 and result["failed"] == 0 and error == "", error)
    files = [load("deviant/" + name) for name in names]
    count = sum(map(traces, files))
    check("verify runs every trace for every key exchange", on_machines(result) == count, count)
    found = kinds(result)
    check("the engine runs all", all(found[kind] > 0 for kind in ENGINE) and "beyond_the_engine" not in found and
          found["engine"] + found["control"] == count, found)
    replayed(found)
    once = [sum(column) for column in zip(*map(numbers, files))]
    all_of_them = [sum(column) for column in zip(*([n * len(file["key_exchanges"]) for n in numbers(file)] for file in files))]
    with open(os.path.join(VECTORS, "README.md"), encoding="utf-8") as file:
        text = " ".join(file.read().replace("\u00a0", " ").split())
    said = ["{:,}".format(n).replace(",", " ") for n in once + all_of_them]
    check("the numbers in vectors/README.md", ("There are {} traces that must be refused, {} that must be accepted, and {} complete "
          "flows".format(*said) in text) and "that makes {}, {} and {}.".format(*said[3:]) in text, said)
    code, out, error = vectors("list")
    check("list", code == 0 and [line.split(":")[0] for line in out.splitlines()] == shipped, out)
    done = subprocess.run([sys.executable, os.path.join(VECTORS, "generate.py"), "--check"], env=ENVIRONMENT, stdout=subprocess.PIPE,
                          text=True)
    check("vectors/ is what make vectors writes", done.returncode == 0, done.stdout)
    done = subprocess.run([sys.executable, os.path.join(VECTORS, "counts.py"), "--check"], stdout=subprocess.PIPE, text=True)
    check("each rule has a vector or a reason", done.returncode == 0, done.stdout)


def replayed(found):
    """The engine says the same as the transcripts, wherever the other side is one that it can meet and its choices are its own."""
    ids = [vector["id"] for name in os.listdir(os.path.join(VECTORS, "transcripts")) for vector in load("transcripts/" + name)["groups"][0]["vectors"]]
    for side, others in (("client", "_offered$|/only_|/rsa_pkcs1$"),
                         ("server", "_answered$|/(secp...r1|x448|server_ecdsa_secp384r1)$")):
        number = sum(not re.search(others, id_) for id_ in ids)
        kind = "our %s says every byte of it" % side
        check("the transcripts that our %s says" % side, found.get(kind) == number > 200, (found.get(kind), number))


def formats(path):
    with open(path, encoding="utf-8") as file:
        count = traces(json.load(file))
    code, out, _ = vectors("run", "--json", path)
    result = json.loads(out)
    found = kinds(result)
    check("JSON", code == 0 and on_machines(result) == count and
          sum(found.values()) == result["passed"])
    code, out, _ = vectors("run", path)
    check("text", code == 0 and out.splitlines()[-1] == "%d passed, 0 failed, 0 skipped" % result["passed"], out)
    code, out, _ = vectors("run", "--tap", path)
    lines = out.splitlines()
    check("TAP", code == 0 and lines[0] == "TAP version 13" and lines[-1] == "1..%d" % result["passed"] and
          [line.split(" - ")[0] for line in lines[1:-1]] == ["ok %d" % i for i in range(1, result["passed"] + 1)])
    names = [line.split(" - ")[1] for line in lines[1:-1]]
    check("each trace has a name of its own", len({*names}) == len(names))


def wrong_expectations(good):
    """What a vector expects is compared: alert, rule, index, acceptance, the control, completeness."""
    place = next(i for i, item in enumerate(good["places"]) if item["against"] == "client" and item["after"] > 2)
    there = good["places"][place]["deviations"]
    refused = next(i for i, item in enumerate(good["deviations"][there]) if "alert" in item)
    for what, value in (("alert", "decode_error"), ("rule", "R5246-7.4-01"), ("at", 1), ("send", [["S:HelloRequest"]])):
        file = copy.deepcopy(good)
        file["deviations"][there][refused][what] = value
        code, out, _ = run(file)
        check("another %s is noticed" % what, code == 4 and "FAILED" in out, code)
        code, out, _ = run(file, "--tap")
        check("another %s is noticed, TAP" % what, code == 4 and "\nnot ok" in out, code)
    file = copy.deepcopy(good)
    for what in ("alert", "rule", "at"):
        del file["deviations"][there][refused][what]
    check("a refusal where acceptance is expected", run(file)[0] == 4)
    file = copy.deepcopy(good)
    file["flows"].append(3)
    check("a flow that is not complete", run(file)[0] == 4)
    file = copy.deepcopy(good)
    file["places"][place]["control"] = 1
    check("a control that goes another way", run(file)[0] == 4)
    file = copy.deepcopy(good)
    file["key_exchanges"] = ["DHE_RSA"]
    check("another key exchange", run(file)[0] == 4)


def other_files(good):
    check("no file", vectors("run", "/nonexistent.json")[0] == 3)
    check("not JSON", run("{")[0] == 1)
    code, out, _ = run({"algorithm": "ECDSA", "testGroups": []})
    check("another type", code == 77 and "skipped" in out, code)
    code, out, _ = run({"algorithm": "ECDSA"}, "--tap")
    check("another type, TAP", code == 77 and "# SKIP" in out, code)
    check("no command", vectors()[0] == 2 and vectors("run")[0] == 2 and vectors("list", "x")[0] == 2)
    check("answers to another type", vectors("answer", os.path.join(VECTORS, "deviant", "PSK.json"))[0] == 77)

    # However damaged a file is, the answer is one of the exit codes.
    chance = random.Random(1)
    codes = set()
    for _ in range(150):
        file = copy.deepcopy(good)
        node = file
        while True:
            key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
            if isinstance(node[key], (dict, list)) and node[key] and chance.random() < 0.9:
                node = node[key]
                continue
            if chance.random() < 0.3:
                del node[key]
            else:
                node[key] = chance.choice([None, -1, 0, 7, 10 ** 9, "x", "S:Finished", [], {}, [[]]])
            break
        codes.add(run(file)[0])
    check("damaged files", codes <= {0, 1, 4, 77}, codes)


def answers():
    """What a vector expects is compared with what comes out."""
    good = load("messages/client_hello.json")
    group = good["groups"][0]
    valid = next(i for i, vector in enumerate(group["vectors"]) if vector["result"] == "valid")
    invalid = next(i for i, vector in enumerate(group["vectors"]) if vector["result"] == "invalid")

    def changed(which, **members):
        file = copy.deepcopy(good)
        file["groups"][0]["vectors"][which].update(members)
        return run(file)

    check("as it is", changed(valid)[0] == 0)
    reason = group["vectors"][invalid]["reason"]
    for what, which, members in (("another result", valid, {"result": "invalid"}), ("another result", invalid, {"result": "valid"}),
                                 ("other bytes", valid, {"bytes": "0100"}), ("other fields", valid, {"fields": []}),
                                 ("another rule", invalid, {"reason": dict(reason, rule="R5246-7.4-02")}),
                                 ("another offset", invalid, {"reason": dict(reason, offset=reason["offset"] + 1)}),
                                 ("another length", invalid, {"reason": dict(reason, length=reason["length"] + 1)}),
                                 ("another alert", invalid, {"alert": "internal_error"}), ("no bytes", valid, {"bytes": None})):
        code, out, _ = changed(which, **members)
        check(what + " is noticed", code == 4 and "FAILED" in out, code)
    file = copy.deepcopy(good)
    file["groups"][0]["message"] = "no_message"
    check("a message of no known name", run(file)[0] == 4)
    for name, member, wrong in (("prf/sha256", "output", "00"), ("key-exchange/dh", "output", "00"), ("key-exchange/ecdh", "output", "00"),
                                ("key-exchange/rsa", "output", "00"), ("key-exchange/ecdh", "peer", "04"), ("key-exchange/rsa", "client_version", "0302"),
                                ("signatures/ed25519", "digitally_signed", "08070000"), ("signatures/dsa", "params", "00"), ("x509/host", "host", "other"),
                                ("x509/host", "chain", ["3000"]), ("x509/key_exchange", "key_exchange", "DHE_DSS"), ("x509/host", "chain", [])):
        file = load(name + ".json")
        file["groups"][0]["vectors"][0][member] = wrong
        code, out, _ = run(file)
        check("another %s of %s is noticed" % (member, name), code == 4 and out.count("FAILED") == 1, out)
    good = load("transcripts/ECDHE_RSA.json")
    vectors_of = good["groups"][0]["vectors"]
    vector = next(vector for vector in vectors_of if vector["id"].endswith("AES_128_CBC_SHA256"))
    good["groups"][0]["vectors"], good["number_of_vectors"] = [vector], 1

    def bit(text):
        return text[:-1] + "%x" % (int(text[-1], 16) ^ 1)
    check("one transcript", run(good)[0] == 0)
    for member in vector["values"]:
        file = copy.deepcopy(good)
        values = file["groups"][0]["vectors"][0]["values"]
        values[member] = bit(values[member])
        check("another %s is noticed" % member, run(file)[0] == 4)
    for i, item in enumerate(vector["flight"]):
        for member in ("record", "plaintext"):
            if member in item:
                file = copy.deepcopy(good)
                changed_item = file["groups"][0]["vectors"][0]["flight"][i]
                changed_item[member] = bit(item[member])
                check("another %s of %s is noticed" % (member, item["what"]), run(file)[0] == 4)
    for side, member in (("server", "private"), ("client", "private"), ("server", "salt"), ("client", "random"), ("server", "random")):
        file = copy.deepcopy(good)
        inputs = file["groups"][0]["vectors"][0][side]
        inputs[member] = bit(inputs[member]) if member != "private" else "00" + inputs[member][2:]
        code, out, _ = run(file)
        check("another %s of the %s is noticed" % (member, side), code == 4 or "our %s says" % side not in out, out)
    for name, member in (("prf/sha256", "hash"), ("key-exchange/dh", "kind"), ("key-exchange/ecdh", "group"), ("signatures/dsa", "key"),
                         ("x509/path", "anchor")):
        file = load(name + ".json")
        file["groups"][0][member] = "none"
        check("no such %s in %s" % (member, name), run(file)[0] == 4)


def harnesses():
    """The protocol of harnesses, played by shell commands."""
    path = os.path.join(VECTORS, "messages", "client_hello.json")
    number = load("messages/client_hello.json")["number_of_vectors"]
    code, out, _ = vectors("run", "--json", "--harness", TLS12 + " vectors answer -", path)
    check("a harness that knows all", code == 0 and json.loads(out)["passed"] == number, out)
    check("a harness that fails", vectors("run", "--harness", "cat > /dev/null; exit 1", path)[0] == 3)
    check("a harness that writes no JSON", vectors("run", "--harness", "echo x", path)[0] == 3)
    check("a harness without results", vectors("run", "--harness", "echo {}", path)[0] == 1)
    code, out, _ = vectors("run", "--json", "--harness", "echo '{\"results\":[]}'", path)
    check("a harness without answers", code == 4 and json.loads(out)["failed"] == number, out)
    refuse = "sed 's/\"result\":\"valid\"/\"result\":\"invalid\"/g'"
    code, out, _ = vectors("run", "--json", "--harness", TLS12 + " vectors answer - | " + refuse, path)
    lacks = sum(bool(vector.get("features")) for group in load("messages/client_hello.json")["groups"] for vector in group["vectors"])
    check("a feature that a harness lacks is no failure", code == 4 and json.loads(out)["skipped"] == lacks > 0, out)
    everything = [os.path.join(VECTORS, "messages", name) for name in os.listdir(os.path.join(VECTORS, "messages"))]
    for name, needs in (("messages.py", sys.executable), ("messages.js", "node")):
        if not shutil.which(needs):
            global skipped
            skipped += 1
            print("skipped: there is no " + needs)
            continue
        code, out, error = vectors("run", "--harness", needs + " " + os.path.join(VECTORS, "harnesses", name), *everything)
        check(name + " parses all messages as they are", code == 0 and " 0 failed, 0 skipped" in out.splitlines()[-1], out + error)
    check("a harness and a file of another type", vectors("run", "--harness", "cat", os.path.join(VECTORS, "deviant", "PSK.json"))[0] == 77)


def mathematics():
    """What computes the vectors, by the numbers of RFC 7748 section 5.2, RFC 8032 sections 7.1 and 7.4, and RFC 6979 appendix A.2.5."""
    def hexadecimal(*texts):
        return [bytes.fromhex(text) for text in texts]
    for name, given in (("x25519", ("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
                                    "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
                                    "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")),
                        ("x448", ("3d262fddf9ec8e88495266fea19a34d28882acef045104d0d1aae121700a779c984c24f8cdd78fbff44943eba368f54b29259a4f1c600ad3",
                                  "06fce640fa3487bfda5f6cf2d5263f8aad88334cbd07437f020f08f9814dc031ddbdc38c19c6da2583fa5429db94ada18aa7a7fb4ef8a086",
                                  "ce3e4ff95a60dc6697da1db1d85e6afbdf79b50a2412d7546d5f239fe14fbaadeb445fc66a01b0779d98223961111e21766282f73dd96b6f"))):
        scalar, u, out = hexadecimal(*given)
        check(name, plain.x_function(name, scalar, u) == out)
    for name, given in (("ed25519", ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                                     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                                     "d25bf5f0595bbe24655141438e7a100b")),
                        ("ed448", ("6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b",
                                   "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd39"
                                   "80ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e65"
                                   "2600"))):
        key, signature = hexadecimal(*given)
        check(name, plain.EDWARDS[name].sign(key, b"") == signature)
    signature = plain.ecdsa_sign("SHA-256", plain.CURVES["secp256r1"], 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721, b"sample")
    check("ECDSA", signature == (0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716,
                                 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8))
    text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
    sealed = ciphers.chacha20_poly1305(bytes(range(0x80, 0xa0)), *hexadecimal("070000004041424344454647"), text,
                                       *hexadecimal("50515253c0c1c2c3c4c5c6c7"))
    check("ChaCha20-Poly1305, RFC 8439 section 2.8.2", sealed[-16:].hex() == "1ae10b594f09e26a7e902ecbd0600691")
    keys = {name: {part: int(text, 16) for part, text in key.items()} for name, key in load("seeds/keys.json").items()}
    check("the large primes", all(plain.is_prime(n) for key in keys.values() for n in key.values()) and
          (keys["dsa"]["p"] - 1) % keys["dsa"]["q"] == 0)


def schemas(name):
    """verify holds a file against its schema."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(VECTORS, "schemas"), os.path.join(folder, "schemas"))
        for name_of_type in FOLDERS:
            os.mkdir(os.path.join(folder, name_of_type))
        path = os.path.join(folder, "deviant", name)
        with open(os.path.join(VECTORS, "deviant", name), encoding="utf-8") as file:
            good = json.load(file)

        def verify(change):
            file = copy.deepcopy(good)
            change(file)
            with open(path, "w", encoding="utf-8") as out:
                json.dump(file, out)
            return vectors("verify", "--dir", folder)

        check("as it is", verify(lambda file: None)[0] == 0)
        for what, change in (("a member too many", lambda file: file.update(comment="x")),
                             ("a member too few", lambda file: file.pop("flows")),
                             ("a member too many, deep", lambda file: file["places"][1].update(comment="x")),
                             ("a type", lambda file: file["prefixes"][0].update(id="1")),
                             ("a value", lambda file: file.update(schema=2)),
                             ("a word", lambda file: file["places"][0].update(against="both")),
                             ("a pattern", lambda file: file["deviations"][0][0].update(rule="7.4.3")),
                             ("a message", lambda file: file["prefixes"][0].update(message="ClientHello")),
                             ("a minimum", lambda file: file["prefixes"][0].update(id=0)),
                             ("an empty list", lambda file: file.update(flows=[]))):
            code, _, error = verify(change)
            check("the schema notices " + what, code == 1 and "not of its schema" in error, error)
        code, _, error = verify(lambda file: file.update(type="other"))
        check("a type without schema", code == 1 and "schema" in error, error)
    check("no such folder", vectors("verify", "--dir", "/nonexistent")[0] == 3)


def main():
    names = sorted(os.listdir(os.path.join(VECTORS, "deviant")))
    with open(os.path.join(VECTORS, "deviant", "PSK.json"), encoding="utf-8") as file:
        small = json.load(file)
    the_shipped_set(names)
    formats(os.path.join(VECTORS, "deviant", "RSA.json"))
    wrong_expectations(small)
    other_files(small)
    answers()
    harnesses()
    mathematics()
    schemas("PSK.json")
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
