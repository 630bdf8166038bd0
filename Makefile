# What CI runs and what people run is the same: `make test`.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE = $(SWIFT) build --configuration release --product geolearn
FORMATTED = Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.DEFAULT_GOAL := help
.PHONY: help run build install test bench pictures format clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: build ## install what is missing, build, and start geolearn
	@exec "$$($(RELEASE) --show-bin-path)/geolearn"

build: ## build the one binary, for release
	@scripts/install-packages libncurses-dev
	$(RELEASE)

install: build ## install the binary in PREFIX/bin (PREFIX=/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(RELEASE) --show-bin-path)/geolearn" "$(DESTDIR)$(PREFIX)/bin/geolearn"

test: ## run all that CI runs; stops at the first failure
	@scripts/install-packages libncurses-dev
	@[ "$$(uname)" = Darwin ] || scripts/install-packages python3 default-jdk-headless perl \
	  libxml2-utils python3-jsonschema python3-pyte python3-html5lib asciinema
	$(SWIFT) format lint --strict --recursive $(FORMATTED)
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build

bench: build ## measure the engine, the start and the pictures, as JSON
	$(SWIFT) build --package-path Benchmarks --configuration release
	cd Benchmarks && .build/release/geobench des && .build/release/geobench startup && \
	  .build/release/geobench frame

# Who reads the README sees each of them move, light or dark as he likes it.
pictures: build ## record the README's pictures
	mkdir -p docs/pictures
	geolearn="$$($(RELEASE) --show-bin-path)/geolearn" && \
	  "$$geolearn" record quorum.demo -o docs/pictures/quorum.svg && \
	  "$$geolearn" record region-loss.demo -o docs/pictures/region-loss.svg && \
	  "$$geolearn" record 2.1 --size 80x20 --at 100% -o docs/pictures/latency-map.svg

format: ## settle the layout of all Swift files
	$(SWIFT) format --in-place --recursive $(FORMATTED)

clean: ## remove what was built
	$(SWIFT) package clean
