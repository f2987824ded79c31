# Naql: `make demo` shows it at work, `make test` tests it. Both install what is missing first.
SWIFT_BUILD = swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld

.PHONY: build
build:
	$(SWIFT_BUILD)
