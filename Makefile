# Naql: `make demo` shows it at work on samples/, `make test` tests it. Both install what is missing first.
PREFIX ?= /usr/local
SWIFT  ?= swift
# The program is linked with Swift's own libraries inside, so that it starts quickly and needs no Swift where it runs.
BUILD  = $(SWIFT) build -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie --product naql
NAQL   = .build/release/naql

.PHONY: demo build test check bench-segment fuzz fuzz-schemes format install deps clean

## Builds, runs the main job on samples/, shows what came out.
demo: build
	@rm -rf .build/demo
	$(NAQL) run samples/*.txt -o .build/demo
	@.ci/show-demo .build/demo

## The program and its compiled rules.
build: deps
	$(BUILD)
	$(NAQL) rules compile

## All tests, on the same rules; then the stages in a shell pipe against `naql run`.
test: build
	$(SWIFT) test --parallel
	Tests/Scripts/stage-pipe $(NAQL)

## A million strings over the Arabic blocks through the schemes, and how long opening each takes.
fuzz-schemes: build
	$(NAQL) evaluate schemes --strings 1000000

## Format, floors, doc comments and rule examples, as CI checks them.
check: build
	swift format lint --strict --recursive --configuration .swift-format Sources Tests
	.ci/check-floors
	.ci/check-docs
	$(NAQL) rules check
	$(NAQL) evaluate segment --strings 100000

## The segmenter's speed beside ICU's bare iterator, on varied text made with a fixed seed.
bench-segment: build
	@Tests/Benchmarks/varied-text > .build/varied.txt
	$(NAQL) evaluate segment --speed .build/varied.txt

## Looks for texts on which the segmenter fails, for FUZZ_SECONDS; needs a toolchain with libFuzzer. Not part of CI.
FUZZ_SECONDS ?= 60
fuzz: deps
	NAQL_FUZZ=1 $(SWIFT) build -c release --scratch-path .build/fuzz --product SegmentFuzz -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
	@mkdir -p .build/fuzz/corpus
	.build/fuzz/release/SegmentFuzz -max_total_time=$(FUZZ_SECONDS) -seed=1 -max_len=400 .build/fuzz/corpus

format:
	swift format --in-place --recursive --configuration .swift-format Sources Tests

## Binary without symbols under PREFIX/bin, rules under PREFIX/share/naql, licences and the pages that help names under PREFIX/share/doc/naql.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/naql $(DESTDIR)$(PREFIX)/share/doc/naql
	install -s -m 755 $(NAQL) $(DESTDIR)$(PREFIX)/bin/naql
	cp -R -p Rules $(DESTDIR)$(PREFIX)/share/naql/
	install -m 644 LICENSE NOTICE $(DESTDIR)$(PREFIX)/share/doc/naql/
	install -d $(DESTDIR)$(PREFIX)/share/doc/naql/docs
	install -m 644 docs/*.md $(DESTDIR)$(PREFIX)/share/doc/naql/docs/
	NAQL_RULES=$(DESTDIR)$(PREFIX)/share/naql/Rules $(DESTDIR)$(PREFIX)/bin/naql rules compile

## libicu, libxml2, libyaml and pkg-config: installed on Debian, named elsewhere.
deps:
	@.ci/dependencies

clean:
	rm -rf .build Rules/.compiled
