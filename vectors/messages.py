"""Makes vectors/messages/ from seeds/messages.tsv. Formats are known to tls12 decode and encode alone: the defects are made in the
tree that decode prints, and encode counts the lengths."""
import copy
import json
import os
import subprocess

VECTORS = os.path.dirname(os.path.abspath(__file__))
KEY_EXCHANGES = ("RSA DH_DSS DH_RSA DHE_DSS DHE_RSA DH_anon ECDH_ECDSA ECDH_RSA ECDHE_ECDSA ECDHE_RSA ECDH_anon PSK DHE_PSK "
                 "ECDHE_PSK RSA_PSK").split()
HANDSHAKE = ("hello_request client_hello server_hello new_session_ticket certificate server_key_exchange certificate_request "
             "server_hello_done certificate_verify client_key_exchange finished certificate_status").split()
FRAGMENTS = ("alert", "change_cipher_spec")
MARK = "5f6d61726b5f" * 4  # between messages that are encoded together


def tls12(*arguments, given=None, codes=(0,)):
    done = subprocess.run([os.environ["TLS12"], *arguments], input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in codes:
        raise SystemExit("tls12 %s: %s" % (" ".join(arguments), done.stderr))
    return done.stdout


def encode(trees):
    """The bytes of each tree, in hexadecimal digits."""
    nodes = [node for tree in trees for node in (tree, {"path": "mark", "raw": MARK})]
    return tls12("encode", "--hex", "-", given=json.dumps({"streams": [{"messages": nodes}]})).strip().split(MARK)[:-1]


class Group:
    """The vectors of one message, key exchange and sender."""
    def __init__(self, name):
        self.name, self.about, self.vectors = name, {"message": name.split("/")[0]}, []
        for word in name.split("/")[1:]:
            key = "sender" if word in ("client", "server") else "implicit" if word == "implicit" else \
                "explicit_curve" if word.startswith("explicit_") else "key_exchange"
            self.about[key] = True if key in ("implicit", "explicit_curve") else word

    def tree(self, body):
        """The message with its header, or the extension with its type and length."""
        message = self.about["message"]
        if body.startswith("!"):
            return {"path": "whole", "raw": body[1:]}
        body = {"path": "body", "raw": body}
        if message in FRAGMENTS:
            return body
        head, size, wide = ("msg_type", 1, 3) if message in HANDSHAKE else ("extension_type", 2, 2)
        return {"path": message, "children": [{"path": "%s.%s" % (message, head), "length": size, "value": message},
                                              {"path": message + ".length", "length": wide}, body]}

    def add(self, name, bytes_, comment, **more):
        self.vectors.append({"id": self.name + "/" + name, "comment": comment, "bytes": bytes_, **more})

    def decode(self, bytes_):
        """The tree of a message, its lengths to be counted anew."""
        options = [x for key, word in self.about.items() if word is not True for x in ("--" + key.replace("message", "as").replace("key_exchange", "kx"), word)]
        root = json.loads(tls12("decode", "--json", "--from", "hex", *options, "-", given=bytes_,
                                codes=(0, 1) if "explicit_curve" in self.about else (0,)))["streams"][0]["messages"][0]
        for _, node in walk(root):
            if is_length(node):
                node["was"] = node.pop("raw")
                del node["value"]
        return root

    def break_one(self):
        """All trees with one defect, of the group's first vector: (name, comment, feature, tree)."""
        control = self.vectors[0]
        root = self.decode(control["bytes"])
        inside, at = (root, ()) if self.about["message"] in HANDSHAKE else (root["children"][-1], (len(root["children"]) - 1,))
        bare = len(root["path"]) + 1
        if control["bytes"] == "" or self.about.get("implicit"):
            return
        for place, node in walk(root):
            name = node["path"][bare:]
            if is_length(node):
                if place == (1,):
                    continue  # the header's: encode counts it
                long = int(node["was"], 16)
                for what, value in (("+1", long + 1), ("-1", long - 1)):
                    if 0 <= value < 256 ** node["length"]:
                        yield (name + what, "%s is %s by one" % (name, "too large" if value > long else "too small"), None,
                               changed(root, place, raw="%0*x" % (2 * node["length"], value)))
            elif node["value"] is not None and not node["children"] and name not in ("msg_type", "extension_type") and \
                    not name.endswith("host_name.data") and not name.endswith("protocol_name.data"):
                feature = None if node["value"].isdigit() else "unknown_value"
                yield name + "=ff", "%s is all ones" % name, feature, changed(root, place, raw="ff" * node["length"])
            if node["children"] and is_length(node["children"][0]) and len(node["children"]) > 1:
                yield name + "=empty", "%s has no content" % name, None, changed(root, place, children=node["children"][:1])
                last = leaf(node["children"][-1])
                if last["length"] > 0 and not is_length(last):
                    yield (name + "-1", "%s ends a byte early" % name, None,
                           changed(root, place, children=node["children"][:-1] + cut(node["children"][-1])))
        fields = inside["children"][2 if inside is root else 1:]
        for i, node in enumerate(fields):
            kept = inside["children"][:len(inside["children"]) - len(fields) + i]
            yield "ends_before_" + node["path"].split(".")[-1], "nothing from %s on" % node["path"].split(".")[-1], None, \
                changed(root, at, children=kept)
        if fields and not is_length(leaf(fields[-1])):
            yield ("ends_early", "the last byte is missing", None,
                   changed(root, at, children=inside["children"][:-1] + cut(fields[-1])))
        more = inside["children"] + [{"path": "more", "raw": "00"}]
        yield "more", "a byte after the end", None, changed(root, at, children=more)


def walk(node, place=()):
    yield place, node
    for i, child in enumerate(node.get("children", [])):
        yield from walk(child, place + (i,))


def is_length(node):
    return node["path"].split(".")[-1] == "length"


def leaf(node):
    """The last node without children."""
    return leaf(node["children"][-1]) if node["children"] else node


def cut(node):
    """A node without its last byte; none if nothing is left."""
    node = copy.deepcopy(node)
    last = leaf(node)
    last["raw"] = last["raw"][:-2]
    last["value"] = None
    return [node] if last["raw"] or last is not node else []


def changed(root, place, **members):
    root = copy.deepcopy(root)
    node = root
    for i in place:
        node = node["children"][i]
    if "raw" in members:
        node["children"], node["value"] = [], None
    node.update(members)
    return root


def seeds():
    """The groups with the vectors of the table."""
    names, groups, trees = {}, {}, []  # trees in the order of the table, each with its vector
    with open(os.path.join(VECTORS, "seeds", "messages.tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for line in lines:
        if line[0].startswith("$"):
            names[line[0]] = line[1]
            continue
        id_, control, breaks, feature, body, comment = line
        group = groups.setdefault(id_.rsplit("/", 1)[0], Group(id_.rsplit("/", 1)[0]))
        more = {"expected": "valid"} if control == "-" else {"expected": "invalid", "control": control}
        if feature != "-":
            more["features"] = [feature]
        if breaks != "-":
            more["also"] = [breaks]
        group.add(id_.rsplit("/", 1)[1], None, comment, **more)
        trees.append((group.vectors[-1], group.tree("".join(names.get(word, word) for word in body.split() if word != "-"))))
    for (vector, _), bytes_ in zip(trees, encode([tree for _, tree in trees])):
        vector["bytes"] = bytes_
    return list(groups.values())


def judge(groups):
    """Asks the decoders: writes down what they say, and drops what is no defect."""
    file = {"type": "messages", "groups": [dict(group.about, vectors=group.vectors) for group in groups]}
    answers = {answer["id"]: answer for answer in json.loads(tls12("vectors", "answer", "-", given=json.dumps(file)))["results"]}
    for group in groups:
        kept = []
        for vector in group.vectors:
            answer, expected = answers[vector["id"]], vector.pop("expected", None)
            if expected not in (None, answer["result"]):
                raise SystemExit("%s is %s %s" % (vector["id"], answer["result"], answer.get("rule", "")))
            also, control = vector.pop("also", None), vector.pop("control", None)
            vector["result"] = answer["result"]
            if answer["result"] == "invalid":
                vector.update(control=control, reason={key: answer[key] for key in ("rule", "offset", "length")}, alert=answer["alert"])
                if also:
                    vector["reason"]["also"] = also
            else:
                vector["fields"] = answer["fields"]
            if expected or answer["result"] == "invalid" or "features" in vector:
                kept.append(vector)
        group.vectors = kept


def make_defects(groups):
    found = [(group, *defect) for group in groups if group.about["message"] not in FRAGMENTS for defect in group.break_one()]
    there = {id(group): {vector["bytes"] for vector in group.vectors} for group in groups}
    for (group, name, comment, feature, _), bytes_ in zip(found, encode([defect[-1] for defect in found])):
        if bytes_ not in there[id(group)]:
            there[id(group)].add(bytes_)
            control = group.vectors[0]
            more = {"features": [feature]} if feature else {}
            group.add("%s.%s" % (control["id"].rsplit("/", 1)[1], name.replace("[", ".").replace("]", "")), bytes_, comment, control=control["id"], **more)


def files(version):
    groups = seeds()
    make_defects(groups)
    judge(groups)
    by_file = {}
    for group in groups:
        message = group.about["message"]
        name = message if message in HANDSHAKE + list(FRAGMENTS) else "extension_" + message
        by_file.setdefault(name, []).append(group)
    for name, members in by_file.items():
        head = {"type": "messages", "schema": 1, "version": version, "number_of_vectors": sum(len(group.vectors) for group in members),
                "source": "seeds/messages.tsv"}
        texts = []
        for group in members:
            for vector in group.vectors:
                if vector.get("features") and vector["result"] == "invalid":
                    del vector["features"]
            about = json.dumps(group.about, separators=(",", ":"))[:-1]
            texts.append(about + ',"vectors":[\n' + ",\n".join(json.dumps(v, separators=(",", ":")) for v in group.vectors) + "]}")
        yield "messages/%s.json" % name, json.dumps(head, separators=(",", ":"))[:-1] + ',\n"groups":[\n' + ",\n".join(texts) + "]}\n"
