#!/usr/bin/env python3
"""Runs the tests of this folder under valgrind, and shows that they fail when a branch or an index on a secret is put into the code.

usage: BUILD=build tests/constant_time/run.py

The last line counts.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(ROOT, "build")))
VALGRIND = ["valgrind", "-q", "--error-limit=no", "--leak-check=no"]
FLAGS = ["-std=c11", "-O2", "-g", "-D_POSIX_C_SOURCE=200809L", "-D_DEFAULT_SOURCE"]
LIBRARIES = ["-lcheck_pic", "-lsubunit", "-lrt", "-lm", "-lpthread", "-lnettle", "-lgmp"]

# What is put in: program, case, file, the code, and what takes its place. The code of a header is compiled with the file after that.
LEAKS = [
    ("operations", "rsa", "src/arithmetic/pkcs1_premaster.c", "out[i] = (uint8_t)(good * yes[i] + (1 - good) * no[i]);",
     '{ if (good) { __asm__ volatile(""); out[i] = yes[i]; } else out[i] = no[i]; }'),
    ("operations", "rsa", "src/arithmetic/rsa_crt.c", "number_remainder(h, m2, p);",
     'if (m2.data[0] & 1) { __asm__ volatile(""); } number_remainder(h, m2, p);'),
    ("operations", "dh", "src/arithmetic/number_power.c", "mpn_sec_powm(r, b, (mp_size_t)n, e, 8 * (mp_bitcnt_t)exponent.length, m, (mp_size_t)n, scratch);",
     "extern void __gmpn_powm(mp_limb_t *, const mp_limb_t *, mp_size_t, const mp_limb_t *, mp_size_t, const mp_limb_t *, mp_size_t,"
     " mp_limb_t *); mp_size_t size = (mp_size_t)en; while (size > 1 && e[size - 1] == 0) size--;"
     " __gmpn_powm(r, b, (mp_size_t)n, e, size, m, (mp_size_t)n, scratch);"),
    ("operations", "named_group", "src/arithmetic/ffdhe_comb.c",
     "mpn_sec_tabselect(entry, comb->table, n, 1 << TEETH, (mp_size_t)under_teeth(x, comb->spacing, i));",
     "mpn_copyi(entry, comb->table + n * (mp_size_t)under_teeth(x, comb->spacing, i), n);"),
    ("operations", "ec", "src/arithmetic/field.c", "mp_limb_t carry = mpn_cnd_add_n(bit, r.limb, r.limb, a.limb, FIELD_LIMBS);",
     'if (bit == 1) { __asm__ volatile(""); return a; } mp_limb_t carry = 0;'),
    ("operations", "ec", "src/arithmetic/fast_point.h", "for (int j = 0; j < size; j++) entry[j] |= table[i * (unsigned)size + (unsigned)j] & chosen;",
     "for (int j = 0; j < size; j++) entry[j] |= table[number * (unsigned)size + (unsigned)j] & chosen;", "src/arithmetic/fast_secp256r1.c"),
    ("operations", "ec", "src/arithmetic/montgomery.c", "return swap(step(c, swap(S, bit), x_1), bit);",
     'if (bit == 0) { __asm__ volatile(""); return step(c, S, x_1); } return swap(step(c, swap(S, bit), x_1), bit);'),
    ("operations", "ec", "src/arithmetic/fast_x25519.c", "swap(x_2, x_3, hidden(-(bit ^ swapped)));",
     'if (bit != swapped) { __asm__ volatile(""); swap(x_2, x_3, -1); }'),
    ("operations", "hmac", "src/crypto/hmac_secret_length.c", "bytes_select(is_last, state, last, TLS12_HASH_SIZE_MAX);",
     "if (is_last == 1) bytes_select(1, state, last, TLS12_HASH_SIZE_MAX);"),
    ("record", "lucky13", "src/record/block.c", "bytes_select(bit_equal(at, start), data + at, mac, size);",
     "{ (void)at; bytes_select(1, data + start, mac, size); break; }"),
    ("record", "lucky13", "src/crypto/constant_time.h", "difference += 1u - bit_equal(a[i], b[i]);",
     "if (a[i] != b[i]) return 1;"),
]
counts = {"passed": 0, "failed": 0}


def check(what, good, output=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print("FAILED: %s\n%s" % (what, output))


def suite(program, case="", bare=False):
    """Runs a suite under valgrind; the results of its tests, and what it wrote. If this valgrind cannot read what debuggers need
    (DWARF 5 of clang), a copy without it."""
    with tempfile.NamedTemporaryFile(mode="r", suffix=".tap") as tap:
        environment = dict(os.environ, CK_TAP_LOG_FILE_NAME=tap.name, CK_VERBOSITY="normal")
        if case:
            environment["CK_RUN_CASE"] = case
        done = subprocess.run([*VALGRIND, program], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=600)
        results = re.findall(r"^((?:not )?ok) \d+ - (.*)$", tap.read(), re.M)
    if results or bare or "debuginfo" not in done.stdout:
        return results, done.stdout
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "bare")
        subprocess.run(["objcopy", "-g", program, copy], check=True)
        return suite(copy, case, True)


def wrapped():
    """The functions that the tests step in for, from the Makefile."""
    with open(os.path.join(ROOT, "Makefile"), encoding="utf-8") as file:
        return ["-Wl,--wrap=" + name for name in re.search(r"^WRAPPED = (.*)$", file.read(), re.M)[1].split()]


def build(folder, program, path, code, leak, with_header=None):
    """The program with a file of the library changed; None if the code is not there."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        text = file.read()
    if text.count(code) != 1:
        return None
    changed = os.path.join(folder, path)
    os.makedirs(os.path.dirname(changed))
    with open(changed, "w", encoding="utf-8") as out:
        out.write(text.replace(code, leak))
    own = [] if program == "record" else [os.path.join(ROOT, with_header) if with_header else changed]
    binary = os.path.join(folder, program)
    subprocess.run([os.environ.get("CC", "cc"), *FLAGS, "-I", folder, "-I", os.path.join(folder, "src"), "-I", ROOT, "-I",
                    os.path.join(ROOT, "src"), "-I", os.path.join(BUILD, "generated"), "-o", binary,
                    os.path.join(ROOT, "tests", "constant_time", program + ".c"), *own,
                    *(wrapped() if program == "operations" else []), os.path.join(BUILD, "libtls12.a"), *LIBRARIES], check=True)
    return binary


def main():
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not here\n0 passed, 0 failed, 1 skipped")
        return 0
    for program in ("operations", "record"):
        results, output = suite(os.path.join(BUILD, "tests", "constant_time", program))
        check(program + " runs", len(results) > 2, output)
        for result, name in results:
            check(name, result == "ok", output)
    for program, case, path, code, leak, *with_header in LEAKS:
        with tempfile.TemporaryDirectory() as folder:
            binary = build(folder, program, path, code, leak, *with_header)
            check("the code to change is in " + path, binary is not None)
            if binary is not None:
                results, output = suite(binary, case)
                check("a leak in %s is seen" % path, any(result == "not ok" for result, _ in results) and
                      "uninitialised value" in output, output)
    print("%d passed, %d failed" % (counts["passed"], counts["failed"]))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
