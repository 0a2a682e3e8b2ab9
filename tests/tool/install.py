#!/usr/bin/env python3
"""make install, and a program outside of this tree that finds the library by pkg-config and uses it, shared and static.

usage: BUILD=build tests/tool/install.py
"""
import os
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(ROOT, "build")))
PREFIX = "/opt/tls12"
LIMIT = 300
results = {True: 0, False: 0}

# The first record of a client that offers one suite: 22 is a handshake, 3.3 is TLS 1.2, 1 a ClientHello.
PROGRAM = """
#include "handshake/engine.h"
#include <stdio.h>

static int random_bytes(void *context, uint8_t *out, size_t n)
{
  for (size_t i = 0; i < n; i++) out[i] = (uint8_t)++*(unsigned char *)context;
  return 0;
}

int main(void)
{
  static struct tls12_engine engine;
  static const uint16_t suites[] = {0xC02F};
  unsigned char next = 0;
  const struct tls12_config config = {.random = random_bytes, .random_context = &next, .suites = suites, .suite_count = 1};
  tls12_client(&engine, &config);
  const struct tls12_bytes record = tls12_output(&engine);
  if (record.length < 6) return 1;
  printf("%s %d %d.%d %d\\n", tls12_suite_find(0xC02F)->name, record.data[0], record.data[1], record.data[2], record.data[5]);
  return 0;
}
"""
EXPECTED = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 22 3.3 1\n"
FILES = ("bin/tls12", "lib/libtls12.a", "lib/libtls12.so", "lib/libtls12.so.0", "lib/pkgconfig/tls12.pc",
         "include/tls12/handshake/engine.h", "include/tls12/spec/alert.h", "share/man/man1/tls12.1",
         "share/bash-completion/completions/tls12", "share/tls12/vectors/README.md")


def run(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=LIMIT,
                          check=False, **options)
    return done.returncode, done.stdout


def check(name, good, output=""):
    results[bool(good)] += 1
    if not good:
        print("FAILED: %s\n%s" % (name, output))
    return good


def main():
    with tempfile.TemporaryDirectory(prefix="tls12-install-") as folder:
        status, output = run(["make", "install", "BUILD=" + os.path.relpath(BUILD, ROOT), "DESTDIR=" + folder, "PREFIX=" + PREFIX], cwd=ROOT)
        check("make install", status == 0, output)
        for name in FILES:
            check(name, os.path.exists(folder + PREFIX + "/" + name))
        environment = dict(os.environ, PKG_CONFIG_PATH=folder + PREFIX + "/lib/pkgconfig", PKG_CONFIG_SYSROOT_DIR=folder)
        status, version = run(["pkg-config", "--modversion", "tls12"], env=environment)
        status, printed = run([folder + PREFIX + "/bin/tls12", "--version"])
        check("one version", version.strip() in printed and version.strip(), version + printed)
        with open(os.path.join(folder, "program.c"), "w", encoding="utf-8") as program:
            program.write(PROGRAM)
        for name, options in (("shared", []), ("static", ["--static"])):
            status, flags = run(["pkg-config", "--cflags", "--libs", *options, "tls12"], env=environment)
            check("pkg-config, " + name, status == 0, flags)
            words = [w.replace("-ltls12", "-l:libtls12.a") if options else w for w in flags.split()
                     if not w.startswith("-L") or folder in w]
            status, output = run(["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-o", name, "program.c", *words], cwd=folder)
            if check("the program is built, " + name, status == 0, output):
                status, output = run(["./" + name], cwd=folder, env=dict(os.environ, LD_LIBRARY_PATH=folder + PREFIX + "/lib"))
                check("the program runs, " + name, status == 0 and output == EXPECTED, output)
    print("%d passed, %d failed" % (results[True], results[False]))
    return 1 if results[False] else 0


if __name__ == "__main__":
    sys.exit(main())
