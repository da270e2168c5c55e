# make serve    set up, index (DOCS=folder, else the samples) and open the app
# make test     set up and run every test
# make check    what CI runs beside the tests: format, lint, types
#
# Needs Python 3.11 or newer (PYTHON=… names another one) and nothing else.

HOST ?= 127.0.0.1
PORT ?= 7860
BIN := .venv/bin

.PHONY: serve test fast check format wheel clean
.DELETE_ON_ERROR:

serve: .venv/.app
	$(BIN)/chidao index $(if $(DOCS),--no-samples "$(DOCS)",--samples) || test $$? -eq 1
	$(BIN)/chidao serve --host $(HOST) --port $(PORT)

test: .venv/.dev
	$(BIN)/python -m pytest -m "slow or not slow"

fast: .venv/.dev
	$(BIN)/python -m pytest

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel: .venv/.dev
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/.python:
	@for python in $(PYTHON) python3.11 python3.12 python3.13 python3 python; do \
		if $$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			$$python -m venv .venv && touch $@; exit; \
		fi; \
	done; echo "chidao needs Python 3.11 or newer; PYTHON=/path/to/python names one" >&2; exit 2

.venv/.app: .venv/.python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/.dev: .venv/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@
