# Second Look. Each target is a plain line that also runs by hand; `make` alone says what there is.
# The set-up (virtual environment, npm packages, browsers) happens by itself, once, and again when a lock changes.

.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
PY := .venv/bin/python
BIN := .venv/bin
ifneq ($(wildcard .venv/Scripts),)
BIN := .venv/Scripts
endif

WORKERS ?= $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)
# One more than there are processors, as many tests wait for a browser or another program.
TOGETHER := $(MAKE) --no-print-directory --jobs $(WORKERS) --output-sync=target

.PHONY: help run test ready unit debian check check-python check-extension fix gen model judge deb msi macos extension pages setup browsers windows lock bench bench-browser quality coverage pictures clean

help: ## what there is
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: setup extension ## the agent with an invented roster, and the practice page in your browser
	@exec $(PY) tools/run.py

test: ## every test, in both languages and in real browsers [WORKERS=]
	@$(TOGETHER) ready
	@$(TOGETHER) check unit extension pages
	@# Workers write compiled code, whatever the machine's habit: the agents that they start read it.
	env -u PYTHONDONTWRITEBYTECODE $(PY) -m pytest --numprocesses $(WORKERS) --dist loadscope --no-loadscope-reorder

ready: setup debian

unit: extension/node_modules/ready
	cd extension && npx --no-install vitest run

check: check-python check-extension ## formatting, lint and types, nothing run

check-python: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check-extension: extension/node_modules/ready
	cd extension && node lint.mjs check . ../agent/secondlook/api/home/page/*.js && npx --no-install tsc --noEmit && npx --no-install tsc -p tsconfig.home.json

fix: .venv/ready extension/node_modules/ready ## mend what formatters and linters can mend
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .
	cd extension && node lint.mjs check --write . ../agent/secondlook/api/home/page/*.js

gen: setup ## write the generated files again: schemas, TypeScript types, tables, OpenAPI
	$(PY) tools/generate.py

model: .venv/ready ## train the name model again: make model DATA=DIR
	@test -n "$(DATA)" || { echo "Say where the training data are: make model DATA=DIR (see agent/secondlook/detection/model/MODEL_CARD.md)."; exit 2; }
	$(PY) tools/model/train.py "$(DATA)"

judge: .venv/ready ## train again what words say of content and of names, from the corpus's tune half and tools/judge/posts
	$(PY) tools/judge/train.py --write
	$(PY) tools/judge/names.py --write

quality: setup ## how well names and records are found on the corpus, beside stock Presidio; writes docs/quality.md
	$(PY) tests/bench/quality.py

bench: setup ## how fast it is beside stock Presidio with the same model; writes docs/performance.md
	$(PY) tests/bench/bench.py

bench-browser: setup browsers extension ## what typing costs in Chromium with and without the extension; adds to docs/performance.md
	$(PY) tests/bench/bench_browser.py

coverage: setup browsers extension pages ## what is looked after where: plays the checklist in both browsers; writes docs/coverage.md, with the behaviours
	rm -rf build/coverage
	SECOND_LOOK_WRITE_COVERAGE=1 $(PY) -m pytest -q tests/e2e/test_checklist.py tests/e2e/firefox/test_checklist.py -k as_the_page_says
	$(PY) tools/coverage_page.py

pictures: setup browsers extension pages ## every picture of README and docs, from real browsers and a real tray
	$(PY) tools/screenshots.py
	$(PY) tools/home_pictures.py
	$(PY) tools/tray_pictures.py

deb: setup ## build/second-look_VERSION_ARCH.deb, complete; a release with KEY=FILE.pem, else a test package [VERSION=] [XPI=]
	@$(PY) -m installer.linux.build $(if $(KEY),--key "$(KEY)") $(if $(VERSION),--version "$(VERSION)") $(if $(XPI),--xpi "$(XPI)")

msi: setup windows ## build/second-look-VERSION-x64.msi [PYTHON_EMBED=FILE.zip [PYTHON_EMBED_SHA256=]] [KEY=] [VERSION=] [XPI=] [SIGN=]
	@$(PY) -m installer.windows.build $(if $(PYTHON_EMBED),--python-embed "$(PYTHON_EMBED)") \
	  $(if $(PYTHON_EMBED_SHA256),--python-embed-sha256 "$(PYTHON_EMBED_SHA256)") \
	  $(if $(KEY),--key "$(KEY)") $(if $(VERSION),--version "$(VERSION)") $(if $(XPI),--xpi "$(XPI)") $(if $(SIGN),--sign "$(SIGN)")

macos: setup ## build/macos: everything of the macOS package that needs no Mac, and its profiles [KEY=] [VERSION=] [XPI=]
	@$(PY) -m installer.macos.build $(if $(KEY),--key "$(KEY)") $(if $(VERSION),--version "$(VERSION)") $(if $(XPI),--xpi "$(XPI)")

extension: extension/node_modules/ready ## build/extension/chromium, build/extension/firefox and the practice page's script
	@cd extension && node build.mjs

pages: extension/node_modules/ready ## the fixture sites of the browser tests
	@cd tests/pages && node build.mjs

setup: .venv/ready extension/node_modules/ready

browsers: ## Debian's Chromium, Firefox ESR and two tray hosts (root installs them, others are told how)
	@tools/setup.sh browsers

windows: ## what builds the Windows package and tries it in wine (root installs it, others are told how)
	@tools/setup.sh windows

debian: # both, one after the other: they share apt's lock
	@tools/setup.sh browsers
	@tools/setup.sh windows

.venv/ready: requirements/bootstrap.lock requirements/dev.lock pyproject.toml
	@tools/setup.sh python "$(PYTHON)"

extension/node_modules/ready: extension/package-lock.json
	@tools/setup.sh node

lock: .venv/ready ## resolve requirements/*.in again, with hashes
	for name in bootstrap agent dev; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-annotate --upgrade requirements/$$name.in -o requirements/$$name.lock; done
	for target in windows:x86_64-pc-windows-msvc macos:aarch64-apple-darwin; do \
	  $(BIN)/uv pip compile -q --only-binary :all: --python-platform $${target#*:} --python-version 3.13 --generate-hashes --no-header \
	    --no-emit-index-url --no-annotate --upgrade requirements/$${target%:*}.in -o requirements/$${target%:*}.lock; done

clean: ## remove everything that was built or installed here
	rm -rf build .venv extension/node_modules .pytest_cache .mypy_cache .ruff_cache
