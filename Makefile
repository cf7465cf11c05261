# make demo: builds everything in .venv and shows what compiling is worth.
# make test: every test.

PYTHON ?= python3
VENV := $(CURDIR)/.venv
BIN := $(VENV)/bin

# Whatever decides what is installed.
SOURCES := $(shell find Cargo.toml Cargo.lock pyproject.toml transpiler runtime annotate cli templates python distribution -type f \
	-not -path '*/target/*' -not -path '*/__pycache__/*')

.PHONY: demo test lint clean

demo: $(VENV)/installed
	$(BIN)/python python/demo.py

test: $(VENV)/installed $(VENV)/tools
	PYO3_PYTHON=$(BIN)/python cargo test --workspace --quiet
	PYRX=$(BIN)/pyrx PYRX_STRICT_INTERNAL=1 $(BIN)/python -m pytest -q tests

lint: $(VENV)/tools
	cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
	$(BIN)/ruff check python tests examples

$(VENV)/installed: $(VENV)/bin/python $(SOURCES)
	@command -v cargo >/dev/null || { echo "Rust is missing: install it from https://rustup.rs" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet numpy .
	@touch $@

$(VENV)/tools: $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet pytest ruff setuptools cython==3.3.1 ipython
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV)
