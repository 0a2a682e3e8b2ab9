# tls12: the targets are described in README.md. Nothing but make, find and a shell is needed to read this file.

CC = cc
AR = ar
CFLAGS = -O2 -g
BUILD = build
PREFIX = /usr/local
DESTDIR =
PYTHON = python3

# make V=1 shows the commands.
Q = $(if $(V),,@)

VERSION = 0.1.0
SONAME = libtls12.so.0

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
FLAGS = -std=c11 $(WARNINGS) -I. -Isrc -I$(BUILD)/generated
# pcap.h needs the BSD names of integers.
POSIX = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE
LIBRARY_LIBS = -lnettle -lgmp
TOOL_LIBS = -ljansson -lpcap
CHECK_LIBS = -lhogweed -lcheck_pic -lsubunit -lrt -lm -lpthread

LIBRARY_SOURCES := $(sort $(shell find src -name '*.c' -not -path 'src/tool/*'))
TOOL_SOURCES := $(sort $(shell find src/tool -name '*.c'))
TEST_SOURCES := $(sort $(shell find tests -mindepth 2 -maxdepth 2 -name '*.c' -not -path 'tests/bench/*'))
BENCH = bench heap
BENCH_HANDSHAKE = handshake handshake_chain handshake_ours handshake_openssl stack
BENCH_ARITHMETIC = arithmetic material stack peer_ours peer_openssl peer_nettle peer_mbedtls peer_bearssl
HARNESS_SOURCES := $(sort $(wildcard tests/fuzz/harness/*.c))
DIFFERENTIAL_SOURCES := $(sort $(wildcard tests/fuzz/differential/*.c))

LIBRARY_OBJECTS = $(LIBRARY_SOURCES:%.c=$(BUILD)/obj/%.o)
TOOL_OBJECTS = $(TOOL_SOURCES:%.c=$(BUILD)/obj/%.o)
MAIN_OBJECT = $(BUILD)/obj/src/tool/main.o
TEST_PROGRAMS = $(TEST_SOURCES:%.c=$(BUILD)/%)
HARNESS_OBJECTS = $(HARNESS_SOURCES:%.c=$(BUILD)/obj/%.o)
GENERATED = $(patsubst %,$(BUILD)/generated/%.inc,rule_table suite_table other_suite_table meaning_table flow_table report_style report_script ffdhe_comb modp \
  secp256r1_comb secp384r1_comb secp521r1_comb)

.PHONY: all tests demo check check-arm64 check-report load interop vectors matrix trace report bench bench-capture fuzz fuzz-differential coverage \
  coverage-programs prove prove-quick mutate install dist peers check-dist clean deps deps-check deps-fuzz deps-differential deps-prove bench-programs deps-bench \
  deps-interop deps-report deps-harnesses FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/libtls12.a $(BUILD)/libtls12.so $(BUILD)/tls12

# --- Build ---

$(BUILD)/libtls12.a: $(LIBRARY_OBJECTS) $(BUILD)/members
	@echo '  AR $@'
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $(LIBRARY_OBJECTS)

# Only the names with tls12_ leave the shared library.
$(BUILD)/libtls12.so: $(LIBRARY_OBJECTS) $(BUILD)/members src/libtls12.map
	@echo '  LD $@'
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,--version-script=src/libtls12.map -Wl,-z,defs -o $@ \
	  $(LIBRARY_OBJECTS) $(LIBRARY_LIBS)

$(BUILD)/tls12: $(MAIN_OBJECT) $(BUILD)/tool.a $(BUILD)/libtls12.a
	@echo '  LD $@'
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(TOOL_LIBS) $(LIBRARY_LIBS)

# The command without its main, for the tests.
$(BUILD)/tool.a: $(filter-out $(MAIN_OBJECT),$(TOOL_OBJECTS)) $(BUILD)/members
	@echo '  AR $@'
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $(filter %.o,$^)

$(BUILD)/obj/src/tool/%.o: src/tool/%.c $(BUILD)/settings | $(GENERATED)
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) $(FLAGS) $(POSIX) -DTLS12_VERSION='"$(VERSION)"' $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

# POSIX clocks and stacks.
$(BUILD)/obj/tests/bench/%.o: tests/bench/%.c $(BUILD)/settings | $(GENERATED)
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) $(FLAGS) $(POSIX) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/%.o: %.c $(BUILD)/settings | $(GENERATED)
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) $(FLAGS) -fPIC $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/tool.a $(BUILD)/libtls12.a $(BUILD)/settings | $(GENERATED)
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) $(FLAGS) $(POSIX) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) $(TEST_LINK) -MMD -MP -MF $@.d -o $@ $< $(filter %.o,$^) $(BUILD)/tool.a \
	  $(BUILD)/libtls12.a $(CHECK_LIBS) $(TOOL_LIBS) $(LIBRARY_LIBS)

$(BUILD)/tests/fuzz/short: $(HARNESS_OBJECTS)

# Where something becomes public, this test steps in.
WRAPPED = scalar_in_range field_equal ecdsa_signature_write number_less number_trim rsa_verify rsa_public_power rsa_crt_usable pss_verify_encoding __gmpn_sec_invert
$(BUILD)/tests/constant_time/operations: TEST_LINK = $(WRAPPED:%=-Wl,--wrap=%)

$(BUILD)/generated/modp.inc: src/arithmetic/modp.py
	@mkdir -p $(@D)
	$(PYTHON) $< > $@

$(BUILD)/generated/ffdhe_comb.inc: src/arithmetic/ffdhe_comb.py
	@mkdir -p $(@D)
	$(PYTHON) $< > $@

$(BUILD)/generated/%.inc: spec/generate.py $(wildcard spec/*.tsv) src/tool/report.css src/tool/report.js
	@mkdir -p $(@D)
	$(PYTHON) spec/generate.py $* > $@

$(BUILD)/generated/%_comb.inc: src/arithmetic/curve_comb.py
	@mkdir -p $(@D)
	$(PYTHON) $< $* > $@

# Written when what they hold changes: other flags rebuild everything, another list of files rebuilds the library.
$(BUILD)/settings: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CFLAGS) $(CPPFLAGS) $(FLAGS)' | cmp -s - $@ || echo '$(CC) $(CFLAGS) $(CPPFLAGS) $(FLAGS)' > $@

$(BUILD)/members: FORCE
	@mkdir -p $(@D)
	@echo '$(LIBRARY_OBJECTS) $(TOOL_OBJECTS)' | cmp -s - $@ || echo '$(LIBRARY_OBJECTS) $(TOOL_OBJECTS)' > $@

-include $(LIBRARY_OBJECTS:.o=.d) $(TOOL_OBJECTS:.o=.d) $(wildcard $(BUILD)/obj/tests/bench/*.d) $(HARNESS_OBJECTS:.o=.d) $(TEST_PROGRAMS:=.d) \
  $(DIFFERENTIAL_SOURCES:%.c=$(BUILD)/obj/%.d)

# --- Demonstration and tests ---

DEMO = $(BUILD)/demo/handshake

demo: deps
	@$(MAKE) --no-print-directory all
	@mkdir -p $(BUILD)/demo
	@rm -f $(DEMO).*
	@$(BUILD)/tls12 handshake
	@$(BUILD)/tls12 handshake --kx ECDHE_RSA --pcap $(DEMO).pcap --keylog $(DEMO).keylog --html $(DEMO).html > /dev/null
	@$(BUILD)/tls12 decode $(DEMO).pcap > $(DEMO).txt
	@$(BUILD)/tls12 decode --json $(DEMO).pcap > $(DEMO).json
	@echo "one handshake, as annotated page, text and JSON, capture and key log: $(DEMO).html .txt .json .pcap .keylog"

# Small clients and servers of other libraries; make check builds one of them if its library is there.
PEERS = mbedtls bearssl wolfssl
PEERS_OF_CHECK = $(if $(wildcard /usr/include/mbedtls/ssl.h),mbedtls)
PEER_LIBS_mbedtls = -lmbedtls -lmbedx509 -lmbedcrypto
PEER_LIBS_bearssl = -lbearssl
PEER_LIBS_wolfssl = -lwolfssl

tests: $(TEST_PROGRAMS) $(BUILD)/tests/published/driver/operate $(BUILD)/tests/interop/peer/limited_client $(BUILD)/tests/faults/inject.so \
  $(PEERS_OF_CHECK:%=$(BUILD)/peers/%)

# Goes in front of the C library of a command that is not instrumented.
$(BUILD)/tests/faults/inject.so: tests/faults/shim/inject.c
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) -std=c11 $(WARNINGS) -O2 -fPIC -shared -o $@ $< -ldl

SANITIZED = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

check: deps deps-check
	@$(MAKE) --no-print-directory all tests
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan LDFLAGS= \
	  CFLAGS='$(SANITIZED)' tests
	@$(PYTHON) tests/run $(BUILD) $(BUILD)/asan

# Ten thousand handshakes of 500 connections at once, and a hundred thousand that fail; hostile peers, into tests/load/HOSTILE.md; then the
# same under sanitizers.
load: deps deps-check
	@rm -f $(BUILD)/hostile.md
	@for suite in $(LOADS); do $(MAKE) --no-print-directory $(BUILD)/tests/$$suite || exit 1; \
	  TLS12_LOAD=full TLS12_TABLE=$(BUILD)/hostile.md $(BUILD)/tests/$$suite || exit 1; done
	@$(PYTHON) tests/load/table $(BUILD)/hostile.md
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan LDFLAGS= CFLAGS='$(SANITIZED)' $(LOADS:%=$(BUILD)/asan/tests/%)
	@for suite in $(LOADS); do TLS12_LOAD=full $(BUILD)/asan/tests/$$suite || exit 1; done

LOADS = load/load load/limits load/hostile load/secrets

peers: $(PEERS:%=$(BUILD)/peers/%) $(BUILD)/peers/java/Peer.class

$(BUILD)/peers/%: tests/interop/peers/%.c tests/interop/peers/peer.c tests/interop/peers/peer.h
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) -std=c11 $(WARNINGS) $(POSIX) -O2 -g -o $@ tests/interop/peers/peer.c $< $(PEER_LIBS_$*)

$(BUILD)/peers/java/Peer.class: tests/interop/peers/Peer.java
	@mkdir -p $(@D)
	@echo '  JAVAC $<'
	$(Q)javac -d $(@D) $<

# All deviant traces against OpenSSL and GnuTLS, all suites against every peer; the fields of captures against tshark.
interop: deps deps-interop
	@$(MAKE) --no-print-directory $(BUILD)/tls12 peers
	@TLS12=$(BUILD)/tls12 BUILD=$(BUILD) $(PYTHON) tests/interop/suites.py tests/interop/MATRIX.md
	@TLS12=$(BUILD)/tls12 $(PYTHON) tests/interop/deviant_matrix.py vectors/PEERS.md
	@TLS12=$(BUILD)/tls12 $(PYTHON) tests/interop/tshark.py

# Builds for arm64 and runs a handshake of each key exchange there, by QEMU's user emulation.
ARM64_ROOT = $(abspath $(BUILD))/arm64-root
ARM64_LIBRARIES = $(ARM64_ROOT)/usr/lib/aarch64-linux-gnu:$(ARM64_ROOT)/lib/aarch64-linux-gnu

check-arm64: deps
	@sh tests/packages 'the arm64 build' gcc-aarch64-linux-gnu qemu-user
	@tests/emulated/libraries arm64 $(ARM64_ROOT)
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/arm64 CC='aarch64-linux-gnu-gcc --sysroot=$(ARM64_ROOT)' AR=aarch64-linux-gnu-ar \
	  LDFLAGS=-Wl,-rpath-link=$(ARM64_LIBRARIES) all
	@qemu-aarch64 -L $(ARM64_ROOT) -E LD_LIBRARY_PATH=$(ARM64_LIBRARIES) $(BUILD)/arm64/tls12 handshake

# The pages of tls12 explain in a real browser.
check-report: deps deps-report
	@$(MAKE) --no-print-directory $(BUILD)/tls12
	@BUILD=$(BUILD) $(PYTHON) tests/report/browser.py

# Writes the vectors anew, byte for byte.
vectors: deps
	@$(MAKE) --no-print-directory $(BUILD)/tls12
	@TLS12=$(BUILD)/tls12 $(PYTHON) vectors/generate.py

# What other implementations make of the vectors.
matrix: deps deps-harnesses
	@$(MAKE) --no-print-directory $(BUILD)/tls12 $(HARNESSES:%=$(BUILD)/harnesses/%)
	@TLS12=$(BUILD)/tls12 $(PYTHON) vectors/matrix.py $(BUILD)/harnesses

HARNESS_PARTS = vectors/harnesses/harness.c vectors/harnesses/transcript.c

$(BUILD)/harnesses/%: vectors/harnesses/%.c $(HARNESS_PARTS) $(wildcard vectors/harnesses/*.h)
	@mkdir -p $(@D)
	@echo '  CC $<'
	$(Q)$(CC) -std=c11 $(WARNINGS) $(POSIX) $(CFLAGS) -o $@ $(HARNESS_PARTS) $< $(LIBS_$*) -ljansson

HARNESSES = openssl gnutls mbedtls bearssl
LIBS_openssl = -lssl -lcrypto
LIBS_gnutls = -lgnutls -lhogweed -lnettle -lgmp
LIBS_mbedtls = -lmbedtls -lmbedx509 -lmbedcrypto
LIBS_bearssl = -lbearssl

# Where each rule of the catalogue is stated, coded, proved and tested; nothing is proved or run for it.
trace:
	@mkdir -p $(BUILD)
	@$(PYTHON) spec/generate.py requirements > $(BUILD)/requirements.md
	@$(PYTHON) spec/trace.py
	@$(PYTHON) spec/trace.py --check

# What is proved, clause by clause: a page, SARIF and a badge in build/report/, from the baseline. JSON=FILE, which proofs/run --json
# wrote, adds the time of each.
report:
	@$(PYTHON) proofs/report.py $(BUILD)/report $(JSON)

# Speed, as ratios within one run, with both compilers; make bench JSON=DIR also writes the numbers there.
JSON =

bench: deps deps-bench
	@for cc in gcc clang; do \
	  $(MAKE) --no-print-directory CC=$$cc BUILD=$(BUILD)/speed/$$cc bench-programs || exit 1; done
	@$(if $(JSON),mkdir -p $(JSON))
	@for cc in gcc clang; do for program in messages certificates arithmetic handshake; do \
	  echo; echo "$$program, $$($$cc --version | head -1)"; \
	  $(BUILD)/speed/$$cc/bench/$$program $(if $(JSON),$(JSON)/$$program-$$cc.json) || exit 1; done; done

# A gigabyte of handshakes, decoded here and by tshark: some minutes, 1 GB in TMPDIR.
bench-capture: deps deps-interop
	@$(MAKE) --no-print-directory $(BUILD)/tls12
	@$(PYTHON) tests/bench/capture.py $(BUILD)/tls12

bench-programs: $(BUILD)/bench/messages $(BUILD)/bench/certificates $(BUILD)/bench/arithmetic $(BUILD)/bench/handshake

$(BUILD)/bench/messages: $(BENCH:%=$(BUILD)/obj/tests/bench/%.o) $(BUILD)/obj/tests/bench/messages.o
$(BUILD)/bench/certificates: $(BENCH:%=$(BUILD)/obj/tests/bench/%.o) $(BUILD)/obj/tests/bench/certificates.o
$(BUILD)/bench/arithmetic: $(BENCH:%=$(BUILD)/obj/tests/bench/%.o) $(BENCH_ARITHMETIC:%=$(BUILD)/obj/tests/bench/%.o)
$(BUILD)/bench/handshake: $(BENCH:%=$(BUILD)/obj/tests/bench/%.o) $(BENCH_HANDSHAKE:%=$(BUILD)/obj/tests/bench/%.o)

$(BUILD)/bench/%: $(BUILD)/tool.a $(BUILD)/libtls12.a
	@mkdir -p $(@D)
	@echo '  LD $@'
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(BUILD)/tool.a $(BUILD)/libtls12.a $(TOOL_LIBS) $(LIBRARY_LIBS) \
	  $(if $(filter %/arithmetic,$@),-lhogweed -lcrypto -lmbedcrypto -lbearssl) $(if $(filter %/certificates,$@),-lmbedx509 -lmbedcrypto) \
	  $(if $(filter %/handshake,$@),-lssl -lcrypto)

# Coverage-guided fuzzing of all decoders and of both engines, or of one harness: make fuzz SECONDS=N HARNESS=NAME.
SECONDS = 60

fuzz: deps deps-fuzz
	@$(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)/fuzz LDFLAGS=-fsanitize=fuzzer \
	  CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' \
	  $(BUILD)/fuzz/fuzzer
	@$(PYTHON) tests/fuzz/run $(BUILD)/fuzz $(SECONDS) $(HARNESS)

$(BUILD)/fuzzer: $(HARNESS_OBJECTS) $(BUILD)/tool.a $(BUILD)/libtls12.a
	@echo '  LD $@'
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(TOOL_LIBS) $(LIBRARY_LIBS)

# The same changed bytes to our engine, OpenSSL and GnuTLS, for this much CPU time from input FIRST on: tests/fuzz/DIFFERENTIAL.md.
FIRST = 0

fuzz-differential: deps deps-differential
	@$(MAKE) --no-print-directory $(BUILD)/differential
	@$(PYTHON) tests/fuzz/differential/run $(BUILD)/differential $(SECONDS) $(FIRST) tests/fuzz/DIFFERENTIAL.md

$(BUILD)/differential: $(DIFFERENTIAL_SOURCES:%.c=$(BUILD)/obj/%.o) $(BUILD)/tool.a $(BUILD)/libtls12.a
	@echo '  LD $@'
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lssl -lcrypto -lgnutls $(TOOL_LIBS) $(LIBRARY_LIBS)

# The lines of src/ below src/tool/ that the tests run.
coverage: deps deps-check
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/coverage LDFLAGS=--coverage CFLAGS='-O1 -g --coverage' coverage-programs
	@$(PYTHON) tests/coverage/run $(BUILD)/coverage

coverage-programs: $(filter-out $(BUILD)/tests/load/% $(BUILD)/tests/constant_time/%,$(TEST_PROGRAMS)) $(BUILD)/tls12

# --- Proofs ---

prove: deps deps-prove $(GENERATED)
	@$(PYTHON) proofs/run

prove-quick: deps deps-prove $(GENERATED)
	@$(PYTHON) proofs/run --quick

# Changes the code on purpose: each change must lose a goal.
mutate: deps deps-prove $(GENERATED)
	@$(PYTHON) proofs/mutate

# prove-wire, prove-message/certificate. (A pattern rule would not match a name with a slash.)
PROVE_SOME := $(filter-out prove-quick,$(filter prove-%,$(MAKECMDGOALS)))
.PHONY: $(PROVE_SOME)
$(PROVE_SOME): deps deps-prove $(GENERATED)
	@$(PYTHON) proofs/run $(@:prove-%=%)

# --- Installation ---

HEADERS = $(sort $(shell find src spec -name '*.h' -not -path 'src/tool/*'))

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/tls12
	install -m 755 $(BUILD)/tls12 $(DESTDIR)$(PREFIX)/bin/tls12
	install -m 644 $(BUILD)/libtls12.a $(DESTDIR)$(PREFIX)/lib/libtls12.a
	install -m 644 $(BUILD)/libtls12.so $(DESTDIR)$(PREFIX)/lib/libtls12.so.$(VERSION)
	ln -sf libtls12.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libtls12.so
	for header in $(HEADERS); do \
	  install -D -m 644 $$header $(DESTDIR)$(PREFIX)/include/tls12/$${header#src/} || exit 1; done
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' src/tls12.pc.in > $(DESTDIR)$(PREFIX)/lib/pkgconfig/tls12.pc
	install -m 644 src/tool/tls12.1 $(DESTDIR)$(PREFIX)/share/man/man1/tls12.1
	install -m 644 src/tool/tls12.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tls12
	cp -R vectors $(DESTDIR)$(PREFIX)/share/tls12/

# The sources as a release archive, the same bytes from the same files; make check-dist builds and tries what is in it.
DIST = tls12-$(VERSION)

dist:
	@mkdir -p $(BUILD)
	@if [ -e .git ]; then git ls-files; else find * .[!.]* -type f -not -path '$(BUILD)/*' -not -name '*.pyc'; fi | LC_ALL=C sort | \
	  tar -c -T - --transform 's|^|$(DIST)/|' --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX | \
	  gzip -9n > $(BUILD)/$(DIST).tar.gz
	@echo '$(BUILD)/$(DIST).tar.gz'

check-dist: deps dist
	@rm -rf $(BUILD)/dist
	@mkdir $(BUILD)/dist
	@tar -xzf $(BUILD)/$(DIST).tar.gz -C $(BUILD)/dist
	@$(MAKE) --no-print-directory -C $(BUILD)/dist/$(DIST) BUILD=build all trace dist > /dev/null
	@cmp $(BUILD)/dist/$(DIST)/build/$(DIST).tar.gz $(BUILD)/$(DIST).tar.gz
	@cd $(BUILD)/dist/$(DIST) && BUILD=build $(PYTHON) tests/tool/install.py

clean:
	rm -rf $(BUILD)

# --- Packages (Debian 12) ---

deps:
	@sh tests/packages 'build and demo' gcc libc6-dev python3 libgmp-dev nettle-dev libjansson-dev libpcap-dev

deps-check:
	@sh tests/packages 'tests' check valgrind openssl curl strace pkg-config libmbedtls-dev

deps-fuzz:
	@sh tests/packages 'fuzzing' clang libclang-rt-14-dev

deps-differential:
	@sh tests/packages 'differential fuzzing' openssl gnutls-bin libssl-dev libgnutls28-dev

deps-bench:
	@sh tests/packages 'the comparison of speed' clang libssl-dev libmbedtls-dev libbearssl-dev

deps-prove:
	@sh tests/packages 'proofs' frama-c-base ocaml why3 cvc4 cvc5 z3

deps-interop:
	@sh tests/packages 'wide interoperability' openssl curl gnutls-bin libgnutls28-dev libssl-dev libmbedtls-dev libbearssl-dev libwolfssl-dev \
	  libnss3-tools openjdk-17-jdk-headless tshark

deps-harnesses:
	@sh tests/packages 'the harnesses of vectors' libssl-dev libgnutls28-dev libmbedtls-dev libbearssl-dev nodejs

deps-report:
	@sh tests/packages 'browser tests' chromium chromium-driver
