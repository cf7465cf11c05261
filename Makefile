# make demo: builds everything in .venv and shows what compiling is worth.
# make test: every test, and the manual.
# make docs: the manual as a site, in docs/_site.

PYTHON ?= python3
VENV := $(CURDIR)/.venv
BIN := $(VENV)/bin

# Whatever decides what is installed.
SOURCES := $(shell find Cargo.toml Cargo.lock pyproject.toml transpiler runtime annotate cli templates python distribution -type f \
	-not -path '*/target/*' -not -path '*/__pycache__/*')

.PHONY: demo test docs lint clean

demo: $(VENV)/installed
	$(BIN)/python python/demo.py

test: $(VENV)/installed $(VENV)/tools docs
	PYO3_PYTHON=$(BIN)/python cargo test --workspace --quiet
	PYRX=$(BIN)/pyrx PYRX_STRICT_INTERNAL=1 $(BIN)/python -m pytest -q -n 2 --dist loadfile tests

docs: $(VENV)/tools
	$(BIN)/mkdocs build --strict --config-file docs/mkdocs.yml

lint: $(VENV)/tools
	cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
	$(BIN)/ruff check python tests examples docs

$(VENV)/installed: $(VENV)/bin/python $(SOURCES)
	@command -v cargo >/dev/null || { echo "Rust is missing: install it from https://rustup.rs" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet numpy .
	@touch $@

$(VENV)/tools: $(VENV)/bin/python Makefile
	$(BIN)/python -m pip install --quiet pytest pytest-xdist ruff setuptools jsonschema ipython cython==3.3.1 'mkdocs>=1.6,<2' pygments
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) docs/_site
