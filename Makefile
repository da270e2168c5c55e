# make serve    set up, index (DOCS=folder, else the samples) and open the app
# make test     set up and run every test
# make check    what CI runs beside the tests: format, lint, types
#
# Needs Python 3.11 or newer (PYTHON=… names another one) and nothing else.

PYTHON ?= $(firstword $(shell for p in python3.11 python3.12 python3.13 python3 python; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p; done))
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
	@test -n "$(PYTHON)" || { echo "chidao needs Python 3.11 or newer" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.app: .venv/.python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/.dev: .venv/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@
